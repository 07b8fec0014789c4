//! A choice in a form. Arrows and the space bar choose. Where letters are commands the first letter of a value picks it; where they are
//! not, and where a save that was refused put the cursor here while somebody was typing, a word decides nothing. What is typed and not
//! taken is said in the form.

use super::{
    Modal, State,
    command::Command,
    form::{Form, Kind, Slot},
    key::{Key, KeyCode},
    message::Effect,
};
use crate::domain::Instant;

/// Milliseconds after which a letter begins something new.
const SAME_WORD: i64 = 1500;

/// What letters did on a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letters {
    /// The last one picked a value that may yet turn out to be the beginning of a word; this stood there before.
    Picked(String),
    /// They were not taken, the last one at this moment.
    Refused(Instant),
}

impl State {
    /// A character on a choice of a form. Nothing: the cursor is on no choice.
    pub(super) fn choice_key(&mut self, key: Key) -> Option<Vec<Effect>> {
        let (today, now, types, texts) = (self.today, self.now, self.keymap.letters_filter, self.texts.clone());
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return None };
        let KeyCode::Char(letter) = key.code else { return None };
        let refused = form.checked;
        let (sending, earlier) = (form.sending.is_some(), form.letters.take());
        let slot = form.focused()?;
        let Kind::Choice(codes) = slot.kind else { return None };
        // What is being saved stays as it was sent.
        if sending {
            return Some(vec![]);
        }
        let astray = match earlier {
            Some(Letters::Refused(at)) => (now - at).num_milliseconds() <= SAME_WORD,
            Some(Letters::Picked(before)) if letter != ' ' => {
                slot.field.set(&before);
                true
            }
            _ => false,
        };
        if letter == ' ' && !astray {
            slot.choose_around();
            return Some(self.typed_something());
        }
        let first = letter.to_ascii_lowercase();
        let starts = |code: &&&str| texts.get(&format!("form-choice-{code}")).to_lowercase().starts_with(first);
        // "j" and "y" both mean yes, in both languages.
        let yes = matches!(first, 'j' | 'y');
        let found = codes.iter().find(starts).or_else(|| codes.iter().find(|code| yes && **code == "yes"));
        let Some(code) = found.filter(|_| !astray && !types) else {
            let effects = self.typed_something();
            self.form_on_top(|form| form.letters = Some(Letters::Refused(now)));
            return Some(effects);
        };
        let before = slot.field.text().to_owned();
        slot.field.set(code);
        if !refused {
            form.move_focus(true, today);
        }
        let effects = self.typed_something();
        self.form_on_top(|form| {
            form.moved_on = !refused;
            form.letters = refused.then_some(Letters::Picked(before));
        });
        Some(effects)
    }

    fn form_on_top(&mut self, change: impl FnOnce(&mut Form)) {
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            change(form);
        }
    }

    /// The arrows on a choice.
    pub(super) fn change_choice(&mut self, command: Command) -> Vec<Effect> {
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
        let far = isize::MAX / 2;
        let step = match command {
            Command::CursorLeft => -1,
            Command::CursorHome => -far,
            Command::CursorEnd => far,
            _ => 1,
        };
        form.focused().into_iter().for_each(|slot: &mut Slot| slot.choose(step));
        self.typed_something()
    }
}
