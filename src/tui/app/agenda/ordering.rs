//! Changes of place: shown at once, sent one after the other, and laid over what the server tells until it tells the same. So
//! two moves of one item never overtake each other, and what somebody else moves meanwhile is seen too.

use super::{
    super::{
        State, Tone,
        acting::Why,
        actions::Pending,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaPending, AgendaRow,
    undoing::{AgendaDone, Change, Place},
};
use crate::{
    api::meeting::MoveItem,
    domain::{
        Date,
        ids::{AgendaItemId, MeetingId},
        meeting::{
            StandingItem,
            order::{self, GAP, Placed, Spot},
        },
        signal::Urgency,
    },
};

/// Where an item goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// Onto the agenda of this meeting, or to another place of it.
    Agenda(MeetingId, Spot),
    /// Among the candidates.
    Candidates,
    /// Nowhere: it is no candidate any more.
    Dropped,
}

/// A change of place that the server has not told of yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Which item.
    pub item: AgendaItemId,
    /// Where it goes.
    pub to: To,
    /// For itself, or to take something back or do it again?
    why: Why,
    /// Was it sent?
    sent: bool,
    /// The revision that the server answered with.
    made: Option<i64>,
}

impl State {
    /// The items of a meeting in the order that is shown.
    pub(super) fn order_of(&self, meeting: MeetingId) -> Vec<AgendaItemId> {
        let mut order: Vec<AgendaItemId> = self.replica.agendas().items(meeting).iter().map(|item| item.id).collect();
        for waiting in &self.agenda.waiting {
            match waiting.to {
                To::Agenda(to, spot) if to == meeting => order = placed(&order, waiting.item, spot),
                _ => order.retain(|id| *id != waiting.item),
            }
        }
        order
    }

    /// The candidates as they are shown: the most urgent first, then the one whose hard date comes first.
    pub(super) fn candidates(&self) -> Vec<AgendaItemId> {
        let mut all: Vec<AgendaItemId> = self.replica.agendas().candidates().iter().map(|item| item.id).collect();
        for waiting in &self.agenda.waiting {
            all.retain(|id| *id != waiting.item);
            // What belongs to its meeting is no candidate.
            if waiting.to == To::Candidates
                && self.replica.agendas().item(waiting.item).is_none_or(|item| item.standing.is_none())
            {
                all.push(waiting.item);
            }
        }
        let (agendas, signals) = (self.replica.agendas(), self.replica.signals());
        all.sort_by_cached_key(|id| {
            let signal = agendas.item(*id).and_then(|item| signals.get(signals.find(item.signal?)?));
            let urgency = signal.as_ref().and_then(|row| Urgency::ALL.iter().position(|one| *one == row.urgency()));
            let hard = signal.and_then(|row| row.hard_date().map(|date| date.on));
            (urgency.unwrap_or(usize::MAX), hard.unwrap_or(Date::MAX))
        });
        all
    }

    /// Where an item is, as it is shown.
    pub(super) fn place_of(&self, item: AgendaItemId) -> Place {
        let row = self.replica.agendas().item(item);
        let meeting = self.agenda.waiting.iter().rev().find(|waiting| waiting.item == item).map_or_else(
            || row.and_then(|row| row.meeting),
            |waiting| match waiting.to {
                To::Agenda(meeting, _) => Some(meeting),
                To::Candidates | To::Dropped => None,
            },
        );
        let dropped = match self.agenda.waiting.iter().rev().find(|waiting| waiting.item == item) {
            Some(waiting) => waiting.to == To::Dropped,
            None => row.is_some_and(|row| row.dropped),
        };
        let Some(meeting) = meeting else { return if dropped { Place::Nowhere } else { Place::Candidate } };
        let order = self.order_of(meeting);
        let at = order.iter().position(|id| *id == item).unwrap_or_default();
        Place::After(meeting, at.checked_sub(1).map(|before| order[before]))
    }

    /// The items an action works on: the marked ones in order, else the one under the cursor.
    pub(super) fn item_targets(&self) -> Vec<AgendaItemId> {
        let marked = |row: &AgendaRow| row.item().filter(|id| self.agenda.marks.contains(id));
        let marked: Vec<AgendaItemId> = self.agenda.rows.iter().filter_map(marked).collect();
        if marked.is_empty() { self.agenda.current.and_then(AgendaRow::item).into_iter().collect() } else { marked }
    }

    /// Moves what is marked, or what is under the cursor, one place up or down; several stay together.
    pub(super) fn shift(&mut self, down: bool) -> Vec<Effect> {
        let Some(meeting) = self.agenda.meeting else { return vec![] };
        let targets = self.item_targets();
        let order = self.order_of(meeting);
        let at = |id: &AgendaItemId| order.iter().position(|one| one == id);
        let places: Vec<usize> = targets.iter().filter_map(at).collect();
        let (Some(first), Some(last)) = (places.iter().min().copied(), places.iter().max().copied()) else { return vec![] };
        let rest: Vec<AgendaItemId> = order.iter().copied().filter(|id| !targets.contains(id)).collect();
        // Among those that stay: how many stand before them now, and one more or less.
        let before = order[..if down { last } else { first }].iter().filter(|id| !targets.contains(id)).count();
        let before = match down {
            true if before < rest.len() => before + 1,
            false if before > 0 => before - 1,
            _ => {
                self.say_with(Tone::Info, if down { "agenda-at-end" } else { "agenda-at-top" }, &[]);
                return vec![];
            }
        };
        let mut spot = before.checked_sub(1).map_or(Spot::First, |at| Spot::After(rest[at]));
        let mut moves = vec![];
        for item in targets {
            moves.push((item, To::Agenda(meeting, spot)));
            spot = Spot::After(item);
        }
        self.put(moves, "past-agenda-move")
    }

    /// Puts items somewhere, as one action that can be taken back.
    pub(super) fn put(&mut self, moves: Vec<(AgendaItemId, To)>, what: &'static str) -> Vec<Effect> {
        if moves.is_empty() {
            return vec![];
        }
        let steps = moves.iter().map(|(item, to)| Change::Place { item: *item, back: self.place_of(*item), done: *to }).collect();
        self.did_on_agenda(AgendaDone::new(what, steps));
        self.put_quietly(moves, Why::Wanted)
    }

    /// The same, when it takes something back or does it again.
    pub(super) fn put_quietly(&mut self, moves: Vec<(AgendaItemId, To)>, why: Why) -> Vec<Effect> {
        for (item, to) in moves {
            // What was not sent yet need not be: only where it ends counts.
            let last = self.agenda.waiting.last_mut().filter(|last| last.item == item && !last.sent && last.why == why);
            let within = |to: &To| matches!(to, To::Agenda(..));
            match last {
                Some(last) if within(&last.to) && within(&to) => last.to = to,
                _ => self.agenda.waiting.push(Waiting { item, to, why, sent: false, made: None }),
            }
        }
        self.choose_agenda_anew();
        self.count_candidates();
        let mut effects = self.send_next_move();
        effects.extend(self.rest());
        effects
    }

    /// An item went there by a form: as long as its row does not tell so, that is laid over it.
    pub(super) fn went(&mut self, item: AgendaItemId, to: To, revision: i64) {
        self.agenda.waiting.push(Waiting { item, to, why: Why::Wanted, sent: true, made: Some(revision) });
        self.settle_waiting();
    }

    /// Sends the first change of place, when none is under way.
    fn send_next_move(&mut self) -> Vec<Effect> {
        if self.agenda.waiting.iter().any(|waiting| waiting.sent && waiting.made.is_none()) {
            return vec![];
        }
        let Some(next) = self.agenda.waiting.iter_mut().find(|waiting| !waiting.sent) else { return vec![] };
        next.sent = true;
        let (item, to) = (next.item, next.to);
        let call = match to {
            To::Agenda(meeting, spot) => {
                let after = if let Spot::After(item) = spot { Some(item) } else { None };
                AgendaCall::Move(item, MoveItem { meeting: Some(meeting.to_string()), after, first: spot == Spot::First })
            }
            To::Candidates => AgendaCall::TakeOff(item),
            To::Dropped => AgendaCall::Drop(item),
        };
        let request = self.request(Pending::Agenda(AgendaPending::Place(item)));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Agenda(Box::new(call)), draft: None }]
    }

    /// The server answered a change of place: it is there when its row tells so. What was refused is shown as it is there, and
    /// what was to follow is not sent.
    pub(super) fn placed(&mut self, item: AgendaItemId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let sent = self.agenda.waiting.iter().position(|waiting| waiting.item == item && waiting.sent && waiting.made.is_none());
        match reply {
            Ok(Answer::Agenda(answer)) => {
                if let (AgendaAnswer::Item(found), Some(at)) = (*answer, sent) {
                    self.agenda.waiting[at].made = Some(found.item.revision);
                }
            }
            Ok(_) => {}
            Err(refusal) => {
                let why = sent.map_or(Why::Wanted, |at| self.agenda.waiting[at].why);
                self.agenda.waiting.retain(|waiting| waiting.made.is_some());
                match why {
                    Why::Wanted => self.forget_done(),
                    Why::Undo | Why::Redo => self.forget_again(why),
                }
                self.fail(&refusal);
            }
        }
        self.settle_waiting();
        self.choose_agenda_anew();
        self.count_candidates();
        let mut effects = self.send_next_move();
        effects.extend(self.rest());
        effects
    }

    /// What the rows tell by now need not be laid over them any more.
    pub(in super::super) fn settle_waiting(&mut self) {
        let agendas = self.replica.agendas();
        let told = |waiting: &Waiting| {
            let row = agendas.item(waiting.item);
            waiting.made.is_some_and(|made| row.is_some_and(|row| made <= row.revision))
        };
        self.agenda.waiting.retain(|waiting| !told(waiting));
    }

    /// The slot of an item or candidate.
    pub(super) fn slot_of(&self, id: AgendaItemId) -> u16 {
        self.replica.agendas().item(id).map_or(1, |item| item.slot)
    }

    /// Where an item of this slot goes that comes: after the others of its slot, before what closes the meeting.
    pub(super) fn before_close(&self, meeting: MeetingId, slot: u16) -> Spot {
        let agendas = self.replica.agendas();
        let closes = |id: &AgendaItemId| {
            agendas.item(*id).is_some_and(|item| matches!(item.standing, Some(StandingItem::Lessons | StandingItem::Close)))
        };
        let later = |id: &AgendaItemId| agendas.item(*id).is_some_and(|item| item.slot > slot);
        match self.order_of(meeting).iter().rev().find(|id| !closes(id) && !later(id)) {
            Some(last) => Spot::After(*last),
            None => Spot::Last,
        }
    }
}

/// In this order, the item at that spot: by the rule the server goes by.
fn placed(order: &[AgendaItemId], item: AgendaItemId, spot: Spot) -> Vec<AgendaItemId> {
    let mut ranks: Vec<Placed> = order.iter().zip(0..).map(|(item, at)| Placed { item: *item, rank: at * GAP }).collect();
    // What it was to follow went away: at the end, until the server says.
    let moved = order::place(&ranks, item, spot).or_else(|_| order::place(&ranks, item, Spot::Last)).unwrap_or_default();
    for one in moved {
        match ranks.iter_mut().find(|rank| rank.item == one.item) {
            Some(rank) => rank.rank = one.rank,
            None => ranks.push(one),
        }
    }
    order::sort(&mut ranks);
    ranks.into_iter().map(|one| one.item).collect()
}
