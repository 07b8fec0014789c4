//! How well a text fits a word, behind a trait of our own: `fuzzy-matcher` is archived upstream.

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};

/// Ranks texts that fit equally well by class.
pub trait Ranker {
    /// Higher fits better; nothing when the letters of `word` do not occur in this order. Both are folded.
    fn score(&self, text: &str, word: &str) -> Option<i64>;
}

/// The scores of skim: runs of letters, word starts, little in between.
#[derive(Default)]
pub struct SkimRanker(SkimMatcherV2);

impl Ranker for SkimRanker {
    fn score(&self, text: &str, word: &str) -> Option<i64> {
        self.0.fuzzy_match(text, word)
    }
}

impl std::fmt::Debug for SkimRanker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SkimRanker")
    }
}
