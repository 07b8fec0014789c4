//! Pages by keyset: a page names the cursor of the next one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A page of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Pass as `after` to get the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Rows on a page unless asked otherwise.
pub const PAGE_DEFAULT: u32 = 50;

/// Most rows on a page.
pub const PAGE_MOST: u32 = 200;
