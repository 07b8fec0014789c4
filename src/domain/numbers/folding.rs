//! Small numbers are put together until each holds five, and never hidden: what is hidden is worked out from a total by whoever
//! subtracts. Where one group would be left over, the smallest that is told goes with it.

use std::cmp::Ordering;

use super::{
    RowKind,
    groups::{Group, union},
};
use crate::domain::ids::SignalNumber;

/// The least that a cell tells.
pub const LEAST: usize = 5;

/// May a number of cases be told? That there are none says nothing of anybody.
pub(super) fn is_told(count: usize) -> bool {
    count == 0 || count >= LEAST
}

/// What the rows of a table are set against by whoever subtracts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Whole {
    /// Cases in the table.
    pub(super) total: usize,
    /// Those of them that have a value, where a case may have several: the total less the row of those without one.
    pub(super) with_any: Option<usize>,
}

impl Whole {
    /// Would a row of these cases tell of one to four: itself, or by what is not in it?
    fn is_given_away_by(self, members: &[SignalNumber], has_none: bool) -> bool {
        let leaves_few = |whole: usize| !is_told(whole.saturating_sub(members.len()));
        members.len() < LEAST || leaves_few(self.total) || !has_none && self.with_any.is_some_and(leaves_few)
    }
}

/// Groups of a table, the largest first, and last what there was too little of, which goes by this name; and whether there was any. What
/// nearly all cases are in, where a case may be in several, tells of the others, and goes there too. Empty when all together are too few.
pub(super) fn fold(groups: Vec<Group>, (kind, of): (RowKind, &str), whole: Whole) -> (Vec<Group>, bool) {
    let is_none = |group: &Group| group.kind == RowKind::None;
    let (few, mut told): (Vec<Group>, Vec<Group>) = groups
        .into_iter()
        .filter(|group| !group.members.is_empty())
        .partition(|group| whole.is_given_away_by(&group.members, is_none(group)));
    told.sort_by(by_size);
    if few.is_empty() {
        return (told, false);
    }
    let mut has_none = few.iter().any(is_none);
    let mut rest = union(few.iter().map(|group| &group.members[..]));
    while whole.is_given_away_by(&rest, has_none) {
        let Some(smallest) = told.pop() else { return (vec![], true) };
        has_none |= is_none(&smallest);
        rest = union([&rest[..], &smallest.members[..]]);
    }
    told.push(Group { kind, of: of.to_owned(), members: rest });
    (told, true)
}

fn by_size(one: &Group, other: &Group) -> Ordering {
    other.members.len().cmp(&one.members.len()).then_with(|| one.of.cmp(&other.of))
}

/// Groups within larger ones, which are told by themselves elsewhere too: first the larger ones are folded, then what is in each. So what
/// one table tells and another does not is never one to four.
pub(super) fn fold_within(larger: Vec<(Group, Vec<Group>)>, whole: Whole) -> (Vec<Group>, bool) {
    let (outer, mut folded) = fold(larger.iter().map(|(group, _)| group.clone()).collect(), (RowKind::Other, ""), whole);
    let (mut told, mut last) = (vec![], vec![]);
    for group in outer {
        let within = larger.iter().find(|(one, _)| (one.kind, &one.of) == (group.kind, &group.of)).map(|(_, within)| within);
        let Some(within) = within.filter(|_| group.kind == RowKind::One) else {
            last.push(group);
            continue;
        };
        let (mut rows, had_few) = fold(within.clone(), (RowKind::RestOf, &group.of), whole);
        folded |= had_few;
        if let [only] = &mut rows[..]
            && only.kind == RowKind::RestOf
        {
            only.kind = RowKind::WholeOf;
        }
        told.extend(rows);
    }
    told.sort_by(by_size);
    told.extend(last);
    (told, folded)
}

/// Groups in an order, neighbours put together by `join` until each holds five.
pub(super) fn fold_neighbours(groups: Vec<Group>, join: impl Fn(&Group, &Group) -> Group) -> (Vec<Group>, bool) {
    let mut told: Vec<Group> = vec![];
    let (mut open, mut folded): (Option<Group>, bool) = (None, false);
    for group in groups {
        let whole = match open.take() {
            Some(before) => {
                folded |= !before.members.is_empty() && !group.members.is_empty();
                join(&before, &group)
            }
            None => group,
        };
        if whole.members.len() >= LEAST { told.push(whole) } else { open = Some(whole) }
    }
    if let Some(left) = open {
        folded |= !left.members.is_empty();
        match told.pop() {
            Some(before) => told.push(join(&before, &left)),
            None => return (vec![], folded),
        }
    }
    (told, folded)
}
