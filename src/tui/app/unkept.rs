//! Text that could not be kept on disk: as long as its only copy is on the screen, closing and quitting ask first.

use std::collections::BTreeSet;

use super::{
    Modal, State, Tone,
    choose::{Choice, Choose, Item},
    form::Purpose,
    message::Effect,
    waiting::Unconfirmed,
};

/// What the disk could not keep.
#[derive(Debug, Clone, Default)]
pub struct Unkept {
    /// The drafts that are not on disk as they were typed.
    slots: BTreeSet<String>,
    /// Forms that were closed with text in them: the text comes back when it turns out that it was not kept.
    closed: BTreeSet<String>,
}

impl Unkept {
    /// A form closes over text that the disk still has to take.
    pub(super) fn closes(&mut self, slot: String) {
        self.closed.insert(slot);
    }
}

impl State {
    /// A draft could not be kept. One whose form is closed comes back on the screen: it is nowhere else.
    pub(super) fn draft_failed(&mut self, words: &str, unsaved: Option<(String, String)>) -> Vec<Effect> {
        let mut effects = vec![];
        if let Some((slot, text)) = unsaved.filter(|(slot, _)| Purpose::of_slot(slot).is_some()) {
            let open = self.modals.iter().any(|modal| matches!(modal, Modal::Form(form) if form.purpose.slot() == slot));
            if self.unkept.closed.remove(&slot) && !open {
                effects = self.reopen(&slot, &text);
            }
            self.unkept.slots.insert(slot);
        }
        self.say(Tone::Fail, words);
        effects
    }

    /// A draft that could not be kept is on disk after all.
    pub(super) fn draft_kept(&mut self, slot: &str) -> Vec<Effect> {
        self.unkept.slots.remove(slot);
        vec![]
    }

    fn reopen(&mut self, slot: &str, text: &str) -> Vec<Effect> {
        let effects = Purpose::of_slot(slot).map_or_else(Vec::new, |purpose| self.open_for(purpose));
        let now = self.now;
        if let Some(Modal::Form(form)) = self.modals.last_mut()
            && form.purpose.slot() == slot
        {
            form.restore(text, now);
            form.restored = None;
            form.knows_draft = true;
            form.edited();
        }
        // There is nothing on disk to wait for.
        effects.into_iter().filter(|effect| !matches!(effect, Effect::LoadDraft(_))).collect()
    }

    /// The form on top is about to be closed: is its text nowhere but here? Then that is asked about.
    pub(super) fn asks_to_close(&mut self) -> bool {
        let Some(Modal::Form(form)) = self.modals.last() else { return false };
        let slot = form.purpose.slot();
        // What waits is on disk; what was only sent is not, as long as there is no answer.
        if form.is_blank() || form.unconfirmed == Some(Unconfirmed::Waits) {
            return false;
        }
        let fleeting = !self.settings.keep_drafts && form.purpose.keeps_draft() && form.sending.is_none();
        let title = match self.unkept.slots.contains(&slot) {
            true => "choose-unkept",
            false if fleeting => "choose-not-kept",
            false => {
                self.unkept.closed.insert(slot);
                return false;
            }
        };
        self.ask(title, &[("unkept-stay", Choice::Nothing), ("unkept-drop", Choice::DropText(slot))]);
        true
    }

    /// Is the draft in this slot not on disk as it was typed?
    pub(super) fn is_unkept(&self, slot: &str) -> bool {
        self.unkept.slots.contains(slot)
    }

    /// The user wants a text gone that is nowhere but here.
    pub(super) fn drop_text(&mut self, slot: &str) -> Vec<Effect> {
        self.modals.retain(|modal| !matches!(modal, Modal::Form(form) if form.purpose.slot() == slot));
        self.unkept.slots.remove(slot);
        vec![Effect::RemoveDraft(slot.to_owned())]
    }

    /// The last texts could not be kept, so loket did not end.
    pub(super) fn quit_refused(&mut self) -> Vec<Effect> {
        self.ask("choose-quit-unkept", &[("quit-stay", Choice::Nothing), ("quit-leave", Choice::QuitAnyway)]);
        vec![]
    }

    /// Asks something; the first answer is the one that loses nothing.
    pub(super) fn ask(&mut self, title: &str, answers: &[(&str, Choice)]) {
        self.ask_titled(self.texts.get(title), answers);
    }

    /// As [`State::ask`], with its words.
    pub(super) fn ask_titled(&mut self, title: String, answers: &[(&str, Choice)]) {
        let item = |(key, choice): &(&str, Choice)| Item {
            letter: self.texts.get(&format!("{key}-letter")).chars().next().unwrap_or(' '),
            label: self.texts.get(key),
            note: String::new(),
            choice: choice.clone(),
        };
        let items = answers.iter().map(item).collect();
        self.modals.push(Modal::Choose(Choose::new(title, items)));
    }
}
