//! A day without a year that may mean two days: which one is asked when the form is saved, and nothing is guessed.

use super::{
    Modal, State,
    choose::{Choice, Choose, Item},
    date_input::dutch,
    forms::intake,
    message::Effect,
};
use crate::domain::Date;

impl State {
    /// Asks which year the day in a field is of. The cursor is on neither; what was typed is kept.
    pub(super) fn ask_year(&mut self, at: usize) -> Vec<Effect> {
        let today = self.today;
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
        let Some((before, next)) = form.slots.get(at).and_then(|slot| slot.either_year(today)) else { return vec![] };
        form.focus = at;
        let keep = form.keep(today).into_iter().collect();
        let label = intake::label(&self.texts, form.slots[at].name);
        let day = |letter: char, day: Date| Item {
            letter,
            label: self.texts.day(day),
            note: String::new(),
            choice: Choice::Year(at, day),
        };
        let items = vec![Item::of(&self.texts, "choose-year-neither", Choice::Nothing), day('1', before), day('2', next)];
        let values = [("field", label.into()), ("before", dutch(before).into()), ("next", dutch(next).into())];
        let title = self.texts.with("choose-year", &values);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        keep
    }

    /// Writes the day that was meant in its field and saves the form.
    pub(super) fn save_with_year(&mut self, at: usize, day: Date) -> Vec<Effect> {
        if let Some(Modal::Form(form)) = self.modals.last_mut()
            && let Some(slot) = form.slots.get_mut(at)
        {
            let written = slot.written(day);
            slot.field.set(&written);
            form.edited();
        }
        self.submit()
    }
}
