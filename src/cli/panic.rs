//! What a fault of the program itself leaves behind: one line on standard error, and a file with the rest under
//! `$XDG_STATE_HOME/loket/`, readable by its owner alone. The interface puts its own hook in front, which gives the
//! terminal back first.
//!
//! The file holds no text of a case: a message that was put together at run time may quote one (a cut string does), so only
//! a message that stands in the source is kept.

use std::{
    any::Any,
    backtrace::Backtrace,
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use rustix::{
    fs::OFlags,
    process::{Resource, Rlimit, setrlimit},
};

use crate::domain::text::SafeText;

/// Where what must outlive a call is kept: `$XDG_STATE_HOME/loket`, or under `$HOME/.local/state`.
pub fn state_folder(variable: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let absolute = |name| variable(name).map(PathBuf::from).filter(|path: &PathBuf| path.is_absolute());
    let state = absolute("XDG_STATE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local").join("state")));
    state.map(|state| state.join("loket"))
}

/// Puts the hook in place for the rest of the process. No fault leaves a core file: in memory are tokens and texts of cases.
pub fn install() {
    // Lower is always allowed.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let folder = state_folder(|name| std::env::var(name).ok());
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        let thread = std::thread::current();
        let text = report(&place, thread.name(), panic.payload(), &Backtrace::force_capture());
        let log = folder.as_deref().and_then(|folder| keep(folder, std::process::id(), &text).ok());
        let log = log.map_or_else(String::new, |path| format!("{}", SafeText::line(&path.display().to_string())));
        // Of the program itself, so in both languages: what is set is not known here.
        let told = "loket: interne fout. Start loket opnieuw: wat u typte is bewaard (niet in de demo). Geef dit bestand aan de beheerder.\n\
                    loket: internal error. Start loket again: what you typed is kept (not in the demo). Give this file to the administrator.\n";
        let _ = writeln!(io::stderr(), "{told}{log}");
    }));
}

fn report(place: &str, thread: Option<&str>, payload: &(dyn Any + Send), trace: &Backtrace) -> String {
    let message = payload.downcast_ref::<&'static str>().copied().unwrap_or("(left out: it may quote a case)");
    let version = env!("CARGO_PKG_VERSION");
    let thread = thread.unwrap_or("unnamed");
    format!("loket {version}\nat: {place}\nthread: {thread}\nmessage: {message}\n\n{trace}\n")
}

/// Appends to a file that only its owner may read, and gives its path; a link in its place is refused.
fn keep(folder: &Path, process: u32, text: &str) -> io::Result<PathBuf> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let path = folder.join(format!("panic-{process}.log"));
    let no_follow = OFlags::NOFOLLOW.bits() as i32;
    let mut file = std::fs::OpenOptions::new().create(true).append(true).mode(0o600).custom_flags(no_follow).open(&path)?;
    file.write_all(text.as_bytes())?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_file_holds_no_text_of_a_case() {
        let trace = Backtrace::disabled();
        let quoted: Box<dyn Any + Send> = Box::new("cut inside 'é' of `Danië`".to_owned());
        let text = report("src/a.rs:1:2", Some("main"), &*quoted, &trace);
        assert!(text.contains("src/a.rs:1:2") && !text.contains("Dani"), "{text}");
        let written: Box<dyn Any + Send> = Box::new("a list is never empty");
        assert!(report("x", None, &*written, &trace).contains("a list is never empty"));
    }

    #[test]
    fn the_file_is_its_owners_alone() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("state/loket");
        let path = keep(&folder, 7, "one\n").unwrap();
        keep(&folder, 7, "two\n").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\n");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(&folder)), (0o600, 0o700));
        std::os::unix::fs::symlink(home.path().join("elsewhere"), folder.join("panic-8.log")).unwrap();
        assert!(keep(&folder, 8, "three").is_err());
    }

    #[test]
    fn a_relative_folder_is_no_folder() {
        assert_eq!(state_folder(|name| (name == "XDG_STATE_HOME").then(|| "state".into())), None);
        let home = |name: &str| (name == "HOME").then(|| "/h/a".to_owned());
        assert_eq!(state_folder(home).unwrap(), Path::new("/h/a/.local/state/loket"));
    }
}
