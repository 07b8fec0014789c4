//! Moratoria, bridgings and commitments of the demonstration, each made by the same decisions as anybody's.

use chrono::Days;
use uuid::Builder;

use super::{Plan, colleagues, random::Random, rhythm};
use crate::domain::{
    Date,
    arrangement::{
        ArrangementFacts,
        decide::{Change, Moment, record},
    },
    bridging::{BridgingFacts, Payer},
    commitment::{CommitmentFacts, CommitmentSource, Counted, Due},
    ids::{ArrangementId, OrganisationCode},
    moratorium::{MoratoriumFacts, MoratoriumKind},
    signal::{Signal, decide::Actor},
    zone,
};

/// How many of each kind, at most.
const MOST: usize = 6;

/// Some of each kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangements {
    /// Moratoria.
    pub moratoria: Vec<Change<MoratoriumFacts>>,
    /// Bridgings.
    pub bridgings: Vec<Change<BridgingFacts>>,
    /// Commitments, one of which is late.
    pub commitments: Vec<Change<CommitmentFacts>>,
}

/// Some of each kind about these signals; fewer when there are not enough that came in before yesterday.
pub fn arrangements(plan: &Plan, signals: &[Signal]) -> Arrangements {
    let mut random = Random::for_object(plan.seed, 8, 0);
    let on = rhythm::ordinary_until(back(plan.today, 1));
    let mut known: Vec<&Signal> = signals.iter().filter(|signal| zone::date_of(signal.received_at) < on).collect();
    random.shuffle(&mut known);
    let count = (known.len() / 3).min(MOST);
    let (first, rest) = known.split_at(count);
    let (second, third) = rest.split_at(count);
    let mut clerk = Clerk { today: plan.today, on, random };
    Arrangements {
        moratoria: first.iter().enumerate().filter_map(|(at, signal)| clerk.record(signal, moratorium(on, at))).collect(),
        bridgings: second.iter().enumerate().filter_map(|(at, signal)| clerk.record(signal, bridging(on, at))).collect(),
        commitments: third
            .iter()
            .take(count)
            .enumerate()
            .filter_map(|(at, signal)| {
                let facts = commitment(clerk.today, on, at, signal);
                clerk.record(signal, facts)
            })
            .collect(),
    }
}

struct Clerk {
    today: Date,
    on: Date,
    random: Random,
}

impl Clerk {
    fn record<F: ArrangementFacts>(&mut self, signal: &Signal, facts: F) -> Option<Change<F>> {
        let colleague = colleagues()[usize::from(self.random.chance(50))];
        let actor = Actor { account: colleague.account, name: colleague.name.into() };
        let now = rhythm::at(self.on, self.random.between(9 * 60, 17 * 60) as u64);
        let milliseconds = now.timestamp_millis().unsigned_abs();
        let id = ArrangementId(Builder::from_unix_timestamp_millis(milliseconds, &self.random.ten_bytes()).into_uuid());
        record(id, signal, facts, Moment { actor: &actor, now }).ok()
    }
}

fn moratorium(on: Date, at: usize) -> MoratoriumFacts {
    const COURTS: [&str; 3] = ["rechtbank Midden-Nederland", "rechtbank Rotterdam", "rechtbank Noord-Holland"];
    let (kind, set_by, days) = match at % 3 {
        0 => (MoratoriumKind::Broad, COURTS[at % COURTS.len()], 170),
        1 => (MoratoriumKind::Threatened, COURTS[(at / 2) % COURTS.len()], 40 + 20 * at as u64),
        _ => (MoratoriumKind::Benefits, "Wet hersteloperatie toeslagen", 300),
    };
    let decided_on = rhythm::ordinary_until(back(on, 3));
    MoratoriumFacts {
        kind,
        set_by: set_by.into(),
        decided_on: (kind != MoratoriumKind::Benefits).then_some(decided_on),
        first_day: decided_on,
        last_day: ahead(decided_on, days),
        creditors: vec!["woningcorporatie".into(), "zorgverzekeraar".into()],
        conditions: "Huur, energie en zorgpremie worden op tijd betaald.".into(),
    }
}

fn bridging(on: Date, at: usize) -> BridgingFacts {
    let payers =
        [vec![Payer::Support, Payer::LongTerm], vec![Payer::Youth, Payer::Insurance], vec![Payer::Forensic, Payer::Insurance]];
    BridgingFacts {
        care: ["begeleid wonen", "ambulante begeleiding", "opname"][at % 3].into(),
        available_at: "zorgaanbieder in de regio".into(),
        agreed_on: (at % 4 != 3).then_some(on),
        provisional_payer: ["gemeente", "zorgkantoor", "zorgverzekeraar"][at % 3].into(),
        candidate_payers: payers[at % 3].clone(),
        starts_on: on,
        settle_by: rhythm::ordinary_until(ahead(on, 14 + 9 * at as u64)),
    }
}

fn commitment(today: Date, on: Date, at: usize, signal: &Signal) -> CommitmentFacts {
    const TEXTS: [&str; 4] = [
        "Stopt de verrekening tot er is beslist.",
        "Neemt een nieuw besluit.",
        "Belt de melder terug.",
        "Betaalt een voorschot uit.",
    ];
    let body = signal.facts.bodies.first().map_or_else(|| OrganisationCode("SVB".into()), |body| body.organisation.clone());
    // The second is late, the third due today; the others were counted in weeks.
    let due = match at {
        1 => Due::on(on),
        2 => Due::on(today),
        _ => counted(on, format!("{}w", 1 + at)).unwrap_or_else(|| Due::on(ahead(on, 7))),
    };
    CommitmentFacts {
        text: TEXTS[at % TEXTS.len()].into(),
        organisation: body,
        person: "teamleider".into(),
        to: "het loket".into(),
        source: Some(CommitmentSource::PhoneCall { on }),
        due,
        evidence: "".into(),
    }
}

fn counted(from: Date, length: String) -> Option<Due> {
    let mut due = Due { on: from, counted: Some(Counted { from, length }) };
    due.on = due.explained()?.end.end;
    Some(due)
}

fn back(day: Date, days: u64) -> Date {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

fn ahead(day: Date, days: u64) -> Date {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::arrangement::ArrangementState;

    #[test]
    fn there_are_some_of_each_and_one_promise_is_late() {
        for (date, seed) in [("2026-11-25", 7), ("2026-11-23", 1), ("2027-01-04", 3)] {
            let plan = Plan { seed, ..Plan::usual(zone::read_date(date).unwrap()) };
            let signals: Vec<Signal> =
                super::super::signals(&plan).filter(|signal| super::super::suspendable(signal).is_some()).collect();
            let made = arrangements(&plan, &signals);
            assert_eq!(made, arrangements(&plan, &signals), "the same seed");
            assert_eq!((made.moratoria.len(), made.bridgings.len(), made.commitments.len()), (MOST, MOST, MOST), "{date}");
            let late = made.commitments.iter().filter(|one| one.after.state_on(plan.today) == ArrangementState::Late);
            assert_eq!(late.count(), 1, "{date}");
            assert!(made.moratoria.iter().all(|one| one.after.facts.most().is_none_or(|most| one.after.facts.last_day <= most)));
        }
    }
}
