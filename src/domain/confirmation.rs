//! The one way in which a second person confirms: proposed, bound to a hash of exactly what was shown, confirmed by another
//! account, expiring. What is proposed, and what comes of it, is the subject's to say.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Instant,
    ids::{AccountId, ConfirmationId, SignalId},
    role::coded_enum,
    signal::decide::Actor,
    text::RawText,
};

coded_enum!(
    /// What is proposed.
    ConfirmedAction {
        /// A time-out begins (opschorten).
        StartTimeOut = "start-time-out",
        /// A time-out gets a later last day (verlengen).
        ExtendTimeOut = "extend-time-out",
        /// The decision works again (hervatten).
        ResumeTimeOut = "resume-time-out",
        /// The time-out is no longer needed (beëindigen).
        EndTimeOut = "end-time-out",
        /// The agenda of a meeting is sent.
        PublishAgenda = "publish-agenda",
        /// The decisions of a meeting are sent.
        PublishDecisions = "publish-decisions",
        /// Closed cases whose term has passed are destroyed.
        DestroyCases = "destroy-cases",
        /// Whole cases leave in a file.
        ExportCases = "export-cases",
    }
);

coded_enum!(
    /// What kind of object it is about.
    ConfirmedEntity {
        /// A time-out.
        TimeOut = "time-out",
        /// A meeting.
        Meeting = "meeting",
        /// A list of cases to destroy.
        Destruction = "destruction",
        /// Cases that leave in a file.
        Export = "export",
    }
);

coded_enum!(
    /// Where a proposal stands.
    ConfirmationState {
        /// Voorgesteld: nothing has happened yet.
        Proposed = "proposed",
        /// Bevestigd by another.
        Confirmed = "confirmed",
        /// Afgewezen by another.
        Rejected = "rejected",
        /// Ingetrokken by who proposed it.
        Withdrawn = "withdrawn",
        /// Vervallen: nobody confirmed it in time.
        Expired = "expired",
    }
);

/// A proposal that needs a second person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Confirmation {
    /// Id.
    pub id: ConfirmationId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// What is proposed.
    pub action: ConfirmedAction,
    /// What kind of object it is about.
    pub entity: ConfirmedEntity,
    /// Which object.
    #[schema(value_type = String, format = "uuid")]
    pub subject: Uuid,
    /// The version of the object with the proposal in it.
    pub subject_version: i64,
    /// The signal it belongs to.
    pub signal: Option<SignalId>,
    /// Exactly what is confirmed, as canonical JSON: show this and nothing else.
    pub shown: String,
    /// The SHA-256 of `shown` in hexadecimal. A confirmation sends it back.
    pub hash: String,
    /// Who proposed it: this account cannot confirm it.
    pub proposed_by: AccountId,
    /// The name of who proposed it.
    pub proposed_by_name: RawText,
    /// When.
    pub proposed_at: DateTime<Utc>,
    /// From when it can no longer be confirmed.
    pub expires_at: DateTime<Utc>,
    /// Where it stands.
    pub state: ConfirmationState,
    /// Who confirmed, rejected or withdrew it.
    pub settled_by: Option<AccountId>,
    /// The name of who did.
    pub settled_by_name: RawText,
    /// When.
    pub settled_at: Option<DateTime<Utc>>,
    /// Why it was rejected or withdrawn.
    pub reason: RawText,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Who proposed it cannot confirm or reject it.
    SamePerson,
    /// Only who proposed it can withdraw it.
    AnothersProposal,
    /// Nobody confirmed it in time.
    Expired,
    /// It was settled already.
    Settled(ConfirmationState),
    /// The person confirmed something else than what is proposed.
    OtherThanShown,
    /// The object is no longer as it was shown.
    SubjectChanged,
}

impl Refusal {
    /// A stable code; the text is in the locale files under `fault-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::SamePerson => "same-person",
            Self::AnothersProposal => "anothers-proposal",
            Self::Expired => "proposal-expired",
            Self::Settled(_) => "proposal-settled",
            Self::OtherThanShown => "other-than-shown",
            Self::SubjectChanged => "subject-changed",
        }
    }
}

impl Confirmation {
    /// Where it stands now: a proposal expires by time, without anybody's doing.
    pub fn state_at(&self, now: Instant) -> ConfirmationState {
        match self.state {
            ConfirmationState::Proposed if self.expires_at <= now => ConfirmationState::Expired,
            state => state,
        }
    }

    /// As it is now, to be told.
    #[must_use]
    pub fn as_of(mut self, now: Instant) -> Self {
        self.state = self.state_at(now);
        self
    }

    /// Confirmed by another, who was shown `seen`; `hash_now` is the hash of what would be shown now.
    pub fn confirm(&self, actor: &Actor, now: Instant, seen: &str, hash_now: &str) -> Result<Self, Refusal> {
        self.open(now)?;
        if self.proposed_by == actor.account {
            return Err(Refusal::SamePerson);
        }
        if seen != self.hash {
            return Err(Refusal::OtherThanShown);
        }
        if hash_now != self.hash {
            return Err(Refusal::SubjectChanged);
        }
        Ok(self.settled(ConfirmationState::Confirmed, actor, now, &RawText::default()))
    }

    /// Rejected by another.
    pub fn reject(&self, actor: &Actor, now: Instant, reason: &RawText) -> Result<Self, Refusal> {
        self.open(now)?;
        if self.proposed_by == actor.account {
            return Err(Refusal::SamePerson);
        }
        Ok(self.settled(ConfirmationState::Rejected, actor, now, reason))
    }

    /// Withdrawn by who proposed it.
    pub fn withdraw(&self, actor: &Actor, now: Instant, reason: &RawText) -> Result<Self, Refusal> {
        self.open(now)?;
        if self.proposed_by != actor.account {
            return Err(Refusal::AnothersProposal);
        }
        Ok(self.settled(ConfirmationState::Withdrawn, actor, now, reason))
    }

    fn open(&self, now: Instant) -> Result<(), Refusal> {
        match self.state_at(now) {
            ConfirmationState::Proposed => Ok(()),
            ConfirmationState::Expired => Err(Refusal::Expired),
            state => Err(Refusal::Settled(state)),
        }
    }

    fn settled(&self, state: ConfirmationState, actor: &Actor, now: Instant, reason: &RawText) -> Self {
        Self {
            version: self.version + 1,
            state,
            settled_by: Some(actor.account),
            settled_by_name: actor.name.clone(),
            settled_at: Some(now),
            reason: reason.clone(),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn actor(n: u128) -> Actor {
        Actor { account: AccountId(Uuid::from_u128(n)), name: format!("Account {n}").into() }
    }

    fn now() -> Instant {
        "2026-11-16T09:00:00Z".parse().unwrap()
    }

    fn proposal() -> Confirmation {
        Confirmation {
            id: ConfirmationId(Uuid::from_u128(1)),
            version: 1,
            action: ConfirmedAction::ExtendTimeOut,
            entity: ConfirmedEntity::TimeOut,
            subject: Uuid::from_u128(2),
            subject_version: 3,
            signal: None,
            shown: "{}".into(),
            hash: "abc".into(),
            proposed_by: actor(1).account,
            proposed_by_name: actor(1).name,
            proposed_at: now(),
            expires_at: now() + TimeDelta::days(7),
            state: ConfirmationState::Proposed,
            settled_by: None,
            settled_by_name: RawText::default(),
            settled_at: None,
            reason: RawText::default(),
        }
    }

    #[test]
    fn only_another_confirms_and_only_what_was_shown() {
        let proposed = proposal();
        assert_eq!(proposed.confirm(&actor(1), now(), "abc", "abc"), Err(Refusal::SamePerson));
        assert_eq!(proposed.confirm(&actor(2), now(), "abd", "abc"), Err(Refusal::OtherThanShown));
        assert_eq!(proposed.confirm(&actor(2), now(), "abc", "abd"), Err(Refusal::SubjectChanged));
        let confirmed = proposed.confirm(&actor(2), now(), "abc", "abc").unwrap();
        assert_eq!((confirmed.state, confirmed.settled_by), (ConfirmationState::Confirmed, Some(actor(2).account)));
        assert_eq!(confirmed.confirm(&actor(3), now(), "abc", "abc"), Err(Refusal::Settled(ConfirmationState::Confirmed)));
        assert_eq!(confirmed.withdraw(&actor(1), now(), &"".into()), Err(Refusal::Settled(ConfirmationState::Confirmed)));
    }

    #[test]
    fn another_rejects_and_the_proposer_withdraws() {
        let proposed = proposal();
        assert_eq!(proposed.reject(&actor(1), now(), &"".into()), Err(Refusal::SamePerson));
        assert_eq!(proposed.reject(&actor(2), now(), &"nee".into()).unwrap().state, ConfirmationState::Rejected);
        assert_eq!(proposed.withdraw(&actor(2), now(), &"".into()), Err(Refusal::AnothersProposal));
        assert_eq!(proposed.withdraw(&actor(1), now(), &"".into()).unwrap().state, ConfirmationState::Withdrawn);
    }

    #[test]
    fn it_expires_by_time_alone() {
        let proposed = proposal();
        let (last, after) = (proposed.expires_at - TimeDelta::seconds(1), proposed.expires_at);
        assert!(proposed.confirm(&actor(2), last, "abc", "abc").is_ok());
        assert_eq!(proposed.confirm(&actor(2), after, "abc", "abc"), Err(Refusal::Expired));
        assert_eq!(proposed.reject(&actor(2), after, &"".into()), Err(Refusal::Expired));
        assert_eq!(proposed.state_at(after), ConfirmationState::Expired);
    }
}
