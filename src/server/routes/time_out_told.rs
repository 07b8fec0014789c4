//! A time-out in words: dates, their explanation, the advice that fits the remedy, and why a verb cannot be used now.

use super::App;
use crate::{
    api::{
        term::Line,
        time_out::{PermittedVerb, TimeOutDetail},
    },
    domain::{
        term::{
            explanation::{Explained, Ground, Question, explain},
            hard_date::objection_term_of,
            suspension::Suspension,
        },
        time_out::{DecisionSuspension, TimeOut, TimeOutGround, TimeOutVerb, decide, term_dates},
    },
    locale::{Language, Texts, Value},
    server::service::Case,
};

/// What a single time-out is answered with.
pub fn told(app: &App, case: &Case) -> TimeOutDetail {
    let time_out = &case.time_out;
    let (dutch, english) = (app.texts(Language::Dutch), app.texts(Language::English));
    let line = |code: &str, say: &dyn Fn(&Texts) -> String| Line { code: code.into(), nl: say(dutch), en: say(english) };
    let suspensions: Vec<DecisionSuspension> = case.others.iter().chain([time_out]).filter_map(TimeOut::suspension).collect();
    let explained = explained(time_out, &suspensions);
    let steps = explained.iter().flat_map(|found| found.steps.iter().map(move |step| (step, found)));
    let ground = match time_out.facts.ground {
        TimeOutGround::Law => None,
        _ => Some(line("no-statute", &|texts| texts.get("time-out-no-statute"))),
    };
    // A rule that is to be confirmed says so itself; what else is not sure is told here.
    let rule_says = explained.iter().flat_map(|found| &found.uncertainties).any(|one| one.code() == "rule-to-confirm");
    let sure = objection_term_of(&time_out.suspends.decision).is_none_or(|term| term.is_sure);
    let unsure = (!sure && !rule_says).then(|| line("term-unsure", &|texts| texts.get("time-out-term-unsure")));
    let uncertain = explained.iter().flat_map(|found| &found.uncertainties);
    TimeOutDetail {
        term: term_dates(&time_out.suspends.decision, &suspensions),
        steps: steps.map(|(step, found)| line(step.code(), &|texts| texts.step(step, found))).collect(),
        uncertainties: ground
            .into_iter()
            .chain(unsure)
            .chain(uncertain.map(|one| line(one.code(), &|texts| texts.uncertainty(one))))
            .collect(),
        advice: explained.as_ref().and_then(|found| found.rule).map(|rule| line(rule.remedy.code(), &|texts| texts.remedy(rule))),
        lapse: line("lapse", &|texts| {
            let after = time_out.last_suspended_day().succ_opt().unwrap_or(time_out.last_suspended_day());
            texts.with("time-out-lapse", &[("day", texts.day(after).into())])
        }),
        verbs: TimeOutVerb::ALL
            .iter()
            .map(|verb| PermittedVerb {
                verb: *verb,
                refused: decide::refused(time_out, *verb, app.service.now()).map(|refusal| {
                    let value = Value::from(refusal.value());
                    line(refusal.code(), &|texts| texts.with(&format!("fault-{}", refusal.code()), &[("value", value.clone())]))
                }),
            })
            .collect(),
        confirmation: case.confirmation.clone(),
        item: time_out.clone(),
    }
}

/// How the end with the time-outs came to be.
fn explained(time_out: &TimeOut, suspensions: &[DecisionSuspension]) -> Option<Explained> {
    let term = objection_term_of(&time_out.suspends.decision)?.term;
    let key = time_out.suspends.key();
    let stopping = suspensions.iter().filter(|found| found.decision == key && found.reach.stops_term());
    let suspensions = stopping.filter_map(|found| Suspension::new(found.from, found.until).ok()).collect();
    let ground = Ground::Rule(time_out.suspends.rule.clone()?);
    explain(&Question { trigger: term.trigger, length: None, ground, suspensions }).ok()
}
