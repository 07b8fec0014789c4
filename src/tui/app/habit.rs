//! Keys that mean something in other programs and nothing here: one line says what does it, instead of silence.

use super::{
    State, Tone,
    command::Command,
    key::{Key, KeyCode},
    keys::Typing,
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
}
