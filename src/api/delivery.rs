//! Requests about deliveries of the register. A delivery itself is what most of them are answered with.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{
    delivery::{DeliveredRow, LineFault, LineKind},
    ids::{MunicipalityCode, OrganisationCode},
    text::RawText,
};

/// Largest delivery, in bytes (8 MiB).
pub const DELIVERY_LIMIT: usize = 8 * 1024 * 1024;

/// A delivery. Nothing of the register changes by it: it is a proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NewDelivery {
    /// What it is called: the name of a file.
    pub name: RawText,
    /// The fields of an entry it speaks of; the others stay as they are. Without them: all that a file has a column for.
    pub fields: Vec<String>,
    /// The organisations it is whole for: who stands in the register and not in it, has ended.
    pub full: Vec<OrganisationCode>,
    /// It is whole for every organisation whose entries the sender maintains.
    pub full_all: bool,
    /// The entries.
    pub rows: Vec<DeliveredRow>,
    /// Lines the sender could not read, to be shown with the rest.
    pub faults: Vec<LineFault>,
    /// Only tell what it would do, and keep nothing.
    pub dry_run: bool,
}

/// Municipalities that go on in another one, as a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMerger {
    /// The municipalities that end.
    pub from: Vec<MunicipalityCode>,
    /// The one they go on in.
    pub into: MunicipalityCode,
    /// From this day on; not applied before.
    pub on: NaiveDate,
    /// Only tell what it would do, and keep nothing.
    #[serde(default)]
    pub dry_run: bool,
}

/// Applies a delivery. Each organisation of which nobody would be left stands in one of the two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ApplyDelivery {
    /// Yes, nobody is left of these.
    pub vanished: Vec<OrganisationCode>,
    /// No: the entries of these stay as they are.
    pub keep: Vec<OrganisationCode>,
}

/// The lines of a delivery.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct DeliveryLines {
    /// Only these: `errors`, `new`, `changed`, `gone`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<LineKind>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}
