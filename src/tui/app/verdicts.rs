//! What is said of an entry of the register after a call: right, or wrong because; taken back with undo. And its correction by who
//! maintains it.

use super::{
    Modal, Pane, State, Tone,
    acting::{Done, Why},
    actions::Pending,
    choose::{Choice, Choose, Item},
    command::Command,
    lookup::{self, Focus, Lookup},
    message::{Answer, Call, Effect, Link, Refusal},
};
use crate::{
    api::officer::OfficerPatch,
    domain::{ids::OfficerId, officer::Officer, officer_history::OfficerRevision, text::RawText, verdict::OfficerCall, zone},
    export::{contact, number_code},
};

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
    /// For which cases it was called before.
    Calls(OfficerId),
}

/// What the server answered about one entry.
#[derive(Debug, Clone, PartialEq)]
pub enum RegisterAnswer {
    /// The entry as it is now.
    Officer(Box<Officer>),
    /// What happened to it, newest first.
    History(Vec<OfficerRevision>),
    /// For which cases it was called, the last first.
    Calls(Vec<OfficerCall>),
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
    /// What was taken back is said again: right, or wrong?
    Again(bool),
    /// Its history, under this name.
    History(String),
    /// For which cases it was called.
    Calls(OfficerId),
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
    /// What was said to be wrong.
    reason: RawText,
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
        let mut effects = vec![Effect::Export { name, content, note: None }];
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

    pub(super) fn ask_register(&mut self, pending: RegisterPending, call: RegisterCall) -> Vec<Effect> {
        let request = self.request(Pending::Register(pending));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Register(Box::new(call)), draft: None }]
    }

    /// The card under the cursor is looked at or taken along: who holds no copy of the register asks the server for it, which logs it.
    /// Who works cases hears for which of them it was called before.
    pub(super) fn card_opened(&mut self) -> Vec<Effect> {
        let Some(id) = self.searching().and_then(|lookup| lookup.current()).map(|officer| officer.id) else { return vec![] };
        if self.looks_at_hand() {
            return self.note_look_up(Some(id));
        }
        if self.may("register.replicate") {
            let known = self.called.before.as_ref().is_some_and(|(of, _)| *of == id);
            let asks = self.may("signal.read") && !known && matches!(self.link, Link::Live);
            return if asks { self.ask_register(RegisterPending::Calls(id), RegisterCall::Calls(id)) } else { vec![] };
        }
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
        self.register = Lookup { focus: Focus::Card, ..Lookup::default() };
        self.register.query.set(&query);
        self.search()
    }

    /// A request about an entry was answered.
    pub(super) fn register_reply(&mut self, pending: RegisterPending, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let answer = match reply {
            Ok(Answer::Register(answer)) => answer,
            Ok(_) => return vec![],
            // Not asked for by anybody: the card stands without it.
            Err(refusal) if matches!(pending, RegisterPending::Calls(_) | RegisterPending::Read) => {
                self.entry_not_read(&refusal);
                return vec![];
            }
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
                let said = Said { made: officer.version, ..said };
                let done = Done { steps: vec![], at: self.now, agenda: None, said: Some(said), saved_since: None };
                self.past.undone.push(done);
                self.say_with(Tone::Undone, "undone-several", &[("what", what.into())]);
                self.entry_is(*officer);
                self.round_goes_on(None)
            }
            (RegisterPending::Again(right), RegisterAnswer::Officer(officer)) => {
                let said = self.said_now(&officer, right, Why::Redo);
                self.say_with(Tone::Undone, "redone-several", &[("what", self.words_of_said(&said).into())]);
                if let Some(message) = &mut self.message {
                    message.undo = true;
                }
                self.entry_is(*officer);
                vec![]
            }
            (RegisterPending::Read, RegisterAnswer::Officer(officer)) => {
                self.refill_entry(&officer);
                self.entry_is(*officer);
                vec![]
            }
            (RegisterPending::Calls(id), RegisterAnswer::Calls(calls)) => {
                self.called.before = Some((id, calls));
                vec![]
            }
            (RegisterPending::History(name), RegisterAnswer::History(revisions)) => {
                self.show_entry_history(&name, &revisions);
                vec![]
            }
            _ => vec![],
        }
    }

    /// What was said of an entry can be taken back.
    pub(super) fn said(&mut self, officer: &Officer, right: bool) {
        self.said_now(officer, right, Why::Wanted);
    }

    fn said_now(&mut self, officer: &Officer, right: bool, why: Why) -> Said {
        let reason = officer.verdict.reports.last().filter(|_| !right).map(|report| report.reason.clone()).unwrap_or_default();
        let said = Said { officer: officer.id, made: officer.version, right, name: name_of(officer), reason };
        let done = Done { steps: vec![], at: self.now, agenda: None, said: Some(said.clone()), saved_since: None };
        self.remember(done, why);
        said
    }

    /// Says again what was taken back, of the entry as it was then: who changed it since is not spoken over.
    pub(super) fn say_again(&mut self, said: Said) -> Vec<Effect> {
        let Said { officer: id, made: version, right, reason, .. } = said;
        let call = if right { RegisterCall::Confirm { id, version } } else { RegisterCall::Report { id, version, reason } };
        self.ask_register(RegisterPending::Again(right), call)
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
    pub(super) fn entry_is(&mut self, officer: Officer) {
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
        let mut items: Vec<Item> = vec![];
        for revision in revisions {
            let mut note = format!("{} {}", self.texts.day(zone::date_of(revision.at)), revision.by.line());
            let mut lines: Vec<String> = revision.changes.iter().map(|change| self.texts.field_change(change)).collect();
            if lines.is_empty() {
                lines.push(self.texts.get("officer-made"));
            }
            // When and by whom stands beside the first line of what was changed together.
            let item = |label| Item { letter: ' ', label, note: std::mem::take(&mut note), choice: Choice::Nothing };
            items.extend(lines.into_iter().map(item));
        }
        if items.is_empty() {
            return self.say_with(Tone::Info, "entry-no-history", &[]);
        }
        let title = self.texts.with("choose-entry-history", &[("name", name.into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
    }
}

/// Whose entry it is: the person, or else the function.
pub(super) fn name_of(officer: &Officer) -> String {
    let facts = &officer.facts;
    if facts.name.is_blank() { facts.title.line().into_string() } else { facts.name.line().into_string() }
}
