//! A meeting that does not go on: where its cases went, and how it is taken back while it lies ahead. What is not about a
//! case stays on its agenda.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Agenda, AgendaItem, Entry, Meeting, MeetingMoveKind, MeetingNumber, MeetingState, Refusal, decide::note, order::Placed,
};
use crate::domain::{
    arrangement::decide::Moment,
    commitment::Commitment,
    ids::{AccountId, AgendaItemId, MeetingId},
    text::RawText,
};

/// Why a meeting does not go on, and what became of its cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Cancellation {
    /// Why.
    pub reason: RawText,
    /// When it was cancelled.
    pub at: DateTime<Utc>,
    /// Who did.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// Where the meeting stood.
    pub from: MeetingState,
    /// The meeting its cases went to; nothing: they are candidates.
    pub to: Option<MeetingId>,
    /// The number of that meeting.
    pub to_number: Option<MeetingNumber>,
    /// The cases that went, in order of the agenda.
    pub went: Vec<Gone>,
}

/// A case that went, and the place it had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Gone {
    /// The item.
    pub item: AgendaItemId,
    /// Its rank on the agenda.
    pub rank: i64,
}

impl Cancellation {
    /// The place to which an item comes back: only when it is still where it went, nobody dropped it, and the agenda it went to
    /// was not fixed since (what was sent to the bodies stands).
    pub fn place_of(&self, item: &AgendaItem, went_to: Option<&Meeting>) -> Option<Placed> {
        let is_free = went_to.is_none_or(|to| to.state == MeetingState::Concept);
        let stays = item.meeting == self.to && !item.dropped && is_free;
        let gone = self.went.iter().find(|gone| gone.item == item.id).filter(|_| stays)?;
        Some(Placed { item: gone.item, rank: gone.rank })
    }
}

/// Cancels a meeting that was not held; gives it with the cases that must go, in order of the agenda. `promised` are the
/// commitments made at its items: what was decided or promised there is still to be sent.
pub fn cancel(
    agenda: &Agenda,
    promised: &[Commitment],
    to: Option<&Meeting>,
    reason: RawText,
    moment: Moment<'_>,
) -> Result<(Meeting, Vec<AgendaItemId>), Refusal> {
    let before = &agenda.meeting;
    if !before.state.is_open() {
        return Err(Refusal::Over(before.state));
    }
    if before.pending_at(moment.now).is_some() {
        return Err(Refusal::Pending);
    }
    if agenda.entries.iter().any(has_decision) || promised.iter().any(|one| one.counts_at(before.number)) {
        return Err(Refusal::HasDecisions);
    }
    if let Some(to) = to.filter(|to| !to.state.is_open()) {
        return Err(Refusal::Over(to.state));
    }
    let cases = agenda.entries.iter().map(|entry| &entry.item).filter(|item| item.signal.is_some());
    let went: Vec<Gone> = cases.map(|item| Gone { item: item.id, rank: item.rank }).collect();
    let cases = went.iter().map(|gone| gone.item).collect();
    let cancellation = Cancellation {
        reason: reason.clone(),
        at: moment.now,
        by: moment.actor.account,
        by_name: moment.actor.name.clone(),
        from: before.state,
        to: to.map(|to| to.id),
        to_number: to.map(|to| to.number),
        went,
    };
    let mut after = next(before, MeetingState::Cancelled);
    after.cancellation = Some(cancellation);
    note(&mut after, moment, MeetingMoveKind::Cancelled, None, reason);
    Ok((after, cases))
}

/// Takes the cancellation of a meeting back. What was fixed must be fixed and sent again: who was told that it does not go on
/// must hear that it does.
pub fn reinstate(before: &Meeting, reason: RawText, moment: Moment<'_>) -> Result<(Meeting, Cancellation), Refusal> {
    let cancellation = before.cancellation.clone().ok_or(Refusal::NotCancelled)?;
    if before.facts.ends_at().is_none_or(|ends_at| ends_at <= moment.now) {
        return Err(Refusal::Past);
    }
    let mut after = next(before, cancellation.from);
    after.cancellation = None;
    note(&mut after, moment, MeetingMoveKind::Reinstated, None, reason);
    Ok((after, cancellation))
}

fn next(before: &Meeting, state: MeetingState) -> Meeting {
    let (version, agenda_version) = (before.version + 1, before.agenda_version + 1);
    Meeting { state, version, agenda_version, pending: None, ..before.clone() }
}

/// Was something decided about it that stands?
pub fn has_decision(entry: &Entry) -> bool {
    entry.decisions.iter().any(|made| !made.withdrawn)
}
