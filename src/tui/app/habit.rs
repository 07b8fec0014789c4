//! Keys that mean something in other programs and nothing here: one line says what does it, instead of silence.

use super::{
    State, Tone,
    command::{Command, Scope},
    key::{Key, KeyCode},
    keymap::Resolution,
    keys::Typing,
    message::Effect,
};

impl State {
    /// Says what to press instead of this key, if other programs taught it.
    pub(super) fn tell_of_habit(&mut self, key: Key) {
        let arrow = matches!(key.code, KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown);
        match key {
            Key { code: KeyCode::Char('v'), ctrl: true, alt: false, .. } => self.say_with(Tone::Info, "habit-paste", &[]),
            Key { code: KeyCode::Char('a' | 'c' | 'x'), ctrl: true, alt: false, .. } if self.typing() != Typing::No => {
                let key = self.keymap.shown(Command::DeleteLine).unwrap_or_default();
                self.say_with(Tone::Info, "habit-select", &[("key", key.into())]);
            }
            Key { shift: true, .. } if arrow && self.modals.is_empty() => {
                let key = self.keymap.shown(Command::MarkRange).unwrap_or_default();
                self.say_with(Tone::Info, "habit-range", &[("key", key.into())]);
            }
            _ => {}
        }
    }

    /// A key that is no letter and means nothing in the field with the cursor. Over a filter or a query it may be one of the list
    /// below: the window of filters opens, of another it is said how to get there.
    pub(super) fn key_over_field(&mut self, key: Key) -> Vec<Effect> {
        let list = self.modals.is_empty() && matches!(self.typing(), Typing::Filter | Typing::Lookup);
        let found = match self.keymap.resolve(Scope::filtered(self.pane), &[key]) {
            Resolution::Command(command) if list => Some(command),
            _ => None,
        };
        if found == Some(Command::Facets) {
            return self.run(Command::Facets);
        }
        if list {
            self.message = None;
        }
        let effects = self.type_key(key);
        if let (Some(command), None) = (found.filter(|command| command.scope() != Scope::Text), &self.message) {
            let keep = [Command::FilterKeep, Command::ToCard].iter().find_map(|command| self.keymap.shown(*command));
            let values = [("what", self.texts.get(&command.word()).into()), ("key", keep.unwrap_or_default().into())];
            self.say_with(Tone::Info, "key-of-list", &values);
        }
        effects
    }
}
