//! A folder of one's own: 0700, files 0600, no links, no strange owners; a file is replaced whole or not at all.

use std::{
    collections::BTreeMap,
    fs::{DirBuilder, File},
    io::{Read, Write},
    os::{
        fd::{AsRawFd, OwnedFd},
        unix::fs::DirBuilderExt,
    },
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rustix::{
    fs::{
        AtFlags, CWD, Dir, FileType, FlockOperation, Mode, OFlags, Stat, fchmod, flock, fstat, fsync, linkat, openat, renameat,
        unlinkat,
    },
    io::Errno,
    process::{Pid, geteuid, getpid, test_kill_process},
};

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    locale::{Texts, Value},
};

/// Why a draft could not be kept or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftsError {
    /// The folder or a file in it is not one's own.
    #[error("{path} is not safe")]
    Unsafe {
        /// Which.
        path: PathBuf,
        /// Why not.
        reason: Unsafe,
    },
    /// The key does not fit, or the file is damaged. It stays where it is.
    #[error("a draft cannot be read")]
    Unreadable,
    /// The disk refuses.
    #[error("{path}: {reason}")]
    Failed {
        /// Where.
        path: PathBuf,
        /// As the system says it.
        reason: String,
    },
}

/// Why something is not safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsafe {
    /// A symbolic link, or no ordinary file.
    Link,
    /// Somebody else's.
    Owner,
}

impl DraftsError {
    /// The exit code of a command that ends on it.
    pub fn exit(&self) -> u8 {
        exit::CONFIGURATION
    }

    /// What happened.
    pub fn what(&self, texts: &Texts) -> SafeText {
        SafeText::line(&texts.with(self.key(), &self.values(texts)))
    }

    /// What to do about it.
    pub fn advice(&self, texts: &Texts) -> SafeText {
        SafeText::line(&texts.with(&format!("{}-advice", self.key()), &self.values(texts)))
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Unsafe { .. } => "drafts-unsafe",
            Self::Unreadable => "drafts-unreadable",
            Self::Failed { .. } => "drafts-failed",
        }
    }

    fn values(&self, texts: &Texts) -> Vec<(&'static str, Value)> {
        let at = |path: &Path| ("path", Value::from(path.to_string_lossy().into_owned()));
        match self {
            Self::Unsafe { path, reason } => {
                let reason = match reason {
                    Unsafe::Link => "drafts-unsafe-link",
                    Unsafe::Owner => "drafts-unsafe-owner",
                };
                vec![at(path), ("reason", texts.get(reason).into())]
            }
            Self::Unreadable => vec![],
            Self::Failed { path, reason } => vec![at(path), ("reason", texts.of_system(reason).into())],
        }
    }
}

/// See the module.
#[derive(Debug)]
pub(in crate::client) struct Folder {
    descriptor: OwnedFd,
    path: PathBuf,
    /// Of the files that start so nothing is on disk: they are here.
    memory: Option<Memory>,
}

/// Files that are in memory alone: how their names start, and what is in them.
#[derive(Debug)]
struct Memory {
    starts: &'static [&'static str],
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    fn files(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

const PRIVATE_FOLDER: Mode = Mode::RWXU;
const PRIVATE_FILE: Mode = Mode::RUSR.union(Mode::WUSR);

impl Folder {
    /// Opens a folder, makes it when it is not there, and closes it to others.
    pub(in crate::client) fn open(path: &Path) -> Result<Self, DraftsError> {
        let failed = |reason: String| DraftsError::Failed { path: path.to_owned(), reason };
        DirBuilder::new().recursive(true).mode(0o700).create(path).or_else(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => Ok(()),
            _ => Err(failed(error.to_string())),
        })?;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let descriptor = openat(CWD, path, flags, Mode::empty()).map_err(|error| match error {
            Errno::LOOP | Errno::NOTDIR => DraftsError::Unsafe { path: path.to_owned(), reason: Unsafe::Link },
            error => failed(error.to_string()),
        })?;
        let folder = Self { descriptor, path: path.to_owned(), memory: None };
        let stat = fstat(&folder.descriptor).map_err(|error| failed(error.to_string()))?;
        folder.owned(&stat, "")?;
        if Mode::from_raw_mode(stat.st_mode) != PRIVATE_FOLDER {
            fchmod(&folder.descriptor, PRIVATE_FOLDER).map_err(|error| failed(error.to_string()))?;
        }
        folder.sweep()?;
        Ok(folder)
    }

    /// From now on files whose names start so are in memory alone; those on disk are as if they were not there.
    pub(in crate::client) fn keep_in_memory(&mut self, starts: &'static [&'static str]) {
        self.memory = Some(Memory { starts, files: Mutex::default() });
    }

    /// Are files that start so in memory alone?
    pub(in crate::client) fn is_in_memory(&self, start: &str) -> bool {
        self.memory(start).is_some()
    }

    /// What holds this file, when that is no disk.
    fn memory(&self, name: &str) -> Option<MutexGuard<'_, BTreeMap<String, Vec<u8>>>> {
        let memory = self.memory.as_ref()?;
        memory.starts.iter().any(|start| name.starts_with(start)).then(|| memory.files())
    }

    /// The whole file, or nothing when it is not there.
    pub(in crate::client) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, DraftsError> {
        match self.memory(name) {
            Some(files) => Ok(files.get(name).cloned()),
            None => self.read_from_disk(name),
        }
    }

    /// The same of a file on disk, wherever its name is looked for now.
    pub(in crate::client) fn read_from_disk(&self, name: &str) -> Result<Option<Vec<u8>>, DraftsError> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = match openat(&self.descriptor, name, flags, Mode::empty()) {
            Ok(file) => file,
            Err(Errno::NOENT) => return Ok(None),
            Err(Errno::LOOP) => return Err(DraftsError::Unsafe { path: self.path.join(name), reason: Unsafe::Link }),
            Err(error) => return Err(self.failed(name, error)),
        };
        let stat = fstat(&file).map_err(|error| self.failed(name, error))?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::RegularFile {
            return Err(DraftsError::Unsafe { path: self.path.join(name), reason: Unsafe::Link });
        }
        self.owned(&stat, name)?;
        if Mode::from_raw_mode(stat.st_mode) != PRIVATE_FILE {
            fchmod(&file, PRIVATE_FILE).map_err(|error| self.failed(name, error))?;
        }
        let mut bytes = vec![];
        File::from(file).read_to_end(&mut bytes).map_err(|error| self.failed(name, error))?;
        Ok(Some(bytes))
    }

    /// Writes a file: after this call it holds `bytes` even when the power goes; before, what it held.
    pub(in crate::client) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), DraftsError> {
        if let Some(mut files) = self.memory(name) {
            files.insert(name.to_owned(), bytes.to_vec());
            return Ok(());
        }
        let beside = self.write_beside(name, bytes)?;
        renameat(&self.descriptor, &beside, &self.descriptor, name).map_err(|error| {
            let _ = unlinkat(&self.descriptor, &beside, AtFlags::empty());
            self.failed(name, error)
        })?;
        self.settle()
    }

    /// Writes a file unless it is there already.
    pub(in crate::client) fn write_once(&self, name: &str, bytes: &[u8]) -> Result<(), DraftsError> {
        let beside = self.write_beside(name, bytes)?;
        let linked = linkat(&self.descriptor, &beside, &self.descriptor, name, AtFlags::empty());
        let _ = unlinkat(&self.descriptor, &beside, AtFlags::empty());
        match linked {
            Ok(()) | Err(Errno::EXIST) => self.settle(),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    /// Gives a file another name.
    pub(in crate::client) fn rename(&self, name: &str, new: &str) -> Result<(), DraftsError> {
        if let Some(mut files) = self.memory(name) {
            let bytes = files.remove(name);
            files.extend(bytes.map(|bytes| (new.to_owned(), bytes)));
            return Ok(());
        }
        renameat(&self.descriptor, name, &self.descriptor, new).map_err(|error| self.failed(name, error))?;
        self.settle()
    }

    /// Takes a file away; fine when it is not there.
    pub(in crate::client) fn remove(&self, name: &str) -> Result<(), DraftsError> {
        match self.memory(name) {
            Some(mut files) => drop(files.remove(name)),
            None => self.remove_from_disk(name)?,
        }
        Ok(())
    }

    /// The same of a file on disk.
    pub(in crate::client) fn remove_from_disk(&self, name: &str) -> Result<(), DraftsError> {
        match unlinkat(&self.descriptor, name, AtFlags::empty()) {
            Ok(()) => self.settle(),
            Err(Errno::NOENT) => Ok(()),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    /// The names of the files that start so, in order.
    pub(in crate::client) fn names(&self, start: &str) -> Result<Vec<String>, DraftsError> {
        match self.memory(start) {
            Some(files) => Ok(files.keys().filter(|name| name.starts_with(start)).cloned().collect()),
            None => self.names_on_disk(start),
        }
    }

    /// The same of files on disk.
    pub(in crate::client) fn names_on_disk(&self, start: &str) -> Result<Vec<String>, DraftsError> {
        let mut names = vec![];
        for entry in Dir::read_from(&self.descriptor).map_err(|error| self.failed("", error))? {
            let entry = entry.map_err(|error| self.failed("", error))?;
            if let Ok(name) = entry.file_name().to_str()
                && name.starts_with(start)
            {
                names.push(name.to_owned());
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    /// Opens a file that others lock too, makes it when it is not there, and waits for its lock.
    pub(in crate::client) fn open_locked(&self, name: &str, lock: FlockOperation) -> Result<OwnedFd, DraftsError> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = openat(&self.descriptor, name, flags, PRIVATE_FILE).map_err(|error| self.failed(name, error))?;
        flock(&file, lock).map_err(|error| self.failed(name, error))?;
        Ok(file)
    }

    /// Opens a file to look at its lock; nothing when it is not there.
    pub(in crate::client) fn open_existing(&self, name: &str) -> Result<Option<OwnedFd>, DraftsError> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        match openat(&self.descriptor, name, flags, Mode::empty()) {
            Ok(file) => Ok(Some(file)),
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    /// The folder itself, for calls relative to it.
    pub(in crate::client) fn descriptor(&self) -> &OwnedFd {
        &self.descriptor
    }

    /// Where a file lies.
    pub(in crate::client) fn path(&self) -> &Path {
        &self.path
    }

    fn write_beside(&self, name: &str, bytes: &[u8]) -> Result<String, DraftsError> {
        let beside = format!("{BESIDE}{}-{}-{name}", getpid().as_raw_nonzero(), self.descriptor.as_raw_fd());
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = openat(&self.descriptor, &beside, flags, PRIVATE_FILE).map_err(|error| self.failed(name, error))?;
        let mut file = File::from(file);
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| {
            let _ = unlinkat(&self.descriptor, &beside, AtFlags::empty());
            self.failed(name, error)
        })?;
        Ok(beside)
    }

    fn settle(&self) -> Result<(), DraftsError> {
        fsync(&self.descriptor).map_err(|error| self.failed("", error))
    }

    /// Removes what killed processes left half written.
    fn sweep(&self) -> Result<(), DraftsError> {
        for name in self.names(BESIDE)? {
            let process = name[BESIDE.len()..].split('-').next().and_then(|number| number.parse().ok()).and_then(Pid::from_raw);
            if process.is_none_or(|process| test_kill_process(process) == Err(Errno::SRCH)) {
                let _ = unlinkat(&self.descriptor, &name, AtFlags::empty());
            }
        }
        Ok(())
    }

    fn owned(&self, stat: &Stat, name: &str) -> Result<(), DraftsError> {
        if stat.st_uid == geteuid().as_raw() {
            return Ok(());
        }
        Err(DraftsError::Unsafe { path: self.path.join(name), reason: Unsafe::Owner })
    }

    fn failed(&self, name: &str, error: impl std::fmt::Display) -> DraftsError {
        DraftsError::Failed { path: self.path.join(name), reason: error.to_string() }
    }
}

/// How the names of half-written files start; then the process, the folder's descriptor and the name.
const BESIDE: &str = ".new-";
