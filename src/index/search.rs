//! Finds entries of the register as somebody types: words in any order, accents aside, the best first.
//!
//! A word is looked up once in everything that repeats (organisations, titles, domains, municipalities and their places);
//! only the names are searched row by row, with SIMD. Only when nothing holds what was typed, letters in order and one slip
//! of the fingers are let through, and marked as such.

use std::cmp::Reverse;

use crate::domain::{
    fold::fold,
    officer::{Freshness, Mandate},
};

use super::{
    condition::Sieve,
    officers::{Officers, PackedOfficer},
    order::{Hit, HitClass, Leaning, Precedence},
    question::Question,
    rank::{Ranker, SkimRanker},
    table::BLOCK,
    term::{Leniency, Term, class_of, terms, value},
};

/// Candidates that are ranked finely, per hit asked for, and at least.
const FINE: (usize, usize) = (4, 200);

/// Where an entry stands among those that fit equally well, for who asks.
pub(super) struct Judge<'a> {
    leaning: &'a Leaning,
    own: Option<u32>,
    near: Vec<u32>,
    /// Rows with how much each is used, ascending.
    used: Vec<(u32, u32)>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(officers: &Officers, leaning: &'a Leaning) -> Self {
        let number = |code: &str| officers.organisations.find(code.as_bytes());
        let mut used: Vec<_> = leaning.used.iter().filter_map(|(id, much)| Some((officers.find(*id)?, *much))).collect();
        used.sort_unstable();
        let own = leaning.own.as_ref().and_then(|code| number(code.as_str()));
        Self { leaning, own, near: leaning.near.iter().filter_map(|code| number(code.as_str())).collect(), used }
    }

    pub(super) fn precedence(&self, number: u32, row: &PackedOfficer) -> Precedence {
        let (sound, fresh) = row.standing(self.leaning.today);
        let used = self.used.binary_search_by_key(&number, |(row, _)| *row).map_or(0, |at| self.used[at].1);
        Precedence {
            sound,
            near: self.near.contains(&row.organisation),
            used,
            own: self.own == Some(row.organisation),
            mandate: if sound { row.mandate } else { Mandate::None },
            fresh: Reverse(if sound { fresh } else { Freshness::Stale }),
        }
    }
}

impl Officers {
    /// The best `limit` entries for what was typed. Of those that fit equally well what can be relied on comes first, of that
    /// what is of the case at hand, is used, is one's own, may decide most. Nothing typed gives the register in order of
    /// organisation and name. When nobody's mandate covers what was asked, the next best are given.
    pub fn search(&self, query: &str, limit: usize, leaning: &Leaning) -> Vec<Hit> {
        let question = Question::parse(query);
        if question.is_empty() {
            return self.alphabetical(limit);
        }
        let hits = self.ask(&question, limit, leaning);
        match question.without_mandates().filter(|_| hits.is_empty()) {
            Some(question) => self.ask(&question, limit, leaning),
            None => hits,
        }
    }

    fn ask(&self, question: &Question, limit: usize, leaning: &Leaning) -> Vec<Hit> {
        let sieve = Sieve::new(self, question, leaning.today);
        let judge = Judge::new(self, leaning);
        let fine = (limit * FINE.0).max(FINE.1);
        for leniency in [Leniency::Exact, Leniency::Fuzzy] {
            let terms = terms(self, &question.words, leniency);
            let mut hits = self.scan(&terms, &sieve, &judge, leniency, fine);
            // The inside of a word (Beekbergen) is for when no word begins with what was typed.
            if hits.iter().any(|hit| hit.class >= HitClass::WordStart) {
                hits.retain(|hit| hit.class >= HitClass::WordStart);
            }
            if !hits.is_empty() {
                let words: Vec<&str> = terms.iter().filter(|term| !term.negate).map(|term| term.word).collect();
                return self.best(hits, &words, fine, limit);
            }
        }
        vec![]
    }

    /// At least the best `fine` hits.
    fn scan(&self, terms: &[Term<'_>], sieve: &Sieve<'_>, judge: &Judge<'_>, leniency: Leniency, fine: usize) -> Vec<Hit> {
        let mut hits: Vec<Hit> = vec![];
        let mut worst_kept = None;
        let mut totals = [(0_u32, u8::MAX); BLOCK];
        let mut names = [0_u8; BLOCK];
        let begins = value(Some(HitClass::WordStart), 0);
        'blocks: for (block, first) in self.table.blocks().zip((0_u32..).step_by(BLOCK)) {
            totals.fill((0, u8::MAX));
            for term in terms {
                names.fill(0);
                let named = term.names(block, leniency, &mut names);
                if term.in_columns {
                    for (row, name) in block.rows.iter().zip(&mut names) {
                        *name = term.columns(row).max(*name);
                    }
                } else if !named && !term.optional && !term.negate {
                    // No row of this block has the word.
                    continue 'blocks;
                }
                for (best, total) in names.iter().zip(&mut totals) {
                    if term.negate {
                        total.1 = if *best >= begins { 0 } else { total.1 };
                        continue;
                    }
                    total.0 += u32::from(*best);
                    if !term.optional {
                        total.1 = total.1.min(*best);
                    }
                }
            }
            for (at, (total, worst)) in totals.iter().take(block.rows.len()).enumerate() {
                let row = &block.rows[at];
                if *worst != 0 && sieve.passes(row, block.folded.get(at)) {
                    let class = class_of(*worst);
                    let (number, rank) = (first + at as u32, i64::from(*total));
                    let precedence = judge.precedence(number, row);
                    let hit = Hit { row: number, rank, class, typo: class == HitClass::Typo, precedence };
                    if worst_kept.is_none_or(|worst| coarse(&hit) < worst) {
                        hits.push(hit);
                    }
                }
            }
            if hits.len() > fine * 4 {
                hits.select_nth_unstable_by_key(fine, |hit| (coarse(hit), hit.row));
                hits.truncate(fine);
                worst_kept = hits.iter().map(coarse).max();
            }
        }
        hits
    }

    /// Of the candidates the best, and of equals those whose name fits most tightly, then by name.
    fn best(&self, mut hits: Vec<Hit>, words: &[&str], fine: usize, limit: usize) -> Vec<Hit> {
        if hits.len() > fine {
            hits.select_nth_unstable_by_key(fine, |hit| (coarse(hit), hit.row));
            hits.truncate(fine);
        }
        let ranker = SkimRanker::default();
        let mut ranked: Vec<_> = hits
            .into_iter()
            .map(|hit| {
                let name = self.table.locate(hit.row).map_or("", |(block, at)| block.folded.text(at).trim_end());
                let letters: i64 = words.iter().filter_map(|word| ranker.score(name, word)).sum();
                (coarse(&hit), Reverse(letters), name, hit)
            })
            .collect();
        ranked.sort_unstable_by(|a, b| (a.0, a.1, a.2, a.3.row).cmp(&(b.0, b.1, b.2, b.3.row)));
        ranked.into_iter().map(|(.., hit)| hit).take(limit).collect()
    }

    fn alphabetical(&self, limit: usize) -> Vec<Hit> {
        let mut order: Vec<u32> = (0..self.organisations.len() as u32).collect();
        let name = |number: &u32| {
            let code = self.organisations.text(*number);
            fold(self.names.organisation_name(code).unwrap_or(code))
        };
        order.sort_by_cached_key(name);
        let mut ranks = vec![0_u32; order.len()];
        for (rank, number) in order.into_iter().enumerate() {
            ranks[number as usize] = rank as u32;
        }
        let mut rows: Vec<(u32, &[u8], u32)> = Vec::with_capacity(self.len() as usize);
        for (block, first) in self.table.blocks().zip((0_u32..).step_by(BLOCK)) {
            for (at, row) in block.rows.iter().enumerate() {
                let rank = ranks.get(row.organisation as usize).copied().unwrap_or(u32::MAX);
                rows.push((rank, block.folded.get(at), first + at as u32));
            }
        }
        if rows.len() > limit && limit > 0 {
            rows.select_nth_unstable(limit - 1);
        }
        rows.truncate(limit);
        rows.sort_unstable();
        rows.into_iter().map(|(_, _, row)| Hit::plain(row)).collect()
    }
}

impl Hit {
    /// A row that was not looked for.
    fn plain(row: u32) -> Self {
        let (mandate, fresh) = (Mandate::None, Reverse(Freshness::Fresh));
        let precedence = Precedence { sound: true, near: false, used: 0, own: false, mandate, fresh };
        Self { row, rank: 0, class: HitClass::Word, typo: false, precedence }
    }
}

/// What orders hits before anything finer: the best first.
fn coarse(hit: &Hit) -> Reverse<(bool, bool, i64, Precedence)> {
    Reverse((hit.class > HitClass::Letters, !hit.typo, hit.rank, hit.precedence))
}
