//! Somebody else wrote in what a form is about. It is read anew and laid beside what was typed: what does not clash goes on by itself, for
//! the rest it is asked which text counts ([`super::conflict`]). An act is never put together with what it was not decided on: what it
//! is about is shown anew, and what was typed stays a draft.

use super::{
    Modal, State, Tone,
    actions::Pending,
    agenda::{AgendaCall, AgendaForm},
    arrangements::ArrangementCall,
    form::{Form, Purpose, Waits},
    forms::intake,
    message::{Call, Effect, Refusal},
    verdicts::{RegisterCall, RegisterPending},
};
use crate::{api::problem::Code, domain::text::SafeText};

impl State {
    /// The server refused a form because somebody else wrote since: what it is about is read anew.
    pub(super) fn was_stale(&mut self, purpose: Purpose, refusal: &Refusal) -> Vec<Effect> {
        if refusal.code != Some(Code::StaleVersion) {
            return vec![];
        }
        let presses = self.presses;
        let changed_by = self.who_made_it(refusal);
        if let Some(form) = self.form_for(purpose) {
            form.changed_by = changed_by;
            form.waits = form.revises().then_some(Waits { seen: form.seen, presses: (presses, form.edits) });
        }
        match purpose {
            Purpose::EditFacts(_, signal) | Purpose::UrgencyReason(signal) => self.read(signal),
            Purpose::CorrectOfficer(id) | Purpose::ReportOfficer(id) => {
                self.ask_register(RegisterPending::Read, RegisterCall::Read(id))
            }
            Purpose::Arrange(_, kind, id) if purpose.revises() => {
                let request = self.request(Pending::Arrangement(id));
                let call = Call::Arrange(Box::new(ArrangementCall::Read(kind, id)));
                vec![Effect::Send { request, key: self.next_key(), call, draft: None }]
            }
            Purpose::RenameView(_) => {
                self.refill_view();
                vec![]
            }
            Purpose::Agenda(kind) => self.read_agenda_anew(kind),
            Purpose::Arrange(..) => self.begin_anew(purpose),
            _ if purpose.time_out().is_some() => self.begin_anew(purpose),
            _ => vec![],
        }
    }

    /// Who made the version that is there now: a colleague by name, another window of one's own as such.
    fn who_made_it(&self, refusal: &Refusal) -> Option<(i64, String)> {
        let problem = refusal.problem.as_ref()?;
        let (version, changer) = (problem.current_version?, problem.changed_by.as_ref()?);
        let own = self.me.as_ref().is_some_and(|me| me.account == changer.account);
        let name = if own { self.texts.get("facts-own-window") } else { changer.name.line().into_string() };
        Some((version, name))
    }

    fn read_agenda_anew(&mut self, kind: AgendaForm) -> Vec<Effect> {
        if let AgendaForm::Series(id) | AgendaForm::EndSeries(id) = kind {
            return self.read_series_anew(id);
        }
        if let Some(id) = kind.meeting() {
            self.forget_agenda();
            return self.read_for_agenda(AgendaCall::ReadAgenda(id));
        }
        let Some(item) = kind.item() else { return vec![] };
        if let AgendaForm::ChangeLesson(..) = kind {
            return self.read_lessons_anew(item);
        }
        self.read_item_anew(item)
    }

    /// What the act was decided on is no longer so: its form closes, what was typed stays a draft, and how it is now is shown.
    fn begin_anew(&mut self, purpose: Purpose) -> Vec<Effect> {
        if !matches!(self.modals.last(), Some(Modal::Form(form)) if form.purpose == purpose) {
            return vec![];
        }
        let mut effects = self.back();
        if self.form_for(purpose).is_none() {
            self.say_with(Tone::Warn, "act-changed-since", &[("draft", self.words_of_draft().into())]);
        }
        self.forget_clocks();
        effects.extend(self.current_signal().map_or_else(Vec::new, |signal| self.read(signal)));
        effects.extend(self.rest());
        effects
    }

    /// The form for this, wherever it lies.
    pub(super) fn form_for(&mut self, purpose: Purpose) -> Option<&mut Form> {
        self.modals.iter_mut().find_map(|modal| match modal {
            Modal::Form(form) if form.purpose == purpose => Some(&mut **form),
            _ => None,
        })
    }

    /// What a form is about was read in a newer version, written by this person where that is known: a field that was not touched
    /// follows, one that was stays as typed, and what somebody else wrote is told.
    pub(super) fn refill(&mut self, purpose: Purpose, version: i64, by: &str, values: &[(&'static str, String)]) {
        let (texts, today) = (self.texts.clone(), self.today);
        let Some(form) = self.form_for(purpose).filter(|form| form.seen.is_none_or(|seen| seen < version)) else { return };
        let by = match &form.changed_by {
            Some((made, by)) if *made == version => by.clone(),
            _ if by.trim().is_empty() => texts.get("facts-somebody"),
            _ => SafeText::line(by).into_string(),
        };
        let was_read = form.seen.is_some();
        form.merge(version, &by, values, today);
        let named = |names: Vec<&str>| names.into_iter().map(|name| intake::told(&texts, name)).collect::<Vec<_>>().join(", ");
        let both: Vec<&str> = form.clashes().map(|other| other.name).collect();
        let theirs: Vec<&str> = form.theirs.iter().flat_map(|theirs| &theirs.fields).map(|other| other.name).collect();
        let key = match (theirs.is_empty(), both.is_empty()) {
            // An act is done on what was seen: what it is about now is shown, and that it is another thing is said each time.
            _ if !form.revises() && was_read => "act-about-changed",
            (true, _) if form.refused.is_some() && was_read => "form-theirs-nothing",
            (true, _) => "",
            (false, true) => "form-theirs-elsewhere",
            (false, false) => "form-theirs-both",
        };
        if !key.is_empty() {
            form.refused =
                Some(texts.with(key, &[("who", by.into()), ("fields", named(theirs).into()), ("both", named(both).into())]));
        }
        self.renew_conflict();
    }

    /// After an answer of the server: a form that was refused and whose object was read since goes on, unless somebody typed on.
    pub(super) fn go_on(&mut self) -> Vec<Effect> {
        let presses = self.presses;
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
        let read = form.waits.take_if(|waits| waits.seen != form.seen);
        if read.is_none_or(|waits| waits.presses != (presses, form.edits)) {
            return vec![];
        }
        if form.clashes().next().is_some() {
            self.open_conflict();
            return vec![];
        }
        if form.is_blank() {
            // They wrote the same: there is nothing left to save.
            let by = form.theirs.as_ref().map_or_else(|| self.texts.get("facts-somebody"), |theirs| theirs.by.clone());
            let slot = form.purpose.slot();
            self.modals.pop();
            self.say_with(Tone::Info, "form-theirs-same", &[("who", by.into())]);
            return vec![Effect::RemoveDraft(slot)];
        }
        let purpose = form.purpose;
        self.save_merged(purpose)
    }

    /// Saves what two people wrote. What was asked before it was sent the first time was answered; what is foretold of an agenda or a
    /// series is another thing now, and so is who has the signal: that is asked again.
    pub(super) fn save_merged(&mut self, purpose: Purpose) -> Vec<Effect> {
        if let Some(form) = self.form_for(purpose) {
            // What was tried before is not what is saved now.
            (form.refused, form.key) = (None, None);
        }
        self.submit_form(!matches!(purpose, Purpose::Agenda(_) | Purpose::EditFacts(..) | Purpose::UrgencyReason(_)))
    }

    /// What is said behind the words of a save: with whose text it was put together.
    pub(super) fn say_merged(&mut self, form: &Form) {
        let Some(theirs) = &form.theirs else { return };
        // Where one's own text was saved, nothing of theirs is in it.
        let followed = theirs.fields.iter().filter(|other| !form.is_changed(other.name));
        let followed: Vec<String> = followed.map(|other| intake::told(&self.texts, other.name)).collect();
        if followed.is_empty() {
            return;
        }
        let values = [("who", theirs.by.clone().into()), ("fields", followed.join(", ").into())];
        let words = self.texts.with("form-merged", &values);
        if let Some(message) = &mut self.message {
            message.text = SafeText::line(&format!("{}. {words}", message.text.as_str().trim_end_matches('.')));
        }
    }
}
