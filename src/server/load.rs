//! Bulk load of whole objects, for a demonstration: few transactions, no audit, no idempotency.

use std::collections::BTreeMap;

use super::{
    audit::{Deed, append},
    names::Names,
    service::{Held, proposal},
    store::{
        Store, StoreError, arrangements,
        bulk::{self, Bulk},
        confirmations, deadlines,
        officers::OfficerRow,
        signals::{self, SignalRow, Which},
        time_outs,
    },
};
use crate::domain::{
    arrangement::{ArrangementFacts, decide::Change},
    audit::AuditResult,
    deadline::of_signal,
    derived::derived_id,
    ids::EntryId,
    officer::Officer,
    organisation::DESK,
    signal::{
        Entry, EntryKind, Signal,
        decide::{self, NewEntry},
    },
    time_out::{TimeOut, TimeOutMove, entries_since},
};

/// Objects in one transaction.
const GROUP: usize = 5_000;

/// Puts whole signals (with their timelines) and officers into a store that has none with these numbers, ids or sources.
/// Numbers given later go on after the highest of each year. Hard dates and terms are decided here, as at every write.
pub async fn load(
    store: &Store,
    signals: impl Iterator<Item = Signal>,
    officers: impl Iterator<Item = Officer>,
) -> Result<(), StoreError> {
    let names = Names::embedded();
    let mut last: BTreeMap<u16, u32> = BTreeMap::new();
    let mut signals = signals.peekable();
    while signals.peek().is_some() {
        let mut bulk = Bulk::begin(store.write().await?);
        for mut signal in signals.by_ref().take(GROUP) {
            decide::date(&mut signal);
            let highest = last.entry(signal.number.year()).or_default();
            *highest = (*highest).max(signal.number.sequence());
            bulk.signal(&SignalRow::of(&signal, &names)?, &signal.timeline).await?;
            for row in of_signal(&signal) {
                bulk.deadline(&row)?;
            }
        }
        bulk.commit().await?;
    }
    let mut officers = officers.peekable();
    while officers.peek().is_some() {
        let mut bulk = Bulk::begin(store.write().await?);
        for officer in officers.by_ref().take(GROUP) {
            bulk.officer(&OfficerRow::of(&officer, &names)?).await?;
        }
        bulk.commit().await?;
    }
    let mut link = store.write().await?;
    for (year, sequence) in last {
        bulk::raise_numbers(&mut link, year, i64::from(sequence)).await?;
    }
    bulk::note_changes(&mut link).await?;
    link.commit().await
}

/// So many rows of the audit log, as single reads of the desk write them, to measure with.
///
/// # Errors
/// When the store is away.
pub async fn load_audit(store: &Store, rows: usize) -> Result<(), StoreError> {
    let read = |n: usize| Deed {
        organisation: DESK.into(),
        at: 1_763_283_600_000_000 + n as i64 * 1_000,
        account: derived_id(1, "account", n as u64 % 40).to_string(),
        role: "desk",
        purpose: "work a signal",
        result: AuditResult::Done,
        origin: "192.0.2.17".into(),
        request: format!("{n:016x}"),
        verb: "signal.read",
        entity: "signal",
        object: derived_id(1, "signal", n as u64).to_string(),
        quarter: 0,
        change: String::new(),
    };
    for first in (0..rows).step_by(GROUP) {
        let deeds: Vec<Deed> = (first..rows.min(first + GROUP)).map(read).collect();
        let mut link = store.write().await?;
        append(&mut link, DESK, &deeds).await?;
        link.commit().await?;
    }
    Ok(())
}

/// Puts time-outs of signals that are in the store into it, with what waits for a second person; their signals and the
/// board get the dates.
pub async fn load_time_outs(store: &Store, all: Vec<TimeOut>) -> Result<(), StoreError> {
    let names = Names::embedded();
    for time_out in all {
        let mut link = store.write().await?;
        let id = time_out.signal.to_string();
        let gone = || StoreError::Fault("a time-out of a signal that is not there".into());
        let mut signal = signals::lock(&mut link, Which::Id(&id)).await?.ok_or_else(gone)?;
        time_outs::insert(&mut link, &time_out).await?;
        let of_signal = time_outs::of_signal(&mut link, &id).await?;
        signal.suspensions = of_signal.iter().filter_map(TimeOut::suspension).collect();
        decide::date(&mut signal);
        signal.version += 1;
        signals::update(&mut link, &SignalRow::of(&signal, &names)?).await?;
        let entries: Vec<Entry> =
            entries_since(&time_out, 0).zip(0..).map(|((moved, entry), at)| told(&time_out, moved, entry, at)).collect();
        signals::add_entries(&mut link, &id, signal.version, &entries).await?;
        deadlines::renew(&mut link, &signal, &of_signal, None).await?;
        if time_out.pending.is_some() {
            let others = time_outs::others(&mut link, &time_outs::decision_of(&time_out), &time_out.id.to_string()).await?;
            confirmations::insert(&mut link, &proposal(&Held { signal, time_out, others, told: 0 })?).await?;
        }
        bulk::note_changes(&mut link).await?;
        link.commit().await?;
    }
    Ok(())
}

/// Puts moratoria, bridgings or commitments of signals that are in the store into it; their signals, timelines and the board
/// follow.
pub async fn load_arrangements<F: ArrangementFacts>(store: &Store, all: Vec<Change<F>>) -> Result<(), StoreError> {
    let names = Names::embedded();
    for Change { after, entry } in all {
        let mut link = store.write().await?;
        let id = after.signal.to_string();
        let gone = || StoreError::Fault("an arrangement of a signal that is not there".into());
        let mut signal = signals::lock(&mut link, Which::Id(&id)).await?.ok_or_else(gone)?;
        arrangements::insert(&mut link, &after).await?;
        signal.arrangements.extend(after.on_board());
        decide::date(&mut signal);
        signal.version += 1;
        signals::update(&mut link, &SignalRow::of(&signal, &names)?).await?;
        let entry = Entry {
            id: EntryId(derived_id(after.id.0.as_u128(), "recorded", 0)),
            at: after.recorded_at,
            kind: F::KIND.entry(),
            by: Some(after.recorded_by),
            by_name: after.recorded_by_name.clone(),
            organisation: None,
            text: entry.text,
            contact: None,
            old: None,
            new: None,
            linked: entry.linked,
        };
        signals::add_entries(&mut link, &id, signal.version, &[entry]).await?;
        let time_outs = time_outs::of_signal(&mut link, &id).await?;
        deadlines::renew(&mut link, &signal, &time_outs, None).await?;
        bulk::note_changes(&mut link).await?;
        link.commit().await?;
    }
    Ok(())
}

/// A move of a loaded time-out as an entry; the id is made from it, so that the same data give the same.
fn told(time_out: &TimeOut, moved: &TimeOutMove, entry: NewEntry, at: u64) -> Entry {
    Entry {
        id: EntryId(derived_id(time_out.id.0.as_u128(), "move", at)),
        at: moved.at,
        kind: EntryKind::TimeOut,
        by: Some(moved.by),
        by_name: moved.by_name.clone(),
        organisation: None,
        text: entry.text,
        contact: None,
        old: None,
        new: None,
        linked: entry.linked,
    }
}
