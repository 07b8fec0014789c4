//! What was meant by a name that is not one municipality: the ones it may be, to choose from.

use super::{
    Modal, State,
    choose::{Choice, Choose, Item},
    form::Kind,
    message::Effect,
};
use crate::domain::municipality::NotFound;

impl State {
    /// Opens the choice when the field with the cursor holds a name that several municipalities may be; says whether it did.
    pub(super) fn choose_meant(&mut self) -> bool {
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return false };
        let Some(slot) = form.focused().filter(|slot| slot.kind == Kind::Municipality && !slot.field.is_blank()) else {
            return false;
        };
        let (Err(NotFound::Ambiguous(several)) | Err(NotFound::Unknown(several))) =
            self.reference.gazetteer.resolve(slot.field.text())
        else {
            return false;
        };
        let item = |(at, one): (usize, &crate::domain::municipality::Municipality)| Item {
            letter: char::from_digit(at as u32 + 1, 10).unwrap_or(' '),
            label: one.name.clone(),
            note: one.province.clone(),
            choice: Choice::Fill(one.name.clone()),
        };
        let items: Vec<Item> = several.iter().enumerate().map(item).collect();
        if items.is_empty() {
            return false;
        }
        let title = self.texts.get("choose-municipality");
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        true
    }

    /// Puts a chosen text into the field with the cursor and goes on to the next.
    pub(super) fn fill_and_go_on(&mut self, text: &str) -> Vec<Effect> {
        if let Some((field, _)) = self.focused_field() {
            field.replace_all(text);
        }
        let effects = self.typed_something();
        let today = self.today;
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.move_focus(true, today);
        }
        effects
    }
}
