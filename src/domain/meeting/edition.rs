//! A fixed version of an agenda: what stood in it when it was fixed, for good; and what differs between two of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AgendaItem, FieldChange, Invitation, ItemPaper, ItemTimes, MeetingFacts, MeetingNumber, field_change};
use crate::domain::{
    deadline::Deadline,
    ids::{AccountId, AgendaItemId, EditionId, MeetingId, PartId},
    text::RawText,
};

/// An item as it was fixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditionItem {
    /// The item.
    pub item: AgendaItem,
    /// Its number and times.
    pub times: ItemTimes,
    /// Who was invited for it.
    pub invitations: Vec<Invitation>,
    /// The papers that went with it, in the version they had.
    #[serde(default)]
    pub papers: Vec<ItemPaper>,
}

/// What a version holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditionContent {
    /// The number of the meeting.
    pub number: MeetingNumber,
    /// What was said about the meeting.
    pub facts: MeetingFacts,
    /// Its items, in order.
    pub items: Vec<EditionItem>,
}

/// A fixed version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Edition {
    /// Id.
    pub id: EditionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its number, from 1.
    pub number: u32,
    /// What stands in it.
    pub content: EditionContent,
    /// When it was fixed.
    pub fixed_at: DateTime<Utc>,
    /// Who fixed it.
    pub fixed_by: AccountId,
    /// The name of who.
    pub fixed_by_name: RawText,
    /// Why it was fixed though something was missing.
    pub reason: RawText,
    /// What ran in its cases by then: rows of the deadline board. A body reads those, and of what changed since that it did.
    #[serde(default)]
    pub clocks: Vec<Deadline>,
}

/// An item whose content differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ItemChange {
    /// The item.
    pub item: AgendaItemId,
    /// The fields that differ; `invitations`, `papers` and `times` among them.
    pub fields: Vec<String>,
    /// The papers that differ.
    #[serde(default)]
    pub papers: Vec<PaperChange>,
    /// What fields said and say.
    #[serde(default)]
    pub values: Vec<FieldChange>,
}

/// A paper that came, went or has another version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PaperChange {
    /// Which.
    pub paper: PartId,
    /// Its title, the latest of the two.
    pub title: RawText,
    /// The version before; nothing: it is new.
    pub from: Option<i64>,
    /// The version after; nothing: it is gone.
    pub to: Option<i64>,
}

/// An item that has another place among those that are in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ItemMove {
    /// The item.
    pub item: AgendaItemId,
    /// Its number before.
    pub from: u32,
    /// Its number after.
    pub to: u32,
}

/// What differs between two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Fields of the meeting.
    pub meeting: Vec<String>,
    /// What they said and say.
    #[serde(default)]
    pub meeting_values: Vec<FieldChange>,
    /// Items that are new.
    pub added: Vec<AgendaItemId>,
    /// Items that are gone.
    pub removed: Vec<AgendaItemId>,
    /// Items that were moved: as few as explain the order.
    pub moved: Vec<ItemMove>,
    /// Items in which something differs.
    pub changed: Vec<ItemChange>,
}

impl Difference {
    /// Does nothing differ?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What differs from `before` to `after`.
pub fn difference(before: &EditionContent, after: &EditionContent) -> Difference {
    let by_id = |content: &'_ EditionContent| -> BTreeMap<AgendaItemId, usize> {
        content.items.iter().enumerate().map(|(at, one)| (one.item.id, at)).collect()
    };
    let (was, is) = (by_id(before), by_id(after));
    let ids = |content: &EditionContent, other: &BTreeMap<AgendaItemId, usize>, there| -> Vec<AgendaItemId> {
        content.items.iter().map(|one| one.item.id).filter(|id| other.contains_key(id) == there).collect()
    };
    let common = ids(after, &was, true);
    let places: Vec<usize> = common.iter().filter_map(|id| was.get(id).copied()).collect();
    let stays: BTreeSet<usize> = rising(&places).into_iter().collect();
    let number = |content: &EditionContent, at: usize| content.items[at].times.number;
    let moved = common.iter().zip(&places).filter(|(_, place)| !stays.contains(place));
    let changed = common.iter().filter_map(|id| {
        let (before, after) = (&before.items[was[id]], &after.items[is[id]]);
        let fields = fields(before, after);
        (!fields.is_empty()).then(|| ItemChange {
            item: *id,
            fields,
            papers: papers(before, after),
            values: field_change::of_item(before, after),
        })
    });
    Difference {
        meeting: after.facts.differing(&before.facts),
        meeting_values: field_change::of_meeting(&before.facts, &after.facts),
        added: ids(after, &was, false),
        removed: ids(before, &is, false),
        moved: moved.map(|(id, place)| ItemMove { item: *id, from: number(before, *place), to: number(after, is[id]) }).collect(),
        changed: changed.collect(),
    }
}

fn fields(before: &EditionItem, after: &EditionItem) -> Vec<String> {
    let mut fields = after.item.facts.differing(&before.item.facts);
    let said = |item: &EditionItem| {
        let mut all: Vec<_> = item.invitations.iter().map(|one| (one.id, one.version)).collect();
        all.sort_unstable();
        all
    };
    if said(before) != said(after) {
        fields.push("invitations".into());
    }
    if !papers(before, after).is_empty() {
        fields.push("papers".into());
    }
    if (before.times.starts_at, before.times.ends_at) != (after.times.starts_at, after.times.ends_at) {
        fields.push("times".into());
    }
    fields
}

fn papers(before: &EditionItem, after: &EditionItem) -> Vec<PaperChange> {
    let version = |item: &EditionItem, id| item.papers.iter().find(|one| one.id == id).map(|one| one.version);
    let gone = before.papers.iter().filter(|one| version(after, one.id).is_none());
    let changes = after.papers.iter().chain(gone).map(|one| PaperChange {
        paper: one.id,
        title: one.facts.title.clone(),
        from: version(before, one.id),
        to: version(after, one.id),
    });
    changes.filter(|change| change.from != change.to).collect()
}

/// A longest run of rising numbers among these: what can stay where it is.
fn rising(numbers: &[usize]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = vec![];
    for (at, number) in numbers.iter().enumerate() {
        let before = (0..at).filter(|one| numbers[*one] < *number).max_by_key(|one| best[*one].0);
        best.push((before.map_or(1, |one| best[one].0 + 1), before));
    }
    let mut at = (0..numbers.len()).max_by_key(|one| best[*one].0);
    let mut run = vec![];
    while let Some(one) = at {
        run.push(numbers[one]);
        at = best[one].1;
    }
    run
}
