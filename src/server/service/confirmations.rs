//! Proposals that wait for a second person: read, confirmed, rejected, withdrawn. What comes of it is the subject's to say.

use chrono::{DateTime, Utc};
use ring::digest::{SHA256, digest};

use super::{
    Keyed, Refused, Service, Written,
    time_outs::{By, differing, hold, shown},
    write,
};
use crate::{
    domain::{
        check,
        confirmation::{self, Confirmation, ConfirmedEntity},
        ids::ConfirmationId,
        share::SharePart,
        text::RawText,
        time_out::{
            TimeOutMoveKind,
            decide::{self, Moment},
        },
    },
    server::{
        identity::{Caller, hex},
        policy::{Permission, allows},
        store::{StoreError, confirmations, time_outs},
    },
};

/// What somebody does with a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settle {
    /// Confirms what has this hash.
    Confirm(String),
    /// Rejects it, for a reason.
    Reject(RawText),
    /// Withdraws the own proposal, for a reason.
    Withdraw(RawText),
}

impl Service {
    /// One proposal, written down before it is given.
    pub async fn confirmation(&self, caller: &Caller, id: &str) -> Result<Confirmation, Refused> {
        let id = read_id(id)?;
        let found = confirmations::get(&mut self.store.read().await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "confirmation.read", "confirmation", &id).await?;
        Ok(found.as_of(self.now()))
    }

    /// Confirms, rejects or withdraws.
    pub async fn settle(&self, caller: &Caller, keyed: &Keyed, id: &str, how: &Settle) -> Result<Written<Confirmation>, Refused> {
        let (id, now) = (read_id(id)?, self.now());
        if matches!(how, Settle::Confirm(_)) {
            self.in_person(caller)?;
        }
        if let Settle::Reject(reason) | Settle::Withdraw(reason) = how {
            Refused::unless_empty(check::takeover_reason(reason, "/reason"))?;
            Refused::unless_no_number(check::numbers_in(reason, "/reason"))?;
        }
        let written = write::again!(self.try_settle(caller, keyed, &id, how, now))?;
        if !written.committed {
            self.saw(caller, "confirmation.read", "confirmation", &id).await?;
        }
        Ok(written)
    }

    async fn try_settle(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        how: &Settle,
        now: DateTime<Utc>,
    ) -> Result<Written<Confirmation>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            let item = confirmations::get(&mut link, &kept.object).await?.ok_or(Refused::NotFound)?.as_of(now);
            return Ok(Written { item, changed: write::was_change(&kept), masked: 0, committed: false });
        }
        let found = confirmations::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let rights = match found.entity {
            ConfirmedEntity::TimeOut => &[Permission::ConfirmationSettle, Permission::CaseTimeOut][..],
            ConfirmedEntity::Meeting => &[Permission::MeetingWrite],
            // These are settled by themselves, and keep their proposals.
            ConfirmedEntity::Destruction | ConfirmedEntity::Export => &[],
        };
        if !rights.iter().any(|right| allows(caller.role, *right)) {
            // Outside nothing tells of what is not theirs.
            return Err(if caller.role.is_outside() { Refused::NotFound } else { Refused::NotAllowed });
        }
        if found.entity == ConfirmedEntity::Meeting {
            let subject = found.subject.hyphenated().to_string();
            return self.settle_publication(link, (caller, keyed, now), id, &subject, how).await;
        }
        let mut held = hold(&mut link, &found.subject.hyphenated().to_string()).await?;
        if caller.outside().is_some_and(|organisation| organisation != held.time_out.facts.decider) {
            return Err(Refused::NotFound);
        }
        self.within_reach(&mut link, caller, held.signal.number, Some(SharePart::Decisions)).await?;
        // With its subject held nobody else settles it: read again.
        let found = confirmations::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let before = held.time_out.clone();
        let waits = before.pending.as_ref().is_some_and(|pending| pending.confirmation == found.id);
        let (settled, mut after, verb) = match how {
            Settle::Confirm(seen) => {
                let hash_now = if waits { hash_of(&shown(&held)?) } else { String::new() };
                let settled = found.confirm(&actor, now, seen, &hash_now)?;
                (settled, decide::confirm(&before, moment, &held.others)?, "confirmation.confirm")
            }
            Settle::Reject(reason) => {
                let settled = found.reject(&actor, now, reason)?;
                let after = decide::drop_proposal(&before, moment, TimeOutMoveKind::Rejected, reason.clone());
                (settled, after, "confirmation.reject")
            }
            Settle::Withdraw(reason) => {
                let settled = found.withdraw(&actor, now, reason)?;
                let after = decide::drop_proposal(&before, moment, TimeOutMoveKind::Withdrawn, reason.clone());
                (settled, after, "confirmation.withdraw")
            }
        };
        if !waits {
            return Err(confirmation::Refusal::SubjectChanged.into());
        }
        after.version = before.version + 1;
        confirmations::settle(&mut link, &settled).await?;
        time_outs::update(&mut link, &after).await?;
        let fields = differing(&before, &after)?;
        held.time_out = after;
        self.commit_time_out(link, &By { caller, keyed, now }, (verb, Some(id)), held, &fields).await?;
        Ok(Written { item: settled, changed: true, masked: 0, committed: true })
    }
}

fn read_id(text: &str) -> Result<String, Refused> {
    Ok(text.parse::<ConfirmationId>().map_err(|_| Refused::NotFound)?.to_string())
}

/// What a confirmation sends back of what was shown.
pub(super) fn hash_of(shown: &str) -> String {
    hex(digest(&SHA256, shown.as_bytes()).as_ref())
}
