//! What a fault of the program itself leaves behind: one line on standard error, and a file with the rest under
//! `$XDG_STATE_HOME/loket/`, readable by its owner alone. The interface puts its own hook in front, which gives the
//! terminal back first.

use std::{
    backtrace::Backtrace,
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    panic::PanicHookInfo,
    path::{Path, PathBuf},
};

use crate::domain::text::SafeText;

/// Where what must outlive a call is kept: `$XDG_STATE_HOME/loket`, or under `$HOME/.local/state`.
pub fn state_folder(variable: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let absolute = |name| variable(name).map(PathBuf::from).filter(|path: &PathBuf| path.is_absolute());
    let state = absolute("XDG_STATE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local").join("state")));
    state.map(|state| state.join("loket"))
}

/// Puts the hook in place for the rest of the process.
pub fn install() {
    let folder = state_folder(|name| std::env::var(name).ok());
    std::panic::set_hook(Box::new(move |info| {
        let log = folder.as_deref().and_then(|folder| keep(folder, info));
        let mut stderr = std::io::stderr().lock();
        let place = log.map_or_else(String::new, |path| format!(" {}", SafeText::line(&path.display().to_string())));
        let _ = writeln!(stderr, "loket: interne fout / internal error.{place}");
    }));
}

/// Writes the log; gives its path.
fn keep(folder: &Path, info: &PanicHookInfo<'_>) -> Option<PathBuf> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).ok()?;
    let path = folder.join(format!("panic-{}.log", std::process::id()));
    let mut file = std::fs::OpenOptions::new().create(true).append(true).mode(0o600).open(&path).ok()?;
    writeln!(file, "loket {} {info}\n{}", env!("CARGO_PKG_VERSION"), Backtrace::force_capture()).ok()?;
    Some(path)
}
