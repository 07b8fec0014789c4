//! Requests about exports of whole cases.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::case_export::{CaseExport, ExportFacts, ExportSelection};

/// Cases to export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewExport {
    /// Why, for whom and how long.
    pub facts: ExportFacts,
    /// Which cases: numbers, or what was received in a period.
    pub selection: ExportSelection,
}

/// An export, and how it may be fetched now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportDetail {
    /// The export.
    pub item: CaseExport,
    /// Until when, exclusive, who proposed it may fetch it; nothing: nobody confirmed it.
    pub open_until: Option<DateTime<Utc>>,
    /// How often it may still be fetched.
    pub fetches_left: usize,
}

/// Exports, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Exports {
    /// A hundred at most.
    pub items: Vec<ExportDetail>,
}
