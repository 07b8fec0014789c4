//! Writing in an item: its parts with what is missing, a form for each, and what a form changes. Only what was changed is sent,
//! so that two people who write in different fields do not stand in each other's way.

use super::{
    super::{
        Modal, State, Tone,
        choose::{Choice, Choose, Item},
        command::Command,
        date_input::Side,
        form::{Form, Kind, Purpose, Slot},
        message::Effect,
        reference::Reference,
    },
    AgendaChoice, AgendaForm, AgendaRow, BodyKey, ItemPart,
    bodies::typed_names,
    listed::{self, attempts, options, written},
    meeting_form::told,
};
use crate::{
    api::meeting::AgendaItemPatch,
    domain::{
        ids::{AgendaItemId, OrganisationCode, PartId},
        meeting::{AgendaItem, AgendaItemFacts, Capacity, Invitation, ItemBody, ItemGround, Missing, MissingKind},
        text::RawText,
    },
};

/// The time slots of a meeting, as many as it can have.
const SLOTS: &[&str] =
    &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];

/// The part in which something that is missing is written; nothing: it is an invitation.
pub fn part_of(missing: &Missing, facts: &AgendaItemFacts) -> Option<ItemPart> {
    Some(match missing.kind {
        MissingKind::Title | MissingKind::Slot | MissingKind::Stalemate | MissingKind::DecisionAsked => ItemPart::Head,
        MissingKind::Facts | MissingKind::FactsTooLong => ItemPart::Facts,
        MissingKind::Tried => ItemPart::Tried,
        MissingKind::Bodies | MissingKind::NationalBody => ItemPart::Bodies,
        MissingKind::Position => ItemPart::Body(BodyKey::of(missing.organisation.as_ref()?.as_str())),
        MissingKind::Perspective => ItemPart::Perspective,
        MissingKind::Options => ItemPart::Options,
        MissingKind::Ground => ItemPart::Ground(u8::try_from(facts.grounds.len()).unwrap_or(u8::MAX)),
        _ => return None,
    })
}

/// The field of a part in which it is written.
fn field_of(kind: MissingKind) -> &'static str {
    match kind {
        MissingKind::Slot => "let-slot",
        MissingKind::Stalemate => "let-stalemate",
        MissingKind::DecisionAsked => "let-decision-asked",
        _ => "",
    }
}

impl State {
    /// The parts of the item under the cursor, with the cursor on the first in which something is missing.
    pub(super) fn menu_parts(&mut self) -> Vec<Effect> {
        if let Some(effects) = self.needs_item(Command::EditItem) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let Some((item, _, _, missing)) = self.item_read_of(id) else { return vec![] };
        let facts = &item.facts;
        let mut parts = vec![ItemPart::Head, ItemPart::Facts];
        if item.signal.is_some() {
            parts.extend([ItemPart::Tried, ItemPart::Perspective, ItemPart::Options, ItemPart::Bodies]);
            parts.extend(facts.bodies.iter().map(|body| ItemPart::Body(BodyKey::of(body.organisation.as_str()))));
            parts.extend((0..=facts.grounds.len()).filter_map(|at| u8::try_from(at).ok()).map(ItemPart::Ground));
        }
        let lacks = |part: ItemPart| missing.iter().filter(move |one| part_of(one, facts) == Some(part)).count();
        let cursor = parts.iter().position(|part| lacks(*part) > 0);
        let line = |(part, at): (&ItemPart, u32)| {
            let name = self.part_name(item, *part);
            let note = match lacks(*part) {
                0 => String::new(),
                count => self.texts.with("agenda-lacks", &[("count", count.into())]),
            };
            let choice = Choice::Form(Purpose::Agenda(AgendaForm::Item(id, *part)));
            Item { letter: char::from_digit(at, 36).unwrap_or('·'), label: name, note, choice }
        };
        let mut items: Vec<Item> = parts.iter().zip(1..).map(line).collect();
        // Who does not come yet is not written in a form: those lines lead to the invitations.
        let people = missing.iter().filter(|one| part_of(one, facts).is_none());
        items.extend(people.map(|one| {
            let label = self.lacks_words(one);
            let answers = Choice::Agenda(AgendaChoice::Answers(one.organisation.clone()));
            let invites = one.kind.invites();
            let (command, choice) =
                if invites { (Command::Invite, Choice::Run(Command::Invite)) } else { (Command::AnswerInvitation, answers) };
            Item { letter: '·', label, note: self.keymap.shown(command).unwrap_or_default(), choice }
        }));
        let people = (items.len() > parts.len()).then_some(parts.len());
        if matches!(self.agenda.current, Some(AgendaRow::Item(_))) {
            items.push(Item::of(&self.texts, "agenda-edit-meeting", Choice::Run(Command::EditMeeting)));
        }
        let cursor = cursor.or(people).unwrap_or(0);
        let title = self.agenda_item().map(|item| self.item_title(item)).unwrap_or_default();
        self.modals.push(Modal::Choose(Choose::new(title, items).at(cursor)));
        vec![]
    }

    fn part_name(&self, item: &AgendaItem, part: ItemPart) -> String {
        let name = self.texts.get(AgendaForm::Item(item.id, part).title());
        match part {
            ItemPart::Body(key) => {
                let body = body_of(&item.facts, key).map(|body| self.body_word(&body.organisation));
                format!("{name}: {}", body.unwrap_or_default())
            }
            ItemPart::Ground(at) => match item.facts.grounds.get(usize::from(at)) {
                Some(ground) => format!("{name}: {}", ground.basis.line()),
                None => self.texts.get("agenda-new-ground"),
            },
            _ => name,
        }
    }

    /// Opens the form, or the menu, for the first thing that is missing of the item under the cursor.
    pub(super) fn open_missing(&mut self) -> Vec<Effect> {
        if let Some(effects) = self.needs_item(Command::Open) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let Some((item, _, _, missing)) = self.item_read_of(id) else { return vec![] };
        let Some(first) = missing.first().cloned() else {
            self.say_with(Tone::Info, "agenda-nothing-missing", &[]);
            return vec![];
        };
        let part = part_of(&first, &item.facts);
        let needed = if part.is_some() { Command::EditItem } else { Command::Invite };
        if let Some(reason) = self.unavailable(needed) {
            let words = self.reason(&reason);
            self.say(Tone::Info, words);
            return vec![];
        }
        match (part, first.kind) {
            (Some(part), kind) => {
                let effects = self.open_part(id, part);
                if let Some(Modal::Form(form)) = self.modals.last_mut()
                    && let Some(at) = form.slots.iter().position(|slot| slot.name == field_of(kind))
                {
                    form.focus = at;
                }
                effects
            }
            (None, kind) if kind.invites() => self.menu_invite(),
            // Who was asked for that body is known: straight to what they answered.
            (None, _) => match self.leader_of(id, first.organisation.as_ref()) {
                Some(part) => self.menu_of_invitation(part),
                None => self.menu_invitations(first.organisation.as_ref()),
            },
        }
    }

    /// The invitation of who leads for a body, when there is one alone.
    fn leader_of(&self, id: AgendaItemId, body: Option<&OrganisationCode>) -> Option<PartId> {
        let (_, invitations) = self.item_detail(id)?;
        let leads =
            |one: &&Invitation| one.is_asked() && one.facts.capacity != Capacity::Other && Some(&one.facts.organisation) == body;
        let mut found = invitations.iter().filter(leads);
        found.next().filter(|_| found.next().is_none()).map(|one| one.id)
    }

    /// Opens the form of a part; what stands in it comes from what was read, or is read now.
    pub(super) fn open_part(&mut self, id: AgendaItemId, part: ItemPart) -> Vec<Effect> {
        let kind = AgendaForm::Item(id, part);
        let mut subject = self.replica.agendas().item(id).map(|item| self.item_title(item)).unwrap_or_default();
        let slots = self.fields_of_part(id, part);
        let read = self.item_read_of(id).map(|(item, ..)| item.clone());
        let unread = read.is_none();
        if let (Some(item), ItemPart::Body(key)) = (&read, part)
            && let Some(body) = body_of(&item.facts, key)
        {
            subject = format!("{}  {subject}", self.body_word(&body.organisation));
        }
        let mut form = Form::new(Purpose::Agenda(kind), subject, slots);
        if let Some(item) = &read {
            for (name, value) in values(part, &item.facts, &self.reference) {
                form.begin(name, &value);
            }
            (form.seen, form.row) = (Some(item.version), super::item_rows::row_of(part, &item.facts));
            if self.is_new_ground(part, item) {
                form.begin("let-ground-bodies", &self.bodies_without_ground(id));
            }
        }
        // What is missing is why it was opened.
        if part == ItemPart::Head
            && read.is_some_and(|item| item.facts.decision_asked.is_blank())
            && let Some(at) = form.slots.iter().position(|slot| slot.name == "let-decision-asked")
        {
            form.focus = at;
        }
        let mut effects = self.open_form(form);
        if unread {
            effects.extend(self.read_item(id));
        }
        effects
    }

    /// The fields of a part. In which time slot is asked where the meeting has several, or not the one it stood in any more.
    fn fields_of_part(&self, id: AgendaItemId, part: ItemPart) -> Vec<Slot> {
        let agendas = self.replica.agendas();
        let item = agendas.item(id);
        let count = item.and_then(|item| agendas.meeting(item.meeting?)).map_or(0, |meeting| meeting.slots.len());
        let asked = count > 1 || item.is_some_and(|item| count > 0 && usize::from(item.slot) > count);
        let codes = SLOTS.get(..count).unwrap_or(SLOTS);
        slots_of(part, asked.then(|| Slot::new("let-slot", Kind::Choice(codes), 2).required()))
    }

    /// What is said below the form about an item while its time slot is chosen: the slots there are.
    pub(super) fn slot_words(&self, id: AgendaItemId, form: &Form) -> Option<String> {
        form.slots.get(form.focus).filter(|slot| slot.name == "let-slot")?;
        let agendas = self.replica.agendas();
        let meeting = agendas.meeting(agendas.item(id)?.meeting?)?;
        let slots = told(&meeting.slots, "–", |day| self.texts.day(day));
        Some(slots.iter().zip(1..).map(|(slot, at)| format!("{at}: {slot}")).collect::<Vec<_>>().join(" · "))
    }

    /// What is said below the form about what was tried: how the line with the cursor is understood.
    pub(super) fn tried_words(&self, form: &Form) -> Option<String> {
        let field = &form.slots.first()?.field;
        if field.is_blank() {
            return None;
        }
        match listed::line_understood(field.text(), field.cursor(), self.today) {
            Ok(read) if read.what.is_blank() => None,
            Ok(read) => {
                let day = read.on.map_or_else(|| self.texts.get("let-tried-no-day"), |day| self.texts.day(day));
                let with = Some(read.with.line().into_string()).filter(|with| !with.trim().is_empty());
                let with = with.unwrap_or_else(|| self.texts.get("let-tried-no-one"));
                let what = read.what.line().into_string();
                Some(
                    self.texts.with("let-tried-understood", &[("what", what.into()), ("day", day.into()), ("with", with.into())]),
                )
            }
            Err(line) => Some(self.texts.with("let-tried-not-understood", &[("line", line.into())])),
        }
    }

    fn is_new_ground(&self, part: ItemPart, item: &AgendaItem) -> bool {
        matches!(part, ItemPart::Ground(at) if usize::from(at) >= item.facts.grounds.len())
    }

    /// The bodies that no ground covers yet; all of them when each has one.
    fn bodies_without_ground(&self, id: AgendaItemId) -> String {
        let Some((item, _, _, missing)) = self.item_read_of(id) else { return String::new() };
        let lacking = missing.iter().filter(|one| one.kind == MissingKind::Ground).filter_map(|one| one.organisation.as_ref());
        match typed_names(&self.reference, lacking) {
            none if none.is_empty() => typed_names(&self.reference, item.facts.bodies.iter().map(|body| &body.organisation)),
            lacking => lacking,
        }
    }

    /// What stands in the fields of a form about a part of an item.
    pub(super) fn values_of_item(&self, purpose: Purpose, facts: &AgendaItemFacts) -> Option<Vec<(&'static str, String)>> {
        match purpose {
            Purpose::Agenda(AgendaForm::Item(_, part)) => Some(values(part, facts, &self.reference)),
            Purpose::Agenda(AgendaForm::Minutes(_)) => Some(vec![("let-minutes", facts.minutes.to_string())]),
            _ => None,
        }
    }

    /// What a form changes of an item: the fields that hold something else than at the beginning.
    pub(super) fn patch_of(&self, id: AgendaItemId, part: ItemPart, form: &Form) -> Option<AgendaItemPatch> {
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let changed = |name: &str| form.is_changed(name).then(|| raw(name));
        let organisations = |name: &str| self.reference.organisations_in(form.text(name)).unwrap_or_default();
        let mut patch = AgendaItemPatch::default();
        let before = self.item_read_of(id).map(|(item, ..)| item.facts.clone());
        match part {
            ItemPart::Head => {
                patch.title = changed("let-title");
                patch.presenter = changed("let-presenter");
                patch.stalemate = changed("let-stalemate");
                patch.decision_asked = changed("let-decision-asked");
                patch.minutes = changed("let-minutes").and_then(|text| text.raw().parse().ok());
                patch.slot = changed("let-slot").and_then(|text| text.raw().parse().ok());
            }
            ItemPart::Facts => (patch.facts, patch.escalated) = (changed("let-facts"), changed("let-escalated")),
            ItemPart::Tried => patch.tried = form.is_changed("let-tried").then(|| attempts(form.text("let-tried"), self.today)),
            ItemPart::Perspective => patch.perspective = changed("let-perspective"),
            ItemPart::Options => patch.options = form.is_changed("let-options").then(|| options(form.text("let-options"))),
            ItemPart::Bodies => {
                // What was written about a body that stays, stays.
                let known = before?.bodies;
                let body = |code: crate::domain::ids::OrganisationCode| {
                    let new =
                        ItemBody { organisation: code.clone(), position: RawText::default(), legal_room: RawText::default() };
                    known.iter().find(|body| body.organisation == code).cloned().unwrap_or(new)
                };
                patch.bodies = Some(organisations("let-bodies").into_iter().map(body).collect());
            }
            ItemPart::Body(key) => {
                let mut bodies = before?.bodies;
                let body = bodies.iter_mut().find(|body| key.is(&body.organisation))?;
                (body.position, body.legal_room) = (raw("let-position"), raw("let-legal-room"));
                patch.bodies = Some(bodies);
            }
            ItemPart::Ground(at) => {
                let mut grounds = before?.grounds;
                let until = form.slots.iter().find(|slot| slot.name == "let-ground-until").and_then(|slot| slot.date(self.today));
                let ground = ItemGround {
                    basis: raw("let-ground"),
                    purpose: raw("let-ground-purpose"),
                    bodies: organisations("let-ground-bodies"),
                    until,
                };
                match grounds.get_mut(usize::from(at)) {
                    Some(there) => *there = ground,
                    None => grounds.push(ground),
                }
                patch.grounds = Some(grounds);
            }
        }
        Some(patch)
    }
}

fn slots_of(part: ItemPart, slot: Option<Slot>) -> Vec<Slot> {
    let line = |name, row| Slot::new(name, Kind::Line, row);
    match part {
        ItemPart::Head => {
            let first = [line("let-title", 0).required(), Slot::new("let-minutes", Kind::Exempt, 1).required()];
            let rest = [line("let-presenter", 3), line("let-stalemate", 4), line("let-decision-asked", 5)];
            first.into_iter().chain(slot).chain(rest).collect()
        }
        ItemPart::Facts => vec![Slot::new("let-facts", Kind::Block, 0), line("let-escalated", 1)],
        ItemPart::Tried => vec![Slot::new("let-tried", Kind::Block, 0)],
        ItemPart::Perspective => vec![Slot::new("let-perspective", Kind::Block, 0)],
        ItemPart::Options => vec![Slot::new("let-options", Kind::Block, 0)],
        ItemPart::Bodies => vec![Slot::new("let-bodies", Kind::Organisations, 0).required()],
        ItemPart::Body(_) => vec![Slot::new("let-position", Kind::Block, 0), line("let-legal-room", 1)],
        ItemPart::Ground(_) => vec![
            line("let-ground", 0).required(),
            line("let-ground-purpose", 1),
            Slot::new("let-ground-bodies", Kind::Organisations, 2).required(),
            Slot::new("let-ground-until", Kind::Date(Side::Future), 3),
        ],
    }
}

fn body_of(facts: &AgendaItemFacts, key: BodyKey) -> Option<&ItemBody> {
    facts.bodies.iter().find(|body| key.is(&body.organisation))
}

fn values(part: ItemPart, facts: &AgendaItemFacts, reference: &Reference) -> Vec<(&'static str, String)> {
    let text = |text: &RawText| text.raw().to_owned();
    let codes = |codes: &mut dyn Iterator<Item = &crate::domain::ids::OrganisationCode>| typed_names(reference, codes);
    match part {
        ItemPart::Head => vec![
            ("let-title", text(&facts.title)),
            ("let-minutes", facts.minutes.to_string()),
            ("let-slot", facts.slot.to_string()),
            ("let-presenter", text(&facts.presenter)),
            ("let-stalemate", text(&facts.stalemate)),
            ("let-decision-asked", text(&facts.decision_asked)),
        ],
        ItemPart::Facts => vec![("let-facts", text(&facts.facts)), ("let-escalated", text(&facts.escalated))],
        ItemPart::Tried => vec![("let-tried", facts.tried.iter().map(listed::told).collect::<Vec<_>>().join("\n"))],
        ItemPart::Perspective => vec![("let-perspective", text(&facts.perspective))],
        ItemPart::Options => {
            vec![("let-options", facts.options.iter().map(written).collect::<Vec<_>>().join("\n"))]
        }
        ItemPart::Bodies => vec![("let-bodies", codes(&mut facts.bodies.iter().map(|body| &body.organisation)))],
        ItemPart::Body(key) => match body_of(facts, key) {
            Some(body) => vec![("let-position", text(&body.position)), ("let-legal-room", text(&body.legal_room))],
            None => vec![],
        },
        ItemPart::Ground(at) => match facts.grounds.get(usize::from(at)) {
            Some(ground) => vec![
                ("let-ground", text(&ground.basis)),
                ("let-ground-purpose", text(&ground.purpose)),
                ("let-ground-bodies", codes(&mut ground.bodies.iter())),
                ("let-ground-until", ground.until.map(|day| day.format("%d-%m-%Y").to_string()).unwrap_or_default()),
            ],
            None => {
                let bodies = codes(&mut facts.bodies.iter().map(|body| &body.organisation));
                vec![("let-ground-bodies", bodies)]
            }
        },
    }
}
