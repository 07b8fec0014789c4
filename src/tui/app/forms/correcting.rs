//! Changing what stands in a signal: the fields of the intake, filled with what was read. Only what was changed is sent, in the
//! version that was seen.

use serde_json::Value;

use super::{
    super::{
        Modal, State, Tone,
        acting::{Act, Done, Step, Why},
        case_file::{FactsPart, slots_of},
        choose::{Choice, Choose, Item},
        form::{Form, Purpose, Slot},
        message::{Answer, Call, Effect},
    },
    intake::{DECISIONS, MOST, slots},
};
use crate::{
    api::signal::{ReporterPatch, SignalPatch},
    domain::{
        ids::SignalId,
        signal::{EntryKind, Facts, HardDate, Outcome, Reporter, Signal, Status},
        term::every_hard_date,
        text::{RawText, SafeText},
    },
};

impl State {
    /// Opens the form that changes the facts of the signal under the cursor.
    pub(in super::super) fn open_facts(&mut self) -> Vec<Effect> {
        self.signals.triaging = None;
        self.current_signal().map_or_else(Vec::new, |signal| self.open_facts_of(FactsPart::Report, signal))
    }

    /// Opens the form that changes a part of a signal. What was not read, or is older than the list, is read first; then it opens.
    pub(in super::super) fn open_facts_of(&mut self, part: FactsPart, signal: SignalId) -> Vec<Effect> {
        let signals = self.replica.signals();
        let listed = signals.find(signal).and_then(|row| signals.get(row)).map_or(0, |row| row.version());
        if self.whole(signal).is_none_or(|whole| whole.version < listed) {
            self.signals.to_correct = Some((part, signal));
            self.say_with(Tone::Info, "facts-reading", &[]);
            return self.read(signal);
        }
        self.open_facts_read(part, signal)
    }

    fn open_facts_read(&mut self, part: FactsPart, signal: SignalId) -> Vec<Effect> {
        let Some(whole) = self.whole(signal) else { return vec![] };
        let (version, facts) = (whole.version, whole.facts.clone());
        let mut form =
            Form::new(Purpose::EditFacts(part, signal), self.subject_of_part(part, signal), slots_of(part, &facts, (0, 0)));
        for (name, value) in self.values_of_part(part, &facts) {
            form.begin(name, &value);
        }
        form.seen = Some(version);
        self.open_form(form)
    }

    /// A signal was read whole: the form that waited for it opens.
    pub(in super::super) fn facts_read(&mut self, signal: SignalId) -> Vec<Effect> {
        let waited = self.signals.to_correct.take_if(|(_, wanted)| *wanted == signal);
        let Some((part, _)) = waited.filter(|_| self.modals.is_empty() && self.current_signal() == Some(signal)) else {
            return vec![];
        };
        self.message = None;
        self.open_facts_read(part, signal)
    }

    /// What a form is about is known in a newer version: fields that nobody touched follow, those that were stay as typed, and
    /// what somebody else changed meanwhile is told.
    pub(in super::super) fn refill_facts(&mut self, signal: SignalId) {
        let part = self.modals.iter().find_map(|modal| match modal {
            Modal::Form(form) => match form.purpose {
                Purpose::EditFacts(part, of) if of == signal => Some(part),
                _ => None,
            },
            _ => None,
        });
        let (Some(part), Some(whole)) = (part, self.whole(signal)) else { return };
        let (version, facts) = (whole.version, whole.facts.clone());
        let who = self.who_changed(whole);
        let values = self.values_of_part(part, &facts);
        let purpose = Purpose::EditFacts(part, signal);
        let Some(form) = self.form_for(purpose).filter(|form| form.seen.is_none_or(|seen| seen < version)) else { return };
        let has = |start: &str| form.slots.iter().filter(|slot| slot.name.starts_with(start)).count();
        let room = match part {
            FactsPart::Plan => (has("file-step-due"), 0),
            FactsPart::Grounds => (has("file-ground-until"), 0),
            FactsPart::Documents => (has("file-document-dated"), 0),
            _ => (has("intake-threat-on"), has("intake-decision-on")),
        };
        form.make_room(slots_of(part, &facts, room));
        self.refill(purpose, version, &who, &values);
    }

    /// Who changed a signal last, other than oneself.
    pub(in super::super) fn who_changed(&self, whole: &Signal) -> String {
        let me = self.me.as_ref().map(|me| me.account);
        let last = whole.timeline.iter().find(|entry| entry.kind == EntryKind::Change && entry.by.is_some() && entry.by != me);
        last.map_or_else(String::new, |entry| entry.by_name.raw().to_owned())
    }

    /// What is wrong with the form, which its fields alone do not tell: nothing was changed, or more would go than is shown.
    pub(super) fn facts_fault(&self, form: &Form) -> Option<(&'static str, &'static str)> {
        let Purpose::EditFacts(part, signal) = form.purpose else { return None };
        if let Some(fault) = self.part_fault(part, form) {
            return Some(fault);
        }
        let whole = self.whole(signal).filter(|whole| Some(whole.version) == form.seen)?;
        let more =
            |at: usize| whole.facts.decisions.get(at).is_some_and(|one| !one.kind.is_blank() || one.amount_cents.is_some());
        let is_report = part == FactsPart::Report;
        let emptied = DECISIONS.into_iter().enumerate().filter(|_| is_report);
        let emptied = emptied.into_iter().find(|(at, [by, ..])| more(*at) && form.filled(by).is_none());
        if let Some((_, [by, ..])) = emptied {
            return Some((by, "facts-decision-holds-more"));
        }
        let stays = self.facts_of_part(part, form, &whole.facts) == whole.facts;
        (stays && part.ends_as(whole).is_none()).then_some(("", "facts-nothing-changed"))
    }

    /// Somebody else has the signal: is it meant?
    pub(super) fn question_of_facts(&self, form: &Form) -> Option<Choose> {
        let Purpose::EditFacts(part, signal) = form.purpose else { return None };
        let others = self.held_by_others(&[signal], Act::Facts(0));
        let is_open = self.known(signal).is_some_and(|now| now.status.is_open());
        if let FactsPart::Outcome(outcome) = part
            && is_open
            && self.is_awaited(&[signal])
        {
            let answers = [Choice::Nothing, Choice::Propose];
            return Some(self.question_before_closing(signal, &others, Act::Ended(outcome), answers));
        }
        if others.signals.is_empty() {
            return None;
        }
        let item = |key: &str, choice| Item::of(&self.texts, key, choice);
        let items = vec![item("many-no", Choice::Nothing), item("held-yes", Choice::Propose)];
        Some(Choose::new(self.words_of_held(&others, &[signal], Act::Facts(0)), items))
    }

    /// What the form asks the server: what was changed, in the version that was seen.
    pub(super) fn call_of_facts(&self, part: FactsPart, signal: SignalId, form: &Form) -> Option<Call> {
        let whole = self.whole(signal).filter(|whole| Some(whole.version) == form.seen)?;
        let mut patch = difference(&whole.facts, &self.facts_of_part(part, form, &whole.facts));
        if let Some((status, outcome)) = part.ends_as(whole) {
            patch.status = (status != whole.status).then_some(status);
            patch.outcome = (outcome != whole.outcome).then_some(outcome);
        }
        Some(Call::Patch { signal, version: whole.version, patch: Box::new(patch) })
    }

    /// The form was saved: what it changed can be taken back, and a day that moved is told with the day it was.
    pub(in super::super) fn facts_saved(&mut self, answer: Answer) -> Vec<Effect> {
        let Answer::Signal(after) = answer else { return vec![] };
        let (signal, number) = (after.id, after.number.short());
        self.made(&after);
        let Some(before) = self.whole(signal).cloned() else {
            self.keep(*after);
            return self.rest();
        };
        let at = self.past.patches.len();
        let patch = between(&before, &after);
        let mut fields = self.words_of_patch(&patch);
        // Only what is shielded was changed: what it was is not known here, so there is nothing to take back.
        let unseen = patch == SignalPatch::default();
        if unseen {
            fields = self.texts.get("field-reporter");
        }
        self.past.patches.extend([between(&after, &before), patch]);
        let moved = self.days_moved(&before, &after);
        self.keep(*after);
        let step = Step { signal, done: Act::Facts(at + 1), back: Act::Facts(at), made: 0, at: self.now };
        if !unseen {
            self.remember(Done { steps: vec![step], at: self.now, agenda: None, said: None, saved_since: None }, Why::Wanted);
        }
        self.say_with(Tone::Done, "saved-facts", &[("number", number.into()), ("fields", fields.into())]);
        if let Some(message) = &mut self.message {
            message.undo = !unseen;
            if let Some(moved) = moved {
                message.text = SafeText::line(&format!("{}. {moved}", message.text));
            }
        }
        self.rest()
    }

    /// Which fields a patch changes: `dreiging, besluiten`.
    pub(in super::super) fn words_of_patch(&self, patch: &SignalPatch) -> String {
        let named = |name: &String| self.texts.get(&format!("field-{name}"));
        members(patch).iter().map(|(name, _)| named(name)).collect::<Vec<_>>().join(", ")
    }

    /// `Harde datum: do 10-12-2026, was vr 27-11-2026`, for every day that is another one now.
    fn days_moved(&self, before: &Signal, after: &Signal) -> Option<String> {
        let (old, new) = (every_hard_date(before), every_hard_date(after));
        let only = |days: &[HardDate], others: &[HardDate]| -> String {
            let same = |one: &HardDate, other: &HardDate| (one.on, one.kind) == (other.on, other.kind);
            let gone = days.iter().filter(|one| !others.iter().any(|other| same(one, other)));
            gone.map(|one| self.texts.day(one.on)).collect::<Vec<_>>().join(", ")
        };
        let (was, is) = (only(&old, &new), only(&new, &old));
        let key = match (was.is_empty(), is.is_empty()) {
            (true, true) => return None,
            (true, false) => "facts-day-new",
            (false, true) => "facts-day-gone",
            (false, false) => "facts-day-moved",
        };
        Some(self.texts.with(key, &[("was", was.into()), ("is", is.into())]))
    }

    /// Does a signal say what a patch made it say?
    pub(in super::super) fn says_still(&self, signal: SignalId, patch: usize) -> bool {
        let (Some(whole), Some(patch)) = (self.whole(signal), self.past.patches.get(patch)) else { return true };
        let mut now = serde_json::to_value(&whole.facts).unwrap_or_default();
        now["status"] = whole.status.code().into();
        now["outcome"] = whole.outcome.map(Outcome::code).into();
        members(patch).iter().all(|(name, value)| says(now.get(name).unwrap_or(&Value::Null), value))
    }
}

/// Fields for what was reported, and for one threat and one decision more; for no less than these.
pub(in super::super) fn report_slots(facts: &Facts, (threats, decisions): (usize, usize)) -> Vec<Slot> {
    let count = |has: usize, least: usize| (has + 1).max(least).min(MOST);
    slots(count(facts.threats.len(), threats), count(facts.decisions.len(), decisions), true)
}

/// What makes another signal of one: of its facts, status and outcome.
fn between(from: &Signal, to: &Signal) -> SignalPatch {
    SignalPatch {
        status: (from.status != to.status).then_some(to.status),
        outcome: (from.outcome != to.outcome && to.status == Status::Closed).then_some(to.outcome),
        ..difference(&from.facts, &to.facts)
    }
}

/// What makes other facts of these; only of what the forms show, and links.
fn difference(from: &Facts, to: &Facts) -> SignalPatch {
    SignalPatch {
        title: (from.title != to.title).then(|| to.title.clone()),
        account: (from.account != to.account).then(|| to.account.clone()),
        reporter: reporter_difference(&from.reporter, &to.reporter),
        municipality: (from.municipality != to.municipality).then_some(to.municipality),
        bodies: (from.bodies != to.bodies).then(|| to.bodies.clone()),
        threats: (from.threats != to.threats).then(|| to.threats.clone()),
        decisions: (from.decisions != to.decisions).then(|| to.decisions.clone()),
        links: (from.links != to.links).then(|| to.links.clone()),
        life_domains: (from.life_domains != to.life_domains).then(|| to.life_domains.clone()),
        stalemate: (from.stalemate != to.stalemate).then(|| to.stalemate.clone()),
        tried: (from.tried != to.tried).then(|| to.tried.clone()),
        desired_by_household: changed(&from.desired_by_household, &to.desired_by_household),
        desired_by_professional: changed(&from.desired_by_professional, &to.desired_by_professional),
        sharing_grounds: (from.sharing_grounds != to.sharing_grounds).then(|| to.sharing_grounds.clone()),
        plan: (from.plan != to.plan).then(|| to.plan.clone()),
        documents: (from.documents != to.documents).then(|| to.documents.clone()),
        result: changed(&from.result, &to.result),
        legal_room: changed(&from.legal_room, &to.legal_room),
        budget_cents: (from.budget_cents != to.budget_cents).then_some(to.budget_cents),
        ..SignalPatch::default()
    }
}

fn changed(from: &RawText, to: &RawText) -> Option<RawText> {
    (from != to).then(|| to.clone())
}

/// What makes another reporter of this one: what is shielded is not known, and stays unless something was typed.
fn reporter_difference(from: &Reporter, to: &Reporter) -> Option<ReporterPatch> {
    let patch = ReporterPatch {
        name: changed(&from.name, &to.name),
        function: changed(&from.function, &to.function),
        organisation: changed(&from.organisation, &to.organisation),
        phone: changed(&from.phone, &to.phone),
        mail: changed(&from.mail, &to.mail),
    };
    (patch != ReporterPatch::default()).then_some(patch)
}

/// Is what a patch says of a field what stands there? Of the reporter it says no more than what it changed.
fn says(now: &Value, wanted: &Value) -> bool {
    match (now, wanted) {
        (Value::Object(now), Value::Object(wanted)) => {
            wanted.iter().all(|(name, value)| now.get(name).unwrap_or(&Value::Null) == value)
        }
        _ => now == wanted,
    }
}

/// The fields of a patch as on the wire.
fn members(patch: &SignalPatch) -> serde_json::Map<String, Value> {
    match serde_json::to_value(patch) {
        Ok(Value::Object(members)) => members,
        _ => serde_json::Map::new(),
    }
}
