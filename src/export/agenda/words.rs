//! Words of the papers: texts of the language, names of bodies, days and times.

use std::collections::HashMap;

use chrono::TimeDelta;

use crate::{
    domain::{
        Instant,
        ids::OrganisationCode,
        organisation::{self, OrganisationKind},
        text::{RawText, SafeText},
        zone,
    },
    locale::{Texts, Value},
};

pub(in crate::export) struct Words<'a> {
    pub(super) texts: &'a Texts,
    names: HashMap<OrganisationCode, String>,
}

impl<'a> Words<'a> {
    pub(in crate::export) fn new(texts: &'a Texts) -> Self {
        // Bodies go by their abbreviation. Two municipalities may have one name: theirs stands with the code.
        let name = |one: organisation::Organisation| {
            let of_code = format!("{} ({})", one.name, one.code);
            (one.code, if one.kind == OrganisationKind::Municipality { of_code } else { one.name })
        };
        Self { texts, names: organisation::all().into_iter().map(name).collect() }
    }

    pub(super) fn get(&self, key: &str) -> SafeText {
        SafeText::line(&self.texts.get(&format!("paper-{key}")))
    }

    pub(super) fn with(&self, key: &str, values: &[(&str, Value)]) -> SafeText {
        SafeText::line(&self.texts.with(&format!("paper-{key}"), values))
    }

    /// A body, short: `UWV`, `Gemeente Utrecht (GM0344)`.
    pub(super) fn body(&self, code: &OrganisationCode) -> SafeText {
        let is_municipality = code.as_str().starts_with("GM");
        let name = self.names.get(code).filter(|_| is_municipality);
        SafeText::line(name.map_or(code.as_str(), String::as_str))
    }

    /// A body with its whole name.
    pub(super) fn body_in_full(&self, code: &OrganisationCode) -> SafeText {
        match self.names.get(code) {
            Some(name) if !name.contains(code.as_str()) => SafeText::line(&format!("{name} ({code})")),
            Some(name) => SafeText::line(name),
            None => SafeText::line(code.as_str()),
        }
    }

    /// Several bodies.
    pub(super) fn bodies<'b>(&self, codes: impl IntoIterator<Item = &'b OrganisationCode>) -> SafeText {
        let names: Vec<String> = codes.into_iter().map(|code| self.body(code).into_string()).collect();
        SafeText::line(&names.join(", "))
    }

    /// `do 26-11-2026`.
    pub(super) fn day(&self, at: Instant) -> String {
        self.texts.day(zone::date_of(at))
    }

    /// `13:30-14:00`; with the day where it is another than `day`, and with the time that holds when the clock changes.
    pub(super) fn span(&self, from: Option<Instant>, until: Option<Instant>, day: Option<Instant>) -> SafeText {
        let (Some(from), Some(until)) = (from, until) else { return self.get("no-time") };
        let known = day.map(zone::date_of);
        let clock = |at: Instant, known: Option<crate::domain::Date>| {
            let (hour, minute) = zone::hour_minute(at);
            let mut text = format!("{hour:02}:{minute:02}");
            if known != Some(zone::date_of(at)) {
                text = format!("{} {text}", self.day(at));
            }
            if offset(from) != offset(until) {
                let time = if offset(at) > TimeDelta::hours(1) { "summer-time" } else { "winter-time" };
                text = format!("{text} {}", self.get(time));
            }
            text
        };
        let (from, until) = (clock(from, known), clock(until, Some(zone::date_of(from))));
        let between = if until.contains(' ') { " – " } else { "–" };
        SafeText::line(&format!("{from}{between}{until}"))
    }

    /// A text, or that nothing was filled in.
    pub(super) fn or_empty(&self, text: &RawText) -> SafeText {
        if text.is_blank() { self.get("empty") } else { text.block() }
    }

    /// What is not blank, joined.
    pub(super) fn joined(&self, parts: &[&RawText]) -> SafeText {
        let parts: Vec<String> = parts.iter().filter(|part| !part.is_blank()).map(|part| part.line().into_string()).collect();
        SafeText::line(&parts.join(", "))
    }
}

/// By how much the clock in the Netherlands is ahead of UTC.
fn offset(at: Instant) -> TimeDelta {
    let (hour, minute) = zone::hour_minute(at);
    let shown = zone::date_of(at).and_hms_opt(hour, minute, 0);
    let utc = at.naive_utc();
    shown.map_or(TimeDelta::zero(), |shown| {
        let whole = (shown - utc).num_minutes();
        // Seconds of the moment are not shown.
        TimeDelta::minutes((whole + 5).div_euclid(15) * 15)
    })
}
