//! A calendar of whole days (RFC 5545): texts escaped, lines folded at 75 octets between characters, ended by CR LF. The same
//! events give the same bytes, whenever they are asked for.

use chrono::{NaiveDate, SecondsFormat, Utc};
use uuid::Uuid;

use crate::domain::{Instant, text::SafeText};

/// Octets in a line, without its end.
const LINE: usize = 75;

/// A day to go by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What it is about: a calendar that knows the id changes its event.
    pub id: Uuid,
    /// The day.
    pub on: NaiveDate,
    /// When it last changed.
    pub changed_at: Instant,
    /// Raised by every change.
    pub sequence: u32,
    /// One line.
    pub summary: SafeText,
    /// More, in lines.
    pub description: Vec<SafeText>,
    /// Days before it on which a calendar reminds of it, at nine in the morning of whoever keeps the calendar.
    pub reminders: Vec<NaiveDate>,
}

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Its name.
    pub name: SafeText,
    /// What it holds and why; empty: that is not said.
    pub about: SafeText,
    /// Its events.
    pub events: Vec<Event>,
}

impl Calendar {
    /// The whole file.
    pub fn write(&self) -> String {
        let mut out = String::new();
        line(&mut out, "BEGIN:VCALENDAR");
        line(&mut out, "VERSION:2.0");
        line(&mut out, concat!("PRODID:-//loket//loket ", env!("CARGO_PKG_VERSION"), "//NL"));
        line(&mut out, "CALSCALE:GREGORIAN");
        line(&mut out, "METHOD:PUBLISH");
        property(&mut out, "NAME", [&self.name]);
        property(&mut out, "X-WR-CALNAME", [&self.name]);
        if !self.about.as_str().is_empty() {
            property(&mut out, "X-WR-CALDESC", [&self.about]);
        }
        line(&mut out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        line(&mut out, "X-PUBLISHED-TTL:PT1H");
        for event in &self.events {
            event.write(&mut out);
        }
        line(&mut out, "END:VCALENDAR");
        out
    }
}

impl Event {
    fn write(&self, out: &mut String) {
        let changed = instant(self.changed_at);
        line(out, "BEGIN:VEVENT");
        line(out, &format!("UID:{}@loket", self.id.hyphenated()));
        line(out, &format!("DTSTAMP:{changed}"));
        line(out, &format!("LAST-MODIFIED:{changed}"));
        line(out, &format!("SEQUENCE:{}", self.sequence.min(i32::MAX.unsigned_abs())));
        line(out, &format!("DTSTART;VALUE=DATE:{}", self.on.format("%Y%m%d")));
        if let Some(next) = self.on.succ_opt() {
            line(out, &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
        }
        property(out, "SUMMARY", [&self.summary]);
        if !self.description.is_empty() {
            property(out, "DESCRIPTION", &self.description);
        }
        // A day to go by takes nobody's time.
        line(out, "TRANSP:TRANSPARENT");
        for day in &self.reminders {
            self.remind(out, (self.on - *day).num_days());
        }
        line(out, "END:VEVENT");
    }
}

impl Event {
    /// An alarm that shows the summary (RFC 5545, 3.6.6), so many days before. A whole day begins at midnight: nine hours after
    /// that, so many days earlier.
    fn remind(&self, out: &mut String, days: i64) {
        if days < 1 {
            return;
        }
        line(out, "BEGIN:VALARM");
        line(out, "ACTION:DISPLAY");
        line(out, &format!("TRIGGER:-P{}DT15H", days - 1));
        property(out, "DESCRIPTION", [&self.summary]);
        line(out, "END:VALARM");
    }
}

/// `20261116T090000Z`.
pub(super) fn instant(at: Instant) -> String {
    let text = at.with_timezone(&Utc).to_rfc3339_opts(SecondsFormat::Secs, true);
    text.chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

pub(super) fn property<'a>(out: &mut String, name: &str, texts: impl IntoIterator<Item = &'a SafeText>) {
    let lines: Vec<String> = texts.into_iter().map(|text| escaped(text.as_str())).collect();
    line(out, &format!("{name}:{}", lines.join("\\n")));
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A content line, folded.
pub(super) fn line(out: &mut String, text: &str) {
    let mut used = 0;
    for c in text.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}
