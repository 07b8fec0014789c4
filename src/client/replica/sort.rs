//! Sorts rows of signals: a key of a few bytes for each first, then one sort of small values, without look-ups while
//! comparing.

use super::{
    column::Column,
    signals::{PackedSignal, Signals},
    table::Block,
    titles::{fold_plain, fold_title},
    vocabulary::Vocabulary,
};
use crate::domain::ids::MunicipalityCode;

/// By what the signals are sorted; equal ones by number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortBy {
    /// First hard date, then urgency; without a date last.
    #[default]
    HardDate,
    /// When it was received.
    Received,
    /// Crisis first.
    Urgency,
    /// Number.
    Number,
    /// Folded title.
    Title,
    /// Name of the municipality; without one last.
    Municipality,
    /// Name of the owner; free ones last.
    Owner,
    /// Status, in the order of work.
    Status,
    /// Codes of the bodies, in the alphabet; without one last.
    Bodies,
}

/// Order of a selection. What has no value stays last either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub by: SortBy,
    /// From high to low.
    pub descending: bool,
}

impl Signals {
    /// Keys first, then one sort of small values: no look-ups while comparing.
    pub(super) fn sort(&self, rows: &mut [u32], sort: Sort, now: u32) {
        if sort.by == SortBy::Title {
            return self.sort_by_title(rows, sort.descending);
        }
        let turn = |key: u64| if sort.descending { !key & (u64::MAX >> 1) } else { key };
        let names: Vec<u16> = match sort.by {
            SortBy::Municipality => (0..10_000).map(|code| self.names.alphabetical(MunicipalityCode(code))).collect(),
            _ => vec![],
        };
        let owners: Vec<u32> = if sort.by == SortBy::Owner { ranks(&self.owners) } else { vec![] };
        let bodies: Vec<u32> = if sort.by == SortBy::Bodies { ranks(&self.bodies) } else { vec![] };
        let key = |block: &Block<PackedSignal>, at: usize| {
            let row = &block.rows[at];
            let value = match sort.by {
                SortBy::HardDate if row.hard_on == 0 => None,
                SortBy::HardDate => Some((row.hard_on as u32 as u64) << 2 | row.urgency as u64),
                SortBy::Received => Some((row.received as u64 ^ (1 << 63)) >> 1),
                SortBy::Urgency => Some(row.urgency as u64),
                SortBy::Status => Some(row.status as u64),
                SortBy::Bodies if row.bodies == 0 => None,
                SortBy::Bodies => Some(bodies.get(row.bodies as usize).copied().unwrap_or(u32::MAX).into()),
                SortBy::Number | SortBy::Title => Some(0),
                SortBy::Municipality if row.municipality == 0 => None,
                SortBy::Municipality => Some(names.get(row.municipality as usize).copied().unwrap_or(u16::MAX).into()),
                SortBy::Owner if !row.is_owned(now) => None,
                SortBy::Owner => Some(owners.get(row.owner as usize).copied().unwrap_or(u32::MAX).into()),
            };
            let none_last = if sort.by == SortBy::HardDate { 1 << 63 | row.urgency as u64 } else { 1 << 63 };
            (value.map_or(none_last, turn), if sort.descending { !row.number } else { row.number })
        };
        let mut keyed: Vec<(u64, u32, u32)> = rows
            .iter()
            .filter_map(|row| self.table.locate(*row).map(|(block, at)| key(block, at)).map(|(key, number)| (key, number, *row)))
            .collect();
        keyed.sort_unstable();
        rows.iter_mut().zip(keyed).for_each(|(row, (_, _, sorted))| *row = sorted);
    }

    fn sort_by_title(&self, rows: &mut [u32], descending: bool) {
        let titles = Titles::of(self, rows);
        let mut keyed: Vec<(u64, u32, u32)> =
            (0..).zip(rows.iter()).map(|(position, row)| (titles.eight(position, 0), self.number_of(*row), position)).collect();
        // Equal titles stay in order of number: every sort after this one is stable.
        keyed.sort_by_key(|(_, number, _)| *number);
        by_text(&mut keyed, 0, &titles);
        if descending {
            keyed.reverse();
        }
        let before = rows.to_vec();
        rows.iter_mut().zip(keyed).for_each(|(row, (.., position))| *row = before[position as usize]);
    }

    fn number_of(&self, row: u32) -> u32 {
        self.table.locate(row).map_or(0, |(block, at)| block.rows[at].number)
    }
}

/// The place of each text of a vocabulary in the alphabet.
fn ranks(vocabulary: &Vocabulary) -> Vec<u32> {
    let mut order: Vec<u32> = (0..vocabulary.len() as u32).collect();
    order.sort_by_key(|number| vocabulary.folded(*number));
    let mut ranks = vec![0; order.len()];
    for (rank, number) in order.into_iter().enumerate() {
        ranks[number as usize] = rank as u32;
    }
    ranks
}

/// The titles that are sorted. A plain one is folded as its bytes are looked at; the others are folded once before.
struct Titles<'a> {
    /// By position: the title as sent, and which of the others it is, from 1.
    all: Vec<(&'a [u8], u32)>,
    others: Column,
}

impl<'a> Titles<'a> {
    fn of(signals: &'a Signals, rows: &[u32]) -> Self {
        let (mut all, mut others) = (Vec::with_capacity(rows.len()), Column::default());
        for row in rows {
            let Some((block, at)) = signals.table.locate(*row) else {
                all.push((&[][..], 0));
                continue;
            };
            if block.rows[at].plain {
                all.push((block.texts.get(at), 0));
            } else {
                others.push_with(|out| fold_title(block, at, out));
                all.push((&[][..], others.len() as u32));
            }
        }
        Self { all, others }
    }

    /// Eight folded bytes from an offset on.
    fn eight(&self, position: u32, from: usize) -> u64 {
        match self.all.get(position as usize) {
            Some((plain, 0)) => {
                let key = eight(plain, from);
                u64::from_be_bytes(key.to_be_bytes().map(|byte| fold_plain(&byte)))
            }
            Some((_, other)) => eight(self.others.get(*other as usize - 1), from),
            None => 0,
        }
    }
}

/// Titles that are the same up to here are in order of number.
const DEEPEST: usize = 1024;

/// Sorts by texts eight bytes at a time: runs that are still equal are sorted by the next eight.
fn by_text(keyed: &mut [(u64, u32, u32)], from: usize, titles: &Titles<'_>) {
    keyed.sort_by_key(|(key, ..)| *key);
    for run in keyed.chunk_by_mut(|a, b| a.0 == b.0) {
        // Behind a text there are zeros: when the last byte is one, the run ends here.
        if let [(key, ..), _, ..] = run
            && *key & 0xff != 0
            && from < DEEPEST
        {
            run.iter_mut().for_each(|(key, _, position)| *key = titles.eight(*position, from + 8));
            by_text(run, from + 8, titles);
        }
    }
}

/// Eight bytes of a text as a number that sorts like them; behind its end they are zero.
fn eight(text: &[u8], from: usize) -> u64 {
    let mut bytes = [0; 8];
    let rest = text.get(from..).unwrap_or_default();
    let length = rest.len().min(8);
    bytes[..length].copy_from_slice(&rest[..length]);
    u64::from_be_bytes(bytes)
}
