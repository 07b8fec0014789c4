//! The register at hand: what of it was taken along, for when the server is away. Signed by the server, whose key is pinned the first time
//! it is told; encrypted as the drafts are, 0600, one file per account, gone at signing out.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use ring::{
    digest::{SHA256, digest},
    signature::{ED25519, UnparsedPublicKey},
};
use serde::{Deserialize, Serialize};

use super::{Drafts, DraftsError, Owner};
use crate::{
    domain::{
        at_hand::{Head, Offer, SignedHead, Unusable, signed_text},
        ids::AccountId,
        officer::Officer,
    },
    index::Officers,
};

/// How the names of the files start; then a tag of the account.
pub(super) const LINES: &str = "register-";
pub(super) const ASKED: &str = "asked-";
/// The key of the server that was pinned.
pub(super) const PINNED: &str = "server-key";

/// What was taken along is fetched anew after so long.
pub const FRESH_FOR: TimeDelta = TimeDelta::hours(1);

/// What was taken along, read and found good.
#[derive(Debug, Clone)]
pub struct AtHand {
    /// Whose it is, and how old.
    pub head: Head,
    /// The entries.
    pub officers: Officers,
}

/// What came of being told under which key a server signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pinned {
    /// It is the one that was pinned, now or before.
    Same,
    /// Another one was pinned: what is signed with this one is not taken along.
    Other,
}

/// When a server was last asked what may be taken along, and whether that was fetched too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    at: DateTime<Utc>,
    fetched: bool,
}

impl Drafts {
    fn name_of(&self, start: &str, account: AccountId) -> String {
        self.seal().name(start, &account.to_string())
    }

    /// Pins the key of the server of this folder, the first time; later only compares.
    ///
    /// # Errors
    /// [`DraftsError::Failed`], and [`DraftsError::Unreadable`] when what was pinned cannot be read.
    pub fn pin(&self, offer: &Offer) -> Result<Pinned, DraftsError> {
        match self.get::<String>(PINNED)? {
            Some(pinned) if pinned == offer.key => Ok(Pinned::Same),
            Some(_) => Ok(Pinned::Other),
            None => self.put(PINNED, &offer.key).map(|()| Pinned::Same),
        }
    }

    /// Was the server asked so long ago (or never) that it is to be asked again what may be taken along? Who `fetches` it asks also
    /// when the last one who asked left that to others.
    pub fn is_to_ask(&self, account: AccountId, now: DateTime<Utc>, fetches: bool) -> bool {
        let asked = self.get::<Asked>(&self.name_of(ASKED, account)).ok().flatten();
        asked.is_none_or(|asked| now - asked.at >= FRESH_FOR || asked.at > now || fetches && !asked.fetched)
    }

    /// Notes that the server was asked, and whether what may be taken along was fetched.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn asked(&self, account: AccountId, now: DateTime<Utc>, fetched: bool) -> Result<(), DraftsError> {
        self.put(&self.name_of(ASKED, account), &Asked { at: now, fetched })
    }

    /// Keeps what the server gave, when it is good; else what was there stays.
    ///
    /// # Errors
    /// Why it is not good, or [`Unusable::Unreadable`] when it could not be written.
    pub fn take_along(&self, account: AccountId, lines: &[u8], now: DateTime<Utc>) -> Result<(), Unusable> {
        let (head, _) = self.opened(lines)?;
        if let Some(fault) = head.fault(account, now) {
            return Err(fault);
        }
        let name = self.name_of(LINES, account);
        let sealed = self.seal().close(&name, lines).map_err(|_| Unusable::Unreadable)?;
        self.place().write(&name, &sealed).map_err(|_| Unusable::Unreadable)
    }

    /// Is anything there for who types here? Without looking into it.
    pub fn has_at_hand(&self) -> bool {
        let Owner::Account(account) = self.owner() else { return false };
        self.place().names(&self.name_of(LINES, account)).is_ok_and(|names| !names.is_empty())
    }

    /// What was taken along for who types here, if it is good now.
    ///
    /// # Errors
    /// Why it is not used.
    pub fn at_hand(&self, now: DateTime<Utc>) -> Result<AtHand, Unusable> {
        let Owner::Account(account) = self.owner() else { return Err(Unusable::Missing) };
        let name = self.name_of(LINES, account);
        let file = self.place().read(&name).map_err(|_| Unusable::Unreadable)?.ok_or(Unusable::Missing)?;
        let lines = self.seal().open_content(&name, &file).map_err(|_| Unusable::Unreadable)?;
        let (head, rest) = self.opened(&lines)?;
        if let Some(fault) = head.fault(account, now) {
            return Err(fault);
        }
        let mut officers = Officers::default();
        for line in rest.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let officer: Officer = serde_json::from_slice(line).map_err(|_| Unusable::Unreadable)?;
            officers.upsert(&officer).map_err(|_| Unusable::Unreadable)?;
        }
        Ok(AtHand { head, officers })
    }

    /// Throws away what was taken along for an account.
    ///
    /// # Errors
    /// [`DraftsError::Failed`].
    pub fn drop_at_hand(&self, account: AccountId) -> Result<(), DraftsError> {
        self.place().remove(&self.name_of(ASKED, account))?;
        self.place().remove(&self.name_of(LINES, account))
    }

    /// The head and the lines under it, when the pinned server signed exactly these.
    fn opened<'a>(&self, lines: &'a [u8]) -> Result<(Head, &'a [u8]), Unusable> {
        let end = memchr::memchr(b'\n', lines).ok_or(Unusable::Unreadable)?;
        let (first, rest) = (&lines[..end], &lines[end + 1..]);
        let signed: SignedHead = serde_json::from_slice(first).map_err(|_| Unusable::Unreadable)?;
        let pinned = self.get::<String>(PINNED).ok().flatten().ok_or(Unusable::Forged)?;
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| Unusable::Forged);
        let key = UnparsedPublicKey::new(&ED25519, bytes(&pinned)?);
        key.verify(signed_text(&signed.head).as_bytes(), &bytes(&signed.signature)?).map_err(|_| Unusable::Forged)?;
        let head: Head = serde_json::from_str(&signed.head).map_err(|_| Unusable::Unreadable)?;
        let found = digest(&SHA256, rest).as_ref().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        if found == head.digest { Ok((head, rest)) } else { Err(Unusable::Forged) }
    }
}
