//! Letters in a small menu. Where letters are commands, the letter of a line picks it. Where they are not, what is typed moves
//! the cursor to the line that begins so, and only Enter picks: a word typed into a menu decides nothing by its first letter.

use super::{
    Modal, State,
    choose::Choose,
    key::{Key, KeyCode},
    message::Effect,
};
use crate::domain::{Instant, fold::fold};

/// Milliseconds after which a letter begins a new word.
const SAME_WORD: i64 = 1500;

/// What was typed into a menu so far, and when last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    word: String,
    at: Instant,
}

impl State {
    /// A letter in a menu. Nothing: no menu, or no letter of it.
    pub(super) fn menu_letter(&mut self, key: Key) -> Option<Vec<Effect>> {
        let (now, types) = (self.now, self.keymap.letters_filter);
        let Some(Modal::Choose(menu)) = self.modals.last_mut() else { return None };
        let Key { code: KeyCode::Char(letter), ctrl: false, alt: false, .. } = key else { return None };
        if types {
            return menu.type_letter(letter, now).then(Vec::new);
        }
        menu.cursor = menu.items.iter().position(|item| item.letter == letter)?;
        Some(self.pick())
    }
}

impl Choose {
    /// Moves the cursor to the line that begins with what was typed, or that has a word that does; a first letter alone goes to
    /// the line it stands before. Says whether it was taken.
    fn type_letter(&mut self, letter: char, now: Instant) -> bool {
        let earlier = self.typed.take().filter(|typed| (now - typed.at).num_milliseconds() <= SAME_WORD);
        let mut word = earlier.map_or_else(String::new, |typed| typed.word);
        if !letter.is_alphanumeric() && (word.is_empty() || letter != ' ') {
            return false;
        }
        word.push(letter);
        let wanted = fold(&word);
        let labels: Vec<String> = self.items.iter().map(|item| fold(&item.label)).collect();
        let own = (word.chars().count() == 1).then(|| self.items.iter().position(|item| item.letter == letter)).flatten();
        let begins = || labels.iter().position(|label| label.starts_with(&wanted));
        let within = || labels.iter().position(|label| label.split(' ').any(|one| one.starts_with(&wanted)));
        if let Some(at) = own.or_else(begins).or_else(within) {
            self.cursor = at;
        }
        self.typed = Some(Typed { word, at: now });
        true
    }
}
