//! Requests about the papers of items, and what a single one is answered with.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::{
    ids::OrganisationCode,
    meeting::{ItemPaper, ItemPaperFacts},
    text::RawText,
};

/// A paper to put with an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewItemPaper {
    /// What it says.
    pub facts: ItemPaperFacts,
}

/// What a paper says otherwise (JSON merge patch): a field that is absent stays as it is. It makes a new version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ItemPaperPatch {
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<RawText>,
    /// The day it bears; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub on: Option<Option<NaiveDate>>,
    /// What stands in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<RawText>,
    /// Where the document is: `https://…`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<RawText>,
    /// The bodies that may have it, as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bodies: Option<Vec<OrganisationCode>>,
    /// Is it taken back?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<bool>,
}

/// Which version of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct PaperVersion {
    /// Its number, from 1; the last unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}

/// A version of a paper in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PaperVersionRow {
    /// Its number, from 1.
    pub version: i64,
    /// Title.
    pub title: RawText,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub recorded_by_name: RawText,
    /// Was it taken back with this version?
    pub withdrawn: bool,
    /// Did it come after the last day on which papers are in time? Nothing: it is with a candidate.
    pub late: Option<bool>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ItemPaperDetail {
    /// The version that was asked for.
    pub item: ItemPaper,
    /// All its versions, oldest first.
    pub versions: Vec<PaperVersionRow>,
}

/// A field that is there, also when it is `null`.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<NaiveDate>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
