//! Items of agendas: proposed, written, moved, taken off and put back; what they bring along, and what they refuse.

use loket::api::problem::Code;
use serde_json::{Value, json};

use super::{
    meetings::{made, ready_item},
    time_outs::id,
};
use crate::support::{
    http::Caller,
    samples::{agenda_item, invitation, officer, signal, signal_with},
    server::TestServer,
};

on_both_stores!(
    a_case_is_proposed_once_and_brings_its_facts,
    taken_off_it_is_a_candidate_with_everything_in_it,
    an_item_goes_to_another_meeting,
    an_item_without_a_case,
    text_that_looks_like_something_else_stays_text,
    three_hundred_items_and_no_more,
    who_leaves_the_register_is_named,
    who_is_asked_for_two_meetings_at_once_is_named,
);

/// The ids of the items of a meeting, in order.
pub async fn order(desk: &Caller, meeting: &str) -> Vec<String> {
    let agenda = desk.get(&format!("/v1/meetings/{meeting}/items")).await.expect(200);
    agenda["items"].as_array().unwrap().iter().map(|entry| id(&entry["item"]).to_owned()).collect()
}

async fn meeting(desk: &Caller) -> String {
    id(&made(desk).await["item"]).to_owned()
}

async fn a_case_is_proposed_once_and_brings_its_facts(server: &TestServer) {
    let desk = server.desk();
    let facts = json!({
        "stalemate": "UWV en SVB wachten op elkaar.", "bodies": [{ "organisation": "UWV", "position": "kan niet" }],
        "tried": [{ "what": "gebeld", "on": null, "with": "UWV" }], "urgency": "crisis",
        "threats": [{ "what": "ontruiming", "on": "2026-12-02" }],
        "sharingGrounds": [
            { "basis": "AVG 6(1)(e)", "purpose": "doorbraak", "recipient": "uwv", "until": null },
            { "basis": "toestemming", "purpose": "", "recipient": "iedereen", "until": null }
        ]
    });
    let case = desk.post("/v1/signals", &signal_with("Terugvordering, UWV", facts)).await.expect(201)["item"].clone();
    let new = json!({ "signal": case["number"], "facts": { "decisionAsked": "uitstel" }, "reason": "ontruiming dreigt" });
    let made = desk.post("/v1/agenda-candidates", &new).await.expect(201);
    let facts = &made["item"]["facts"];
    assert_eq!((&facts["title"], &facts["decisionAsked"]), (&"Terugvordering, UWV".into(), &"uitstel".into()));
    assert_eq!((&facts["bodies"][0]["organisation"], &facts["tried"][0]["what"]), (&"UWV".into(), &"gebeld".into()));
    assert_eq!(facts["grounds"][0]["bodies"], json!(["UWV"]));
    assert_eq!(facts["grounds"][1]["bodies"], json!([]), "a ground for nobody that is known covers nobody");
    let list = desk.get("/v1/agenda-candidates").await.expect(200);
    let row = &list["items"][0];
    assert_eq!((&row["urgency"], &row["hardDate"]["on"]), (&"crisis".into(), &"2026-12-02".into()));
    assert!(row["item"]["missing"].as_array().unwrap().contains(&"facts".into()));
    assert!(!list.to_string().contains("wachten op elkaar"), "a list holds nothing of the case");
    let twice = desk.post("/v1/agenda-candidates", &json!({ "signal": case["number"] })).await;
    assert_eq!(twice.fault_at(""), "already-proposed");
    let at_once = tokio::join!(one_more(&desk, "A"), one_more(&desk, "B"));
    assert_eq!((at_once.0, at_once.1), (201, 201));
    desk.post("/v1/agenda-candidates", &json!({ "signal": "S-2026-99999" })).await.problem(Code::NotFound);

    // Dropped by mistake it is a candidate again, as it was; dropped it may also be proposed anew, and then no longer twice.
    let path = format!("/v1/agenda-items/{}", id(&made["item"]));
    desk.post(&format!("{path}/_drop"), &json!({})).await.expect(200);
    let again = desk.post(&format!("{path}/_take-off"), &json!({})).await.expect(200);
    assert_eq!((&again["item"]["dropped"], &again["item"]["facts"]), (&Value::Bool(false), &made["item"]["facts"]));
    desk.post(&format!("{path}/_drop"), &json!({})).await.expect(200);
    desk.post("/v1/agenda-candidates", &json!({ "signal": case["number"] })).await.expect(201);
    let twice = desk.post(&format!("{path}/_take-off"), &json!({})).await;
    assert_eq!(twice.fault_at(""), "already-proposed");
}

async fn one_more(desk: &Caller, title: &str) -> u16 {
    let case = desk.post("/v1/signals", &signal(title)).await.expect(201)["item"].clone();
    desk.post("/v1/agenda-candidates", &json!({ "signal": id(&case) })).await.status
}

async fn taken_off_it_is_a_candidate_with_everything_in_it(server: &TestServer) {
    let desk = server.desk();
    let meeting = meeting(&desk).await;
    let item = ready_item(&desk, &meeting).await;
    let path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let before = order(&desk, &meeting).await;
    let off = desk.post(&format!("{path}/_take-off"), &json!({ "reason": "nog niet rond" })).await.expect(200);
    assert_eq!((&off["item"]["meeting"], &off["item"]["dropped"]), (&Value::Null, &false.into()));
    assert_eq!((&off["item"]["facts"], &off["invitations"]), (&item["item"]["facts"], &item["invitations"]));
    assert_eq!(order(&desk, &meeting).await.len(), before.len() - 1);
    let refused = desk.post(&format!("{path}/_take-off"), &json!({})).await;
    assert_eq!(refused.fault_at(""), "not-placed");
    let nowhere = desk.post(&format!("{path}/_move"), &json!({ "first": true })).await;
    assert_eq!(nowhere.fault_at(""), "not-placed");

    // Undone: back where it was.
    let at = before.iter().position(|one| one == id(&item["item"])).unwrap();
    let place = json!({ "meeting": meeting, "after": before[at - 1] });
    let back = desk.post(&format!("{path}/_move"), &place).await.expect(200);
    assert_eq!((order(&desk, &meeting).await, &back["item"]["facts"]), (before.clone(), &item["item"]["facts"]));
    assert_eq!(back["item"]["version"], item["item"]["version"], "its text is the same version all along");

    // A standing item belongs to its meeting: off the agenda it is no candidate.
    let standing = format!("/v1/agenda-items/{}", before[0]);
    let off = desk.post(&format!("{standing}/_take-off"), &json!({})).await.expect(200);
    assert_eq!(off["item"]["dropped"], true);
    desk.get("/v1/agenda-candidates").await.expect(200)["items"].as_array().unwrap().iter().for_each(|row| {
        assert_ne!(row["item"]["id"], before[0].as_str());
    });
    desk.post(&format!("{standing}/_move"), &json!({ "meeting": meeting, "first": true })).await.expect(200);
    assert_eq!(order(&desk, &meeting).await, before);
}

async fn an_item_goes_to_another_meeting(server: &TestServer) {
    let desk = server.desk();
    let (one, two) = (meeting(&desk).await, meeting(&desk).await);
    let item = ready_item(&desk, &one).await;
    let path = format!("/v1/agenda-items/{}/_move", id(&item["item"]));
    let there = order(&desk, &two).await;
    let foreign = desk.post(&path, &json!({ "after": there[0] })).await;
    assert_eq!(foreign.fault_at(""), "not-on-agenda", "that one is on another agenda");
    let both = desk.post(&path, &json!({ "meeting": two, "after": there[0], "first": true })).await;
    assert_eq!(both.fault_places(), ["/first"]);
    desk.post(&path, &json!({ "meeting": two, "after": there[0] })).await.expect(200);
    let now = order(&desk, &two).await;
    assert_eq!((now[1].as_str(), now.len()), (id(&item["item"]), 5));
    assert_eq!(order(&desk, &one).await.len(), 4);
    desk.post(&path, &json!({ "meeting": "LET-999" })).await.problem(Code::NotFound);
}

async fn an_item_without_a_case(server: &TestServer) {
    let desk = server.desk();
    let meeting = meeting(&desk).await;
    let items = format!("/v1/meetings/{meeting}/items");
    let free = desk.post(&items, &json!({ "facts": { "title": "Werkwijze" }, "first": true })).await.expect(201);
    assert_eq!((&free["item"]["signal"], &free["missing"]), (&Value::Null, &json!([])));
    assert_eq!(order(&desk, &meeting).await[0], id(&free["item"]));
    // Without a place it stands before what closes the meeting; what closes it goes to the very end.
    let last = desk.post(&items, &json!({ "facts": { "title": "Rondvraag" } })).await.expect(201);
    let now = order(&desk, &meeting).await;
    let at = now.iter().position(|one| one == id(&last["item"])).unwrap();
    assert_eq!(now.len() - at, 3, "the lessons and the close come after it");
    desk.post(&format!("/v1/agenda-items/{}/_move", now[at + 1]), &json!({})).await.expect(200);
    assert_eq!(order(&desk, &meeting).await.last(), now.get(at + 1));
    let nameless = desk.post(&items, &json!({})).await;
    assert_eq!(nameless.fault_places(), ["/facts/title"]);
    let wrong = json!({ "facts": { "title": "x", "minutes": 0, "slot": 0, "bodies": [{ "organisation": "NIEMAND" }] } });
    let mut places = desk.post(&items, &wrong).await.fault_places();
    places.sort();
    assert_eq!(places, ["/facts/bodies/0/organisation", "/facts/minutes", "/facts/slot"]);
    let path = format!("/v1/agenda-items/{}", id(&free["item"]));
    desk.patch(&path, 9, &json!({ "minutes": 15 })).await.problem(Code::StaleVersion);
    desk.patch(&path, 1, &json!({ "title": "bsn 999990019" })).await.problem(Code::BsnInText);
    let written = desk.patch(&path, 1, &json!({ "minutes": 15 })).await.expect(200);
    assert_eq!((&written["item"]["version"], &written["item"]["facts"]["title"]), (&2.into(), &"Werkwijze".into()));
}

async fn text_that_looks_like_something_else_stays_text(server: &TestServer) {
    let desk = server.desk();
    let meeting = meeting(&desk).await;
    let text = "# kop\n<script>x</script>\r\nBEGIN:VEVENT\r\n=SUM(A1)\u{1b}[2J../../etc/passwd | é \u{202e}";
    let mut facts = agenda_item();
    facts["title"] = "=cmd|'/c'!A1 <b>".into();
    facts["facts"] = text.into();
    let case = desk.post("/v1/signals", &signal("Ontruiming")).await.expect(201)["item"].clone();
    let new = json!({ "signal": id(&case), "facts": facts });
    let made = desk.post(&format!("/v1/meetings/{meeting}/items"), &new).await.expect(201);
    let read = desk.get(&format!("/v1/agenda-items/{}", id(&made["item"]))).await.expect(200);
    assert_eq!((&read["item"]["facts"]["facts"], &read["item"]["facts"]["title"]), (&text.into(), &facts["title"]));
}

async fn three_hundred_items_and_no_more(server: &TestServer) {
    let desk = server.desk();
    let meeting = meeting(&desk).await;
    let items = format!("/v1/meetings/{meeting}/items");
    for n in 0..196 {
        desk.post(&items, &json!({ "facts": { "title": format!("Punt {n}"), "minutes": 1 }, "first": true })).await.expect(201);
    }
    let all = order(&desk, &meeting).await;
    assert_eq!(all.len(), 200);
    desk.post(&format!("/v1/agenda-items/{}/_move", all[199]), &json!({ "after": all[0] })).await.expect(200);
    let now = order(&desk, &meeting).await;
    assert_eq!((&now[1], &now[2..], now.len()), (&all[199], &all[1..199], 200));
    for n in 0..100 {
        desk.post(&items, &json!({ "facts": { "title": format!("Meer {n}"), "minutes": 1 } })).await.expect(201);
    }
    let full = desk.post(&items, &json!({ "facts": { "title": "Te veel" } })).await;
    assert_eq!(full.fault_at(""), "agenda-full");
}

async fn who_leaves_the_register_is_named(server: &TestServer) {
    let desk = server.desk();
    let meeting = meeting(&desk).await;
    let item = ready_item(&desk, &meeting).await;
    let person = desk.post("/v1/officers", &officer("UWV", "C. Jansen")).await.expect(201)["item"].clone();
    let mut body = invitation("UWV", "C. Jansen");
    body["facts"]["officer"] = person["id"].clone();
    desk.post(&format!("/v1/agenda-items/{}/invitations", id(&item["item"])), &body).await.expect(201);
    let items = format!("/v1/meetings/{meeting}/items");
    assert_eq!(desk.get(&items).await.expect(200)["clashes"], json!([]));
    desk.patch(&format!("/v1/officers/{}", id(&person)), 1, &json!({ "validTo": "2026-11-20" })).await.expect(200);
    let clashes = desk.get(&items).await.expect(200)["clashes"].clone();
    assert_eq!((&clashes[0]["kind"], &clashes[0]["name"]), (&"left-register".into(), &"C. Jansen".into()), "the name is kept");
    server.execute("DELETE FROM officers").await;
    assert_eq!(desk.get(&items).await.expect(200)["clashes"][0]["kind"], "left-register", "even when it is gone altogether");
}

async fn who_is_asked_for_two_meetings_at_once_is_named(server: &TestServer) {
    let desk = server.desk();
    let (one, two) = (meeting(&desk).await, meeting(&desk).await);
    ready_item(&desk, &one).await;
    let items = format!("/v1/meetings/{one}/items");
    assert_eq!(desk.get(&items).await.expect(200)["clashes"], json!([]));
    let there = ready_item(&desk, &two).await;
    let clashes = desk.get(&items).await.expect(200)["clashes"].clone();
    assert_eq!((&clashes[0]["kind"], &clashes[0]["otherMeeting"]), (&"double-booked".into(), &there["meetingNumber"]));
    let invited = format!("/v1/invitations/{}", id(&there["invitations"][0]));
    desk.patch(&invited, 2, &json!({ "withdrawn": true })).await.expect(200);
    assert_eq!(desk.get(&items).await.expect(200)["clashes"], json!([]));
}
