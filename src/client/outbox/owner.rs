//! Whose a draft is: drafts of one server lie together, and each is seen by the account alone it was typed under.

use rustix::fs::FlockOperation;
use serde::{Deserialize, Serialize};

use super::{
    drafts::{DRAFT, Drafts, window_of},
    folder::DraftsError,
    seal::KEY_FILE,
    window::Window,
};
use crate::domain::ids::AccountId;

/// Whose a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// Nobody in particular: kept by a version that did not write it down.
    #[default]
    Nobody,
    /// The account the server tells next; it was not known yet.
    Next,
    /// This account.
    Account(AccountId),
}

/// Who types here, as far as that is known.
#[derive(Debug)]
pub(super) struct Whose {
    owner: Owner,
    /// The file that says which account the token here was of.
    file: Option<String>,
}

impl Default for Whose {
    fn default() -> Self {
        Self { owner: Owner::Next, file: None }
    }
}

/// How the names of the files start that say which account a token was of; then a tag of the token.
pub(super) const TOKEN: &str = "account-";

impl Drafts {
    /// Types with this token from now on: until the server tells the account, it is the one that this token was of before. What
    /// another token was of says nothing: that may be somebody else's.
    pub fn presume(&self, token: &str) {
        let file = self.seal().name(TOKEN, token);
        // A file that cannot be read is as good as none: the server tells anew.
        let known = self.get::<AccountId>(&file).ok().flatten();
        *self.whose() = Whose { owner: known.map_or(Owner::Next, Owner::Account), file: Some(file) };
    }

    /// The server told the account: what is typed, and what was typed before any account was known, is that account's.
    ///
    /// # Errors
    /// [`DraftsError::Failed`]; the account counts nevertheless.
    pub fn learn(&self, account: AccountId) -> Result<(), DraftsError> {
        let owner = Owner::Account(account);
        let file = {
            let mut whose = self.whose();
            if whose.owner == owner {
                return Ok(());
            }
            whose.owner = owner;
            whose.file.clone()
        };
        // Two windows never rewrite or take the same draft.
        let _taking = self.lock(KEY_FILE, FlockOperation::LockExclusive)?;
        for name in self.place().names(DRAFT)? {
            let id = &name[DRAFT.len()..];
            if !self.is_own(id) && Window::runs(self.place(), window_of(id))? {
                continue;
            }
            self.give(&name, owner)?;
        }
        file.map_or(Ok(()), |file| self.put(&file, &account))
    }

    /// A tag of the token that is used here, which says nothing of the token itself.
    pub(super) fn token(&self) -> Option<String> {
        self.whose().file.clone()
    }

    /// Whose what is typed now is.
    pub fn owner(&self) -> Owner {
        self.whose().owner
    }

    /// May who types here see what belongs to `owner`? What is nobody's in particular, anybody may.
    pub fn may_see(&self, owner: Owner) -> bool {
        !matches!(owner, Owner::Account(_)) || owner == self.owner()
    }
}
