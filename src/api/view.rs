//! Requests about saved views. Replies are [`crate::domain::view::SavedView`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    text::RawText,
    view::{Base, Column, ViewFacts},
};

/// A new view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewView {
    /// What it shows.
    pub facts: ViewFacts,
}

/// A change of a view as JSON merge patch (RFC 7396).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ViewPatch {
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<RawText>,
    /// Does everybody of the organisation see it?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<bool>,
    /// Which signals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// The filter: tokens with a field only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<RawText>,
    /// By which column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Column>,
    /// From high to low.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descending: Option<bool>,
    /// The columns in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<Column>>,
}
