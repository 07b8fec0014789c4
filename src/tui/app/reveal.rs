//! What is shielded of a case: shown for ten seconds, or copied, once the server has written that down. It is over by itself, and sooner
//! by whatever leads away from where it was asked for.

use chrono::TimeDelta;

use super::{
    Modal, Pane, State, Tone,
    actions::Pending,
    form::{Form, Purpose, Slot},
    message::{Answer, Call, Effect, Link, NotCopied, Refusal, Timer},
};
use crate::domain::{
    Instant,
    ids::SignalId,
    signal::{ShieldedField, shield::Reveal},
    text::SafeText,
};

/// For how many seconds it is shown.
pub const SECONDS: u8 = 10;
/// Milliseconds between two looks at how much of that is left.
const COUNT: u64 = 1000;
/// What stands for a value that is not shown.
pub const COVER: &str = "••••••";

/// What a reveal is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevealFor {
    /// To be shown.
    Eyes,
    /// To be copied: this field.
    Clipboard(ShieldedField),
}

/// What is shown or copied now.
#[derive(Debug, Clone, Default)]
pub struct Shield {
    shown: Option<Shown>,
    copying: Option<(SignalId, ShieldedField)>,
    /// Raised with every reveal, so that only the last timer counts.
    times: u64,
}

#[derive(Debug, Clone)]
struct Shown {
    signal: SignalId,
    reveal: Reveal,
    /// Where it was asked for: the pane, and whether the signal was open.
    place: (Pane, bool),
    until: Instant,
    /// Seconds that are left, as the timer counts them: the clock may have been set.
    left: u8,
    /// What the line of messages says of it, where it could not be copied.
    said: Option<SafeText>,
}

impl State {
    /// Shows what is shielded of the open signal; what is shown already is covered.
    pub(super) fn reveal(&mut self) -> Vec<Effect> {
        let Some(signal) = self.current_signal() else { return vec![] };
        if self.cover() {
            return vec![];
        }
        self.ask_reveal(signal, RevealFor::Eyes)
    }

    /// Copies a shielded field of the signal under the cursor.
    pub(super) fn copy_shielded(&mut self, field: ShieldedField) -> Vec<Effect> {
        self.current_signal().map_or_else(Vec::new, |signal| self.ask_reveal(signal, RevealFor::Clipboard(field)))
    }

    /// Each is written down, so nothing is asked for twice at a time.
    fn ask_reveal(&mut self, signal: SignalId, wanted: RevealFor) -> Vec<Effect> {
        let pending = Pending::Reveal(signal, wanted);
        if self.requests.values().any(|other| *other == pending) {
            return vec![];
        }
        let request = self.request(pending);
        vec![Effect::Send { request, key: self.next_key(), call: Call::Reveal(signal), draft: None }]
    }

    /// The server wrote it down, or could not.
    pub(super) fn reveal_reply(&mut self, signal: SignalId, wanted: RevealFor, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let reveal = match reply {
            Ok(Answer::Reveal(reveal)) => *reveal,
            Ok(_) => return vec![],
            Err(refusal) => {
                self.fail_on(signal, &refusal);
                return vec![];
            }
        };
        if let Some(version) = reveal.version {
            self.past.own_versions.entry(signal).or_default().insert(version);
        }
        match wanted {
            RevealFor::Clipboard(field) => {
                let value = reveal.value(field).map(|value| value.raw().trim().to_owned());
                let Some(value) = value.filter(|value| !value.is_empty()) else {
                    self.say_with(Tone::Info, "nothing-to-copy", &[]);
                    return vec![];
                };
                self.shield.copying = Some((signal, field));
                vec![Effect::Copy(value)]
            }
            // Whoever went on meanwhile is shown nothing.
            RevealFor::Eyes if self.signals.open.is_some() => self.uncover(signal, reveal, None),
            RevealFor::Eyes => vec![],
        }
    }

    /// What became of a shielded field that went to the clipboard; nothing: it was something else that was copied.
    pub(super) fn shielded_copied(&mut self, result: &Result<String, NotCopied>) -> Option<Vec<Effect>> {
        let (signal, field) = self.shield.copying.take()?;
        let what = self.texts.shielded(field);
        match result {
            Ok(_) => {
                self.say_with(Tone::Done, "copied-shielded", &[("what", what.into())]);
                Some(vec![])
            }
            Err(NotCopied::Off(text)) => {
                let key = if self.plain { "copy-plain" } else { "copy-off" };
                self.say_with(Tone::Info, key, &[("text", text.as_str().into())]);
                let said = self.message.as_ref().map(|message| message.text.clone());
                Some(self.uncover(signal, Reveal::default(), said))
            }
            Err(_) => None,
        }
    }

    fn uncover(&mut self, signal: SignalId, reveal: Reveal, said: Option<SafeText>) -> Vec<Effect> {
        self.shield.times += 1;
        let place = (self.pane, self.signals.open.is_some());
        let until = self.now + TimeDelta::seconds(SECONDS.into());
        self.shield.shown = Some(Shown { signal, reveal, place, until, left: SECONDS, said });
        vec![Effect::Wait(COUNT, Timer::Reveal(self.shield.times))]
    }

    /// Covers what is shown. Says whether something was.
    fn cover(&mut self) -> bool {
        let Some(shown) = self.shield.shown.take() else { return false };
        self.message.take_if(|message| shown.said.as_ref() == Some(&message.text));
        true
    }

    /// A second went by.
    pub(super) fn reveal_counted(&mut self, times: u64) -> Vec<Effect> {
        let current = self.shield.times;
        let Some(shown) = self.shield.shown.as_mut().filter(|_| times == current) else { return vec![] };
        shown.left = shown.left.saturating_sub(1);
        vec![Effect::Wait(COUNT, Timer::Reveal(times))]
    }

    /// Is what is shown over, or was it left? Then it is covered; says whether it was.
    pub(super) fn cover_when_due(&mut self) -> bool {
        let Some(shown) = &self.shield.shown else { return false };
        let here = self.current_signal() == Some(shown.signal) && shown.place == (self.pane, self.signals.open.is_some());
        let ended = matches!(self.link, Link::Lost { refused: true, .. });
        let sees = here && !self.locked && !ended && !matches!(self.modals.last(), Some(Modal::SignIn(_)));
        if sees && shown.left > 0 && self.now < shown.until {
            return false;
        }
        self.cover()
    }

    /// What is shown of a signal, and for how many seconds more.
    pub fn revealed(&self, signal: SignalId) -> Option<(&Reveal, u8)> {
        let shown = self.shield.shown.as_ref().filter(|shown| shown.signal == signal && shown.said.is_none())?;
        let left = (shown.until - self.now).num_milliseconds().max(0).unsigned_abs().div_ceil(1000);
        Some((&shown.reveal, u8::try_from(left).unwrap_or(SECONDS).min(shown.left)))
    }

    /// Which shielded field of a case is changed in this field of a form.
    fn shielded_slot(&self, form: &Form, slot: &Slot) -> Option<ShieldedField> {
        let Purpose::EditFacts(_, signal) = form.purpose else { return None };
        let field = match slot.name {
            "intake-phone" => ShieldedField::ReporterPhone,
            "intake-mail" => ShieldedField::ReporterMail,
            _ => return None,
        };
        let there = self.whole(signal).is_some_and(|whole| whole.shielded.contains(&field));
        (there && slot.field.text().is_empty()).then_some(field)
    }

    /// What stands in a field where what the case has is shielded and nothing was typed.
    pub fn cover_of(&self, form: &Form, slot: &Slot) -> Option<&'static str> {
        self.shielded_slot(form, slot).map(|_| COVER)
    }

    /// Below such a field: what is there stays.
    pub fn shield_words(&self, form: &Form) -> Option<String> {
        self.shielded_slot(form, form.slots.get(form.focus)?).map(|_| self.texts.get("form-shielded"))
    }
}
