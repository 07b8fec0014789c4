//! What somebody else wrote since a form began, laid beside what was typed: a three-way merge that loses neither. Pure; which of two
//! texts counts is asked by [`super::super::conflict`].

use super::{super::forms::intake, Form, Purpose, Slot, same};
use crate::domain::Date;

/// What somebody else wrote since the form began.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theirs {
    /// Who; empty: that was not told.
    pub by: String,
    /// The version that what was typed is based on, where that is known.
    pub began: Option<i64>,
    /// Each field in which they wrote something else.
    pub fields: Vec<Other>,
}

/// A field in which somebody else wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The field.
    pub name: &'static str,
    /// What stood there before either wrote.
    pub base: String,
    /// Did the user see both texts and say which counts?
    pub settled: bool,
}

impl Form {
    /// What it is about was read in this version: a field that nobody touched follows, one that was stays as typed, and where both wrote
    /// something else that is remembered with what stood there before. Nothing that was typed and nothing they wrote is lost: the one
    /// stands in the field, the other is what [`Form::theirs_in`] gives.
    pub fn merge(&mut self, version: i64, by: &str, values: &[(&'static str, String)], today: Date) {
        for at in 0..self.slots.len() {
            if self.is_changed(self.slots[at].name) {
                self.slots[at].settle(today);
            }
        }
        let mut theirs = self.theirs.take().unwrap_or_default();
        theirs.began = theirs.began.or(self.based_on).or(self.seen);
        let known = self.seen.is_some();
        // One field says which row the others are of: a row that somebody wrote in stays whole as it was seen.
        let wrote = |slot: &&Slot| intake::row_of(slot.name).iter().any(|name| self.is_changed(name));
        let held: Vec<&str> = self.slots.iter().filter(|_| known).filter(wrote).map(|slot| slot.name).collect();
        let moved = intake::rows_move(|name| self.theirs_in(name), values);
        for (name, value) in values {
            let Some(at) = self.slots.iter().position(|slot| slot.name == *name) else { continue };
            let value = self.slots[at].shown(value);
            let base = std::mem::replace(&mut self.begun[at], value.clone());
            let touched = !same(self.slots[at].field.text(), &base);
            if same(&base, &value) {
                continue;
            }
            if !touched && !held.contains(name) {
                self.slots[at].field.set(&value);
                self.propose(at);
            }
            match theirs.fields.iter().position(|other| other.name == *name) {
                Some(old) if same(&theirs.fields[old].base, &value) => drop(theirs.fields.remove(old)),
                Some(old) => theirs.fields[old].settled = false,
                None if known || touched => theirs.fields.push(Other { name, base, settled: false }),
                None => {}
            }
        }
        if known {
            self.doubt_rows(&mut theirs, |row, others| {
                let differs = |name: &&str| others.iter().any(|other| other.name == *name);
                differs(&row[0]) || (moved && row.iter().any(differs))
            });
        }
        if !theirs.fields.is_empty() {
            theirs.by = by.to_owned();
        }
        (self.seen, self.theirs) = (Some(version), Some(theirs).filter(|theirs| !theirs.fields.is_empty()));
    }

    /// Of a row that may be another one than was seen, what was typed in it is asked about too, also where nobody else wrote.
    pub(super) fn doubt_rows(&self, theirs: &mut Theirs, is_doubtful: impl Fn(&[&str], &[Other]) -> bool) {
        let rows = intake::THREATS.iter().map(|row| &row[..]).chain(intake::DECISIONS.iter().map(|row| &row[..]));
        for row in rows.filter(|row| row.iter().any(|name| self.is_changed(name))) {
            if is_doubtful(row, &theirs.fields) {
                let known = |name: &str| theirs.fields.iter().any(|other| other.name == name);
                let mine: Vec<&str> = row.iter().copied().filter(|name| self.is_changed(name) && !known(name)).collect();
                let asked = |name| Other { name, base: self.theirs_in(name).to_owned(), settled: false };
                theirs.fields.extend(mine.into_iter().map(asked));
            }
        }
    }

    /// The fields in which both wrote something else, and of which nobody said yet which text counts.
    pub fn clashes(&self) -> impl Iterator<Item = &Other> {
        let others = self.theirs.iter().flat_map(|theirs| &theirs.fields);
        others.filter(|other| !other.settled && self.is_changed(other.name))
    }

    /// What the others wrote in a field, and what therefore stands there unless it is changed.
    pub fn theirs_in(&self, name: &str) -> &str {
        let at = self.slots.iter().position(|slot| slot.name == name);
        at.and_then(|at| self.begun.get(at)).map_or("", String::as_str)
    }

    /// What stood in a field before either wrote.
    pub fn base_of(&self, name: &str) -> &str {
        let other = self.theirs.iter().flat_map(|theirs| &theirs.fields).find(|other| other.name == name);
        other.map_or_else(|| self.theirs_in(name), |other| &other.base)
    }

    /// The user saw both texts of a field: this one stands there from now on.
    pub fn settle(&mut self, name: &str, text: &str) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.name == name)
            && slot.field.text() != text
        {
            slot.field.replace_all(text);
        }
        let others = self.theirs.iter_mut().flat_map(|theirs| &mut theirs.fields);
        others.filter(|other| other.name == name).for_each(|other| other.settled = true);
    }

    /// Does it change what is there, field by field, so that two people's changes can be put together? What is new has nothing to be
    /// put together with, and an act is done on what was seen or not at all.
    pub fn revises(&self) -> bool {
        self.purpose.revises()
    }
}

impl Purpose {
    /// See [`Form::revises`].
    pub fn revises(self) -> bool {
        use super::super::{agenda::AgendaForm as A, arrangements::Deed};
        match self {
            Self::EditFacts(..) | Self::UrgencyReason(_) | Self::CorrectOfficer(_) | Self::RenameView(_) => true,
            Self::Arrange(deed, ..) => matches!(deed, Deed::Correct | Deed::NewDay),
            Self::Agenda(form) => matches!(
                form,
                A::Item(..)
                    | A::Minutes(_)
                    | A::Meeting(_)
                    | A::Decision(..)
                    | A::Invitation(..)
                    | A::Paper(..)
                    | A::ChangeLesson(..)
                    | A::Series(_)
            ),
            _ => false,
        }
    }
}
