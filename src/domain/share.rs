//! Sharing a case with another organisation: an act with a ground, a purpose, a recipient, the parts it is about and a last day. Only
//! then, and only so long, does that organisation see those parts.

use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date,
    arrangement::decide::Moment,
    check::Finding,
    ids::{AccountId, OrganisationCode, ShareId, SignalId, SignalNumber},
    role::coded_enum,
    signal::{EntryKind, Linked, LinkedVerb, Signal, decide::NewEntry},
    text::RawText,
    zone,
};

coded_enum!(
    /// A part of a case that may be shared. Number, title, status, urgency and the day it came in go with every share.
    SharePart {
        /// Patstelling: the stalemate in one sentence, and the life domains.
        Stalemate = "stalemate",
        /// Standpunt: the recipient's own position, and no other's.
        Positions = "positions",
        /// What was tried.
        Tried = "tried",
        /// Threatening events.
        Events = "events",
        /// Running decisions.
        Decisions = "decisions",
        /// The result that household and professional want.
        Results = "results",
        /// The account (toelichting).
        Account = "account",
        /// Who reported it.
        Reporter = "reporter",
        /// The municipality, and the reference of the household.
        Household = "household",
        /// Notes of the desk.
        Notes = "notes",
        /// The recipient's own commitments, and no other's.
        Commitments = "commitments",
    }
);

impl SharePart {
    /// May it be shared without a ground? What is about no person may; texts in which somebody is seen all the same stay out.
    pub fn is_anonymous(self) -> bool {
        matches!(self, Self::Stalemate | Self::Positions | Self::Events | Self::Results)
    }
}

coded_enum!(
    /// On what sharing rests.
    ShareBasis {
        /// Taak van algemeen belang: an act and its article under AVG 6(1)(e).
        PublicTask = "public-task",
        /// Wettelijke plicht: an act and its article under AVG 6(1)(c).
        LegalObligation = "legal-obligation",
        /// Vitaal belang: AVG 6(1)(d).
        VitalInterest = "vital-interest",
        /// Toestemming: AVG 6(1)(a); weak between authorities and citizens.
        Consent = "consent",
        /// The proposed afstemmingsbepaling.
        Alignment = "alignment",
        /// The Wet aanpak meervoudige problematiek sociaal domein.
        Wams = "wams",
        /// None: only what is about no person.
        None = "none",
    }
);

/// From when the afstemmingsbepaling is in force. Proposed law: nothing until it is published with a date.
const ALIGNMENT_FROM: Option<Date> = None;

/// From when the Wams is in force. Proposed law (Kamerstukken II 36 295): as above.
const WAMS_FROM: Option<Date> = None;

impl ShareBasis {
    /// Must the act and its article be named?
    pub fn names_an_act(self) -> bool {
        matches!(self, Self::PublicTask | Self::LegalObligation)
    }

    /// Is it law on this day?
    pub fn is_in_force_on(self, day: Date) -> bool {
        let from = match self {
            Self::Alignment => ALIGNMENT_FROM,
            Self::Wams => WAMS_FROM,
            _ => return true,
        };
        from.is_some_and(|from| from <= day)
    }
}

coded_enum!(
    /// What makes sharing heavier.
    ShareFlag {
        /// Bijzondere persoonsgegevens: AVG 9.
        SpecialData = "special-data",
        /// Strafrechtelijke gegevens: AVG 10.
        CriminalData = "criminal-data",
        /// Beroepsgeheim.
        ProfessionalSecrecy = "professional-secrecy",
    }
);

/// How it is shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShareFacts {
    /// With whom.
    pub recipient: OrganisationCode,
    /// On what it rests.
    pub basis: ShareBasis,
    /// The act and its article.
    #[serde(default)]
    pub law: RawText,
    /// What makes it heavier.
    #[serde(default)]
    pub flags: Vec<ShareFlag>,
    /// What for.
    pub purpose: RawText,
    /// Which parts.
    pub parts: Vec<SharePart>,
    /// Who decided: a function first, a name second.
    pub decided_by: RawText,
    /// The last day (t/m), at most a year ahead.
    pub until: NaiveDate,
}

/// That sharing was ended before its last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ShareEnded {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: AccountId,
    /// The name of who.
    pub by_name: RawText,
    /// Why.
    pub reason: RawText,
}

coded_enum!(
    /// Where it stands on a day.
    ShareState {
        /// Gedeeld: the recipient sees it.
        Standing = "standing",
        /// Beëindigd.
        Ended = "ended",
        /// Afgelopen: its last day has passed.
        Lapsed = "lapsed",
    }
);

/// That a case is shared with an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// Id.
    pub id: ShareId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// The case.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// How it is shared.
    pub facts: ShareFacts,
    /// When that was done.
    pub recorded_at: DateTime<Utc>,
    /// Who did.
    pub recorded_by: AccountId,
    /// The name of who.
    pub recorded_by_name: RawText,
    /// Nothing: it was not ended.
    pub ended: Option<ShareEnded>,
}

impl Share {
    /// Where it stands on a day.
    pub fn state_on(&self, today: Date) -> ShareState {
        match self.ended {
            Some(_) => ShareState::Ended,
            None if self.facts.until < today => ShareState::Lapsed,
            None => ShareState::Standing,
        }
    }

    /// Does the recipient see it on this day?
    pub fn stands_on(&self, today: Date) -> bool {
        self.state_on(today) == ShareState::Standing
    }

    /// What the case keeps of it.
    pub fn mark(&self) -> SharedWith {
        SharedWith { id: self.id, recipient: self.facts.recipient.clone(), until: self.facts.until }
    }
}

/// With whom a case is shared, as the case itself keeps it. The last day may have passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SharedWith {
    /// The share.
    pub id: ShareId,
    /// With whom.
    pub recipient: OrganisationCode,
    /// The last day (t/m).
    pub until: NaiveDate,
}

/// What becomes of a share, and what the timeline of its case gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As it is after it.
    pub after: Share,
    /// The entry.
    pub entry: NewEntry,
}

/// What is wrong with sharing so on this day, with pointers under `at`.
pub fn faults(facts: &ShareFacts, today: Date, at: &str) -> Vec<Finding> {
    let mut findings = vec![];
    let furthest = today.checked_add_months(Months::new(12)).unwrap_or(today);
    if facts.until < today || facts.until > furthest {
        findings.push(Finding::new(format!("{at}/until"), "out-of-range", format!("{today} – {furthest}")));
    }
    if !facts.basis.is_in_force_on(today) {
        findings.push(Finding::new(format!("{at}/basis"), "ground-not-in-force", ""));
    }
    if facts.basis == ShareBasis::None {
        let identifying = facts.parts.iter().enumerate().filter(|(_, part)| !part.is_anonymous());
        findings.extend(identifying.map(|(i, _)| Finding::new(format!("{at}/parts/{i}"), "part-needs-ground", "")));
        if !facts.flags.is_empty() {
            findings.push(Finding::new(format!("{at}/flags"), "not-together", "basis"));
        }
    }
    findings
}

/// Shares a case.
pub fn share(id: ShareId, signal: &Signal, facts: ShareFacts, moment: Moment<'_>) -> Change {
    let after = Share {
        id,
        version: 1,
        signal: signal.id,
        signal_number: signal.number,
        facts,
        recorded_at: moment.now,
        recorded_by: moment.actor.account,
        recorded_by_name: moment.actor.name.clone(),
        ended: None,
    };
    let entry = entry(&after, LinkedVerb::Recorded, after.facts.until, after.facts.purpose.clone());
    Change { after, entry }
}

/// Ends it; nothing: it stands no more.
pub fn end(before: &Share, reason: RawText, moment: Moment<'_>) -> Option<Change> {
    let today = zone::date_of(moment.now);
    if !before.stands_on(today) {
        return None;
    }
    let ended =
        ShareEnded { at: moment.now, by: moment.actor.account, by_name: moment.actor.name.clone(), reason: reason.clone() };
    let after = Share { ended: Some(ended), version: before.version + 1, ..before.clone() };
    let entry = entry(&after, LinkedVerb::Ended, today, reason);
    Some(Change { after, entry })
}

fn entry(of: &Share, verb: LinkedVerb, on: Date, text: RawText) -> NewEntry {
    let fields = match verb {
        LinkedVerb::Recorded => of.facts.parts.iter().map(|part| part.code().to_owned()).collect(),
        _ => vec![],
    };
    let label = of.facts.recipient.as_str().into();
    let linked =
        Linked { id: of.id.0, label, verb, action: None, ending: None, on: Some(on), before: None, fields, texts: vec![] };
    NewEntry { kind: Some(EntryKind::Share), text, linked: Some(linked), ..NewEntry::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn facts(basis: ShareBasis, parts: &[SharePart], until: &str) -> ShareFacts {
        ShareFacts {
            recipient: OrganisationCode("SVB".into()),
            basis,
            law: "".into(),
            flags: vec![],
            purpose: "afstemmen".into(),
            parts: parts.to_vec(),
            decided_by: "teamleider".into(),
            until: day(until),
        }
    }

    fn wrong(facts: &ShareFacts) -> Vec<(String, &'static str)> {
        faults(facts, day("2026-11-16"), "").into_iter().map(|finding| (finding.at, finding.code)).collect()
    }

    #[test]
    fn what_is_no_law_yet_is_no_ground_and_without_one_nothing_of_a_person_goes() {
        for basis in [ShareBasis::Alignment, ShareBasis::Wams] {
            assert_eq!(wrong(&facts(basis, &[], "2026-12-01")), [("/basis".into(), "ground-not-in-force")]);
        }
        let mut without = facts(ShareBasis::None, &[SharePart::Stalemate, SharePart::Account, SharePart::Notes], "2026-12-01");
        let parts = [("/parts/1".to_owned(), "part-needs-ground"), ("/parts/2".into(), "part-needs-ground")];
        assert_eq!(wrong(&without), parts);
        without.parts = SharePart::ALL.iter().copied().filter(|part| part.is_anonymous()).collect();
        assert_eq!(wrong(&without), []);
        without.flags = vec![ShareFlag::CriminalData];
        assert_eq!(wrong(&without), [("/flags".into(), "not-together")]);
    }

    #[test]
    fn it_stands_up_to_and_including_its_last_day_which_is_at_most_a_year_ahead() {
        for (until, good) in [("2026-11-15", false), ("2026-11-16", true), ("2027-11-16", true), ("2027-11-17", false)] {
            assert_eq!(wrong(&facts(ShareBasis::Consent, &[], until)).is_empty(), good, "{until}");
        }
        let nobody = uuid::Uuid::nil();
        let mut share = Share {
            id: ShareId(nobody),
            version: 1,
            signal: SignalId(nobody),
            signal_number: SignalNumber::new(2026, 1),
            facts: facts(ShareBasis::Consent, &[], "2026-11-20"),
            recorded_at: DateTime::UNIX_EPOCH,
            recorded_by: AccountId(nobody),
            recorded_by_name: "".into(),
            ended: None,
        };
        let states = |share: &Share| ["2026-11-20", "2026-11-21"].map(|on| share.state_on(day(on)));
        assert_eq!(states(&share), [ShareState::Standing, ShareState::Lapsed]);
        let by_name = "".into();
        share.ended = Some(ShareEnded { at: DateTime::UNIX_EPOCH, by: AccountId(nobody), by_name, reason: "".into() });
        assert_eq!(states(&share), [ShareState::Ended, ShareState::Ended]);
    }
}
