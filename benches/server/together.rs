//! Many interfaces on one server: how long until a change reaches all of them, what they cost while nothing happens, and how fast one of them
//! gets everything, or what it missed.
//!
//! `cargo bench --bench server -- --together [sqlite|postgres] [--signals N] [--interfaces N] [--seconds N]`. The server is a process of its own;
//! the interfaces are [`loket::client::follow`] as it runs in each of them, all in the process of the bench, on the same machine.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, mpsc},
    time::{Duration, Instant},
};

use chrono::Utc;
use loket::{
    client::{Closed, LiveEvent, LiveState, Pace, Session, follow, replica::Replica},
    domain::ids::SignalId,
    locale::Language,
};
use serde_json::json;
use tokio::runtime::Runtime;

use crate::{process, serving::Serving};

/// Changes made one after the other, each when the one before it reached everybody.
const CHANGES: usize = 100;
/// Changes that are caught up with at once.
const MISSED: usize = 100;
/// Signals of the store in which many interfaces are followed: each of them holds them all.
pub const WATCHED: u32 = 2_000;

/// What an interface tells: which one, and when.
type Arrived = (usize, Instant);

/// Measures the first synchronisation of so many signals and catching up, and prints it.
pub fn sync(name: &str, url: &str, token: &str, signals: u32) {
    let server = Serving::loket(url);
    let runtime = runtime();
    // A server that just started rings what is due first: that is fetched before anything is measured.
    let (_, mut replica) = first(&runtime, server.address, token, signals);
    while catch_up(&runtime, server.address, token, &mut replica).1 > 0 {}
    let mut times: Vec<f64> = (0..3).map(|_| first(&runtime, server.address, token, signals).0).collect();
    times.sort_by(f64::total_cmp);
    let ids = ids(&replica);
    let mut lines = vec![];
    let mut caught: Vec<f64> = (0..9)
        .map(|_| {
            ids[..MISSED].iter().for_each(|id| note(&runtime, server.address, token, *id));
            let (time, read) = catch_up(&runtime, server.address, token, &mut replica);
            lines.push(read);
            time
        })
        .collect();
    caught.sort_by(f64::total_cmp);
    lines.sort_unstable();
    println!("| {name} | everything, {signals} signals, median of 3 | {:.0} ms |", times[1]);
    println!(
        "| {name} | {MISSED} changes missed ({} lines), median of 9 (slowest) | {:.1} ms ({:.1}) |",
        lines[4], caught[4], caught[8]
    );
}

/// Measures a server with so many interfaces, and prints it.
pub fn crowd(name: &str, url: &str, token: &str, interfaces: usize, idle: Duration) {
    let server = Serving::loket(url);
    let runtime = runtime();
    let alone = process::memory(server.id());
    let crowd = Crowd::start(&runtime, server.address, token, interfaces);
    let with_all = process::memory(server.id());
    println!("| {name} | memory of the server, before and with {interfaces} interfaces | {alone:.1}, {with_all:.1} MiB |");
    let per = (with_all - alone) * 1024.0 / interfaces as f64;
    println!("| {name} | memory for each interface | {per:.0} KiB |");
    // What was asked at the start is over.
    let (before, began) = (process::activity(server.id()).processor, Instant::now());
    std::thread::sleep(idle);
    let spent = process::activity(server.id()).processor.saturating_sub(before);
    let share = 100.0 * spent.as_secs_f64() / began.elapsed().as_secs_f64();
    println!("| {name} | share of a core while nothing happens, over {} s | {share:.2} % |", idle.as_secs());
    let mut all = vec![];
    let mut last = vec![];
    for at in 0..CHANGES {
        let delays = crowd.change(&runtime, server.address, token, at);
        last.extend(delays.iter().copied().reduce(f64::max));
        all.extend(delays);
    }
    all.sort_by(f64::total_cmp);
    last.sort_by(f64::total_cmp);
    let at = |sorted: &[f64], share: f64| sorted[((sorted.len() - 1) as f64 * share).round() as usize];
    println!(
        "| {name} | a saved change at an interface, p50 / p95 / slowest of {} | {:.0} / {:.0} / {:.0} ms |",
        all.len(),
        at(&all, 0.5),
        at(&all, 0.95),
        at(&all, 1.0)
    );
    println!("| {name} | a saved change at the last interface, p50 / p95 | {:.0} / {:.0} ms |", at(&last, 0.5), at(&last, 0.95));
}

/// Interfaces that follow a server.
struct Crowd {
    /// The change they are looking for.
    wanted: Arc<Mutex<Option<(SignalId, i64)>>>,
    arrived: mpsc::Receiver<Arrived>,
    ids: Vec<SignalId>,
    count: usize,
}

impl Crowd {
    fn start(runtime: &Runtime, address: SocketAddr, token: &str, count: usize) -> Self {
        let (_, replica) = first(runtime, address, token, WATCHED);
        let (sender, arrived) = mpsc::channel::<Arrived>();
        let (live, is_live) = mpsc::channel();
        let wanted: Arc<Mutex<Option<(SignalId, i64)>>> = Arc::default();
        for number in 0..count {
            let (sender, live, wanted) = (sender.clone(), live.clone(), wanted.clone());
            let mut found = None;
            let report = move |event| {
                match event {
                    LiveEvent::State(LiveState::Live) => _ = live.send(()),
                    LiveEvent::Replica(replica) => {
                        let looked_for = *wanted.lock().expect("the change");
                        if let Some((id, version)) = looked_for.filter(|_| found != looked_for)
                            && version_in(&replica, id) >= Some(version)
                        {
                            found = looked_for;
                            _ = sender.send((number, Instant::now()));
                        }
                    }
                    _ => {}
                }
                Ok::<(), Closed>(())
            };
            runtime.spawn(follow(
                session(address, token),
                Pace::default(),
                Utc::now,
                move || number as f64 / count as f64,
                report,
            ));
        }
        for _ in 0..count {
            is_live.recv_timeout(Duration::from_secs(60)).expect("every interface is live");
        }
        Self { wanted, arrived, ids: ids(&replica), count }
    }

    /// A note is saved; milliseconds from its acknowledgement to each interface.
    fn change(&self, runtime: &Runtime, address: SocketAddr, token: &str, at: usize) -> Vec<f64> {
        let id = self.ids[at % self.ids.len()];
        *self.wanted.lock().expect("the change") = Some((id, 2));
        note(runtime, address, token, id);
        let saved = Instant::now();
        let wait = || self.arrived.recv_timeout(Duration::from_secs(30)).expect("the change reaches every interface").1;
        (0..self.count).map(|_| wait().saturating_duration_since(saved).as_secs_f64() * 1e3).collect()
    }
}

/// Milliseconds until an interface has everything, and what it has.
fn first(runtime: &Runtime, address: SocketAddr, token: &str, signals: u32) -> (f64, Replica) {
    let (sender, received) = mpsc::channel();
    let report = move |event| match event {
        LiveEvent::Replica(replica) if replica.is_complete() => sender.send((Instant::now(), replica)).map_err(|_| Closed),
        _ => Ok(()),
    };
    let began = Instant::now();
    let task = runtime.spawn(follow(session(address, token), Pace::default(), Utc::now, || 0.0, report));
    let (ended, replica) = received.recv_timeout(Duration::from_secs(60)).expect("everything");
    task.abort();
    assert!(replica.signals().len() >= signals, "{} of {signals}", replica.signals().len());
    ((ended - began).as_secs_f64() * 1e3, replica)
}

/// Milliseconds in which what was missed is fetched and applied, and how many lines that were.
fn catch_up(runtime: &Runtime, address: SocketAddr, token: &str, replica: &mut Replica) -> (f64, usize) {
    let url = format!("http://{address}/v1/changes?since={}", replica.cursor().expect("a cursor").replace('+', "%2B"));
    let client = reqwest::Client::new();
    runtime.block_on(async {
        // The connection is there already, as it is in an interface.
        client.get(format!("http://{address}/health/live")).send().await.expect("an answer").bytes().await.expect("a body");
        let began = Instant::now();
        let body = client.get(url).bearer_auth(token).send().await.expect("an answer").bytes().await.expect("a body");
        let lines = body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let applied = lines.map(|line| replica.apply_line(line).expect("a line")).count();
        // The last is the cursor.
        (began.elapsed().as_secs_f64() * 1e3, applied - 1)
    })
}

fn note(runtime: &Runtime, address: SocketAddr, token: &str, id: SignalId) {
    let answer = runtime.block_on(async {
        let request = reqwest::Client::new().post(format!("http://{address}/v1/signals/{id}/notes")).bearer_auth(token);
        let key = uuid::Uuid::now_v7().to_string();
        request.header("idempotency-key", key).json(&json!({ "text": "teruggebeld" })).send().await
    });
    assert!(answer.expect("an answer").status().is_success());
}

fn ids(replica: &Replica) -> Vec<SignalId> {
    let signals = replica.signals();
    (0..signals.len())
        .filter_map(|row| signals.get(row))
        .filter(|row| row.version() == 1)
        .map(|row| row.id())
        .take(1_000)
        .collect()
}

fn version_in(replica: &Replica, id: SignalId) -> Option<i64> {
    let signals = replica.signals();
    signals.find(id).and_then(|row| signals.get(row)).map(|row| row.version())
}

fn session(address: SocketAddr, token: &str) -> Session {
    Session::new(&format!("http://{address}"), token.into(), Language::Dutch).expect("a session")
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
}
