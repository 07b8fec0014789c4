//! Tests of terms in words: every code has its text in both languages, and what some dates say.

use super::{Language, Texts};
use crate::domain::{
    term::{
        arithmetic::Basis,
        calendar::Holiday,
        explanation::{Ground, Question, Refusal, explain},
        length::Unit,
        rule::Remedy,
        rules,
    },
    zone::read_date,
};

fn question(trigger: &str, length: &str, ground: Ground, suspended: &[&str]) -> Question {
    Question {
        trigger: read_date(trigger).unwrap(),
        length: length.parse().ok(),
        ground,
        suspensions: suspended.iter().map(|text| text.parse().unwrap()).collect(),
    }
}

fn steps(language: Language, question: &Question) -> Vec<String> {
    let (texts, explained) = (Texts::new(language), explain(question).unwrap());
    explained.steps.iter().map(|step| texts.step(step, &explained)).collect()
}

#[test]
fn every_code_has_its_text_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let mut keys: Vec<String> = rules::codes().iter().map(|code| format!("rule-{code}")).collect();
        keys.extend(Remedy::ALL.iter().map(|remedy| format!("remedy-{remedy}")));
        keys.extend(Unit::ALL.iter().map(|unit| format!("term-length-{unit}")));
        keys.extend(Holiday::ALL.iter().map(|holiday| format!("holiday-{}", holiday.code().replace(' ', "-"))));
        for step in
            "begins counted month-ends stood-still atw-excluded atw-no-act atw-too-long atw-2 atw-1 ends safe-end".split(' ')
        {
            keys.push(format!("term-step-{step}"));
        }
        for code in "rule-to-confirm provisional no-effect no-margin legal-review".split(' ') {
            keys.push(format!("term-uncertain-{code}"));
        }
        let refused = "unknown-rule not-in-force gives-no-term length-missing other-length out-of-range end-out-of-range suspended-working-days";
        keys.extend(refused.split(' ').map(|code| format!("term-refused-{code}")));
        let missing: Vec<&String> = keys.iter().filter(|key| !texts.has(key)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "{language}");
    }
}

#[test]
fn good_friday_says_every_day_it_passes_over() {
    let asked = question("2026-02-20", "6w", Ground::Basis(Basis::Statutory), &[]);
    assert_eq!(
        steps(Language::Dutch, &asked),
        [
            "De dag zelf, vr 20-02-2026, telt niet mee: de termijn begint op za 21-02-2026.",
            "Daarna 6 weken geteld: vr 03-04-2026.",
            "Geen gewone dag: vr 03-04-2026 (Goede Vrijdag), za 04-04-2026, zo 05-04-2026, ma 06-04-2026 (tweede paasdag). \
             Atw art. 1: het einde wordt di 07-04-2026.",
            "De laatste dag is di 07-04-2026; te laat vanaf wo 08-04-2026.",
        ]
    );
}

#[test]
fn a_suspension_says_how_long_and_from_when() {
    let asked = question("2026-11-02", "6w", Ground::Rule(rules::AWB.into()), &["2026-11-16..2026-11-27"]);
    let steps = steps(Language::English, &asked);
    assert_eq!(
        steps[2],
        "Standstill from Mon 16-11-2026 up to and including Thu 26-11-2026: 11 days. The count runs again from Fri 27-11-2026 \
         and then ends on Fri 25-12-2026."
    );
    assert_eq!(steps.last().unwrap(), "Without standing still the last day is Mon 14-12-2026 (safe end).");
}

#[test]
fn a_refusal_says_what_is_right() {
    let texts = Texts::new(Language::Dutch);
    let say = |question: &Question| texts.refusal(&explain(question).unwrap_err());
    let rule = |code: &str| Ground::Rule(code.into());
    assert_eq!(say(&question("2026-10-10", "8w", rule("awb-6-7"), &[])), "Awb 6:7 geeft 6 weken, niet 8 weken.");
    assert_eq!(say(&question("2026-10-10", "7m", rule("wgs-5"), &[])), "Wgs 5 geeft hoogstens 6 maanden, niet 7 maanden.");
    assert_eq!(
        say(&question("2026-06-11", "", rule("vw-69-week"), &[])),
        "Vw 2000 69 gold niet op do 11-06-2026. De regel geldt vanaf vr 12-06-2026."
    );
    let steering = texts.refusal(&Refusal::UnknownRule("\u{1b}]52;c;AAAA\u{7}".repeat(50)));
    assert!(steering.chars().count() < 120 && !steering.contains('\u{1b}'), "{steering}");
}
