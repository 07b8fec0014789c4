//! Asking the server and taking in its answers: one action may be several requests, and its result is told once.

use super::{
    Modal, State, Tone,
    acting::Act,
    agenda::AgendaPending,
    choose::Choice,
    command::Command,
    duplicating::Duplicating,
    form::Purpose,
    message::{Answer, Call, Effect, Refusal},
    messages::MessageDeed,
    reveal::RevealFor,
    urgency::reasoned,
    verdicts::RegisterPending,
    viewing::ViewDeed,
};
use crate::{
    api::problem::Code,
    domain::{
        ids::{ArrangementId, DeadlineId, IdempotencyKey, SignalId},
        signal::Signal,
        text::SafeText,
    },
};

/// A request that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pending {
    /// A whole signal for preview or detail.
    Read(SignalId),
    /// What is shielded of a signal.
    Reveal(SignalId, RevealFor),
    /// A clock of the board with how its day came to be.
    ReadClock(DeadlineId),
    /// A moratorium, bridging or commitment that a form is about.
    Arrangement(ArrangementId),
    /// Something about a meeting or an agenda.
    Agenda(AgendaPending),
    /// Something about the audit log.
    Traces,
    /// Something about an entry of the register.
    Register(RegisterPending),
    /// The confirmation of a proposal.
    Confirm,
    /// A search in the register, for this state of the query.
    Search(u64),
    /// A form.
    Form(Purpose),
    /// Something about look-alikes.
    Duplicate(Duplicating),
    /// A message that is there.
    Message(MessageDeed),
    /// A note of what did not count.
    Declined,
    /// A change of a saved view.
    View(ViewDeed),
    /// A part of an action.
    Act {
        /// On what.
        signal: SignalId,
        /// Which action.
        batch: u64,
    },
}

impl State {
    /// A number for a request, remembered until its reply.
    pub(super) fn request(&mut self, pending: Pending) -> u64 {
        self.next_request += 1;
        self.requests.insert(self.next_request, pending);
        self.next_request
    }

    /// A key for a write, made when the user wanted it.
    pub(super) fn next_key(&mut self) -> IdempotencyKey {
        // SplitMix over the random seed: every key differs, and a test that gives the seed knows them.
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        let mut mixed = self.seed;
        mixed = (mixed ^ (mixed >> 61)).wrapping_mul(0xbf58_476d_1ce4_e5b9_94d0_49bb_1331_11eb);
        mixed = (mixed ^ (mixed >> 59)).wrapping_mul(0x94d0_49bb_1331_11eb_bf58_476d_1ce4_e5b9);
        IdempotencyKey(uuid::Builder::from_random_bytes((mixed ^ (mixed >> 63)).to_le_bytes()).into_uuid())
    }

    /// This version of the signal was made here.
    pub(super) fn made(&mut self, signal: &Signal) {
        self.past.own_versions.entry(signal.id).or_default().insert(signal.version);
    }

    /// Reads a signal whole.
    pub(super) fn read(&mut self, id: SignalId) -> Vec<Effect> {
        let request = self.request(Pending::Read(id));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Read(id), draft: None }]
    }

    /// A line of a menu was picked.
    pub(super) fn chosen(&mut self, choice: Choice) -> Vec<Effect> {
        match choice {
            Choice::Nothing => vec![],
            Choice::Leave => self.leave(),
            Choice::Quit => vec![Effect::Quit],
            Choice::QuitAnyway => vec![Effect::QuitAnyway],
            Choice::DropText(slot) => self.drop_text(&slot),
            Choice::DropDraft(id) => self.drop_draft(id),
            Choice::DropWaiting(key) => self.drop_waiting(key),
            Choice::ClearDisk => vec![Effect::ClearDisk],
            Choice::Fill(text) => self.fill_and_go_on(&text),
            Choice::Year(at, day) => self.save_with_year(at, day),
            Choice::Filter(text) => {
                self.run(Command::Filter);
                if let Some((field, _)) = self.focused_field() {
                    field.set(&text);
                }
                self.typed_something()
            }
            Choice::History(count) => self.undo_to(count),
            Choice::UndoMany(count, of) => self.undo_asked(count, of),
            Choice::UndoOne(count, of) => self.undo_one(count, of),
            Choice::Redo => self.redo_now(),
            Choice::Allow(allowed, choice) => {
                self.allowed.insert(allowed);
                self.chosen(*choice)
            }
            Choice::Told(key) => {
                self.say_with(Tone::Info, key, &[]);
                vec![]
            }
            Choice::Many(targets, act) => self.act_as_asked(targets, act),
            Choice::Show(id) => self.go_to(id),
            Choice::Urgency(targets, urgency) => self.act(targets, Act::Urgency(urgency)),
            Choice::Status(targets, status) => self.act(targets, Act::Status(status)),
            Choice::End(targets, outcome) => self.act(targets, Act::Ended(outcome)),
            Choice::View(view) => self.show_view(view),
            Choice::Saved(id) => self.show_saved(id),
            Choice::RenameView(id) => self.open_rename_view(id),
            Choice::AskView(id, deed) => self.ask_about_view(id, deed),
            Choice::ChangeView(id, deed) => self.change_view(id, deed),
            Choice::Run(command) => self.run(command),
            Choice::RunFound(command) => self.run_from_help(command),
            Choice::BoardView(view) => self.show_in_board(view, self.board.group),
            Choice::BoardGroup(group) => self.show_in_board(self.board.view, group),
            Choice::BoardFilter(text) => {
                self.board.filter.set(&text);
                self.board_filter_changed()
            }
            Choice::Propose => self.submit_form(true),
            Choice::Form(purpose) => self.open_for(purpose),
            Choice::Agenda(choice) => self.chosen_on_agenda(choice),
            Choice::Steps => self.open_steps(),
            Choice::Export(format) => self.export(format),
            Choice::Confirm(id, hash) => self.confirm(id, hash),
            Choice::Decline(id, withdraw) => self.open_decline(id, withdraw),
            Choice::Suspend(signal, at) => self.open_suspension(signal, at),
            Choice::Message(id, version, looked) => self.send_message(id, version, looked),
            Choice::Link(signal, number) => self.link(signal, number),
            Choice::AskMerge(from, into) => self.ask_merge(from, into),
            Choice::LeaveFor(id) => self.leave_for(id),
            Choice::Sort(sorting) => {
                self.signals.sorting = sorting;
                // What was asked for is what stands first now.
                (self.signals.list.row, self.signals.current) = (0, None);
                self.reselect();
                self.rest()
            }
            Choice::Keymap(name) => self.use_keymap(name),
            Choice::Language(language) => self.use_language(language),
            Choice::Theme(name) => self.use_theme(name),
            Choice::Copy(_, text) => {
                if matches!(self.modals.last(), Some(Modal::Lookup(_))) {
                    self.modals.pop();
                }
                vec![Effect::Copy(text)]
            }
        }
    }

    /// The server answered, or did not.
    pub(super) fn reply(&mut self, request: u64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let mut effects = self.replied(request, reply);
        effects.extend(self.go_on());
        effects
    }

    fn replied(&mut self, request: u64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let Some(pending) = self.requests.remove(&request) else { return vec![] };
        match pending {
            Pending::Read(id) => {
                match reply {
                    Ok(Answer::Signal(signal)) => {
                        self.unread = None;
                        self.keep(*signal);
                        let mut effects = self.facts_read(id);
                        effects.extend(self.look_later(id));
                        return effects;
                    }
                    Ok(_) => {}
                    Err(refusal) => {
                        self.signals.to_correct.take_if(|(_, wanted)| *wanted == id);
                        self.unread = Some((id, format!("{} {}", refusal.words, refusal.advice)));
                    }
                }
                vec![]
            }
            Pending::Search(edits) => {
                let Some(lookup) = self.searching() else { return vec![] };
                if lookup.edits != edits {
                    return vec![];
                }
                lookup.waiting = None;
                match reply {
                    Ok(Answer::Officers(hits)) => {
                        lookup.total = hits.len();
                        lookup.hits = hits
                            .into_iter()
                            .map(|hit| super::lookup::Found { officer: hit.officer, typo: hit.forgiven, left: false })
                            .collect();
                        lookup.uncovered = super::lookup::uncovered(lookup.query.text(), &lookup.hits);
                        lookup.list = super::list::ListCursor::default();
                    }
                    Ok(_) => {}
                    Err(refusal) => {
                        lookup.hits.clear();
                        lookup.refused = Some(refusal.reason().unwrap_or(refusal.words));
                    }
                }
                vec![]
            }
            Pending::Reveal(signal, wanted) => self.reveal_reply(signal, wanted, reply),
            Pending::ReadClock(id) => self.clock_read(id, reply),
            Pending::Arrangement(id) => self.arrangement_read(id, reply),
            Pending::Agenda(pending) => self.agenda_reply(pending, reply),
            Pending::Traces => self.traces_reply(request, reply),
            Pending::Register(pending) => self.register_reply(pending, reply),
            Pending::Confirm => self.confirmed(reply),
            Pending::Form(purpose) => self.form_reply(request, purpose, reply),
            Pending::Duplicate(what) => self.duplicating_reply(what, reply),
            Pending::Message(deed) => self.message_reply(deed, reply),
            Pending::Declined => self.declined_noted(reply),
            Pending::View(deed) => self.view_reply(deed, reply),
            Pending::Act { signal, batch } => self.act_reply(signal, batch, reply),
        }
    }

    fn form_reply(&mut self, request: u64, purpose: Purpose, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let at = self.modals.iter().position(|modal| matches!(modal, Modal::Form(form) if form.sending == Some(request)));
        match reply {
            Ok(Answer::Waits) => self.form_waits(at),
            Ok(Answer::Dropped) => vec![],
            Ok(answer) => {
                // Typed on while it was being saved: the form stays, with what is new.
                let form = at.map(|at| self.modals.remove(at));
                // Its draft goes with it; the disk tells so in a moment.
                if let Some(drafts) =
                    self.drafts.as_mut().filter(|_| Purpose::of_slot(&purpose.slot()).is_some() && !purpose.waits())
                {
                    *drafts = drafts.saturating_sub(1);
                }
                let effects = self.saved(purpose, answer);
                if let Some(Modal::Form(form)) = form {
                    self.say_shared(&form);
                    self.say_merged(&form);
                }
                effects
            }
            Err(refusal) => {
                let faults = at.and_then(|at| match self.modals.get(at) {
                    Some(Modal::Form(form)) => {
                        let of_another =
                            self.faults_of_arrangement(form, &refusal).or_else(|| self.faults_of_time_out(form, &refusal));
                        let of_another = of_another.or_else(|| self.faults_of_share(form, &refusal));
                        let of_another = of_another.or_else(|| self.faults_of_message(form, &refusal));
                        of_another.or_else(|| self.faults_of_agenda(form, &refusal))
                    }
                    _ => None,
                });
                let said = || refusal.reason().unwrap_or_else(|| format!("{} {}", refusal.words, refusal.advice));
                let (words, first) = faults.unwrap_or_else(|| (said(), None));
                let (earlier, today) = (self.texts.get("earlier-text-saved"), self.today);
                match at.and_then(|at| self.modals.get_mut(at)) {
                    Some(Modal::Form(form)) => {
                        (form.sending, form.unconfirmed) = (None, None);
                        form.focus = first.unwrap_or(form.focus);
                        // A server that said no did not save it. Without an answer the key stays: it may have been saved.
                        if refusal.code.is_some_and(|code| !matches!(code, Code::Internal | Code::Unavailable | Code::TimedOut)) {
                            form.key = None;
                        }
                        form.refused = Some(if refusal.code == Some(Code::IdempotencyKeyReused) { earlier } else { words });
                        let mut effects: Vec<Effect> = form.keep(today).into_iter().collect();
                        effects.extend(self.was_stale(purpose, &refusal));
                        effects
                    }
                    _ => {
                        self.say(Tone::Fail, words);
                        vec![]
                    }
                }
            }
        }
    }

    fn saved(&mut self, purpose: Purpose, answer: Answer) -> Vec<Effect> {
        if let Answer::View(view) = answer {
            return self.view_saved(&view);
        }
        match purpose {
            Purpose::Agenda(kind) => return self.agenda_saved(kind, answer),
            Purpose::EditFacts(part, signal) => return self.part_saved(part, signal, answer),
            Purpose::Judge(_) => return self.judged(answer),
            Purpose::Message(..) => return self.message_drafted(answer),
            _ => {}
        }
        if purpose.is_about_share() {
            return self.share_saved(purpose, answer);
        }
        if purpose.is_about_entry() {
            return self.entry_saved(purpose, answer);
        }
        if purpose.is_about_time_out() {
            let effects = self.time_out_saved(purpose, &answer);
            self.said_for_good(if purpose.proposes() { "kept-proposed" } else { "kept-settled" });
            return effects;
        }
        if purpose.is_about_arrangement() {
            let effects = self.arrangement_saved(purpose, &answer);
            self.said_for_good("kept-legal");
            return effects;
        }
        let mut key = match purpose {
            Purpose::SaveView | Purpose::RenameView(_) => return vec![],
            Purpose::Note(_) => "saved-note",
            Purpose::Contact(_) => "saved-contact",
            Purpose::CorrectContact(..) => "saved-correction",
            Purpose::Intake => "saved-intake",
            Purpose::TakeOver(_) => "done-takeover",
            Purpose::UrgencyReason(_) => "done-urgency-reason",
            // Their result is told as that of an action on many.
            Purpose::NoteMany | Purpose::ContactMany => return vec![],
            // Told above.
            _ => return vec![],
        };
        let (mut number, mut value) = (String::new(), String::new());
        let mut beside = None;
        if let Answer::Signal(signal) = answer {
            number = signal.number.short();
            beside = self.told_of_contact(purpose, &signal);
            if purpose == Purpose::Intake {
                number = signal.number.to_string();
                beside = self.told_of_intake(&signal);
                self.signals.wanted = Some(signal.id);
            }
            self.made(&signal);
            let (id, before, after) = (signal.id, self.whole(signal.id).map(reasoned), reasoned(&signal));
            self.keep(*signal);
            if let (Purpose::UrgencyReason(_), Some(before)) = (purpose, before) {
                value = self.texts.get(&format!("urgency-{}", after.0));
                if before == after {
                    key = "urgency-was-so";
                } else if self.wrote_urgency(id, before, after) {
                    key = "done-urgency-reasoned";
                }
            }
        } else if let Purpose::Note(id) | Purpose::Contact(id) | Purpose::CorrectContact(id, _) = purpose {
            number = self.short_number(id);
        }
        self.say_with(Tone::Done, key, &[("number", number.clone().into()), ("value", value.into())]);
        let corrects = match purpose {
            Purpose::Intake => Command::EditSignal,
            _ => Command::CorrectContact,
        };
        let next = self.corrected_by(corrects);
        if let Some(message) = self.message.as_mut().filter(|_| beside.is_some() || purpose == Purpose::Intake) {
            if let Some(beside) = beside {
                message.text = SafeText::line(&format!("{}. {beside}", message.text));
            }
            message.advice = SafeText::line(&next);
        }
        let can_undo = self.can_undo() && key != "urgency-was-so";
        if let (Purpose::UrgencyReason(_), Some(message)) = (purpose, self.message.as_mut()) {
            message.undo = can_undo;
        }
        self.saved_for_good(purpose, &number);
        if matches!(purpose, Purpose::Note(_) | Purpose::Contact(_) | Purpose::CorrectContact(..)) {
            self.show_newest();
        }
        self.rest()
    }

    pub(super) fn short_number(&self, id: SignalId) -> String {
        let signals = self.replica.signals();
        signals.find(id).and_then(|row| signals.get(row)).map_or_else(String::new, |row| row.number().short())
    }
}
