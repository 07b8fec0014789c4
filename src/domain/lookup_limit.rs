//! How much of the register somebody sees who may not hold a copy of it. Pure: when and whom is passed in.

use std::collections::HashSet;
use std::hash::Hash;

use serde::{Deserialize, Serialize};

/// Most hits of one search.
pub const HITS_MOST: usize = 25;

/// Letters or digits that a word of a search has at least, unless it is all of an abbreviation or code.
pub const LETTERS_LEAST: usize = 3;

/// Minutes in which searches are counted together.
pub const SEARCH_MINUTES: i64 = 10;

/// Hours in which the persons are counted together that somebody saw.
pub const SEEN_HOURS: i64 = 24;

/// What the administrator set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Searches in ten minutes.
    pub searches: u32,
    /// Different entries in a day, those in lists of hits too.
    pub persons: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { searches: 60, persons: 200 }
    }
}

/// What may be shown of hits, best first: whom one saw already always, new ones as long as there is room. Gives also how many of
/// what is shown are new.
pub fn shown<T, I: Eq + Hash>(hits: Vec<T>, id: impl Fn(&T) -> I, seen: &HashSet<I>, limits: Limits) -> (Vec<T>, usize) {
    let room = (limits.persons as usize).saturating_sub(seen.len());
    let mut new = 0;
    let kept = hits.into_iter().take(HITS_MOST).filter(|hit| {
        if seen.contains(&id(hit)) {
            return true;
        }
        new += 1;
        new <= room
    });
    let kept: Vec<T> = kept.collect();
    (kept, new.min(room))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whom_one_saw_stays_and_new_ones_end_where_the_room_does() {
        let seen: HashSet<u32> = (0..198).collect();
        let limits = Limits::default();
        assert_eq!(shown(vec![500, 1, 501, 502, 2], |id| *id, &seen, limits), (vec![500, 1, 501, 2], 2));
        assert_eq!(shown((500..600).collect(), |id| *id, &HashSet::new(), limits).0.len(), HITS_MOST);
        let full: HashSet<u32> = (0..200).collect();
        assert_eq!(shown(vec![500, 1], |id| *id, &full, limits), (vec![1], 0));
        // The administrator made it less than what was seen.
        assert_eq!(shown(vec![500], |id| *id, &full, Limits { persons: 10, ..limits }), (vec![], 0));
    }
}
