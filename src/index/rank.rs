//! How well a text fits a word, behind a trait of our own: `fuzzy-matcher` is archived upstream.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Ranks texts that fit equally well by class.
pub trait Ranker {
    /// Higher fits better; nothing when the letters of `word` do not occur in this order. Both are folded.
    fn score(&self, text: &str, word: &str) -> Option<i64>;
}

/// The scores of skim: runs of letters, word starts, little in between.
///
/// Each with a matcher of its own: one that is used again reads cells of the word before, so that a score would depend on what
/// was scored before it, and without its cache it panics.
#[derive(Debug, Clone, Copy, Default)]
pub struct SkimRanker;

impl Ranker for SkimRanker {
    fn score(&self, text: &str, word: &str) -> Option<i64> {
        SkimMatcherV2::default().fuzzy_match(text, word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    fn text(most: usize) -> impl Strategy<Value = String> {
        vec(select(&['a', 'n', 'v', ' ', 'r', 'i', 'e', 's'][..]), 1..most).prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn a_score_does_not_depend_on_what_was_scored_before(asked in vec((text(14), text(5)), 1..12)) {
            let score = |(text, word): &(String, String)| SkimRanker.score(text, word);
            let first: Vec<_> = asked.iter().map(score).collect();
            let last: Vec<_> = asked.iter().rev().map(score).collect();
            prop_assert!(first.iter().eq(last.iter().rev()));
        }
    }
}
