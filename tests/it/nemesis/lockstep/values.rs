//! Texts, days, names and cursors by lot: mostly good ones, of every kind that stores have been known to order, fold or compare
//! otherwise.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use loket::api::path;
use serde_json::{Value, json};

use super::{
    bodies::segment,
    operation::{ACCOUNT, Drawer},
};
use crate::conformance::bad_values::ODD;

/// Texts as people write them; in another order in every language.
const TEXTS: [&str; 28] = [
    "Ontruiming",
    "ontruiming",
    "Özdemir",
    "ozdemir",
    "Zwart",
    "zwart",
    "de Boer",
    "Ångström",
    "Çelik",
    "Škoda",
    "IJsselstein",
    "ĳsbaan",
    "İstanbul",
    "ıssız",
    "Straße",
    "'s-Gravenhage",
    "100%",
    "a_b",
    "axb",
    "\\",
    "e\u{301}e\u{301}n",
    "één",
    "ﬁnanciën",
    "Ωμέγα",
    "юрист",
    "🏠 woning",
    " spatie vooraan",
    "1 \u{a0}2",
];

/// Words that are looked for.
const WORDS: [&str; 20] = [
    "ontruiming",
    "ONTRUI",
    "oz",
    "zw",
    "boer",
    "%",
    "_",
    "100%",
    "a_b",
    "\\",
    "\\%",
    "een",
    "é",
    "ij",
    "strasse",
    "financien",
    "S-2026",
    "uwv",
    "юр",
    "🏠",
];

impl Drawer {
    /// A text.
    pub fn text(&mut self) -> String {
        match self.lot.below(12) {
            0 => self.pick(&ODD).to_owned(),
            1..4 => format!("{} {}", self.pick(&TEXTS), self.pick(&TEXTS)),
            _ => self.pick(&TEXTS).to_owned(),
        }
    }

    /// What is typed to look for something.
    pub fn words(&mut self) -> String {
        let words: Vec<&str> = (0..=self.lot.below(2)).map(|_| self.pick(&WORDS)).collect();
        words.join(" ")
    }

    /// Something that fits nowhere.
    pub fn odd(&mut self) -> String {
        let known =
            ["", " ", "-1", "0", "99999999999999999999", "9223372036854775807", "null", "2026-02-30", ",", "me,none", "%00"];
        match self.lot.below(2) {
            0 => self.pick(&ODD).to_owned(),
            _ => self.pick(&known).to_owned(),
        }
    }

    /// A day near the story, and now and then one at the edge.
    pub fn day(&mut self) -> String {
        match self.lot.below(20) {
            0 => self.pick(&["2024-02-29", "1900-01-01", "9998-12-31", "2026-02-30"]).to_owned(),
            1..4 => format!("2027-{:02}-{:02}", 1 + self.lot.below(12), 1 + self.lot.below(28)),
            _ => format!("2026-{:02}-{:02}", 11 + self.lot.below(2), 1 + self.lot.below(30)),
        }
    }

    /// A day, or none.
    pub fn day_or_nothing(&mut self) -> serde_json::Value {
        if self.lot.below(3) == 0 { serde_json::Value::Null } else { self.day().into() }
    }

    /// The code of a body.
    pub fn body_code(&mut self) -> String {
        self.pick(&["UWV", "SVB", "DT", "CAK", "GM0344", "UWV"]).to_owned()
    }

    /// The code of a municipality.
    pub fn municipality(&mut self) -> &'static str {
        self.pick(&["0344", "0642", "0310", "0363", "9999"])
    }

    /// How urgent.
    pub fn urgency(&mut self) -> &'static str {
        self.pick(&["low", "normal", "high", "crisis"])
    }

    /// The id of an object of a kind: one that is known, mostly lately seen.
    pub fn id(&mut self, kind: &str) -> String {
        let all = self.known.all(kind);
        if all.is_empty() {
            return "018f0000-0000-7000-8000-000000000000".into();
        }
        let ids: Vec<String> = all.iter().rev().map(|object| object.id.clone()).collect();
        let among = if self.lot.below(2) == 0 { ids.len().min(4) } else { ids.len() };
        if self.keen { ids[0].clone() } else { self.pick(&ids[..among]) }
    }

    /// The signal that goes up in the one the path names: of a story the one before it.
    pub fn merge(&mut self) -> Value {
        let before = self.known.all("signal").iter().rev().nth(1).map(|object| object.id.clone());
        let from = before.filter(|_| self.keen).unwrap_or_else(|| self.id("signal"));
        json!({ "from": from, "fromVersion": self.known.version(&from) })
    }

    /// A case, by its id or in one of the ways of its number.
    pub fn signal(&mut self) -> String {
        match self.lot.below(6) {
            0 if !self.keen => {
                self.pick(&["S-2026-00001", "S-2", "3", "s-2026-00002", "S-2026-99999", "S-0000-00001"]).to_owned()
            }
            _ => self.id("signal"),
        }
    }

    /// What names an object in a path.
    pub fn named(&mut self, kind: &str) -> String {
        match (if self.keen { 24 } else { self.lot.below(24) }, kind) {
            (0, _) => self.uuid(),
            (1, _) => segment(&self.odd()),
            (2, _) => self.id(kind).to_uppercase(),
            (3, _) => self.id("signal"),
            (4..=7, "signal") => segment(&self.signal()),
            (4..=7, "meeting") => self.pick(&["LET-1", "LET-2", "let-3", "LET-60", "LET-0"]).to_owned(),
            (4..=7, "series") => self.pick(&["REEKS-1", "REEKS-2", "reeks-1"]).to_owned(),
            _ => self.id(kind),
        }
    }

    /// A cursor like this one, of which a part is another.
    pub fn forged(&mut self, real: &str) -> String {
        let Some(text) = URL_SAFE_NO_PAD.decode(real).ok().and_then(|bytes| String::from_utf8(bytes).ok()) else {
            return format!("{real}{}", self.odd());
        };
        let mut parts: Vec<String> = text.split('\u{1f}').map(str::to_owned).collect();
        let at = self.lot.below(parts.len() as u64) as usize;
        parts[at] = self.odd();
        URL_SAFE_NO_PAD.encode(parts.join("\u{1f}"))
    }

    /// A value of a parameter of a query.
    ///
    /// # Panics
    /// When the parameter is not here.
    pub fn asked_for(&mut self, route: &str, name: &str) -> String {
        match (route, name) {
            (_, "limit") => self.pick(&["1", "2", "3", "7", "50", "200", "0", "201", "-1", "x", "99999999999"]).into(),
            (_, "after") => {
                let walked = self.known.pages(route);
                match walked.is_empty() {
                    true => self.odd(),
                    false if self.lot.below(2) == 0 => self.pick(&walked).1,
                    false => {
                        let real = self.pick(&walked).1;
                        self.forged(&real)
                    }
                }
            }
            (path::CHANGES, "since") => {
                // One's own or another's: what may be seen is in it.
                let cursors = self.known.cursors.clone();
                if cursors.is_empty() { self.odd() } else { self.pick(&cursors).1 }
            }
            (_, "since" | "from" | "to" | "until" | "hardDateUntil") => self.day(),
            (_, "by") => self.pick(&["flow", "channel", "municipality", "article", "postcode"]).into(),
            (_, "row") => self.pick(&["whole", "phone", "other", "2026-11", "0-13", "x"]).into(),
            (_, "column") => self.pick(&["received", "closed", "open", "x"]).into(),
            (_, "sort") => self.pick(&["hard-date", "received-at", "urgency", "number"]).into(),
            (_, "order") => self.pick(&["asc", "desc"]).into(),
            (path::SIGNALS, "status") => {
                self.pick(&["open", "received", "triage", "closed,triage", "agreed,waiting,let", "bestaat niet"]).into()
            }
            (_, "urgency") => self.pick(&["crisis", "high", "low,normal", "normal"]).into(),
            (_, "municipality") => self.pick(&["0344", "0642,0310", "9999", "0363"]).into(),
            (_, "organisation" | "body" | "for") => {
                let one = self.body_code();
                if self.lot.below(3) == 0 { format!("{one},{}", self.body_code()) } else { one }
            }
            (_, "owner") => {
                let account = format!("{ACCOUNT}{}", self.lot.below(3));
                self.pick(&["me", "none", "me,none", account.as_str()]).to_owned()
            }
            (_, "attention") => self.pick(&["reported", "stale", "ending"]).into(),
            (_, "lane") => self.pick(&["overdue", "today", "this-week", "next-week", "later", "standing-still"]).into(),
            (_, "kind") => self.pick(&["objection", "norm", "threat,commitment", "law", "policy", "proposal"]).into(),
            (_, "signal") => self.signal(),
            (_, "state") => self.pick(&["open", "all", "proposed", "running", "ended", "closed", "passed"]).into(),
            (_, "only") => self.pick(&["new", "changed", "gone", "unchanged", "errors"]).into(),
            (_, "meeting") => self.pick(&["LET-1", "LET-2", "LET-60"]).into(),
            (_, "paper") => self.pick(&["agenda", "decisions", "pack", "item"]).into(),
            (_, "item") => self.id("agenda-item"),
            (_, "person") => self.id("invitation"),
            (_, "format") => self.pick(&["md", "md", "html", "txt", "txt", "ics", "pdf"]).into(),
            (_, "lang") => self.pick(&["nl", "en", "fr"]).into(),
            (_, "version") => self.pick(&["1", "2", "9", "0"]).into(),
            (_, "alarms") => self.pick(&["on", "off"]).into(),
            _ => panic!("{name} of {route} is new: say here what it may be"),
        }
    }
}
