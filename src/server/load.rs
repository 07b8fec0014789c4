//! Bulk load of whole objects, for a demonstration: few transactions, no audit, no idempotency.

use std::collections::BTreeMap;

use super::{
    names::Names,
    service::{Held, proposal},
    store::{
        Store, StoreError,
        bulk::{self, Bulk},
        confirmations, deadlines,
        officers::OfficerRow,
        signals::{self, SignalRow, Which},
        time_outs,
    },
};
use crate::domain::{
    deadline::of_signal,
    officer::Officer,
    signal::{Signal, decide},
    time_out::TimeOut,
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
        signals::update(&mut link, &SignalRow::of(&signal, &names)?).await?;
        deadlines::renew(&mut link, &signal, &of_signal, None).await?;
        if time_out.pending.is_some() {
            let others = time_outs::others(&mut link, &time_outs::decision_of(&time_out), &time_out.id.to_string()).await?;
            confirmations::insert(&mut link, &proposal(&Held { signal, time_out, others })?).await?;
        }
        bulk::note_changes(&mut link).await?;
        link.commit().await?;
    }
    Ok(())
}
