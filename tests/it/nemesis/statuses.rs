//! Two people walk at random through every status and outcome of the same cases at once. What the server answers is what the rules make
//! of the version that was seen; what it acknowledged stands in the history, each change on the one before; and every status, side exit
//! and outcome is reached.

use std::collections::{BTreeMap, BTreeSet};

use loket::{
    api::problem::Code,
    domain::{
        role::Role,
        signal::{Outcome, Status},
    },
};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::support::{
    Lot,
    http::Caller,
    proof::{is_long, report, seed_of},
    samples::signal,
    server::TestServer,
};

on_both_stores!(two_people_reach_every_status_and_every_outcome);

/// Cases they walk through, few enough to meet.
const CASES: usize = 6;

/// Steps of both together.
fn steps() -> u64 {
    if is_long() { 100_000 } else { 1_200 }
}

/// A status with its outcome.
type Place = (Status, Option<Outcome>);

/// What is asked for: another status, another outcome, or no outcome.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    status: Option<Status>,
    outcome: Option<Option<Outcome>>,
}

impl Wanted {
    fn drawn(lot: &mut Lot) -> Self {
        let status = Status::ALL[lot.below(Status::ALL.len() as u64) as usize];
        let outcome = Outcome::ALL[lot.below(Outcome::ALL.len() as u64) as usize];
        match lot.below(8) {
            0..4 => Self { status: Some(status), outcome: None },
            4..6 => Self { status: Some(Status::Closed), outcome: Some(Some(outcome)) },
            6 => Self { status: None, outcome: Some(Some(outcome)) },
            _ => Self { status: Some(status), outcome: Some(lot.below(2).eq(&0).then_some(outcome)) },
        }
    }

    /// What becomes of a case; nothing: the rules refuse it. An outcome belongs to what is closed, and goes with opening it again.
    fn of(self, (status, outcome): Place) -> Option<Place> {
        let after = self.status.unwrap_or(status);
        let wanted = self.outcome.unwrap_or(outcome);
        match after {
            Status::Closed => Some((after, wanted)),
            _ if self.outcome.is_some_and(|_| wanted != outcome) => None,
            _ => Some((after, None)),
        }
    }

    fn body(self) -> Value {
        let mut body = json!({});
        if let Some(status) = self.status {
            body["status"] = status.code().into();
        }
        if let Some(outcome) = self.outcome {
            body["outcome"] = outcome.map(Outcome::code).into();
        }
        body
    }
}

fn place(signal: &Value) -> Place {
    let status = Status::from_code(signal["status"].as_str().unwrap()).unwrap();
    (status, signal["outcome"].as_str().map(|code| Outcome::from_code(code).unwrap()))
}

/// What one of them did.
#[derive(Default)]
struct Work {
    /// Every change that was acknowledged: which case, the version it made, from where to where.
    done: Vec<(usize, i64, Place, Place)>,
    refused: u64,
    stale: u64,
}

async fn two_people_reach_every_status_and_every_outcome(server: &TestServer) {
    let mut lot = Lot(seed_of("two people through every status and outcome"));
    let desk = server.desk();
    let mut cases = vec![];
    for number in 0..CASES {
        let made = desk.post("/v1/signals", &signal(&format!("Zaak {number}"))).await.expect(201);
        cases.push(format!("/v1/signals/{}", made["item"]["id"].as_str().unwrap()));
    }
    let mut walking = JoinSet::new();
    for number in 0..2 {
        let who = server.account(Role::Desk, &format!("Medewerker {number}"), "LMM").await;
        walking.spawn(walk(who, cases.clone(), Lot(lot.draw())));
    }
    let all = walking.join_all().await;
    let (refused, stale) = all.iter().fold((0, 0), |sum, work| (sum.0 + work.refused, sum.1 + work.stale));
    let done: Vec<_> = all.into_iter().flat_map(|work| work.done).collect();
    let reached: BTreeSet<Place> = done.iter().map(|(.., to)| *to).collect();
    for status in Status::ALL {
        assert!(reached.iter().any(|(one, _)| one == status), "{status} was not reached");
    }
    for outcome in Outcome::ALL {
        assert!(reached.contains(&(Status::Closed, Some(*outcome))), "{outcome} was not reached");
    }
    assert!(reached.contains(&(Status::Closed, None)) && refused > 0 && stale > 0, "{refused} refused, {stale} stale");
    for (at, path) in cases.iter().enumerate() {
        judge(server, at, path, &done).await;
    }
    let store = if server.is_postgres() { "PostgreSQL" } else { "SQLite" };
    report(
        &format!("two people walk through every status, side exit and outcome, {store}"),
        &format!(
            "{} steps, {} changes acknowledged, {refused} refused by the rules, {stale} on a version that was not the last; every answer as the rules \
             say, every change on the one before, 11 statuses and {} outcomes reached",
            steps(),
            done.len(),
            Outcome::ALL.len()
        ),
    );
}

async fn walk(who: Caller, cases: Vec<String>, mut lot: Lot) -> Work {
    let mut work = Work::default();
    let mut seen: Vec<Value> = vec![];
    for path in &cases {
        seen.push(who.get(path).await.expect(200));
    }
    for step in 0..steps() / 2 {
        let at = lot.below(cases.len() as u64) as usize;
        let (version, from, wanted) = (seen[at]["version"].as_i64().unwrap(), place(&seen[at]), Wanted::drawn(&mut lot));
        let reply = who.patch(&cases[at], version, &wanted.body()).await;
        match (reply.status, wanted.of(from)) {
            (200, Some(to)) => {
                let now = reply.expect(200);
                assert_eq!(place(&now), to, "step {step}: {from:?} with {wanted:?}");
                let made = now["version"].as_i64().unwrap();
                if to != from {
                    assert_eq!(made, version + 1, "step {step}: not on the version that was seen");
                    work.done.push((at, made, from, to));
                }
                seen[at] = now;
            }
            (200, None) => panic!("step {step}: {from:?} with {wanted:?} is against the rules and was done: {}", reply.text()),
            (412, _) => {
                let problem = reply.problem(Code::StaleVersion);
                assert!(problem["currentVersion"].as_i64().unwrap() > version, "step {step}: nobody was before");
                work.stale += 1;
                // Most look what it is now; some go on with what they have.
                if lot.below(4) > 0 {
                    seen[at] = who.get(&cases[at]).await.expect(200);
                }
            }
            (_, None) => {
                reply.problem(Code::NotInThisStatus);
                work.refused += 1;
            }
            (status, Some(_)) => panic!("step {step}: {from:?} with {wanted:?}: {status} {}", reply.text()),
        }
    }
    work
}

/// The history tells what was acknowledged, each change on the one before, and the case is where the last one left it.
async fn judge(server: &TestServer, at: usize, path: &str, done: &[(usize, i64, Place, Place)]) {
    let by_version: BTreeMap<i64, (Place, Place)> =
        done.iter().filter(|one| one.0 == at).map(|(_, version, from, to)| (*version, (*from, *to))).collect();
    assert_eq!(by_version.len(), done.iter().filter(|one| one.0 == at).count(), "{path}: two made one version");
    let mut before: Option<Place> = None;
    for (version, (from, to)) in &by_version {
        assert!(before.is_none_or(|before| before == *from), "{path}: version {version} does not stand on the one before");
        before = Some(*to);
    }
    let now = server.desk().get(path).await.expect(200);
    assert_eq!(Some(place(&now)), before, "{path}: not where it was left");
    let id = path.rsplit('/').next().unwrap();
    let query = format!(
        "SELECT version || '|' || new FROM history WHERE object = '{id}' AND field = 'status' AND version > 1 ORDER BY version"
    );
    let told = server.texts(&query).await;
    let moved = by_version.iter().filter(|(_, (from, to))| from.0 != to.0);
    let expected: Vec<String> = moved.map(|(version, (_, to))| format!("{version}|\"{}\"", to.0)).collect();
    assert_eq!(told, expected, "{path}: the history tells something else");
}
