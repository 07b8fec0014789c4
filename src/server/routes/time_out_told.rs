//! A time-out, or another row of the board, in words: dates, their explanation, the advice that fits the remedy, and why a verb cannot be used now.

use super::{App, arrangement_told::any_told};
use crate::{
    api::{
        arrangement::{AnyArrangement, each},
        deadline::DeadlineDetail,
        term::Line,
        time_out::{PermittedVerb, TimeOutDetail},
    },
    domain::{
        deadline::{Deadline, DeadlineKind},
        term::{
            explanation::{Explained, Ground, Question, explain},
            hard_date::objection_term_of,
            suspension::Suspension,
        },
        time_out::{DecisionSuspension, SuspendedDecision, TimeOut, TimeOutGround, TimeOutVerb, decide, term_dates},
    },
    locale::{Language, Texts, Value},
    server::service::{Case, Clockwork},
};

/// What a single time-out is answered with.
pub fn told(app: &App, case: &Case) -> TimeOutDetail {
    let time_out = &case.time_out;
    let suspensions: Vec<DecisionSuspension> = case.others.iter().chain([time_out]).filter_map(TimeOut::suspension).collect();
    let words = words_of(app, &time_out.suspends, &suspensions, Some(time_out.facts.ground));
    TimeOutDetail {
        term: term_dates(&time_out.suspends.decision, &suspensions),
        steps: words.steps,
        uncertainties: words.uncertainties,
        advice: words.advice,
        lapse: line(app, "lapse", &|texts| {
            let after = time_out.last_suspended_day().succ_opt().unwrap_or(time_out.last_suspended_day());
            texts.with("time-out-lapse", &[("day", texts.day(after).into())])
        }),
        verbs: TimeOutVerb::ALL
            .iter()
            .map(|verb| PermittedVerb {
                verb: *verb,
                refused: decide::refused(time_out, *verb, app.service.now()).map(|refusal| {
                    let value = Value::from(refusal.value());
                    let key = format!("fault-{}", refusal.code());
                    line(app, refusal.code(), &|texts| texts.with(&key, &[("value", value.clone())]))
                }),
            })
            .collect(),
        confirmation: case.confirmation.clone(),
        item: time_out.clone(),
    }
}

/// What a single row of the board is answered with.
pub fn clock_told(app: &App, clock: &Clockwork) -> DeadlineDetail {
    let time_out = clock.time_out.as_ref().map(|case| told(app, case));
    let arrangement = clock.arrangement.as_ref().map(|found| any_told(app, found));
    let words = match (&clock.decision, &time_out) {
        _ if arrangement.is_some() => arrangement.iter().map(words_of_arrangement).next().unwrap_or_default(),
        (Some(decision), _) => words_of(app, &SuspendedDecision::of(decision), &clock.suspensions, clock.row.ground),
        (None, Some(found)) => {
            Words { steps: found.steps.clone(), uncertainties: found.uncertainties.clone(), advice: found.advice.clone() }
        }
        (None, None) if clock.row.kind == DeadlineKind::CallBack => {
            Words { advice: call_back(app, &clock.row), ..Words::default() }
        }
        (None, None) => Words::default(),
    };
    let lapse = match (clock.row.kind, &time_out) {
        (DeadlineKind::TimeOut, Some(found)) => found.lapse.clone(),
        (kind, _) => {
            let key = format!("deadline-lapse-{}", kind.code().replace('_', "-"));
            line(app, "lapse", &|texts| texts.with(&key, &[("day", texts.day(clock.row.alarm_on).into())]))
        }
    };
    DeadlineDetail {
        item: clock.row.clone(),
        steps: words.steps,
        uncertainties: words.uncertainties,
        advice: words.advice,
        lapse,
        time_out,
        arrangement,
    }
}

fn call_back(app: &App, row: &Deadline) -> Option<Line> {
    let with = row.label.line();
    let at = row.at.map_or_else(|| "none".to_owned(), |at| at.to_string());
    let values = [("with", with.as_str().into()), ("at", at.as_str().into())];
    (!with.as_str().is_empty()).then(|| line(app, "call-back", &|texts| texts.with("deadline-call-back", &values)))
}

fn words_of_arrangement(found: &AnyArrangement) -> Words {
    each!(found, detail => Words {
        steps: detail.origin.iter().chain(&detail.steps).cloned().collect(),
        uncertainties: detail.warnings.clone(),
        advice: Some(detail.advice.clone()),
    })
}

/// How a term ends, in words.
#[derive(Default)]
struct Words {
    steps: Vec<Line>,
    uncertainties: Vec<Line>,
    advice: Option<Line>,
}

fn words_of(app: &App, suspends: &SuspendedDecision, suspensions: &[DecisionSuspension], ground: Option<TimeOutGround>) -> Words {
    let explained = explained(suspends, suspensions);
    let steps = explained.iter().flat_map(|found| found.steps.iter().map(move |step| (step, found)));
    let ground = match ground {
        None | Some(TimeOutGround::Law) => None,
        Some(_) => Some(line(app, "no-statute", &|texts| texts.get("time-out-no-statute"))),
    };
    // A rule that is to be confirmed says so itself; what else is not sure is told here.
    let rule_says = explained.iter().flat_map(|found| &found.uncertainties).any(|one| one.code() == "rule-to-confirm");
    let sure = objection_term_of(&suspends.decision).is_none_or(|term| term.is_sure);
    let unsure = (!sure && !rule_says).then(|| line(app, "term-unsure", &|texts| texts.get("time-out-term-unsure")));
    let uncertain = explained.iter().flat_map(|found| &found.uncertainties);
    Words {
        steps: steps.map(|(step, found)| line(app, step.code(), &|texts| texts.step(step, found))).collect(),
        uncertainties: ground
            .into_iter()
            .chain(unsure)
            .chain(uncertain.map(|one| line(app, one.code(), &|texts| texts.uncertainty(one))))
            .collect(),
        advice: explained
            .as_ref()
            .and_then(|found| found.rule)
            .map(|rule| line(app, rule.remedy.code(), &|texts| texts.remedy(rule))),
    }
}

/// A sentence in both languages.
pub fn line(app: &App, code: &str, say: &dyn Fn(&Texts) -> String) -> Line {
    Line { code: code.into(), nl: say(app.texts(Language::Dutch)), en: say(app.texts(Language::English)) }
}

/// How the end with the time-outs came to be.
fn explained(suspends: &SuspendedDecision, suspensions: &[DecisionSuspension]) -> Option<Explained> {
    let term = objection_term_of(&suspends.decision)?.term;
    let key = suspends.key();
    let stopping = suspensions.iter().filter(|found| found.decision == key && found.reach.stops_term());
    let suspensions = stopping.filter_map(|found| Suspension::new(found.from, found.until).ok()).collect();
    let ground = Ground::Rule(suspends.rule.clone()?);
    explain(&Question { trigger: term.trigger, length: None, ground, suspensions }).ok()
}
