//! A server that stops in the middle of its work, and says nothing more: the loss shows within ten seconds, keys go on being answered, and
//! a note that was pressed meanwhile arrives once when it goes on. The same with the database stopped behind a server that lives, and
//! with a network that takes writes and gives nothing back.

use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use sqlx::Connection;

use crate::support::{
    http::Caller,
    postgres::Database,
    program::{Serving, token},
    proof::{is_long, report},
    proxy::{Fate, Proxy},
    samples,
    seat::Seat,
    server::TestServer,
    terminal::Terminal,
};

const TITLE: &str = "Kind zonder zorgverzekering";
const NUMBER: &str = "S-2026-00001";
/// What is typed while nothing comes back: 120 keys.
const NOTE: &str =
    "Moeder belt: de verzekeraar zegt dat de inschrijving is doorgehaald. Zij belt het CAK, en daarna ons. Terugbellen om 16u";
const WAITS: &str = "Bewaard; wordt vanzelf verstuurd.";

/// What was measured.
struct Figures {
    /// From the stop until the screen says so.
    loss: Duration,
    /// From each key to its answer on the screen, the shortest first.
    keys: Vec<Duration>,
}

impl Figures {
    fn told(&self, what: &str) -> String {
        let at = |part: usize| self.keys[(self.keys.len() - 1) * part / 100].as_micros() as f64 / 1000.0;
        format!(
            "{what}: said after {:.1} s; of {} keys p50 {:.1} ms, p95 {:.1} ms",
            self.loss.as_secs_f64(),
            self.keys.len(),
            at(50),
            at(95)
        )
    }

    fn hold(&self, what: &str) {
        assert!(!is_long() || self.loss <= Duration::from_secs(10), "{}", self.told(what));
        let p95 = self.keys[(self.keys.len() - 1) * 95 / 100];
        assert!(!is_long() || p95 <= Duration::from_millis(50), "{}", self.told(what));
    }
}

fn type_measured(terminal: &mut Terminal, text: &str) -> Vec<Duration> {
    let typed = |character: char| {
        let pressed = Instant::now();
        terminal.type_text(character.encode_utf8(&mut [0; 4]));
        pressed.elapsed()
    };
    text.chars().map(typed).collect()
}

/// A note is typed while everything stands still, pressed, and arrives once.
fn play(seat: &Seat, stop: impl FnOnce(), go_on: impl FnOnce()) -> Figures {
    assert_eq!(NOTE.chars().count(), 120);
    let mut terminal = seat.open(&[]);
    terminal.until(|screen| screen.contains(TITLE) && screen.contains("● live"), "the list, live");
    terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
    stop();
    let stopped = Instant::now();
    let (before, after) = NOTE.split_at(60);
    let mut keys = type_measured(&mut terminal, before);
    terminal.until_shown("geen verbinding");
    let loss = stopped.elapsed();
    keys.extend(type_measured(&mut terminal, after));
    keys.sort();
    terminal.press_until("\x13", |screen| screen.contains(WAITS), "that it is kept");
    terminal.press_until("\x1b", |screen| !screen.contains("─ Notitie") && screen.contains("1 wacht"), "that it waits");
    go_on();
    terminal.until(|screen| screen.contains("● live") && !screen.contains("1 wacht"), "that nothing waits");
    arrived_once(seat, terminal);
    Figures { loss, keys }
}

fn arrived_once(seat: &Seat, terminal: Terminal) {
    terminal.signal(Signal::TERM);
    terminal.ended();
    let signal = seat.json(&["signal", "show", NUMBER]);
    let notes = signal["timeline"].as_array().unwrap().iter().filter(|entry| entry["text"] == NOTE).count();
    assert_eq!(notes, 1, "{}", signal["timeline"]);
    assert!(!seat.has_draft(), "what arrived is a draft as well");
}

/// A server of its own, with one signal.
async fn served(home: &std::path::Path, database: &str) -> (Serving, Caller) {
    let secret = token(home, database, "desk", "M. Visser");
    let serving = Serving::start(home, database);
    let who = Caller::at(&serving.address, &secret);
    let _: Value = who.post("/v1/signals", &samples::signal(TITLE)).await.expect(201);
    (serving, who)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopped_server_is_said_and_what_was_pressed_arrives_once() {
    let home = tempfile::tempdir().unwrap();
    let (serving, who) = served(home.path(), &format!("sqlite:{}", home.path().join("loket.db").display())).await;
    let seat = Seat::of(&who);
    let figures = tokio::task::block_in_place(|| {
        let send = |signal| kill_process(serving.id(), signal).unwrap();
        play(&seat, || send(Signal::STOP), || send(Signal::CONT))
    });
    let result = figures.told("server stopped");
    println!("{result}");
    figures.hold("server stopped");
    report("a server stopped with SIGSTOP under an interface", &result);
}

/// The connections of the server to a database, by a connection beside it.
struct Backends {
    beside: sqlx::PgConnection,
    name: String,
    stopped: Vec<Pid>,
}

impl Backends {
    async fn of(url: &str) -> Self {
        let (cluster, rest) = url.rsplit_once('/').unwrap();
        let (name, folder) = rest.split_once('?').unwrap();
        let beside = sqlx::PgConnection::connect(&format!("{cluster}/postgres?{folder}")).await.unwrap();
        Self { beside, name: name.to_owned(), stopped: vec![] }
    }

    async fn allow(&mut self, allow: bool) {
        let statement = format!("ALTER DATABASE {} ALLOW_CONNECTIONS {allow}", self.name);
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut self.beside).await.unwrap();
    }

    async fn stop(&mut self) {
        self.allow(false).await;
        let asked = "SELECT pid FROM pg_stat_activity WHERE datname = $1";
        let all: Vec<i32> = sqlx::query_scalar(asked).bind(&self.name).fetch_all(&mut self.beside).await.unwrap();
        self.stopped = all.into_iter().filter_map(Pid::from_raw).collect();
        assert!(!self.stopped.is_empty());
        self.send(Signal::STOP);
    }

    async fn go_on(&mut self) {
        self.send(Signal::CONT);
        self.allow(true).await;
    }

    fn send(&self, signal: Signal) {
        for backend in &self.stopped {
            kill_process(*backend, signal).ok();
        }
    }
}

impl Drop for Backends {
    fn drop(&mut self) {
        self.send(Signal::CONT);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_stops_behind_a_living_server_is_said_too() {
    let home = tempfile::tempdir().unwrap();
    let database = Database::create().await;
    let (serving, who) = served(home.path(), database.url()).await;
    let seat = Seat::of(&who);
    let backends = std::cell::RefCell::new(Backends::of(database.owner_url()).await);
    let figures = tokio::task::block_in_place(|| {
        let now = tokio::runtime::Handle::current();
        play(&seat, || now.block_on(backends.borrow_mut().stop()), || now.block_on(backends.borrow_mut().go_on()))
    });
    let result = figures.told("database stopped behind a living server");
    println!("{result}");
    figures.hold("database stopped");
    report("PostgreSQL stopped behind a living server, under an interface", &result);
    drop(serving);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_network_that_takes_a_write_and_gives_nothing_back_holds_nobody_up() {
    let server = TestServer::sqlite().await;
    server.signal(TITLE).await;
    let proxy = Proxy::start(&[&server.desk().server], 1, |_, _| Fate::Pass).await;
    let seat = Seat::of(&Caller { server: proxy.address.clone(), ..server.desk() });
    tokio::task::block_in_place(|| {
        let mut terminal = seat.open(&[]);
        terminal.until(|screen| screen.contains(TITLE) && screen.contains("● live"), "the list, live");
        terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
        terminal.type_text(NOTE);
        proxy.set_fate(|head, _| if head.writes() { Fate::HalfOpen } else { Fate::Pass });
        let pressed = Instant::now();
        terminal.press_until("\x13", |screen| screen.contains(WAITS), "that it is kept");
        let said = pressed.elapsed();
        assert!(!is_long() || said <= Duration::from_secs(6), "{said:?}");
        terminal.press_until("\x1b", |screen| !screen.contains("─ Notitie") && screen.contains("1 wacht"), "that it waits");
        proxy.behave();
        terminal.until(|screen| screen.contains("● live") && !screen.contains("1 wacht"), "that nothing waits");
        arrived_once(&seat, terminal);
        let result = format!("said after {:.1} s that it is kept; arrived once", said.as_secs_f64());
        println!("{result}");
        report("a note pressed into a connection that gives nothing back", &result);
    });
    server.stop().await;
}
