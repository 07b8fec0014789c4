//! What may happen to a time-out, and what becomes of it: pure decisions. The server carries them out.
//!
//! Every verb that moves a date is a proposal; [`confirm`] decides it anew for the day it is confirmed, so that nothing is
//! confirmed that could not be proposed any more.

use chrono::TimeDelta;

use super::{
    Emergency, Extension, Pending, Refusal, Shown, SuspendedDecision, TimeOut, TimeOutFacts, TimeOutMove, TimeOutMoveKind,
    TimeOutProposal, TimeOutState, TimeOutVerb, term_dates,
};
use crate::domain::{
    Date, Instant,
    ids::{ConfirmationId, OrganisationCode, TimeOutId},
    organisation::OrganisationKind,
    signal::{Signal, decide::Actor},
    term::calendar,
    text::RawText,
    zone,
};

/// How long a proposal waits for a second person.
pub const PROPOSAL_HOLDS: TimeDelta = TimeDelta::days(7);

/// Who acts, and when.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// When.
    pub now: Instant,
}

impl Moment<'_> {
    fn today(self) -> Date {
        zone::date_of(self.now)
    }
}

/// A new time-out as it is asked for.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// Its id.
    pub id: TimeOutId,
    /// The id of the confirmation that settles it.
    pub confirmation: ConfirmationId,
    /// The signal.
    pub signal: &'a Signal,
    /// The place of the decision among the signal's decisions, from 0.
    pub decision: usize,
    /// What the municipality decided.
    pub facts: TimeOutFacts,
    /// Does one person start it now, for one working day?
    pub emergency: bool,
}

/// Proposes a time-out, or starts it in an emergency. `kind` says what an organisation is; `others` are the time-outs of the
/// same decision.
pub fn propose(
    wanted: Wanted<'_>,
    moment: Moment<'_>,
    kind: impl Fn(&OrganisationCode) -> Option<OrganisationKind>,
    others: &[TimeOut],
) -> Result<TimeOut, Refusal> {
    let today = moment.today();
    let decision = wanted.signal.facts.decisions.get(wanted.decision).ok_or(Refusal::NoSuchDecision)?;
    if kind(&wanted.facts.decider) != Some(OrganisationKind::Municipality) {
        return Err(Refusal::NotAMunicipality);
    }
    if kind(&decision.organisation) != Some(OrganisationKind::NationalBody) {
        return Err(Refusal::NotANationalBody);
    }
    let facts = wanted.facts;
    if facts.decided_on > today {
        return Err(Refusal::InTheFuture(facts.decided_on));
    }
    if wanted.emergency && facts.first_day != today {
        return Err(Refusal::EmergencyNotToday(today));
    }
    if wanted.emergency && others.iter().any(|other| other.emergency.as_ref().is_some_and(|emergency| !emergency.confirmed)) {
        return Err(Refusal::EmergencyUsed);
    }
    let emergency =
        wanted.emergency.then(|| Emergency { until: one_working_day_after(today), by: moment.actor.account, confirmed: false });
    let mut made = TimeOut {
        id: wanted.id,
        version: 1,
        signal: wanted.signal.id,
        signal_number: wanted.signal.number,
        suspends: SuspendedDecision::of(decision),
        last_day: facts.last_day,
        facts,
        state: if wanted.emergency { TimeOutState::Running } else { TimeOutState::Proposed },
        emergency,
        works_again_on: None,
        ending: None,
        told_body_on: None,
        body_confirmed_on: None,
        extensions: vec![],
        pending: None,
        moves: vec![],
    };
    may_start(&made, today, moment.now, others)?;
    let kind = if wanted.emergency { TimeOutMoveKind::EmergencyStarted } else { TimeOutMoveKind::Proposed };
    made.pending = Some(pending(&made, wanted.confirmation, TimeOutProposal::Start, moment));
    note(&mut made, moment, kind, Some(TimeOutProposal::Start), RawText::default());
    Ok(made)
}

/// Proposes to extend, resume or end.
pub fn propose_change(
    before: &TimeOut,
    moment: Moment<'_>,
    confirmation: ConfirmationId,
    proposal: TimeOutProposal,
    others: &[TimeOut],
) -> Result<TimeOut, Refusal> {
    if before.pending_at(moment.now).is_some() {
        return Err(Refusal::Pending);
    }
    allowed(before, &proposal, moment, others)?;
    let mut after = before.clone();
    after.moves.extend(before.pending.as_ref().map(|expired| TimeOutMove {
        at: expired.expires_at,
        by: expired.by,
        by_name: expired.by_name.clone(),
        kind: TimeOutMoveKind::Expired,
        proposal: Some(expired.proposal.clone()),
        last_day: last_day(before),
        reason: RawText::default(),
    }));
    let reason = proposal.reason();
    after.pending = Some(pending(before, confirmation, proposal.clone(), moment));
    note(&mut after, moment, TimeOutMoveKind::Proposed, Some(proposal), reason);
    Ok(after)
}

/// What becomes of a time-out when a second person confirms its proposal.
pub fn confirm(before: &TimeOut, moment: Moment<'_>, others: &[TimeOut]) -> Result<TimeOut, Refusal> {
    let pending = before.pending_at(moment.now).ok_or(Refusal::Confirmation(crate::domain::confirmation::Refusal::Expired))?;
    if pending.by == moment.actor.account {
        return Err(Refusal::Confirmation(crate::domain::confirmation::Refusal::SamePerson));
    }
    let proposal = pending.proposal.clone();
    allowed(before, &proposal, moment, others)?;
    let mut after = with(before, &proposal, Some((pending, moment.actor)));
    after.pending = None;
    note(&mut after, moment, TimeOutMoveKind::Confirmed, Some(proposal), RawText::default());
    Ok(after)
}

/// What becomes of a time-out when its proposal is rejected by another, or withdrawn: what stood stays. An emergency that
/// is not confirmed ends, and the decision works again at once.
pub fn drop_proposal(before: &TimeOut, moment: Moment<'_>, kind: TimeOutMoveKind, reason: RawText) -> TimeOut {
    let mut after = before.clone();
    let proposal = after.pending.take().map(|pending| pending.proposal);
    if after.state == TimeOutState::Proposed {
        after.state = TimeOutState::NotStarted;
    } else if proposal == Some(TimeOutProposal::Start) {
        after.state = TimeOutState::Resumed;
        after.works_again_on = Some(moment.today().max(after.facts.first_day));
    }
    note(&mut after, moment, kind, proposal, reason);
    after
}

/// Notes that the body was told, or that it confirmed, on a day. No date moves, so one person does it.
pub fn note_body(before: &TimeOut, moment: Moment<'_>, verb: TimeOutVerb, on: Date) -> Result<TimeOut, Refusal> {
    let state = before.state_at(moment.now);
    if state == TimeOutState::NotStarted {
        return Err(Refusal::Over(state));
    }
    if on > moment.today() {
        return Err(Refusal::InTheFuture(on));
    }
    let mut after = before.clone();
    let kind = match verb {
        TimeOutVerb::BodyConfirmed => {
            after.body_confirmed_on = Some(on);
            TimeOutMoveKind::BodyConfirmed
        }
        _ => {
            after.told_body_on = Some(on);
            TimeOutMoveKind::ToldBody
        }
    };
    note(&mut after, moment, kind, None, RawText::default());
    Ok(after)
}

/// Why a verb cannot be used now, whatever is asked with it; nothing: it can.
pub fn refused(time_out: &TimeOut, verb: TimeOutVerb, now: Instant) -> Option<Refusal> {
    let state = time_out.state_at(now);
    let moves_dates = !matches!(verb, TimeOutVerb::TellBody | TimeOutVerb::BodyConfirmed);
    match state {
        TimeOutState::NotStarted => Some(Refusal::Over(state)),
        _ if !moves_dates => None,
        TimeOutState::Proposed => Some(Refusal::NotBegun),
        state if !state.is_running() => Some(Refusal::Over(state)),
        _ if time_out.pending_at(now).is_some() => Some(Refusal::Pending),
        _ if verb == TimeOutVerb::Extend && time_out.facts.maximum.is_some_and(|most| most <= time_out.last_day) => {
            time_out.facts.maximum.map(Refusal::BeyondMaximum)
        }
        _ => None,
    }
}

/// Exactly what the second person is shown of what waits; nothing when nothing does.
pub fn shown(time_out: &TimeOut, others: &[TimeOut]) -> Option<Shown> {
    let pending = time_out.pending.as_ref()?;
    let after = with(time_out, &pending.proposal, None);
    let dates = |this: &TimeOut| {
        let all: Vec<_> = others.iter().chain([this]).filter_map(TimeOut::suspension).collect();
        term_dates(&time_out.suspends.decision, &all)
    };
    Some(Shown {
        time_out: time_out.id,
        signal: time_out.signal_number,
        proposal: pending.proposal.clone(),
        suspends: time_out.suspends.clone(),
        facts: time_out.facts.clone(),
        last_day_before: last_day(time_out),
        last_day_after: last_day(&after),
        term_before: dates(time_out),
        term_after: dates(&after),
    })
}

fn allowed(before: &TimeOut, proposal: &TimeOutProposal, moment: Moment<'_>, others: &[TimeOut]) -> Result<(), Refusal> {
    let (state, today) = (before.state_at(moment.now), moment.today());
    if let TimeOutProposal::Start = proposal {
        return match state {
            TimeOutState::Proposed | TimeOutState::Running => may_start(before, today, moment.now, others),
            state => Err(Refusal::Over(state)),
        };
    }
    match state {
        TimeOutState::Proposed => return Err(Refusal::NotBegun),
        state if !state.is_running() => return Err(Refusal::Over(state)),
        _ => {}
    }
    let last = before.last_suspended_day();
    match proposal {
        TimeOutProposal::Start => Ok(()),
        TimeOutProposal::Extend { last_day, decided_on, .. } => {
            if *decided_on > today {
                return Err(Refusal::InTheFuture(*decided_on));
            }
            if *last_day <= before.last_day {
                return Err(Refusal::NotLater(before.last_day));
            }
            if let Some(most) = before.facts.maximum.filter(|most| last_day > most) {
                return Err(Refusal::BeyondMaximum(most));
            }
            let from = before.last_day.succ_opt().unwrap_or(before.last_day);
            no_overlap(before, from, *last_day, moment.now, others)
        }
        TimeOutProposal::Resume { from, .. } | TimeOutProposal::End { from, .. } => {
            let first = before.facts.first_day;
            if *from < first || *from > last { Err(Refusal::OutsideTimeOut(first, last)) } else { Ok(()) }
        }
    }
}

fn may_start(made: &TimeOut, today: Date, now: Instant, others: &[TimeOut]) -> Result<(), Refusal> {
    if made.last_day < today {
        return Err(Refusal::AfterTheEnd(made.last_day));
    }
    if let Some(most) = made.facts.maximum.filter(|most| made.last_day > *most) {
        return Err(Refusal::BeyondMaximum(most));
    }
    no_overlap(made, made.facts.first_day, made.last_day, now, others)
}

/// Never two suspensions of the same decision at once: neither running, nor proposed, nor on days that were suspended.
fn no_overlap(this: &TimeOut, from: Date, to: Date, now: Instant, others: &[TimeOut]) -> Result<(), Refusal> {
    let taken = |other: &TimeOut| {
        let (first, last) = match other.state_at(now) {
            TimeOutState::NotStarted => return None,
            TimeOutState::Proposed => (other.facts.first_day, other.last_day),
            _ => other.suspended_days().and_then(|(from, until)| Some((from, until.pred_opt()?)))?,
        };
        // What is proposed to it counts too: it may be confirmed.
        let last = match other.pending_at(now).map(|pending| &pending.proposal) {
            Some(TimeOutProposal::Extend { last_day, .. }) => last.max(*last_day),
            Some(TimeOutProposal::Start) => last.max(other.last_day),
            _ => last,
        };
        (first <= to && from <= last).then_some((first, last))
    };
    match others.iter().filter(|other| other.id != this.id).find_map(taken) {
        Some((first, last)) => Err(Refusal::Overlaps(first, last)),
        None => Ok(()),
    }
}

/// The time-out as the proposal makes it.
fn with(before: &TimeOut, proposal: &TimeOutProposal, people: Option<(&Pending, &Actor)>) -> TimeOut {
    let mut after = before.clone();
    match proposal {
        TimeOutProposal::Start => {
            after.state = TimeOutState::Running;
            if let Some(emergency) = &mut after.emergency {
                emergency.confirmed = true;
            }
        }
        TimeOutProposal::Extend { last_day, decided_on, reference, reason } => {
            after.state = TimeOutState::Extended;
            after.last_day = *last_day;
            if let Some((pending, actor)) = people {
                after.extensions.push(Extension {
                    last_day: *last_day,
                    decided_on: *decided_on,
                    reference: reference.clone(),
                    reason: reason.clone(),
                    proposed_by: pending.by,
                    proposed_by_name: pending.by_name.clone(),
                    confirmed_by: actor.account,
                    confirmed_by_name: actor.name.clone(),
                });
            }
        }
        TimeOutProposal::Resume { from, .. } => {
            (after.state, after.works_again_on) = (TimeOutState::Resumed, Some(*from));
        }
        TimeOutProposal::End { from, ending, .. } => {
            (after.state, after.works_again_on, after.ending) = (TimeOutState::Ended, Some(*from), Some(*ending));
        }
    }
    after
}

fn pending(of: &TimeOut, confirmation: ConfirmationId, proposal: TimeOutProposal, moment: Moment<'_>) -> Pending {
    let most = moment.now + PROPOSAL_HOLDS;
    // Nobody needs to confirm what can no longer happen: the day after its last day, or after the one working day.
    let last = match &proposal {
        TimeOutProposal::Start => of.last_suspended_day(),
        TimeOutProposal::Extend { .. } => of.last_day,
        TimeOutProposal::Resume { .. } | TimeOutProposal::End { .. } => of.last_suspended_day(),
    };
    let over = last.succ_opt().and_then(|day| zone::instant_of(day.and_time(chrono::NaiveTime::MIN)));
    Pending {
        confirmation,
        proposal,
        by: moment.actor.account,
        by_name: moment.actor.name.clone(),
        at: moment.now,
        expires_at: over.map_or(most, |over| over.min(most)),
    }
}

fn note(time_out: &mut TimeOut, moment: Moment<'_>, kind: TimeOutMoveKind, proposal: Option<TimeOutProposal>, reason: RawText) {
    let last_day = last_day(time_out);
    time_out.moves.push(TimeOutMove {
        at: moment.now,
        by: moment.actor.account,
        by_name: moment.actor.name.clone(),
        kind,
        proposal,
        last_day,
        reason,
    });
}

/// The last day that is suspended as it stands; nothing: none is.
fn last_day(time_out: &TimeOut) -> Option<Date> {
    time_out.suspended_days().and_then(|(_, until)| until.pred_opt())
}

/// The first ordinary day after this one.
fn one_working_day_after(day: Date) -> Date {
    day.succ_opt().and_then(calendar::ordinary_from).unwrap_or(day)
}
