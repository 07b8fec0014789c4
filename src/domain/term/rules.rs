//! The rules, as dated data.
//!
//! A rule that changes gets a second row with its own dates; a row is never edited, so a running term does not move: it keeps
//! the row that was in force on its trigger day. What is to be confirmed with a lawyer says so.

use super::{
    arithmetic::Basis,
    calendar::day,
    length::{Length, Unit},
    rule::{Certainty, Purpose, Remedy, Rule, Span, Trigger},
};
use crate::domain::Date;

/// The code of the general rule: six weeks from bekendmaking.
pub const AWB: &str = "awb-6-7";
/// The code of the rule for decisions of the tax administration.
pub const AWR: &str = "awr-22j";
/// The code of the rule for decisions under the Vreemdelingenwet 2000.
pub const VW: &str = "vw-69";
/// The code of the rule for traffic fines.
pub const WAHV: &str = "wahv-6";

/// What most rules have in common: an act as the basis, certain, in force before any case of the desk and still.
const STATUTORY: Rule = Rule {
    code: "",
    act: "",
    article: "",
    purpose: Purpose::Free,
    trigger: Trigger::AnyDay,
    span: Span::Free,
    basis: Basis::Statutory,
    remedy: Remedy::Agree,
    certainty: Certainty::Certain,
    source: "",
    valid_from: None,
    valid_to: None,
};

/// Every rule, those of one code in order of their dates.
pub const RULES: &[Rule] = &[
    Rule {
        code: AWB,
        act: "Awb",
        article: "6:7",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        span: Span::Exactly(Length::fixed(6, Unit::Week)),
        remedy: Remedy::Objection,
        source: "Awb art. 6:7, 6:8 lid 1 en 3:41 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-6-7-beroep",
        act: "Awb",
        article: "6:7",
        purpose: Purpose::Appeal,
        trigger: Trigger::Announcement,
        span: Span::Exactly(Length::fixed(6, Unit::Week)),
        remedy: Remedy::Appeal,
        source: "Awb art. 6:7, 6:8 lid 1 en 3:41 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    // Whether the Atw moves the end of this week is to be confirmed.
    Rule {
        code: "awb-6-9-2",
        act: "Awb",
        article: "6:9 lid 2",
        purpose: Purpose::Objection,
        trigger: Trigger::ObjectionTermEnd,
        span: Span::Exactly(Length::fixed(1, Unit::Week)),
        remedy: Remedy::Objection,
        certainty: Certainty::ToConfirm,
        source: "Awb art. 6:9 lid 2 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-6-6",
        act: "Awb",
        article: "6:6",
        purpose: Purpose::Objection,
        trigger: Trigger::CureRequest,
        span: Span::None,
        remedy: Remedy::Complete,
        source: "Awb art. 6:6 en 7:10 lid 2 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-6-11",
        act: "Awb",
        article: "6:11",
        purpose: Purpose::Objection,
        trigger: Trigger::ObjectionTermEnd,
        span: Span::None,
        remedy: Remedy::Explain,
        source: "Awb art. 6:11 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-6-12",
        act: "Awb",
        article: "6:12",
        purpose: Purpose::Appeal,
        trigger: Trigger::DecisionTermEnd,
        span: Span::None,
        remedy: Remedy::NoticeOfDefault,
        source: "Awb art. 6:12 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-6-16",
        act: "Awb",
        article: "6:16",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        span: Span::None,
        remedy: Remedy::InterimRelief,
        source: "Awb art. 6:16 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-7-10",
        act: "Awb",
        article: "7:10",
        purpose: Purpose::Decision,
        trigger: Trigger::ObjectionTermEnd,
        span: Span::Exactly(Length::fixed(6, Unit::Week)),
        remedy: Remedy::NoticeOfDefault,
        source: "Awb art. 7:10 lid 1 (BWBR0005537)",
        valid_from: Some(day(2009, 10, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-7-10-commissie",
        act: "Awb",
        article: "7:10",
        purpose: Purpose::Decision,
        trigger: Trigger::ObjectionTermEnd,
        span: Span::Exactly(Length::fixed(12, Unit::Week)),
        remedy: Remedy::NoticeOfDefault,
        source: "Awb art. 7:10 lid 1 en 7:13 (BWBR0005537)",
        valid_from: Some(day(2009, 10, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-7-10-3",
        act: "Awb",
        article: "7:10 lid 3",
        purpose: Purpose::Decision,
        trigger: Trigger::DecisionTermEnd,
        span: Span::AtMost(Length::fixed(6, Unit::Week)),
        remedy: Remedy::NoticeOfDefault,
        source: "Awb art. 7:10 lid 3 (BWBR0005537)",
        valid_from: Some(day(2009, 10, 1)),
        ..STATUTORY
    },
    // A reasonable term; past in any case after eight weeks.
    Rule {
        code: "awb-4-13",
        act: "Awb",
        article: "4:13",
        purpose: Purpose::Decision,
        trigger: Trigger::Receipt,
        span: Span::AtMost(Length::fixed(8, Unit::Week)),
        remedy: Remedy::NoticeOfDefault,
        source: "Awb art. 4:13 en 4:14 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-4-15",
        act: "Awb",
        article: "4:15",
        purpose: Purpose::Decision,
        trigger: Trigger::CompletionRequest,
        span: Span::None,
        remedy: Remedy::Complete,
        source: "Awb art. 4:15 (BWBR0005537); RvS 21 september 2016, ECLI:NL:RVS:2016:2527",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-4-17",
        act: "Awb",
        article: "4:17",
        purpose: Purpose::Penalty,
        trigger: Trigger::NoticeLapse,
        span: Span::AtMost(Length::fixed(42, Unit::Day)),
        basis: Basis::Excluded,
        remedy: Remedy::NoticeOfDefault,
        source: "Awb art. 4:17 (BWBR0005537)",
        valid_from: Some(day(2009, 10, 1)),
        ..STATUTORY
    },
    Rule {
        code: "awb-8-81",
        act: "Awb",
        article: "8:81",
        purpose: Purpose::InterimRelief,
        trigger: Trigger::AnyDay,
        span: Span::None,
        remedy: Remedy::InterimRelief,
        source: "Awb art. 8:81 (BWBR0005537)",
        valid_from: Some(day(1994, 1, 1)),
        ..STATUTORY
    },
    Rule {
        code: AWR,
        act: "AWR",
        article: "22j",
        purpose: Purpose::Objection,
        trigger: Trigger::Dating,
        span: Span::Exactly(Length::fixed(6, Unit::Week)),
        remedy: Remedy::Objection,
        source: "AWR art. 22j (BWBR0002320); Awb art. 6:7 (BWBR0005537)",
        ..STATUTORY
    },
    Rule {
        code: VW,
        act: "Vw 2000",
        article: "69",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        span: Span::Exactly(Length::fixed(4, Unit::Week)),
        remedy: Remedy::ObjectionOrCourt,
        certainty: Certainty::ToConfirm,
        source: "Vw 2000 art. 69 (BWBR0011823)",
        valid_from: Some(day(2001, 4, 1)),
        valid_to: Some(day(2026, 6, 11)),
        ..STATUTORY
    },
    // Since the EU pact on migration some cases have one week: to be confirmed with a lawyer, case by case.
    Rule {
        code: VW,
        act: "Vw 2000",
        article: "69",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        span: Span::Exactly(Length::fixed(4, Unit::Week)),
        remedy: Remedy::ObjectionOrCourt,
        certainty: Certainty::ToConfirm,
        source: "Vw 2000 art. 69 (BWBR0011823), sinds het EU-pact soms een week",
        valid_from: Some(day(2026, 6, 12)),
        ..STATUTORY
    },
    Rule {
        code: "vw-69-week",
        act: "Vw 2000",
        article: "69",
        purpose: Purpose::Objection,
        trigger: Trigger::Announcement,
        span: Span::Exactly(Length::fixed(1, Unit::Week)),
        remedy: Remedy::ObjectionOrCourt,
        certainty: Certainty::ToConfirm,
        source: "Vw 2000 art. 69 (BWBR0011823), sinds het EU-pact",
        valid_from: Some(day(2026, 6, 12)),
        ..STATUTORY
    },
    Rule {
        code: WAHV,
        act: "Wahv",
        article: "6",
        purpose: Purpose::AdministrativeAppeal,
        trigger: Trigger::Announcement,
        span: Span::Exactly(Length::fixed(6, Unit::Week)),
        remedy: Remedy::AppealToProsecutor,
        source: "Wahv art. 6 (BWBR0004581); Awb art. 6:7 (BWBR0005537)",
        ..STATUTORY
    },
    Rule {
        code: "awir-28",
        act: "Awir",
        article: "28",
        purpose: Purpose::Payment,
        trigger: Trigger::Dating,
        span: Span::Exactly(Length::fixed(6, Unit::Week)),
        basis: Basis::Excluded,
        remedy: Remedy::Instalments,
        source: "Awir art. 28 (BWBR0018472)",
        ..STATUTORY
    },
    // Until when the older versions counted is to be confirmed.
    Rule {
        code: "awir-28-oud",
        act: "Awir",
        article: "28",
        purpose: Purpose::Payment,
        trigger: Trigger::Dating,
        span: Span::Exactly(Length::fixed(2, Unit::Month)),
        basis: Basis::Excluded,
        remedy: Remedy::Instalments,
        certainty: Certainty::ToConfirm,
        source: "Awir art. 28 (BWBR0018472), oudere versies",
        ..STATUTORY
    },
    Rule {
        code: "iw-9",
        act: "Invorderingswet 1990",
        article: "9",
        purpose: Purpose::Payment,
        trigger: Trigger::Dating,
        span: Span::Exactly(Length::fixed(6, Unit::Week)),
        basis: Basis::Excluded,
        remedy: Remedy::Instalments,
        source: "Invorderingswet 1990 art. 9 lid 1 (BWBR0004770)",
        ..STATUTORY
    },
    Rule {
        code: "iw-9-naheffing",
        act: "Invorderingswet 1990",
        article: "9",
        purpose: Purpose::Payment,
        trigger: Trigger::Dating,
        span: Span::Exactly(Length::fixed(14, Unit::Day)),
        basis: Basis::Excluded,
        remedy: Remedy::Instalments,
        certainty: Certainty::ToConfirm,
        source: "Invorderingswet 1990 art. 9 lid 2 (BWBR0004770)",
        ..STATUTORY
    },
    Rule {
        code: "wgs-4",
        act: "Wgs",
        article: "4",
        purpose: Purpose::FirstTalk,
        trigger: Trigger::HelpRequest,
        span: Span::Exactly(Length::fixed(4, Unit::Week)),
        remedy: Remedy::RemindMunicipality,
        source: "Wgs art. 4 lid 1 (BWBR0031331)",
        valid_from: Some(day(2012, 7, 1)),
        ..STATUTORY
    },
    Rule {
        code: "wgs-4-dreigend",
        act: "Wgs",
        article: "4",
        purpose: Purpose::FirstTalk,
        trigger: Trigger::HelpRequest,
        span: Span::Exactly(Length::fixed(3, Unit::WorkingDay)),
        remedy: Remedy::RemindMunicipality,
        source: "Wgs art. 4 lid 2 (BWBR0031331)",
        valid_from: Some(day(2012, 7, 1)),
        ..STATUTORY
    },
    Rule {
        code: "wgs-5",
        act: "Wgs",
        article: "5",
        purpose: Purpose::Moratorium,
        trigger: Trigger::CourtOrder,
        span: Span::AtMost(Length::fixed(6, Unit::Month)),
        remedy: Remedy::Arrangement,
        source: "Wgs art. 5 (BWBR0031331)",
        ..STATUTORY
    },
    // The acts that UWV carries out have terms of their own: no length is given until they are confirmed.
    Rule {
        code: "uwv-bezwaar",
        act: "UWV",
        article: "",
        purpose: Purpose::Decision,
        trigger: Trigger::ObjectionTermEnd,
        span: Span::None,
        remedy: Remedy::NoticeOfDefault,
        certainty: Certainty::ToConfirm,
        source: "verschilt per wet",
        ..STATUTORY
    },
    Rule {
        code: "wettelijk",
        act: "",
        article: "",
        purpose: Purpose::Free,
        trigger: Trigger::AnyDay,
        span: Span::Free,
        remedy: Remedy::Agree,
        source: "Algemene termijnenwet (BWBR0002448)",
        ..STATUTORY
    },
    Rule {
        code: "afspraak",
        act: "",
        article: "",
        purpose: Purpose::Free,
        trigger: Trigger::AnyDay,
        span: Span::Free,
        basis: Basis::Agreed,
        remedy: Remedy::Agree,
        source: "",
        ..STATUTORY
    },
    Rule {
        code: "intern",
        act: "",
        article: "",
        purpose: Purpose::Free,
        trigger: Trigger::AnyDay,
        span: Span::Free,
        basis: Basis::Agreed,
        remedy: Remedy::Agree,
        source: "",
        ..STATUTORY
    },
];

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
