//! The rules: which there are, and which one was in force on a day.

pub use super::rule_list::RULES;

use super::rule::Rule;
use crate::domain::Date;

/// The code of the general rule: six weeks from bekendmaking.
pub const AWB: &str = "awb-6-7";
/// The code of the rule for decisions of the tax administration.
pub const AWR: &str = "awr-22j";
/// The code of the rule for decisions under the Vreemdelingenwet 2000.
pub const VW: &str = "vw-69";
/// The code of the rule for traffic fines.
pub const WAHV: &str = "wahv-6";

/// The rule with this code as it was in force on a day.
pub fn in_force(code: &str, on: Date) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code && rule.is_in_force(on))
}

/// Every code, once, in the order of the rules.
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<&'static str> = RULES.iter().map(|rule| rule.code).collect();
    codes.dedup();
    codes
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
