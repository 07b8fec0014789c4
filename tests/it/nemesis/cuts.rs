//! Interfaces that follow two instances over a network that is cut again and again, while people write and some transactions commit
//! late. In the end every one of them knows exactly what the table knows.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use chrono::Utc;
use loket::{
    client::{LiveEvent, Pace, Session, follow, replica::Replica},
    domain::{officer::Officer, role::Role, signal::SignalSummary},
    locale::Language,
};
use serde::de::DeserializeOwned;
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use tokio::{sync::watch, task::JoinSet};

use crate::support::{
    Lot,
    http::Caller,
    proof::{is_long, report, seed_of},
    proxy::{ANSWERED, CUT, Fate, Head, Proxy, REQUESTS},
    samples::{officer, signal},
    server::TestServer,
};

on_both_stores!(every_follower_ends_equal_to_the_table);

/// Changes, cuts of everything at once, followers, and transactions that commit late.
const SHORT: (u64, u64, u64, u64) = (600, 12, 2, 4);
const LONG: (u64, u64, u64, u64) = (50_000, 200, 11, 100);

/// People who write.
const WRITERS: u64 = 8;

/// Beside the cuts of everything, one reply of changes in four ends somewhere.
fn beset(head: &Head, lot: &mut Lot) -> Fate {
    match head.path.starts_with("/v1/changes") && lot.below(4) == 0 {
        true => Fate::CutAfter(1 + lot.below(20_000) as usize),
        false => Fate::Pass,
    }
}

/// Somebody who reads as over a bad telephone line.
fn trickle(head: &Head, _: &mut Lot) -> Fate {
    if head.path.starts_with("/v1/changes") { Fate::Slow(500, Duration::from_millis(1)) } else { Fate::Pass }
}

async fn every_follower_ends_equal_to_the_table(server: &TestServer) {
    let (changes, cuts, followers, late) = if is_long() { LONG } else { SHORT };
    let mut lot = Lot(seed_of("changes over cuts"));
    let desk = server.desk();
    // A SQLite file has one server.
    let second = if server.is_postgres() { Some(server.second_instance().await) } else { None };
    let instances: Vec<Caller> = std::iter::once(desk.clone()).chain(second.iter().map(|(who, ..)| who.clone())).collect();
    let addresses: Vec<&str> = instances.iter().map(|who| who.server.as_str()).collect();
    let proxy = Arc::new(Proxy::start(&addresses, lot.draw(), beset).await);
    let slow = Proxy::start(&addresses, lot.draw(), trickle).await;
    let mut known: Vec<watch::Receiver<Replica>> = (0..followers).map(|_| listen(&proxy.address, &desk.token)).collect();
    known.push(listen(&slow.address, &desk.token));
    let held = hold_back(server, &desk, proxy.clone(), late, followers).await;
    let done = Arc::new(AtomicU64::new(0));
    let mut writing = JoinSet::new();
    for number in 0..WRITERS {
        let who = server.account(Role::Desk, &format!("Schrijver {number}"), "LMM").await;
        let server = instances[number as usize % instances.len()].server.clone();
        let (who, lot, done, proxy) = (Caller { server, ..who }, Lot(lot.draw()), done.clone(), proxy.clone());
        writing.spawn(async move {
            let each = changes / WRITERS;
            write(&who, lot, each, || {
                if (done.fetch_add(1, Ordering::SeqCst) + 1).is_multiple_of(changes / cuts) {
                    proxy.cut();
                }
            })
            .await;
        });
    }
    writing.join_all().await;
    held.await.unwrap();
    let last = desk.post("/v1/signals", &signal("Het laatste")).await.expect(201)["item"]["id"].as_str().unwrap().to_owned();
    let last = loket::domain::ids::SignalId(last.parse().unwrap());
    proxy.behave();
    proxy.cut();
    let (signals, officers) = table(server).await;
    for (number, known) in known.iter_mut().enumerate() {
        let arrived = known.wait_for(|replica| replica.is_complete() && replica.signals().find(last).is_some());
        let replica = tokio::time::timeout(Duration::from_secs(60), arrived).await;
        let replica = replica.unwrap_or_else(|_| panic!("follower {number} never hears of the last")).unwrap().clone();
        knows_exactly(number, &replica, &signals, &officers);
    }
    let cut = proxy.count(CUT);
    println!("{} signals, {} officers; {}", signals.len(), officers.len(), proxy.told());
    assert!(cut >= cuts, "only {cut} connections were cut");
    let store = if server.is_postgres() { "PostgreSQL, two instances" } else { "SQLite" };
    report(
        &format!("interfaces follow over cuts, {store}"),
        &format!(
            "{changes} changes, {late} late commits, {cuts} cuts of everything ({cut} connections), {} interfaces, one of them slow; each equal to the table",
            known.len()
        ),
    );
    if let Some((_, shutdown, serving)) = second {
        shutdown.send(()).unwrap();
        serving.await.unwrap().unwrap();
    }
}

/// An interface that follows; gives what it knows.
pub(super) fn listen(address: &str, token: &str) -> watch::Receiver<Replica> {
    let session = Session::new(address, token.to_owned().into(), Language::Dutch).unwrap();
    let pace = Pace { pauses: (Duration::ZERO, Duration::from_millis(20)), rows_between: 100, first_rows: 20, ..Pace::default() };
    let (sender, known) = watch::channel(Replica::new());
    tokio::spawn(follow(
        session,
        pace,
        Utc::now,
        || 0.5,
        move |event| {
            match event {
                LiveEvent::Replica(replica) => drop(sender.send_replace(replica)),
                LiveEvent::Unreadable(lines) => panic!("{lines} lines could not be read"),
                _ => {}
            }
            if sender.is_closed() { Err(loket::client::Closed) } else { Ok(()) }
        },
    ));
    known
}

/// Makes so many changes.
async fn write(who: &Caller, mut lot: Lot, changes: u64, done: impl Fn()) {
    let mut own: Vec<(String, i64)> = vec![];
    for step in 0..changes {
        let kind = lot.below(10);
        if own.is_empty() || kind == 0 {
            let made = who.post("/v1/signals", &signal(&format!("{} zaak {step}", who.name))).await.expect(201);
            own.push((format!("/v1/signals/{}", made["item"]["id"].as_str().unwrap()), 1));
        } else if kind == 1 {
            who.post("/v1/officers", &officer("UWV", &format!("{} persoon {step}", who.name))).await.expect(201);
        } else {
            let at = lot.below(own.len() as u64) as usize;
            let (path, version) = &mut own[at];
            let answer = if kind < 5 {
                who.patch(path, *version, &json!({ "title": format!("{} stap {step}", who.name) })).await.expect(200)
            } else {
                who.post(&format!("{path}/notes"), &json!({ "text": format!("stap {step}") })).await.ok()
            };
            *version = answer["version"].as_i64().unwrap();
        }
        done();
    }
}

/// Transactions of somebody beside the servers that commit late: every other one after it took its number in the feed, as the last
/// thing before it commits. They end only when every follower has asked again meanwhile.
async fn hold_back(
    server: &TestServer,
    desk: &Caller,
    proxy: Arc<Proxy>,
    rounds: u64,
    followers: u64,
) -> tokio::task::JoinHandle<()> {
    let id = desk.post("/v1/signals", &signal("Laat 1.")).await.expect(201)["item"]["id"].as_str().unwrap().to_owned();
    let (url, postgres) = (server.url(), server.is_postgres());
    tokio::spawn(async move {
        let mut link = if postgres {
            Beside::Pg(PgConnection::connect(&url).await.unwrap())
        } else {
            Beside::Lite(SqliteConnection::connect(&url).await.unwrap())
        };
        if !postgres {
            link.run("PRAGMA busy_timeout = 30000").await;
        }
        for round in 1..=rounds {
            link.run(if postgres { "BEGIN" } else { "BEGIN IMMEDIATE" }).await;
            let next = round + 1;
            link.run(&format!(
                "UPDATE signals SET version = {next}, summary = replace(replace(summary, '\"version\":{round},', \
                 '\"version\":{next},'), 'Laat {round}.', 'Laat {next}.') WHERE id = '{id}'"
            ))
            .await;
            let told = format!(
                "UPDATE changes SET seq = (SELECT value FROM counters WHERE name = 'changes') WHERE scope = 'desk' AND id = '{id}'"
            );
            let raise = ["UPDATE counters SET value = value + 1 WHERE name = 'changes'", &told];
            let early = round.is_multiple_of(2);
            if early {
                link.run_all(&raise).await;
            }
            // On SQLite no answer comes as long as somebody else writes: what is asked is written down.
            let what = if postgres { ANSWERED } else { REQUESTS };
            let before = proxy.count(what);
            proxy.cut();
            proxy.reaches(what, before + followers).await;
            if !early {
                link.run_all(&raise).await;
            }
            if postgres {
                link.run("SELECT pg_notify('loket_changes', '')").await;
            }
            link.run("COMMIT").await;
        }
    })
}

/// A connection beside those of the servers.
enum Beside {
    Pg(PgConnection),
    Lite(SqliteConnection),
}

impl Beside {
    async fn run(&mut self, statement: &str) {
        let sql = AssertSqlSafe(statement);
        match self {
            Self::Pg(link) => link.execute(sql).await.map(drop),
            Self::Lite(link) => link.execute(sql).await.map(drop),
        }
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }

    async fn run_all(&mut self, statements: &[&str]) {
        for statement in statements {
            self.run(statement).await;
        }
    }
}

/// What the table says.
async fn table(server: &TestServer) -> (Vec<SignalSummary>, Vec<Officer>) {
    let signals = server.texts("SELECT summary FROM signals").await;
    let officers = server.texts("SELECT document FROM officers").await;
    (read(&signals), read(&officers))
}

/// Rows of the table.
pub(super) fn read<T: DeserializeOwned>(rows: &[String]) -> Vec<T> {
    rows.iter().map(|row| serde_json::from_str(row).unwrap()).collect()
}

/// What an interface knows is what the table says.
pub(super) fn knows_exactly(follower: usize, replica: &Replica, signals: &[SignalSummary], officers: &[Officer]) {
    let row = |row| replica.signals().get(row).unwrap().to_summary();
    compare(follower, (0..replica.signals().len()).map(row).collect(), signals, |row| row.id.to_string());
    let row = |row| replica.officers().get(row).unwrap().officer();
    compare(follower, (0..replica.officers().len()).map(row).collect(), officers, |row| row.id.to_string());
}

fn compare<T: Clone + PartialEq + std::fmt::Debug>(follower: usize, mut has: Vec<T>, table: &[T], key: impl Fn(&T) -> String) {
    let mut table = table.to_vec();
    has.sort_by_cached_key(&key);
    table.sort_by_cached_key(&key);
    assert_eq!(has.len(), table.len(), "follower {follower} knows more or less than the table");
    for (has, is) in has.iter().zip(&table) {
        assert_eq!(has, is, "follower {follower}");
    }
}
