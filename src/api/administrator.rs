//! Administrators, and that another one confirmed them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::session::Administrator;

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Administrators {
    /// Those that wait first.
    pub items: Vec<Administrator>,
}

/// That another is an administrator is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmAdministrator {}
