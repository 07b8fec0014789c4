//! The signals of the demonstration, lazily and in order of receipt.

use chrono::{Datelike, Days};
use uuid::Builder;

use super::{
    Plan, colleagues,
    facts::{self, Setting},
    random::Random,
    rhythm::{self, Rhythm},
    scenario::Scenario,
    timeline::{self, Story},
    world::World,
};
use crate::domain::{
    Date, Instant,
    ids::{OrganisationCode, SignalId, SignalNumber},
    signal::{Channel, Flag, Outcome, Owner, Signal, Source, Status, call_back, decide::LEASE},
    term::hard_dates,
};

/// Earlier signals of the year, before those of the demonstration.
const EARLIER_THIS_YEAR: u32 = 100;

/// Every signal of the plan, numbered in order of receipt. Memory does not grow with their number.
pub fn signals(plan: &Plan) -> impl Iterator<Item = Signal> + use<> {
    let plan = *plan;
    let world = World::new();
    let mut order: Vec<&'static Scenario> = vec![];
    let mut last_number = SignalNumber::new(0, EARLIER_THIS_YEAR);
    Rhythm::new(plan.today, plan.signals).moments(plan.seed).enumerate().map(move |(index, (received_on, received_at))| {
        // Every scenario once before one comes back.
        if order.is_empty() {
            order.clone_from(&world.scenarios);
            Random::for_object(plan.seed, 2, index as u64).shuffle(&mut order);
        }
        let scenario = order.pop().unwrap_or(world.scenarios[0]);
        let year = u16::try_from(received_on.year()).unwrap_or_default();
        last_number = match last_number.year() {
            0 => SignalNumber::new(year, last_number.sequence() + 1),
            same if same == year => SignalNumber::new(year, last_number.sequence() + 1),
            _ => SignalNumber::new(year, 1),
        };
        let mut random = Random::for_object(plan.seed, 3, index as u64);
        signal(&world, scenario, plan.today, received_on, received_at, last_number, &mut random)
    })
}

fn signal(
    world: &World,
    scenario: &'static Scenario,
    today: Date,
    received_on: Date,
    received_at: Instant,
    number: SignalNumber,
    random: &mut Random,
) -> Signal {
    let status = status((today - received_on).num_days(), random);
    let outcome = outcome(status, random);
    let channel = channel(random);
    let mut facts = facts::compose(scenario, Setting { today, received_on, is_open: status.is_open(), channel }, world, random);
    let mut flags = vec![];
    if channel == Channel::Mail && random.chance(4) {
        // As intake leaves a number that somebody sent along.
        facts.account.0.push_str(" In de brief staat BSN *****0019.");
        flags.push(Flag::BsnMasked);
    }
    if status == Status::Waiting && random.chance(45) {
        facts.snoozed_until = Some(rhythm::working_days_after(today, 1 + random.below(6)));
    }
    let (terms, hard_date) = hard_dates(&facts, &[], &[], received_on);
    let owner = owner(status, today, random);
    let colleagues = colleagues();
    let colleague = match &owner {
        Some(owner) if owner.account == colleagues[1].account => colleagues[1],
        Some(_) => colleagues[0],
        None => random.pick(&colleagues),
    };
    let story = Story { scenario, received_at, today, status, outcome, colleague: &colleague, is_owned: owner.is_some() };
    let timeline = timeline::tell(story, random);
    // Newest first.
    let contact = timeline.iter().find_map(|entry| entry.contact.as_ref());
    let call_backs = contact.map(|contact| call_back::after(&[], contact)).unwrap_or_default();
    let milliseconds = received_at.timestamp_millis().unsigned_abs();
    Signal {
        id: SignalId(Builder::from_unix_timestamp_millis(milliseconds, &random.ten_bytes()).into_uuid()),
        number,
        version: timeline.len() as i64,
        received_at,
        channel,
        source: source(channel, number),
        status,
        outcome,
        merged_into: None,
        facts,
        flags,
        owner,
        hard_date,
        terms,
        suspensions: vec![],
        call_backs,
        arrangements: vec![],
        shares: vec![],
        reported_by: OrganisationCode::desk(),
        shielded: vec![],
        timeline,
    }
}

/// New ones wait, old ones are mostly further on.
fn status(age_in_days: i64, random: &mut Random) -> Status {
    use Status::*;
    let weights: &[(usize, Status)] = match age_in_days {
        ..=0 => &[(1, Received)],
        1..=2 => &[(52, Received), (34, Triage), (6, Waiting), (8, InProgress)],
        3..=7 => &[(14, Received), (28, Triage), (15, Waiting), (31, InProgress), (9, WithBody), (3, Referred)],
        8..=21 => &[
            (7, Triage),
            (14, Waiting),
            (37, InProgress),
            (23, WithBody),
            (6, Agreed),
            (6, Referred),
            (4, Closed),
            (2, OutOfScope),
            (1, Withdrawn),
        ],
        22..=40 => &[
            (8, Waiting),
            (28, InProgress),
            (27, WithBody),
            (12, Agreed),
            (5, Aftercare),
            (6, Referred),
            (11, Closed),
            (1, OutOfScope),
            (2, Withdrawn),
        ],
        _ => &[
            (4, Waiting),
            (16, InProgress),
            (20, WithBody),
            (13, Agreed),
            (14, Aftercare),
            (5, Referred),
            (25, Closed),
            (1, OutOfScope),
            (2, Withdrawn),
        ],
    };
    random.weighted(weights)
}

fn outcome(status: Status, random: &mut Random) -> Option<Outcome> {
    use Outcome::{Breakthrough, Bridging, Deviation, Unresolved, WithinRules};
    match status {
        Status::Closed => {
            Some(random.weighted(&[(40, WithinRules), (26, Deviation), (8, Breakthrough), (12, Bridging), (14, Unresolved)]))
        }
        Status::Referred => Some(Outcome::Referred),
        _ => None,
    }
}

fn channel(random: &mut Random) -> Channel {
    random.weighted(&[(38, Channel::Form), (24, Channel::Mail), (31, Channel::Phone), (5, Channel::Register), (2, Channel::Let)])
}

/// Forms and mails carry the sender's own reference.
fn source(channel: Channel, number: SignalNumber) -> Option<Source> {
    let (system, reference) = match channel {
        Channel::Form => ("kenmerk", format!("MW-{}-{:05}", number.year(), number.sequence())),
        Channel::Mail => ("message-id", format!("<signaal.{}.{}@voorbeeld.nl>", number.year(), number.sequence())),
        _ => return None,
    };
    Some(Source { system: system.into(), reference: reference.into() })
}

/// The same, where a claim that holds at this moment lasts as long as anybody's from then on.
pub fn claimed_as_usual(mut signal: Signal, now: Instant) -> Signal {
    if let Some(owner) = signal.owner.as_mut().filter(|owner| owner.holds_at(now)) {
        owner.lease_until = now + LEASE;
    }
    signal
}

fn owner(status: Status, today: Date, random: &mut Random) -> Option<Owner> {
    let percent = match status {
        Status::Triage => 25,
        Status::Waiting => 45,
        Status::InProgress => 78,
        Status::WithBody => 70,
        Status::Agreed | Status::Aftercare => 60,
        _ => 0,
    };
    if !random.chance(percent) {
        return None;
    }
    let [first, second] = colleagues();
    let colleague = if random.chance(55) { first } else { second };
    // A few leases ran out yesterday: nobody renewed them.
    let until = if random.chance(8) {
        rhythm::ordinary_until(today.checked_sub_days(Days::new(1)).unwrap_or(today))
    } else {
        rhythm::working_days_after(today, 1 + random.below(4))
    };
    Some(Owner { account: colleague.account, name: colleague.name.into(), lease_until: rhythm::at(until, 17 * 60 + 30) })
}
