//! What a field said before and says now: minutes, times, places, names, and texts as a whole. Of a list it holds what its parts say,
//! of bodies without their codes; who reads it is shown what differs ([`crate::locale`]).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{EditionItem, MeetingFacts, slot::span};
use crate::domain::text::RawText;

/// A field with what it said and says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// The field, as it is called among those that differ.
    pub field: String,
    /// What it said; empty: nothing.
    pub from: RawText,
    /// What it says; empty: nothing.
    pub to: RawText,
}

/// Those of an item.
pub(super) fn of_item(before: &EditionItem, after: &EditionItem) -> Vec<FieldChange> {
    let values = |one: &EditionItem| {
        let facts = &one.item.facts;
        [
            ("title", facts.title.clone()),
            ("presenter", facts.presenter.clone()),
            ("minutes", facts.minutes.to_string().into()),
            ("slot", facts.slot.to_string().into()),
            ("stalemate", facts.stalemate.clone()),
            ("facts", facts.facts.clone()),
            ("tried", joined(facts.tried.iter().map(|one| &one.what))),
            ("escalated", facts.escalated.clone()),
            ("bodies", joined(facts.bodies.iter().flat_map(|one| [&one.position, &one.legal_room]))),
            ("perspective", facts.perspective.clone()),
            ("decisionAsked", facts.decision_asked.clone()),
            ("options", joined(facts.options.iter().flat_map(|one| [&one.text, &one.consequences]))),
            ("grounds", joined(facts.grounds.iter().flat_map(|one| [&one.basis, &one.purpose]))),
            (
                "times",
                one.times.starts_at.zip(one.times.ends_at).map(|(from, until)| span(from, until)).unwrap_or_default().into(),
            ),
        ]
    };
    differing(values(before), values(after))
}

/// Those of the meeting itself.
pub(super) fn of_meeting(before: &MeetingFacts, after: &MeetingFacts) -> Vec<FieldChange> {
    let values = |facts: &MeetingFacts| {
        let slots = facts.slots.iter().map(ToString::to_string);
        [
            ("slots", slots.collect::<Vec<_>>().join(", ").into()),
            ("place", facts.place.clone()),
            ("video", facts.video.clone()),
            ("chair", facts.chair.clone()),
            ("secretary", facts.secretary.clone()),
            ("papersDays", facts.papers_days.to_string().into()),
        ]
    };
    differing(values(before), values(after))
}

/// The parts of a list as one text.
fn joined<'a>(parts: impl Iterator<Item = &'a RawText>) -> RawText {
    parts.filter(|part| !part.is_blank()).map(|part| part.raw().trim()).collect::<Vec<_>>().join("; ").into()
}

fn differing<const N: usize>(before: [(&str, RawText); N], after: [(&str, RawText); N]) -> Vec<FieldChange> {
    let pairs = before.into_iter().zip(after).filter(|(before, after)| before.1 != after.1);
    pairs.map(|((field, from), (_, to))| FieldChange { field: field.to_owned(), from, to }).collect()
}
