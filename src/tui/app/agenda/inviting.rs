//! Who is invited for an item: the escalation contacts of each body from the register, the director first, and what they
//! answered. Nobody is invited twice for one item.

use super::{
    super::{
        Modal, State, Tone,
        choose::{Choice, Choose, Item},
        command::Command,
        form::{Form, Kind, Purpose, Slot},
        message::Effect,
    },
    AgendaChoice, AgendaForm, AgendaRow,
};
use crate::{
    api::meeting::{InvitationPatch, NewInvitation},
    domain::{
        ids::{OrganisationCode, PartId},
        meeting::{Addressee, Answer, Capacity, ESCALATION, Invitation, InvitationFacts, PartKind, contact},
        officer::{Officer, Standing},
        organisation,
        text::RawText,
    },
};

/// What the capacity of an invitation may be.
const CAPACITY: &[&str] = &["director", "deputy", "other"];

impl State {
    /// Whom to invite: of each body of the item its escalation contacts, and somebody else.
    pub(super) fn menu_invite(&mut self) -> Vec<Effect> {
        if let Some(effects) = self.needs_item(Command::Invite) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        if let Some(effects) = self.needs_others(id, Command::Invite) {
            return effects;
        }
        let Some((item, invitations)) = self.item_detail(id) else { return vec![] };
        let bodies: Vec<OrganisationCode> = item.facts.bodies.iter().map(|body| body.organisation.clone()).collect();
        let mut found: Vec<InvitationFacts> = bodies.iter().flat_map(|body| self.contacts_of(body)).collect();
        found.retain(|facts| !invitations.iter().any(|one| !one.withdrawn && is_same(&one.facts, facts)));
        // They stand in the order of the bodies; the cursor is on the first of a body for which nobody is invited.
        let led = |code: &OrganisationCode| {
            invitations
                .iter()
                .any(|one| one.is_asked() && one.facts.organisation == *code && one.facts.capacity != Capacity::Other)
        };
        let cursor = found.iter().position(|facts| !led(&facts.organisation)).unwrap_or(0);
        let mut items: Vec<Item> = found
            .into_iter()
            .zip(1..)
            .map(|(facts, at)| Item {
                letter: char::from_digit(at, 10).unwrap_or('·'),
                label: format!("{}  {}", self.body_word(&facts.organisation), name_of(&facts)),
                // Who cannot be there is known before one chooses.
                note: match self.clash_words(id, &facts) {
                    Some(words) => format!("! {words}"),
                    None => format!("{}  {}", self.texts.get(&format!("form-choice-{}", facts.capacity)), facts.mail.line()),
                },
                choice: Choice::Agenda(AgendaChoice::Invite(id, Box::new(facts))),
            })
            .collect();
        items.push(Item {
            letter: self.texts.get("agenda-invite-other-letter").chars().next().unwrap_or(' '),
            label: self.texts.get("agenda-invite-other"),
            note: String::new(),
            choice: Choice::Form(Purpose::Agenda(AgendaForm::Invite(id))),
        });
        let title = self.texts.get("choose-agenda-invite");
        self.modals.push(Modal::Choose(Choose::new(title, items).at(cursor)));
        vec![]
    }

    /// Whom of a body to send to when nobody of it is asked.
    pub(super) fn contact_at(&self, body: &OrganisationCode) -> Option<Addressee> {
        contact(&self.officers_of(body), self.today)
    }

    fn officers_of(&self, body: &OrganisationCode) -> Vec<Officer> {
        let officers = self.replica.officers();
        let rows = (0..officers.len()).filter_map(|at| officers.get(at)).filter(|row| row.organisation() == body.as_str());
        rows.map(|row| row.officer()).collect()
    }

    /// The escalation contacts of a body: its director as the register names one, and its escalation officers as deputies.
    fn contacts_of(&self, body: &OrganisationCode) -> Vec<InvitationFacts> {
        let mut all = self.officers_of(body);
        all.retain(|officer| officer.facts.standing(self.today) != Standing::EntryEnded);
        let escalates = |officer: &&Officer| officer.facts.role_code == ESCALATION;
        let director = all.iter().find(|officer| !officer.facts.escalation.is_blank());
        let mail = all.iter().find(escalates).or(director).map(|officer| officer.facts.mail.clone()).unwrap_or_default();
        let director = director.map(|officer| InvitationFacts {
            organisation: body.clone(),
            officer: None,
            function: RawText::default(),
            name: officer.facts.escalation.clone(),
            mail: mail.clone(),
            capacity: Capacity::Director,
            mandate_confirmed: false,
            answer: Answer::Open,
            answered_for: None,
        });
        let deputies = all.iter().filter(escalates).map(|officer| InvitationFacts {
            organisation: body.clone(),
            officer: Some(officer.id),
            function: officer.facts.title.clone(),
            name: officer.facts.name.clone(),
            mail: officer.facts.mail.clone(),
            capacity: Capacity::Deputy,
            mandate_confirmed: false,
            answer: Answer::Open,
            answered_for: None,
        });
        director.into_iter().chain(deputies).collect()
    }

    pub(super) fn invite_slots(&self, kind: AgendaForm) -> Vec<Slot> {
        let bodies = kind.item().and_then(|id| self.replica.agendas().item(id)).map(|item| item.bodies.clone());
        let first = bodies.and_then(|bodies| bodies.first().cloned());
        let first = first.map(|code| self.reference.body(&code)).unwrap_or_default();
        vec![
            Slot::new("let-body", Kind::Organisation, 0).required().with(&first),
            Slot::new("let-capacity", Kind::Choice(CAPACITY), 1).with("director"),
            Slot::new("let-name", Kind::Line, 2).required(),
            Slot::new("let-function", Kind::Line, 3),
            Slot::new("let-mail", Kind::Exempt, 4),
        ]
    }

    pub(super) fn invitation_of(&self, form: &Form) -> Option<NewInvitation> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        Some(NewInvitation {
            facts: InvitationFacts {
                organisation: organisation::find(&self.reference.organisations, form.text("let-body"))?.code.clone(),
                officer: None,
                function: raw("let-function"),
                name: raw("let-name"),
                mail: raw("let-mail"),
                capacity: Capacity::from_code(form.text("let-capacity"))?,
                mandate_confirmed: false,
                answer: Answer::Open,
                answered_for: None,
            },
        })
    }

    /// Which invitation of the item: what was answered is noted. The cursor is on the first of this body who did not accept with a
    /// mandate yet, and did not decline.
    pub(super) fn menu_invitations(&mut self, body: Option<&OrganisationCode>) -> Vec<Effect> {
        if let Some(effects) = self.needs_item(Command::AnswerInvitation) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let Some((_, invitations)) = self.item_detail(id) else { return vec![] };
        let stand: Vec<Invitation> = invitations.iter().filter(|one| !one.withdrawn).cloned().collect();
        if stand.is_empty() {
            self.say_with(Tone::Info, "agenda-nobody-invited", &[]);
            return vec![];
        }
        if let [one] = &stand[..] {
            return self.menu_of_invitation(one.id);
        }
        let items = stand.iter().zip(1..).map(|(one, at)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: format!("{}  {}", self.body_word(&one.facts.organisation), name_of(&one.facts)),
            note: self.answer_words(&one.facts),
            choice: Choice::Agenda(AgendaChoice::Invitation(one.id)),
        });
        let items = items.collect();
        let waits = |one: &Invitation| {
            let of_body = body.is_none_or(|body| one.facts.organisation == *body);
            of_body && one.is_asked() && !(one.facts.answer == Answer::Accepted && one.facts.mandate_confirmed)
        };
        let cursor = stand.iter().position(waits).unwrap_or(0);
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-agenda-invitation"), items).at(cursor)));
        vec![]
    }

    /// What is to be noted about an invitation.
    pub(super) fn menu_of_invitation(&mut self, part: PartId) -> Vec<Effect> {
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let found = self.item_detail(id).and_then(|(_, all)| all.iter().find(|one| one.id == part)).cloned();
        let Some(found) = found else {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return vec![];
        };
        let answer = |answer| InvitationPatch { answer: Some(answer), ..InvitationPatch::default() };
        let mandate = |confirmed| InvitationPatch { mandate_confirmed: Some(confirmed), ..InvitationPatch::default() };
        let both = InvitationPatch { mandate_confirmed: Some(true), ..answer(Answer::Accepted) };
        let lines = [
            ("agenda-accepted-mandate", both),
            ("agenda-accepted", answer(Answer::Accepted)),
            ("agenda-declined", answer(Answer::Declined)),
            ("agenda-no-answer", answer(Answer::Open)),
            if found.facts.mandate_confirmed { ("agenda-no-mandate", mandate(false)) } else { ("agenda-mandate", mandate(true)) },
        ];
        let correct = Choice::Agenda(AgendaChoice::CorrectInvitation(id, part));
        let correct = Item::of(&self.texts, "agenda-invitation-correct", correct);
        let line = |(key, patch): (&str, InvitationPatch)| Item {
            letter: self.texts.get(&format!("{key}-letter")).chars().next().unwrap_or(' '),
            label: self.texts.get(key),
            note: String::new(),
            choice: Choice::Agenda(AgendaChoice::Note(part, found.version, Box::new(patch))),
        };
        let withdraw = Choice::Agenda(AgendaChoice::Withdraw(PartKind::Invitation, part, found.version, true));
        let withdraw = Item::of(&self.texts, "agenda-withdraw", withdraw);
        let items = lines.into_iter().map(line).chain([withdraw, correct]).collect();
        let title = format!("{}, {}", name_of(&found.facts), self.answer_words(&found.facts));
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// `komt, mandaat bevestigd`.
    pub fn answer_words(&self, facts: &InvitationFacts) -> String {
        let answer = self.texts.get(&format!("let-answer-{}", facts.answer));
        let mandate = self.texts.get(if facts.mandate_confirmed { "let-mandate" } else { "let-no-mandate" });
        format!("{answer}, {mandate}")
    }
}

/// The name, or the function when there is none.
pub fn name_of(facts: &InvitationFacts) -> String {
    let name = facts.name.line();
    if name.as_str().trim().is_empty() { facts.function.line().into_string() } else { name.into_string() }
}

fn is_same(one: &InvitationFacts, other: &InvitationFacts) -> bool {
    let same_name = one.organisation == other.organisation && one.name.raw().trim() == other.name.raw().trim();
    one.officer.is_some() && one.officer == other.officer || same_name
}
