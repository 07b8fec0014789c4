//! One entry of a timeline, in words.

use super::{
    canvas::{Span, apart},
    format,
    record::PROSE,
    theme::Theme,
};
use crate::{
    domain::{
        signal::{Entry, EntryKind, Signal},
        text::{RawText, SafeText},
    },
    locale::Texts,
    tui::app::{State, wrap::wrap},
};

/// One entry of the timeline: when, who, what; wrapped under itself.
pub fn entry_lines(state: &State, theme: &Theme, signal: &Signal, entry: &Entry, width: u16) -> Vec<Vec<Span>> {
    let texts = &state.texts;
    let when = format::moment(entry.at, state.today, texts);
    let who = entry.by_name.line().into_string();
    let what = entry_text(signal, entry, state);
    let (when_width, who_width) = (18, 14);
    let text_width = usize::from(width.min(PROSE + 20)).saturating_sub(when_width + who_width).max(20);
    let quiet =
        matches!(entry.kind, EntryKind::Change | EntryKind::Claim | EntryKind::Release | EntryKind::Received | EntryKind::Reveal)
            || entry.is_corrected(&signal.timeline);
    let style = if quiet { theme.dim() } else { theme.text() };
    let safe = SafeText::block(&what);
    wrap(safe.as_str(), text_width)
        .into_iter()
        .enumerate()
        .map(|(at, range)| {
            let (when, who) = if at == 0 { (when.as_str(), who.as_str()) } else { ("", "") };
            vec![
                (apart(when, when_width), theme.dim()),
                (apart(who, who_width), theme.dim()),
                (safe.as_str()[range].to_owned(), style),
            ]
        })
        .collect()
}

/// What an entry says, in words; from outside the desk, of which organisation; of a contact moment that was corrected, that it was.
pub fn entry_text(signal: &Signal, entry: &Entry, state: &State) -> String {
    let mut what = said(&state.texts, entry, state);
    if let Some(code) = &entry.organisation {
        let from = state.reference.body(code);
        what = state.texts.with("entry-from", &[("organisation", from.into()), ("what", what.into())]);
    }
    match entry.is_corrected(&signal.timeline) {
        true => state.texts.with("entry-corrected", &[("what", what.into())]),
        false => what,
    }
}

fn said(texts: &Texts, entry: &Entry, state: &State) -> String {
    match entry.kind {
        EntryKind::Contact => {
            let Some(contact) = &entry.contact else { return entry.text.block().into_string() };
            let mut text = texts.contact(contact);
            if contact.withdrawn {
                return text;
            }
            if !contact.agreed.is_blank() {
                let agreed = contact.agreed.block().into_string();
                let stop = if agreed.trim_end().ends_with(['.', '!', '?', '…']) { "" } else { "." };
                text = format!("{text} {}{stop}", agreed.trim_end());
            }
            if let Some(day) = contact.call_back_on {
                let day = format::at(format::date(day, state.today, texts), contact.call_back_at, texts);
                text = format!("{text} {}", texts.with("entry-call-back", &[("date", day.into())]));
            }
            text
        }
        EntryKind::Note => entry.text.block().into_string(),
        EntryKind::Received => texts.get("entry-received"),
        EntryKind::Claim => claim_text(texts, entry),
        EntryKind::Release => texts.get("entry-release"),
        EntryKind::Change => change_text(texts, entry),
        EntryKind::Reveal => texts.reveal(entry),
        EntryKind::Mail => texts.mail(entry),
        EntryKind::TimeOut
        | EntryKind::Moratorium
        | EntryKind::Bridging
        | EntryKind::Commitment
        | EntryKind::Agenda
        | EntryKind::Share
        | EntryKind::EmergencyAccess
        | EntryKind::Export
        | EntryKind::Merge => texts.linked(entry).unwrap_or_else(|| entry.text.block().into_string()),
    }
}

/// `op naam van M. Visser gezet`, or from whom it was taken over and why.
fn claim_text(texts: &Texts, entry: &Entry) -> String {
    let Some(from) = &entry.old else {
        return texts.with("entry-claim", &[("person", entry.by_name.line().into())]);
    };
    let values = [("name", from.line().as_str().into()), ("reason", entry.text.line().as_str().into())];
    texts.with(if entry.text.is_blank() { "entry-taken-over" } else { "entry-taken-over-because" }, &values)
}

/// `urgentie: normaal → hoog`, with codes in words.
fn change_text(texts: &Texts, entry: &Entry) -> String {
    let field = entry.text.raw();
    let key = format!("field-{field}");
    let name = if texts.has(&key) { texts.get(&key) } else { entry.text.line().into_string() };
    let value = |text: &Option<RawText>| {
        let text = text.as_ref()?;
        let key = format!("{field}-{}", text.raw());
        Some(if texts.has(&key) { texts.get(&key) } else { text.line().into_string() }).filter(|text| !text.is_empty())
    };
    match (value(&entry.old), value(&entry.new)) {
        (None, None) => texts.with("entry-changed", &[("field", name.into())]),
        (old, new) => format!("{name}: {} → {}", old.unwrap_or_else(|| "–".into()), new.unwrap_or_else(|| "–".into())),
    }
}
