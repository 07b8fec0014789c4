//! Requests about meetings, agendas, candidates, invitations and decisions.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, segment, with_query},
    session::Session,
};
use crate::{
    api::{
        cancellation::{CancelMeeting, ReinstateMeeting},
        item_paper::{ItemPaperDetail, ItemPaperPatch, NewItemPaper, PaperVersion},
        meeting::{
            AgendaDetail, AgendaItemDetail, AgendaItemPatch, Candidate, EditionDetail, FixAgenda, HoldMeeting, InvitationPatch,
            LetDecisionPatch, MeetingDetail, MeetingList, MeetingPatch, MoveItem, NewAgendaItem, NewCandidate, NewInvitation,
            NewLetDecision, NewMeeting, PublishMeeting, TakeOff,
        },
        page::Page,
        paper::{CalendarObjects, InvitationsWanted, PaperWanted},
        path,
    },
    domain::{
        ids::{AgendaItemId, EditionId, IdempotencyKey, MeetingId, PartId},
        meeting::MeetingSummary,
    },
};

/// A meeting as it was at `version`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenMeeting {
    /// Its id.
    pub id: MeetingId,
    /// The version that was seen.
    pub version: i64,
}

impl Write {
    /// A new meeting. Answer, as of every write about a meeting: [`MeetingDetail`].
    pub fn create_meeting(key: IdempotencyKey, new: &NewMeeting) -> Self {
        Self::new(key, WriteMethod::Post, path::MEETINGS.into(), None, new)
    }

    /// What is said otherwise about a meeting.
    pub fn patch_meeting(key: IdempotencyKey, seen: SeenMeeting, patch: &MeetingPatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(path::MEETING, seen.id), Some(seen.version), patch)
    }

    /// Fixes the agenda as it was seen.
    pub fn fix_agenda(key: IdempotencyKey, seen: SeenMeeting, body: &FixAgenda) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_FIX, seen.id), Some(seen.version), body)
    }

    /// The meeting was held.
    pub fn hold_meeting(key: IdempotencyKey, seen: SeenMeeting) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_HOLD, seen.id), Some(seen.version), &HoldMeeting {})
    }

    /// It was not held: that was a mistake.
    pub fn unhold_meeting(key: IdempotencyKey, seen: SeenMeeting) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_UNHOLD, seen.id), Some(seen.version), &HoldMeeting {})
    }

    /// The meeting does not go on.
    pub fn cancel_meeting(key: IdempotencyKey, seen: SeenMeeting, body: &CancelMeeting) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_CANCEL, seen.id), Some(seen.version), body)
    }

    /// It goes on after all.
    pub fn reinstate_meeting(key: IdempotencyKey, seen: SeenMeeting, body: &ReinstateMeeting) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_REINSTATE, seen.id), Some(seen.version), body)
    }

    /// Proposes to send the agenda or the decisions.
    pub fn publish_meeting(key: IdempotencyKey, seen: SeenMeeting, body: &PublishMeeting) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_PUBLISH, seen.id), Some(seen.version), body)
    }

    /// Proposes a case. Answer, as of every write about an item, an invitation or a decision: [`AgendaItemDetail`].
    pub fn propose_candidate(key: IdempotencyKey, new: &NewCandidate) -> Self {
        Self::new(key, WriteMethod::Post, path::AGENDA_CANDIDATES.into(), None, new)
    }

    /// A new item on the agenda of a meeting.
    pub fn add_agenda_item(key: IdempotencyKey, meeting: MeetingId, new: &NewAgendaItem) -> Self {
        Self::new(key, WriteMethod::Post, of(path::MEETING_ITEMS, meeting), None, new)
    }

    /// What is written otherwise in an item as it was at `version`.
    pub fn patch_agenda_item(key: IdempotencyKey, id: AgendaItemId, version: i64, patch: &AgendaItemPatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(path::AGENDA_ITEM, id), Some(version), patch)
    }

    /// Another place for an item.
    pub fn move_agenda_item(key: IdempotencyKey, id: AgendaItemId, place: &MoveItem) -> Self {
        Self::new(key, WriteMethod::Post, of(path::AGENDA_ITEM_MOVE, id), None, place)
    }

    /// Takes an item off its agenda.
    pub fn take_off_agenda_item(key: IdempotencyKey, id: AgendaItemId, body: &TakeOff) -> Self {
        Self::new(key, WriteMethod::Post, of(path::AGENDA_ITEM_TAKE_OFF, id), None, body)
    }

    /// Drops a candidate.
    pub fn drop_candidate(key: IdempotencyKey, id: AgendaItemId, body: &TakeOff) -> Self {
        Self::new(key, WriteMethod::Post, of(path::AGENDA_ITEM_DROP, id), None, body)
    }

    /// Invites somebody for an item.
    pub fn invite(key: IdempotencyKey, item: AgendaItemId, new: &NewInvitation) -> Self {
        Self::new(key, WriteMethod::Post, of(path::AGENDA_ITEM_INVITATIONS, item), None, new)
    }

    /// What is otherwise about an invitation as it was at `version`.
    pub fn patch_invitation(key: IdempotencyKey, id: PartId, version: i64, patch: &InvitationPatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(path::INVITATION, id), Some(version), patch)
    }

    /// A decision about an item.
    pub fn record_decision(key: IdempotencyKey, item: AgendaItemId, new: &NewLetDecision) -> Self {
        Self::new(key, WriteMethod::Post, of(path::AGENDA_ITEM_DECISIONS, item), None, new)
    }

    /// A paper to put with an item.
    pub fn put_paper(key: IdempotencyKey, item: AgendaItemId, new: &NewItemPaper) -> Self {
        Self::new(key, WriteMethod::Post, of(path::AGENDA_ITEM_PAPERS, item), None, new)
    }

    /// Another version of a paper as it was at `version`.
    pub fn patch_paper(key: IdempotencyKey, id: PartId, version: i64, patch: &ItemPaperPatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(path::ITEM_PAPER, id), Some(version), patch)
    }

    /// A correction of a decision as it was at `version`.
    pub fn patch_decision(key: IdempotencyKey, id: PartId, version: i64, patch: &LetDecisionPatch) -> Self {
        Self::new(key, WriteMethod::Patch, of(path::LET_DECISION, id), Some(version), patch)
    }
}

fn of(template: &str, id: impl ToString) -> String {
    template.replace("{id}", &id.to_string())
}

impl Session {
    /// A page of meetings, in order of time.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn meetings(&self, list: &MeetingList) -> Result<Page<MeetingSummary>, Failure> {
        self.get(&with_query(path::MEETINGS, list)).await
    }

    /// A meeting by id or number. The server logs that it was read, as it does for an agenda, an item and a version.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn meeting(&self, id_or_number: &str) -> Result<MeetingDetail, Failure> {
        self.get(&of(path::MEETING, segment(id_or_number))).await
    }

    /// The whole agenda of a meeting by id or number.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn agenda(&self, id_or_number: &str) -> Result<AgendaDetail, Failure> {
        self.get(&of(path::MEETING_ITEMS, segment(id_or_number))).await
    }

    /// A paper of a meeting by id or number, as the file it is.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn paper(&self, id_or_number: &str, wanted: &PaperWanted) -> Result<Vec<u8>, Failure> {
        self.file(&with_query(&of(path::MEETING_PAPERS, segment(id_or_number)), wanted)).await
    }

    /// A version of a paper of an item.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn item_paper(&self, id: PartId, wanted: &PaperVersion) -> Result<ItemPaperDetail, Failure> {
        self.get(&with_query(&of(path::ITEM_PAPER, id), wanted)).await
    }

    /// What is to be sent to the calendars of who is invited to a meeting.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn invitations(&self, id_or_number: &str, wanted: &InvitationsWanted) -> Result<CalendarObjects, Failure> {
        self.get(&with_query(&of(path::MEETING_INVITATIONS, segment(id_or_number)), wanted)).await
    }

    /// A fixed version of an agenda.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn edition(&self, id: EditionId) -> Result<EditionDetail, Failure> {
        self.get(&of(path::EDITION, id)).await
    }

    /// The candidates.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn candidates(&self) -> Result<Page<Candidate>, Failure> {
        self.get(path::AGENDA_CANDIDATES).await
    }

    /// An item or candidate.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn agenda_item(&self, id: AgendaItemId) -> Result<AgendaItemDetail, Failure> {
        self.get(&of(path::AGENDA_ITEM, id)).await
    }
}
