//! Merging patches into facts (RFC 7396): what is absent stays, what is there replaces.

use crate::{
    api::{
        arrangement::{BridgingPatch, CommitmentPatch, MoratoriumPatch},
        item_paper::ItemPaperPatch,
        lesson::LessonPatch,
        meeting::{AgendaItemPatch, InvitationPatch, LetDecisionPatch, MeetingPatch},
        message::MessagePatch,
        officer::OfficerPatch,
        series::SeriesPatch,
        signal::SignalPatch,
        view::ViewPatch,
    },
    domain::{
        bridging::BridgingFacts,
        commitment::CommitmentFacts,
        lesson::LessonFacts,
        meeting::{
            AgendaItemFacts, Answer, InvitationFacts, ItemPaperFacts, LetDecisionFacts, MeetingFacts, series::SeriesFacts,
        },
        message::MessageFacts,
        moratorium::MoratoriumFacts,
        officer::OfficerFacts,
        signal::decide::Wanted,
        text::RawText,
        view::ViewFacts,
    },
};

macro_rules! merge {
    ($patch:expr => $facts:expr; $($field:ident)*) => {
        $(if let Some(value) = &$patch.$field { $facts.$field = value.clone(); })*
    };
}

/// Merges a patch into what is wanted of a signal.
pub fn merge_signal(patch: &SignalPatch, wanted: &mut Wanted) {
    if let Some(status) = patch.status {
        wanted.status = status;
    }
    if let Some(outcome) = patch.outcome {
        wanted.outcome = outcome;
    }
    if let Some(urgency) = patch.urgency {
        wanted.facts.urgency = Some(urgency);
    }
    if let Some(reporter) = &patch.reporter {
        merge!(reporter => wanted.facts.reporter; name function organisation phone mail);
    }
    merge!(patch => wanted.facts; title account municipality household life_domains bodies stalemate tried threats
        decisions desired_by_household desired_by_professional sharing_grounds urgency_reason labels attachments snoozed_until
        links plan documents result legal_room budget_cents);
}

/// Merges a patch into what is written in a message.
pub fn merge_message(patch: &MessagePatch, facts: &mut MessageFacts) {
    merge!(patch => facts; to subject text);
}

/// Merges a patch into the facts of an entry of the register.
pub fn merge_officer(patch: &OfficerPatch, facts: &mut OfficerFacts) {
    merge!(patch => facts; role_code title name phone mail direct_phone direct_mail availability absent_from absent_until deputy mandate
        mandate_excludes mandate_source mandate_until budget_euros domains municipalities escalation valid_from valid_to
        verified_on provenance);
    // Who is back is not away from any day on either.
    if patch.absent_until == Some(None) && patch.absent_from.is_none() {
        facts.absent_from = None;
    }
}

/// Merges a patch into what a view shows.
pub fn merge_view(patch: &ViewPatch, facts: &mut ViewFacts) {
    merge!(patch => facts; name shared base filter sort descending columns);
}

/// A patch of a moratorium, bridging or commitment.
pub trait Patch {
    /// What it is merged into.
    type Facts;

    /// Merges it.
    fn merge(&self, facts: &mut Self::Facts);

    /// Why, for the timeline.
    fn reason(&self) -> RawText;
}

macro_rules! patch {
    ($patch:ident => $facts:ident; $($field:ident)*) => {
        impl Patch for $patch {
            type Facts = $facts;

            fn merge(&self, facts: &mut $facts) {
                merge!(self => facts; $($field)*);
            }

            fn reason(&self) -> RawText {
                self.reason.clone()
            }
        }
    };
}

patch!(MoratoriumPatch => MoratoriumFacts; kind set_by decided_on first_day last_day creditors conditions);
patch!(BridgingPatch => BridgingFacts; care available_at agreed_on provisional_payer candidate_payers starts_on settle_by);
patch!(CommitmentPatch => CommitmentFacts; text organisation person to source due evidence);

/// Merges a patch into what is said about a meeting.
pub fn merge_meeting(patch: &MeetingPatch, facts: &mut MeetingFacts) {
    merge!(patch => facts; slots place video chair secretary confidentiality papers_days);
}

/// Merges a patch into what is said about a series of meetings.
pub fn merge_series(patch: &SeriesPatch, facts: &mut SeriesFacts) {
    merge!(patch => facts; name rule starts_on until time minutes on_holiday ahead standing place video chair secretary
        confidentiality papers_days);
}

/// Merges a patch into what is written in an item.
pub fn merge_item(patch: &AgendaItemPatch, facts: &mut AgendaItemFacts) {
    merge!(patch => facts; title minutes slot presenter stalemate facts tried escalated life_domains bodies perspective
        decision_asked options grounds);
}

/// Merges a patch into a lesson.
pub fn merge_lesson(patch: &LessonPatch, facts: &mut LessonFacts) {
    merge!(patch => facts; kind law article bodies pattern);
}

/// Merges a patch into an invitation.
pub fn merge_invitation(patch: &InvitationPatch, facts: &mut InvitationFacts, withdrawn: &mut bool) {
    let before = facts.clone();
    merge!(patch => facts; organisation officer function name mail capacity mandate_confirmed answer);
    if facts.asks_another_than(&before) {
        // Who answered, and whose mandate was confirmed, is no longer who is asked.
        facts.answer = patch.answer.unwrap_or(Answer::Open);
        facts.mandate_confirmed = patch.mandate_confirmed.unwrap_or(false);
        facts.answered_for = None;
    }
    if patch.answer.is_some() {
        // Given now: for the time that the item has now.
        facts.answered_for = None;
    }
    *withdrawn = patch.withdrawn.unwrap_or(*withdrawn);
}

/// Merges a patch into a paper of an item.
pub fn merge_item_paper(patch: &ItemPaperPatch, facts: &mut ItemPaperFacts, withdrawn: &mut bool) {
    merge!(patch => facts; title on text address bodies);
    *withdrawn = patch.withdrawn.unwrap_or(*withdrawn);
}

/// Merges a patch into a decision.
pub fn merge_decision(patch: &LetDecisionPatch, facts: &mut LetDecisionFacts, withdrawn: &mut bool) {
    merge!(patch => facts; text bodies legal_room);
    *withdrawn = patch.withdrawn.unwrap_or(*withdrawn);
}
