//! Signing in on the screen: before anything of the server is shown, and again when a session has ended. A code is approved on another
//! machine; here it is only shown, with how long it is good, for which machine, and a warning.

use super::{
    Modal, State,
    key::{Key, KeyCode},
    message::{Effect, Timer},
};
use crate::domain::Instant;

/// Milliseconds between two looks at how long the code is still good.
const COUNT: u64 = 1_000;

/// The screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningIn {
    /// How far it is.
    pub stage: Stage,
    /// Counts attempts: what comes of an older one is passed over.
    pub attempt: u64,
    /// What was before it.
    pub before: Before,
    /// Is it kept on disk?
    pub kept: bool,
    /// The moment at which time left was told last.
    pub now: Instant,
}

/// What was before somebody has to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// Nothing that is told.
    Nothing,
    /// A session ended, and what was typed is kept.
    Ended,
    /// A session ended, and what was typed last could not be kept.
    EndedUnkept,
    /// One signed out here, and the server or the provider did not hear it.
    Unheard,
}

impl Before {
    /// As a word that one process leaves to the next.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Ended => "ended",
            Self::EndedUnkept => "ended-unkept",
            Self::Unheard => "unheard",
        }
    }

    /// What such a word means; of another, nothing is told.
    pub fn of(code: &str) -> Self {
        [Self::Ended, Self::EndedUnkept, Self::Unheard].into_iter().find(|before| before.code() == code).unwrap_or(Self::Nothing)
    }
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The server and the provider are asked.
    Asking,
    /// A code waits for approval.
    Code(Code),
    /// It did not come to be: why, and what to do.
    Failed {
        /// Why.
        words: String,
        /// What to do.
        advice: String,
    },
}

/// What is shown of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What is to be typed.
    pub code: String,
    /// Where.
    pub address: String,
    /// The address with the code in it.
    pub whole: Option<String>,
    /// When it was given.
    pub since: Instant,
    /// Until when it is good.
    pub until: Instant,
    /// The name of this machine.
    pub machine: String,
}

/// What the shell tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// There is a code.
    Code(Code),
    /// Signed in and kept: loket begins anew.
    SignedIn,
    /// It did not come to be: why, and what to do.
    Failed {
        /// Why.
        words: String,
        /// What to do.
        advice: String,
    },
}

impl State {
    /// Opens the screen; the shell makes the first attempt by itself.
    pub fn sign_in(&mut self, before: Before, kept: bool) {
        self.modals.clear();
        let now = self.now;
        self.modals.push(Modal::SignIn(Box::new(SigningIn { stage: Stage::Asking, attempt: 1, before, kept, now })));
    }

    /// A key, while the screen is open.
    pub(super) fn sign_in_key(&mut self, key: Key) -> Vec<Effect> {
        let Some(Modal::SignIn(screen)) = self.modals.last_mut() else { return vec![] };
        let plain = !key.ctrl && !key.alt;
        match (key.code, &screen.stage) {
            (KeyCode::Char('c'), Stage::Code(code)) if plain => vec![Effect::Copy(code.code.clone())],
            (KeyCode::Char('l'), Stage::Code(code)) if plain => {
                vec![Effect::Copy(code.whole.clone().unwrap_or_else(|| code.address.clone()))]
            }
            (KeyCode::Enter, Stage::Failed { .. }) => {
                screen.attempt += 1;
                screen.stage = Stage::Asking;
                vec![Effect::SignIn(screen.attempt)]
            }
            (KeyCode::Char('q'), _) if plain => vec![Effect::Quit],
            (KeyCode::Char('c' | 'q' | 'd'), _) if key.ctrl => vec![Effect::Quit],
            (KeyCode::Esc, _) => vec![Effect::Quit],
            _ => vec![],
        }
    }

    /// What came of an attempt.
    pub(super) fn sign_in_told(&mut self, attempt: u64, told: Told) -> Vec<Effect> {
        let now = self.now;
        let Some(Modal::SignIn(screen)) = self.modals.last_mut() else { return vec![] };
        if screen.attempt != attempt {
            return vec![];
        }
        match told {
            Told::Code(code) => {
                screen.now = now.max(code.since);
                screen.stage = Stage::Code(code);
                vec![Effect::Wait(COUNT, Timer::SignIn(attempt))]
            }
            Told::SignedIn => vec![Effect::Begin { demo: false }],
            Told::Failed { words, advice } => {
                screen.stage = Stage::Failed { words, advice };
                vec![]
            }
        }
    }

    /// A second went by.
    pub(super) fn sign_in_counted(&mut self, attempt: u64) -> Vec<Effect> {
        let Some(Modal::SignIn(screen)) = self.modals.last_mut() else { return vec![] };
        if screen.attempt != attempt || !matches!(screen.stage, Stage::Code(_)) {
            return vec![];
        }
        screen.now += chrono::TimeDelta::milliseconds(COUNT as i64);
        vec![Effect::Wait(COUNT, Timer::SignIn(attempt))]
    }

    /// The server does not take the token any more. Whoever signed in has to do so again, and sees nothing more meanwhile.
    pub(super) fn session_ended(&mut self) -> Vec<Effect> {
        if self.signed_in { vec![Effect::SessionEnded] } else { vec![] }
    }
}

impl State {
    /// Signs out, unless something was sent whose answer has not come.
    pub(super) fn sign_out(&mut self) -> Vec<Effect> {
        use super::actions::Pending;
        let waiting = |pending: &Pending| matches!(pending, Pending::Form(_) | Pending::Act { .. });
        if self.requests.values().any(waiting) {
            self.say_with(super::Tone::Warn, "sign-out-unsent", &[]);
            return vec![];
        }
        vec![Effect::SignOut]
    }
}
