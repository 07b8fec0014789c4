//! A slot of a meeting as an appointment (RFC 5545, sent as RFC 5546 says). One calendar object per slot and body: no body
//! learns who else comes, and none of a case. The id stays the same for meeting, slot and body, and the sequence counts up, so
//! that a calendar changes what it has instead of doubling it. Times are in UTC: midnight and the change of the clock are right
//! in every calendar.

use std::collections::BTreeMap;

use super::{
    File, Paper, Reader, Refused,
    reading::{self, Times},
    source::Source,
    words::Words,
};
use crate::{
    domain::{
        Instant,
        ids::{AgendaItemId, OrganisationCode},
        meeting::{Addressee, Entry, Invitation},
        text::{RawText, SafeText},
    },
    export::calendar::{instant, line, property},
};

/// A calendar object to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The slot, from 1.
    pub slot: u16,
    /// Does it take an earlier one back?
    pub is_cancelled: bool,
    /// Counts up: a calendar keeps what has the highest.
    pub sequence: u32,
    /// To whom it goes, and to nobody else: who is named in it.
    pub to: Vec<Addressee>,
    /// Who should get it and has no address to send to.
    pub without_address: Vec<Addressee>,
    /// The calendar object.
    pub file: File,
}

/// What is to be said to a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Publish,
    Request,
    /// The meeting does not go on.
    Cancel,
    /// The meeting goes on; whoever it goes to is not asked there any more.
    TakeBack,
}

impl Method {
    fn code(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel | Self::TakeBack => "CANCEL",
        }
    }

    fn is_cancel(self) -> bool {
        matches!(self, Self::Cancel | Self::TakeBack)
    }
}

/// What a reader has in a slot.
pub(super) struct Appointment {
    pub(super) slot: u16,
    /// What its id is made of, besides meeting and body.
    key: String,
    pub(super) sequence: u32,
    starts_at: Instant,
    ends_at: Instant,
    pub(super) items: Vec<Times>,
}

/// The sequence of what a version says. Every other number is left free: that a meeting does not go on comes after its last
/// version and before the next.
pub(super) fn sequence_of(version: u32) -> u32 {
    version.saturating_mul(2).min(i32::MAX.unsigned_abs() - 1)
}

/// All appointments of a reader, to look at in a calendar of one's own.
/// With an item, that one alone.
pub(super) fn published(source: &Source, reader: &Reader, paper: Paper, words: &Words<'_>) -> Result<String, Refused> {
    let wanted = match paper {
        Paper::Item(id) => vec![of_item(source, reader, id)?],
        Paper::Agenda | Paper::Decisions | Paper::Pack => appointments(source, reader)?,
    };
    let mut out = String::new();
    begin(&mut out, Method::Publish);
    property(&mut out, "NAME", [&words.get("calendar-name")]);
    for one in wanted {
        event(&mut out, source, reader.code(), &one, &[], Method::Publish, words);
    }
    line(&mut out, "END:VCALENDAR");
    Ok(out)
}

fn of_item(source: &Source, reader: &Reader, id: AgendaItemId) -> Result<Appointment, Refused> {
    let seen = reading::items(source, reader, Paper::Agenda)?;
    let times = seen.iter().map(|one| one.times).find(|times| times.item == id).ok_or(Refused::NoSuchItem)?;
    let (Some(starts_at), Some(ends_at)) = (times.starts_at, times.ends_at) else { return Err(Refused::NoTime) };
    let sequence = sequence_of(source.edition.number);
    Ok(Appointment { slot: times.slot, key: format!("item-{id}"), sequence, starts_at, ends_at, items: vec![times] })
}

/// The slots in which a reader has something to do. A body is asked from its first item to its last; the secretariat for the
/// whole slot.
pub(super) fn appointments(source: &Source, reader: &Reader) -> Result<Vec<Appointment>, Refused> {
    let mut slots: BTreeMap<u16, Vec<Times>> = BTreeMap::new();
    for seen in reading::items(source, reader, Paper::Agenda)? {
        slots.entry(seen.times.slot).or_default().push(seen.times);
    }
    let facts = &source.edition.content.facts;
    let sequence = sequence_of(source.edition.number);
    if *reader == Reader::Secretariat {
        let all = facts.slots.iter().zip(1..).map(|(slot, number)| Appointment {
            slot: number,
            key: number.to_string(),
            sequence,
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            items: slots.remove(&number).unwrap_or_default(),
        });
        return Ok(all.collect());
    }
    let of_slot = |(slot, items): (u16, Vec<Times>)| {
        let starts_at = items.iter().filter_map(|one| one.starts_at).min()?;
        let ends_at = items.iter().filter_map(|one| one.ends_at).max()?;
        Some(Appointment { slot, key: slot.to_string(), sequence, starts_at, ends_at, items })
    };
    Ok(slots.into_iter().filter_map(of_slot).collect())
}

/// Who of a body is invited so for one of these items, each once.
pub(super) fn people(
    entries: &[Entry],
    code: &OrganisationCode,
    items: &[Times],
    is_so: impl Fn(&Invitation) -> bool,
) -> Vec<Addressee> {
    let of_items = entries.iter().filter(|entry| items.iter().any(|one| one.item == entry.item.id));
    let invitations = of_items.flat_map(|entry| &entry.invitations);
    let asked = invitations.filter(|one| is_so(one) && one.facts.organisation == *code);
    let mut people: Vec<Addressee> = asked
        .map(|one| Addressee { name: one.facts.name.clone(), function: one.facts.function.clone(), mail: one.facts.mail.clone() })
        .collect();
    people.sort_unstable();
    let mut once: Vec<Addressee> = Vec::with_capacity(people.len());
    for person in people {
        if !once.iter().any(|known| known.is_same(&person)) {
            once.push(person);
        }
    }
    once
}

/// Nothing: nobody to send it to.
pub(super) fn object(
    source: &Source,
    code: &OrganisationCode,
    one: &Appointment,
    people: Vec<Addressee>,
    method: Method,
    words: &Words<'_>,
) -> Result<Option<Invited>, Refused> {
    if people.is_empty() {
        return Ok(None);
    }
    if address(&source.secretariat.mail).is_none() {
        return Err(Refused::NoOrganiser);
    }
    let (to, without_address): (Vec<_>, Vec<_>) = people.into_iter().partition(|person| address(&person.mail).is_some());
    let mut out = String::new();
    begin(&mut out, method);
    event(&mut out, source, Some(code), one, &to, method, words);
    line(&mut out, "END:VCALENDAR");
    let number = source.edition.content.number.as_i64();
    let (whose, version, slot) = (super::named(code), super::version(source), one.slot);
    let kind = if method.is_cancel() { "cancel" } else { "invitation" };
    let file = File {
        name: format!("let-{number}-{kind}-{whose}-{slot}-{version}.ics"),
        content_type: match method {
            Method::Cancel | Method::TakeBack => "text/calendar; charset=utf-8; method=CANCEL",
            Method::Publish | Method::Request => "text/calendar; charset=utf-8; method=REQUEST",
        },
        bytes: out.into_bytes(),
    };
    Ok(Some(Invited { slot, is_cancelled: method.is_cancel(), sequence: one.sequence, to, without_address, file }))
}

fn begin(out: &mut String, method: Method) {
    line(out, "BEGIN:VCALENDAR");
    line(out, "VERSION:2.0");
    line(out, concat!("PRODID:-//loket//loket ", env!("CARGO_PKG_VERSION"), "//NL"));
    line(out, "CALSCALE:GREGORIAN");
    line(out, &format!("METHOD:{}", method.code()));
}

fn event(
    out: &mut String,
    source: &Source,
    code: Option<&OrganisationCode>,
    one: &Appointment,
    to: &[Addressee],
    method: Method,
    words: &Words<'_>,
) {
    let facts = &source.edition.content.facts;
    let number = source.edition.content.number.to_string();
    let whose = code.map_or_else(|| "all".to_owned(), super::named);
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}-{}-{whose}@loket", source.edition.meeting.0.hyphenated(), one.key));
    line(out, &format!("DTSTAMP:{}", instant(source.made_at)));
    line(out, &format!("SEQUENCE:{}", one.sequence));
    line(out, &format!("DTSTART:{}", instant(one.starts_at)));
    line(out, &format!("DTEND:{}", instant(one.ends_at)));
    let is_open = !method.is_cancel() && !source.is_sent(Paper::Agenda);
    let key = match (source.draft, is_open) {
        (true, _) => "calendar-summary-draft",
        (false, true) => "calendar-summary-unsent",
        (false, false) => "calendar-summary",
    };
    property(out, "SUMMARY", [&words.with(key, &[("number", number.as_str().into())])]);
    if !facts.place.is_blank() {
        property(out, "LOCATION", [&facts.place.line()]);
    }
    property(out, "DESCRIPTION", &description(source, one, method, words));
    if let Some(mail) = address(&source.secretariat.mail) {
        line(out, &format!("ORGANIZER{}:mailto:{mail}", named(&source.secretariat.name)));
    }
    for person in to {
        let Some(mail) = address(&person.mail) else { continue };
        let asks = ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE";
        let asks = if method.is_cancel() { "" } else { asks };
        line(out, &format!("ATTENDEE{asks}{}:mailto:{mail}", named(&person.name)));
    }
    let status = match (method.is_cancel() || !source.goes_on, source.draft || is_open) {
        (true, _) => "CANCELLED",
        (_, true) => "TENTATIVE",
        (_, false) => "CONFIRMED",
    };
    line(out, &format!("STATUS:{status}"));
    line(out, "CLASS:PRIVATE");
    line(out, "END:VEVENT");
}

/// The reader's own items with their times, by number alone.
fn description(source: &Source, one: &Appointment, method: Method, words: &Words<'_>) -> Vec<SafeText> {
    match method {
        Method::Cancel => return vec![words.get("calendar-cancelled")],
        Method::TakeBack => return vec![words.get("calendar-taken-back")],
        Method::Publish | Method::Request => {}
    }
    let item = |times: &Times| {
        let when = words.span(times.starts_at, times.ends_at, Some(one.starts_at));
        words.with("calendar-item", &[("item", times.number.into()), ("when", when.into())])
    };
    let mut lines: Vec<SafeText> = one.items.iter().map(item).collect();
    let video = &source.edition.content.facts.video;
    if !video.is_blank() {
        lines.push(video.line());
    }
    lines
}

/// The name as a parameter: quoted, with what cannot stand in quotes written as RFC 6868 has it.
fn named(name: &RawText) -> String {
    if name.is_blank() {
        return String::new();
    }
    let mut out = String::from(";CN=\"");
    for c in name.line().as_str().chars() {
        match c {
            '^' => out.push_str("^^"),
            '"' => out.push_str("^'"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// An address as it may stand behind `mailto:`; nothing: it is none.
fn address(mail: &RawText) -> Option<String> {
    let mail = mail.raw().trim();
    let (name, host) = mail.split_once('@')?;
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[]\\,;:\"@".contains(c);
    if name.is_empty() || host.is_empty() || !name.chars().chain(host.chars()).all(is_plain) {
        return None;
    }
    let mut out = String::with_capacity(mail.len());
    for byte in mail.bytes() {
        if byte.is_ascii_alphanumeric() || b"@.-_+~!$'*=".contains(&byte) {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}
