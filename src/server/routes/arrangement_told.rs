//! A moratorium, bridging or commitment in words: how its day was counted, what a reader must know, and why a verb cannot be
//! used now.

use super::{App, time_out_told::line};
use crate::{
    api::{
        arrangement::{ArrangementDetail, PossibleVerb},
        term::Line,
    },
    domain::{
        Date,
        arrangement::{Arrangement, ArrangementFacts, decide},
        bridging::BridgingFacts,
        commitment::CommitmentFacts,
        moratorium::MoratoriumFacts,
        term::calendar,
    },
    locale::Value,
};

/// What each kind tells of its own.
pub trait Told {
    /// How its day was counted, in order.
    fn steps(&self, _app: &App) -> Vec<Line> {
        vec![]
    }

    /// What a reader must know.
    fn warnings(&self, app: &App) -> Vec<Line>;
}

/// What a single one is answered with.
pub fn told<F: ArrangementFacts + Told>(app: &App, item: &Arrangement<F>) -> ArrangementDetail<F> {
    let verbs = decide::verbs(item).into_iter().map(|(verb, refused)| PossibleVerb {
        verb,
        refused: refused.map(|refusal| {
            let (key, value) = (format!("fault-{}", refusal.code()), Value::from(refusal.value()));
            line(app, refusal.code(), &|texts| texts.with(&key, &[("value", value.clone())]))
        }),
    });
    ArrangementDetail {
        state: item.state_on(app.service.today()),
        steps: item.facts.steps(app),
        warnings: item.facts.warnings(app),
        verbs: verbs.collect(),
        item: item.clone(),
    }
}

impl Told for MoratoriumFacts {
    fn warnings(&self, app: &App) -> Vec<Line> {
        let most = self.most().filter(|most| self.last_day > *most);
        most.map(|most| said(app, "moratorium-too-long", Some(most))).into_iter().collect()
    }
}

impl Told for BridgingFacts {
    fn warnings(&self, app: &App) -> Vec<Line> {
        let found = [
            ("bridging-not-agreed", self.agreed_on.is_none()),
            ("bridging-not-available", self.available_at.is_blank()),
            ("bridging-nobody-pays", self.provisional_payer.is_blank()),
        ];
        let mut lines: Vec<Line> = found.iter().filter(|(_, is)| *is).map(|(code, _)| said(app, code, None)).collect();
        lines.extend(day_off(app, self.settle_by));
        lines
    }
}

impl Told for CommitmentFacts {
    fn steps(&self, app: &App) -> Vec<Line> {
        let explained = self.due.explained();
        let steps = explained.iter().flat_map(|found| found.steps.iter().map(move |step| (step, found)));
        steps.map(|(step, found)| line(app, step.code(), &|texts| texts.step(step, found))).collect()
    }

    fn warnings(&self, app: &App) -> Vec<Line> {
        day_off(app, self.due.on).into_iter().collect()
    }
}

/// No act moves the day of an agreement: on a day off nobody may be there.
fn day_off(app: &App, day: Date) -> Option<Line> {
    (!calendar::is_ordinary(day)).then(|| said(app, "day-off", Some(day)))
}

fn said(app: &App, code: &str, day: Option<Date>) -> Line {
    let key = format!("arrangement-warning-{code}");
    line(app, code, &|texts| texts.with(&key, &[("day", day.map(|day| texts.day(day)).unwrap_or_default().into())]))
}
