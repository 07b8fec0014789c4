//! Emergency access in pane 5: who opened which case, and the form in which it is judged.

use super::{
    State, Tone,
    call::{Answer, Call},
    form::{Form, Kind, Purpose, Slot},
    message::Effect,
    traces::{Shown, TraceRow, TracesAnswer, TracesCall},
};
use crate::{
    api::emergency::{EmergencyDetail, ReviewEmergency},
    domain::{emergency::EmergencyVerdict, ids::EmergencyAccessId, text::RawText},
};

/// What may be thought of it, in the order of [`EmergencyVerdict::ALL`].
const VERDICTS: &[&str] = &["justified", "unjustified"];

/// What the form asks the server.
pub(super) fn call(id: EmergencyAccessId, form: &Form) -> Option<Call> {
    let verdict = EmergencyVerdict::from_code(form.text("judge-verdict"))?;
    let review = ReviewEmergency { verdict, reason: RawText::from(form.text("judge-reason").trim()) };
    Some(Call::Traces(TracesCall::Judge(id, review)))
}

impl State {
    fn emergency(&self, id: EmergencyAccessId) -> Option<&EmergencyDetail> {
        self.traces.emergencies.iter().find(|one| one.item.id == id)
    }

    /// The one under the cursor.
    fn emergency_of_row(&self) -> Option<&EmergencyDetail> {
        match self.traces.current() {
            Some(TraceRow::Emergency(one)) => Some(one),
            _ => None,
        }
    }

    /// The form in which the one under the cursor is judged.
    pub(super) fn judge_command(&mut self) -> Vec<Effect> {
        self.emergency_of_row().map(|one| one.item.id).map_or_else(Vec::new, |id| self.open_judge(id))
    }

    pub(super) fn open_judge(&mut self, id: EmergencyAccessId) -> Vec<Effect> {
        let subject =
            self.emergency(id).map_or_else(String::new, |one| format!("{}  {}", one.item.signal_number, one.item.by_name.line()));
        let slots = vec![
            Slot::new("judge-verdict", Kind::Choice(VERDICTS), 0).required(),
            Slot::new("judge-reason", Kind::Line, 1).required(),
        ];
        self.open_form(Form::new(Purpose::Judge(id), subject, slots))
    }

    /// Why the row under the cursor cannot be judged.
    pub(super) fn not_to_judge(&self) -> Option<&'static str> {
        match self.emergency_of_row() {
            None => Some("why-only-emergency"),
            Some(one) => one.item.review.is_some().then_some("why-judged-already"),
        }
    }

    /// It is judged: the row tells so, and the count with it.
    pub(super) fn judged(&mut self, answer: Answer) -> Vec<Effect> {
        let Answer::Traces(TracesAnswer::Judged(judged)) = answer else { return vec![] };
        let number = judged.item.signal_number.to_string();
        if let Some(one) = self.traces.emergencies.iter_mut().find(|one| one.item.id == judged.item.id) {
            *one = *judged;
        }
        self.say_with(Tone::Done, "emergency-judged", &[("number", number.into())]);
        if self.traces.shown == Shown::Emergencies {
            return self.refresh_traces();
        }
        vec![]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_can_be_chosen() {
        assert_eq!(VERDICTS, EmergencyVerdict::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    }
}
