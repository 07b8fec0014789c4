//! What a fault of the program itself leaves behind outside the interface: one line on standard error, and a file with the
//! place under `$XDG_STATE_HOME/loket/`. The interface puts its own hook in front, which gives the terminal back first.

use std::path::PathBuf;

use crate::{domain::text::SafeText, tui::shell::panic_log};

/// Where what must outlive a call is kept: `$XDG_STATE_HOME/loket`, or under `$HOME/.local/state`.
pub fn state_folder(variable: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    panic_log::place(variable, 0, 0)?.parent().map(Into::into)
}

/// Puts the hook in place for the rest of the process. No texts of the locale: they may be what is broken.
pub fn install() {
    let log = panic_log::place(|name| std::env::var(name).ok(), std::process::id(), chrono::Utc::now().timestamp());
    let file = log.as_ref().map(|log| SafeText::line(&log.display().to_string()).into_string()).unwrap_or_default();
    let sentence = "loket: interne fout / internal error.";
    panic_log::install(|| {}, log, (format!("{sentence} {file}"), sentence.to_owned()));
}
