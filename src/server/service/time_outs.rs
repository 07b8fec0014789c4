//! Time-outs: proposed, changed by proposals, read and listed. The domain decides, one transaction writes the time-out, the
//! proposal, the signal whose dates it moves, and the rows of the board.
//!
//! Lock order: idempotency key, signal, decision, time-out; then audit head and counter, as everywhere.

use chrono::{DateTime, Utc};

use super::{Keyed, Refused, Service, Written, confirmations::hash_of, signal_changes, signal_changes::stamped, write};
use crate::{
    domain::{
        check,
        confirmation::{Confirmation, ConfirmationState, ConfirmedEntity},
        ids::{ConfirmationId, TimeOutId},
        share::SharePart,
        signal::{Decision, Entry, Signal, decide as signal_rules},
        time_out::{
            Refusal, TimeOut, TimeOutFacts, TimeOutMoveKind, TimeOutProposal, TimeOutSummary, TimeOutVerb,
            decide::{self, Moment},
            entries_since, term_dates,
        },
    },
    server::{
        clock::Clock,
        identity::Caller,
        store::{
            Link, StoreError,
            changes::Scope,
            confirmations, deadlines,
            history::RECEIVED,
            signals::{self, SignalRow, Which},
            time_outs::{self, Wanted},
        },
    },
};

/// A time-out as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTimeOut {
    /// Id or number of the signal.
    pub signal: String,
    /// The decision as it stands there.
    pub decision: Decision,
    /// What the municipality decided.
    pub facts: TimeOutFacts,
    /// Start it now, by one person?
    pub emergency: bool,
}

/// A time-out with all that is needed to tell about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The time-out, as it is now.
    pub time_out: TimeOut,
    /// The other time-outs of the same decision.
    pub others: Vec<TimeOut>,
    /// What waits for a second person.
    pub confirmation: Option<Confirmation>,
}

/// What one request does with a time-out that is there.
enum Wish {
    Propose(TimeOutProposal),
    Note(TimeOutVerb, chrono::NaiveDate),
}

/// Who asks, under which key, and when.
pub(super) struct By<'a> {
    pub(super) caller: &'a Caller,
    pub(super) keyed: &'a Keyed,
    pub(super) now: DateTime<Utc>,
}

/// A time-out, its signal and what else concerns its decision, all locked.
pub struct Held {
    /// The signal.
    pub signal: Signal,
    /// The time-out.
    pub time_out: TimeOut,
    /// The other time-outs of the same decision.
    pub others: Vec<TimeOut>,
    /// How many of its moves the timeline has.
    pub told: usize,
}

impl Service {
    /// One time-out, written down before it is given.
    pub async fn time_out(&self, caller: &Caller, id: &str) -> Result<Case, Refused> {
        let id = read_id(id)?;
        let case = self.case(&mut self.store.read().await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw(caller, "time-out.read", "time-out", &id).await?;
        Ok(case)
    }

    /// A page of time-outs: last day, and the row.
    pub async fn time_outs(&self, caller: &Caller, wanted: &Wanted) -> Result<Vec<(String, TimeOutSummary)>, Refused> {
        self.listed(caller, "time-out.list", "time-out").await?;
        let mut link = self.store.read().await?;
        let now = self.now();
        let mut rows = vec![];
        for (day, time_out) in time_outs::page(&mut link, wanted).await? {
            let others = time_outs::others(&mut link, &time_outs::decision_of(&time_out), &time_out.id.to_string()).await?;
            let suspensions: Vec<_> = others.iter().chain([&time_out]).filter_map(TimeOut::suspension).collect();
            let term = term_dates(&time_out.suspends.decision, &suspensions);
            rows.push((day, TimeOutSummary::of(&time_out, term, now)));
        }
        Ok(rows)
    }

    /// Proposes a time-out, or starts it in an emergency.
    pub async fn propose_time_out(&self, caller: &Caller, keyed: &Keyed, new: &NewTimeOut) -> Result<Written<Case>, Refused> {
        self.in_person(caller)?;
        Refused::unless_empty(check::time_out_facts(&new.facts, "/facts", &self.names.organisation_codes))?;
        Refused::unless_no_number(check::numbers_in(&new.facts, "/facts"))?;
        let now = self.now();
        let written = write::again!(self.try_propose_time_out(caller, keyed, new, now))?;
        self.saw_time_out(caller, written).await
    }

    async fn try_propose_time_out(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        new: &NewTimeOut,
        now: DateTime<Utc>,
    ) -> Result<Written<Case>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return self.repeated_time_out(&mut link, &kept).await;
        }
        let mut room = String::new();
        let signal = signals::lock(&mut link, self.which(&new.signal, &mut room)?).await?.ok_or(Refused::NotFound)?;
        self.within_reach(&mut link, caller, signal.number, Some(SharePart::Decisions)).await?;
        signal_changes::written_in(caller, &signal)?;
        let place = signal.facts.decisions.iter().position(|decision| *decision == new.decision);
        let actor = caller.actor();
        let wanted = decide::Wanted {
            id: TimeOutId(self.clock.id(now).map_err(StoreError::from)?),
            confirmation: ConfirmationId(self.clock.id(now).map_err(StoreError::from)?),
            signal: &signal,
            decision: place.ok_or(Refusal::NoSuchDecision)?,
            facts: new.facts.clone(),
            emergency: new.emergency,
        };
        let moment = Moment { actor: &actor, now };
        let kind = |code: &_| self.names.organisation_kinds.get(code).copied();
        // Decided once alone to know which decision to lock, and again with what was there.
        let alone = decide::propose(wanted.clone(), moment, kind, &[])?;
        let decision = time_outs::decision_of(&alone);
        time_outs::lock_decision(&mut link, &decision).await?;
        let others = time_outs::others(&mut link, &decision, &alone.id.to_string()).await?;
        // Which days these take, and what they do to the term, is told to the desk alone.
        if caller.role.is_outside() && others.iter().any(|other| other.signal != signal.id) {
            return Err(Refusal::Elsewhere.into());
        }
        let made = decide::propose(wanted, moment, kind, &others)?;
        time_outs::insert(&mut link, &made).await?;
        let verb = if new.emergency { "time-out.start" } else { "time-out.propose" };
        let content = serde_json::to_string(&made).map_err(StoreError::from)?;
        let fields = [(RECEIVED.into(), String::new(), content)];
        let held = Held { signal, time_out: made, others, told: 0 };
        let confirmation = proposal(&held).map_err(Refused::Store)?;
        confirmations::insert(&mut link, &confirmation).await?;
        self.commit_time_out(link, &By { caller, keyed, now }, (verb, None), held, &fields).await
    }

    /// Proposes to extend, resume or end the version that the caller saw.
    pub async fn propose_change(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
        proposal: TimeOutProposal,
    ) -> Result<Written<Case>, Refused> {
        self.in_person(caller)?;
        Refused::unless_empty(check::time_out_proposal(&proposal, ""))?;
        Refused::unless_no_number(check::numbers_in(&proposal, ""))?;
        self.change_time_out(caller, keyed, id, expected, &Wish::Propose(proposal)).await
    }

    /// Notes that the body was told, or confirmed.
    pub async fn note_body(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
        (verb, on): (TimeOutVerb, chrono::NaiveDate),
    ) -> Result<Written<Case>, Refused> {
        self.change_time_out(caller, keyed, id, expected, &Wish::Note(verb, on)).await
    }

    async fn change_time_out(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
        wish: &Wish,
    ) -> Result<Written<Case>, Refused> {
        let (id, now) = (read_id(id)?, self.now());
        let written = write::again!(self.try_change_time_out(caller, keyed, (&id, expected), wish, now))?;
        self.saw_time_out(caller, written).await
    }

    async fn try_change_time_out(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        (id, expected): (&str, i64),
        wish: &Wish,
        now: DateTime<Utc>,
    ) -> Result<Written<Case>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(kept) = write::take(&mut link, caller, Some(keyed), now.timestamp_micros()).await? {
            return self.repeated_time_out(&mut link, &kept).await;
        }
        let mut held = hold(&mut link, id).await?;
        if held.time_out.version != expected {
            return Err(write::stale(&mut link, Scope::TimeOuts, id, held.time_out.version).await);
        }
        let actor = caller.actor();
        let moment = Moment { actor: &actor, now };
        let before = held.time_out.clone();
        let (mut after, verb) = match wish {
            Wish::Propose(proposal) => {
                let id = ConfirmationId(self.clock.id(now).map_err(StoreError::from)?);
                let after = decide::propose_change(&before, moment, id, proposal.clone(), &held.others)?;
                (after, verb_of(proposal))
            }
            Wish::Note(TimeOutVerb::BodyConfirmed, on) => {
                (decide::note_body(&before, moment, TimeOutVerb::BodyConfirmed, *on)?, "time-out.body-confirmed")
            }
            Wish::Note(verb, on) => (decide::note_body(&before, moment, *verb, *on)?, "time-out.tell-body"),
        };
        after.version = before.version + 1;
        time_outs::update(&mut link, &after).await?;
        let fields = differing(&before, &after)?;
        held.time_out = after;
        if matches!(wish, Wish::Propose(_)) {
            confirmations::insert(&mut link, &proposal(&held)?).await?;
        }
        self.commit_time_out(link, &By { caller, keyed, now }, (verb, None), held, &fields).await
    }

    /// Writes what a time-out moves (signal, timeline, board) and commits. A repetition is answered with `answer`, or the time-out.
    pub(super) async fn commit_time_out(
        &self,
        mut link: Link,
        by: &By<'_>,
        (verb, answer): (&'static str, Option<&str>),
        held: Held,
        fields: &[(String, String, String)],
    ) -> Result<Written<Case>, Refused> {
        let id = held.time_out.id.to_string();
        let all = time_outs::of_signal(&mut link, &held.signal.id.to_string()).await?;
        let mut signal = held.signal;
        let before = signal.suspensions.clone();
        signal.suspensions = all.iter().filter_map(TimeOut::suspension).collect();
        if signal.suspensions != before {
            signal_rules::date(&mut signal);
        }
        signal_rules::renew(&mut signal, by.caller.account, by.now);
        signal.version += 1;
        signals::update(&mut link, &SignalRow::of(&signal, &self.names)?).await?;
        let entries = entries(&*self.clock, &held.time_out, held.told, by)?;
        signals::add_entries(&mut link, &signal.id.to_string(), signal.version, &entries).await?;
        let mut also = vec![(Scope::Desk, signal.id.to_string())];
        also.extend(board(deadlines::renew(&mut link, &signal, &all, Some(by.now)).await?));
        let case = self.case(&mut link, &id).await?.ok_or(Refused::NotFound)?;
        let commit = write::Commit {
            caller: by.caller,
            verb,
            scope: Scope::TimeOuts,
            object: &id,
            version: held.time_out.version,
            fields,
            keyed: Some(by.keyed),
            masked: 0,
            at: by.now.timestamp_micros(),
            answer,
            also: &also,
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: case, changed: true, masked: 0, committed: true })
    }

    /// A time-out as it is now, with what is needed to tell about it.
    pub(super) async fn case(&self, link: &mut Link, id: &str) -> Result<Option<Case>, StoreError> {
        let Some(time_out) = time_outs::get(link, id).await? else { return Ok(None) };
        let others = time_outs::others(link, &time_outs::decision_of(&time_out), id).await?;
        let time_out = time_out.as_of(self.now());
        let confirmation = match &time_out.pending {
            Some(pending) => confirmations::get(link, &pending.confirmation.to_string()).await?,
            None => None,
        };
        Ok(Some(Case { time_out, others, confirmation }))
    }

    async fn repeated_time_out(
        &self,
        link: &mut Link,
        kept: &crate::server::store::idempotency::Kept,
    ) -> Result<Written<Case>, Refused> {
        let item = self.case(link, &kept.object).await?.ok_or(Refused::NotFound)?;
        Ok(Written { item, changed: write::was_change(kept), masked: 0, committed: false })
    }

    async fn saw_time_out(&self, caller: &Caller, written: Written<Case>) -> Result<Written<Case>, Refused> {
        if !written.committed {
            self.saw(caller, "time-out.read", "time-out", &written.item.time_out.id.to_string()).await?;
        }
        Ok(written)
    }
}

/// What the timeline gets of the moves after the first `told` ones.
fn entries(clock: &dyn Clock, time_out: &TimeOut, told: usize, by: &By<'_>) -> Result<Vec<Entry>, StoreError> {
    let entries = entries_since(time_out, told).map(|(moved, entry)| {
        let stamped = stamped(clock, entry, by.caller, moved.at)?;
        // What expired was nobody's doing.
        let nobody = moved.kind == TimeOutMoveKind::Expired;
        Ok(if nobody { Entry { by: None, by_name: "".into(), ..stamped } } else { stamped })
    });
    entries.collect()
}

/// Locks a signal, a decision and a time-out, in this order, and reads them with the others of the decision.
pub(super) async fn hold(link: &mut Link, id: &str) -> Result<Held, Refused> {
    let found = time_outs::get(link, id).await?.ok_or(Refused::NotFound)?;
    let signal = signals::lock(link, Which::Id(&found.signal.to_string())).await?.ok_or(Refused::NotFound)?;
    let decision = time_outs::decision_of(&found);
    time_outs::lock_decision(link, &decision).await?;
    // Whoever changes a time-out holds its decision: read now, it stays as it is.
    let time_out = time_outs::get(link, id).await?.ok_or(Refused::NotFound)?;
    let others = time_outs::others(link, &decision, id).await?;
    let told = time_out.moves.len();
    Ok(Held { signal, time_out, others, told })
}

/// The confirmation of what waits, with exactly what is shown.
pub fn proposal(held: &Held) -> Result<Confirmation, StoreError> {
    let time_out = &held.time_out;
    let pending = time_out.pending.as_ref().ok_or_else(|| StoreError::Fault("a proposal without a proposal".into()))?;
    let shown = shown(held)?;
    Ok(Confirmation {
        id: pending.confirmation,
        version: 1,
        action: pending.proposal.action(),
        entity: ConfirmedEntity::TimeOut,
        subject: time_out.id.0,
        subject_version: time_out.version,
        signal: Some(time_out.signal),
        hash: hash_of(&shown),
        shown,
        proposed_by: pending.by,
        proposed_by_name: pending.by_name.clone(),
        proposed_at: pending.at,
        expires_at: pending.expires_at,
        state: ConfirmationState::Proposed,
        settled_by: None,
        settled_by_name: "".into(),
        settled_at: None,
        reason: "".into(),
    })
}

/// Exactly what is shown now, as canonical text; empty when nothing waits.
pub(super) fn shown(held: &Held) -> Result<String, StoreError> {
    Ok(match decide::shown(&held.time_out, &held.others) {
        Some(shown) => serde_json::to_string(&shown)?,
        None => String::new(),
    })
}

/// The fields of a time-out that differ, for history.
pub(super) fn differing(before: &TimeOut, after: &TimeOut) -> Result<Vec<(String, String, String)>, StoreError> {
    Ok(write::differing(&serde_json::to_value(before)?, &serde_json::to_value(after)?))
}

/// Rows of the board that changed, for the feed.
pub(super) fn board(ids: Vec<String>) -> Vec<(Scope, String)> {
    ids.into_iter().map(|id| (Scope::Deadlines, id)).collect()
}

fn verb_of(proposal: &TimeOutProposal) -> &'static str {
    match proposal {
        TimeOutProposal::Start => "time-out.propose",
        TimeOutProposal::Extend { .. } => "time-out.extend",
        TimeOutProposal::Resume { .. } => "time-out.resume",
        TimeOutProposal::End { .. } => "time-out.end",
    }
}

fn read_id(text: &str) -> Result<String, Refused> {
    Ok(text.parse::<TimeOutId>().map_err(|_| Refused::NotFound)?.to_string())
}
