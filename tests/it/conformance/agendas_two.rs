//! Two secretaries move and write in the same agenda at the same time, over two connections: no item is lost or doubled, no
//! text is overwritten unseen, and both see the same at the end, by reading and by the feed.

use std::collections::BTreeMap;

use loket::domain::{ids::AgendaItemId, meeting::AgendaItemSummary};
use serde_json::{Value, json};

use super::{agendas::order, changes::changes, meetings::made, time_outs::id};
use crate::support::{http::Caller, server::TestServer};

on_both_stores!(two_at_once_lose_nothing);

const ITEMS: usize = 12;
const STEPS: usize = 60;

async fn two_at_once_lose_nothing(server: &TestServer) {
    let desk = server.desk();
    let colleague = server.colleague().await;
    let meeting = id(&made(&desk).await["item"]).to_owned();
    for n in 0..ITEMS {
        let new = json!({ "facts": { "title": format!("Punt {n}") } });
        desk.post(&format!("/v1/meetings/{meeting}/items"), &new).await.expect(201);
    }
    let mut before = order(&desk, &meeting).await;
    let start = changes(&desk, None).await;
    let (one, two) = tokio::join!(work(&desk, &meeting, 1), work(&colleague, &meeting, 2));

    let now = order(&desk, &meeting).await;
    assert_eq!(now, order(&colleague, &meeting).await, "both see the same order");
    let mut all = now.clone();
    all.sort();
    before.sort();
    assert_eq!(all, before, "nothing lost, nothing doubled");
    let agenda = desk.get(&format!("/v1/meetings/{meeting}/items")).await.expect(200);
    let versions: i64 =
        agenda["items"].as_array().unwrap().iter().map(|entry| entry["item"]["version"].as_i64().unwrap() - 1).sum();
    assert_eq!(versions, one + two, "every text that was taken is a version of its own");

    // Who follows the feed has the same order, and the same again from the start.
    let since = changes(&desk, Some(&start.cursor)).await.agenda_items;
    let mut rows: BTreeMap<AgendaItemId, AgendaItemSummary> = BTreeMap::new();
    for row in start.agenda_items.into_iter().chain(since) {
        rows.insert(row.id, row);
    }
    for rows in [rows.into_values().collect(), changes(&desk, None).await.agenda_items] {
        let mut rows: Vec<AgendaItemSummary> = rows;
        rows.sort_by_key(|row| (row.rank, row.id));
        assert_eq!(rows.iter().map(|row| row.id.to_string()).collect::<Vec<_>>(), now);
    }
}

/// Moves and writes by what was seen a while ago; gives how many texts were taken.
async fn work(who: &Caller, meeting: &str, seed: u64) -> i64 {
    let (mut state, mut taken) = (seed, 0);
    let mut next = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut seen = order(who, meeting).await;
    for step in 0..STEPS {
        if step % 7 == 6 {
            seen = order(who, meeting).await;
        }
        let item = seen[next(seen.len())].clone();
        let path = format!("/v1/agenda-items/{item}");
        if next(4) == 0 {
            let version = who.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
            let reply = who.patch(&path, version, &json!({ "presenter": format!("{seed} {step}") })).await;
            assert!(matches!(reply.status, 200 | 412), "{}", reply.text());
            taken += i64::from(reply.status == 200);
        } else {
            let after = &seen[next(seen.len())];
            let body: Value = if *after == item { json!({ "first": true }) } else { json!({ "after": after }) };
            who.post(&format!("{path}/_move"), &body).await.expect(200);
        }
    }
    taken
}
