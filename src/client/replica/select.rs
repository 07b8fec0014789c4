//! Filters the signals: per block of 64 rows one mask, per term one SIMD search through its titles.

use chrono::{DateTime, Utc};
use memchr::memmem::Finder;

use crate::domain::{
    Date,
    filter::{DaySaid, Owned, Span},
    ids::{AccountId, SignalNumber},
    zone,
};

use super::{
    query::{Condition, SignalQuery, Test},
    record::days,
    signals::{PackedSignal, Signals, seconds},
    sort::Sort,
    table::{BLOCK, Block},
    titles::FoldedTitles,
};

type Mask = [u64; BLOCK / 64];

/// A condition with its tables: what the interned values say, looked up instead of searched again for every row.
enum Compiled<'q> {
    Word(Box<Word<'q>>),
    Numbers(&'q [SignalNumber]),
    Municipality(Vec<u8>),
    Body(Vec<bool>),
    Column(Box<dyn Fn(&PackedSignal) -> bool + 'q>),
    Owner { owners: Vec<bool>, free: bool },
    Days { spans: Vec<Span>, received: bool },
    Nothing,
}

/// A word that may stand in any of several columns.
struct Word<'q> {
    finder: Finder<'q>,
    municipalities: Vec<u8>,
    bodies: Vec<bool>,
    owners: Vec<bool>,
    number: Option<SignalNumber>,
    /// The word itself when what is only like it counts too.
    loose: Option<&'q str>,
}

pub(super) struct Prepared<'q> {
    searches_titles: bool,
    conditions: Vec<(bool, Compiled<'q>)>,
    awake_on: Option<i32>,
    open_only: bool,
    now: u32,
}

impl Signals {
    /// The rows that pass, in order. `now` decides which leases still hold, `me` is who asks.
    pub fn select(&self, query: &SignalQuery, sort: Sort, now: DateTime<Utc>, me: Option<AccountId>) -> Vec<u32> {
        let prepared = self.prepare(query, now, me);
        let mut rows = Vec::new();
        self.each(&prepared, |row, _| rows.push(row));
        self.sort(&mut rows, sort, prepared.now);
        rows
    }

    /// How many rows pass.
    pub fn count(&self, query: &SignalQuery, now: DateTime<Utc>, me: Option<AccountId>) -> usize {
        let mut count = 0;
        self.each(&self.prepare(query, now, me), |_, _| count += 1);
        count
    }

    /// Tells every row that passes, in the order of the table.
    pub(super) fn each(&self, prepared: &Prepared<'_>, mut found: impl FnMut(u32, &PackedSignal)) {
        let mut titles = FoldedTitles::default();
        for (block, first) in self.table.blocks().zip((0..).step_by(BLOCK)) {
            for (word, bits) in prepared.mask(block, &mut titles).into_iter().enumerate() {
                let mut bits = bits;
                while bits != 0 {
                    let at = word * 64 + bits.trailing_zeros() as usize;
                    found(first + at as u32, &block.rows[at]);
                    bits &= bits - 1;
                }
            }
        }
    }

    /// Does this one row pass?
    pub fn matches(&self, row: u32, query: &SignalQuery, now: DateTime<Utc>, me: Option<AccountId>) -> bool {
        let prepared = self.prepare(query, now, me);
        self.table.locate(row).is_some_and(|(block, at)| {
            let mask = prepared.mask(block, &mut FoldedTitles::default());
            mask[at / 64] & (1 << (at % 64)) != 0
        })
    }

    pub(super) fn prepare<'q>(&self, query: &'q SignalQuery, now: DateTime<Utc>, me: Option<AccountId>) -> Prepared<'q> {
        let mut conditions: Vec<_> =
            query.conditions.iter().map(|one| (one.negate, self.compile(one, query.loose, now, me))).collect();
        if let Some(owned) = &query.owned {
            conditions.push((false, self.owner(std::slice::from_ref(owned), me)));
        }
        Prepared {
            searches_titles: conditions.iter().any(|(_, condition)| matches!(condition, Compiled::Word(_))),
            conditions,
            awake_on: query.awake_on.map(|day| days(Some(day))),
            open_only: query.open_only,
            now: seconds(now),
        }
    }

    fn compile<'q>(&self, condition: &'q Condition, loose: bool, now: DateTime<Utc>, me: Option<AccountId>) -> Compiled<'q> {
        let Condition { negate, test } = condition;
        let holds = |finder: &Finder<'_>, text: &str| finder.find(text.as_bytes()).is_some();
        match test {
            Test::Word { word, number } => {
                let finder = Finder::new(word.as_bytes());
                Compiled::Word(Box::new(Word {
                    municipalities: self.names.by_municipality(|_, names, _| holds(&finder, names).into()),
                    bodies: self.bodies.table(|folded| finder.find(folded.as_bytes()).is_some()),
                    owners: self.owners.table(|folded| finder.find(folded.as_bytes()).is_some()),
                    number: *number,
                    loose: (loose && !negate).then_some(word.as_str()),
                    finder,
                }))
            }
            Test::Number(numbers) => Compiled::Numbers(numbers),
            Test::Municipality(values) => Compiled::Municipality(self.municipalities(values)),
            Test::Body(values) => Compiled::Body(self.bodies(values)),
            Test::Status(list) => Compiled::Column(Box::new(move |row| list.contains(&row.status))),
            Test::Urgency(list) => Compiled::Column(Box::new(move |row| list.contains(&row.urgency))),
            Test::Owner(list) => self.owner(list, me),
            Test::HardDate(said) => Compiled::Days { spans: spans(said, zone::date_of(now)), received: false },
            Test::Received(said) => Compiled::Days { spans: spans(said, zone::date_of(now)), received: true },
            Test::Nothing => Compiled::Nothing,
        }
    }

    /// Those whose code this is; when it is nobody's, those in whose codes or names it stands.
    fn bodies(&self, values: &[String]) -> Vec<bool> {
        let count = self.bodies.len() as u32;
        let mut table = vec![false; count as usize];
        for value in values {
            let is = |number: &u32| self.bodies.text(*number).split('\n').any(|code| code.eq_ignore_ascii_case(value));
            let found: Vec<u32> = (0..count).filter(is).collect();
            if found.is_empty() {
                let finder = Finder::new(value.as_bytes());
                let holds = |number: &u32| finder.find(self.bodies.folded(*number).as_bytes()).is_some();
                (0..count).filter(holds).for_each(|number| table[number as usize] = true);
            }
            found.into_iter().for_each(|number| table[number as usize] = true);
        }
        table
    }

    /// By name: the one that is called exactly so, else those in whose name it stands; a code of four digits, or a place when
    /// no municipality is called so.
    fn municipalities(&self, values: &[String]) -> Vec<u8> {
        let mut table = self.names.by_municipality(|_, _, _| 0);
        for value in values {
            let finder = Finder::new(value.as_bytes());
            let mut found = self.names.by_municipality(|_, names, _| names.split('\n').any(|name| name == value).into());
            if !found.contains(&1) {
                found = self.names.by_municipality(|_, names, _| finder.find(names.as_bytes()).is_some().into());
            }
            if !found.contains(&1) {
                found = self.names.by_municipality(|_, _, places| finder.find(places.as_bytes()).is_some().into());
            }
            if value.len() == 4
                && let Some(one) = value.parse().ok().and_then(|code: usize| found.get_mut(code))
            {
                *one = 1;
            }
            table.iter_mut().zip(found).for_each(|(one, found)| *one |= found);
        }
        table
    }

    fn owner(&self, list: &[Owned], me: Option<AccountId>) -> Compiled<'static> {
        let count = self.owners.len() as u32;
        // A name that somebody has is that one's alone: the other Bakkers are asked for by less of it.
        let exact: Vec<bool> = list
            .iter()
            .map(|owned| matches!(owned, Owned::Named(name) if (1..count).any(|number| self.owners.folded(number) == name)))
            .collect();
        let one = |number: u32| {
            let key = self.owners.key(number);
            let is = |account: &AccountId| key.starts_with(account.0.as_bytes());
            number != 0
                && list.iter().zip(&exact).any(|(owned, exact)| match owned {
                    Owned::Me => me.as_ref().is_some_and(is),
                    Owned::Account(account) => is(account),
                    Owned::Named(name) if *exact => self.owners.folded(number) == name,
                    Owned::Named(name) => self.is_owner(number, name),
                    Owned::Free => false,
                })
        };
        let owners = (0..count).map(one).collect();
        Compiled::Owner { owners, free: list.contains(&Owned::Free) }
    }
}

impl Prepared<'_> {
    fn mask(&self, block: &Block<PackedSignal>, titles: &mut FoldedTitles) -> Mask {
        let mut mask = rows_where(block, |row| {
            (!self.open_only || row.status.is_open()) && self.awake_on.is_none_or(|day| row.snoozed <= day)
        });
        if self.searches_titles && mask != Mask::default() {
            titles.fill(block);
        }
        for (negate, condition) in &self.conditions {
            if mask == Mask::default() {
                break;
            }
            let found = condition.mask(block, titles, self.now);
            for (word, found) in mask.iter_mut().zip(found) {
                *word &= if *negate { !found } else { found };
            }
        }
        mask
    }
}

impl Compiled<'_> {
    fn mask(&self, block: &Block<PackedSignal>, titles: &FoldedTitles, now: u32) -> Mask {
        let flag = |table: &[bool], number: u32| table.get(number as usize).copied().unwrap_or(false);
        let municipality = |table: &[u8], code: u16| table.get(code as usize).is_some_and(|found| *found != 0);
        match self {
            Self::Word(word) => {
                let Word { finder, municipalities, bodies, owners, number, loose } = &**word;
                let mut mask = rows_where(block, |row| {
                    municipality(municipalities, row.municipality)
                        || flag(bodies, row.bodies)
                        || flag(owners, row.owner) && row.is_owned(now)
                        || number.is_some_and(|number| begins_number(row, number))
                });
                titles.each_with(block, finder, |at| mask[at / 64] |= 1 << (at % 64));
                if let Some(word) = loose {
                    titles.each_like(block, word, |at| mask[at / 64] |= 1 << (at % 64));
                }
                mask
            }
            Self::Numbers(numbers) => rows_where(block, |row| numbers.iter().any(|number| is_number(row, *number))),
            Self::Municipality(table) => rows_where(block, |row| municipality(table, row.municipality)),
            Self::Body(table) => rows_where(block, |row| flag(table, row.bodies)),
            Self::Column(test) => rows_where(block, test),
            Self::Owner { owners, free } => rows_where(block, |row| match row.is_owned(now) {
                true => flag(owners, row.owner),
                false => *free,
            }),
            Self::Days { spans, received } => rows_where(block, |row| {
                let day = if *received { row.received_on() } else { row.hard_on };
                spans.iter().any(|span| span.map_or(day == 0, |(from, until)| day != 0 && (from..=until).contains(&day)))
            }),
            Self::Nothing => Mask::default(),
        }
    }
}

fn spans(said: &[DaySaid], today: Date) -> Vec<Span> {
    said.iter().map(|said| said.span(today)).collect()
}

/// A number without a year is of any year.
fn is_number(row: &PackedSignal, number: SignalNumber) -> bool {
    let own = row.signal_number();
    own.sequence() == number.sequence() && (number.year() == 0 || own.year() == number.year())
}

/// Does the number of the row begin so? While it is typed, the rest may still come; one with a year is whole.
fn begins_number(row: &PackedSignal, typed: SignalNumber) -> bool {
    if typed.year() != 0 {
        return is_number(row, typed);
    }
    let mut own = row.signal_number().sequence();
    while own > typed.sequence() {
        own /= 10;
    }
    own == typed.sequence()
}

fn rows_where(block: &Block<PackedSignal>, test: impl Fn(&PackedSignal) -> bool) -> Mask {
    let mut mask = Mask::default();
    for (at, row) in block.rows.iter().enumerate() {
        mask[at / 64] |= u64::from(test(row)) << (at % 64);
    }
    mask
}
