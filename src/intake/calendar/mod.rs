//! Meetings from a calendar file (RFC 5545): when, where and how to get in. Every event is read or told apart, with the line on
//! which it begins. Who was invited is not read: nobody comes into loket by way of a calendar.
//!
//! Read here and not by `icalendar` (text only: no charsets, no lines of faults; brings a second nom) nor `calcard` (no lines of
//! faults, and four crates that write mail and JSCalendar). What comes back is worked out by `domain::recurrence`.

mod line;
mod moment;
mod recurring;
#[cfg(test)]
mod tests;

use chrono::DateTime;
use chrono_tz::Tz;
use serde::Serialize;

use crate::{
    api::meeting::NewMeeting,
    domain::{
        Instant, check,
        meeting::{EventStamp, MeetingFacts, PAPERS_DAYS, Slot},
        signal::Source,
        text::RawText,
    },
};

use super::{
    Intake, Row,
    cell::without_nul,
    finding::{Finding, Reason},
};
use line::{Property, properties};
use moment::{after, moment_of};
use recurring::{Part, Recurring};

/// Largest calendar that is read, in bytes (10 MiB).
pub(super) const FILE_LIMIT: usize = 10 * 1024 * 1024;

/// Faults that are told of one file; reading stops there.
const MOST_FAULTS: usize = 1000;

/// What the UID of an event counts as.
const SYSTEM: &str = "calendar";

/// A meeting as a calendar has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRow {
    /// What the calendar calls it; loket keeps no name of a meeting.
    pub name: RawText,
    /// What is sent.
    pub new: NewMeeting,
}

impl MeetingRow {
    /// The UID of the event.
    pub(super) fn source(&self) -> Option<Source> {
        self.new.imported_from.clone()
    }
}

/// Reads every event. What comes back is brought in from `now` on, for two years.
pub(super) fn read(bytes: &[u8], now: Option<Instant>) -> Intake<MeetingRow> {
    let mut reading = Reading::default();
    let mut lines = properties(bytes).peekable();
    if !lines.peek().is_some_and(|(_, first)| first.as_ref().is_some_and(|first| first.is("BEGIN", "VCALENDAR"))) {
        return Intake::refused(Reason::NotACalendar);
    }
    for (line, property) in lines {
        if reading.intake.faults.len() >= MOST_FAULTS {
            reading.intake.faults.push(Finding::new(line, None, Reason::TooManyBroken));
            return reading.intake;
        }
        if let Some(property) = property {
            reading.take(line, property);
        }
    }
    reading.cut_off();
    let Reading { mut intake, recurring, .. } = reading;
    recurring.bring_in(now, &mut intake);
    if intake.rows.is_empty() && intake.faults.is_empty() && intake.remarks.is_empty() {
        intake.faults.push(Finding::of_file(Reason::Empty));
    }
    intake
}

struct Reading {
    intake: Intake<MeetingRow>,
    /// The whole calendar tells that something does not go on.
    cancels: bool,
    event: Option<Event>,
    recurring: Recurring,
}

impl Default for Reading {
    fn default() -> Self {
        let intake = Intake { rows: vec![], faults: vec![], remarks: vec![], repeated: vec![] };
        Self { intake, cancels: false, event: None, recurring: Recurring::default() }
    }
}

/// What an event said so far.
#[derive(Default)]
struct Event {
    /// The line on which it begins.
    line: u64,
    /// Components inside it (alarms) that are open.
    inside: usize,
    uid: String,
    summary: String,
    location: String,
    /// The address of a video meeting, and the plain address of the event.
    video: [String; 2],
    start: Option<Property>,
    end: Option<Property>,
    length: Option<String>,
    /// How often it was changed, and when it was written down.
    stamp: EventStamp,
    /// Rules, moments besides and moments left out, and the moment that this one stands for.
    recurs: Vec<Property>,
    is_cancelled: bool,
}

impl Reading {
    fn take(&mut self, line: u64, property: Property) {
        let starts_event = property.is("BEGIN", "VEVENT");
        if starts_event || property.is("END", "VCALENDAR") {
            self.cut_off();
        }
        match &mut self.event {
            _ if starts_event => self.event = Some(Event { line, ..Event::default() }),
            Some(_) if property.is("END", "VEVENT") => {
                if let Some(event) = self.event.take() {
                    self.finish(event);
                }
            }
            Some(event) if property.name == "BEGIN" => event.inside += 1,
            Some(event) if property.name == "END" => event.inside = event.inside.saturating_sub(1),
            Some(event) if event.inside == 0 => event.take(property),
            None if property.name == "METHOD" => self.cancels |= property.is("METHOD", "CANCEL"),
            _ => {}
        }
    }

    /// An event that is open has no end any more.
    fn cut_off(&mut self) {
        if let Some(event) = self.event.take() {
            let name = event.name();
            self.intake.faults.push(Finding::new(event.line, None, Reason::EventNotClosed { name }));
        }
    }

    fn finish(&mut self, event: Event) {
        let line = event.line;
        let remarks = &mut self.intake.remarks;
        match event.read(self.cancels, remarks) {
            Ok((slot, _)) if event.recurs.is_empty() => match event.row(slot, event.uid.trim(), remarks) {
                Ok(value) => self.intake.rows.push(Row { line, value }),
                Err(faults) => self.intake.faults.extend(faults),
            },
            Ok((slot, zone)) => self.intake.faults.extend(self.recurring.keep(Part { event, slot, zone })),
            Err(faults) => {
                // One that is cancelled or broken leaves its place in the series empty.
                self.recurring.leave_out(&event);
                self.intake.faults.extend(faults);
            }
        }
    }
}

impl Event {
    fn take(&mut self, property: Property) {
        let first = |text: &mut String, said: String| {
            if text.is_empty() {
                *text = said;
            }
        };
        match property.name.as_str() {
            "UID" => first(&mut self.uid, property.text()),
            "SUMMARY" => first(&mut self.summary, property.text()),
            "LOCATION" => first(&mut self.location, property.text()),
            "CONFERENCE" | "X-GOOGLE-CONFERENCE" | "X-MICROSOFT-SKYPETEAMSMEETINGURL" => {
                first(&mut self.video[0], property.value);
            }
            "URL" => first(&mut self.video[1], property.value),
            "DTSTART" => self.start = self.start.take().or(Some(property)),
            "DTEND" => self.end = self.end.take().or(Some(property)),
            "SEQUENCE" => self.stamp.sequence = property.value.parse().unwrap_or(self.stamp.sequence),
            "DTSTAMP" => self.stamp.written_at = moment_of(&property, "").ok().map(|(moment, _)| moment.to_utc()),
            "DURATION" => self.length = self.length.take().or(Some(property.value)),
            "RRULE" | "RDATE" | "EXDATE" | "EXRULE" | "RECURRENCE-ID" => self.recurs.push(property),
            "STATUS" => self.is_cancelled |= property.is("STATUS", "CANCELLED"),
            _ => {}
        }
    }

    /// What to call it in a message.
    fn name(&self) -> String {
        [&self.summary, &self.uid].into_iter().find(|name| !name.trim().is_empty()).map_or_else(String::new, |name| line_of(name))
    }

    /// When it is, and the zone whose clock it goes by.
    fn read(&self, cancels: bool, remarks: &mut Vec<Finding>) -> Result<(Slot, Tz), Vec<Finding>> {
        let (line, name) = (self.line, self.name());
        let refused = |column: &str, reason| vec![Finding::new(line, Some(column), reason)];
        if self.uid.trim().is_empty() {
            return Err(refused("UID", Reason::Required));
        }
        if [&self.uid, &self.summary, &self.location].iter().any(|text| text.contains('\u{fffd}')) {
            return Err(vec![Finding::new(line, None, Reason::Unreadable)]);
        }
        if cancels || self.is_cancelled {
            return Err(refused("STATUS", Reason::EventCancelled { name }));
        }
        self.slot(&name, remarks)
    }

    /// The meeting in a slot, known by a reference.
    fn row(&self, slot: Slot, reference: &str, remarks: &mut Vec<Finding>) -> Result<MeetingRow, Vec<Finding>> {
        let line = self.line;
        let [video, address] = &self.video;
        let mut said = |column: &str, text: &str| {
            let (text, count) = without_nul(&line_of(text));
            if count > 0 {
                remarks.push(Finding::new(line, Some(column), Reason::NulReplaced { count }));
            }
            RawText::from(text)
        };
        let facts = MeetingFacts {
            slots: vec![slot],
            place: said("LOCATION", &self.location),
            video: said("URL", if video.is_empty() { address } else { video }),
            chair: RawText::default(),
            secretary: RawText::default(),
            confidentiality: RawText::default(),
            papers_days: PAPERS_DAYS,
        };
        let source = Source { system: SYSTEM.into(), reference: said("UID", reference) };
        let mut found = check::meeting_facts(&facts, "/facts");
        found.extend(check::source(&source, "/importedFrom"));
        let fault = |found: check::Finding| {
            let reason = match found.code {
                "too-long" => Reason::TooLong { most: found.value },
                "out-of-range" => Reason::OutOfRange { range: found.value },
                code => Reason::NotTaken { code: code.into() },
            };
            Finding::new(line, column_of_pointer(&found.at), reason)
        };
        if !found.is_empty() {
            return Err(found.into_iter().map(fault).collect());
        }
        let stamp = Some(self.stamp).filter(|stamp| *stamp != EventStamp::default());
        let new = NewMeeting { number: None, far_number: false, facts, imported_from: Some(source), stamp };
        Ok(MeetingRow { name: self.name().into(), new })
    }

    fn slot(&self, name: &str, remarks: &mut Vec<Finding>) -> Result<(Slot, Tz), Vec<Finding>> {
        let line = self.line;
        let mut has_zone = true;
        let mut read = |column: &'static str, property: &Property| -> Result<DateTime<Tz>, Vec<Finding>> {
            let (moment, zoned) = moment_of(property, name).map_err(|reason| vec![Finding::new(line, Some(column), reason)])?;
            has_zone &= zoned;
            Ok(moment)
        };
        let name = || name.to_owned();
        let start = self
            .start
            .as_ref()
            .ok_or_else(|| vec![Finding::new(line, Some("DTSTART"), Reason::EventWithoutTimes { name: name() })])?;
        let begins = read("DTSTART", start)?;
        let starts_at = begins.to_utc();
        let ends_at = match (&self.end, &self.length) {
            (Some(end), _) => read("DTEND", &end.in_zone_of(start))?.to_utc(),
            (None, Some(length)) => after(starts_at, length).ok_or_else(|| {
                let reason = Reason::NoSuchMoment { name: name(), value: length.clone() };
                vec![Finding::new(line, Some("DURATION"), reason)]
            })?,
            (None, None) => return Err(vec![Finding::new(line, Some("DTEND"), Reason::EventWithoutEnd { name: name() })]),
        };
        if !has_zone {
            remarks.push(Finding::new(line, Some("DTSTART"), Reason::NoZone { name: name() }));
        }
        Ok((Slot { starts_at, ends_at }, begins.timezone()))
    }
}

/// A text on one line.
fn line_of(text: &str) -> String {
    text.split(['\r', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The property a fault of the server is about.
pub fn column_of_pointer(pointer: &str) -> Option<&'static str> {
    const PROPERTIES: &[(&str, &str)] = &[
        ("/importedFrom", "UID"),
        ("/facts/place", "LOCATION"),
        ("/facts/video", "URL"),
        ("/facts/slots/0/endsAt", "DTEND"),
        ("/facts/slots", "DTSTART"),
    ];
    PROPERTIES.iter().find(|(start, _)| pointer.starts_with(start)).map(|(_, property)| *property)
}
