//! The history of a case tells every move of its time-outs, in the same transaction: who, when, why, and the new day.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::time_outs::{case, confirm, id, running};
use crate::support::server::TestServer;

on_both_stores!(every_move_stands_in_the_history_of_the_case, what_passes_by_time_stands_in_the_history);

async fn every_move_stands_in_the_history_of_the_case(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    let now = running(server, &signal, &other, json!({})).await;
    let body = json!({ "lastDay": "2026-12-06", "decidedOn": "2026-11-16", "reason": "overleg loopt" });
    let path = format!("/v1/time-outs/{}", id(&now["item"]));
    confirm(&other, &desk.act(&format!("{path}/_extend"), 2, &body).await.expect(201)).await;
    desk.act(&format!("{path}/_tell-body"), 4, &json!({ "on": "2026-11-15" })).await.expect(200);
    let case = desk.get(&format!("/v1/signals/{}", id(&signal))).await.expect(200);
    assert_eq!(case["version"], 6);
    let told: Vec<_> = linked(&case);
    assert_eq!(told.len(), 5);
    let newest = &case["timeline"][1];
    assert_eq!((&newest["kind"], &newest["byName"]), (&"time-out".into(), &"Fatima Yıldız".into()));
    assert_eq!(
        newest["linked"],
        json!({ "id": now["item"]["id"], "label": "terugvordering, UWV", "verb": "confirmed",
        "action": "extend-time-out", "on": "2026-12-06", "before": "2026-11-29" })
    );
    assert_eq!(
        (&case["timeline"][2]["text"], &case["timeline"][2]["linked"]["verb"]),
        (&"overleg loopt".into(), &"proposed".into())
    );
    assert_eq!(told[0], ("told-body".into(), "2026-11-15".into()));
}

/// What the history of a case tells of what belongs to it, newest first: verb and day.
fn linked(case: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let entries = case["timeline"].as_array().unwrap().iter().filter(|entry| !entry["linked"].is_null());
    entries.map(|entry| (text(&entry["linked"]["verb"]), text(&entry["linked"]["on"]))).collect()
}

/// What nobody did is told too, once, at its own moment: a proposal that expired, a last day that passed.
async fn what_passes_by_time_stands_in_the_history(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let signal = case(server, "A-1").await;
    let made = running(server, &signal, &other, json!({})).await;
    let path = format!("/v1/time-outs/{}", id(&made["item"]));
    let read = || async { desk.get(&format!("/v1/signals/{}", id(&signal))).await.expect(200) };
    let extend = json!({ "lastDay": "2026-12-06", "decidedOn": "2026-11-16" });
    desk.act(&format!("{path}/_extend"), 2, &extend).await.expect(201);
    server.advance(TimeDelta::days(8));
    desk.post(&format!("/v1/signals/{}/notes", id(&signal)), &json!({ "text": "gebeld" })).await.expect(201);
    let verbs = |case: &Value| -> Vec<String> { linked(case).into_iter().map(|(verb, _)| verb).collect() };
    let now = read().await;
    assert_eq!(verbs(&now), ["expired", "proposed", "confirmed", "proposed"]);
    assert_eq!((&now["timeline"][0]["kind"], &now["timeline"][1]["by"]), (&"note".into(), &Value::Null));
    assert_eq!(read().await, now, "the same entry, however often it is read");
    // Proposed anew: what expired before is known for good.
    desk.act(&format!("{path}/_extend"), 3, &extend).await.expect(201);
    let again = read().await;
    assert_eq!(verbs(&again), ["proposed", "expired", "proposed", "confirmed", "proposed"]);
    assert_eq!((&again["timeline"][2]["at"], &again["timeline"][2]["by"]), (&now["timeline"][1]["at"], &Value::Null));
    server.advance(TimeDelta::days(6));
    let lapsed = read().await;
    assert_eq!(linked(&lapsed)[..2], [("lapsed".into(), "2026-11-30".into()), ("expired".into(), String::new())]);
    assert_eq!(lapsed["timeline"].as_array().unwrap().last().unwrap()["kind"], "received");
}
