//! A list to pick from by typing: templates, drafts, links. Each line has what it is, a note, and a text shown below.

use super::{field::Field, list, list::ListCursor};
use crate::domain::{fold::fold, ids::IdempotencyKey};

/// What is picked from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Templates.
    Templates,
    /// Drafts.
    Drafts,
    /// Links in a signal, and the command that shows it.
    Links,
}

/// What a line leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// Insert this text; with the place for the cursor, and what could not be filled.
    Insert(String, usize, Vec<String>),
    /// Go on with this draft: its id and its slot.
    Draft(String, String),
    /// What waits to be sent, by its key: it is read and thrown away here, and not gone on with.
    Waiting(IdempotencyKey),
    /// Copy this.
    Copy(String),
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub label: String,
    /// Beside it, dim.
    pub note: String,
    /// Shown below while the cursor is on it.
    pub text: String,
    /// Where it leads.
    pub picked: Picked,
}

/// The list with a field above it.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What is picked from.
    pub kind: Kind,
    /// What was typed.
    pub input: Field,
    /// The cursor, over hits.
    pub list: ListCursor,
    /// What is to be known beside the lines; mostly nothing.
    pub notice: String,
    /// Was it opened by what was typed in a text? Then what is typed here goes there when nothing is picked.
    pub within_text: bool,
    items: Vec<(Item, String)>,
}

impl Picker {
    /// Opens one.
    pub fn new(kind: Kind, items: Vec<Item>) -> Self {
        let words = |item: &Item| fold(&format!("{} {}", item.label, item.note));
        let items = items.into_iter().map(|item| (words(&item), item)).map(|(words, item)| (item, words)).collect();
        Self { kind, input: Field::line(""), list: ListCursor::default(), notice: String::new(), within_text: false, items }
    }

    /// The lines that hold every word that was typed; those that begin with it first.
    pub fn hits(&self) -> Vec<&Item> {
        let typed = fold(self.input.text().trim());
        let mut hits: Vec<&(Item, String)> =
            self.items.iter().filter(|(_, words)| typed.split(' ').all(|word| words.contains(word))).collect();
        hits.sort_by_key(|(_, words)| !words.starts_with(&typed));
        hits.into_iter().map(|(item, _)| item).collect()
    }

    /// The key of what is said when nothing is found.
    pub fn nothing(&self) -> &'static str {
        match self.kind {
            Kind::Templates => "templates-nothing",
            // That there are none would be untrue.
            Kind::Drafts if self.items.is_empty() && !self.notice.is_empty() => "drafts-none-readable",
            Kind::Drafts => "drafts-nothing",
            Kind::Links => "links-nothing",
        }
    }

    /// How many lines there are, found or not.
    pub fn count(&self) -> usize {
        self.items.len()
    }

    /// The line with the cursor.
    pub fn current(&self) -> Option<&Item> {
        self.hits().get(self.list.row).copied()
    }

    /// Moves the cursor.
    pub fn step(&mut self, by: isize, height: usize) {
        let hits = self.hits().len();
        self.list.step(by, hits, list::NO_HEADINGS, height);
    }
}
