//! What was done here, in words: the list of what can be taken back, and what a result is called.

use super::{
    Modal, State,
    acting::{Act, Done, name},
    choose::{Choice, Choose, Item},
    command::Command,
    form::Purpose,
};
use crate::domain::{Instant, ids::SignalId};

/// Numbers that are named of an action on many.
const NAMED: usize = 3;

/// Most that is kept of what cannot be taken back.
const MOST_KEPT: usize = 20;

/// Something that was saved and cannot be taken back.
#[derive(Debug, Clone)]
pub struct Kept {
    /// What, in words.
    words: String,
    /// Why not: the key of a text; with `-short` behind it the key of a few words.
    why: &'static str,
    /// The form that corrects it, where there is one.
    corrects: Option<Purpose>,
    at: Instant,
}

impl State {
    /// A form was saved for this signal, or for so many: it stays, and what was taken back before it is not done again.
    pub(super) fn saved_for_good(&mut self, purpose: Purpose, number: &str) {
        let (saved, past, why) = match purpose {
            Purpose::Note(_) | Purpose::NoteMany => ("saved-note", "past-note", "kept-text"),
            Purpose::Contact(_) | Purpose::ContactMany => ("saved-contact", "past-contact", "kept-contact"),
            Purpose::CorrectContact(..) => ("saved-correction", "past-correction", "kept-contact"),
            Purpose::Intake => ("saved-intake", "past-intake", "kept-intake"),
            Purpose::TakeOver(_) => ("done-takeover", "past-takeover", "kept-takeover"),
            // A view is no case; what is done to a time-out is told on its board.
            _ => return,
        };
        let words = self.texts.with(past, &[("number", number.into())]);
        self.past.undone.clear();
        let saved = self.texts.with(saved, &[("number", number.into())]);
        self.keep_for_good(saved, words, why);
        if let Purpose::Contact(id) | Purpose::CorrectContact(id, _) = purpose {
            let entry = self.whole(id).and_then(|whole| whole.timeline.iter().find(|entry| entry.contact.is_some()));
            let corrects = entry.map(|entry| Purpose::CorrectContact(id, entry.id));
            self.past.kept.last_mut().into_iter().for_each(|kept| kept.corrects = corrects);
        }
    }

    /// What was said last was saved and cannot be taken back.
    pub(super) fn said_for_good(&mut self, why: &'static str) {
        if let Some(message) = &self.message {
            let words = message.text.as_str().split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned();
            self.past.undone.clear();
            self.keep_for_good(words.clone(), words, why);
        }
    }

    /// What was said last was done, and is no change of a case: it stands in the list, and takes nothing from what can be taken back.
    pub(super) fn said_beside(&mut self, why: &'static str) {
        if let Some(message) = &self.message {
            let words = message.text.as_str().split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned();
            self.list_kept(words, why);
        }
    }

    fn keep_for_good(&mut self, saved: String, words: String, why: &'static str) {
        if let Some(last) = self.past.done.last_mut() {
            let before = last.saved_since.take();
            last.saved_since = Some(before.map_or(saved.clone(), |before| format!("{saved}; {before}")));
        }
        self.list_kept(words, why);
    }

    fn list_kept(&mut self, words: String, why: &'static str) {
        self.past.kept.push(Kept { words, why, corrects: None, at: self.now });
        if self.past.kept.len() > MOST_KEPT {
            self.past.kept.remove(0);
        }
        self.renew_history();
    }

    /// Why there is nothing to take back: the key of a text.
    pub(super) fn nothing_to_undo(&self) -> &'static str {
        self.past.kept.last().map_or("nothing-to-undo", |kept| kept.why)
    }

    /// The form that corrects what was saved last.
    pub(super) fn corrects_last(&self) -> Option<Purpose> {
        self.past.kept.last()?.corrects
    }

    /// What stays is a proposal of one's own that still waits: the question on top says how that is withdrawn.
    pub(super) fn tell_of_own_proposal(&mut self) {
        let deadlines = self.replica.deadlines();
        let waits = |row: u32| deadlines.get(row).is_some_and(|row| row.clock().is_proposed(self.today));
        let proposed = self.past.kept.last().is_some_and(|kept| kept.why == "kept-proposed");
        if !proposed || !(0..deadlines.len()).any(waits) {
            return;
        }
        let words = self.texts.with("undo-withdraw-by", &[("key", self.way_to(Command::Settle).into())]);
        if let Some(Modal::Choose(menu)) = self.modals.last_mut() {
            menu.about.push(words);
        }
    }

    /// Is there anything that was done here?
    pub(super) fn has_past(&self) -> bool {
        !self.past.done.is_empty() || !self.past.kept.is_empty()
    }

    /// `Tot 09:56; …`: how long a claim holds, by the clock, as it is told of colleagues.
    pub(super) fn claimed_until(&self, signal: SignalId) -> Option<String> {
        let now = self.known(signal)?;
        let values = [
            ("time", clock(now.owner?.lease_until).into()),
            ("status", self.texts.get(&format!("status-{}", now.status)).into()),
            ("key", self.way_to(Command::Status).into()),
        ];
        Some(self.texts.with("claimed-until", &values))
    }

    /// `urgentie van S-471`.
    pub(super) fn in_words(&self, done: &Done) -> Option<String> {
        if let Some(done) = &done.agenda {
            return Some(self.words_of_agenda(done));
        }
        if let Some(said) = &done.said {
            return Some(self.words_of_said(said));
        }
        let first = done.steps.first()?;
        let number = match done.steps.len() {
            1 => self.short_number(first.signal),
            count => self.texts.with("count-all", &[("count", count.into())]),
        };
        Some(self.texts.with(&format!("past-{}", name(first.done)), &[("number", number.into())]))
    }

    /// `urgentie van 7 signalen: hoog`, so that two changes of the same are told apart.
    pub(super) fn in_full(&self, done: &Done) -> Option<String> {
        let words = self.in_words(done)?;
        Some(match done.steps.first() {
            Some(step) => self.with_value(words, step.done),
            None => words,
        })
    }

    /// Behind what was done, what it became.
    pub(super) fn with_value(&self, what: String, act: Act) -> String {
        match self.value_of(act) {
            Some(value) => format!("{what}: {value}"),
            None => what,
        }
    }

    /// What an action makes of a signal, in words.
    pub(super) fn value_of(&self, act: Act) -> Option<String> {
        match act {
            Act::Urgency(urgency) | Act::Reasoned(urgency, _) => Some(self.texts.get(&format!("urgency-{urgency}"))),
            Act::Status(status) => Some(self.texts.get(&format!("status-{status}"))),
            Act::Ended(outcome) => {
                let words = [self.texts.get("status-closed"), self.texts.get(&format!("outcome-{outcome}"))];
                Some(words.join(", "))
            }
            Act::Reason(at) => self.past.texts.get(at).filter(|text| !text.is_blank()).map(|text| text.line().into_string()),
            Act::Facts(at) => self.past.patches.get(at).map(|patch| self.words_of_patch(patch)).filter(|words| !words.is_empty()),
            Act::Merge(into) => Some(self.short_number(into)),
            Act::Claim | Act::Release | Act::Unmerge(_) => None,
        }
    }

    /// `S-471, S-502, S-503 …` of an action on many.
    fn numbers_of(&self, done: &Done) -> String {
        if done.steps.len() < 2 {
            return String::new();
        }
        let named: Vec<String> = done.steps.iter().take(NAMED).map(|step| self.short_number(step.signal)).collect();
        let more = if done.steps.len() > NAMED { " …" } else { "" };
        format!("{}{more}", named.join(", "))
    }

    /// The list of what was done, the last first: what can be taken back, and what cannot with the reason.
    pub(super) fn menu_history(&mut self) {
        let line = |(at, done): (usize, &Done)| {
            let label = self.in_full(done)?;
            let note = format!("{}  {}", clock(done.at + self.skew), self.numbers_of(done));
            Some((done.at, Item { letter: ' ', label, note: note.trim_end().to_owned(), choice: Choice::History(at + 1) }))
        };
        let stays = |kept: &Kept| {
            let note = format!("{}  {}", clock(kept.at + self.skew), self.texts.get(&format!("{}-short", kept.why)));
            let choice = kept.corrects.map_or(Choice::Told(kept.why), Choice::Form);
            (kept.at, Item { letter: ' ', label: kept.words.clone(), note, choice })
        };
        let kept = self.past.kept.iter().rev().map(stays);
        let mut lines: Vec<(Instant, Item)> = kept.chain(self.past.done.iter().rev().enumerate().filter_map(line)).collect();
        lines.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let lettered = |(at, (_, item)): (usize, (Instant, Item))| Item { letter: letter_of(at), ..item };
        let items: Vec<Item> = lines.into_iter().enumerate().map(lettered).collect();
        let title = self.texts.get("choose-history");
        self.modals.push(Modal::Choose(Choose::new(title, items)));
    }

    /// What was under way when the list was opened is done now: it stands in it too, and the cursor stays on its line.
    pub(super) fn renew_history(&mut self) {
        let told =
            |item: &Item| matches!(item.choice, Choice::History(_) | Choice::Told(_) | Choice::Form(Purpose::CorrectContact(..)));
        let is_history = |modal: &Modal| matches!(modal, Modal::Choose(menu) if menu.items.first().is_some_and(told));
        let Some(at) = self.modals.iter().position(is_history) else { return };
        let above = self.modals.split_off(at + 1);
        let Some(Modal::Choose(old)) = self.modals.pop() else { return };
        self.menu_history();
        if let Some(Modal::Choose(new)) = self.modals.last_mut() {
            let more = new.items.len().saturating_sub(old.items.len());
            new.cursor = (old.cursor + more).min(new.items.len().saturating_sub(1));
        }
        self.modals.extend(above);
    }
}

/// The time of a moment: `09:41`.
pub(super) fn clock(at: Instant) -> String {
    let (hour, minute) = crate::domain::zone::hour_minute(at);
    format!("{hour:02}:{minute:02}")
}

/// The letter of a line: 1 to 9, then a to z.
fn letter_of(at: usize) -> char {
    char::from_digit(at as u32 + 1, 36).unwrap_or(' ')
}
