//! Reads one line of the change feed, borrowing its texts.

use std::{borrow::Cow, fmt};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{
    Deserialize,
    de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor},
};
use uuid::Uuid;

use crate::{
    api::change::Entity,
    domain::{
        deadline::{Alarm, Deadline},
        ids::{MunicipalityCode, SignalNumber},
        meeting::{AgendaItemSummary, MeetingSummary, series::Series},
        officer::Officer,
        signal::{HardDateKind, Status, Urgency},
        view::SavedView,
    },
    index::OutOfRange,
};

/// Why a line was not applied.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// It is not a line of the change feed.
    #[error("not a line of the change feed: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A value is larger than the replica can hold.
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
}

impl From<OutOfRange> for LineError {
    fn from(OutOfRange(what): OutOfRange) -> Self {
        Self::OutOfRange(what)
    }
}

impl LineError {
    /// What kind of fault it is, without anything of the line: fit for a log.
    pub fn fault(&self) -> &'static str {
        match self {
            Self::Unreadable(error) if error.is_data() => "unexpected value",
            Self::Unreadable(_) => "not JSON",
            Self::OutOfRange(what) => what,
        }
    }
}

/// A line. `kind` comes first in it, as the server writes it.
pub(super) enum Line<'a> {
    Reset,
    Signal(Box<SignalLine<'a>>),
    Officer(Box<Officer>),
    View(Box<SavedView>),
    Deadline(Box<Deadline>),
    Alarm(Box<Alarm>),
    /// A meeting.
    Meeting(Box<MeetingSummary>),
    /// An item of an agenda, or a candidate.
    AgendaItem(Box<AgendaItemSummary>),
    /// A lesson: nothing here shows one yet, so nothing of it is kept.
    Lesson,
    /// A series of meetings.
    MeetingSeries(Box<Series>),
    Gone {
        entity: Entity,
        id: [u8; 16],
    },
    Cursor {
        cursor: Cow<'a, str>,
        now: DateTime<Utc>,
    },
}

impl<'a> Line<'a> {
    pub(super) fn read(line: &'a [u8]) -> Result<Self, LineError> {
        Ok(serde_json::from_slice(line)?)
    }
}

/// A text that stays where it is unless it holds an escape.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

/// As [`crate::domain::signal::SignalSummary`].
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SignalLine<'a> {
    pub(super) id: Uuid,
    pub(super) number: SignalNumber,
    pub(super) version: i64,
    pub(super) received_at: DateTime<Utc>,
    pub(super) status: Status,
    pub(super) urgency: Urgency,
    #[serde(borrow)]
    pub(super) title: Text<'a>,
    #[serde(default)]
    pub(super) municipality: Option<MunicipalityCode>,
    #[serde(borrow, default)]
    pub(super) bodies: Vec<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) hard_date: Option<HardDateLine<'a>>,
    #[serde(borrow, default)]
    pub(super) owner: Option<OwnerLine<'a>>,
    #[serde(default)]
    pub(super) snoozed_until: Option<NaiveDate>,
}

/// As [`crate::domain::signal::HardDate`].
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct HardDateLine<'a> {
    pub(super) on: NaiveDate,
    pub(super) kind: HardDateKind,
    #[serde(borrow)]
    pub(super) label: Text<'a>,
    #[serde(borrow, default)]
    pub(super) organisation: Option<Text<'a>>,
    #[serde(default)]
    pub(super) uncertain: bool,
}

/// As [`crate::domain::signal::Owner`].
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnerLine<'a> {
    pub(super) account: Uuid,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    pub(super) lease_until: DateTime<Utc>,
}

impl<'de> Deserialize<'de> for Line<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LineVisitor)
    }
}

struct LineVisitor;

enum Row<'a> {
    Signal(Box<SignalLine<'a>>),
    Officer(Box<Officer>),
    View(Box<SavedView>),
    Deadline(Box<Deadline>),
    Alarm(Box<Alarm>),
    Meeting(Box<MeetingSummary>),
    AgendaItem(Box<AgendaItemSummary>),
    MeetingSeries(Box<Series>),
}

impl<'de> Visitor<'de> for LineVisitor {
    type Value = Line<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object whose first field is kind")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line<'de>, A::Error> {
        let mut kind = String::new();
        let (mut row, mut entity, mut id, mut cursor, mut now) = (None, None, None, None, None);
        while let Some(field) = map.next_key::<Text<'de>>()? {
            match (&*field.0, kind.as_str()) {
                ("kind", _) => kind = map.next_value()?,
                ("row", "signal") => row = Some(Row::Signal(map.next_value()?)),
                ("row", "officer") => row = Some(Row::Officer(map.next_value()?)),
                ("row", "view") => row = Some(Row::View(map.next_value()?)),
                ("row", "deadline") => row = Some(Row::Deadline(map.next_value()?)),
                ("row", "alarm") => row = Some(Row::Alarm(map.next_value()?)),
                ("row", "meeting") => row = Some(Row::Meeting(map.next_value()?)),
                ("row", "agenda-item") => row = Some(Row::AgendaItem(map.next_value()?)),
                ("row", "meeting-series") => row = Some(Row::MeetingSeries(map.next_value()?)),
                ("entity", _) => entity = Some(map.next_value()?),
                ("id", _) => id = Some(map.next_value::<Uuid>()?),
                ("cursor", _) => cursor = Some(map.next_value::<Text<'de>>()?.0),
                ("now", _) => now = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match (kind.as_str(), row) {
            ("reset", _) => Ok(Line::Reset),
            ("signal", Some(Row::Signal(row))) => Ok(Line::Signal(row)),
            ("officer", Some(Row::Officer(row))) => Ok(Line::Officer(row)),
            ("view", Some(Row::View(view))) => Ok(Line::View(view)),
            ("deadline", Some(Row::Deadline(deadline))) => Ok(Line::Deadline(deadline)),
            ("alarm", Some(Row::Alarm(alarm))) => Ok(Line::Alarm(alarm)),
            ("meeting", Some(Row::Meeting(meeting))) => Ok(Line::Meeting(meeting)),
            ("agenda-item", Some(Row::AgendaItem(item))) => Ok(Line::AgendaItem(item)),
            ("lesson", _) => Ok(Line::Lesson),
            ("meeting-series", Some(Row::MeetingSeries(series))) => Ok(Line::MeetingSeries(series)),
            ("signal" | "officer" | "view" | "deadline" | "alarm" | "meeting" | "agenda-item" | "meeting-series", _) => {
                Err(A::Error::missing_field("row"))
            }
            ("gone", _) => Ok(Line::Gone {
                entity: entity.ok_or_else(|| A::Error::missing_field("entity"))?,
                id: *id.ok_or_else(|| A::Error::missing_field("id"))?.as_bytes(),
            }),
            ("cursor", _) => Ok(Line::Cursor {
                cursor: cursor.ok_or_else(|| A::Error::missing_field("cursor"))?,
                now: now.ok_or_else(|| A::Error::missing_field("now"))?,
            }),
            (kind, _) => Err(A::Error::unknown_variant(
                kind,
                &[
                    "reset",
                    "signal",
                    "officer",
                    "view",
                    "deadline",
                    "alarm",
                    "meeting",
                    "agenda-item",
                    "lesson",
                    "gone",
                    "cursor",
                ],
            )),
        }
    }
}
