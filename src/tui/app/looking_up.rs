//! Looking somebody up: searching the replica or the server, and copying from what was found.

use super::{
    Modal, Pane, State, Tone,
    actions::Pending,
    choose::{Choice, Choose, Item},
    command::Command,
    list::ListCursor,
    lookup::{self, About, Focus, Last, Lookup},
    message::{Call, Effect, Timer},
};
use crate::{
    client::replica::{Case, Leaning, Question},
    domain::{
        deadline::DeadlineKind, fold::fold, ids::OrganisationCode, lookup_limit::LETTERS_LEAST, organisation, text::RawText,
    },
};

/// Lines by which a page key scrolls a card.
const CARD_PAGE: isize = 4;

impl State {
    /// The search that has the keys.
    pub(super) fn searching(&mut self) -> Option<&mut Lookup> {
        match self.modals.iter_mut().rev().find(|modal| matches!(modal, Modal::Lookup(_))) {
            Some(Modal::Lookup(lookup)) => Some(lookup),
            _ if self.pane == Pane::Register => Some(&mut self.register),
            _ => None,
        }
    }

    /// How far the card on top can be scrolled.
    pub fn card_most(&self) -> usize {
        self.search_on_top().map_or(0, |lookup| lookup.card_most)
    }

    fn search_on_top(&self) -> Option<&Lookup> {
        match self.modals.iter().rev().find(|modal| matches!(modal, Modal::Lookup(_))) {
            Some(Modal::Lookup(lookup)) => Some(lookup),
            _ => (self.pane == Pane::Register).then_some(&self.register),
        }
    }

    /// Do page keys scroll the card, where it is cut? When it has the keys, or every hit is in view.
    pub fn pages_over_card(&self, lookup: &Lookup) -> bool {
        let over = self.modals.iter().any(|modal| matches!(modal, Modal::Lookup(_)));
        let height = if over { super::lookup_list_height(self.size) } else { self.areas().list.height.into() };
        lookup.focus == Focus::Card || lookup.hits.len() <= height
    }

    /// A page key over a search: the card is scrolled, or the cursor goes over so many hits.
    pub(super) fn page_card(&mut self, hits: isize) -> Vec<Effect> {
        let over_card = self.search_on_top().is_some_and(|lookup| lookup.card_most > 0 && self.pages_over_card(lookup));
        let Some(lookup) = self.searching().filter(|_| over_card) else { return self.step(hits) };
        let lines = lookup.scroll().saturating_add_signed(CARD_PAGE * hits.signum()).min(lookup.card_most);
        lookup.scrolled = lookup.current().map(|officer| (officer.id, lines));
        vec![]
    }

    /// Who asks, and when; of the case at hand the search itself knows.
    pub(super) fn leaning(&self) -> Leaning {
        let own = self.me.as_ref().map(|me| OrganisationCode(me.organisation.clone()));
        Leaning { own, used: self.called.uses.worth(self.today), ..Leaning::on(self.today) }
    }

    /// To the register, with the keys in its search field.
    pub(super) fn show_register(&mut self) -> Vec<Effect> {
        self.pane = Pane::Register;
        self.register.focus = Focus::Search;
        vec![]
    }

    /// Opens the search over this screen; with a signal under the cursor or open it is about that.
    pub(super) fn open_lookup(&mut self) -> Vec<Effect> {
        let mut lookup = Lookup { about: self.about_case(), ..Lookup::default() };
        // On a promised call to a body it is its number that is wanted.
        let promised = self.clock_row().filter(|row| self.pane == Pane::Board && row.kind() == DeadlineKind::CallBack);
        let body = promised.and_then(|row| organisation::find(&self.reference.organisations, row.label()).cloned());
        if let Some(body) = body {
            lookup.query.set(&self.reference.body(&body.code));
            lookup.query.propose();
        }
        let edits = lookup.edits;
        let here = self.register_here();
        if let Some(officers) = here {
            lookup.search(officers, &self.leaning());
        }
        let asks = here.is_none() && (lookup.about.is_some() || !lookup.query.is_blank());
        self.modals.push(Modal::Lookup(Box::new(lookup)));
        if asks { self.search_on_server(edits) } else { vec![] }
    }

    fn about_case(&self) -> Option<About> {
        let id = self.current_signal().filter(|_| self.pane != Pane::Register)?;
        let signals = self.replica.signals();
        let row = signals.get(signals.find(id)?)?;
        let mut about = vec![row.title().to_owned()];
        if let Some(signal) = self.whole(id) {
            about.extend(signal.facts.life_domains.iter().map(|domain| domain.code().to_owned()));
        }
        let bodies = row.bodies().map(|code| OrganisationCode(code.to_owned())).collect();
        Some(About { number: row.number(), case: Case { municipality: row.municipality(), bodies, about } })
    }

    /// The query changed: search what is here at once, or the server when it has rested.
    pub(super) fn search(&mut self) -> Vec<Effect> {
        let (here, leaning, noted) = (self.register_here().cloned(), self.leaning(), self.looks_at_hand());
        let at_once = self.at_once;
        let Some(lookup) = self.searching() else { return vec![] };
        lookup.edits += 1;
        lookup.due = false;
        let mut effects = Vec::new();
        match &here {
            // What is typed stands on the screen first.
            Some(officers) if officers.len() > at_once => {
                lookup.due = true;
                effects.push(Effect::Wait(1, Timer::SearchHere(lookup.edits)));
            }
            Some(officers) => lookup.search(officers, &leaning),
            None => {}
        }
        if here.is_none() || noted {
            lookup.waiting = None;
            effects.push(Effect::Wait(super::SEARCH_AFTER, Timer::Search(lookup.edits)));
        }
        effects
    }

    /// Searches what is here when that still waits: nothing is done with hits of an earlier query. An older search is never made.
    pub(super) fn search_due(&mut self, edits: Option<u64>) {
        let waits = |lookup: &&mut Lookup| lookup.due && edits.is_none_or(|edits| lookup.edits == edits);
        if self.searching().filter(waits).is_none() {
            return;
        }
        let (here, leaning) = (self.register_here().cloned(), self.leaning());
        if let Some((lookup, officers)) = self.searching().zip(here) {
            lookup.search(&officers, &leaning);
        }
    }

    pub(super) fn search_on_server(&mut self, edits: u64) -> Vec<Effect> {
        let reference = self.reference.clone();
        let codes = |word: &str| reference.organisations.iter().any(|one| fold(one.code.as_str()) == word);
        let noted = self.looks_at_hand();
        let Some(lookup) = self.searching().filter(|lookup| lookup.edits == edits) else { return vec![] };
        if noted {
            return self.note_look_up(None);
        }
        let query = lookup.query.text().to_owned();
        let case = lookup.about.as_ref().map(|about| Box::new(about.case.clone()));
        lookup.refused = None;
        lookup.alone.clear();
        // What the server would refuse is not asked: it would count as a search.
        let too_short = !query.trim().is_empty() && !Question::parse(&query).names_enough(LETTERS_LEAST, codes);
        if too_short || (query.trim().is_empty() && case.is_none()) {
            lookup.hits.clear();
            lookup.list = ListCursor::default();
            return vec![];
        }
        let request = self.request(Pending::Search(edits));
        if let Some(lookup) = self.searching() {
            lookup.waiting = Some(request);
        }
        vec![Effect::Send { request, key: self.next_key(), call: Call::SearchOfficers { query, case }, draft: None }]
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
                self.ask_to_choose();
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
                self.card_opened()
            }
            Command::ToCard | Command::ToSearch => {
                if let Some(lookup) = self.searching().filter(|lookup| lookup.current().is_some()) {
                    lookup.focus = if command == Command::ToCard { Focus::Card } else { Focus::Search };
                }
                if command == Command::ToCard { self.card_opened() } else { vec![] }
            }
            _ => vec![],
        }
    }

    /// Says how somebody is chosen; of who is proposed for the case at hand the first is, by Enter once more.
    fn ask_to_choose(&mut self) {
        let proposed = self.searching().filter(|lookup| lookup.proposes().is_some()).and_then(|lookup| {
            lookup.list.moved = true;
            let facts = &lookup.current()?.facts;
            Some(if facts.name.is_blank() { facts.title.line() } else { facts.name.line() })
        });
        match proposed {
            Some(name) => self.say_with(Tone::Info, "lookup-enter-again", &[("name", name.into())]),
            None => self.say_with(Tone::Info, "lookup-type-first", &[]),
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
        if let Some(signal) = self.signals.current {
            let organisation = officer.facts.organisation.clone();
            self.called.last = Some(Last { signal, officer: officer.id, organisation, name: whose });
        }
        self.called.uses.note(officer.id, self.today);
        let opened = self.card_opened();
        [Effect::Copy(text)].into_iter().chain(opened).collect()
    }
}
