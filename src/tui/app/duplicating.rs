//! Is a signal about a household that is known? What looks like it is asked, and one of them is linked to it, or takes it in.

mod merging;
pub mod resembling;

use super::{
    Modal, State, Tone,
    actions::Pending,
    choose::{Choice, Choose, Item},
    message::{Answer, Call, Effect, Refusal},
};
use crate::{
    api::{alike::LookAlike, signal::SignalPatch},
    domain::{
        ids::{SignalId, SignalNumber},
        text::SafeText,
    },
};

/// A request about look-alikes that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duplicating {
    /// What looks like this signal.
    Asked(SignalId),
    /// A link of this signal to another.
    Linked(SignalId),
    /// What looks like the signal in the preview, of this version.
    Shown(SignalId, i64),
    /// What looks like the report that is being typed.
    Typed,
    /// The signal that this one is to go up in, whole.
    Other(SignalId, SignalId),
}

impl State {
    pub(super) fn duplicating_reply(&mut self, what: Duplicating, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match what {
            Duplicating::Asked(id) => self.look_alikes_came(id, reply),
            Duplicating::Linked(_) => self.linked(reply),
            Duplicating::Shown(id, version) => self.resembling_came(id, version, reply),
            Duplicating::Typed => self.typed_came(reply),
            Duplicating::Other(from, into) => self.other_came(from, into, reply),
        }
    }

    /// Asks what looks like the signal under the cursor. Of one that was not read it is not known what it is linked to: it is read first.
    pub(super) fn duplicate_command(&mut self) -> Vec<Effect> {
        let Some(signal) = self.current_signal() else { return vec![] };
        if self.whole(signal).is_none() {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return self.read(signal);
        }
        if self.whole(signal).is_some_and(|whole| self.merged_into(whole).is_some()) {
            return self.ask_about_merged(signal);
        }
        self.say_with(Tone::Info, "alike-asked", &[]);
        let request = self.request(Pending::Duplicate(Duplicating::Asked(signal)));
        vec![Effect::Send { request, key: self.next_key(), call: Call::LookAlikes(signal), draft: None }]
    }

    /// They came: which of them is it?
    fn look_alikes_came(&mut self, signal: SignalId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let found = match reply {
            Ok(Answer::LookAlikes(found)) => found,
            Ok(_) => return vec![],
            Err(refusal) => {
                let words = format!("{} {}", refusal.words, refusal.advice);
                self.say(Tone::Warn, words);
                return vec![];
            }
        };
        // Whoever went on meanwhile is not asked about what was left.
        if self.current_signal() != Some(signal) || !self.modals.is_empty() {
            return vec![];
        }
        self.message = None;
        let Some(number) = self.whole(signal).map(|whole| whole.number.short()) else { return vec![] };
        if found.is_empty() {
            self.say_with(Tone::Info, "alike-none", &[("number", number.into())]);
            return vec![];
        }
        let mut items: Vec<Item> = found.iter().zip(1..).map(|(one, at)| self.item_of(signal, one, at)).collect();
        // Who is open can take this one in.
        let open = found.iter().filter(|one| one.signal.status.is_open());
        items.extend(open.zip(found.len() + 1..).map(|(one, at)| self.merge_item(signal, one, at)));
        items.push(Item::of(&self.texts, "alike-no", Choice::Nothing));
        self.modals.push(Modal::Choose(Choose::new(self.texts.with("choose-alike", &[("number", number.into())]), items)));
        vec![]
    }

    /// `S-2026-00390 afgesloten  Ontruiming, SVB`, and why; what is linked already is shown.
    fn item_of(&self, signal: SignalId, one: &LookAlike, at: u32) -> Item {
        let because = one.grounds.because.iter().map(|resemblance| self.texts.get(&format!("resemblance-{resemblance}")));
        let because = because.collect::<Vec<_>>().join(", ");
        let status = self.texts.get(&format!("status-{}", one.signal.status));
        let (note, choice) = if one.linked {
            (self.texts.with("alike-linked", &[("because", because.into())]), Choice::Show(one.signal.id))
        } else {
            (because, Choice::Link(signal, one.signal.number))
        };
        let label = format!("{}  {status}  {}", one.signal.number.short(), one.signal.title.line());
        Item { letter: char::from_digit(at, 10).unwrap_or(' '), label: SafeText::line(&label).into_string(), note, choice }
    }

    /// `samenvoegen met S-390`.
    fn merge_item(&self, signal: SignalId, one: &LookAlike, at: usize) -> Item {
        let letter = u32::try_from(at).ok().and_then(|at| char::from_digit(at, 10)).unwrap_or(' ');
        let label = self.texts.with("alike-merge", &[("number", one.signal.number.short().into())]);
        Item { letter, label, note: self.texts.get("alike-merge-note"), choice: Choice::AskMerge(signal, one.signal.id) }
    }

    /// Links a signal to another.
    pub(super) fn link(&mut self, signal: SignalId, other: SignalNumber) -> Vec<Effect> {
        let Some(whole) = self.whole(signal) else { return vec![] };
        let (version, mut links) = (whole.version, whole.facts.links.clone());
        if !links.contains(&other) {
            links.push(other);
        }
        let patch = Box::new(SignalPatch { links: Some(links), ..SignalPatch::default() });
        let request = self.request(Pending::Duplicate(Duplicating::Linked(signal)));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Patch { signal, version, patch }, draft: None }]
    }

    /// It is linked, and can be taken back; or why not.
    fn linked(&mut self, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(answer) => self.facts_saved(answer),
            Err(refusal) => {
                let words = format!("{} {}", refusal.words, refusal.advice);
                self.say(Tone::Warn, words);
                vec![]
            }
        }
    }
}
