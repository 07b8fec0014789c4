//! Requests about the register. Replies are [`crate::domain::officer::Officer`].

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use chrono::NaiveDate;

use super::signal::present;
use crate::domain::{
    ids::{MunicipalityCode, OrganisationCode},
    officer::{Mandate, Officer, OfficerFacts},
    signal::Source,
    text::RawText,
    verdict::Attention,
};

/// A new entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOfficer {
    /// Where it was delivered from: the pair is unique.
    #[serde(default)]
    pub source: Option<Source>,
    /// The facts. A name or a title, and a phone or a mail address, are required.
    pub facts: OfficerFacts,
}

/// A change of an entry as JSON merge patch (RFC 7396).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct OfficerPatch {
    /// Role code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role_code: Option<String>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<RawText>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<RawText>,
    /// Central phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<RawText>,
    /// Central mailbox.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<RawText>,
    /// Direct phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_phone: Option<RawText>,
    /// Direct mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_mail: Option<RawText>,
    /// Availability.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub availability: Option<RawText>,
    /// First day of an absence; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub absent_from: Option<Option<NaiveDate>>,
    /// Absent until and including; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub absent_until: Option<Option<NaiveDate>>,
    /// Deputy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deputy: Option<RawText>,
    /// Mandate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// What the mandate does not cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate_excludes: Option<RawText>,
    /// Where the mandate comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate_source: Option<RawText>,
    /// Until when the mandate runs; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub mandate_until: Option<Option<NaiveDate>>,
    /// Breakthrough budget in whole euros; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub budget_euros: Option<Option<i64>>,
    /// Domains and laws.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domains: Option<Vec<RawText>>,
    /// Municipalities served.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub municipalities: Option<Vec<MunicipalityCode>>,
    /// Escalation director.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escalation: Option<RawText>,
    /// Valid from; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub valid_from: Option<Option<NaiveDate>>,
    /// Valid to; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub valid_to: Option<Option<NaiveDate>>,
    /// Last verified on; `null` clears.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub verified_on: Option<Option<NaiveDate>>,
    /// Provenance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provenance: Option<RawText>,
}

/// Somebody called, and it was not right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewReport {
    /// What is wrong; required.
    pub reason: RawText,
}

/// A search in the register. Words in any order, accents and case aside, each must occur in name, title, organisation (with
/// its abbreviation), municipality, place, domain, or mandate. A field with a value narrows it: `gemeente:breda`,
/// `mandaat:ontruiming`, `budget:>5000`, `-afwezig`. When nothing holds what was typed, what is like it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfficerSearch {
    /// The words.
    pub query: RawText,
    /// The case at hand: its organisations go before others that fit as well. With an empty query, who may decide about it is
    /// proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<SearchCase>,
    /// Most hits, 1 to 200; 25 unless said otherwise, and at most for who may not hold a copy of the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What is known of the case a search is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SearchCase {
    /// Where the household lives.
    pub municipality: Option<MunicipalityCode>,
    /// The bodies in the stalemate.
    pub bodies: Vec<OrganisationCode>,
    /// What it is about: life domains, or words.
    pub about: Vec<RawText>,
}

/// The hits of a search, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfficerHits {
    /// The hits.
    pub items: Vec<OfficerHit>,
}

/// One hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OfficerHit {
    /// The entry.
    pub officer: Officer,
    /// How well it fits: equal ranks fit equally well.
    pub rank: i64,
    /// Nothing holds what was typed; this is like it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub forgiven: bool,
}

/// Page of the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct OfficerList {
    /// Codes of organisations, separated by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Only those that ask for attention for this reason: `reported`, `stale`, `ending`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attention: Option<Attention>,
    /// Rows on the page, 1 to 200; 50 unless said otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor `next` of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}
