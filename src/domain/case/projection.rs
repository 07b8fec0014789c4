//! From a whole case to what an organisation outside may see of it. Every field is taken over by name; nothing is left out of a copy.

use super::{Case, CaseCommitment, CaseNote, CaseProposal, CaseRelation, CaseRow, CaseTimeOut, Outside, Reach};
use crate::domain::{
    Date, Instant,
    commitment::Commitment,
    confirmation::Confirmation,
    emergency::EmergencyAccess,
    fold::fold,
    identifying, personal,
    share::{Share, ShareBasis, SharePart},
    signal::{Entry, EntryKind, Facts, Signal, Urgency},
    term,
    text::RawText,
    time_out::TimeOut,
    zone,
};

/// Everything of a case that may come into question. It is read and projected in one place and goes nowhere else.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The case, with its timeline.
    pub signal: Signal,
    /// The report as it came in; nothing: not of the own organisation, or erased.
    pub reported: Option<Facts>,
    /// Every share of the case.
    pub shares: Vec<Share>,
    /// Its commitments.
    pub commitments: Vec<Commitment>,
    /// Emergency access to it.
    pub emergencies: Vec<EmergencyAccess>,
    /// Its time-outs, each with what waits for a second person.
    pub time_outs: Vec<(TimeOut, Option<Confirmation>)>,
}

/// How far a part is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// Not.
    No,
    /// Without a ground: nothing in which somebody is seen.
    Anonymous,
    /// As it is.
    Whole,
}

/// What counts of a case for one organisation.
struct View<'a> {
    sources: &'a Sources,
    /// The own report.
    own: Option<&'a Facts>,
    standing: Vec<&'a Share>,
    /// Until when emergency access shows everything; nothing: there is none.
    emergency_until: Option<Instant>,
}

impl Sources {
    /// What this organisation may reach now; nothing: the case is not there for it.
    pub fn reach(&self, outside: &Outside) -> Option<Reach> {
        let view = View::of(self, outside);
        let own = self.is_of(outside);
        let parts = SharePart::ALL.iter().copied().filter(|part| view.shared(*part) > Level::No).collect();
        (own || !view.standing.is_empty()).then_some(Reach { own, parts })
    }

    /// What this organisation, or this person of it in an emergency, sees now; nothing: the case is not there for them.
    pub fn case(&self, outside: &Outside) -> Option<Case> {
        let view = View::of(self, outside);
        let reach = self.reach(outside).or_else(|| view.emergency_until.map(|_| Reach::default()))?;
        let may_decide = reach.has(SharePart::Decisions) || view.emergency_until.is_some();
        let Reach { own, parts } = reach;
        let facts = view.facts(outside);
        let signal = &self.signal;
        let received_on = zone::date_of(signal.received_at);
        let (_, hard_date) = term::hard_dates(&facts, &[], &[], received_on);
        let everywhere_anonymous =
            !own && view.emergency_until.is_none() && view.standing.iter().all(|share| share.facts.basis == ShareBasis::None);
        let title = if everywhere_anonymous { anonymous(&signal.facts.title) } else { signal.facts.title.clone() };
        let row = CaseRow {
            number: signal.number,
            title,
            status: signal.status,
            urgency: signal.facts.urgency.unwrap_or(Urgency::Normal),
            received_on,
            hard_date: hard_date.map(|date| date.on),
            relation: match (own, view.standing.is_empty()) {
                (true, _) => CaseRelation::Own,
                (false, false) => CaseRelation::Shared,
                (false, true) => CaseRelation::Emergency,
            },
            shared_until: view.standing.iter().map(|share| share.facts.until).max(),
            emergency_until: view.emergency_until,
        };
        Some(Case {
            row,
            stalemate: facts.stalemate,
            life_domains: facts.life_domains,
            positions: facts.bodies,
            tried: facts.tried,
            events: facts.threats,
            decisions: facts.decisions,
            desired_by_household: facts.desired_by_household,
            desired_by_professional: facts.desired_by_professional,
            account: facts.account,
            reporter: Some(facts.reporter).filter(|reporter| *reporter != Default::default()),
            municipality: facts.municipality,
            household: facts.household,
            shielded: vec![],
            notes: view.notes(outside),
            commitments: view.commitments(outside),
            time_outs: if may_decide { self.time_outs_of(outside) } else { vec![] },
            parts,
        })
    }

    fn is_of(&self, outside: &Outside) -> bool {
        self.signal.reported_by == outside.organisation
    }

    fn time_outs_of(&self, outside: &Outside) -> Vec<CaseTimeOut> {
        let own = self.time_outs.iter().filter(|(time_out, _)| time_out.facts.decider == outside.organisation);
        own.map(|(time_out, waits)| told(time_out, waits.as_ref(), outside.now)).collect()
    }
}

impl<'a> View<'a> {
    fn of(sources: &'a Sources, outside: &Outside) -> Self {
        let stands = |share: &&Share| {
            share.signal == sources.signal.id && share.facts.recipient == outside.organisation && share.stands_on(outside.today())
        };
        let own = sources.reported.as_ref().filter(|_| sources.is_of(outside));
        let theirs = sources.emergencies.iter().filter(|one| one.by == outside.account && one.signal == sources.signal.id);
        let emergency_until = theirs.filter(|one| one.stands_at(outside.now)).map(|one| one.until).max();
        Self { sources, own, standing: sources.shares.iter().filter(stands).collect(), emergency_until }
    }

    /// How far a part is seen.
    fn level(&self, part: SharePart) -> Level {
        if self.emergency_until.is_some() { Level::Whole } else { self.shared(part) }
    }

    /// How far a part is shared.
    fn shared(&self, part: SharePart) -> Level {
        let shared = self.standing.iter().filter(|share| share.facts.parts.contains(&part));
        let level = |share: &&Share| match share.facts.basis {
            ShareBasis::None if part.is_anonymous() => Level::Anonymous,
            ShareBasis::None => Level::No,
            _ => Level::Whole,
        };
        shared.map(level).max().unwrap_or(Level::No)
    }

    /// A value of the case where it is shared, else as the own organisation reported it, else nothing.
    fn value<T: Clone + Default>(&self, part: SharePart, of: impl Fn(&Facts) -> &T, anonymous: impl Fn(&mut T)) -> T {
        let now = || of(&self.sources.signal.facts).clone();
        match (self.level(part), self.own) {
            (Level::Whole, _) => now(),
            (_, Some(own)) => of(own).clone(),
            (Level::Anonymous, None) => {
                let mut value = now();
                anonymous(&mut value);
                value
            }
            (Level::No, None) => T::default(),
        }
    }

    fn text(&self, part: SharePart, of: impl Fn(&Facts) -> &RawText) -> RawText {
        self.value(part, of, |text| *text = anonymous(text))
    }

    /// The facts that are shown; every other field is empty.
    fn facts(&self, outside: &Outside) -> Facts {
        use SharePart::{Account, Decisions, Events, Household, Positions, Reporter, Results, Stalemate, Tried};
        let nothing = |_: &mut _| ();
        let mut facts = Facts {
            stalemate: self.text(Stalemate, |facts| &facts.stalemate),
            life_domains: self.value(Stalemate, |facts| &facts.life_domains, |_| ()),
            bodies: self.value(
                Positions,
                |facts| &facts.bodies,
                |bodies| {
                    bodies.iter_mut().for_each(|body| body.position = anonymous(&body.position));
                },
            ),
            tried: self.value(Tried, |facts| &facts.tried, |_| ()),
            threats: self.value(
                Events,
                |facts| &facts.threats,
                |threats| {
                    threats.iter_mut().for_each(|threat| threat.what = anonymous(&threat.what));
                },
            ),
            decisions: self.value(Decisions, |facts| &facts.decisions, |_| ()),
            desired_by_household: self.text(Results, |facts| &facts.desired_by_household),
            desired_by_professional: self.text(Results, |facts| &facts.desired_by_professional),
            account: self.text(Account, |facts| &facts.account),
            reporter: self.value(Reporter, |facts| &facts.reporter, |_| ()),
            household: self.value(Household, |facts| &facts.household, |_| ()),
            municipality: self.value(Household, |facts| &facts.municipality, nothing),
            ..Facts::default()
        };
        if self.emergency_until.is_none() && (self.own.is_none() || self.level(Positions) == Level::Whole) {
            // Of positions that are shared only the own one; of the own report those that it named.
            let named = |body: &&crate::domain::signal::Body| body.organisation == outside.organisation;
            let own = facts.bodies.iter().filter(named).cloned().collect();
            let reported = self.own.map(|own| own.bodies.clone()).unwrap_or_default();
            facts.bodies = if reported.is_empty() { own } else { reported };
        }
        if let (Some(own), true) = (self.own, self.level(Decisions) < Level::Whole) {
            // What was reported, as it is known now: a day that was corrected is the day to go by.
            let is_same = |one: &crate::domain::signal::Decision, other: &crate::domain::signal::Decision| {
                let same = |one: &RawText, other: &RawText| fold(one.raw().trim()) == fold(other.raw().trim());
                one.organisation == other.organisation
                    && same(&one.reference, &other.reference)
                    && (!one.reference.is_blank() || same(&one.kind, &other.kind))
            };
            let known = self.sources.signal.facts.decisions.iter();
            facts.decisions = known.filter(|now| own.decisions.iter().any(|then| is_same(then, now))).cloned().collect();
        }
        facts
    }

    fn notes(&self, outside: &Outside) -> Vec<CaseNote> {
        let shared = self.level(SharePart::Notes) == Level::Whole;
        let notes = self.sources.signal.timeline.iter().filter(|entry| entry.kind == EntryKind::Note);
        let own = |entry: &Entry| entry.organisation.as_ref() == Some(&outside.organisation);
        let seen = notes.filter(|entry| own(entry) || (shared && entry.organisation.is_none()));
        seen.map(|entry| CaseNote {
            at: entry.at,
            organisation: entry.organisation.clone(),
            by_name: if own(entry) { entry.by_name.clone() } else { RawText::default() },
            text: entry.text.clone(),
        })
        .collect()
    }

    fn commitments(&self, outside: &Outside) -> Vec<CaseCommitment> {
        if self.level(SharePart::Commitments) < Level::Whole {
            return vec![];
        }
        let own = self.sources.commitments.iter().filter(|one| one.facts.organisation == outside.organisation);
        own.map(|one| promised(one, outside.today())).collect()
    }
}

fn promised(one: &Commitment, today: Date) -> CaseCommitment {
    CaseCommitment {
        id: one.id,
        text: one.facts.text.clone(),
        person: one.facts.person.clone(),
        to: one.facts.to.clone(),
        due_on: one.facts.due.on,
        state: one.state_on(today),
    }
}

fn told(time_out: &TimeOut, waits: Option<&Confirmation>, now: Instant) -> CaseTimeOut {
    let waits = time_out.pending_at(now).zip(waits).map(|(pending, confirmation)| CaseProposal {
        confirmation: pending.confirmation,
        proposal: pending.proposal.clone(),
        by: pending.by,
        by_name: pending.by_name.clone(),
        expires_at: pending.expires_at,
        shown: confirmation.shown.clone(),
        hash: confirmation.hash.clone(),
    });
    CaseTimeOut {
        id: time_out.id,
        decision: time_out.suspends.decision.clone(),
        facts: time_out.facts.clone(),
        state: time_out.state_at(now),
        last_day: time_out.last_day,
        waits,
    }
}

/// A text in which nobody is seen; one in which somebody is, is left out as a whole.
fn anonymous(text: &RawText) -> RawText {
    if is_of_somebody(text) { RawText::default() } else { text.clone() }
}

/// Does something in it look like it is of a person?
pub(super) fn is_of_somebody(text: &RawText) -> bool {
    let raw = text.raw();
    personal::contact(raw).is_some() || personal::find(raw).is_some() || identifying::find(raw).is_some()
}
