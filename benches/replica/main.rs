//! The replica at 100,000 and 1,000,000 rows: apply, filter, sort, search.
//!
//! `cargo bench --bench replica`. Goals: filter 5 ms, sort 10 ms, register search 8 ms
//! at 100,000 rows, catching up 100 changes within 20 ms.

// A bench has no reader to tell of a failure but the panic, and says its sizes on standard error.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod desk;
#[path = "../../tests/it/support/register.rs"]
mod register;
mod rows;

use std::{
    collections::HashMap,
    sync::{Mutex, OnceLock},
};

use divan::{Bencher, black_box, counter::ItemsCount};
use loket::client::replica::{Leaning, Replica, SignalQuery, Sort, SortBy};

use self::rows::{now, officers, signals};

fn main() {
    divan::main();
}

const SIZES: [u32; 2] = [100_000, 1_000_000];

/// Filled once per size.
fn replica(size: u32) -> Replica {
    static FILLED: OnceLock<Mutex<HashMap<u32, Replica>>> = OnceLock::new();
    let mut filled = FILLED.get_or_init(Mutex::default).lock().unwrap();
    let fill = || {
        let mut replica = Replica::new();
        signals(size).chain(officers(size)).for_each(|line| _ = replica.apply_line(&line).unwrap());
        eprintln!("{size} signals and {size} officers: {:.1} MiB", replica.bytes() as f64 / 1_048_576.0);
        replica
    };
    filled.entry(size).or_insert_with(fill).clone()
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn apply(bencher: Bencher<'_, '_>, size: u32) {
    let lines: Vec<Vec<u8>> = signals(size).collect();
    bencher.counter(ItemsCount::new(size)).bench(|| {
        let mut replica = Replica::new();
        lines.iter().for_each(|line| _ = replica.apply_line(line).unwrap());
        replica
    });
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn apply_20_000_officers(bencher: Bencher<'_, '_>) {
    let lines: Vec<Vec<u8>> = officers(20_000).collect();
    bencher.bench(|| {
        let mut replica = Replica::new();
        lines.iter().for_each(|line| _ = replica.apply_line(line).unwrap());
        replica
    });
}

/// With a snapshot held elsewhere, so that every touched block is copied.
#[divan::bench(args = SIZES)]
fn catch_up_100_changes(bencher: Bencher<'_, '_>, size: u32) {
    let replica = replica(size);
    let step = size as usize / 100;
    let lines: Vec<Vec<u8>> = signals(size).step_by(step).collect();
    bencher.bench(|| {
        let mut changed = replica.clone();
        lines.iter().for_each(|line| _ = changed.apply_line(line).unwrap());
        changed
    });
}

#[divan::bench(args = SIZES)]
fn select_everything_by_hard_date(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn select_everything_by_title(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "", SortBy::Title);
}

#[divan::bench(args = SIZES)]
fn filter_many_hits(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "schuld", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn filter_one_letter(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "e", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn filter_few_hits(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "ontruiming utrecht svb -schulden status:open", SortBy::HardDate);
}

#[divan::bench(args = SIZES)]
fn filter_number(bencher: Bencher<'_, '_>, size: u32) {
    select(bencher, size, "S-421", SortBy::HardDate);
}

/// The window of facets is open: all six are counted with every key.
#[divan::bench(args = SIZES)]
fn count_facets(bencher: Bencher<'_, '_>, size: u32) {
    let replica = replica(size);
    let query = SignalQuery::parse("");
    bencher.bench(|| replica.signals().facets(black_box(&query), now(), None));
}

/// Nothing holds the word: what is like it is looked for.
#[divan::bench(args = SIZES)]
fn filter_like_a_word(bencher: Bencher<'_, '_>, size: u32) {
    let replica = replica(size);
    let query = SignalQuery::parse("ontruimng").loosened().unwrap();
    let sort = Sort { by: SortBy::HardDate, descending: false };
    bencher.bench(|| replica.signals().select(black_box(&query), sort, now(), None));
}

fn select(bencher: Bencher<'_, '_>, size: u32, query: &str, by: SortBy) {
    let replica = replica(size);
    let query = SignalQuery::parse(query);
    let sort = Sort { by, descending: false };
    bencher.bench(|| replica.signals().select(black_box(&query), sort, now(), None));
}

#[divan::bench(args = SIZES)]
fn search_one_letter(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "j");
}

#[divan::bench(args = SIZES)]
fn search_name(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "jansen");
}

#[divan::bench(args = SIZES)]
fn search_three_words(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "regisseur utrecht huisv");
}

#[divan::bench(args = SIZES)]
fn search_with_a_slip(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "lukaszevski");
}

#[divan::bench(args = SIZES)]
fn search_with_fields(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "mandaat:ontruiming budget:>5000 gemeente:breda -afwezig");
}

#[divan::bench(args = SIZES)]
fn search_place(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "de koog zorgmarinier");
}

#[divan::bench(args = SIZES)]
fn search_nothing(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "qqqq");
}

#[divan::bench(args = SIZES)]
fn search_empty(bencher: Bencher<'_, '_>, size: u32) {
    search(bencher, size, "");
}

fn search(bencher: Bencher<'_, '_>, size: u32, query: &str) {
    let replica = replica(size);
    let leaning = Leaning::on(register::today());
    bencher.bench(|| replica.officers().search(black_box(query), 50, &leaning));
}
