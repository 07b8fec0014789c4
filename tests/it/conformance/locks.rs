//! Locks where two instances meet on PostgreSQL. SQLite has one writer: there nobody can hold a row.

use loket::server::{Store, alarms::ring};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Postgres, Transaction};

use super::alarms::until;
use crate::support::{
    samples::{decision, signal_with, time_out},
    server::TestServer,
};

on_both_stores!(
    a_row_that_another_holds_is_left_to_it,
    a_decision_is_held_while_it_is_decided_on,
    a_lock_that_is_never_given_ends_in_words,
);

/// A transaction of somebody else; nothing on SQLite.
async fn another(server: &TestServer) -> Option<Transaction<'static, Postgres>> {
    match server.store() {
        Store::Pg(pool) => Some(pool.begin().await.unwrap()),
        Store::Lite { .. } => None,
    }
}

async fn hold(transaction: &mut Transaction<'static, Postgres>, statement: &str) {
    sqlx::query(AssertSqlSafe(statement)).execute(&mut **transaction).await.unwrap();
}

const WAITING: &str = "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";

async fn a_row_that_another_holds_is_left_to_it(server: &TestServer) {
    let Some(mut other) = another(server).await else { return };
    let facts = json!({ "threats": [{ "what": "ontruiming", "on": "2026-12-15" }, { "what": "afsluiting", "on": "2026-12-15" }],
        "decisions": [] });
    server.desk().post("/v1/signals", &signal_with("Ontruiming", facts)).await.expect(201);
    server.advance(chrono::TimeDelta::days(15));
    let rows = server.texts("SELECT id FROM deadlines WHERE kind = 'threat' ORDER BY id").await;
    hold(&mut other, &format!("SELECT id FROM deadlines WHERE id = '{}' FOR UPDATE", rows[0])).await;
    // Whoever looks does not wait for it, and rings what nobody holds.
    let (store, now) = (server.store().clone(), server.clock_now());
    let looking = tokio::spawn(async move { ring(&store, now).await });
    until("the look ended, or waits", async || looking.is_finished() || server.number(WAITING).await > 0).await;
    assert!(looking.is_finished(), "it waits for a row that another holds");
    looking.await.unwrap().unwrap();
    let rang = |row: &str| format!("SELECT COUNT(*) FROM alarms WHERE deadline = '{row}'");
    assert_eq!((server.number(&rang(&rows[0])).await, server.number(&rang(&rows[1])).await), (0, 1));
    other.rollback().await.unwrap();
    ring(server.store(), server.clock_now()).await.unwrap();
    assert_eq!(server.number(&rang(&rows[0])).await, 1, "what was left rings the next time");
}

async fn a_decision_is_held_while_it_is_decided_on(server: &TestServer) {
    let Some(mut other) = another(server).await else { return };
    let desk = server.desk();
    let mut signals: Vec<Value> = vec![];
    // The same decision stands in two signals.
    for title in ["Terugvordering, UWV", "Beslag, UWV"] {
        let facts = json!({ "decisions": [decision("R-1")] });
        signals.push(desk.post("/v1/signals", &signal_with(title, facts)).await.expect(201)["item"].clone());
    }
    let [first, second] = [0, 1].map(|at: usize| time_out(signals[at]["id"].as_str().unwrap(), "R-1"));
    desk.post("/v1/time-outs", &first).await.expect(201);
    hold(&mut other, "UPDATE suspended_decisions SET decision = decision").await;
    let proposing = tokio::spawn(async move { desk.post("/v1/time-outs", &second).await });
    until("it was decided on, or waits", async || proposing.is_finished() || server.number(WAITING).await > 0).await;
    assert!(!proposing.is_finished(), "it was decided on while another decided");
    other.rollback().await.unwrap();
    let reply = proposing.await.unwrap();
    assert!(matches!(reply.status, 201 | 409), "{}", reply.text());
}

/// Somebody's program hangs in the middle of a transaction: a write that needs the same row ends by itself, unsaved and said so.
async fn a_lock_that_is_never_given_ends_in_words(server: &TestServer) {
    let Some(mut other) = another(server).await else { return };
    let signal = server.signal("Ontruiming").await;
    hold(&mut other, "SELECT value FROM counters WHERE name = 'changes' FOR UPDATE").await;
    let path = format!("/v1/signals/{}/notes", signal["id"].as_str().unwrap());
    let refused = server.desk().post(&path, &json!({ "text": "gebeld" })).await;
    refused.problem(loket::api::problem::Code::Unavailable);
    other.rollback().await.unwrap();
    let read = server.desk().get(&format!("/v1/signals/{}", signal["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(read["timeline"].as_array().unwrap().iter().filter(|entry| entry["text"] == "gebeld").count(), 0);
    server.desk().post(&path, &json!({ "text": "gebeld" })).await.expect(201);
}
