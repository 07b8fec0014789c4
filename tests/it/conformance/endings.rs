//! What is taken back after a meeting: a consent that ends and a paper that goes to nobody hold at once, also when all was sent.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::{http::Caller, samples::item_paper, server::TestServer};

on_both_stores!(a_consent_ends_after_the_meeting, a_paper_is_taken_back_after_the_meeting);

fn version(detail: &Value) -> i64 {
    detail["item"]["version"].as_i64().unwrap()
}

/// A meeting with one case of the UWV that was fixed, as `prepare` leaves it, and held: its path and the item.
async fn held(server: &TestServer, prepare: impl AsyncFn(&Value)) -> (String, Value) {
    let desk = server.desk();
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let item = ready_item(&desk, &meeting).await;
    prepare(&item).await;
    let now = fixed(&desk, &meeting).await;
    server.advance(TimeDelta::days(10) + TimeDelta::hours(6));
    let path = format!("/v1/meetings/{meeting}");
    desk.act(&format!("{path}/_hold"), version(&now), &json!({})).await.expect(200);
    (path, item)
}

/// Proposes to send the decisions and gives what waits.
async fn proposed(desk: &Caller, path: &str) -> Value {
    let now = desk.get(path).await.expect(200);
    let body = json!({ "number": now["item"]["number"] });
    desk.act(&format!("{path}/_publish"), version(&now), &body).await.expect(200)["confirmation"].clone()
}

async fn confirmed(by: &Caller, waits: &Value) -> crate::support::http::Reply {
    by.post(&format!("/v1/confirmations/{}/_confirm", id(waits)), &json!({ "hash": waits["hash"] })).await
}

async fn a_consent_ends_after_the_meeting(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let (path, item) = held(server, async |_| {}).await;
    let item_path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let decision = json!({ "facts": { "text": "Uitstel tot 1 maart.", "bodies": ["UWV"] } });
    desk.post(&format!("{item_path}/decisions"), &decision).await.expect(201);
    let list = format!("{path}/papers?paper=decisions&format=txt&for=UWV");
    assert!(desk.get(&list).await.text().contains("Uitstel tot 1 maart."));
    let waits = proposed(&desk, &path).await;

    // Nothing else changes any more, and nobody gets a ground.
    let grounds = item["item"]["facts"]["grounds"].clone();
    let mut wider = grounds.clone();
    wider[0]["bodies"] = json!(["UWV", "SVB"]);
    for patch in [json!({ "stalemate": "anders" }), json!({ "grounds": wider }), json!({ "grounds": [], "minutes": 45 })] {
        assert_eq!(desk.patch(&item_path, version(&item), &patch).await.fault_at(""), "meeting-over", "{patch}");
    }
    let ended = desk.patch(&item_path, version(&item), &json!({ "grounds": [] })).await.expect(200);
    let now = desk.get(&path).await.expect(200);
    assert_eq!((&now["item"]["state"], &now["changedSinceFixed"]), (&"held".into(), &false.into()), "the agenda stays as it was");
    assert!(!desk.get(&list).await.text().contains("Uitstel"), "from now on it goes to nobody");
    assert_eq!(confirmed(&colleague, &waits).await.fault_at(""), "subject-changed", "and what waited is not what was shown");

    // What was ended by mistake is put back as it was; and it ends after all was sent, too.
    desk.patch(&item_path, version(&ended), &json!({ "grounds": grounds })).await.expect(200);
    confirmed(&colleague, &waits).await.expect(200);
    assert_eq!(desk.get(&path).await.expect(200)["item"]["state"], "sent");
    assert!(desk.get(&list).await.text().contains("Uitstel"));
    desk.patch(&item_path, version(&ended) + 1, &json!({ "grounds": [] })).await.expect(200);
    assert!(!desk.get(&list).await.text().contains("Uitstel"));
}

async fn a_paper_is_taken_back_after_the_meeting(server: &TestServer) {
    let desk = server.desk();
    let put = async |item: &Value| {
        desk.post(&format!("/v1/agenda-items/{}/papers", id(&item["item"])), &item_paper("Brief CANARY")).await.expect(201);
    };
    let (path, item) = held(server, put).await;
    let now = desk.get(&format!("/v1/agenda-items/{}", id(&item["item"]))).await.expect(200);
    let paper = format!("/v1/item-papers/{}", id(&now["papers"][0]));
    let pack = format!("{path}/papers?paper=pack&format=txt&for=UWV");
    assert!(desk.get(&pack).await.text().contains("CANARY"));
    for patch in [json!({ "title": "Anders" }), json!({ "bodies": ["UWV", "SVB"] }), json!({ "title": "x", "withdrawn": true })] {
        assert_eq!(desk.patch(&paper, 1, &patch).await.fault_at(""), "meeting-over", "{patch}");
    }
    desk.patch(&paper, 1, &json!({ "withdrawn": true })).await.expect(200);
    let all = format!("{path}/papers?paper=pack&format=txt");
    for place in [&pack, &all] {
        assert!(!desk.get(place).await.text().contains("CANARY"), "{place}");
    }
    desk.patch(&paper, 2, &json!({ "withdrawn": false, "bodies": [] })).await.expect(200);
    assert!(!desk.get(&pack).await.text().contains("CANARY"), "for nobody but the secretariat");
    desk.patch(&paper, 3, &json!({ "bodies": ["UWV"] })).await.expect(200);
    assert!(desk.get(&pack).await.text().contains("CANARY"), "as it was fixed");
}
