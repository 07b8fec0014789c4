//! What themes and keymaps are read from: the configuration that counts, and the environment. Reads nothing itself.

use std::collections::HashMap;

use super::{config::Config, edge};

/// The configuration with the environment it was read in.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub config: &'a Config,
    pub environment: &'a HashMap<String, String>,
}

impl Sources<'_> {
    /// A variable of the environment, if it is set to something.
    pub(super) fn variable(&self, name: &str) -> Option<String> {
        self.environment.get(name).filter(|value| !value.is_empty()).cloned()
    }

    /// Does the locale say that the terminal shows more than ASCII?
    pub(super) fn shows_unicode(&self) -> bool {
        edge::shows_unicode(|name| self.variable(name))
    }
}
