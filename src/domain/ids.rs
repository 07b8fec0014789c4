//! Identifiers: opaque ids for machines, numbers and codes for people.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String, format = "uuid")]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

id!(
    /// The id of a signal (UUIDv7), the same from report to closing.
    SignalId
);
id!(
    /// The id of an entry in the register.
    OfficerId
);
id!(
    /// The id of one entry in a timeline.
    EntryId
);
id!(
    /// The id of an account: who acts.
    AccountId
);
id!(
    /// The id of the session of somebody who signed in.
    SessionId
);
id!(
    /// The id of a window of the interface, made when it starts.
    WindowId
);
id!(
    /// The id of a saved view.
    ViewId
);
id!(
    /// The id of a time-out.
    TimeOutId
);
id!(
    /// The id of a proposal that a second person confirms.
    ConfirmationId
);
id!(
    /// The id of a moratorium, bridging or commitment.
    ArrangementId
);
id!(
    /// The id of a meeting of the LET.
    MeetingId
);
id!(
    /// The id of a series of meetings.
    SeriesId
);
id!(
    /// The id of an item of an agenda, or of a candidate for one.
    AgendaItemId
);
id!(
    /// The id of an invitation for an item, or of a decision about it.
    PartId
);
id!(
    /// The id of a lesson.
    LessonId
);

id!(
    /// The id of a share: that a case is shared with an organisation.
    ShareId
);
id!(
    /// The id of an emergency access: that somebody opened a case they have no right to.
    EmergencyAccessId
);
id!(
    /// The id of a destruction: a list of closed cases that one person proposes to destroy and another approves.
    DestructionId
);
id!(
    /// The id of an export: whole cases that one person proposes to take out and another confirms.
    ExportId
);
id!(
    /// The id of a message that goes out about a case.
    MessageId
);
id!(
    /// The id of a fixed version of an agenda.
    EditionId
);
id!(
    /// The id of a row of the deadline board; the same clock keeps its id.
    DeadlineId
);
id!(
    /// The id of an alarm: one mark of one deadline with one day.
    AlarmId
);
id!(
    /// The id of a feed token: what it is listed and revoked by, never its secret.
    FeedTokenId
);
id!(
    /// The key a client makes when the user presses save; the same key never has two effects.
    IdempotencyKey
);

/// The number people use: `S-2026-00421`. Year and a sequence within the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String, example = "S-2026-00421")]
pub struct SignalNumber(i64);

impl SignalNumber {
    /// The `sequence`th signal of `year`, from 1 to 9,999,999.
    pub fn new(year: u16, sequence: u32) -> Self {
        Self(i64::from(year) * 10_000_000 + i64::from(sequence))
    }

    /// As one sortable integer: `20260000421`.
    pub fn as_i64(self) -> i64 {
        self.0
    }

    /// The inverse of [`SignalNumber::as_i64`].
    pub fn from_i64(value: i64) -> Self {
        Self(value)
    }

    /// The year in which the signal was registered.
    pub fn year(self) -> u16 {
        (self.0 / 10_000_000) as u16
    }

    /// 1 and up within the year.
    pub fn sequence(self) -> u32 {
        (self.0 % 10_000_000) as u32
    }

    /// Reads `S-2026-00421`, `2026-421`, `S-421` or `421`; the short forms take `year`.
    pub fn parse(text: &str, year: u16) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix(['S', 's']).map_or(text, |rest| rest.strip_prefix('-').unwrap_or(rest));
        let digits = |part: &str| {
            (!part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok()).flatten()
        };
        let (year, sequence) = match text.split_once('-') {
            Some((year, sequence)) if year.len() == 4 => (u16::try_from(digits(year)?).ok()?, digits(sequence)?),
            Some(_) => return None,
            None => (year, digits(text)?),
        };
        (sequence > 0 && sequence < 10_000_000).then_some(Self::new(year, sequence))
    }

    /// The short form shown in lists: `S-421`.
    pub fn short(self) -> String {
        format!("S-{}", self.sequence())
    }
}

impl fmt::Display for SignalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S-{:04}-{:05}", self.year(), self.sequence())
    }
}

impl Serialize for SignalNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SignalNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text, 0)
            .filter(|n| n.year() > 0)
            .ok_or_else(|| serde::de::Error::custom("not a signal number like S-2026-00421"))
    }
}

/// The key of an organisation: the abbreviation of a national body or ministry (`UWV`), or `GM` and the CBS code of a
/// municipality (`GM0344`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(value_type = String, example = "UWV")]
pub struct OrganisationCode(pub String);

impl OrganisationCode {
    /// The organisation that is this municipality.
    pub fn of_municipality(code: MunicipalityCode) -> Self {
        Self(format!("GM{code}"))
    }

    /// That of the desk.
    pub fn desk() -> Self {
        Self(super::organisation::DESK.into())
    }

    /// Is it the desk's?
    pub fn is_desk(&self) -> bool {
        self.0 == super::organisation::DESK
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OrganisationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The CBS code of a municipality: four digits (`0344`). The key, never the name: two municipalities are called Bergen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
#[schema(value_type = String, example = "0344")]
pub struct MunicipalityCode(pub u16);

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FromStr for MunicipalityCode {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok()).flatten().map(Self).ok_or("not a CBS code of four digits")
    }
}

impl Serialize for MunicipalityCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MunicipalityCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
