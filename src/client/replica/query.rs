//! What a filter line means: words in any order, `field:value`, `-` in front to leave out, a number to go straight there.
//!
//! The fields, their names and the words for their values, in both languages, stand in [`crate::domain::filter`]. Several
//! values with commas mean one of them; `"a phrase"` stays together. What cannot be read finds nothing and is told by
//! [`SignalQuery::faults`].

use chrono::NaiveDate;

use crate::domain::{
    filter::{self, DaySaid, Field, Owned, Token, value},
    fold::fold,
    ids::SignalNumber,
    signal::{Status, Urgency},
};

/// A filter of signals. Everything in it must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignalQuery {
    pub(super) conditions: Vec<Condition>,
    faults: Vec<Fault>,
    /// Words also find what is only like them: for when nothing holds them.
    pub(super) loose: bool,
    /// Only signals that still ask for work.
    pub open_only: bool,
    /// Only signals that this one has.
    pub owned: Option<Owned>,
    /// Leaves out what is snoozed until after this day.
    pub awake_on: Option<NaiveDate>,
}

/// A part of a filter that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field; nothing when there is none of that name.
    pub field: Option<Field>,
    /// The name of the field, or the value, as typed.
    pub text: String,
}

/// One thing that must, or must not, hold: one of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) negate: bool,
    pub(super) test: Test,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Test {
    /// Somewhere in title, municipality, bodies or owner; or its number begins so.
    Word {
        word: String,
        number: Option<SignalNumber>,
    },
    Number(Vec<SignalNumber>),
    Municipality(Vec<String>),
    Body(Vec<String>),
    Status(Vec<Status>),
    Urgency(Vec<Urgency>),
    Owner(Vec<Owned>),
    HardDate(Vec<DaySaid>),
    Received(Vec<DaySaid>),
    /// A field nobody knows.
    Nothing,
}

impl Test {
    /// The field it is of; nothing for a word.
    pub(super) fn field(&self) -> Option<Field> {
        Some(match self {
            Self::Word { .. } | Self::Nothing => return None,
            Self::Number(_) => Field::Number,
            Self::Municipality(_) => Field::Municipality,
            Self::Body(_) => Field::Body,
            Self::Status(_) => Field::Status,
            Self::Urgency(_) => Field::Urgency,
            Self::Owner(_) => Field::Owner,
            Self::HardDate(_) => Field::HardDate,
            Self::Received(_) => Field::Received,
        })
    }
}

impl SignalQuery {
    /// Reads what was typed. Never fails: see [`SignalQuery::faults`]. A field without a value yet asks for nothing.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for token in filter::tokens(text) {
            let test = match (&token.field, token.known()) {
                (None, _) => Some(word(&token.value)).filter(|test| !matches!(test, Test::Word { word, .. } if word.is_empty())),
                (Some(_), Some(field)) => query.field(field, &token),
                (Some(name), None) => {
                    query.faults.push(Fault { field: None, text: name.clone() });
                    Some(Test::Nothing)
                }
            };
            query.conditions.extend(test.map(|test| Condition { negate: token.negate && test != Test::Nothing, test }));
        }
        query
    }

    /// The same, without what is asked of a field: what else there is of that field.
    pub fn without(&self, field: Field) -> Self {
        let mut query = self.clone();
        query.conditions.retain(|condition| condition.test.field() != Some(field));
        query
    }

    /// The same, with words that also find what is only like them. Nothing when there is no word to loosen.
    pub fn loosened(&self) -> Option<Self> {
        let word = |condition: &Condition| matches!(&condition.test, Test::Word { word, .. } if !condition.negate && word.len() >= LOOSE_LEAST);
        self.conditions.iter().any(word).then(|| Self { loose: true, ..self.clone() })
    }

    /// Does it let everything through?
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && !self.open_only && self.owned.is_none() && self.awake_on.is_none()
    }

    /// What cannot be read: to be pointed out.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Folded words, for marking what was found.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().filter(|condition| !condition.negate).filter_map(|condition| match &condition.test {
            Test::Word { word, .. } => Some(word.as_str()),
            _ => None,
        })
    }

    /// The test of a field; nothing while no value is typed yet.
    fn field(&mut self, field: Field, token: &Token) -> Option<Test> {
        token.values().next()?;
        let folded = || token.values().map(fold).collect();
        Some(match field {
            Field::Municipality => Test::Municipality(folded()),
            Field::Body => Test::Body(folded()),
            Field::Status => Test::Status(self.read(field, token, value::statuses)),
            Field::Urgency => Test::Urgency(self.read(field, token, value::urgencies)),
            Field::Owner => Test::Owner(token.values().map(Owned::read).collect()),
            Field::Number => Test::Number(self.read(field, token, |value| SignalNumber::parse(value, 0).into_iter().collect())),
            Field::HardDate => Test::HardDate(self.read(field, token, |value| DaySaid::read(value).into_iter().collect())),
            Field::Received => Test::Received(self.read(field, token, |value| DaySaid::read(value).into_iter().collect())),
        })
    }

    fn read<T>(&mut self, field: Field, token: &Token, of: impl Fn(&str) -> Vec<T>) -> Vec<T> {
        let mut all = vec![];
        for value in token.values() {
            let found = of(value);
            if found.is_empty() {
                self.faults.push(Fault { field: Some(field), text: value.to_owned() });
            }
            all.extend(found);
        }
        all
    }
}

/// Shorter words are not loosened: they are like everything.
const LOOSE_LEAST: usize = 3;

fn word(token: &str) -> Test {
    Test::Word { word: fold(token).trim().to_owned(), number: SignalNumber::parse(token, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tests(text: &str) -> Vec<(bool, Test)> {
        SignalQuery::parse(text).conditions.into_iter().map(|one| (one.negate, one.test)).collect()
    }

    #[test]
    fn words_numbers_and_fields() {
        assert_eq!(tests("Ontruïming"), [(false, Test::Word { word: "ontruiming".into(), number: None })]);
        assert_eq!(tests("S-421"), [(false, Test::Word { word: "s 421".into(), number: Some(SignalNumber::new(0, 421)) })]);
        assert_eq!(tests("-nummer:2026-421"), [(true, Test::Number(vec![SignalNumber::new(2026, 421)]))]);
        assert_eq!(tests("gemeente:\"Den Haag\",breda"), [(false, Test::Municipality(vec!["den haag".into(), "breda".into()]))]);
        assert_eq!(
            tests("body:uwv -eigenaar:ik"),
            [(false, Test::Body(vec!["uwv".into()])), (true, Test::Owner(vec![Owned::Me]))]
        );
        assert_eq!(
            tests("status:wacht urgency:hoog,crisis"),
            [(false, Test::Status(vec![Status::Waiting])), (false, Test::Urgency(vec![Urgency::High, Urgency::Crisis]))]
        );
        assert_eq!(
            tests("urgentie:! eigenaar:vrij"),
            [(false, Test::Urgency(vec![Urgency::High])), (false, Test::Owner(vec![Owned::Free]))]
        );
    }

    #[test]
    fn half_typed_and_unknown_never_break() {
        assert_eq!(tests("status: - ' \""), [(false, Test::Word { word: String::new(), number: None })][..0]);
        assert_eq!(tests("12:30").len(), 1);
        let query = SignalQuery::parse("status:zoek urgentie:x,hoog gemente:breda 12:30 termijn:ooit");
        let faults: Vec<(Option<Field>, &str)> = query.faults().iter().map(|fault| (fault.field, fault.text.as_str())).collect();
        assert_eq!(
            faults,
            [(Some(Field::Status), "zoek"), (Some(Field::Urgency), "x"), (None, "gemente"), (Some(Field::HardDate), "ooit")]
        );
        assert_eq!(query.conditions.len(), 5);
        assert!(!query.is_empty() && SignalQuery::parse("  ").is_empty());
    }
}
