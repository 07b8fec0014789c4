//! What orders the entries that fit: how well, and of what fits equally well what can be relied on, is used, is near.

use std::{cmp::Reverse, collections::HashMap};

use crate::domain::{
    Date,
    ids::{OfficerId, OrganisationCode},
    officer::{Freshness, Mandate},
};

/// One entry that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its row.
    pub row: u32,
    /// How well it fits; higher is better, equal ranks fit equally well.
    pub rank: i64,
    /// How its worst word fits.
    pub class: HitClass,
    /// Does it only fit when a slip of the fingers is assumed?
    pub typo: bool,
    /// Where it stands among those that fit equally well.
    pub precedence: Precedence,
}

/// How a word fits, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitClass {
    /// After one slip of the fingers.
    Typo,
    /// Its letters occur in this order.
    Letters,
    /// It occurs inside a word.
    Inside,
    /// A word starts with it.
    WordStart,
    /// It is a word.
    Word,
    /// With the words beside it, it is all of a name.
    Whole,
}

impl HitClass {
    /// Does it only fit when something typed is forgiven?
    pub fn is_forgiven(self) -> bool {
        self < Self::Inside
    }
}

/// What goes before what among entries that fit equally well. Greater goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Precedence {
    /// It did not end and is not stale.
    pub sound: bool,
    /// It is of an organisation of the case at hand.
    pub near: bool,
    /// How much it is used by who asks.
    pub used: u32,
    /// It is of the organisation of who asks.
    pub own: bool,
    /// What it may do; of what cannot be relied on nothing.
    pub mandate: Mandate,
    /// It is not away on this day.
    pub there: bool,
    /// When it was verified; of what cannot be relied on stale.
    pub fresh: Reverse<Freshness>,
}

/// Who asks, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaning {
    /// The day: what ended by then, or is stale, comes last among equals.
    pub today: Date,
    /// The organisation of who asks.
    pub own: Option<OrganisationCode>,
    /// Organisations of the case at hand.
    pub near: Vec<OrganisationCode>,
    /// How much each entry is used by who asks.
    pub used: HashMap<OfficerId, u32>,
}

impl Leaning {
    /// Nobody in particular, on this day.
    pub fn on(today: Date) -> Self {
        Self { today, own: None, near: vec![], used: HashMap::new() }
    }
}
