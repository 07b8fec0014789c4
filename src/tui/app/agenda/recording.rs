//! During the meeting: a decision or a commitment about the item on the table, recorded as spoken.

use super::{
    super::{
        Modal, State,
        arrangements::ArrangementCall,
        choose::{Choice, Choose, Item},
        command::Command,
        form::{Form, Kind, Purpose, Slot},
        message::{Call, Effect},
    },
    AgendaChoice, AgendaForm, AgendaRow,
    inviting::name_of,
};
use crate::{
    api::{arrangement::NewArrangement, meeting::NewLetDecision},
    domain::{
        Date,
        commitment::{CommitmentFacts, CommitmentSource},
        ids::{AgendaItemId, PartId},
        meeting::{Invitation, LetDecisionFacts},
        organisation,
        text::RawText,
        zone,
    },
};

impl State {
    pub(super) fn open_decide(&mut self) -> Vec<Effect> {
        match self.agenda_item().map(|item| item.id) {
            Some(id) => self.open_agenda_form(AgendaForm::Decide(id)),
            None => vec![],
        }
    }

    /// The bodies of an item, as they are typed.
    fn bodies_of(&self, kind: AgendaForm) -> String {
        let item = kind.item().and_then(|id| self.replica.agendas().item(id));
        item.map(|item| self.body_names(&item.bodies)).unwrap_or_default()
    }

    pub(super) fn decision_slots(&self, kind: AgendaForm) -> Vec<Slot> {
        vec![
            Slot::new("let-decision", Kind::Block, 0).required(),
            Slot::new("let-decision-for", Kind::Organisations, 1).required().with(&self.bodies_of(kind)),
            Slot::new("let-decision-room", Kind::Line, 2),
        ]
    }

    pub(super) fn decision_of(&self, form: &Form) -> Option<NewLetDecision> {
        let bodies = self.reference.organisations_in(form.text("let-decision-for")).ok()?;
        let facts = LetDecisionFacts {
            text: RawText::from(form.text("let-decision").trim()),
            bodies,
            legal_room: RawText::from(form.text("let-decision-room").trim()),
        };
        Some(NewLetDecision { facts })
    }

    /// Who promises is one of the participants: chosen first, when there are several.
    pub(super) fn open_commit(&mut self) -> Vec<Effect> {
        if let Some(effects) = self.needs_item(Command::Commit) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let come: Vec<Invitation> = self.coming(id);
        if come.len() < 2 {
            return self.open_commit_by(id, come.first());
        }
        let choice = |part| Choice::Agenda(AgendaChoice::Commit(id, part));
        let mut items: Vec<Item> = come
            .iter()
            .zip(1..)
            .map(|(one, at)| Item {
                letter: char::from_digit(at, 10).unwrap_or('·'),
                label: format!("{}  {}", self.body_word(&one.facts.organisation), name_of(&one.facts)),
                note: self.answer_words(&one.facts),
                choice: choice(Some(one.id)),
            })
            .collect();
        items.push(Item::of(&self.texts, "agenda-commit-other", choice(None)));
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-agenda-commit"), items)));
        vec![]
    }

    /// Who was chosen promises.
    pub(super) fn commit_by(&mut self, item: AgendaItemId, part: Option<PartId>) -> Vec<Effect> {
        let who = self.coming(item).into_iter().find(|one| Some(one.id) == part);
        self.open_commit_by(item, who.as_ref())
    }

    fn open_commit_by(&mut self, item: AgendaItemId, who: Option<&Invitation>) -> Vec<Effect> {
        let effects = self.open_agenda_form(AgendaForm::Commit(item));
        if let (Some(who), Some(Modal::Form(form))) = (who, self.modals.last_mut()) {
            form.begin("commitment-body", &self.reference.body(&who.facts.organisation));
            form.begin("commitment-person", &name_of(&who.facts));
        }
        effects
    }

    /// Another body promises: who was proposed of the one before gives way to who comes for this one, or to nobody. A name that somebody
    /// typed stays.
    pub(in super::super) fn follow_body(&mut self) {
        let Some(Modal::Form(form)) = self.modals.last() else { return };
        let Purpose::Agenda(AgendaForm::Commit(item)) = form.purpose else { return };
        if form.is_changed("commitment-person") {
            return;
        }
        let Some(body) = organisation::find(&self.reference.organisations, form.text("commitment-body")) else { return };
        let who = self.coming(item).into_iter().find(|one| one.facts.organisation == body.code);
        let name = who.as_ref().map(|one| name_of(&one.facts)).unwrap_or_default();
        if let Some(Modal::Form(form)) = self.modals.last_mut() {
            form.begin("commitment-person", &name);
        }
    }

    /// Who is asked for an item, as far as it was read.
    fn coming(&self, item: AgendaItemId) -> Vec<Invitation> {
        let invitations = self.item_read_of(item).map(|(_, invitations, ..)| invitations).unwrap_or_default();
        invitations.iter().filter(|one| one.is_asked()).cloned().collect()
    }

    /// The day on which something was promised at an item: that of its meeting, also when it is recorded later.
    fn promised_on(&self, id: AgendaItemId) -> Date {
        let agendas = self.replica.agendas();
        let at = agendas.item(id).and_then(|item| Some((agendas.meeting(item.meeting?)?, item.slot)));
        let slot =
            at.and_then(|(meeting, slot)| meeting.slots.get(usize::from(slot).checked_sub(1)?).or_else(|| meeting.slots.last()));
        let day = slot.map(|slot| zone::last_date_until(slot.ends_at));
        day.map_or(self.today, |day| day.min(self.today))
    }

    pub(super) fn commitment_slots(&self, id: AgendaItemId) -> Vec<Slot> {
        vec![
            Slot::new("commitment-text", Kind::Line, 0).required(),
            Slot::new("commitment-body", Kind::Organisation, 1).required(),
            Slot::new("commitment-person", Kind::Line, 1),
            Slot::new("commitment-due", Kind::Due, 2).required().counted_from(self.promised_on(id)),
            Slot::new("commitment-to", Kind::Line, 3),
        ]
    }

    pub(super) fn commitment_of(&self, id: AgendaItemId, form: &Form) -> Option<Call> {
        let agendas = self.replica.agendas();
        let item = agendas.item(id)?;
        let meeting = item.meeting.and_then(|id| agendas.meeting(id));
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let due = form.slots.iter().find(|slot| slot.name == "commitment-due")?.due(self.today)?;
        let source =
            meeting.map(|meeting| CommitmentSource::AgendaItem { meeting: meeting.number, item: id, on: self.promised_on(id) });
        let facts = CommitmentFacts {
            text: raw("commitment-text"),
            organisation: organisation::find(&self.reference.organisations, form.text("commitment-body"))?.code.clone(),
            person: raw("commitment-person"),
            to: raw("commitment-to"),
            source,
            due,
            evidence: RawText::default(),
        };
        let call =
            ArrangementCall::RecordCommitment(NewArrangement { signal: item.signal?.to_string(), facts, imported_from: None });
        Some(Call::Arrange(Box::new(call)))
    }
}
