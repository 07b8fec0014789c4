//! Writers that never give up against a server that is killed again and again. Each makes its idempotency key before the
//! first send and repeats the request with it until there is an answer, as the client does.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU64, Ordering},
};

use loket::api::IDEMPOTENCY_KEY;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::support::{
    Lot,
    acknowledged::Acknowledged,
    http::{Caller, new_key},
    program::{Serving, loket, run, said, token},
    proof::{is_long, report, seed_of},
    samples::{contact, officer, signal_with},
};

/// Writers at a time.
const WRITERS: u64 = 8;

/// A request that changes something, sent until it is answered.
#[derive(Debug, Clone)]
struct Write {
    key: Uuid,
    path: String,
    body: Value,
    /// What it is known by afterwards: a title, the text of a note, the name of an officer.
    mark: String,
}

/// What the server acknowledged.
#[derive(Default, Clone)]
struct Told {
    all: Acknowledged,
    /// Some of the writes, to be repeated at the end.
    sample: Vec<(Write, Value)>,
}

struct Writer {
    number: u64,
    lot: Lot,
    /// Sent and not answered: may or may not have been done.
    pending: Option<Write>,
    made: u64,
    own: Vec<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn acknowledged_writes_survive_and_none_is_there_twice() {
    let mut lot = Lot(seed_of("kill -9 during writes"));
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    let secret = token(home.path(), &database, "desk", "Schrijver");
    let acknowledged = Arc::new(Mutex::new(Told::default()));
    let mut writers: Vec<Writer> =
        (0..WRITERS).map(|number| Writer { number, lot: Lot(lot.draw()), pending: None, made: 0, own: vec![] }).collect();
    let kills = if is_long() { 1_000 } else { 3 };
    let mut cut_off = 0;
    for kill in 0..=kills {
        let serving = Serving::start(home.path(), &database);
        let who = Caller::at(&serving.address, &secret);
        // Requests that were sent and answers that came: at one of them the server is killed.
        let moments = Arc::new(AtomicU64::new(0));
        // In the last round everybody finishes what is still open, and no more.
        let enough = if kill < kills { 40 + lot.below(300) } else { 0 };
        let (reached, enough_written) = tokio::sync::oneshot::channel();
        let reached = Arc::new(Mutex::new(Some(reached)));
        let mut running = JoinSet::new();
        for mut writer in writers.drain(..) {
            let (who, acknowledged, moments, reached) = (who.clone(), acknowledged.clone(), moments.clone(), reached.clone());
            running.spawn(async move {
                let moment = || {
                    if moments.fetch_add(1, Ordering::Relaxed) + 1 == enough {
                        reached.lock().unwrap().take().unwrap().send(()).unwrap();
                    }
                };
                while (enough > 0 || writer.pending.is_some()) && writer.write(&who, &acknowledged, &moment).await {}
                writer
            });
        }
        if kill < kills {
            enough_written.await.unwrap();
            // In the middle of what the others have under way.
            serving.kill();
            writers = running.join_all().await;
            cut_off += writers.iter().filter(|writer| writer.pending.is_some()).count();
        } else {
            writers = running.join_all().await;
            assert!(writers.iter().all(|writer| writer.pending.is_none()), "somebody could not finish");
            let told = acknowledged.lock().unwrap().clone();
            verify(&who, &told).await;
            serving.stop();
        }
    }
    assert!(cut_off > kills, "only {cut_off} writes were under way at {kills} kills");
    let check = run(loket(home.path()).args(["db", "check", "--database", &database]));
    assert!(check.status.success(), "{}", said(&check));
    let acknowledged = acknowledged.lock().unwrap();
    let result = format!(
        "{kills} kills, {cut_off} writes cut off, {} signals, {} entries, {} officers acknowledged; 0 lost, 0 twice",
        acknowledged.all.signals.len(),
        acknowledged.all.entries.len(),
        acknowledged.all.officers.len()
    );
    println!("{result}");
    report("kill -9 of the server during writes (SQLite)", &result);
}

impl Writer {
    /// Sends the pending write, or a new one. False when the server is gone: what it was stays pending.
    /// `moment` is told when it is sent and when the answer is there.
    async fn write(&mut self, who: &Caller, acknowledged: &Mutex<Told>, moment: &(dyn Fn() + Sync)) -> bool {
        let write = match self.pending.take() {
            Some(write) => write,
            None => self.next(),
        };
        self.pending = Some(write.clone());
        moment();
        let Some(answer) = send(who, &write).await else { return false };
        moment();
        self.pending = None;
        let mut acknowledged = acknowledged.lock().unwrap();
        let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
        match write.path.as_str() {
            "/v1/signals" => {
                self.own.push(id(&answer["item"]));
                acknowledged.all.signals.insert(write.mark.clone(), id(&answer["item"]));
            }
            "/v1/officers" => drop(acknowledged.all.officers.insert(write.mark.clone(), id(&answer["item"]))),
            _ => drop(acknowledged.all.entries.insert(write.mark.clone(), id(&answer))),
        }
        if self.lot.below(10) == 0 {
            acknowledged.sample.push((write, answer));
        }
        true
    }

    fn next(&mut self) -> Write {
        self.made += 1;
        let mark = format!("schrijver {} nummer {}", self.number, self.made);
        let kind = self.lot.below(10);
        let (path, body) = match (kind, self.own.is_empty()) {
            (0..=3, _) | (_, true) => {
                let mut body =
                    signal_with(&mark, json!({ "account": "tekst ".repeat(200), "bodies": [{ "organisation": "SVB" }] }));
                if kind == 0 {
                    body["source"] = json!({ "system": "kenmerk", "reference": mark });
                }
                ("/v1/signals".into(), body)
            }
            (4, _) => ("/v1/officers".into(), officer("UWV", &mark)),
            (5..=7, _) => (format!("/v1/signals/{}/notes", self.any()), json!({ "text": mark })),
            _ => (format!("/v1/signals/{}/contact-moments", self.any()), contact(&mark)),
        };
        Write { key: new_key(), path, body, mark }
    }

    fn any(&mut self) -> String {
        let at = self.lot.below(self.own.len() as u64) as usize;
        self.own[at].clone()
    }
}

/// The answer, or nothing when the connection broke.
async fn send(who: &Caller, write: &Write) -> Option<Value> {
    let request = who.request(reqwest::Method::POST, &write.path).header(IDEMPOTENCY_KEY, write.key.to_string());
    let answer = request.json(&write.body).send().await.ok()?;
    let status = answer.status();
    let body = answer.bytes().await.ok()?;
    assert!(
        matches!(status, StatusCode::OK | StatusCode::CREATED),
        "{} {}: {status} {}",
        write.path,
        write.mark,
        String::from_utf8_lossy(&body)
    );
    Some(serde_json::from_slice(&body).unwrap())
}

async fn verify(who: &Caller, told: &Told) {
    for (write, answer) in &told.sample {
        let again = send(who, write).await.unwrap();
        let id = |value: &Value| if value["item"].is_object() { value["item"]["id"].clone() } else { value["id"].clone() };
        assert_eq!(id(&again), id(answer), "{}: repeated after the kills", write.mark);
    }
    told.all.verify(who).await;
}
