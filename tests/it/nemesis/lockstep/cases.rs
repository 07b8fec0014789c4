//! Bodies for routes of cases outside the desk, of shares and of messages.

use loket::api::path;
use serde_json::{Value, json};

use super::operation::Drawer;
use crate::support::samples;

impl Drawer {
    /// A body for a route of cases, shares or messages.
    pub fn case_body(&mut self, method: &str, route: &str) -> Value {
        match (method, route) {
            ("POST", path::REPORTS) => json!({ "municipality": self.pick(&["0344", "9999"]), "facts": { "title": self.text() } }),
            ("POST", path::CASES) => json!({ "facts": {
                "title": self.text(), "account": self.text(), "decisions": [samples::decision("B-1")],
                "threats": [{ "what": self.text(), "on": self.day_or_nothing() }]
            } }),
            ("POST", path::SIGNAL_SHARES) => {
                let parts = match self.keen {
                    true => json!(["stalemate", "positions", "decisions", "commitments", "notes"]),
                    false => {
                        self.pick(&[json!(["account"]), json!(["stalemate", "tried"]), json!(["notes", "notes"]), json!([])])
                    }
                };
                let recipient = self.pick(&["UWV", "UWV", "GM0344", "SVB"]);
                let basis = if self.keen { "consent" } else { self.pick(&["public-task", "none", "alignment"]) };
                let until = if self.keen { "2026-12-31".into() } else { json!(self.day()) };
                json!({ "facts": {
                    "recipient": recipient, "basis": basis, "law": "Awb", "purpose": self.text(), "parts": parts,
                    "decidedBy": "teamleider", "until": until
                } })
            }
            ("POST", path::SHARE_END) => json!({ "reason": self.text() }),
            ("POST", path::SIGNAL_MESSAGES) => {
                let to = match self.lot.below(3) {
                    0 => json!({ "role": "other", "name": self.text(), "organisation": "UWV", "mail": "j.bakker@voorbeeld.nl" }),
                    _ => json!({ "role": "reporter" }),
                };
                let kind = self.pick(&["acknowledgement", "reply", "referral", "request", "free"]);
                json!({ "facts": { "kind": kind, "to": to, "subject": self.text(), "text": self.text() } })
            }
            ("PATCH", path::MESSAGE) => json!({ "subject": self.text(), "text": self.text() }),
            ("POST", path::MESSAGE_SEND) => json!({ "looked": self.lot.below(2) == 0 }),
            ("POST", path::CASE_EMERGENCY) => {
                json!({ "reason": self.text(), "minutes": self.pick(&[15, 60, 240, 241]) })
            }
            ("POST", path::CASE_NOTES) => json!({ "text": self.text() }),
            ("PUT", path::CASE_POSITION) => {
                let now = self.text();
                self.of_known("signal", |seen| {
                    let bodies = seen["facts"]["bodies"].as_array().cloned().unwrap_or_default();
                    let own = bodies.iter().find(|body| body["organisation"] == "UWV").map(|body| body["position"].clone());
                    json!({ "before": own.unwrap_or("".into()), "position": now })
                })
            }
            ("POST", path::CASE_COMMITMENTS) => json!({ "text": self.text(), "person": self.text(), "dueOn": self.day() }),
            ("POST", path::CASE_TIME_OUTS) => self.of_known("signal", |seen| {
                let facts = samples::time_out("", "B-1")["facts"].clone();
                json!({ "decision": seen["facts"]["decisions"][0], "facts": facts })
            }),
            ("POST", path::CASE_CONFIRM) => {
                self.of_known("confirmation", |seen| json!({ "confirmation": seen["id"], "hash": seen["hash"] }))
            }
            ("POST", path::CASE_REJECT | path::CASE_WITHDRAW) => {
                let reason = self.text();
                self.of_known("confirmation", |seen| json!({ "confirmation": seen["id"], "reason": reason }))
            }
            _ => panic!("{method} {route} is new: say here what a good request is"),
        }
    }

    /// The number of a signal, mostly of the one that was seen last.
    pub fn number(&mut self) -> String {
        let number = self.of_known("signal", |seen| seen["number"].clone());
        number.as_str().unwrap_or("S-2026-00001").to_owned()
    }
}
