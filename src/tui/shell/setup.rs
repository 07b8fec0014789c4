//! What setting up needs of the outside: what is known already, and how the answers are saved. How and where is the caller's.

use std::{fmt, sync::Arc};

use crate::{
    client::sign_in::Kept,
    tui::app::{
        setup::{Answers, Known},
        signing_in::Before,
    },
};

/// Saves answers: gives the file, as it is shown, or why not, in words.
pub type Save = dyn Fn(&Answers) -> Result<String, String> + Send + Sync;

/// What setting up starts from, and how it is saved.
#[derive(Clone)]
pub struct Arrange {
    /// What is known already.
    pub known: Known,
    /// Saves the answers.
    pub save: Arc<Save>,
    /// Where a sign-in goes; nothing where that is not asked for: a token is there, or somebody signed in.
    pub sign_in: Option<SignInPlace>,
}

/// Where a sign-in goes.
#[derive(Clone)]
pub struct SignInPlace {
    /// What was before, a moment ago.
    pub before: Before,
    /// Is it kept on disk?
    pub kept: bool,
    /// The name of this machine.
    pub machine: String,
    /// Can it be kept? Otherwise why not, in words.
    pub probe: Arc<dyn Fn() -> Result<(), String> + Send + Sync>,
    /// Keeps it, or why not, in words.
    pub keep: Arc<dyn Fn(Kept) -> Result<(), String> + Send + Sync>,
}

impl fmt::Debug for Arrange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrange").field("known", &self.known).finish_non_exhaustive()
    }
}
