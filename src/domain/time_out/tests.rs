//! Tests of the decisions about time-outs: every verb in every state, dates at the edges, and never one person alone.

use super::{
    decide::{Moment, Wanted, confirm, drop_proposal, note_body, propose, propose_change, refused, shown},
    *,
};
use crate::domain::{
    confirmation,
    ids::ConfirmationId,
    organisation::{self, OrganisationKind},
    signal::{Facts, Signal, bare::bare, decide::Actor},
    term::calendar::day,
};
use chrono::Days;
use uuid::Uuid;

fn actor(n: u128) -> Actor {
    Actor { account: AccountId(Uuid::from_u128(n)), name: format!("Account {n}").into() }
}

/// Monday 16 November 2026, 10:00.
fn now() -> Instant {
    "2026-11-16T09:00:00Z".parse().unwrap()
}

fn later(days: i64) -> Instant {
    now() + chrono::TimeDelta::days(days)
}

fn kind(code: &OrganisationCode) -> Option<OrganisationKind> {
    organisation::all().into_iter().find(|found| found.code == *code).map(|found| found.kind)
}

fn decision(body: &str, reference: &str) -> Decision {
    Decision {
        organisation: OrganisationCode(body.into()),
        reference: reference.into(),
        kind: "terugvordering".into(),
        amount_cents: None,
        announced_on: Some(day(2026, 10, 12)),
        dated_on: None,
    }
}

fn signal(decisions: Vec<Decision>) -> Signal {
    Signal { facts: Facts { decisions, ..Facts::default() }, ..bare() }
}

fn facts() -> TimeOutFacts {
    TimeOutFacts {
        reach: TimeOutReach::Both,
        decider: OrganisationCode("GM0344".into()),
        decided_by: "wethouder".into(),
        mandate: "collegebesluit".into(),
        decided_on: day(2026, 11, 13),
        reference: "".into(),
        ground: TimeOutGround::Pilot,
        first_day: day(2026, 11, 16),
        last_day: day(2026, 11, 29),
        maximum: Some(day(2026, 12, 31)),
    }
}

fn wanted<'a>(signal: &'a Signal, facts: TimeOutFacts) -> Wanted<'a> {
    let (id, confirmation) = (TimeOutId(Uuid::from_u128(1)), ConfirmationId(Uuid::from_u128(2)));
    Wanted { id, confirmation, signal, decision: 0, facts, emergency: false }
}

fn proposed_with(change: impl Fn(&mut Wanted<'_>), others: &[TimeOut]) -> Result<TimeOut, Refusal> {
    let signal = signal(vec![decision("UWV", "A-1")]);
    let mut wanted = wanted(&signal, facts());
    change(&mut wanted);
    propose(wanted, Moment { actor: &actor(1), now: now() }, kind, others)
}

fn running() -> TimeOut {
    confirm(&proposed_with(|_| {}, &[]).unwrap(), Moment { actor: &actor(2), now: now() }, &[]).unwrap()
}

fn extend(to: Date) -> TimeOutProposal {
    TimeOutProposal::Extend { last_day: to, decided_on: day(2026, 11, 16), reference: "".into(), reason: "".into() }
}

fn change(before: &TimeOut, who: u128, at: Instant, proposal: TimeOutProposal) -> Result<TimeOut, Refusal> {
    propose_change(before, Moment { actor: &actor(who), now: at }, ConfirmationId(Uuid::from_u128(3)), proposal, &[])
}

#[test]
fn only_a_municipality_decides_and_only_about_a_national_body() {
    for decider in ["UWV", "SZW", "GM9999", ""] {
        let refused = proposed_with(|wanted| wanted.facts.decider = OrganisationCode(decider.into()), &[]);
        assert_eq!(refused, Err(Refusal::NotAMunicipality), "{decider}");
    }
    for body in ["GM0344", "SZW", "onbekend"] {
        let signal = signal(vec![decision(body, "")]);
        let refused = propose(wanted(&signal, facts()), Moment { actor: &actor(1), now: now() }, kind, &[]);
        assert_eq!(refused, Err(Refusal::NotANationalBody), "{body}");
    }
    assert_eq!(proposed_with(|wanted| wanted.decision = 1, &[]), Err(Refusal::NoSuchDecision));
}

#[test]
fn nothing_moves_until_another_confirms() {
    let proposed = proposed_with(|_| {}, &[]).unwrap();
    assert_eq!((proposed.state, proposed.suspended_days()), (TimeOutState::Proposed, None));
    let alone = confirm(&proposed, Moment { actor: &actor(1), now: now() }, &[]);
    assert_eq!(alone, Err(Refusal::Confirmation(confirmation::Refusal::SamePerson)));
    let running = running();
    assert_eq!(running.suspended_days(), Some((day(2026, 11, 16), day(2026, 11, 30))));
    let extended = change(&running, 1, now(), extend(day(2026, 12, 6))).unwrap();
    assert_eq!(extended.suspended_days(), running.suspended_days());
    let confirmed = confirm(&extended, Moment { actor: &actor(2), now: now() }, &[]).unwrap();
    assert_eq!(confirmed.suspended_days(), Some((day(2026, 11, 16), day(2026, 12, 7))));
    assert_eq!((confirmed.state, confirmed.extensions.len(), confirmed.pending), (TimeOutState::Extended, 1, None));
}

#[test]
fn the_safe_end_stands_and_is_the_one_to_go_by_unless_an_act_says_otherwise() {
    let dates = |ground, reach| {
        let time_out = TimeOut { facts: TimeOutFacts { ground, reach, ..facts() }, ..running() };
        let dates = term_dates(&time_out.suspends.decision, &[time_out.suspension().unwrap()]).unwrap();
        (dates.safe_end, dates.end, dates.alarm_on)
    };
    // Six weeks after 12 October is 23 November; fourteen suspended days make it 7 December.
    let (safe, with) = (day(2026, 11, 23), day(2026, 12, 7));
    for ground in [TimeOutGround::Promise, TimeOutGround::Pilot, TimeOutGround::Nothing] {
        assert_eq!(dates(ground, TimeOutReach::Both), (safe, with, safe), "{ground}");
    }
    assert_eq!(dates(TimeOutGround::Law, TimeOutReach::ObjectionTerm), (safe, with, with));
    assert_eq!(dates(TimeOutGround::Law, TimeOutReach::Effect), (safe, safe, safe));
}

#[test]
fn never_suspended_twice_at_once() {
    let other = running();
    let overlapping = |first: Date, last: Date| {
        proposed_with(
            |wanted| {
                wanted.id = TimeOutId(Uuid::from_u128(7));
                (wanted.facts.first_day, wanted.facts.last_day) = (first, last);
            },
            std::slice::from_ref(&other),
        )
    };
    let taken = Err(Refusal::Overlaps(day(2026, 11, 16), day(2026, 11, 29)));
    assert_eq!(overlapping(day(2026, 11, 29), day(2026, 12, 5)), taken);
    assert_eq!(overlapping(day(2026, 11, 10), day(2026, 11, 16)), taken);
    assert!(overlapping(day(2026, 11, 30), day(2026, 12, 5)).is_ok());
    // What is proposed counts as well, and what is proposed to it.
    let longer = change(&other, 1, now(), extend(day(2026, 12, 6))).unwrap();
    let next = proposed_with(
        |wanted| {
            wanted.id = TimeOutId(Uuid::from_u128(7));
            (wanted.facts.first_day, wanted.facts.last_day) = (day(2026, 12, 6), day(2026, 12, 9));
        },
        &[longer],
    );
    assert_eq!(next, Err(Refusal::Overlaps(day(2026, 11, 16), day(2026, 12, 6))));
}

#[test]
fn an_extension_is_later_within_the_maximum_and_before_the_end() {
    let running = running();
    assert_eq!(change(&running, 1, now(), extend(day(2026, 11, 29))), Err(Refusal::NotLater(day(2026, 11, 29))));
    assert_eq!(change(&running, 1, now(), extend(day(2027, 1, 1))), Err(Refusal::BeyondMaximum(day(2026, 12, 31))));
    assert!(change(&running, 1, now(), extend(day(2026, 12, 31))).is_ok());
    assert!(change(&running, 1, later(13), extend(day(2026, 12, 6))).is_ok(), "on the last day");
    let over = Err(Refusal::Over(TimeOutState::Lapsed));
    assert_eq!(change(&running, 1, later(14), extend(day(2026, 12, 6))), over, "the day after");
    // Proposed in time, confirmed too late: refused.
    let proposed = change(&running, 1, later(13), extend(day(2026, 12, 6))).unwrap();
    assert!(confirm(&proposed, Moment { actor: &actor(2), now: later(14) }, &[]).is_err());
}

#[test]
fn it_lapses_by_date_alone_and_a_proposal_expires() {
    let running = running();
    assert_eq!(running.state_at(later(13)), TimeOutState::Running);
    assert_eq!(running.state_at(later(14)), TimeOutState::Lapsed);
    let proposed = proposed_with(|_| {}, &[]).unwrap();
    assert_eq!(proposed.state_at(later(6)), TimeOutState::Proposed);
    assert_eq!(proposed.state_at(later(7)), TimeOutState::NotStarted);
    assert_eq!(proposed.as_of(later(7)).pending, None);
}

#[test]
fn an_emergency_stands_one_working_day_and_only_once() {
    let started = proposed_with(|wanted| wanted.emergency = true, &[]).unwrap();
    assert_eq!((started.state, started.last_suspended_day()), (TimeOutState::Running, day(2026, 11, 17)));
    assert_eq!(started.state_at(later(1)), TimeOutState::Running);
    assert_eq!(started.state_at(later(2)), TimeOutState::Lapsed);
    let confirmed = confirm(&started, Moment { actor: &actor(2), now: later(1) }, &[]).unwrap();
    assert_eq!(confirmed.last_suspended_day(), day(2026, 11, 29));
    let alone = confirm(&started, Moment { actor: &actor(1), now: later(1) }, &[]);
    assert_eq!(alone, Err(Refusal::Confirmation(confirmation::Refusal::SamePerson)));
    assert!(confirm(&started, Moment { actor: &actor(2), now: later(2) }, &[]).is_err(), "too late");
    let rejected = drop_proposal(&started, Moment { actor: &actor(2), now: later(1) }, TimeOutMoveKind::Rejected, "".into());
    assert_eq!((rejected.state, rejected.works_again_on), (TimeOutState::Resumed, Some(day(2026, 11, 17))));
    // One person does not chain emergencies.
    let again = proposed_with(
        |wanted| {
            wanted.id = TimeOutId(Uuid::from_u128(7));
            wanted.emergency = true;
        },
        std::slice::from_ref(&rejected),
    );
    assert_eq!(again, Err(Refusal::EmergencyUsed));
    let tomorrow = proposed_with(
        |wanted| {
            wanted.emergency = true;
            wanted.facts.first_day = day(2026, 11, 17);
        },
        &[],
    );
    assert_eq!(tomorrow, Err(Refusal::EmergencyNotToday(day(2026, 11, 16))));
}

#[test]
fn resumed_and_ended_are_over_and_say_from_when() {
    let running = running();
    let resume = |from| TimeOutProposal::Resume { from, reason: "".into() };
    assert!(matches!(change(&running, 1, now(), resume(day(2026, 11, 15))), Err(Refusal::OutsideTimeOut(..))));
    assert!(matches!(change(&running, 1, now(), resume(day(2026, 11, 30))), Err(Refusal::OutsideTimeOut(..))));
    let end = TimeOutProposal::End { from: day(2026, 11, 20), ending: TimeOutEnding::Solution, reason: "".into() };
    let proposed = change(&running, 1, now(), end).unwrap();
    assert_eq!(change(&proposed, 2, now(), resume(day(2026, 11, 18))), Err(Refusal::Pending));
    let ended = confirm(&proposed, Moment { actor: &actor(2), now: now() }, &[]).unwrap();
    assert_eq!(ended.suspended_days(), Some((day(2026, 11, 16), day(2026, 11, 20))));
    assert_eq!((ended.state, ended.ending), (TimeOutState::Ended, Some(TimeOutEnding::Solution)));
    for verb in [TimeOutVerb::Extend, TimeOutVerb::Resume, TimeOutVerb::End] {
        assert_eq!(refused(&ended, verb, now()), Some(Refusal::Over(TimeOutState::Ended)), "{verb}");
    }
    assert_eq!(change(&ended, 1, now(), extend(day(2026, 12, 6))), Err(Refusal::Over(TimeOutState::Ended)));
    assert_eq!(ended.state_at(later(100)), TimeOutState::Ended);
}

#[test]
fn what_is_shown_says_both_dates_and_changes_with_them() {
    let proposed = change(&running(), 1, now(), extend(day(2026, 12, 6))).unwrap();
    let seen = shown(&proposed, &[]).unwrap();
    assert_eq!((seen.last_day_before, seen.last_day_after), (Some(day(2026, 11, 29)), Some(day(2026, 12, 6))));
    let end = |dates: &Option<TermDates>| dates.as_ref().unwrap().end;
    assert_eq!((end(&seen.term_before), end(&seen.term_after)), (day(2026, 12, 7), day(2026, 12, 14)));
    assert_eq!(shown(&running(), &[]), None);
    // That the body was told is no part of it: it may happen while a proposal waits.
    let moment = Moment { actor: &actor(1), now: now() };
    let told = note_body(&proposed, moment, TimeOutVerb::TellBody, day(2026, 11, 16)).unwrap();
    assert_eq!(shown(&told, &[]).as_ref(), Some(&seen));
    let tomorrow = day(2026, 11, 16).checked_add_days(Days::new(1)).unwrap();
    assert_eq!(note_body(&proposed, moment, TimeOutVerb::TellBody, tomorrow), Err(Refusal::InTheFuture(tomorrow)));
}
