//! An export (uitvoer van dossiers): whole cases leave loket in one file, proposed by one person and confirmed by another, fetched by who
//! proposed it within a day. It holds the numbers of its cases and nothing of what stands in them.

mod file;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Date, Instant,
    check::Finding,
    confirmation::{Confirmation, ConfirmationState, ConfirmedAction, ConfirmedEntity},
    ids::{AccountId, ConfirmationId, ExportId, SignalNumber},
    share::{ShareBasis, ShareFlag},
    signal::{
        EntryKind, Linked, LinkedVerb, Outcome, Signal, Status,
        decide::{Actor, NewEntry},
    },
    text::RawText,
    zone,
};
pub use file::{ExportAbout, ExportEnd, ExportHeader, ExportSeal, ExportedCase};

/// Most cases in one export.
pub const MOST_CASES: usize = 500;

/// So often it may be fetched: a connection breaks, a disk is full.
pub const MOST_FETCHES: usize = 3;

/// Most days from now on that the file may be kept.
pub const KEPT_AT_MOST: TimeDelta = TimeDelta::days(90);

/// How long a proposal waits for a second person.
const WAITS: TimeDelta = TimeDelta::days(7);

/// How long it may be fetched after it was confirmed.
const OPEN: TimeDelta = TimeDelta::hours(24);

/// Why, for whom and how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportFacts {
    /// What for. It is about nobody in particular: it stands in the timeline of every case.
    pub purpose: RawText,
    /// Who gets the file: a function or an organisation.
    pub recipient: RawText,
    /// On what it rests. A whole case is about persons, so there is always a ground.
    pub basis: ShareBasis,
    /// The act and its article.
    #[serde(default)]
    pub law: RawText,
    /// Which data that weigh more may stand in it.
    #[serde(default)]
    pub flags: Vec<ShareFlag>,
    /// The last day on which the file may be there (t/m), at most ninety days ahead.
    pub destroy_by: NaiveDate,
}

/// Which cases are asked for: numbers, or all that were received in a period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ExportSelection {
    /// Their numbers.
    pub numbers: Vec<SignalNumber>,
    /// Received on this day or later.
    pub received_from: Option<NaiveDate>,
    /// Received on this day or before.
    pub received_to: Option<NaiveDate>,
    /// Of what was received in the period only these; none: whatever the status.
    pub statuses: Vec<Status>,
    /// Of what was received in the period only these; none: whatever the outcome.
    pub outcomes: Vec<Outcome>,
}

impl ExportSelection {
    /// Is a case that was received in the period one of those?
    pub fn wants(&self, signal: &Signal) -> bool {
        let status = self.statuses.is_empty() || self.statuses.contains(&signal.status);
        status && (self.outcomes.is_empty() || signal.outcome.is_some_and(|outcome| self.outcomes.contains(&outcome)))
    }

    /// The period; nothing: numbers are asked for.
    pub fn period(&self) -> Option<(Date, Date)> {
        self.received_from.zip(self.received_to)
    }

    /// What is wrong with it, with pointers under `at`.
    pub fn faults(&self, at: &str) -> Vec<Finding> {
        let mut findings = vec![];
        let has_period = self.received_from.is_some() || self.received_to.is_some();
        let narrows = !self.statuses.is_empty() || !self.outcomes.is_empty();
        match (self.numbers.is_empty(), has_period) {
            (false, true) => findings.push(Finding::new(format!("{at}/receivedFrom"), "not-together", "numbers")),
            (false, false) if narrows => findings.push(Finding::new(format!("{at}/statuses"), "not-together", "numbers")),
            (true, false) => findings.push(Finding::new(format!("{at}/numbers"), "required", "")),
            _ => {}
        }
        if has_period {
            for (day, name) in [(self.received_from, "receivedFrom"), (self.received_to, "receivedTo")] {
                findings.extend(day.is_none().then(|| Finding::new(format!("{at}/{name}"), "required", "")));
            }
        }
        if let Some((from, _)) = self.period().filter(|(from, to)| to < from) {
            findings.push(Finding::new(format!("{at}/receivedTo"), "not-later", from));
        }
        if self.numbers.len() > MOST_CASES {
            findings.push(Finding::new(format!("{at}/numbers"), "out-of-range", format!("1..{MOST_CASES}")));
        }
        findings
    }
}

/// What is wrong with exporting so on this day, with pointers under `at`.
pub fn faults(facts: &ExportFacts, today: Date, at: &str) -> Vec<Finding> {
    let mut findings = vec![];
    let furthest = today + KEPT_AT_MOST;
    if facts.destroy_by < today || facts.destroy_by > furthest {
        findings.push(Finding::new(format!("{at}/destroyBy"), "out-of-range", format!("{today} – {furthest}")));
    }
    if facts.basis == ShareBasis::None {
        findings.push(Finding::new(format!("{at}/basis"), "part-needs-ground", ""));
    }
    if !facts.basis.is_in_force_on(today) {
        findings.push(Finding::new(format!("{at}/basis"), "ground-not-in-force", ""));
    }
    findings
}

/// An export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CaseExport {
    /// Id.
    pub id: ExportId,
    /// Raised by one with every change; the ETag is made of it.
    pub version: i64,
    /// Why, for whom and how long.
    pub facts: ExportFacts,
    /// Which cases were asked for.
    pub selection: ExportSelection,
    /// The cases that were found then, in order of number. Nobody adds to them.
    pub cases: Vec<SignalNumber>,
    /// The proposal, bound to exactly this list.
    pub proposal: Confirmation,
    /// When it was fetched.
    pub fetches: Vec<DateTime<Utc>>,
}

/// What the second person is shown, and confirms.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'a> {
    facts: &'a ExportFacts,
    selection: &'a ExportSelection,
    cases: &'a [SignalNumber],
}

/// What is shown of it, as canonical JSON.
///
/// # Errors
/// Never: it is made of texts, numbers and lists.
pub fn shown(facts: &ExportFacts, selection: &ExportSelection, cases: &[SignalNumber]) -> serde_json::Result<String> {
    serde_json::to_string(&Shown { facts, selection, cases })
}

/// A new proposal.
pub fn propose(
    id: ExportId,
    confirmation: ConfirmationId,
    (actor, now): (&Actor, Instant),
    (facts, selection, cases): (ExportFacts, ExportSelection, Vec<SignalNumber>),
    (shown, hash): (String, String),
) -> CaseExport {
    let proposal = Confirmation {
        id: confirmation,
        version: 1,
        action: ConfirmedAction::ExportCases,
        entity: ConfirmedEntity::Export,
        subject: id.0,
        subject_version: 1,
        signal: None,
        shown,
        hash,
        proposed_by: actor.account,
        proposed_by_name: actor.name.clone(),
        proposed_at: now,
        expires_at: now + WAITS,
        state: ConfirmationState::Proposed,
        settled_by: None,
        settled_by_name: RawText::default(),
        settled_at: None,
        reason: RawText::default(),
    };
    CaseExport { id, version: 1, facts, selection, cases, proposal, fetches: vec![] }
}

/// Why it is not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Only who proposed it fetches it.
    Anothers,
    /// No second person confirmed it.
    NotConfirmed,
    /// Its time is over.
    Over,
    /// It was fetched as often as may be.
    FetchedEnough,
}

impl Refusal {
    /// A stable code; the text is in the locale files under `fault-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Anothers => "anothers-export",
            Self::NotConfirmed => "export-not-confirmed",
            Self::Over => "export-over",
            Self::FetchedEnough => "export-fetched-enough",
        }
    }
}

impl CaseExport {
    /// As it is now, to be told.
    #[must_use]
    pub fn as_of(mut self, now: Instant) -> Self {
        self.proposal = self.proposal.as_of(now);
        self
    }

    /// With its proposal settled.
    #[must_use]
    pub fn settled(&self, proposal: Confirmation) -> Self {
        Self { version: self.version + 1, proposal, ..self.clone() }
    }

    /// Until when, exclusive, it may be fetched; nothing: nobody confirmed it.
    pub fn open_until(&self) -> Option<Instant> {
        let settled = self.proposal.settled_at.filter(|_| self.proposal.state == ConfirmationState::Confirmed);
        settled.map(|at| at + OPEN)
    }

    /// How often it may still be fetched at this moment.
    pub fn fetches_left(&self, now: Instant) -> usize {
        let is_open = self.open_until().is_some_and(|until| now < until) && zone::date_of(now) <= self.facts.destroy_by;
        if is_open { MOST_FETCHES.saturating_sub(self.fetches.len()) } else { 0 }
    }

    /// Fetched by somebody at this moment.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn fetched(&self, by: AccountId, now: Instant) -> Result<Self, Refusal> {
        if self.proposal.proposed_by != by {
            return Err(Refusal::Anothers);
        }
        if self.open_until().is_none() {
            return Err(Refusal::NotConfirmed);
        }
        if self.fetches.len() >= MOST_FETCHES {
            return Err(Refusal::FetchedEnough);
        }
        if self.fetches_left(now) == 0 {
            return Err(Refusal::Over);
        }
        let mut after = Self { version: self.version + 1, ..self.clone() };
        after.fetches.push(now);
        Ok(after)
    }

    /// What the timeline of each of its cases gets.
    pub fn entry(&self) -> NewEntry {
        let linked = Linked {
            id: self.id.0,
            label: self.facts.recipient.clone(),
            verb: LinkedVerb::Recorded,
            action: None,
            ending: None,
            on: Some(self.facts.destroy_by),
            before: None,
            fields: vec![],
            texts: vec![],
        };
        let text = self.facts.purpose.clone();
        NewEntry { kind: Some(EntryKind::Export), text, linked: Some(linked), ..NewEntry::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn facts() -> ExportFacts {
        ExportFacts {
            purpose: "evaluatie".into(),
            recipient: "onderzoeker".into(),
            basis: ShareBasis::PublicTask,
            law: "Wet, artikel 1".into(),
            flags: vec![],
            destroy_by: day("2026-12-31"),
        }
    }

    fn actor(n: u128) -> Actor {
        Actor { account: AccountId(uuid::Uuid::from_u128(n)), name: "Iemand".into() }
    }

    fn proposed() -> CaseExport {
        let nil = uuid::Uuid::nil();
        let (id, confirmation, now) = (ExportId(nil), ConfirmationId(nil), at("2026-11-16T09:00:00Z"));
        let what = (facts(), ExportSelection::default(), vec![SignalNumber::new(2026, 1)]);
        propose(id, confirmation, (&actor(1), now), what, ("{}".into(), "abc".into()))
    }

    fn wrong(findings: Vec<Finding>) -> Vec<(String, &'static str)> {
        findings.into_iter().map(|finding| (finding.at, finding.code)).collect()
    }

    #[test]
    fn only_the_proposer_fetches_for_a_day_and_three_times() {
        let before = proposed();
        let (one, now) = (actor(1).account, at("2026-11-16T10:00:00Z"));
        assert_eq!(before.fetched(one, now), Err(Refusal::NotConfirmed));
        let confirmed = before.settled(before.proposal.confirm(&actor(2), now, "abc", "abc").unwrap());
        assert_eq!(confirmed.fetched(actor(2).account, now), Err(Refusal::Anothers));
        let last = at("2026-11-17T09:59:59Z");
        assert!(confirmed.fetched(one, last).is_ok());
        assert_eq!(confirmed.fetched(one, at("2026-11-17T10:00:00Z")), Err(Refusal::Over));
        let mut fetched = confirmed.clone();
        for left in [2, 1, 0] {
            fetched = fetched.fetched(one, now).unwrap();
            assert_eq!(fetched.fetches_left(now), left);
        }
        assert_eq!(fetched.fetched(one, now), Err(Refusal::FetchedEnough));
        let mut short = confirmed;
        short.facts.destroy_by = day("2026-11-16");
        assert_eq!(short.fetched(one, at("2026-11-16T23:30:00Z")), Err(Refusal::Over), "it may not be there any more");
        assert_eq!(before.proposal.expires_at, at("2026-11-23T09:00:00Z"));
    }

    #[test]
    fn it_always_has_a_ground_and_ninety_days_at_most() {
        let today = day("2026-11-16");
        for (until, good) in [("2026-11-15", false), ("2026-11-16", true), ("2027-02-14", true), ("2027-02-15", false)] {
            let facts = ExportFacts { destroy_by: day(until), ..facts() };
            assert_eq!(faults(&facts, today, "").is_empty(), good, "{until}");
        }
        let without = ExportFacts { basis: ShareBasis::None, ..facts() };
        assert_eq!(wrong(faults(&without, today, "")), [("/basis".into(), "part-needs-ground")]);
        let proposed = ExportFacts { basis: ShareBasis::Wams, ..facts() };
        assert_eq!(wrong(faults(&proposed, today, "")), [("/basis".into(), "ground-not-in-force")]);
    }

    #[test]
    fn numbers_or_a_period_and_never_both() {
        let numbers = ExportSelection { numbers: vec![SignalNumber::new(2026, 1)], ..ExportSelection::default() };
        let period = ExportSelection {
            received_from: Some(day("2026-01-01")),
            received_to: Some(day("2026-01-01")),
            outcomes: vec![Outcome::ALL[0]],
            ..ExportSelection::default()
        };
        assert_eq!((numbers.faults(""), period.faults("")), (vec![], vec![]));
        let both = ExportSelection { numbers: numbers.numbers.clone(), ..period.clone() };
        assert_eq!(wrong(both.faults("")), [("/receivedFrom".into(), "not-together")]);
        let narrowed = ExportSelection { statuses: vec![Status::ALL[0]], ..numbers };
        assert_eq!(wrong(narrowed.faults("")), [("/statuses".into(), "not-together")]);
        assert_eq!(wrong(ExportSelection::default().faults("")), [("/numbers".into(), "required")]);
        let half = ExportSelection { received_to: None, ..period.clone() };
        assert_eq!(wrong(half.faults("")), [("/receivedTo".into(), "required")]);
        let backwards = ExportSelection { received_from: Some(day("2026-01-02")), ..period };
        assert_eq!(wrong(backwards.faults("")), [("/receivedTo".into(), "not-later")]);
    }
}
