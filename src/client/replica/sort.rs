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
                // Of the same urgency what is due first comes first.
                SortBy::Urgency => {
                    Some((row.urgency as u64) << 33 | if row.hard_on == 0 { 1 << 32 } else { row.hard_on as u32 as u64 })
                }
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
        let mut keyed: Vec<Keyed> =
            (0..).zip(rows.iter()).map(|(position, row)| (titles.part(position, 0), self.number_of(*row), position)).collect();
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

    /// So many folded bytes as a key holds, from an offset on.
    fn part(&self, position: u32, from: usize) -> u128 {
        match self.all.get(position as usize) {
            Some((plain, 0)) => part(plain, from, fold_plain),
            Some((_, other)) => part(self.others.get(*other as usize - 1), from, |byte| *byte),
            None => 0,
        }
    }
}

/// A part of a text, the number of its row, its position.
type Keyed = (u128, u32, u32);

/// Bytes of a key. Few long ones: every part but the first is looked up all over the memory.
const PART: usize = 16;
/// Titles that are the same up to here are in order of number.
const DEEPEST: usize = 1024;

/// Sorts by texts a part at a time: runs that are still equal are sorted by the next part, and those that stay equal by number.
fn by_text(keyed: &mut [Keyed], from: usize, titles: &Titles<'_>) {
    keyed.sort_unstable_by_key(|(key, ..)| *key);
    for run in keyed.chunk_by_mut(|a, b| a.0 == b.0) {
        let [(key, ..), _, ..] = run else { continue };
        // Behind a text there are zeros: when the last byte is one, the run ends here.
        if *key & 0xff == 0 || from >= DEEPEST {
            run.sort_unstable_by_key(|(_, number, _)| *number);
            continue;
        }
        run.iter_mut().for_each(|(key, _, position)| *key = titles.part(*position, from + PART));
        by_text(run, from + PART, titles);
    }
}

/// A part of a text as a number that sorts like it; behind its end it is zero.
fn part(text: &[u8], from: usize, fold: impl Fn(&u8) -> u8) -> u128 {
    let mut bytes = [0; PART];
    let rest = text.get(from..).unwrap_or_default();
    bytes.iter_mut().zip(rest).for_each(|(byte, other)| *byte = fold(other));
    u128::from_be_bytes(bytes)
}
