//! Finds entries of the register as somebody types: words in any order, accents aside, the best first.
//!
//! A word is looked up once in everything that repeats (organisations, titles, domains, municipalities and their places);
//! only the names are searched row by row, with SIMD. When that gives little, letters in order, and then one slip of the
//! fingers in a name, are let through, marked as such and below the rest.

use std::cmp::Reverse;

use memchr::memmem::Finder;

use crate::domain::{
    Date,
    fold::fold,
    officer::{Freshness, Mandate, Precedence},
};

use super::{
    officers::{Officers, PackedOfficer, codes},
    rank::{Ranker, SkimRanker},
    table::{BLOCK, Block},
    typo::one_slip_apart,
};

/// One entry that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its row.
    pub row: u32,
    /// How well it fits; higher is better, equal ranks fit equally well.
    pub rank: i64,
    /// How its worst word fits.
    pub class: HitClass,
    /// Does it only fit when a slip of the fingers is assumed?
    pub typo: bool,
    /// Where it stands among those that fit equally well.
    pub precedence: Precedence,
}

/// How a word fits, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitClass {
    /// After one slip of the fingers.
    Typo,
    /// Its letters occur in this order.
    Letters,
    /// It occurs inside a word.
    Inside,
    /// A word starts with it.
    WordStart,
    /// It is a word.
    Word,
}

/// Below this many hits, weaker fits are let through.
const FEW: usize = 5;

/// Candidates that are ranked finely, per hit asked for, and at least.
const FINE: (usize, usize) = (4, 200);

/// Words in names that may be left out or put in.
const PARTICLES: &[&str] = &["van", "de", "der", "den", "het", "t", "in", "op", "te", "ten", "ter", "von", "la", "el"];

/// What a match in a field is worth within its class: a name before an organisation before a domain.
mod weight {
    pub(super) const NAME: u8 = 7;
    pub(super) const ORGANISATION: u8 = 6;
    pub(super) const TITLE: u8 = 5;
    pub(super) const MUNICIPALITY: u8 = 4;
    pub(super) const PLACE: u8 = 3;
    pub(super) const DOMAIN: u8 = 2;
    pub(super) const MANDATE: u8 = 1;
}

/// In both languages, as the screens say it.
const MANDATE_WORDS: [(Mandate, &str); 4] = [
    (Mandate::None, "geen mandaat none"),
    (Mandate::Signal, "signaleren signal"),
    (Mandate::Coordinate, "afstemmen coordinate co ordinate"),
    (Mandate::Decide, "beslissen decide"),
];

/// A class and a weight in one byte: class * 8 + weight, 0 for no match.
fn value(class: Option<HitClass>, weight: u8) -> u8 {
    class.map_or(0, |class| (class as u8 + 1) * 8 + weight)
}

/// One word with what every repeating value says of it.
struct Term<'q> {
    word: &'q str,
    finder: Finder<'q>,
    optional: bool,
    organisations: Vec<u8>,
    titles: Vec<u8>,
    domains: Vec<u8>,
    municipality_lists: Vec<u8>,
    own_municipality: Vec<u8>,
    mandates: [u8; 4],
    /// Does any repeating value fit? Otherwise only names can, and the columns need not be looked at.
    in_columns: bool,
}

/// How much is let through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leniency {
    Exact,
    Letters,
    Typo,
}

impl Officers {
    /// The best `limit` entries for what was typed; of those that fit equally well, what ended or is stale on this day comes
    /// last, and what may decide most comes first. Nothing typed gives the register in order of organisation and name.
    pub fn search(&self, query: &str, limit: usize, today: Date) -> Vec<Hit> {
        let folded = fold(query);
        let words: Vec<&str> = folded.split_whitespace().collect();
        if words.is_empty() {
            return self.alphabetical(limit);
        }
        let all_particles = words.iter().all(|word| PARTICLES.contains(word));
        let fine = (limit * FINE.0).max(FINE.1);
        let mut hits = vec![];
        for leniency in [Leniency::Exact, Leniency::Letters, Leniency::Typo] {
            let optional = |word: &str| !all_particles && PARTICLES.contains(&word);
            let terms: Vec<_> = words.iter().map(|word| self.term(word, optional(word), leniency)).collect();
            let found = self.scan(&terms, leniency, fine, today);
            let known: Vec<u32> = hits.iter().map(|hit: &Hit| hit.row).collect();
            hits.extend(found.into_iter().filter(|hit| !known.contains(&hit.row)));
            if hits.len() >= FEW {
                break;
            }
        }
        self.best(hits, &words, limit)
    }

    fn term<'q>(&self, word: &'q str, optional: bool, leniency: Leniency) -> Term<'q> {
        let finder = Finder::new(word.as_bytes());
        let class = |text: &[u8]| match class_in(text, &finder) {
            None if leniency == Leniency::Letters => {
                let mut found = None;
                letters_in(text, word.as_bytes(), |_| {
                    found = Some(HitClass::Letters);
                    false
                });
                found
            }
            None if leniency == Leniency::Typo && word.len() > 3 && slip_in(text, word.as_bytes()) => Some(HitClass::Typo),
            class => class,
        };
        let exact = |text: &[u8]| class_in(text, &finder);
        let by_code = self.names.by_municipality(|names, places| {
            let places = value(exact(places.as_bytes()), weight::PLACE);
            value(class(names.as_bytes()), weight::MUNICIPALITY).max(places)
        });
        let of_code = |code: u16| by_code.get(code as usize).copied().unwrap_or(0);
        let mut term = Term {
            word,
            optional,
            in_columns: true,
            organisations: self.organisations.table(|text| value(class(text), weight::ORGANISATION)),
            titles: self.titles.table(|text| value(class(text), weight::TITLE)),
            domains: self.domains.table(|text| value(exact(text), weight::DOMAIN)),
            municipality_lists: (0..self.municipalities.len() as u32)
                .map(|list| codes(self.municipalities.key(list)).map(|code| of_code(code.0)).max().unwrap_or(0))
                .collect(),
            mandates: MANDATE_WORDS.map(|(_, words)| value(exact(words.as_bytes()), weight::MANDATE)),
            own_municipality: by_code,
            finder,
        };
        let tables = [&term.organisations, &term.titles, &term.domains, &term.municipality_lists, &term.own_municipality];
        term.in_columns = tables.into_iter().flatten().chain(&term.mandates).any(|value| *value > 0);
        term
    }

    /// At least the best `fine` hits.
    fn scan(&self, terms: &[Term<'_>], leniency: Leniency, fine: usize, today: Date) -> Vec<Hit> {
        let mut hits: Vec<Hit> = vec![];
        let mut worst_kept = None;
        let mut totals = [(0_u32, u8::MAX); BLOCK];
        let mut names = [0_u8; BLOCK];
        'blocks: for (block, first) in self.table.blocks().zip((0_u32..).step_by(BLOCK)) {
            totals.fill((0, u8::MAX));
            for term in terms {
                names.fill(0);
                let named = term.names(block, leniency, &mut names);
                if term.in_columns {
                    for (row, name) in block.rows.iter().zip(&mut names) {
                        *name = term.columns(row).max(*name);
                    }
                } else if !named && !term.optional {
                    // No row of this block has the word.
                    continue 'blocks;
                }
                for (best, total) in names.iter().zip(&mut totals) {
                    total.0 += u32::from(*best);
                    if !term.optional {
                        total.1 = total.1.min(*best);
                    }
                }
            }
            for (at, (total, worst)) in totals.iter().take(block.rows.len()).enumerate() {
                if *worst != 0 {
                    let class = class_of(*worst);
                    let (row, precedence) = (first + at as u32, block.rows[at].precedence(today));
                    let hit = Hit { row, rank: (*total).into(), class, typo: class == HitClass::Typo, precedence };
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

    /// Of the candidates with the highest sums the best, ranked by letters and then by name.
    fn best(&self, mut hits: Vec<Hit>, words: &[&str], limit: usize) -> Vec<Hit> {
        let fine = (limit * FINE.0).max(FINE.1);
        if hits.len() > fine {
            hits.select_nth_unstable_by_key(fine, |hit| (coarse(hit), hit.row));
            hits.truncate(fine);
        }
        let ranker = SkimRanker::default();
        let mut ranked: Vec<_> = hits
            .into_iter()
            .map(|mut hit| {
                let name = self.table.locate(hit.row).map_or("", |(block, at)| block.folded.text(at).trim_end());
                let letters: i64 = words.iter().filter_map(|word| ranker.score(name, word)).sum();
                // Class and field first, then how tightly the name fits.
                let coarse = coarse(&hit);
                hit.rank = hit.rank << 20 | letters.clamp(0, (1 << 20) - 1);
                (coarse, Reverse(hit.rank), name, hit)
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
        let precedence = (true, Mandate::None, Reverse(Freshness::Fresh));
        rows.into_iter().map(|(_, _, row)| Hit { row, rank: 0, class: HitClass::Word, typo: false, precedence }).collect()
    }
}

impl Term<'_> {
    /// What the interned columns of a row are worth.
    fn columns(&self, row: &PackedOfficer) -> u8 {
        let of = |table: &[u8], number: u32| table.get(number as usize).copied().unwrap_or(0);
        of(&self.organisations, row.organisation)
            .max(of(&self.titles, row.title))
            .max(of(&self.domains, row.domains))
            .max(of(&self.municipality_lists, row.municipalities))
            .max(of(&self.own_municipality, row.municipality.into()))
            .max(self.mandates[row.mandate as usize])
    }

    /// What the names of a block are worth, into `best`; says whether any is worth something.
    fn names(&self, block: &Block<PackedOfficer>, leniency: Leniency, best: &mut [u8; BLOCK]) -> bool {
        let buffer = block.folded.buffer();
        let mut named = false;
        for offset in self.finder.find_iter(buffer) {
            named = true;
            let at = block.folded.row_at(offset);
            best[at] = best[at].max(value(Some(class_at(buffer, offset, self.word.len())), weight::NAME));
        }
        let mut weaker = |at: usize, class: HitClass| {
            named = true;
            best[at] = best[at].max(value(Some(class), weight::NAME));
        };
        match leniency {
            Leniency::Exact => {}
            Leniency::Letters => letters_in(buffer, self.word.as_bytes(), |offset| {
                weaker(block.folded.row_at(offset), HitClass::Letters);
                true
            }),
            Leniency::Typo if self.word.len() < 4 => {}
            Leniency::Typo => {
                let word = self.word.as_bytes();
                // One slip leaves the letters before its middle or those behind it as they are.
                let (before, behind) = (&word[..word.len() / 2 - 1], &word[word.len() / 2 + 1..]);
                for part in [before, behind] {
                    block.folded.each_with(&Finder::new(part), |at| {
                        if slip_in(block.folded.get(at), word) {
                            weaker(at, HitClass::Typo);
                        }
                    });
                }
            }
        }
        named
    }
}

/// What orders hits before anything finer: the best first.
fn coarse(hit: &Hit) -> Reverse<(bool, bool, i64, Precedence)> {
    Reverse((hit.class > HitClass::Letters, !hit.typo, hit.rank, hit.precedence))
}

fn class_of(value: u8) -> HitClass {
    match value / 8 {
        5.. => HitClass::Word,
        4 => HitClass::WordStart,
        3 => HitClass::Inside,
        2 => HitClass::Letters,
        _ => HitClass::Typo,
    }
}

/// How the best occurrence in a text fits.
fn class_in(text: &[u8], finder: &Finder<'_>) -> Option<HitClass> {
    finder.find_iter(text).map(|offset| class_at(text, offset, finder.needle().len())).max()
}

fn class_at(text: &[u8], offset: usize, length: usize) -> HitClass {
    let letter =
        |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    match (letter(offset.checked_sub(1)), letter(Some(offset + length))) {
        (false, false) => HitClass::Word,
        (false, true) => HitClass::WordStart,
        _ => HitClass::Inside,
    }
}

/// Tells where the letters of a word of three or more occur in this order, on one line, from the start of a word on and not
/// scattered; until `found` says that it is enough.
fn letters_in(text: &[u8], word: &[u8], mut found: impl FnMut(usize) -> bool) {
    let Some((first, rest)) = word.split_first().filter(|_| word.len() > 2) else { return };
    for start in memchr::memchr_iter(*first, text) {
        if class_at(text, start, 1) < HitClass::WordStart {
            continue;
        }
        let reach = &text[start + 1..text.len().min(start + word.len() * 3 / 2 + 1)];
        let mut letters = reach.iter().take_while(|byte| **byte != b'\n');
        if rest.iter().all(|wanted| letters.any(|byte| byte == wanted)) && !found(start) {
            return;
        }
    }
}

/// Is a word one slip away from a word of the text?
fn slip_in(text: &[u8], word: &[u8]) -> bool {
    text.split(|byte| matches!(byte, b' ' | b'\n' | b'.')).any(|part| part.len() > 2 && one_slip_apart(part, word))
}
