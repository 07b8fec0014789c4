//! The change feed (`/v1/changes`, NDJSON) and the event stream (`/v1/events`, SSE).
//!
//! Lines of `/v1/changes`, in this order: optionally one `reset` (the cursor was unknown: throw away what you have), then
//! rows, newest state once per row, tombstones included, and last one `cursor`. A reply without the last line was cut off:
//! apply its rows, keep the old cursor.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use chrono::{DateTime, Utc};

use crate::domain::{
    deadline::{Alarm, Deadline},
    lesson::Lesson,
    meeting::{AgendaItemSummary, MeetingSummary, series::Series},
    officer::Officer,
    role::coded_enum,
    signal::SignalSummary,
    view::SavedView,
};

/// One line of the change feed. `S` and `O` are the rows; a client may parse them as `&RawValue`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change<S = SignalSummary, O = Officer> {
    /// The cursor given was not of this server or too old: everything follows.
    Reset,
    /// The newest state of a signal.
    Signal {
        /// The row.
        row: S,
    },
    /// The newest state of an entry of the register; only for roles with `register.replicate`.
    Officer {
        /// The row.
        row: O,
    },
    /// The newest state of a saved view, own or shared; only for roles that see signals.
    View {
        /// The row.
        row: SavedView,
    },
    /// The newest state of a row of the deadline board; only for roles that see signals.
    Deadline {
        /// The row.
        row: Box<Deadline>,
    },
    /// A mark of a deadline was reached; only for roles that see signals. Never changes and never goes; a first sync has those
    /// of the last day.
    Alarm {
        /// The row.
        row: Box<Alarm>,
    },
    /// The newest state of a meeting; only for roles that see signals.
    Meeting {
        /// The row.
        row: Box<MeetingSummary>,
    },
    /// The newest state of an item of an agenda, or of a candidate for one; only for roles that see signals. Never goes: what is on
    /// no agenda and no candidate says so.
    AgendaItem {
        /// The row.
        row: Box<AgendaItemSummary>,
    },
    /// The newest state of a lesson; only for roles that see signals. Never goes.
    Lesson {
        /// The row.
        row: Box<Lesson>,
    },
    /// The newest state of a series of meetings; only for roles that see signals. Never goes.
    MeetingSeries {
        /// The row.
        row: Box<Series>,
    },
    /// An object that is gone, or that this account may no longer see.
    Gone {
        /// What it was.
        entity: Entity,
        /// Its id.
        id: String,
    },
    /// The last line: where to go on.
    Cursor {
        /// Opaque.
        cursor: String,
        /// The server's clock.
        now: DateTime<Utc>,
    },
}

coded_enum!(
    /// What kind of object a change is about.
    Entity {
        /// A signal.
        Signal = "signal",
        /// An entry of the register.
        Officer = "officer",
        /// A saved view.
        View = "view",
        /// A row of the deadline board.
        Deadline = "deadline",
        /// An alarm.
        Alarm = "alarm",
        /// A meeting.
        Meeting = "meeting",
        /// An item of an agenda.
        AgendaItem = "agenda-item",
        /// A lesson.
        Lesson = "lesson",
        /// A series of meetings.
        MeetingSeries = "meeting-series",
    }
);

/// From where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ChangesSince {
    /// The cursor of the last line of the reply before; nothing: everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// Seconds between heartbeats of the event stream; twice that without one means the connection is lost.
pub const HEARTBEAT_SECONDS: u64 = 5;

/// Names of the events of `/v1/events`. Each has JSON as data.
pub mod event {
    /// Something changed: ask `/v1/changes` again. `id` is the sequence, data `{}`.
    pub const CHANGED: &str = "changed";
    /// Nothing changed, the connection lives. Data: `{"now": "…"}`.
    pub const HEARTBEAT: &str = "heartbeat";
    /// Who is at which signal, all of them, whenever that changed: at most one a second, without an `id`. Data: a list of
    /// [`Presence`](crate::domain::presence::Presence).
    pub const PRESENCE: &str = "presence";
    /// The `Last-Event-ID` was unknown: ask `/v1/changes` without a cursor.
    pub const RESET: &str = "reset";
}
