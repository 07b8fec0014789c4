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
        let free = self.free()?;
        let now = match *kept {
            Some(now) => now,
            None => {
                let whole = fs::metadata(self.file()).map_or((free / 4).min(MOST) & !0xfff, |found| found.len());
                Kept { whole, left: 0 }
            }
        };
        let missing = now.whole - now.left;
        let lays = missing > 0 && (kept.is_none() || free >= missing.saturating_add(2 * now.floor()));
        let left = if lays { self.lay(now.whole) } else { now.left };
        if lays && kept.is_some() && left == now.whole {
            tracing::info!("there is room on the disk again: writing goes on");
        }
        // Where there was no room to keep anything from the start, nothing is.
        let now = Kept { whole: if kept.is_none() { left } else { now.whole }, left };
        *kept = Some(now);
        Ok(left == now.whole && self.free()? >= now.floor())
    }

    /// Makes room for what must be written, when there is too little.
    ///
    /// # Errors
    /// When the disk cannot be asked, or the file cannot be made shorter.
    pub fn yield_room(&self) -> io::Result<()> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(now) = *kept else { return Ok(()) };
        if now.left == 0 || self.free()? >= now.floor() {
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
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).is_none_or(|now| now.left == now.whole)
    }

    fn file(&self) -> PathBuf {
        let mut name = self.store.as_os_str().to_owned();
        name.push("-ballast");
        name.into()
    }

    fn free(&self) -> io::Result<u64> {
        let disk = statvfs(&self.store)?;
        Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
    }

    /// Lays so many bytes; gives how many there are: none when there was no room after all.
    fn lay(&self, size: u64) -> u64 {
        let made = || -> io::Result<()> {
            let file = fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(self.file())?;
            Ok(fallocate(&file, FallocateFlags::empty(), 0, size)?)
        };
        if size > 0 && made().is_ok() {
            return size;
        }
        drop(fs::remove_file(self.file()));
        0
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
    }
}
