//! Two servers in lockstep, one over SQLite, one over PostgreSQL: whatever is asked, both give the same answer, byte for byte, and hold
//! the same rows at the end. Which store there is, nobody can tell.
//!
//! A clock that both follow gives the same times and the same ids, so answers, order, cursors and hashes can be compared as they are.

mod answer;
mod bodies;
mod cases;
mod known;
mod meetings;
mod operation;
mod stories;
mod values;
mod world;

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use loket::{api::path, server::policy};
use serde_json::Value;
use tokio::{runtime::Handle, task::JoinSet};

use self::{
    operation::{Drawer, Operation},
    world::World,
};
use crate::support::{
    Lot,
    proof::{is_long, report, seed_of},
    server::start_of_story,
};

/// Operations of a sequence, at least and at most.
const LENGTH: (u64, u64) = (4, 12);

/// Sequences over one pair of stores, which grows by them.
const TOGETHER: u64 = 40;

/// Pairs at the same time.
const LANES: usize = 2;

/// How long a failure may be made smaller.
const SHRINKING: Duration = Duration::from_secs(120);

/// Sequences of all pairs.
fn sequences() -> u64 {
    if is_long() { 10_000 } else { 40 }
}

/// What a pair of stores went through.
struct Walk {
    operations: Vec<Operation>,
    /// Routes that did what was asked.
    done: BTreeSet<String>,
    /// Answers that said so.
    good: u64,
    /// What was found.
    difference: Option<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_stores_give_one_answer() {
    let seed = seed_of("two stores in lockstep");
    let (mut walking, mut done) = (JoinSet::new(), BTreeSet::new());
    let (mut begun, mut operations, mut good) = (0, 0, 0);
    let pairs = sequences() / TOGETHER;
    loop {
        while begun < pairs && walking.len() < LANES {
            let (pair, runtime) = (seed.wrapping_mul(1_000_003).wrapping_add(begun), Handle::current());
            walking.spawn_blocking(move || runtime.block_on(walk(pair)));
            begun += 1;
        }
        let Some(walked) = walking.join_next().await else { break };
        let walked = walked.unwrap();
        if let Some(difference) = walked.difference {
            Box::pin(fail(seed, walked.operations, difference)).await;
        }
        operations += walked.operations.len();
        good += walked.good;
        done.extend(walked.done);
        if begun % 25 == 0 {
            println!("{begun} of {pairs} pairs, {operations} operations, {good} done");
        }
    }
    let routes = policy::table().len();
    let never: Vec<String> =
        policy::table().iter().map(|line| format!("{} {}", line.method, line.path)).filter(|line| !done.contains(line)).collect();
    println!("{operations} operations, {good} done; never done: {never:?}");
    assert!(good * 3 > operations as u64, "only {good} of {operations} were done: that compares refusals");
    report(
        "two stores in lockstep, SQLite and PostgreSQL",
        &format!(
            "{} sequences, {operations} operations, {good} done, {} of {routes} routes; the same answers, order, errors and rows",
            sequences(),
            done.len()
        ),
    );
}

/// Sequences over a new pair of stores.
async fn walk(seed: u64) -> Walk {
    // At some time of the day on which the story begins.
    let at = start_of_story() + TimeDelta::minutes(Lot(seed).below(60 * 24) as i64);
    let mut world = World::begin(at).await;
    let document = document(&mut world, at).await;
    let mut drawer = Drawer::new(seed, at, policy::table(), &document);
    let mut walk = Walk { operations: vec![], done: BTreeSet::new(), good: 0, difference: None };
    let operations: u64 = (0..TOGETHER).map(|_| LENGTH.0 + drawer.lot.below(LENGTH.1 - LENGTH.0 + 1)).sum();
    for _ in 0..operations {
        let operation = drawer.next();
        walk.operations.push(operation.clone());
        let [lite, pg] = world.play(&operation).await;
        walk.difference =
            lite.difference(&pg).or_else(|| (lite.status >= 500).then(|| format!("both {} {}", lite.status, lite.body)));
        if walk.difference.is_some() {
            return walk;
        }
        if lite.status < 300 {
            walk.good += 1;
            walk.done.insert(format!("{} {}", operation.method, operation.route));
        }
        drawer.learn(&operation, &lite);
    }
    walk.difference = world.end().await;
    walk
}

async fn document(world: &mut World, at: chrono::DateTime<chrono::Utc>) -> Value {
    let ask = Operation {
        at,
        who: usize::MAX,
        method: "GET".into(),
        route: path::OPENAPI.into(),
        path: path::OPENAPI.into(),
        headers: vec![],
        body: None,
    };
    serde_json::from_str(&world.play(&ask).await[0].body).unwrap()
}

/// Does these over new stores; the difference they lead to.
async fn replay(operations: &[Operation]) -> Option<String> {
    let mut world = World::begin(operations.first()?.at).await;
    for operation in operations {
        let [lite, pg] = world.play(operation).await;
        let differs =
            lite.difference(&pg).or_else(|| (lite.status >= 500).then(|| format!("both {} {}", lite.status, lite.body)));
        if differs.is_some() {
            world.end().await;
            return differs;
        }
    }
    world.end().await
}

/// Leaves out what the difference does not need, and tells the rest.
async fn fail(seed: u64, mut operations: Vec<Operation>, mut difference: String) -> ! {
    let began = Instant::now();
    let mut part = operations.len().div_ceil(2);
    println!("a difference after {} operations: {difference}", operations.len());
    while part > 0 && began.elapsed() < SHRINKING {
        let mut at = 0;
        while at < operations.len() && began.elapsed() < SHRINKING {
            let fewer: Vec<_> = [&operations[..at], &operations[(at + part).min(operations.len())..]].concat();
            match replay(&fewer).await {
                Some(same) => (operations, difference) = (fewer, same),
                None => at += part,
            }
        }
        part = if part == 1 { 0 } else { part.div_ceil(2) };
    }
    let told: Vec<String> = operations.iter().map(ToString::to_string).collect();
    panic!("LOKET_SEED={seed}: SQLite answers otherwise than PostgreSQL: {difference}\nafter\n{}", told.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_has_an_operation() {
    let mut world = World::begin(start_of_story()).await;
    let document = document(&mut world, start_of_story()).await;
    let mut drawer = Drawer::new(1, start_of_story(), policy::table(), &document);
    for line in policy::table() {
        // What is not there panics and says so.
        for name in drawer.names(&line) {
            drawer.asked_for(&line.path, &name);
        }
        for _ in 0..20 {
            let operation = drawer.of(&line);
            assert_eq!((&operation.method, &operation.route), (&line.method, &line.path));
            assert!(!operation.path.contains('{'), "{operation}");
        }
    }
    world.end().await;
}
