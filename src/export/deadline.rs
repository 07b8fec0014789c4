//! A row of the deadline board as an event of a calendar: number, kind, time, body and article. No title, no label and no name: a
//! calendar lies on servers and screens of others.

use super::Event;
use crate::{
    domain::{
        Instant,
        deadline::{Deadline, marks::ahead},
        text::SafeText,
    },
    locale::Texts,
};

/// The event of a deadline. `sequence` grows with every change of it.
pub fn event_of(deadline: &Deadline, texts: &Texts, changed_at: Instant, sequence: u32) -> Event {
    let kind = texts.get(&format!("deadline-kind-{}", deadline.kind.code().replace('_', "-")));
    let body = deadline.body.as_ref().map_or("", |body| body.as_str());
    let article = deadline.article.line();
    let mark = if deadline.uncertain || deadline.provisional { "?" } else { "" };
    let at = deadline.at.map(|at| at.to_string()).unwrap_or_default();
    let parts = [deadline.signal_number.to_string(), kind, at, body.to_owned(), article.into_string(), mark.to_owned()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let mut description = vec![];
    let mut say = |key: &str, values: &[(&str, crate::locale::Value)]| {
        description.push(SafeText::line(&texts.with(key, values)));
    };
    if deadline.end != deadline.safe_end {
        let days = [("safe", texts.day(deadline.safe_end).into()), ("end", texts.day(deadline.end).into())];
        say("calendar-both-ends", &days);
    }
    if let Some(until) = deadline.proposed_until {
        say("calendar-proposed", &[("day", texts.day(until).into())]);
    }
    if deadline.uncertain {
        say("calendar-uncertain", &[]);
    }
    if deadline.provisional {
        say("calendar-provisional", &[]);
    }
    Event {
        id: deadline.id.0,
        on: deadline.alarm_on,
        changed_at,
        sequence,
        summary: SafeText::line(&parts.join(" ")),
        description,
        reminders: ahead(deadline),
    }
}
