//! Many at once: exactly one wins, nothing is lost, nothing is skipped.

use loket::domain::role::Role;
use serde_json::json;

use crate::support::{
    postgres,
    server::{Running, key, report, soon},
};

macro_rules! on_both {
    ($($story:ident),+) => {
        mod lite { $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() { super::$story(&$crate::support::server::Running::lite().await).await; })+ }
        mod pg { $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() { super::$story(&$crate::support::server::Running::pg().await).await; })+ }
    };
}

on_both!(exactly_one_claim_wins, one_key_sent_at_once_has_one_effect, one_report_sent_at_once_is_one_signal, no_update_is_lost);

async fn exactly_one_claim_wins(server: &Running) {
    let desk = server.desk().await;
    let path = format!("/v1/signals/{}/claims", desk.signal("Gewild").await.id);
    let mut people = vec![];
    for n in 0..8 {
        people.push(server.account(Role::Desk, &format!("Collega {n}"), "LMM").await);
    }
    let claims = people.iter().map(|person| person.post(&path, json!({})));
    let statuses: Vec<u16> = futures_util::future::join_all(claims).await.into_iter().map(|reply| reply.status).collect();
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 7, "{statuses:?}");
}

async fn one_key_sent_at_once_has_one_effect(server: &Running) {
    let desk = server.desk().await;
    let path = format!("/v1/signals/{}/notes", desk.signal("Dubbel").await.id);
    let key = key();
    let notes = (0..8).map(|_| desk.post_with(&key, &path, json!({ "text": "eenmaal" })));
    let replies = futures_util::future::join_all(notes).await;
    assert!(replies.iter().all(|reply| reply.status == 201));
    assert!(replies.iter().all(|reply| reply.signal().timeline.len() == 2));
}

async fn one_report_sent_at_once_is_one_signal(server: &Running) {
    let desk = server.desk().await;
    let mut sent = report("Zelfde bestand");
    sent["source"] = json!({ "system": "kenmerk", "reference": "INT-1" });
    let replies = futures_util::future::join_all((0..8).map(|_| desk.post("/v1/signals", sent.clone()))).await;
    let made = replies.iter().filter(|reply| reply.status == 201).count();
    assert_eq!((made, replies.iter().filter(|reply| reply.status == 200).count()), (1, 7));
    assert!(replies.iter().all(|reply| reply.signal().number.sequence() == 1));
}

/// Eight writers, each raising one label list by its own label: what is acknowledged stays.
async fn no_update_is_lost(server: &Running) {
    let desk = server.desk().await;
    let path = format!("/v1/signals/{}", desk.signal("Druk").await.id);
    let writers = (0..8).map(|writer| {
        let (desk, path) = (&desk, &path);
        async move {
            loop {
                let signal = desk.get(path).await.is(200).signal();
                let mut labels = signal.facts.labels;
                labels.push(format!("label {writer}").as_str().into());
                let reply = desk.patch(path, signal.version, json!({ "labels": labels })).await;
                match reply.status {
                    200 => return,
                    412 => assert!(reply.body["currentVersion"].as_i64() > Some(signal.version)),
                    _ => panic!("{}", reply.text),
                }
            }
        }
    });
    futures_util::future::join_all(writers).await;
    let after = desk.get(&path).await.is(200).signal();
    assert_eq!((after.facts.labels.len(), after.version), (8, 9));
}

/// A transaction that raised the counter and commits late holds up those after it: the cursor never passes it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_that_commits_late_is_never_skipped() {
    let server = Running::pg().await;
    let desk = server.desk().await;
    let signal = desk.signal("Te laat").await;
    let start = desk.changes(None).await.last().and_then(|line| line["cursor"].as_str().map(str::to_owned)).expect("a cursor");
    let pool = sqlx::PgPool::connect(&server.database).await.expect("a connection");
    let mut late = pool.begin().await.expect("a transaction");
    let (seq,): (i64,) = sqlx::query_as("UPDATE counters SET value = value + 1 WHERE name = 'changes' RETURNING value")
        .fetch_one(&mut *late)
        .await
        .expect("a sequence");
    sqlx::query("UPDATE changes SET seq = $1 WHERE id = $2")
        .bind(seq)
        .bind(signal.id.to_string())
        .execute(&mut *late)
        .await
        .expect("a row");
    let next = desk.signal("Daarna");
    tokio::pin!(next);
    tokio::select! {
        biased;
        _ = &mut next => panic!("a write passed an open transaction"),
        lines = desk.changes(Some(&start)) => assert_eq!(lines.len(), 1, "nothing is committed, so there is only a cursor"),
    }
    late.commit().await.expect("a commit");
    let made = next.await;
    let lines = soon("the changes", desk.changes(Some(&start))).await;
    let ids: Vec<_> = lines.iter().filter_map(|line| line["row"]["id"].as_str()).collect();
    assert_eq!(ids, [signal.id.to_string(), made.id.to_string()]);
    assert!(postgres::sql(&server.database, "SELECT COUNT(*) FROM changes") == "2");
}
