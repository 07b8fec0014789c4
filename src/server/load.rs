//! Bulk load of whole objects, for a demonstration: few transactions, no audit, no idempotency.

use std::collections::BTreeMap;

use super::{
    names::Names,
    store::{
        Store, StoreError,
        bulk::{self, Bulk},
        officers::OfficerRow,
        signals::SignalRow,
    },
};
use crate::domain::{
    officer::Officer,
    signal::{Signal, decide},
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
