//! A moratorium, bridging or commitment in words: how its day came to be, what a reader must know, what can be done before it,
//! who may do what, and why a verb cannot be used now.

use super::{App, time_out_told::line};
use crate::{
    api::{
        arrangement::{AnyArrangement, ArrangementDetail, PossibleVerb},
        term::Line,
    },
    domain::{
        Date,
        arrangement::{ArrangementFacts, ArrangementState, decide},
        bridging::BridgingFacts,
        commitment::{CommitmentFacts, CommitmentSource},
        moratorium::MoratoriumFacts,
        term::calendar,
    },
    locale::Value,
    server::service::{AnyRecorded, Recorded},
};

/// What each kind tells of its own.
pub trait Told {
    /// From whom or what its day comes.
    fn origin(&self, app: &App) -> Vec<Line>;

    /// How its day was counted, in order.
    fn steps(&self, _app: &App) -> Vec<Line> {
        vec![]
    }

    /// What a reader must know.
    fn warnings(&self, app: &App) -> Vec<Line>;
}

/// What a single one is answered with.
pub fn told<F: ArrangementFacts + Told>(app: &App, found: &Recorded<F>) -> ArrangementDetail<F> {
    let item = &found.item;
    let verbs = decide::verbs(item).into_iter().map(|(verb, refused)| PossibleVerb {
        verb,
        refused: refused.map(|refusal| {
            let (key, value) = (format!("fault-{}", refusal.code()), Value::from(refusal.value()));
            line(app, refusal.code(), &|texts| texts.with(&key, &[("value", value.clone())]))
        }),
    });
    let state = item.state_on(app.service.today());
    let over = matches!(state, ArrangementState::Late | ArrangementState::Passed);
    let advice = format!("arrangement-advice-{}{}", F::KIND, if over { "-over" } else { "" });
    ArrangementDetail {
        state,
        origin: item.facts.origin(app),
        steps: item.facts.steps(app),
        warnings: item.facts.warnings(app),
        advice: line(app, "advice", &|texts| texts.get(&advice)),
        who: line(app, "who", &|texts| texts.get(&format!("arrangement-who-{}", F::KIND))),
        verbs: verbs.collect(),
        moves: found.moves.clone(),
        item: item.clone(),
        imported: None,
    }
}

/// The same, of any of the three.
pub fn any_told(app: &App, found: &AnyRecorded) -> AnyArrangement {
    match found {
        AnyRecorded::Moratorium(found) => AnyArrangement::Moratorium(Box::new(told(app, found))),
        AnyRecorded::Bridging(found) => AnyArrangement::Bridging(Box::new(told(app, found))),
        AnyRecorded::Commitment(found) => AnyArrangement::Commitment(Box::new(told(app, found))),
    }
}

impl Told for MoratoriumFacts {
    fn origin(&self, app: &App) -> Vec<Line> {
        let set = line(app, "set", &|texts| {
            let by = self.set_by.line();
            match self.decided_on {
                Some(on) => texts.with("arrangement-step-set-on", &[("by", by.into()), ("day", texts.day(on).into())]),
                None => texts.with("arrangement-step-set", &[("by", by.into())]),
            }
        });
        let most = self.most().map(|most| step(app, "moratorium-most", most));
        [Some(set), Some(step(app, "moratorium-given", self.last_day)), most].into_iter().flatten().collect()
    }

    fn warnings(&self, app: &App) -> Vec<Line> {
        let most = self.most().filter(|most| self.last_day > *most);
        most.map(|most| said(app, "moratorium-too-long", Some(most))).into_iter().collect()
    }
}

impl Told for BridgingFacts {
    fn origin(&self, app: &App) -> Vec<Line> {
        let agreed = self.agreed_on.map(|on| step(app, "bridging-agreed", on));
        agreed.into_iter().chain([step(app, "bridging-given", self.settle_by)]).collect()
    }

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
    fn origin(&self, app: &App) -> Vec<Line> {
        let promised = self.source.as_ref().map(|source| match source {
            CommitmentSource::PhoneCall { on } => step(app, "commitment-called", *on),
            CommitmentSource::AgendaItem { on, .. } => step(app, "commitment-at-meeting", *on),
        });
        let given = self.due.counted.is_none().then(|| step(app, "commitment-given", self.due.on));
        promised.into_iter().chain(given).collect()
    }

    fn steps(&self, app: &App) -> Vec<Line> {
        let explained = self.due.explained();
        let steps = explained.iter().flat_map(|found| found.steps.iter().map(move |step| (step, found)));
        steps.map(|(step, found)| line(app, step.code(), &|texts| texts.step(step, found))).collect()
    }

    fn warnings(&self, app: &App) -> Vec<Line> {
        day_off(app, self.due.on).into_iter().collect()
    }
}

fn step(app: &App, code: &str, day: Date) -> Line {
    let key = format!("arrangement-step-{code}");
    line(app, code, &|texts| texts.with(&key, &[("day", texts.day(day).into())]))
}

/// No act moves the day of an agreement: on a day off nobody may be there.
fn day_off(app: &App, day: Date) -> Option<Line> {
    (!calendar::is_ordinary(day)).then(|| said(app, "day-off", Some(day)))
}

fn said(app: &App, code: &str, day: Option<Date>) -> Line {
    let key = format!("arrangement-warning-{code}");
    line(app, code, &|texts| texts.with(&key, &[("day", day.map(|day| texts.day(day)).unwrap_or_default().into())]))
}
