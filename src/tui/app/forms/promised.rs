//! Before a contact moment is saved: which promised calls go with it.

use super::super::{
    State,
    agenda::AgendaForm,
    form::{Form, Purpose},
};
use crate::domain::{
    ids::SignalId,
    signal::{CallBack, ContactMoment, call_back},
    text::RawText,
};

/// Promised calls that are named; of more it is told how many.
const NAMED: usize = 3;

impl Form {
    /// Is there a line below its fields, for what is to be known before it is saved?
    pub fn has_notice(&self) -> bool {
        // A candidate is asked for its meeting alone.
        let candidate = matches!(self.purpose, Purpose::Agenda(AgendaForm::Propose(_))) && self.slots.len() == 1;
        self.purpose.is_contact() || self.purpose.proposes() || candidate
    }
}

impl State {
    /// What is told below the fields, and whether it is a warning: which promised calls go, what a candidate asks the meeting, or who the
    /// second person is.
    pub fn notice_of(&self, form: &Form) -> Option<(String, bool)> {
        let warning = self.promises_that_go(form).map(|words| (format!("! {words}"), true));
        let told = || self.candidate_in_words(form).or_else(|| self.second_person_of(form));
        warning.or_else(|| Some((told()?, false)))
    }

    /// The promised calls that go when this form is saved as it stands: whose, and of which day. Nothing: none goes, or it is no
    /// contact moment.
    fn promises_that_go(&self, form: &Form) -> Option<String> {
        let signals: Vec<SignalId> = match form.purpose {
            Purpose::Contact(signal) | Purpose::CorrectContact(signal, _) => vec![signal],
            Purpose::ContactMany => form.targets.clone(),
            _ => return None,
        };
        let contact = self.contact_of(form);
        if form.sending.is_some() || !(contact.reached || contact.call_back_on.is_some() || contact.corrects.is_some()) {
            return None;
        }
        let one = signals.len() == 1;
        let mut gone: Vec<String> = vec![];
        for signal in signals {
            let number = if one { String::new() } else { format!("{}, ", self.short_number(signal)) };
            let words = |promise: &CallBack| format!("{number}{}", self.promise_in_words(promise));
            gone.extend(self.going(signal, &contact).iter().map(words));
        }
        if gone.is_empty() {
            return None;
        }
        let more = gone.len().saturating_sub(NAMED);
        gone.truncate(NAMED);
        let mut calls = gone.join("; ");
        if more > 0 {
            calls = self.texts.with("contact-lapses-more", &[("calls", calls.into()), ("count", more.into())]);
        }
        let key = match contact.call_back_on {
            _ if contact.corrects.is_some() => "contact-lapses-corrected",
            Some(_) => "contact-lapses-moved",
            None => "contact-lapses",
        };
        Some(self.texts.with(key, &[("calls", calls.into())]))
    }

    /// What is promised in a signal, and would not be any more after this contact moment.
    fn going(&self, signal: SignalId, contact: &ContactMoment) -> Vec<CallBack> {
        let rows = self.replica.deadlines().call_backs(&[signal]);
        let before: Vec<CallBack> = (0..)
            .zip(&rows)
            .map(|(number, row)| CallBack { number, on: row.end(), at: row.at(), with: RawText::from(row.label()) })
            .collect();
        let after = match (contact.corrects, self.whole(signal)) {
            (None, _) => call_back::after(&before, contact),
            (Some(_), Some(whole)) => call_back::corrected(&before, &whole.timeline, contact),
            (Some(_), None) => return vec![],
        };
        let stays = |one: &CallBack| after.iter().any(|two| (one.on, one.at, &one.with) == (two.on, two.at, &two.with));
        before.into_iter().filter(|one| !stays(one)).collect()
    }

    /// `JenV di 24-11-2026 10:00`: whom first, by which two of one case are told apart.
    pub(in super::super) fn promise_in_words(&self, promise: &CallBack) -> String {
        let at = promise.at.map(|at| format!(" {at}")).unwrap_or_default();
        format!("{} {}{at}", promise.with.line(), self.texts.day(promise.on)).trim_start().to_owned()
    }
}
