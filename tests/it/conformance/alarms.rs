//! Alarms: each mark of a deadline rings exactly once, whatever happens to clocks, instances and processes.

use std::{collections::BTreeMap, time::Duration};

use chrono::TimeDelta;
use loket::{domain::zone, server::alarms::ring};
use serde_json::{Value, json};

use super::changes::changes;
use crate::support::{
    http::Caller,
    samples::{decision, signal_with},
    server::TestServer,
};

on_both_stores!(
    every_mark_once_day_by_day,
    after_three_days_down_each_passed_mark_once,
    marks_are_days_in_the_netherlands_also_when_clocks_change,
    a_clock_set_back_and_forward_rings_nothing_twice,
    two_instances_ring_once,
    killed_between_due_and_sent_it_rings_once,
    a_moved_day_rings_anew_and_an_unmoved_one_does_not,
    what_stands_still_is_closed_or_gone_does_not_ring,
    what_comes_late_rings_by_its_mark_at_once,
    the_running_server_rings_and_tells_the_feed,
    a_reader_goes_on_where_it_was,
);

/// A signal with a threatening event on a day, and nothing else that ends but the norm.
async fn threatened(server: &TestServer, on: &str) -> Value {
    let facts = json!({ "threats": [{ "what": "ontruiming", "on": on }], "decisions": [] });
    server.desk().post("/v1/signals", &signal_with("Ontruiming", facts)).await.expect(201)["item"].clone()
}

/// Every alarm, in the order in which they rang.
async fn alarms(server: &TestServer) -> Vec<Value> {
    let (mut all, mut after) = (vec![], String::new());
    loop {
        let page = server.desk().get(&format!("/v1/alarms?limit=200{after}")).await.expect(200);
        all.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { return all };
        after = format!("&after={next}");
    }
}

/// Marks of the kind, in the order in which they rang.
async fn marks(server: &TestServer, kind: &str) -> Vec<String> {
    let all = alarms(server).await;
    all.iter().filter(|alarm| alarm["kind"] == kind).map(|alarm| alarm["mark"].as_str().unwrap().to_owned()).collect()
}

async fn look(server: &TestServer) -> u64 {
    ring(server.store(), server.clock_now()).await.unwrap()
}

const ALL: [&str; 6] = ["ten-days", "five-days", "two-days", "one-day", "today", "overdue"];

/// The event of the stories: Tuesday 15 December 2026. Its ten working days before are 1 December.
const EVENT: &str = "2026-12-15";

async fn every_mark_once_day_by_day(server: &TestServer) {
    threatened(server, EVENT).await;
    let mut rang: BTreeMap<String, String> = BTreeMap::new();
    for _ in 0..40 {
        look(server).await;
        assert_eq!(look(server).await, 0, "said already");
        for alarm in alarms(server).await.iter().filter(|alarm| alarm["kind"] == "threat") {
            let today = zone::date_of(server.clock_now()).to_string();
            rang.entry(alarm["mark"].as_str().unwrap().into()).or_insert(today);
        }
        server.advance(TimeDelta::days(1));
    }
    assert_eq!(marks(server, "threat").await, ALL);
    let on = |mark: &str| rang[mark].as_str();
    assert_eq!(ALL.map(on), ["2026-12-01", "2026-12-08", "2026-12-11", "2026-12-14", "2026-12-15", "2026-12-16"]);
    assert_eq!(marks(server, "norm").await, ["today", "overdue"]);
}

async fn after_three_days_down_each_passed_mark_once(server: &TestServer) {
    threatened(server, EVENT).await;
    server.advance(TimeDelta::days(24));
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..2], "ten and five days before have passed");
    // Down from Thursday 10 to Sunday 13 December: of one mark in it.
    server.advance(TimeDelta::days(3));
    look(server).await;
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..3]);
    // And from then until the 16th: of three.
    server.advance(TimeDelta::days(3));
    look(server).await;
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL);
}

async fn marks_are_days_in_the_netherlands_also_when_clocks_change(server: &TestServer) {
    // Sunday 28 March 2027 has 23 hours; Monday 29 March is Easter Monday, so one working day before the 30th is Thursday 25.
    threatened(server, "2027-03-30").await;
    let to = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap() - server.clock_now();
    server.advance(to("2027-03-24T22:59:59Z"));
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..3]);
    server.advance(TimeDelta::seconds(1));
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..4], "at midnight in the Netherlands, in winter 23:00 UTC");
    server.advance(to("2027-03-29T21:59:59Z"));
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..4]);
    server.advance(TimeDelta::seconds(1));
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..5], "at midnight in the Netherlands, in summer 22:00 UTC");
}

async fn a_clock_set_back_and_forward_rings_nothing_twice(server: &TestServer) {
    threatened(server, EVENT).await;
    for days in [29, -20, 10, -19, 30, -30, 3, 40] {
        server.advance(TimeDelta::days(days));
        look(server).await;
    }
    let mut found = marks(server, "threat").await;
    assert_eq!(found, ALL);
    found.dedup();
    assert_eq!(found.len(), 6);
}

async fn two_instances_ring_once(server: &TestServer) {
    for _ in 0..30 {
        threatened(server, EVENT).await;
    }
    let (other, shutdown, serving) = server.second_instance().await;
    server.advance(TimeDelta::days(31));
    // Both watch by themselves, and each is told to look besides, all at once.
    let looks = (0..6).map(|_| {
        let (store, now) = (server.store().clone(), server.clock_now());
        tokio::spawn(async move { ring(&store, now).await })
    });
    let looks: Vec<_> = looks.collect();
    other.post("/v1/signals", &signal_with("Meer", json!({ "threats": [], "decisions": [] }))).await.expect(201);
    for look in looks {
        look.await.unwrap().unwrap();
    }
    // A look passes over what another one has in hand, so nothing left to say does not mean that all was said.
    let all = async || {
        look(server).await;
        marks(server, "threat").await.len() >= 30 * 6
    };
    until("every mark rang", all).await;
    assert_eq!(marks(server, "threat").await.len(), 30 * 6);
    let twice = "SELECT COUNT(*) FROM (SELECT deadline, alarm_on, mark FROM alarms GROUP BY deadline, alarm_on, mark HAVING COUNT(*) > 1) twice";
    assert_eq!(server.number(twice).await, 0);
    assert_eq!(
        server.number("SELECT COUNT(*) FROM alarms").await,
        server.number("SELECT COUNT(*) FROM changes WHERE scope = 'alarms'").await
    );
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

async fn killed_between_due_and_sent_it_rings_once(server: &TestServer) {
    for _ in 0..20 {
        threatened(server, EVENT).await;
    }
    let reader = changes(&server.desk(), None).await.cursor;
    server.advance(TimeDelta::days(31));
    for polls in 0..60_u32 {
        // What is dropped after so many steps is what a killed process leaves: a transaction that is not committed, or one that
        // is and of which nobody was told.
        let (store, now) = (server.store().clone(), server.clock_now());
        let mut ringing = Box::pin(async move { ring(&store, now).await });
        let mut left = polls;
        let ended = std::future::poll_fn(|context| {
            if left == 0 {
                return std::task::Poll::Ready(false);
            }
            left -= 1;
            ringing.as_mut().poll(context).map(|done| done.is_ok())
        });
        ended.await;
    }
    // A database takes its time to notice that a connection is gone; until then its rows are left alone, and nobody waits.
    let rung = async || {
        look(server).await;
        marks(server, "threat").await.len() >= 20 * 6
    };
    until("every mark rang", rung).await;
    while look(server).await > 0 {}
    assert_eq!(marks(server, "threat").await.len(), 20 * 6);
    let feed = changes(&server.desk(), Some(&reader)).await;
    let mut ids: Vec<_> = feed.alarms.iter().map(|alarm| alarm.id).collect();
    let told = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((told, ids.len() as i64), (ids.len(), server.number("SELECT COUNT(*) FROM alarms").await));
}

async fn change(server: &TestServer, signal: &Value, body: Value) {
    let path = format!("/v1/signals/{}", signal["number"].as_str().unwrap());
    let now = server.desk().get(&path).await.expect(200);
    server.desk().patch(&path, now["version"].as_i64().unwrap(), &body).await.expect(200);
}

async fn a_moved_day_rings_anew_and_an_unmoved_one_does_not(server: &TestServer) {
    let signal = threatened(server, EVENT).await;
    server.advance(TimeDelta::days(29));
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..5]);
    change(server, &signal, json!({ "title": "Anders" })).await;
    look(server).await;
    assert_eq!(marks(server, "threat").await, ALL[..5], "the day did not move");
    let moved = |on: &str| json!({ "threats": [{ "what": "ontruiming", "on": on }] });
    change(server, &signal, moved("2026-12-17")).await;
    look(server).await;
    let found = alarms(server).await;
    let last = found.iter().rfind(|alarm| alarm["kind"] == "threat").unwrap();
    assert_eq!((&last["mark"], &last["alarmOn"]), (&"two-days".into(), &"2026-12-17".into()), "by the mark that holds");
    // Back to what it was: that rang before.
    change(server, &signal, moved(EVENT)).await;
    look(server).await;
    assert_eq!(marks(server, "threat").await.len(), 6);
}

async fn what_stands_still_is_closed_or_gone_does_not_ring(server: &TestServer) {
    let desk = server.desk();
    let closed = threatened(server, EVENT).await;
    change(server, &closed, json!({ "status": "withdrawn" })).await;
    let gone = threatened(server, EVENT).await;
    change(server, &gone, json!({ "threats": [] })).await;
    // A time-out by act: from 16 up to and including 29 November the term stands still, and so does its end of 23 November.
    let facts = json!({ "threats": [], "decisions": [decision("W-1")] });
    let signal = desk.post("/v1/signals", &signal_with("Terugvordering", facts)).await.expect(201)["item"].clone();
    look(server).await;
    assert_eq!(marks(server, "objection").await, ["five-days"], "it ends in five working days");
    let mut body = crate::support::samples::time_out(signal["id"].as_str().unwrap(), "W-1");
    body["facts"]["ground"] = "wet".into();
    let made = desk.post("/v1/time-outs", &body).await.expect(201);
    let waits = &made["confirmation"];
    let path = format!("/v1/confirmations/{}/_confirm", waits["id"].as_str().unwrap());
    server.colleague().await.post(&path, &json!({ "hash": waits["hash"] })).await.expect(200);
    for _ in 0..13 {
        look(server).await;
        assert_eq!(marks(server, "objection").await.len(), 1, "it stands still");
        server.advance(TimeDelta::days(1));
    }
    server.advance(TimeDelta::days(1));
    // Monday 30 November: it runs again, and ends on 7 December.
    look(server).await;
    let found = alarms(server).await;
    let last = found.iter().rfind(|alarm| alarm["kind"] == "objection").unwrap();
    assert_eq!((&last["mark"], &last["alarmOn"]), (&"five-days".into(), &"2026-12-07".into()));
    assert_eq!(marks(server, "threat").await, Vec::<String>::new());
}

async fn what_comes_late_rings_by_its_mark_at_once(server: &TestServer) {
    // Wednesday 18 November: two working days from Monday.
    threatened(server, "2026-11-18").await;
    look(server).await;
    assert_eq!(marks(server, "threat").await, ["two-days"]);
    // What was put in before anybody watched rings from today on only.
    server.execute("UPDATE deadlines SET look_on = ''").await;
    server.execute("DELETE FROM alarms").await;
    server.advance(TimeDelta::days(1));
    look(server).await;
    assert_eq!(marks(server, "threat").await, ["one-day"]);
}

/// Asks until it is so; who waits gives way to the server.
pub async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let patience = Duration::from_secs(60);
    let found = tokio::time::timeout(patience, async {
        while !is_so().await {
            tokio::task::yield_now().await;
        }
    });
    found.await.unwrap_or_else(|_| panic!("not within {patience:?}: {what}"));
}

async fn the_running_server_rings_and_tells_the_feed(server: &TestServer) {
    let desk = server.desk();
    threatened(server, EVENT).await;
    let start = changes(&desk, None).await;
    assert!(start.alarms.is_empty());
    server.advance(TimeDelta::days(15));
    // Any write makes it look.
    threatened(server, "2027-06-01").await;
    let rang = async || changes(&desk, Some(&start.cursor)).await.alarms.iter().any(|alarm| alarm.mark.code() == "ten-days");
    until("the alarm is in the feed", rang).await;
    let everything = changes(&desk, None).await;
    let alarm = everything.alarms.iter().find(|alarm| alarm.kind.code() == "threat").unwrap();
    assert_eq!((alarm.alarm_on.to_string(), alarm.rang_at), (EVENT.into(), server.clock_now()));
    // A first sync has no old ones.
    server.advance(TimeDelta::days(15));
    let alarms = changes(&desk, None).await.alarms;
    assert!(alarms.iter().all(|alarm| alarm.mark.code() != "ten-days"), "{alarms:?}");
    // Who sees no signals hears no alarms.
    let reader = server.role(loket::domain::role::Role::RegisterReader);
    assert!(changes(&reader, None).await.alarms.is_empty());
}

async fn a_reader_goes_on_where_it_was(server: &TestServer) {
    let desk = server.desk();
    let mine = threatened(server, EVENT).await;
    threatened(server, EVENT).await;
    desk.post(&format!("/v1/signals/{}/claims", mine["number"].as_str().unwrap()), &json!({})).await.expect(201);
    let read = async |who: &Caller, query: &str| who.get(&format!("/v1/alarms?{query}")).await.expect(200);
    let none = read(&desk, "").await;
    assert_eq!(none["items"], json!([]));
    server.advance(TimeDelta::days(15));
    look(server).await;
    let cursor = none["cursor"].as_str().unwrap();
    let first = read(&desk, &format!("after={cursor}&limit=1")).await;
    assert_eq!(first["items"].as_array().unwrap().len(), 1);
    assert_eq!(first["next"], first["cursor"]);
    let mut seen = vec![first["items"][0]["id"].clone()];
    let rest = read(&desk, &format!("after={}", first["cursor"].as_str().unwrap())).await;
    seen.extend(rest["items"].as_array().unwrap().iter().map(|alarm| alarm["id"].clone()));
    assert_eq!((seen.len(), &rest["next"]), (6, &Value::Null), "two events, two norms with two marks each");
    let later = read(&desk, &format!("after={}", rest["cursor"].as_str().unwrap())).await;
    assert_eq!((&later["items"], &later["cursor"]), (&json!([]), &rest["cursor"]));
    // A cursor of another store begins anew; nonsense is refused; a day cuts.
    server.execute("UPDATE settings SET value = 'other' WHERE name = 'epoch'").await;
    assert_eq!(read(&desk, &format!("after={}", rest["cursor"].as_str().unwrap())).await["items"].as_array().unwrap().len(), 6);
    assert_eq!(desk.get("/v1/alarms?after=x").await.status, 400);
    assert_eq!(read(&desk, "since=2026-12-02").await["items"], json!([]));
    // Only those of whose it is; the claim of fifteen days ago has ended.
    assert_eq!(read(&desk, "owner=me").await["items"], json!([]));
    assert_eq!(read(&desk, "owner=none").await["items"].as_array().unwrap().len(), 6);
    let named = read(&desk, "").await.to_string();
    assert!(!named.contains("ontruiming") && !named.contains("Ontruiming"), "no free text: {named}");
}
