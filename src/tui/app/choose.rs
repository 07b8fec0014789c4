//! A small menu: pick by letter, or with the arrows and Enter.

use crate::domain::{
    ids::SignalId,
    signal::{Status, Urgency},
};

use super::signals::{Sort, View};
use crate::locale::Language;

/// What a choice leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// This urgency.
    Urgency(Vec<SignalId>, Urgency),
    /// This status.
    Status(Vec<SignalId>, Status),
    /// This view.
    View(View),
    /// This order.
    Sort(Sort),
    /// Do nothing.
    Nothing,
    /// Leave loket.
    Quit,
    /// Filter the list by this.
    Filter(String),
    /// Take so many actions back.
    History(usize),
    /// These keys.
    Keymap(String),
    /// This language.
    Language(Language),
    /// This look.
    Theme(String),
    /// Copy this; the first is what it is called.
    Copy(String, String),
}

/// One line of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The letter.
    pub letter: char,
    /// What it says.
    pub label: String,
    /// Beside it, dim.
    pub note: String,
    /// Where it leads.
    pub choice: Choice,
}

/// The menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    /// Its head.
    pub title: String,
    /// The lines.
    pub items: Vec<Item>,
    /// Which is selected.
    pub cursor: usize,
}
