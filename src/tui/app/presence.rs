//! Who is at a signal: this window says where it is, and hears of the others. It warns and never keeps anybody from anything; without
//! a connection nobody is there, since nobody knows.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::{
    Modal, Pane, State, Tone,
    message::{Effect, Link},
};
use crate::domain::{
    Instant,
    ids::{AccountId, SignalId},
    presence::{Doing, Presence, REPEATED},
    text::{RawText, SafeText},
};

/// Who has not touched a key for so long does not say any more that he is there.
const AT_THE_KEYS: TimeDelta = TimeDelta::seconds(110);

/// Where this window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// The signal.
    pub signal: SignalId,
    /// What is done there.
    pub doing: Doing,
}

/// What is known of the others.
#[derive(Debug, Clone, Default)]
pub struct Present {
    /// Every other window, who is there longest first.
    windows: Vec<Presence>,
    /// Whom it was said of that they edit what is edited here: who, what, since when.
    said: BTreeSet<(SignalId, AccountId, Instant)>,
    /// The line about a colleague who edits too, as it was said last.
    line: Option<SafeText>,
}

impl Present {
    /// Nobody is there as far as is known: the connection is gone.
    pub(super) fn forget(&mut self) {
        self.windows.clear();
    }
}

/// Somebody at a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person<'a> {
    /// The name.
    pub name: &'a RawText,
    /// Is it another window of whoever sits here?
    pub own: bool,
    /// What is done there.
    pub doing: Doing,
    /// Since when.
    pub since: Instant,
    by: AccountId,
}

/// What was told of this window last, and when: it is told anew when it changes, and now and then while somebody is at the keys.
#[derive(Debug, Default)]
pub struct Told(Option<(Option<Here>, Instant)>);

impl Told {
    /// What is to be told now, if anything. Asked after whatever happened, so that it needs no clock of its own.
    pub fn due(&mut self, state: &State) -> Option<Option<Here>> {
        if state.link != Link::Live {
            self.0 = None;
            return None;
        }
        let here = state.here();
        let is_due = match self.0 {
            None => here.is_some(),
            Some((before, _)) if before != here => true,
            Some((_, at)) => here.is_some() && (state.now - at).abs() >= REPEATED && state.now - state.touched < AT_THE_KEYS,
        };
        is_due.then(|| {
            self.0 = Some((here, state.now));
            here
        })
    }

    /// Do others see this window somewhere?
    pub fn is_seen(&self) -> bool {
        self.0.is_some_and(|(here, _)| here.is_some())
    }
}

impl State {
    /// The signal that this window looks at or edits.
    pub fn here(&self) -> Option<Here> {
        if self.locked || self.alone || !self.may("signal.read") {
            return None;
        }
        if let Some(signal) = self.edited_signal() {
            return Some(Here { signal, doing: Doing::Editing });
        }
        let is_shown = match self.pane {
            Pane::Signals => self.signals.open.is_some() || self.areas().preview.is_some(),
            Pane::Agenda => self.agenda.open.is_some() || self.areas().preview.is_some(),
            Pane::Board => self.board.open.is_some() || self.areas().preview.is_some(),
            Pane::Register | Pane::Traces => false,
        };
        // Where the cursor passes by nobody looks.
        let signal = self.current_signal().filter(|_| is_shown && !self.is_moving())?;
        Some(Here { signal, doing: Doing::Looking })
    }

    /// The signal that the uppermost form is about.
    fn edited_signal(&self) -> Option<SignalId> {
        let form = self.modals.iter().rev().find_map(|modal| if let Modal::Form(form) = modal { Some(form) } else { None })?;
        let purpose = form.purpose;
        // Of what is under the cursor: the clock, the arrangement, the item of its case.
        let of_row = purpose.is_about_time_out() || purpose.is_about_arrangement() || purpose.agenda_item().is_some();
        purpose.signal().or_else(|| self.current_signal().filter(|_| of_row))
    }

    /// Who else is at a signal, who edits first, each person once and other windows of one's own last.
    pub fn people_at(&self, id: SignalId) -> Vec<Person<'_>> {
        let me = self.me.as_ref().map(|me| me.account);
        let mut people: Vec<Person> = vec![];
        for window in self.present.windows.iter().filter(|window| window.object == id) {
            let own = Some(window.by) == me;
            let person = Person { name: &window.name, own, doing: window.doing, since: window.since, by: window.by };
            match people.iter_mut().find(|known| known.by == window.by) {
                Some(known) if known.doing == Doing::Looking && window.doing == Doing::Editing => *known = person,
                Some(_) => {}
                None => people.push(person),
            }
        }
        people.sort_by_key(|person| (person.own, person.doing != Doing::Editing, person.since));
        people
    }

    /// Is anybody else anywhere?
    pub fn is_anybody_there(&self) -> bool {
        !self.present.windows.is_empty()
    }

    /// Every other window there is.
    pub(super) fn present_are(&mut self, windows: Vec<Presence>) -> Vec<Effect> {
        self.present.windows = windows;
        if self.says_who_edits() && self.who_edits().is_none() {
            self.message = None;
        }
        vec![]
    }

    /// Is what stands below the line about a colleague who edits too?
    pub(super) fn says_who_edits(&self) -> bool {
        self.message.as_ref().is_some_and(|message| Some(&message.text) == self.present.line.as_ref())
    }

    /// A colleague who edits what is edited here, and what that is.
    fn who_edits(&self) -> Option<(SignalId, Person<'_>)> {
        let id = self.edited_signal().filter(|_| self.is_anybody_there())?;
        let edits = |person: &Person| !person.own && person.doing == Doing::Editing;
        Some((id, self.people_at(id).into_iter().find(edits)?))
    }

    /// Says of a colleague who edits what is edited here that it is so, once; one's own other window is no warning.
    pub(super) fn say_who_edits(&mut self) {
        let Some((id, other)) = self.who_edits() else { return };
        let (known, name) = ((id, other.by, other.since), other.name.line());
        if self.present.said.insert(known) {
            let values = [("name", name.as_str().into()), ("time", super::past::clock(known.2).into())];
            self.say_with(Tone::Warn, "present-edits-too", &values);
            self.present.line = self.message.as_ref().map(|message| message.text.clone());
        }
    }

    /// `J. Bakker bewerkt sinds 09:41`.
    pub fn words_of_person(&self, person: &Person) -> String {
        let key = match (person.own, person.doing) {
            (true, Doing::Looking) => "present-own-looks",
            (true, Doing::Editing) => "present-own-edits",
            (false, Doing::Looking) => "present-looks",
            (false, Doing::Editing) => "present-edits",
        };
        let name = SafeText::line(person.name.raw()).into_string();
        self.texts.with(key, &[("name", name.into()), ("time", super::past::clock(person.since).into())])
    }
}
