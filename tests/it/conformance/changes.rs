//! The change feed: everything once, in order, nothing skipped.

use loket::domain::role::Role;
use serde_json::{Value, json};

use crate::support::server::{Running, report};

on_both_stores!(
    a_first_sync_gives_everything_and_a_next_one_what_changed,
    an_unknown_cursor_is_answered_by_a_reset,
    a_reader_of_the_register_gets_no_copy_of_it,
    no_write_is_skipped_by_a_reader_who_reads_meanwhile,
);

fn cursor(lines: &[Value]) -> &str {
    let last = lines.last().expect("a last line");
    assert_eq!(last["kind"], json!("cursor"), "{last}");
    last["cursor"].as_str().expect("a cursor")
}

fn kinds(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["kind"].as_str().expect("a kind")).collect()
}

async fn a_first_sync_gives_everything_and_a_next_one_what_changed(server: &Running) {
    let desk = server.desk().await;
    let empty = desk.changes(None).await;
    assert_eq!(kinds(&empty), ["cursor"]);
    let (first, second) = (desk.signal("Een").await, desk.signal("Twee").await);
    let officer = json!({ "facts": { "organisation": "UWV", "name": "X. Naam", "phone": "1", "mandate": "geen" } });
    desk.post("/v1/officers", officer).await.is(201);
    for since in [None, Some(cursor(&empty))] {
        let lines = desk.changes(since).await;
        assert_eq!(kinds(&lines), ["signal", "signal", "officer", "cursor"]);
        assert_eq!(lines[0]["row"]["id"], json!(first.id));
        assert_eq!(lines[2]["row"]["facts"]["name"], json!("X. Naam"));
    }
    let lines = desk.changes(None).await;
    desk.post(&format!("/v1/signals/{}/notes", second.id), json!({ "text": "a" })).await.is(201);
    desk.post(&format!("/v1/signals/{}/claims", first.id), json!({})).await.is(201);
    desk.post(&format!("/v1/signals/{}/notes", second.id), json!({ "text": "b" })).await.is(201);
    let changed = desk.changes(Some(cursor(&lines))).await;
    assert_eq!(kinds(&changed), ["signal", "signal", "cursor"]);
    assert_eq!((&changed[0]["row"]["id"], &changed[1]["row"]["version"]), (&json!(first.id), &json!(3)), "newest state once");
    assert_eq!(changed[0]["row"]["owner"]["name"], json!("A. Bakker"));
    assert_eq!(kinds(&desk.changes(Some(cursor(&changed))).await), ["cursor"]);
}

async fn an_unknown_cursor_is_answered_by_a_reset(server: &Running) {
    let desk = server.desk().await;
    desk.signal("Een").await;
    let known = desk.changes(None).await;
    let known = cursor(&known);
    let (store, _) = known.split_once('.').expect("parts");
    for unknown in
        ["x", "", "0000000000000000.sr.1", &format!("{store}.sr.99"), &format!("{store}.s.1"), &format!("{store}.sr.-1")]
    {
        assert_eq!(kinds(&desk.changes(Some(unknown)).await), ["reset", "signal", "cursor"], "{unknown}");
    }
}

async fn a_reader_of_the_register_gets_no_copy_of_it(server: &Running) {
    let desk = server.desk().await;
    desk.signal("Een").await;
    let officer = json!({ "facts": { "organisation": "UWV", "name": "X. Naam", "phone": "1", "mandate": "geen" } });
    desk.post("/v1/officers", officer).await.is(201);
    for role in [Role::RegisterReader, Role::RegisterEditor] {
        let reader = server.account(role, "R. Lezer", "UWV").await;
        let lines = reader.changes(None).await;
        assert_eq!(kinds(&lines), ["cursor"], "{role}");
        let desks = desk.changes(None).await;
        assert_eq!(kinds(&reader.changes(Some(cursor(&desks))).await), ["reset", "cursor"], "another's cursor opens nothing");
    }
}

/// Writers and a reader at once: the reader follows cursors and must end with every signal in its newest state.
async fn no_write_is_skipped_by_a_reader_who_reads_meanwhile(server: &Running) {
    const WRITERS: usize = 4;
    const EACH: usize = 15;
    let desk = server.desk().await;
    let token = desk.token.clone().expect("a token");
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (http, base, token) = (server.http.clone(), server.base.clone(), token.clone());
            tokio::spawn(async move {
                for n in 0..EACH {
                    let request = http.post(format!("{base}/v1/signals")).bearer_auth(&token);
                    let request = request.header("idempotency-key", crate::support::server::key());
                    let made = request.json(&report(&format!("{writer}-{n}"))).send().await.expect("an answer");
                    assert_eq!(made.status(), 201);
                }
            })
        })
        .collect();
    let (mut seen, mut since) = (std::collections::BTreeSet::new(), None::<String>);
    let mut done = false;
    loop {
        let lines = desk.changes(since.as_deref()).await;
        seen.extend(lines.iter().filter_map(|line| line["row"]["title"].as_str().map(str::to_owned)));
        since = Some(cursor(&lines).to_owned());
        if done {
            break;
        }
        done = writers.iter().all(tokio::task::JoinHandle::is_finished);
    }
    for writer in writers {
        writer.await.expect("the writer writes");
    }
    assert_eq!(seen.len(), WRITERS * EACH);
}
