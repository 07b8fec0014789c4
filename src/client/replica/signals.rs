//! The table of signals: 64 bytes a row and its title; what repeats is interned.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::domain::{
    fold::fold,
    ids::{AccountId, MunicipalityCode, OrganisationCode, SignalId, SignalNumber},
    names::Names,
    signal::{HardDate, HardDateKind, Owner, SignalSummary, Status, Urgency},
    text::RawText,
};

use super::{
    line::{LineError, SignalLine},
    record::{Reader, Writer, date, days},
    table::{Block, Row, Table},
    titles::is_plain,
    vocabulary::{Vocabulary, intern},
};

/// The signals of a replica.
#[derive(Debug, Clone, Default)]
pub struct Signals {
    pub(super) table: Table<PackedSignal>,
    /// Lists of codes of bodies, joined by line feeds; folded: their codes and names.
    pub(super) bodies: Arc<Vocabulary>,
    /// The account's 16 bytes and its name; folded: the name.
    pub(super) owners: Arc<Vocabulary>,
    /// What makes a date hard, packed: kind, certainty, the body that decided, label.
    reasons: Arc<Vocabulary>,
    pub(super) names: Arc<Names>,
}

/// A row as it is kept. Days count from the first day of the common era, 0 is none.
#[derive(Debug, Clone)]
pub(super) struct PackedSignal {
    id: [u8; 16],
    /// Microseconds since 1970.
    pub(super) received: i64,
    /// Above the first number of the year 2000.
    pub(super) number: u32,
    version: u32,
    pub(super) hard_on: i32,
    pub(super) snoozed: i32,
    /// Seconds since 1970, rounded down.
    pub(super) lease: u32,
    pub(super) owner: u32,
    pub(super) bodies: u32,
    reason: u32,
    /// 0 is none: no municipality has that code.
    pub(super) municipality: u16,
    pub(super) status: Status,
    pub(super) urgency: Urgency,
    /// Is the folded title as long as the title? See [`super::titles`].
    pub(super) plain: bool,
}

/// The number the packed ones count from.
const NUMBER_BASE: i64 = 2000 * 10_000_000;

impl Row for PackedSignal {
    // Titles are folded while searching: that costs a millisecond, keeping them all folded costs five mebibytes.
    const KEEPS_FOLDED: bool = false;

    fn id(&self) -> [u8; 16] {
        self.id
    }
}

impl PackedSignal {
    /// Does somebody have it at this second?
    pub(super) fn is_owned(&self, now: u32) -> bool {
        self.owner != 0 && self.lease > now
    }

    /// The day it was received on in the Netherlands.
    pub(super) fn received_on(&self) -> i32 {
        days(DateTime::from_timestamp_micros(self.received).map(crate::domain::zone::date_of))
    }

    pub(super) fn signal_number(&self) -> SignalNumber {
        SignalNumber::from_i64(NUMBER_BASE + i64::from(self.number))
    }
}

/// A moment as whole seconds since 1970, from 0 to the year 2106.
pub(super) fn seconds(instant: DateTime<Utc>) -> u32 {
    instant.timestamp().clamp(0, u32::MAX.into()) as u32
}

impl Signals {
    /// How many.
    pub fn len(&self) -> u32 {
        self.table.len()
    }

    /// None?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row with this number of row, from 0 to [`Signals::len`].
    pub fn get(&self, row: u32) -> Option<SignalRow<'_>> {
        self.table.locate(row).map(|(block, at)| SignalRow { signals: self, block, at, packed: &block.rows[at] })
    }

    /// The row of this signal.
    pub fn find(&self, id: SignalId) -> Option<u32> {
        self.table.find(*id.0.as_bytes())
    }

    /// The row of the signal with this number. Looks at every row.
    pub fn find_number(&self, number: SignalNumber) -> Option<u32> {
        let wanted = u32::try_from(number.as_i64() - NUMBER_BASE).ok()?;
        let mut rows = self.table.blocks().flat_map(|block| &block.rows);
        rows.position(|row| row.number == wanted).map(|row| row as u32)
    }

    /// Raised by every change of a signal.
    pub fn generation(&self) -> u64 {
        self.table.generation()
    }

    /// The names of municipalities and organisations.
    pub fn names(&self) -> &Names {
        &self.names
    }

    pub(super) fn upsert(&mut self, line: &SignalLine<'_>) -> Result<u32, LineError> {
        let names = Arc::clone(&self.names);
        let codes = line.bodies.iter().map(|code| &*code.0).collect::<Vec<_>>().join("\n");
        let bodies = intern(&mut self.bodies, codes.as_bytes(), || {
            codes.lines().map(|code| names.organisation(code)).collect::<Vec<_>>().join("\n")
        });
        let reason = line.hard_date.as_ref().map_or(0, |hard| {
            let mut key = Writer::default();
            key.number(hard.kind as i64);
            key.number(hard.uncertain.into());
            key.text(hard.organisation.as_ref().map_or("", |code| &code.0));
            key.text(&hard.label.0);
            intern(&mut self.reasons, &key.0, String::new)
        });
        let owner = line.owner.as_ref().map_or(0, |owner| {
            let key = [owner.account.as_bytes(), owner.name.0.as_bytes()].concat();
            intern(&mut self.owners, &key, || fold(&owner.name.0))
        });
        let row = PackedSignal {
            id: *line.id.as_bytes(),
            received: line.received_at.timestamp_micros(),
            number: u32::try_from(line.number.as_i64() - NUMBER_BASE).map_err(|_| LineError::OutOfRange("number"))?,
            version: u32::try_from(line.version).map_err(|_| LineError::OutOfRange("version"))?,
            hard_on: days(line.hard_date.as_ref().map(|hard| hard.on)),
            snoozed: days(line.snoozed_until),
            lease: line.owner.as_ref().map_or(0, |owner| seconds(owner.lease_until)),
            owner,
            bodies,
            reason,
            municipality: line.municipality.map_or(0, |code| code.0),
            status: line.status,
            urgency: line.urgency,
            plain: is_plain(&line.title.0),
        };
        Ok(self.table.upsert(row, line.title.0.as_bytes(), &[]))
    }

    pub(super) fn remove(&mut self, id: [u8; 16]) -> bool {
        self.table.remove(id)
    }

    pub(super) fn clear(&mut self) {
        self.table.clear();
        let names = Arc::clone(&self.names);
        *self = Self { table: std::mem::take(&mut self.table), names, ..Self::default() };
    }

    /// Bytes held, as allocated.
    pub fn bytes(&self) -> usize {
        self.table.allocated() + self.bodies.allocated() + self.owners.allocated() + self.reasons.allocated()
    }
}

/// Who has a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnerRef<'a> {
    /// The account.
    pub account: AccountId,
    /// Its name, as sent.
    pub name: &'a str,
    /// When the lease ends, in whole seconds rounded down.
    pub lease_until: DateTime<Utc>,
}

/// The first hard date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HardDateRef<'a> {
    /// The day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: HardDateKind,
    /// In words, as sent.
    pub label: &'a str,
    /// For a term: the code of the body that decided.
    pub organisation: Option<&'a str>,
    /// Must it still be confirmed?
    pub uncertain: bool,
}

/// One signal, borrowed from its table. Texts are as sent: show them through `SafeText` only.
#[derive(Clone, Copy)]
pub struct SignalRow<'a> {
    signals: &'a Signals,
    block: &'a Block<PackedSignal>,
    at: usize,
    packed: &'a PackedSignal,
}

impl std::fmt::Debug for SignalRow<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignalRow({})", self.number())
    }
}

impl<'a> SignalRow<'a> {
    /// Id.
    pub fn id(&self) -> SignalId {
        SignalId(Uuid::from_bytes(self.packed.id))
    }

    /// Number.
    pub fn number(&self) -> SignalNumber {
        self.packed.signal_number()
    }

    /// Version.
    pub fn version(&self) -> i64 {
        self.packed.version.into()
    }

    /// When it was received, to the microsecond.
    pub fn received_at(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.packed.received).unwrap_or_default()
    }

    /// Status.
    pub fn status(&self) -> Status {
        self.packed.status
    }

    /// Urgency.
    pub fn urgency(&self) -> Urgency {
        self.packed.urgency
    }

    /// Title as sent, cut nowhere.
    pub fn title(&self) -> &'a str {
        self.block.texts.text(self.at)
    }

    /// Municipality.
    pub fn municipality(&self) -> Option<MunicipalityCode> {
        (self.packed.municipality != 0).then_some(MunicipalityCode(self.packed.municipality))
    }

    /// The official name of the municipality.
    pub fn municipality_name(&self) -> Option<&'a str> {
        self.municipality().and_then(|code| self.signals.names.municipality_name(code))
    }

    /// Codes of the bodies in the stalemate.
    pub fn bodies(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.signals.bodies.text(self.packed.bodies).split('\n').filter(|code| !code.is_empty())
    }

    /// The first hard date.
    pub fn hard_date(&self) -> Option<HardDateRef<'a>> {
        let on = date(self.packed.hard_on)?;
        let mut reason = Reader(self.signals.reasons.key(self.packed.reason));
        let kind = HardDateKind::ALL.get(reason.number() as usize).copied()?;
        let (uncertain, organisation, label) = (reason.number() == 1, reason.text(), reason.text());
        Some(HardDateRef { on, kind, label, organisation: (!organisation.is_empty()).then_some(organisation), uncertain })
    }

    /// Who has or last had it; the lease may have ended.
    pub fn owner(&self) -> Option<OwnerRef<'a>> {
        let (account, name) = self.signals.owners.key(self.packed.owner).split_first_chunk::<16>()?;
        Some(OwnerRef {
            account: AccountId(Uuid::from_bytes(*account)),
            name: std::str::from_utf8(name).unwrap_or_default(),
            lease_until: DateTime::from_timestamp_secs(self.packed.lease.into()).unwrap_or_default(),
        })
    }

    /// Who has it now.
    pub fn owner_at(&self, now: DateTime<Utc>) -> Option<OwnerRef<'a>> {
        self.owner().filter(|owner| owner.lease_until > now)
    }

    /// Snoozed until.
    pub fn snoozed_until(&self) -> Option<NaiveDate> {
        date(self.packed.snoozed)
    }

    /// The row as the wire has it, owned.
    pub fn to_summary(&self) -> SignalSummary {
        SignalSummary {
            id: self.id(),
            number: self.number(),
            version: self.version(),
            received_at: self.received_at(),
            status: self.status(),
            urgency: self.urgency(),
            title: self.title().into(),
            municipality: self.municipality(),
            bodies: self.bodies().map(|code| OrganisationCode(code.into())).collect(),
            hard_date: self.hard_date().map(|hard| HardDate {
                on: hard.on,
                kind: hard.kind,
                label: hard.label.into(),
                organisation: hard.organisation.map(|code| OrganisationCode(code.into())),
                uncertain: hard.uncertain,
            }),
            owner: self.owner().map(|owner| Owner {
                account: owner.account,
                name: RawText::from(owner.name),
                lease_until: owner.lease_until,
            }),
            snoozed_until: self.snoozed_until(),
            // Not kept in a row: whoever opens the signal reads it.
            merged_into: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PackedSignal;

    #[test]
    fn a_row_stays_small() {
        assert!(size_of::<PackedSignal>() <= 64);
    }
}
