//! Papers of a meeting as files: which, for whom and in which format. The server makes them, so what a body may not read is in none
//! of its own; the edge writes the file.

use super::{
    super::{
        Modal, State, Tone,
        choose::{Choice, Choose, Item},
        message::Effect,
    },
    AgendaCall, AgendaChoice, AgendaRow,
    deeds::Deed,
};
use crate::{
    api::paper::PaperWanted,
    domain::{
        fold::fold,
        ids::{AgendaItemId, MeetingId, OrganisationCode},
        meeting::MeetingState,
    },
    export::agenda::{Paper, PaperFormat},
};

/// Formats in the order of the menu.
const FORMATS: &[PaperFormat] =
    &[PaperFormat::Pdf, PaperFormat::Html, PaperFormat::Markdown, PaperFormat::Text, PaperFormat::Calendar];

/// A paper that is chosen, but for its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperPick {
    meeting: MeetingId,
    paper: Paper,
    reader: Option<OrganisationCode>,
}

/// What is chosen of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperChoice {
    /// Which format, or something else first.
    Menu(PaperPick),
    /// Which paper?
    What(PaperPick),
    /// For whom?
    For(PaperPick),
    /// Make it.
    Make(PaperPick, PaperFormat),
}

impl State {
    /// The paper that is most wanted now: the agenda until the meeting was held, then its decisions.
    pub(in super::super) fn menu_papers(&mut self) -> Vec<Effect> {
        let Some(meeting) = self.meeting() else { return vec![] };
        let paper =
            if meeting.state.is_open() || meeting.state == MeetingState::Cancelled { Paper::Agenda } else { Paper::Decisions };
        let pick = PaperPick { meeting: meeting.id, paper, reader: None };
        self.choose_paper(PaperChoice::Menu(pick))
    }

    pub(super) fn choose_paper(&mut self, choice: PaperChoice) -> Vec<Effect> {
        match choice {
            PaperChoice::Menu(pick) => self.menu_formats(pick),
            PaperChoice::What(pick) => self.menu_kinds(pick),
            // The pack is that of a director: of which body?
            PaperChoice::For(pick) => self.menu_readers(pick),
            PaperChoice::Make(pick, format) => self.make_paper(&pick, format),
        }
    }

    fn menu_formats(&mut self, pick: PaperPick) -> Vec<Effect> {
        let texts = &self.texts;
        let choice = |choice| Choice::Agenda(AgendaChoice::Paper(choice));
        let line = |key: &str, note: String, to| Item { note, ..Item::of(texts, key, choice(to)) };
        let format = |format: &PaperFormat| {
            let key = format!("paper-format-{format}");
            line(&key, format!(".{format}"), PaperChoice::Make(pick.clone(), *format))
        };
        let mut items: Vec<Item> = FORMATS.iter().map(format).collect();
        items.push(line("paper-what", self.paper_words(&pick), PaperChoice::What(pick.clone())));
        items.push(line("paper-for", self.reader_words(&pick), PaperChoice::For(pick.clone())));
        let meeting = self.replica.agendas().meeting(pick.meeting);
        let values = [("reader", self.reader_words(&pick).into()), ("folder", self.exports_folder().into())];
        let mut about = vec![texts.with("paper-about", &values)];
        if meeting.is_some_and(|meeting| meeting.state == MeetingState::Concept || meeting.changed_since_fixed) {
            about.push(texts.get("paper-about-draft"));
        }
        let number = meeting.map(|meeting| meeting.number.to_string()).unwrap_or_default();
        let title = format!("{number}: {}", self.paper_words(&pick));
        self.modals.push(Modal::Choose(Choose::new(title, items).about(about)));
        vec![]
    }

    fn menu_kinds(&mut self, pick: PaperPick) -> Vec<Effect> {
        let choice = |paper| {
            let pick = PaperPick { paper, ..pick.clone() };
            // The pack is that of a director: of which body is asked at once.
            let asks = paper == Paper::Pack && pick.reader.is_none();
            Choice::Agenda(AgendaChoice::Paper(if asks { PaperChoice::For(pick) } else { PaperChoice::Menu(pick) }))
        };
        let kinds = [
            ("paper-choice-agenda", Paper::Agenda),
            ("paper-choice-decisions", Paper::Decisions),
            ("paper-choice-pack", Paper::Pack),
        ];
        let mut items: Vec<Item> = kinds.into_iter().map(|(key, paper)| Item::of(&self.texts, key, choice(paper))).collect();
        let agendas = self.replica.agendas();
        let rows = self.order_of(pick.meeting).into_iter().filter_map(|id| agendas.item(id));
        items.extend(rows.zip(1..).map(|(item, at)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: self.item_title(item),
            note: String::new(),
            choice: choice(Paper::Item(item.id)),
        }));
        // The item under the cursor is the one that is wanted first.
        let here = self.agenda.current.and_then(AgendaRow::item);
        let at = here.and_then(|id| self.order_of(pick.meeting).iter().position(|one| *one == id));
        let cursor = at.filter(|_| matches!(self.agenda.current, Some(AgendaRow::Item(_)))).map_or(0, |at| at + kinds.len());
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-paper"), items).at(cursor)));
        vec![]
    }

    fn menu_readers(&mut self, pick: PaperPick) -> Vec<Effect> {
        let choice = |reader| Choice::Agenda(AgendaChoice::Paper(PaperChoice::Menu(PaperPick { reader, ..pick.clone() })));
        let mut items = vec![Item::of(&self.texts, "paper-choice-secretariat", choice(None))];
        items.extend(self.bodies_for(&pick).into_iter().zip(1..).map(|(body, at)| Item {
            letter: char::from_digit(at, 10).unwrap_or('·'),
            label: self.body_word(&body),
            note: String::new(),
            choice: choice(Some(body)),
        }));
        let cursor = usize::from(pick.paper == Paper::Pack && items.len() > 1);
        self.modals.push(Modal::Choose(Choose::new(self.texts.get("choose-paper-for"), items).at(cursor)));
        vec![]
    }

    /// The bodies of the cases on an agenda, each once, in its order.
    /// Whose version there may be. Of decisions: who is bound by one, or promised something, as far as that was read.
    fn bodies_for(&self, pick: &PaperPick) -> Vec<OrganisationCode> {
        let all = self.bodies_on(pick.meeting);
        let Some(read) = self.agenda_detail(pick.meeting).filter(|_| pick.paper == Paper::Decisions) else { return all };
        let decided = read.items.iter().flat_map(|entry| &entry.decisions).filter(|one| !one.withdrawn);
        let promised = read.commitments.iter().map(|one| &one.facts.organisation);
        let mut found: Vec<OrganisationCode> = decided.flat_map(|one| &one.facts.bodies).chain(promised).cloned().collect();
        // Those on the agenda first, in its order.
        found.sort_by_key(|code| all.iter().position(|body| body == code).unwrap_or(usize::MAX));
        found.dedup();
        found
    }

    fn bodies_on(&self, meeting: MeetingId) -> Vec<OrganisationCode> {
        let agendas = self.replica.agendas();
        let mut found: Vec<OrganisationCode> = vec![];
        for body in self.order_of(meeting).iter().filter_map(|id| agendas.item(*id)).flat_map(|item| item.bodies.clone()) {
            if !found.contains(&body) {
                found.push(body);
            }
        }
        found
    }

    fn make_paper(&mut self, pick: &PaperPick, format: PaperFormat) -> Vec<Effect> {
        let Some(meeting) = self.replica.agendas().meeting(pick.meeting) else { return vec![] };
        let (paper, item) = match pick.paper {
            Paper::Agenda => ("agenda", None),
            Paper::Decisions => ("decisions", None),
            Paper::Pack => ("pack", None),
            Paper::Item(id) => ("item", Some(id)),
        };
        let wanted = PaperWanted {
            paper: Some(paper.into()),
            item,
            reader: pick.reader.as_ref().map(ToString::to_string),
            format: Some(format.to_string()),
            lang: Some(self.texts.language().code().into()),
            person: None,
        };
        let name = format!("{}.{format}", self.paper_file(pick, &meeting.number.to_string()));
        let what = self.paper_words(pick);
        self.say_with(Tone::Info, "paper-making", &[("what", what.into())]);
        self.do_on_agenda(Deed::Paper, AgendaCall::Paper(pick.meeting, wanted, name))
    }

    /// `let-48-agenda-gemeente-breda`: of the number, the kind and the body, never of what was typed.
    fn paper_file(&self, pick: &PaperPick, number: &str) -> String {
        let kind = match pick.paper {
            Paper::Agenda => self.texts.get("paper-file-agenda"),
            Paper::Decisions => self.texts.get("paper-file-decisions"),
            Paper::Pack => self.texts.get("paper-file-pack"),
            Paper::Item(id) => format!("{}-{}", self.texts.get("paper-file-item"), self.number_on_agenda(pick.meeting, id)),
        };
        let body = pick.reader.as_ref().map(|code| self.reference.body(code));
        let parts = [Some(number.to_owned()), Some(kind), body];
        let plain = |text: String| {
            let words = fold(&text).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect::<String>();
            words.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
        };
        parts.into_iter().flatten().map(plain).collect::<Vec<_>>().join("-")
    }

    fn number_on_agenda(&self, meeting: MeetingId, item: AgendaItemId) -> usize {
        self.order_of(meeting).iter().position(|id| *id == item).map_or(0, |at| at + 1)
    }

    /// `agenda`, `punt 3`.
    fn paper_words(&self, pick: &PaperPick) -> String {
        match pick.paper {
            Paper::Agenda => self.texts.get("paper-name-agenda"),
            Paper::Decisions => self.texts.get("paper-name-decisions"),
            Paper::Pack => self.texts.get("paper-name-pack"),
            Paper::Item(id) => self.texts.with("paper-name-item", &[("number", self.number_on_agenda(pick.meeting, id).into())]),
        }
    }

    fn reader_words(&self, pick: &PaperPick) -> String {
        pick.reader.as_ref().map_or_else(|| self.texts.get("paper-name-secretariat"), |body| self.body_word(body))
    }
}
