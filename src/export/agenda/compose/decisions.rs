//! The decision list: per item what was decided and what was promised.

use super::{Maker, PROMISED};
use crate::{
    domain::{meeting::LetDecision, text::SafeText},
    export::agenda::{
        model::Block,
        reading::{Seen, Whole},
    },
};

impl Maker<'_> {
    pub(super) fn decisions(&self, seen: &[Seen<'_>]) -> Vec<Block> {
        let mut blocks = vec![Block::Definitions(self.when_and_where())];
        if let Some(list) = &self.source.sending.list {
            blocks.push(Block::Note(self.words.with("sent-on", &[("day", self.words.day(list.sent.at).into())])));
        }
        for one in seen {
            let Some(whole) = &one.whole else {
                let number = SafeText::line(&one.times.number.to_string());
                blocks.push(Block::Heading(2, self.words.with("item-numbered", &[("number", number.into())])));
                blocks.push(Block::Note(self.words.get("decision-withheld")));
                continue;
            };
            blocks.push(Block::Heading(2, self.item_title(one, whole)));
            self.of_item(whole, &mut blocks);
        }
        if seen.is_empty() {
            blocks.push(Block::Note(self.words.get("no-items")));
        }
        if self.reader.code().is_none() && self.source.lessons > 0 {
            blocks.push(Block::Note(self.words.with("lessons-noted", &[("count", self.source.lessons.into())])));
        }
        blocks
    }

    fn of_item(&self, whole: &Whole<'_>, blocks: &mut Vec<Block>) {
        blocks.extend(self.papers_named(whole));
        if whole.decisions.is_empty() && whole.promises.is_empty() {
            blocks.push(Block::Note(self.words.get("nothing-decided")));
            return;
        }
        if !whole.decisions.is_empty() {
            blocks.push(self.heading(3, "decided"));
            let own = self.reader.code();
            let row = |made: &&LetDecision| {
                let facts = &made.facts;
                let bodies = facts.bodies.iter().filter(|body| own.is_none_or(|own| own == *body));
                vec![facts.text.block(), self.words.bodies(bodies), facts.legal_room.block()]
            };
            let columns = ["column-decision", "column-bodies", "column-room-used"];
            blocks.push(self.table(&columns, whole.decisions.iter().map(row).collect()));
        }
        if !whole.promises.is_empty() {
            blocks.push(self.heading(3, "promised"));
            blocks.push(self.table(PROMISED, self.promised(&whole.promises)));
            blocks.extend(self.not_sent(whole));
        }
    }

    /// What was promised or corrected after the decisions were sent, for the secretariat: the bodies do not have it.
    fn not_sent(&self, whole: &Whole<'_>) -> Option<Block> {
        let list = self.source.sending.list.as_ref().filter(|_| self.reader.code().is_none())?;
        let later = whole.promises.iter().filter(|promise| !list.sent.holds(&promise.commitment));
        let later: Vec<String> = later.map(|promise| promise.commitment.facts.text.line().into_string()).collect();
        (!later.is_empty()).then(|| Block::Note(self.words.with("not-sent-yet", &[("what", later.join("; ").into())])))
    }
}
