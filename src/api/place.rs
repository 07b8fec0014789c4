//! Municipalities as the API gives them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::municipality::Municipality;

/// A municipality with the places in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MunicipalityWithPlaces {
    /// The municipality.
    #[serde(flatten)]
    pub municipality: Municipality,
    /// Names of the places (woonplaatsen) in it.
    pub places: Vec<String>,
}
