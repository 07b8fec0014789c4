//! The change feed, batch by batch: constant memory however much there is.

use chrono::TimeDelta;

use super::{Refused, Service};
use crate::server::{
    identity::Caller,
    store::{
        Store, StoreError, alarms,
        changes::{self, Scope},
        signals,
        views::{self, Eyes, Told},
    },
};

/// What a caller may see of the feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Signals.
    pub signals: bool,
    /// The register.
    pub register: bool,
}

/// How long ago an alarm may have rung to be told in a first sync.
const ALARMS_TOLD: TimeDelta = TimeDelta::days(1);

/// Rows read at a time.
const STEP: i64 = 1000;

/// What a feed shows, in this order.
const SHOWN: [Scope; 9] = [
    Scope::Desk,
    Scope::Register,
    Scope::Views,
    Scope::Deadlines,
    Scope::Alarms,
    Scope::Meetings,
    Scope::AgendaItems,
    Scope::Lessons,
    Scope::Series,
];

/// Where a feed stands. Scopes are told by their place among those that are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Phase {
    Reset,
    /// Every row of a scope after this key.
    All(usize, String),
    /// The rows of a scope that changed after this sequence.
    Changed(usize, i64),
    Cursor,
    Done,
}

/// A feed under way.
pub struct Feed {
    store: Store,
    view: View,
    eyes: Eyes,
    epoch: String,
    since: i64,
    /// The sequence the reply ends at: nothing up to it is left out.
    head: i64,
    /// Alarms that rang before this are old, in microseconds.
    alarms_since: i64,
    phase: Phase,
}

impl Service {
    /// Starts a feed after a cursor; an unknown one begins with a reset and gives everything.
    pub async fn feed(&self, caller: &Caller, view: View, cursor: Option<&str>) -> Result<Feed, Refused> {
        self.listed(caller, "changes.read", "changes").await?;
        let (epoch, head) = changes::head(&mut self.store.read().await?).await?;
        let since = cursor.map(|cursor| read_cursor(cursor, &epoch, view).filter(|since| *since <= head));
        let (since, phase) = match since {
            Some(Some(since)) => (since, Phase::Changed(0, since)),
            Some(None) => (0, Phase::Reset),
            None => (0, Phase::All(0, String::new())),
        };
        let alarms_since = (self.now() - ALARMS_TOLD).timestamp_micros();
        let eyes = super::views::eyes(caller);
        Ok(Feed { store: self.store.clone(), view, eyes, epoch, since, head, alarms_since, phase })
    }
}

impl Feed {
    /// The next lines, each ended by a line break; nothing at the end. `now` goes into the last line.
    pub async fn next(&mut self, now: &str) -> Result<Option<String>, StoreError> {
        loop {
            let lines = match self.phase.clone() {
                Phase::Done => return Ok(None),
                Phase::Reset => {
                    self.phase = Phase::All(0, String::new());
                    "{\"kind\":\"reset\"}\n".to_owned()
                }
                Phase::All(at, after) => self.all(at, &after).await?,
                Phase::Changed(at, after) => self.changed(at, after).await?,
                Phase::Cursor => {
                    self.phase = Phase::Done;
                    let cursor = write_cursor(&self.epoch, self.view, self.head);
                    format!("{{\"kind\":\"cursor\",\"cursor\":\"{cursor}\",\"now\":\"{now}\"}}\n")
                }
            };
            if !lines.is_empty() {
                return Ok(Some(lines));
            }
        }
    }

    async fn all(&mut self, at: usize, after: &str) -> Result<String, StoreError> {
        let Some(scope) = SHOWN.get(at).copied() else {
            self.phase = Phase::Cursor;
            return Ok(String::new());
        };
        let mut link = self.store.read().await?;
        let rows = match scope {
            scope if !self.shows(scope) => vec![],
            // In order of their numbers, as they came in.
            Scope::Desk => {
                let rows = signals::summaries_after(&mut link, after.parse().unwrap_or(0), STEP).await?;
                rows.into_iter().map(|(number, row)| (number.to_string(), row)).collect()
            }
            Scope::Views => views::seen_after(&mut link, &self.eyes, after, STEP).await?,
            Scope::Alarms => alarms::after(&mut link, after, self.alarms_since, STEP).await?,
            scope => changes::all_after(&mut link, scope, after, STEP).await?,
        };
        self.phase = rows.last().map_or(Phase::All(at + 1, String::new()), |(key, _)| Phase::All(at, key.clone()));
        Ok(rows.iter().map(|(_, row)| line(scope, row)).collect())
    }

    /// Rows that changed up to `head` and, when they change again meanwhile, a little beyond: newest state, order kept.
    async fn changed(&mut self, at: usize, after: i64) -> Result<String, StoreError> {
        let Some(scope) = SHOWN.get(at).copied() else {
            self.phase = Phase::Cursor;
            return Ok(String::new());
        };
        let told: Vec<(i64, String)> = if !self.shows(scope) || after >= self.head {
            vec![]
        } else if scope == Scope::Views {
            // What is told depends on who looks.
            let rows = views::changed_after(&mut self.store.read().await?, &self.eyes, after, STEP).await?;
            let told = |told| match told {
                Told::Row(row) => line(scope, &row),
                Told::Gone(id) => tombstone(scope, &id),
                Told::Nothing => String::new(),
            };
            rows.into_iter().map(|(seq, one)| (seq, told(one))).collect()
        } else {
            let rows = changes::after(&mut self.store.read().await?, scope, after, STEP).await?;
            let told = |id: String, gone: i64, row: Option<String>| match row.filter(|_| gone == 0) {
                Some(row) => line(scope, &row),
                None => tombstone(scope, &id),
            };
            rows.into_iter().map(|(seq, id, gone, row)| (seq, told(id, gone, row))).collect()
        };
        let last = told.last().map(|(seq, _)| *seq).filter(|seq| *seq < self.head);
        self.phase = last.map_or(Phase::Changed(at + 1, self.since), |seq| Phase::Changed(at, seq));
        Ok(told.into_iter().map(|(_, line)| line).collect())
    }

    /// May who reads this see rows of it?
    fn shows(&self, scope: Scope) -> bool {
        if scope == Scope::Register { self.view.register } else { self.view.signals }
    }
}

fn tombstone(scope: Scope, id: &str) -> String {
    format!("{{\"kind\":\"gone\",\"entity\":\"{}\",\"id\":\"{id}\"}}\n", scope.entity())
}

fn line(scope: Scope, row: &str) -> String {
    ["{\"kind\":\"", scope.entity(), "\",\"row\":", row, "}\n"].concat()
}

fn rights(view: View) -> &'static str {
    match (view.signals, view.register) {
        (true, true) => "sr",
        (true, false) => "s",
        (false, true) => "r",
        (false, false) => "-",
    }
}

/// The store, the rights and the sequence: a cursor of another store or of other rights is unknown.
fn write_cursor(epoch: &str, view: View, seq: i64) -> String {
    format!("{epoch}.{}.{seq}", rights(view))
}

fn read_cursor(cursor: &str, epoch: &str, view: View) -> Option<i64> {
    let (store, rest) = cursor.split_once('.')?;
    let (seen, seq) = rest.split_once('.')?;
    seq.parse().ok().filter(|seq| *seq >= 0 && store == epoch && seen == rights(view))
}
