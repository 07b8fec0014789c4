//! A page of 50 signals from the server, beside a bare axum + sqlx handler over the same database in the same run: with one
//! client and with 32, at the first position and at position 20,000, on SQLite and (when it is installed) on PostgreSQL.
//!
//! `cargo bench --bench server -- [sqlite|postgres] [--signals N] [--seconds N]`. Both servers are processes of their own. The one
//! of loket signs the caller in, writes its audit log and its request log; the bare one does nothing but query and answer.
//!
//! With `--together`: many interfaces on one server, see [`together`]. With `--audit ROWS`: how fast the audit log is recomputed.
//! With `--report`: the yearly report, see [`report`].

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::print_stderr)]

mod bare;
mod client;
#[path = "../../tests/it/support/postgres.rs"]
mod postgres;
#[path = "../terminal/process.rs"]
mod process;
mod report;
mod serving;
mod together;

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{NaiveDate, Utc};
use loket::{
    demo::{Plan, signals},
    domain::role::Role,
    server::{
        Store, load,
        tokens::{self, DESK_ORGANISATION, NewToken},
    },
};

use client::{Outcome, Target};
use serving::Serving;

/// Rounds of each measurement; the median counts.
const ROUNDS: usize = 3;
/// Where a page that is far down begins.
const FAR: usize = 20_000;

struct Wish {
    stores: Vec<String>,
    signals: u32,
    time: Duration,
    /// Many interfaces in place of pages.
    together: Option<usize>,
    /// Rows of the audit log to recompute in place of pages.
    audit: Option<usize>,
    /// The yearly report in place of pages.
    report: bool,
}

impl Wish {
    fn wants(&self, store: &str) -> bool {
        self.stores.is_empty() || self.stores.iter().any(|name| name == store)
    }
}

fn main() {
    let mut wish =
        Wish { stores: vec![], signals: 1_000_000, time: Duration::from_secs(4), together: None, audit: None, report: false };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_else(|| panic!("{argument} needs a value"));
        match argument.as_str() {
            bare::ARGUMENT => return bare::serve(&value()),
            "--signals" => wish.signals = value().parse().expect("a number"),
            "--seconds" => wish.time = Duration::from_secs(value().parse().expect("a number")),
            "--together" => {
                wish.together = Some(200);
                (wish.signals, wish.time) = (100_000, Duration::from_secs(30));
            }
            "--interfaces" => wish.together = Some(value().parse().expect("a number")),
            "--audit" => wish.audit = Some(value().parse().expect("a number")),
            "--report" => (wish.report, wish.signals) = (true, 100_000),
            "--bench" => {}
            store => wish.stores.push(store.to_owned()),
        }
    }
    if let Some(interfaces) = wish.together {
        return together(&wish, interfaces);
    }
    if let Some(rows) = wish.audit {
        return audit(&wish, rows);
    }
    if wish.report {
        return yearly_report(&wish);
    }
    println!("\n{} signals; a page of 50; medians of {ROUNDS} rounds of {} s.\n", wish.signals, wish.time.as_secs());
    println!(
        "| store | position | clients | bare, median ms | loket, median ms | bare, pages/s | loket, pages/s | loket / bare |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|");
    if wish.wants("sqlite") {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("loket.db").display());
        run("SQLite", [&url, &url], &wish);
    }
    if wish.wants("postgres") {
        if std::path::Path::new("/usr/lib/postgresql").exists() {
            let database = wait(postgres::Database::create());
            run("PostgreSQL", [database.owner_url(), database.url()], &wish);
            wait(database.discard());
        } else {
            println!("PostgreSQL is not installed and is left out.");
        }
    }
}

/// `loket audit verify` in this process: a log of so many rows, from the first to the head.
fn audit(wish: &Wish, rows: usize) {
    println!("\n| store | rows of the audit log | median, s | rows/s |\n|---|---:|---:|---:|");
    let measure = |name: &str, [owner, url]: [&str; 2]| {
        let mut times = wait(async {
            let filled = Store::open(owner, false).await.expect("the store opens");
            loket::server::load::load_audit(&filled, rows).await.expect("the store takes them");
            let (mut times, store) = (vec![], Store::open_existing(url, false).await.expect("the store opens"));
            for _ in 0..ROUNDS {
                let begun = std::time::Instant::now();
                let found = loket::server::audit::verify(&store).await.expect("the log is read");
                times.push(begun.elapsed().as_secs_f64());
                assert!(found.broken.is_empty() && found.rows == rows as i64, "{found:?}");
            }
            times
        });
        times.sort_by(f64::total_cmp);
        let median = times[ROUNDS / 2];
        println!("| {name} | {rows} | {median:.2} | {:.0} |", rows as f64 / median);
    };
    if wish.wants("sqlite") {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("loket.db").display());
        measure("SQLite", [&url, &url]);
    }
    if wish.wants("postgres") && std::path::Path::new("/usr/lib/postgresql").exists() {
        let database = wait(postgres::Database::create());
        measure("PostgreSQL", [database.owner_url(), database.url()]);
        wait(database.discard());
    }
}

fn yearly_report(wish: &Wish) {
    println!("\n{} signals; medians of {ROUNDS} rounds.\n\n| store | what | s |\n|---|---|---:|", wish.signals);
    if wish.wants("sqlite") {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("loket.db").display());
        report::measure("SQLite", &url, &wait(fill(&url, wish.signals)));
    }
    if wish.wants("postgres") && std::path::Path::new("/usr/lib/postgresql").exists() {
        let database = wait(postgres::Database::create());
        report::measure("PostgreSQL", database.url(), &wait(fill(database.owner_url(), wish.signals)));
        wait(database.discard());
    }
}

fn together(wish: &Wish, interfaces: usize) {
    rustls::crypto::ring::default_provider().install_default().expect("a provider");
    println!("\n| store | what | measured |\n|---|---|---:|");
    let measure = |name: &str, large: [&str; 2], small: [&str; 2]| {
        eprintln!("{name}: filling");
        together::sync(name, large[1], &wait(fill(large[0], wish.signals)), wish.signals);
        together::crowd(name, small[1], &wait(fill(small[0], together::WATCHED)), interfaces, wish.time);
    };
    if wish.wants("sqlite") {
        let folder = tempfile::tempdir().expect("a folder");
        let file = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
        let (large, small) = (file("large.db"), file("small.db"));
        measure("SQLite", [&large; 2], [&small; 2]);
    }
    if wish.wants("postgres") && std::path::Path::new("/usr/lib/postgresql").exists() {
        let (large, small) = (wait(postgres::Database::create()), wait(postgres::Database::create()));
        measure("PostgreSQL", [large.owner_url(), large.url()], [small.owner_url(), small.url()]);
        wait(large.discard());
        wait(small.discard());
    }
}

/// `url` is for who fills it and for the bare server, and for loket.
fn run(name: &str, [owner, url]: [&str; 2], wish: &Wish) {
    eprintln!("{name}: filling");
    let token = wait(fill(owner, wish.signals));
    let (loket, bare) = (Serving::loket(url), Serving::bare(owner));
    let first = "/v1/signals?status=open&limit=50".to_owned();
    let cursor = cursor_after(&Target::new(loket.address, &first, Some(&token)), FAR);
    let key = String::from_utf8(URL_SAFE_NO_PAD.decode(&cursor).expect("a cursor")).expect("text");
    let [.., day, number] = key.split('\u{1f}').collect::<Vec<_>>()[..] else { panic!("a cursor holds a key: {key}") };
    let places = [
        ("1", first.clone(), "/first".to_owned()),
        ("20,000", format!("{first}&after={cursor}"), format!("/after/{day}/{number}")),
    ];
    for (position, path, bare_path) in places {
        let (ours, theirs) = (Target::new(loket.address, &path, Some(&token)), Target::new(bare.address, &bare_path, None));
        let items =
            |target: &Target| serde_json::from_slice::<serde_json::Value>(&client::page(target)).expect("a page")["items"].take();
        assert_eq!(items(&ours), items(&theirs), "both answer the same rows");
        for clients in [1, 32] {
            let mut rounds: Vec<[Outcome; 2]> =
                (0..ROUNDS).map(|_| [&theirs, &ours].map(|target| client::load(target, clients, wish.time))).collect();
            rounds.sort_by(|a, b| (a[1].rate / a[0].rate).total_cmp(&(b[1].rate / b[0].rate)));
            let [bare, ours] = rounds[ROUNDS / 2];
            println!(
                "| {name} | {position} | {clients} | {:.3} | {:.3} | {:.0} | {:.0} | {:.2} |",
                bare.median,
                ours.median,
                bare.rate,
                ours.rate,
                ours.rate / bare.rate
            );
        }
    }
}

/// Makes the database with so many signals; gives a token.
async fn fill(url: &str, count: u32) -> String {
    let store = Store::open(url, false).await.expect("the store opens");
    let plan = Plan { signals: count, officers: 0, seed: 1, today: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day") };
    load(&store, signals(&plan), std::iter::empty()).await.expect("the store takes them");
    if let Store::Pg(pool) = &store {
        // The cluster of the tests does not do this by itself.
        sqlx::query("ANALYZE").execute(pool).await.expect("statistics");
    }
    let new = NewToken { role: Role::Desk, name: "Bench".into(), organisation: DESK_ORGANISATION.into(), expires_at: None };
    let (_, token) = tokens::create(&store, Utc::now(), new).await.expect("a token");
    store.close().await;
    token
}

/// The cursor after so many rows.
fn cursor_after(first: &Target, rows: usize) -> String {
    let mut target = first.clone();
    let mut cursor = String::new();
    for _ in 0..rows / 50 {
        let page: serde_json::Value = serde_json::from_slice(&client::page(&target)).expect("a page");
        cursor = page["next"].as_str().unwrap_or_else(|| panic!("fewer than {rows} open signals")).to_owned();
        target = first.after(&cursor);
    }
    cursor
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime").block_on(work)
}
