//! Who could not be there if invited: known before somebody is chosen, by the rule the server goes by. Agendas that are at the same
//! time are read for it, so that nobody is asked twice for one hour.

use std::sync::Arc;

use super::{
    super::{
        State,
        actions::Pending,
        command::Command,
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaPending,
    deeds::Wanted,
};
use crate::{
    api::meeting::AgendaDetail,
    domain::{
        Instant,
        ids::{AccountId, AgendaItemId, MeetingId, PartId},
        meeting::{Booking, Invitation, InvitationFacts, Part, clashes},
        text::RawText,
        zone,
    },
};

impl State {
    /// When the item is dealt with.
    fn times_of(&self, item: AgendaItemId) -> Option<(Instant, Instant)> {
        let times = self.agenda.schedule.items.iter().find(|times| times.item == item)?;
        Some((times.starts_at?, times.ends_at?))
    }

    /// The other meetings that are held while an item is dealt with.
    fn at_once(&self, item: AgendaItemId) -> Vec<MeetingId> {
        let Some((starts, ends)) = self.times_of(item) else { return vec![] };
        let all = self.replica.agendas().meetings();
        let overlaps = all.into_iter().filter(|meeting| Some(meeting.id) != self.agenda.meeting && meeting.state.is_open());
        let overlaps = overlaps.filter(|meeting| meeting.slots.iter().any(|slot| starts < slot.ends_at && slot.starts_at < ends));
        overlaps.map(|meeting| meeting.id).collect()
    }

    fn other_agenda(&self, id: MeetingId) -> Option<&AgendaDetail> {
        let row = self.replica.agendas().meeting(id)?;
        let found = self.agenda.others.iter().find(|read| read.meeting.id == id)?;
        (found.meeting.agenda_version >= row.agenda_version).then_some(found)
    }

    /// Does something about an item as soon as the agendas at the same time were read: now, when they were.
    pub(super) fn needs_others(&mut self, item: AgendaItemId, command: Command) -> Option<Vec<Effect>> {
        let unread = self.at_once(item).into_iter().find(|id| self.other_agenda(*id).is_none())?;
        self.agenda.wanted = Some(Wanted::Item(item, command));
        let request = self.request(Pending::Agenda(AgendaPending::Other(unread)));
        let call = Call::Agenda(Box::new(AgendaCall::ReadAgenda(unread)));
        Some(vec![Effect::Send { request, key: self.next_key(), call, draft: None }])
    }

    /// An agenda at the same time was read. One that cannot be read does not stand in the way: the server names who is asked twice
    /// once somebody is invited.
    pub(super) fn other_read(&mut self, id: MeetingId, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let wanted = self.agenda.wanted.take_if(|wanted| matches!(wanted, Wanted::Item(..)));
        self.agenda.others.retain(|read| read.meeting.id != id);
        match reply {
            Ok(Answer::Agenda(answer)) => {
                if let AgendaAnswer::Agenda(found) = *answer {
                    self.agenda.others.push(Arc::new(found));
                }
                if let (Some(Wanted::Item(_, command)), true) = (wanted, self.other_agenda(id).is_some()) {
                    return self.run(command);
                }
            }
            Ok(_) => {}
            Err(refusal) => self.fail(&refusal),
        }
        vec![]
    }

    /// Why somebody could not be there for an item, in words; nothing: nothing is known against it.
    pub(super) fn clash_words(&self, item: AgendaItemId, facts: &InvitationFacts) -> Option<String> {
        let (starts_at, ends_at) = self.times_of(item)?;
        let meeting = self.agenda.meeting.and_then(|id| self.replica.agendas().meeting(id))?;
        let here = Booking { meeting: meeting.number, item, starts_at, ends_at, invitation: asked(item, facts, starts_at) };
        let elsewhere: Vec<Booking> = self.agenda.others.iter().flat_map(|read| bookings(read)).collect();
        let officers = self.replica.officers();
        let officer = |id| officers.find(id).and_then(|row| officers.get(row)).map(|row| row.officer().facts);
        // Whom one may ask comes from the register as it is here, so nobody is missing from it because it was not read yet.
        let first = clashes(&[here], &elsewhere, officer).into_iter().next()?;
        let clock = first.other_starts_at.map(zone::hour_minute);
        let values = [
            ("meeting", first.other_meeting.map(|number| number.to_string()).unwrap_or_default().into()),
            ("time", clock.map(|(hour, minute)| format!("{hour:02}:{minute:02}")).unwrap_or_default().into()),
        ];
        Some(self.texts.with(&format!("invite-clash-{}", first.kind), &values))
    }
}

/// Somebody as if asked for an item.
fn asked(item: AgendaItemId, facts: &InvitationFacts, at: Instant) -> Invitation {
    let nobody = uuid::Uuid::nil();
    Part {
        id: PartId(nobody),
        version: 0,
        item,
        facts: facts.clone(),
        withdrawn: false,
        recorded_at: at,
        recorded_by: AccountId(nobody),
        recorded_by_name: RawText::default(),
    }
}

/// Who is asked for what, and when, of an agenda.
fn bookings(read: &AgendaDetail) -> Vec<Booking> {
    let of = |entry: &crate::api::meeting::AgendaEntry| -> Vec<Booking> {
        let (Some(starts_at), Some(ends_at)) = (entry.times.starts_at, entry.times.ends_at) else { return vec![] };
        let booking = |invitation: &Invitation| Booking {
            meeting: read.meeting.number,
            item: entry.item.id,
            starts_at,
            ends_at,
            invitation: invitation.clone(),
        };
        entry.invitations.iter().filter(|one| one.is_asked()).map(booking).collect()
    };
    read.items.iter().flat_map(of).collect()
}
