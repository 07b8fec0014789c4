//! What is asked before an action on signals: whether so many are meant, and whether what others hold is meant too.

use std::collections::BTreeSet;

use super::{
    Modal, State, Tone,
    acting::{Act, name},
    choose::{Choice, Choose, Item},
    message::Effect,
};
use crate::domain::{
    Date,
    ids::SignalId,
    text::{RawText, SafeText},
};

/// From so many signals on it is asked whether that is meant.
pub const ASKED_FROM: usize = 100;
/// Before several are closed, a hard date within so many days is told.
const NEAR: i64 = 7;
/// Names of colleagues that are told, at most.
const NAMED: usize = 3;

/// Of the signals of an action, those that others hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Others {
    pub signals: BTreeSet<SignalId>,
    names: BTreeSet<String>,
}

impl State {
    /// Does something to these signals; of many, and of what others hold, it is asked first.
    pub(super) fn act(&mut self, targets: Vec<SignalId>, act: Act) -> Vec<Effect> {
        let others = self.held_by_others(&targets, act);
        let closes = act.closes() && (targets.len() > 1 || self.is_awaited(&targets));
        if others.signals.is_empty() && targets.len() < ASKED_FROM && !closes {
            return self.act_now(targets, act);
        }
        let count = targets.len();
        if let (true, [id]) = (closes, &targets[..]) {
            let answers = [Choice::Leave, Choice::Many(vec![*id], act)];
            let question = self.question_before_closing(*id, &others, act, answers);
            self.modals.push(Modal::Choose(question));
            return vec![];
        }
        if count == 1 {
            let title = self.words_of_held(&others, &targets, act);
            self.ask_titled(title, &[("many-no", Choice::Leave), ("held-yes", Choice::Many(targets, act))]);
            return vec![];
        }
        let item = |key: &str, count: usize, choice| Item {
            letter: self.texts.get(&format!("{key}-letter")).chars().next().unwrap_or(' '),
            label: self.texts.with(key, &[("count", count.into())]),
            note: String::new(),
            choice,
        };
        let rest: Vec<SignalId> = targets.iter().copied().filter(|id| !others.signals.contains(id)).collect();
        let mut items = vec![item(if closes { "close-no" } else { "many-no" }, count, Choice::Leave)];
        if !others.signals.is_empty() && !rest.is_empty() {
            items.push(item("many-rest", rest.len(), Choice::Many(rest, act)));
        }
        items.push(item("many-yes", count, Choice::Many(targets.clone(), act)));
        let title = if others.signals.is_empty() || closes {
            let what = self.texts.with("count-all", &[("count", count.into())]);
            let what = self.texts.with(&format!("past-{}", name(act)), &[("number", what.into())]);
            let what = if closes { self.with_value(what, act) } else { what };
            self.texts.with("choose-many", &[("what", what.into())])
        } else {
            self.words_of_held(&others, &targets, act)
        };
        let about = if closes { self.about_closing(&others, &targets, act) } else { vec![] };
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    /// The answer was no: what was about to happen did not, and that is said.
    pub(super) fn leave(&mut self) -> Vec<Effect> {
        self.say_with(Tone::Info, "facts-nothing-changed", &[]);
        vec![]
    }

    /// Does it to these, as asked. What was left out by that answer stays marked, and the result tells so.
    pub(super) fn act_as_asked(&mut self, targets: Vec<SignalId>, act: Act) -> Vec<Effect> {
        let left: Vec<SignalId> = self.signals.marks.iter().copied().filter(|id| !targets.contains(id)).collect();
        let left = (!left.is_empty()).then(|| {
            let names = named(&self.held_by_others(&left, act).names);
            self.texts.with("many-left", &[("count", left.len().into()), ("names", names.into())])
        });
        let batch = self.next_batch;
        self.close_urgency_of_many();
        let effects = self.act_now(targets, act);
        if let Some(begun) = self.batches.get_mut(&self.next_batch).filter(|_| self.next_batch != batch) {
            begun.left = left;
        } else if let (Some(left), Some(message)) = (left, &mut self.message) {
            message.text = SafeText::line(&format!("{}; {left}", message.text));
        }
        effects
    }

    /// Is there still something to be done for one of these: a day that is near or has passed, or a promised call?
    pub(super) fn is_awaited(&self, targets: &[SignalId]) -> bool {
        targets.iter().any(|id| self.near_date(*id).is_some()) || !self.replica.deadlines().call_backs(targets).is_empty()
    }

    fn near_date(&self, id: SignalId) -> Option<Date> {
        let signals = self.replica.signals();
        let on = signals.find(id).and_then(|row| signals.get(row))?.hard_date()?.on;
        (on <= self.today + chrono::TimeDelta::days(NEAR)).then_some(on)
    }

    /// Closing one for which something is still to be done: what, and whether it is meant.
    pub(super) fn question_before_closing(&self, id: SignalId, others: &Others, act: Act, [no, yes]: [Choice; 2]) -> Choose {
        let number = self.short_number(id);
        let value = self.value_of(act).unwrap_or_default();
        let title = self.texts.with("choose-close-one", &[("number", number.into()), ("value", value.into())]);
        let day = |key: &str, on: Date| self.texts.with(key, &[("day", self.texts.day(on).into())]);
        let mut about: Vec<String> = vec![];
        if !others.signals.is_empty() {
            about.push(self.words_of_held(others, &[id], act));
        }
        about.extend(self.near_date(id).map(|on| day("closing-date", on)));
        about.extend(self.replica.deadlines().call_backs(&[id]).iter().map(|row| {
            let with = RawText::from(row.label()).line().into_string();
            self.texts.with("closing-call-back", &[("day", self.texts.day(row.end()).into()), ("with", with.into())])
        }));
        let item = |key: &str, choice| Item::of(&self.texts, key, choice);
        Choose::new(title, vec![item("close-no", no), item("held-yes", yes)]).about(about)
    }

    /// What is to be known before several are closed: how many others hold, and how many have a hard date that has passed or is
    /// near.
    fn about_closing(&self, others: &Others, targets: &[SignalId], act: Act) -> Vec<String> {
        let near = |id: &&SignalId| self.near_date(**id).is_some();
        let held = match others.signals.len() {
            0 => self.texts.get("closing-none-held"),
            _ => format!("{}.", self.words_of_held(others, targets, act)),
        };
        let mut about = vec![held, self.texts.with("closing-dates", &[("count", targets.iter().filter(near).count().into())])];
        let promised = self.replica.deadlines().call_backs(targets);
        let promised = promised.iter().map(|row| row.signal()).collect::<BTreeSet<_>>().len();
        if promised > 0 {
            about.push(self.texts.with("closing-call-backs", &[("count", promised.into())]));
        }
        about
    }

    /// `S-421 is van J. Bakker. Toch wijzigen: status van S-421?`, or how many of several.
    pub(super) fn words_of_held(&self, others: &Others, targets: &[SignalId], act: Act) -> String {
        let names = named(&others.names);
        match targets {
            [id] => {
                let number = self.short_number(*id);
                let field = self.texts.get(&format!("field-{}", name(act)));
                let value = self.value_of(act).unwrap_or_default();
                let values =
                    [("number", number.into()), ("names", names.into()), ("field", field.into()), ("value", value.into())];
                let key = if matches!(act, Act::Facts(_)) { "choose-held-facts" } else { "choose-held-one" };
                self.texts.with(key, &values)
            }
            _ => self.words_of_several_held(others, targets.len()),
        }
    }

    /// `2 van 5 zijn van een ander: J. Bakker`.
    pub(super) fn words_of_several_held(&self, others: &Others, all: usize) -> String {
        let values = [("held", others.signals.len().into()), ("all", all.into()), ("names", named(&others.names).into())];
        self.texts.with("choose-held", &values)
    }

    /// Those of the signals that others hold, where the action changes them all the same.
    pub(super) fn held_by_others(&self, targets: &[SignalId], act: Act) -> Others {
        self.others_of(if act.is_a_value() { targets } else { &[] })
    }

    /// Those of the signals that others hold.
    pub(super) fn others_of(&self, targets: &[SignalId]) -> Others {
        let mut others = Others { signals: BTreeSet::new(), names: BTreeSet::new() };
        let me = self.me.as_ref().map(|me| me.account);
        for id in targets {
            if let Some(owner) = self.known(*id).and_then(|now| now.owner).filter(|owner| Some(owner.account) != me) {
                others.signals.insert(*id);
                others.names.insert(owner.name.line().into_string());
            }
        }
        others
    }
}

impl Others {
    /// Their names, the first few of them.
    pub(super) fn named(&self) -> String {
        named(&self.names)
    }
}

/// The names of colleagues, the first few of them.
fn named(names: &BTreeSet<String>) -> String {
    let mut told: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    if names.len() > NAMED {
        told.push("…");
    }
    told.join(", ")
}
