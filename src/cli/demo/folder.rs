//! The folder of one demonstration: of this user alone, under the state folder and not in a place all share. It goes away
//! with the program; what a killed one left goes away at the next start.

use std::{
    fs, io,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::{Path, PathBuf},
};

use rustix::process::{Pid, test_kill_process};
use tempfile::TempDir;

const PREFIX: &str = "demo-";

/// Makes one, after clearing away what is left of others.
pub(super) fn make(state: Option<PathBuf>, process: u32) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    let prefix = format!("{PREFIX}{process}-");
    builder.permissions(fs::Permissions::from_mode(0o700)).prefix(&prefix);
    let made = |state: &PathBuf| fs::DirBuilder::new().recursive(true).mode(0o700).create(state).is_ok();
    match state.filter(made) {
        Some(state) => {
            clear(&state, |process| {
                Pid::from_raw(process).is_some_and(|process| test_kill_process(process) != Err(rustix::io::Errno::SRCH))
            });
            builder.tempdir_in(state)
        }
        None => builder.tempdir(),
    }
}

/// Removes the folders whose process is gone.
fn clear(state: &Path, lives: impl Fn(i32) -> bool) {
    for entry in fs::read_dir(state).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split_once('-')?.0.parse().ok());
        if process.is_some_and(|process| !lives(process)) {
            // Somebody else may be clearing as well.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_the_owners_alone() {
        let state = tempfile::tempdir().expect("a folder");
        let folder = make(Some(state.path().join("loket")), 1).expect("a folder in it");
        let mode = folder.path().metadata().map(|found| found.permissions().mode() & 0o777);
        assert_eq!(mode.ok(), Some(0o700));
    }

    #[test]
    fn only_what_a_dead_process_left_goes_away() {
        let state = tempfile::tempdir().unwrap();
        for name in ["demo-7-abc", "demo-8-abc", "demo-x", "drafts"] {
            fs::create_dir(state.path().join(name)).unwrap();
        }
        clear(state.path(), |process| process == 8);
        let mut left: Vec<_> = fs::read_dir(state.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["demo-8-abc", "demo-x", "drafts"]);
        let own = make(Some(state.path().into()), std::process::id()).unwrap();
        assert!(own.path().starts_with(state.path()));
    }
}
