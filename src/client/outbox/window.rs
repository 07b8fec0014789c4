//! A window: one running interface. Its drafts are its own for as long as it runs; what a window that is gone left behind is
//! offered to the next one that asks.

use std::os::fd::OwnedFd;

use ring::rand::{SecureRandom, SystemRandom};
use rustix::fs::{AtFlags, FlockOperation, flock, fstat, unlinkat};

use super::folder::{DraftsError, Folder};

/// How the names of the files start; then its name.
pub(super) const WINDOW: &str = "window-";

/// A window that runs: while its file is locked, the process lives.
#[derive(Debug)]
pub(super) struct Window {
    id: String,
    /// Locked as long as it is open; the system lets go of it however the process ends.
    _lock: OwnedFd,
}

impl Window {
    /// A new window in a folder; what windows that are gone left of themselves is removed.
    pub(super) fn open(folder: &Folder) -> Result<Self, DraftsError> {
        for name in folder.names(WINDOW)? {
            if !Self::runs(folder, &name[WINDOW.len()..])? {
                folder.remove(&name)?;
            }
        }
        loop {
            let id = Self::new_id()?;
            let name = format!("{WINDOW}{id}");
            let lock = folder.open_locked(&name, FlockOperation::LockExclusive)?;
            // Another window that just looked for dead ones may have removed it before it was locked.
            if fstat(&lock).is_ok_and(|stat| stat.st_nlink > 0) {
                return Ok(Self { id, _lock: lock });
            }
        }
    }

    /// A name that no other window has.
    pub(super) fn new_id() -> Result<String, DraftsError> {
        let mut id = [0; 8];
        SystemRandom::new().fill(&mut id).map_err(|_| DraftsError::Unreadable)?;
        Ok(id.iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Its name in file names: sixteen hexadecimal digits.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Does this window still run?
    pub(super) fn runs(folder: &Folder, id: &str) -> Result<bool, DraftsError> {
        let Some(file) = folder.open_existing(&format!("{WINDOW}{id}"))? else { return Ok(false) };
        Ok(flock(&file, FlockOperation::NonBlockingLockShared).is_err())
    }

    /// Takes its file away: its drafts are anybody's now.
    pub(super) fn close(&self, folder: &Folder) {
        let _ = unlinkat(folder.descriptor(), format!("{WINDOW}{}", self.id), AtFlags::empty());
    }
}
