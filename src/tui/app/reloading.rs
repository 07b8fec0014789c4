//! The user saved a configuration, keymap or theme file: what changed counts from now on, what is broken does not.

use std::sync::Arc;

use super::{State, Tone, keymap::Keymap, message::Effect, settings::Settings};
use crate::locale::{Language, Texts};

/// Seconds within which a change of the configuration is the one loket made itself.
const OWN_WITHIN: i64 = 5;

/// Keymaps by name.
pub type Keymaps = Vec<(String, Arc<Keymap>)>;

/// What changed in the files. The look itself is kept outside the state.
#[derive(Debug, Clone, Default)]
pub struct Reloaded {
    /// Settings.
    pub settings: Option<Settings>,
    /// Language.
    pub language: Option<Language>,
    /// Keymaps by name, and whether another one is set now: the first.
    pub keymaps: Option<(Keymaps, bool)>,
    /// Names of the themes, and whether another one is set now: the first.
    pub themes: Option<(Vec<String>, bool)>,
    /// Does something count from the next start only?
    pub later: bool,
    /// What is wrong, with its place, in every language.
    pub warning: Option<Vec<(Language, String)>>,
    /// Was something wrong before, and is it mended?
    pub mended: bool,
}

impl State {
    /// Takes in what changed.
    pub(super) fn reloaded(&mut self, reloaded: Reloaded) -> Vec<Effect> {
        let mut effects = vec![];
        if let Some(settings) = reloaded.settings {
            self.take_settings(settings);
        }
        if let Some(language) = reloaded.language.filter(|language| *language != self.texts.language()) {
            self.texts = Arc::new(Texts::new(language));
            self.index = None;
            effects.push(Effect::Language(language));
        }
        if let Some((keymaps, switched)) = reloaded.keymaps {
            let now = self.choices.keymaps.iter().find(|(_, keymap)| Arc::ptr_eq(keymap, &self.keymap));
            let name = now.map(|(name, _)| name.clone()).filter(|_| !switched);
            let next = keymaps.iter().find(|(known, _)| Some(known) == name.as_ref()).or(keymaps.first());
            if let Some((_, keymap)) = next {
                self.keymap = keymap.clone();
                self.index = None;
                // Half a sequence of the old keys means nothing in the new ones.
                self.typed.clear();
            }
            self.choices.keymaps = keymaps;
        }
        if let Some((themes, switched)) = reloaded.themes {
            let first = themes.first().filter(|_| switched).cloned();
            self.choices.themes = themes;
            effects.extend(first.map(Effect::Theme));
        }
        let own = self.choices.kept_at.take().is_some_and(|at| (self.now - at).num_seconds() < OWN_WITHIN);
        match reloaded.warning {
            Some(warning) => {
                let spoken = warning.into_iter().find(|(language, _)| *language == self.texts.language());
                let warning = spoken.map(|(_, words)| words).unwrap_or_default();
                let words = self.texts.with("reload-broken", &[("what", warning.into())]);
                self.say(Tone::Warn, words);
            }
            None if own && !reloaded.later && !reloaded.mended => {}
            None if reloaded.later => self.say_with(Tone::Warn, "reload-later", &[]),
            None => self.say_with(Tone::Done, if reloaded.mended { "reload-mended" } else { "reload-done" }, &[]),
        }
        effects
    }
}
