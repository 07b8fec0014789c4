//! What changed between two versions of an agenda, in lines: which item, and what it said and says.

use std::collections::HashMap;

use crate::{
    cli::call::Stop,
    client::Session,
    domain::{
        ids::{AgendaItemId, EditionId},
        meeting::{AgendaItem, Difference, EditionContent},
        text::SafeText,
    },
    locale::Texts,
};

/// What items are called.
#[derive(Default)]
pub(super) struct Titles(HashMap<AgendaItemId, String>);

impl Titles {
    /// Those of a fixed version.
    pub(super) fn of(content: &EditionContent) -> Self {
        let mut titles = Self::default();
        titles.add(content.items.iter().map(|one| &one.item));
        titles
    }

    /// With those of another fixed version.
    pub(super) async fn with_edition(mut self, session: &Session, id: EditionId) -> Result<Self, Stop> {
        self.add(session.edition(id).await?.item.content.items.iter().map(|one| &one.item));
        Ok(self)
    }

    /// With those of the agenda as it is now.
    pub(super) async fn with_agenda(mut self, session: &Session, meeting: &str) -> Result<Self, Stop> {
        self.add(session.agenda(meeting).await?.items.iter().map(|one| &one.item));
        Ok(self)
    }

    /// A name that is known stays as it is.
    fn add<'a>(&mut self, items: impl Iterator<Item = &'a AgendaItem>) {
        for item in items {
            let number = item.signal_number.map(|number| format!("{} ", number.short())).unwrap_or_default();
            self.0.entry(item.id).or_insert_with(|| format!("{number}{}", item.facts.title.line()));
        }
    }

    fn get(&self, id: AgendaItemId) -> String {
        self.0.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }
}

/// A line for each change.
pub(super) fn lines(changes: &Difference, titles: &Titles, texts: &Texts) -> Vec<SafeText> {
    let titled = |key: &str, id: AgendaItemId| texts.with(key, &[("title", titles.get(id).into())]);
    let mut lines = vec![];
    if !changes.meeting.is_empty() {
        let fields = texts.changed(&changes.meeting, &changes.meeting_values);
        lines.push(texts.with("changes-meeting", &[("fields", fields.into())]));
    }
    lines.extend(changes.added.iter().map(|id| titled("changes-added", *id)));
    lines.extend(changes.removed.iter().map(|id| titled("changes-removed", *id)));
    lines.extend(changes.moved.iter().map(|moved| {
        let place = |number: u32| u64::from(number).to_string();
        let values =
            [("title", titles.get(moved.item).into()), ("from", place(moved.from).into()), ("to", place(moved.to).into())];
        texts.with("changes-moved", &values)
    }));
    lines.extend(changes.changed.iter().map(|change| {
        let fields = texts.changed(&change.fields, &change.values);
        texts.with("changes-changed", &[("title", titles.get(change.item).into()), ("fields", fields.into())])
    }));
    lines.iter().map(|line| SafeText::line(line)).collect()
}
