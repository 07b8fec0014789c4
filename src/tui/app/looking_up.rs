//! Looking somebody up: searching the replica or the server, and copying from what was found.

use super::{
    Modal, Pane, State, Tone,
    actions::Pending,
    choose::{Choice, Choose, Item},
    command::Command,
    list::ListCursor,
    lookup::{self, Focus, Lookup},
    message::{Call, Effect, Timer},
};
use crate::domain::text::RawText;

impl State {
    /// The search that has the keys.
    pub(super) fn searching(&mut self) -> Option<&mut Lookup> {
        match self.modals.iter_mut().rev().find(|modal| matches!(modal, Modal::Lookup(_))) {
            Some(Modal::Lookup(lookup)) => Some(lookup),
            _ if self.pane == Pane::Register => Some(&mut self.register),
            _ => None,
        }
    }

    /// The query changed: search the replica at once, or the server when it has rested.
    pub(super) fn search(&mut self) -> Vec<Effect> {
        let replicated = self.may("register.replicate");
        let (replica, today) = (self.replica.clone(), self.today);
        let Some(lookup) = self.searching() else { return vec![] };
        lookup.edits += 1;
        if replicated {
            lookup.search(&replica, today);
            return vec![];
        }
        vec![Effect::Wait(super::SEARCH_AFTER, Timer::Search(lookup.edits))]
    }

    pub(super) fn search_on_server(&mut self, edits: u64) -> Vec<Effect> {
        let Some(lookup) = self.searching().filter(|lookup| lookup.edits == edits) else { return vec![] };
        let query = lookup.query.text().to_owned();
        if query.trim().is_empty() {
            lookup.hits.clear();
            lookup.list = ListCursor::default();
            return vec![];
        }
        let request = self.request(Pending::Search(edits));
        if let Some(lookup) = self.searching() {
            lookup.waiting = Some(request);
        }
        vec![Effect::Send { request, key: self.next_key(), call: Call::SearchOfficers(query), draft: None }]
    }

    pub(super) fn lookup_command(&mut self, command: Command) -> Vec<Effect> {
        let over = matches!(self.modals.last(), Some(Modal::Lookup(_)));
        if command == Command::Accept
            && let Some(effects) = self.leave_for_pane()
        {
            return effects;
        }
        match command {
            // Nobody was looked for and nobody was chosen: the first of everybody is nobody in particular.
            Command::Accept if self.searching().is_some_and(|lookup| lookup.query.is_blank() && !lookup.list.moved) => {
                self.say_with(Tone::Info, "lookup-type-first", &[]);
                vec![]
            }
            Command::Accept => {
                let effects = self.copy_card(Command::CardPhone);
                if over && !effects.is_empty() {
                    self.modals.pop();
                }
                effects
            }
            Command::CopyMenu => self.copy_menu(),
            Command::OpenCard => {
                if let Some(Modal::Lookup(lookup)) = self.modals.pop_if(|_| over) {
                    self.register = *lookup;
                }
                self.pane = Pane::Register;
                self.register.focus = Focus::Card;
                vec![]
            }
            Command::ToCard | Command::ToSearch => {
                if let Some(lookup) = self.searching().filter(|lookup| lookup.current().is_some()) {
                    lookup.focus = if command == Command::ToCard { Focus::Card } else { Focus::Search };
                }
                vec![]
            }
            _ => vec![],
        }
    }

    fn copy_menu(&mut self) -> Vec<Effect> {
        let Some(officer) = self.searching().and_then(|lookup| lookup.current().cloned()) else { return vec![] };
        let facts = &officer.facts;
        let fields = [
            ("phone", lookup::phone(&officer)),
            ("mail", lookup::mail(&officer)),
            ("name", facts.name.raw()),
            ("direct-phone", facts.direct_phone.raw()),
            ("direct-mail", facts.direct_mail.raw()),
        ];
        let items: Vec<Item> = fields
            .iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(name, text)| Item {
                letter: self.texts.get(&format!("copy-{name}-letter")).chars().next().unwrap_or(' '),
                label: self.texts.get(&format!("copy-{name}")),
                note: RawText::from(*text).line().into_string(),
                choice: Choice::Copy((*name).to_owned(), text.trim().to_owned()),
            })
            .collect();
        if !items.is_empty() {
            let title = self.texts.get("choose-copy");
            self.modals.push(Modal::Choose(Choose::new(title, items)));
        }
        vec![]
    }

    pub(super) fn copy_card(&mut self, command: Command) -> Vec<Effect> {
        let Some(officer) = self.searching().and_then(|lookup| lookup.current().cloned()) else { return vec![] };
        let organisation = self.reference.organisation_name(&officer.facts.organisation);
        let text = match command {
            Command::CardPhone => lookup::phone(&officer).trim().to_owned(),
            Command::CardMail => lookup::mail(&officer).trim().to_owned(),
            Command::CardName => officer.facts.name.raw().trim().to_owned(),
            _ => [
                officer.facts.name.raw(),
                officer.facts.title.raw(),
                &organisation,
                lookup::phone(&officer),
                lookup::mail(&officer),
            ]
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        };
        if text.is_empty() {
            self.say_with(Tone::Info, "nothing-to-copy", &[]);
            return vec![];
        }
        let name = if officer.facts.name.is_blank() { officer.facts.title.raw() } else { officer.facts.name.raw() };
        let whose = format!("{name}, {organisation}");
        self.copying = matches!(command, Command::CardPhone | Command::CardMail).then(|| whose.clone());
        if let Some(id) = self.signals.current {
            self.called = Some((id, officer.facts.organisation.clone(), whose));
        }
        vec![Effect::Copy(text)]
    }
}
