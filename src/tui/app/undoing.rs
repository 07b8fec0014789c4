//! Taking several actions back at once: it is asked first, and each of them is told, also what was refused and what was not tried.

use super::{
    Modal, State, Tone,
    acting::{Done, Why},
    choose::{Choice, Choose, Item},
    message::Effect,
};

/// Actions that are named in a question, at most.
const NAMED: usize = 8;
/// From so many on the message is too short to name them: they are listed.
const LISTED_FROM: usize = 4;

/// Several actions that are being taken back, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Round {
    /// How many were to be taken back.
    asked: usize,
    /// The one under way, in words.
    now: String,
    undone: Vec<String>,
    /// What was refused, and why.
    refused: Vec<(String, String)>,
}

impl State {
    /// A line of what was done was picked: it is taken back, and after a question what was done since as well.
    pub(super) fn undo_to(&mut self, count: usize) -> Vec<Effect> {
        if count < 2 {
            return self.undo_many(count);
        }
        let done = self.past.done.iter().rev().take(count);
        let mut about: Vec<String> = done.filter_map(|done| self.in_question(done)).take(NAMED).collect();
        if count > NAMED {
            about.push("…".into());
        }
        let values = [("count", count.into())];
        let mut yes = Item::of(&self.texts, "undo-past-yes", Choice::UndoMany(count, self.past.done.len()));
        yes.label = self.texts.with("undo-several-yes", &values);
        let mut items = vec![Item::of(&self.texts, "undo-past-no", Choice::Nothing)];
        let all = self.past.done.len();
        if let Some(what) = all.checked_sub(count).and_then(|at| self.past.done.get(at)).and_then(|done| self.in_one(done)) {
            let mut one = Item::of(&self.texts, "undo-one", Choice::UndoOne(count, all));
            one.label = self.texts.with("undo-one", &[("what", what.into())]);
            items.push(one);
        }
        items.push(yes);
        let title = self.texts.with("choose-undo-several", &values);
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    /// An action that can be taken back without those after it, in words: what came after it in the same place is told apart and left.
    fn in_one(&self, done: &Done) -> Option<String> {
        if done.said.is_some() { None } else { self.in_full(done) }
    }

    /// Takes back the one alone that was done so many before the end. What stands otherwise by now is told, and stays in the list.
    pub(super) fn undo_one(&mut self, count: usize, of: usize) -> Vec<Effect> {
        if self.past.done.len() != of {
            return self.undo_asked(count, of);
        }
        let Some(at) = of.checked_sub(count).filter(|at| *at < of) else { return vec![] };
        if let Some(words) = self.stands_no_more(&self.past.done[at]) {
            self.say(Tone::Warn, words);
            return vec![];
        }
        let done = self.past.done.remove(at);
        if let Some(agenda) = done.agenda {
            return self.reverse_on_agenda(agenda, Why::Undo);
        }
        self.reverse(Done { saved_since: None, ..done }, Why::Undo)
    }

    /// What was done, and whether taking it back changes an agenda that is fixed.
    fn in_question(&self, done: &Done) -> Option<String> {
        let what = self.in_full(done)?;
        let fixed = done.agenda.as_ref().and_then(|done| self.fixed_by(done));
        Some(match fixed {
            Some(number) => self.texts.with("undo-of-fixed", &[("what", what.into()), ("number", number.into())]),
            None => what,
        })
    }

    /// The question was answered with yes. What was done since it was asked was not named in it: then it is asked anew.
    pub(super) fn undo_asked(&mut self, count: usize, of: usize) -> Vec<Effect> {
        match self.past.done.len().checked_sub(of) {
            Some(0) => self.undo_many(count),
            Some(more) => self.undo_to(count + more),
            None => self.undo_to(count.min(self.past.done.len())),
        }
    }

    /// Takes so many actions back, one after the other.
    pub(super) fn undo_many(&mut self, count: usize) -> Vec<Effect> {
        self.past.round = (count > 1).then(|| Round { asked: count, ..Round::default() });
        // What was saved between them was named when it was asked.
        self.past.done.iter_mut().rev().take(count).for_each(|done| done.saved_since = None);
        self.undo()
    }

    /// This one of the round is under way.
    pub(super) fn round_begins(&mut self, done: &Done) {
        let words = self.in_full(done).unwrap_or_default();
        if let Some(round) = &mut self.past.round {
            round.now = words;
        }
    }

    /// Part of the one under way was refused.
    pub(super) fn round_lacks(&mut self, why: &str) {
        if let Some(round) = &mut self.past.round {
            let what = round.now.clone();
            round.refused.push((what, why.to_owned()));
        }
    }

    /// The one under way was taken back, or why not. The next is begun; after the last, and after one that was refused, all are told.
    pub(super) fn round_goes_on(&mut self, refused: Option<String>) -> Vec<Effect> {
        let Some(round) = &mut self.past.round else { return vec![] };
        match refused {
            Some(why) => round.refused.push((round.now.clone(), why)),
            None => round.undone.push(round.now.clone()),
        }
        if round.refused.is_empty() && round.undone.len() < round.asked && !self.past.done.is_empty() {
            return self.undo();
        }
        if let Some(round) = self.past.round.take() {
            self.tell_of_round(round);
        }
        vec![]
    }

    fn tell_of_round(&mut self, round: Round) {
        let left = round.asked.saturating_sub(round.undone.len() + round.refused.len());
        let untried = self.past.done.iter().rev().take(left).filter_map(|done| self.in_full(done)).collect::<Vec<_>>();
        let (undone, refused) = (round.undone.len(), round.refused.len());
        let values = [
            ("count", undone.into()),
            ("all", round.asked.into()),
            ("what", round.undone.join("; ").into()),
            ("refused", refused.into()),
            ("untried", untried.len().into()),
        ];
        let whole = refused == 0;
        let words = self.texts.with(if whole { "undone-round" } else { "undone-round-part" }, &values);
        if !whole || undone >= LISTED_FROM {
            let line = |label: String, note: String| Item { letter: ' ', label, note, choice: Choice::Nothing };
            let done = self.texts.get("round-undone");
            let not_tried = self.texts.get("round-untried");
            let mut items: Vec<Item> = round.undone.into_iter().map(|what| line(what, done.clone())).collect();
            items.extend(round.refused.into_iter().map(|(what, why)| line(what, why)));
            items.extend(untried.into_iter().map(|what| line(what, not_tried.clone())));
            let title = self.texts.with("choose-round", &values);
            self.modals.push(Modal::Choose(Choose::new(title, items)));
        }
        self.say(if whole { Tone::Undone } else { Tone::Warn }, words);
    }
}
