//! The forms about an entry of the register: what is wrong with it, and its correction by who maintains it.

use super::{
    Modal, State, Tone,
    date_input::Side,
    form::{Form, Kind, Purpose, Slot},
    message::{Answer, Call, Effect, Refusal},
    verdicts::{RegisterAnswer, RegisterCall, name_of},
};
use crate::{
    api::officer::OfficerPatch,
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
        let line = |name, row| Slot::new(name, Kind::Line, row);
        let exempt = |name, row| Slot::new(name, Kind::Exempt, row);
        let day = |name, row| Slot::new(name, Kind::Date(Side::Near), row);
        let slots = vec![
            line("officer-name", 0),
            line("officer-title", 0),
            exempt("officer-phone", 1),
            exempt("officer-mail", 1),
            exempt("officer-direct-phone", 2),
            exempt("officer-direct-mail", 2),
            line("officer-availability", 3),
            day("officer-absent-from", 4),
            day("officer-absent-until", 4),
            line("officer-deputy", 5),
            line("officer-escalation", 5),
            Slot::new("officer-mandate", Kind::Choice(MANDATES), 6),
            line("officer-excludes", 6),
            day("officer-mandate-until", 7),
            day("officer-valid-to", 7),
        ];
        let mut form = Form::new(Purpose::CorrectOfficer(id), self.entry_subject(&officer), slots);
        for (name, value) in values(&officer) {
            form.begin(name, &value);
        }
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

    /// An entry was read anew: a form about it follows. A report is about the entry as it is now.
    pub(super) fn refill_entry(&mut self, officer: &Officer) {
        self.refill(Purpose::CorrectOfficer(officer.id), officer.version, "", &values(officer));
        self.refill(Purpose::ReportOfficer(officer.id), officer.version, "", &[]);
    }

    /// An entry could not be read anew: a form that waits for it says so.
    pub(super) fn entry_not_read(&mut self, refusal: &Refusal) {
        let waiting = self.modals.iter_mut().find_map(|modal| match modal {
            Modal::Form(form) if form.purpose.is_about_entry() && form.waits.is_some() => Some(form),
            _ => None,
        });
        if let Some(form) = waiting {
            form.waits = None;
            form.refused = Some(format!("{} {}", refusal.words, refusal.advice));
        }
    }
}

/// What stands in the fields of the form of an entry.
fn values(officer: &Officer) -> Vec<(&'static str, String)> {
    let facts = &officer.facts;
    let line = |text: &RawText| text.line().into_string();
    let day = |day: Option<Date>| day.map(|day| day.format("%d-%m-%Y").to_string()).unwrap_or_default();
    vec![
        ("officer-name", line(&facts.name)),
        ("officer-title", line(&facts.title)),
        ("officer-phone", line(&facts.phone)),
        ("officer-mail", line(&facts.mail)),
        ("officer-direct-phone", line(&facts.direct_phone)),
        ("officer-direct-mail", line(&facts.direct_mail)),
        ("officer-availability", line(&facts.availability)),
        ("officer-absent-from", day(facts.absent_from)),
        ("officer-absent-until", day(facts.absent_until)),
        ("officer-deputy", line(&facts.deputy)),
        ("officer-escalation", line(&facts.escalation)),
        ("officer-mandate", facts.mandate.code().to_owned()),
        ("officer-excludes", line(&facts.mandate_excludes)),
        ("officer-mandate-until", day(facts.mandate_until)),
        ("officer-valid-to", day(facts.valid_to)),
    ]
}
