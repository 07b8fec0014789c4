//! The change feed: which object changed last at which sequence, per scope.
//!
//! The sequence is raised by the last statement before commit and its row stays locked until then: who sees sequence N sees
//! everything below N.

use super::{
    Link, StoreError,
    query::{all, one, run},
};
use crate::{
    domain::{arrangement::ArrangementKind, meeting::PartKind},
    server::random,
};

/// Who may see a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Signals, for the desk.
    Desk,
    /// The register, for who may hold a copy of it.
    Register,
    /// Saved views, each for its own account or its organisation.
    Views,
    /// Rows of the deadline board, for who sees signals.
    Deadlines,
    /// Alarms, for who sees signals.
    Alarms,
    /// Tokens of calendar feeds: no feed has them.
    FeedTokens,
    /// Time-outs: no feed has them; what they change there are signals and deadlines.
    TimeOuts,
    /// Meetings, for who sees signals.
    Meetings,
    /// Items of agendas and candidates, for who sees signals.
    AgendaItems,
    /// Invitations or decisions: no feed has them; what they change there are items.
    AgendaParts(PartKind),
    /// Lessons, for who sees signals.
    Lessons,
    /// Series of meetings, for who sees signals.
    Series,
    /// Deliveries of the register: no feed has them; what they change there are entries.
    Deliveries,
    /// Lists of cases to destroy: no feed has them; what they change there are signals and what belongs to them.
    Destructions,
    /// Cases that leave in a file: no feed has them; what they change there are signals.
    Exports,
    /// Shares of cases: no feed has them; what they change there are signals.
    Shares,
    /// Emergency access to cases: no feed has it; what it changes there are signals.
    EmergencyAccesses,
    /// Messages about cases: no feed has them; what they change there are signals.
    Messages,
    /// Moratoria, bridgings or commitments: as time-outs.
    Arrangements(ArrangementKind),
}

impl Scope {
    /// As in the column.
    pub fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Register => "register",
            Self::Views => "views",
            Self::Deadlines => "deadlines",
            Self::Alarms => "alarms",
            Self::FeedTokens => "feed-tokens",
            Self::TimeOuts => "time-outs",
            Self::Meetings => "meetings",
            Self::AgendaItems => "agenda-items",
            Self::AgendaParts(_) => "agenda-parts",
            Self::Lessons => "lessons",
            Self::Series => "meeting-series",
            Self::Deliveries => "deliveries",
            Self::Destructions => "destructions",
            Self::Exports => "exports",
            Self::Shares => "shares",
            Self::EmergencyAccesses => "emergency-accesses",
            Self::Messages => "messages",
            Self::Arrangements(_) => "arrangements",
        }
    }

    /// The kind of object in this scope, as on the wire.
    pub fn entity(self) -> &'static str {
        match self {
            Self::Desk => "signal",
            Self::Register => "officer",
            Self::Views => "view",
            Self::Deadlines => "deadline",
            Self::Alarms => "alarm",
            Self::FeedTokens => "feed-token",
            Self::TimeOuts => "time-out",
            Self::Meetings => "meeting",
            Self::AgendaItems => "agenda-item",
            Self::AgendaParts(kind) => kind.code(),
            Self::Lessons => "lesson",
            Self::Series => "meeting-series",
            Self::Deliveries => "delivery",
            Self::Destructions => "destruction",
            Self::Exports => "export",
            Self::Shares => "share",
            Self::EmergencyAccesses => "emergency-access",
            Self::Messages => "message",
            Self::Arrangements(kind) => kind.code(),
        }
    }
}

/// The channel PostgreSQL wakes other instances through.
pub const CHANNEL: &str = "loket_changes";

/// Raises the sequence for an object: the last statements before commit.
pub async fn raise(link: &mut Link, scope: Scope, id: &str) -> Result<i64, StoreError> {
    tell(link, scope, id, 0).await
}

/// The same of an object that is there no more: who has a copy lets go of it.
pub async fn bury(link: &mut Link, scope: Scope, id: &str) -> Result<i64, StoreError> {
    tell(link, scope, id, 1).await
}

async fn tell(link: &mut Link, scope: Scope, id: &str, gone: i64) -> Result<i64, StoreError> {
    let (seq,) = one!(link, (i64,), "UPDATE counters SET value = value + 1 WHERE name = 'changes' RETURNING value")?;
    run!(
        link,
        "INSERT INTO changes (scope, entity, id, seq, gone) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (scope, entity, id) DO UPDATE SET seq = excluded.seq, gone = excluded.gone",
        scope.code(),
        scope.entity(),
        id,
        seq,
        gone
    )?;
    if let super::End::Pg(end) = link.end() {
        sqlx::query("SELECT pg_notify($1, '')").bind(CHANNEL).execute(end).await?;
    }
    Ok(seq)
}

/// What names this store, so that a cursor of another is told apart, and the sequence of the last commit.
pub async fn head(link: &mut Link) -> Result<(String, i64), StoreError> {
    one!(link, (String, i64), "SELECT s.value, c.value FROM settings s, counters c WHERE s.name = 'epoch' AND c.name = 'changes'")
}

/// Names the store anew: every cursor given before is one of another store, and who holds one starts again. For a store that was
/// put back to an earlier state, where sequences would be given a second time.
pub async fn rename(link: &mut Link) -> Result<(), StoreError> {
    run!(link, "UPDATE settings SET value = $1 WHERE name = 'epoch'", name()?)?;
    Ok(())
}

/// A name for a store, of sixteen characters.
pub fn name() -> Result<String, StoreError> {
    Ok(random::bytes::<8>()?.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The last sequence of what the desk sees (signals, views, deadlines, meetings and their items) and of the register.
pub async fn heads(link: &mut Link) -> Result<(i64, i64), StoreError> {
    one!(
        link,
        (i64, i64),
        "SELECT COALESCE((SELECT MAX(seq) FROM changes WHERE scope IN \
         ('desk', 'views', 'deadlines', 'alarms', 'meetings', 'agenda-items', 'lessons', 'meeting-series')), 0), \
         COALESCE((SELECT MAX(seq) FROM changes WHERE scope = 'register'), 0)"
    )
}

/// What a scope shows of its rows.
struct Shown {
    /// Every row after an id.
    all: &'static str,
    /// The rows that changed after a sequence.
    changed: &'static str,
}

macro_rules! shown {
    ($scope:literal, $table:literal, $column:literal) => {
        Some(Shown {
            all: concat!("SELECT id, ", $column, " FROM ", $table, " WHERE id > $1 ORDER BY id LIMIT $2"),
            changed: concat!(
                "SELECT c.seq, c.id, c.gone, t.",
                $column,
                " FROM changes c LEFT JOIN ",
                $table,
                " t ON t.id = c.id WHERE c.scope = '",
                $scope,
                "' AND c.seq > $1 ORDER BY c.seq LIMIT $2"
            ),
        })
    };
}

/// What each scope shows; nothing: no feed has it.
fn shown(scope: Scope) -> Option<Shown> {
    match scope {
        Scope::Desk => shown!("desk", "signals", "summary"),
        Scope::Register => shown!("register", "officers", "document"),
        Scope::Deadlines => shown!("deadlines", "deadlines", "document"),
        Scope::Alarms => shown!("alarms", "alarms", "document"),
        Scope::Meetings => shown!("meetings", "meetings", "summary"),
        Scope::AgendaItems => shown!("agenda-items", "agenda_items", "summary"),
        Scope::Lessons => shown!("lessons", "lessons", "document"),
        Scope::Series => shown!("meeting-series", "meeting_series", "document"),
        // Who looks matters for views: see `views::changed_after`.
        Scope::Views
        | Scope::FeedTokens
        | Scope::TimeOuts
        | Scope::Destructions
        | Scope::Exports
        | Scope::Shares
        | Scope::EmergencyAccesses
        | Scope::Messages
        | Scope::Arrangements(_)
        | Scope::AgendaParts(_)
        | Scope::Deliveries => None,
    }
}

/// Every row of a scope after an id, in order: id and row as JSON.
pub async fn all_after(link: &mut Link, scope: Scope, id: &str, most: i64) -> Result<Vec<(String, String)>, StoreError> {
    match shown(scope) {
        Some(shown) => all!(link, (String, String), shown.all, id, most),
        None => Ok(vec![]),
    }
}

/// Changed rows after a sequence, in order, newest state once: sequence, id, gone, and the row as JSON unless gone.
pub async fn after(
    link: &mut Link,
    scope: Scope,
    seq: i64,
    most: i64,
) -> Result<Vec<(i64, String, i64, Option<String>)>, StoreError> {
    match shown(scope) {
        Some(shown) => all!(link, (i64, String, i64, Option<String>), shown.changed, seq, most),
        None => Ok(vec![]),
    }
}

/// Whole documents, as what follows the store in memory reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Documents {
    /// Entries of the register.
    Register,
    /// Signals, without their timelines.
    Signals,
}

impl Documents {
    fn shown(self) -> Option<Shown> {
        match self {
            Self::Register => shown(Scope::Register),
            Self::Signals => shown!("desk", "signal_documents", "document"),
        }
    }
}

/// As [`all_after`], of whole documents.
pub async fn all_documents_after(
    link: &mut Link,
    documents: Documents,
    id: &str,
    most: i64,
) -> Result<Vec<(String, String)>, StoreError> {
    match documents.shown() {
        Some(shown) => all!(link, (String, String), shown.all, id, most),
        None => Ok(vec![]),
    }
}

/// As [`after`], of whole documents.
pub async fn documents_after(
    link: &mut Link,
    documents: Documents,
    seq: i64,
    most: i64,
) -> Result<Vec<(i64, String, i64, Option<String>)>, StoreError> {
    match documents.shown() {
        Some(shown) => all!(link, (i64, String, i64, Option<String>), shown.changed, seq, most),
        None => Ok(vec![]),
    }
}
