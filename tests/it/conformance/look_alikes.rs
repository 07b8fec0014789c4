//! Look-alikes: what may be about the same household is proposed, with why; nothing is done by it.

use loket::{
    api::{path, problem::Code},
    domain::role::Role,
};
use serde_json::{Value, json};

use crate::support::{http::Caller, samples::signal_with, server::TestServer};

on_both_stores!(
    what_looks_alike_is_proposed_and_why,
    it_follows_what_is_changed_at_another_instance,
    what_is_being_typed_is_compared_and_kept_nowhere,
);

const TOLD: &str = "Moeder met drie kinderen moet 1.240 euro kinderbijslag terugbetalen en verliest 4 december haar woning";

async fn made(desk: &Caller, title: &str, facts: Value) -> (String, String) {
    let item = desk.post(path::SIGNALS, &signal_with(title, facts)).await.expect(201)["item"].clone();
    (item["id"].as_str().unwrap().to_owned(), item["number"].as_str().unwrap().to_owned())
}

fn of(id: &str) -> String {
    path::SIGNAL_LOOK_ALIKES.replace("{id}", id)
}

async fn numbers(desk: &Caller, id: &str) -> Vec<String> {
    let found = desk.get(&of(id)).await.expect(200);
    found["items"].as_array().unwrap().iter().map(|one| one["signal"]["number"].as_str().unwrap().to_owned()).collect()
}

async fn what_looks_alike_is_proposed_and_why(server: &TestServer) {
    let desk = server.desk();
    let facts = |account: &str, municipality: &str| json!({ "account": account, "municipality": municipality, "bodies": [{ "organisation": "SVB" }] });
    let (first, number) = made(&desk, "Ontruiming, SVB", facts(TOLD, "0642")).await;
    let (_, other) =
        made(&desk, "Studieschuld", facts("Student met schuld bij de hogeschool wacht op een besluit", "0344")).await;
    let again = "SVB wil kinderbijslag terug, 1240 euro. Zij verliest haar woning op 4 december; drie kinderen";
    let (second, _) = made(&desk, "Kinderbijslag terug", facts(again, "0642")).await;
    let found = desk.get(&of(&second)).await.expect(200);
    let items = found["items"].as_array().unwrap();
    assert_eq!(items.len(), 1, "not {other}: {found}");
    assert_eq!((&items[0]["signal"]["number"], &items[0]["linked"]), (&json!(number), &json!(false)));
    let because: Vec<&str> = items[0]["grounds"]["because"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(because, ["words", "bodies", "municipality"]);
    // A row of a list: nothing that was told.
    assert!(!found.to_string().contains("woning"), "{found}");
    assert_eq!(numbers(&desk, &first).await.len(), 1, "and the other way round");
    let version = desk.get(&path::SIGNAL.replace("{id}", &second)).await.expect(200)["version"].as_i64().unwrap();
    desk.patch(&path::SIGNAL.replace("{id}", &second), version, &json!({ "links": [number] })).await.expect(200);
    for id in [&first, &second] {
        assert_eq!(desk.get(&of(id)).await.expect(200)["items"][0]["linked"], json!(true), "seen from both");
    }
    desk.get(&of("S-2026-09999")).await.problem(Code::NotFound);
    for role in [Role::Municipal, Role::Body, Role::Administrator] {
        server.role(role).get(&of(&first)).await.problem(Code::NotAllowed);
    }
    let asked = json!({ "object": number, "verb": "signal.look-alikes" });
    let logged = server.role(Role::PrivacyOfficer).post(path::AUDIT_SEARCH, &asked).await.expect(200);
    assert_eq!(logged["items"][0]["account"], json!(desk.account), "{logged}");
}

async fn it_follows_what_is_changed_at_another_instance(server: &TestServer) {
    let desk = server.desk();
    let (first, number) = made(&desk, "Ontruiming", json!({ "account": TOLD })).await;
    let (second, _) = made(&desk, "Uitzetting", json!({ "account": TOLD })).await;
    assert_eq!(numbers(&desk, &second).await, [number]);
    let (there, stop, serving) = server.second_instance().await;
    let version = there.get(&path::SIGNAL.replace("{id}", &first)).await.expect(200)["version"].as_i64().unwrap();
    let other = json!({ "account": "Iets heel anders over studiefinanciering van een student", "title": "Studie" });
    there.patch(&path::SIGNAL.replace("{id}", &first), version, &other).await.expect(200);
    assert_eq!(numbers(&desk, &second).await, Vec::<String>::new(), "it is not what it was");
    let (third, _) = made(&there, "Huis uit", json!({ "account": TOLD })).await;
    assert_eq!(numbers(&desk, &second).await.len(), 1);
    assert_eq!(numbers(&there, &third).await.len(), 1);
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

async fn what_is_being_typed_is_compared_and_kept_nowhere(server: &TestServer) {
    let desk = server.desk();
    let facts = json!({ "account": TOLD, "municipality": "0642", "bodies": [{ "organisation": "SVB" }] });
    let (first, number) = made(&desk, "Ontruiming, SVB", facts).await;
    made(&desk, "Studieschuld", json!({ "account": "Student met schuld bij de hogeschool wacht op een besluit" })).await;
    let before = (server.number("SELECT COUNT(*) FROM signals").await, server.number("SELECT COUNT(*) FROM history").await);
    let typed = json!({ "title": "Huis kwijt", "account": "Moet kinderbijslag terugbetalen, verliest 4 december haar woning, drie kinderen",
        "municipality": "0642", "bodies": ["SVB"], "lifeDomains": ["huisvesting"] });
    let found = desk.post(path::SIGNALS_LOOK_ALIKES_SEARCH, &typed).await.expect(200);
    let items = found["items"].as_array().unwrap();
    assert_eq!(items.len(), 1, "{found}");
    assert_eq!((&items[0]["signal"]["number"], &items[0]["linked"]), (&json!(number), &json!(false)));
    assert!(!found.to_string().contains("1.240"), "a row of a list: {found}");
    let after = (server.number("SELECT COUNT(*) FROM signals").await, server.number("SELECT COUNT(*) FROM history").await);
    assert_eq!(before, after);
    assert_eq!(desk.post(path::SIGNALS_LOOK_ALIKES_SEARCH, &json!({})).await.expect(200)["items"], json!([]));
    desk.post(path::SIGNALS_LOOK_ALIKES_SEARCH, &json!({ "reporter": "x" })).await.problem(Code::InvalidInput);
    for role in [Role::Municipal, Role::Body, Role::Administrator] {
        server.role(role).post(path::SIGNALS_LOOK_ALIKES_SEARCH, &typed).await.problem(Code::NotAllowed);
    }
    // What went up in another is not proposed: all it says stands there.
    let (other, _) = made(&desk, "Blijft", json!({ "account": "Iets anders" })).await;
    desk.act(&path::SIGNAL_MERGE.replace("{id}", &other), 1, &json!({ "from": first, "fromVersion": 1 })).await.expect(200);
    let found = desk.post(path::SIGNALS_LOOK_ALIKES_SEARCH, &typed).await.expect(200);
    assert!(!found.to_string().contains(&number), "{found}");
}
