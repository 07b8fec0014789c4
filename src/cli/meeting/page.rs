//! A meeting and a fixed version on a page: when, where, who, and what happened to it.

use crate::{
    api::meeting::{EditionDetail, MeetingDetail},
    cli::call::{Call, Stop},
    domain::{
        Instant,
        meeting::{Cancellation, Difference, Meeting, MeetingFacts, MeetingMoveKind, MeetingState},
        text::{RawText, SafeText},
        zone,
    },
    locale::Texts,
};

/// Prints a meeting.
pub(in crate::cli) fn meeting(call: &mut Call, found: &MeetingDetail, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let text = page(found, &call.texts);
    call.print_block(&text)
}

/// A time on the clock in the Netherlands.
pub(in crate::cli) fn clock(at: Option<Instant>) -> String {
    at.map_or_else(
        || "–".into(),
        |at| {
            let (hour, minute) = zone::hour_minute(at);
            format!("{hour:02}:{minute:02}")
        },
    )
}

/// From one time to another.
pub(super) fn span(from: Instant, until: Instant) -> String {
    format!("{}-{}", clock(Some(from)), clock(Some(until)))
}

fn page(found: &MeetingDetail, texts: &Texts) -> String {
    let item = &found.item;
    let mut lines = Lines { texts, lines: vec![] };
    lines.field("number", item.number.to_string());
    lines.field("id", item.id.to_string());
    lines.field("state", state(item, texts));
    if let Some(cancelled) = &item.cancellation {
        let day = texts.day(zone::date_of(cancelled.at));
        lines.field("cancelled", format!("{day} {}: {}", cancelled.by_name.line(), cancelled.reason.line()));
        lines.field("went", went(cancelled, texts));
    }
    facts(&mut lines, &item.facts);
    lines.field("series", item.series.map(|of| of.number.to_string()).unwrap_or_default());
    lines.field("papers", found.papers_due_on.map(|day| texts.day(day)).unwrap_or_default());
    for edition in &found.editions {
        let day = texts.day(zone::date_of(edition.fixed_at));
        let why = if edition.reason.is_blank() { String::new() } else { format!(" ({})", edition.reason.line()) };
        lines.field("version", format!("{}  {day} {}{why}  {}", edition.number, edition.fixed_by_name.line(), edition.id));
    }
    for sent in item.moves.iter().filter(|one| one.kind == MeetingMoveKind::Confirmed) {
        let Some(action) = sent.action else { continue };
        let values = [
            ("what", texts.get(&format!("confirmed-action-{action}")).into()),
            ("version", i64::from(sent.edition.unwrap_or_default()).into()),
            ("day", texts.day(zone::date_of(sent.at)).into()),
            ("who", sent.by_name.line().into()),
        ];
        lines.field("sent", texts.with("cli-meeting-sent", &values));
    }
    if let Some(changes) = found.changes.as_ref().filter(|changes| found.changed_since_fixed && !changes.is_empty()) {
        lines.field("changes", differs(changes, texts));
    }
    if !found.nobody_at.is_empty() {
        let bodies: Vec<String> = found.nobody_at.iter().map(ToString::to_string).collect();
        lines.field("nobody-at", texts.with("cli-meeting-nobody-at", &[("bodies", bodies.join(", ").into())]));
    }
    if let Some(waits) = &found.confirmation {
        let day = texts.day(zone::date_of(waits.expires_at));
        let action = texts.get(&format!("confirmed-action-{}", waits.action));
        lines.field("pending", format!("{action}, {}, {day}", waits.proposed_by_name.line()));
    }
    lines.lines.join("\n")
}

/// Where it stands, with what of a fixed agenda is not told by that: it was sent, or changed since.
fn state(meeting: &Meeting, texts: &Texts) -> String {
    let fixed = meeting.edition.filter(|_| meeting.state == MeetingState::Fixed);
    match fixed {
        Some(edition) if meeting.changed_since_fixed() => {
            texts.with("cli-meeting-state-changed", &[("version", i64::from(edition.number).into())])
        }
        Some(edition) if edition.sent => texts.get("cli-meeting-state-sent"),
        Some(_) => texts.get("cli-meeting-state-unsent"),
        None => texts.get(&format!("meeting-state-{}", meeting.state)),
    }
}

/// A fixed version: its items, and what differs from the one before.
pub(super) fn edition(found: &EditionDetail, texts: &Texts) -> String {
    let edition = &found.item;
    let mut lines = Lines { texts, lines: vec![] };
    lines.field("number", edition.content.number.to_string());
    lines.field("version", edition.number.to_string());
    lines.field("fixed", format!("{} {}", texts.day(zone::date_of(edition.fixed_at)), edition.fixed_by_name.line()));
    facts(&mut lines, &edition.content.facts);
    for one in &edition.content.items {
        let number = one.item.signal_number.map(|number| number.short()).unwrap_or_default();
        let (start, title) = (clock(one.times.starts_at), one.item.facts.title.line());
        lines.field("item", format!("{:>2}  {start}  {:>3} min  {number} {title}", one.times.number, one.item.facts.minutes));
    }
    lines.field("changes", found.changes.as_ref().map(|changes| differs(changes, texts)).unwrap_or_default());
    lines.lines.join("\n")
}

fn facts(lines: &mut Lines<'_>, facts: &MeetingFacts) {
    for slot in &facts.slots {
        let day = lines.texts.day(zone::date_of(slot.starts_at));
        lines.field("time", format!("{day} {}", span(slot.starts_at, slot.ends_at)));
    }
    lines.held(facts.held());
}

/// Where the cases of a cancelled meeting went: `2 naar LET-49`.
pub(super) fn went(cancelled: &Cancellation, texts: &Texts) -> String {
    let to = cancelled.to_number.map_or_else(|| "none".to_owned(), |number| number.to_string());
    texts.with("cli-meeting-went", &[("count", cancelled.went.len().into()), ("to", to.into())])
}

/// How many of each are different, in words.
fn differs(changes: &Difference, texts: &Texts) -> String {
    texts.with(
        "cli-meeting-differs",
        &[
            ("added", changes.added.len().into()),
            ("removed", changes.removed.len().into()),
            ("moved", changes.moved.len().into()),
            ("changed", changes.changed.len().into()),
            ("meeting", changes.meeting.len().into()),
        ],
    )
}

pub(super) struct Lines<'a> {
    pub(super) texts: &'a Texts,
    pub(super) lines: Vec<String>,
}

impl Lines<'_> {
    /// How a meeting, or those of a series, are held.
    pub(super) fn held(&mut self, held: [(&str, &RawText); 5]) {
        held.into_iter().for_each(|(name, text)| self.field(name, text.line().into_string()));
    }

    pub(super) fn field(&mut self, name: &str, value: String) {
        if !value.trim().is_empty() {
            let name = self.texts.get(&format!("cli-meeting-column-{name}"));
            self.lines.push(format!("{name:20} {}", SafeText::line(value.trim())));
        }
    }
}
