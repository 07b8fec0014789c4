//! The register at hand: what of it somebody may take along, for looking somebody up when the server is away. Pure: clock, keys and
//! digests are passed in.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ids::{AccountId, OfficerId},
    role::coded_enum,
    text::RawText,
};

coded_enum!(
    /// Who may have the register at hand.
    Offline {
        /// Nobody.
        Never = "never",
        /// Who may hold a copy of the register.
        Roles = "roles",
        /// They, and readers their own organisation and the cards they opened.
        All = "all",
    }
);

/// What the administrator set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Terms {
    /// Who may.
    pub offline: Offline,
    /// Days after which what was taken along is not used any more.
    pub offline_days: u32,
}

impl Default for Terms {
    fn default() -> Self {
        Self { offline: Offline::All, offline_days: 7 }
    }
}

impl Terms {
    /// May somebody, who may hold a copy of the whole register or not?
    pub fn admits(self, replicates: bool) -> bool {
        match self.offline {
            Offline::Never => false,
            Offline::Roles => replicates,
            Offline::All => true,
        }
    }
}

/// Days that a card somebody opened goes along, after it was opened last.
pub const OPENED_DAYS: i64 = 90;

/// Most opened cards that go along.
pub const OPENED_MOST: i64 = 500;

/// Longest query of a look-up, in characters.
pub const QUERY_MOST: usize = 200;

/// How far the clocks of server and client may differ.
const CLOCKS: TimeDelta = TimeDelta::hours(24);

/// What a client must know to take the register along: it pins the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// The public key of the server (Ed25519), in base64 (URL-safe, without padding). What was taken along is signed with it.
    pub key: String,
    /// Days after which what was taken along is not used any more.
    pub days: u32,
}

/// What stands over the entries that were taken along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// Whose it is.
    pub account: AccountId,
    /// The organisation of that account.
    pub organisation: String,
    /// Is it the whole register?
    pub whole: bool,
    /// How old it is.
    pub made_at: DateTime<Utc>,
    /// Until when it may be used.
    pub good_until: DateTime<Utc>,
    /// How many entries follow.
    pub entries: u64,
    /// SHA-256 of the lines that follow, in hexadecimal digits.
    pub digest: String,
}

/// A head as it goes over the wire, before the entries, one a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignedHead {
    /// A [`Head`] as JSON, exactly as it was signed.
    pub head: String,
    /// The signature over it, in base64 (URL-safe, without padding); see [`signed_text`].
    pub signature: String,
}

/// What is signed of a head: nothing else that the key may sign begins so.
pub fn signed_text(head: &str) -> String {
    format!("loket register at hand 1\n{head}")
}

/// Why what was taken along is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// There is nothing.
    Missing,
    /// It cannot be read.
    Unreadable,
    /// The signature is not of the server that was pinned, or something was changed.
    Forged,
    /// It is of another account.
    Stranger,
    /// It is too old, or of a time that has not come.
    Old,
}

impl Unusable {
    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::Missing => "at-hand-missing",
            Self::Unreadable => "at-hand-unreadable",
            Self::Forged => "at-hand-forged",
            Self::Stranger => "at-hand-stranger",
            Self::Old => "at-hand-old",
        }
    }
}

impl Head {
    /// Why it is not for this account now; the signature was looked at before.
    pub fn fault(&self, account: AccountId, now: DateTime<Utc>) -> Option<Unusable> {
        if self.account != account {
            return Some(Unusable::Stranger);
        }
        (now > self.good_until || now + CLOCKS < self.made_at).then_some(Unusable::Old)
    }
}

/// A look-up while the server was away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LookedUp {
    /// When, by the clock of the client.
    pub at: DateTime<Utc>,
    /// What was typed.
    #[serde(default)]
    pub query: RawText,
    /// Whose card was opened or taken along; nothing: only hits were seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<OfficerId>,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_head_is_for_one_account_and_for_so_long() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let account = AccountId(Uuid::from_u128(1));
        let head = Head {
            account,
            organisation: "UWV".into(),
            whole: false,
            made_at: at("2026-11-20T10:00:00Z"),
            good_until: at("2026-11-27T10:00:00Z"),
            entries: 0,
            digest: String::new(),
        };
        assert_eq!(head.fault(account, at("2026-11-27T10:00:00Z")), None);
        assert_eq!(head.fault(account, at("2026-11-27T10:00:01Z")), Some(Unusable::Old));
        assert_eq!(head.fault(account, at("2026-11-19T11:00:00Z")), None, "clocks differ");
        assert_eq!(head.fault(account, at("2026-11-19T09:59:59Z")), Some(Unusable::Old), "a clock put back makes nothing young");
        assert_eq!(head.fault(AccountId(Uuid::from_u128(2)), at("2026-11-20T10:00:00Z")), Some(Unusable::Stranger));
    }

    #[test]
    fn who_may_is_set() {
        for (offline, reader, copy) in [(Offline::Never, false, false), (Offline::Roles, false, true), (Offline::All, true, true)]
        {
            let terms = Terms { offline, ..Terms::default() };
            assert_eq!((terms.admits(false), terms.admits(true)), (reader, copy), "{offline}");
        }
    }
}
