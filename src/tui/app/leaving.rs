//! Breaking off and quitting: nothing is lost by one key, and what is still under way is asked about.

use super::{Modal, State, Tone, actions::Pending, choose::Choice, command::Command, message::Effect};
use crate::domain::text::SafeText;

/// Milliseconds within which the second press of cancel asks whether to quit.
const TWICE_WITHIN: i64 = 1000;

impl State {
    /// Breaks off half a sequence, or closes a menu or list of commands. A form stays: it has a key of its own for that.
    pub(super) fn cancel(&mut self) -> Vec<Effect> {
        let before = self.cancelled.replace(self.now);
        if before.is_some_and(|at| (self.now - at).num_milliseconds() <= TWICE_WITHIN) {
            self.cancelled = None;
            return self.ask_to_quit(if self.ends_with_demo() { "choose-quit-demo" } else { "choose-quit" });
        }
        if self.modals.is_empty() && self.stop() {
            self.cancelled = None;
            return vec![];
        }
        if self.modals.pop_if(|modal| matches!(modal, Modal::Choose(_) | Modal::Finder(_))).is_none() {
            let key = self.keymap.shown(Command::Cancel).unwrap_or_default();
            self.say_with(Tone::Info, "cancel-again", &[("key", key.into())]);
        }
        vec![]
    }

    /// Quits, unless something was sent whose answer has not come, or work would go with a demonstration.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        let waiting = |pending: &Pending| matches!(pending, Pending::Form(_) | Pending::Act { .. });
        if self.requests.values().any(waiting) {
            return self.ask_to_quit("choose-quit-unsent");
        }
        if self.ends_with_demo() {
            return self.ask_to_quit("choose-quit-demo");
        }
        if self.ends_with_loket() { self.ask_to_quit("choose-quit-not-kept") } else { vec![Effect::Quit] }
    }

    /// Is there text that is in memory alone, as it was set, and goes?
    fn ends_with_loket(&self) -> bool {
        let text = |modal: &Modal| matches!(modal, Modal::Form(form) if !form.is_blank());
        let drafts = self.drafts.is_some_and(|count| count > 0);
        !self.settings.keep_drafts && (self.waiting > 0 || drafts || self.modals.iter().any(text))
    }

    /// Is there work that goes with the demonstration: what was done, text in a form, a draft? Elsewhere it is kept.
    fn ends_with_demo(&self) -> bool {
        let text = |modal: &Modal| matches!(modal, Modal::Form(form) if form.sending.is_none() && !form.is_blank());
        let work = !self.past.done.is_empty() || !self.past.undone.is_empty() || !self.past.kept.is_empty();
        self.passing && (work || self.drafts.is_some_and(|count| count > 0) || self.modals.iter().any(text))
    }

    /// Is this a demonstration, here or on a server that others use too?
    pub fn is_demo(&self) -> bool {
        self.me.as_ref().is_some_and(|me| me.demo)
    }

    /// What is said of text whose form is closed: for how long it is kept.
    pub fn words_of_draft(&self) -> String {
        self.texts.get(if self.passing { "draft-kept-demo" } else { "draft-kept" })
    }

    /// Says that the text of a form that closes is kept, and what brings it back.
    pub(super) fn say_draft_kept(&mut self) {
        let words = self.words_of_draft();
        let back = self.texts.with("draft-back", &[("key", self.way_to(Command::Drafts).into())]);
        self.say(Tone::Info, words);
        if let Some(message) = &mut self.message {
            message.advice = SafeText::line(&back);
        }
    }

    fn ask_to_quit(&mut self, title: &str) -> Vec<Effect> {
        self.modals.retain(|modal| !matches!(modal, Modal::Choose(_) | Modal::Finder(_)));
        self.ask(title, &[("quit-stay", Choice::Nothing), ("quit-leave", Choice::Quit)]);
        vec![]
    }
}
