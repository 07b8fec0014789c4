//! A reader that follows the cursor while many write never misses a change, however late a transaction commits.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use serde_json::json;
use tokio::task::JoinSet;

use super::changes::changes;
use crate::support::{
    Lot,
    http::Caller,
    proof::{is_long, seed_of},
    samples::signal,
    server::TestServer,
};

on_both_stores!(following_the_cursor_misses_nothing, a_second_instance_follows_too);

/// Follows the cursor until told to stop; gives what it knows then: id and version.
fn follow(who: Caller, done: Arc<AtomicBool>) -> tokio::task::JoinHandle<BTreeMap<String, i64>> {
    tokio::spawn(async move {
        let mut known: BTreeMap<String, i64> = BTreeMap::new();
        let mut cursor: Option<String> = None;
        loop {
            // Read before asking: what was committed before this is in the answer.
            let last = done.load(Ordering::SeqCst);
            let feed = changes(&who, cursor.as_deref()).await;
            assert!(!feed.reset);
            for row in feed.signals {
                let before = known.insert(row.id.to_string(), row.version);
                assert!(before.is_none_or(|before| before <= row.version), "{}: back from {before:?} to {}", row.id, row.version);
            }
            cursor = Some(feed.cursor);
            if last {
                return known;
            }
        }
    })
}

async fn write(server: &TestServer, writers: u64, each: u64) -> BTreeMap<String, i64> {
    let mut people = vec![];
    for i in 0..writers {
        people.push(server.account(loket::domain::role::Role::Desk, &format!("Schrijver {i}"), "LMM").await);
    }
    let shared = server.signal("Iedereen schrijft hier").await["id"].as_str().unwrap().to_owned();
    let mut lot = Lot(seed_of("late commits"));
    let mut writing = JoinSet::new();
    for who in people {
        let (shared, mut lot) = (shared.clone(), Lot(lot.draw()));
        writing.spawn(async move {
            let mut mine = vec![];
            for i in 0..each {
                match lot.below(3) {
                    0 => drop(who.post(&format!("/v1/signals/{shared}/notes"), &json!({ "text": format!("{i}") })).await.ok()),
                    1 if !mine.is_empty() => {
                        let id: &String = &mine[lot.below(mine.len() as u64) as usize];
                        who.post(&format!("/v1/signals/{id}/notes"), &json!({ "text": "x" })).await.ok();
                    }
                    _ => {
                        let made = who.post("/v1/signals", &signal(&format!("{} {i}", who.name))).await.expect(201);
                        mine.push(made["item"]["id"].as_str().unwrap().to_owned());
                    }
                }
            }
        });
    }
    while let Some(written) = writing.join_next().await {
        written.unwrap();
    }
    changes(&server.desk(), None).await.signals.into_iter().map(|row| (row.id.to_string(), row.version)).collect()
}

async fn following_the_cursor_misses_nothing(server: &TestServer) {
    let done = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = (0..3).map(|_| follow(server.desk(), done.clone())).collect();
    let whole = write(server, 8, if is_long() { 500 } else { 25 }).await;
    done.store(true, Ordering::SeqCst);
    assert!(whole.len() > 8);
    for reader in readers {
        assert_eq!(reader.await.unwrap(), whole, "what was followed is what a full sync gives");
    }
}

async fn a_second_instance_follows_too(server: &TestServer) {
    let (second, shutdown, serving) = server.second_instance().await;
    let done = Arc::new(AtomicBool::new(false));
    let reader = follow(second, done.clone());
    let whole = write(server, 4, if is_long() { 200 } else { 15 }).await;
    done.store(true, Ordering::SeqCst);
    assert_eq!(reader.await.unwrap(), whole);
    shutdown.send(()).unwrap();
    serving.await.unwrap().unwrap();
}
