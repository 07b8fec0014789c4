//! The questions of `tests/data/register-queries.csv` and what their first answer must be.
//!
//! An answer is `organisation/name/function`, `*` where it does not matter who, then conditions: `beslissen` may decide, `present`
//! is not away, `may=TOPIC` decides and is not kept from that, `domain=`, `name=` and `title=` hold a text, `title!=` does not,
//! `budget>` and `budget>=` in euros.

use loket::{
    domain::officer::{Mandate, OfficerFacts},
    intake::{self, Context},
};

use crate::support::register::{officers, today};

/// One question.
#[derive(Debug, Clone)]
pub struct Question {
    pub query: String,
    pub expected: String,
    pub kind: String,
}

/// Every question.
pub fn questions() -> Vec<Question> {
    let mut rows = csv::Reader::from_reader(include_bytes!("../../data/register-queries.csv").as_slice());
    let rows = rows.records().map(Result::unwrap);
    rows.map(|row| Question { query: row[0].into(), expected: row[1].into(), kind: row[2].into() }).collect()
}

/// The sample and a generated hundred thousand.
pub fn entries() -> Vec<OfficerFacts> {
    let sample = include_bytes!("../../data/samples/register.csv");
    let sample = intake::register("register.csv", sample, &Context::embedded());
    sample.rows.into_iter().map(|row| row.value.facts).chain(officers(100_000).map(|officer| officer.facts)).collect()
}

/// Is this entry an answer?
pub fn answers(facts: &OfficerFacts, expected: &str) -> bool {
    let mut parts = expected.split(';');
    let key: Vec<&str> = parts.next().unwrap().split('/').collect();
    let has = [facts.organisation.as_str(), facts.name.raw(), facts.title.raw()];
    key.iter().zip(has).all(|(wanted, has)| *wanted == "*" || *wanted == has) && parts.all(|condition| holds(facts, condition))
}

fn holds(facts: &OfficerFacts, condition: &str) -> bool {
    let decides = facts.mandate == Mandate::Decide;
    match condition.split_once('=') {
        None if condition == "beslissen" => decides,
        None if condition == "present" => !facts.is_away_on(today()),
        Some(("may", topic)) => decides && !facts.mandate_excludes.raw().contains(topic),
        Some(("domain", text)) => facts.domains.iter().any(|domain| domain.raw().contains(text)),
        Some(("name", text)) => facts.name.raw().contains(text),
        Some(("title", text)) => facts.title.raw().contains(text),
        Some(("title!", text)) => !facts.title.raw().contains(text),
        Some(("budget>", euros)) => facts.budget_euros.is_some_and(|has| has >= euros.parse().unwrap()),
        None => {
            let euros = condition.strip_prefix("budget>").unwrap_or_else(|| panic!("{condition}"));
            facts.budget_euros.is_some_and(|has| has > euros.parse().unwrap())
        }
        Some(_) => panic!("{condition}"),
    }
}
