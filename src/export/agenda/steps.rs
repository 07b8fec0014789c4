//! What of the timeline of a case stands in its papers: the steps that made it what it is, oldest first. Notes, claims and
//! corrected fields stay in the case. A body reads the day of what holds for the household, and no word that was typed.

use crate::{
    domain::{
        Instant,
        confirmation::ConfirmedAction,
        signal::{Entry, EntryKind, Linked, LinkedVerb},
    },
    export::agenda::Reader,
};

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// With everything that was said of it; the secretariat's.
    Whole(&'a Entry),
    /// When, and which of the texts `paper-step-…` says what. Of an agenda it names the meeting.
    Named(Instant, &'static str, Option<&'a Linked>),
}

/// Steps that a reader may read, up to and with this moment.
pub(super) fn steps<'a>(entries: &'a [Entry], reader: &Reader, until: Instant) -> Vec<Step<'a>> {
    let told = entries.iter().filter(|entry| entry.at <= until);
    let mut told: Vec<&Entry> = told.filter(|entry| is_step(entry)).collect();
    // The report is the first, whenever it is said to have come in; entries of one moment stay in the order they were made.
    told.reverse();
    told.sort_by_key(|entry| (entry.kind != EntryKind::Received, entry.at));
    match reader {
        // What was noted wrongly stays in the case; its correction is what is told.
        Reader::Secretariat => told.into_iter().filter(|entry| !entry.is_corrected(entries)).map(Step::Whole).collect(),
        Reader::Body(_) | Reader::Person(..) => {
            told.into_iter().filter(|entry| !was_no_meeting(entry, entries)).filter_map(for_a_body).collect()
        }
    }
}

/// Is it one of what made the case what it is?
fn is_step(entry: &Entry) -> bool {
    match entry.kind {
        EntryKind::Note
        | EntryKind::Claim
        | EntryKind::Release
        | EntryKind::Share
        | EntryKind::EmergencyAccess
        | EntryKind::Export
        | EntryKind::Mail
        | EntryKind::Reveal
        | EntryKind::Merge => false,
        EntryKind::Change => entry.text.raw() == "status",
        EntryKind::Received
        | EntryKind::Contact
        | EntryKind::TimeOut
        | EntryKind::Moratorium
        | EntryKind::Bridging
        | EntryKind::Commitment
        | EntryKind::Agenda => true,
    }
}

/// Was it taken back that the meeting was held? `entries` are all of the case, newest first.
fn was_no_meeting(entry: &Entry, entries: &[Entry]) -> bool {
    let about = |entry: &Entry| entry.linked.as_ref().map(|linked| (linked.id, linked.label.clone(), linked.verb));
    let Some((id, label, LinkedVerb::Held)) = about(entry) else { return false };
    let later = entries.iter().take_while(|other| other.id != entry.id);
    let settles = |other: &Entry| match about(other) {
        Some((of, at, verb @ (LinkedVerb::Held | LinkedVerb::Unheld))) if (of, &at) == (id, &label) => Some(verb),
        _ => None,
    };
    later.filter_map(settles).last() == Some(LinkedVerb::Unheld)
}

/// What a body is told of it: that the case came in, what protects the household, and when the LET dealt with it. Proposals, who
/// called whom, and what was promised or decided for others are not its business.
fn for_a_body(entry: &Entry) -> Option<Step<'_>> {
    if entry.kind == EntryKind::Received {
        return Some(Step::Named(entry.at, "received", None));
    }
    let linked = entry.linked.as_ref()?;
    let name = match (entry.kind, linked.verb, linked.action) {
        (EntryKind::TimeOut, LinkedVerb::Confirmed, Some(ConfirmedAction::StartTimeOut)) => "time-out-confirmed",
        (EntryKind::TimeOut, LinkedVerb::Confirmed, Some(ConfirmedAction::ExtendTimeOut)) => "time-out-extended",
        (EntryKind::TimeOut, LinkedVerb::Confirmed, Some(_)) => "time-out-ended",
        (EntryKind::TimeOut, LinkedVerb::Lapsed, _) => "time-out-lapsed",
        (EntryKind::Moratorium, LinkedVerb::Recorded, _) => "moratorium-recorded",
        (EntryKind::Moratorium, LinkedVerb::Ended, _) => "moratorium-ended",
        (EntryKind::Moratorium, LinkedVerb::Reopened, _) => "moratorium-reopened",
        (EntryKind::Agenda, LinkedVerb::Held, _) => "agenda-held",
        _ => return None,
    };
    Some(Step::Named(entry.at, name, Some(linked).filter(|_| entry.kind == EntryKind::Agenda)))
}
