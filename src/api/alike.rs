//! Look-alikes on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    alike::Grounds,
    ids::{MunicipalityCode, OrganisationCode},
    signal::{Body, Facts, LifeDomain, SignalSummary},
    text::RawText,
};

/// A signal that may be about the same household as the one that was asked about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookAlike {
    /// Its row in a list.
    pub signal: SignalSummary,
    /// Why, and how strongly.
    pub grounds: Grounds,
    /// Are the two linked already?
    pub linked: bool,
}

/// The likeliest first; three at most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookAlikes {
    /// They.
    pub items: Vec<LookAlike>,
}

/// What is known of a report that is still being typed. It is kept nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LookAlikeSearch {
    /// Title.
    pub title: RawText,
    /// Account.
    pub account: RawText,
    /// Municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipality: Option<MunicipalityCode>,
    /// Bodies in the stalemate.
    pub bodies: Vec<OrganisationCode>,
    /// Life domains.
    pub life_domains: Vec<LifeDomain>,
}

impl LookAlikeSearch {
    /// The same as facts.
    pub fn facts(self) -> Facts {
        let body = |organisation| Body { organisation, position: RawText::default() };
        Facts {
            title: self.title,
            account: self.account,
            municipality: self.municipality,
            bodies: self.bodies.into_iter().map(body).collect(),
            life_domains: self.life_domains,
            ..Facts::default()
        }
    }
}

/// The signal that goes up in another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMerge {
    /// Its id or number.
    pub from: String,
    /// The version of it that was seen.
    pub from_version: i64,
}
