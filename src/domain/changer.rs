//! Who made a change.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ids::AccountId, text::RawText};

/// Who made a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Changer {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: RawText,
}
