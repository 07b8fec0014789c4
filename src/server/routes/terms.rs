//! Terms, computed.

use axum::{Json, extract::State};

use super::{App, Failure, body::Ask};
use crate::{
    api::{
        path,
        problem::Problem,
        term::{Line, TermAnswer, TermQuestion},
    },
    domain::{
        check::{self, Finding},
        term::{
            arithmetic::{Basis, TermError},
            explanation::{Ground, Question, Refusal, explain},
            length::{Length, LengthError},
            suspension::Suspension,
        },
    },
    locale::{Language, Texts},
};

/// Computes a term: its end, its safe end, how that came to be, and what is uncertain. Stores nothing.
#[utoipa::path(post, path = path::TERMS_CALCULATE, tag = "terms", request_body = TermQuestion, responses(
    (status = 200, description = "When the term ends, and why", body = TermAnswer),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn calculate(State(app): State<App>, Ask(asked): Ask<TermQuestion>) -> Result<Json<TermAnswer>, Failure> {
    let question = question(&asked).map_err(Failure::input)?;
    let explained = explain(&question).map_err(|refusal| Failure::input(vec![finding(&refusal, &question)]))?;
    let (dutch, english) = (app.texts(Language::Dutch), app.texts(Language::English));
    let line = |code: &str, say: &dyn Fn(&Texts) -> String| Line { code: code.into(), nl: say(dutch), en: say(english) };
    let steps = explained.steps.iter().map(|step| line(step.code(), &|texts| texts.step(step, &explained))).collect();
    let uncertain = explained.uncertainties.iter().map(|one| line(one.code(), &|texts| texts.uncertainty(one))).collect();
    Ok(Json(TermAnswer::new(&explained, steps, uncertain)))
}

/// The question, or everything that is wrong with it.
fn question(asked: &TermQuestion) -> Result<Question, Vec<Finding>> {
    let mut findings = vec![];
    let length = asked.length.as_deref().and_then(|text| {
        let wrong = |error| match error {
            LengthError::NotALength(_) => Finding::new("/length", "wrong-form", "6w"),
            LengthError::Zero | LengthError::TooLong => Finding::new("/length", "out-of-range", format!("1–{}", Length::MOST)),
        };
        text.parse::<Length>().map_err(|error| findings.push(wrong(error))).ok()
    });
    let ground = match (&asked.rule, asked.basis) {
        (Some(_), Some(_)) => {
            findings.push(Finding::new("/basis", "not-together", "rule"));
            Ground::Basis(Basis::Statutory)
        }
        (Some(code), None) => Ground::Rule(code.clone()),
        (None, basis) => Ground::Basis(basis.unwrap_or(Basis::Statutory)),
    };
    if asked.suspensions.len() > check::LIST_MOST {
        findings.push(Finding::new("/suspensions", "too-long", check::LIST_MOST));
    }
    let mut suspensions = vec![];
    for (at, days) in asked.suspensions.iter().enumerate() {
        match Suspension::new(days.from, days.until) {
            Ok(suspension) => suspensions.push(suspension),
            Err(_) => findings.push(Finding::new(format!("/suspensions/{at}/until"), "out-of-range", format!("≥ {}", days.from))),
        }
    }
    if findings.is_empty() { Ok(Question { trigger: asked.trigger, length, ground, suspensions }) } else { Err(findings) }
}

/// Where the question is wrong when there is no answer.
fn finding(refusal: &Refusal, question: &Question) -> Finding {
    match refusal {
        Refusal::UnknownRule(_) => Finding::new("/rule", "unknown-value", ""),
        Refusal::NotInForce(rule, _) => {
            let since = rule.valid_from.map(|day| day.to_string()).unwrap_or_default();
            let until = rule.valid_to.map(|day| day.to_string()).unwrap_or_default();
            Finding::new("/trigger", "out-of-range", format!("{since}–{until}"))
        }
        Refusal::GivesNoTerm(_) => Finding::new("/rule", "no-term", ""),
        Refusal::LengthMissing => Finding::new("/length", "required", ""),
        Refusal::OtherLength(rule, _) => {
            Finding::new("/length", "other-length", rule.span.length().map(|length| length.to_string()).unwrap_or_default())
        }
        Refusal::Term(TermError::OutOfRange(day)) => {
            let at = if *day == question.trigger { "/trigger" } else { "/suspensions" };
            Finding::new(at, "out-of-range", "1900–9999")
        }
        Refusal::Term(TermError::EndOutOfRange) => Finding::new("/length", "out-of-range", "≤ 9999-12-31"),
        Refusal::Term(TermError::SuspendedWorkingDays) => Finding::new("/suspensions", "not-with-working-days", ""),
    }
}
