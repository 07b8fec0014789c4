//! A seeded, deterministic, believable data set: signals, register and two colleagues at work.
//!
//! Pure: the date is an argument, random numbers come from the seed, nothing is written or sent. Nobody in it exists; no
//! text carries a name of a citizen or a citizen service number.

mod action;
mod arrangements;
mod bodies;
mod facts;
mod meetings;
mod officers;
mod people;
mod random;
mod rhythm;
mod scenario;
pub mod second;
mod signals;
#[cfg(test)]
mod tests;
mod time_outs;
mod timeline;
mod world;

pub use action::{Action, colleague_action, pause};
pub use arrangements::{Arrangements, arrangements};
pub use meetings::{Meetings, meetings};
pub use officers::officers;
pub use random::Random;
pub use signals::{claimed_as_usual, signals};
pub use time_outs::{CANDIDATES, suspendable, time_outs};

use crate::domain::{Date, ids::AccountId};
use uuid::Uuid;

/// How much, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many signals.
    pub signals: u32,
    /// How many entries in the register; from 438 on every municipality and body has one.
    pub officers: u32,
    /// The same seed gives the same data.
    pub seed: u64,
    /// The day on which the demonstration plays.
    pub today: Date,
}

impl Plan {
    /// How many signals unless said otherwise.
    pub const SIGNALS: u32 = 320;
    /// How many entries in the register unless said otherwise.
    pub const OFFICERS: u32 = 700;

    /// The usual size on this day.
    pub fn usual(today: Date) -> Self {
        Self { signals: Self::SIGNALS, officers: Self::OFFICERS, seed: 1, today }
    }
}

/// One of the two who work at the desk in the demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colleague {
    /// The account to create.
    pub account: AccountId,
    /// The name, as it stands in lists.
    pub name: &'static str,
}

/// The two colleagues.
pub fn colleagues() -> [Colleague; 2] {
    [
        Colleague { account: AccountId(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0a01)), name: "M. Visser" },
        Colleague { account: AccountId(Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0a02)), name: "J. Bakker" },
    ]
}
