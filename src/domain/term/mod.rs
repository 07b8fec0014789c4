//! Terms: the arithmetic of Dutch legal terms (Algemene termijnenwet, Awb), pure and exact.
//!
//! Only the server decides dates with this; every other face shows what it got. From a rule and a trigger to an end:
//! [`rules`] say what counts from when, [`length`] how long, [`suspension`] what stood still, [`arithmetic`] puts them
//! together with the [`calendar`], [`explanation`] says step by step how, and [`hard_date`] asks it for a signal.

pub mod arithmetic;
pub mod calendar;
pub mod explanation;
pub mod hard_date;
pub mod length;
pub mod rule;
mod rule_list;
pub mod rules;
pub mod suspension;

pub use hard_date::{every_hard_date, hard_dates};
