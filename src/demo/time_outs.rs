//! Time-outs of the demonstration: in every state and lane, each made by the same decisions as anybody's.

use chrono::Days;
use uuid::Builder;

use super::{Plan, colleagues, random::Random, rhythm};
use crate::domain::{
    Date,
    ids::{ConfirmationId, OrganisationCode, TimeOutId},
    organisation::{self, OrganisationKind},
    signal::{Signal, decide::Actor},
    term::hard_date::objection_term_of,
    time_out::{
        TimeOut, TimeOutEnding, TimeOutFacts, TimeOutGround, TimeOutMoveKind, TimeOutProposal, TimeOutReach, TimeOutVerb,
        decide::{Moment, Wanted, confirm, drop_proposal, note_body, propose, propose_change},
    },
};

/// How many there are, at most.
const MOST: usize = 30;

/// How many signals are remembered to choose from: the last ones that came in.
pub const CANDIDATES: usize = 600;

/// What becomes of one, in turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Waits for a second person.
    Proposed,
    /// Runs for so many days more.
    Runs(u64),
    /// Was extended, and runs for so many days more.
    Extended(u64),
    /// Runs, and an extension waits for a second person.
    Extending(u64),
    /// Runs, and its end waits for a second person.
    Ending(u64),
    /// One person started it this morning.
    Emergency,
    Resumed,
    Lapsed,
    Solved,
    Changed,
    Rejected,
}

const FATES: [Fate; MOST] = {
    use Fate::*;
    [
        Runs(2),
        Proposed,
        Runs(0),
        Extended(9),
        Lapsed,
        Runs(5),
        Extending(3),
        Solved,
        Runs(16),
        Emergency,
        Runs(1),
        Proposed,
        Resumed,
        Runs(8),
        Extended(24),
        Ending(11),
        Runs(4),
        Changed,
        Proposed,
        Runs(30),
        Lapsed,
        Extending(6),
        Runs(12),
        Rejected,
        Runs(3),
        Solved,
        Extended(2),
        Proposed,
        Runs(20),
        Runs(10),
    ]
};

/// Could a municipality suspend a decision of this signal? Its place among the decisions.
pub fn suspendable(signal: &Signal) -> Option<usize> {
    let is_body = |code: &OrganisationCode| !code.as_str().starts_with("GM") && !organisation_is_ministry(code);
    signal.status.is_open().then_some(())?;
    signal.facts.municipality?;
    signal.facts.decisions.iter().position(|decision| is_body(&decision.organisation) && objection_term_of(decision).is_some())
}

fn organisation_is_ministry(code: &OrganisationCode) -> bool {
    matches!(code.as_str(), "SZW" | "VWS" | "JenV" | "BZK" | "FIN" | "OCW" | "AenM" | "VRO")
}

/// Some thirty time-outs of these signals; fewer when there are not enough.
pub fn time_outs(plan: &Plan, signals: &[Signal]) -> Vec<TimeOut> {
    let kinds: Vec<_> = organisation::all().into_iter().map(|found| (found.code, found.kind)).collect();
    let kind = |code: &OrganisationCode| kinds.iter().find(|(known, _)| known == code).map(|(_, kind)| *kind);
    let mut random = Random::for_object(plan.seed, 7, 0);
    let mut order: Vec<&Signal> = signals.iter().filter(|signal| suspendable(signal).is_some()).collect();
    random.shuffle(&mut order);
    let mut made: Vec<TimeOut> = vec![];
    for signal in order {
        let Some(fate) = FATES.get(made.len()) else { break };
        let story = Story { today: plan.today, signal, fate: *fate, index: made.len() };
        let taken = |other: &TimeOut| suspendable(signal).is_some_and(|at| other.suspends.is(&signal.facts.decisions[at]));
        if made.iter().any(taken) {
            continue;
        }
        made.extend(story.tell(&kind, &mut random));
    }
    made
}

struct Story<'a> {
    today: Date,
    signal: &'a Signal,
    fate: Fate,
    index: usize,
}

impl Story<'_> {
    fn tell(&self, kind: &impl Fn(&OrganisationCode) -> Option<OrganisationKind>, random: &mut Random) -> Option<TimeOut> {
        let people = colleagues().map(|colleague| Actor { account: colleague.account, name: colleague.name.into() });
        let (first, second) = if random.chance(50) { (&people[0], &people[1]) } else { (&people[1], &people[0]) };
        let facts = self.facts(random)?;
        let starts = facts.first_day;
        let on = |day: Date, minutes: u64| rhythm::at(day, minutes);
        let proposed_on = match self.fate {
            Fate::Proposed => rhythm::ordinary_until(back(self.today, random.below(2) as u64)),
            Fate::Emergency => self.today,
            _ => starts,
        };
        let morning = if proposed_on == self.today { 7 * 60 + 5 } else { 9 * 60 + 20 };
        let wanted = Wanted {
            id: TimeOutId(id(random, on(proposed_on, morning).timestamp_millis())),
            confirmation: ConfirmationId(id(random, on(proposed_on, morning).timestamp_millis())),
            signal: self.signal,
            decision: suspendable(self.signal)?,
            facts: facts.clone(),
            emergency: self.fate == Fate::Emergency,
        };
        let by = |actor, day, minutes| Moment { actor, now: on(day, minutes) };
        let mut time_out = propose(wanted, by(first, proposed_on, morning), kind, &[]).ok()?;
        match self.fate {
            Fate::Proposed | Fate::Emergency => return Some(time_out),
            Fate::Rejected => {
                let reason = "Het besluit van de gemeente ontbreekt nog.".into();
                return Some(versioned(drop_proposal(&time_out, by(second, starts, 650), TimeOutMoveKind::Rejected, reason)));
            }
            _ => {}
        }
        time_out = confirm(&time_out, by(second, starts, 640), &[]).ok()?;
        if random.chance(80) {
            time_out = note_body(&time_out, by(first, starts, 700), TimeOutVerb::TellBody, starts).ok()?;
            let answered = rhythm::working_days_after(starts, 1 + random.below(3));
            if answered < self.today && random.chance(70) {
                time_out = note_body(&time_out, by(second, answered, 820), TimeOutVerb::BodyConfirmed, answered).ok()?;
            }
        }
        let id = ConfirmationId(id(random, on(self.today, 400).timestamp_millis()));
        let early = 7 * 60 + 10;
        let yesterday = back(self.today, 1).max(starts);
        let extend = |days: u64, decided_on: Date| TimeOutProposal::Extend {
            last_day: ahead(self.today, days),
            decided_on,
            reference: format!("Z/{}/{}", self.today.format("%y"), 400 + self.index).into(),
            reason: "Het overleg met de instantie loopt nog.".into(),
        };
        let done = |time_out: &TimeOut, proposal: TimeOutProposal, day: Date| {
            let waits = propose_change(time_out, by(first, day, 990), id, proposal, &[]).ok()?;
            confirm(&waits, by(second, day, 1015), &[]).ok()
        };
        let ended = |ending| TimeOutProposal::End { from: self.today.max(starts), ending, reason: "".into() };
        let after = match self.fate {
            Fate::Extended(days) => done(&time_out, extend(days, yesterday), yesterday)?,
            Fate::Extending(days) => {
                propose_change(&time_out, by(first, self.today, early), id, extend(days + 14, yesterday), &[]).ok()?
            }
            Fate::Ending(_) => {
                propose_change(&time_out, by(second, self.today, early), id, ended(TimeOutEnding::Solution), &[]).ok()?
            }
            Fate::Resumed => {
                let reason = "De instantie en de gemeente kwamen er niet uit.".into();
                done(&time_out, TimeOutProposal::Resume { from: self.today, reason }, yesterday)?
            }
            Fate::Solved => done(&time_out, ended(TimeOutEnding::Solution), yesterday)?,
            Fate::Changed => done(&time_out, ended(TimeOutEnding::Changed), yesterday)?,
            _ => time_out,
        };
        Some(versioned(after))
    }

    /// What the municipality decided, so that the story can be told.
    fn facts(&self, random: &mut Random) -> Option<TimeOutFacts> {
        const MANDATES: [&str; 3] = ["collegebesluit", "mandaatbesluit sociaal domein", "mandaat maatwerk"];
        const FUNCTIONS: [&str; 4] =
            ["wethouder sociaal domein", "directeur sociaal domein", "gemeentesecretaris", "doorbraakregisseur"];
        let ago = random.between(2, 12) as u64;
        let (first_day, last_day) = match self.fate {
            Fate::Emergency => (self.today, ahead(self.today, 14)),
            Fate::Proposed => (ahead(self.today, 1), ahead(self.today, 10 + ago)),
            Fate::Runs(days) | Fate::Ending(days) => (back(self.today, ago), ahead(self.today, days)),
            Fate::Extended(days) => (back(self.today, ago), ahead(self.today, days.min(2))),
            Fate::Extending(days) => (back(self.today, ago), ahead(self.today, days)),
            Fate::Lapsed => (back(self.today, ago + 8), back(self.today, 1 + ago / 3)),
            Fate::Rejected => (back(self.today, 2), ahead(self.today, 12)),
            Fate::Resumed | Fate::Solved | Fate::Changed => (back(self.today, ago), ahead(self.today, 5)),
        };
        // An extension must reach further than what it extends.
        let last_day = if matches!(self.fate, Fate::Extended(_)) { self.today } else { last_day };
        let first_day = if self.fate == Fate::Emergency { first_day } else { rhythm::ordinary_until(first_day) };
        let decided_on = rhythm::ordinary_until(back(first_day.min(self.today), 1));
        let ground = match self.index % 10 {
            3 => TimeOutGround::Law,
            0 | 4 | 8 => TimeOutGround::Promise,
            9 => TimeOutGround::Nothing,
            _ => TimeOutGround::Pilot,
        };
        Some(TimeOutFacts {
            reach: random.weighted(&[(70, TimeOutReach::Both), (20, TimeOutReach::Effect), (10, TimeOutReach::ObjectionTerm)]),
            decider: OrganisationCode::of_municipality(self.signal.facts.municipality?),
            decided_by: random.pick(&FUNCTIONS).into(),
            mandate: random.pick(&MANDATES).into(),
            decided_on,
            reference: format!("Z/{}/{}", first_day.format("%y"), 100 + self.index).into(),
            ground,
            first_day,
            last_day,
            maximum: random.chance(75).then(|| ahead(self.today, 91)),
        })
    }
}

/// Every move was a change.
fn versioned(time_out: TimeOut) -> TimeOut {
    TimeOut { version: i64::try_from(time_out.moves.len()).unwrap_or(1), ..time_out }
}

fn id(random: &mut Random, milliseconds: i64) -> uuid::Uuid {
    Builder::from_unix_timestamp_millis(milliseconds.unsigned_abs(), &random.ten_bytes()).into_uuid()
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
    use crate::domain::{time_out::TimeOutState, zone};

    #[test]
    fn there_are_thirty_in_every_state_and_no_decision_twice() {
        for (date, seed) in [("2026-11-23", 1), ("2026-11-25", 7), ("2027-01-04", 3), ("2026-12-27", 5)] {
            let plan = Plan { seed, ..Plan::usual(zone::read_date(date).unwrap()) };
            let signals: Vec<Signal> = super::super::signals(&plan).collect();
            let made = time_outs(&plan, &signals);
            assert_eq!(made, time_outs(&plan, &signals), "the same seed");
            assert_eq!(made.len(), MOST, "{date}");
            let now = rhythm::at(plan.today, 8 * 60);
            for state in TimeOutState::ALL {
                assert!(made.iter().any(|one| one.state_at(now) == *state), "none is {state} on {date}");
            }
            for (at, one) in made.iter().enumerate() {
                assert!(made[..at].iter().all(|other| other.suspends.key() != one.suspends.key()));
                assert!(one.moves.iter().all(|moved| moved.at <= now), "{one:?}");
                assert!(one.moves.windows(2).all(|pair| pair[0].at <= pair[1].at), "{one:?}");
            }
        }
    }
}
