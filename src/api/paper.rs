//! Requests for the papers of a meeting, whose answer is the file itself, and for what goes to calendars.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{
    ids::{AgendaItemId, OrganisationCode, PartId},
    meeting::Addressee,
};

/// Which paper of a meeting, for whom, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct PaperWanted {
    /// `agenda`, `decisions`, `pack` (the agenda and every item that may be read), or `item`; `agenda` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
    /// The item, for a paper of one item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<AgendaItemId>,
    /// The body it is for: only what it is invited for, and what a ground for sharing allows. Nothing: the secretariat, everything.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub reader: Option<String>,
    /// An invitation of that body: for its person alone, the items which that person is invited for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PartId>,
    /// `md`, `html`, `pdf`, `txt` or `ics`; `html` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// `nl` or `en`; `nl` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// For whom, and in which language, what goes to calendars is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct InvitationsWanted {
    /// The body; nothing: every body.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub reader: Option<String>,
    /// `nl` or `en`; `nl` unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// A calendar object to send (RFC 5546): an invitation, an update of it, or what takes it back. It goes to whom it names and to
/// nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CalendarObject {
    /// The body.
    pub organisation: OrganisationCode,
    /// The slot of the meeting, from 1.
    pub slot: u16,
    /// `REQUEST` or `CANCEL`.
    pub method: String,
    /// Counts up: a calendar keeps what has the highest.
    pub sequence: u32,
    /// To whom.
    pub to: Vec<Addressee>,
    /// Who should get it and has no address to send to.
    pub without_address: Vec<Addressee>,
    /// A name for a file, of numbers and codes alone.
    pub name: String,
    /// The object, as `text/calendar`.
    pub content: String,
}

/// What is to be sent to calendars; always all of it, made anew: a calendar that has it already changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CalendarObjects {
    /// The objects, by body and slot.
    pub items: Vec<CalendarObject>,
}
