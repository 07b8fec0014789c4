//! Rows of meetings and items, as lists and the change feed have them: nothing of a case but its number and title.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Answer, Entry, Meeting, MeetingMoveKind, MeetingNumber, MeetingState, Missing, MissingKind, SeriesNumber, Slot, StandingItem,
};
use crate::domain::{
    ids::{AccountId, AgendaItemId, MeetingId, OrganisationCode, SignalId, SignalNumber},
    text::RawText,
};

/// The version of an agenda that was sent last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SentLast {
    /// Its number.
    pub edition: u32,
    /// When that was confirmed.
    pub at: DateTime<Utc>,
    /// The name of who confirmed it.
    pub by_name: RawText,
}

impl SentLast {
    fn of(meeting: &Meeting) -> Option<Self> {
        let sent = meeting.moves.iter().rev().find(|one| one.kind == MeetingMoveKind::Confirmed)?;
        Some(Self { edition: sent.edition?, at: sent.at, by_name: sent.by_name.clone() })
    }
}

/// A meeting in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingSummary {
    /// Id.
    pub id: MeetingId,
    /// Version of the meeting itself.
    pub version: i64,
    /// Version of the whole agenda.
    pub agenda_version: i64,
    /// The number people use.
    pub number: MeetingNumber,
    /// Where it stands.
    pub state: MeetingState,
    /// Its slots.
    pub slots: Vec<Slot>,
    /// Where.
    pub place: RawText,
    /// The chair.
    pub chair: RawText,
    /// The last day on which papers are in time.
    pub papers_due_on: Option<NaiveDate>,
    /// The number of the version that was fixed last.
    pub edition: Option<u32>,
    /// Was that version sent, after a second person confirmed it?
    #[serde(default)]
    pub sent: bool,
    /// Which version was sent last, and who confirmed that; nothing: none was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_last: Option<SentLast>,
    /// Did anything change since?
    pub changed_since_fixed: bool,
    /// Until when a sending waits for a second person.
    pub waits_until: Option<DateTime<Utc>>,
    /// Who proposed that sending: somebody else confirms it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_by: Option<AccountId>,
    /// The series it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesNumber>,
}

impl From<&Meeting> for MeetingSummary {
    fn from(meeting: &Meeting) -> Self {
        Self {
            id: meeting.id,
            version: meeting.version,
            agenda_version: meeting.agenda_version,
            number: meeting.number,
            state: meeting.state,
            slots: meeting.facts.slots.clone(),
            place: meeting.facts.place.clone(),
            chair: meeting.facts.chair.clone(),
            papers_due_on: meeting.facts.papers_due_on(),
            edition: meeting.edition.map(|edition| edition.number),
            sent: meeting.edition.is_some_and(|edition| edition.sent),
            sent_last: SentLast::of(meeting),
            changed_since_fixed: meeting.changed_since_fixed(),
            waits_until: meeting.pending.as_ref().map(|pending| pending.expires_at),
            waits_by: meeting.pending.as_ref().map(|pending| pending.by),
            series: meeting.series.map(|of| of.number),
        }
    }
}

/// An item or candidate in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgendaItemSummary {
    /// Id.
    pub id: AgendaItemId,
    /// Version of what is written in it.
    pub version: i64,
    /// Raised with every change.
    pub revision: i64,
    /// The meeting; nothing: a candidate.
    pub meeting: Option<MeetingId>,
    /// An agenda is in order of rank, then id.
    pub rank: i64,
    /// The case.
    pub signal: Option<SignalId>,
    /// Its number.
    pub signal_number: Option<SignalNumber>,
    /// Which standing item it is.
    pub standing: Option<StandingItem>,
    /// Title.
    pub title: RawText,
    /// Minutes.
    pub minutes: u16,
    /// Slot.
    pub slot: u16,
    /// Who brings it in.
    pub presenter: RawText,
    /// The bodies in the case.
    pub bodies: Vec<OrganisationCode>,
    /// Invitations that stand.
    pub invited: u32,
    /// Those accepted.
    pub accepted: u32,
    /// The kinds of what is missing, each once.
    pub missing: Vec<MissingKind>,
    /// How much is missing, body by body: as many as an item that is read names. Whom of a body the register knows is not in it.
    /// Nothing: a row from before this was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lacks: Option<u32>,
    /// The bodies of the item of which nobody is asked: who holds the register knows whether anybody can be sent to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unasked: Vec<OrganisationCode>,
    /// Is it no candidate any more?
    pub dropped: bool,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
    /// By whom.
    pub proposed_by_name: RawText,
}

impl AgendaItemSummary {
    /// The row of an item.
    pub fn of(entry: &Entry, missing: &[Missing]) -> Self {
        let Entry { item, invitations, .. } = entry;
        let stand = || invitations.iter().filter(|invitation| !invitation.withdrawn);
        let mut kinds: Vec<MissingKind> = missing.iter().map(|one| one.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Self {
            id: item.id,
            version: item.version,
            revision: item.revision,
            meeting: item.meeting,
            rank: item.rank,
            signal: item.signal,
            signal_number: item.signal_number,
            standing: item.standing,
            title: item.facts.title.clone(),
            minutes: item.facts.minutes,
            slot: item.facts.slot,
            presenter: item.facts.presenter.clone(),
            bodies: item.facts.bodies.iter().map(|body| body.organisation.clone()).collect(),
            invited: stand().count().try_into().unwrap_or(u32::MAX),
            accepted: stand().filter(|one| one.facts.answer == Answer::Accepted).count().try_into().unwrap_or(u32::MAX),
            missing: kinds,
            lacks: Some(missing.len().try_into().unwrap_or(u32::MAX)),
            unasked: if item.signal.is_some() { entry.unasked(&[]).into_iter().cloned().collect() } else { vec![] },
            dropped: item.dropped,
            proposed_at: item.proposed_at,
            proposed_by_name: item.proposed_by_name.clone(),
        }
    }
}
