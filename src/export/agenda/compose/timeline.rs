//! The timeline of a case in the papers of its item: a day and a sentence for each step.

use super::Maker;
use crate::{
    domain::{
        signal::{Entry, EntryKind},
        text::{RawText, SafeText},
        zone,
    },
    export::agenda::{model::Block, reading::Whole, steps::Step},
};

/// Steps in a paper: the report, and the last ones.
const MOST: usize = 20;

impl Maker<'_> {
    /// The steps as a table, with how many are not in it; nothing: there is none.
    pub(super) fn timeline(&self, whole: &Whole<'_>) -> Vec<Block> {
        let left_out = whole.steps.len().saturating_sub(MOST);
        let is_told = |at: usize| at == 0 || at > left_out;
        let told = whole.steps.iter().enumerate().filter(|(at, _)| left_out == 0 || is_told(*at));
        let rows: Vec<Vec<SafeText>> = told.map(|(_, step)| self.step(step)).collect();
        if rows.is_empty() {
            return vec![];
        }
        let more = (left_out > 0).then(|| Block::Note(self.words.with("steps-left-out", &[("count", left_out.into())])));
        more.into_iter().chain([self.table(&["column-on", "column-what"], rows)]).collect()
    }

    fn step(&self, step: &Step<'_>) -> Vec<SafeText> {
        let (at, what) = match step {
            Step::Whole(entry) => (entry.at, self.said(entry)),
            Step::Named(at, name, linked) => {
                let label = linked.map(|linked| linked.label.line()).unwrap_or_default();
                (*at, self.words.with(&format!("step-{name}"), &[("label", label.into())]))
            }
        };
        vec![SafeText::line(&self.words.texts.day(zone::date_of(at))), what]
    }

    /// What the case itself says of it.
    fn said(&self, entry: &Entry) -> SafeText {
        let texts = self.words.texts;
        let text = match (entry.kind, &entry.contact) {
            (EntryKind::Received, _) => return self.words.get("step-received"),
            (EntryKind::Contact, Some(contact)) => {
                let called = texts.contact(contact);
                return RawText(format!("{called} {}", contact.agreed.raw()).trim_end().to_owned()).block();
            }
            (EntryKind::Change, _) => {
                let state = |code: &Option<RawText>| {
                    let code = code.as_ref().map(RawText::raw).unwrap_or_default();
                    let key = format!("status-{code}");
                    if texts.has(&key) { texts.get(&key) } else { code.to_owned() }
                };
                let values = [("old", state(&entry.old).into()), ("new", state(&entry.new).into())];
                return self.words.with("step-status", &values);
            }
            _ => texts.linked(entry),
        };
        text.map_or_else(|| entry.text.block(), |text| SafeText::line(&text))
    }
}
