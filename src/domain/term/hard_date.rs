//! Hard dates of a signal: the safe ends of its decisions' objection terms, and the earliest date that matters.
//!
//! Which rule a decision falls under is told by the body that took it. Where that is not sure, or only the dagtekening is
//! known, the earlier end is taken and marked uncertain. A decision without a usable date has no term: never a wrong one.

use super::{
    arithmetic::Term,
    rule::{Certainty, Rule, Trigger},
    rules,
};
use crate::domain::{
    Date,
    arrangement::ArrangementDay,
    ids::OrganisationCode,
    signal::{Decision, Facts, HardDate, HardDateKind, Signal},
    text::RawText,
    time_out::{DecisionSuspension, term_dates},
};

/// The objection terms of a signal's decisions in order of the day to go by, those that ended before receipt too, and its
/// first hard date: the earliest of threatening events, ends, open moratoria and commitments. A threatening event counts also
/// when its day had passed on the day of receipt: it is then the first thing to look at; of the others, what ended before
/// receipt is nothing the desk could keep. The day to go by is the safe end, unless an act makes a time-out count.
pub fn hard_dates(
    facts: &Facts,
    suspensions: &[DecisionSuspension],
    arrangements: &[ArrangementDay],
    received_on: Date,
) -> (Vec<HardDate>, Option<HardDate>) {
    let mut terms: Vec<HardDate> = facts.decisions.iter().filter_map(|decision| objection_term(decision, suspensions)).collect();
    terms.sort_by_key(|term| term.on);
    let threats = threats(facts);
    // On the same day the threat stands first: it is what people must prevent.
    let others = arrangements.iter().filter_map(ArrangementDay::hard_date);
    let kept = terms.iter().cloned().chain(others).filter(|date| date.on >= received_on);
    let first = threats.chain(kept).min_by_key(|date| date.on);
    (terms, first)
}

/// Every hard date of a signal in order of day, on the same day the threat first; those that passed, too.
pub fn every_hard_date(signal: &Signal) -> Vec<HardDate> {
    let others = signal.arrangements.iter().filter_map(ArrangementDay::hard_date);
    let mut dates: Vec<HardDate> = threats(&signal.facts).chain(signal.terms.iter().cloned()).chain(others).collect();
    dates.sort_by_key(|date| date.on);
    dates
}

/// The threatening events whose day is known.
fn threats(facts: &Facts) -> impl Iterator<Item = HardDate> {
    facts.threats.iter().filter_map(|threat| {
        Some(HardDate {
            on: threat.on?,
            kind: HardDateKind::Threat,
            label: threat.what.clone(),
            organisation: None,
            uncertain: false,
        })
    })
}

/// The end to go by of the term in which something can be done against a decision; nothing when no date of it is known.
pub fn objection_term(decision: &Decision, suspensions: &[DecisionSuspension]) -> Option<HardDate> {
    let dates = term_dates(decision, suspensions)?;
    Some(HardDate {
        on: dates.alarm_on,
        kind: HardDateKind::Objection,
        label: dates.label,
        organisation: Some(decision.organisation.clone()),
        uncertain: dates.uncertain || dates.provisional,
    })
}

/// The term in which something can be done against a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectionTerm {
    /// The rule it rests on.
    pub rule: &'static Rule,
    /// The term.
    pub term: Term,
    /// Are rule and trigger sure? Otherwise the earlier of what is possible was taken.
    pub is_sure: bool,
}

/// The objection term of a decision; nothing when no usable date of it is known.
pub fn objection_term_of(decision: &Decision) -> Option<ObjectionTerm> {
    let (code, is_clear) = rule_for(&decision.organisation, decision);
    let any_date = decision.announced_on.or(decision.dated_on)?;
    let rule = rules::in_force(code, any_date)?;
    let (trigger, is_known) = trigger_of(rule, decision)?;
    let term = Term { trigger, length: rule.span.length()?, basis: rule.basis };
    Some(ObjectionTerm { rule, term, is_sure: is_clear && is_known && rule.certainty == Certainty::Certain })
}

/// The rule for what this body decides, and whether that is clear.
fn rule_for(body: &OrganisationCode, decision: &Decision) -> (&'static str, bool) {
    match body.as_str() {
        "BD" => (rules::AWR, true),
        // The Wet COA points to the Vreemdelingenwet for what the COA decides.
        "IND" | "DTenV" | "COA" => (rules::VW, false),
        // The CJIB also collects what a court or prosecutor imposed: only a traffic fine is sure to fall under the Wahv.
        "CJIB" => (rules::WAHV, names_the_wahv(decision)),
        "UWV" | "SVB" | "DT" | "CAK" | "DUO" | "CIZ" | "RvIG" | "RvR" | "SGM" | "RDW" | "CBR" | "NZa" | "IMG" => {
            (rules::AWB, true)
        }
        code if code.starts_with("GM") => (rules::AWB, true),
        // DJI, reclassering, RvdK, LBIO, Huurcommissie, ministries: not clearly decisions one objects to.
        _ => (rules::AWB, false),
    }
}

fn names_the_wahv(decision: &Decision) -> bool {
    let says = |text: &RawText| text.raw().to_lowercase().contains("wahv");
    says(&decision.reference) || says(&decision.kind)
}

/// The day that starts the term, and whether it is known or the earlier of what is possible.
fn trigger_of(rule: &Rule, decision: &Decision) -> Option<(Date, bool)> {
    match (rule.trigger, decision.announced_on, decision.dated_on) {
        (Trigger::Announcement, Some(announced), _) => Some((announced, true)),
        (Trigger::Dating, Some(announced), Some(dated)) => Some((announced.max(dated), true)),
        (Trigger::Dating, Some(announced), None) => Some((announced, false)),
        (Trigger::Announcement | Trigger::Dating, None, dated) => dated.map(|dated| (dated, false)),
        // Of no other trigger a decision knows the day.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::calendar::day, *};
    use crate::domain::signal::Threat;

    fn decision(body: &str, announced_on: Option<Date>, dated_on: Option<Date>) -> Decision {
        Decision {
            organisation: OrganisationCode(body.into()),
            reference: "".into(),
            kind: "".into(),
            amount_cents: None,
            announced_on,
            dated_on,
        }
    }

    fn shown(decision: &Decision) -> String {
        objection_term(decision, &[])
            .map_or("none".into(), |term| format!("{} {}{}", term.on, term.label.raw(), if term.uncertain { " ?" } else { "" }))
    }

    #[test]
    fn each_body_has_its_rule() {
        let sent = Some(day(2026, 10, 12));
        for (body, expected) in [
            ("CAK", "2026-11-23 Awb 6:7"),
            ("GM0344", "2026-11-23 Awb 6:7"),
            ("IND", "2026-11-09 Vw 2000 69 ?"),
            ("DTenV", "2026-11-09 Vw 2000 69 ?"),
            ("COA", "2026-11-09 Vw 2000 69 ?"),
            ("BD", "2026-11-23 AWR 22j ?"),
            ("CJIB", "2026-11-23 Wahv 6 ?"),
            ("LBIO", "2026-11-23 Awb 6:7 ?"),
            ("SZW", "2026-11-23 Awb 6:7 ?"),
        ] {
            assert_eq!(shown(&decision(body, sent, None)), expected, "{body}");
        }
        let fine = Decision { reference: "WAHV-91-220-114".into(), ..decision("CJIB", sent, None) };
        assert_eq!(shown(&fine), "2026-11-23 Wahv 6");
    }

    #[test]
    fn tax_counts_from_the_dagtekening_unless_it_lies_before_bekendmaking() {
        let (early, late) = (day(2026, 10, 7), day(2026, 10, 14));
        assert_eq!(shown(&decision("BD", Some(early), Some(late))), "2026-11-25 AWR 22j");
        assert_eq!(shown(&decision("BD", Some(late), Some(early))), "2026-11-25 AWR 22j");
        assert_eq!(shown(&decision("BD", None, Some(early))), "2026-11-18 AWR 22j ?");
    }

    #[test]
    fn only_the_dagtekening_is_uncertain_and_no_date_is_no_term() {
        assert_eq!(shown(&decision("SVB", None, Some(day(2026, 10, 7)))), "2026-11-18 Awb 6:7 ?");
        assert_eq!(shown(&decision("SVB", Some(day(2026, 10, 7)), Some(day(2026, 10, 1)))), "2026-11-18 Awb 6:7");
        assert_eq!(shown(&decision("SVB", None, None)), "none");
        assert_eq!(shown(&decision("SVB", Some(day(9999, 12, 31)), None)), "none");
    }

    #[test]
    fn the_first_hard_date_is_the_earliest_and_of_terms_not_before_receipt() {
        let threat = |what: &str, on| Threat { what: what.into(), on };
        let mut facts = Facts {
            threats: vec![threat("ontruiming", Some(day(2026, 12, 2))), threat("afsluiting", None)],
            decisions: vec![decision("SVB", Some(day(2026, 10, 20)), None), decision("UWV", Some(day(2026, 9, 1)), None)],
            ..Facts::default()
        };
        let (terms, first) = hard_dates(&facts, &[], &[], day(2026, 11, 16));
        let ends: Vec<Date> = terms.iter().map(|term| term.on).collect();
        assert_eq!(ends, [day(2026, 10, 13), day(2026, 12, 1)]);
        assert_eq!(first.map(|date| date.on), Some(day(2026, 12, 1)));

        facts.threats.push(threat("zorg stopt", Some(day(2026, 12, 1))));
        assert_eq!(hard_dates(&facts, &[], &[], day(2026, 11, 16)).1.map(|date| date.label), Some("zorg stopt".into()));
        let passed = hard_dates(&facts, &[], &[], day(2026, 12, 3)).1.map(|date| date.label);
        assert_eq!(passed, Some("zorg stopt".into()), "an event that had passed when it was reported is not lost");
        facts.threats.clear();
        assert_eq!(hard_dates(&facts, &[], &[], day(2026, 12, 3)).1, None, "terms that ended before receipt do not count");
        assert_eq!(hard_dates(&Facts::default(), &[], &[], day(2026, 12, 3)), (vec![], None));
    }
}
