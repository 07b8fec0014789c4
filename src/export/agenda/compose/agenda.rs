//! The agenda: when and where, the items with their times, what is asked, who is invited, and the open commitments.

use super::{Maker, PROMISED};
use crate::{
    domain::{
        meeting::{Slot, StandingItem},
        text::SafeText,
    },
    export::agenda::{
        Paper, Reader,
        model::Block,
        reading::{self, Seen},
    },
};

impl Maker<'_> {
    /// Its parts, with headings from this level.
    pub(super) fn agenda(&self, seen: &[Seen<'_>], level: u8) -> Vec<Block> {
        let mut blocks = vec![Block::Definitions(self.when_and_where())];
        blocks.push(self.heading(level, "items"));
        if seen.is_empty() {
            blocks.push(Block::Note(self.words.get("no-items")));
        }
        let slots = &self.source.edition.content.facts.slots;
        let of_slot = |number: u16| seen.iter().filter(|one| one.times.slot == number).collect::<Vec<_>>();
        for (slot, number) in slots.iter().zip(1..) {
            let items = of_slot(number);
            if items.is_empty() {
                continue;
            }
            if slots.len() > 1 {
                let values = [("number", u32::from(number).into()), ("when", self.slot(slot).into())];
                blocks.push(Block::Heading(level + 1, self.words.with("slot", &values)));
            }
            blocks.push(self.items(&items, Some(slot)));
            blocks.extend(self.overrun(number, slot));
        }
        let without: Vec<&Seen<'_>> = seen.iter().filter(|one| one.times.starts_at.is_none()).collect();
        if !without.is_empty() {
            blocks.push(self.heading(level + 1, "without-slot"));
            blocks.push(self.items(&without, None));
        }
        let template = &self.source.template;
        if !template.leaves_out("asked") {
            self.asked(seen, level, &mut blocks);
        }
        if !template.leaves_out("papers") {
            self.all_papers(seen, level, &mut blocks);
        }
        if !template.leaves_out("open-commitments") {
            self.open_commitments(seen, level, &mut blocks);
        }
        if !template.leaves_out("invited") {
            self.invitees(seen, level, &mut blocks);
        }
        blocks
    }

    /// What is said about the meeting itself.
    pub(super) fn when_and_where(&self) -> Vec<(SafeText, SafeText)> {
        let facts = &self.source.edition.content.facts;
        let times: Vec<String> = facts.slots.iter().map(|slot| self.slot(slot).into_string()).collect();
        let mut terms = vec![self.term("when", SafeText::block(&times.join("\n")))];
        terms.extend(
            facts.held().into_iter().filter(|(_, text)| !text.is_blank()).map(|(key, text)| self.term(key, text.block())),
        );
        // Once decisions are made, papers are no longer due.
        let due = facts.papers_due_on().filter(|_| !matches!(self.paper, Paper::Decisions));
        if let Some(due) = due {
            terms.push(self.term("papers-due", SafeText::line(&self.words.texts.day(due))));
        }
        let reader = match self.reader {
            Reader::Body(code) => self.words.body_in_full(code),
            Reader::Secretariat | Reader::Person(..) => self.reader_named(),
        };
        terms.push(self.term("reader", reader));
        terms
    }

    fn items(&self, items: &[&Seen<'_>], slot: Option<&Slot>) -> Block {
        let row = |one: &&Seen<'_>| {
            let number = SafeText::line(&one.times.number.to_string());
            let time = self.words.span(one.times.starts_at, one.times.ends_at, slot.map(|slot| slot.starts_at));
            match &one.whole {
                Some(whole) => {
                    let facts = &whole.item.item.facts;
                    let minutes = SafeText::line(&facts.minutes.to_string());
                    vec![number, time, self.named(whole), facts.presenter.line(), minutes]
                }
                None => vec![number, time, self.words.get("withheld"), SafeText::default(), SafeText::default()],
            }
        };
        let columns = ["column-number", "column-time", "column-item", "column-presenter", "column-minutes"];
        self.table(&columns, items.iter().map(row).collect())
    }

    /// That a slot is too short; a body does not see what else is in it.
    fn overrun(&self, number: u16, slot: &Slot) -> Option<Block> {
        let items = self.source.edition.content.items.iter().map(|one| &one.item.facts).filter(|facts| facts.slot == number);
        let over = items.map(|facts| i64::from(facts.minutes)).sum::<i64>() - slot.minutes();
        let is_told = over > 0 && *self.reader == Reader::Secretariat;
        is_told.then(|| Block::Note(self.words.with("overrun", &[("minutes", over.into())])))
    }

    fn asked(&self, seen: &[Seen<'_>], level: u8, blocks: &mut Vec<Block>) {
        let asked = seen.iter().filter_map(|one| {
            let whole = one.whole.as_ref()?;
            let asked = &whole.item.item.facts.decision_asked;
            let number = SafeText::line(&one.times.number.to_string());
            (!asked.is_blank()).then(|| vec![number, self.named(whole), asked.block()])
        });
        let asked: Vec<_> = asked.collect();
        if !asked.is_empty() {
            blocks.push(self.heading(level, "asked"));
            blocks.push(self.table(&["column-number", "column-item", "column-asked"], asked));
        }
    }

    fn open_commitments(&self, seen: &[Seen<'_>], level: u8, blocks: &mut Vec<Block>) {
        let promises = reading::open_promises(self.source, self.reader);
        let is_item = |one: &Seen<'_>| {
            one.whole.as_ref().is_some_and(|whole| whole.item.item.standing == Some(StandingItem::OpenCommitments))
        };
        if promises.is_empty() && !seen.iter().any(is_item) {
            return;
        }
        blocks.push(self.heading(level, "open-commitments"));
        blocks.push(match promises.is_empty() {
            true => Block::Note(self.words.get("no-commitments")),
            false => self.table(PROMISED, self.promised(&promises)),
        });
    }

    fn invitees(&self, seen: &[Seen<'_>], level: u8, blocks: &mut Vec<Block>) {
        let rows = seen.iter().filter_map(|one| Some((one, one.whole.as_ref()?))).flat_map(|(one, whole)| {
            self.invited(whole).into_iter().map(|mut row| {
                row.insert(0, SafeText::line(&one.times.number.to_string()));
                row
            })
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            return;
        }
        let columns: Vec<&str> = std::iter::once("column-number").chain(self.invited_columns().iter().copied()).collect();
        blocks.push(self.heading(level, "invited"));
        blocks.push(self.table(&columns, rows));
    }
}
