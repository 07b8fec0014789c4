//! What was done here, in words: the list of what can be taken back, and what a result is called.

use super::{
    Modal, State,
    acting::{Act, Done, name},
    choose::{Choice, Choose, Item},
};

/// Numbers that are named of an action on many.
const NAMED: usize = 3;

impl State {
    /// `urgentie van S-471`.
    pub(super) fn in_words(&self, done: &Done) -> Option<String> {
        let first = done.steps.first()?;
        let number = match done.steps.len() {
            1 => self.short_number(first.signal),
            count => self.texts.with("count-all", &[("count", count.into())]),
        };
        Some(self.texts.with(&format!("past-{}", name(first.done)), &[("number", number.into())]))
    }

    /// `urgentie van 7 signalen: hoog`, so that two changes of the same are told apart.
    fn in_full(&self, done: &Done) -> Option<String> {
        let what = self.in_words(done)?;
        let value = match done.steps.first()?.done {
            Act::Urgency(urgency) => self.texts.get(&format!("urgency-{urgency}")),
            Act::Status(status) => self.texts.get(&format!("status-{status}")),
            Act::Claim | Act::Release => return Some(what),
        };
        Some(format!("{what}: {value}"))
    }

    /// `S-471, S-502, S-503 …` of an action on many.
    fn numbers_of(&self, done: &Done) -> String {
        if done.steps.len() < 2 {
            return String::new();
        }
        let named: Vec<String> = done.steps.iter().take(NAMED).map(|step| self.short_number(step.signal)).collect();
        let more = if done.steps.len() > NAMED { " …" } else { "" };
        format!("{}{more}  ", named.join(", "))
    }

    /// The list of what can be taken back, the last first.
    pub(super) fn menu_history(&mut self) {
        let line = |(at, done): (usize, &Done)| {
            let label = self.in_full(done)?;
            let letter = char::from_digit(at as u32 + 1, 36).unwrap_or(' ');
            let (hour, minute) = crate::domain::zone::hour_minute(done.at);
            let note = format!("{}{hour:02}:{minute:02}", self.numbers_of(done));
            Some(Item { letter, label, note, choice: Choice::History(at + 1) })
        };
        let items: Vec<Item> = self.past.done.iter().rev().enumerate().filter_map(line).collect();
        let title = self.texts.get("choose-history");
        self.modals.push(Modal::Choose(Choose::new(title, items)));
    }

    /// What was under way when the list was opened is done now: it stands in it too, and the cursor stays on its line.
    pub(super) fn renew_history(&mut self) {
        let is_history = |modal: &Modal| matches!(modal, Modal::Choose(menu) if menu.items.first().is_some_and(|item| matches!(item.choice, Choice::History(_))));
        let Some(at) = self.modals.iter().position(is_history) else { return };
        let above = self.modals.split_off(at + 1);
        let Some(Modal::Choose(old)) = self.modals.pop() else { return };
        self.menu_history();
        if let Some(Modal::Choose(new)) = self.modals.last_mut() {
            let more = new.items.len().saturating_sub(old.items.len());
            new.cursor = (old.cursor + more).min(new.items.len().saturating_sub(1));
        }
        self.modals.extend(above);
    }
}
