//! Promised calls: a call-back stands until that party was reached or another day was agreed, and no other call keeps it.

use serde_json::{Value, json};

use super::time_outs::{case, id};
use crate::support::server::TestServer;

on_both_stores!(who_is_to_be_called_back_stands_on_the_board_until_they_are_reached);

async fn who_is_to_be_called_back_stands_on_the_board_until_they_are_reached(server: &TestServer) {
    let desk = server.desk();
    let signal = case(server, "A-1").await;
    let path = format!("/v1/signals/{}/contact-moments", id(&signal));
    let called = |with: &str, reached: bool, back: Value| json!({ "contact": { "with": with, "reached": reached, "agreed": "", "callBackOn": back } });
    let contact = |back: Value| called("UWV", false, back);
    let board = async || {
        let reply = desk.get(&format!("/v1/deadlines?signal={}&kind=call_back", id(&signal))).await.expect(200);
        reply["items"].as_array().unwrap().iter().map(|row| row["alarmOn"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(board().await, Vec::<Value>::new());
    desk.post(&path, &contact(json!("2026-11-19"))).await.expect(201);
    assert_eq!(board().await, [json!("2026-11-19")]);
    desk.post(&path, &contact(json!("2026-11-20"))).await.expect(201);
    assert_eq!(board().await, [json!("2026-11-20")], "one call, the last that was agreed");
    let twentieth = [json!("2026-11-20")];
    desk.post(&path, &contact(Value::Null)).await.expect(201);
    assert_eq!(board().await, twentieth, "nobody was reached");
    let reply = desk.post(&path, &called("Belastingdienst", true, Value::Null)).await.expect(201);
    assert_eq!(board().await, twentieth, "somebody else was reached");
    assert_eq!((&reply["callBackOn"], &reply["callBackWith"]), (&json!("2026-11-20"), &json!("UWV")));
    let row = &desk.get(&format!("/v1/deadlines?signal={}&kind=call_back", id(&signal))).await.expect(200)["items"][0];
    assert_eq!(row["label"], "UWV", "the row says whom");
    let detail = desk.get(&format!("/v1/deadlines/{}", row["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(detail["advice"]["nl"], "Bel UWV terug.");
    desk.post(&path, &called("mevrouw Smit, uwv", true, Value::Null)).await.expect(201);
    assert_eq!(board().await, Vec::<Value>::new(), "they were reached");
}
