//! One action on one or many signals, sent a few at a time: what is under way, how far it is, stopping it, and a result for
//! each signal. What failed or was not begun stays marked.

use super::{
    State, Tone,
    acting::{Act, Done, Step, Why, name},
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
        signal::ContactMoment,
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
    done: Vec<SignalId>,
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
        let batch = Batch { deed, jobs, sent: 0, waiting: 0, stopped: false, already, done, first, failed, proposed };
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
                    self.keep(*signal);
                }
            }
            Err(refusal) => {
                // Without an answer the rest would fail the same way, one after the other.
                batch.stopped |= refusal.code.is_none();
                batch.failed.push((id, refusal));
            }
        }
        let effects = self.send_more(number);
        match self.batches.get(&number) {
            Some(batch) if batch.waiting == 0 => self.finish(number),
            _ => effects,
        }
    }

    /// Every part of an action was answered: tell the result once; what failed stays marked.
    fn finish(&mut self, number: u64) -> Vec<Effect> {
        let Some(batch) = self.batches.remove(&number) else { return vec![] };
        for id in &batch.already {
            self.signals.marks.remove(id);
        }
        for id in &batch.done {
            self.signals.marks.remove(id);
            self.signals.dealt_with.insert(*id);
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
        self.failed = batch.failed.iter().map(|(id, refusal)| Failed { signal: *id, why: refusal.words.clone() }).collect();
        let mut text = self.result(&batch, act, not_begun);
        if let (Some(act), false) = (act, batch.already.is_empty()) {
            text = format!("{text}; {}", self.words_of_already(batch.already.len(), act));
        }
        let tone = match batch.deed {
            _ if !all_done => Tone::Warn,
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

    /// The result in words: `11 gelukt, 1 conflict`.
    fn result(&self, batch: &Batch, act: Option<Act>, not_begun: usize) -> String {
        let done = batch.done.len();
        let conflict = |(_, refusal): &&(SignalId, Refusal)| {
            matches!(refusal.code, Some(Code::StaleVersion | Code::AlreadyClaimed | Code::NotClaimed | Code::NotInThisStatus))
        };
        let conflicts = batch.failed.iter().filter(conflict).count();
        let refused = batch.failed.len() - conflicts;
        let parts =
            [("done-several", done), ("done-conflicts", conflicts), ("done-refused", refused), ("done-not-begun", not_begun)];
        if let (1, 0, Some(act)) = (done, batch.failed.len() + not_begun, act) {
            let number = [("number", batch.first.as_str().into()), ("value", self.value_of(act).unwrap_or_default().into())];
            let kept_reason = || self.kept_reason(batch.jobs.first()?.step?);
            return match batch.deed {
                Deed::Act(Why::Undo) => self.texts.with(&format!("undone-{}", name(act)), &number),
                Deed::Act(Why::Redo) => {
                    let what = self.with_value(self.texts.with(&format!("past-{}", name(act)), &number), act);
                    self.texts.with("redone-several", &[("what", what.into())])
                }
                _ if act.is_a_value() && !batch.jobs.iter().all(|job| job.step.is_none_or(|step| step.changes())) => {
                    self.texts.with(
                        "was-so",
                        &[("what", self.with_value(self.texts.with(&format!("past-{}", name(act)), &number), act).into())],
                    )
                }
                Deed::Act(Why::Wanted) if self.dropped_reasons(batch) > 0 => {
                    self.texts.with("done-urgency-without-reason", &number)
                }
                Deed::Act(Why::Wanted) if let Some(words) = kept_reason() => {
                    format!("{}. {words}", self.texts.with(&format!("done-{}", name(act)), &number))
                }
                _ if matches!(act, Act::Status(status) if !status.is_open()) => self.texts.with("done-closed", &number),
                _ => self.texts.with(&format!("done-{}", name(act)), &number),
            };
        }
        if let (true, Some(told)) = (batch.failed.is_empty() && not_begun == 0, self.all_done(batch, act)) {
            return match self.dropped_reasons(batch) {
                count @ 1.. if matches!(batch.deed, Deed::Act(Why::Wanted)) => {
                    format!("{told}. {}", self.texts.with("reasons-lapse", &[("count", count.into())]))
                }
                _ => told,
            };
        }
        // Several that are taken back, or done again, are told as what they are: not as if they were done now.
        let again = match batch.deed {
            Deed::Act(Why::Undo) => Some("undone-several"),
            Deed::Act(Why::Redo) => Some("redone-several"),
            _ => None,
        };
        let told = |key: &str| {
            let step = batch.jobs.first()?.step?;
            let act = if key == "undone-several" { step.back } else { step.done };
            let number = self.texts.with("count-all", &[("count", done.into())]);
            let what = self.texts.with(&format!("past-{}", name(act)), &[("number", number.into())]);
            Some(self.texts.with(key, &[("what", what.into())]))
        };
        let head = again.filter(|_| done > 0).and_then(told);
        let words: Vec<String> = parts
            .into_iter()
            .filter(|(key, count)| *count > 0 || *key == "done-several")
            .map(|(key, count)| match &head {
                Some(head) if key == "done-several" => head.clone(),
                _ => self.texts.with(key, &[("done", count.into()), ("count", count.into())]),
            })
            .collect();
        let stays = batch.jobs.len() > done && matches!(batch.deed, Deed::Act(Why::Wanted) | Deed::Text { .. });
        let stays = if stays { self.texts.get("done-rest-marked") } else { String::new() };
        format!("{}{stays}", words.join(", "))
    }

    /// How many signals lost the reason of their urgency, because they got a lower one.
    fn dropped_reasons(&self, batch: &Batch) -> usize {
        let dropped = |step: &Step| match (step.done, step.back) {
            (Act::Urgency(now), Act::Urgency(before)) if !now.is_at_least(before) => {
                self.past.reasons.get(&(step.signal, before)).is_some_and(|reason| !reason.is_blank())
            }
            _ => false,
        };
        let steps = batch.jobs.iter().filter_map(|job| job.step);
        steps.filter(|step| batch.done.contains(&step.signal)).filter(dropped).count()
    }

    /// Several that are all done, told as what was done: `Urgentie van 3 signalen: laag`.
    fn all_done(&self, batch: &Batch, act: Option<Act>) -> Option<String> {
        let number = self.texts.with("count-all", &[("count", batch.done.len().into())]);
        let number = [("number", number.into()), ("value", act.and_then(|act| self.value_of(act)).unwrap_or_default().into())];
        let key = match (&batch.deed, act) {
            (Deed::Text { what: Addition::Note(_), .. }, _) => "saved-note",
            (Deed::Text { what: Addition::Contact(_), .. }, _) => "saved-contact",
            (Deed::Text { what: Addition::Proposal(_), .. }, _) => "saved-let",
            (Deed::Act(Why::Wanted), Some(Act::Claim)) => "past-claim",
            (Deed::Act(Why::Wanted), Some(Act::Release)) => "past-release",
            (Deed::Act(Why::Wanted), Some(Act::Urgency(_) | Act::Reasoned(..))) => "done-urgency",
            (Deed::Act(Why::Wanted), Some(Act::Status(_))) => "done-status",
            _ => return None,
        };
        Some(self.texts.with(key, &number))
    }
}

/// The key of one signal's request: the same again whenever the same form is saved for it.
fn key_for(key: IdempotencyKey, signal: SignalId) -> IdempotencyKey {
    let mixed = key.0.as_u128() ^ signal.0.as_u128().rotate_left(61);
    IdempotencyKey(uuid::Builder::from_random_bytes(mixed.to_be_bytes()).into_uuid())
}
