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
            ("POST", path::SIGNALS_LOOK_ALIKES_SEARCH) => {
                json!({ "title": self.text(), "account": self.text(), "municipality": "0344", "bodies": [self.body_code()] })
            }
            ("POST", path::SIGNAL_MERGE) => self.merge(),
            ("POST", path::SIGNAL_UNMERGE) => return None,
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
            ("POST", path::SIGNAL_REVEALS | path::CASE_REVEALS) => return None,
            ("POST", path::OFFICER_TAKE_BACK | path::MESSAGE_TAKE_BACK) => return None,
            ("POST", path::OFFICER_REPORT) => json!({ "reason": self.text() }),
            ("POST", path::DELIVERIES) => self.delivery(),
            ("POST", path::DELIVERIES_MERGER) => {
                let into = self.pick(&["0344", "0310"]);
                json!({ "from": ["0501"], "into": into, "on": "2026-11-16", "dryRun": self.lot.below(3) == 0 })
            }
            ("POST", path::DELIVERY_APPLY) => match self.lot.below(2) {
                0 => json!({}),
                _ if self.keen => json!({}),
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
            ("POST", path::TIME_OUT_EXTEND) if self.keen => json!({ "lastDay": "2026-12-06", "decidedOn": "2026-11-16" }),
            ("POST", path::TIME_OUT_RESUME) if self.keen => json!({ "from": "2026-11-20" }),
            ("POST", path::TIME_OUT_END) if self.keen => json!({ "from": "2026-11-20", "ending": "solution" }),
            ("POST", path::BRIDGING_SETTLE) if self.keen => json!({ "on": "2026-11-16", "settlement": self.text() }),
            ("POST", path::COMMITMENT_KEEP) if self.keen => json!({ "on": "2026-11-16", "evidence": self.text() }),
            ("POST", path::COMMITMENT_LAPSE) if self.keen => json!({ "on": "2026-11-16", "reason": self.text() }),
            ("POST", path::MORATORIUM_END) if self.keen => json!({ "from": "2026-12-01", "reason": self.text() }),
            ("PATCH", path::MORATORIUM) if self.keen => json!({ "conditions": self.text(), "reason": "nagekeken" }),
            ("PATCH", path::BRIDGING) if self.keen => json!({ "care": self.text(), "reason": "nagekeken" }),
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
                if !self.keen && self.lot.below(3) == 0 {
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
            ("POST", path::AUDIT_SEARCH | path::AUDIT_EXPORT) => {
                let result = self.pick(&["done", "refused", "failed"]);
                match self.lot.below(4) {
                    0 => json!({}),
                    1 => json!({ "object": self.signal() }),
                    2 => json!({ "verb": "signal.read", "from": self.day() }),
                    _ => json!({ "result": result, "limit": 5 }),
                }
            }
            ("POST", path::ADMINISTRATOR_CONFIRM) => json!({}),
            ("POST", path::EMERGENCY_ACCESS_REVIEW) => {
                json!({ "verdict": self.pick(&["justified", "unjustified"]), "reason": self.text() })
            }
            ("POST", path::AUDIT_LOOKED) => json!({ "seq": 0 }),
            ("POST", path::DESTRUCTIONS) => {
                let number = self.pick(&["S-2026-00001", "S-2026-00002", "S-2020-00001", "x"]);
                json!({ "numbers": [number], "reason": self.text() })
            }
            ("POST", path::DESTRUCTION_CONFIRM) => {
                self.of_known("destruction", |seen| json!({ "hash": seen["item"]["proposal"]["hash"] }))
            }
            ("POST", path::DESTRUCTION_REJECT | path::DESTRUCTION_WITHDRAW) => json!({ "reason": self.text() }),
            ("POST", path::EXPORTS) => {
                let selection = match self.lot.below(3) {
                    0 => json!({ "numbers": [self.pick(&["S-2026-00001", "S-2026-00002", "S-2020-00001", "x"])] }),
                    1 => json!({ "receivedFrom": "2026-01-01", "receivedTo": "2026-12-31" }),
                    _ => json!({ "receivedFrom": "2026-01-01", "receivedTo": "2026-12-31", "statuses": ["received", "closed"] }),
                };
                let facts = json!({
                    "purpose": self.text(), "recipient": "onderzoeker", "basis": "public-task", "law": "Wet, artikel 1",
                    "destroyBy": if self.keen { "2026-12-31".to_owned() } else { self.day() }
                });
                json!({ "facts": facts, "selection": selection })
            }
            ("POST", path::EXPORT_CONFIRM) => self.of_known("export", |seen| json!({ "hash": seen["item"]["proposal"]["hash"] })),
            ("POST", path::EXPORT_REJECT | path::EXPORT_WITHDRAW) => json!({ "reason": self.text() }),
            ("POST", path::HOLDINGS_SEARCH) => json!({ "reference": self.signal() }),
            // Nobody signs in here with a password.
            ("POST", path::SIGN_IN) => json!({ "name": self.text(), "password": self.text(), "code": "000000" }),
            ("POST", path::SIGN_IN_BEGIN_SET_UP) => json!({ "name": self.text(), "secret": self.text() }),
            ("POST", path::SIGN_IN_SET_UP) => {
                json!({ "name": self.text(), "secret": self.text(), "password": self.text(), "code": "000000" })
            }
            ("PUT", path::PRESENCE) => {
                let window = format!("00000000-0000-7000-8000-{:012x}", self.lot.below(20));
                let doing = self.pick(&["looking", "editing"]);
                match self.lot.below(6) {
                    0 => json!({ "window": window }),
                    _ => json!({ "window": window, "object": self.id("signal"), "doing": doing }),
                }
            }
            (method, route)
                if route.starts_with("/v1/cases")
                    || route == path::REPORTS
                    || route.ends_with("/shares")
                    || route == path::SHARE_END
                    || route == path::SIGNAL_MESSAGES
                    || route.starts_with("/v1/messages") =>
            {
                self.case_body(method, route)
            }
            (method, route) => self.meeting_body(method, route),
        };
        Some(body)
    }

    fn new_signal(&mut self) -> Value {
        let mut body = samples::full_signal();
        let facts = body["facts"].clone();
        body["facts"] = self.some_of(facts);
        body["facts"]["title"] = self.text().into();
        if self.lot.below(2) == 0 {
            body["facts"]["municipality"] = self.municipality().into();
        }
        if self.keen || self.lot.below(2) == 0 {
            body["facts"]["decisions"] = json!([samples::decision(&format!("B-{}", self.lot.below(1_000_000)))]);
        }
        if self.lot.below(2) == 0 {
            body["facts"]["bodies"] = json!([{ "organisation": self.body_code(), "position": self.text() }]);
        }
        if self.lot.below(3) == 0 {
            body["facts"]["threats"] = json!([{ "what": self.text(), "on": self.day() }]);
        }
        body["facts"]["urgency"] = self.urgency().into();
        if self.keen {
            body["facts"]["urgencyReason"] = "om de datum".into();
            body["facts"]["municipality"] = "0344".into();
        }
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
        if self.keen {
            return match kind {
                0 => json!({ "status": "triage" }),
                1 => json!({ "urgency": "crisis", "urgencyReason": self.text() }),
                _ => json!({ "title": self.text(), "labels": [self.text(), self.text()], "household": "H-7K2F" }),
            };
        }
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
        let rows: Vec<Value> =
            (0..1 + self.lot.below(3)).map(|at| json!({ "line": 2 + at, "facts": self.officer_facts() })).collect();
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
            let case = if self.keen { cases[cases.len() - 1].clone() } else { self.pick(&cases) };
            body["signal"] = case["id"].clone();
            body["decision"] = case["facts"]["decisions"][0].clone();
        }
        body["emergency"] = (!self.keen && self.lot.below(4) == 0).into();
        body
    }

    /// A body made of what was seen of an object of a kind.
    pub fn of_known(&mut self, kind: &str, told: impl Fn(&Value) -> Value) -> Value {
        let all = self.known.all(kind).to_vec();
        // Mostly of what was seen last: that is what is worked on.
        let back = if self.keen { 0 } else { self.lot.below(3) as usize };
        let at = all.len().saturating_sub(1 + back);
        all.get(at).map_or(json!({}), |object| told(&object.value))
    }

    /// Some of the fields.
    pub fn some_of(&mut self, all: Value) -> Value {
        let fields = all.as_object().unwrap().clone();
        Value::Object(fields.into_iter().filter(|_| self.lot.below(3) == 0).collect())
    }

    /// Where it came from, now and then.
    pub fn source(&mut self, system: &str) -> Value {
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
            Some(_) if route.contains("{number}") => self.number(),
            _ => return route.to_owned(),
        };
        route.replace("{id}", &name).replace("{token}", &name).replace("{number}", &name)
    }
}

/// A word, as it stands in a path.
pub fn segment(text: &str) -> String {
    escaped(text).replace('/', "%2F")
}
