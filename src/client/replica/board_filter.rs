//! What the filter of the deadline board means: words in what ends and in its signal, `field:value`, `-` in front to leave out.
//!
//! The day and the kind are those of the row; the body is the one that decided; every other field is asked of the signal, by
//! [`SignalQuery`]. What cannot be read finds nothing and is told by `tui::app::advice`.

use crate::domain::{
    deadline::DeadlineKind,
    filter::{
        self, DaySaid, Field, Span, Token,
        value::{KIND_FIELD, KIND_NAMES},
    },
    fold::fold,
};

use super::{
    SignalQuery,
    board::Asked,
    deadlines::{Deadlines, PackedDeadline},
    signals::{SignalRow, Signals},
};

/// A filter at work.
pub(super) struct BoardFilter(Vec<(bool, Test)>);

enum Test {
    /// A word, with the reasons that hold it.
    Word(String, Vec<bool>),
    Days(Vec<Span>),
    Kinds(Vec<DeadlineKind>),
    /// Which reasons are of the body.
    Body(Vec<bool>),
    /// One bit for each signal that passes.
    Signals(Vec<u64>),
    /// What cannot be read.
    Nothing,
}

/// The names of the fields that only the board has.
pub const BOARD_FIELDS: &[&str] = KIND_FIELD;

/// Is this what the board calls a kind of clock? Nothing: the field is none of its own.
pub fn is_board_kind(field: &str, value: &str) -> Option<bool> {
    is_kind(field).then(|| !kinds(value).is_empty())
}

/// What kinds of clocks are called, folded.
pub fn board_kinds() -> impl Iterator<Item = &'static str> {
    KIND_NAMES.iter().flat_map(|(_, names)| names.iter().copied())
}

/// The first part of a filter that cannot be read on the board: the name of the field, or the value, as typed.
fn fault(text: &str) -> Option<String> {
    filter::tokens(text).into_iter().find_map(|token| {
        let name = token.field.clone()?;
        let wrong = |reads: &dyn Fn(&str) -> bool| token.values().find(|value| !reads(value)).map(str::to_owned);
        match token.known() {
            None if !is_kind(&name) => Some(name),
            None => wrong(&|value| !kinds(value).is_empty()),
            Some(Field::HardDate) => wrong(&|value| DaySaid::read(value).is_some()),
            Some(_) => SignalQuery::parse(&token.write()).faults().first().map(|fault| fault.text.clone()),
        }
    })
}

impl BoardFilter {
    pub(super) fn of(text: &str, deadlines: &Deadlines, signals: &Signals, asked: Asked) -> Self {
        Self(filter::tokens(text).iter().filter_map(|token| test(token, deadlines, signals, asked)).collect())
    }

    pub(super) fn matches<'a>(
        &self,
        packed: &PackedDeadline,
        signals: &'a Signals,
        signal: &impl Fn() -> Option<SignalRow<'a>>,
    ) -> bool {
        let reason = |held: &[bool]| held.get(packed.reason as usize).copied().unwrap_or_default();
        let mut of_signal: Option<String> = None;
        self.0.iter().all(|(negate, test)| {
            let holds = match test {
                Test::Word(word, held) => {
                    reason(held)
                        || is_called(packed.kind, word)
                        || of_signal.get_or_insert_with(|| text_of(signal())).contains(word.as_str())
                }
                Test::Days(spans) => spans.iter().flatten().any(|(from, until)| (*from..=*until).contains(&packed.alarm_on)),
                Test::Kinds(kinds) => kinds.contains(&packed.kind),
                Test::Body(held) => reason(held),
                Test::Signals(bits) => signal().and_then(|row| signals.find(row.id())).is_some_and(|row| has(bits, row)),
                Test::Nothing => return false,
            };
            holds != *negate
        })
    }
}

/// What a token asks; nothing while it has no value yet.
fn test(token: &Token, deadlines: &Deadlines, signals: &Signals, asked: Asked) -> Option<(bool, Test)> {
    let Some(name) = &token.field else {
        let word = fold(&token.value).trim().to_owned();
        let finder = memchr::memmem::Finder::new(word.as_bytes());
        let held = deadlines.reasons.table(|folded| finder.find(folded.as_bytes()).is_some());
        return (!word.is_empty()).then_some((token.negate, Test::Word(word, held)));
    };
    token.values().next()?;
    // Half of several values is not what was asked.
    if fault(&token.write()).is_some() {
        return Some((false, Test::Nothing));
    }
    let test = match token.known() {
        None if is_kind(name) => Test::Kinds(token.values().flat_map(kinds).collect()),
        None => return Some((false, Test::Nothing)),
        Some(Field::HardDate) => {
            Test::Days(token.values().filter_map(DaySaid::read).map(|said| said.span(asked.today)).collect())
        }
        Some(Field::Body) => Test::Body(bodies(token, deadlines, signals)),
        Some(_) => {
            let query = SignalQuery::parse(&Token { negate: false, ..token.clone() }.write());
            let mut bits = vec![0; signals.len() as usize / 64 + 1];
            signals.each(&signals.prepare(&query, asked.now, asked.me), |row, _| {
                if let Some(word) = bits.get_mut(row as usize / 64) {
                    *word |= 1 << (row % 64);
                }
            });
            Test::Signals(bits)
        }
    };
    Some((token.negate, test))
}

fn is_kind(name: &str) -> bool {
    KIND_FIELD.contains(&fold(name).as_str())
}

/// Does this word begin what the kind is called? It stands in its row.
fn is_called(kind: DeadlineKind, word: &str) -> bool {
    word.chars().count() >= 3
        && KIND_NAMES.iter().any(|(known, names)| *known == kind && names.iter().any(|name| name.starts_with(word)))
}

/// The kinds whose name begins so.
fn kinds(value: &str) -> Vec<DeadlineKind> {
    let value = fold(value);
    let value = value.trim();
    let named = |names: &[&str]| !value.is_empty() && names.iter().any(|name| name.starts_with(value));
    KIND_NAMES.iter().filter(|(_, names)| named(names)).map(|(kind, _)| *kind).collect()
}

/// The reasons of bodies with this code; when that is nobody's, those in whose code or name it stands.
fn bodies(token: &Token, deadlines: &Deadlines, signals: &Signals) -> Vec<bool> {
    let codes: Vec<&str> = (0..deadlines.reasons.len() as u32).map(|reason| deadlines.body_of_reason(reason)).collect();
    let mut held = vec![false; codes.len()];
    for value in token.values().map(fold) {
        let exact = codes.iter().any(|code| !code.is_empty() && fold(code) == value);
        let is = |code: &str| fold(code) == value || !exact && fold(&signals.names().organisation(code)).contains(&value);
        for (held, code) in held.iter_mut().zip(&codes).filter(|(_, code)| !code.is_empty()) {
            *held |= is(code);
        }
    }
    held
}

/// What of a signal is searched in, folded.
fn text_of(signal: Option<SignalRow<'_>>) -> String {
    let Some(row) = signal else { return String::new() };
    let municipality = row.municipality_name().unwrap_or_default();
    let owner = row.owner().map(|owner| owner.name).unwrap_or_default();
    fold(&format!("{} {} {municipality} {owner}", row.number().short(), row.title()))
}

fn has(bits: &[u64], row: u32) -> bool {
    bits.get(row as usize / 64).is_some_and(|word| word & 1 << (row % 64) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_that_finds_it_alone() {
        for kind in DeadlineKind::ALL {
            let names = KIND_NAMES.iter().find(|(one, _)| one == kind).map(|(_, names)| *names).unwrap();
            assert!(names.iter().all(|name| kinds(name) == [*kind]), "{kind}");
        }
        assert_eq!(kinds("bezwaar"), [DeadlineKind::Objection]);
        assert_eq!((kinds("x"), kinds("")), (vec![], vec![]));
    }

    #[test]
    fn what_the_board_cannot_read_is_told() {
        for (text, wrong) in [
            ("termijn:<=vr soort:toezegging -gemeente:breda huur", None),
            ("termijn: soort:", None),
            ("termijn:ooit", Some("ooit")),
            ("soort:appel", Some("appel")),
            ("sort:toezegging", Some("sort")),
            ("status:zoek", Some("zoek")),
        ] {
            assert_eq!(fault(text).as_deref(), wrong, "{text}");
        }
    }
}
