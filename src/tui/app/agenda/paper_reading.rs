//! A paper of an item that is read, over what is open: any of its versions, and what differs from another one. What is shown is
//! what was read; that there is a newer version by now is said.

use super::{
    super::{
        Modal, State, Tone,
        actions::Pending,
        choose::{Choice, Choose, Item},
        message::{Answer, Call, Effect, Refusal},
    },
    AgendaAnswer, AgendaCall, AgendaChoice, AgendaPending, AgendaRow,
};
use crate::{
    api::item_paper::PaperVersionRow,
    domain::{
        ids::{AgendaItemId, PartId},
        line_difference::{Line, line_difference},
        meeting::{ItemPaper, PartFacts},
        text::RawText,
    },
};

/// A paper that is read.
#[derive(Debug, Clone, PartialEq)]
pub struct PaperRead {
    /// Of which item.
    pub item: AgendaItemId,
    /// Which.
    pub part: PartId,
    /// The version that is shown.
    pub version: i64,
    /// The version that it is compared with.
    pub against: Option<i64>,
    /// All its versions as they were read, oldest first; none: not read yet.
    pub versions: Vec<PaperVersionRow>,
    /// What differs, once both versions were read: fields by name, and lines of the text.
    pub difference: Option<(Vec<String>, Vec<TextLine>)>,
    /// Why a version could not be read.
    pub failed: Option<String>,
    /// The versions that were read.
    known: Vec<ItemPaper>,
    /// How far what is beneath was scrolled; nothing: it was not open.
    pub(super) was_open: Option<usize>,
}

/// A line of the text, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextLine {
    /// In both versions.
    Same(RawText),
    /// Not in the version that is shown.
    Gone(RawText),
    /// Not in the other one.
    New(RawText),
}

impl PaperRead {
    /// What this version says, if it was read.
    pub fn read(&self, version: i64) -> Option<&ItemPaper> {
        self.known.iter().find(|known| known.version == version)
    }

    /// What is to be read for what is to be shown.
    fn lacks(&self) -> Option<i64> {
        let wanted = [Some(self.version), self.against].into_iter().flatten();
        // The list of versions comes with any of them.
        wanted.into_iter().find(|version| self.versions.is_empty() || self.read(*version).is_none())
    }

    fn compare(&mut self) {
        let other = self.against.and_then(|against| self.read(against));
        let both = other.zip(self.read(self.version));
        self.difference = both.map(|(before, after)| {
            let text = |line: &str| RawText(line.to_owned());
            let lines = line_difference(before.facts.text.raw(), after.facts.text.raw());
            let lines = lines.into_iter().map(|line| match line {
                Line::Same(line) => TextLine::Same(text(line)),
                Line::Gone(line) => TextLine::Gone(text(line)),
                Line::New(line) => TextLine::New(text(line)),
            });
            (after.facts.differing(&before.facts), lines.collect())
        });
    }
}

impl State {
    /// The paper that is read.
    pub fn paper_read(&self) -> Option<&PaperRead> {
        let (item, open) = (self.agenda.current.and_then(AgendaRow::item), self.agenda.open.is_some());
        self.agenda.paper.as_ref().filter(|read| open && Some(read.item) == item)
    }

    /// The number of the last version of a paper that is known here.
    pub fn last_version(&self, read: &PaperRead) -> i64 {
        let now = self.papers_of(read.item).iter().find(|paper| paper.id == read.part).map(|paper| paper.version);
        let listed = read.versions.last().map(|row| row.version);
        now.max(listed).unwrap_or(read.version)
    }

    /// The lines of a menu that lead to what can be read of a paper.
    pub(super) fn ways_to_read(&self, paper: &ItemPaper) -> Vec<Item> {
        let part = paper.id;
        let way = |key: &str, version: i64, against: Option<i64>| {
            let mut item = Item::of(&self.texts, key, Choice::Agenda(AgendaChoice::ReadPaper(part, version, against)));
            item.note = self.version_words(against.unwrap_or(version));
            item
        };
        let Some(read) = self.paper_read().filter(|read| read.part == part) else {
            return vec![way("item-paper-read", paper.version, None)];
        };
        let (at, last) = (read.version, self.last_version(read));
        let mut ways = vec![];
        if read.against.is_some() {
            ways.push(way("item-paper-read", at, None));
        }
        if at > 1 && read.against != Some(at - 1) {
            ways.push(way("item-paper-compare", at, Some(at - 1)));
        }
        if at > 1 {
            ways.push(way("item-paper-earlier", at - 1, None));
        }
        if at < last {
            ways.push(way("item-paper-later", at + 1, None));
        }
        if last > 2 {
            let all = |key: &str, of| Item::of(&self.texts, key, Choice::Agenda(AgendaChoice::PaperVersions(part, of)));
            ways.extend([all("item-paper-versions", None), all("item-paper-against", Some(at))]);
        }
        ways
    }

    fn version_words(&self, version: i64) -> String {
        self.texts.with("item-paper-version", &[("number", crate::locale::Value::Number(version))])
    }

    /// Which version is to be read, or from which the one that is read differs.
    pub(super) fn menu_paper_versions(&mut self, part: PartId, of: Option<i64>) -> Vec<Effect> {
        let Some(read) = self.paper_read().filter(|read| read.part == part && !read.versions.is_empty()) else {
            self.say_with(Tone::Info, "not-read-yet", &[]);
            return vec![];
        };
        let others = read.versions.iter().rev().filter(|row| row.version != of.unwrap_or(read.version));
        let items = others.zip(1..).map(|(row, at)| {
            let (version, against) = of.map_or((row.version, None), |of| (of, Some(row.version)));
            let name = row.recorded_by_name.line();
            Item {
                letter: char::from_digit(at, 10).unwrap_or('·'),
                label: self.version_words(row.version),
                note: format!("{}  {name}", self.moment_of_server(row.recorded_at)),
                choice: Choice::Agenda(AgendaChoice::ReadPaper(part, version, against)),
            }
        });
        let items = items.collect();
        let title = self.texts.get(if of.is_some() { "choose-paper-against" } else { "choose-paper-version" });
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// Shows a version of a paper, or what differs in it; what was not read is read first.
    pub(super) fn read_paper(&mut self, part: PartId, version: i64, against: Option<i64>) -> Vec<Effect> {
        let Some(item) = self.agenda.current.and_then(AgendaRow::item) else { return vec![] };
        let same = self.paper_read().filter(|read| read.part == part).cloned();
        let now = self.papers_of(item).iter().find(|paper| paper.id == part).cloned();
        let mut read = same.unwrap_or_else(|| PaperRead {
            item,
            part,
            version,
            against,
            versions: vec![],
            difference: None,
            failed: None,
            known: vec![],
            was_open: self.agenda.open,
        });
        (read.version, read.against, read.failed) = (version, against, None);
        read.known.extend(now.filter(|now| read.read(now.version).is_none()));
        read.compare();
        self.agenda.moved = true;
        (self.agenda.open, self.agenda.paper) = (Some(0), Some(read));
        let mut effects = self.read_what_lacks();
        effects.extend(self.rest());
        effects
    }

    fn read_what_lacks(&mut self) -> Vec<Effect> {
        let Some((part, version)) = self.agenda.paper.as_ref().and_then(|read| Some((read.part, read.lacks()?))) else {
            return vec![];
        };
        let request = self.request(Pending::Agenda(AgendaPending::PaperVersion(part, version)));
        let call = Call::Agenda(Box::new(AgendaCall::ReadPaper(part, version)));
        vec![Effect::Send { request, key: self.next_key(), call, draft: None }]
    }

    pub(super) fn paper_version_read(&mut self, part: PartId, version: i64, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        let Some(read) = self.agenda.paper.as_mut().filter(|read| read.part == part) else { return vec![] };
        match reply {
            Ok(Answer::Agenda(answer)) => {
                let AgendaAnswer::PaperVersion(found) = *answer else { return vec![] };
                if found.item.version != version {
                    return vec![];
                }
                read.versions = found.versions;
                read.known.retain(|known| known.version != version);
                read.known.push(found.item);
                read.compare();
                self.read_what_lacks()
            }
            Ok(_) => vec![],
            Err(refusal) => {
                read.failed = Some(format!("{} {}", refusal.words, refusal.advice));
                vec![]
            }
        }
    }
}
