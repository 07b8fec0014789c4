//! Requests about signals. Replies are [`crate::domain::signal::Signal`] and [`crate::domain::signal::SignalSummary`].

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{
    ids::{MunicipalityCode, OfficerId, SignalNumber},
    role::coded_enum,
    signal::{
        Attachment, Attempt, Body, Channel, ContactMoment, Decision, DocumentLink, Facts, LifeDomain, Outcome, PlanStep,
        SharingGround, Source, Status, Threat, Urgency,
    },
    text::RawText,
};

coded_enum!(
    /// How a text came to be: decides what happens to a citizen service number in it.
    Origin {
        /// Somebody typed it into loket: refused until the number is gone.
        Typed = "typed",
        /// A mail, a file or another system sent it: accepted, masked, flagged.
        Incoming = "incoming",
    }
);

/// A new signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSignal {
    /// When it was received; nothing: now. Not in the future.
    #[serde(default)]
    pub received_at: Option<DateTime<Utc>>,
    /// Channel.
    pub channel: Channel,
    /// Where it came from, for an incoming report.
    #[serde(default)]
    pub source: Option<Source>,
    /// How the text came to be; incoming unless said otherwise.
    #[serde(default = "incoming")]
    pub origin: Origin,
    /// Of a mail: the Message-IDs it answers, without brackets, at most 50. One that loket sent, or the number of a case in the title with a sender
    /// who is known there, makes it an entry of that case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
    /// What it says. The title is required.
    pub facts: Facts,
}

fn incoming() -> Origin {
    Origin::Incoming
}

/// What became of a created signal or officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Created<T> {
    /// The object as it is stored.
    pub item: T,
    /// `false` when the same source and reference with the same content were there already: nothing changed (status 200, not 201).
    pub created: bool,
    /// Of a mail: it belongs to a case that was there, and became an entry of its timeline; `item` is that case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reply: bool,
    /// Citizen service numbers that were masked.
    pub masked: u32,
}

/// A change of a signal as JSON merge patch (RFC 7396): an absent field stays, `null` clears, a list is replaced whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SignalPatch {
    /// Status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Outcome; only with or after status `closed`; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub outcome: Option<Option<Outcome>>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<RawText>,
    /// Account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<RawText>,
    /// Reporter. A member that is absent stays: who read the signal did not see all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporter: Option<ReporterPatch>,
    /// Municipality; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub municipality: Option<Option<MunicipalityCode>>,
    /// Household reference; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub household: Option<Option<String>>,
    /// Life domains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life_domains: Option<Vec<LifeDomain>>,
    /// Bodies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bodies: Option<Vec<Body>>,
    /// Stalemate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stalemate: Option<RawText>,
    /// What was tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tried: Option<Vec<Attempt>>,
    /// Threats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threats: Option<Vec<Threat>>,
    /// Decisions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decisions: Option<Vec<Decision>>,
    /// Result the household wants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desired_by_household: Option<RawText>,
    /// Result the professional wants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desired_by_professional: Option<RawText>,
    /// Sharing grounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sharing_grounds: Option<Vec<SharingGround>>,
    /// Urgency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Why this urgency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency_reason: Option<RawText>,
    /// Labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<RawText>>,
    /// Attachments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<Attachment>>,
    /// Snoozed until; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub snoozed_until: Option<Option<NaiveDate>>,
    /// Links.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Vec<SignalNumber>>,
    /// Plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Vec<PlanStep>>,
    /// Documents kept elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<DocumentLink>>,
    /// Result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<RawText>,
    /// Legal room that was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_room: Option<RawText>,
    /// Breakthrough budget that was spent, in euro cents; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub budget_cents: Option<Option<i64>>,
}

/// A change of the reporter: an absent member stays, `null` clears.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ReporterPatch {
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "cleared")]
    pub name: Option<RawText>,
    /// Function title.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "cleared")]
    pub function: Option<RawText>,
    /// Organisation.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "cleared")]
    pub organisation: Option<RawText>,
    /// Phone number.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "cleared")]
    pub phone: Option<RawText>,
    /// Mail address.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "cleared")]
    pub mail: Option<RawText>,
}

/// A field that is there, even as `null`, is `Some`.
pub(super) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// A text that is there as `null` is empty.
fn cleared<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<RawText>, D::Error> {
    Option::<RawText>::deserialize(deserializer).map(|text| Some(text.unwrap_or_default()))
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewNote {
    /// The text, at most 20,000 characters, not blank.
    pub text: RawText,
    /// How it came to be; typed unless said otherwise.
    #[serde(default = "typed")]
    pub origin: Origin,
}

fn typed() -> Origin {
    Origin::Typed
}

/// A contact moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewContactMoment {
    /// What happened.
    pub contact: ContactMoment,
    /// The entry of the register that was called, where it came from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<OfficerId>,
}

/// A claim.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NewClaim {
    /// Why it is taken over from the one who has it; required then, and logged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takeover_reason: Option<RawText>,
}

coded_enum!(
    /// By what a list of signals is sorted; always with the number as second key.
    SignalSort {
        /// First hard date, none last.
        HardDate = "hard-date",
        /// Received at.
        ReceivedAt = "received-at",
        /// Urgency, crisis first.
        Urgency = "urgency",
        /// Number.
        Number = "number",
    }
);

coded_enum!(
    /// Which way.
    Order {
        /// From low to high, early to late.
        Ascending = "asc",
        /// From high to low, late to early.
        Descending = "desc",
    }
);

/// Filters, order and page of a list of signals. Several values of one filter are separated by commas and mean "one of".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct SignalList {
    /// Statuses, or `open` for every open one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Urgencies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// CBS codes of municipalities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// Codes of bodies in the stalemate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Account ids, `me`, or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// First hard date on or before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hard_date_until: Option<NaiveDate>,
    /// Sort; hard date unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<SignalSort>,
    /// Order; ascending unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A search in signals: words that must all occur in number, title, municipality, bodies or owner, accents and case aside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SignalSearch {
    /// The words.
    pub query: RawText,
    /// Filters, order and page, as in the list.
    pub list: SignalList,
}
