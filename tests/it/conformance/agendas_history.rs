//! The history of a case tells what happens to it on the agendas of the LET, in the same transaction: where it was put, what
//! was fixed, held and decided, and what was sent.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    changes::changes,
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{
    http::Caller,
    samples::{meeting, signal},
    server::TestServer,
};

on_both_stores!(
    where_it_was_put_stands_in_the_history_of_the_case,
    what_was_fixed_held_decided_and_sent_stands_there_too,
    a_cancelled_meeting_tells_every_case,
    what_did_not_happen_to_it_is_not_told,
);

/// What the history of a case tells of agendas, oldest first: verb and meeting.
async fn told(desk: &Caller, signal: &str) -> Vec<String> {
    let case = desk.get(&format!("/v1/signals/{signal}")).await.expect(200);
    let entries = case["timeline"].as_array().unwrap().iter().rev().filter(|entry| entry["kind"] == "agenda");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    entries.map(|one| format!("{} {}", text(&one["linked"]["verb"]), text(&one["linked"]["label"])).trim().to_owned()).collect()
}

async fn later(desk: &Caller) -> String {
    let mut new = meeting();
    new["facts"]["slots"] = json!([{ "startsAt": "2026-12-10T12:30:00Z", "endsAt": "2026-12-10T14:00:00Z" }]);
    id(&desk.post("/v1/meetings", &new).await.expect(201)["item"]).to_owned()
}

async fn where_it_was_put_stands_in_the_history_of_the_case(server: &TestServer) {
    let desk = server.desk();
    let (first, second) = (id(&made(&desk).await["item"]).to_owned(), later(&desk).await);
    let case = desk.post("/v1/signals", &signal("Ontruiming")).await.expect(201)["item"].clone();
    let new = json!({ "signal": id(&case), "reason": "ontruiming dreigt" });
    let item = desk.post("/v1/agenda-candidates", &new).await.expect(201)["item"].clone();
    let path = |verb: &str| format!("/v1/agenda-items/{}/{verb}", id(&item));
    let start = changes(&desk, None).await;
    desk.post(&path("_move"), &json!({ "meeting": first })).await.expect(200);
    desk.post(&path("_move"), &json!({ "first": true })).await.expect(200);
    desk.post(&path("_move"), &json!({ "meeting": second })).await.expect(200);
    desk.post(&path("_take-off"), &json!({ "reason": "nog niet rond" })).await.expect(200);
    desk.post(&path("_drop"), &json!({ "reason": "opgelost" })).await.expect(200);
    desk.post(&path("_drop"), &json!({ "reason": "echt" })).await.expect(200);
    assert_eq!(
        told(&desk, id(&case)).await,
        ["proposed", "placed LET-1", "moved LET-2", "taken-off LET-2", "dropped"],
        "another place on the same agenda is no news for the case, and dropped it is once"
    );
    let now = desk.get(&format!("/v1/signals/{}", id(&case))).await.expect(200);
    let entries = now["timeline"].as_array().unwrap();
    assert_eq!((&entries[0]["text"], &entries[1]["text"]), (&"opgelost".into(), &"nog niet rond".into()));
    assert_eq!(entries[4]["text"], "ontruiming dreigt");
    assert_eq!(
        entries[2]["linked"],
        json!({ "id": id(&item), "label": "LET-2", "verb": "moved", "on": "2026-12-10", "before": "2026-11-26" })
    );
    assert_eq!((&entries[2]["byName"], &now["version"]), (&desk.name.as_str().into(), &6.into()));
    let feed = changes(&desk, Some(&start.cursor)).await;
    assert_eq!(feed.signals.last().unwrap().version, 6, "who follows the feed knows that the case changed");

    // Put on an agenda at once it was never a candidate.
    let other = desk.post("/v1/signals", &signal("Zorg")).await.expect(201)["item"].clone();
    desk.post(&format!("/v1/meetings/{first}/items"), &json!({ "signal": id(&other) })).await.expect(201);
    assert_eq!(told(&desk, id(&other)).await, ["placed LET-1"]);
}

async fn what_was_fixed_held_decided_and_sent_stands_there_too(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let signal = id_of(&item);
    fixed(&desk, &meeting).await;
    let other = ready_item(&desk, &meeting).await;
    fixed(&desk, &meeting).await;
    let path = format!("/v1/meetings/{meeting}");
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let version = |detail: &Value| detail["item"]["version"].as_i64().unwrap();
    let now = desk.get(&path).await.expect(200);
    let held = desk.act(&format!("{path}/_hold"), version(&now), &json!({})).await.expect(200);
    let decisions = format!("/v1/agenda-items/{}/decisions", id(&item["item"]));
    let new = json!({ "facts": { "text": "Uitstel tot 1 maart.", "bodies": ["UWV"] } });
    let decided = desk.post(&decisions, &new).await.expect(201);
    let decision = format!("/v1/let-decisions/{}", id(&decided["decisions"][0]));
    desk.patch(&decision, 1, &json!({ "text": "Uitstel tot 1 april." })).await.expect(200);
    desk.patch(&decision, 2, &json!({ "withdrawn": true })).await.expect(200);
    desk.patch(&decision, 3, &json!({ "withdrawn": false })).await.expect(200);
    let body = json!({ "number": held["item"]["number"] });
    let waits = desk.act(&format!("{path}/_publish"), version(&held), &body).await.expect(200)["confirmation"].clone();
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&waits));
    colleague.post(&confirm, &json!({ "hash": waits["hash"] })).await.expect(200);
    assert_eq!(
        told(&desk, &signal).await,
        [
            "placed LET-1",
            "fixed LET-1",
            "held LET-1",
            "decided LET-1",
            "decision-changed LET-1",
            "decision-withdrawn LET-1",
            "decided LET-1",
            "decisions-sent LET-1"
        ],
        "fixed again it is told only to the case that was new"
    );
    assert_eq!(told(&desk, &id_of(&other)).await, ["placed LET-1", "fixed LET-1", "held LET-1"], "nothing was decided there");
    let case = desk.get(&format!("/v1/signals/{signal}")).await.expect(200);
    assert_eq!(
        (&case["timeline"][1]["text"], &case["timeline"][0]["byName"]),
        (&"Uitstel tot 1 april.".into(), &colleague.name.as_str().into())
    );
    assert!(!desk.get(&format!("/v1/signals/{}", id_of(&other))).await.expect(200).to_string().contains("Uitstel"));
}

fn id_of(item: &Value) -> String {
    item["item"]["signal"].as_str().unwrap().to_owned()
}

async fn a_cancelled_meeting_tells_every_case(server: &TestServer) {
    let desk = server.desk();
    let (first, second) = (id(&made(&desk).await["item"]).to_owned(), later(&desk).await);
    let (one, two) = (ready_item(&desk, &first).await, ready_item(&desk, &first).await);
    let act = async |verb: &str, body: Value| {
        let path = format!("/v1/meetings/{first}");
        let seen = desk.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
        desk.act(&format!("{path}/{verb}"), seen, &body).await.expect(200);
    };
    act("_cancel", json!({ "reason": "ziek" })).await;
    act("_reinstate", json!({})).await;
    act("_cancel", json!({ "reason": "storm", "to": second })).await;
    act("_reinstate", json!({})).await;
    for item in [one, two] {
        assert_eq!(
            told(&desk, &id_of(&item)).await,
            ["placed LET-1", "cancelled LET-1", "placed LET-1", "moved LET-2", "moved LET-1"]
        );
    }
}

async fn what_did_not_happen_to_it_is_not_told(server: &TestServer) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    let before = told(&desk, &id_of(&item)).await;
    desk.patch(&format!("/v1/meetings/{meeting}"), 1, &json!({ "place": "Utrecht" })).await.expect(200);
    desk.patch(&format!("/v1/agenda-items/{}", id(&item["item"])), 1, &json!({ "minutes": 45 })).await.expect(200);
    let refused = desk.act(&format!("/v1/meetings/{meeting}/_fix"), 2, &json!({ "agendaVersion": 1 })).await;
    assert_eq!(refused.fault_at(""), "agenda-changed-since-seen");
    let early = desk.act(&format!("/v1/meetings/{meeting}/_hold"), 2, &json!({})).await;
    assert_eq!(early.fault_at(""), "agenda-not-fixed");
    let case = desk.get(&format!("/v1/signals/{}", id_of(&item))).await.expect(200);
    assert_eq!((told(&desk, &id_of(&item)).await, &case["version"]), (before, &2.into()));
}
