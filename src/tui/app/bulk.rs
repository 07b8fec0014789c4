//! One action on one or many signals, sent a few at a time: what is under way, how far it is, stopping it, and a result for
//! each signal. What failed or was not begun stays marked.

mod told;

use super::{
    State, Tone,
    acting::{Act, Done, Step, Why},
    actions::Pending,
    agenda::AgendaAnswer,
    failed::Failed,
    form::Purpose,
    message::{Answer, Call, Effect, Refusal, Timer},
};
use crate::{
    api::problem::Code,
    domain::{
        ids::{IdempotencyKey, MeetingId, SignalId},
        meeting::AgendaItem,
        signal::{ContactMoment, Signal},
        text::{RawText, SafeText},
    },
};

/// Requests of one action that are under way at a time: enough to keep the line busy, few enough to stop it.
const AT_ONCE: usize = 24;
/// From so many signals on it is shown how far the action is.
const SHOWN_FROM: usize = 20;

/// What is done.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    /// What can be taken back.
    Act(Why),
    /// What cannot: text that is added.
    Text {
        /// The text.
        what: Addition,
        /// The key of each signal's request is made from this one, so that saving again has no second effect.
        key: IdempotencyKey,
        /// The draft, which goes when every signal has the text.
        draft: String,
    },
}

/// What is added to each signal.
#[derive(Debug, Clone)]
pub(super) enum Addition {
    /// A note.
    Note(RawText),
    /// A contact moment.
    Contact(ContactMoment),
    /// An item on the agenda of this meeting, or a candidate.
    Proposal(Option<MeetingId>),
}

/// One signal of an action.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub signal: SignalId,
    /// What the change is based on: what was known when the key was pressed.
    pub version: i64,
    pub step: Option<Step>,
}

/// An action that is under way.
#[derive(Debug, Clone)]
pub struct Batch {
    deed: Deed,
    jobs: Vec<Job>,
    sent: usize,
    waiting: usize,
    stopped: bool,
    /// What was so already: nothing was sent for it, so nothing of it is taken back.
    already: Vec<SignalId>,
    /// What is told of those that were marked and left as they are, because others hold them.
    pub(super) left: Option<String>,
    done: Vec<SignalId>,
    /// Of which the text is kept and is sent by itself.
    kept: usize,
    /// The number of the first that was done.
    first: String,
    failed: Vec<(SignalId, Refusal)>,
    /// What was proposed for an agenda.
    proposed: Vec<AgendaItem>,
}

/// How far an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Signals that were answered.
    pub answered: usize,
    /// Signals in all.
    pub all: usize,
    /// Was it stopped?
    pub stopped: bool,
}

impl State {
    /// Begins an action; for what was so already, nothing is sent.
    pub(super) fn start_batch(&mut self, deed: Deed, jobs: Vec<Job>, already: Vec<SignalId>) -> Vec<Effect> {
        if jobs.is_empty() {
            self.say_with(Tone::Info, "nothing-selected", &[]);
            return vec![];
        }
        self.next_batch += 1;
        let (done, failed, first, proposed) = (vec![], vec![], String::new(), vec![]);
        let batch = Batch {
            deed,
            jobs,
            sent: 0,
            waiting: 0,
            stopped: false,
            already,
            left: None,
            done,
            kept: 0,
            first,
            failed,
            proposed,
        };
        self.batches.insert(self.next_batch, batch);
        self.send_more(self.next_batch)
    }

    /// Sends what may be sent now.
    fn send_more(&mut self, id: u64) -> Vec<Effect> {
        let mut effects = Vec::new();
        while let Some(batch) = self.batches.get(&id)
            && let Some(job) = batch.jobs.get(batch.sent).filter(|_| !batch.stopped && batch.waiting < AT_ONCE)
        {
            let signal = job.signal;
            let (call, key) = match (&batch.deed, job.step) {
                (Deed::Text { what: Addition::Note(text), key, .. }, _) => {
                    (Some(Call::Note { signal, text: text.clone() }), Some(key_for(*key, signal)))
                }
                (Deed::Text { what: Addition::Contact(contact), key, .. }, _) => {
                    (Some(Call::Contact { signal, contact: contact.clone(), officer: None }), Some(key_for(*key, signal)))
                }
                (Deed::Text { what: Addition::Proposal(meeting), key, .. }, _) => {
                    (Some(self.call_of_proposal(signal, *meeting)), Some(key_for(*key, signal)))
                }
                (Deed::Act(why), step) => {
                    let reason = step.and_then(|step| self.past.reason_for(step, *why));
                    (step.map(|step| self.call_of_step(step, job.version, reason)), None)
                }
            };
            if let Some(batch) = self.batches.get_mut(&id) {
                batch.sent += 1;
                batch.waiting += usize::from(call.is_some());
            }
            let Some(call) = call else { continue };
            self.proposal_goes(&call);
            let request = self.request(Pending::Act { signal, batch: id });
            let key = key.unwrap_or_else(|| self.next_key());
            effects.push(Effect::Send { request, key, call, draft: None });
        }
        effects
    }

    /// How far the action is that takes long.
    pub fn progress(&self) -> Option<Progress> {
        let batch = self.batches.values().find(|batch| batch.jobs.len() >= SHOWN_FROM)?;
        Some(Progress { answered: batch.sent - batch.waiting, all: batch.jobs.len(), stopped: batch.stopped })
    }

    /// Stops what was not begun yet; says whether there was anything.
    pub(super) fn stop(&mut self) -> bool {
        let mut stopped = false;
        for batch in self.batches.values_mut().filter(|batch| batch.sent < batch.jobs.len() && !batch.stopped) {
            (batch.stopped, stopped) = (true, true);
        }
        stopped
    }

    /// One signal of an action was answered.
    pub(super) fn act_reply(&mut self, id: SignalId, number: u64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let Some(batch) = self.batches.get_mut(&number) else { return vec![] };
        batch.waiting -= 1;
        match reply {
            Ok(Answer::Dropped) => {}
            Ok(Answer::Waits) => {
                batch.kept += 1;
                self.signals.marks.remove(&id);
            }
            Ok(answer) => {
                batch.done.push(id);
                if let Answer::Agenda(answer) = &answer
                    && let AgendaAnswer::Item(found) = &**answer
                {
                    batch.proposed.push(found.item.clone());
                }
                if let Answer::Signal(signal) = answer {
                    if batch.first.is_empty() {
                        batch.first = signal.number.short();
                    }
                    self.made(&signal);
                    self.knows_reason(id, number, &signal);
                    self.keep(*signal);
                }
            }
            Err(refusal) => {
                // Without an answer the rest would fail the same way, one after the other.
                batch.stopped |= refusal.code.is_none();
                let act = batch.jobs.iter().find(|job| job.signal == id).and_then(|job| job.step).map(|step| step.done);
                batch.failed.push((id, refusal.clone()));
                self.remember_unknown(id, act, &refusal);
            }
        }
        let effects = self.send_more(number);
        match self.batches.get(&number) {
            Some(batch) if batch.waiting == 0 => self.finish(number),
            _ => effects,
        }
    }

    /// Before the answer takes the place of what was read: what takes the step back.
    fn knows_reason(&mut self, id: SignalId, number: u64, answer: &Signal) {
        let wanted = |batch: &&mut Batch| matches!(batch.deed, Deed::Act(Why::Wanted));
        let Some(mut batch) = self.batches.remove(&number) else { return };
        if let Some(job) = Some(&mut batch).filter(wanted).and_then(|batch| batch.jobs.iter_mut().find(|job| job.signal == id))
            && let Some(step) = job.step
        {
            let read = self.whole(id).filter(|whole| whole.version == job.version);
            let read = read.map(|whole| whole.facts.urgency_reason.clone());
            job.step = Some(self.reason_it_had(step, read, answer));
        }
        self.batches.insert(number, batch);
    }

    /// Every part of an action was answered: tell the result once; what failed stays marked.
    fn finish(&mut self, number: u64) -> Vec<Effect> {
        let Some(batch) = self.batches.remove(&number) else { return vec![] };
        for id in &batch.already {
            self.signals.marks.remove(id);
        }
        for id in &batch.done {
            self.signals.marks.remove(id);
        }
        if matches!(batch.deed, Deed::Act(_)) {
            self.signals.expected = batch.done.iter().copied().collect();
            self.look_again();
        }
        self.signals.count_outside(&self.replica);
        let not_begun = batch.jobs.len() - batch.sent;
        let act = batch.jobs.first().and_then(|job| job.step).map(|step| step.done);
        if let ([(id, refusal)], 1) = (&batch.failed[..], batch.jobs.len()) {
            let taken = refusal.code == Some(Code::AlreadyClaimed) && act == Some(Act::Claim);
            if let (true, Some(who)) = (taken, refusal.problem.as_ref().and_then(|problem| problem.existing.clone())) {
                let mut effects = self.round_goes_on(Some(refusal.words.clone()));
                effects.extend(self.open_takeover(*id, &who));
                return effects;
            }
            self.fail_on(*id, refusal);
            return self.round_goes_on(Some(refusal.words.clone()));
        }
        let all_done = batch.failed.is_empty() && not_begun == 0;
        let mut undoable = false;
        if let Deed::Act(why) = batch.deed {
            let done: std::collections::BTreeSet<SignalId> = batch.done.iter().copied().collect();
            let changed = |step: &Step| done.contains(&step.signal) && step.changes();
            let steps: Vec<Step> = batch.jobs.iter().filter_map(|job| job.step).filter(changed).collect();
            undoable = !steps.is_empty();
            self.remember(Done { steps, at: self.now, agenda: None, said: None, saved_since: None }, why);
        }
        let reasoned = matches!((&batch.deed, act), (Deed::Act(Why::Wanted), Some(Act::Reasoned(..))));
        self.failed = batch.failed.iter().map(|(id, refusal)| Failed { signal: *id, why: refusal.words.clone() }).collect();
        let mut text = self.result(&batch, act, not_begun);
        if let (Some(act), false) = (act, batch.already.is_empty()) {
            text = format!("{text}; {}", self.words_of_already(batch.already.len(), act));
        }
        if let Some(left) = &batch.left {
            text = format!("{text}; {left}");
        }
        let tone = match batch.deed {
            _ if !all_done || batch.kept > 0 => Tone::Warn,
            Deed::Act(Why::Undo | Why::Redo) => Tone::Undone,
            Deed::Act(Why::Wanted) if !undoable && act.is_some_and(Act::is_a_value) => Tone::Info,
            _ => Tone::Done,
        };
        self.say(tone, text);
        let undone = matches!(batch.deed, Deed::Act(Why::Undo));
        let until = batch.done.first().filter(|_| act == Some(Act::Claim) && !undone).and_then(|id| self.claimed_until(*id));
        if let Some(message) = &mut self.message {
            message.advice = SafeText::line(&until.unwrap_or_default());
            message.undo = undoable && !undone;
            if let Some((_, refusal)) = batch.failed.first() {
                message.advice = SafeText::line(&refusal.words);
            }
        }
        let mut effects = vec![];
        if reasoned && all_done {
            effects.push(Effect::RemoveDraft(Purpose::UrgencyMany.slot()));
        }
        if let (Deed::Act(Why::Undo | Why::Redo), [one]) = (&batch.deed, &batch.done[..]) {
            effects.extend(self.come_back_to(*one));
        }
        if !batch.proposed.is_empty() {
            // The last was sent first.
            let at = |item: &AgendaItem| batch.jobs.iter().rposition(|job| Some(job.signal) == item.signal);
            let mut proposed = batch.proposed;
            proposed.sort_by_key(|item| std::cmp::Reverse(at(item)));
            self.proposed(&proposed);
            self.offer_undo();
        }
        if let Deed::Text { draft, what, .. } = batch.deed {
            let purpose = if matches!(what, Addition::Note(_)) { Purpose::NoteMany } else { Purpose::ContactMany };
            if !batch.done.is_empty() && !matches!(what, Addition::Proposal(_)) {
                let number = self.texts.with("count-all", &[("count", batch.done.len().into())]);
                self.saved_for_good(purpose, &number);
            }
            effects.extend(all_done.then_some(Effect::RemoveDraft(draft)));
        }
        // Nobody's keys are taken: a window that is open, or a field, stays.
        if !self.failed.is_empty()
            && self.past.round.is_none()
            && self.modals.is_empty()
            && self.typing() == super::keys::Typing::No
        {
            self.menu_failed();
        }
        if undone && self.past.round.is_some() {
            let result = self.message.as_ref().map(|message| message.text.as_str().to_owned()).unwrap_or_default();
            effects.extend(self.round_goes_on((!all_done).then_some(result)));
            if self.past.round.is_some() {
                return effects;
            }
        }
        self.moves += 1;
        effects.push(Effect::Wait(super::PREVIEW_AFTER, Timer::Preview(self.moves)));
        effects
    }
}

/// The key of one signal's request: the same again whenever the same form is saved for it.
fn key_for(key: IdempotencyKey, signal: SignalId) -> IdempotencyKey {
    let mixed = key.0.as_u128() ^ signal.0.as_u128().rotate_left(61);
    IdempotencyKey(uuid::Builder::from_random_bytes(mixed.to_be_bytes()).into_uuid())
}
