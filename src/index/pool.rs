//! The best candidates of a search, while they are looked for: what cannot be among them any more is left out early.

use std::cmp::Reverse;

use super::order::{Hit, HitClass, Precedence};

/// What orders hits before anything finer: the best first.
pub(super) fn coarse(hit: &Hit) -> Reverse<(Fit, Precedence)> {
    Reverse((fit(hit.class, hit.rank), hit.precedence))
}

/// How well a hit fits, whatever it is. Greater goes first.
type Fit = (bool, bool, i64);

fn fit(class: HitClass, rank: i64) -> Fit {
    (class > HitClass::Letters, class != HitClass::Typo, rank)
}

/// See the module. Hits come by ascending row.
pub(super) struct Pool {
    most: usize,
    hits: Vec<Hit>,
    /// Was there one in which every word begins a word? The inside of a word (Beekbergen) is for when there is none.
    begins: bool,
    /// The last of the best so far, once there are enough.
    last: Option<Reverse<(Fit, Precedence)>>,
}

impl Pool {
    /// Keeps so many.
    pub(super) fn new(most: usize) -> Self {
        Self { most, hits: vec![], begins: false, last: None }
    }

    /// May a hit that fits so be among the best?
    pub(super) fn may_take(&self, class: HitClass, rank: i64) -> bool {
        match (class >= HitClass::WordStart, self.begins) {
            (true, false) => true,
            (false, true) => false,
            _ => self.last.is_none_or(|last| fit(class, rank) >= last.0.0),
        }
    }

    /// Takes a hit that may be among the best.
    pub(super) fn take(&mut self, hit: Hit) {
        if hit.class >= HitClass::WordStart && !self.begins {
            self.begins = true;
            self.hits.clear();
            self.last = None;
        }
        if self.last.is_some_and(|last| coarse(&hit) >= last) {
            return;
        }
        self.hits.push(hit);
        if self.hits.len() >= self.most * 2 {
            self.cut();
        }
    }

    /// Takes what another one kept, of rows that come after all of these.
    pub(super) fn join(&mut self, other: Self) {
        let mut hits = other.into_best();
        hits.sort_unstable_by_key(|hit| hit.row);
        for hit in hits {
            if self.may_take(hit.class, hit.rank) {
                self.take(hit);
            }
        }
    }

    /// The best, in no order.
    pub(super) fn into_best(mut self) -> Vec<Hit> {
        self.cut();
        self.hits
    }

    /// Leaves only the best; of equals those with the lowest rows.
    fn cut(&mut self) {
        if (1..self.hits.len()).contains(&self.most) {
            let (_, last, _) = self.hits.select_nth_unstable_by_key(self.most - 1, |hit| (coarse(hit), hit.row));
            self.last = Some(coarse(last));
            self.hits.truncate(self.most);
        }
    }
}
