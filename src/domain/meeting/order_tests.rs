//! Two people move items of one agenda at once, each by what the own screen shows: nothing is lost, nothing is doubled, and at
//! the end both see the same order.

use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::{
    Refusal,
    order::{GAP, Placed, Spot, place, sort},
};
use crate::domain::ids::AgendaItemId;

/// What one of them does at a step, by places on the own screen.
#[derive(Debug, Clone)]
enum Step {
    /// Moves the item at one place to after that at another; to the top when there is none.
    Move(usize, Option<usize>),
    /// Writes in the item at a place, in the version that is on the screen.
    Write(usize),
    /// Hears so many of the changes that were told.
    Hear(usize),
}

/// A row, as the server keeps it and the feed tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    rank: i64,
    version: i64,
}

type Rows = BTreeMap<AgendaItemId, Row>;

#[derive(Default, Clone)]
struct Screen {
    rows: Rows,
    heard: usize,
}

impl Screen {
    fn order(&self) -> Vec<AgendaItemId> {
        order(&self.rows)
    }
}

fn id(n: usize) -> AgendaItemId {
    AgendaItemId(Uuid::from_u128(n as u128 + 1))
}

fn placed(rows: &Rows) -> Vec<Placed> {
    rows.iter().map(|(item, row)| Placed { item: *item, rank: row.rank }).collect()
}

fn order(rows: &Rows) -> Vec<AgendaItemId> {
    let mut all = placed(rows);
    sort(&mut all);
    all.iter().map(|one| one.item).collect()
}

fn step() -> impl Strategy<Value = (bool, Step)> {
    let step = prop_oneof![
        6 => (any::<usize>(), proptest::option::of(any::<usize>())).prop_map(|(item, after)| Step::Move(item, after)),
        2 => any::<usize>().prop_map(Step::Write),
        3 => (0_usize..12).prop_map(Step::Hear),
    ];
    (any::<bool>(), step)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn two_people_lose_and_double_nothing_in_a_thousand_steps(
        count in 1_usize..40,
        steps in proptest::collection::vec(step(), 1_000),
    ) {
        let mut server: Rows = (0..count).map(|n| (id(n), Row { rank: n as i64 * GAP, version: 1 })).collect();
        let mut told: Vec<(AgendaItemId, Row)> = vec![];
        let mut screens = [Screen { rows: server.clone(), heard: 0 }, Screen { rows: server.clone(), heard: 0 }];
        let mut writings = 0;
        for (who, step) in steps {
            let screen = &mut screens[usize::from(who)];
            let seen = screen.order();
            match step {
                Step::Move(item, after) => {
                    let item = seen[item % count];
                    let anchor = after.map(|at| seen[at % count]);
                    let spot = anchor.map_or(Spot::First, Spot::After);
                    let ranks = place(&placed(&server), item, spot).unwrap();
                    for Placed { item, rank } in ranks {
                        server.get_mut(&item).unwrap().rank = rank;
                        told.push((item, server[&item]));
                    }
                    let now = order(&server);
                    let at = now.iter().position(|one| *one == item).unwrap();
                    match anchor.filter(|anchor| *anchor != item) {
                        Some(anchor) => prop_assert_eq!(now[at - 1], anchor),
                        None if anchor.is_none() => prop_assert_eq!(at, 0),
                        None => {}
                    }
                }
                Step::Write(item) => {
                    let item = seen[item % count];
                    // A move of the other does not make it stale; a writing does.
                    if server[&item].version == screen.rows[&item].version {
                        server.get_mut(&item).unwrap().version += 1;
                        writings += 1;
                        told.push((item, server[&item]));
                    }
                }
                Step::Hear(most) => {
                    let until = (screen.heard + most).min(told.len());
                    screen.rows.extend(told[screen.heard..until].iter().copied());
                    screen.heard = until;
                }
            }
            prop_assert_eq!(server.len(), count);
        }
        for screen in &mut screens {
            screen.rows.extend(told[screen.heard..].iter().copied());
            prop_assert_eq!(&screen.rows, &server);
            let mut all = screen.order();
            prop_assert_eq!(&all, &order(&server));
            all.sort_unstable();
            prop_assert_eq!(all, (0..count).map(id).collect::<Vec<_>>());
        }
        prop_assert_eq!(server.values().map(|row| row.version - 1).sum::<i64>(), writings);
    }
}

#[test]
fn where_there_is_no_room_all_make_room() {
    let mut rows: Rows = (0..3).map(|n| (id(n), Row { rank: n as i64, version: 1 })).collect();
    let ranks = place(&placed(&rows), id(2), Spot::After(id(0))).unwrap();
    assert_eq!(ranks.len(), 3);
    for Placed { item, rank } in ranks {
        rows.get_mut(&item).unwrap().rank = rank;
    }
    assert_eq!(order(&rows), [id(0), id(2), id(1)]);
    let ends = [i64::MIN, i64::MAX].map(|rank| Row { rank, version: 1 });
    let rows: Rows = [(id(0), ends[0]), (id(1), ends[1])].into();
    assert_eq!(place(&placed(&rows), id(5), Spot::First).unwrap().len(), 3, "beyond the ends all make room too");
    assert_eq!(place(&placed(&rows), id(5), Spot::Last).unwrap().len(), 3);
}

#[test]
fn what_stands_there_already_writes_nothing_and_what_is_not_there_is_refused() {
    let rows: Rows = (0..4).map(|n| (id(n), Row { rank: n as i64 * GAP, version: 1 })).collect();
    let all = placed(&rows);
    for (item, spot) in [(0, Spot::First), (3, Spot::Last), (2, Spot::After(id(1))), (2, Spot::After(id(2)))] {
        assert_eq!(place(&all, id(item), spot), Ok(vec![]), "{spot:?}");
    }
    assert_eq!(place(&all, id(1), Spot::After(id(9))), Err(Refusal::NotOnAgenda));
    assert_eq!(place(&all, id(9), Spot::After(id(9))), Err(Refusal::NotOnAgenda));
    assert_eq!(place(&[], id(1), Spot::Last), Ok(vec![Placed { item: id(1), rank: 0 }]));
}
