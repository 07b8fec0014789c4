//! The holidays of 2014 to 2050 are those that another program, made by others, computed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use loket::domain::term::calendar::{self, Holiday};

const OTHERS: &str = include_str!("../../data/holidays.csv");

#[test]
fn the_holidays_agree_with_those_of_others() {
    let rows = OTHERS.lines().filter(|line| !line.starts_with('#')).skip(1);
    let theirs: BTreeMap<NaiveDate, String> =
        rows.map(|row| row.split_once(',').unwrap()).map(|(date, name)| (date.parse().unwrap(), name.to_lowercase())).collect();
    let ours: BTreeMap<NaiveDate, String> = (2014..=2050)
        .flat_map(calendar::holidays)
        .filter(|(_, holiday)| *holiday != Holiday::Equated)
        .map(|(date, holiday)| (date, holiday.code().to_owned()))
        .collect();
    let days = |named: &BTreeMap<NaiveDate, String>| named.keys().copied().collect::<Vec<_>>();
    assert!(theirs.len() > 330);
    assert_eq!(days(&ours), days(&theirs));
    // Two on one day have one name here.
    let other_names: Vec<_> = ours.iter().filter(|(date, name)| !theirs[date].contains(name.as_str())).collect();
    assert_eq!(other_names, Vec::new());
}
