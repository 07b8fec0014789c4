//! The same report twice changes nothing; the same reference with other content is refused and says what differs.

use loket::api::problem::Code;
use serde_json::{Value, json};

use crate::support::{
    samples::{full_officer, full_signal},
    server::TestServer,
};

on_both_stores!(
    the_same_signal_again_changes_nothing,
    another_signal_under_the_same_reference_is_refused,
    work_on_it_does_not_make_it_another,
    the_register_knows_its_sources_too,
    many_at_once_make_one,
);

async fn the_same_signal_again_changes_nothing(server: &TestServer) {
    let desk = server.desk();
    let first = desk.post("/v1/signals", &full_signal()).await.expect(201);
    server.advance(chrono::TimeDelta::hours(1));
    let colleague = server.colleague().await;
    for who in [&desk, &colleague] {
        let again = who.post("/v1/signals", &full_signal()).await.expect(200);
        assert_eq!(again["created"], false);
        assert_eq!(again["item"], first["item"]);
    }
    let mut other_system = full_signal();
    other_system["source"]["system"] = "message-id".into();
    assert_eq!(desk.post("/v1/signals", &other_system).await.expect(201)["created"], true, "the pair is what is unique");
    assert_eq!(desk.get("/v1/signals").await.expect(200)["items"].as_array().unwrap().len(), 2);
}

async fn another_signal_under_the_same_reference_is_refused(server: &TestServer) {
    let desk = server.desk();
    let first = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let mut other = full_signal();
    other["facts"]["title"] = "Een andere titel".into();
    other["facts"]["threats"][0]["on"] = "2026-12-09".into();
    other["channel"] = "form".into();
    let reply = desk.post("/v1/signals", &other).await;
    let problem = reply.problem(Code::SourceTaken);
    assert_eq!(problem["existing"], first["number"]);
    let places = reply.fault_places();
    for field in ["/facts/title", "/facts/threats"] {
        assert!(places.iter().any(|place| place.starts_with(field)), "{field} in {places:?}");
    }
    assert!(places.iter().any(|place| place == "/channel"), "{places:?}");
    assert!(!places.iter().any(|place| place.starts_with("/facts/account")), "{places:?}");
    assert_eq!(reply.fault_at("/facts/title"), "differs");
    assert_eq!(desk.get("/v1/signals").await.expect(200)["items"].as_array().unwrap().len(), 1);
    let path = format!("/v1/signals/{}", first["id"].as_str().unwrap());
    assert_eq!(desk.get(&path).await.expect(200), first);
}

async fn work_on_it_does_not_make_it_another(server: &TestServer) {
    let desk = server.desk();
    let mut body = full_signal();
    body["facts"]["account"] = "Met bsn 999990019.".into();
    let first = desk.post("/v1/signals", &body).await.expect(201);
    assert_eq!(first["masked"], 1);
    let path = format!("/v1/signals/{}", first["item"]["id"].as_str().unwrap());
    let again = desk.post("/v1/signals", &body).await.expect(200);
    assert_eq!((&again["created"], &again["item"]["version"]), (&false.into(), &1.into()), "the masked text compares as equal");
    // The desk works on it: the same file again must still change nothing, or every import would be refused after the first
    // day of work.
    desk.post(&format!("{path}/claims"), &json!({})).await.ok();
    desk.post(&format!("{path}/notes"), &json!({ "text": "Gebeld." })).await.ok();
    let before = desk.get(&path).await.expect(200);
    let again = desk.post("/v1/signals", &body).await.expect(200);
    assert_eq!((&again["created"], &again["item"]), (&false.into(), &before));
}

async fn the_register_knows_its_sources_too(server: &TestServer) {
    let desk = server.desk();
    let first = desk.post("/v1/officers", &full_officer()).await.expect(201);
    let again = desk.post("/v1/officers", &full_officer()).await.expect(200);
    assert_eq!((&again["created"], &again["item"]), (&false.into(), &first["item"]));
    let mut other = full_officer();
    other["facts"]["phone"] = "+31 30 555 0000".into();
    let reply = desk.post("/v1/officers", &other).await;
    assert_eq!(reply.problem(Code::SourceTaken)["existing"], first["item"]["id"]);
    assert_eq!(reply.fault_places(), ["/facts/phone"]);
}

async fn many_at_once_make_one(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let sent = (0..12).map(|i| {
        let who = if i % 2 == 0 { desk.clone() } else { colleague.clone() };
        tokio::spawn(async move { who.post("/v1/signals", &full_signal()).await })
    });
    let (mut numbers, mut created) = (vec![], 0);
    for reply in sent.collect::<Vec<_>>() {
        let answer: Value = reply.await.unwrap().ok();
        created += usize::from(answer["created"] == true);
        numbers.push(answer["item"]["number"].as_str().unwrap().to_owned());
    }
    numbers.dedup();
    assert_eq!((numbers.len(), created), (1, 1), "{numbers:?}");
    assert_eq!(desk.get("/v1/signals").await.expect(200)["items"].as_array().unwrap().len(), 1);
}
