//! What may ring the bell, and nothing else: a signal is mine without my doing, it was taken over from me, or the hard date
//! of one of mine is today. Told from the lists alone: nothing is read for it, and reading is logged.

use std::collections::{BTreeMap, BTreeSet};

use super::{Message, State, Tone, actions::Pending, form::Purpose, message::Effect};
use crate::{
    client::replica::{SignalQuery, Sort, SortBy},
    domain::{Date, Instant, filter::Owned, ids::SignalId, text::SafeText},
};

/// What was mine at the last look, and what was told of today.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// Mine, each with the end of its lease; nothing before the first look.
    mine: Option<BTreeMap<SignalId, Instant>>,
    /// Whose hard date was told on this day: once a day for each.
    told: (Option<Date>, BTreeSet<SignalId>),
}

impl State {
    /// Looks at what is mine. Tells what I must know, and rings.
    pub(super) fn attend(&mut self) -> Vec<Effect> {
        let Some(me) = self.me.as_ref().map(|me| me.account).filter(|_| self.loaded) else { return vec![] };
        let now = self.server_now();
        let signals = self.replica.signals();
        let mut query = SignalQuery::parse("");
        (query.open_only, query.owned) = (true, Some(Owned::Me));
        let rows = signals.select(&query, Sort { by: SortBy::HardDate, descending: false }, now, Some(me));
        let mut mine = BTreeMap::new();
        let mut due = Vec::new();
        let mut given = Vec::new();
        if self.watch.told.0 != Some(self.today) {
            self.watch.told = (Some(self.today), BTreeSet::new());
        }
        for row in rows.into_iter().filter_map(|row| signals.get(row)) {
            let Some(owner) = row.owner_at(now) else { continue };
            let id = row.id();
            mine.insert(id, owner.lease_until);
            let is_new = self.watch.mine.as_ref().is_some_and(|before| !before.contains_key(&id));
            let by_me = is_new && self.did_myself(id, row.version());
            if is_new && !by_me {
                given.push(id);
            }
            // What I take myself I have just looked at.
            let today = row.hard_date().is_some_and(|date| date.on == self.today);
            if today && self.watch.told.1.insert(id) && !by_me {
                due.push(id);
            }
        }
        let before = self.watch.mine.replace(mine).unwrap_or_default();
        let taken: Vec<(SignalId, SafeText)> = before
            .into_iter()
            .filter(|(id, lease)| *lease > now && !self.watch.mine.as_ref().is_some_and(|mine| mine.contains_key(id)))
            .filter_map(|(id, _)| {
                let owner = signals.find(id).and_then(|row| signals.get(row))?.owner_at(now)?;
                (owner.account != me).then(|| (id, SafeText::line(owner.name)))
            })
            .collect();
        let mut words = Vec::new();
        for id in given {
            words.push(self.texts.with("attention-given", &[("number", self.short_number(id).into())]));
        }
        for (id, name) in taken {
            words.push(self.texts.with("attention-taken", &[("number", self.short_number(id).into()), ("name", name.into())]));
        }
        match due[..] {
            [] => {}
            [id] => words.push(self.texts.with("attention-due", &[("number", self.short_number(id).into())])),
            _ => words.push(self.texts.with("attention-due-several", &[("count", due.len().into())])),
        }
        if words.is_empty() {
            return vec![];
        }
        let words = SafeText::line(&words.join(" "));
        match &mut self.message {
            // What was just done, or must be known first, stays.
            Some(message) => message.advice = words,
            None => self.message = Some(Message { tone: Tone::Warn, text: words, advice: SafeText::default(), undo: false }),
        }
        vec![Effect::Ring]
    }

    /// Did this window make that change? It is under way, or its answer came before the list told.
    fn did_myself(&self, id: SignalId, version: i64) -> bool {
        let mine = |pending: &Pending| match pending {
            Pending::Act { signal, .. } => *signal == id,
            Pending::Form(Purpose::Note(signal) | Purpose::Contact(signal) | Purpose::TakeOver(signal)) => *signal == id,
            Pending::Form(Purpose::Intake | Purpose::NoteMany | Purpose::ContactMany) => true,
            Pending::Form(Purpose::SaveView | Purpose::RenameView(_)) => false,
            // Of which signal they are is not known here: what comes of them is one's own.
            Pending::Form(_) | Pending::Confirm => true,
            Pending::Read(_) | Pending::ReadClock(_) | Pending::Search(_) | Pending::View(_) => false,
        };
        self.requests.values().any(mine) || self.whole(id).is_some_and(|whole| whole.version >= version)
    }
}
