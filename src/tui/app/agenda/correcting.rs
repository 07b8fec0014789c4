//! Correcting what was recorded about an item: a decision or an invitation that was written down wrong. It is said otherwise, or
//! taken back and put back; nothing of it is ever removed.

use super::{
    super::{
        Modal, State, Tone,
        choose::{Choice, Choose, Item},
        command::Command,
        form::{Form, Purpose},
        message::Effect,
    },
    AgendaChoice, AgendaForm, AgendaRow,
    inviting::name_of,
};
use crate::{
    api::meeting::{AgendaItemDetail, InvitationPatch, LetDecisionPatch},
    domain::{
        ids::{AgendaItemId, PartId},
        meeting::{Capacity, Invitation, InvitationFacts, ItemPaper, LetDecision, LetDecisionFacts, PartKind},
        organisation,
        text::RawText,
    },
};

/// What stands in the fields of a form about something that was read, and its version.
pub(super) type Begun = (i64, Vec<(&'static str, String)>);
/// What belongs to an item that was read.
pub(super) type Parts<'a> = (&'a [Invitation], &'a [LetDecision], &'a [ItemPaper]);

impl State {
    /// Which decision of the item; those that were taken back are among them.
    pub(super) fn menu_decisions(&mut self) -> Vec<Effect> {
        if let Some(effects) = self.needs_item(Command::CorrectDecision) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let decisions: Vec<LetDecision> =
            self.item_read_of(id).map(|(_, _, decisions, _)| decisions.to_vec()).unwrap_or_default();
        if decisions.is_empty() {
            self.say_with(Tone::Info, "agenda-nothing-decided", &[]);
            return vec![];
        }
        if let [one] = &decisions[..] {
            return self.menu_of_decision(one.id);
        }
        let withdrawn = self.texts.get("agenda-withdrawn");
        let items = decisions.iter().zip(1..).map(|(one, at)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: one.facts.text.line().into_string(),
            note: if one.withdrawn { withdrawn.clone() } else { self.body_words(&one.facts.bodies, ", ") },
            choice: Choice::Agenda(AgendaChoice::Decision(one.id)),
        });
        let items = items.collect();
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-agenda-decision"), items)));
        vec![]
    }

    /// What is to become of a decision.
    pub(super) fn menu_of_decision(&mut self, part: PartId) -> Vec<Effect> {
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let found = self.item_read_of(id).and_then(|(_, _, all, _)| all.iter().find(|one| one.id == part)).cloned();
        let Some(found) = found else {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return vec![];
        };
        let withdraw = AgendaChoice::Withdraw(PartKind::Decision, part, found.version, !found.withdrawn);
        let note = Choice::Agenda(withdraw);
        let items = match found.withdrawn {
            true => vec![Item::of(&self.texts, "agenda-decision-restore", note)],
            false => {
                let form = Choice::Form(Purpose::Agenda(AgendaForm::Decision(id, part)));
                vec![
                    Item::of(&self.texts, "agenda-decision-correct", form),
                    Item::of(&self.texts, "agenda-decision-withdraw", note),
                ]
            }
        };
        let about = vec![found.facts.text.line().into_string(), self.body_words(&found.facts.bodies, ", ")];
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-agenda-decided"), items).about(about)));
        vec![]
    }

    /// Opens the form that corrects a decision or an invitation; what stands in it comes from what was read, or is read now.
    pub(super) fn open_correction(&mut self, kind: AgendaForm, item: AgendaItemId, part: PartId) -> Vec<Effect> {
        let title = self.replica.agendas().item(item).map(|item| self.item_title(item)).unwrap_or_default();
        let slots = match kind {
            AgendaForm::Decision(..) => self.decision_slots(kind),
            AgendaForm::Paper(..) => self.paper_slots(),
            _ => self.invite_slots(kind),
        };
        // What stands in it comes with what was read.
        let slots = slots.into_iter().map(|slot| slot.with("")).collect();
        let mut form = Form::new(Purpose::Agenda(kind), title, slots);
        let parts = self.item_read_of(item).map(|(_, invitations, decisions, _)| (invitations, decisions, self.papers_of(item)));
        let begun = parts.and_then(|parts| self.begun(kind, part, parts));
        if let Some((version, values)) = &begun {
            for (name, value) in values {
                form.begin(name, value);
            }
            form.seen = Some(*version);
        }
        let mut effects = self.open_form(form);
        if begun.is_none() {
            effects.extend(self.read_item(item));
        }
        effects
    }

    /// What stands in the fields of a form about an item that was read.
    pub(super) fn begun_of(&self, purpose: Purpose, found: &AgendaItemDetail) -> Option<Begun> {
        match purpose {
            Purpose::Agenda(
                kind @ (AgendaForm::Decision(_, part) | AgendaForm::Invitation(_, part) | AgendaForm::Paper(_, part)),
            ) => self.begun(kind, part, (&found.invitations, &found.decisions, &found.papers)),
            _ => Some((found.item.version, self.values_of_item(purpose, &found.item.facts)?)),
        }
    }

    fn begun(&self, kind: AgendaForm, part: PartId, (invitations, decisions, papers): Parts<'_>) -> Option<Begun> {
        match kind {
            AgendaForm::Paper(..) => {
                let found = papers.iter().find(|one| one.id == part)?;
                Some((found.version, self.paper_values(&found.facts)))
            }
            AgendaForm::Decision(..) => {
                let found = decisions.iter().find(|one| one.id == part)?;
                Some((found.version, self.decision_values(&found.facts)))
            }
            _ => {
                let found = invitations.iter().find(|one| one.id == part)?;
                Some((found.version, self.invitation_values(&found.facts)))
            }
        }
    }

    fn decision_values(&self, facts: &LetDecisionFacts) -> Vec<(&'static str, String)> {
        vec![
            ("let-decision", facts.text.raw().to_owned()),
            ("let-decision-for", self.body_names(&facts.bodies)),
            ("let-decision-room", facts.legal_room.raw().to_owned()),
        ]
    }

    fn invitation_values(&self, facts: &InvitationFacts) -> Vec<(&'static str, String)> {
        vec![
            ("let-body", self.reference.body(&facts.organisation)),
            ("let-capacity", facts.capacity.to_string()),
            ("let-name", name_of(facts)),
            ("let-function", facts.function.raw().to_owned()),
            ("let-mail", facts.mail.raw().to_owned()),
        ]
    }

    /// What a form changes of a decision.
    pub(super) fn decision_patch(&self, form: &Form) -> LetDecisionPatch {
        let changed = |name: &str| form.is_changed(name).then(|| RawText::from(form.text(name).trim()));
        let bodies = || self.reference.organisations_in(form.text("let-decision-for")).unwrap_or_default();
        LetDecisionPatch {
            text: changed("let-decision"),
            bodies: form.is_changed("let-decision-for").then(bodies),
            legal_room: changed("let-decision-room"),
            withdrawn: None,
        }
    }

    /// What a form changes of an invitation. Another body or name is another person than the one of the register.
    pub(super) fn invitation_patch(&self, form: &Form) -> Option<InvitationPatch> {
        let changed = |name: &str| form.is_changed(name).then(|| RawText::from(form.text(name).trim()));
        let body = organisation::find(&self.reference.organisations, form.text("let-body"))?.code.clone();
        let capacity = Capacity::from_code(form.text("let-capacity"))?;
        let another = form.is_changed("let-body") || form.is_changed("let-name");
        Some(InvitationPatch {
            organisation: form.is_changed("let-body").then_some(body),
            officer: another.then_some(None),
            function: changed("let-function"),
            name: changed("let-name"),
            mail: changed("let-mail"),
            capacity: form.is_changed("let-capacity").then_some(capacity),
            ..InvitationPatch::default()
        })
    }
}
