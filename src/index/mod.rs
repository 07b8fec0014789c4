//! Rows in memory, compact and quick to search: what the replica keeps, and the register as interface, server and `loket wie`
//! look it up. Pure: no clock, no network, no runtime.

mod alike;
pub(crate) mod column;
mod condition;
mod forgiving;
mod marks;
mod officers;
mod order;
mod packed;
mod pool;
mod proposal;
mod question;
mod rank;
pub(crate) mod record;
mod row_index;
mod search;
pub(crate) mod table;
mod term;
pub(crate) mod typo;
pub(crate) mod vocabulary;

#[cfg(test)]
mod reference;
#[cfg(test)]
mod search_tests;

pub use alike::{Alike, Reports};
pub use marks::positions;
pub use officers::{OfficerRow, Officers, OutOfRange};
pub use order::{Hit, HitClass, Leaning, Precedence};
pub use proposal::Case;
pub use question::Question;
pub use rank::{Ranker, SkimRanker};
