//! What may happen to a meeting and its items, and what becomes of them: pure decisions. The server carries them out.
//!
//! Concept → vastgesteld → gehouden → besluiten verzonden; or vervallen (`super::cancellation`). Until it is held everything may change; what changes after a
//! version was fixed must be fixed again before it can be sent or held.

use chrono::TimeDelta;

use super::{
    Agenda, AgendaItem, AgendaItemFacts, Edition, FixedAs, Invitation, InvitationFacts, Meeting, MeetingFacts, MeetingMove,
    MeetingMoveKind, MeetingNumber, MeetingState, Missing, Part, PartFacts, PendingPublication, Publication, Refusal,
    StandingItem,
};
use crate::domain::{
    arrangement::decide::Moment,
    confirmation::{self, ConfirmedAction},
    deadline::Deadline,
    ids::{AgendaItemId, ConfirmationId, EditionId, MeetingId, PartId},
    signal::Signal,
    text::RawText,
};

/// How long a sending waits for a second person.
pub const PROPOSAL_HOLDS: TimeDelta = TimeDelta::days(7);

/// Most items of an agenda.
pub const ITEMS_MOST: usize = 300;

/// Numbers that may be passed over at once without saying that it is meant so: one that is mistyped would lead all later ones astray.
pub const NUMBERS_PASSED_MOST: i64 = 100;

/// May the next meeting get this number, or the one after `highest` where none is given?
pub fn number(given: Option<MeetingNumber>, highest: i64, is_meant: bool) -> Result<(), Refusal> {
    match given {
        None if highest >= MeetingNumber::MOST.into() => Err(Refusal::NumbersUsedUp),
        Some(given) if given.as_i64() > highest + NUMBERS_PASSED_MOST && !is_meant => Err(Refusal::NumberFar(highest)),
        _ => Ok(()),
    }
}

/// Are there numbers for so many meetings more, after `highest`?
pub fn numbers_for(more: usize, highest: i64) -> Result<(), Refusal> {
    let last = i64::try_from(more).map_or(i64::MAX, |more| highest.saturating_add(more));
    if more > 0 && last > MeetingNumber::MOST.into() { Err(Refusal::NumbersUsedUp) } else { Ok(()) }
}

/// A new meeting, without items.
pub fn create(id: MeetingId, number: MeetingNumber, facts: MeetingFacts, moment: Moment<'_>) -> Meeting {
    let mut made = Meeting {
        id,
        version: 1,
        agenda_version: 1,
        number,
        facts,
        state: MeetingState::Concept,
        edition: None,
        pending: None,
        cancellation: None,
        imported_from: None,
        series: None,
        moves: vec![],
    };
    note(&mut made, moment, MeetingMoveKind::Created, None, RawText::default());
    made
}

/// Says something else about a meeting; nothing: it says so already.
pub fn amend(before: &Meeting, facts: MeetingFacts) -> Result<Option<Meeting>, Refusal> {
    if facts == before.facts {
        return Ok(None);
    }
    let changed = agenda_changed(before)?;
    Ok(Some(Meeting { facts, version: before.version + 1, ..changed }))
}

/// The meeting after anything of its agenda changed.
pub fn agenda_changed(before: &Meeting) -> Result<Meeting, Refusal> {
    if !before.state.is_open() {
        return Err(Refusal::Over(before.state));
    }
    Ok(Meeting { agenda_version: before.agenda_version + 1, ..before.clone() })
}

/// Does this change of an invitation ask for a new version of a fixed agenda? An answer and a confirmed mandate do not: they
/// come in after it was sent.
pub fn is_answer(before: &Invitation, after: &Invitation) -> bool {
    let InvitationFacts { answer, answered_for, mandate_confirmed, .. } = before.facts.clone();
    let facts = InvitationFacts { answer, answered_for, mandate_confirmed, ..after.facts.clone() };
    facts == before.facts && before.withdrawn == after.withdrawn
}

/// May decisions of this meeting be recorded now? From the moment it is fixed until its decisions are sent.
pub fn may_decide(meeting: &Meeting) -> Result<(), Refusal> {
    match meeting.state {
        MeetingState::Concept => Err(Refusal::NotFixed),
        MeetingState::Fixed | MeetingState::Held => Ok(()),
        MeetingState::Sent | MeetingState::Cancelled => Err(Refusal::Over(meeting.state)),
    }
}

/// How an agenda is fixed.
#[derive(Debug, Clone)]
pub struct Fixing {
    /// The id of the version that it makes.
    pub id: EditionId,
    /// The agenda version that was seen.
    pub seen: i64,
    /// What is missing, with the number of the item.
    pub missing: Vec<(u32, Missing)>,
    /// Why it is fixed though something is missing.
    pub reason: RawText,
    /// What runs in its cases.
    pub clocks: Vec<Deadline>,
}

/// Fixes the agenda as it was seen.
pub fn fix(agenda: &Agenda, fixing: Fixing, moment: Moment<'_>) -> Result<(Meeting, Edition), Refusal> {
    let before = &agenda.meeting;
    if !before.state.is_open() {
        return Err(Refusal::Over(before.state));
    }
    if fixing.seen != before.agenda_version {
        return Err(Refusal::ChangedSinceSeen(before.agenda_version));
    }
    if before.edition.is_some() && !before.changed_since_fixed() {
        return Err(Refusal::NothingNew);
    }
    if agenda.entries.is_empty() {
        return Err(Refusal::Empty);
    }
    if !fixing.missing.is_empty() && fixing.reason.is_blank() {
        return Err(Refusal::NotReady(fixing.missing));
    }
    let number = before.edition.map_or(1, |edition| edition.number + 1);
    let mut after = Meeting { state: MeetingState::Fixed, version: before.version + 1, ..before.clone() };
    after.edition = Some(FixedAs { id: fixing.id, number, agenda_version: before.agenda_version, sent: false });
    let edition = Edition {
        id: fixing.id,
        meeting: before.id,
        number,
        content: agenda.content(),
        fixed_at: moment.now,
        fixed_by: moment.actor.account,
        fixed_by_name: moment.actor.name.clone(),
        reason: fixing.reason.clone(),
        clocks: fixing.clocks,
    };
    note(&mut after, moment, MeetingMoveKind::Fixed, None, fixing.reason);
    Ok((after, edition))
}

/// Notes that it was held.
pub fn hold(before: &Meeting, moment: Moment<'_>) -> Result<Meeting, Refusal> {
    settled_agenda(before)?;
    if before.state != MeetingState::Fixed {
        return Err(Refusal::Over(before.state));
    }
    if before.pending_at(moment.now).is_some() {
        return Err(Refusal::Pending);
    }
    if let Some(begins) = before.facts.starts_at().filter(|begins| moment.now < *begins) {
        return Err(Refusal::NotYet(begins));
    }
    let mut after = Meeting { state: MeetingState::Held, version: before.version + 1, pending: None, ..before.clone() };
    note(&mut after, moment, MeetingMoveKind::Held, None, RawText::default());
    Ok(after)
}

/// Takes back that it was held: that was a mistake, and its decisions were not sent. Its agenda may change again; what was decided
/// and promised stays.
pub fn unhold(before: &Meeting, moment: Moment<'_>) -> Result<Meeting, Refusal> {
    if before.state != MeetingState::Held {
        return Err(Refusal::NotHeld);
    }
    if before.pending_at(moment.now).is_some() {
        return Err(Refusal::Pending);
    }
    let mut after = Meeting { state: MeetingState::Fixed, version: before.version + 1, pending: None, ..before.clone() };
    note(&mut after, moment, MeetingMoveKind::Unheld, None, RawText::default());
    Ok(after)
}

/// What would be sent now: the agenda of a fixed meeting, the decisions of one that was held. Those go out again when they are no
/// longer what was sent ([`super::Sent`]).
pub fn to_send(meeting: &Meeting) -> Result<ConfirmedAction, Refusal> {
    settled_agenda(meeting)?;
    match (meeting.state, meeting.edition.is_some_and(|edition| edition.sent)) {
        (MeetingState::Fixed, true) => Err(Refusal::Sent),
        (MeetingState::Fixed, false) => Ok(ConfirmedAction::PublishAgenda),
        (MeetingState::Held | MeetingState::Sent, _) => Ok(ConfirmedAction::PublishDecisions),
        (state, _) => Err(Refusal::Over(state)),
    }
}

/// Proposes to send what is shown. Whoever proposes types the number of the meeting.
pub fn propose(
    before: &Meeting,
    shown: &Publication,
    typed: MeetingNumber,
    confirmation: ConfirmationId,
    moment: Moment<'_>,
) -> Result<Meeting, Refusal> {
    let action = to_send(before)?;
    if typed != before.number {
        return Err(Refusal::OtherNumber(before.number));
    }
    if before.pending_at(moment.now).is_some() {
        return Err(Refusal::Pending);
    }
    if shown.recipients.is_empty() {
        return Err(Refusal::NobodyToSendTo);
    }
    let nobody = shown.without_addressee();
    if !nobody.is_empty() {
        return Err(Refusal::NobodyAt(nobody));
    }
    let mut after = Meeting { version: before.version + 1, ..before.clone() };
    after.pending = Some(PendingPublication {
        confirmation,
        action,
        by: moment.actor.account,
        by_name: moment.actor.name.clone(),
        at: moment.now,
        expires_at: moment.now + PROPOSAL_HOLDS,
    });
    note(&mut after, moment, MeetingMoveKind::Proposed, Some(action), RawText::default());
    Ok(after)
}

/// What becomes of a meeting when a second person confirms that it is sent.
pub fn confirm(before: &Meeting, moment: Moment<'_>) -> Result<Meeting, confirmation::Refusal> {
    let pending = before.pending_at(moment.now).ok_or(confirmation::Refusal::Expired)?;
    if pending.by == moment.actor.account {
        return Err(confirmation::Refusal::SamePerson);
    }
    let action = pending.action;
    if to_send(before) != Ok(action) {
        return Err(confirmation::Refusal::SubjectChanged);
    }
    let mut after = Meeting { version: before.version + 1, pending: None, ..before.clone() };
    match (action, &mut after.edition) {
        (ConfirmedAction::PublishDecisions, _) => after.state = MeetingState::Sent,
        (_, Some(edition)) => edition.sent = true,
        (_, None) => {}
    }
    note(&mut after, moment, MeetingMoveKind::Confirmed, Some(action), RawText::default());
    Ok(after)
}

/// What becomes of a meeting when its sending is rejected by another, or withdrawn: nothing is sent.
pub fn drop_proposal(before: &Meeting, moment: Moment<'_>, kind: MeetingMoveKind, reason: RawText) -> Meeting {
    let mut after = Meeting { version: before.version + 1, ..before.clone() };
    let action = after.pending.take().map(|pending| pending.action);
    note(&mut after, moment, kind, action, reason);
    after
}

/// A new item, on no agenda yet.
pub fn new_item(
    id: AgendaItemId,
    (signal, standing): (Option<&Signal>, Option<StandingItem>),
    facts: AgendaItemFacts,
    reason: RawText,
    moment: Moment<'_>,
) -> AgendaItem {
    AgendaItem {
        id,
        version: 1,
        revision: 1,
        meeting: None,
        rank: 0,
        signal: signal.map(|signal| signal.id),
        signal_number: signal.map(|signal| signal.number),
        standing,
        facts,
        dropped: false,
        reason,
        proposed_at: moment.now,
        proposed_by: moment.actor.account,
        proposed_by_name: moment.actor.name.clone(),
    }
}

/// Writes something else in an item; nothing: it says so already.
pub fn edit(before: &AgendaItem, facts: AgendaItemFacts) -> Option<AgendaItem> {
    (facts != before.facts).then(|| AgendaItem {
        facts,
        version: before.version + 1,
        revision: before.revision + 1,
        ..before.clone()
    })
}

/// Takes an item off its agenda: it is a candidate again, with all that is written in it. A standing item, which belongs to
/// its meeting, is no candidate. Of a case that was dropped it makes a candidate again.
pub fn take_off(before: &AgendaItem, reason: RawText) -> Result<AgendaItem, Refusal> {
    if before.meeting.is_none() && !(before.dropped && before.signal.is_some() && before.standing.is_none()) {
        return Err(Refusal::NotPlaced);
    }
    let dropped = before.standing.is_some();
    Ok(AgendaItem { meeting: None, rank: 0, dropped, reason, revision: before.revision + 1, ..before.clone() })
}

/// A candidate that is none any more. What is on an agenda is taken off first.
pub fn drop_candidate(before: &AgendaItem, reason: RawText) -> Result<AgendaItem, Refusal> {
    if before.meeting.is_some() {
        return Err(Refusal::AlreadyProposed);
    }
    Ok(AgendaItem { dropped: true, reason, revision: before.revision + 1, ..before.clone() })
}

/// A new part of an item.
pub fn new_part<F: PartFacts>(id: PartId, item: &AgendaItem, facts: F, moment: Moment<'_>) -> Part<F> {
    Part {
        id,
        version: 1,
        item: item.id,
        facts,
        withdrawn: false,
        recorded_at: moment.now,
        recorded_by: moment.actor.account,
        recorded_by_name: moment.actor.name.clone(),
    }
}

/// Says something else in a part, or takes it back; nothing: it says so already.
/// What keeps its versions says of each who recorded it and when.
pub fn change_part<F: PartFacts>(
    before: &Part<F>,
    facts: F,
    withdrawn: bool,
    moment: Moment<'_>,
) -> Result<Option<Part<F>>, Refusal> {
    if before.withdrawn && withdrawn && facts != before.facts {
        return Err(Refusal::Withdrawn);
    }
    let changed = facts != before.facts || withdrawn != before.withdrawn;
    let mut after = Part { facts, withdrawn, version: before.version + 1, ..before.clone() };
    if F::KEEPS_VERSIONS {
        (after.recorded_at, after.recorded_by) = (moment.now, moment.actor.account);
        after.recorded_by_name = moment.actor.name.clone();
    }
    Ok(changed.then_some(after))
}

/// A version is fixed, and nothing changed since.
fn settled_agenda(meeting: &Meeting) -> Result<(), Refusal> {
    match (meeting.state, meeting.changed_since_fixed()) {
        (MeetingState::Concept, _) => Err(Refusal::NotFixed),
        (MeetingState::Fixed, true) => Err(Refusal::ChangedSinceFixed),
        _ => Ok(()),
    }
}

pub(super) fn note(
    meeting: &mut Meeting,
    moment: Moment<'_>,
    kind: MeetingMoveKind,
    action: Option<ConfirmedAction>,
    reason: RawText,
) {
    meeting.moves.push(MeetingMove {
        at: moment.now,
        by: moment.actor.account,
        by_name: moment.actor.name.clone(),
        kind,
        edition: meeting.edition.map(|edition| edition.number),
        action,
        reason,
    });
}
