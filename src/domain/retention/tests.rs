//! Tests of retention: the day, and everything that keeps a case all the same.

use uuid::Uuid;

use super::*;
use crate::domain::{
    arrangement::ArrangementDay,
    ids::{ArrangementId, SignalNumber},
    signal::{HardDate, HardDateKind, Threat, bare::bare},
    term::calendar::day,
    text::RawText,
};

fn closed(outcome: Outcome) -> Signal {
    Signal {
        number: SignalNumber::new(2021, 7),
        received_at: "2021-01-04T09:00:00Z".parse().unwrap(),
        status: Status::Closed,
        outcome: Some(outcome),
        ..bare()
    }
}

fn judged(signal: &Signal, closed_on: Date, today: Date) -> Result<Destroyable, Hold> {
    judge(signal, Some(closed_on), Around::default(), &Schedule::default(), today)
}

#[test]
fn from_the_day_after_the_last_year() {
    let case = closed(Outcome::WithinRules);
    assert_eq!(judged(&case, day(2021, 11, 16), day(2026, 11, 16)), Err(Hold::TermRuns));
    let found = judged(&case, day(2021, 11, 16), day(2026, 11, 17)).unwrap();
    assert_eq!((found.rule, found.years, found.since), (RetentionRule::WithinRules, 5, day(2026, 11, 17)));
    // A leap day has no fellow five years later.
    assert!(
        judged(&case, day(2024, 2, 29), day(2029, 2, 28)).is_err() && judged(&case, day(2024, 2, 29), day(2029, 3, 1)).is_ok()
    );
    let longer = Schedule::default().with(RetentionRule::WithinRules, 10);
    let later = |today| judge(&case, Some(day(2021, 11, 16)), Around::default(), &longer, today);
    assert!(later(day(2031, 11, 16)).is_err() && later(day(2031, 11, 17)).is_ok());
}

#[test]
fn every_ending_has_a_rule_and_no_open_status_has() {
    for status in Status::ALL {
        assert_eq!(RetentionRule::of(*status, None).is_none(), status.is_open(), "{status}");
    }
    let rules: std::collections::BTreeSet<_> =
        Outcome::ALL.iter().filter_map(|outcome| RetentionRule::of(Status::Closed, Some(*outcome))).collect();
    assert_eq!(rules.len(), Outcome::ALL.len(), "each outcome has its own");
    assert_eq!(Schedule::default().least_years(), 1);
    for rule in RetentionRule::ALL {
        assert_eq!(Schedule::default().with(*rule, 42).years(*rule), 42);
    }
}

#[test]
fn the_search_starts_no_later_than_the_term() {
    let schedule = Schedule::default();
    let mut today = day(2027, 12, 1);
    while today < day(2030, 4, 1) {
        let latest = schedule.closed_before(today).unwrap();
        let next = latest.succ_opt().unwrap();
        assert!(schedule.destroyable_from(RetentionRule::Referred, next).unwrap() > today, "{next} is left out on {today}");
        today = today.succ_opt().unwrap();
    }
}

#[test]
fn what_still_runs_keeps_a_case() {
    let (long_ago, today) = (day(2011, 1, 3), day(2026, 11, 16));
    let case = closed(Outcome::Unresolved);
    assert!(judged(&case, long_ago, today).is_ok());
    assert_eq!(judge(&case, None, Around::default(), &Schedule::default(), today), Err(Hold::Open));
    let reopened = Signal { status: Status::InProgress, outcome: None, ..case.clone() };
    assert_eq!(judged(&reopened, long_ago, today), Err(Hold::Open));
    for (around, hold) in [
        (Around { time_out: true, ..Around::default() }, Hold::TimeOut),
        (Around { agenda: true, ..Around::default() }, Hold::Agenda),
        (Around { shared: true, ..Around::default() }, Hold::Shared),
    ] {
        assert_eq!(judge(&case, Some(long_ago), around, &Schedule::default(), today), Err(hold));
    }
    let date = |on| HardDate { on, kind: HardDateKind::Objection, label: "Awb 6:7".into(), organisation: None, uncertain: false };
    let term = |on| Signal { terms: vec![date(on)], ..case.clone() };
    assert_eq!(judged(&term(today), long_ago, today), Err(Hold::DateAhead), "its last day is today");
    assert!(judged(&term(day(2026, 11, 15)), long_ago, today).is_ok());
    let mut threatened = case.clone();
    threatened.facts.threats = vec![Threat { what: "ontruiming".into(), on: Some(day(2027, 1, 1)) }];
    assert_eq!(judged(&threatened, long_ago, today), Err(Hold::DateAhead));
    let arranged = |kind, on| {
        let (id, label) = (ArrangementId(Uuid::nil()), RawText::default());
        let one = ArrangementDay { id, kind, on, label, organisation: None, rule: None, article: RawText::default() };
        Signal { arrangements: vec![one], ..case.clone() }
    };
    assert_eq!(judged(&arranged(ArrangementKind::Commitment, day(2012, 1, 1)), long_ago, today), Err(Hold::Arrangement));
    assert_eq!(judged(&arranged(ArrangementKind::Moratorium, today), long_ago, today), Err(Hold::Arrangement));
    assert!(judged(&arranged(ArrangementKind::Moratorium, day(2012, 1, 1)), long_ago, today).is_ok(), "over by date");
}
