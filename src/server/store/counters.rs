//! Counters: numbers that are never given twice.

use super::{Link, StoreError, query::one};
use crate::domain::ids::SignalNumber;

/// The next number of a signal in this year.
pub async fn next_signal(link: &mut Link, year: u16) -> Result<SignalNumber, StoreError> {
    let (sequence,) = one!(
        link,
        (i64,),
        "INSERT INTO counters (name, value) VALUES ($1, 1) \
         ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value",
        format!("signals-{year}")
    )?;
    let sequence = u32::try_from(sequence).ok().filter(|sequence| *sequence < 10_000_000);
    Ok(SignalNumber::new(year, sequence.ok_or_else(|| StoreError::Fault("the numbers of this year are used up".into()))?))
}
