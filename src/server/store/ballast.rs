//! Room that is kept back on the disk of a SQLite store, for what must be written when the disk is full: who read what. Without it
//! a full disk would end reading too, for nothing is shown that is not written down.
//!
//! The room is a file beside the store, `FILE-ballast`. When less than a quarter of its size is free, ordinary writes are refused,
//! in words; what must be written gets half of what is kept each time it needs it, so that whatever fills the disk does not get
//! all of it at once. When there is room again it is laid anew and writes go on.

use std::{
    fs, io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use rustix::fs::{FallocateFlags, fallocate, statvfs};

/// Bytes that are kept at most.
const MOST: u64 = 1 << 20;
/// Bytes below which a write is not begun, however little is kept.
const LEAST_FREE: u64 = 64 << 10;

/// The room that is kept for one store.
#[derive(Debug)]
pub struct Ballast {
    /// The store.
    store: PathBuf,
    /// Nothing before the first write.
    kept: Mutex<Option<Kept>>,
}

/// Bytes that are kept when all is well, and those that are still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kept {
    whole: u64,
    left: u64,
}

impl Kept {
    /// Bytes below which nothing ordinary is written.
    fn floor(self) -> u64 {
        (self.whole / 4).max(LEAST_FREE)
    }

    fn is_whole(self) -> bool {
        self.left == self.whole
    }
}

impl Ballast {
    /// For this store; nothing is laid before the first write.
    pub fn new(store: &Path) -> Self {
        Self { store: store.to_owned(), kept: Mutex::new(None) }
    }

    /// Is there room for an ordinary write? Lays what is kept, also anew, where there is room for it.
    ///
    /// # Errors
    /// When the disk cannot be asked.
    pub fn has_room(&self) -> io::Result<bool> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let (free, size) = self.disk()?;
        let is_first = kept.is_none();
        let now = match *kept {
            Some(now) => now,
            // Of an earlier run, which may have used some of it, there may be less than there should be.
            None => {
                let whole = (size / 8).min(MOST) & !0xfff;
                Kept { whole, left: fs::metadata(self.file()).map_or(0, |found| found.len()).min(whole) }
            }
        };
        let missing = now.whole - now.left;
        let lays = missing > 0 && free >= missing.saturating_add(2 * now.floor());
        let now = if lays { Kept { left: self.lay(now), ..now } } else { now };
        if lays && !is_first && now.is_whole() {
            tracing::info!("there is room on the disk again: writing goes on");
        }
        *kept = Some(now);
        Ok(now.is_whole() && self.disk()?.0 >= now.floor())
    }

    /// Makes room for what must be written, when there is too little.
    ///
    /// # Errors
    /// When the disk cannot be asked, or the file cannot be made shorter.
    pub fn yield_room(&self) -> io::Result<()> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(now) = *kept else { return Ok(()) };
        if now.left == 0 || self.disk()?.0 >= now.floor() {
            return Ok(());
        }
        let left = if now.left > 2 * LEAST_FREE { (now.left / 2) & !0xfff } else { 0 };
        fs::OpenOptions::new().write(true).open(self.file())?.set_len(left)?;
        tracing::warn!(left, "the disk is full: of the room that is kept back some is used");
        *kept = Some(Kept { left, ..now });
        Ok(())
    }

    /// Is everything there that is kept?
    pub fn is_whole(&self) -> bool {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).is_none_or(Kept::is_whole)
    }

    fn file(&self) -> PathBuf {
        let mut name = self.store.as_os_str().to_owned();
        name.push("-ballast");
        name.into()
    }

    /// The bytes that are free on the disk, and all it has.
    fn disk(&self) -> io::Result<(u64, u64)> {
        let disk = statvfs(&self.store)?;
        Ok((disk.f_bavail.saturating_mul(disk.f_frsize), disk.f_blocks.saturating_mul(disk.f_frsize)))
    }

    /// Lays what is missing; gives how many bytes there are then: as before when there was no room after all.
    fn lay(&self, kept: Kept) -> u64 {
        let made = || -> io::Result<()> {
            let file = fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(self.file())?;
            Ok(fallocate(&file, FallocateFlags::empty(), 0, kept.whole)?)
        };
        match made() {
            Ok(()) => kept.whole,
            Err(_) => fs::metadata(self.file()).map_or(0, |found| found.len()).min(kept.left),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ballast;

    #[test]
    fn what_is_kept_lies_beside_the_store_for_its_owner_alone() {
        use std::os::unix::fs::MetadataExt;
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("loket.db");
        std::fs::write(&store, "").unwrap();
        let ballast = Ballast::new(&store);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing before the first write");
        assert!(ballast.has_room().unwrap());
        let kept = std::fs::metadata(folder.path().join("loket.db-ballast")).unwrap();
        assert_eq!((kept.len(), kept.mode() & 0o777, kept.blocks() * 512 >= kept.len()), (1 << 20, 0o600, true));
        ballast.yield_room().unwrap();
        let kept = std::fs::metadata(folder.path().join("loket.db-ballast")).unwrap();
        assert_eq!(kept.len(), 1 << 20, "there is room: nothing is given");
        // Of an earlier run on a full disk less is left: what is missing is laid as soon as there is room.
        std::fs::OpenOptions::new().write(true).open(folder.path().join("loket.db-ballast")).unwrap().set_len(4096).unwrap();
        let next = Ballast::new(&store);
        assert!(next.has_room().unwrap() && next.is_whole());
        assert_eq!(std::fs::metadata(folder.path().join("loket.db-ballast")).unwrap().len(), 1 << 20);
    }
}
