//! The fields of a question, compiled for one register: what the interned values say, looked up instead of searched again for
//! every row.

use memchr::memmem::Finder;

use crate::domain::{Date, officer::Mandate, topic, verdict::Attention};

use super::{
    officers::{Officers, codes},
    order::HitClass,
    packed::PackedOfficer,
    question::{Condition, Field, Question, Test},
    record::days,
    term::class_in,
};

/// Which rows may be hits at all.
pub(super) struct Sieve<'q> {
    all: Vec<Compiled<'q>>,
}

struct Compiled<'q> {
    negate: bool,
    any: Vec<Asked<'q>>,
}

/// Tables by the numbers of what they are about.
enum Asked<'q> {
    Organisations(Vec<bool>),
    Titles(Vec<bool>),
    Domains(Vec<bool>),
    Municipalities { own: Vec<bool>, lists: Vec<bool> },
    Name(Vec<Finder<'q>>),
    Mandate(Mandate),
    May { domains: Vec<bool>, excluded: Vec<bool> },
    Budget(i64, i64),
    Away(i32),
    Attention(Attention, i32),
}

impl<'q> Sieve<'q> {
    pub(super) fn new(officers: &Officers, question: &'q Question, today: Date) -> Self {
        let compile = |condition: &'q Condition| Compiled {
            negate: condition.negate,
            any: condition.any.iter().map(|test| asked(officers, test, today)).collect(),
        };
        Self { all: question.conditions.iter().map(compile).collect() }
    }

    /// Does a row with this searched name pass every condition?
    pub(super) fn passes(&self, row: &PackedOfficer, name: &[u8]) -> bool {
        self.all.iter().all(|condition| condition.any.iter().any(|asked| asked.holds(row, name)) != condition.negate)
    }
}

fn asked<'q>(officers: &Officers, test: &'q Test, today: Date) -> Asked<'q> {
    match test {
        Test::Text(Field::Function, text) => Asked::Titles(officers.titles.table(|title| begins(title, text))),
        Test::Text(Field::Domain, text) => Asked::Domains(domains(officers, text)),
        Test::Text(Field::Municipality, text) => municipalities(officers, text),
        Test::Text(Field::Name, text) => Asked::Name(text.split(' ').map(|word| Finder::new(word.as_bytes())).collect()),
        // A field with a text of its own has no other kind of test.
        Test::Text(Field::Body | Field::Mandate | Field::Budget | Field::Attention, text) => {
            Asked::Organisations(strictest(officers.organisations.table(|lines| fit(lines, text))))
        }
        Test::Mandate(mandate) => Asked::Mandate(*mandate),
        Test::May(text) => Asked::May {
            domains: domains(officers, text),
            excluded: officers.excludes.table(|excluded| topic::holds(excluded, text)),
        },
        Test::Budget(from, to) => Asked::Budget(*from, *to),
        Test::Away => Asked::Away(days(Some(today))),
        Test::Attention(attention) => Asked::Attention(*attention, days(Some(today))),
    }
}

impl Asked<'_> {
    fn holds(&self, row: &PackedOfficer, name: &[u8]) -> bool {
        let of = |table: &[bool], number: u32| table.get(number as usize).copied().unwrap_or(false);
        match self {
            Self::Organisations(table) => of(table, row.organisation),
            Self::Titles(table) => of(table, row.title),
            Self::Domains(table) => of(table, row.domains),
            Self::Municipalities { own, lists } => of(own, row.municipality.into()) || of(lists, row.municipalities),
            Self::Name(words) => words.iter().all(|word| class_in(name, word) >= Some(HitClass::WordStart)),
            Self::Mandate(mandate) => row.mandate == *mandate,
            Self::May { domains, excluded } => {
                row.mandate == Mandate::Decide && of(domains, row.domains) && !of(excluded, row.excludes)
            }
            Self::Budget(from, to) => row.budget >= 0 && (*from..=*to).contains(&row.budget.into()),
            Self::Away(today) => row.is_away_on(*today),
            Self::Attention(attention, today) => row.asks_for(*attention, *today),
        }
    }
}

/// The lists of domains in which every word begins one, of the same domain or not.
fn domains(officers: &Officers, text: &str) -> Vec<bool> {
    let mut all = vec![true; officers.domains.len()];
    for word in text.split(' ') {
        let begun = officers.by_domains(|lines| topic::holds(lines, word));
        all.iter_mut().zip(begun).for_each(|(all, begun)| *all &= begun);
    }
    all
}

/// A name before a place, and what is called so before what begins so: `gemeente:utrecht` is not Utrechtse Heuvelrug.
fn municipalities<'q>(officers: &Officers, text: &str) -> Asked<'q> {
    let own = strictest(officers.names.by_municipality(|code, names, places| {
        if code.to_string() == text { 8 } else { (fit(names, text) * 2).max((fit(places, text) * 2).saturating_sub(1)) }
    }));
    let in_list = |list: u32| codes(officers.municipalities.key(list)).any(|code| own.get(code.0 as usize) == Some(&true));
    let lists = (0..officers.municipalities.len() as u32).map(in_list).collect();
    Asked::Municipalities { own, lists }
}

/// Those that fit best, if any fits at all.
fn strictest(fits: Vec<u8>) -> Vec<bool> {
    let best = fits.iter().copied().max().unwrap_or(0);
    fits.into_iter().map(|fit| fit != 0 && fit == best).collect()
}

/// How a text fits lines: 3 one is the text, 2 one holds it as words, 1 one has words that begin so, 0 not.
fn fit(lines: &str, text: &str) -> u8 {
    let finder = Finder::new(text.as_bytes());
    if lines.split('\n').any(|line| line == text) {
        return 3;
    }
    match class_in(lines.as_bytes(), &finder) {
        Some(HitClass::Word | HitClass::Whole) => 2,
        Some(HitClass::WordStart) => 1,
        _ => 0,
    }
}

/// Has every word of a text a word that begins so?
fn begins(lines: &str, text: &str) -> bool {
    text.split(' ').all(|word| topic::holds(lines, word))
}
