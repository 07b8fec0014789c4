//! The forms about an entry of the register: what is wrong with it, and its correction by who maintains it.

use super::{
    Modal, State, Tone,
    date_input::Side,
    form::{Form, Kind, Purpose, Slot},
    message::{Answer, Call, Effect, Refusal},
    verdicts::{RegisterAnswer, RegisterCall, name_of},
};
use crate::{
    api::{officer::OfficerPatch, problem::Code},
    domain::{
        Date,
        ids::OfficerId,
        officer::{Mandate, Officer},
        text::{RawText, SafeText},
    },
};

/// What a choice of a mandate holds.
const MANDATES: &[&str] = &["geen", "signaleren", "afstemmen", "beslissen"];

impl State {
    /// Opens the form that says what is wrong with an entry.
    pub(super) fn open_report(&mut self, id: OfficerId) -> Vec<Effect> {
        let Some(officer) = self.entry(id) else { return vec![] };
        let slots = vec![Slot::new("report-reason", Kind::Line, 0).required()];
        let mut form = Form::new(Purpose::ReportOfficer(id), self.entry_subject(&officer), slots);
        form.seen = Some(officer.version);
        self.open_form(form)
    }

    /// Opens the form that corrects an entry.
    pub(super) fn open_entry(&mut self, id: OfficerId) -> Vec<Effect> {
        let Some(officer) = self.entry(id) else { return vec![] };
        let facts = &officer.facts;
        let line = |text: &RawText| text.line().into_string();
        let day = |day: Option<Date>| day.map(|day| day.format("%d-%m-%Y").to_string()).unwrap_or_default();
        let slots = vec![
            Slot::new("officer-name", Kind::Line, 0).with(&line(&facts.name)),
            Slot::new("officer-title", Kind::Line, 0).with(&line(&facts.title)),
            Slot::new("officer-phone", Kind::Exempt, 1).with(&line(&facts.phone)),
            Slot::new("officer-mail", Kind::Exempt, 1).with(&line(&facts.mail)),
            Slot::new("officer-direct-phone", Kind::Exempt, 2).with(&line(&facts.direct_phone)),
            Slot::new("officer-direct-mail", Kind::Exempt, 2).with(&line(&facts.direct_mail)),
            Slot::new("officer-availability", Kind::Line, 3).with(&line(&facts.availability)),
            Slot::new("officer-absent-from", Kind::Date(Side::Near), 4).with(&day(facts.absent_from)),
            Slot::new("officer-absent-until", Kind::Date(Side::Near), 4).with(&day(facts.absent_until)),
            Slot::new("officer-deputy", Kind::Line, 5).with(&line(&facts.deputy)),
            Slot::new("officer-escalation", Kind::Line, 5).with(&line(&facts.escalation)),
            Slot::new("officer-mandate", Kind::Choice(MANDATES), 6).with(facts.mandate.code()),
            Slot::new("officer-excludes", Kind::Line, 6).with(&line(&facts.mandate_excludes)),
            Slot::new("officer-mandate-until", Kind::Date(Side::Near), 7).with(&day(facts.mandate_until)),
            Slot::new("officer-valid-to", Kind::Date(Side::Near), 7).with(&day(facts.valid_to)),
        ];
        let mut form = Form::new(Purpose::CorrectOfficer(id), self.entry_subject(&officer), slots);
        form.seen = Some(officer.version);
        self.open_form(form)
    }

    /// `S. de Boer  Gemeente Utrecht`.
    pub(super) fn entry_subject(&self, officer: &Officer) -> String {
        let organisation = SafeText::line(&self.reference.organisation_name(&officer.facts.organisation));
        format!("{}  {organisation}", name_of(officer))
    }

    /// What a form about an entry asks the server.
    pub(super) fn call_of_entry(&self, form: &Form) -> Option<Call> {
        let call = match form.purpose {
            Purpose::ReportOfficer(id) => {
                RegisterCall::Report { id, version: form.seen?, reason: form.text("report-reason").trim().into() }
            }
            Purpose::CorrectOfficer(id) => {
                RegisterCall::Patch { id, version: form.seen?, patch: Box::new(self.entry_patch(form)) }
            }
            _ => return None,
        };
        Some(Call::Register(Box::new(call)))
    }

    /// The fields that were changed; a day that was taken out is cleared.
    fn entry_patch(&self, form: &Form) -> OfficerPatch {
        let text = |name: &str| form.is_changed(name).then(|| RawText::from(form.text(name).trim()));
        let slot = |name: &str| form.slots.iter().find(|slot| slot.name == name);
        let day = |name: &str| form.is_changed(name).then(|| slot(name).and_then(|slot| slot.date(self.today)));
        OfficerPatch {
            name: text("officer-name"),
            title: text("officer-title"),
            phone: text("officer-phone"),
            mail: text("officer-mail"),
            direct_phone: text("officer-direct-phone"),
            direct_mail: text("officer-direct-mail"),
            availability: text("officer-availability"),
            absent_from: day("officer-absent-from"),
            absent_until: day("officer-absent-until"),
            deputy: text("officer-deputy"),
            escalation: text("officer-escalation"),
            mandate: text("officer-mandate").and_then(|code| Mandate::from_code(code.raw())),
            mandate_excludes: text("officer-excludes"),
            mandate_until: day("officer-mandate-until"),
            valid_to: day("officer-valid-to"),
            ..OfficerPatch::default()
        }
    }

    /// A form about an entry was saved.
    pub(super) fn entry_saved(&mut self, purpose: Purpose, answer: Answer) -> Vec<Effect> {
        let Answer::Register(RegisterAnswer::Officer(officer)) = answer else { return vec![] };
        let name = name_of(&officer);
        if matches!(purpose, Purpose::ReportOfficer(_)) {
            let organisation = self.reference.organisation_name(&officer.facts.organisation);
            self.said(&officer, false);
            self.say_with(Tone::Done, "done-reported", &[("organisation", organisation.into())]);
            if let Some(message) = &mut self.message {
                message.undo = true;
            }
        } else {
            self.say_with(Tone::Done, "done-corrected", &[("name", name.into())]);
        }
        self.entry_is(*officer);
        vec![]
    }

    /// Somebody else changed the entry since it was opened: what was typed stays, and is put over it when it is saved once more.
    pub(super) fn entry_was_stale(&mut self, purpose: Purpose, refusal: &Refusal) {
        if refusal.code != Some(Code::StaleVersion) || !purpose.is_about_entry() {
            return;
        }
        let now = refusal.problem.as_ref().and_then(|problem| problem.current_version);
        let words = self.texts.get("entry-changed-since");
        if let Some(Modal::Form(form)) = self.modals.last_mut().filter(|_| now.is_some()) {
            form.seen = now;
            form.refused = Some(words);
        }
    }
}
