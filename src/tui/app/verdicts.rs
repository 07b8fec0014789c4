//! What is said of an entry of the register after a call: right, or wrong because; taken back with undo. And its correction by who
//! maintains it.

use super::{
    Modal, Pane, State, Tone,
    acting::{Done, Why},
    actions::Pending,
    choose::{Choice, Choose, Item},
    command::Command,
    date_input::Side,
    form::{Form, Kind, Purpose, Slot},
    lookup::{self, Lookup},
    message::{Answer, Call, Effect, Refusal},
};
use crate::{
    api::{officer::OfficerPatch, problem::Code},
    domain::{
        Date,
        ids::OfficerId,
        officer::{Mandate, Officer},
        officer_history::OfficerRevision,
        text::{RawText, SafeText},
        zone,
    },
    export::{contact, number_code},
};

/// What a choice of a mandate holds.
const MANDATES: &[&str] = &["geen", "signaleren", "afstemmen", "beslissen"];

/// A question to the server about one entry.
#[derive(Debug, Clone, PartialEq)]
pub enum RegisterCall {
    /// It is right.
    Confirm {
        /// Which.
        id: OfficerId,
        /// The version that was seen.
        version: i64,
    },
    /// It is wrong.
    Report {
        /// Which.
        id: OfficerId,
        /// The version that was seen.
        version: i64,
        /// What is wrong.
        reason: RawText,
    },
    /// What was said is taken back.
    TakeBack {
        /// Which.
        id: OfficerId,
        /// The version it made.
        version: i64,
    },
    /// It is corrected.
    Patch {
        /// Which.
        id: OfficerId,
        /// The version the change is based on.
        version: i64,
        /// The change.
        patch: Box<OfficerPatch>,
    },
    /// Its card was opened or taken along by who holds no copy: this is logged.
    Read(OfficerId),
    /// What happened to it; this is logged.
    History(OfficerId),
}

/// What the server answered about one entry.
#[derive(Debug, Clone, PartialEq)]
pub enum RegisterAnswer {
    /// The entry as it is now.
    Officer(Box<Officer>),
    /// What happened to it, newest first.
    History(Vec<OfficerRevision>),
}

/// A request about one entry that is under way and no form's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisterPending {
    /// Its card was opened.
    Read,
    /// It is right.
    Confirm,
    /// What was said is taken back.
    TakeBack(Said),
    /// Its history, under this name.
    History(String),
}

/// What was said of an entry and can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Of which.
    officer: OfficerId,
    /// The version it made.
    made: i64,
    /// Right, or wrong?
    right: bool,
    /// Whose entry it is.
    name: String,
}

impl State {
    /// A key on the card or in the search about the entry under the cursor.
    pub(super) fn verdict_command(&mut self, command: Command) -> Vec<Effect> {
        if command == Command::RegisterTasks {
            return self.show_tasks();
        }
        let Some(officer) = self.searching().and_then(|lookup| lookup.current().cloned()) else { return vec![] };
        match command {
            Command::Confirm | Command::CardConfirm => self.confirm_entry(&officer),
            Command::Report | Command::CardReport => self.open_report(officer.id),
            Command::CardEdit => self.open_entry(officer.id),
            Command::CardExport => self.export_contact(&officer),
            Command::CardQr => self.show_code(&officer),
            _ => {
                let pending = RegisterPending::History(name_of(&officer));
                self.ask_register(pending, RegisterCall::History(officer.id))
            }
        }
    }

    /// The contact as a vCard.
    fn export_contact(&mut self, officer: &Officer) -> Vec<Effect> {
        let organisation = self.reference.organisation_name(&officer.facts.organisation);
        let note = self.texts.contact_note(officer, self.today);
        let content = contact(officer, &organisation, &note).into_bytes();
        let name = format!("{}-{}.vcf", self.texts.get("export-name-contact"), officer.facts.organisation);
        let mut effects = vec![Effect::Export { name, content }];
        effects.extend(self.card_opened());
        effects
    }

    /// The number to call, for the camera of a mobile.
    fn show_code(&mut self, officer: &Officer) -> Vec<Effect> {
        let number = lookup::phone(officer).trim().to_owned();
        let Some(code) = number_code(&number) else {
            self.say_with(Tone::Info, "no-code", &[]);
            return vec![];
        };
        let title = format!("{}  {}", self.entry_subject(officer), RawText::from(number.as_str()).line());
        let items = vec![Item::of(&self.texts, "code-close", Choice::Nothing)];
        self.modals.push(Modal::Choose(Choose { code, ..Choose::new(title, items) }));
        self.card_opened()
    }

    fn ask_register(&mut self, pending: RegisterPending, call: RegisterCall) -> Vec<Effect> {
        let request = self.request(Pending::Register(pending));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Register(Box::new(call)), draft: None }]
    }

    /// The card under the cursor is looked at or taken along: who holds no copy of the register asks the server for it, which logs it.
    pub(super) fn card_opened(&mut self) -> Vec<Effect> {
        if self.may("register.replicate") {
            return vec![];
        }
        let Some(id) = self.searching().and_then(|lookup| lookup.current()).map(|officer| officer.id) else { return vec![] };
        self.ask_register(RegisterPending::Read, RegisterCall::Read(id))
    }

    fn confirm_entry(&mut self, officer: &Officer) -> Vec<Effect> {
        let (id, version) = (officer.id, self.newest(officer).version);
        self.ask_register(RegisterPending::Confirm, RegisterCall::Confirm { id, version })
    }

    /// The entry as it is known last: the replica may know a newer one than the hits.
    fn newest(&self, officer: &Officer) -> Officer {
        let officers = self.replica.officers();
        let row = officers.find(officer.id).and_then(|row| officers.get(row));
        row.filter(|row| row.version() > officer.version).map_or_else(|| officer.clone(), |row| row.officer())
    }

    /// An entry by its id: among the hits, or in the replica.
    pub(super) fn entry(&self, id: OfficerId) -> Option<Officer> {
        let over = self.modals.iter().rev().find_map(|modal| match modal {
            Modal::Lookup(lookup) => Some(&**lookup),
            _ => None,
        });
        let hit = [over, Some(&self.register)].into_iter().flatten().flat_map(|lookup| &lookup.hits);
        let hit = hit.map(|found| &found.officer).find(|officer| officer.id == id).cloned();
        let officers = self.replica.officers();
        let held = || officers.find(id).and_then(|row| officers.get(row)).map(|row| row.officer());
        hit.map(|officer| self.newest(&officer)).or_else(held)
    }

    /// May the person at the keyboard change this entry?
    pub(super) fn maintains(&self, officer: &Officer) -> bool {
        let own = self.me.as_ref().is_some_and(|me| me.organisation == officer.facts.organisation.as_str());
        self.me.is_none() || self.may("register.write") || (own && self.may("register.write-own"))
    }

    /// What was reported wrong, in pane 3: of the own organisation for who maintains only that one.
    fn show_tasks(&mut self) -> Vec<Effect> {
        let mut query = self.texts.get("register-tasks-query");
        if let Some(me) = self.me.as_ref().filter(|_| !self.may("register.write") && self.may("register.write-own")) {
            query = format!("{query} {}:{}", self.texts.get("register-body-field"), me.organisation);
        }
        self.pane = Pane::Register;
        self.register = Lookup::default();
        self.register.query.set(&query);
        self.search()
    }

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

    /// A request about an entry was answered.
    pub(super) fn register_reply(&mut self, pending: RegisterPending, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let answer = match reply {
            Ok(Answer::Register(answer)) => answer,
            Ok(_) => return vec![],
            Err(refusal) => {
                self.fail(&refusal);
                let round = matches!(pending, RegisterPending::TakeBack(_)).then_some(refusal.words);
                return round.map_or_else(Vec::new, |words| self.round_goes_on(Some(words)));
            }
        };
        match (pending, answer) {
            (RegisterPending::Confirm, RegisterAnswer::Officer(officer)) => {
                self.said(&officer, true);
                self.say_with(Tone::Done, "done-confirmed", &[("name", name_of(&officer).into())]);
                if let Some(message) = &mut self.message {
                    message.undo = true;
                }
                self.entry_is(*officer);
                vec![]
            }
            (RegisterPending::TakeBack(said), RegisterAnswer::Officer(officer)) => {
                let what = self.words_of_said(&said);
                self.say_with(Tone::Undone, "undone-several", &[("what", what.into())]);
                self.entry_is(*officer);
                self.round_goes_on(None)
            }
            (RegisterPending::Read, RegisterAnswer::Officer(officer)) => {
                self.entry_is(*officer);
                vec![]
            }
            (RegisterPending::History(name), RegisterAnswer::History(revisions)) => {
                self.show_entry_history(&name, &revisions);
                vec![]
            }
            _ => vec![],
        }
    }

    fn said(&mut self, officer: &Officer, right: bool) {
        let said = Said { officer: officer.id, made: officer.version, right, name: name_of(officer) };
        let done = Done { steps: vec![], at: self.now, agenda: None, said: Some(said), saved_since: None };
        self.remember(done, Why::Wanted);
    }

    /// Takes back what was said of an entry.
    pub(super) fn take_back(&mut self, said: Said) -> Vec<Effect> {
        let call = RegisterCall::TakeBack { id: said.officer, version: said.made };
        self.ask_register(RegisterPending::TakeBack(said), call)
    }

    /// `S. de Boer: klopt`.
    pub(super) fn words_of_said(&self, said: &Said) -> String {
        let key = if said.right { "past-right" } else { "past-wrong" };
        self.texts.with(key, &[("name", said.name.clone().into())])
    }

    /// An entry is so now: wherever it is shown.
    fn entry_is(&mut self, officer: Officer) {
        let over = self.modals.iter_mut().filter_map(|modal| match modal {
            Modal::Lookup(lookup) => Some(&mut **lookup),
            _ => None,
        });
        for lookup in over.chain([&mut self.register]) {
            for found in lookup.hits.iter_mut().filter(|found| found.officer.id == officer.id) {
                if found.officer.version < officer.version {
                    found.officer = officer.clone();
                }
            }
        }
    }

    fn show_entry_history(&mut self, name: &str, revisions: &[OfficerRevision]) {
        let line = |revision: &OfficerRevision| {
            let changes: Vec<String> = revision
                .changes
                .iter()
                .map(|change| {
                    let field = self.texts.get(&format!("officer-field-{}", change.field));
                    format!("{field}: {} → {}", change.before.line(), change.after.line())
                })
                .collect();
            let label = if changes.is_empty() { self.texts.get("officer-made") } else { changes.join("; ") };
            let note = format!("{} {}", self.texts.day(zone::date_of(revision.at)), revision.by.line());
            Item { letter: ' ', label, note, choice: Choice::Nothing }
        };
        let items: Vec<Item> = revisions.iter().map(line).collect();
        let title = self.texts.with("choose-entry-history", &[("name", name.into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
    }
}

/// Whose entry it is: the person, or else the function.
fn name_of(officer: &Officer) -> String {
    let facts = &officer.facts;
    if facts.name.is_blank() { facts.title.line().into_string() } else { facts.name.line().into_string() }
}
