//! Taking back what was written in an item, a meeting, or a decision, invitation or paper, and writing it again: as one step, and only
//! where what was written still stands.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{
    super::{
        State, Tone,
        acting::{Done, Why},
        command::Command,
        message::Effect,
    },
    AgendaCall, AgendaDone,
    deeds::{Deed, Wanted},
    undoing::Change,
};
use crate::{
    api::meeting::{AgendaItemDetail, MeetingDetail},
    domain::{
        ids::{AgendaItemId, MeetingId, PartId},
        meeting::{Part, PartKind},
    },
};

/// What was written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// An item.
    Item(AgendaItemId),
    /// What is said about a meeting.
    Meeting(MeetingId),
    /// A decision, invitation or paper of an item.
    Part(PartKind, AgendaItemId, PartId),
}

/// Fields by name, as they are sent.
pub(super) type Fields = Map<String, Value>;

impl Written {
    /// The key of what it was, in words.
    fn past(self) -> &'static str {
        match self {
            Self::Item(_) => "past-agenda-text",
            Self::Meeting(_) => "past-agenda-about",
            Self::Part(kind, ..) => past_of_part(kind),
        }
    }

    /// Writes these fields as it was seen in this version.
    fn call(self, version: i64, to: &Fields) -> AgendaCall {
        match self {
            Self::Item(id) => AgendaCall::Edit(id, version, patch(to)),
            Self::Meeting(id) => AgendaCall::Amend(id, version, patch(to)),
            Self::Part(PartKind::Invitation, _, part) => AgendaCall::Invitation(part, version, patch(to)),
            Self::Part(PartKind::Decision, _, part) => AgendaCall::CorrectDecision(part, version, patch(to)),
            Self::Part(PartKind::Paper, _, part) => AgendaCall::ChangePaper(part, version, patch(to)),
        }
    }
}

/// The key of what was done to a part, in words.
pub(super) fn past_of_part(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Invitation => "past-agenda-invite",
        PartKind::Decision => "past-agenda-decision",
        PartKind::Paper => "past-agenda-paper",
    }
}

impl State {
    /// An item was written in: what it said before is kept, if that was read here.
    pub(super) fn wrote(&mut self, found: &AgendaItemDetail) -> bool {
        let (id, version) = (found.item.id, found.item.version);
        let before = self.read_at(id, version - 1).map(fields);
        self.wrote_in(Written::Item(id), before, &fields(&found.item.facts))
    }

    /// A part of an item was corrected.
    pub(super) fn wrote_part(&mut self, kind: PartKind, part: PartId, found: &AgendaItemDetail) -> bool {
        let Some((version, after)) = part_in(kind, part, (&found.invitations, &found.decisions, &found.papers)) else {
            return false;
        };
        let before = self.part_at(kind, found.item.id, part, version - 1);
        self.wrote_in(Written::Part(kind, found.item.id, part), before, &after)
    }

    /// A meeting is said to be otherwise.
    pub(super) fn wrote_meeting(&mut self, found: &MeetingDetail) -> bool {
        let (id, version) = (found.item.id, found.item.version);
        let before = self.agenda_detail(id).filter(|read| read.meeting.version == version - 1);
        let before = before.map(|read| fields(&read.meeting.facts));
        self.wrote_in(Written::Meeting(id), before, &fields(&found.item.facts))
    }

    /// A part was recorded: taking it back withdraws it.
    pub(super) fn made_part(&mut self, kind: PartKind, found: &AgendaItemDetail) -> bool {
        fn newest<F>(all: &[Part<F>]) -> Option<PartId> {
            all.iter().filter(|one| one.version == 1).max_by_key(|one| one.recorded_at).map(|one| one.id)
        }
        let part = match kind {
            PartKind::Invitation => newest(&found.invitations),
            PartKind::Decision => newest(&found.decisions),
            PartKind::Paper => newest(&found.papers),
        };
        let Some(part) = part else { return false };
        let change = Change::Withdrawn { kind, item: found.item.id, part, withdrawn: false };
        self.did_on_agenda(AgendaDone::new(past_of_part(kind), vec![change]));
        true
    }

    fn wrote_in(&mut self, what: Written, before: Option<Fields>, after: &Fields) -> bool {
        let Some(before) = before else { return false };
        let (back, done) = (between(after, &before), between(&before, after));
        if done.is_empty() {
            return false;
        }
        self.did_on_agenda(AgendaDone::new(what.past(), vec![Change::Text { what, back, done }]));
        true
    }

    /// Writes what it said before, unless somebody else wrote in one of the same fields since. What was not read is read first.
    pub(super) fn write_again(
        &mut self,
        what: Written,
        (was, to): (Fields, Fields),
        why: Why,
        effects: &mut Vec<Effect>,
    ) -> Option<Change> {
        let Some((version, now)) = self.written_now(what) else {
            let change = Change::Text { what, back: to, done: was };
            let again = Done {
                steps: vec![],
                at: self.now,
                agenda: Some(AgendaDone::new(what.past(), vec![change])),
                said: None,
                saved_since: None,
            };
            let command = match why {
                Why::Redo => {
                    self.past.undone.push(again);
                    Command::Redo
                }
                Why::Undo | Why::Wanted => {
                    self.past.done.push(again);
                    Command::Undo
                }
            };
            match what {
                Written::Item(item) | Written::Part(_, item, _) => {
                    self.agenda.wanted = Some(Wanted::Item(item, command));
                    effects.extend(self.read_item(item));
                }
                Written::Meeting(id) => {
                    self.agenda.wanted = Some(Wanted::Meeting(id, command));
                    effects.extend(self.read_for_agenda(AgendaCall::ReadAgenda(id)));
                }
            }
            return None;
        };
        if !says(&now, &was) {
            let agendas = self.replica.agendas();
            let title = match what {
                Written::Item(item) | Written::Part(_, item, _) => agendas.item(item).map(|row| self.item_title(row)),
                Written::Meeting(id) => agendas.meeting(id).map(|row| row.number.to_string()),
            };
            self.say_with(Tone::Warn, "agenda-text-since", &[("title", title.unwrap_or_default().into())]);
            return None;
        }
        effects.extend(self.do_on_agenda(Deed::Again(why), what.call(version, &to)));
        Some(Change::Text { what, back: was, done: to })
    }

    /// What it says now and in which version, if that was read.
    fn written_now(&self, what: Written) -> Option<(i64, Fields)> {
        match what {
            Written::Item(item) => self.item_read_of(item).map(|(now, ..)| (now.version, fields(&now.facts))),
            Written::Meeting(id) => {
                let row = self.replica.agendas().meeting(id)?;
                let read = self.agenda_detail(id).filter(|read| read.meeting.version >= row.version)?;
                Some((read.meeting.version, fields(&read.meeting.facts)))
            }
            Written::Part(kind, item, part) => {
                let (_, invitations, decisions, _) = self.item_read_of(item)?;
                part_in(kind, part, (invitations, decisions, self.papers_of(item)))
            }
        }
    }

    /// What a part said in this version, if it was read then.
    fn part_at(&self, kind: PartKind, item: AgendaItemId, part: PartId, version: i64) -> Option<Fields> {
        let alone = self.agenda.items.iter().filter(|read| read.item.id == item);
        let alone = alone.filter_map(|read| part_in(kind, part, (&read.invitations, &read.decisions, &read.papers)));
        let entries = self.agenda.read.iter().flat_map(|read| &read.items).filter(|entry| entry.item.id == item);
        let entries = entries.filter_map(|entry| part_in(kind, part, (&entry.invitations, &entry.decisions, &entry.papers)));
        alone.chain(entries).find(|(known, _)| *known == version).map(|(_, said)| said)
    }

    /// A part that was taken back is put back, or the other way round.
    pub(super) fn withdraw_again(
        &mut self,
        (kind, item, part): (PartKind, AgendaItemId, PartId),
        (withdrawn, why): (bool, Why),
        effects: &mut Vec<Effect>,
    ) -> Option<Change> {
        let (version, _) = self.written_now(Written::Part(kind, item, part))?;
        effects.extend(self.do_on_agenda(Deed::Again(why), withdrawal(kind, part, version, withdrawn)));
        Some(Change::Withdrawn { kind, item, part, withdrawn })
    }
}

/// Takes a part back as it was seen in this version, or puts it back.
pub(super) fn withdrawal(kind: PartKind, part: PartId, version: i64, withdrawn: bool) -> AgendaCall {
    let to = Map::from_iter([("withdrawn".to_owned(), Value::Bool(withdrawn))]);
    Written::Part(kind, AgendaItemId(part.0), part).call(version, &to)
}

/// The version of a part among what was read, and what it says.
fn part_in(
    kind: PartKind,
    part: PartId,
    (invitations, decisions, papers): super::correcting::Parts<'_>,
) -> Option<(i64, Fields)> {
    match kind {
        PartKind::Invitation => invitations.iter().find(|one| one.id == part).map(|one| (one.version, fields(&one.facts))),
        PartKind::Decision => decisions.iter().find(|one| one.id == part).map(|one| (one.version, fields(&one.facts))),
        PartKind::Paper => papers.iter().find(|one| one.id == part).map(|one| (one.version, fields(&one.facts))),
    }
}

fn fields(of: &impl Serialize) -> Fields {
    match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// Fields as a request has them.
fn patch<P: DeserializeOwned + Default>(of: &Fields) -> P {
    serde_json::from_value(Value::Object(of.clone())).unwrap_or_default()
}

/// What differs from `before`, as `after` says it.
fn between(before: &Fields, after: &Fields) -> Fields {
    let mut after = after.clone();
    after.retain(|name, value| before.get(name) != Some(value));
    after
}

/// Does it say what these fields say?
fn says(now: &Fields, told: &Fields) -> bool {
    told.iter().all(|(name, value)| now.get(name) == Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        api::{
            item_paper::ItemPaperPatch,
            meeting::{AgendaItemPatch, InvitationPatch, LetDecisionPatch, MeetingPatch},
        },
        domain::meeting::AgendaItemFacts,
    };

    #[test]
    fn what_differs_is_told_both_ways() {
        let before = AgendaItemFacts::titled("Kind".into(), 30);
        let after = AgendaItemFacts { stalemate: "Ieder wacht.".into(), minutes: 20, ..before.clone() };
        let (was, is) = (fields(&before), fields(&after));
        let done = between(&was, &is);
        let sent: AgendaItemPatch = patch(&done);
        assert_eq!((sent.minutes, sent.stalemate.as_ref().map(|text| text.raw())), (Some(20), Some("Ieder wacht.")));
        assert_eq!((&sent.title, &sent.grounds), (&None, &None));
        assert!(says(&is, &done) && !says(&was, &done));
        let back = between(&is, &was);
        assert!(says(&was, &back) && patch::<AgendaItemPatch>(&back).stalemate.is_some_and(|text| text.raw().is_empty()));
        // Somebody else wrote elsewhere in it: that does not stand in the way.
        assert!(says(&fields(&AgendaItemFacts { presenter: "J. Bakker".into(), ..after }), &done));
    }

    #[test]
    fn every_field_of_what_can_be_written_again_is_one_of_its_request() {
        let of = |text: &str| -> Fields { serde_json::from_str(text).unwrap() };
        let meeting = of(r#"{"slots":[],"place":"a","video":"","chair":"","secretary":"","confidentiality":"","papersDays":2}"#);
        let decision = of(r#"{"text":"a","bodies":["CAK"],"legalRoom":""}"#);
        let paper = of(r#"{"title":"a","on":null,"text":"","address":"","bodies":[]}"#);
        let invitation = of(
            r#"{"organisation":"CAK","officer":null,"function":"","name":"a","mail":"","capacity":"director","mandateConfirmed":true,"answer":"open"}"#,
        );
        assert_eq!(fields(&patch::<MeetingPatch>(&meeting)), meeting);
        assert_eq!(fields(&patch::<LetDecisionPatch>(&decision)), decision);
        assert_eq!(fields(&patch::<ItemPaperPatch>(&paper)), paper);
        assert_eq!(fields(&patch::<InvitationPatch>(&invitation)), invitation);
    }
}
