//! Who is at which signal is told to who sees signals, is gone two minutes after the last sign, and keeps the holder's claim alive.

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::{change::event, path, problem::Code},
    domain::{presence::Presence, role::Role, signal::Signal, signal::decide::LEASE},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    changes::changes,
    events::{PATIENCE, Stream, next, open},
};
use crate::support::{
    http::{Caller, Reply},
    samples::{commitment, moratorium},
    server::TestServer,
};

on_both_stores!(
    who_looks_and_who_edits_is_told_to_who_sees_signals,
    who_says_nothing_for_two_minutes_is_gone,
    what_is_told_leaves_no_trace_in_feed_audit_or_history,
    a_sign_names_a_window_and_a_signal_that_is_there,
    a_window_is_its_own_account_s_alone,
    a_sign_of_work_renews_the_claim_without_a_version,
    a_sign_of_somebody_else_or_in_passing_renews_nothing,
    what_is_written_beside_the_signal_renews_the_claim,
    another_instance_tells_it_too,
);

pub async fn at(who: &Caller, window: Uuid, object: Option<&str>, doing: &str) -> Reply {
    who.put(path::PRESENCE, &json!({ "window": window, "object": object, "doing": doing })).await
}

/// The next list that is told and that passes; others are skipped.
async fn told(stream: &mut Stream, passes: impl Fn(&[Presence]) -> bool) -> Vec<Presence> {
    let wanted = async {
        loop {
            let said = next(stream, event::PRESENCE).await;
            let list: Vec<Presence> = serde_json::from_str(&said.data).unwrap();
            if passes(&list) {
                return list;
            }
        }
    };
    tokio::time::timeout(PATIENCE, wanted).await.expect("nothing like it was told")
}

fn id_of(item: &Value) -> String {
    item["id"].as_str().unwrap().to_owned()
}

async fn who_looks_and_who_edits_is_told_to_who_sees_signals(server: &TestServer) {
    let (desk, other, secretary) = (server.desk(), server.colleague().await, server.role(Role::LetSecretary));
    let (here, there) = (id_of(&server.signal("Ontruiming").await), id_of(&server.signal("Beslag").await));
    let mut stream = open(&secretary, None).await;
    let (first, second) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let since = server.clock_now();
    at(&desk, first, Some(&here), "looking").await.done();
    let list = told(&mut stream, |list| list.len() == 1).await;
    assert_eq!(
        (list[0].window.0, list[0].object.to_string(), list[0].by.to_string()),
        (first, here.clone(), desk.account.clone())
    );
    assert_eq!((list[0].name.raw(), list[0].doing.code(), list[0].since), (desk.name.as_str(), "looking", since));
    server.advance(TimeDelta::seconds(30));
    // The same once more is no news; somebody else, and something else, is.
    at(&desk, first, Some(&here), "looking").await.done();
    at(&other, second, Some(&here), "editing").await.done();
    let list = told(&mut stream, |list| list.len() == 2).await;
    assert_eq!((list[0].since, list[1].doing.code(), list[1].since), (since, "editing", server.clock_now()));
    at(&desk, first, Some(&there), "looking").await.done();
    let list = told(&mut stream, |list| list.iter().any(|one| one.object.to_string() == there)).await;
    assert_eq!(list.len(), 2, "a window is at one signal");
    at(&other, second, None, "looking").await.done();
    assert_eq!(told(&mut stream, |list| list.len() == 1).await[0].window.0, first);
    // Who connects hears it at once.
    assert_eq!(told(&mut open(&other, None).await, |_| true).await.len(), 1);
    // And who may not see signals, never.
    let mut reader = open(&server.role(Role::RegisterReader), None).await;
    for _ in 0..2 {
        let said = tokio::time::timeout(PATIENCE, futures_util::StreamExt::next(&mut reader)).await.unwrap().unwrap().unwrap();
        assert_ne!(said.event, event::PRESENCE);
    }
    at(&server.role(Role::RegisterReader), first, Some(&here), "looking").await.problem(Code::NotAllowed);
}

async fn who_says_nothing_for_two_minutes_is_gone(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let here = id_of(&server.signal("Ontruiming").await);
    let mut stream = open(&other, None).await;
    at(&desk, Uuid::from_u128(1), Some(&here), "editing").await.done();
    at(&other, Uuid::from_u128(2), Some(&here), "looking").await.done();
    told(&mut stream, |list| list.len() == 2).await;
    server.advance(TimeDelta::seconds(119));
    at(&other, Uuid::from_u128(2), Some(&here), "looking").await.done();
    assert_eq!(told(&mut open(&other, None).await, |_| true).await.len(), 2, "still there after 119 s");
    server.advance(TimeDelta::seconds(1));
    // Nobody said goodbye, and nothing else happens.
    let list = told(&mut stream, |list| list.len() == 1).await;
    assert_eq!(list[0].by.to_string(), other.account);
    server.advance(TimeDelta::seconds(120));
    assert!(told(&mut stream, <[_]>::is_empty).await.is_empty());
    // Back after that is there since now.
    at(&desk, Uuid::from_u128(1), Some(&here), "editing").await.done();
    assert_eq!(told(&mut stream, |list| list.len() == 1).await[0].since, server.clock_now());
}

async fn what_is_told_leaves_no_trace_in_feed_audit_or_history(server: &TestServer) {
    let desk = server.desk();
    let here = id_of(&server.signal("Ontruiming").await);
    let cursor = changes(&desk, None).await.cursor;
    let rows =
        async || (server.number("SELECT COUNT(*) FROM history").await, server.number("SELECT COUNT(*) FROM entries").await);
    let before = rows().await;
    for doing in ["looking", "editing", "looking"] {
        at(&desk, Uuid::from_u128(1), Some(&here), doing).await.done();
        server.advance(TimeDelta::seconds(1));
    }
    assert_eq!(rows().await, before);
    assert_eq!(changes(&desk, Some(&cursor)).await.cursor, cursor, "the cursor stands still");
    let verbs = server.texts("SELECT verb FROM audit").await;
    assert!(verbs.iter().all(|verb| !verb.contains("presence")), "{verbs:?}");
    assert_eq!(desk.get(&format!("/v1/signals/{here}")).await.read::<Signal>().version, 1);
}

async fn a_sign_names_a_window_and_a_signal_that_is_there(server: &TestServer) {
    let desk = server.desk();
    let here = id_of(&server.signal("Ontruiming").await);
    at(&desk, Uuid::from_u128(1), Some("018f0000-0000-7000-8000-000000000000"), "looking").await.problem(Code::NotFound);
    for wrong in [
        json!({}),
        json!({ "window": "x" }),
        json!({ "window": Uuid::from_u128(1), "object": "S-2026-00001" }),
        json!({ "window": Uuid::from_u128(1), "object": here, "doing": "sleeping" }),
        json!({ "window": Uuid::from_u128(1), "object": here, "name": "Iemand anders" }),
    ] {
        let reply = desk.put(path::PRESENCE, &wrong).await;
        assert_eq!(reply.status, 400, "{wrong}: {}", reply.text());
    }
    assert_eq!(server.number("SELECT COUNT(*) FROM presence").await, 0);
    at(&desk, Uuid::from_u128(1), None, "looking").await.done();
}

async fn a_window_is_its_own_account_s_alone(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let here = id_of(&server.signal("Ontruiming").await);
    let same = Uuid::from_u128(1);
    at(&desk, same, Some(&here), "editing").await.done();
    // The id of a window is told to all: it is of no use to anybody else.
    at(&other, same, None, "looking").await.done();
    at(&other, same, Some(&here), "looking").await.done();
    let list = told(&mut open(&desk, None).await, |_| true).await;
    assert_eq!(list.len(), 2, "{list:?}");
    // A program that makes up windows keeps its last ones.
    for window in 10..60 {
        at(&other, Uuid::from_u128(window), Some(&here), "looking").await.done();
        server.advance(TimeDelta::milliseconds(10));
    }
    assert_eq!(server.number("SELECT COUNT(*) FROM presence").await, 1 + 16);
    let newest = server.number("SELECT COUNT(*) FROM presence WHERE window_id = '00000000-0000-0000-0000-00000000003b'").await;
    assert_eq!(newest, 1);
}

fn lease(signal: &Signal) -> DateTime<Utc> {
    signal.owner.as_ref().expect("an owner").lease_until
}

async fn a_sign_of_work_renews_the_claim_without_a_version(server: &TestServer) {
    let desk = server.desk();
    let id = id_of(&server.signal("Ontruiming").await);
    let path = format!("/v1/signals/{id}");
    let claimed: Signal = desk.post(&format!("{path}/claims"), &json!({})).await.read();
    let cursor = changes(&desk, None).await.cursor;
    let mut stream = open(&server.colleague().await, None).await;
    next(&mut stream, event::HEARTBEAT).await;
    // Just in time, and typing on for an hour.
    server.advance(LEASE - TimeDelta::seconds(1));
    for _ in 0..5 {
        at(&desk, Uuid::from_u128(1), Some(&id), "editing").await.done();
        let read: Signal = desk.get(&path).await.read();
        assert_eq!((lease(&read), read.version), (server.clock_now() + LEASE, claimed.version));
        assert_eq!(read.timeline.len(), claimed.timeline.len(), "it is no news");
        server.advance(TimeDelta::minutes(12));
    }
    next(&mut stream, event::CHANGED).await;
    let told = changes(&desk, Some(&cursor)).await;
    let owner = told.signals[0].owner.clone().unwrap();
    assert_eq!(
        (told.signals[0].version, owner.lease_until),
        (claimed.version, server.clock_now() - TimeDelta::minutes(12) + LEASE)
    );
    // What was seen before is still what is changed: nobody's form is out of date by it.
    desk.patch(&path, claimed.version, &json!({ "title": "Ontruiming, spoed" })).await.expect(200);
    // Fifteen minutes without a sign, and it is free.
    server.advance(LEASE);
    let other = server.colleague().await;
    at(&desk, Uuid::from_u128(1), Some(&id), "editing").await.done();
    let taken: Signal = other.post(&format!("{path}/claims"), &json!({})).await.read();
    assert_eq!(taken.owner.unwrap().account.to_string(), other.account);
}

async fn a_sign_of_somebody_else_or_in_passing_renews_nothing(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let id = id_of(&server.signal("Ontruiming").await);
    let elsewhere = id_of(&server.signal("Beslag").await);
    let path = format!("/v1/signals/{id}");
    let until = lease(&desk.post(&format!("{path}/claims"), &json!({})).await.read::<Signal>());
    let now = async |who: &Caller| lease(&who.get(&path).await.read::<Signal>());
    server.advance(TimeDelta::minutes(5));
    at(&other, Uuid::from_u128(2), Some(&id), "editing").await.done();
    at(&other, Uuid::from_u128(2), Some(&id), "editing").await.done();
    assert_eq!(now(&desk).await, until, "somebody else's work");
    at(&desk, Uuid::from_u128(1), Some(&id), "looking").await.done();
    at(&desk, Uuid::from_u128(1), Some(&elsewhere), "looking").await.done();
    at(&desk, Uuid::from_u128(1), Some(&id), "looking").await.done();
    assert_eq!(now(&desk).await, until, "the cursor passed by");
    server.advance(TimeDelta::seconds(50));
    at(&desk, Uuid::from_u128(1), Some(&id), "looking").await.done();
    assert_eq!(now(&desk).await, server.clock_now() + LEASE, "who stays, reads");
    // Renewed a moment ago is renewed enough; the claim never ends sooner.
    let until = now(&desk).await;
    server.advance(TimeDelta::seconds(119));
    at(&desk, Uuid::from_u128(1), Some(&id), "editing").await.done();
    assert_eq!(now(&desk).await, until);
    server.advance(TimeDelta::seconds(1));
    at(&desk, Uuid::from_u128(3), Some(&id), "editing").await.done();
    assert_eq!(now(&desk).await, server.clock_now() + LEASE, "any window of the holder");
}

async fn what_is_written_beside_the_signal_renews_the_claim(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let id = id_of(&server.signal("Ontruiming").await);
    let path = format!("/v1/signals/{id}");
    desk.post(&format!("{path}/claims"), &json!({})).await.expect(201);
    let now = async || lease(&desk.get(&path).await.read::<Signal>());
    server.advance(TimeDelta::minutes(10));
    desk.post(path::MORATORIA, &moratorium(&id)).await.expect(201);
    assert_eq!(now().await, server.clock_now() + LEASE, "a moratorium");
    server.advance(TimeDelta::minutes(10));
    desk.post(path::AGENDA_CANDIDATES, &json!({ "signal": id })).await.expect(201);
    assert_eq!(now().await, server.clock_now() + LEASE, "a candidate for an agenda");
    let until = now().await;
    server.advance(TimeDelta::minutes(10));
    other.post(path::COMMITMENTS, &commitment(&id)).await.expect(201);
    assert_eq!(now().await, until, "of somebody else");
}

async fn another_instance_tells_it_too(server: &TestServer) {
    if !server.is_postgres() {
        return; // A SQLite file has one server.
    }
    let (second, shutdown, serving) = server.second_instance().await;
    let id = id_of(&server.signal("Ontruiming").await);
    let mut stream = open(&second, None).await;
    next(&mut stream, event::HEARTBEAT).await;
    at(&server.desk(), Uuid::from_u128(1), Some(&id), "editing").await.done();
    assert_eq!(told(&mut stream, |list| list.len() == 1).await[0].doing.code(), "editing");
    server.advance(TimeDelta::seconds(120));
    assert!(told(&mut stream, <[_]>::is_empty).await.is_empty());
    drop(stream);
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}
