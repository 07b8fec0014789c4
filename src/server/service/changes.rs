//! The change feed, batch by batch: constant memory however much there is.

use chrono::TimeDelta;

use super::{Refused, Service};
use crate::server::{
    identity::Caller,
    store::{
        Store, StoreError, agenda_items, alarms,
        changes::{self, Scope},
        deadlines, lessons, meetings, officers, signals,
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

/// Where a feed stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Phase {
    Reset,
    AllSignals(i64),
    AllOfficers(String),
    Signals(i64),
    Officers(i64),
    AllViews(String),
    Views(i64),
    AllDeadlines(String),
    Deadlines(i64),
    AllAlarms(String),
    Alarms(i64),
    AllMeetings(String),
    Meetings(i64),
    AllItems(String),
    Items(i64),
    AllLessons(String),
    Lessons(i64),
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
        self.listed(caller, "changes.read", "changes")?;
        let (epoch, head) = changes::head(&mut self.store.read().await?).await?;
        let since = cursor.map(|cursor| read_cursor(cursor, &epoch, view).filter(|since| *since <= head));
        let (since, phase) = match since {
            Some(Some(since)) => (since, Phase::Signals(since)),
            Some(None) => (0, Phase::Reset),
            None => (0, Phase::AllSignals(0)),
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
                    self.phase = Phase::AllSignals(0);
                    "{\"kind\":\"reset\"}\n".to_owned()
                }
                Phase::AllSignals(after) => self.all_signals(after).await?,
                Phase::AllOfficers(after) => self.all_officers(&after).await?,
                Phase::Signals(after) => self.changed(Scope::Desk, after).await?,
                Phase::Officers(after) => self.changed(Scope::Register, after).await?,
                Phase::AllViews(after) => self.all_views(&after).await?,
                Phase::Views(after) => self.changed_views(after).await?,
                Phase::AllDeadlines(after) => self.all_deadlines(&after).await?,
                Phase::Deadlines(after) => self.changed(Scope::Deadlines, after).await?,
                Phase::AllAlarms(after) => self.all_alarms(&after).await?,
                Phase::Alarms(after) => self.changed(Scope::Alarms, after).await?,
                Phase::AllMeetings(after) => self.all_meetings(&after).await?,
                Phase::Meetings(after) => self.changed(Scope::Meetings, after).await?,
                Phase::AllItems(after) => self.all_items(&after).await?,
                Phase::Items(after) => self.changed(Scope::AgendaItems, after).await?,
                Phase::AllLessons(after) => self.all_lessons(&after).await?,
                Phase::Lessons(after) => self.changed(Scope::Lessons, after).await?,
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

    async fn all_signals(&mut self, after: i64) -> Result<String, StoreError> {
        let rows = match self.view.signals {
            true => signals::summaries_after(&mut self.store.read().await?, after, STEP).await?,
            false => vec![],
        };
        self.phase = match rows.last() {
            Some((number, _)) => Phase::AllSignals(*number),
            None => Phase::AllOfficers(String::new()),
        };
        Ok(lines(Scope::Desk, rows.iter().map(|(_, row)| row)))
    }

    async fn all_officers(&mut self, after: &str) -> Result<String, StoreError> {
        let rows = match self.view.register {
            true => officers::documents_after(&mut self.store.read().await?, after, STEP).await?,
            false => vec![],
        };
        self.phase = rows.last().map_or(Phase::AllViews(String::new()), |(id, _)| Phase::AllOfficers(id.clone()));
        Ok(lines(Scope::Register, rows.iter().map(|(_, row)| row)))
    }

    async fn all_views(&mut self, after: &str) -> Result<String, StoreError> {
        let rows = match self.view.signals {
            true => views::seen_after(&mut self.store.read().await?, &self.eyes, after, STEP).await?,
            false => vec![],
        };
        self.phase = rows.last().map_or(Phase::AllDeadlines(String::new()), |(id, _)| Phase::AllViews(id.clone()));
        Ok(lines(Scope::Views, rows.iter().map(|(_, row)| row)))
    }

    async fn all_deadlines(&mut self, after: &str) -> Result<String, StoreError> {
        let rows = match self.view.signals {
            true => deadlines::after(&mut self.store.read().await?, after, STEP).await?,
            false => vec![],
        };
        self.phase = rows.last().map_or(Phase::AllAlarms(String::new()), |(id, _)| Phase::AllDeadlines(id.clone()));
        Ok(lines(Scope::Deadlines, rows.iter().map(|(_, row)| row)))
    }

    async fn all_alarms(&mut self, after: &str) -> Result<String, StoreError> {
        let rows = match self.view.signals {
            true => alarms::after(&mut self.store.read().await?, after, self.alarms_since, STEP).await?,
            false => vec![],
        };
        self.phase = rows.last().map_or(Phase::AllMeetings(String::new()), |(id, _)| Phase::AllAlarms(id.clone()));
        Ok(lines(Scope::Alarms, rows.iter().map(|(_, row)| row)))
    }

    async fn all_meetings(&mut self, after: &str) -> Result<String, StoreError> {
        let rows = match self.view.signals {
            true => meetings::after(&mut self.store.read().await?, after, STEP).await?,
            false => vec![],
        };
        self.phase = rows.last().map_or(Phase::AllItems(String::new()), |(id, _)| Phase::AllMeetings(id.clone()));
        Ok(lines(Scope::Meetings, rows.iter().map(|(_, row)| row)))
    }

    async fn all_items(&mut self, after: &str) -> Result<String, StoreError> {
        let rows = match self.view.signals {
            true => agenda_items::after(&mut self.store.read().await?, after, STEP).await?,
            false => vec![],
        };
        self.phase = rows.last().map_or(Phase::AllLessons(String::new()), |(id, _)| Phase::AllItems(id.clone()));
        Ok(lines(Scope::AgendaItems, rows.iter().map(|(_, row)| row)))
    }

    async fn all_lessons(&mut self, after: &str) -> Result<String, StoreError> {
        let rows = match self.view.signals {
            true => lessons::after(&mut self.store.read().await?, after, STEP).await?,
            false => vec![],
        };
        self.phase = rows.last().map_or(Phase::Cursor, |(id, _)| Phase::AllLessons(id.clone()));
        Ok(lines(Scope::Lessons, rows.iter().map(|(_, row)| row)))
    }

    /// As [`Feed::changed`], for views: what is told depends on who looks.
    async fn changed_views(&mut self, after: i64) -> Result<String, StoreError> {
        let rows = match self.view.signals && after < self.head {
            true => views::changed_after(&mut self.store.read().await?, &self.eyes, after, STEP).await?,
            false => vec![],
        };
        let last = rows.last().map(|(seq, _)| *seq).filter(|seq| *seq < self.head);
        self.phase = last.map_or(Phase::Deadlines(self.since), Phase::Views);
        let told = |(_, told): &(i64, Told)| match told {
            Told::Row(row) => line(Scope::Views, row),
            Told::Gone(id) => tombstone(Scope::Views, id),
            Told::Nothing => String::new(),
        };
        Ok(rows.iter().map(told).collect())
    }

    /// Rows that changed up to `head` and, when they change again meanwhile, a little beyond: newest state, order kept.
    async fn changed(&mut self, scope: Scope, after: i64) -> Result<String, StoreError> {
        let visible = if scope == Scope::Register { self.view.register } else { self.view.signals };
        let rows = if visible && after < self.head {
            changes::after(&mut self.store.read().await?, scope, after, STEP).await?
        } else {
            vec![]
        };
        let last = rows.last().map(|(seq, ..)| *seq).filter(|seq| *seq < self.head);
        self.phase = match (scope, last) {
            (Scope::Desk, Some(seq)) => Phase::Signals(seq),
            (Scope::Register, Some(seq)) => Phase::Officers(seq),
            (Scope::Desk, None) => Phase::Officers(self.since),
            (Scope::Deadlines, Some(seq)) => Phase::Deadlines(seq),
            (Scope::Deadlines, None) => Phase::Alarms(self.since),
            (Scope::Alarms, Some(seq)) => Phase::Alarms(seq),
            (Scope::Alarms, None) => Phase::Meetings(self.since),
            (Scope::Meetings, Some(seq)) => Phase::Meetings(seq),
            (Scope::Meetings, None) => Phase::Items(self.since),
            (Scope::AgendaItems, Some(seq)) => Phase::Items(seq),
            (Scope::AgendaItems, None) => Phase::Lessons(self.since),
            (Scope::Lessons, Some(seq)) => Phase::Lessons(seq),
            (Scope::Lessons, None) => Phase::Cursor,
            (
                Scope::Register
                | Scope::Views
                | Scope::FeedTokens
                | Scope::TimeOuts
                | Scope::Arrangements(_)
                | Scope::AgendaParts(_),
                _,
            ) => Phase::Views(self.since),
        };
        let mut out = String::new();
        for (_, id, gone, row) in &rows {
            match row.as_ref().filter(|_| *gone == 0) {
                Some(row) => out.push_str(&line(scope, row)),
                None => out.push_str(&tombstone(scope, id)),
            }
        }
        Ok(out)
    }
}

fn tombstone(scope: Scope, id: &str) -> String {
    format!("{{\"kind\":\"gone\",\"entity\":\"{}\",\"id\":\"{id}\"}}\n", scope.entity())
}

fn lines<'a>(scope: Scope, rows: impl Iterator<Item = &'a String>) -> String {
    rows.map(|row| line(scope, row)).collect()
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
