//! Requests about meetings, agendas, invitations and decisions, and what a single one is answered with.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

pub use super::new_meeting::NewMeeting;
use crate::domain::{
    arrangement::ArrangementSummary,
    commitment::Commitment,
    confirmation::Confirmation,
    ids::{AgendaItemId, EditionId, OfficerId, OrganisationCode},
    imported::Imported,
    meeting::{
        AgendaItem, AgendaItemSummary, Answer, Capacity, Clash, Difference, Edition, Invitation, InvitationFacts, ItemBody,
        ItemGround, ItemOption, ItemPaper, ItemTimes, LetDecision, LetDecisionFacts, Meeting, MeetingNumber, Missing, Slot,
        SlotTimes,
    },
    signal::{Attempt, HardDate, LifeDomain, Owner, Urgency},
    text::RawText,
};

/// What is said otherwise about a meeting (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct MeetingPatch {
    /// Time slots, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slots: Option<Vec<Slot>>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<RawText>,
    /// By video.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub video: Option<RawText>,
    /// The chair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chair: Option<RawText>,
    /// The secretary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secretary: Option<RawText>,
    /// What is confidential about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<RawText>,
    /// Working days before the meeting on which papers are due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub papers_days: Option<u16>,
}

/// An agenda to fix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FixAgenda {
    /// The `agendaVersion` that was seen: exactly this is fixed.
    pub agenda_version: i64,
    /// Why it is fixed though items are not ready. Without one that is refused, with all that is missing.
    #[serde(default)]
    pub reason: RawText,
}

/// A sending to propose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishMeeting {
    /// The number of the meeting, typed once more.
    pub number: String,
}

/// A request that says nothing more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct HoldMeeting {}

/// A case to propose for an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCandidate {
    /// The case, by id or number.
    pub signal: String,
    /// What is written in the item besides what the case brings along.
    #[serde(default)]
    pub facts: AgendaItemPatch,
    /// Why it is proposed.
    #[serde(default)]
    pub reason: RawText,
}

/// An item to put on an agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NewAgendaItem {
    /// The case, by id or number; nothing: a free item, which needs a title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signal: Option<String>,
    /// What is written in it besides what the case brings along.
    pub facts: AgendaItemPatch,
    /// Right after this item; nothing: at the end, before what closes the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<AgendaItemId>,
    /// At the top.
    pub first: bool,
}

/// A place for an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct MoveItem {
    /// The meeting, by id or number; nothing: the one it is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    /// Right after this item; nothing: at the end, before what closes the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<AgendaItemId>,
    /// At the top.
    pub first: bool,
}

/// An item taken off, or a candidate dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TakeOff {
    /// Why.
    pub reason: RawText,
}

/// What is written otherwise in an item (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct AgendaItemPatch {
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<RawText>,
    /// Minutes, 1 to 480.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// The slot of the meeting, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<u16>,
    /// Who brings it in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presenter: Option<RawText>,
    /// The stalemate in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stalemate: Option<RawText>,
    /// The facts on one page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facts: Option<RawText>,
    /// What was tried, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tried: Option<Vec<Attempt>>,
    /// What was escalated already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escalated: Option<RawText>,
    /// Life domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life_domains: Option<Vec<LifeDomain>>,
    /// The bodies in the case, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bodies: Option<Vec<ItemBody>>,
    /// How the household sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perspective: Option<RawText>,
    /// The decision asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_asked: Option<RawText>,
    /// Options with their consequences, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<ItemOption>>,
    /// Grounds for sharing, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grounds: Option<Vec<ItemGround>>,
}

/// Somebody to invite for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewInvitation {
    /// Who.
    pub facts: InvitationFacts,
}

/// What is otherwise about an invitation (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct InvitationPatch {
    /// The body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationCode>,
    /// The entry of the register; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub officer: Option<Option<OfficerId>>,
    /// The function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<RawText>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<RawText>,
    /// Where the invitation goes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<RawText>,
    /// As what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// Was the mandate confirmed?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate_confirmed: Option<bool>,
    /// What was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Is it taken back?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<bool>,
}

/// A decision to record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewLetDecision {
    /// What was decided.
    pub facts: LetDecisionFacts,
}

/// What is corrected about a decision (JSON merge patch): a field that is absent stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LetDecisionPatch {
    /// What was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<RawText>,
    /// For which bodies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bodies: Option<Vec<OrganisationCode>>,
    /// The legal room that was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_room: Option<RawText>,
    /// Is it taken back?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<bool>,
}

/// A fixed version in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditionRow {
    /// Id.
    pub id: EditionId,
    /// Its number, from 1.
    pub number: u32,
    /// When it was fixed.
    pub fixed_at: DateTime<Utc>,
    /// Who fixed it.
    pub fixed_by_name: RawText,
    /// Why it was fixed though items were not ready.
    pub reason: RawText,
}

/// A meeting with what is needed to work on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeetingDetail {
    /// The meeting as it is now.
    pub item: Meeting,
    /// The last day on which papers are in time (t/m).
    pub papers_due_on: Option<NaiveDate>,
    /// The fixed versions of its agenda, oldest first.
    pub editions: Vec<EditionRow>,
    /// Did the agenda change since it was fixed last? Answers to invitations do not count.
    pub changed_since_fixed: bool,
    /// What differs from the last fixed version.
    pub changes: Option<Difference>,
    /// What waits for a second person, with exactly what is to be shown.
    pub confirmation: Option<Confirmation>,
    /// The bodies on its agenda that nobody can send to: nobody of them is asked, and the register has no escalation contact with an
    /// address. Named while something is still to be sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nobody_at: Vec<OrganisationCode>,
    /// What came of taking it from a calendar, in the answer to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Imported>,
}

/// An item with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgendaItemDetail {
    /// The item as it is now.
    pub item: AgendaItem,
    /// The number of its meeting; nothing: a candidate.
    pub meeting_number: Option<MeetingNumber>,
    /// Who is invited; what was taken back is among them.
    pub invitations: Vec<Invitation>,
    /// What was decided; what was taken back is among them.
    pub decisions: Vec<LetDecision>,
    /// What papers go with it; what was taken back is among them.
    #[serde(default)]
    pub papers: Vec<ItemPaper>,
    /// What is missing; empty: it is ready.
    pub missing: Vec<Missing>,
}

/// An item of an agenda with its times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgendaEntry {
    /// The item.
    pub item: AgendaItem,
    /// Its number and times.
    pub times: ItemTimes,
    /// Who is invited.
    pub invitations: Vec<Invitation>,
    /// What was decided.
    pub decisions: Vec<LetDecision>,
    /// What papers go with it.
    #[serde(default)]
    pub papers: Vec<ItemPaper>,
    /// What is missing; empty: it is ready.
    pub missing: Vec<Missing>,
}

/// A whole agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgendaDetail {
    /// The meeting.
    pub meeting: Meeting,
    /// What its slots hold.
    pub slots: Vec<SlotTimes>,
    /// Its items, in order.
    pub items: Vec<AgendaEntry>,
    /// Who cannot be there.
    pub clashes: Vec<Clash>,
    /// Open commitments that were made at other meetings, by their day.
    pub open_commitments: Vec<ArrangementSummary>,
    /// Commitments that were made at this meeting.
    #[serde(default)]
    pub commitments: Vec<Commitment>,
}

/// A candidate with its case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The item.
    pub item: AgendaItemSummary,
    /// Urgency of the case.
    pub urgency: Option<Urgency>,
    /// The first hard date of the case.
    pub hard_date: Option<HardDate>,
    /// Who works on the case.
    pub owner: Option<Owner>,
}

/// A fixed version of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditionDetail {
    /// The version.
    pub item: Edition,
    /// What differs from the one before; nothing: it is the first.
    pub changes: Option<Difference>,
}

/// Filters and page of a list of meetings, in order of time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct MeetingList {
    /// `open` for those whose decisions were not sent and that go on, `all` for every one; `open` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Begins on or after this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Begins on or before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A field that is there, also when it is `null`.
pub(super) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
