//! Why the server refused, in its own words: field by field where it named one.

use super::{State, form::Form, forms::intake, message::Refusal};
use crate::api::problem::{Code, Fault};

impl Refusal {
    /// The reason behind what cannot be done now, and the faults of what was asked: they say themselves what stands in the way, and
    /// need no advice to look again.
    pub(super) fn reason(&self) -> Option<String> {
        let tells = matches!(self.code, Some(Code::NotPossibleNow | Code::InvalidInput));
        let problem = self.problem.as_ref().filter(|_| tells)?;
        let said: Vec<&str> = problem.errors.iter().map(|fault| fault.detail.trim()).filter(|said| !said.is_empty()).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }
}

impl State {
    /// What is wrong with each field, in one sentence after the other, and the first of them; nothing when no fault was told.
    pub(super) fn words_of_faults(
        &self,
        form: &Form,
        refusal: &Refusal,
        slot: impl Fn(&Fault) -> Option<usize>,
    ) -> Option<(String, Option<usize>)> {
        let errors = &refusal.problem.as_ref()?.errors;
        let said = |fault: &Fault| match slot(fault) {
            Some(at) => format!("{}: {}", intake::label(&self.texts, form.slots[at].name), fault.detail),
            None => fault.detail.clone(),
        };
        let words: Vec<String> = errors.iter().map(said).filter(|words| !words.trim().is_empty()).collect();
        let first = errors.iter().find_map(slot);
        (!words.is_empty()).then(|| (words.join(" "), first))
    }
}
