//! The papers (stukken) of an item: put with it, changed, taken back and put back. Every version of one stays with the server.

use super::{
    super::{
        Modal, State, Tone,
        choose::{Choice, Choose, Item},
        command::Command,
        date_input::{Side, dutch},
        form::{Form, Kind, Purpose, Slot},
        message::Effect,
    },
    AgendaChoice, AgendaForm, AgendaRow,
};
use crate::{
    api::item_paper::{ItemPaperPatch, NewItemPaper},
    domain::{
        Date,
        ids::{AgendaItemId, PartId},
        meeting::{ItemPaper, ItemPaperFacts, PartKind, is_address},
        text::RawText,
        zone,
    },
};

impl State {
    /// A new paper, or which of those that are there; what was taken back is among them. That there are none is said. While one is
    /// read it is about that one.
    pub(super) fn menu_item_papers(&mut self) -> Vec<Effect> {
        if let Some(read) = self.paper_read() {
            return self.menu_of_item_paper(read.part);
        }
        if let Some(effects) = self.needs_item(Command::ItemPapers) {
            return effects;
        }
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let (papers, may_write) = (self.papers_of(id), self.may_write_papers(id));
        if papers.is_empty() && !may_write {
            self.say_with(Tone::Info, "item-papers-none", &[]);
            return vec![];
        }
        let title = if papers.is_empty() { "choose-no-item-papers" } else { "choose-item-paper" };
        let new = Item::of(&self.texts, "item-paper-new", Choice::Form(Purpose::Agenda(AgendaForm::NewPaper(id))));
        let lines = papers.iter().zip(1..).map(|(paper, at)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: paper.facts.title.line().into_string(),
            note: if paper.withdrawn { self.texts.get("agenda-withdrawn") } else { self.body_words(&paper.facts.bodies, ", ") },
            choice: Choice::Agenda(AgendaChoice::ItemPaper(paper.id)),
        });
        let items = may_write.then_some(new).into_iter().chain(lines).collect();
        // One comes to read more often than to put another.
        let cursor = usize::from(may_write && !papers.is_empty());
        let menu = Choose::new(self.texts.get(title), items).at(cursor);
        self.modals.push(Modal::Choose(menu));
        vec![]
    }

    /// What is to become of a paper.
    pub(super) fn menu_of_item_paper(&mut self, part: PartId) -> Vec<Effect> {
        let Some(id) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let Some(found) = self.papers_of(id).iter().find(|one| one.id == part).cloned() else {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return vec![];
        };
        let mut items = self.ways_to_read(&found);
        let withdraw = AgendaChoice::Withdraw(PartKind::Paper, part, found.version, !found.withdrawn);
        let note = Choice::Agenda(withdraw);
        let form = Choice::Form(Purpose::Agenda(AgendaForm::Paper(id, part)));
        if self.may_write_papers(id) && !found.withdrawn {
            items.push(Item::of(&self.texts, "item-paper-change", form));
        }
        // That a paper goes to nobody any more can be said of a meeting that is over, too.
        if self.may_write() {
            items.push(Item::of(&self.texts, if found.withdrawn { "item-paper-restore" } else { "item-paper-withdraw" }, note));
        }
        let about = vec![found.facts.title.line().into_string(), self.readers_of(&found)];
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-of-item-paper"), items).about(about)));
        vec![]
    }

    /// May papers of this item be put, changed and taken back, here and now?
    fn may_write_papers(&self, id: AgendaItemId) -> bool {
        let agendas = self.replica.agendas();
        let meeting = agendas.item(id).and_then(|item| item.meeting).and_then(|id| agendas.meeting(id));
        self.may_write() && meeting.is_none_or(|meeting| meeting.state.is_open())
    }

    pub(super) fn may_write(&self) -> bool {
        (self.me.is_none() || self.may("meeting.write")) && !self.settings.read_only
    }

    /// Which bodies may have a paper, in words.
    pub fn readers_of(&self, paper: &ItemPaper) -> String {
        match &paper.facts.bodies[..] {
            [] => self.texts.get("item-paper-nobody"),
            bodies => self.texts.with("item-paper-for", &[("bodies", self.body_words(bodies, ", ").into())]),
        }
    }

    /// The last day on which a paper of this item would have been in time, when this version of it came later.
    pub fn late_since(&self, paper: &ItemPaper) -> Option<Date> {
        let agendas = self.replica.agendas();
        let meeting = agendas.item(paper.item).and_then(|item| item.meeting).and_then(|id| agendas.meeting(id))?;
        meeting.papers_due_on.filter(|due| *due < zone::date_of(paper.recorded_at))
    }

    pub(super) fn paper_slots(&self) -> Vec<Slot> {
        vec![
            Slot::new("paper-title", Kind::Line, 0).required(),
            Slot::new("paper-on", Kind::Date(Side::Past), 1),
            Slot::new("paper-address", Kind::Exempt, 2),
            Slot::new("paper-bodies", Kind::Organisations, 3),
            Slot::new("paper-text", Kind::Block, 4),
        ]
    }

    pub(super) fn paper_values(&self, facts: &ItemPaperFacts) -> Vec<(&'static str, String)> {
        vec![
            ("paper-title", facts.title.raw().to_owned()),
            ("paper-on", facts.on.map(dutch).unwrap_or_default()),
            ("paper-address", facts.address.raw().to_owned()),
            ("paper-bodies", self.body_names(&facts.bodies)),
            ("paper-text", facts.text.raw().to_owned()),
        ]
    }

    pub(super) fn paper_of(&self, form: &Form) -> Option<NewItemPaper> {
        let facts = ItemPaperFacts {
            title: raw(form, "paper-title"),
            on: self.paper_day(form),
            text: raw(form, "paper-text"),
            address: raw(form, "paper-address"),
            bodies: self.reference.organisations_in(form.text("paper-bodies")).ok()?,
        };
        Some(NewItemPaper { facts })
    }

    /// What a form changes of a paper.
    pub(super) fn paper_patch(&self, form: &Form) -> ItemPaperPatch {
        let changed = |name: &str| form.is_changed(name).then(|| raw(form, name));
        let bodies = || self.reference.organisations_in(form.text("paper-bodies")).unwrap_or_default();
        ItemPaperPatch {
            title: changed("paper-title"),
            on: form.is_changed("paper-on").then(|| self.paper_day(form)),
            text: changed("paper-text"),
            address: changed("paper-address"),
            bodies: form.is_changed("paper-bodies").then(bodies),
            withdrawn: None,
        }
    }

    fn paper_day(&self, form: &Form) -> Option<Date> {
        form.slots.iter().find(|slot| slot.name == "paper-on").and_then(|slot| slot.date(self.today))
    }
}

fn raw(form: &Form, name: &str) -> RawText {
    RawText::from(form.text(name).trim())
}

/// A paper is a text or an address of a document, by the rule the server goes by.
pub(super) fn fault_of_paper(form: &Form) -> Option<(&'static str, &'static str)> {
    match (form.filled("paper-address"), form.filled("paper-text")) {
        (None, None) => Some(("paper-text", "form-paper-empty")),
        (Some(address), _) if !is_address(address) => Some(("paper-address", "form-paper-address-wrong")),
        _ => None,
    }
}
