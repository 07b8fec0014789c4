//! What may happen to a signal, and what becomes of it: pure decisions. The server carries them out.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    ContactMoment, EntryKind, Facts, Flag, Linked, Outcome, Owner, Signal, Status, call_back, difference, difference::FieldChange,
};
use crate::domain::{ids::AccountId, term, text::RawText, zone};

/// How long a claim holds when nothing renews it.
pub const LEASE: TimeDelta = TimeDelta::minutes(15);

/// How much of a lease has run before a sign of work renews it without any write: so an idle claim stands 13 to 15 minutes, and who
/// types all day costs a row every other minute.
pub const RENEWED_AFTER: TimeDelta = TimeDelta::minutes(2);

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: RawText,
}

/// What becomes of a signal. The version is the store's to raise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The signal after it, without its timeline.
    pub after: Signal,
    /// What the timeline gets, in order.
    pub entries: Vec<NewEntry>,
}

/// A line for the timeline; who and when are the server's to add.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewEntry {
    /// What it is; a note unless said otherwise.
    pub kind: Option<EntryKind>,
    /// The text.
    pub text: RawText,
    /// For a contact moment.
    pub contact: Option<ContactMoment>,
    /// For a change, unless the field is personal: the value before.
    pub old: Option<RawText>,
    /// For a change, unless the field is personal: the value after.
    pub new: Option<RawText>,
    /// For something that belongs to the signal: what happened to it.
    pub linked: Option<Linked>,
}

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody else has a claim that still holds, and no reason was given to take it over.
    AlreadyClaimed(Owner),
    /// The actor has no claim to release.
    NotClaimed,
    /// The status does not allow it.
    NotInThisStatus(Status),
}

/// What a change of the facts asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The facts as they should be.
    pub facts: Facts,
    /// The status as it should be.
    pub status: Status,
    /// The outcome as it should be.
    pub outcome: Option<Outcome>,
}

impl From<&Signal> for Wanted {
    fn from(signal: &Signal) -> Self {
        Self { facts: signal.facts.clone(), status: signal.status, outcome: signal.outcome }
    }
}

/// Claims the signal, or renews the actor's claim. A claim that still holds is taken over only with a reason.
pub fn claim(before: &Signal, actor: &Actor, now: DateTime<Utc>, takeover_reason: &RawText) -> Result<Change, Refusal> {
    if !before.status.is_open() {
        return Err(Refusal::NotInThisStatus(before.status));
    }
    let holder = before.owner.as_ref().filter(|owner| owner.holds_at(now));
    let renews = holder.is_some_and(|owner| owner.account == actor.account);
    if let Some(other) = holder.filter(|_| !renews && takeover_reason.is_blank()) {
        return Err(Refusal::AlreadyClaimed(other.clone()));
    }
    let mut after = before.clone();
    after.owner = Some(Owner { account: actor.account, name: actor.name.clone(), lease_until: now + LEASE });
    let entry = NewEntry {
        kind: Some(EntryKind::Claim),
        text: holder.map(|_| takeover_reason.clone()).unwrap_or_default(),
        old: holder.map(|owner| owner.name.clone()),
        ..NewEntry::default()
    };
    Ok(Change { after, entries: if renews { vec![] } else { vec![entry] } })
}

/// Gives the actor's claim back, also one that ran out and that nobody else took.
pub fn release(before: &Signal, actor: &Actor) -> Result<Change, Refusal> {
    if before.owner.as_ref().is_none_or(|owner| owner.account != actor.account) {
        return Err(Refusal::NotClaimed);
    }
    let mut after = before.clone();
    after.owner = None;
    Ok(Change { after, entries: vec![NewEntry { kind: Some(EntryKind::Release), ..NewEntry::default() }] })
}

/// Adds a note; `masked` says that numbers in it were masked.
pub fn note(before: &Signal, actor: &Actor, now: DateTime<Utc>, text: RawText, masked: bool) -> Change {
    let mut after = renewed(before, actor, now);
    if masked {
        flag(&mut after);
    }
    Change { after, entries: vec![NewEntry { kind: Some(EntryKind::Note), text, ..NewEntry::default() }] }
}

/// Adds a contact moment, and what it makes of the calls that were promised ([`call_back::after`]). A correction needs the signal
/// with its timeline ([`call_back::corrected`]).
pub fn contact(before: &Signal, actor: &Actor, now: DateTime<Utc>, contact: ContactMoment) -> Change {
    let mut after = renewed(before, actor, now);
    after.call_backs = match contact.corrects {
        Some(_) => call_back::corrected(&before.call_backs, &before.timeline, &contact),
        None => call_back::after(&before.call_backs, &contact),
    };
    let entry =
        NewEntry { kind: Some(EntryKind::Contact), text: contact.agreed.clone(), contact: Some(contact), ..NewEntry::default() };
    Change { after, entries: vec![entry] }
}

/// Changes facts, status or outcome. An outcome needs status closed; opening again takes the outcome away. Hard dates are
/// decided anew. No difference gives no entries.
pub fn amend(before: &Signal, actor: &Actor, now: DateTime<Utc>, mut wanted: Wanted) -> Result<Change, Refusal> {
    if wanted.status != Status::Closed && wanted.outcome != before.outcome {
        return Err(Refusal::NotInThisStatus(wanted.status));
    }
    if wanted.status != Status::Closed {
        wanted.outcome = None;
    }
    let changes = difference::of(before, &wanted);
    let mut after = renewed(before, actor, now);
    after.facts = wanted.facts;
    after.status = wanted.status;
    after.outcome = wanted.outcome;
    date(&mut after);
    Ok(Change { after, entries: changes.into_iter().map(entry).collect() })
}

/// Decides terms and first hard date from the facts, the time-outs, moratoria and commitments.
pub fn date(signal: &mut Signal) {
    let (terms, first) =
        term::hard_dates(&signal.facts, &signal.suspensions, &signal.arrangements, zone::date_of(signal.received_at));
    signal.terms = terms;
    signal.hard_date = first;
}

/// Marks that a citizen service number was masked.
pub fn flag(signal: &mut Signal) {
    if !signal.flags.contains(&Flag::BsnMasked) {
        signal.flags.push(Flag::BsnMasked);
    }
}

/// Renews the actor's claim if it still holds: whoever works on a signal, or on something that belongs to it, keeps it. It never
/// ends sooner by it.
pub fn renew(signal: &mut Signal, account: AccountId, now: DateTime<Utc>) {
    if let Some(owner) = signal.owner.as_mut().filter(|owner| owner.account == account && owner.holds_at(now)) {
        owner.lease_until = owner.lease_until.max(now + LEASE);
    }
}

/// Does a sign of work by the holder renew a claim that stands until then? While it holds, and not again right after.
pub fn is_renewed_by_a_sign(lease_until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    lease_until > now && lease_until - now <= LEASE - RENEWED_AFTER
}

fn renewed(before: &Signal, actor: &Actor, now: DateTime<Utc>) -> Signal {
    let mut after = before.clone();
    renew(&mut after, actor.account, now);
    after
}

fn entry(change: FieldChange) -> NewEntry {
    NewEntry { kind: Some(EntryKind::Change), text: change.field.into(), old: change.old, new: change.new, ..NewEntry::default() }
}
