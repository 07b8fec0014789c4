//! The order of an agenda, and how it changes when two people move items at once.
//!
//! An item is one row with one rank; the agenda is its rows in order of rank, then id. A move says "after that item" and
//! writes ranks, never rows: so no item can be lost or doubled, and whoever has the same rows sees the same order.

use super::{AgendaItem, Refusal, StandingItem};
use crate::domain::ids::AgendaItemId;

/// Between two neighbours at first: so often a place can be halved before the others must make room.
pub const GAP: i64 = 1 << 32;

/// Where an item is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// At the top.
    First,
    /// Right after this one.
    After(AgendaItemId),
    /// At the end.
    Last,
}

/// An item at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Which.
    pub item: AgendaItemId,
    /// Its rank.
    pub rank: i64,
}

impl From<&AgendaItem> for Placed {
    fn from(item: &AgendaItem) -> Self {
        Self { item: item.id, rank: item.rank }
    }
}

/// The end of an agenda, in this order, for something that is put there: of its slot, before what closes the meeting; what closes it
/// comes last.
pub fn end_for(item: &AgendaItem, items: &[AgendaItem]) -> Spot {
    let before = |other: &&AgendaItem| other.id != item.id && other.facts.slot <= item.facts.slot;
    if closes(item) { Spot::Last } else { before_close(items.iter().filter(before)) }
}

/// Where an item goes that stands before what has an earlier slot, or after what has a later one: the times would go back there.
/// Nothing: it stands well. What closes a meeting is in nobody's way.
pub fn spot_in_slot(item: &AgendaItem, items: &[AgendaItem]) -> Option<Spot> {
    let place = |one: &AgendaItem| (one.rank, one.id);
    let amiss = items.iter().filter(|other| other.id != item.id && !closes(other)).any(|other| {
        if place(other) < place(item) { other.facts.slot > item.facts.slot } else { other.facts.slot < item.facts.slot }
    });
    amiss.then(|| end_for(item, items))
}

/// After the last item that is not one of those that close a meeting.
pub fn before_close<'a>(items: impl DoubleEndedIterator<Item = &'a AgendaItem>) -> Spot {
    items.rev().find(|item| !closes(item)).map_or(Spot::First, |item| Spot::After(item.id))
}

/// Is it one that closes a meeting?
pub fn closes(item: &AgendaItem) -> bool {
    matches!(item.standing, Some(StandingItem::Lessons | StandingItem::Close))
}

/// In order.
pub fn sort(placed: &mut [Placed]) {
    placed.sort_by_key(|one| (one.rank, one.item));
}

/// The ranks to write so that `item` stands there: its own, and those of all when there is no room between two. Nothing: it
/// stands there already.
pub fn place(placed: &[Placed], item: AgendaItemId, spot: Spot) -> Result<Vec<Placed>, Refusal> {
    let mut all = placed.to_vec();
    sort(&mut all);
    let before: Vec<AgendaItemId> = all.iter().map(|one| one.item).collect();
    all.retain(|one| one.item != item);
    let at = match spot {
        Spot::First => 0,
        Spot::Last => all.len(),
        // After itself: where it is.
        Spot::After(anchor) if anchor == item && before.contains(&item) => return Ok(vec![]),
        Spot::After(anchor) => all.iter().position(|one| one.item == anchor).ok_or(Refusal::NotOnAgenda)? + 1,
    };
    if before.iter().position(|one| *one == item) == Some(at) {
        return Ok(vec![]);
    }
    let rank = match (at.checked_sub(1).map(|at| all[at].rank), all.get(at).map(|next| next.rank)) {
        (None, None) => Some(0),
        (Some(last), None) => last.checked_add(GAP),
        (None, Some(first)) => first.checked_sub(GAP),
        (Some(one), Some(other)) => Some(one.midpoint(other)).filter(|rank| one < *rank && *rank < other),
    };
    if let Some(rank) = rank {
        return Ok(vec![Placed { item, rank }]);
    }
    all.insert(at, Placed { item, rank: 0 });
    Ok(all.iter().zip(0..).map(|(one, at)| Placed { item: one.item, rank: at * GAP }).collect())
}
