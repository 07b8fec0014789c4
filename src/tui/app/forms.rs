//! The forms there are: a note, a contact moment, a takeover, and what all share. How they begin and what they send.

pub mod correcting;
pub mod intake;
mod promised;

use super::{
    Modal, Pane, State, Tone,
    agenda::AgendaForm,
    bulk::{Addition, Deed, Job},
    choosing::Letters,
    form::{Form, Kind, Purpose, Slot},
    lookup::Last,
    message::{Call, Effect, Kept},
};
use crate::domain::{
    deadline::DeadlineKind,
    ids::{IdempotencyKey, OrganisationCode, SignalId},
    signal::ContactMoment,
    text::RawText,
};

/// The size of a form's frame, when the window has room.
pub const FRAME: (u16, u16) = (88, 24);
/// The width of labels: `Bekendgemaakt op` fits.
pub const LABEL: u16 = 17;
/// What a reached / not reached choice holds.
pub const REACHED: &[&str] = &["yes", "no"];
/// What an urgency choice holds.
pub const URGENCY: &[&str] = &["crisis", "high", "normal", "low"];

fn note_slots() -> Vec<Slot> {
    vec![Slot::new("note", Kind::Block, 0).required()]
}

pub(super) fn contact_slots(whom: &str) -> Vec<Slot> {
    vec![
        Slot::new("contact-with", Kind::Line, 0).required().with(whom),
        Slot::new("contact-reached", Kind::Choice(REACHED), 1).required(),
        Slot::new("contact-agreed", Kind::Line, 2),
        Slot::new("contact-back", Kind::Moment, 3),
    ]
}

impl State {
    /// Opens the form for a note on the signal under the cursor, or on every marked one.
    pub(super) fn open_note(&mut self) -> Vec<Effect> {
        match self.targets()[..] {
            [signal] => self.open_note_on(signal),
            _ => self.open_form_for_many(Purpose::NoteMany, note_slots()),
        }
    }

    /// Opens the form for a note on a signal.
    pub(super) fn open_note_on(&mut self, signal: SignalId) -> Vec<Effect> {
        self.open_form(Form::new(Purpose::Note(signal), self.subject(signal), note_slots()))
    }

    /// Opens the form for a contact moment: reached or not, what was agreed, call back when.
    pub(super) fn open_contact(&mut self) -> Vec<Effect> {
        match self.targets()[..] {
            [signal] => self.open_contact_on(signal),
            _ => self.open_form_for_many(Purpose::ContactMany, contact_slots("")),
        }
    }

    /// Opens the form for a contact moment on a signal.
    pub(super) fn open_contact_on(&mut self, signal: SignalId) -> Vec<Effect> {
        let (whom, sure) = self.likely_contact(signal);
        let slots = contact_slots(&whom);
        let mut form = Form::new(Purpose::Contact(signal), self.subject(signal), slots);
        // Where lines are read, what stands in the first field is only known when it is asked.
        form.focus = usize::from(sure && !self.plain);
        self.open_form(form)
    }

    pub(super) fn open_form_for_many(&mut self, purpose: Purpose, slots: Vec<Slot>) -> Vec<Effect> {
        let targets = self.targets();
        let subject = self.texts.with("count-all", &[("count", targets.len().into())]);
        let mut form = Form::new(purpose, subject, slots);
        form.targets = targets;
        self.signals.range = None;
        self.open_form(form)
    }

    /// Opens the question why a claim is taken over.
    pub(super) fn open_takeover(&mut self, signal: SignalId, who: &str) -> Vec<Effect> {
        let slots = vec![Slot::new("takeover-reason", Kind::Line, 0).required()];
        let subject = format!("{}  {who}", self.subject(signal));
        self.open_form(Form::new(Purpose::TakeOver(signal), subject, slots))
    }

    pub(super) fn open_form(&mut self, form: Form) -> Vec<Effect> {
        self.signals.filtered_from = None;
        let slot = form.purpose.slot();
        // The same form a second time, from a list of commands over it: it is the one that is there.
        if let Some(at) = self.modals.iter().position(|modal| matches!(modal, Modal::Form(open) if open.purpose == form.purpose))
        {
            let open = self.modals.remove(at);
            self.modals.push(open);
            return vec![];
        }
        let keeps = form.purpose.keeps_draft();
        self.modals.push(Modal::Form(Box::new(form)));
        // One that another loket kept of such a form is of no use.
        vec![if keeps { Effect::LoadDraft(slot) } else { Effect::RemoveDraft(slot) }]
    }

    /// `S-503  Kind zonder zorgverzekering`.
    pub(super) fn subject(&self, id: SignalId) -> String {
        let signals = self.replica.signals();
        let row = signals.find(id).and_then(|row| signals.get(row));
        row.map_or_else(String::new, |row| format!("{}  {}", row.number().short(), RawText::from(row.title()).line()))
    }

    /// Under the field whom one reached: who reported the case, as far as that was read.
    pub fn contact_words(&self, form: &Form) -> Option<String> {
        let Purpose::Contact(signal) = form.purpose else { return None };
        let slot = form.slots.get(form.focus).filter(|slot| slot.name == "contact-with")?;
        let reporter = &self.whole(signal)?.facts.reporter;
        let parts = [&reporter.name, &reporter.function];
        let who: Vec<String> = parts.into_iter().filter(|part| !part.is_blank()).map(|part| part.line().into_string()).collect();
        let before = self.standing_contacts(signal).into_iter().find_map(|entry| entry.contact.as_ref());
        let again = slot.field.is_proposed() && before.is_some_and(|before| before.with.line().as_str() == slot.field.text());
        let key = if again { "form-contact-with-again" } else { "form-contact-with-reporter" };
        (!who.is_empty()).then(|| self.texts.with(key, &[("who", who.join(", ").into())]))
    }

    /// Who was looked up last in the register, else whom the last contact moment was with, else the first body of the signal; and whether that is beyond doubt. Somebody of
    /// a body that the signal does not name is shown with the cursor on it.
    fn likely_contact(&self, id: SignalId) -> (String, bool) {
        let signals = self.replica.signals();
        let row = signals.find(id).and_then(|row| signals.get(row));
        if let Some(whom) = self.called_back(id).filter(|_| self.pane == Pane::Board) {
            return whom;
        }
        match self.called.last.as_ref().filter(|last| last.signal == id) {
            Some(Last { organisation, name, .. }) => {
                let code = organisation.as_str();
                let named = |row: &crate::client::replica::SignalRow<'_>| {
                    row.bodies().any(|body| body == code)
                        || row.municipality().is_some_and(|one| OrganisationCode::of_municipality(one).as_str() == code)
                };
                (name.clone(), row.as_ref().is_some_and(named))
            }
            None => {
                // Whoever was not there and is called back later is not called now.
                let later = |contact: &&ContactMoment| !contact.reached && contact.call_back_on.is_some_and(|on| on > self.today);
                let last = self.standing_contacts(id).into_iter().find_map(|entry| entry.contact.as_ref());
                let last = last.filter(|contact| !later(contact));
                let last = last.map(|contact| contact.with.line().into_string()).filter(|with| !with.is_empty());
                let body = last.or_else(|| row.and_then(|row| row.bodies().next().map(str::to_owned))).unwrap_or_default();
                // Who has only the keys of an office reads before typing: the cursor is on what is a guess.
                let sure = !body.is_empty() && !self.keymap.letters_filter;
                (body, sure)
            }
        }
    }

    /// On the row of a call-back: who was promised it, if that was noted.
    fn called_back(&self, id: SignalId) -> Option<(String, bool)> {
        let row = self.clock_row().filter(|row| row.kind() == DeadlineKind::CallBack && row.signal() == id)?;
        let whom = row.label().trim();
        Some((whom.to_owned(), !whom.is_empty()))
    }

    /// Saves the form that has the keys, if it is right.
    pub(super) fn submit(&mut self) -> Vec<Effect> {
        self.submit_form(false)
    }

    /// The same; what is asked before some forms are sent was answered already.
    pub(super) fn submit_form(&mut self, asked: bool) -> Vec<Effect> {
        let (reference, today) = (self.reference.clone(), self.today);
        let key = self.next_key();
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
        if form.sending.is_some() {
            // There is nothing left to do here but to go on.
            return if form.unconfirmed.is_some() { self.back() } else { vec![] };
        }
        // Who typed on the button takes it for a field: the first Enter tells so, the next one saves.
        if form.focus == form.slots.len() && matches!(form.letters, Some(Letters::Refused(_))) {
            form.letters = Some(Letters::Missed);
            return vec![];
        }
        form.checked = true;
        form.name_municipality(&reference);
        if let Some((at, _)) = form.fault(&reference, today) {
            form.focus = at;
            form.slots[at].seek_number();
            return vec![];
        }
        // Whether a day is past, and of which year it is, hangs on the day it is at the server.
        let says_a_day = |slot: &Slot| slot.kind.is_day() && !slot.field.is_blank();
        if self.me.is_none() && form.slots.iter().any(says_a_day) {
            self.say_with(Tone::Warn, "form-day-unknown", &[]);
            return vec![];
        }
        if let Some(at) = form.slots.iter().position(|slot| slot.either_year(today).is_some()) {
            return self.ask_year(at);
        }
        if form.clashes().next().is_some() {
            let keep = form.keep(today).into_iter().collect();
            self.open_conflict();
            return keep;
        }
        if let Some((name, key)) = self.form_fault() {
            let words = self.texts.get(key);
            if let Some(Modal::Form(form)) = self.modals.last_mut() {
                form.focus = form.slots.iter().position(|slot| slot.name == name).unwrap_or(form.focus);
                form.refused = Some(words);
            }
            return vec![];
        }
        let Some(Modal::Form(form)) = self.modals.last() else { return vec![] };
        if let Some(question) = (!asked).then(|| form.clone()).and_then(|form| {
            let of_terms = self.question_of(&form).or_else(|| self.question_of_arrangement(&form));
            let of_agenda = of_terms.or_else(|| self.question_of_share(&form)).or_else(|| self.question_of_agenda(&form));
            of_agenda.or_else(|| self.question_of_urgency(&form)).or_else(|| self.question_of_facts(&form))
        }) {
            let Some(Modal::Form(form)) = self.modals.last() else { return vec![] };
            let keep = form.keep(today).into_iter().collect();
            self.modals.push(Modal::Choose(question));
            return keep;
        }
        let Some(Modal::Form(form)) = self.modals.last_mut() else { return vec![] };
        let key = *form.key.get_or_insert(key);
        let form = form.clone();
        let mut effects: Vec<Effect> = form.keep(today).into_iter().collect();
        if matches!(form.purpose, Purpose::NoteMany | Purpose::ContactMany) {
            self.modals.pop();
            effects.extend(self.save_for_many(&form, key));
            return effects;
        }
        if form.purpose == Purpose::UrgencyMany {
            effects.extend(self.save_urgency_of_many(&form));
            return effects;
        }
        if form.purpose == Purpose::Agenda(AgendaForm::ProposeMany) {
            self.modals.pop();
            effects.extend(self.propose_many(&form, key));
            return effects;
        }
        let Some(call) = self.call_of(&form) else {
            // What it is about was not read, or is gone: the draft stays.
            self.say_with(Tone::Warn, "form-not-read", &[]);
            if let Purpose::EditFacts(_, signal) = form.purpose {
                effects.extend(self.read(signal));
            }
            return effects;
        };
        if let Purpose::Agenda(AgendaForm::Propose(_)) = form.purpose {
            self.proposal_goes(&call);
        }
        let request = self.request(super::actions::Pending::Form(form.purpose));
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.sending = Some(request);
            // It was kept just now. Kept once more, it would be younger than what is saved, and offered again as a draft.
            form.draft_waits = false;
        }
        let draft = Kept { slot: form.purpose.slot(), text: form.draft(today) };
        effects.push(Effect::Send { request, key, call, draft: Some(draft) });
        effects
    }

    /// What is wrong with the form that has the keys, which its fields alone do not tell.
    fn form_fault(&self) -> Option<(&'static str, &'static str)> {
        match self.modals.last() {
            Some(Modal::Form(form)) => {
                self.agenda_fault(form).or_else(|| self.urgency_fault(form)).or_else(|| self.facts_fault(form))
            }
            _ => None,
        }
    }

    /// Adds the text to every signal the form is about: one action. The draft stays until each of them has it.
    fn save_for_many(&mut self, form: &Form, key: IdempotencyKey) -> Vec<Effect> {
        let what = match form.purpose {
            Purpose::ContactMany => Addition::Contact(self.contact_of(form)),
            _ => Addition::Note(form.text("note").into()),
        };
        let job = |signal: &SignalId| self.known(*signal).map(|now| Job { signal: *signal, version: now.version, step: None });
        let jobs = form.targets.iter().filter_map(job).collect();
        self.start_batch(Deed::Text { what, key, draft: form.purpose.slot() }, jobs, vec![])
    }

    fn contact_of(&self, form: &Form) -> ContactMoment {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let slot = form.slots.iter().find(|slot| slot.name == "contact-back");
        ContactMoment {
            with: raw("contact-with"),
            reached: form.text("contact-reached") == "yes",
            agreed: raw("contact-agreed"),
            call_back_on: slot.and_then(|slot| slot.date(self.today)),
            call_back_at: slot.and_then(Slot::time),
            corrects: if let Purpose::CorrectContact(_, entry) = form.purpose { Some(entry) } else { None },
            withdrawn: form.text("contact-reached") == "never",
        }
    }

    /// What a form asks the server; one about many is saved as an action instead.
    fn call_of(&self, form: &Form) -> Option<Call> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        if let Purpose::Agenda(kind) = form.purpose {
            return self.call_of_agenda(kind, form);
        }
        if form.purpose.is_about_time_out() {
            return self.call_of_time_out(form);
        }
        if form.purpose.is_about_arrangement() {
            return self.call_of_arrangement(form);
        }
        if form.purpose.is_about_share() {
            return self.call_of_share(form);
        }
        if form.purpose.is_about_entry() {
            return self.call_of_entry(form);
        }
        Some(match form.purpose {
            Purpose::NoteMany | Purpose::ContactMany => return None,
            Purpose::SaveView | Purpose::RenameView(_) => self.call_of_view(form),
            Purpose::Message(..) => return self.call_of_message(form),
            Purpose::Judge(id) => return super::emergencies::call(id, form),
            Purpose::Note(signal) => Call::Note { signal, text: form.text("note").into() },
            Purpose::TakeOver(signal) => Call::Claim { signal, reason: Some(raw("takeover-reason")) },
            Purpose::UrgencyReason(signal) => return self.call_of_urgency(signal, form),
            Purpose::Contact(signal) | Purpose::CorrectContact(signal, _) => {
                let contact = self.contact_of(form);
                // The entry that was called, as long as its name stands there.
                let last = self.called.last.as_ref().filter(|last| last.signal == signal && contact.with.raw() == last.name);
                Call::Contact { signal, officer: last.map(|last| last.officer), contact }
            }
            Purpose::Intake => self.call_of_intake(form),
            Purpose::EditFacts(part, signal) => return self.call_of_facts(part, signal, form),
            _ => return None,
        })
    }
}
