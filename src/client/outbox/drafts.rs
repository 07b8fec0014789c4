//! Drafts: what somebody is typing, by slot.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    folder::{DraftsError, Folder},
    seal::Seal,
};

/// The drafts and pending writes of one person on one machine. Cheap to clone; calls from several threads take turns.
#[derive(Debug, Clone)]
pub struct Drafts(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: Folder,
    seal: Seal,
    turn: Mutex<()>,
}

/// One draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is a draft of, as the caller names it: `note/S-2026-00421`, `intake/<uuid>`. Two windows that write the same
    /// slot replace each other's text: give what is new an id of its own.
    pub slot: String,
    /// The text, or JSON.
    pub text: String,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
}

const DRAFT: &str = "draft-";

impl Drafts {
    /// Opens `folder` (the state directory's `loket`), makes it and its key when they are not there.
    ///
    /// # Errors
    /// [`DraftsError::Unsafe`] when the folder or a file is a link or somebody else's; [`DraftsError::Failed`].
    pub fn open(folder: &Path) -> Result<Self, DraftsError> {
        let folder = Folder::open(folder)?;
        let seal = Seal::open(&folder)?;
        Ok(Self(Arc::new(Inner { folder, seal, turn: Mutex::new(()) })))
    }

    /// Throws a draft away, unless it was saved after `until`: then it holds newer text.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn remove_saved(&self, slot: &str, until: DateTime<Utc>) -> Result<(), DraftsError> {
        let name = self.0.seal.name(DRAFT, slot);
        // Nobody saves between looking and throwing away.
        let _turn = self.0.turn.lock().unwrap_or_else(PoisonError::into_inner);
        match self.get::<Draft>(&name)? {
            Some(draft) if draft.saved_at <= until => self.0.folder.remove(&name),
            _ => Ok(()),
        }
    }

    /// Where they lie.
    pub fn folder(&self) -> &Path {
        self.0.folder.path()
    }

    /// Keeps a text. When this returns, it is on disk.
    ///
    /// # Errors
    /// [`DraftsError::Failed`] when the disk refuses: the text before is still there.
    pub fn save(&self, slot: &str, text: &str, now: DateTime<Utc>) -> Result<(), DraftsError> {
        let draft = Draft { slot: slot.into(), text: text.into(), saved_at: now };
        self.put(&self.0.seal.name(DRAFT, slot), &draft)
    }

    /// The draft in a slot.
    ///
    /// # Errors
    /// [`DraftsError::Unreadable`] when the key does not fit.
    pub fn load(&self, slot: &str) -> Result<Option<Draft>, DraftsError> {
        self.get(&self.0.seal.name(DRAFT, slot))
    }

    /// Removes the draft in a slot; fine when there is none.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn remove(&self, slot: &str) -> Result<(), DraftsError> {
        self.drop_file(&self.0.seal.name(DRAFT, slot))
    }

    /// Every draft that can be read, last saved first, and how many cannot.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn list(&self) -> Result<(Vec<Draft>, usize), DraftsError> {
        let (mut drafts, unreadable) = self.all::<Draft>(DRAFT)?;
        drafts.sort_by(|a, b| b.saved_at.cmp(&a.saved_at).then_with(|| a.slot.cmp(&b.slot)));
        Ok((drafts, unreadable))
    }

    /// Destroys key, drafts and pending writes: for signing out.
    ///
    /// # Errors
    /// [`DraftsError::Failed`]; what is left cannot be read when the key is gone, so that goes first.
    pub fn destroy(self) -> Result<(), DraftsError> {
        let _turn = self.0.turn.lock().unwrap_or_else(PoisonError::into_inner);
        Seal::destroy(&self.0.folder)?;
        for start in [DRAFT, super::pending::WRITE] {
            for name in self.0.folder.names(start)? {
                self.0.folder.remove(&name)?;
            }
        }
        Ok(())
    }

    pub(super) fn put<T: Serialize>(&self, name: &str, value: &T) -> Result<(), DraftsError> {
        let failed = |error: serde_json::Error| DraftsError::Failed { path: self.folder().into(), reason: error.to_string() };
        let content = serde_json::to_vec(value).map_err(failed)?;
        let sealed = self.0.seal.close(name, &content)?;
        let _turn = self.0.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.0.folder.write(name, &sealed)
    }

    pub(super) fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, DraftsError> {
        let Some(file) = self.0.folder.read(name)? else { return Ok(None) };
        let content = self.0.seal.open_content(name, &file)?;
        serde_json::from_slice(&content).map(Some).map_err(|_| DraftsError::Unreadable)
    }

    pub(super) fn drop_file(&self, name: &str) -> Result<(), DraftsError> {
        let _turn = self.0.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.0.folder.remove(name)
    }

    pub(super) fn all<T: DeserializeOwned>(&self, start: &str) -> Result<(Vec<T>, usize), DraftsError> {
        let (mut all, mut unreadable) = (vec![], 0);
        for name in self.0.folder.names(start)? {
            match self.get(&name) {
                Ok(one) => all.extend(one),
                Err(_) => unreadable += 1,
            }
        }
        Ok((all, unreadable))
    }
}
