//! The rules, as dated data: which act gives which term, from what, with which remedy, and how sure that is.
//!
//! Only the rules that decide the end of an objection term stand here yet. A rule that changes gets a second row with its
//! own dates; a row is never edited, so a running term does not move.

use super::{
    arithmetic::Basis,
    calendar::day,
    length::{Length, Unit},
};
use crate::domain::{Date, role::coded_enum};

coded_enum!(
    /// What a term is for.
    Purpose {
        /// Bezwaar, or where the act says so at once beroep.
        Objection = "bezwaar",
        /// Administratief beroep.
        AdministrativeAppeal = "administratief-beroep",
    }
);

coded_enum!(
    /// What starts a term.
    Trigger {
        /// Bekendmaking: the day the decision was sent (Awb 6:8 and 3:41).
        Announcement = "bekendmaking",
        /// Dagtekening, unless it lies before bekendmaking: then bekendmaking (AWR 22j).
        Dating = "dagtekening",
    }
);

coded_enum!(
    /// What can be done before the safe end. Its text is in the locale files under `remedy-CODE`.
    Remedy {
        /// Bezwaar maken; provisionally (pro forma) if the grounds must follow.
        Objection = "bezwaar",
        /// Administratief beroep bij de officier van justitie.
        AppealToProsecutor = "beroep-officier-van-justitie",
        /// Bezwaar or beroep bij de rechtbank: which one, the decision says.
        ObjectionOrCourt = "bezwaar-of-beroep",
    }
);

coded_enum!(
    /// How sure a rule is.
    Certainty {
        /// As the act says.
        Certain = "zeker",
        /// To be confirmed with a lawyer; shown so.
        ToConfirm = "te-bevestigen",
    }
);

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable code.
    pub code: &'static str,
    /// The act, as it is cited.
    pub act: &'static str,
    /// The article.
    pub article: &'static str,
    /// What the term is for.
    pub purpose: Purpose,
    /// What starts it.
    pub trigger: Trigger,
    /// How long.
    pub length: Length,
    /// Does the Atw apply?
    pub basis: Basis,
    /// What can be done.
    pub remedy: Remedy,
    /// How sure.
    pub certainty: Certainty,
    /// Where it stands: article and identifier at wetten.overheid.nl.
    pub source: &'static str,
    /// In force since; nothing: since before any case of the desk.
    pub valid_from: Option<Date>,
    /// In force up to and including; nothing: still.
    pub valid_to: Option<Date>,
}

impl Rule {
    /// As it is shown: act and article (`Awb 6:7`).
    pub fn label(&self) -> String {
        format!("{} {}", self.act, self.article)
    }

    /// Was this the rule on that day?
    pub fn is_in_force(&self, on: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= on) && self.valid_to.is_none_or(|to| on <= to)
    }
}

/// The code of the general rule: six weeks from bekendmaking.
pub const AWB: &str = "awb-6-7";
/// The code of the rule for decisions of the tax administration.
pub const AWR: &str = "awr-22j";
/// The code of the rule for decisions under the Vreemdelingenwet 2000.
pub const VW: &str = "vw-69";
/// The code of the rule for traffic fines.
pub const WAHV: &str = "wahv-6";

const WEEKS_4: Length = Length::fixed(4, Unit::Week);
const WEEKS_6: Length = Length::fixed(6, Unit::Week);

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        code: AWB,
        act: "Awb",
        article: "6:7",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        length: WEEKS_6,
        basis: Basis::Statutory,
        remedy: Remedy::Objection,
        certainty: Certainty::Certain,
        source: "Awb art. 6:7, 6:8 lid 1 en 3:41 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        valid_to: None,
    },
    Rule {
        code: AWR,
        act: "AWR",
        article: "22j",
        purpose: Purpose::Objection,
        trigger: Trigger::Dating,
        length: WEEKS_6,
        basis: Basis::Statutory,
        remedy: Remedy::Objection,
        certainty: Certainty::Certain,
        source: "AWR art. 22j (BWBR0002320); Awb art. 6:7 (BWBR0005537)",
        valid_from: None,
        valid_to: None,
    },
    Rule {
        code: VW,
        act: "Vw 2000",
        article: "69",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        length: WEEKS_4,
        basis: Basis::Statutory,
        remedy: Remedy::ObjectionOrCourt,
        certainty: Certainty::ToConfirm,
        source: "Vw 2000 art. 69 (BWBR0011823)",
        valid_from: Some(day(2001, 4, 1)),
        valid_to: Some(day(2026, 6, 11)),
    },
    // Since the EU pact on migration some cases have one week: to be confirmed with a lawyer, case by case.
    Rule {
        code: VW,
        act: "Vw 2000",
        article: "69",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        length: WEEKS_4,
        basis: Basis::Statutory,
        remedy: Remedy::ObjectionOrCourt,
        certainty: Certainty::ToConfirm,
        source: "Vw 2000 art. 69 (BWBR0011823), sinds het EU-pact soms een week",
        valid_from: Some(day(2026, 6, 12)),
        valid_to: None,
    },
    Rule {
        code: WAHV,
        act: "Wahv",
        article: "6",
        purpose: Purpose::AdministrativeAppeal,
        trigger: Trigger::Announcement,
        length: WEEKS_6,
        basis: Basis::Statutory,
        remedy: Remedy::AppealToProsecutor,
        certainty: Certainty::Certain,
        source: "Wahv art. 6 (BWBR0004581); Awb art. 6:7 (BWBR0005537)",
        valid_from: None,
        valid_to: None,
    },
];

/// The rule with this code as it was in force on a day.
pub fn in_force(code: &str, on: Date) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code && rule.is_in_force(on))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_rule_never_overlap() {
        for code in [AWB, AWR, VW, WAHV] {
            let rows: Vec<&Rule> = RULES.iter().filter(|rule| rule.code == code).collect();
            for pair in rows.windows(2) {
                assert_eq!(pair[0].valid_to.and_then(|to| to.succ_opt()), pair[1].valid_from, "{code}");
            }
            assert_eq!(rows.last().map(|rule| rule.valid_to), Some(None), "{code}");
        }
    }

    #[test]
    fn a_rule_is_taken_as_it_was_on_the_day() {
        assert_eq!(in_force(VW, day(2026, 6, 11)).and_then(|rule| rule.valid_to), Some(day(2026, 6, 11)));
        assert_eq!(in_force(VW, day(2026, 6, 12)).and_then(|rule| rule.valid_from), Some(day(2026, 6, 12)));
        assert_eq!(in_force(VW, day(2001, 3, 31)), None);
        assert_eq!(in_force(AWB, day(2026, 11, 23)).map(Rule::label), Some("Awb 6:7".into()));
    }
}
