//! Look-alikes over labelled pairs of reports, and what is kept against what is there.

use chrono::NaiveDate;
use proptest::{collection::vec, prelude::*};
use serde::Deserialize;
use uuid::Uuid;

use super::{Alike, Reports};
use crate::domain::{
    alike::{MOST, PROPOSED_FROM, Resemblance},
    ids::{OrganisationCode, SignalId},
    signal::{Body, Decision, Facts, Reporter, Source, Threat},
};

/// Two reports, and whether they are about one household.
#[derive(Deserialize)]
struct Pair {
    id: String,
    same: bool,
    first: Report,
    second: Report,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    title: String,
    account: String,
    stalemate: String,
    municipality: Option<String>,
    household: Option<String>,
    reporter: Reporter,
    reference: Option<String>,
    bodies: Vec<String>,
    threats: Vec<Threat>,
    decisions: Vec<Made>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Made {
    body: String,
    reference: String,
    kind: String,
    made_known: Option<NaiveDate>,
}

impl Report {
    fn facts(&self) -> Facts {
        let body = |name: &String| Body { organisation: OrganisationCode(name.clone()), position: Default::default() };
        let decision = |made: &Made| Decision {
            organisation: OrganisationCode(made.body.clone()),
            reference: made.reference.as_str().into(),
            kind: made.kind.as_str().into(),
            amount_cents: None,
            announced_on: made.made_known,
            dated_on: None,
        };
        Facts {
            title: self.title.as_str().into(),
            account: self.account.as_str().into(),
            stalemate: self.stalemate.as_str().into(),
            municipality: self.municipality.as_ref().map(|code| code.parse().unwrap()),
            household: self.household.clone(),
            reporter: self.reporter.clone(),
            bodies: self.bodies.iter().map(body).collect(),
            threats: self.threats.clone(),
            decisions: self.decisions.iter().map(decision).collect(),
            ..Facts::default()
        }
    }

    fn source(&self) -> Option<Source> {
        self.reference.as_ref().map(|text| Source { system: "kenmerk".into(), reference: text.as_str().into() })
    }
}

fn id(number: usize) -> SignalId {
    SignalId(Uuid::from_u128(number as u128))
}

fn pairs() -> Vec<Pair> {
    include_str!("../../../tests/data/alike.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn nine_of_ten_true_pairs_are_among_the_first_three() {
    let pairs = pairs();
    assert_eq!((pairs.len(), pairs.iter().filter(|pair| pair.same).count()), (300, 150));
    let mut reports = Reports::default();
    for (at, pair) in pairs.iter().enumerate() {
        for (report, place) in [(&pair.first, 2 * at), (&pair.second, 2 * at + 1)] {
            reports.put(id(place), &report.facts(), report.source().as_ref());
        }
    }
    let misses: Vec<&str> = pairs
        .iter()
        .enumerate()
        .filter(|(at, pair)| {
            // The second came later: who takes it in is shown the first.
            let (second, own) = (&pair.second, id(2 * at + 1));
            let found = reports.find(&second.facts(), second.source().as_ref(), Some(own), PROPOSED_FROM, MOST);
            pair.same && !found.iter().any(|alike| alike.signal == id(2 * at))
        })
        .map(|(_, pair)| pair.id.as_str())
        .collect();
    assert!(misses.len() <= 15, "{} of 150 are missed: {misses:?}", misses.len());
}

fn told(account: &str) -> Facts {
    Facts { account: account.into(), ..Facts::default() }
}

fn found(reports: &Reports, facts: &Facts) -> Vec<Alike> {
    reports.find(facts, None, None, 0, 10)
}

#[test]
fn an_amount_is_one_word_however_it_is_written() {
    let mut reports = Reports::default();
    reports.put(id(1), &told("schuld van € 1.240,50"), None);
    reports.put(id(2), &told("schuld van 1 euro, 240 dagen"), None);
    let near = found(&reports, &told("zij moet 1240 betalen"));
    assert_eq!(near.iter().map(|alike| alike.signal).collect::<Vec<_>>(), [id(1)], "{near:?}");
    assert_eq!(near[0].grounds.because, [Resemblance::Words]);
}

#[test]
fn what_names_the_same_household_is_first_and_says_so() {
    let mut reports = Reports::default();
    let named = |household: &str, account: &str| Facts { household: Some(household.into()), ..told(account) };
    let account = "Moeder met drie kinderen verliest haar woning in Breda door een schuld van 3.100 euro";
    reports.put(id(1), &named("H-7K2F", "Iets heel anders"), None);
    reports.put(id(2), &named("H-AAAA", account), None);
    let near = found(&reports, &named("H-7K2F", account));
    assert_eq!((near[0].signal, near[0].grounds.because[0]), (id(1), Resemblance::Household));
    assert!(near[1].grounds.likeness < near[0].grounds.likeness / 2 + 100, "another household, however alike: {near:?}");
}

proptest! {
    /// What is kept after puts and removals by lot finds as what was put in once does.
    #[test]
    fn what_is_kept_is_what_is_there(steps in vec((0..40_usize, prop::option::of("[a-e]{3} [a-e]{3} [a-e]{3}")), 1..1200)) {
        let mut reports = Reports::default();
        let mut there: Vec<Option<String>> = vec![None; 40];
        for (at, text) in steps {
            match &text {
                Some(text) => reports.put(id(at), &told(text), None),
                None => reports.remove(id(at)),
            }
            there[at] = text;
        }
        let mut fresh = Reports::default();
        for (at, text) in there.iter().enumerate() {
            if let Some(text) = text {
                fresh.put(id(at), &told(text), None);
            }
        }
        prop_assert_eq!(reports.len(), fresh.len());
        prop_assert!(reports.signals.len() <= 1001.max(2 * reports.len() + 1), "what went is let go of");
        for text in there.iter().flatten() {
            prop_assert_eq!(found(&reports, &told(text)), found(&fresh, &told(text)));
        }
    }
}
