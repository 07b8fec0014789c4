//! The papers of one item: the stalemate, the facts, what was tried, positions, what is asked and on what ground.

use super::Maker;
use crate::{
    domain::text::SafeText,
    export::agenda::{
        model::Block,
        reading::{Seen, Whole},
    },
};

impl Maker<'_> {
    /// Its parts, with headings from this level.
    pub(super) fn item(&self, one: &Seen<'_>, whole: &Whole<'_>, level: u8) -> Vec<Block> {
        let facts = &whole.item.item.facts;
        let mut blocks = vec![Block::Definitions(self.head(one, whole))];
        let mut part = |key: &str, made: Vec<Block>| {
            if self.source.template.leaves_out(key) {
                return;
            }
            blocks.push(self.heading(level, key));
            blocks.extend(made);
        };
        part("decision-asked", vec![self.paragraph(&facts.decision_asked)]);
        part("stalemate", vec![self.paragraph(&facts.stalemate)]);
        part("facts", vec![self.paragraph(&facts.facts)]);
        part("tried", self.tried(whole));
        part("bodies", self.or_none(&["column-body", "column-position", "column-room"], self.bodies(whole)));
        part("perspective", vec![self.paragraph(&facts.perspective)]);
        part("options", self.or_none(&["column-number", "column-option", "column-consequences"], self.options(whole)));
        let clocks = self.clocks(whole);
        if !clocks.is_empty() {
            part("clocks", vec![Block::Note(self.words.get("clocks-note")), self.table(&Self::CLOCKS, clocks)]);
        }
        let timeline = self.timeline(whole);
        if !timeline.is_empty() {
            part("timeline", timeline);
        }
        if !whole.papers.is_empty() {
            part("papers", self.papers_of(one.times.number, whole, level + 1));
        }
        part("grounds", self.or_none(&["column-basis", "column-purpose", "column-bodies", "column-until"], self.grounds(whole)));
        let missing = self.missing(whole);
        if !missing.is_empty() {
            part("missing", vec![Block::List(missing)]);
        }
        part("at-the-table", self.or_none(self.invited_columns(), self.invited(whole)));
        blocks
    }

    fn head(&self, one: &Seen<'_>, whole: &Whole<'_>) -> Vec<(SafeText, SafeText)> {
        let facts = &whole.item.item.facts;
        let number = self.source.edition.content.number.to_string();
        let minutes = self.words.with("minutes", &[("minutes", u32::from(facts.minutes).into())]);
        let mut head = vec![
            self.term("meeting", SafeText::line(&number)),
            self.term("when", self.words.span(one.times.starts_at, one.times.ends_at, None)),
            self.term("duration", minutes),
        ];
        if !facts.presenter.is_blank() {
            head.push(self.term("presenter", facts.presenter.line()));
        }
        if !facts.life_domains.is_empty() {
            let domains: Vec<&str> = facts.life_domains.iter().map(|domain| domain.code()).collect();
            head.push(self.term("life-domains", SafeText::line(&domains.join(", "))));
        }
        head
    }

    fn tried(&self, whole: &Whole<'_>) -> Vec<Block> {
        let facts = &whole.item.item.facts;
        let day = |on: Option<crate::domain::Date>| SafeText::line(&on.map(|on| self.words.texts.day(on)).unwrap_or_default());
        let rows = facts.tried.iter().map(|tried| vec![tried.what.block(), day(tried.on), tried.with.line()]);
        let mut blocks = self.or_none(&["column-what", "column-on", "column-with"], rows.collect());
        if !facts.escalated.is_blank() {
            blocks.push(Block::Definitions(vec![self.term("escalated", facts.escalated.block())]));
        }
        blocks
    }

    fn bodies(&self, whole: &Whole<'_>) -> Vec<Vec<SafeText>> {
        let bodies = whole.item.item.facts.bodies.iter();
        let row = |one: &crate::domain::meeting::ItemBody| {
            vec![self.words.body(&one.organisation), self.words.or_empty(&one.position), one.legal_room.block()]
        };
        bodies.map(row).collect()
    }

    fn options(&self, whole: &Whole<'_>) -> Vec<Vec<SafeText>> {
        let options = whole.item.item.facts.options.iter().zip(1..);
        let number = |at: i32| SafeText::line(&at.to_string());
        options.map(|(one, at)| vec![number(at), one.text.block(), one.consequences.block()]).collect()
    }

    fn grounds(&self, whole: &Whole<'_>) -> Vec<Vec<SafeText>> {
        let until = |on: Option<crate::domain::Date>| match on {
            Some(on) => SafeText::line(&self.words.texts.day(on)),
            None => self.words.get("no-end"),
        };
        let own = self.reader.code();
        let row = |ground: &&crate::domain::meeting::ItemGround| {
            // With whom else it is shared is the secretariat's.
            let bodies = ground.bodies.iter().filter(|body| own.is_none_or(|own| own == *body));
            vec![ground.basis.block(), ground.purpose.block(), self.words.bodies(bodies), until(ground.until)]
        };
        whole.grounds.iter().map(row).collect()
    }

    /// A table, or that there is nothing to stand in it.
    pub(super) fn or_none(&self, columns: &[&str], rows: Vec<Vec<SafeText>>) -> Vec<Block> {
        vec![if rows.is_empty() { Block::Note(self.words.get("empty")) } else { self.table(columns, rows) }]
    }
}
