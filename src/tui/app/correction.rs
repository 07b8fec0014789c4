//! A contact moment that was noted wrongly: which one, the form that says how it was, and what it sends. What was saved stays in the
//! timeline; the correction counts in its place.

use super::{
    Modal, State,
    choose::{Choice, Choose, Item},
    command::Command,
    form::{Form, Kind, Purpose},
    forms::contact_slots,
    message::Effect,
};
use crate::domain::{
    ids::{EntryId, SignalId},
    signal::{CallBack, Entry, Signal, standing},
};

/// What a correction may say: reached, not reached, or that there was no such contact.
pub const REACHED_OR_NEVER: &[&str] = &["yes", "no", "never"];
/// Contact moments that are offered, the last ones.
const OFFERED: usize = 9;

impl State {
    /// The contact moments of a signal that stand, the last first.
    pub(super) fn standing_contacts(&self, signal: SignalId) -> Vec<&Entry> {
        let mut standing = self.whole(signal).map(|whole| standing(&whole.timeline)).unwrap_or_default();
        standing.reverse();
        standing
    }

    /// Corrects the one contact moment of the signal, or asks which.
    pub(super) fn open_contact_correction(&mut self) -> Vec<Effect> {
        let Some(signal) = self.current_signal() else { return vec![] };
        let line = |(at, entry): (usize, &Entry)| Item {
            letter: char::from_digit(at as u32 + 1, 10).unwrap_or(' '),
            label: entry.contact.as_ref().map(|contact| self.texts.contact(contact)).unwrap_or_default(),
            note: self.moment_of_server(entry.at),
            choice: Choice::Form(Purpose::CorrectContact(signal, entry.id)),
        };
        let items: Vec<Item> = self.standing_contacts(signal).into_iter().take(OFFERED).enumerate().map(line).collect();
        match &items[..] {
            [] => vec![],
            [only] => self.chosen(only.choice.clone()),
            _ => {
                let title = self.texts.with("choose-correct-contact", &[("number", self.short_number(signal).into())]);
                self.modals.push(Modal::Choose(Choose::new(title, items)));
                vec![]
            }
        }
    }

    /// Of the contact moment that was just saved: who it was with, which promised calls went with it, which stand, and how it is
    /// corrected. `after` is the signal as it is now; what is kept of it is still as it was before.
    pub(super) fn told_of_contact(&self, purpose: Purpose, after: &Signal) -> Option<String> {
        let (Purpose::Contact(_) | Purpose::CorrectContact(..)) = purpose else { return None };
        let latest = after.timeline.iter().find_map(|entry| entry.contact.as_ref())?;
        let stands = |before: &&CallBack| after.call_backs.iter().any(|now| now.number == before.number);
        let before = self.whole(after.id).map(|whole| whole.call_backs.as_slice()).unwrap_or_default();
        let gone: Vec<String> =
            before.iter().filter(|before| !stands(before)).map(|promise| self.promise_in_words(promise)).collect();
        let kept: Vec<String> = after.call_backs.iter().map(|promise| self.promise_in_words(promise)).collect();
        let mut told = vec![self.texts.contact(latest)];
        for (key, calls) in [("call-backs-gone", gone), ("call-backs-stand", kept)] {
            if !calls.is_empty() {
                told.push(self.texts.with(key, &[("calls", calls.join(", ").into())]));
            }
        }
        told.extend(latest.call_back_on.and_then(|_| self.on_whose_list(after)));
        Some(told.join(" "))
    }

    /// Of a call one promised on a signal that somebody else has, or nobody: that it is not on one's own list, and the key that puts it
    /// there.
    fn on_whose_list(&self, signal: &Signal) -> Option<String> {
        let me = self.me.as_ref()?.account;
        let key = ("key", self.way_to(Command::Claim).into());
        match signal.owner.as_ref().filter(|owner| owner.holds_at(self.server_now())) {
            Some(owner) if owner.account == me => None,
            Some(owner) => Some(self.texts.with("call-back-of-other", &[key, ("name", owner.name.line().into())])),
            None => Some(self.texts.with("call-back-of-nobody", &[key])),
        }
    }

    /// The command that puts right what was saved wrongly.
    pub(super) fn corrected_by(&self, command: Command) -> String {
        let key = self.way_to(command);
        self.texts.with("contact-corrected-by", &[("key", key.into())])
    }

    /// Opens the form that says how a contact moment was, with what was noted of it.
    pub(super) fn open_correction_of_contact(&mut self, signal: SignalId, entry: EntryId) -> Vec<Effect> {
        let Some(contact) =
            self.standing_contacts(signal).into_iter().find(|one| one.id == entry).and_then(|one| one.contact.clone())
        else {
            let known = self.whole(signal).is_some();
            self.say_with(super::Tone::Info, if known { "correction-gone" } else { "not-read-yet" }, &[]);
            return self.read(signal);
        };
        let mut slots = contact_slots(contact.with.line().as_str());
        for slot in &mut slots {
            match slot.name {
                "contact-reached" => {
                    slot.kind = Kind::Choice(REACHED_OR_NEVER);
                    slot.field.set(if contact.reached { "yes" } else { "no" });
                }
                "contact-agreed" => slot.field.set(contact.agreed.line().as_str()),
                "contact-back" => {
                    let at = contact.call_back_at.map(|at| format!(" {at}")).unwrap_or_default();
                    slot.field
                        .set(&contact.call_back_on.map(|on| format!("{}{at}", super::date_input::dutch(on))).unwrap_or_default());
                }
                _ => {}
            }
        }
        let mut form = Form::new(Purpose::CorrectContact(signal, entry), self.subject(signal), slots);
        form.focus = usize::from(!self.plain);
        self.open_form(form)
    }
}
