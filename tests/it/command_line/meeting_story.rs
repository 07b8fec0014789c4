//! A meeting from its candidates to the deadline board, every step as JSON: an agenda of six items and five bodies, what is missing
//! named and filled in, sent by two people, held, decided about, promised.

use loket::api::problem::exit;
use serde_json::{Value, json};

use super::{Shell, lite};

/// The fields that make an item about these bodies ready, but for who comes.
fn written(bodies: &[&str]) -> String {
    let body = |code: &&str| json!({ "organisation": code, "position": "wacht" });
    json!({ "stalemate": "Ieder wacht op de ander.", "facts": "Feiten.", "tried": [{ "what": "gebeld" }],
        "bodies": bodies.iter().map(body).collect::<Vec<_>>(), "perspective": "rust", "decisionAsked": "Wie stelt uit?",
        "options": [{ "text": "uitstel" }], "grounds": [{ "basis": "AVG 6(1)(e)", "bodies": bodies }] })
    .to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn six_items_and_five_bodies_from_candidates_to_the_board_as_json() {
    let server = lite().await;
    let (desk, colleague) = (Shell::desk(&server).await, Shell::desk(&server).await);
    let ask = async |line: &str| -> Value {
        let words: Vec<&str> = line.split(' ').chain(["--json"]).collect();
        desk.run(&words).await.is(exit::DONE).json()
    };
    for title in ["Ontruiming", "Terugvordering"] {
        desk.run(&["signal", "create", "--title", title, "--json"]).await.is(exit::DONE);
    }
    let made = desk.run(&["meeting", "create", "--slot", "23-11-2026 13:30-15:00", "--json"]).await.is(exit::DONE).json();
    assert_eq!(made["item"]["number"], "LET-1");
    ask("agenda propose 1 2").await;
    assert_eq!(ask("agenda candidates").await["items"].as_array().unwrap().len(), 2);
    ask("agenda move 1 --meeting 1 --after 1/2").await;
    ask("agenda move 2 --meeting 1 --after 1/3").await;
    let shown = ask("agenda show 1").await;
    assert_eq!(shown["items"].as_array().unwrap().len(), 6, "{shown:#}");
    let lacks: Vec<&Value> = shown["items"][2]["missing"].as_array().unwrap().iter().map(|one| &one["kind"]).collect();
    assert!(lacks.contains(&&json!("facts")) && lacks.contains(&&json!("bodies")), "each by its name: {lacks:?}");
    for (item, bodies) in [("1/3", &["UWV", "SVB", "DT"][..]), ("1/4", &["BD", "CJIB"])] {
        desk.pipe(&["agenda", "write", item, "--fields", "-", "--json"], &written(bodies)).await.is(exit::DONE);
        for body in bodies {
            ask(&format!("agenda invite {item} --body {body} --person directeur")).await;
            ask(&format!("agenda answer {item} --body {body} --answer accepted --mandate-confirmed")).await;
        }
    }
    let shown = ask("agenda show 1").await;
    assert!(shown["items"].as_array().unwrap().iter().all(|entry| entry["missing"] == json!([])), "{shown:#}");

    ask("agenda fix 1").await;
    ask("agenda publish 1 --number LET-1").await;
    let waits = colleague.run(&["agenda", "confirm", "1", "--json"]).await.is(exit::DONE).json();
    let recipients: Value = serde_json::from_str(waits["shown"].as_str().unwrap()).unwrap();
    assert_eq!(recipients["recipients"].as_array().unwrap().len(), 5, "{recipients:#}");
    let hash = waits["hash"].as_str().unwrap();
    colleague.run(&["agenda", "confirm", "1", "--hash", hash, "--json"]).await.is(exit::DONE);
    // It is held from its beginning on.
    server.advance(chrono::TimeDelta::hours(6));
    ask("agenda hold 1").await;
    let decide = ["agenda", "decide", "1/4", "--body", "bd", "--text", "-", "--json"];
    desk.pipe(&decide, "BD stelt uit tot 1 maart.").await.is(exit::DONE);
    let commit = ["agenda", "commit", "1/4", "--body", "bd", "--person", "directeur", "--due", "4w", "--text", "-", "--json"];
    desk.pipe(&commit, "Brief met uitstel").await.is(exit::DONE);
    let board = ask("time-out due --days 60").await;
    let promised = board["items"].as_array().unwrap().iter().find(|row| row["kind"] == "commitment").expect("on the board");
    assert_eq!((&promised["end"], &promised["signalNumber"]), (&json!("2026-12-21"), &json!("S-2026-00002")));
    assert_eq!(ask("meeting show 1").await["item"]["state"], "held");
    server.stop().await;
}
