//! Two secretaries work on the same agendas at the same time, over two connections: they move, write, insert, take off, drop, put
//! on another meeting, cancel and reinstate. No item is lost or doubled, no text is overwritten unseen, every case knows where it
//! stands, and both see the same at the end, by reading and by the feed.

use std::collections::{BTreeMap, BTreeSet};

use loket::domain::{ids::AgendaItemId, meeting::AgendaItemSummary};
use serde_json::{Value, json};

use super::{
    agendas::order,
    changes::{Feed, changes},
    time_outs::id,
};
use crate::support::{
    http::{Caller, Reply},
    proof,
    samples::{meeting, signal},
    server::TestServer,
};

on_both_stores!(two_at_once_lose_nothing);

/// Rounds, and steps of each of the two, in a short and in a long run.
const SHORT: (u64, u64) = (1, 70);
const LONG: (u64, u64) = (5, 1_000);

/// What one of the two did.
#[derive(Default)]
struct Work {
    /// Items that were made.
    made: Vec<String>,
    /// Texts that were taken: item, version they made, text.
    texts: Vec<(String, i64, String)>,
    /// Steps that were done, and those that somebody else stood in the way of.
    done: u64,
    refused: u64,
}

async fn two_at_once_lose_nothing(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let (rounds, steps) = if proof::is_long() { LONG } else { SHORT };
    let seed = proof::seed_of("two secretaries on the same agendas");
    let meetings = [meeting_on(&desk, "11-26").await, meeting_on(&desk, "12-10").await, meeting_on(&desk, "12-17").await];
    let mut all: BTreeSet<String> = BTreeSet::new();
    for meeting in &meetings {
        all.extend(order(&desk, meeting).await);
    }
    for n in 0..12 {
        let reply = insert(&desk, &meetings[0], n % 2 == 0, n).await.expect(201);
        all.insert(id(&reply["item"]).to_owned());
    }
    let start = changes(&desk, None).await;
    let (mut done, mut refused, mut texts) = (0, 0, vec![]);
    for round in 0..rounds {
        let dice = |who| Dice(seed.wrapping_mul(31).wrapping_add(round * 2 + who));
        let stamp = |who| round * 2 + who + 1;
        let (one, two) = tokio::join!(
            work(&desk, &meetings, dice(0), (stamp(0), steps)),
            work(&colleague, &meetings, dice(1), (stamp(1), steps))
        );
        for done_by in [one, two] {
            all.extend(done_by.made);
            texts.extend(done_by.texts);
            done += done_by.done;
            refused += done_by.refused;
        }
        judge_places(&desk, &colleague, &meetings, &all, &start).await;
        judge_texts(&desk, &all, &mut texts).await;
    }
    let items = all.len();
    assert!(done > 0 && refused > 0, "nobody met anybody: {done} done, {refused} refused");
    let store = if server.is_postgres() { "PostgreSQL" } else { "SQLite" };
    proof::report(
        &format!("two secretaries on the same agendas, {store}"),
        &format!(
            "{rounds} rounds of {steps} steps of each, {items} items, {done} done, {refused} refused; nothing lost or doubled, \
             the same order for both"
        ),
    );
}

async fn meeting_on(desk: &Caller, day: &str) -> String {
    let mut new = meeting();
    new["facts"]["slots"] = json!([{ "startsAt": format!("2026-{day}T12:30:00Z"), "endsAt": format!("2026-{day}T14:00:00Z") }]);
    id(&desk.post("/v1/meetings", &new).await.expect(201)["item"]).to_owned()
}

async fn insert(who: &Caller, meeting: &str, is_case: bool, stamp: u64) -> Reply {
    let mut new = json!({ "facts": { "title": format!("Punt {stamp}") }, "first": stamp.is_multiple_of(3) });
    if is_case {
        let case = who.post("/v1/signals", &signal(&format!("Zaak {stamp}"))).await.expect(201)["item"].clone();
        new["signal"] = case["id"].clone();
    }
    who.post(&format!("/v1/meetings/{meeting}/items"), &new).await
}

/// Works by what was seen a while ago.
async fn work(who: &Caller, meetings: &[String; 3], mut dice: Dice, (stamp, steps): (u64, u64)) -> Work {
    let mut work = Work::default();
    let mut seen = look(who, meetings).await;
    for step in 0..steps {
        if step % 7 == 6 {
            seen = look(who, meetings).await;
        }
        let meeting = &meetings[dice.roll(3)];
        let item = seen[dice.roll(seen.len())].clone();
        let path = format!("/v1/agenda-items/{item}");
        let reason = json!({ "reason": "zo" });
        let reply = match dice.roll(24) {
            0 => {
                let made = insert(who, meeting, dice.roll(2) == 0, stamp * 100_000 + step).await;
                work.made.extend((made.status == 201).then(|| id(&made.ok()["item"]).to_owned()));
                made
            }
            1..6 => write(who, &item, json!({ "presenter": format!("{stamp} {step}") }), &mut work).await,
            6 | 7 => {
                write(who, &item, json!({ "minutes": 1 + dice.roll(90), "presenter": format!("{stamp} {step}") }), &mut work)
                    .await
            }
            8 | 9 => who.post(&format!("{path}/_take-off"), &reason).await,
            10 => who.post(&format!("{path}/_drop"), &reason).await,
            11..15 => who.post(&format!("{path}/_move"), &json!({ "meeting": meeting, "first": dice.roll(2) == 0 })).await,
            15 if dice.roll(3) == 0 => {
                let to = ["candidates", "next", &meetings[2]][dice.roll(3)];
                settle(who, meeting, "_cancel", json!({ "reason": "ziek", "to": to })).await
            }
            16 | 17 => settle(who, meeting, "_reinstate", json!({})).await,
            _ => {
                let after = &seen[dice.roll(seen.len())];
                let body = if *after == item { json!({ "first": true }) } else { json!({ "after": after }) };
                who.post(&format!("{path}/_move"), &body).await
            }
        };
        match reply.status {
            200 | 201 => work.done += 1,
            400 | 409 | 412 => work.refused += 1,
            status => panic!("{status}: {}", reply.text()),
        }
    }
    // What is cancelled goes on, so that at the end every agenda is one.
    for meeting in meetings {
        settle(who, meeting, "_reinstate", json!({})).await;
    }
    work
}

/// Everything that is on an agenda or a candidate.
async fn look(who: &Caller, meetings: &[String; 3]) -> Vec<String> {
    let mut seen = candidates(who).await;
    for meeting in meetings {
        seen.extend(order(who, meeting).await);
    }
    seen
}

async fn candidates(who: &Caller) -> Vec<String> {
    let list = who.get("/v1/agenda-candidates").await.expect(200);
    list["items"].as_array().unwrap().iter().map(|row| id(&row["item"]).to_owned()).collect()
}

/// Writes in the version that is there now, unless somebody was faster.
async fn write(who: &Caller, item: &str, patch: Value, work: &mut Work) -> Reply {
    let path = format!("/v1/agenda-items/{item}");
    let version = who.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
    let reply = who.patch(&path, version, &patch).await;
    if reply.status == 200 {
        work.texts.push((item.to_owned(), version + 1, patch["presenter"].as_str().unwrap().to_owned()));
    }
    reply
}

async fn settle(who: &Caller, meeting: &str, verb: &str, body: Value) -> Reply {
    let path = format!("/v1/meetings/{meeting}");
    let version = who.get(&path).await.expect(200)["item"]["version"].as_i64().unwrap();
    who.act(&format!("{path}/{verb}"), version, &body).await
}

/// Every item stands in one place, the same for both, by reading, by the feed and by the history of its case.
async fn judge_places(desk: &Caller, colleague: &Caller, meetings: &[String; 3], all: &BTreeSet<String>, start: &Feed) {
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    let mut orders = vec![];
    for meeting in meetings {
        let now = order(desk, meeting).await;
        assert_eq!(now, order(colleague, meeting).await, "both see the same order");
        for item in &now {
            assert_eq!(places.insert(item.clone(), meeting.clone()), None, "{item} stands in two places");
        }
        orders.push(now);
    }
    let waits: BTreeSet<String> = candidates(desk).await.into_iter().filter(|item| all.contains(item)).collect();
    for item in all {
        let read = desk.get(&format!("/v1/agenda-items/{item}")).await.expect(200);
        let place = places.get(item).map(|meeting| Value::from(meeting.as_str())).unwrap_or_default();
        assert_eq!(read["item"]["meeting"], place, "{item}");
        let is_candidate = place.is_null() && read["item"]["dropped"] == false;
        assert_eq!(waits.contains(item), is_candidate, "{item} is neither on an agenda, nor a candidate, nor dropped");
        judge_history(desk, &read).await;
    }
    assert!(places.keys().all(|item| all.contains(item)), "an item that nobody made");

    // Who follows the feed has the same order, and the same again from the start.
    let since = changes(desk, Some(&start.cursor)).await.agenda_items;
    let mut rows: BTreeMap<AgendaItemId, AgendaItemSummary> = BTreeMap::new();
    for row in start.agenda_items.iter().cloned().chain(since) {
        rows.insert(row.id, row);
    }
    for mut rows in [rows.into_values().collect::<Vec<_>>(), changes(desk, None).await.agenda_items] {
        rows.sort_by_key(|row| (row.rank, row.id));
        for (meeting, order) in meetings.iter().zip(&orders) {
            let here = rows.iter().filter(|row| row.meeting.is_some_and(|id| id.to_string() == *meeting));
            assert_eq!(here.map(|row| row.id.to_string()).collect::<Vec<_>>(), *order, "as the feed tells it");
        }
    }
}

/// The last thing that the history of a case tells of an agenda is where its item stands.
async fn judge_history(desk: &Caller, read: &Value) {
    let Some(signal) = read["item"]["signal"].as_str() else { return };
    let case = desk.get(&format!("/v1/signals/{signal}")).await.expect(200);
    let entries = case["timeline"].as_array().unwrap();
    let last = entries.iter().find(|entry| entry["kind"] == "agenda").expect("an entry")["linked"].clone();
    match (read["meetingNumber"].as_str(), read["item"]["dropped"] == true) {
        (Some(number), _) => {
            assert_eq!((&last["label"], matches!(last["verb"].as_str(), Some("placed" | "moved"))), (&number.into(), true))
        }
        (None, true) => assert_eq!(last["verb"], "dropped"),
        (None, false) => assert!(matches!(last["verb"].as_str(), Some("taken-off" | "cancelled")), "{last}"),
    }
    let agenda = entries.iter().filter(|entry| entry["kind"] == "agenda").count();
    assert_eq!(case["version"].as_u64().unwrap(), 1 + agenda as u64, "each entry is one change of the case");
}

/// Every text that was taken is a version of its own, and the last one stands.
async fn judge_texts(desk: &Caller, all: &BTreeSet<String>, taken: &mut [(String, i64, String)]) {
    taken.sort();
    for item in all {
        let read = desk.get(&format!("/v1/agenda-items/{item}")).await.expect(200)["item"].clone();
        let mine: Vec<_> = taken.iter().filter(|(of, ..)| of == item).collect();
        let versions: Vec<i64> = mine.iter().map(|(_, version, _)| *version).collect();
        assert_eq!(versions, (2..=read["version"].as_i64().unwrap()).collect::<Vec<_>>(), "no text over another");
        if let Some((_, _, text)) = mine.last() {
            assert_eq!(read["facts"]["presenter"], text.as_str());
        }
    }
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }
}
