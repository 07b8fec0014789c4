//! What stands in a request: a good body for every route, made of what is known, with texts, days and numbers by lot.

use loket::{api::path, server::policy::Line};
use serde_json::{Value, json};

use super::operation::{Drawer, escaped};
use crate::support::samples;

impl Drawer {
    /// The body of a good request; nothing: there is none.
    ///
    /// # Panics
    /// When a route that takes a body is not here.
    pub fn body(&mut self, line: &Line) -> Option<Value> {
        let of_signal = |drawer: &mut Self, mut body: Value| {
            body["signal"] = drawer.signal().into();
            body
        };
        let body = match (line.method.as_str(), line.path.as_str()) {
            ("POST", path::SIGNALS) => self.new_signal(),
            ("PATCH", path::SIGNAL) => self.signal_patch(),
            ("POST", path::SIGNALS_SEARCH) => self.signal_search(),
            ("POST", path::SIGNAL_NOTES) => {
                let origin = self.pick(&["typed", "incoming"]);
                json!({ "text": self.text(), "origin": origin })
            }
            ("POST", path::SIGNAL_CONTACT_MOMENTS) => {
                let mut body = samples::contact(&self.text());
                body["contact"]["callBackOn"] = self.day_or_nothing();
                if self.lot.below(2) == 0 {
                    body["officer"] = self.id("officer").into();
                }
                body
            }
            ("POST", path::SIGNAL_CLAIMS) => match self.lot.below(2) {
                0 => json!({}),
                _ => json!({ "takeoverReason": self.text() }),
            },
            ("POST", path::OFFICERS) => {
                let mut body = samples::full_officer();
                body["facts"] = self.officer_facts();
                body["source"] = self.source("register");
                body
            }
            ("PATCH", path::OFFICER) => {
                let facts = self.officer_facts();
                self.some_of(facts)
            }
            ("POST", path::OFFICERS_SEARCH) => self.officer_search(),
            ("POST", path::OFFICERS_LOOKED_UP) => {
                json!({ "at": "2026-11-16T09:00:00Z", "query": self.text(), "officer": self.id("officer") })
            }
            ("POST", path::OFFICER_CONFIRM | path::DELIVERY_REJECT | path::DELIVERY_UNDO) => return None,
            ("POST", path::OFFICER_TAKE_BACK) => return None,
            ("POST", path::OFFICER_REPORT) => json!({ "reason": self.text() }),
            ("POST", path::DELIVERIES) => self.delivery(),
            ("POST", path::DELIVERIES_MERGER) => {
                let into = self.pick(&["0344", "0310"]);
                json!({ "from": ["0501"], "into": into, "on": "2026-11-16", "dryRun": self.lot.below(3) == 0 })
            }
            ("POST", path::DELIVERY_APPLY) => match self.lot.below(2) {
                0 => json!({}),
                _ => json!({ "keep": [self.body_code()], "vanished": [self.body_code()] }),
            },
            ("POST", path::VIEWS) => {
                let mut body = samples::view(&self.text());
                body["facts"]["shared"] = (self.lot.below(2) == 0).into();
                body
            }
            ("PATCH", path::VIEW) => json!({ "name": self.text(), "shared": self.lot.below(2) == 0 }),
            ("POST", path::FEED_TOKENS) => json!({ "name": self.text() }),
            ("POST", path::TERMS_CALCULATE) => {
                let length = self.pick(&["6w", "42d", "3m", "1y", "3wd", "0d", "999999y", "x"]);
                json!({ "trigger": self.day(), "length": length })
            }
            ("POST", path::TIME_OUTS) => self.new_time_out(),
            ("POST", path::TIME_OUT_EXTEND) => {
                json!({ "lastDay": self.day(), "decidedOn": "2026-11-16", "reason": self.text() })
            }
            ("POST", path::TIME_OUT_RESUME) => json!({ "from": self.day(), "reason": self.text() }),
            ("POST", path::TIME_OUT_END) => {
                let ending = self.pick(&["solution", "solution", "withdrawn", "other"]);
                json!({ "from": self.day(), "ending": ending, "reason": self.text() })
            }
            ("POST", path::TIME_OUT_TELL_BODY | path::TIME_OUT_BODY_CONFIRMED) => json!({ "on": "2026-11-16" }),
            ("POST", path::CONFIRMATION_CONFIRM) => self.of_known("confirmation", |seen| json!({ "hash": seen["hash"] })),
            ("POST", path::CONFIRMATION_REJECT | path::CONFIRMATION_WITHDRAW) => json!({ "reason": self.text() }),
            ("POST", path::MORATORIA) => of_signal(self, samples::moratorium("")),
            ("POST", path::BRIDGINGS) => of_signal(self, samples::bridging("")),
            ("POST", path::COMMITMENTS) => {
                let mut body = of_signal(self, samples::commitment(""));
                body["facts"]["text"] = self.text().into();
                if self.lot.below(3) == 0 {
                    body["facts"]["source"] = json!({ "kind": "agenda-item", "item": self.id("agenda-item") });
                }
                body
            }
            ("PATCH", path::MORATORIUM) => json!({ "conditions": self.text(), "lastDay": self.day(), "reason": "nagekeken" }),
            ("PATCH", path::BRIDGING) => json!({ "care": self.text(), "settleBy": self.day(), "reason": "nagekeken" }),
            ("PATCH", path::COMMITMENT) => json!({ "text": self.text(), "person": self.text(), "reason": self.text() }),
            ("POST", path::MORATORIUM_END) => json!({ "from": self.day(), "reason": self.text() }),
            ("POST", path::BRIDGING_SETTLE) => json!({ "on": self.day(), "settlement": self.text() }),
            ("POST", path::COMMITMENT_KEEP) => json!({ "on": self.day(), "evidence": self.text() }),
            ("POST", path::COMMITMENT_LAPSE) => json!({ "on": self.day(), "reason": self.text() }),
            ("POST", path::MORATORIUM_REOPEN | path::BRIDGING_REOPEN | path::COMMITMENT_REOPEN) => {
                json!({ "reason": self.text() })
            }
            ("POST", path::LESSONS) => {
                let kind = self.pick(&["law", "policy", "execution", "cooperation", "data-sharing"]);
                let facts = json!({ "kind": kind, "pattern": self.text(), "bodies": [self.body_code()] });
                match self.lot.below(2) {
                    0 => json!({ "signal": self.signal(), "facts": facts, "looked": true }),
                    _ => json!({ "item": self.id("agenda-item"), "facts": facts, "looked": true }),
                }
            }
            ("PATCH", path::LESSON) => json!({ "law": self.text(), "looked": true }),
            ("PUT", path::PRESENCE) => {
                let window = format!("00000000-0000-7000-8000-{:012x}", self.lot.below(20));
                let doing = self.pick(&["looking", "editing"]);
                match self.lot.below(6) {
                    0 => json!({ "window": window }),
                    _ => json!({ "window": window, "object": self.id("signal"), "doing": doing }),
                }
            }
            (method, route) => self.meeting_body(method, route),
        };
        Some(body)
    }

    /// Bodies about meetings and their items.
    fn meeting_body(&mut self, method: &str, route: &str) -> Value {
        match (method, route) {
            ("POST", path::MEETINGS) => {
                let mut body = samples::meeting();
                if self.lot.below(4) == 0 {
                    body["number"] = self.pick(&["LET-7", "LET-60", "LET-0", "LET-999999", "let-8"]).into();
                }
                // Some have begun, so that they can be held.
                let hour = self.lot.below(24);
                let day = self.pick(&["2026-11-16", "2026-11-16", "2026-11-26", "2026-12-03"]);
                let slot = json!({ "startsAt": format!("{day}T{hour:02}:00:00Z"), "endsAt": format!("{day}T{hour:02}:45:00Z") });
                body["facts"]["slots"] = json!([slot]);
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
                let to = self.pick(&["candidates", "next", "LET-1", "LET-2"]);
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
                if self.lot.below(2) == 0 {
                    body["facts"]["officer"] = self.id("officer").into();
                }
                body
            }
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
                body["facts"]["startsOn"] = self.day().into();
                body["facts"]["ahead"] = (1 + self.lot.below(4)).into();
                body
            }
            ("PATCH", path::ONE_MEETING_SERIES) => match self.lot.below(3) {
                0 => json!({ "place": self.text() }),
                1 => json!({ "ahead": 1 + self.lot.below(6), "reason": self.text() }),
                _ => json!({ "rule": { "every": 1, "weekday": "thursday", "week": "first" } }),
            },
            ("POST", path::MEETING_SERIES_END) => json!({ "on": self.day(), "reason": self.text() }),
            _ => panic!("{method} {route} is new: say here what a good request is"),
        }
    }

    fn new_signal(&mut self) -> Value {
        let mut body = samples::full_signal();
        let facts = body["facts"].clone();
        body["facts"] = self.some_of(facts);
        body["facts"]["title"] = self.text().into();
        if self.lot.below(2) == 0 {
            body["facts"]["municipality"] = self.municipality().into();
        }
        if self.lot.below(2) == 0 {
            body["facts"]["decisions"] = json!([samples::decision(&format!("B-{}", self.lot.below(1_000_000)))]);
        }
        if self.lot.below(2) == 0 {
            body["facts"]["bodies"] = json!([{ "organisation": self.body_code(), "position": self.text() }]);
        }
        if self.lot.below(3) == 0 {
            body["facts"]["threats"] = json!([{ "what": self.text(), "on": self.day() }]);
        }
        body["facts"]["urgency"] = self.urgency().into();
        body["source"] = self.source("kenmerk");
        body["origin"] = self.pick(&["typed", "incoming"]).into();
        if self.lot.below(2) == 0 {
            body["receivedAt"] = Value::Null;
        }
        body
    }

    fn signal_patch(&mut self) -> Value {
        let facts = samples::full_signal()["facts"].clone();
        let mut patch = self.some_of(facts);
        let kind = self.lot.below(4);
        if kind == 0 {
            patch = json!({});
        }
        if kind < 2 {
            let all = ["triage", "agreed", "waiting", "let", "aftercare", "closed", "received", "unresolved"];
            patch["status"] = self.pick(&all).into();
            patch["outcome"] = self.pick(&["breakthrough", "referred", "unresolved", "withdrawn"]).into();
        } else {
            patch["title"] = self.text().into();
            patch["urgency"] = self.urgency().into();
            patch["labels"] = json!([self.text(), self.text()]);
            patch["snoozedUntil"] = self.day_or_nothing();
        }
        patch
    }

    fn signal_search(&mut self) -> Value {
        let searches = self.known.searches.clone();
        if !searches.is_empty() && self.lot.below(3) == 0 {
            return self.pick(&searches);
        }
        let mut list = json!({});
        for _ in 0..self.lot.below(4) {
            let name = self.pick(&["status", "urgency", "municipality", "organisation", "owner", "sort", "order", "limit"]);
            let value = self.asked_for(path::SIGNALS, name);
            list[name] = value.parse::<i64>().ok().filter(|_| name == "limit").map_or(value.into(), Value::from);
        }
        json!({ "query": self.words(), "list": list })
    }

    fn officer_search(&mut self) -> Value {
        let mut body = json!({ "query": self.words() });
        if self.lot.below(3) == 0 {
            body["case"] = json!({ "municipality": "0344", "bodies": [self.body_code()], "about": ["huisvesting"] });
        }
        if self.lot.below(3) == 0 {
            body["limit"] = (1 + self.lot.below(5)).into();
        }
        body
    }

    fn officer_facts(&mut self) -> Value {
        let all = samples::full_officer()["facts"].clone();
        let mut facts = self.some_of(all);
        facts["organisation"] = self.pick(&["GM0344", "GM0344", "UWV", "SVB", "DT"]).into();
        facts["name"] = self.text().into();
        facts["title"] = self.text().into();
        facts["phone"] = "+31 20 555 4657".into();
        facts["mandate"] = self.pick(&["beslissen", "afstemmen", "signaleren", "geen"]).into();
        facts
    }

    fn delivery(&mut self) -> Value {
        let rows: Vec<Value> = (0..1 + self.lot.below(3)).map(|at| json!({ "line": 2 + at, "facts": self.officer_facts() })).collect();
        let mut body = json!({ "name": self.text(), "rows": rows, "dryRun": self.lot.below(4) == 0 });
        match self.lot.below(4) {
            0 => body["fullAll"] = true.into(),
            1 => body["full"] = json!([self.body_code()]),
            2 => body["fields"] = json!(["name", "phone"]),
            _ => {}
        }
        body
    }

    /// About a decision of a case that is known, where there is one.
    fn new_time_out(&mut self) -> Value {
        let decided = |seen: &Value| seen["facts"]["decisions"].as_array().is_some_and(|all| !all.is_empty());
        let cases: Vec<Value> = self.known.all("signal").iter().map(|one| one.value.clone()).filter(decided).collect();
        let mut body = samples::time_out(&self.id("signal"), "B-1");
        if !cases.is_empty() {
            let case = self.pick(&cases);
            body["signal"] = case["id"].clone();
            body["decision"] = case["facts"]["decisions"][0].clone();
        }
        body["emergency"] = (self.lot.below(4) == 0).into();
        body
    }

    fn item_facts(&mut self) -> Value {
        let all = samples::agenda_item();
        let mut facts = if self.lot.below(2) == 0 { all } else { self.some_of(all) };
        facts["title"] = self.text().into();
        facts
    }

    fn of_known(&mut self, kind: &str, told: impl Fn(&Value) -> Value) -> Value {
        let all = self.known.all(kind).to_vec();
        // Mostly of what was seen last: that is what is worked on.
        let at = all.len().saturating_sub(1 + self.lot.below(3) as usize);
        all.get(at).map_or(json!({}), |object| told(&object.value))
    }

    fn some_of(&mut self, all: Value) -> Value {
        let fields = all.as_object().unwrap().clone();
        Value::Object(fields.into_iter().filter(|_| self.lot.below(3) == 0).collect())
    }

    fn source(&mut self, system: &str) -> Value {
        match self.lot.below(3) {
            0 => json!({ "system": system, "reference": format!("{} {}", self.text(), self.lot.below(2)) }),
            _ => Value::Null,
        }
    }

    /// A path with the objects it names.
    pub fn filled(&mut self, route: &str) -> String {
        let name = match super::known::kind_of(route) {
            Some("feed-token") if route.contains("{token}") => format!("{}{}", super::operation::SECRET, self.id("feed-token")),
            Some(kind) if route.contains("{id}") => self.named(kind),
            _ => return route.to_owned(),
        };
        route.replace("{id}", &name).replace("{token}", &name)
    }
}

/// A word, as it stands in a path.
pub fn segment(text: &str) -> String {
    escaped(text).replace('/', "%2F")
}
