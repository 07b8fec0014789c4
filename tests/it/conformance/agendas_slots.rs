//! Agendas with several slots: the times never go back, and what a list says is missing is what is missing.

use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{
    http::Caller,
    samples::{agenda_item, meeting, signal},
    server::TestServer,
};

on_both_stores!(
    what_closes_the_meeting_goes_along_to_the_last_slot,
    a_slot_that_the_meeting_has_not_is_refused_with_those_it_has,
    a_list_counts_what_an_item_lacks,
    a_decision_list_for_whom_nothing_was_decided_is_refused_in_words,
    two_versions_tell_what_a_text_said_and_says,
);

/// A meeting with a second slot.
async fn two_slots(desk: &Caller) -> String {
    let mut new = meeting();
    let second = json!({ "startsAt": "2026-11-26T14:15:00Z", "endsAt": "2026-11-26T15:30:00Z" });
    new["facts"]["slots"].as_array_mut().unwrap().push(second);
    id(&desk.post("/v1/meetings", &new).await.expect(201)["item"]).to_owned()
}

async fn entries(desk: &Caller, meeting: &str) -> Vec<Value> {
    desk.get(&format!("/v1/meetings/{meeting}/items")).await.expect(200)["items"].as_array().unwrap().clone()
}

/// The slot of each item in order; the times never go back.
async fn slots(desk: &Caller, meeting: &str) -> Vec<(String, u64)> {
    let all = entries(desk, meeting).await;
    let starts: Vec<&str> = all.iter().map(|one| one["times"]["startsAt"].as_str().unwrap()).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    all.iter().map(|one| (id(&one["item"]).to_owned(), one["item"]["facts"]["slot"].as_u64().unwrap())).collect()
}

async fn what_closes_the_meeting_goes_along_to_the_last_slot(server: &TestServer) {
    let desk = server.desk();
    let meeting = two_slots(&desk).await;
    let (one, two) = (ready_item(&desk, &meeting).await, ready_item(&desk, &meeting).await);
    let path = format!("/v1/agenda-items/{}", id(&one["item"]));
    let patch = async |slot: u64| {
        let now = desk.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
        desk.patch(&path, now, &json!({ "slot": slot })).await.expect(200)
    };
    // The first of two goes to the second slot: after the other, and what closes the meeting after it.
    patch(2).await;
    let all = slots(&desk, &meeting).await;
    let at = |of: &Value| all.iter().position(|(item, _)| item == id(&of["item"])).unwrap();
    assert!(at(&two) < at(&one), "{all:?}");
    assert!(all[at(&one)..].iter().all(|(_, slot)| *slot == 2) && all[..at(&one)].iter().all(|(_, slot)| *slot == 1), "{all:?}");
    assert!(at(&one) + 1 < all.len(), "something closes it");
    // What comes stands in its slot, and back in the first slot everything is there again.
    let case = desk.post("/v1/signals", &signal("Nog een")).await.expect(201)["item"].clone();
    desk.post(&format!("/v1/meetings/{meeting}/items"), &json!({ "signal": id(&case), "facts": { "slot": 1 } }))
        .await
        .expect(201);
    slots(&desk, &meeting).await;
    patch(1).await;
    assert!(slots(&desk, &meeting).await.iter().all(|(_, slot)| *slot == 1));
}

async fn a_slot_that_the_meeting_has_not_is_refused_with_those_it_has(server: &TestServer) {
    let desk = server.desk();
    let meeting = two_slots(&desk).await;
    let item = ready_item(&desk, &meeting).await;
    let path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let now = desk.get(&path).await.expect(200)["item"].clone();
    let version = now["version"].as_i64().unwrap();
    for slot in [0, 3] {
        let refused = desk.patch(&path, version, &json!({ "slot": slot })).await;
        assert_eq!(refused.fault_at("/slot"), if slot == 0 { "out-of-range" } else { "no-such-slot" });
    }
    let refused = desk.patch(&path, version, &json!({ "slot": 3 })).await.any_problem();
    let told = refused["errors"][0]["detail"].as_str().unwrap();
    assert!(told.contains("2 (26-11-2026 15:15-16:30)"), "{told}");
    assert_eq!(desk.get(&path).await.expect(200)["item"], now, "nothing was written");
    let free = json!({ "facts": { "title": "Zonder tijdslot", "minutes": 5, "slot": 3 } });
    let refused = desk.post(&format!("/v1/meetings/{meeting}/items"), &free).await;
    assert_eq!(refused.fault_at("/facts/slot"), "no-such-slot");
    assert!(!entries(&desk, &meeting).await.iter().any(|one| one["item"]["facts"]["title"] == "Zonder tijdslot"));
}

async fn a_list_counts_what_an_item_lacks(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let case = desk.post("/v1/signals", &signal("Terugvordering")).await.expect(201)["item"].clone();
    let mut facts = agenda_item();
    facts["bodies"] = json!(["UWV", "SVB", "CAK"].map(|code| json!({ "organisation": code, "position": "", "legalRoom": "" })));
    facts["grounds"][0]["until"] = json!("2026-11-25");
    let new = json!({ "signal": id(&case), "facts": facts });
    let made = desk.post("/v1/agenda-candidates", &new).await.expect(201);
    let put = format!("/v1/agenda-items/{}/_move", id(&made["item"]));
    desk.post(&put, &json!({ "meeting": meeting })).await.expect(200);
    let all = entries(&desk, &meeting).await;
    let entry = all.iter().find(|one| one["item"]["id"] == made["item"]["id"]).unwrap();
    let lines = desk.get("/v1/changes").await.text();
    let row = lines
        .lines()
        .rev()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find(|line| line["kind"] == "agenda-item" && line["row"]["id"] == made["item"]["id"]);
    let row = row.expect("the feed tells the row")["row"].clone();
    let lacks = entry["missing"].as_array().unwrap();
    // Whom the register knows is asked by who holds it.
    let here = lacks.iter().filter(|one| one["kind"] != "addressee").count();
    assert_eq!(row["lacks"].as_u64().unwrap() as usize, here, "{lacks:#?}");
    assert!(here > row["missing"].as_array().unwrap().len(), "body by body: {lacks:#?}");
    assert!(row["missing"].as_array().unwrap().contains(&"ground".into()), "the day of the meeting counts: {row:#}");
    assert_eq!(row["unasked"].as_array().unwrap().len(), 3);
}

async fn a_decision_list_for_whom_nothing_was_decided_is_refused_in_words(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    ready_item(&desk, &meeting).await;
    fixed(&desk, &meeting).await;
    let papers = format!("/v1/meetings/{meeting}/papers?format=txt&for=SVB&paper");
    let refused = desk.get(&format!("{papers}=decisions")).await;
    assert_eq!(refused.fault_at("for"), "nothing-decided-for-reader");
    assert_eq!(desk.get(&format!("{papers}=agenda")).await.fault_at("for"), "nothing-for-reader");
}

async fn two_versions_tell_what_a_text_said_and_says(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    fixed(&desk, &meeting).await;
    let path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let version = item["item"]["version"].as_i64().unwrap();
    desk.patch(&path, version, &json!({ "facts": "Feiten op twee pagina's." })).await.expect(200);
    let now = fixed(&desk, &meeting).await;
    let last = now["editions"].as_array().unwrap().last().unwrap();
    let edition = desk.get(&format!("/v1/editions/{}", last["id"].as_str().unwrap())).await.expect(200);
    let told = json!([{ "field": "facts", "from": "Feiten op één pagina.", "to": "Feiten op twee pagina's." }]);
    assert_eq!(edition["changes"]["changed"][0]["values"], told, "{edition:#}");
}
