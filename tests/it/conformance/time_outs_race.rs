//! Several people race to propose, confirm, extend, resume and end time-outs of the same decision, which stands in two
//! signals: never an impossible state, never one person alone.

use chrono::NaiveDate;
use loket::domain::{
    signal::Signal,
    time_out::{TimeOut, TimeOutMoveKind, TimeOutProposal, TimeOutState},
};
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, Reply, new_key},
    proof,
    samples::{decision, signal_with, time_out},
    server::TestServer,
};

on_both_stores!(nobody_wins_alone);

/// Races in a short and in a long run.
const SHORT: u64 = 12;
const LONG: u64 = 1_000;

async fn nobody_wins_alone(server: &TestServer) {
    let rounds = if proof::is_long() { LONG } else { SHORT };
    let seed = proof::seed_of("a race for one time-out");
    let mut people = vec![server.desk()];
    for name in ["Fatima Yıldız", "Jan Bakker", "Ineke Visser", "Omar Said"] {
        people.push(server.account(loket::domain::role::Role::Desk, name, "LMM").await);
    }
    let (mut moves, mut confirmed, mut refused) = (0, 0, 0);
    for round in 0..rounds {
        let reference = format!("R-{round}");
        let facts = json!({ "decisions": [decision(&reference)] });
        let mut ids = vec![];
        for _ in 0..2 {
            let made = people[0].post("/v1/signals", &signal_with("Terugvordering, UWV", facts.clone())).await.expect(201);
            ids.push(made["item"]["id"].as_str().unwrap().to_owned());
        }
        let running: Vec<_> = people
            .iter()
            .enumerate()
            .map(|(at, who)| {
                let (who, ids, reference) = (who.clone(), ids.clone(), reference.clone());
                tokio::spawn(async move { act(&who, &ids, &reference, Dice(seed ^ (round << 8) ^ at as u64)).await })
            })
            .collect();
        for one in running {
            refused += one.await.unwrap();
        }
        let mut days = vec![];
        for id in &ids {
            let (seen, settled, suspended) = judge(server, &people[0], id).await;
            moves += seen;
            confirmed += settled;
            days.extend(suspended);
        }
        // Never two suspensions of the same decision on one day.
        days.sort_unstable();
        assert!(days.windows(2).all(|pair| pair[0].1 <= pair[1].0), "suspended twice at once: {days:?}");
    }
    assert!(confirmed > 0 && refused > 0, "nobody met anybody: {confirmed} confirmed, {refused} refused");
    let store = if server.is_postgres() { "PostgreSQL" } else { "SQLite" };
    proof::report(
        &format!("races for one time-out, five people, {store}"),
        &format!("{rounds} races, {moves} moves, {confirmed} confirmed, {refused} refused, no impossible state, nobody alone"),
    );
}

/// What one person tries; gives how often it was refused.
async fn act(who: &Caller, signals: &[String], reference: &str, mut dice: Dice) -> u64 {
    let mut refused = 0;
    for _ in 0..6 {
        let signal = &signals[usize::from(dice.roll(4) == 0)];
        let list = who.get(&format!("/v1/time-outs?signal={signal}&state=all")).await.expect(200);
        let rows = list["items"].as_array().unwrap();
        let open = rows.iter().find(|row| matches!(row["state"].as_str(), Some("proposed" | "running" | "extended")));
        let Some(row) = open.filter(|_| dice.roll(8) > 0) else {
            let mut body = time_out(signal, reference);
            body["emergency"] = (dice.roll(4) == 0).into();
            refused += judged(&who.post("/v1/time-outs", &body).await);
            continue;
        };
        let (version, id) = (row["version"].as_i64().unwrap(), row["id"].as_str().unwrap());
        let path = format!("/v1/time-outs/{id}");
        if let Some(waits) = row["pending"]["confirmation"].as_str().filter(|_| dice.roll(6) > 0) {
            let waits = format!("/v1/confirmations/{waits}");
            let hash = who.get(&waits).await.expect(200)["hash"].clone();
            refused += judged(&match dice.roll(6) {
                0 => who.post(&format!("{waits}/_reject"), &json!({ "reason": "nee" })).await,
                1 => who.post(&format!("{waits}/_withdraw"), &json!({})).await,
                // Two at once under keys of their own: one person pressing twice is still one person.
                2 => {
                    let (path, body) = (format!("{waits}/_confirm"), json!({ "hash": hash }));
                    let (one, other) =
                        tokio::join!(who.post_with(new_key(), &path, &body), who.post_with(new_key(), &path, &body));
                    refused += judged(&one);
                    other
                }
                _ => who.post(&format!("{waits}/_confirm"), &json!({ "hash": hash })).await,
            });
            continue;
        }
        let reply = match dice.roll(4) {
            0 => who.act(&format!("{path}/_resume"), version, &json!({ "from": "2026-11-20" })).await,
            1 => who.act(&format!("{path}/_end"), version, &json!({ "from": "2026-11-21", "ending": "changed" })).await,
            roll => {
                let last = if roll == 2 { "2026-12-06" } else { "2026-12-20" };
                who.act(&format!("{path}/_extend"), version, &json!({ "lastDay": last, "decidedOn": "2026-11-16" })).await
            }
        };
        refused += judged(&reply);
    }
    refused
}

/// Done, or refused with a reason; anything else fails.
fn judged(reply: &Reply) -> u64 {
    match reply.status {
        200 | 201 => 0,
        409 | 412 => {
            let code = reply.any_problem()["code"].as_str().unwrap().to_owned();
            assert!(matches!(code.as_str(), "not-possible-now" | "stale-version"), "{}: {code}", reply.asked);
            1
        }
        status => panic!("{}: {status} {}", reply.asked, reply.text()),
    }
}

/// Looks at everything that came of a race in one signal; gives how many moves and confirmations there were, and the days
/// that are suspended.
async fn judge(server: &TestServer, who: &Caller, signal: &str) -> (u64, u64, Vec<(NaiveDate, NaiveDate)>) {
    let list = who.get(&format!("/v1/time-outs?signal={signal}&state=all")).await.expect(200);
    let mut all: Vec<TimeOut> = vec![];
    for row in list["items"].as_array().unwrap() {
        let detail = who.get(&format!("/v1/time-outs/{}", row["id"].as_str().unwrap())).await.expect(200);
        all.push(serde_json::from_value(detail["item"].clone()).unwrap());
    }
    let (mut moves, mut confirmed) = (0, 0);
    for time_out in &all {
        moves += time_out.moves.len() as u64;
        confirmed += follow(time_out);
    }
    let mut days: Vec<_> = all.iter().filter_map(TimeOut::suspended_days).collect();
    days.sort_unstable();
    // The signal and the board say the same.
    let now: Signal = serde_json::from_value(who.get(&format!("/v1/signals/{signal}")).await.expect(200)).unwrap();
    let mut told: Vec<_> = now.suspensions.iter().map(|found| (found.from, found.until)).collect();
    told.sort_unstable();
    assert_eq!(told, days);
    // Every move stands once in the history of the case, and what stands there happened.
    let told = now.timeline.iter().filter_map(|entry| Some((entry.linked.as_ref()?.id, entry.by?, entry.at)));
    let mut told: Vec<_> = told.collect();
    let made = all.iter().flat_map(|one| one.moves.iter().map(|moved| (one.id.0, moved.by, moved.at)));
    let mut made: Vec<_> = made.collect();
    told.sort_unstable();
    made.sort_unstable();
    assert_eq!(told, made);
    let board = who.get(&format!("/v1/deadlines?signal={signal}&kind=time_out,proposal")).await.expect(200);
    let rows = board["items"].as_array().unwrap();
    let count = |kind: &str| rows.iter().filter(|row: &&Value| row["kind"] == kind).count();
    assert_eq!(count("time_out"), all.iter().filter(|one| one.state.is_running()).count());
    assert_eq!(count("proposal"), all.iter().filter(|one| one.pending.is_some()).count());
    let ids: Vec<String> = all.iter().map(|one| format!("'{}'", one.id)).collect();
    if !ids.is_empty() {
        let waiting = format!("SELECT COUNT(*) FROM confirmations WHERE state = 'proposed' AND subject IN ({})", ids.join(", "));
        assert_eq!(server.number(&waiting).await, all.iter().filter(|one| one.pending.is_some()).count() as i64);
    }
    (moves, confirmed, days)
}

/// Tells a time-out's moves over again: each was possible after the one before, and each date has two people behind it.
fn follow(time_out: &TimeOut) -> u64 {
    let mut waits: Option<(&loket::domain::time_out::TimeOutMove, bool)> = None;
    let mut over = false;
    let mut confirmed = 0;
    for (at, one) in time_out.moves.iter().enumerate() {
        assert!(!over, "a move after the end: {time_out:#?}");
        match one.kind {
            TimeOutMoveKind::Proposed | TimeOutMoveKind::EmergencyStarted => {
                assert!(waits.is_none(), "two proposals at once: {time_out:#?}");
                assert_eq!(at == 0, one.proposal == Some(TimeOutProposal::Start));
                waits = Some((one, one.kind == TimeOutMoveKind::EmergencyStarted));
            }
            TimeOutMoveKind::Confirmed => {
                let (proposed, _) = waits.take().expect("a confirmation of nothing");
                assert_ne!(proposed.by, one.by, "one person alone: {time_out:#?}");
                assert_eq!(proposed.proposal, one.proposal);
                over = matches!(one.proposal, Some(TimeOutProposal::Resume { .. } | TimeOutProposal::End { .. }));
                confirmed += 1;
            }
            TimeOutMoveKind::Rejected => {
                let (proposed, _) = waits.take().expect("a rejection of nothing");
                assert_ne!(proposed.by, one.by, "rejected by the proposer");
                over = proposed.proposal == Some(TimeOutProposal::Start);
            }
            TimeOutMoveKind::Withdrawn => {
                let (proposed, _) = waits.take().expect("a withdrawal of nothing");
                assert_eq!(proposed.by, one.by, "withdrawn by another");
                over = proposed.proposal == Some(TimeOutProposal::Start);
            }
            TimeOutMoveKind::Expired => panic!("no time passes in a race"),
            TimeOutMoveKind::ToldBody | TimeOutMoveKind::BodyConfirmed => {}
        }
    }
    assert_eq!(waits.is_some(), time_out.pending.is_some(), "{time_out:#?}");
    let alone = waits.is_some_and(|(_, emergency)| emergency);
    let suspends = time_out.suspended_days().is_some();
    assert!(!suspends || confirmed > 0 || alone || time_out.emergency.is_some(), "dates that nobody confirmed: {time_out:#?}");
    assert_eq!(time_out.version, time_out.moves.len() as i64);
    assert!(matches!(
        time_out.state,
        TimeOutState::Proposed
            | TimeOutState::Running
            | TimeOutState::Extended
            | TimeOutState::Resumed
            | TimeOutState::Ended
            | TimeOutState::NotStarted
    ));
    confirmed
}

/// A small generator: races need variety, not quality.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}
