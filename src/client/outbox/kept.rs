//! Taking off the disk what is kept there: at signing out, and of who wants nothing kept any more.

use serde::de::DeserializeOwned;

use super::{
    at_hand::{ASKED, LINES, PINNED},
    drafts::{DRAFT, Draft, Drafts, window_of},
    folder::DraftsError,
    owner::{Owner, TOKEN},
    pending::{LOOK_UP, Pending, WRITE},
    seal::Seal,
    window::{WINDOW, Window},
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

    /// The files that lie on disk although nothing is to be kept there, and how many of them are texts: of who types here, as far as no
    /// window that runs has them open or may still send them, and they can be read. Which slots hold a text, the caller knows.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn left_on_disk(&self, is_text: impl Fn(&str) -> bool) -> Result<(Vec<String>, usize), DraftsError> {
        let (mut left, mut texts) = (vec![], 0);
        for name in self.place().names_on_disk(DRAFT)? {
            let runs = Window::runs(self.place(), window_of(&name[DRAFT.len()..]))?;
            let draft = self.get_from_disk::<Draft>(&name).filter(|draft| !runs && self.may_see(draft.owner));
            if let Some(draft) = draft {
                texts += usize::from(is_text(&draft.slot));
                left.push(name);
            }
        }
        if self.is_alone()? {
            let ours = |one: &Pending| self.may_see(one.account.map_or(Owner::Next, Owner::Account));
            let pressed = self.place().names_on_disk(WRITE)?.into_iter();
            let before = left.len();
            left.extend(pressed.filter(|name| self.get_from_disk::<Pending>(name).is_some_and(|one| ours(&one))));
            texts += left.len() - before;
        }
        Ok((left, texts))
    }

    /// Throws these away.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn clear_disk(&self, names: &[String]) -> Result<(), DraftsError> {
        names.iter().try_for_each(|name| self.place().remove_from_disk(name))
    }

    /// Does no other window run?
    fn is_alone(&self) -> Result<bool, DraftsError> {
        for name in self.place().names_on_disk(WINDOW)? {
            let id = &name[WINDOW.len()..];
            if id != self.window() && Window::runs(self.place(), id)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Nothing when it cannot be read.
    fn get_from_disk<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let file = self.place().read_from_disk(name).ok()??;
        serde_json::from_slice(&self.seal().open_content(name, &file).ok()?).ok()
    }
}
