//! The papers that go with items: which there are, in which version, whether they came late, and what stands in them.

use super::Maker;
use crate::{
    domain::{meeting::ItemPaper, text::SafeText},
    export::agenda::{
        model::Block,
        reading::{Seen, Whole},
    },
};

impl Maker<'_> {
    /// Those of every item, as a list.
    pub(super) fn all_papers(&self, seen: &[Seen<'_>], level: u8, blocks: &mut Vec<Block>) {
        let rows = seen.iter().filter_map(|one| Some((one.times.number, one.whole.as_ref()?))).flat_map(|(number, whole)| {
            whole.papers.iter().map(move |paper| {
                let [title, day] = self.paper_called(paper);
                let version = SafeText::line(&paper.version.to_string());
                let received = self.words.day(paper.recorded_at);
                let came = match self.is_late(paper) {
                    true => self.words.with("paper-late-on", &[("day", received.into())]),
                    false => SafeText::line(&received),
                };
                vec![SafeText::line(&number.to_string()), title, day, version, came]
            })
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            blocks.push(self.heading(level, "papers"));
            let columns = ["column-number", "column-paper", "column-paper-day", "column-paper-version", "column-paper-came"];
            blocks.push(self.table(&columns, rows));
        }
    }

    /// Those of one item, whole: each under its own heading.
    pub(super) fn papers_of(&self, number: u32, whole: &Whole<'_>, level: u8) -> Vec<Block> {
        let mut blocks = vec![];
        for (paper, at) in whole.papers.iter().zip(1..) {
            let facts = &paper.facts;
            blocks.push(Block::Heading(level, SafeText::line(&format!("{number}.{at} {}", facts.title.line()))));
            let [_, day] = self.paper_called(paper);
            let came = if self.is_late(paper) { "paper-late" } else { "paper-in-time" };
            let version = self.words.with("paper-version", &[("version", paper.version.into())]);
            let came = self.words.with(came, &[("day", self.words.day(paper.recorded_at).into())]);
            let told: Vec<String> = [day, version, came].into_iter().map(SafeText::into_string).collect();
            let told: Vec<&str> = told.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            blocks.push(Block::Note(SafeText::line(&told.join("; "))));
            if !facts.text.is_blank() {
                blocks.push(Block::Paragraph(facts.text.block()));
            }
            if !facts.address.is_blank() {
                blocks.push(Block::Definitions(vec![self.term("paper-address", facts.address.line())]));
            }
        }
        blocks
    }

    /// Those of one item, in a line.
    pub(super) fn papers_named(&self, whole: &Whole<'_>) -> Option<Block> {
        let named = |paper: &&ItemPaper| {
            let version = self.words.with("paper-version", &[("version", paper.version.into())]);
            format!("{} ({version})", paper.facts.title.line())
        };
        let all: Vec<String> = whole.papers.iter().map(named).collect();
        (!all.is_empty()).then(|| Block::Definitions(vec![self.term("papers", SafeText::line(&all.join("; ")))]))
    }

    /// Title and the day it bears.
    fn paper_called(&self, paper: &ItemPaper) -> [SafeText; 2] {
        let day = paper.facts.on.map(|on| self.words.texts.day(on)).unwrap_or_default();
        [paper.facts.title.line(), SafeText::line(&day)]
    }

    fn is_late(&self, paper: &ItemPaper) -> bool {
        paper.is_late(&self.source.edition.content.facts)
    }
}
