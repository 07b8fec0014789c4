//! Doing one thing to one or many signals, taking it back, and doing it again: one press takes the whole of an action back,
//! however many signals it was about. How it is sent and what is told of it is [`super::bulk`]'s.
//!
//! Taking back is a change of its own. It happens only where what the action made is still there: what somebody else changed
//! since is left alone and said.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    State, Tone,
    agenda::AgendaDone,
    bulk::{Deed, Job},
    choose::Choice,
    message::{Call, Effect},
    messages::Going,
    past::Kept,
    undoing::Round,
    verdicts::Said,
};
use crate::{
    api::signal::SignalPatch,
    domain::{
        Instant,
        ids::SignalId,
        signal::{Outcome, Owner, Status, Urgency},
        text::RawText,
    },
};

/// Actions that can be taken back, the last ones.
pub(super) const MOST_KEPT: usize = 20;

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
    /// Close it with this outcome.
    Ended(Outcome),
    /// Write down why it has its urgency: which of [`Past::texts`].
    Reason(usize),
    /// Change what stands in it: which of [`Past::patches`].
    Facts(usize),
    /// Set the urgency, with why: which of [`Past::texts`].
    Reasoned(Urgency, usize),
    /// Let it go up in this signal.
    Merge(SignalId),
    /// Take back that it went up in this signal.
    Unmerge(SignalId),
}

/// On one signal: what was done, and what takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub(super) signal: SignalId,
    pub(super) done: Act,
    pub(super) back: Act,
    /// The version it made, once it is done, and when by the server's clock.
    pub(super) made: i64,
    pub(super) at: Instant,
}

impl Step {
    /// Does it make anything other than it was?
    pub(super) fn changes(&self) -> bool {
        self.done != self.back
    }
}

/// An action that was done.
#[derive(Debug, Clone)]
pub struct Done {
    pub(super) steps: Vec<Step>,
    pub(super) at: Instant,
    /// What was done to an agenda; then there are no steps.
    pub(super) agenda: Option<AgendaDone>,
    /// What was said of an entry of the register; then there are no steps either.
    pub(super) said: Option<Said>,
    /// What was saved after it and is never taken back, in words.
    pub(super) saved_since: Option<String>,
}

/// Why an action is performed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody wants it.
    Wanted,
    /// It takes another back.
    Undo,
    /// It does again what was taken back.
    Redo,
}

/// What was done and what was taken back, the last at the end.
#[derive(Debug, Clone, Default)]
pub struct Past {
    pub(super) done: Vec<Done>,
    pub(super) undone: Vec<Done>,
    /// What was saved and is never taken back, the last at the end.
    pub(super) kept: Vec<Kept>,
    /// Several that are being taken back.
    pub(super) round: Option<Round>,
    /// The message that was let go last.
    pub(super) going: Option<Going>,
    /// The signal of what is being taken back, when the list had lost it.
    pub(super) absent: Option<SignalId>,
    /// The reason that was given for an urgency, before another took its place.
    pub(super) reasons: BTreeMap<(SignalId, Urgency), RawText>,
    /// Reasons that were written here, and those they took the place of.
    pub(super) texts: Vec<RawText>,
    /// Changes of what stands in a signal that were made here, each behind what takes it back.
    pub(super) patches: Vec<SignalPatch>,
    /// Versions of signals that this window made: what lies between them was made elsewhere.
    pub(super) own_versions: BTreeMap<SignalId, BTreeSet<i64>>,
}

/// What a signal is like now, in what actions change.
pub(super) struct Now {
    pub(super) version: i64,
    pub(super) urgency: Urgency,
    pub(super) status: Status,
    pub(super) owner: Option<Owner>,
}

impl State {
    /// Does something to these signals, asked or not.
    pub(super) fn act_now(&mut self, targets: Vec<SignalId>, act: Act) -> Vec<Effect> {
        let single = self.signals.marks.is_empty() && self.signals.open.is_none();
        let alone = single && targets.iter().copied().eq(self.signals.current);
        self.signals.range = None;
        self.signals.filtered_from = None;
        let step = |signal| Some(Step { signal, done: act, back: self.opposite(signal, act)?, made: 0, at: self.now });
        let all: Vec<Step> = targets.into_iter().filter_map(step).collect();
        // Of several, what is so already is left out: taking the action back must not touch it.
        let several = all.len() > 1;
        let (steps, already): (Vec<Step>, Vec<Step>) = all.into_iter().partition(|step| !several || step.changes());
        let already: Vec<SignalId> = already.into_iter().map(|step| step.signal).collect();
        if steps.is_empty() && several {
            let words = self.words_of_already(already.len(), act);
            self.say(Tone::Info, words);
            return vec![];
        }
        self.keep_reasons(&steps);
        let mut effects = self.perform(steps, already, Why::Wanted);
        if alone && self.settings.auto_advance && act.deals_with() && !effects.is_empty() {
            effects.extend(self.step(1));
        }
        effects
    }

    /// `1 was al van u`: so many were what the action makes of them.
    pub(super) fn words_of_already(&self, count: usize, act: Act) -> String {
        self.texts.with(&format!("already-{}", name(act)), &[("count", count.into())])
    }

    fn perform(&mut self, steps: Vec<Step>, already: Vec<SignalId>, why: Why) -> Vec<Effect> {
        let job = |step: Step| {
            let version = self.known(step.signal)?.version;
            Some(Job { signal: step.signal, version, step: Some(step) })
        };
        let jobs = steps.into_iter().filter_map(job).collect();
        self.start_batch(Deed::Act(why), jobs, already)
    }

    /// What a step asks the server, based on this version; with the reason an urgency had that comes back.
    pub(super) fn call_of_step(&self, step: Step, version: i64, reason: Option<RawText>) -> Call {
        let signal = step.signal;
        let patch = |patch| Call::Patch { signal, version, patch: Box::new(patch) };
        match step.done {
            Act::Claim => Call::Claim { signal, reason: None },
            Act::Release => Call::Release(signal),
            Act::Urgency(urgency) => {
                patch(SignalPatch { urgency: Some(urgency), urgency_reason: reason, ..SignalPatch::default() })
            }
            Act::Status(status) => patch(SignalPatch { status: Some(status), ..SignalPatch::default() }),
            Act::Ended(outcome) => {
                let (status, outcome) = (Some(Status::Closed), Some(Some(outcome)));
                patch(SignalPatch { status, outcome, ..SignalPatch::default() })
            }
            Act::Reason(at) => patch(SignalPatch { urgency_reason: self.past.texts.get(at).cloned(), ..SignalPatch::default() }),
            Act::Merge(into) => {
                let known = self.known(into).map(|known| known.version).unwrap_or_default();
                Call::Merge { from: signal, from_version: version, into, version: known }
            }
            Act::Unmerge(_) => Call::Unmerge { signal, version },
            Act::Facts(at) => patch(self.past.patches.get(at).cloned().unwrap_or_default()),
            Act::Reasoned(urgency, at) => {
                let urgency_reason = self.past.texts.get(at).cloned();
                patch(SignalPatch { urgency: Some(urgency), urgency_reason, ..SignalPatch::default() })
            }
        }
    }

    /// The newest that is known of a signal: its row, or the whole of it. Of the same version the row: a claim may have been renewed since.
    pub(super) fn known(&self, id: SignalId) -> Option<Now> {
        let signals = self.replica.signals();
        let row = signals.find(id).and_then(|row| signals.get(row));
        let whole = self.whole(id).filter(|whole| row.as_ref().is_none_or(|row| whole.version > row.version()));
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

    /// What takes an action back; the same action when it changes nothing.
    fn opposite(&self, id: SignalId, act: Act) -> Option<Act> {
        let now = self.known(id)?;
        let is_me = |account| self.me.as_ref().is_some_and(|me| me.account == account);
        Some(match act {
            Act::Claim if now.owner.as_ref().map(|owner| owner.account).is_some_and(is_me) => act,
            Act::Release if now.owner.is_none() => act,
            Act::Claim => Act::Release,
            Act::Release => Act::Claim,
            Act::Reasoned(urgency, _) if urgency == now.urgency => act,
            Act::Urgency(_) | Act::Reasoned(..) => Act::Urgency(now.urgency),
            // What is closed keeps the outcome it has: which one a row does not tell.
            Act::Ended(_) if now.status == Status::Closed => act,
            Act::Status(_) | Act::Ended(_) => Act::Status(now.status),
            Act::Merge(into) => Act::Unmerge(into),
            Act::Unmerge(into) => Act::Merge(into),
            Act::Reason(_) | Act::Facts(_) => act,
        })
    }

    /// Is what the action made still there?
    fn stands(&self, step: &Step) -> bool {
        let Some(now) = self.known(step.signal) else { return false };
        if self.touched_since(step, now.version) {
            return false;
        }
        let me = self.me.as_ref().map(|me| me.account);
        match step.done {
            Act::Claim => now.owner.is_some_and(|owner| Some(owner.account) == me),
            Act::Release => now.owner.is_none(),
            Act::Urgency(urgency) => now.urgency == urgency,
            Act::Status(status) => now.status == status,
            Act::Ended(_) => now.status == Status::Closed,
            Act::Merge(_) => now.status == Status::Closed,
            Act::Unmerge(_) => true,
            Act::Facts(at) => self.says_still(step.signal, at),
            // Of one that is not read any more the versions told it.
            Act::Reasoned(urgency, _) if now.urgency != urgency => false,
            Act::Reason(at) | Act::Reasoned(_, at) => {
                self.whole(step.signal).is_none_or(|whole| self.past.texts.get(at) == Some(&whole.facts.urgency_reason))
            }
        }
    }

    /// Why nothing of an action can be taken back; nothing when some of it still stands.
    pub(super) fn stands_no_more(&self, done: &Done) -> Option<String> {
        let first = done.steps.first().filter(|_| !done.steps.iter().any(|step| self.stands(step)))?;
        Some(self.changed_since(first))
    }

    /// Is there an action to take back?
    pub(super) fn can_undo(&self) -> bool {
        !self.past.done.is_empty() || self.message_going().is_some()
    }

    /// Is there one to do again?
    pub(super) fn can_redo(&self) -> bool {
        !self.past.undone.is_empty()
    }

    /// Takes the last action back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        // Asked again as long as the answer is no.
        if let Some(saved) = self.past.done.last().and_then(|done| done.saved_since.clone()) {
            return self.ask_past(&saved);
        }
        let Some(done) = self.past.done.pop() else { return vec![] };
        self.round_begins(&done);
        if let Some(done) = done.agenda {
            let undone = self.past.undone.len();
            let mut effects = self.reverse_on_agenda(done, Why::Undo);
            let why = || self.message.as_ref().map(|message| message.text.as_str().to_owned()).unwrap_or_default();
            let refused = (self.past.undone.len() == undone).then(why);
            effects.extend(self.round_goes_on(refused));
            return effects;
        }
        if let Some(said) = done.said {
            return self.take_back(said);
        }
        self.reverse(done, Why::Undo)
    }

    /// A note or contact moment stays: is what was done before it to be taken back all the same?
    fn ask_past(&mut self, saved: &str) -> Vec<Effect> {
        let Some(what) = self.past.done.last().and_then(|done| self.in_words(done)) else { return vec![] };
        let title = self.texts.with("choose-undo-past", &[("saved", saved.into()), ("what", what.into())]);
        let corrects = self.corrects_last().map(|purpose| ("undo-correct", Choice::Form(purpose)));
        let asked = [("undo-past-no", Choice::Nothing), ("undo-past-yes", Choice::History(1))];
        self.ask_titled(title, &asked.into_iter().chain(corrects).collect::<Vec<_>>());
        self.tell_of_own_proposal();
        vec![]
    }

    /// Does again what was taken back last; what others hold is asked about, as it is when it is done for the first time.
    pub(super) fn redo(&mut self) -> Vec<Effect> {
        if let Some(done) = self.past.undone.pop_if(|done| done.agenda.is_some()) {
            return done.agenda.map_or_else(Vec::new, |done| self.reverse_on_agenda(done, Why::Redo));
        }
        if let Some(said) = self.past.undone.pop_if(|done| done.said.is_some()).and_then(|done| done.said) {
            return self.say_again(said);
        }
        let Some(done) = self.past.undone.last() else { return vec![] };
        let targets: Vec<SignalId> = done.steps.iter().map(|step| step.signal).collect();
        let Some(act) = done.steps.first().map(|step| step.back) else { return vec![] };
        let others = self.held_by_others(&targets, act);
        if others.signals.is_empty() {
            return self.redo_now();
        }
        let title = self.words_of_held(&others, &targets, act);
        self.ask_titled(title, &[("many-no", Choice::Leave), ("held-yes", Choice::Redo)]);
        vec![]
    }

    /// Does it again, asked or not.
    pub(super) fn redo_now(&mut self) -> Vec<Effect> {
        let Some(done) = self.past.undone.pop() else { return vec![] };
        self.reverse(done, Why::Redo)
    }

    pub(super) fn reverse(&mut self, done: Done, why: Why) -> Vec<Effect> {
        let (stands, gone): (Vec<Step>, Vec<Step>) = done.steps.into_iter().partition(|step| self.stands(step));
        if let Some(step) = gone.first() {
            let words = self.changed_since(step);
            self.say(Tone::Warn, &words);
            if stands.is_empty() {
                return self.round_goes_on(Some(words));
            }
            self.round_lacks(&words);
        }
        if stands.is_empty() {
            return vec![];
        }
        let signals = self.replica.signals();
        let is_absent = |id: &SignalId| signals.find(*id).is_none_or(|row| !self.signals.rows.contains(&row));
        self.past.absent = stands.first().map(|step| step.signal).filter(is_absent);
        let steps = stands.into_iter().map(|step| Step { done: step.back, back: step.done, ..step }).collect();
        self.perform(steps, vec![], why)
    }

    pub(super) fn remember(&mut self, done: Done, why: Why) {
        if done.steps.is_empty() && done.said.is_none() {
            return;
        }
        let mut done = done;
        for step in &mut done.steps {
            step.made = self.past.own_versions.get(&step.signal).and_then(BTreeSet::last).copied().unwrap_or_default();
            step.at = done.at + self.skew;
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
        self.renew_history();
    }
}

/// What it is called in the keys of texts.
pub(super) fn name(act: Act) -> &'static str {
    match act {
        Act::Claim => "claim",
        Act::Release => "release",
        Act::Urgency(_) | Act::Reasoned(..) => "urgency",
        Act::Status(_) | Act::Ended(_) => "status",
        Act::Reason(_) => "urgency-reason",
        Act::Facts(_) => "facts",
        Act::Merge(_) => "merge",
        Act::Unmerge(_) => "unmerge",
    }
}
