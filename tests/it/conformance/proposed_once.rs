//! A case stands on one agenda, once: by whatever way it comes there, and when two people bring it at once.

use loket::api::problem::Code;
use serde_json::{Value, json};

use super::{meetings::made, time_outs::id};
use crate::support::{http::Caller, samples::signal, server::TestServer};

on_both_stores!(a_dropped_item_does_not_come_beside_its_case, who_brings_it_at_once_brings_it_once);

/// A case that was proposed and dropped again: the case, and the item.
async fn dropped(desk: &Caller) -> (Value, String) {
    let case = desk.post("/v1/signals", &signal("Ontruiming")).await.expect(201)["item"]["id"].clone();
    let item = desk.post("/v1/agenda-candidates", &json!({ "signal": case })).await.expect(201);
    let path = format!("/v1/agenda-items/{}", id(&item["item"]));
    desk.post(&format!("{path}/_drop"), &json!({})).await.expect(200);
    (case, path)
}

async fn a_dropped_item_does_not_come_beside_its_case(server: &TestServer) {
    let desk = server.desk();
    let (first, second) = (made(&desk).await["item"]["number"].clone(), made(&desk).await["item"]["number"].clone());
    let (case, old) = dropped(&desk).await;
    let items = format!("/v1/meetings/{}/items", first.as_str().unwrap());
    let new = desk.post(&items, &json!({ "signal": case })).await.expect(201);
    for meeting in [&first, &second] {
        let refused = desk.post(&format!("{old}/_move"), &json!({ "meeting": meeting })).await;
        refused.problem(Code::NotPossibleNow);
        assert_eq!(refused.fault_at(""), "already-proposed", "{meeting}");
    }
    // The one that is there moves as before; gone from all agendas, the old one may come.
    let path = format!("/v1/agenda-items/{}", id(&new["item"]));
    desk.post(&format!("{path}/_move"), &json!({ "meeting": second })).await.expect(200);
    desk.post(&format!("{path}/_move"), &json!({ "first": true })).await.expect(200);
    desk.post(&format!("{path}/_take-off"), &json!({})).await.expect(200);
    assert_eq!(desk.post(&format!("{old}/_move"), &json!({ "meeting": first })).await.fault_at(""), "already-proposed");
    desk.post(&format!("{path}/_drop"), &json!({})).await.expect(200);
    desk.post(&format!("{old}/_move"), &json!({ "meeting": first })).await.expect(200);
}

async fn who_brings_it_at_once_brings_it_once(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let (first, second) = (made(&desk).await["item"]["number"].clone(), made(&desk).await["item"]["number"].clone());
    for _ in 0..10 {
        let (case, old) = dropped(&desk).await;
        let items = format!("/v1/meetings/{}/items", first.as_str().unwrap());
        let (back, new) = (json!({ "meeting": second }), json!({ "signal": case }));
        let (path, candidates) = (format!("{old}/_move"), "/v1/agenda-candidates");
        let (one, two, three) =
            tokio::join!(desk.post(&path, &back), colleague.post(&items, &new), colleague.post(candidates, &new));
        let mut faults = [one, two, three].map(|reply| if reply.status < 300 { String::new() } else { reply.fault_at("") });
        faults.sort();
        assert_eq!(faults, ["", "already-proposed", "already-proposed"]);
    }
}
