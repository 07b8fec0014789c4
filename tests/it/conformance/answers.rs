//! An answer counts for the time it was given for: at another time it must be asked again, and back at its own it counts again.

use serde_json::{Value, json};

use super::{
    changes::changes,
    meetings::{made, ready_item},
    time_outs::id,
};
use crate::support::{http::Caller, samples::meeting, server::TestServer};

on_both_stores!(an_answer_goes_with_its_time_not_with_its_case, a_meeting_at_another_time_asks_again);

/// What was answered as it counts now, the beginning it was answered for, and what is missing.
async fn told(desk: &Caller, item: &str) -> (String, String, Vec<String>) {
    let now = desk.get(&format!("/v1/agenda-items/{item}")).await.expect(200);
    let facts = now["invitations"][0]["facts"].clone();
    let missing = now["missing"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_owned()).collect();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (text(&facts["answer"]), text(&facts["answeredFor"]["startsAt"]), missing)
}

fn counts() -> (String, String, Vec<String>) {
    ("accepted".into(), "2026-11-26T12:30:00Z".into(), vec![])
}

fn again() -> (String, String, Vec<String>) {
    ("open".into(), "2026-11-26T12:30:00Z".into(), vec!["ask-again".into()])
}

/// How many accepted, as the row of the feed has it, and what that says is missing.
async fn row(desk: &Caller, item: &str) -> (u32, usize) {
    let rows = changes(desk, None).await.agenda_items;
    let row = rows.iter().find(|row| row.id.to_string() == item).unwrap();
    (row.accepted, row.missing.len())
}

async fn an_answer_goes_with_its_time_not_with_its_case(server: &TestServer) {
    let desk = server.desk();
    let first = id(&made(&desk).await["item"]).to_owned();
    let mut later = meeting();
    later["facts"]["slots"] = json!([{ "startsAt": "2026-12-10T12:30:00Z", "endsAt": "2026-12-10T14:00:00Z" }]);
    let second = id(&desk.post("/v1/meetings", &later).await.expect(201)["item"]).to_owned();
    let item = id(&ready_item(&desk, &first).await["item"]).to_owned();
    assert_eq!((told(&desk, &item).await, row(&desk, &item).await), (counts(), (1, 0)));

    let move_to =
        async |meeting: &str| desk.post(&format!("/v1/agenda-items/{item}/_move"), &json!({ "meeting": meeting })).await.ok();
    let moved = move_to(&second).await;
    assert_eq!(moved["missing"][0], json!({ "kind": "ask-again", "field": "/invitations", "organisation": "UWV" }));
    assert_eq!((told(&desk, &item).await, row(&desk, &item).await), (again(), (0, 1)));
    let agenda = desk.get(&format!("/v1/meetings/{second}/items")).await.expect(200);
    let entry = agenda["items"].as_array().unwrap().iter().find(|entry| entry["item"]["id"] == item.as_str()).unwrap();
    assert_eq!(
        (&entry["invitations"][0]["facts"]["answer"], &entry["missing"][0]["kind"]),
        (&"open".into(), &"ask-again".into())
    );
    let now = desk.get(&format!("/v1/meetings/{second}")).await.expect(200);
    let fix = json!({ "agendaVersion": now["item"]["agendaVersion"] });
    let refused = desk.act(&format!("/v1/meetings/{second}/_fix"), 1, &fix).await;
    assert!(refused.text().contains("missing-ask-again"), "{}", refused.text());

    // Another word about the invitation is no answer.
    let invitation = format!("/v1/invitations/{}", id(&moved["invitations"][0]));
    desk.patch(&invitation, 2, &json!({ "function": "directeur WW" })).await.expect(200);
    assert_eq!(told(&desk, &item).await, again());
    move_to(&first).await;
    assert_eq!((told(&desk, &item).await, row(&desk, &item).await), (counts(), (1, 0)), "back at its time it counts again");
    move_to(&second).await;
    desk.patch(&invitation, 3, &json!({ "answer": "accepted" })).await.expect(200);
    let anew = ("accepted".to_owned(), "2026-12-10T12:30:00Z".to_owned(), vec![]);
    assert_eq!((told(&desk, &item).await, row(&desk, &item).await), (anew, (1, 0)), "asked again and accepted");
    desk.patch(&invitation, 4, &json!({ "answer": "open" })).await.expect(200);
    assert_eq!(told(&desk, &item).await, ("open".into(), String::new(), vec!["acceptance".into()]), "nobody answered anything");
    // A client does not say for which time.
    let new = json!({ "facts": { "organisation": "SVB", "name": "E. Vos", "capacity": "director", "answer": "accepted",
        "answeredFor": { "startsAt": "2020-01-01T12:30:00Z", "endsAt": "2020-01-01T14:00:00Z" } } });
    let invited = desk.post(&format!("/v1/agenda-items/{item}/invitations"), &new).await.expect(201);
    let svb = invited["invitations"].as_array().unwrap().iter().find(|one| one["facts"]["organisation"] == "SVB").unwrap();
    assert_eq!(svb["facts"]["answeredFor"]["startsAt"], "2026-12-10T12:30:00Z");
}

async fn a_meeting_at_another_time_asks_again(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = id(&ready_item(&desk, &meeting).await["item"]).to_owned();
    let before = desk.get(&format!("/v1/agenda-items/{item}")).await.expect(200);
    let path = format!("/v1/meetings/{meeting}");
    desk.patch(&path, 1, &json!({ "place": "Utrecht" })).await.expect(200);
    assert_eq!(told(&desk, &item).await, counts(), "the place is no time");
    let hour =
        |hour: u32| json!({ "slots": [{ "startsAt": format!("2026-11-26T{hour}:30:00Z"), "endsAt": "2026-11-26T14:00:00Z" }] });
    desk.patch(&path, 2, &hour(11)).await.expect(200);
    assert_eq!((told(&desk, &item).await, row(&desk, &item).await), (again(), (0, 1)));
    let now = desk.get(&format!("/v1/agenda-items/{item}")).await.expect(200);
    assert!(
        now["item"]["revision"].as_i64() > before["item"]["revision"].as_i64(),
        "whoever has it read knows that it is another"
    );
    desk.patch(&path, 3, &hour(12)).await.expect(200);
    assert_eq!((told(&desk, &item).await, row(&desk, &item).await), (counts(), (1, 0)));
}
