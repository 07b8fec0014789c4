//! From a signal and its time-outs to the rows of the board: pure, so that what is stored can be made anew and compared.

use chrono::TimeDelta;

use super::{Deadline, DeadlineKind, DeadlineOwner, StandsStill};
use crate::domain::{
    Date,
    arrangement::{ArrangementDay, ArrangementKind},
    derived::derived_id,
    ids::DeadlineId,
    signal::{Decision, Signal, Status},
    term::{
        arithmetic::{Basis, Term, end},
        length::{Length, Unit},
    },
    time_out::{DecisionSuspension, Pending, TimeOut, TimeOutGround, TimeOutState, decision_key, term_dates},
    zone,
};

/// The service norm: a reaction within this many working days after receipt.
const NORM_WORKING_DAYS: u16 = 2;

/// The clocks of a signal: objection terms, threatening events, moratoria, the service norm, calls that were promised and a snooze while it
/// still asks for work; bridgings and commitments also afterwards, because somebody still has to settle or keep them.
pub fn of_signal(signal: &Signal) -> Vec<Deadline> {
    let mut rows: Vec<Deadline> = signal.arrangements.iter().filter_map(|day| of_arrangement(signal, day)).collect();
    if signal.status.is_open() {
        rows.extend(of_open(signal));
    }
    rows
}

fn of_arrangement(signal: &Signal, day: &ArrangementDay) -> Option<Deadline> {
    if day.kind == ArrangementKind::Moratorium && !signal.status.is_open() {
        return None;
    }
    let kind = day.kind.deadline();
    Some(Deadline {
        id: derived(day.id.0.as_u128(), kind, 0),
        label: day.label.clone(),
        body: day.organisation.clone(),
        rule: day.rule.clone(),
        article: day.article.clone(),
        arrangement: Some(day.id),
        ..row(signal, kind, 0, day.on)
    })
}

fn of_open(signal: &Signal) -> Vec<Deadline> {
    let received_on = zone::date_of(signal.received_at);
    let mut rows = vec![];
    for (at, decision) in signal.facts.decisions.iter().enumerate() {
        let Some(dates) = term_dates(decision, &signal.suspensions) else { continue };
        // A term that ended before the report came in is nothing the desk could keep.
        if dates.alarm_on < received_on {
            continue;
        }
        let suspension = suspension_of(signal, decision);
        let by_law = suspension.filter(|found| found.ground == TimeOutGround::Law && found.reach.stops_term());
        rows.push(Deadline {
            label: if decision.kind.is_blank() { dates.label.clone() } else { decision.kind.clone() },
            body: Some(decision.organisation.clone()),
            ground: suspension.map(|found| found.ground),
            safe_end: dates.safe_end,
            end: dates.end,
            alarm_on: dates.alarm_on,
            rule: Some(dates.rule),
            article: dates.label,
            time_out: suspension.map(|found| found.time_out),
            uncertain: dates.uncertain,
            provisional: dates.provisional,
            stands_still: by_law.map(|found| StandsStill { from: found.from, until: found.until }),
            ..row(signal, DeadlineKind::Objection, at, dates.safe_end)
        });
    }
    for (at, threat) in signal.facts.threats.iter().enumerate() {
        // Also one that had passed when it was reported: it is too late, and that must be seen.
        let Some(on) = threat.on else { continue };
        rows.push(Deadline { label: threat.what.clone(), ..row(signal, DeadlineKind::Threat, at, on) });
    }
    if signal.status == Status::Received {
        rows.extend(norm(received_on).map(|on| row(signal, DeadlineKind::Norm, 0, on)));
    }
    // Who was promised it, so that whoever looks at the list knows whom to call.
    rows.extend(signal.call_backs.iter().map(|promise| Deadline {
        label: promise.with.clone(),
        at: promise.at,
        ..row(signal, DeadlineKind::CallBack, promise.number as usize, promise.on)
    }));
    rows.extend(signal.facts.snoozed_until.map(|on| row(signal, DeadlineKind::Snooze, 0, on)));
    rows
}

/// The decision of a signal whose objection term a row is.
pub fn decision_of<'a>(row: &Deadline, signal: &'a Signal) -> Option<&'a Decision> {
    let of = signal.id.0.as_u128();
    let mut decisions = signal.facts.decisions.iter().enumerate();
    decisions.find(|(at, _)| derived(of, DeadlineKind::Objection, *at) == row.id).map(|(_, decision)| decision)
}

/// The clocks of a time-out: its last day, and what waits for a second person. Also of a closed signal: the decision works
/// again all the same.
pub fn of_time_out(time_out: &TimeOut, signal: &Signal) -> Vec<Deadline> {
    let decision = &time_out.suspends.decision;
    let label = if decision.kind.is_blank() { time_out.suspends.rule_label.clone() } else { decision.kind.clone() };
    let about = |kind, on: Date| Deadline {
        id: derived(time_out.id.0.as_u128(), kind, 0),
        label: label.clone(),
        body: Some(decision.organisation.clone()),
        ground: Some(time_out.facts.ground),
        time_out: Some(time_out.id),
        state: Some(time_out.state),
        confirmation: time_out.pending.as_ref().map(|pending| pending.confirmation),
        proposed_until: time_out.pending.as_ref().map(proposed_until),
        ..row(signal, kind, 0, on)
    };
    let mut rows = vec![];
    if time_out.state.is_running() {
        rows.push(about(DeadlineKind::TimeOut, time_out.last_suspended_day()));
    }
    if let Some(pending) = &time_out.pending
        && (time_out.state.is_running() || time_out.state == TimeOutState::Proposed)
    {
        rows.push(about(DeadlineKind::Proposal, proposed_until(pending)));
    }
    rows
}

/// The last day on which it can be confirmed.
fn proposed_until(pending: &Pending) -> Date {
    zone::date_of(pending.expires_at - TimeDelta::microseconds(1))
}

/// The suspension of a decision that says most: the last one that begins.
fn suspension_of<'a>(signal: &'a Signal, decision: &Decision) -> Option<&'a DecisionSuspension> {
    let key = decision_key(decision);
    signal.suspensions.iter().filter(|suspension| suspension.decision == key).max_by_key(|suspension| suspension.from)
}

fn norm(received_on: Date) -> Option<Date> {
    let length = Length::new(NORM_WORKING_DAYS, Unit::WorkingDay).ok()?;
    end(&Term { trigger: received_on, length, basis: Basis::Agreed }, &[]).ok().map(|norm| norm.end)
}

fn row(signal: &Signal, kind: DeadlineKind, at: usize, on: Date) -> Deadline {
    Deadline {
        id: derived(signal.id.0.as_u128(), kind, at),
        kind,
        signal: signal.id,
        signal_number: signal.number,
        title: signal.facts.title.clone(),
        municipality: signal.facts.municipality,
        label: "".into(),
        body: None,
        ground: None,
        owner: signal.owner.as_ref().map(|owner| DeadlineOwner { account: owner.account, name: owner.name.clone() }),
        safe_end: on,
        end: on,
        alarm_on: on,
        rule: None,
        article: "".into(),
        time_out: None,
        arrangement: None,
        state: None,
        confirmation: None,
        proposed_until: None,
        uncertain: false,
        provisional: false,
        stands_still: None,
        at: None,
    }
}

/// The id of a clock: made from what it is about, so that it needs no place to be kept.
fn derived(of: u128, kind: DeadlineKind, at: usize) -> DeadlineId {
    DeadlineId(derived_id(of, kind.code(), at as u64))
}
