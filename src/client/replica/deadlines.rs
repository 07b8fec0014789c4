//! The rows of the deadline board in a replica: few bytes a row, because every case has some. What repeats is interned; title,
//! municipality and owner stand with the signal.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use uuid::Uuid;

use crate::domain::{
    Date,
    clock_time::ClockTime,
    deadline::{Clock, Deadline, DeadlineKind, StandsStill},
    fold::fold,
    ids::{ConfirmationId, DeadlineId, SignalId, SignalNumber, TimeOutId},
    names::Names,
    time_out::{TimeOutGround, TimeOutState},
};

use super::{
    line::LineError,
    record::{Reader, Writer},
    table::{Block, Row, Table},
    vocabulary::{Vocabulary, intern},
};

/// The rows. A clone costs a few reference counts.
#[derive(Debug, Clone, Default)]
pub struct Deadlines {
    pub(super) table: Table<PackedDeadline>,
    /// What is the same for many: what ends, of whom, by which rule. Folded: label, article, code and name of the body.
    pub(super) reasons: Arc<Vocabulary>,
}

/// A row as it is kept. Days count from the first day of the common era.
#[derive(Debug, Clone)]
pub(super) struct PackedDeadline {
    id: [u8; 16],
    pub(super) signal: [u8; 16],
    safe_end: i32,
    end: i32,
    pub(super) alarm_on: i32,
    number: u32,
    pub(super) reason: u32,
    pub(super) kind: DeadlineKind,
    /// Is there more beside it: a time-out, a proposal, days on which it stands still, a time?
    pub(super) more: bool,
    /// Did its time-out end since? Kept for a list that somebody looks at; no question finds it.
    pub(super) over: bool,
}

/// The number the packed ones count from.
const NUMBER_BASE: i64 = 2000 * 10_000_000;

impl Row for PackedDeadline {
    const KEEPS_FOLDED: bool = false;

    fn id(&self) -> [u8; 16] {
        self.id
    }
}

impl Deadlines {
    /// How many.
    pub fn len(&self) -> u32 {
        self.table.len()
    }

    /// None?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row with this number of row, from 0 to [`Deadlines::len`].
    pub fn get(&self, row: u32) -> Option<DeadlineRow<'_>> {
        self.table.locate(row).map(|(block, at)| DeadlineRow { deadlines: self, block, at, packed: &block.rows[at] })
    }

    /// The calls that were promised in any of these signals.
    pub fn call_backs(&self, signals: &[SignalId]) -> Vec<DeadlineRow<'_>> {
        let of = |packed: &PackedDeadline| signals.iter().any(|id| *id.0.as_bytes() == packed.signal);
        let rows =
            self.table.blocks().flat_map(|block| block.rows.iter().enumerate().map(move |(at, packed)| (block, at, packed)));
        let found = rows.filter(|(.., packed)| packed.kind == DeadlineKind::CallBack && of(packed));
        found.map(|(block, at, packed)| DeadlineRow { deadlines: self, block, at, packed }).collect()
    }

    /// The number of the row with this id, unless it is over.
    pub fn find(&self, id: DeadlineId) -> Option<u32> {
        self.find_any(id).filter(|row| self.get(*row).is_some_and(|row| !row.is_over()))
    }

    /// The number of the row with this id, also of a time-out that ended while it was known here.
    pub fn find_any(&self, id: DeadlineId) -> Option<u32> {
        self.table.find(*id.0.as_bytes())
    }

    /// Raised by every change.
    pub fn generation(&self) -> u64 {
        self.table.generation()
    }

    pub(super) fn upsert(&mut self, row: &Deadline, names: &Names) -> Result<u32, LineError> {
        let body = row.body.as_ref().map_or("", |code| code.as_str());
        let mut reason = Writer::default();
        reason.number(row.kind as i64);
        reason.number(row.ground.map_or(-1, |ground| ground as i64));
        reason.number(i64::from(row.uncertain) | i64::from(row.provisional) << 1);
        for text in [row.rule.as_deref().unwrap_or_default(), body, row.article.raw(), row.label.raw()] {
            reason.text(text);
        }
        let reason = intern(&mut self.reasons, &reason.0, || {
            let name = if body.is_empty() { String::new() } else { names.organisation(body) };
            fold(&format!("{} {} {name}", row.label.raw(), row.article.raw()))
        });
        let more = more(row);
        let packed = PackedDeadline {
            id: *row.id.0.as_bytes(),
            signal: *row.signal.0.as_bytes(),
            safe_end: row.safe_end.num_days_from_ce(),
            end: row.end.num_days_from_ce(),
            alarm_on: row.alarm_on.num_days_from_ce(),
            number: u32::try_from(row.signal_number.as_i64() - NUMBER_BASE).map_err(|_| LineError::OutOfRange("number"))?,
            reason,
            kind: row.kind,
            more: !more.is_empty(),
            over: false,
        };
        Ok(self.table.upsert(packed, &more, &[]))
    }

    /// Takes a row away; that of a time-out stays as one that is over. Says whether it was there.
    pub(super) fn remove(&mut self, id: [u8; 16]) -> bool {
        let row = self.table.find(id).and_then(|row| self.get(row));
        match row.filter(|row| row.kind() == DeadlineKind::TimeOut) {
            Some(row) if row.is_over() => false,
            Some(row) => {
                let (packed, text) = (PackedDeadline { over: true, ..row.packed.clone() }, row.block.texts.get(row.at).to_vec());
                self.table.upsert(packed, &text, &[]);
                true
            }
            None => self.table.remove(id),
        }
    }

    pub(super) fn clear(&mut self) {
        self.table.clear();
        self.reasons = Arc::default();
    }

    /// The code of the body in a reason; empty where it has none.
    pub(super) fn body_of_reason(&self, reason: u32) -> &str {
        self.read_reason(reason).body
    }

    fn read_reason(&self, reason: u32) -> Reason<'_> {
        let mut reader = Reader(self.reasons.key(reason));
        let (_, ground, flags) = (reader.number(), reader.number(), reader.number());
        Reason {
            ground: usize::try_from(ground).ok().and_then(|at| TimeOutGround::ALL.get(at)).copied(),
            uncertain: flags & 1 != 0,
            provisional: flags & 2 != 0,
            rule: reader.text(),
            body: reader.text(),
            article: reader.text(),
            label: reader.text(),
        }
    }

    /// Bytes held, as allocated.
    pub fn bytes(&self) -> usize {
        self.table.allocated() + self.reasons.allocated()
    }
}

/// What few rows have: time-out and its state, what waits and until when, days on which it stands still, a time.
fn more(row: &Deadline) -> Vec<u8> {
    let waits = row.confirmation.is_some() || row.proposed_until.is_some();
    if !(waits || row.time_out.is_some() || row.stands_still.is_some() || row.at.is_some()) {
        return vec![];
    }
    let mut more = Writer::default();
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    more.text(&id(row.time_out.map(|id| id.0)));
    more.number(row.state.map_or(-1, |state| state as i64));
    more.text(&id(row.confirmation.map(|id| id.0)));
    for day in [row.proposed_until, row.stands_still.map(|still| still.from), row.stands_still.map(|still| still.until)] {
        more.number(super::record::days(day).into());
    }
    more.number(row.at.map_or(-1, |at| i64::from(at.0.num_seconds_from_midnight() / 60)));
    more.0
}

/// What few rows have, read.
#[derive(Debug, Clone, Copy, Default)]
struct More {
    time_out: Option<TimeOutId>,
    state: Option<TimeOutState>,
    confirmation: Option<ConfirmationId>,
    proposed_until: Option<Date>,
    stands_still: Option<StandsStill>,
    at: Option<ClockTime>,
}

/// What makes a row, read.
struct Reason<'a> {
    ground: Option<TimeOutGround>,
    uncertain: bool,
    provisional: bool,
    rule: &'a str,
    body: &'a str,
    article: &'a str,
    label: &'a str,
}

/// One row, borrowed from its table. Texts are as sent: show them through `SafeText` only.
#[derive(Clone, Copy)]
pub struct DeadlineRow<'a> {
    deadlines: &'a Deadlines,
    block: &'a Block<PackedDeadline>,
    at: usize,
    packed: &'a PackedDeadline,
}

impl<'a> DeadlineRow<'a> {
    /// Id.
    pub fn id(&self) -> DeadlineId {
        DeadlineId(Uuid::from_bytes(self.packed.id))
    }

    /// What ends.
    pub fn kind(&self) -> DeadlineKind {
        self.packed.kind
    }

    /// The signal.
    pub fn signal(&self) -> SignalId {
        SignalId(Uuid::from_bytes(self.packed.signal))
    }

    /// Its number.
    pub fn signal_number(&self) -> SignalNumber {
        SignalNumber::from_i64(NUMBER_BASE + i64::from(self.packed.number))
    }

    /// The last day as if nothing were suspended.
    pub fn safe_end(&self) -> Date {
        day(self.packed.safe_end)
    }

    /// The last day with the time-outs.
    pub fn end(&self) -> Date {
        day(self.packed.end)
    }

    /// The day to go by.
    pub fn alarm_on(&self) -> Date {
        day(self.packed.alarm_on)
    }

    /// The time on that day, for a call that was promised at one.
    pub fn at(&self) -> Option<ClockTime> {
        self.more().at
    }

    /// Which decision or event, in words, as sent.
    pub fn label(&self) -> &'a str {
        self.reason().label
    }

    /// Act and article of the rule that makes the day; empty where none does.
    pub fn article(&self) -> &'a str {
        self.reason().article
    }

    /// The code of that rule; empty where none does.
    pub fn rule(&self) -> &'a str {
        self.reason().rule
    }

    /// The code of the body that decided.
    pub fn body(&self) -> Option<&'a str> {
        Some(self.reason().body).filter(|code| !code.is_empty())
    }

    /// On what a time-out rests.
    pub fn ground(&self) -> Option<TimeOutGround> {
        self.reason().ground
    }

    /// Must the rule or a date it rests on still be confirmed?
    pub fn is_uncertain(&self) -> bool {
        self.reason().uncertain
    }

    /// Is a decree about the calendar not known?
    pub fn is_provisional(&self) -> bool {
        self.reason().provisional
    }

    /// The time-out it is about, or that suspends it.
    pub fn time_out(&self) -> Option<TimeOutId> {
        self.more().time_out
    }

    /// The confirmation that waits.
    pub fn confirmation(&self) -> Option<ConfirmationId> {
        self.more().confirmation
    }

    /// Did its time-out end since it was known here? Then it stands on the board no more, but where somebody looks at it.
    pub fn is_over(&self) -> bool {
        self.packed.over
    }

    /// What of it depends on the day.
    pub fn clock(&self) -> Clock {
        let more = self.more();
        Clock {
            kind: self.packed.kind,
            alarm_on: self.alarm_on(),
            stands_still: more.stands_still,
            proposed_until: more.proposed_until,
            state: more.state,
        }
    }

    fn reason(&self) -> Reason<'a> {
        self.deadlines.read_reason(self.packed.reason)
    }

    fn more(&self) -> More {
        if !self.packed.more {
            return More::default();
        }
        let mut reader = Reader(self.block.texts.get(self.at));
        let time_out = reader.text().parse().ok().map(TimeOutId);
        let state = usize::try_from(reader.number()).ok().and_then(|at| TimeOutState::ALL.get(at)).copied();
        let confirmation = reader.text().parse().ok().map(ConfirmationId);
        let mut date = || super::record::date(i32::try_from(reader.number()).unwrap_or_default());
        let (proposed_until, from, until) = (date(), date(), date());
        let stands_still = from.zip(until).map(|(from, until)| StandsStill { from, until });
        let at = u32::try_from(reader.number())
            .ok()
            .and_then(|minutes| NaiveTime::from_num_seconds_from_midnight_opt(60 * minutes, 0));
        More { time_out, state, confirmation, proposed_until, stands_still, at: at.map(ClockTime) }
    }
}

impl std::fmt::Debug for DeadlineRow<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DeadlineRow({} {} {})", self.signal_number(), self.kind(), self.alarm_on())
    }
}

fn day(days: i32) -> Date {
    NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default()
}

#[cfg(test)]
#[path = "deadlines_tests.rs"]
mod tests;
