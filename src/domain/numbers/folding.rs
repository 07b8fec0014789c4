//! Small numbers are put together until each holds five, and never hidden: what is hidden is worked out from a total by whoever
//! subtracts. Where one group would be left over, the smallest that is told goes with it.

use super::{
    RowKind,
    groups::{Group, union},
};

/// The least that a cell tells.
pub const LEAST: usize = 5;

/// May a number of cases be told? That there are none says nothing of anybody.
pub(super) fn is_told(count: usize) -> bool {
    count == 0 || count >= LEAST
}

/// Groups in no order, the largest first, and last what there was too little of, which goes by this name; and whether there was any.
/// Empty when all of them together are too few.
pub(super) fn fold(groups: Vec<Group>, (kind, of): (RowKind, &str)) -> (Vec<Group>, bool) {
    let (mut told, few): (Vec<Group>, Vec<Group>) =
        groups.into_iter().filter(|group| !group.members.is_empty()).partition(|group| group.members.len() >= LEAST);
    told.sort_by(|one, other| other.members.len().cmp(&one.members.len()).then_with(|| one.of.cmp(&other.of)));
    if few.is_empty() {
        return (told, false);
    }
    let mut rest = union(few.iter().map(|group| &group.members[..]));
    while rest.len() < LEAST {
        let Some(smallest) = told.pop() else { return (vec![], true) };
        rest = union([&rest[..], &smallest.members[..]]);
    }
    told.push(Group { kind, of: of.to_owned(), members: rest });
    (told, true)
}

/// Groups within larger ones, which are told by themselves elsewhere too: first the larger ones are folded, then what is in each. So what
/// one table tells and another does not is never one to four.
pub(super) fn fold_within(larger: Vec<(Group, Vec<Group>)>) -> (Vec<Group>, bool) {
    let (whole, mut folded) = fold(larger.iter().map(|(group, _)| group.clone()).collect(), (RowKind::Other, ""));
    let (mut told, mut last) = (vec![], vec![]);
    for group in whole {
        let within = larger.iter().find(|(one, _)| (one.kind, &one.of) == (group.kind, &group.of)).map(|(_, within)| within);
        let Some(within) = within.filter(|_| group.kind == RowKind::One) else {
            last.push(group);
            continue;
        };
        let (mut rows, had_few) = fold(within.clone(), (RowKind::RestOf, &group.of));
        folded |= had_few;
        if let [only] = &mut rows[..]
            && only.kind == RowKind::RestOf
        {
            only.kind = RowKind::WholeOf;
        }
        told.extend(rows);
    }
    told.sort_by(|one, other| other.members.len().cmp(&one.members.len()).then_with(|| one.of.cmp(&other.of)));
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
