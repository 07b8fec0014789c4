//! Taking off the disk what is kept there: at signing out, and of who wants nothing kept any more.

use serde::de::DeserializeOwned;

use super::{
    at_hand::{ASKED, LINES, PINNED},
    drafts::{DRAFT, Draft, Drafts, window_of},
    folder::DraftsError,
    owner::{Owner, TOKEN},
    pending::{LOOK_UP, Pending, WRITE},
    seal::Seal,
    window::Window,
};

impl Drafts {
    /// Destroys key, drafts and pending writes: for signing out.
    ///
    /// # Errors
    /// [`DraftsError::Failed`]; what is left cannot be read when the key is gone, so that goes first.
    pub fn destroy(self) -> Result<(), DraftsError> {
        let _turn = self.turn();
        Seal::destroy(self.place())?;
        for start in [DRAFT, TOKEN, WRITE, LOOK_UP, LINES, ASKED, PINNED] {
            for name in self.place().names(start)? {
                self.place().remove(&name)?;
            }
        }
        Ok(())
    }

    /// Is no text of theirs to be kept on disk?
    pub fn keeps_nothing(&self) -> bool {
        self.place().is_in_memory(DRAFT)
    }

    /// How many texts lie on disk although nothing is to be kept there: of who types here, as far as no window that runs has them open.
    /// Which slots hold a text, the caller knows.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn left_on_disk(&self, is_text: impl Fn(&str) -> bool) -> Result<usize, DraftsError> {
        Ok(self.left()?.iter().filter(|(_, slot)| slot.as_deref().is_none_or(&is_text)).count())
    }

    /// Throws those away.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn clear_disk(&self) -> Result<(), DraftsError> {
        self.left()?.iter().try_for_each(|(name, _)| self.place().remove_from_disk(name))
    }

    /// Their files, each with its slot where it can be read.
    fn left(&self) -> Result<Vec<(String, Option<String>)>, DraftsError> {
        let mut left = vec![];
        for name in self.place().names_on_disk(DRAFT)? {
            let draft = self.get_from_disk::<Draft>(&name);
            let ours = draft.as_ref().is_none_or(|draft| self.may_see(draft.owner));
            if ours && !Window::runs(self.place(), window_of(&name[DRAFT.len()..]))? {
                left.push((name, draft.map(|draft| draft.slot)));
            }
        }
        for name in self.place().names_on_disk(WRITE)? {
            let pressed = self.get_from_disk::<Pending>(&name);
            if pressed.is_none_or(|one| one.account.is_none_or(|account| self.may_see(Owner::Account(account)))) {
                left.push((name, None));
            }
        }
        Ok(left)
    }

    /// Nothing when it cannot be read.
    fn get_from_disk<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let file = self.place().read_from_disk(name).ok()??;
        serde_json::from_slice(&self.seal().open_content(name, &file).ok()?).ok()
    }
}
