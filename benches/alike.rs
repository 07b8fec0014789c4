//! Look-alikes for a new signal among 100,000 invented ones.
//!
//! `cargo bench --bench alike`. Goal: 50 ms.

// A bench has no reader to tell of a failure but the panic.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use loket::{
    demo::{Plan, signals},
    domain::alike::{MOST, PROPOSED_FROM},
    index::Reports,
};

fn main() {
    divan::main();
}

#[divan::bench]
fn among_100_000(bencher: Bencher) {
    let plan = Plan { signals: 100_000, ..Plan::usual(NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()) };
    let mut reports = Reports::default();
    let all: Vec<_> = signals(&plan).collect();
    for signal in &all {
        reports.put(signal.id, &signal.facts, signal.source.as_ref());
    }
    let mut asked = all.iter().cycle().step_by(977);
    bencher.bench_local(|| {
        let signal = asked.next().unwrap();
        black_box(reports.find(&signal.facts, signal.source.as_ref(), Some(signal.id), PROPOSED_FROM, MOST))
    });
}
