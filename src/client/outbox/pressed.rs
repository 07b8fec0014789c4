//! What was pressed and waits, beside the drafts: a text is a draft until it is pressed, waits under its key until the server answers,
//! and is a draft again, with the reason, when the server refuses.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    drafts::{DRAFT, Draft, Drafts, Offered, window_of},
    folder::DraftsError,
    owner::Owner,
    pending::Pending,
    seal::KEY_FILE,
    window::Window,
};
use crate::domain::ids::{AccountId, IdempotencyKey};
use rustix::fs::FlockOperation;

/// Under this name the key of a press stands in the text of a draft.
const KEY: &str = "key";

/// The key under which a text was pressed.
fn key_of(text: &str) -> Option<IdempotencyKey> {
    serde_json::from_str::<Value>(text).ok()?[KEY].as_str()?.parse().ok()
}

/// The text without the key it was pressed under: what is saved of it next is something new.
fn without_key(text: &str) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::from_str(text) else { return text.to_owned() };
    fields.remove(KEY);
    Value::Object(fields).to_string()
}

impl Draft {
    /// Was it pressed under one of these keys?
    pub(super) fn is_of(&self, keys: &BTreeSet<IdempotencyKey>) -> bool {
        !keys.is_empty() && key_of(&self.text).is_some_and(|key| keys.contains(&key))
    }
}

impl Drafts {
    /// Gives what was pressed for a server before any account was known to this account, as far as it was pressed with the token of
    /// here. The rest is given back.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub(super) fn adopt(&self, server: &str, account: AccountId) -> Result<Vec<Pending>, DraftsError> {
        let token = self.token();
        let nameless = self.pending()?.0.into_iter().filter(|one| one.server == server && one.account.is_none() && !one.refused);
        let (ours, strange): (Vec<_>, Vec<_>) = nameless.partition(|one| one.token == token);
        ours.into_iter().try_for_each(|one| self.keep(&Pending { account: Some(account), token: None, ..one }))?;
        Ok(strange)
    }

    /// What waits to be sent to a server under an account, oldest first: neither what was refused, nor what is of others.
    ///
    /// # Errors
    /// [`DraftsError::Failed`] when the folder cannot be read.
    pub fn waiting(&self, server: &str, account: AccountId) -> Result<Vec<Pending>, DraftsError> {
        let (mut all, _) = self.pending()?;
        all.retain(|one| one.server == server && one.account == Some(account) && !one.refused);
        Ok(all)
    }

    /// The texts that were pressed and wait to be sent, last pressed first, each with its key, as far as who types here may see
    /// them; and how many files of what was pressed cannot be read.
    ///
    /// # Errors
    /// As [`Drafts::waiting`].
    pub fn waits(&self) -> Result<(Vec<(IdempotencyKey, Offered)>, usize), DraftsError> {
        let offer = |one: Pending| {
            let owner = one.account.map_or(Owner::Next, Owner::Account);
            let text = one.draft.filter(|_| !one.refused && self.may_see(owner))?;
            let draft = Draft::new(&one.slot, &without_key(&text), one.made_at, owner);
            Some((one.write.key, Offered { id: one.write.key.to_string(), draft }))
        };
        let (all, unreadable) = self.pending()?;
        Ok((all.into_iter().rev().filter_map(offer).collect(), unreadable))
    }

    /// The keys of the texts that wait to be sent: what is left of them as a draft is the same text, and no draft.
    pub(super) fn keys_pressed(&self) -> Result<BTreeSet<IdempotencyKey>, DraftsError> {
        let texts = self.pending()?.0.into_iter().filter(|one| !one.refused && one.draft.is_some());
        Ok(texts.map(|one| one.write.key).collect())
    }

    /// Makes what waited a draft again, with the reason why the server refuses it, and takes it off what waits; under the same key when
    /// that is to be pressed once more. Gives the id of the draft; nothing when it no longer waits, or when there is no text to go back
    /// to: then it stays and is not sent again.
    ///
    /// # Errors
    /// [`DraftsError::Failed`]; then it still waits.
    pub fn refuse(&self, pending: &Pending, why: &str, same: bool) -> Result<Option<String>, DraftsError> {
        let key = pending.write.key;
        if !self.pending()?.0.iter().any(|one| one.write.key == key) {
            return Ok(None);
        }
        let Some(text) = &pending.draft else {
            self.keep(&Pending { refused: true, ..pending.clone() })?;
            return Ok(None);
        };
        let owner = pending.account.map_or(self.owner(), Owner::Account);
        let text = if same { text.clone() } else { without_key(text) };
        let draft = Draft { refused: Some(why.to_owned()), ..Draft::new(&pending.slot, &text, pending.made_at, owner) };
        // Under a name made of the key: who is killed here and refused once more leaves one draft.
        let id: String = key.to_string().chars().filter(char::is_ascii_hexdigit).take(16).collect();
        let name = self.seal().name(&format!("{DRAFT}{id}-"), &pending.slot);
        self.put(&name, &draft)?;
        self.remove_pressed_but(&name, &pending.slot, key)?;
        self.forget(key)?;
        Ok(Some(name[DRAFT.len()..].to_owned()))
    }

    /// Takes off the disk what waited: the write, and what is left of its text as a draft.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub(super) fn settle(&self, pending: &Pending) -> Result<(), DraftsError> {
        self.remove_pressed(&pending.slot, pending.write.key)?;
        self.forget(pending.write.key)
    }

    /// Throws away what is left in a slot of a text that was pressed under this key, by this window or one that is gone; newer text of
    /// the same slot stays.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn remove_pressed(&self, slot: &str, key: IdempotencyKey) -> Result<(), DraftsError> {
        self.remove_pressed_but("", slot, key)
    }

    fn remove_pressed_but(&self, stays: &str, slot: &str, key: IdempotencyKey) -> Result<(), DraftsError> {
        for name in self.place().names(DRAFT)? {
            let id = &name[DRAFT.len()..];
            let ours = self.is_of(id, slot) && (self.is_own(id) || !Window::runs(self.place(), window_of(id))?);
            let pressed = || matches!(self.get::<Draft>(&name), Ok(Some(draft)) if key_of(&draft.text) == Some(key));
            if ours && name != stays && pressed() {
                self.drop_file(&name)?;
            }
        }
        Ok(())
    }

    /// Throws away what waits under this key. Says whether it did: not what is of another account.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub(super) fn drop_pressed(&self, key: IdempotencyKey) -> Result<bool, DraftsError> {
        let waits = self.pending()?.0.into_iter().find(|one| one.write.key == key);
        let ours = waits.filter(|one| self.may_see(one.account.map_or(Owner::Next, Owner::Account)));
        ours.map_or(Ok(false), |pending| self.settle(&pending).map(|()| true))
    }

    /// Throws away the draft that was offered under this id. Says whether it did: not what is open in a window that runs, nor what is of
    /// another account. What waits is thrown away by the sender ([`super::Sender::call_off`]), which may be sending it.
    ///
    /// # Errors
    /// [`DraftsError::Unreadable`] and [`DraftsError::Failed`].
    pub fn discard(&self, id: &str) -> Result<bool, DraftsError> {
        let _taking = self.lock(KEY_FILE, FlockOperation::LockExclusive)?;
        let name = format!("{DRAFT}{id}");
        let plain = id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        if !plain || (!self.is_own(id) && Window::runs(self.place(), window_of(id))?) {
            return Ok(false);
        }
        match self.get::<Draft>(&name)? {
            Some(draft) if self.may_see(draft.owner) => self.drop_file(&name).map(|()| true),
            _ => Ok(false),
        }
    }
}
