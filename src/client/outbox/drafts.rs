//! Drafts: what somebody is typing, by slot.

use std::{
    os::fd::OwnedFd,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use rustix::fs::FlockOperation;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    folder::{DraftsError, Folder},
    owner::{Owner, Whose},
    pending::WRITE,
    seal::{KEY_FILE, Seal},
    window::Window,
};

/// The drafts and pending writes of one person on one machine. Cheap to clone; calls from several threads take turns.
#[derive(Debug, Clone)]
pub struct Drafts(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: Folder,
    seal: Seal,
    window: Window,
    whose: Mutex<Whose>,
    turn: Mutex<()>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.window.close(&self.folder);
    }
}

/// One draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is a draft of, as the caller names it: `note-<id>`, `intake`. Two windows never share a draft: each has its own
    /// of the same slot, and what a window that is gone left behind is found by the next that asks.
    pub slot: String,
    /// The text, or JSON.
    pub text: String,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
    /// Whose it is.
    #[serde(default)]
    pub owner: Owner,
    /// Why the server refused it, in words, when it was sent again by itself; gone with the next letter that is typed.
    #[serde(default)]
    pub refused: Option<String>,
    /// Was it set aside? Then it is in the list alone: no form takes it up by itself.
    #[serde(default)]
    pub aside: bool,
}

impl Draft {
    /// A text as it is typed now.
    pub fn new(slot: &str, text: &str, saved_at: DateTime<Utc>, owner: Owner) -> Self {
        Self { slot: slot.into(), text: text.into(), saved_at, owner, refused: None, aside: false }
    }

    /// Does a form of its slot take it up by itself? Not what was set aside, nor what the server refused.
    fn comes_by_itself(&self) -> bool {
        !self.aside && self.refused.is_none()
    }
}

/// A draft that can be gone on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its id, for [`Drafts::take`].
    pub id: String,
    /// The draft.
    pub draft: Draft,
}

/// How the names of drafts start; then the window and a tag of the slot. (Drafts of older versions have no window.)
pub(super) const DRAFT: &str = "draft-";

impl Drafts {
    /// Opens `folder` (the state directory's `loket`), makes it and its key when they are not there.
    ///
    /// # Errors
    /// [`DraftsError::Unsafe`] when the folder or a file is a link or somebody else's; [`DraftsError::Failed`].
    pub fn open(folder: &Path) -> Result<Self, DraftsError> {
        Self::of(Folder::open(folder)?)
    }

    /// The same for who wants no text on disk: drafts, and what waits, are in memory until this is gone. Look-ups in what was taken
    /// along of the register, and that itself, are no text of theirs and stay.
    ///
    /// # Errors
    /// As [`Drafts::open`].
    pub fn open_in_memory(folder: &Path) -> Result<Self, DraftsError> {
        let mut folder = Folder::open(folder)?;
        folder.keep_in_memory(&[DRAFT, WRITE]);
        Self::of(folder)
    }

    fn of(folder: Folder) -> Result<Self, DraftsError> {
        let seal = Seal::open(&folder)?;
        let window = Window::open(&folder)?;
        Ok(Self(Arc::new(Inner { folder, seal, window, whose: Mutex::default(), turn: Mutex::new(()) })))
    }

    /// The file of this window's draft in a slot.
    fn own(&self, slot: &str) -> String {
        self.0.seal.name(&format!("{DRAFT}{}-", self.0.window.id()), slot)
    }

    /// Throws a draft away, unless it was saved after `until`: then it holds newer text.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn remove_saved(&self, slot: &str, until: DateTime<Utc>) -> Result<(), DraftsError> {
        let name = self.own(slot);
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
        self.put_own(&Draft::new(slot, text, now, self.owner()))
    }

    /// The draft in a slot: this window's, else the last one that a window left which is gone; that one is this window's now.
    /// What cannot be read is passed by and stays, as is what is of another account, what was set aside or refused, and what waits to
    /// be sent.
    ///
    /// # Errors
    /// [`DraftsError::Unreadable`] when there are drafts and none can be read; [`DraftsError::Failed`].
    pub fn load(&self, slot: &str) -> Result<Option<Draft>, DraftsError> {
        let mut unreadable = false;
        let sent = self.keys_pressed()?;
        match self.get::<Draft>(&self.own(slot)) {
            Ok(Some(draft)) if self.may_see(draft.owner) && !draft.is_of(&sent) => return Ok(Some(draft)),
            Ok(_) => {}
            Err(DraftsError::Unreadable) => unreadable = true,
            Err(error) => return Err(error),
        }
        // Two windows never take the same draft.
        let _taking = self.lock(KEY_FILE, FlockOperation::LockExclusive)?;
        let tag = self.0.seal.name("", slot);
        let mut last: Option<(String, Draft)> = None;
        for name in self.0.folder.names(DRAFT)? {
            let Some(window) = name[DRAFT.len()..].strip_suffix(&tag) else { continue };
            if Window::runs(&self.0.folder, window.trim_end_matches('-'))? {
                continue;
            }
            let draft = match self.get::<Draft>(&name) {
                Ok(Some(draft)) if self.may_see(draft.owner) && draft.comes_by_itself() && !draft.is_of(&sent) => draft,
                Ok(_) => continue,
                // A broken one hides none that is whole.
                Err(error) => {
                    tracing::warn!(%error, "a draft is passed by");
                    unreadable = true;
                    continue;
                }
            };
            if last.as_ref().is_none_or(|(_, before)| before.saved_at < draft.saved_at) {
                last = Some((name, draft));
            }
        }
        let Some((name, draft)) = last else { return if unreadable { Err(DraftsError::Unreadable) } else { Ok(None) } };
        self.put_own(&Draft { owner: self.owner(), ..draft.clone() })?;
        self.drop_file(&name)?;
        Ok(Some(draft))
    }

    /// Keeps a draft in the place of this window's own of its slot. What lies there and cannot be read, or is of another
    /// account, is moved aside first.
    pub(super) fn put_own(&self, draft: &Draft) -> Result<(), DraftsError> {
        let own = self.own(&draft.slot);
        self.make_way(&own)?;
        self.put(&own, draft)
    }

    /// Moves away from a place what must not be lost there. Says whether it did.
    fn make_way(&self, own: &str) -> Result<bool, DraftsError> {
        match self.get::<Draft>(own) {
            Ok(Some(draft)) if !self.may_see(draft.owner) => {
                self.set_aside(&draft).and_then(|()| self.drop_file(own)).map(|()| true)
            }
            Err(DraftsError::Unreadable) => {
                let tag = own.rsplit('-').next().unwrap_or_default();
                self.0.folder.rename(own, &format!("{DRAFT}{}-{tag}", Window::new_id()?)).map(|()| true)
            }
            _ => Ok(false),
        }
    }

    /// Every draft that can be gone on with, last saved first, and the ids of those that cannot be read: this window's own and
    /// what windows left that are gone; not what somebody is typing in another window, what is of another account, nor what waits to be
    /// sent ([`Drafts::waits`]).
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn offered(&self) -> Result<(Vec<Offered>, Vec<String>), DraftsError> {
        let (mut offered, mut unreadable) = (vec![], vec![]);
        let sent = self.keys_pressed()?;
        for name in self.0.folder.names(DRAFT)? {
            let id = &name[DRAFT.len()..];
            if !self.is_own(id) && Window::runs(&self.0.folder, window_of(id))? {
                continue;
            }
            match self.get::<Draft>(&name) {
                Ok(draft) => {
                    let draft = draft.filter(|draft| self.may_see(draft.owner) && !draft.is_of(&sent));
                    offered.extend(draft.map(|draft| Offered { id: id.to_owned(), draft }));
                }
                Err(_) => unreadable.push(id.to_owned()),
            }
        }
        offered.sort_by(|a, b| b.draft.saved_at.cmp(&a.draft.saved_at).then_with(|| a.id.cmp(&b.id)));
        Ok((offered, unreadable))
    }

    /// Is the draft with this id one of this slot, read or not?
    pub fn is_of(&self, id: &str, slot: &str) -> bool {
        id.ends_with(&self.0.seal.name("", slot))
    }

    /// The draft with this id, which is this window's own from now on. What this window had in the same slot is set aside.
    /// Nothing when it is not there any more, when a window has it that runs, or when it is of another account.
    ///
    /// # Errors
    /// [`DraftsError::Unreadable`] when the key does not fit; [`DraftsError::Failed`].
    pub fn take(&self, id: &str) -> Result<Option<Draft>, DraftsError> {
        let _taking = self.lock(KEY_FILE, FlockOperation::LockExclusive)?;
        let name = format!("{DRAFT}{id}");
        let plain = id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        if !plain || (!self.is_own(id) && Window::runs(&self.0.folder, window_of(id))?) {
            return Ok(None);
        }
        let Some(draft) = self.get::<Draft>(&name)?.filter(|draft| self.may_see(draft.owner)) else { return Ok(None) };
        let own = self.own(&draft.slot);
        if own != name {
            match self.get::<Draft>(&own) {
                Ok(before) => {
                    before.into_iter().try_for_each(|before| self.set_aside(&Draft { aside: true, ..before }))?;
                }
                Err(DraftsError::Unreadable) => {}
                Err(error) => return Err(error),
            }
            self.put_own(&Draft { owner: self.owner(), aside: false, ..draft.clone() })?;
            self.drop_file(&name)?;
        }
        Ok(Some(draft))
    }

    /// Keeps a draft beside the one of its slot, to be offered later.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn set_aside(&self, draft: &Draft) -> Result<(), DraftsError> {
        // Under the name of a window that never was.
        let name = self.0.seal.name(&format!("{DRAFT}{}-", Window::new_id()?), &draft.slot);
        self.put(&name, draft)
    }

    pub(super) fn is_own(&self, id: &str) -> bool {
        window_of(id) == self.window()
    }

    /// The name of this window.
    pub(super) fn window(&self) -> &str {
        self.0.window.id()
    }

    /// Removes the draft in a slot; fine when there is none. One that cannot be read is moved aside instead.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn remove(&self, slot: &str) -> Result<(), DraftsError> {
        let own = self.own(slot);
        if self.make_way(&own)? { Ok(()) } else { self.drop_file(&own) }
    }

    /// Removes the drafts in a slot that no window that runs holds but this one, read or not; none of another account.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn clear(&self, slot: &str) -> Result<(), DraftsError> {
        let tag = self.0.seal.name("", slot);
        for name in self.0.folder.names(DRAFT)? {
            let Some(window) = name[DRAFT.len()..].strip_suffix(&tag).map(|window| window.trim_end_matches('-')) else {
                continue;
            };
            let held = window != self.0.window.id() && Window::runs(&self.0.folder, window)?;
            let strange = || matches!(self.get::<Draft>(&name), Ok(Some(draft)) if !self.may_see(draft.owner));
            if !held && !strange() {
                self.drop_file(&name)?;
            }
        }
        Ok(())
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

    pub(super) fn seal(&self) -> &Seal {
        &self.0.seal
    }

    pub(super) fn place(&self) -> &Folder {
        &self.0.folder
    }

    pub(super) fn whose(&self) -> MutexGuard<'_, Whose> {
        self.0.whose.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn lock(&self, name: &str, lock: FlockOperation) -> Result<OwnedFd, DraftsError> {
        self.0.folder.open_locked(name, lock)
    }

    pub(super) fn put<T: Serialize>(&self, name: &str, value: &T) -> Result<(), DraftsError> {
        let failed = |error: serde_json::Error| DraftsError::Failed { path: self.folder().into(), reason: error.to_string() };
        let content = serde_json::to_vec(value).map_err(failed)?;
        let sealed = self.0.seal.close(name, &content)?;
        let _turn = self.turn();
        self.0.folder.write(name, &sealed)
    }

    /// Gives a draft that is nobody's yet to whom it is; nobody saves or throws away in between.
    pub(super) fn give(&self, name: &str, owner: Owner) -> Result<(), DraftsError> {
        let _turn = self.turn();
        let Ok(Some(draft)) = self.get::<Draft>(name) else { return Ok(()) };
        if draft.owner != Owner::Next {
            return Ok(());
        }
        let failed = |error: serde_json::Error| DraftsError::Failed { path: self.folder().into(), reason: error.to_string() };
        let content = serde_json::to_vec(&Draft { owner, ..draft }).map_err(failed)?;
        self.0.folder.write(name, &self.0.seal.close(name, &content)?)
    }

    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.0.turn.lock().unwrap_or_else(PoisonError::into_inner)
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

/// The window in the id of a draft; drafts of older versions have none.
pub(super) fn window_of(id: &str) -> &str {
    id.split_once('-').map_or("", |(window, _)| window)
}
