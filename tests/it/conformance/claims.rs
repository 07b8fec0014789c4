//! A claim is a lease: it is renewed, runs out, is taken over with a reason, and given back.

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::problem::Code,
    domain::signal::{Signal, decide::LEASE},
};
use serde_json::{Value, json};

use crate::support::{http::Caller, server::TestServer};

on_both_stores!(
    a_claim_is_a_lease_that_can_be_renewed,
    a_lease_runs_out,
    a_claim_is_taken_over_only_with_a_reason,
    a_release_gives_it_back,
    a_closed_signal_is_not_claimed,
    of_twenty_at_once_exactly_one_wins,
);

async fn claimed(server: &TestServer) -> (String, Signal) {
    let item = server.signal("Ontruiming, SVB").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let signal = server.desk().post(&format!("{path}/claims"), &json!({})).await.read();
    (path, signal)
}

fn lease(signal: &Signal) -> DateTime<Utc> {
    signal.owner.as_ref().expect("an owner").lease_until
}

async fn owners(who: &Caller, filter: &str) -> usize {
    who.get(&format!("/v1/signals?owner={filter}")).await.expect(200)["items"].as_array().unwrap().len()
}

async fn a_claim_is_a_lease_that_can_be_renewed(server: &TestServer) {
    let (path, signal) = claimed(server).await;
    let desk = server.desk();
    let owner = signal.owner.clone().unwrap();
    assert_eq!((owner.account.to_string(), owner.name.raw()), (desk.account.clone(), desk.name.as_str()));
    assert_eq!(owner.lease_until, server.clock_now() + LEASE);
    assert_eq!(signal.timeline[0].kind.code(), "claim");
    assert_eq!((owners(&desk, "me").await, owners(&desk, "none").await, owners(&desk, &desk.account).await), (1, 0, 1));
    server.advance(TimeDelta::minutes(10));
    let renewed: Signal = desk.post(&format!("{path}/claims"), &json!({})).await.read();
    assert_eq!(lease(&renewed), server.clock_now() + LEASE);
    assert_eq!(renewed.timeline.len(), signal.timeline.len(), "a renewal is no news");
    server.advance(TimeDelta::minutes(10));
    let noted: Signal = desk.post(&format!("{path}/notes"), &json!({ "text": "Bezig." })).await.read();
    assert_eq!(lease(&noted), server.clock_now() + LEASE, "who works on it keeps it");
    let other = server.colleague().await;
    server.advance(TimeDelta::minutes(1));
    let theirs: Signal = other.post(&format!("{path}/notes"), &json!({ "text": "Ik ook." })).await.read();
    assert_eq!(lease(&theirs), lease(&noted), "somebody else's work renews nothing");
}

async fn a_lease_runs_out(server: &TestServer) {
    let (path, _) = claimed(server).await;
    let other = server.colleague().await;
    server.advance(LEASE - TimeDelta::microseconds(1));
    other.post(&format!("{path}/claims"), &json!({})).await.problem(Code::AlreadyClaimed);
    assert_eq!(owners(&other, "none").await, 0);
    server.advance(TimeDelta::microseconds(1));
    assert_eq!((owners(&other, "none").await, owners(&server.desk(), "me").await), (1, 0), "run out: nobody's");
    let taken: Signal = other.post(&format!("{path}/claims"), &json!({})).await.read();
    assert_eq!(taken.owner.unwrap().account.to_string(), other.account);
    server.desk().post(&format!("{path}/claims"), &json!({})).await.problem(Code::AlreadyClaimed);
}

async fn a_claim_is_taken_over_only_with_a_reason(server: &TestServer) {
    let (path, before) = claimed(server).await;
    let other = server.colleague().await;
    for blank in [json!({}), json!({ "takeoverReason": "  " }), json!({ "takeoverReason": null })] {
        let problem = other.post(&format!("{path}/claims"), &blank).await.problem(Code::AlreadyClaimed);
        assert!(problem["existing"].as_str().unwrap().contains(&server.desk().name), "who has it: {problem}");
    }
    assert_eq!(server.desk().get(&path).await.read::<Signal>(), before);
    let reason = "Ziek gemeld; ontruiming morgen";
    let taken: Signal = other.post(&format!("{path}/claims"), &json!({ "takeoverReason": reason })).await.read();
    assert_eq!(taken.owner.as_ref().unwrap().name.raw(), other.name);
    let entry = &taken.timeline[0];
    assert_eq!((entry.kind.code(), entry.text.raw()), ("claim", reason));
    assert_eq!(entry.old.as_ref().map(|old| old.raw()), Some(server.desk().name.as_str()), "from whom");
    let reply = other.post(&format!("{path}/claims"), &json!({ "takeoverReason": "x".repeat(10_000) })).await;
    assert_eq!(reply.fault_at("/takeoverReason"), "too-long");
}

async fn a_release_gives_it_back(server: &TestServer) {
    let (path, _) = claimed(server).await;
    let (desk, other) = (server.desk(), server.colleague().await);
    other.delete(&format!("{path}/claims/current")).await.problem(Code::NotClaimed);
    let released: Signal = desk.delete(&format!("{path}/claims/current")).await.read();
    assert_eq!(released.owner, None);
    assert_eq!(released.timeline[0].kind.code(), "release");
    assert_eq!(owners(&desk, "none").await, 1);
    desk.delete(&format!("{path}/claims/current")).await.problem(Code::NotClaimed);
    let taken: Signal = other.post(&format!("{path}/claims"), &json!({})).await.read();
    assert_eq!(taken.owner.unwrap().account.to_string(), other.account);
    desk.delete("/v1/signals/S-2026-99999/claims/current").await.problem(Code::NotFound);
}

async fn a_closed_signal_is_not_claimed(server: &TestServer) {
    let item = server.signal("Afgesloten").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    server.desk().patch(&path, 1, &json!({ "status": "closed", "outcome": "within_rules" })).await.expect(200);
    server.desk().post(&format!("{path}/claims"), &json!({})).await.problem(Code::NotInThisStatus);
}

async fn of_twenty_at_once_exactly_one_wins(server: &TestServer) {
    let item = server.signal("Iedereen wil deze").await;
    let path = format!("/v1/signals/{}/claims", item["id"].as_str().unwrap());
    let mut people = vec![];
    for i in 0..20 {
        people.push(server.account(loket::domain::role::Role::Desk, &format!("Collega {i}"), "LMM").await);
    }
    let claims = people.iter().cloned().map(|who| {
        let path = path.clone();
        tokio::spawn(async move { (who.account.clone(), who.post(&path, &json!({})).await) })
    });
    let mut winners = vec![];
    for claim in claims.collect::<Vec<_>>() {
        let (account, reply) = claim.await.unwrap();
        if reply.status < 400 {
            winners.push((account, reply.ok()));
        } else {
            reply.problem(Code::AlreadyClaimed);
        }
    }
    let [(account, answer)] = &winners[..] else { panic!("{} won", winners.len()) };
    assert_eq!(answer["owner"]["account"], Value::from(account.as_str()));
    let after = server.desk().get(path.trim_end_matches("/claims")).await.expect(200);
    assert_eq!(after["owner"]["account"], Value::from(account.as_str()));
    let claims = after["timeline"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "claim").count();
    assert_eq!(claims, 1);
}
