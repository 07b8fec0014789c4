//! People who write: each has its cases, and a write that was not answered yet, to be sent again with its key.

use loket::api::IDEMPOTENCY_KEY;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Lot,
    acknowledged::Acknowledged,
    http::{Caller, new_key},
    samples::{contact, officer, signal_with},
};

/// A request that changes something, sent until it is answered.
#[derive(Debug, Clone)]
pub struct Write {
    /// Made before the first send.
    pub key: Uuid,
    /// Where to.
    pub path: String,
    /// What.
    pub body: Value,
    /// What it is known by afterwards: a title, the text of a note, the name of an officer.
    pub mark: String,
}

impl Write {
    /// Sends it; the status and the body of the answer, or nothing when the connection broke.
    pub async fn send(&self, who: &Caller) -> Option<(u16, Value)> {
        let request = who.request(Method::POST, &self.path).header(IDEMPOTENCY_KEY, self.key.to_string());
        let answer = request.json(&self.body).send().await.ok()?;
        let status = answer.status().as_u16();
        let body = answer.bytes().await.ok()?;
        let unread = || Value::from(String::from_utf8_lossy(&body));
        Some((status, serde_json::from_slice(&body).unwrap_or_else(|_| unread())))
    }

    /// The id in an answer: of the object itself, or of the signal that it was said of.
    pub fn id(answer: &Value) -> &str {
        let id = if answer["item"].is_object() { &answer["item"]["id"] } else { &answer["id"] };
        id.as_str().unwrap_or_else(|| panic!("no id in {answer}"))
    }
}

/// Somebody who writes.
pub struct Writer {
    number: u64,
    /// What to do next is drawn from it.
    pub lot: Lot,
    /// Sent and not answered: may or may not have been done.
    pub pending: Option<Write>,
    made: u64,
    own: Vec<String>,
}

impl Writer {
    /// So many, each with a lot of its own.
    pub fn several(count: u64, lot: &mut Lot) -> Vec<Self> {
        let one = |number| Self { number, lot: Lot(lot.draw()), pending: None, made: 0, own: vec![] };
        (0..count).map(one).collect()
    }

    /// What it still has to send, or something new.
    pub fn next(&mut self) -> Write {
        let write = self.pending.take().unwrap_or_else(|| self.another());
        self.pending = Some(write.clone());
        write
    }

    /// It was told that it is saved.
    pub fn told(&mut self, write: &Write, answer: &Value, all: &mut Acknowledged) {
        self.pending = None;
        let (mark, id) = (write.mark.clone(), Write::id(answer).to_owned());
        match write.path.as_str() {
            "/v1/signals" => {
                self.own.push(id.clone());
                all.signals.insert(mark, id);
            }
            "/v1/officers" => drop(all.officers.insert(mark, id)),
            _ => drop(all.entries.insert(mark, id)),
        }
    }

    fn another(&mut self) -> Write {
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
