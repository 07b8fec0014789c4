//! What comes back in a calendar, as single meetings: the moments of its rules, without those left out, and with what the calendar
//! says otherwise about one of them. Each is known by the UID and the moment it stands for, so that it is found again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, TimeDelta};
use chrono_tz::Tz;

use super::{
    super::{
        Intake, Row,
        finding::{Finding, Reason},
    },
    Event, MeetingRow,
    line::Property,
    moment::{day_of, moment_of},
};
use crate::domain::{
    Date, Instant,
    meeting::Slot,
    recurrence::{self, Bounds, Said},
};

/// So far ahead it is brought in.
const AHEAD: Days = Days::new(2 * 366);
/// Meetings of one event, at most.
const MEETINGS_MOST: u16 = 200;
/// Events of a file that come back, at most.
const EVENTS_MOST: usize = 500;
/// Meetings of all events of a file that come back, at most.
const ALL_MOST: usize = 2000;

/// An event that comes back, or one time of it.
pub(super) struct Part {
    pub event: Event,
    pub slot: Slot,
    pub zone: Tz,
}

/// The moment that one time of an event stands for: by the clock, or by its day alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Moment(Instant),
    Day(Date),
}

impl Place {
    fn is(self, moment: DateTime<Tz>) -> bool {
        match self {
            Self::Moment(at) => at == moment.to_utc(),
            Self::Day(day) => day == moment.date_naive(),
        }
    }
}

/// Moments that a property lists, and days without a time.
type Listed = (Vec<DateTime<Tz>>, Vec<Date>);

/// Everything that comes back in a file.
#[derive(Default)]
pub(super) struct Recurring {
    /// Events with rules.
    whole: Vec<Part>,
    /// What is said otherwise about one time, by UID.
    single: BTreeMap<String, Vec<(Place, Option<Part>)>>,
    /// UIDs of events that change from a moment on: their rule would tell wrong days.
    refused: BTreeSet<String>,
    /// UIDs of events that come back and do not go on, or cannot be read (false): nothing of them is a meeting.
    gone: BTreeMap<String, bool>,
}

impl Recurring {
    /// Keeps an event until all are read; a fault when it cannot be understood.
    pub(super) fn keep(&mut self, part: Part) -> Option<Finding> {
        let (line, name) = (part.event.line, part.event.name());
        if self.whole.len() >= EVENTS_MOST {
            return Some(Finding::new(line, Some("RRULE"), Reason::EventTooOften { name }));
        }
        let unreadable = |column: &str| Some(Finding::new(line, Some(column), Reason::EventRecurring { name: name.clone() }));
        match part.event.recurs.iter().find(|property| property.name == "RECURRENCE-ID") {
            None if part.event.recurs.iter().any(|property| property.name == "EXRULE") => unreadable("EXRULE"),
            None => {
                self.whole.push(part);
                None
            }
            Some(id) => match place_of(id) {
                Some(place) if id.parameter("RANGE").is_none() => {
                    self.single.entry(part.event.uid.trim().to_owned()).or_default().push((place, Some(part)));
                    None
                }
                _ => {
                    self.refused.insert(part.event.uid.trim().to_owned());
                    unreadable("RECURRENCE-ID")
                }
            },
        }
    }

    /// This time of an event, or all of it, does not go on or cannot be read.
    pub(super) fn leave_out(&mut self, event: &Event) {
        let place = event.recurs.iter().find(|property| property.name == "RECURRENCE-ID").and_then(place_of);
        let uid = event.uid.trim().to_owned();
        if let Some(place) = place {
            self.single.entry(uid).or_default().push((place, None));
        } else if event.recurs.iter().any(|property| property.name == "RRULE") {
            self.gone.insert(uid, event.is_cancelled);
        }
    }

    /// Brings the meetings in, in order of the lines.
    pub(super) fn bring_in(mut self, now: Option<Instant>, intake: &mut Intake<MeetingRow>) {
        let mut room = ALL_MOST;
        for part in &self.whole {
            let uid = part.event.uid.trim();
            if self.refused.contains(uid) {
                let reason = Reason::EventRecurring { name: part.event.name() };
                intake.faults.push(Finding::new(part.event.line, Some("RRULE"), reason));
                continue;
            }
            let single = self.single.get(uid).map_or(&[][..], Vec::as_slice);
            match part.rows(single, now, &mut intake.remarks) {
                Ok(rows) if rows.len() <= room => {
                    room -= rows.len();
                    intake.rows.extend(rows.into_iter().map(|value| Row { line: part.event.line, value }));
                }
                Ok(_) => {
                    let reason = Reason::EventTooOften { name: part.event.name() };
                    intake.faults.push(Finding::new(part.event.line, Some("RRULE"), reason));
                }
                Err(faults) => intake.faults.extend(faults),
            }
        }
        for (uid, single) in std::mem::take(&mut self.single) {
            let comes_back = self.whole.iter().any(|part| part.event.uid.trim() == uid);
            for (place, part) in single {
                let Some(part) = part else { continue };
                if let Some(cancelled) = self.gone.get(&uid) {
                    let name = part.event.name();
                    let reason = if *cancelled { Reason::EventCancelled { name } } else { Reason::EventRecurring { name } };
                    intake.faults.push(Finding::new(part.event.line, Some("RECURRENCE-ID"), reason));
                    continue;
                }
                if comes_back && now.is_some_and(|now| part.slot.starts_at < now) {
                    continue;
                }
                match part.event.row(part.slot, &reference(&uid, place), &mut intake.remarks) {
                    Ok(value) => intake.rows.push(Row { line: part.event.line, value }),
                    Err(faults) => intake.faults.extend(faults),
                }
            }
        }
        intake.rows.sort_by_key(|row| row.line);
        intake.faults.sort_by_key(|fault| fault.line);
    }
}

impl Part {
    /// The meetings of an event that comes back, but for the times that something else is said about.
    fn rows(
        &self,
        single: &[(Place, Option<Part>)],
        now: Option<Instant>,
        remarks: &mut Vec<Finding>,
    ) -> Result<Vec<MeetingRow>, Vec<Finding>> {
        let (line, name) = (self.event.line, self.event.name());
        let start = self.slot.starts_at.with_timezone(&self.zone);
        let length: TimeDelta = self.slot.ends_at - self.slot.starts_at;
        let (added, _) = self.moments("RDATE", &name)?;
        let (left_out, days_out) = self.moments("EXDATE", &name)?;
        let rules = self.event.recurs.iter().filter(|property| property.name == "RRULE");
        let rules: Vec<String> = rules.map(|property| property.value.clone()).collect();
        let said = Said { start, rules: &rules, added: &added, left_out: &left_out };
        let from = now.map_or(start, |now| now.with_timezone(&self.zone)).max(start);
        let until = from.checked_add_days(AHEAD).unwrap_or(from);
        let unreadable = |_| vec![Finding::new(line, Some("RRULE"), Reason::EventRecurring { name: name.clone() })];
        let bounds = Bounds { from, until, most: MEETINGS_MOST };
        let (found, more) = recurrence::moments(&said, &bounds).map_err(unreadable)?;
        let Some(last) = found.last().copied() else {
            remarks.push(Finding::new(line, Some("RRULE"), Reason::EventOver { name }));
            return Ok(vec![]);
        };
        let after = Bounds { from: last + TimeDelta::seconds(1), until: last + TimeDelta::days(5 * 366), most: 1 };
        let goes_on = more || recurrence::moments(&said, &after).is_ok_and(|(found, _)| !found.is_empty());
        let other = |moment: &DateTime<Tz>| single.iter().any(|(place, _)| place.is(*moment));
        let out = |moment: &DateTime<Tz>| days_out.contains(&moment.date_naive());
        let mut rows = vec![];
        for moment in found.into_iter().filter(|moment| !other(moment) && !out(moment)) {
            let starts_at = moment.to_utc();
            let slot = Slot { starts_at, ends_at: starts_at + length };
            // What is to be remarked of its texts is said once.
            let mut unsaid = vec![];
            let reference = reference(self.event.uid.trim(), Place::Moment(starts_at));
            let said = if rows.is_empty() { &mut *remarks } else { &mut unsaid };
            rows.push(self.event.row(slot, &reference, said)?);
        }
        let (count, day) = (rows.len() as u64, last.date_naive().format("%d-%m-%Y").to_string());
        remarks.push(Finding::new(line, Some("RRULE"), Reason::EventExpanded { name: name.clone(), count, day }));
        if goes_on {
            remarks.push(Finding::new(line, Some("RRULE"), Reason::EventGoesOn { name }));
        }
        Ok(rows)
    }

    /// The moments that properties of this name list, and the days.
    fn moments(&self, column: &str, name: &str) -> Result<Listed, Vec<Finding>> {
        let (mut moments, mut days) = (vec![], vec![]);
        for property in self.event.recurs.iter().filter(|property| property.name == column) {
            for value in property.value.split(',') {
                // Of a period its beginning counts.
                let value = value.split('/').next().unwrap_or(value).trim();
                let one = Property { value: value.to_owned(), ..property.clone() };
                match day_of(&one) {
                    Some(day) if column == "EXDATE" => days.push(day),
                    _ => {
                        let moment = moment_of(&one, name);
                        let (moment, _) = moment.map_err(|reason| vec![Finding::new(self.event.line, Some(column), reason)])?;
                        moments.push(moment);
                    }
                }
            }
        }
        Ok((moments, days))
    }
}

fn place_of(property: &Property) -> Option<Place> {
    match day_of(property) {
        Some(day) => Some(Place::Day(day)),
        None => moment_of(property, "").ok().map(|(moment, _)| Place::Moment(moment.to_utc())),
    }
}

/// By what one time of an event is known.
fn reference(uid: &str, place: Place) -> String {
    match place {
        Place::Moment(at) => format!("{uid}/{}", at.format("%Y%m%dT%H%M%SZ")),
        Place::Day(day) => format!("{uid}/{}", day.format("%Y%m%d")),
    }
}
