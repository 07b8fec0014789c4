//! Good bodies about meetings, their items and what belongs to them.

use loket::api::path;
use serde_json::{Value, json};

use super::operation::Drawer;
use crate::support::samples;

impl Drawer {
    /// Bodies about meetings and their items.
    pub fn meeting_body(&mut self, method: &str, route: &str) -> Value {
        match (method, route) {
            ("POST", path::MEETINGS) => {
                let mut body = samples::meeting();
                if !self.keen && self.lot.below(4) == 0 {
                    body["number"] = self.pick(&["LET-7", "LET-60", "LET-0", "LET-999999", "let-8"]).into();
                }
                // Some have begun, so that they can be held.
                let hour = self.lot.below(24);
                let day = self.pick(&["2026-11-16", "2026-11-16", "2026-11-26", "2026-12-03"]);
                let slot = json!({ "startsAt": format!("{day}T{hour:02}:00:00Z"), "endsAt": format!("{day}T{hour:02}:45:00Z") });
                let begun = json!({ "startsAt": "2026-11-16T06:00:00Z", "endsAt": "2026-11-16T14:00:00Z" });
                body["facts"]["slots"] = if self.keen { json!([begun]) } else { json!([slot]) };
                body["facts"]["place"] = self.text().into();
                body["importedFrom"] = if self.lot.below(4) == 0 { self.source("agenda") } else { Value::Null };
                body
            }
            ("PATCH", path::MEETING) => match self.lot.below(3) {
                0 => json!({ "slots": [{ "startsAt": "2026-11-16T06:00:00Z", "endsAt": "2026-11-16T14:00:00Z" }] }),
                _ => json!({ "place": self.text(), "chair": self.text() }),
            },
            ("POST", path::MEETING_ITEMS) => {
                let mut body = json!({ "facts": self.item_facts(), "first": self.lot.below(3) == 0 });
                if self.keen {
                    return json!({ "facts": samples::agenda_item(), "signal": self.id("signal") });
                }
                if self.lot.below(2) == 0 {
                    body["signal"] = self.signal().into();
                }
                body
            }
            ("POST", path::MEETING_FIX) => {
                let mut body = self.of_known("meeting", |seen| json!({ "agendaVersion": seen["agendaVersion"] }));
                body["reason"] = self.text().into();
                body
            }
            ("POST", path::MEETING_HOLD | path::MEETING_UNHOLD | path::AGENDA_ITEM_DROP) => json!({}),
            ("POST", path::MEETING_CANCEL) => {
                let to = if self.keen { "candidates" } else { self.pick(&["candidates", "next", "LET-1", "LET-2"]) };
                json!({ "reason": self.text(), "to": to })
            }
            ("POST", path::MEETING_REINSTATE) => json!({ "reason": self.text() }),
            ("POST", path::MEETING_PUBLISH) => self.of_known("meeting", |seen| json!({ "number": seen["number"] })),
            ("POST", path::AGENDA_CANDIDATES) => {
                json!({ "signal": self.signal(), "facts": self.item_facts(), "reason": self.text() })
            }
            ("PATCH", path::AGENDA_ITEM) => self.item_facts(),
            ("POST", path::AGENDA_ITEM_MOVE) => match self.lot.below(4) {
                0 => json!({ "first": true }),
                1 => json!({ "after": self.id("agenda-item") }),
                2 => json!({ "meeting": self.id("meeting"), "after": self.id("agenda-item") }),
                _ => json!({ "meeting": self.id("meeting") }),
            },
            ("POST", path::AGENDA_ITEM_TAKE_OFF) => json!({ "reason": self.text() }),
            ("POST", path::AGENDA_ITEM_INVITATIONS) => {
                let mut body = samples::invitation(&self.body_code(), &self.text());
                if self.keen {
                    body["facts"]["organisation"] = "UWV".into();
                } else if self.lot.below(2) == 0 {
                    body["facts"]["officer"] = self.id("officer").into();
                }
                body
            }
            ("PATCH", path::INVITATION) if self.keen => json!({ "answer": "accepted", "mandateConfirmed": true }),
            ("POST", path::AGENDA_ITEM_DECISIONS) if self.keen => json!({ "facts": { "text": self.text(), "bodies": ["UWV"] } }),
            ("POST", path::AGENDA_ITEM_PAPERS) if self.keen => samples::item_paper(&self.text()),
            ("PATCH", path::INVITATION) => {
                let answer = self.pick(&["accepted", "accepted", "declined", "open", "deputy"]);
                json!({ "answer": answer, "mandateConfirmed": self.lot.below(4) > 0, "withdrawn": self.lot.below(6) == 0 })
            }
            ("POST", path::AGENDA_ITEM_DECISIONS) => json!({ "facts": { "text": self.text(), "bodies": [self.body_code()] } }),
            ("PATCH", path::LET_DECISION) => json!({ "legalRoom": self.text(), "withdrawn": self.lot.below(4) == 0 }),
            ("POST", path::AGENDA_ITEM_PAPERS) => {
                let mut body = samples::item_paper(&self.text());
                body["facts"]["bodies"] = json!([self.body_code()]);
                body
            }
            ("PATCH", path::ITEM_PAPER) => json!({ "text": self.text(), "withdrawn": self.lot.below(4) == 0 }),
            ("POST", path::MEETING_SERIES) => {
                let mut body = samples::series();
                let weekday = self.pick(&["monday", "thursday", "friday", "sunday"]);
                body["facts"]["rule"] = json!({ "every": 1 + self.lot.below(3), "weekday": weekday });
                body["facts"]["startsOn"] = if self.keen { "2026-11-27".into() } else { self.day().into() };
                body["facts"]["ahead"] = (1 + self.lot.below(4)).into();
                body
            }
            ("PATCH", path::ONE_MEETING_SERIES) => match self.lot.below(3) {
                0 => json!({ "place": self.text() }),
                1 => json!({ "ahead": 1 + self.lot.below(6), "reason": self.text() }),
                _ => json!({ "rule": { "every": 1, "weekday": "thursday", "week": "first" } }),
            },
            ("POST", path::MEETING_SERIES_END) if self.keen => json!({ "on": "2026-12-01", "reason": self.text() }),
            ("POST", path::MEETING_SERIES_END) => json!({ "on": self.day(), "reason": self.text() }),
            _ => panic!("{method} {route} is new: say here what a good request is"),
        }
    }

    fn item_facts(&mut self) -> Value {
        let all = samples::agenda_item();
        let mut facts = if self.lot.below(2) == 0 { all } else { self.some_of(all) };
        facts["title"] = self.text().into();
        facts
    }
}
