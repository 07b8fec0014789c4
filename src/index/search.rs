//! Finds entries of the register as somebody types: words in any order, accents aside, the best first.
//!
//! A word is looked up once in everything that repeats (organisations, titles, domains, municipalities and their places);
//! only the names are searched row by row, with SIMD. Only when nothing holds what was typed, letters in order and one slip
//! of the fingers are let through, and marked as such.

use std::{
    cmp::Reverse,
    ops::Range,
    panic::resume_unwind,
    thread::{self, Builder},
};

use crate::domain::{
    fold::fold,
    officer::{Freshness, Mandate},
};

use super::{
    condition::Sieve,
    officers::Officers,
    order::{Hit, HitClass, Leaning, Precedence},
    packed::PackedOfficer,
    pool::{Pool, coarse},
    question::Question,
    rank::{Ranker, SkimRanker},
    record::days,
    table::BLOCK,
    term::{Leniency, Term, class_of, terms, value},
};

/// Candidates that are ranked finely, per hit asked for, and at least.
const FINE: (usize, usize) = (4, 200);

/// Blocks that one thread reads at least, and most threads: a thread costs as much as some thousand rows.
const AT_ONCE: (usize, usize) = (if cfg!(test) { 1 } else { 50_000 / BLOCK }, 4);

/// How many hits are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Most {
    /// That are shown.
    pub(super) shown: usize,
    /// That are ranked finely.
    pub(super) fine: usize,
}

/// Where an entry stands among those that fit equally well, for who asks.
pub(super) struct Judge {
    /// As [`days`] counts it.
    today: i32,
    own: Option<u32>,
    near: Vec<u32>,
    /// Rows with how much each is used, ascending.
    used: Vec<(u32, u32)>,
}

impl Judge {
    pub(super) fn new(officers: &Officers, leaning: &Leaning) -> Self {
        let number = |code: &str| officers.organisations.find(code.as_bytes());
        let mut used: Vec<_> = leaning.used.iter().filter_map(|(id, much)| Some((officers.find(*id)?, *much))).collect();
        used.sort_unstable();
        let own = leaning.own.as_ref().and_then(|code| number(code.as_str()));
        let near = leaning.near.iter().filter_map(|code| number(code.as_str())).collect();
        Self { today: days(Some(leaning.today)), own, near, used }
    }

    pub(super) fn precedence(&self, number: u32, row: &PackedOfficer) -> Precedence {
        let (sound, fresh) = row.standing(self.today);
        let used = self.used.binary_search_by_key(&number, |(row, _)| *row).map_or(0, |at| self.used[at].1);
        Precedence {
            sound,
            near: self.near.contains(&row.organisation),
            used,
            own: self.own == Some(row.organisation),
            mandate: if sound { row.mandate } else { Mandate::None },
            there: !row.is_away_on(self.today),
            fresh: Reverse(if sound { fresh } else { Freshness::Stale }),
        }
    }
}

impl Officers {
    /// The best `limit` entries for what was typed. Of those that fit equally well what can be relied on comes first, of that
    /// what is of the case at hand, is used, is one's own, may decide most, is not away. Nothing typed gives the register in order of
    /// organisation and name. When nobody's mandate covers what was asked, the next best are given.
    pub fn search(&self, query: &str, limit: usize, leaning: &Leaning) -> Vec<Hit> {
        let question = Question::parse(query);
        if question.is_empty() {
            return self.alphabetical(limit);
        }
        let most = Most { shown: limit, fine: (limit * FINE.0).max(FINE.1) };
        let hits = self.ask(&question, most, leaning);
        match question.without_mandates().filter(|_| hits.is_empty()) {
            Some(question) => self.ask(&question, most, leaning),
            None => hits,
        }
    }

    pub(super) fn ask(&self, question: &Question, most: Most, leaning: &Leaning) -> Vec<Hit> {
        let sieve = Sieve::new(self, question, leaning.today);
        let judge = Judge::new(self, leaning);
        for leniency in [Leniency::Exact, Leniency::Fuzzy] {
            let terms = terms(self, &question.words, leniency);
            let hits = self.scan(&terms, &sieve, &judge, most.fine);
            if !hits.is_empty() {
                let words: Vec<&str> = terms.iter().filter(|term| !term.negate).map(|term| term.word).collect();
                return self.best(hits, &words, most.shown);
            }
        }
        vec![]
    }

    /// The best `fine` hits: of each part of a large register, and of those the best.
    fn scan(&self, terms: &[Term<'_>], sieve: &Sieve<'_>, judge: &Judge, fine: usize) -> Vec<Hit> {
        let blocks = self.table.blocks().len();
        let part = blocks.div_ceil((blocks / AT_ONCE.0).clamp(1, AT_ONCE.1)).max(1);
        let scan = |first: usize| self.scan_part(first..first + part, terms, sieve, judge, fine);
        thread::scope(|scope| {
            // Where no thread is to be had it is done here.
            let begin = |first| Builder::new().spawn_scoped(scope, move || scan(first)).map_err(|_| first);
            let others: Vec<_> = (part..blocks).step_by(part).map(begin).collect();
            let mut pool = scan(0);
            for other in others {
                pool.join(match other {
                    Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                    Err(first) => scan(first),
                });
            }
            pool.into_best()
        })
    }

    /// The best of these blocks.
    fn scan_part(&self, part: Range<usize>, terms: &[Term<'_>], sieve: &Sieve<'_>, judge: &Judge, fine: usize) -> Pool {
        let mut pool = Pool::new(fine);
        let (mut totals, mut worsts, mut bests) = ([0_u16; BLOCK], [u8::MAX; BLOCK], [0_u8; BLOCK]);
        let begins = value(Some(HitClass::WordStart), 0);
        let rows = (part.start as u32 * BLOCK as u32..).step_by(BLOCK);
        'blocks: for (block, first) in self.table.blocks().skip(part.start).take(part.len()).zip(rows) {
            totals.fill(0);
            worsts.fill(u8::MAX);
            for term in terms {
                bests.fill(0);
                let named = term.names(block, &mut bests);
                if term.in_columns() {
                    term.columns(&block.rows, &mut bests);
                } else if !named && !term.optional && !term.negate {
                    // No row of this block has the word.
                    continue 'blocks;
                }
                if term.negate {
                    let leave_out = bests.iter().zip(&mut worsts).filter(|(best, _)| **best >= begins);
                    leave_out.for_each(|(_, worst)| *worst = 0);
                    continue;
                }
                for ((best, total), worst) in bests.iter().zip(&mut totals).zip(&mut worsts) {
                    *total += u16::from(*best);
                    if !term.optional {
                        *worst = (*worst).min(*best);
                    }
                }
            }
            for (at, row) in block.rows.iter().enumerate().filter(|(at, _)| worsts[*at] != 0) {
                let (class, rank) = (class_of(worsts[at]), i64::from(totals[at]));
                if pool.may_take(class, rank) && sieve.passes(row, block.folded.get(at)) {
                    let number = first + at as u32;
                    let precedence = judge.precedence(number, row);
                    pool.take(Hit { row: number, rank, class, typo: class == HitClass::Typo, precedence });
                }
            }
        }
        pool
    }

    /// Of the candidates the best, and of equals those whose name fits most tightly, then by name.
    fn best(&self, mut hits: Vec<Hit>, words: &[&str], limit: usize) -> Vec<Hit> {
        if (1..hits.len()).contains(&limit) {
            // What comes after the last that is shown, however tightly its name fits.
            let last = coarse(hits.select_nth_unstable_by_key(limit - 1, coarse).1);
            hits.retain(|hit| coarse(hit) <= last);
        }
        let mut ranked: Vec<_> = hits
            .into_iter()
            .map(|hit| {
                let name = self.table.locate(hit.row).map_or("", |(block, at)| block.folded.text(at).trim_end());
                let letters: i64 = words.iter().filter_map(|word| SkimRanker.score(name, word)).sum();
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
        let precedence = Precedence { sound: true, near: false, used: 0, own: false, mandate, there: true, fresh };
        Self { row, rank: 0, class: HitClass::Word, typo: false, precedence }
    }
}
