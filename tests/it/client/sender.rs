//! The one sender of what was pressed: whatever is lost, refused or killed, every pressed text arrives once and in the order of
//! pressing, or is a draft again with the reason; and nothing goes that nobody pressed.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
    routing::post,
};
use chrono::TimeDelta;
use futures_util::stream;
use loket::{
    api::{
        API_VERSION,
        problem::{Code, Problem},
        signal::{NewNote, Origin},
    },
    client::{
        Drafts, Patience, Pending, Session, Write,
        outbox::{Means, Outcome, Sender, Timing, Told},
    },
    domain::ids::{AccountId, IdempotencyKey},
    locale::{Language, Texts},
};
use tokio::{
    runtime::Runtime,
    sync::mpsc::{UnboundedReceiver, unbounded_channel},
};
use uuid::Uuid;

use super::desk::{IntoAnswer, now, signal, silent};
use crate::support::{
    Lot,
    proof::{is_long, report, seed_of},
};

/// What this says in a text is refused.
const REFUSED: &str = "burgerservicenummer";
/// On what says this in a text the server breaks.
pub(super) const BROKEN: &str = "storing";

/// A server that takes notes, once per key, and answers badly.
pub(super) struct Counter {
    pub(super) notes: Vec<String>,
    keys: BTreeSet<String>,
    lot: Lot,
    pub(super) good: bool,
    /// It says that it is away.
    pub(super) away: bool,
    pub(super) arrived: usize,
}

pub(super) type Shared = Arc<Mutex<Counter>>;

async fn note(State(shared): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let mut counter = shared.lock().unwrap();
    counter.arrived += 1;
    let fate = if counter.good { 0 } else { counter.lot.below(5) };
    if fate == 1 || counter.away {
        return Problem::new(Code::Unavailable).into_answer();
    }
    let text = serde_json::from_slice::<serde_json::Value>(&body).unwrap()["text"].as_str().unwrap().to_owned();
    if text.contains(BROKEN) {
        return Problem::new(Code::Internal).into_answer();
    }
    if text.contains(REFUSED) {
        return Problem::new(Code::InvalidInput).into_answer();
    }
    if counter.keys.insert(headers["idempotency-key"].to_str().unwrap().to_owned()) {
        counter.notes.push(text);
    }
    if fate == 2 {
        let parts = stream::iter([Ok(Bytes::from_static(b"{")), Err(std::io::Error::other("cut"))]);
        return ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(parts)).into_response();
    }
    Json(serde_json::json!({ "saved": true })).into_response()
}

pub(super) fn serve(runtime: &Runtime, lot: Lot) -> (SocketAddr, Shared) {
    let shared =
        Arc::new(Mutex::new(Counter { notes: vec![], keys: BTreeSet::new(), lot, good: false, away: false, arrived: 0 }));
    let routes = Router::new().route("/v1/signals/{id}/notes", post(note)).with_state(shared.clone());
    let routes = routes.layer(axum::middleware::map_response(|mut response: Response| async {
        response.headers_mut().insert("api-version", HeaderValue::from_static(API_VERSION));
        response
    }));
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let address = listener.local_addr().unwrap();
    runtime.spawn(async move { axum::serve(listener, routes).await.unwrap() });
    (address, shared)
}

pub(super) fn account() -> AccountId {
    AccountId(Uuid::from_u128(7))
}

pub(super) fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

/// The client from its start until it is killed.
pub(super) struct Life {
    pub(super) runtime: Runtime,
    pub(super) drafts: Drafts,
    pub(super) sender: Sender,
    told: UnboundedReceiver<Told>,
    waiting: usize,
    server: String,
}

impl Life {
    pub(super) fn begin(folder: &Path, server: &str, unconfirmed: Duration) -> Self {
        let drafts = Drafts::open(folder).unwrap();
        drafts.presume("token");
        drafts.learn(account()).unwrap();
        Self::with(drafts, server, Timing { unconfirmed, pauses: (Duration::from_millis(1), Duration::from_millis(4)) })
    }

    pub(super) fn with(drafts: Drafts, server: &str, timing: Timing) -> Self {
        let runtime = runtime();
        let patience = Patience { pauses: vec![], total: Duration::from_secs(60), ..Patience::default() };
        let means = Means {
            session: Session::with_patience(server, "token".into(), Language::Dutch, patience).unwrap(),
            drafts: Some(drafts.clone()),
            texts: Arc::new(Texts::new(Language::Dutch)),
            timing,
        };
        let (tell, told) = unbounded_channel();
        let sender = runtime.block_on(async { Sender::start(means, move |one| drop(tell.send(one))) });
        Self { runtime, drafts, sender, told, waiting: 0, server: server.to_owned() }
    }

    /// Presses save: the form keeps its draft with the key, and sends.
    pub(super) fn press(&self, number: u64, text: &str) -> tokio::sync::oneshot::Receiver<Outcome> {
        let (slot, key) = (slot(number), IdempotencyKey(Uuid::from_u128(number.into())));
        let draft = serde_json::json!({ "note": text, "key": key.to_string() }).to_string();
        self.drafts.save(&slot, &draft, now()).unwrap();
        let note = NewNote { text: text.into(), origin: Origin::Typed };
        self.sender.press(Pending {
            write: Write::note(key, signal(1, "").id, &note),
            server: self.server.clone(),
            account: None,
            token: None,
            made_at: now(),
            slot,
            draft: Some(draft),
            refused: false,
        })
    }

    /// Waits until nothing waits any more.
    pub(super) fn until_nothing_waits(&mut self) {
        self.sender.there(Some(account()));
        while self.waiting > 0 || !self.drafts.waits().unwrap().0.is_empty() {
            match self.runtime.block_on(self.told.recv()).unwrap() {
                Told::Waiting(count) => self.waiting = count,
                Told::Settled { .. } | Told::Dropped(_) => {}
            }
        }
    }

    /// Hears until this is told.
    pub(super) fn until(&mut self, wanted: impl Fn(&Told) -> bool) -> Told {
        loop {
            let told = self.runtime.block_on(self.told.recv()).unwrap();
            if let Told::Waiting(count) = told {
                self.waiting = count;
            }
            if wanted(&told) {
                return told;
            }
        }
    }

    pub(super) fn kill(self) {
        let Self { runtime, drafts, sender, .. } = self;
        // What is on its way through the disk comes to its end, as it does in the kernel.
        drop(runtime);
        drop((drafts, sender));
    }
}

fn slot(number: u64) -> String {
    format!("note-{number}")
}

/// The notes among the drafts, with the reason of those that were refused.
pub(super) fn offered(drafts: &Drafts) -> BTreeMap<String, Option<String>> {
    let text = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["note"].as_str().unwrap().to_owned();
    let all = drafts.offered().unwrap().0;
    let count = all.len();
    let texts: BTreeMap<_, _> = all.into_iter().map(|one| (text(&one.draft.text), one.draft.refused)).collect();
    assert_eq!(texts.len(), count, "a text that is a draft twice");
    texts
}

/// Presses, closes, loses, refuses, kills and starts again; gives how many texts were pressed and how often was killed.
fn sequence(lot: &mut Lot, runtime: &Runtime) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let (address, shared) = serve(runtime, Lot(lot.below(u64::MAX)));
    let server = format!("http://{address}");
    let begin = || Life::begin(&folder.path().join("state"), &server, Duration::from_millis(30));
    let mut life = begin();
    let (mut number, mut kills) = (0, 0);
    // What was pressed, in the order in which it was pressed last.
    let mut pressed: Vec<(u64, String)> = vec![];
    let mut unpressed = BTreeSet::new();
    let mut unknown = vec![];
    // A form that was answered no keeps its text and is closed as a draft.
    let mut refused = BTreeSet::new();
    for _ in 0..12 {
        match lot.below(8) {
            0..=3 => {
                number += 1;
                let text = format!("{number}{}", if lot.below(6) == 0 { REFUSED } else { "" });
                let mut outcome = life.press(number, &text);
                pressed.push((number, text.clone()));
                if lot.below(2) == 0 {
                    unknown.push((number, text, outcome));
                    continue;
                }
                match life.runtime.block_on(&mut outcome).unwrap() {
                    Outcome::Saved(_) | Outcome::Waits => {
                        life.drafts.remove_pressed(&slot(number), IdempotencyKey(Uuid::from_u128(number.into()))).unwrap();
                    }
                    Outcome::Dropped => panic!("nothing here was called off"),
                    Outcome::Failed(_) => {
                        assert!(text.contains(REFUSED));
                        life.drafts.save(&slot(number), &serde_json::json!({ "note": text }).to_string(), now()).unwrap();
                        refused.insert(text);
                        pressed.pop();
                    }
                }
            }
            4 => {
                number += 1;
                let text = format!("{number} niet gedrukt");
                life.drafts.save(&slot(number), &serde_json::json!({ "note": text }).to_string(), now()).unwrap();
                unpressed.insert(text);
            }
            5 => life.sender.away(),
            6 => life.sender.there(Some(account())),
            _ => {
                life.kill();
                kills += 1;
                life = begin();
                // Who was killed before a press was on disk finds its text as a draft, under the key it had, and presses again.
                for (number, text, _) in std::mem::take(&mut unknown) {
                    let key = IdempotencyKey(Uuid::from_u128(number.into()));
                    let sent = shared.lock().unwrap().keys.contains(&key.to_string());
                    let found = offered(&life.drafts).get(&text).is_some_and(Option::is_none);
                    if !sent && found && !life.drafts.pending().unwrap().0.iter().any(|one| one.write.key == key) {
                        pressed.retain(|(one, _)| *one != number);
                        // The form takes it up.
                        assert!(life.drafts.load(&slot(number)).unwrap().is_some());
                        unknown.push((number, text.clone(), life.press(number, &text)));
                        pressed.push((number, text));
                    }
                }
            }
        }
    }
    shared.lock().unwrap().good = true;
    for (number, text, outcome) in unknown {
        match life.runtime.block_on(outcome) {
            Ok(Outcome::Failed(_)) => {
                life.drafts.save(&slot(number), &serde_json::json!({ "note": text }).to_string(), now()).unwrap();
                refused.insert(text.clone());
                pressed.retain(|(one, _)| *one != number);
            }
            _ => life.drafts.remove_pressed(&slot(number), IdempotencyKey(Uuid::from_u128(number.into()))).unwrap(),
        }
    }
    life.until_nothing_waits();
    life.kill();
    let drafts = Drafts::open(&folder.path().join("state")).unwrap();
    drafts.presume("token");
    drafts.learn(account()).unwrap();
    let (good, bad): (Vec<String>, Vec<String>) =
        pressed.into_iter().map(|(_, text)| text).partition(|text| !text.contains(REFUSED));
    assert_eq!(shared.lock().unwrap().notes, good, "each once, in the order of pressing, and nothing else");
    let left = offered(&drafts);
    let expected: BTreeSet<String> = unpressed.into_iter().chain(bad.clone()).chain(refused).collect();
    assert_eq!(left.keys().cloned().collect::<BTreeSet<_>>(), expected, "what is left as drafts");
    assert!(bad.iter().all(|text| left[text].is_some()), "with the reason: {left:?}");
    (number as usize, kills)
}

#[test]
fn every_pressed_text_arrives_once_and_in_order_and_nothing_unpressed_does() {
    let mut lot = Lot(seed_of("presses, kills and lost answers"));
    let runtime = runtime();
    let (mut texts, mut kills) = (0, 0);
    let sequences = if is_long() { 2_000 } else { 25 };
    for _ in 0..sequences {
        let (of_this, killed) = sequence(&mut lot, &runtime);
        (texts, kills) = (texts + of_this, kills + killed);
    }
    let result =
        format!("{sequences} sequences, {texts} texts, {kills} kills of the client: each pressed text once and in order");
    println!("{result}");
    report("texts pressed while answers are lost or refused and the client is killed", &result);
}

#[test]
fn a_server_that_says_nothing_holds_nobody_up_and_what_waits_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let outside = runtime();
    let server = outside.block_on(silent());
    let path = folder.path().join("state");
    let mut life = Life::begin(&path, &server, Duration::from_millis(50));
    let began = std::time::Instant::now();
    let (first, second) = (life.press(1, "een"), life.press(2, "twee"));
    assert_eq!(life.runtime.block_on(first).unwrap(), Outcome::Waits);
    assert_eq!(life.runtime.block_on(second).unwrap(), Outcome::Waits);
    assert!(began.elapsed() < Duration::from_secs(20), "not the time of an answer, which is a minute here");
    while life.waiting < 2 {
        if let Told::Waiting(count) = life.runtime.block_on(life.told.recv()).unwrap() {
            life.waiting = count;
        }
    }
    // The server is known to be away: there is nothing to wait for.
    life.sender.away();
    let third = life.press(3, "drie");
    assert_eq!(life.runtime.block_on(third).unwrap(), Outcome::Waits);
    assert_eq!(life.drafts.load(&slot(1)).unwrap(), None, "a new form does not take up what is sent by itself");
    assert_eq!(offered(&life.drafts), BTreeMap::new(), "nor is it offered as a draft");
    let waits: Vec<String> = life.drafts.waits().unwrap().0.into_iter().map(|(_, one)| one.draft.slot).collect();
    assert_eq!(waits, [slot(3), slot(2), slot(1)], "the last pressed first");
    let key = life.drafts.waits().unwrap().0[1].0;
    for gone in [true, false] {
        life.sender.call_off(key);
        life.until(|told| *told == Told::Dropped(gone));
    }
    life.kill();
    let (address, shared) = serve(&outside, Lot(1));
    shared.lock().unwrap().good = true;
    // The server is there again, under its name.
    let drafts = Drafts::open(&path).unwrap();
    for one in drafts.pending().unwrap().0 {
        drafts.keep(&Pending { server: format!("http://{address}"), ..one }).unwrap();
    }
    drop(drafts);
    let mut life = Life::begin(&path, &format!("http://{address}"), Duration::from_millis(50));
    life.until_nothing_waits();
    assert_eq!(shared.lock().unwrap().notes, ["een", "drie"], "what was thrown away does not go");
    assert_eq!(offered(&life.drafts), BTreeMap::new());
}

#[test]
fn a_clock_that_is_put_back_makes_no_text_older_than_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let outside = runtime();
    let (address, shared) = serve(&outside, Lot(1));
    let mut life = Life::begin(&folder.path().join("state"), &format!("http://{address}"), Duration::from_millis(50));
    life.sender.away();
    // The keys fall, so that they do not put the texts in order either.
    for (number, hours) in [(3, 0), (2, -2), (1, -1)] {
        let key = IdempotencyKey(Uuid::from_u128(number));
        let note = NewNote { text: number.to_string().as_str().into(), origin: Origin::Typed };
        let pending = Pending {
            write: Write::note(key, signal(1, "").id, &note),
            server: life.server.clone(),
            account: None,
            token: None,
            made_at: now() + TimeDelta::hours(hours),
            slot: "note".into(),
            draft: Some("{}".into()),
            refused: false,
        };
        let outcome = life.sender.press(pending);
        shared.lock().unwrap().good = number == 1;
        let _ = life.runtime.block_on(outcome);
    }
    life.until_nothing_waits();
    assert_eq!(shared.lock().unwrap().notes, ["3", "2", "1"]);
}
