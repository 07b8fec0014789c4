//! Doing one thing to one or many signals, taking it back, and doing it again. One action may be several requests; its
//! result is told once, and one press takes the whole of it back.
//!
//! Taking back is a change of its own. It happens only where what the action made is still there: what somebody else changed
//! since is left alone and said.

use super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    message::{Answer, Call, Effect, Refusal, Timer},
};
use crate::{
    api::{problem::Code, signal::SignalPatch},
    domain::{
        Instant,
        ids::SignalId,
        signal::{Owner, Signal, Status, Urgency},
        text::SafeText,
    },
};

/// Actions that can be taken back, the last ones.
const MOST_KEPT: usize = 20;

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

/// On one signal: what was done, and what takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step {
    signal: SignalId,
    done: Act,
    back: Act,
}

/// An action that was done.
#[derive(Debug, Clone)]
pub struct Done {
    steps: Vec<Step>,
    at: Instant,
}

/// Why an action is performed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Somebody wants it.
    Wanted,
    /// It takes another back.
    Undo,
    /// It does again what was taken back.
    Redo,
}

/// An action that is under way.
#[derive(Debug, Clone)]
pub struct Batch {
    steps: Vec<Step>,
    why: Why,
    waiting: usize,
    done: Vec<Signal>,
    failed: Vec<(SignalId, Refusal)>,
}

/// What was done and what was taken back, the last at the end.
#[derive(Debug, Clone, Default)]
pub struct Past {
    done: Vec<Done>,
    undone: Vec<Done>,
    /// So many more are to be taken back, one after the other.
    more: usize,
}

/// What a signal is like now, in what actions change.
struct Now {
    version: i64,
    urgency: Urgency,
    status: Status,
    owner: Option<Owner>,
}

impl State {
    /// Does something to the marked signals, or to the one under the cursor.
    pub(super) fn act(&mut self, targets: Vec<SignalId>, act: Act) -> Vec<Effect> {
        let step = |signal| Some(Step { signal, done: act, back: self.opposite(signal, act)? });
        let steps = targets.into_iter().filter_map(step).collect();
        self.perform(steps, Why::Wanted)
    }

    fn perform(&mut self, steps: Vec<Step>, why: Why) -> Vec<Effect> {
        if steps.is_empty() {
            self.say_with(Tone::Info, "nothing-selected", &[]);
            return vec![];
        }
        let batch = self.next_request + 1;
        let mut effects = Vec::new();
        for step in &steps {
            let Some(version) = self.known(step.signal).map(|now| now.version) else { continue };
            let signal = step.signal;
            let request = self.request(super::actions::Pending::Act { signal, batch });
            let patch = |patch| Call::Patch { signal, version, patch: Box::new(patch) };
            let call = match step.done {
                Act::Claim => Call::Claim { signal, reason: None },
                Act::Release => Call::Release(signal),
                Act::Urgency(urgency) => patch(SignalPatch { urgency: Some(urgency), ..SignalPatch::default() }),
                Act::Status(status) => patch(SignalPatch { status: Some(status), ..SignalPatch::default() }),
            };
            effects.push(Effect::Send { request, key: self.next_key(), call, draft: None });
        }
        let waiting = effects.len();
        self.batches.insert(batch, Batch { steps, why, waiting, done: vec![], failed: vec![] });
        if waiting > MANY {
            self.say_with(Tone::Info, "under-way", &[("count", waiting.into())]);
        }
        effects
    }

    /// The newest that is known of a signal: its row, or the whole of it.
    fn known(&self, id: SignalId) -> Option<Now> {
        let signals = self.replica.signals();
        let row = signals.find(id).and_then(|row| signals.get(row));
        let whole = self.whole(id).filter(|whole| row.as_ref().is_none_or(|row| whole.version >= row.version()));
        if let Some(whole) = whole {
            let owner = whole.owner.clone().filter(|owner| owner.holds_at(self.server_now()));
            return Some(Now {
                version: whole.version,
                urgency: whole.facts.urgency.unwrap_or(row?.urgency()),
                status: whole.status,
                owner,
            });
        }
        let row = row?;
        let owner = row.owner_at(self.server_now()).map(|owner| Owner {
            account: owner.account,
            name: owner.name.into(),
            lease_until: owner.lease_until,
        });
        Some(Now { version: row.version(), urgency: row.urgency(), status: row.status(), owner })
    }

    /// What takes an action back.
    fn opposite(&self, id: SignalId, act: Act) -> Option<Act> {
        let now = self.known(id)?;
        Some(match act {
            Act::Claim => Act::Release,
            Act::Release => Act::Claim,
            Act::Urgency(_) => Act::Urgency(now.urgency),
            Act::Status(_) => Act::Status(now.status),
        })
    }

    /// Is what the action made still there?
    fn stands(&self, step: &Step) -> bool {
        let Some(now) = self.known(step.signal) else { return false };
        let me = self.me.as_ref().map(|me| me.account);
        match step.done {
            Act::Claim => now.owner.is_some_and(|owner| Some(owner.account) == me),
            Act::Release => now.owner.is_none(),
            Act::Urgency(urgency) => now.urgency == urgency,
            Act::Status(status) => now.status == status,
        }
    }

    /// Is there an action to take back?
    pub(super) fn can_undo(&self) -> bool {
        !self.past.done.is_empty()
    }

    /// Is there one to do again?
    pub(super) fn can_redo(&self) -> bool {
        !self.past.undone.is_empty()
    }

    /// Takes the last action back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let Some(done) = self.past.done.pop() else { return vec![] };
        self.reverse(done, Why::Undo)
    }

    /// Does again what was taken back last.
    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let Some(done) = self.past.undone.pop() else { return vec![] };
        self.reverse(done, Why::Redo)
    }

    /// Takes so many actions back, one after the other.
    pub(super) fn undo_many(&mut self, count: usize) -> Vec<Effect> {
        self.past.more = count.saturating_sub(1);
        self.undo()
    }

    fn reverse(&mut self, done: Done, why: Why) -> Vec<Effect> {
        let (stands, gone): (Vec<Step>, Vec<Step>) = done.steps.into_iter().partition(|step| self.stands(step));
        if let Some(step) = gone.first() {
            self.past.more = 0;
            let words = self.changed_since(step);
            self.say(Tone::Warn, words);
        }
        if stands.is_empty() {
            return vec![];
        }
        let steps = stands.into_iter().map(|step| Step { done: step.back, back: step.done, ..step }).collect();
        self.perform(steps, why)
    }

    /// `S-471: urgentie was door u op hoog gezet en is nu crisis. Niet teruggedraaid.`
    fn changed_since(&self, step: &Step) -> String {
        let number = self.short_number(step.signal);
        let none = || self.texts.get("nobody");
        let now = self.known(step.signal);
        let (field, mine, is) = match step.done {
            Act::Urgency(urgency) => (
                "field-urgency",
                self.texts.get(&format!("urgency-{urgency}")),
                now.map(|now| self.texts.get(&format!("urgency-{}", now.urgency))),
            ),
            Act::Status(status) => (
                "field-status",
                self.texts.get(&format!("status-{status}")),
                now.map(|now| self.texts.get(&format!("status-{}", now.status))),
            ),
            Act::Claim | Act::Release => {
                let me = self.me.as_ref().map(|me| me.name.line().into_string()).unwrap_or_default();
                let owner = now.and_then(|now| now.owner).map(|owner| owner.name.line().into_string());
                ("field-owner", if step.done == Act::Claim { me } else { none() }, Some(owner.unwrap_or_else(none)))
            }
        };
        let field = self.texts.get(field);
        let values =
            [("number", number.into()), ("field", field.into()), ("mine", mine.into()), ("now", is.unwrap_or_else(none).into())];
        self.texts.with("undo-changed-since", &values)
    }

    /// The list of what can be taken back, the last first.
    pub(super) fn menu_history(&mut self) -> Vec<Effect> {
        let line = |(at, done): (usize, &Done)| {
            let first = done.steps.first()?;
            let number = match done.steps.len() {
                1 => self.short_number(first.signal),
                count => self.texts.with("count-all", &[("count", count.into())]),
            };
            let letter = char::from_digit(at as u32 + 1, 36).unwrap_or(' ');
            let what = self.texts.with(&format!("past-{}", name(first.done)), &[("number", number.into())]);
            let (hour, minute) = crate::domain::zone::hour_minute(done.at);
            Some(Item { letter, label: what, note: format!("{hour:02}:{minute:02}"), choice: Choice::History(at + 1) })
        };
        let items: Vec<Item> = self.past.done.iter().rev().enumerate().filter_map(line).collect();
        let title = self.texts.get("choose-history");
        self.modals.push(Modal::Choose(Choose { title, items, cursor: 0 }));
        vec![]
    }

    pub(super) fn act_reply(&mut self, id: SignalId, batch: u64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
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
        let (done, failed) = (batch.done.len(), batch.failed.len());
        let act = batch.steps.first().map_or(Act::Claim, |step| step.done);
        let first = batch.done.first().map(|signal| signal.number.short()).unwrap_or_default();
        let succeeded = |step: &Step| batch.done.iter().any(|signal| signal.id == step.signal);
        let steps: Vec<Step> = batch.steps.iter().copied().filter(succeeded).collect();
        for signal in batch.done {
            self.signals.marks.remove(&signal.id);
            self.keep(signal);
        }
        if let [(id, refusal)] = &batch.failed[..]
            && done == 0
        {
            self.past.more = 0;
            let taken = refusal.code == Some(Code::AlreadyClaimed) && act == Act::Claim;
            if let (true, Some(who)) = (taken, refusal.problem.as_ref().and_then(|problem| problem.existing.clone())) {
                return self.open_takeover(*id, &who);
            }
            self.fail(refusal);
            return vec![];
        }
        self.remember(Done { steps, at: self.now }, batch.why);
        let label = format!("{}-{}", if batch.why == Why::Undo { "undone" } else { "done" }, name(act));
        let text = match (done, failed) {
            (1, 0) => self.texts.with(&label, &[("number", first.into())]),
            (done, 0) => self.texts.with("done-several", &[("done", done.into())]),
            (done, failed) => self.texts.with("done-partly", &[("done", done.into()), ("failed", failed.into())]),
        };
        self.say(if failed == 0 { Tone::Done } else { Tone::Warn }, text);
        if let Some(message) = &mut self.message {
            message.undo = done > 0 && batch.why != Why::Undo;
            if let Some((_, refusal)) = batch.failed.first() {
                message.advice = SafeText::line(&refusal.words);
            }
        }
        if self.past.more > 0 && batch.why == Why::Undo {
            self.past.more -= 1;
            return self.undo();
        }
        self.moves += 1;
        vec![Effect::Wait(super::PREVIEW_AFTER, Timer::Preview(self.moves))]
    }

    fn remember(&mut self, done: Done, why: Why) {
        if done.steps.is_empty() {
            return;
        }
        match why {
            Why::Undo => self.past.undone.push(done),
            Why::Wanted | Why::Redo => {
                if why == Why::Wanted {
                    self.past.undone.clear();
                }
                self.past.done.push(done);
                if self.past.done.len() > MOST_KEPT {
                    self.past.done.remove(0);
                }
            }
        }
    }
}

/// From so many signals on it is said that the action is under way.
const MANY: usize = 20;

fn name(act: Act) -> &'static str {
    match act {
        Act::Claim => "claim",
        Act::Release => "release",
        Act::Urgency(_) => "urgency",
        Act::Status(_) => "status",
    }
}
