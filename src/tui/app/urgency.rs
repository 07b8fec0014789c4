//! How urgent a signal is, and why: one form for both. A reason belongs to the urgency it was given for.

use super::{
    Modal, State, Tone,
    acting::{Act, Done, Past, Step, Why},
    asking::Others,
    choose::{Choice, Choose, Item},
    command::Command,
    form::{Form, Kind, Purpose, Slot},
    forms::URGENCY,
    message::{Call, Effect},
    wrap::wrap,
};
use crate::{
    api::signal::SignalPatch,
    domain::{
        ids::SignalId,
        signal::{EntryKind, Signal, Urgency},
        text::RawText,
    },
};

/// So many columns of a reason are told where it stays.
const REASON: usize = 60;

/// How urgent a signal is, and why.
pub(super) type Reasoned = (Urgency, RawText);

impl Past {
    /// The reason that goes with a step that changes the urgency: the one of before comes back, that of another is dropped.
    pub(super) fn reason_for(&self, step: Step, why: Why) -> Option<RawText> {
        let (urgency, before) = match (step.done, step.back) {
            (Act::Urgency(urgency), Act::Urgency(before)) => (urgency, before),
            // It was written for what is taken back; which one it took the place of is not known.
            (Act::Urgency(_), Act::Reasoned(..)) => return Some(RawText::default()),
            _ => return None,
        };
        match why {
            Why::Undo => self.reasons.get(&(step.signal, urgency)).cloned(),
            // What made it urgent still holds when it is more urgent.
            Why::Wanted | Why::Redo if urgency.is_at_least(before) => None,
            Why::Wanted | Why::Redo => self.reasons.get(&(step.signal, before)).map(|_| RawText::default()),
        }
    }
}

impl State {
    /// Asks how urgent what is under the cursor is. Where letters are no keys, one signal gets its reason in the same form; of one
    /// that was not read the reason is not known.
    pub(super) fn open_urgency(&mut self) -> Vec<Effect> {
        match self.targets()[..] {
            [one] if self.keymap.letters_filter && !self.plain && self.whole(one).is_some() => self.open_urgency_reason(one),
            [_, _, ..] if self.keymap.letters_filter && !self.plain => self.open_urgency_of_many(),
            _ => self.menu_urgency(),
        }
    }

    /// The menu of urgencies, with a line that leads to the reason.
    pub(super) fn menu_urgency(&mut self) -> Vec<Effect> {
        let targets = self.targets();
        let current = self.usual(&targets, |row| row.urgency());
        let why = form_for(&targets);
        let choice = move |urgency: &Urgency| Choice::Urgency(targets.clone(), *urgency);
        let effects = self.menu("choose-urgency", Urgency::ALL, "urgency", current, choice);
        if let Some(Modal::Choose(menu)) = self.modals.last_mut() {
            menu.items.push(Item::of(&self.texts, "urgency-why", Choice::Form(why)));
        }
        effects
    }

    /// Opens the form for how urgent a signal is and why. Of one that was not read the reason is not known: it is read first.
    pub(super) fn open_urgency_reason(&mut self, signal: SignalId) -> Vec<Effect> {
        let Some((version, (urgency, reason))) = self.whole(signal).map(|whole| (whole.version, reasoned(whole))) else {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return self.read(signal);
        };
        let slots = vec![
            Slot::new("urgency", Kind::Choice(URGENCY), 0).with(urgency.code()),
            Slot::new("urgency-reason", Kind::Line, 1).with(reason.line().as_str()),
        ];
        let mut form = Form::new(Purpose::UrgencyReason(signal), self.subject(signal), slots);
        form.seen = Some(version);
        // In the menu of letters the urgency was passed by.
        form.focus = usize::from(!self.keymap.letters_filter && !self.plain);
        self.open_form(form)
    }

    /// Opens the same form for every marked signal: one urgency, and one reason that is written down for each of them.
    pub(super) fn open_urgency_of_many(&mut self) -> Vec<Effect> {
        let usual = self.usual(&self.targets(), |row| row.urgency()).map_or("", Urgency::code);
        let urgency = Slot::new("urgency", Kind::Choice(URGENCY), 0).required().with(usual);
        let effects = self.open_form_for_many(Purpose::UrgencyMany, vec![urgency, Slot::new("urgency-reason", Kind::Line, 1)]);
        let begins_at = usize::from(!self.keymap.letters_filter && !self.plain);
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.focus = begins_at;
        }
        effects
    }

    /// The form for the marked ones was saved: an action on each of them, taken back as one. It stays open while it is asked whether
    /// what others hold is meant.
    pub(super) fn save_urgency_of_many(&mut self, form: &Form) -> Vec<Effect> {
        let Some(urgency) = Urgency::from_code(form.text("urgency")) else { return vec![] };
        let act = match form.filled("urgency-reason") {
            Some(reason) => {
                self.past.texts.push(reason.into());
                Act::Reasoned(urgency, self.past.texts.len() - 1)
            }
            None => Act::Urgency(urgency),
        };
        let open = self.modals.len();
        let effects = self.act(form.targets.clone(), act);
        if self.modals.len() == open {
            self.close_urgency_of_many();
        }
        effects
    }

    /// What the form for the marked ones asked is under way.
    pub(super) fn close_urgency_of_many(&mut self) {
        self.modals.retain(|modal| !matches!(modal, Modal::Form(form) if form.purpose == Purpose::UrgencyMany));
    }

    /// What takes back an urgency that was written with its reason: the reason it had, as it was read or as the answer tells it.
    pub(super) fn reason_it_had(&mut self, step: Step, read: Option<RawText>, answer: &Signal) -> Step {
        let (Act::Reasoned(..), Act::Urgency(before)) = (step.done, step.back) else { return step };
        let changes = || answer.timeline.iter().filter(|entry| entry.kind == EntryKind::Change);
        let told = || {
            let at = changes().next()?.at;
            let of_reason = changes().find(|entry| entry.at == at && entry.text.raw() == "urgencyReason");
            // What was written is what stood there: nothing changed.
            of_reason.map_or_else(|| Some(answer.facts.urgency_reason.clone()), |entry| entry.old.clone())
        };
        let Some(reason) = read.or_else(told) else { return step };
        self.past.texts.push(reason);
        Step { back: Act::Reasoned(before, self.past.texts.len() - 1), ..step }
    }

    /// The signal was read: a form about its urgency follows.
    pub(super) fn refill_urgency(&mut self, signal: SignalId) {
        let Some(whole) = self.whole(signal) else { return };
        let (version, by, (urgency, reason)) = (whole.version, self.who_changed(whole), reasoned(whole));
        let values = [("urgency", urgency.code().to_owned()), ("urgency-reason", reason.line().into_string())];
        self.refill(Purpose::UrgencyReason(signal), version, &by, &values);
    }

    /// What is wrong with the form: what makes a case more urgent than it was is to be known.
    pub(super) fn urgency_fault(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        let signals = match form.purpose {
            Purpose::UrgencyReason(signal) => vec![signal],
            Purpose::UrgencyMany => form.targets.clone(),
            _ => return None,
        };
        let wanted = Urgency::from_code(form.text("urgency"))?;
        let now: Vec<Urgency> = signals.iter().filter_map(|signal| Some(self.known(*signal)?.urgency)).collect();
        if form.purpose == Purpose::UrgencyMany && now.iter().all(|now| *now == wanted) {
            return Some(("urgency", "form-urgency-all-so"));
        }
        let higher = now.into_iter().any(|now| wanted != now && wanted.is_at_least(now));
        (higher && form.filled("urgency-reason").is_none()).then_some(("urgency-reason", "form-urgency-reason-needed"))
    }

    /// Somebody else has the signal: is it meant?
    pub(super) fn question_of_urgency(&self, form: &Form) -> Option<Choose> {
        let Purpose::UrgencyReason(signal) = form.purpose else { return None };
        let act = Act::Urgency(Urgency::from_code(form.text("urgency")).filter(|_| form.is_changed("urgency"))?);
        let others: Others = self.held_by_others(&[signal], act);
        if others.signals.is_empty() {
            return None;
        }
        let item = |key: &str, choice| Item::of(&self.texts, key, choice);
        let items = vec![item("many-no", Choice::Nothing), item("held-yes", Choice::Propose)];
        Some(Choose::new(self.words_of_held(&others, &[signal], act), items))
    }

    /// What the form asks the server: only what differs from what was seen.
    pub(super) fn call_of_urgency(&self, signal: SignalId, form: &Form) -> Option<Call> {
        let version = form.seen.or_else(|| self.known(signal).map(|now| now.version))?;
        let urgency = Urgency::from_code(form.text("urgency")).filter(|_| form.is_changed("urgency"));
        let urgency_reason = Some(RawText::from(form.text("urgency-reason").trim()));
        Some(Call::Patch { signal, version, patch: Box::new(SignalPatch { urgency, urgency_reason, ..SignalPatch::default() }) })
    }

    /// The form was saved: a step that can be taken back, the urgency with its reason. Says whether the urgency changed.
    pub(super) fn wrote_urgency(&mut self, signal: SignalId, before: Reasoned, after: Reasoned) -> bool {
        let ((urgency, reason), (now, reason_now)) = (before, after);
        let at = self.past.texts.len();
        self.past.texts.extend([reason, reason_now]);
        let (done, back) = match urgency == now {
            true => (Act::Reason(at + 1), Act::Reason(at)),
            false => (Act::Reasoned(now, at + 1), Act::Reasoned(urgency, at)),
        };
        let step = Step { signal, done, back, made: 0, at: self.now };
        self.remember(Done { steps: vec![step], at: self.now, agenda: None, said: None, saved_since: None }, Why::Wanted);
        urgency != now
    }

    /// That what made one signal urgent holds for its higher urgency, too, with the keys that write down another reason.
    pub(super) fn kept_reason(&self, step: Step) -> Option<String> {
        let (Act::Urgency(now), Act::Urgency(before)) = (step.done, step.back) else { return None };
        let reason = self.past.reasons.get(&(step.signal, before)).filter(|reason| !reason.is_blank())?.line();
        if now == before || !now.is_at_least(before) {
            return None;
        }
        let line = wrap(reason.as_str(), REASON).into_iter().next().and_then(|line| reason.as_str().get(line))?;
        let more = if line.len() < reason.as_str().len() { " …" } else { "" };
        let key = self.keymap.shown(Command::Urgency);
        let key = key.map_or_else(|| "none".to_owned(), |key| format!("{key} {}", self.texts.get("urgency-why-letter")));
        let values = [("reason", format!("{line}{more}").into()), ("key", key.into())];
        Some(self.texts.with("urgency-reason-stays", &values))
    }

    /// Another urgency drops the reason for this one: kept, for when it is taken back. What was not read keeps its reason.
    pub(super) fn keep_reasons(&mut self, steps: &[Step]) {
        for step in steps {
            if let Act::Urgency(urgency) = step.back
                && let Some(whole) = self.whole(step.signal)
            {
                let reason = whole.facts.urgency_reason.clone();
                self.past.reasons.insert((step.signal, urgency), reason);
            }
        }
    }
}

/// The form for how urgent these are, and why.
pub(super) fn form_for(targets: &[SignalId]) -> Purpose {
    if let [one] = targets { Purpose::UrgencyReason(*one) } else { Purpose::UrgencyMany }
}

/// How urgent a signal is, and why.
pub(super) fn reasoned(signal: &Signal) -> Reasoned {
    (signal.facts.urgency.unwrap_or(Urgency::Normal), signal.facts.urgency_reason.clone())
}
