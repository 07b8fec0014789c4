//! What the history of the case tells of a time-out: an entry for every move, and what passed by time without anybody's doing.

use super::{TimeOut, TimeOutMove, TimeOutMoveKind, TimeOutProposal, TimeOutState};
use crate::domain::{
    Date, Instant,
    derived::derived_id,
    ids::EntryId,
    signal::{Entry, EntryKind, Linked, LinkedVerb, decide::NewEntry},
    text::RawText,
    zone,
};

/// The moves after the first `known` ones, each with its entry. To be asked when they are made: the days on which the body was
/// told and confirmed are the last ones known.
pub fn entries_since(time_out: &TimeOut, known: usize) -> impl Iterator<Item = (&TimeOutMove, NewEntry)> {
    let before = |at: usize| at.checked_sub(1).and_then(|at| time_out.moves.get(at)).and_then(|moved| moved.last_day);
    time_out.moves.iter().enumerate().skip(known).map(move |(at, moved)| {
        let linked = linked(time_out, moved, before(at));
        let entry =
            NewEntry { kind: Some(EntryKind::TimeOut), text: moved.reason.clone(), linked: Some(linked), ..NewEntry::default() };
        (moved, entry)
    })
}

/// What passed by time and is not among the moves, newest first: a last day that is over, a proposal that nobody confirmed.
pub fn passed(time_out: &TimeOut, now: Instant) -> Vec<Entry> {
    let mut entries = vec![];
    if time_out.state_at(now) == TimeOutState::Lapsed
        && let Some(works_again_on) = time_out.last_suspended_day().succ_opt()
        && let Some(at) = zone::instant_of(works_again_on.and_time(chrono::NaiveTime::MIN))
    {
        entries.push(by_time(time_out, at, Linked { on: Some(works_again_on), ..of(time_out, LinkedVerb::Lapsed) }));
    }
    if let Some(pending) = time_out.pending.as_ref().filter(|pending| pending.expires_at <= now) {
        let linked = Linked { action: Some(pending.proposal.action()), ..of(time_out, LinkedVerb::Expired) };
        entries.push(by_time(time_out, pending.expires_at, linked));
    }
    entries
}

fn linked(time_out: &TimeOut, moved: &TimeOutMove, last_day_before: Option<Date>) -> Linked {
    let verb = match moved.kind {
        TimeOutMoveKind::Proposed => LinkedVerb::Proposed,
        TimeOutMoveKind::EmergencyStarted => LinkedVerb::EmergencyStarted,
        TimeOutMoveKind::Confirmed => LinkedVerb::Confirmed,
        TimeOutMoveKind::Rejected => LinkedVerb::Rejected,
        TimeOutMoveKind::Withdrawn => LinkedVerb::Withdrawn,
        TimeOutMoveKind::Expired => LinkedVerb::Expired,
        TimeOutMoveKind::ToldBody => LinkedVerb::ToldBody,
        TimeOutMoveKind::BodyConfirmed => LinkedVerb::BodyConfirmed,
    };
    let mut linked = of(time_out, verb);
    linked.action = moved.proposal.as_ref().map(TimeOutProposal::action);
    linked.on = match verb {
        LinkedVerb::EmergencyStarted => moved.last_day,
        LinkedVerb::ToldBody => time_out.told_body_on,
        LinkedVerb::BodyConfirmed => time_out.body_confirmed_on,
        // An emergency that is not confirmed ends at once; any other proposal leaves what stood.
        LinkedVerb::Rejected | LinkedVerb::Withdrawn => match &moved.proposal {
            Some(TimeOutProposal::Start) => time_out.works_again_on,
            _ => None,
        },
        LinkedVerb::Proposed | LinkedVerb::Confirmed => match &moved.proposal {
            Some(TimeOutProposal::Start) => Some(time_out.facts.last_day),
            Some(TimeOutProposal::Extend { last_day, .. }) => {
                linked.before = last_day_before;
                Some(*last_day)
            }
            Some(TimeOutProposal::Resume { from, .. }) => Some(*from),
            Some(TimeOutProposal::End { from, ending, .. }) => {
                linked.ending = Some(*ending);
                Some(*from)
            }
            None => None,
        },
        _ => None,
    };
    linked
}

fn of(time_out: &TimeOut, verb: LinkedVerb) -> Linked {
    let decision = &time_out.suspends.decision;
    let kind = if decision.kind.is_blank() { &time_out.suspends.rule_label } else { &decision.kind };
    let label =
        if kind.is_blank() { decision.organisation.to_string() } else { format!("{}, {}", kind.raw(), decision.organisation) };
    Linked {
        id: time_out.id.0,
        label: RawText(label),
        verb,
        action: None,
        ending: None,
        on: None,
        before: None,
        fields: vec![],
        texts: vec![],
    }
}

/// An entry of nobody. Its id is the same whenever it is asked for.
fn by_time(time_out: &TimeOut, at: Instant, linked: Linked) -> Entry {
    let of = time_out.id.0.as_u128();
    Entry {
        id: EntryId(derived_id(of, linked.verb.code(), at.timestamp_micros().unsigned_abs())),
        at,
        kind: EntryKind::TimeOut,
        by: None,
        by_name: RawText::default(),
        organisation: None,
        text: RawText::default(),
        contact: None,
        old: None,
        new: None,
        linked: Some(linked),
    }
}
