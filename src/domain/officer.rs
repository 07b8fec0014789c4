//! The register (maatwerkregister): who has the mandate in each municipality and body, and how to reach them.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ids::{MunicipalityCode, OfficerId, OrganisationCode},
    role::coded_enum,
    signal::Source,
    text::RawText,
    verdict::Verdict,
};

coded_enum!(
    /// What an officer may do.
    Mandate {
        /// Geen.
        None = "geen",
        /// Signaleren: point out, nothing more.
        Signal = "signaleren",
        /// Afstemmen: co-ordinate between parties.
        Coordinate = "afstemmen",
        /// Beslissen: decide.
        Decide = "beslissen",
    }
);

/// What is kept about a function and the person in it. A function with a central phone and mailbox first, a person second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfficerFacts {
    /// The organisation.
    pub organisation: OrganisationCode,
    /// Role code: what the function is in loket's terms (`maatwerkfunctionaris`, `escalatiefunctionaris`).
    #[serde(default)]
    pub role_code: String,
    /// Title of the function, free text: zorgmarinier, sociaal pontonnier.
    #[serde(default)]
    pub title: RawText,
    /// Name of the person.
    #[serde(default)]
    pub name: RawText,
    /// Central phone.
    #[serde(default)]
    pub phone: RawText,
    /// Central mailbox.
    #[serde(default)]
    pub mail: RawText,
    /// Direct phone.
    #[serde(default)]
    pub direct_phone: RawText,
    /// Direct mail.
    #[serde(default)]
    pub direct_mail: RawText,
    /// When to reach them, in words.
    #[serde(default)]
    pub availability: RawText,
    /// First day of an absence; with a last day and no first one they are away already.
    #[serde(default)]
    pub absent_from: Option<NaiveDate>,
    /// Absent until and including.
    #[serde(default)]
    pub absent_until: Option<NaiveDate>,
    /// Deputy (vervanger).
    #[serde(default)]
    pub deputy: RawText,
    /// Mandate.
    pub mandate: Mandate,
    /// What the mandate does not cover.
    #[serde(default)]
    pub mandate_excludes: RawText,
    /// Where the mandate comes from.
    #[serde(default)]
    pub mandate_source: RawText,
    /// Until when the mandate runs.
    #[serde(default)]
    pub mandate_until: Option<NaiveDate>,
    /// Breakthrough budget (doorbraakbudget) in whole euros.
    #[serde(default)]
    pub budget_euros: Option<i64>,
    /// Domains and laws.
    #[serde(default)]
    pub domains: Vec<RawText>,
    /// Municipalities served.
    #[serde(default)]
    pub municipalities: Vec<MunicipalityCode>,
    /// Escalation director (escalatie).
    #[serde(default)]
    pub escalation: RawText,
    /// Valid from.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Valid to and including.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// Last verified on.
    #[serde(default)]
    pub verified_on: Option<NaiveDate>,
    /// Where the entry comes from.
    #[serde(default)]
    pub provenance: RawText,
}

/// An entry of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Officer {
    /// Id.
    pub id: OfficerId,
    /// Raised by one with every change.
    pub version: i64,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
    /// Where a delivered entry came from.
    pub source: Option<Source>,
    /// The facts.
    pub facts: OfficerFacts,
    /// What people who called said of it.
    #[serde(default, skip_serializing_if = "Verdict::is_empty")]
    pub verdict: Verdict,
}

coded_enum!(
    /// How much a verification date is worth today.
    Freshness {
        /// Verified less than six months ago.
        Fresh = "fresh",
        /// Six to twelve months ago.
        Ageing = "ageing",
        /// Longer ago, or never.
        Stale = "stale",
    }
);

coded_enum!(
    /// Can an entry be relied on today?
    Standing {
        /// Yes.
        Sound = "sound",
        /// It was verified too long ago, or never.
        Stale = "stale",
        /// The mandate ended.
        MandateEnded = "mandate-ended",
        /// The entry itself ended.
        EntryEnded = "entry-ended",
    }
);

/// What goes before what among entries that fit equally well: what can be relied on, of that what may decide most, of that what
/// was verified lately. Greater goes first.
pub type Precedence = (bool, Mandate, Reverse<Freshness>);

/// Where an entry stands; of what cannot be relied on neither mandate nor day counts.
pub fn precedence(sound: bool, mandate: Mandate, fresh: Freshness) -> Precedence {
    if sound { (true, mandate, Reverse(fresh)) } else { (false, Mandate::None, Reverse(Freshness::Stale)) }
}

impl OfficerFacts {
    /// Where it stands among entries that fit equally well.
    pub fn precedence(&self, today: NaiveDate) -> Precedence {
        precedence(self.standing(today) == Standing::Sound, self.mandate, freshness(self.verified_on, today))
    }

    /// Can it be relied on today? What ended weighs more than what is stale.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        let over = |day: Option<NaiveDate>| day.is_some_and(|day| day < today);
        match freshness(self.verified_on, today) {
            _ if over(self.valid_to) => Standing::EntryEnded,
            _ if over(self.mandate_until) => Standing::MandateEnded,
            Freshness::Stale => Standing::Stale,
            Freshness::Fresh | Freshness::Ageing => Standing::Sound,
        }
    }

    /// Is the person away on this day? Who has no first day is away until the last one.
    pub fn is_away_on(&self, day: NaiveDate) -> bool {
        self.absent_until.is_some_and(|until| day <= until) && self.absent_from.is_none_or(|from| from <= day)
    }

    /// The day until and including which it can be relied on: of the mandate or of the entry, whichever comes first.
    pub fn ends_on(&self) -> Option<NaiveDate> {
        [self.mandate_until, self.valid_to].into_iter().flatten().min()
    }
}

/// Days after its verification from which on an entry is stale.
pub const AGEING_DAYS: i64 = 365;

/// Fresh up to 182 days, ageing up to 365, stale after that or when never verified.
pub fn freshness(verified_on: Option<NaiveDate>, today: NaiveDate) -> Freshness {
    freshness_after(verified_on.map(|day| (today - day).num_days()))
}

/// As [`freshness`] says, so many days after the verification.
pub fn freshness_after(days: Option<i64>) -> Freshness {
    match days {
        Some(..=182) => Freshness::Fresh,
        Some(..=AGEING_DAYS) => Freshness::Ageing,
        _ => Freshness::Stale,
    }
}
