//! Another keymap, language or theme while loket runs: counts at once, and is kept for the next start. A demonstration keeps
//! nothing. That nothing may be changed is switched here too.

use std::sync::Arc;

use super::{State, Tone, message::Effect, settings::Settings, setup::Answers};
use crate::{
    domain::text::SafeText,
    locale::{Language, Texts},
};

impl State {
    pub(super) fn use_keymap(&mut self, name: String) -> Vec<Effect> {
        let Some((_, keymap)) = self.choices.keymaps.iter().find(|(known, _)| *known == name) else { return vec![] };
        self.keymap = keymap.clone();
        self.index = None;
        self.typed.clear();
        self.say_with(Tone::Done, "keymap-now", &[("name", name.as_str().into())]);
        self.keep_choice(Answers { keymap: Some(name), ..Answers::default() })
    }

    pub(super) fn use_language(&mut self, language: Language) -> Vec<Effect> {
        self.texts = Arc::new(Texts::new(language));
        self.index = None;
        self.say_with(Tone::Done, "language-now", &[]);
        let mut effects = vec![Effect::Language(language)];
        effects.extend(self.keep_choice(Answers { language: Some(language), ..Answers::default() }));
        effects
    }

    pub(super) fn use_theme(&mut self, name: String) -> Vec<Effect> {
        let key = format!("theme-{name}");
        let shown = if self.texts.has(&key) { self.texts.get(&key) } else { name.clone() };
        self.say_with(Tone::Done, "theme-now", &[("name", shown.into())]);
        let mut effects = vec![Effect::Theme(name.clone())];
        effects.extend(self.keep_choice(Answers { theme: Some(name), ..Answers::default() }));
        effects
    }

    /// From now on only looking, or changing things again; not kept for the next start.
    pub(super) fn switch_read_only(&mut self) -> Vec<Effect> {
        self.settings.read_only = !self.settings.read_only;
        self.say_with(Tone::Done, if self.settings.read_only { "read-only-on" } else { "read-only-off" }, &[]);
        vec![]
    }

    /// Settings that were saved: what was switched here holds, unless the file now says something else about it.
    pub(super) fn take_settings(&mut self, settings: Settings) {
        let (now, before) = (self.settings.read_only, self.settings.read_only_set);
        // Where drafts are was settled at the start.
        let keep_drafts = self.settings.keep_drafts;
        self.settings = Settings { keep_drafts, ..settings };
        if self.settings.read_only_set == before {
            self.settings.read_only = now;
        }
    }

    fn keep_choice(&mut self, answers: Answers) -> Vec<Effect> {
        if self.passing {
            let until = self.texts.get("choice-until-demo");
            if let Some(message) = &mut self.message {
                message.advice = SafeText::line(&until);
            }
            return vec![];
        }
        self.choices.kept_at = Some(self.now);
        vec![Effect::Configure(Box::new(answers))]
    }

    /// The choice is in the configuration; or it is not, lasts until loket closes, and that is said.
    pub(super) fn choice_kept(&mut self, result: Result<String, String>) {
        if let Err(words) = result {
            self.choices.kept_at = None;
            self.say_with(Tone::Warn, "choice-not-kept", &[("words", words.into())]);
        }
    }
}
