//! Why something cannot happen to a moratorium, bridging or commitment: a typed reason, put into words by the edges.

use crate::domain::Date;

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is closed: open it again first.
    Closed,
    /// It is open: there is nothing to open again.
    Open,
    /// A day lies in the future that cannot.
    InTheFuture(Date),
    /// The first day without a moratorium lies in it or right after it, from and up to and including.
    OutsideMoratorium(Date, Date),
    /// It cannot have happened before this day, on which it began or was promised.
    BeforeStart(Date),
    /// The length gives another day.
    NotAsCounted(Date),
    /// The length gives no day.
    NoSuchLength,
}

impl Refusal {
    /// A stable code; the text is in the locale files under `fault-CODE`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Closed => "arrangement-closed",
            Self::Open => "arrangement-open",
            Self::InTheFuture(_) => "in-the-future",
            Self::OutsideMoratorium(..) => "outside-moratorium",
            Self::BeforeStart(_) => "before-start",
            Self::NotAsCounted(_) => "not-as-counted",
            Self::NoSuchLength => "no-such-length",
        }
    }

    /// The day or days the words about it need.
    pub fn value(&self) -> String {
        let written = |day: Date| day.format("%d-%m-%Y").to_string();
        match self {
            Self::OutsideMoratorium(from, to) => format!("{} t/m {}", written(*from), written(*to)),
            Self::InTheFuture(day) | Self::BeforeStart(day) | Self::NotAsCounted(day) => written(*day),
            Self::Closed | Self::Open | Self::NoSuchLength => String::new(),
        }
    }
}
