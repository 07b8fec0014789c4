//! What setting up needs of the outside: what is known already, and how the answers are saved. How and where is the caller's.

use std::{fmt, sync::Arc};

use crate::tui::app::setup::{Answers, Known};

/// Saves answers: gives the file, as it is shown, or why not, in words.
pub type Save = dyn Fn(&Answers) -> Result<String, String> + Send + Sync;

/// What setting up starts from, and how it is saved.
#[derive(Clone)]
pub struct Arrange {
    /// What is known already.
    pub known: Known,
    /// Saves the answers.
    pub save: Arc<Save>,
}

impl fmt::Debug for Arrange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Arrange").field("known", &self.known).finish_non_exhaustive()
    }
}
