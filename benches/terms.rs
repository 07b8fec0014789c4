//! Terms computed, one core, without the words.
//!
//! `cargo bench --bench terms`. Goal: 1,000,000 a second.

// A bench has no reader to tell of a failure but the panic.
#![allow(clippy::unwrap_used)]

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box, counter::ItemsCount};
use loket::{
    demo::Random,
    domain::term::{
        arithmetic::{Basis, Term, end},
        explanation::{Ground, Question, explain},
        length::{Length, Unit},
        rules,
        suspension::Suspension,
    },
};

fn main() {
    divan::main();
}

const TERMS: usize = 10_000;

/// Objection terms and others of ten years, the same every time.
fn terms() -> Vec<Term> {
    let mut random = Random::new(1);
    (0..TERMS)
        .map(|_| {
            let trigger = NaiveDate::from_ymd_opt(2022, 1, 1).unwrap() + Days::new(random.below(3650) as u64);
            let (unit, count) =
                random.pick(&[(Unit::Week, 6), (Unit::Week, 6), (Unit::Week, 12), (Unit::Day, 14), (Unit::Month, 3)]);
            Term { trigger, length: Length::new(count, unit).unwrap(), basis: Basis::Statutory }
        })
        .collect()
}

fn bench(bencher: Bencher, suspensions: impl Fn(&Term) -> Vec<Suspension>) {
    let cases: Vec<(Term, Vec<Suspension>)> = terms().into_iter().map(|term| (term, suspensions(&term))).collect();
    bencher.counter(ItemsCount::new(TERMS)).bench_local(|| {
        for (term, suspensions) in &cases {
            black_box(end(black_box(term), suspensions).unwrap());
        }
    });
}

#[divan::bench]
fn without_suspension(bencher: Bencher) {
    bench(bencher, |_| vec![]);
}

#[divan::bench]
fn with_two_suspensions(bencher: Bencher) {
    bench(bencher, |term| {
        [10, 18]
            .map(|after| Suspension::new(term.trigger + Days::new(after), term.trigger + Days::new(after + 12)).unwrap())
            .into()
    });
}

#[divan::bench]
fn with_every_step_told(bencher: Bencher) {
    let questions: Vec<Question> = terms()
        .into_iter()
        .map(|term| Question {
            trigger: term.trigger,
            length: None,
            ground: Ground::Rule(rules::AWB.into()),
            suspensions: vec![],
        })
        .collect();
    bencher.counter(ItemsCount::new(TERMS)).bench_local(|| {
        for question in &questions {
            black_box(explain(black_box(question)).unwrap());
        }
    });
}
