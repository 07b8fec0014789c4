//! Asking the server and taking in its answers: one action may be several requests, and its result is told once.

use super::{
    Message, Modal, State, Tone,
    choose::Choice,
    form::Purpose,
    message::{Answer, Call, Effect, Refusal, Timer},
};
use crate::{
    api::{problem::Code, signal::SignalPatch},
    domain::{
        ids::SignalId,
        signal::{Signal, Status, Urgency},
        text::SafeText,
    },
};

/// Signals one action may be about.
const MOST_AT_ONCE: usize = 200;

/// A request that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pending {
    /// A whole signal for preview or detail.
    Read(SignalId),
    /// A search in the register, for this state of the query.
    Search(u64),
    /// A form.
    Form(Purpose),
    /// A part of an action.
    Act {
        /// On what.
        signal: SignalId,
        /// Which action.
        batch: u64,
    },
}

/// What an action does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Claim.
    Claim,
    /// Release.
    Release,
    /// Set the urgency.
    Urgency(Urgency),
    /// Set the status.
    Status(Status),
}

/// One action on one or more signals.
#[derive(Debug, Clone)]
pub struct Batch {
    act: Act,
    waiting: usize,
    done: Vec<Signal>,
    failed: Vec<(SignalId, Refusal)>,
    /// What takes it back: per signal what was before.
    before: Vec<(SignalId, Act)>,
    undoing: bool,
}

/// What takes the last action back.
#[derive(Debug, Clone)]
pub struct Undo {
    steps: Vec<(SignalId, Act, i64)>,
}

impl State {
    /// A number for a request, remembered until its reply.
    pub(super) fn request(&mut self, pending: Pending) -> u64 {
        self.next_request += 1;
        self.requests.insert(self.next_request, pending);
        self.next_request
    }

    /// Reads a signal whole.
    pub(super) fn read(&mut self, id: SignalId) -> Vec<Effect> {
        let request = self.request(Pending::Read(id));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Read(id), draft: None }]
    }

    /// Does something to the marked signals, or to the one under the cursor.
    pub(super) fn act(&mut self, targets: Vec<SignalId>, act: Act) -> Vec<Effect> {
        let steps = targets.into_iter().filter_map(|id| Some((id, act, self.version(id)?))).collect();
        self.perform(steps, act, false)
    }

    fn version(&self, id: SignalId) -> Option<i64> {
        let signals = self.replica.signals();
        let row = signals.find(id).and_then(|row| signals.get(row)).map(|row| row.version());
        row.max(self.whole(id).map(|signal| signal.version))
    }

    fn perform(&mut self, steps: Vec<(SignalId, Act, i64)>, act: Act, undoing: bool) -> Vec<Effect> {
        if steps.is_empty() {
            self.say_with(Tone::Info, "nothing-selected", &[]);
            return vec![];
        }
        if steps.len() > MOST_AT_ONCE {
            self.say_with(Tone::Warn, "too-many-at-once", &[("count", steps.len().into()), ("most", MOST_AT_ONCE.into())]);
            return vec![];
        }
        let batch = self.next_request + 1;
        let before = steps.iter().filter_map(|(id, act, _)| Some((*id, self.opposite(*id, *act)?))).collect();
        self.batches.insert(batch, Batch { act, waiting: steps.len(), done: vec![], failed: vec![], before, undoing });
        let mut effects = Vec::new();
        for (signal, act, version) in steps {
            let request = self.request(Pending::Act { signal, batch });
            let patch = |patch| Call::Patch { signal, version, patch: Box::new(patch) };
            let call = match act {
                Act::Claim => Call::Claim { signal, reason: None },
                Act::Release => Call::Release(signal),
                Act::Urgency(urgency) => patch(SignalPatch { urgency: Some(urgency), ..SignalPatch::default() }),
                Act::Status(status) => patch(SignalPatch { status: Some(status), ..SignalPatch::default() }),
            };
            effects.push(Effect::Send { request, key: self.next_key(), call, draft: None });
        }
        effects
    }

    /// What takes an action back.
    fn opposite(&self, id: SignalId, act: Act) -> Option<Act> {
        let signals = self.replica.signals();
        let row = signals.find(id).and_then(|row| signals.get(row))?;
        Some(match act {
            Act::Claim => Act::Release,
            Act::Release => Act::Claim,
            Act::Urgency(_) => Act::Urgency(row.urgency()),
            Act::Status(_) => Act::Status(row.status()),
        })
    }

    /// Is there an action to take back?
    pub(super) fn can_undo(&self) -> bool {
        self.undo.is_some()
    }

    /// Takes the last action back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        match self.undo.take() {
            Some(undo) => {
                let act = undo.steps.first().map_or(Act::Release, |(_, act, _)| *act);
                self.perform(undo.steps, act, true)
            }
            None => {
                self.say_with(Tone::Info, "nothing-to-undo", &[]);
                vec![]
            }
        }
    }

    /// A line of a menu was picked.
    pub(super) fn chosen(&mut self, choice: Choice) -> Vec<Effect> {
        match choice {
            Choice::Urgency(targets, urgency) => self.act(targets, Act::Urgency(urgency)),
            Choice::Status(targets, status) => self.act(targets, Act::Status(status)),
            Choice::View(view) => {
                self.signals.view = view;
                self.reselect();
                self.rest()
            }
            Choice::Sort(sort) => {
                self.signals.sort = sort;
                self.reselect();
                self.rest()
            }
            Choice::Keymap(name) => {
                if let Some((_, keymap)) = self.choices.keymaps.iter().find(|(known, _)| *known == name) {
                    self.keymap = keymap.clone();
                    self.say_with(Tone::Done, "keymap-now", &[("name", name.into())]);
                }
                vec![]
            }
            Choice::Language(language) => {
                self.texts = std::sync::Arc::new(crate::locale::Texts::new(language));
                self.say_with(Tone::Done, "language-now", &[]);
                vec![Effect::Language(language)]
            }
            Choice::Theme(name) => {
                self.say_with(Tone::Done, "theme-now", &[("name", name.as_str().into())]);
                vec![Effect::Theme(name)]
            }
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
        let Some(pending) = self.requests.remove(&request) else { return vec![] };
        match pending {
            Pending::Read(id) => {
                match reply {
                    Ok(Answer::Signal(signal)) => {
                        self.unread = None;
                        self.keep(*signal);
                    }
                    Ok(_) => {}
                    Err(refusal) => self.unread = Some((id, format!("{} {}", refusal.words, refusal.advice))),
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
                        lookup.hits =
                            hits.into_iter().map(|hit| super::lookup::Found { officer: hit.officer, typo: false }).collect();
                        lookup.list = super::list::ListCursor::default();
                    }
                    Ok(_) => {}
                    Err(refusal) => lookup.refused = Some(refusal.words),
                }
                vec![]
            }
            Pending::Form(purpose) => self.form_reply(request, purpose, reply),
            Pending::Act { signal, batch } => self.act_reply(signal, batch, reply),
        }
    }

    fn form_reply(&mut self, request: u64, purpose: Purpose, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let at = self.modals.iter().position(|modal| matches!(modal, Modal::Form(form) if form.sending == Some(request)));
        match reply {
            Ok(answer) => {
                // Typed on while it was being saved: the form stays, with what is new.
                if let Some(at) = at {
                    self.modals.remove(at);
                }
                self.saved(purpose, answer)
            }
            Err(refusal) => {
                let words = format!("{} {}", refusal.words, refusal.advice);
                let (earlier, today) = (self.texts.get("earlier-text-saved"), self.today);
                match at.and_then(|at| self.modals.get_mut(at)) {
                    Some(Modal::Form(form)) => {
                        form.sending = None;
                        // A server that said no did not save it. Without an answer the key stays: it may have been saved.
                        if refusal.code.is_some_and(|code| !matches!(code, Code::Internal | Code::Unavailable | Code::TimedOut)) {
                            form.key = None;
                        }
                        form.refused = Some(if refusal.code == Some(Code::IdempotencyKeyReused) { earlier } else { words });
                        vec![form.keep(today)]
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
        let key = match purpose {
            Purpose::Note(_) => "saved-note",
            Purpose::Contact(_) => "saved-contact",
            Purpose::Intake => "saved-intake",
            Purpose::TakeOver(_) => "done-claim",
        };
        let mut number = String::new();
        if let Answer::Signal(signal) = answer {
            number = signal.number.short();
            if purpose == Purpose::Intake {
                number = signal.number.to_string();
                self.signals.current = Some(signal.id);
            }
            self.keep(*signal);
        } else if let Purpose::Note(id) | Purpose::Contact(id) = purpose {
            number = self.short_number(id);
        }
        self.say_with(Tone::Done, key, &[("number", number.into())]);
        if matches!(purpose, Purpose::Note(_) | Purpose::Contact(_)) {
            self.show_newest();
        }
        self.rest()
    }

    /// Scrolls the open signal to its timeline, newest entry first, unless that is in view: what was saved is to be seen.
    fn show_newest(&mut self) {
        let height = usize::from(self.areas().body.height).saturating_sub(2);
        let (timeline, most) = (self.timeline, self.scroll_most);
        if let Some(scroll) = &mut self.signals.open
            && !(*scroll..(*scroll + height).saturating_sub(2)).contains(&timeline)
        {
            *scroll = timeline.min(most);
        }
    }

    fn short_number(&self, id: SignalId) -> String {
        let signals = self.replica.signals();
        signals.find(id).and_then(|row| signals.get(row)).map_or_else(String::new, |row| row.number().short())
    }

    fn act_reply(&mut self, id: SignalId, batch: u64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let Some(known) = self.batches.get_mut(&batch) else { return vec![] };
        known.waiting -= 1;
        match reply {
            Ok(Answer::Signal(signal)) => known.done.push(*signal),
            Ok(_) => {}
            Err(refusal) => known.failed.push((id, refusal)),
        }
        if known.waiting > 0 {
            return vec![];
        }
        let Some(batch) = self.batches.remove(&batch) else { return vec![] };
        self.finish(batch)
    }

    /// Every part of an action was answered: tell the result once; what failed stays marked.
    fn finish(&mut self, batch: Batch) -> Vec<Effect> {
        let steps: Vec<_> = batch
            .done
            .iter()
            .filter_map(|signal| {
                let (_, act) = batch.before.iter().find(|(id, _)| *id == signal.id)?;
                Some((signal.id, *act, signal.version))
            })
            .collect();
        let (done, failed) = (batch.done.len(), batch.failed.len());
        let first = batch.done.first().map(|signal| signal.number.short()).unwrap_or_default();
        for signal in batch.done {
            self.signals.marks.remove(&signal.id);
            self.keep(signal);
        }
        if let [(id, refusal)] = &batch.failed[..]
            && done == 0
        {
            let taken = refusal.code == Some(Code::AlreadyClaimed) && batch.act == Act::Claim;
            if let (true, Some(who)) = (taken, refusal.problem.as_ref().and_then(|problem| problem.existing.clone())) {
                return self.open_takeover(*id, &who);
            }
            self.fail(refusal);
            return vec![];
        }
        self.undo = (!steps.is_empty()).then_some(Undo { steps });
        let label = self.act_label(batch.act, batch.undoing);
        let text = match (done, failed) {
            (1, 0) => self.texts.with(&label, &[("number", first.into())]),
            (done, 0) => self.texts.with("done-several", &[("done", done.into())]),
            (done, failed) => self.texts.with("done-partly", &[("done", done.into()), ("failed", failed.into())]),
        };
        self.say(if failed == 0 { Tone::Done } else { Tone::Warn }, text);
        if let Some(message) = &mut self.message {
            message.undo = self.undo.is_some() && !batch.undoing;
            if let Some((_, refusal)) = batch.failed.first() {
                message.advice = SafeText::line(&refusal.words);
            }
        }
        self.moves += 1;
        vec![Effect::Wait(super::PREVIEW_AFTER, Timer::Preview(self.moves))]
    }

    fn act_label(&self, act: Act, undoing: bool) -> String {
        let done = match act {
            Act::Claim => "claim",
            Act::Release => "release",
            Act::Urgency(_) => "urgency",
            Act::Status(_) => "status",
        };
        format!("{}-{done}", if undoing { "undone" } else { "done" })
    }

    fn fail(&mut self, refusal: &Refusal) {
        self.message = Some(Message {
            tone: Tone::Fail,
            text: SafeText::line(&refusal.words),
            advice: SafeText::line(&refusal.advice),
            undo: false,
        });
    }
}
