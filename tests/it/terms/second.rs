//! A second implementation of legal terms, written from the text of the act day by day, must agree with the engine.
//!
//! It shares nothing with it but the list of days that decrees equated, which is data.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use loket::{
    demo::Random,
    domain::term::{
        arithmetic::{Basis, Term, end},
        length::Unit,
    },
};

use super::draw;
use crate::support::proof;

const EQUATED: [&str; 17] = [
    "2017-04-28",
    "2017-05-26",
    "2018-05-11",
    "2018-12-24",
    "2018-12-31",
    "2019-05-31",
    "2019-12-27",
    "2023-04-28",
    "2023-05-19",
    "2024-05-10",
    "2024-12-27",
    "2025-05-30",
    "2026-01-02",
    "2026-05-15",
    "2027-05-07",
    "2028-04-28",
    "2028-05-26",
];

#[test]
fn a_second_implementation_agrees() {
    let cases = if proof::is_long() { 1_000_000 } else { 20_000 };
    let calendar = Calendar::of(2013, 2062);
    let mut random = Random::new(proof::seed());
    for case in 0..cases {
        let (term, suspensions) = draw(&mut random);
        let result = end(&term, &suspensions).unwrap();
        let none = BTreeSet::new();
        let suspended: BTreeSet<NaiveDate> =
            suspensions.iter().flat_map(|s| s.from().iter_days().take_while(|day| *day < s.until())).collect();
        let (nominal_end, last) = by_day(&term, &suspended, &calendar);
        let (_, safe) = by_day(&term, &none, &calendar);
        assert_eq!(
            (result.nominal_end, result.end, result.safe_end),
            (nominal_end, last, safe),
            "case {case}: {term:?} {suspensions:?}"
        );
    }
    proof::report("legal terms: a second implementation agrees", &format!("0 differences in {cases} cases"));
}

/// Nominal end and end, by walking the calendar.
fn by_day(term: &Term, suspended: &BTreeSet<NaiveDate>, calendar: &Calendar) -> (NaiveDate, NaiveDate) {
    // How many days the term has to run.
    let mut to_run = (without_suspension(term) - term.trigger).num_days();
    let mut day = term.trigger;
    let mut ordinary_days_run = 0;
    while to_run > 0 {
        day = day.succ_opt().unwrap();
        if !suspended.contains(&day) {
            to_run -= 1;
            ordinary_days_run += i32::from(calendar.is_ordinary(day));
        }
    }
    let nominal_end = day;
    let count = i64::from(term.length.count());
    let is_long = match term.length.unit() {
        Unit::Day => count > 90,
        Unit::Week => count > 12,
        Unit::Month => count > 3,
        Unit::Year => true,
        Unit::WorkingDay => false,
    };
    if term.basis != Basis::Statutory || is_long {
        return (nominal_end, nominal_end);
    }
    let has_three_days = !(term.length.unit() == Unit::Day && count < 3);
    while has_three_days && ordinary_days_run < 2 {
        day = day.succ_opt().unwrap();
        // After the nominal end nothing suspends any more.
        ordinary_days_run += i32::from(calendar.is_ordinary(day));
    }
    while !calendar.is_ordinary(day) {
        day = day.succ_opt().unwrap();
    }
    (nominal_end, day)
}

fn without_suspension(term: &Term) -> NaiveDate {
    let count = i64::from(term.length.count());
    let trigger = term.trigger;
    match term.length.unit() {
        Unit::Day => trigger.iter_days().nth(count as usize).unwrap(),
        Unit::Week => trigger.iter_weeks().nth(count as usize).unwrap(),
        unit => {
            let months = if unit == Unit::Year { count * 12 } else { count };
            let month = i64::from(trigger.year()) * 12 + i64::from(trigger.month0()) + months;
            let (year, month) = ((month / 12) as i32, (month % 12) as u32 + 1);
            (1..=trigger.day()).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day)).unwrap()
        }
    }
}

/// The days that are not ordinary, listed.
struct Calendar {
    special: BTreeSet<NaiveDate>,
}

impl Calendar {
    fn of(first: i32, last: i32) -> Self {
        let mut special: BTreeSet<NaiveDate> = EQUATED.iter().map(|day| day.parse().unwrap()).collect();
        for year in first..=last {
            let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let easter = easter(year);
            special.extend([day(1, 1), day(5, 5), day(12, 25), day(12, 26)]);
            special.extend([easter - Days::new(2), easter + Days::new(1), easter + Days::new(39), easter + Days::new(50)]);
            let birthday = if year < 2014 { day(4, 30) } else { day(4, 27) };
            special.insert(if birthday.weekday() == Weekday::Sun { birthday - Days::new(1) } else { birthday });
        }
        Self { special }
    }

    fn is_ordinary(&self, day: NaiveDate) -> bool {
        day.weekday().number_from_monday() < 6 && !self.special.contains(&day)
    }
}

/// The Sunday after the ecclesiastical full moon on or after 21 March, by the golden number and the epact.
fn easter(year: i32) -> NaiveDate {
    let golden = year % 19;
    let century = year / 100;
    let mut epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    if epact == 29 || (epact == 28 && golden > 10) {
        epact -= 1;
    }
    let moon = NaiveDate::from_ymd_opt(year, 3, 21).unwrap() + Days::new(epact as u64);
    moon.iter_days().skip(1).find(|day| day.weekday() == Weekday::Sun).unwrap()
}
