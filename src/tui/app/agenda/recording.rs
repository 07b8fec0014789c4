//! During the meeting: a decision or a commitment about the item on the table, recorded as spoken.

use super::{
    super::{
        State,
        arrangements::ArrangementCall,
        date_input::Side,
        form::{Form, Kind, Slot},
        message::{Call, Effect},
    },
    AgendaForm,
};
use crate::{
    api::{arrangement::NewArrangement, meeting::NewLetDecision},
    domain::{
        commitment::{CommitmentFacts, CommitmentSource, Due},
        ids::AgendaItemId,
        meeting::LetDecisionFacts,
        organisation,
        text::RawText,
    },
};

impl State {
    pub(super) fn open_decide(&mut self) -> Vec<Effect> {
        match self.agenda_item().map(|item| item.id) {
            Some(id) => self.open_agenda_form(AgendaForm::Decide(id)),
            None => vec![],
        }
    }

    pub(super) fn open_commit(&mut self) -> Vec<Effect> {
        match self.agenda_item().map(|item| item.id) {
            Some(id) => self.open_agenda_form(AgendaForm::Commit(id)),
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

    /// Who promises is one of the participants: the first body with the person who comes for it is there already.
    pub(super) fn commitment_slots(&self, kind: AgendaForm) -> Vec<Slot> {
        let body = self.bodies_of(kind).split(';').next().unwrap_or_default().trim().to_owned();
        let comes = kind.item().and_then(|id| self.item_read_of(id)).and_then(|(_, invitations, ..)| {
            let promises = organisation::find(&self.reference.organisations, &body).map(|found| &found.code);
            invitations
                .iter()
                .find(|one| one.is_asked() && Some(&one.facts.organisation) == promises)
                .map(|one| super::inviting::name_of(&one.facts))
        });
        vec![
            Slot::new("commitment-text", Kind::Line, 0).required(),
            Slot::new("commitment-body", Kind::Organisation, 1).required().with(&body),
            Slot::new("commitment-person", Kind::Line, 1).with(&comes.unwrap_or_default()),
            Slot::new("commitment-due", Kind::Date(Side::Future), 2).required(),
            Slot::new("commitment-to", Kind::Line, 3),
        ]
    }

    pub(super) fn commitment_of(&self, id: AgendaItemId, form: &Form) -> Option<Call> {
        let agendas = self.replica.agendas();
        let item = agendas.item(id)?;
        let meeting = item.meeting.and_then(|id| agendas.meeting(id));
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let due = form.slots.iter().find(|slot| slot.name == "commitment-due")?.date(self.today)?;
        let source = meeting.map(|meeting| CommitmentSource::AgendaItem { meeting: meeting.number, item: id, on: self.today });
        let facts = CommitmentFacts {
            text: raw("commitment-text"),
            organisation: organisation::find(&self.reference.organisations, form.text("commitment-body"))?.code.clone(),
            person: raw("commitment-person"),
            to: raw("commitment-to"),
            source,
            due: Due::on(due),
            evidence: RawText::default(),
        };
        let call = ArrangementCall::RecordCommitment(NewArrangement { signal: item.signal?.to_string(), facts });
        Some(Call::Arrange(Box::new(call)))
    }
}
