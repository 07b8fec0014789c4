//! Taking back what was done to an agenda, and doing it again: a change of its own, as everywhere.

use super::{
    super::{
        State, Tone,
        acting::{Done, Why},
        message::Effect,
    },
    AgendaCall,
    deeds::Deed,
    ordering::To,
    rewriting::{Fields, Written},
};
use crate::{
    api::meeting::AgendaItemPatch,
    domain::{
        ids::{AgendaItemId, MeetingId, PartId},
        meeting::{PartKind, order::Spot},
    },
};

/// Where an item was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On this agenda, after that item; nothing: at the top.
    After(MeetingId, Option<AgendaItemId>),
    /// A candidate.
    Candidate,
    /// Nowhere: no candidate, and on no agenda.
    Nowhere,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An item went somewhere.
    Place {
        /// Which.
        item: AgendaItemId,
        /// Where it was.
        back: Place,
        /// Where it went.
        done: To,
    },
    /// An item takes other minutes.
    Minutes {
        /// Which.
        item: AgendaItemId,
        /// Minutes before.
        back: u16,
        /// Minutes after.
        done: u16,
    },
    /// An invitation, decision or paper was taken back, or made or put back.
    Withdrawn {
        /// What it is.
        kind: PartKind,
        /// Of which item.
        item: AgendaItemId,
        /// Which.
        part: PartId,
        /// Was it taken back?
        withdrawn: bool,
    },
    /// Something was written.
    Text {
        /// In what.
        what: Written,
        /// What those fields said before.
        back: Fields,
        /// What they say now.
        done: Fields,
    },
}

/// An action on an agenda that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaDone {
    /// The key of what it was, in words.
    pub what: &'static str,
    pub(super) changes: Vec<Change>,
    /// What this takes back, or does again: it comes back when that is refused.
    was: Vec<Change>,
}

impl AgendaDone {
    pub(super) fn new(what: &'static str, changes: Vec<Change>) -> Self {
        Self { what, changes, was: vec![] }
    }
}

impl State {
    /// What was done, with what it was about: `tekst van S-503  Kind zonder zorgverzekering`.
    pub(in super::super) fn words_of_agenda(&self, done: &AgendaDone) -> String {
        let agendas = self.replica.agendas();
        let title = |change: &Change| match change {
            Change::Text { what: Written::Meeting(id), .. } => agendas.meeting(*id).map(|meeting| meeting.number.to_string()),
            Change::Text { what: Written::Item(item) | Written::Part(_, item, _), .. }
            | Change::Place { item, .. }
            | Change::Minutes { item, .. }
            | Change::Withdrawn { item, .. } => agendas.item(*item).map(|item| self.item_title(item)),
        };
        let title = done.changes.first().and_then(title).unwrap_or_default();
        let fields = match done.changes.first() {
            Some(Change::Text { done, .. }) => self.texts.changed(&done.keys().cloned().collect::<Vec<_>>(), &[]),
            _ => String::new(),
        };
        let meeting = done.changes.first().and_then(|change| match change {
            Change::Place { done: To::Agenda(meeting, _), .. } => {
                agendas.meeting(*meeting).map(|meeting| meeting.number.to_string())
            }
            _ => None,
        });
        let meeting = meeting.unwrap_or_else(|| "none".into());
        let values = [
            ("count", done.changes.len().into()),
            ("title", title.into()),
            ("fields", fields.into()),
            ("meeting", meeting.into()),
        ];
        self.texts.with(done.what, &values)
    }

    /// The number of the meeting whose fixed agenda this changed; nothing: it is not fixed.
    pub(in super::super) fn fixed_by(&self, done: &AgendaDone) -> Option<String> {
        let agendas = self.replica.agendas();
        let meeting = |change: &Change| match change {
            Change::Text { what: Written::Meeting(id), .. } => Some(*id),
            Change::Text { what: Written::Item(item) | Written::Part(_, item, _), .. }
            | Change::Place { item, .. }
            | Change::Minutes { item, .. }
            | Change::Withdrawn { item, .. } => agendas.item(*item)?.meeting,
        };
        let mut all = done.changes.iter().filter_map(|change| agendas.meeting(meeting(change)?));
        all.find(|meeting| meeting.edition.is_some()).map(|meeting| meeting.number.to_string())
    }

    /// Remembers what was done.
    pub(super) fn did_on_agenda(&mut self, done: AgendaDone) {
        // Pressing the same again and again is taken back in one go.
        if let (Some(Done { agenda: Some(last), saved_since, .. }), [Change::Place { item, done: to, .. }]) =
            (self.past.done.last_mut(), &done.changes[..])
            && let [Change::Place { item: before, done: at, .. }] = &mut last.changes[..]
            && before == item
            && last.what == done.what
            && done.what == "past-agenda-move"
            && saved_since.is_none()
        {
            *at = *to;
            self.past.undone.clear();
            return;
        }
        self.past.undone.clear();
        self.past.done.push(Done { steps: vec![], at: self.now, agenda: Some(done), said: None, saved_since: None });
        if self.past.done.len() > super::super::acting::MOST_KEPT {
            self.past.done.remove(0);
        }
    }

    /// What took something back, or did it again, was refused: it did not happen, so it stands where it stood.
    pub(super) fn forget_again(&mut self, why: Why) {
        let (to, from) = match why {
            Why::Undo => (&mut self.past.undone, &mut self.past.done),
            Why::Redo | Why::Wanted => (&mut self.past.done, &mut self.past.undone),
        };
        let Some(Done { agenda: Some(refused), at, .. }) = to.pop_if(|done| done.agenda.is_some()) else { return };
        if !refused.was.is_empty() {
            let stands = AgendaDone::new(refused.what, refused.was);
            from.push(Done { steps: vec![], at, agenda: Some(stands), said: None, saved_since: None });
        }
    }

    /// What was done was refused: it did not happen.
    pub(super) fn forget_done(&mut self) {
        if self.past.done.last().is_some_and(|done| done.agenda.is_some()) {
            self.past.done.pop();
        }
    }

    /// Takes an action back, or does it again.
    pub(in super::super) fn reverse_on_agenda(&mut self, done: AgendaDone, why: Why) -> Vec<Effect> {
        let is_there = |change: &Change| match change {
            Change::Place { item, .. } => self.replica.agendas().item(*item).is_some(),
            _ => true,
        };
        if !done.changes.iter().all(is_there) {
            // Its row is still on its way.
            let stands = Done { steps: vec![], at: self.now, agenda: Some(done), said: None, saved_since: None };
            if why == Why::Undo {
                self.past.done.push(stands)
            } else {
                self.past.undone.push(stands)
            }
            self.say_with(Tone::Info, "agenda-on-its-way", &[]);
            return vec![];
        }
        let mut moves = vec![];
        let mut effects = vec![];
        let mut reversed = vec![];
        // In the order it was done: each place names what stands before it.
        for change in &done.changes {
            let opposite = match change.clone() {
                Change::Place { item, done, .. } if !self.stands_there(item, done) => {
                    self.say_moved_since(item);
                    None
                }
                Change::Place { item, back: Place::Nowhere, .. } if self.was_written_in(item) => None,
                Change::Place { item, back, .. } => {
                    let to = match back {
                        Place::After(meeting, Some(before)) => To::Agenda(meeting, Spot::After(before)),
                        Place::After(meeting, None) => To::Agenda(meeting, Spot::First),
                        Place::Candidate => To::Candidates,
                        Place::Nowhere => To::Dropped,
                    };
                    let was = self.place_of(item);
                    // What is on an agenda is taken off before it is dropped.
                    if let (Place::After(..), To::Dropped) = (was, to) {
                        moves.push((item, To::Candidates));
                    }
                    moves.push((item, to));
                    Some(Change::Place { item, back: was, done: to })
                }
                Change::Minutes { item, back, done } => self.minutes_again(item, (done, back), why, &mut effects),
                Change::Withdrawn { kind, item, part, withdrawn } => {
                    self.withdraw_again((kind, item, part), (!withdrawn, why), &mut effects)
                }
                Change::Text { what, back, done } => self.write_again(what, (done, back), why, &mut effects),
            };
            reversed.extend(opposite);
        }
        if reversed.is_empty() {
            return effects;
        }
        // Said in the words it was done in, also when it is taken back: `op de agenda van LET-48`.
        let what = match why {
            Why::Undo => self.words_of_agenda(&done),
            _ => self.words_of_agenda(&AgendaDone::new(done.what, reversed.clone())),
        };
        // What could not be taken back was said, and stays said.
        let all = reversed.len() == done.changes.len();
        let key = if why == Why::Undo { "undone-several" } else { "redone-several" };
        if all {
            self.say_with(Tone::Undone, key, &[("what", what.into())]);
        }
        let reversed = AgendaDone { was: done.changes, ..AgendaDone::new(done.what, reversed) };
        let reversed = Done { steps: vec![], at: self.now, agenda: Some(reversed), said: None, saved_since: None };
        if why == Why::Undo {
            self.past.undone.push(reversed)
        } else {
            self.past.done.push(reversed)
        }
        if !moves.is_empty() {
            effects.extend(self.put_quietly(moves, why));
        }
        effects
    }

    /// Is an item still where it was put? Within its agenda it may have moved.
    fn stands_there(&self, item: AgendaItemId, put: To) -> bool {
        match (self.place_of(item), put) {
            (Place::After(meeting, _), To::Agenda(to, _)) => meeting == to,
            (Place::Candidate | Place::Nowhere, To::Candidates | To::Dropped) => true,
            _ => false,
        }
    }

    /// Somebody else put it elsewhere since: there it stays.
    fn say_moved_since(&mut self, item: AgendaItemId) {
        let Some(row) = self.replica.agendas().item(item).cloned() else { return };
        let meeting = row.meeting.and_then(|id| self.replica.agendas().meeting(id)).map(|meeting| meeting.number.to_string());
        let title = self.item_title(&row);
        match meeting {
            Some(meeting) => {
                self.say_with(Tone::Warn, "agenda-moved-since", &[("title", title.into()), ("meeting", meeting.into())]);
            }
            None => self.say_with(Tone::Warn, "agenda-off-since", &[("title", title.into())]),
        }
    }

    /// Was anything written in a proposal since it was made? Then it stays, which is said.
    fn was_written_in(&mut self, item: AgendaItemId) -> bool {
        let Some(row) = self.replica.agendas().item(item).filter(|row| row.version > 1).cloned() else { return false };
        self.say_with(Tone::Warn, "let-written-since", &[("title", self.item_title(&row).into())]);
        true
    }

    fn minutes_again(
        &mut self,
        item: AgendaItemId,
        (was, to): (u16, u16),
        why: Why,
        effects: &mut Vec<Effect>,
    ) -> Option<Change> {
        let row = self.replica.agendas().item(item)?.clone();
        if row.minutes != was {
            // Somebody gave it other minutes since: that stays.
            self.say_with(Tone::Warn, "agenda-changed-since", &[("title", self.item_title(&row).into())]);
            return None;
        }
        let patch = AgendaItemPatch { minutes: Some(to), ..AgendaItemPatch::default() };
        effects.extend(self.do_on_agenda(Deed::Again(why), AgendaCall::Edit(item, row.version, patch)));
        Some(Change::Minutes { item, back: was, done: to })
    }
}
