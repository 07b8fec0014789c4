//! One term, shown to people and programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    api::{
        problem::exit,
        term::{Line, RuleOfTerm},
    },
    cli::call::{Call, Done},
    domain::{
        term::explanation::{Explained, Refusal, explain},
        term::{arithmetic::Term, explanation::Ground, explanation::Question, suspension::Suspension},
        text::SafeText,
    },
    locale::{Language, Texts},
};

/// The answer for programs. The names are those of the columns that `--check` reads.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    nominal_end: NaiveDate,
    end: NaiveDate,
    safe_end: NaiveDate,
    provisional: bool,
    days_stood_still: u32,
    runs_again_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<RuleOfTerm>,
    steps: Vec<Line>,
    uncertainties: Vec<Line>,
}

/// The texts of both languages, for answers to programs.
pub(super) struct BothLanguages(Texts, Texts);

impl BothLanguages {
    pub(super) fn new() -> Self {
        Self(Texts::new(Language::Dutch), Texts::new(Language::English))
    }

    pub(super) fn answer(&self, explained: &Explained) -> Answer {
        let line = |code: &str, say: &dyn Fn(&Texts) -> String| Line { code: code.into(), nl: say(&self.0), en: say(&self.1) };
        let end = &explained.end;
        Answer {
            nominal_end: end.nominal_end,
            end: end.end,
            safe_end: end.safe_end,
            provisional: end.provisional,
            days_stood_still: end.days_stood_still,
            runs_again_on: end.runs_again_on,
            rule: explained.rule.map(RuleOfTerm::from),
            steps: explained.steps.iter().map(|step| line(step.code(), &|texts| texts.step(step, explained))).collect(),
            uncertainties: explained.uncertainties.iter().map(|one| line(one.code(), &|texts| texts.uncertainty(one))).collect(),
        }
    }
}

/// A term without a rule, with every step.
pub(super) fn explained(term: &Term, suspensions: &[Suspension]) -> Result<Explained, Refusal> {
    explain(&Question {
        trigger: term.trigger,
        length: Some(term.length),
        ground: Ground::Basis(term.basis),
        suspensions: suspensions.to_vec(),
    })
}

pub(super) fn print(call: &mut Call, explained: &Explained, json: bool) -> Done {
    if json {
        call.print_json(&BothLanguages::new().answer(explained))?;
        return Ok(exit::DONE);
    }
    let texts = &call.texts;
    let end = &explained.end;
    let mut lines = vec![texts.with("cli-term-ends", &[("on", texts.day(end.end).into())])];
    if let Some(again) = end.runs_again_on {
        let values = [
            ("days", texts.days(end.days_stood_still.into()).into()),
            ("on", texts.day(again).into()),
            ("safe", texts.day(end.safe_end).into()),
        ];
        lines.push(texts.with("cli-term-stood-still", &values));
    }
    let careful = |one| texts.with("cli-term-careful", &[("text", texts.uncertainty(one).into())]);
    lines.extend(explained.uncertainties.iter().map(careful));
    lines.push(String::new());
    if let Some(rule) = explained.rule {
        let label = rule.label();
        let text = texts.rule(rule);
        lines.push(if label.is_empty() { text } else { format!("{label}: {text}") });
    }
    lines.extend(steps(texts, explained));
    if let Some(rule) = explained.rule {
        lines.push(String::new());
        lines.push(texts.with("cli-term-remedy", &[("text", texts.remedy(rule).into())]));
        if !rule.source.is_empty() {
            lines.push(texts.with("cli-term-source", &[("text", rule.source.into())]));
        }
    }
    for line in lines {
        call.print(&SafeText::line(&line))?;
    }
    Ok(exit::DONE)
}

/// Every step in the reader's language.
pub(super) fn steps(texts: &Texts, explained: &Explained) -> Vec<String> {
    explained.steps.iter().map(|step| format!("  {}", texts.step(step, explained))).collect()
}
