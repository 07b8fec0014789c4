//! Sending an agenda or its decisions: proposed by one person, confirmed by another, bound to exactly who gets what.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{
    Keyed, Refused, Service, Settle, Written,
    case_history::Cases,
    confirmations::hash_of,
    meeting_read::{MeetingCase, agenda, meeting_id},
    meetings::{Deed, Moved, json},
    write,
};
use crate::{
    domain::{
        Date,
        arrangement::decide::Moment,
        confirmation::{self, Confirmation, ConfirmationState, ConfirmedAction, ConfirmedEntity},
        ids::{ConfirmationId, OrganisationCode},
        meeting::{
            Addressee, Agenda, MeetingMoveKind, MeetingNumber, MeetingState, Present, Publication, Refusal, Sent, contact,
            decide, publication, timeline,
        },
        signal::LinkedVerb,
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{Link, StoreError, agenda_items, changes::Scope, confirmations, meetings, officers},
    },
};

impl Service {
    /// Proposes to send the agenda or the decisions of the version of a meeting that the caller saw; nothing is sent until
    /// another confirms it.
    pub async fn propose_publication(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        text: &str,
        expected: i64,
        typed: MeetingNumber,
    ) -> Result<Written<MeetingCase>, Refused> {
        self.in_person(caller)?;
        let (id, now) = (meeting_id(&mut self.store.read().await?, text).await?, self.now());
        let written = write::again!(self.try_propose_publication(caller, keyed, (&id, expected), typed, now))?;
        self.saw_meeting(caller, written).await
    }

    async fn try_propose_publication(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (id, expected): (&str, i64),
        typed: MeetingNumber,
        now: DateTime<Utc>,
    ) -> Result<Written<MeetingCase>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return self.repeated_meeting(&mut link, &kept).await;
        }
        let before = meetings::lock(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Meetings, id, before.version).await);
        }
        let action = decide::to_send(&before)?;
        let agenda = agenda(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let shown = shown(&mut link, &agenda, action, self.today()).await?;
        let actor = caller.actor();
        let confirmation = ConfirmationId(self.clock.id(now).map_err(StoreError::from)?);
        let after = decide::propose(&before, &shown, typed, confirmation, Moment { actor: &actor, now })?;
        let sent = if before.state == MeetingState::Sent { sent_decisions(&mut link, id).await? } else { None };
        if sent.is_some_and(|sent| !sent.is_outdated_by(&shown)) {
            return Err(Refusal::DecisionsSent.into());
        }
        let pending = after.pending.as_ref().ok_or_else(|| StoreError::Fault("a proposal without a proposal".into()))?;
        let text = serde_json::to_string(&shown).map_err(StoreError::from)?;
        let waits = Confirmation {
            id: confirmation,
            version: 1,
            action,
            entity: ConfirmedEntity::Meeting,
            subject: after.id.0,
            subject_version: after.version,
            signal: None,
            hash: hash_of(&text),
            shown: text,
            proposed_by: pending.by,
            proposed_by_name: pending.by_name.clone(),
            proposed_at: pending.at,
            expires_at: pending.expires_at,
            state: ConfirmationState::Proposed,
            settled_by: None,
            settled_by_name: "".into(),
            settled_at: None,
            reason: "".into(),
        };
        confirmations::insert(&mut link, &waits).await?;
        self.commit_meeting(link, (caller, Some(keyed), now), "meeting.publish", (&before, &after), Moved::default()).await
    }

    /// Confirms, rejects or withdraws a sending, in the transaction that took the key.
    pub(super) async fn settle_publication(
        &self,
        mut link: Link,
        (caller, keyed, now): (&Caller, &Keyed, DateTime<Utc>),
        id: &str,
        subject: &str,
        how: &Settle,
    ) -> Result<Written<Confirmation>, Refused> {
        let cases = match how {
            Settle::Confirm(_) => Cases::of_meeting(&mut link, subject).await?,
            Settle::Reject(_) | Settle::Withdraw(_) => Cases::default(),
        };
        let before = meetings::lock(&mut link, subject).await?.ok_or(Refused::NotFound)?;
        // With its meeting held nobody else settles it: read again.
        let found = confirmations::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let waits = before.pending.as_ref().is_some_and(|pending| pending.confirmation == found.id);
        let (settled, after, verb) = match how {
            Settle::Confirm(seen) => {
                let hash_now = if waits { self.hash_now(&mut link, subject, found.action).await? } else { String::new() };
                let settled = found.confirm(&actor, now, seen, &hash_now)?;
                (settled, decide::confirm(&before, moment)?, "confirmation.confirm")
            }
            Settle::Reject(reason) => {
                let settled = found.reject(&actor, now, reason)?;
                let after = decide::drop_proposal(&before, moment, MeetingMoveKind::Rejected, reason.clone());
                (settled, after, "confirmation.reject")
            }
            Settle::Withdraw(reason) => {
                let settled = found.withdraw(&actor, now, reason)?;
                let after = decide::drop_proposal(&before, moment, MeetingMoveKind::Withdrawn, reason.clone());
                (settled, after, "confirmation.withdraw")
            }
        };
        if !waits {
            return Err(confirmation::Refusal::SubjectChanged.into());
        }
        let before_it = sent_decisions(&mut link, subject).await?;
        confirmations::settle(&mut link, &settled).await?;
        meetings::update(&mut link, &after).await?;
        let (mut also, mut told) = (vec![], vec![]);
        if matches!(how, Settle::Confirm(_)) && settled.action == ConfirmedAction::PublishDecisions {
            let entries = agenda_items::entries(&mut link, subject).await?;
            cases.covers(entries.iter().map(|entry| &entry.item))?;
            let shown: Publication = serde_json::from_str(&settled.shown).map_err(StoreError::from)?;
            let told_of = shown.told_since(before_it.as_ref());
            let sent = entries.iter().filter(|entry| told_of.contains(&entry.item.id));
            let why = RawText::default();
            told.extend(sent.filter_map(|one| timeline::told(&one.item, LinkedVerb::DecisionsSent, Some(&after), &why)));
        }
        self.tell_cases(&mut link, cases, told, (caller, now), &mut also).await?;
        let deed = Deed {
            caller,
            keyed: Some(keyed),
            now,
            verb,
            scope: Scope::Meetings,
            object: subject.to_owned(),
            version: after.version,
            fields: write::differing(&json(&before)?, &json(&after)?),
            also,
            answer: Some(id.to_owned()),
        };
        self.commit_deed(link, &deed).await?;
        Ok(Written { item: settled, changed: true, masked: 0, committed: true })
    }

    /// The hash of what would be shown now.
    async fn hash_now(&self, link: &mut Link, meeting: &str, action: ConfirmedAction) -> Result<String, Refused> {
        let agenda = agenda(link, meeting).await?.ok_or(Refused::NotFound)?;
        let shown = shown(link, &agenda, action, self.today()).await?;
        Ok(hash_of(&serde_json::to_string(&shown).map_err(StoreError::from)?))
    }
}

/// What was sent of the decisions of a meeting last; nothing: nothing was, or it is not known.
pub(super) async fn sent_decisions(link: &mut Link, meeting: &str) -> Result<Option<Sent>, StoreError> {
    let all = confirmations::confirmed(link, meeting).await?;
    let of_decisions = all.into_iter().filter(|one| one.action == ConfirmedAction::PublishDecisions);
    let last = of_decisions.filter_map(|one| Some((one.settled_at?, one.shown))).max_by_key(|(at, _)| *at);
    last.map(|(at, shown)| Ok(Sent { shown: serde_json::from_str(&shown)?, at })).transpose()
}

/// Exactly who gets what. A body of which nobody is asked gets it at its escalation contact.
async fn shown(link: &mut Link, agenda: &Agenda, action: ConfirmedAction, today: Date) -> Result<Publication, Refused> {
    let fixed = agenda.meeting.edition.ok_or(Refusal::NotFixed)?;
    let edition = meetings::edition(link, &fixed.id.to_string()).await?.ok_or(Refused::NotFound)?;
    let commitments = agenda_items::commitments(link, &agenda.meeting.id.to_string()).await?;
    let present = Present { entries: &agenda.entries, commitments: commitments.iter().collect(), today };
    let told = publication(&edition, action, &present);
    let contacts = contacts(link, &told.without_addressee(), today).await?;
    Ok(told.with_contacts(|code| contacts.get(code).cloned()))
}

/// Whom of these bodies to send to by the register; a body that is not among them has nobody.
pub(super) async fn contacts(
    link: &mut Link,
    codes: &[OrganisationCode],
    today: Date,
) -> Result<HashMap<OrganisationCode, Addressee>, StoreError> {
    let mut contacts = HashMap::new();
    for code in codes {
        let officers = officers::of_organisation(link, code).await?;
        contacts.extend(contact(&officers, today).map(|found| (code.clone(), found)));
    }
    Ok(contacts)
}
