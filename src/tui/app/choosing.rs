//! A choice in a form. Arrows and the space bar choose. Where letters are commands the first letter of a value picks it; where they are
//! not, and where a save that was refused put the cursor here while somebody was typing, a word decides nothing. What is typed and not
//! taken is said in the form.

use super::{
    Modal, State, Tone,
    command::{Command, Scope},
    form::{Form, Kind, Slot},
    form_layout,
    forms::{LABEL, intake},
    hints,
    key::{Key, KeyCode},
    message::Effect,
    wrap::cells_of,
};
use crate::{domain::Instant, locale::Texts};

/// Milliseconds after which a letter begins something new.
const SAME_WORD: i64 = 1500;

/// What letters did on a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letters {
    /// The last one picked a value that may yet turn out to be the beginning of a word; this stood there before.
    Picked(String),
    /// They were not taken, the last one at this moment.
    Refused(Instant),
    /// They were not taken on the button, and Enter after them was told so instead of done.
    Missed,
}

/// What a value of a choice is called; a number is its own name.
pub fn word_of(texts: &Texts, code: &str) -> String {
    let is_number = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { code.to_owned() } else { texts.get(&format!("form-choice-{code}")) }
}

impl State {
    /// A character on a choice of a form. Nothing: the cursor is on no choice.
    pub(super) fn choice_key(&mut self, key: Key) -> Option<Vec<Effect>> {
        let (today, now, types, texts) = (self.today, self.now, self.keymap.letters_filter, self.texts.clone());
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return None };
        let KeyCode::Char(letter) = key.code else { return None };
        let refused = form.checked;
        let Kind::Choice(codes) = form.focused()?.kind else { return None };
        let (sending, earlier) = (form.sending.is_some(), form.letters.take());
        let slot = form.focused()?;
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
            self.say_choice();
            return Some(self.typed_something());
        }
        let first = letter.to_ascii_lowercase();
        let starts = |code: &&&str| word_of(&texts, code).to_lowercase().starts_with(first);
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

    /// The first letter of a button while a button has the cursor: it gets the cursor. Not where letters are no commands, nor
    /// in a word that was begun there.
    pub(super) fn button_letter(&mut self, key: Key) -> bool {
        let (now, types) = (self.now, self.keymap.letters_filter);
        let KeyCode::Char(letter) = key.code else { return false };
        let Some(Modal::Form(form)) = self.modals.last() else { return false };
        let words = [form.purpose.button(), "form-close"].map(|key| self.texts.get(key).to_lowercase());
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return false };
        let astray = matches!(form.letters, Some(Letters::Refused(at)) if (now - at).num_milliseconds() <= SAME_WORD);
        if form.focus < form.slots.len() || key.ctrl || key.alt || types || astray {
            return false;
        }
        let found = words.iter().position(|word| word.starts_with(letter.to_ascii_lowercase()));
        found.map(|at| form.focus = form.slots.len() + at).is_some()
    }

    /// What typing does to the text that stands in the field with the cursor, as long as nothing was done to it.
    pub fn words_of_typing(&self, form: &Form) -> Option<String> {
        if form.slots.get(form.focus)?.field.is_proposed() {
            return Some(self.texts.get("form-typing-replaces"));
        }
        let key = hints::keys_of(self, Command::DeleteLine, false).into_iter().next().filter(|_| form.goes_on())?;
        Some(self.texts.with("form-typing-goes-on", &[("key", key.into())]))
    }

    /// The same where the text goes on, and there is no room for it beside that text.
    pub fn words_of_typing_below(&self, form: &Form) -> Option<String> {
        let words = self.words_of_typing(form).filter(|_| form.goes_on())?;
        let area = form_layout::areas(form, self.size).slots.get(form.focus).copied().flatten()?;
        let room = usize::from(area.width.saturating_sub(LABEL + 3));
        (cells_of(form.slots.get(form.focus)?.field.text()) + cells_of(&words) > room).then_some(words)
    }

    /// What was typed or pasted in a form goes into no field: that is said in the form.
    pub(super) fn refuse_letters(&mut self) {
        let now = self.now;
        self.form_on_top(|form| form.letters = Some(Letters::Refused(now)));
    }

    /// What a scope is called. Where the cursor of the form beneath is on a choice or a button that is no text field: only what
    /// works there is left of its commands.
    pub(super) fn scope_name(&self, scope: Scope, here: bool, commands: &mut Vec<Command>) -> String {
        match self.untyped().filter(|_| here && scope == Scope::Text) {
            Some((key, works)) => {
                commands.retain(|command| works.contains(command));
                self.texts.get(key)
            }
            None => self.texts.get(&format!("scope-{}", scope.name())),
        }
    }

    fn untyped(&self) -> Option<(&'static str, &'static [Command])> {
        const CHOICE: &[Command] = &[
            Command::Submit,
            Command::Enter,
            Command::NextField,
            Command::PreviousField,
            Command::CursorLeft,
            Command::CursorRight,
            Command::CursorHome,
            Command::CursorEnd,
            Command::Leave,
        ];
        const BUTTON: &[Command] = &[Command::Submit, Command::Enter, Command::NextField, Command::PreviousField, Command::Leave];
        let Some(Modal::Form(form)) = self.beneath() else { return None };
        match form.slots.get(form.focus).map(|slot| slot.kind) {
            Some(Kind::Choice(_)) => Some(("scope-choice", CHOICE)),
            Some(_) => None,
            None => Some(("scope-button", BUTTON)),
        }
    }

    fn form_on_top(&mut self, change: impl FnOnce(&mut Form)) {
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            change(form);
        }
    }

    /// What stands in the choice with the cursor, in words: arrows choose where nothing was chosen yet.
    fn say_choice(&mut self) {
        let Some(Modal::Form(form)) = self.modals.last() else { return };
        let Some(slot) = form.slots.get(form.focus) else { return };
        let (field, value) = (intake::label(&self.texts, slot.name), word_of(&self.texts, slot.field.text()));
        self.say_with(Tone::Info, "form-choice-chosen", &[("field", field.into()), ("value", value.into())]);
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
        self.say_choice();
        self.typed_something()
    }
}
