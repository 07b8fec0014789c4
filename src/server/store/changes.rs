//! The change feed: which object changed last at which sequence, per scope.
//!
//! The sequence is raised by the last statement before commit and its row stays locked until then: who sees sequence N sees
//! everything below N.

use super::{
    Link, StoreError,
    query::{all, one, run},
};
use crate::domain::{arrangement::ArrangementKind, meeting::PartKind};

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
            Self::Arrangements(kind) => kind.code(),
        }
    }
}

/// The channel PostgreSQL wakes other instances through.
pub const CHANNEL: &str = "loket_changes";

/// Raises the sequence for an object: the last statements before commit.
pub async fn raise(link: &mut Link, scope: Scope, id: &str) -> Result<i64, StoreError> {
    let (seq,) = one!(link, (i64,), "UPDATE counters SET value = value + 1 WHERE name = 'changes' RETURNING value")?;
    run!(
        link,
        "INSERT INTO changes (scope, entity, id, seq, gone) VALUES ($1, $2, $3, $4, 0) \
         ON CONFLICT (scope, entity, id) DO UPDATE SET seq = excluded.seq, gone = 0",
        scope.code(),
        scope.entity(),
        id,
        seq
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

/// The last sequence of what the desk sees (signals, views, deadlines, meetings and their items) and of the register.
pub async fn heads(link: &mut Link) -> Result<(i64, i64), StoreError> {
    one!(
        link,
        (i64, i64),
        "SELECT COALESCE((SELECT MAX(seq) FROM changes WHERE scope IN \
         ('desk', 'views', 'deadlines', 'alarms', 'meetings', 'agenda-items', 'lessons')), 0), \
         COALESCE((SELECT MAX(seq) FROM changes WHERE scope = 'register'), 0)"
    )
}

/// Changed rows after a sequence, in order, newest state once: sequence, id, gone, and the row as JSON unless gone.
pub async fn after(
    link: &mut Link,
    scope: Scope,
    seq: i64,
    most: i64,
) -> Result<Vec<(i64, String, i64, Option<String>)>, StoreError> {
    match scope {
        Scope::Desk => all!(
            link,
            (i64, String, i64, Option<String>),
            "SELECT c.seq, c.id, c.gone, s.summary FROM changes c LEFT JOIN signals s ON s.id = c.id \
             WHERE c.scope = 'desk' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
            seq,
            most
        ),
        // Who looks matters there: see `views::changed_after`.
        Scope::Views | Scope::FeedTokens | Scope::TimeOuts | Scope::Arrangements(_) | Scope::AgendaParts(_) => Ok(vec![]),
        Scope::Deadlines => all!(
            link,
            (i64, String, i64, Option<String>),
            "SELECT c.seq, c.id, c.gone, d.document FROM changes c LEFT JOIN deadlines d ON d.id = c.id \
             WHERE c.scope = 'deadlines' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
            seq,
            most
        ),
        Scope::Alarms => all!(
            link,
            (i64, String, i64, Option<String>),
            "SELECT c.seq, c.id, c.gone, a.document FROM changes c LEFT JOIN alarms a ON a.id = c.id \
             WHERE c.scope = 'alarms' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
            seq,
            most
        ),
        Scope::Meetings => all!(
            link,
            (i64, String, i64, Option<String>),
            "SELECT c.seq, c.id, c.gone, m.summary FROM changes c LEFT JOIN meetings m ON m.id = c.id \
             WHERE c.scope = 'meetings' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
            seq,
            most
        ),
        Scope::AgendaItems => all!(
            link,
            (i64, String, i64, Option<String>),
            "SELECT c.seq, c.id, c.gone, i.summary FROM changes c LEFT JOIN agenda_items i ON i.id = c.id \
             WHERE c.scope = 'agenda-items' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
            seq,
            most
        ),
        Scope::Lessons => all!(
            link,
            (i64, String, i64, Option<String>),
            "SELECT c.seq, c.id, c.gone, l.document FROM changes c LEFT JOIN lessons l ON l.id = c.id \
             WHERE c.scope = 'lessons' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
            seq,
            most
        ),
        Scope::Register => all!(
            link,
            (i64, String, i64, Option<String>),
            "SELECT c.seq, c.id, c.gone, o.document FROM changes c LEFT JOIN officers o ON o.id = c.id \
             WHERE c.scope = 'register' AND c.seq > $1 ORDER BY c.seq LIMIT $2",
            seq,
            most
        ),
    }
}
