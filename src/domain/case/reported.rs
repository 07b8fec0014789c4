//! What a municipality reports: the facts of a signal without what is the desk's to write.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{
    ids::MunicipalityCode,
    signal::{Attempt, Body, Decision, Facts, LifeDomain, Reporter, Threat, Urgency},
    text::RawText,
};

/// The facts of a new case. The municipality is the own one, and who reports it is who signed in unless another is named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CaseFacts {
    /// Title (onderwerp): the kind of problem and the bodies; no names, ages, diagnoses or nationalities. At most 200 characters.
    pub title: RawText,
    /// The account (toelichting). At most 100,000 characters.
    pub account: RawText,
    /// Who reports it (melder).
    pub reporter: Reporter,
    /// Life domains (leefgebieden).
    pub life_domains: Vec<LifeDomain>,
    /// Bodies (instanties) in the stalemate with their position.
    pub bodies: Vec<Body>,
    /// The stalemate (patstelling) in one sentence.
    pub stalemate: RawText,
    /// What was tried.
    pub tried: Vec<Attempt>,
    /// Threatening events with their dates.
    pub threats: Vec<Threat>,
    /// Running decisions.
    pub decisions: Vec<Decision>,
    /// The result the household wants.
    pub desired_by_household: RawText,
    /// The result the professional wants.
    pub desired_by_professional: RawText,
    /// Urgency.
    pub urgency: Option<Urgency>,
    /// Why this urgency.
    pub urgency_reason: RawText,
}

impl CaseFacts {
    /// As facts of a signal of this municipality.
    pub fn of(self, municipality: Option<MunicipalityCode>) -> Facts {
        Facts {
            title: self.title,
            account: self.account,
            reporter: self.reporter,
            municipality,
            life_domains: self.life_domains,
            bodies: self.bodies,
            stalemate: self.stalemate,
            tried: self.tried,
            threats: self.threats,
            decisions: self.decisions,
            desired_by_household: self.desired_by_household,
            desired_by_professional: self.desired_by_professional,
            urgency: self.urgency,
            urgency_reason: self.urgency_reason,
            ..Facts::default()
        }
    }
}
