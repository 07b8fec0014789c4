//! Tests of the rules as data: dates that join, codes that stand once, sources that are named.

use super::{
    super::{calendar::day, rule::Purpose},
    *,
};

#[test]
fn rows_of_one_rule_never_overlap() {
    for code in codes() {
        let rows: Vec<&Rule> = RULES.iter().filter(|rule| rule.code == code).collect();
        for pair in rows.windows(2) {
            assert_eq!(pair[0].valid_to.and_then(|to| to.succ_opt()), pair[1].valid_from, "{code}");
        }
        assert_eq!(rows.last().map(|rule| rule.valid_to), Some(None), "{code}");
    }
}

#[test]
fn codes_stand_once_and_every_rule_of_an_act_names_its_source() {
    let codes = codes();
    let unique: std::collections::BTreeSet<_> = codes.iter().collect();
    assert_eq!(unique.len(), codes.len(), "the rows of a code stand together");
    for rule in RULES.iter().filter(|rule| rule.purpose != Purpose::Free) {
        assert!(!rule.source.is_empty() && !rule.act.is_empty(), "{}", rule.code);
    }
}

#[test]
fn a_rule_is_taken_as_it_was_on_the_day() {
    assert_eq!(in_force(VW, day(2026, 6, 11)).and_then(|rule| rule.valid_to), Some(day(2026, 6, 11)));
    assert_eq!(in_force(VW, day(2026, 6, 12)).and_then(|rule| rule.valid_from), Some(day(2026, 6, 12)));
    assert_eq!(in_force(VW, day(2001, 3, 31)), None);
    assert_eq!(in_force(AWB, day(2026, 11, 23)).map(Rule::label), Some("Awb 6:7".into()));
}
