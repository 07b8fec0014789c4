//! That a meeting was held: not before it begins, and taken back when that was a mistake.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{
    meetings::{fixed, made, ready_item},
    time_outs::id,
};
use crate::support::server::TestServer;

on_both_stores!(it_is_held_from_its_beginning_on_and_that_is_taken_back);

async fn it_is_held_from_its_beginning_on_and_that_is_taken_back(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let meeting = id(&made(&desk).await["item"]).to_owned();
    let path = format!("/v1/meetings/{meeting}");
    let item = ready_item(&desk, &meeting).await;
    let now = fixed(&desk, &meeting).await;
    let begins: chrono::DateTime<chrono::Utc> = now["item"]["facts"]["slots"][0]["startsAt"].as_str().unwrap().parse().unwrap();
    let act = async |verb: &str, body: Value| {
        let seen = desk.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
        desk.act(&format!("{path}/{verb}"), seen, &body).await
    };
    assert_eq!(act("_unhold", json!({})).await.fault_at(""), "meeting-not-held");
    server.advance(begins - server.clock_now() - TimeDelta::minutes(1));
    let early = act("_hold", json!({})).await;
    assert_eq!(early.fault_at(""), "meeting-not-yet", "the same day, a minute before it begins");
    assert!(early.text().contains("26-11-2026 13:30"), "{}", early.text());
    server.advance(TimeDelta::minutes(1));
    act("_hold", json!({})).await.expect(200);

    // A mistake: its agenda may change again, and what was decided stays.
    let item_path = format!("/v1/agenda-items/{}", id(&item["item"]));
    let decision = json!({ "facts": { "text": "Uitstel.", "bodies": ["UWV"] } });
    desk.post(&format!("{item_path}/decisions"), &decision).await.expect(201);
    let back = act("_unhold", json!({})).await.expect(200);
    assert_eq!((&back["item"]["state"], &back["changedSinceFixed"]), (&"fixed".into(), &false.into()));
    let told = desk.get(&format!("/v1/signals/{}", item["item"]["signal"].as_str().unwrap())).await.expect(200);
    assert_eq!(told["timeline"][0]["linked"]["verb"], "unheld");
    let stays = desk.get(&item_path).await.expect(200);
    assert_eq!(stays["decisions"].as_array().map(Vec::len), Some(1));
    desk.patch(&item_path, stays["item"]["version"].as_i64().unwrap(), &json!({ "minutes": 45 })).await.expect(200);
    fixed(&desk, &meeting).await;
    act("_hold", json!({})).await.expect(200);

    // Not beside the same case, proposed anew since; and not when all was sent.
    let again = desk.post("/v1/agenda-candidates", &json!({ "signal": item["item"]["signal"] })).await.expect(201);
    assert_eq!(act("_unhold", json!({})).await.fault_at(""), "already-proposed");
    desk.post(&format!("/v1/agenda-items/{}/_drop", id(&again["item"])), &json!({})).await.expect(200);
    act("_unhold", json!({})).await.expect(200);
    act("_hold", json!({})).await.expect(200);
    let waits = act("_publish", json!({ "number": back["item"]["number"] })).await.expect(200)["confirmation"].clone();
    assert_eq!(act("_unhold", json!({})).await.fault_at(""), "proposal-pending");
    let confirm = format!("/v1/confirmations/{}/_confirm", id(&waits));
    colleague.post(&confirm, &json!({ "hash": waits["hash"] })).await.expect(200);
    assert_eq!(act("_unhold", json!({})).await.fault_at(""), "meeting-not-held");
}
