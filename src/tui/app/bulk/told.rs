//! The result of an action on many, in words.

use super::{
    super::{
        State,
        acting::{Act, Step, Why, name},
        message::Refusal,
    },
    Addition, Batch, Deed,
};
use crate::{api::problem::Code, domain::ids::SignalId};

impl State {
    /// The result in words: `11 gelukt, 1 conflict`.
    pub(super) fn result(&self, batch: &Batch, act: Option<Act>, not_begun: usize) -> String {
        let done = batch.done.len();
        let conflict = |(_, refusal): &&(SignalId, Refusal)| {
            matches!(refusal.code, Some(Code::StaleVersion | Code::AlreadyClaimed | Code::NotClaimed | Code::NotInThisStatus))
        };
        let conflicts = batch.failed.iter().filter(conflict).count();
        let refused = batch.failed.len() - conflicts;
        let parts = [
            ("done-several", done),
            ("done-kept", batch.kept),
            ("done-conflicts", conflicts),
            ("done-refused", refused),
            ("done-not-begun", not_begun),
        ];
        if let (1, 0, Some(act)) = (done, batch.failed.len() + not_begun, act) {
            let number = [("number", batch.first.as_str().into()), ("value", self.value_of(act).unwrap_or_default().into())];
            let kept_reason = || self.kept_reason(batch.jobs.first()?.step?);
            return match batch.deed {
                Deed::Act(Why::Undo) => self.texts.with(&format!("undone-{}", name(act)), &number),
                Deed::Act(Why::Redo) => {
                    let what = self.with_value(self.texts.with(&format!("past-{}", name(act)), &number), act);
                    self.texts.with("redone-several", &[("what", what.into())])
                }
                _ if act.is_a_value() && !batch.jobs.iter().all(|job| job.step.is_none_or(|step| step.changes())) => {
                    self.texts.with(
                        "was-so",
                        &[("what", self.with_value(self.texts.with(&format!("past-{}", name(act)), &number), act).into())],
                    )
                }
                Deed::Act(Why::Wanted) if self.dropped_reasons(batch) > 0 => {
                    self.texts.with("done-urgency-without-reason", &number)
                }
                Deed::Act(Why::Wanted) if let Some(words) = kept_reason() => {
                    format!("{}. {words}", self.texts.with(&format!("done-{}", name(act)), &number))
                }
                _ if act.closes() => self.texts.with("done-closed", &number),
                _ => self.texts.with(&format!("done-{}", name(act)), &number),
            };
        }
        let all_done = batch.failed.is_empty() && not_begun + batch.kept == 0;
        if let (true, Some(told)) = (all_done, self.all_done(batch, act)) {
            return match self.dropped_reasons(batch) {
                count @ 1.. if matches!(batch.deed, Deed::Act(Why::Wanted)) => {
                    format!("{told}. {}", self.texts.with("reasons-lapse", &[("count", count.into())]))
                }
                _ => told,
            };
        }
        // Several that are taken back, or done again, are told as what they are: not as if they were done now.
        let again = match batch.deed {
            Deed::Act(Why::Undo) => Some("undone-several"),
            Deed::Act(Why::Redo) => Some("redone-several"),
            _ => None,
        };
        let told = |key: &str| {
            let step = batch.jobs.first()?.step?;
            let act = if key == "undone-several" { step.back } else { step.done };
            let number = self.texts.with("count-all", &[("count", done.into())]);
            let what = self.texts.with(&format!("past-{}", name(act)), &[("number", number.into())]);
            Some(self.texts.with(key, &[("what", what.into())]))
        };
        let head = again.filter(|_| done > 0).and_then(told);
        let words: Vec<String> = parts
            .into_iter()
            .filter(|(key, count)| *count > 0 || *key == "done-several" && batch.kept == 0)
            .map(|(key, count)| match &head {
                Some(head) if key == "done-several" => head.clone(),
                _ => self.texts.with(key, &[("done", count.into()), ("count", count.into())]),
            })
            .collect();
        let stays = batch.jobs.len() > done + batch.kept && matches!(batch.deed, Deed::Act(Why::Wanted) | Deed::Text { .. });
        let stays = if stays { self.texts.get("done-rest-marked") } else { String::new() };
        format!("{}{stays}", words.join(", "))
    }

    /// How many signals lost the reason of their urgency, because they got a lower one.
    fn dropped_reasons(&self, batch: &Batch) -> usize {
        let dropped = |step: &Step| match (step.done, step.back) {
            (Act::Urgency(now), Act::Urgency(before)) if !now.is_at_least(before) => {
                self.past.reasons.get(&(step.signal, before)).is_some_and(|reason| !reason.is_blank())
            }
            _ => false,
        };
        let steps = batch.jobs.iter().filter_map(|job| job.step);
        steps.filter(|step| batch.done.contains(&step.signal)).filter(dropped).count()
    }

    /// Several that are all done, told as what was done: `Urgentie van 3 signalen: laag`.
    fn all_done(&self, batch: &Batch, act: Option<Act>) -> Option<String> {
        let number = self.texts.with("count-all", &[("count", batch.done.len().into())]);
        let number = [("number", number.into()), ("value", act.and_then(|act| self.value_of(act)).unwrap_or_default().into())];
        let key = match (&batch.deed, act) {
            (Deed::Text { what: Addition::Note(_), .. }, _) => "saved-note",
            (Deed::Text { what: Addition::Contact(_), .. }, _) => "saved-contact",
            (Deed::Text { what: Addition::Proposal(None), .. }, _) => "saved-let-candidates",
            (Deed::Text { what: Addition::Proposal(Some(meeting)), .. }, _) => {
                let meeting = self.replica.agendas().meeting(*meeting).map(|meeting| meeting.number.to_string());
                let [number, _] = number;
                return Some(self.texts.with("saved-let", &[number, ("meeting", meeting.unwrap_or_default().into())]));
            }
            (Deed::Act(Why::Wanted), Some(Act::Claim)) => "past-claim",
            (Deed::Act(Why::Wanted), Some(Act::Release)) => "past-release",
            (Deed::Act(Why::Wanted), Some(Act::Urgency(_) | Act::Reasoned(..))) => "done-urgency",
            (Deed::Act(Why::Wanted), Some(Act::Status(_) | Act::Ended(_))) => "done-status",
            _ => return None,
        };
        Some(self.texts.with(key, &number))
    }
}
