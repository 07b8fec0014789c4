//! What a panic does: the terminal is given back, a file says where it happened, one sentence says where the file is.
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

/// Where the file goes: `loket/panic-PROCESS-SECONDS.log` in the state folder of the user.
pub fn place(variable: impl Fn(&str) -> Option<String>, process: u32, seconds: i64) -> Option<PathBuf> {
    let absolute = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = absolute("XDG_STATE_HOME").or_else(|| Some(absolute("HOME")?.join(".local/state")))?;
    Some(state.join("loket").join(format!("panic-{process}-{seconds}.log")))
}

/// From now on, for every thread: `first` (give the terminal back, end the program), the file, then `sentence` on standard
/// error: the first one when the file was written, else the second.
pub fn install(first: impl Fn() + Send + Sync + 'static, log: Option<PathBuf>, sentence: (String, String)) {
    std::panic::set_hook(Box::new(move |panic| {
        first();
        let place = panic.location().map_or_else(|| "unknown".to_owned(), ToString::to_string);
        let thread = std::thread::current();
        let text = report(&place, thread.name(), panic.payload(), &Backtrace::force_capture());
        let kept = log.as_deref().is_some_and(|log| keep(log, &text).is_ok());
        let _ = writeln!(io::stderr(), "{}", if kept { &sentence.0 } else { &sentence.1 });
    }));
}

fn report(place: &str, thread: Option<&str>, payload: &(dyn Any + Send), trace: &Backtrace) -> String {
    let message = payload.downcast_ref::<&'static str>().copied().unwrap_or("(left out: it may quote a case)");
    let version = env!("CARGO_PKG_VERSION");
    let thread = thread.unwrap_or("unnamed");
    format!("loket {version}\nat: {place}\nthread: {thread}\nmessage: {message}\n\n{trace}\n")
}

/// Appends to a file that only its owner may read; a link in its place is refused.
fn keep(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let no_follow = rustix::fs::OFlags::NOFOLLOW.bits() as i32;
    let mut file = std::fs::OpenOptions::new().create(true).append(true).mode(0o600).custom_flags(no_follow).open(path)?;
    file.write_all(text.as_bytes())
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
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        let variable = |name: &str| (name == "XDG_STATE_HOME").then(|| state.display().to_string());
        let path = place(variable, 7, 9).unwrap();
        assert_eq!(path, state.join("loket/panic-7-9.log"));
        keep(&path, "one\n").unwrap();
        keep(&path, "two\n").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\n");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        let link = path.with_file_name("link.log");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &link).unwrap();
        assert!(keep(&link, "three").is_err());
    }

    #[test]
    fn a_relative_folder_is_no_folder() {
        assert_eq!(place(|name| (name == "XDG_STATE_HOME").then(|| "state".into()), 1, 2), None);
        let home = |name: &str| (name == "HOME").then(|| "/home/a".to_owned());
        assert_eq!(place(home, 1, 2).unwrap(), Path::new("/home/a/.local/state/loket/panic-1-2.log"));
    }
}
