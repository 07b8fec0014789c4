//! What a filter line means: words in any order, `field:value`, `-` in front to leave out, a number to go straight there.
//!
//! Fields, in Dutch or English: gemeente/municipality, instantie/body, status, urgentie/urgency, eigenaar/owner (`ik`/`me`,
//! `vrij`/`free`, a name), nummer/number. Several values with commas mean one of them; `"a phrase"` stays together.

use chrono::NaiveDate;

use crate::domain::{
    fold::fold,
    ids::{AccountId, SignalNumber},
    signal::{Status, Urgency},
};

/// A filter of signals. Everything in it must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignalQuery {
    pub(super) conditions: Vec<Condition>,
    unknown: Vec<String>,
    /// Only signals that still ask for work.
    pub open_only: bool,
    /// Only signals that this one has.
    pub owned: Option<Owned>,
    /// Leaves out what is snoozed until after this day.
    pub awake_on: Option<NaiveDate>,
}

/// Who has a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owned {
    /// The account given to the search.
    Me,
    /// Nobody, or somebody whose lease ended.
    Free,
    /// This account.
    Account(AccountId),
    /// Somebody whose folded name holds this.
    Named(String),
}

/// One thing that must, or must not, hold: one of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) negate: bool,
    pub(super) test: Test,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Test {
    /// Somewhere in title, municipality, bodies or owner; or it is the number.
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
}

impl SignalQuery {
    /// Reads what was typed. Never fails: what is no known field is a word, and an unknown value finds nothing and is
    /// told by [`SignalQuery::unknown`].
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for token in tokens(text) {
            let (negate, token) = match token.strip_prefix('-') {
                Some(rest) if !rest.is_empty() => (true, rest),
                _ => (false, token.as_str()),
            };
            let test = match token.split_once(':') {
                Some((field, value)) => query.field(field, value).unwrap_or_else(|| Some(word(token))),
                None => Some(word(token)),
            };
            match test {
                Some(Test::Word { word, .. }) if word.is_empty() => {}
                Some(test) => query.conditions.push(Condition { negate, test }),
                None => {}
            }
        }
        query
    }

    /// Does it let everything through?
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && !self.open_only && self.owned.is_none() && self.awake_on.is_none()
    }

    /// Values that are none of their field's, as typed: to be pointed out.
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// Folded words, for marking what was found.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.conditions.iter().filter(|condition| !condition.negate).filter_map(|condition| match &condition.test {
            Test::Word { word, .. } => Some(word.as_str()),
            _ => None,
        })
    }

    /// The test of a field; the outer `None` when there is no such field, the inner while no value is typed yet.
    fn field(&mut self, field: &str, value: &str) -> Option<Option<Test>> {
        let known = match fold(field).as_str() {
            "gemeente" | "municipality" => Test::Municipality(values(value).map(fold).collect()),
            "instantie" | "body" => Test::Body(values(value).map(fold).collect()),
            "status" => Test::Status(self.read(value, statuses)),
            "urgentie" | "urgency" => Test::Urgency(self.read(value, urgencies)),
            "eigenaar" | "owner" => Test::Owner(values(value).map(owned).collect()),
            "nummer" | "number" => Test::Number(self.read(value, |value| SignalNumber::parse(value, 0).into_iter().collect())),
            _ => return None,
        };
        Some((values(value).next().is_some()).then_some(known))
    }

    fn read<T>(&mut self, text: &str, of: impl Fn(&str) -> Vec<T>) -> Vec<T> {
        let mut all = vec![];
        for value in values(text) {
            let found = of(value);
            if found.is_empty() {
                self.unknown.push(value.to_owned());
            }
            all.extend(found);
        }
        all
    }
}

fn word(token: &str) -> Test {
    Test::Word { word: fold(token).trim().to_owned(), number: SignalNumber::parse(token, 0) }
}

fn values(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|value| !value.is_empty())
}

fn owned(value: &str) -> Owned {
    match fold(value).as_str() {
        "ik" | "me" | "mij" => Owned::Me,
        "vrij" | "free" | "geen" | "none" => Owned::Free,
        name => value.parse().map_or_else(|_| Owned::Named(name.to_owned()), Owned::Account),
    }
}

/// Both languages, so that a filter works whatever the screen speaks.
const STATUS_WORDS: &[(Status, &str)] = &[
    (Status::Received, "received ontvangen"),
    (Status::Triage, "triage"),
    (Status::Waiting, "waiting wacht op informatie"),
    (Status::InProgress, "in_progress progress behandeling"),
    (Status::WithBody, "with_body body ligt bij instantie of ministerie"),
    (Status::Agreed, "agreed oplossing afgesproken"),
    (Status::Aftercare, "aftercare nazorg"),
    (Status::Closed, "closed afgesloten"),
    (Status::Referred, "referred doorverwezen"),
    (Status::OutOfScope, "out_of_scope scope niet voor het loket"),
    (Status::Withdrawn, "withdrawn ingetrokken"),
];

const URGENCY_WORDS: &[(Urgency, &str)] = &[
    (Urgency::Crisis, "crisis !!"),
    (Urgency::High, "high hoog !"),
    (Urgency::Normal, "normal normaal ."),
    (Urgency::Low, "low laag"),
];

fn statuses(value: &str) -> Vec<Status> {
    match fold(value).as_str() {
        "open" => Status::ALL.iter().copied().filter(|status| status.is_open()).collect(),
        value => starting(STATUS_WORDS, value),
    }
}

fn urgencies(value: &str) -> Vec<Urgency> {
    starting(URGENCY_WORDS, &fold(value))
}

/// Those with exactly this word, or else those with a word that starts so.
fn starting<T: Copy>(words: &[(T, &str)], value: &str) -> Vec<T> {
    let with = |is: &dyn Fn(&str) -> bool| -> Vec<T> {
        words.iter().filter(|(_, list)| list.split(' ').any(is)).map(|(one, _)| *one).collect()
    };
    let exact = with(&|word| word == value);
    if exact.is_empty() { with(&|word| word.starts_with(value)) } else { exact }
}

/// Splits at blanks, but not between quotes.
fn tokens(text: &str) -> Vec<String> {
    let (mut all, mut token, mut quoted) = (vec![], String::new(), false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => all.push(std::mem::take(&mut token)),
            c => token.push(c),
        }
    }
    all.push(token);
    all.retain(|token| !token.is_empty());
    all
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
        let query = SignalQuery::parse("status:zoek urgentie:x,hoog");
        assert_eq!(query.unknown(), ["zoek", "x"]);
        assert_eq!(query.conditions.len(), 2);
        assert!(!query.is_empty() && SignalQuery::parse("  ").is_empty());
    }
}
