//! Tests of the arithmetic: the worked cases of `tests/data/terms.csv`, warnings, errors and properties.

use proptest::prelude::*;

use super::{super::calendar::day, super::length::Unit, *};
use crate::domain::zone::read_date;

const CASES: &str = include_str!("../../../tests/data/terms.csv");

fn term(trigger: Date, length: &str, basis: Basis) -> Term {
    Term { trigger, length: length.parse().unwrap(), basis }
}

fn suspensions(text: &str) -> Vec<Suspension> {
    text.split(';').filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect()
}

#[test]
fn every_worked_case() {
    let mut cases = 0;
    for line in CASES.lines().skip(1) {
        let fields: Vec<&str> = line.splitn(8, ',').collect();
        let term = term(read_date(fields[0]).unwrap(), fields[1], fields[2].parse().unwrap());
        let result = end(&term, &suspensions(fields[3])).unwrap();
        let shown = [result.nominal_end, result.end, result.safe_end].map(|date| date.to_string());
        assert_eq!(shown, [fields[4], fields[5], fields[6]], "{line}");
        assert!(!result.provisional, "{line}");
        cases += 1;
    }
    assert_eq!(cases, 31);
}

#[test]
fn a_suspension_says_how_long_and_from_when_it_runs_again() {
    let result = end(&term(day(2026, 11, 2), "6w", Basis::Statutory), &suspensions("2026-11-16..2026-11-27")).unwrap();
    assert_eq!((result.days_stood_still, result.runs_again_on), (11, Some(day(2026, 11, 27))));
    assert_eq!(result.warnings, []);
}

#[test]
fn suspensions_at_the_edges_warn() {
    let warnings = |suspended: &str| {
        let term = term(day(2026, 10, 10), "6w", Basis::Statutory); // nominal Saturday 21 November, ends Monday 23
        end(&term, &suspensions(suspended)).unwrap().warnings
    };
    assert!(matches!(warnings("2026-11-21..2026-11-28")[..], [Warning::NoMargin(_)]));
    assert!(matches!(warnings("2026-11-22..2026-11-28")[..], [Warning::LegalReview(_)]));
    assert!(matches!(warnings("2026-11-24..2026-11-28")[..], [Warning::NoEffect(_)]));
    assert!(matches!(warnings("2026-10-01..2026-10-11")[..], [Warning::NoEffect(_)]));
    assert_eq!(warnings("2026-10-01..2026-10-12"), []);
}

#[test]
fn a_suspension_in_the_extension_window_leaves_the_date() {
    let term = term(day(2026, 10, 10), "6w", Basis::Statutory);
    let result = end(&term, &suspensions("2026-11-22..2026-12-22")).unwrap();
    assert_eq!((result.end, result.days_stood_still), (day(2026, 11, 23), 0));
}

#[test]
fn a_suspension_after_the_nominal_end_moves_nothing_not_even_article_two() {
    // Thursday before Easter, three days: nominal Sunday 5 April, by art. 2 Wednesday 8 April.
    let term = term(day(2026, 4, 2), "3d", Basis::Statutory);
    let result = end(&term, &suspensions("2026-04-07..2026-04-21")).unwrap();
    assert_eq!((result.nominal_end, result.end, result.safe_end), (day(2026, 4, 5), day(2026, 4, 8), day(2026, 4, 8)));
    assert!(matches!(result.warnings[..], [Warning::LegalReview(_)]));
}

#[test]
fn article_two_counts_only_days_on_which_the_term_ran() {
    // Friday, three days: Saturday, Sunday run; Monday to Friday stand still; Saturday is the third day.
    let term = term(day(2026, 6, 5), "3d", Basis::Statutory);
    let result = end(&term, &suspensions("2026-06-08..2026-06-13")).unwrap();
    assert_eq!((result.nominal_end, result.end), (day(2026, 6, 13), day(2026, 6, 16)));
}

#[test]
fn ends_in_years_without_a_known_decree_are_provisional() {
    let provisional = |trigger, length, basis| end(&term(trigger, length, basis), &[]).unwrap().provisional;
    assert!(provisional(day(2028, 12, 20), "6w", Basis::Statutory));
    assert!(provisional(day(2021, 3, 1), "6w", Basis::Statutory));
    assert!(!provisional(day(2028, 10, 20), "6w", Basis::Statutory));
    assert!(!provisional(day(2028, 12, 20), "6w", Basis::Agreed));
    assert!(!provisional(day(2028, 12, 20), "1y", Basis::Statutory));
}

#[test]
fn absurd_dates_are_errors() {
    let six_weeks = |trigger| end(&term(trigger, "6w", Basis::Statutory), &[]);
    assert_eq!(six_weeks(day(9999, 12, 31)), Err(TermError::EndOutOfRange));
    assert_eq!(six_weeks(day(1899, 12, 31)), Err(TermError::OutOfRange(day(1899, 12, 31))));
    assert_eq!(six_weeks(Date::MAX), Err(TermError::OutOfRange(Date::MAX)));
    assert_eq!(six_weeks(Date::MIN), Err(TermError::OutOfRange(Date::MIN)));
    assert_eq!(end(&term(day(2026, 1, 1), "9999y", Basis::Agreed), &[]), Err(TermError::EndOutOfRange));
    let far = Suspension::new(day(2026, 1, 10), day(9999, 12, 31)).unwrap();
    assert_eq!(end(&term(day(2026, 1, 1), "6w", Basis::Statutory), &[far]), Err(TermError::EndOutOfRange));
    assert!(end(&term(day(9999, 11, 1), "1m", Basis::Statutory), &[]).is_ok());
}

prop_compose! {
    fn any_term()(days in 0..36_500_u64, count in 1..120_u16, unit in 0..4_usize, basis in 0..3_usize) -> Term {
        Term {
            trigger: day(1980, 1, 1) + Days::new(days),
            length: Length::new(count, Unit::ALL[unit]).unwrap(),
            basis: Basis::ALL[basis],
        }
    }
}

prop_compose! {
    /// Suspensions around the beginning of a term, as offset and days.
    fn any_suspensions()(parts in prop::collection::vec((-30..200_i64, 0..60_u64), 0..6)) -> Vec<(i64, u64)> { parts }
}

fn placed(term: &Term, parts: &[(i64, u64)]) -> Vec<Suspension> {
    parts
        .iter()
        .map(|(offset, days)| {
            let from = term.trigger + chrono::TimeDelta::days(*offset);
            Suspension::new(from, from + Days::new(*days)).unwrap()
        })
        .collect()
}

proptest! {
    #[test]
    fn what_is_told_is_what_was_done(term in any_term(), parts in any_suspensions()) {
        let suspensions = placed(&term, &parts);
        let mut steps = vec![];
        let told = end_by_steps(&term, &suspensions, |step| steps.push(step)).unwrap();
        prop_assert_eq!(&told, &end(&term, &suspensions).unwrap());
        prop_assert!(steps.contains(&Step::Ends(told.end)));
        let still: i64 = steps.iter().map(|step| match step { Step::StoodStill { days, .. } => days.days(), _ => 0 }).sum();
        prop_assert_eq!(still, i64::from(told.days_stood_still));
        prop_assert_eq!(told.end != told.safe_end, steps.contains(&Step::SafeEnd(told.safe_end)));
    }

    #[test]
    fn an_end_is_never_before_the_nominal_end(term in any_term(), parts in any_suspensions()) {
        let result = end(&term, &placed(&term, &parts)).unwrap();
        prop_assert!(result.end >= result.nominal_end);
        prop_assert!(result.end >= result.safe_end);
        prop_assert!(result.safe_end > term.trigger);
    }

    #[test]
    fn an_end_under_the_atw_is_an_ordinary_day(term in any_term(), parts in any_suspensions()) {
        let result = end(&term, &placed(&term, &parts)).unwrap();
        if is_under_atw(&term) {
            prop_assert!(calendar::is_ordinary(result.end) && calendar::is_ordinary(result.safe_end));
        } else {
            prop_assert_eq!(result.end, result.nominal_end);
        }
    }

    #[test]
    fn order_and_overlap_of_suspensions_do_not_matter(term in any_term(), parts in any_suspensions()) {
        let suspensions = placed(&term, &parts);
        let once = end(&term, &suspensions).unwrap();
        let mut doubled: Vec<Suspension> = suspensions.iter().rev().copied().collect();
        doubled.extend(&suspensions);
        prop_assert_eq!(once, end(&term, &doubled).unwrap());
    }

    #[test]
    fn an_empty_suspension_changes_nothing(term in any_term(), parts in any_suspensions(), offset in -30..200_i64) {
        let mut suspensions = placed(&term, &parts);
        let before = end(&term, &suspensions).unwrap();
        suspensions.extend(placed(&term, &[(offset, 0)]));
        prop_assert_eq!(before, end(&term, &suspensions).unwrap());
    }

    #[test]
    fn the_suspended_days_of_the_term_are_added_one_by_one(term in any_term(), parts in any_suspensions()) {
        // A second way: walk day by day, a suspended day adds one.
        let suspensions = placed(&term, &parts);
        let mut running_left = (term.length.after(term.trigger).unwrap() - term.trigger).num_days();
        let mut date = term.trigger;
        while running_left > 0 {
            date = date + Days::new(1);
            if !suspensions.iter().any(|suspension| suspension.covers(date)) {
                running_left -= 1;
            }
        }
        prop_assert_eq!(end(&term, &suspensions).unwrap().nominal_end, date);
    }
}
