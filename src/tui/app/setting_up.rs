//! What the keys do while loket is set up.

use std::sync::Arc;

use super::{
    Modal, State, address,
    command::{Command, Scope},
    key::{Key, KeyCode},
    keymap::Resolution,
    message::Effect,
    setup::{After, Attempt, Copying, Found, Saving, Secret, Setup, Step, endings},
};
use crate::locale::{Language, Texts};

/// What is copied as a test.
pub const COPIED: &str = "loket test";
/// Keys that are remembered.
const MOST_KEYS: usize = 200;

impl State {
    /// Opens the screen.
    pub fn set_up(&mut self) -> Vec<Effect> {
        let language = self.texts.language();
        let cursor = Language::ALL.iter().position(|one| *one == language).unwrap_or(0);
        self.modals.clear();
        self.message = None;
        self.modals.push(Modal::Setup(Box::new(Setup::new(&self.known, cursor))));
        if self.known.answered {
            self.setup_go(Step::Server);
            self.say_with(super::Tone::Info, "setup-only-server", &[("file", self.known.file.as_str().into())]);
        }
        vec![]
    }

    /// A key, while the screen is open.
    pub(super) fn setup_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        if matches!(setup.saving, Saving::Running(_)) {
            return vec![];
        }
        if setup.step == Step::Keys {
            return self.setup_tested(key);
        }
        self.message = None;
        let scopes = [Scope::Text, Scope::Menu, Scope::Global];
        let plain = matches!(key, Key { code: KeyCode::Char(_), ctrl: false, alt: false, .. });
        let command = match self.keymap.resolve(&scopes, &[key]) {
            Resolution::Command(command) if !plain => Some(command),
            _ => None,
        };
        match command {
            Some(Command::NextField) => self.setup_step(1),
            Some(Command::PreviousField) => self.setup_step(-1),
            Some(Command::Leave | Command::MenuClose | Command::Back) => self.setup_end(),
            Some(Command::Cancel) => self.setup_cancel(),
            Some(Command::Enter | Command::Submit | Command::MenuPick) => self.setup_enter(),
            Some(Command::CursorUp | Command::MenuPrevious) => self.setup_move(-1),
            Some(Command::CursorDown | Command::MenuNext) => self.setup_move(1),
            Some(Command::Redraw) => vec![Effect::Redraw],
            Some(Command::Help) => {
                self.say_with(super::Tone::Info, "setup-help", &[]);
                vec![]
            }
            Some(command) => self.setup_edit(|field| field.command(command, (usize::MAX, 1))),
            None if plain => {
                match (setup.step, key.code) {
                    (Step::Server, _) => setup.cursor = 1,
                    // Who types the name of keys goes to its line; Enter takes it.
                    (Step::Keymap, KeyCode::Char(letter)) => {
                        let named = self.choices.keymaps.iter().position(|(name, _)| name.starts_with(letter));
                        setup.cursor = named.unwrap_or(setup.cursor);
                    }
                    _ => {}
                }
                self.setup_edit(|field| field.key(key))
            }
            None => {
                self.tell_of_habit(key);
                vec![]
            }
        }
    }

    /// A paste, while the screen is open: into the field, or the proof that copying works.
    pub(super) fn setup_paste(&mut self, text: &str) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        match setup.step {
            Step::Clipboard if text.contains(COPIED) => setup.copying = Copying::Works,
            Step::Server => setup.cursor = 1,
            _ => {}
        }
        self.setup_edit(|field| {
            field.paste(text.trim());
            true
        })
    }

    fn setup_edit(&mut self, edit: impl FnOnce(&mut super::field::Field) -> bool) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        let Some(field) = setup.field() else { return vec![] };
        let before = field.text().to_owned();
        edit(field);
        if before != field.text() {
            setup.demo = false;
            setup.signed_in = Attempt::None;
            if setup.step == Step::Server {
                setup.reached = Attempt::None;
            }
        }
        vec![]
    }

    /// A key of the test. It does nothing but show, and what walks through the steps still does: Tab, Shift+Tab, and Esc as long
    /// as nothing was tested; after that twice, so that it can be tested too.
    fn setup_tested(&mut self, key: Key) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        let esc = key == Key::new(KeyCode::Esc);
        if setup.keys.len() < MOST_KEYS || setup.keys.contains(&key) {
            setup.keys.retain(|known| *known != key);
            setup.keys.push(key);
        }
        let leaves = esc && setup.esc;
        setup.esc = esc;
        match key.code {
            KeyCode::Tab if key == Key::new(KeyCode::Tab) => self.setup_step(1),
            KeyCode::BackTab if key == Key::new(KeyCode::BackTab) => self.setup_step(-1),
            _ if leaves => self.setup_end(),
            _ => vec![],
        }
    }

    /// To another step; what was typed stays.
    fn setup_step(&mut self, by: isize) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        let mut at = setup.step.number();
        loop {
            let Some(next) = at.checked_add_signed(by).filter(|next| *next < Step::ALL.len()) else { return vec![] };
            at = next;
            // Nobody signs in to the demonstration.
            if !(setup.demo && Step::ALL[at] == Step::SignIn) {
                break;
            }
        }
        self.setup_go(Step::ALL[at]);
        vec![]
    }

    fn setup_go(&mut self, step: Step) {
        let language = self.texts.language();
        let keymap = self.choices.keymaps.iter().position(|(_, keymap)| Arc::ptr_eq(keymap, &self.keymap));
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return };
        if step == Step::Finish {
            setup.from = setup.step;
        }
        setup.step = step;
        setup.seen = setup.seen.max(step.number());
        setup.esc = step == Step::Keys;
        setup.cursor = match step {
            Step::Language => Language::ALL.iter().position(|one| *one == language).unwrap_or(0),
            Step::Server => usize::from(!setup.demo && !setup.server.is_blank()),
            Step::Keymap => keymap.unwrap_or(0),
            _ => 0,
        };
    }

    /// Esc: to the end, where everything is shown; from there back to where we were.
    fn setup_end(&mut self) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last() else { return vec![] };
        let step = if setup.step == Step::Finish { setup.from } else { Step::Finish };
        self.setup_go(step);
        vec![]
    }

    /// Breaking off: to the way out, which Enter takes.
    fn setup_cancel(&mut self) -> Vec<Effect> {
        let last = endings(self.known.first).len().saturating_sub(1);
        if matches!(self.modals.last(), Some(Modal::Setup(setup)) if setup.step != Step::Finish) {
            self.setup_go(Step::Finish);
        }
        if let Some(Modal::Setup(setup)) = self.modals.last_mut() {
            setup.cursor = last;
        }
        vec![]
    }

    fn setup_move(&mut self, by: isize) -> Vec<Effect> {
        let (keymaps, first) = (self.choices.keymaps.len(), self.known.first);
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        let lines = match setup.step {
            Step::Language => Language::ALL.len(),
            Step::Server => 2,
            Step::Keymap => keymaps,
            Step::Clipboard if setup.copying != Copying::Untested => 2,
            Step::Finish => endings(first).len(),
            _ => 1,
        };
        setup.cursor = setup.cursor.saturating_add_signed(by).min(lines.saturating_sub(1));
        // What was wrong with the address is said while one is at it.
        if setup.step == Step::Server && setup.cursor == 0 && matches!(setup.reached, Attempt::Failed { .. } | Attempt::Meant(_))
        {
            setup.reached = Attempt::None;
        }
        vec![]
    }

    fn setup_enter(&mut self) -> Vec<Effect> {
        let first = self.known.first;
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        let cursor = setup.cursor;
        match setup.step {
            Step::Language => {
                let Some(language) = Language::ALL.get(cursor).copied() else { return vec![] };
                setup.language = Some(language);
                self.texts = Arc::new(Texts::new(language));
                self.index = None;
                self.setup_step(1);
                vec![Effect::Language(language)]
            }
            Step::Server if cursor == 0 => {
                setup.demo = true;
                if self.known.answered {
                    self.setup_go(Step::Finish);
                    return vec![];
                }
                self.setup_step(1)
            }
            Step::Server if matches!(setup.reached, Attempt::Good(_)) => self.setup_step(1),
            Step::Server if setup.server.is_blank() => {
                let (words, advice) = (self.texts.get("setup-server-empty"), self.texts.get("setup-server-empty-advice"));
                setup.reached = Attempt::Failed { words, advice };
                vec![]
            }
            Step::Server if !matches!(setup.reached, Attempt::Meant(_)) && address::meant(setup.server.text()).is_some() => {
                setup.reached = address::meant(setup.server.text()).map_or(Attempt::None, Attempt::Meant);
                vec![]
            }
            Step::SignIn if setup.demo || setup.token.0.is_blank() || matches!(setup.signed_in, Attempt::Good(_)) => {
                self.setup_step(1)
            }
            Step::Server | Step::SignIn => {
                setup.demo = false;
                if let Attempt::Meant(address) = std::mem::take(&mut setup.reached) {
                    setup.server.set(&address);
                }
                setup.attempts += 1;
                let attempt = setup.attempts;
                let server = setup.server.text().trim().to_owned();
                let token = (setup.step == Step::SignIn).then(|| Secret(setup.token.0.text().trim().to_owned()));
                if let Some(state) = setup.attempt() {
                    *state = Attempt::Running(attempt);
                }
                vec![Effect::Try { attempt, server, token }]
            }
            Step::Keymap => {
                if let Some((name, keymap)) = self.choices.keymaps.get(cursor) {
                    setup.keymap = Some(name.clone());
                    self.keymap = keymap.clone();
                    self.index = None;
                }
                self.setup_step(1)
            }
            Step::Clipboard => match setup.copying {
                Copying::Untested => vec![Effect::Copy(COPIED.into())],
                Copying::Sent => {
                    setup.copying = if cursor == 0 { Copying::Works } else { Copying::Fails };
                    vec![]
                }
                Copying::Works | Copying::Fails => self.setup_step(1),
            },
            Step::Keys => vec![],
            Step::Finish => match endings(first).get(cursor).copied().flatten() {
                Some(after) => {
                    setup.saving = Saving::Running(after);
                    vec![Effect::Configure(Box::new(setup.answers(&self.known)))]
                }
                None => self.setup_left(if first { After::Stop } else { After::Close }),
            },
        }
    }

    /// The screen goes, saved or not.
    fn setup_left(&mut self, after: After) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last() else { return vec![] };
        match after {
            After::Begin => vec![Effect::Begin { demo: setup.demo || (setup.server.is_blank() && self.known.server.is_none()) }],
            After::Stop => vec![Effect::Quit],
            After::Close => {
                self.modals.pop();
                vec![]
            }
        }
    }

    /// The server answered an attempt, or did not.
    pub(super) fn setup_tried(&mut self, attempt: u64, result: Result<Found, (String, String)>) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else { return vec![] };
        for state in [&mut setup.reached, &mut setup.signed_in] {
            if *state == Attempt::Running(attempt) {
                *state = match result {
                    Ok(found) => Attempt::Good(found),
                    Err((words, advice)) => Attempt::Failed { words, advice },
                };
                break;
            }
        }
        vec![]
    }

    /// The terminal got the test of copying, or it could not be sent.
    pub(super) fn setup_copied(&mut self, sent: bool) {
        if let Some(Modal::Setup(setup)) = self.modals.last_mut()
            && setup.step == Step::Clipboard
        {
            setup.copying = if sent { Copying::Sent } else { Copying::Fails };
        }
    }

    /// It was saved, in this file, or why not.
    pub(super) fn setup_saved(&mut self, result: Result<String, String>) -> Vec<Effect> {
        let Some(Modal::Setup(setup)) = self.modals.last_mut() else {
            self.choice_kept(result);
            return vec![];
        };
        let Saving::Running(after) = setup.saving else { return vec![] };
        match result {
            Ok(file) => {
                setup.saving = Saving::No;
                let effects = self.setup_left(after);
                self.say_with(super::Tone::Done, "setup-saved", &[("file", file.into())]);
                effects
            }
            Err(words) => {
                setup.saving = Saving::Failed(words);
                vec![]
            }
        }
    }
}
