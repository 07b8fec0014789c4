//! Tests of the board: lanes at the edges of a week, rows of a signal and of a time-out.

use super::*;
use crate::domain::term::calendar::day;

fn row(alarm_on: Date) -> Deadline {
    serde_json::from_value(serde_json::json!({
        "id": "018f0000-0000-7000-8000-000000000000", "kind": "objection", "signal": "018f0000-0000-7000-8000-000000000001",
        "signalNumber": "S-2026-00421", "title": "Ontruiming", "label": "terugvordering", "safeEnd": alarm_on, "end": alarm_on,
        "alarmOn": alarm_on, "article": "Awb 6:7", "uncertain": false, "provisional": false
    }))
    .unwrap()
}

#[test]
fn a_lane_is_a_function_of_the_day() {
    // Wednesday 18 November 2026.
    let today = day(2026, 11, 18);
    for (on, lane) in [
        (day(2026, 11, 17), Lane::Overdue),
        (day(2026, 11, 18), Lane::Today),
        (day(2026, 11, 19), Lane::ThisWeek),
        (day(2026, 11, 22), Lane::ThisWeek),
        (day(2026, 11, 23), Lane::NextWeek),
        (day(2026, 11, 29), Lane::NextWeek),
        (day(2026, 11, 30), Lane::Later),
    ] {
        assert_eq!(row(on).lane(today), lane, "{on}");
        for other in Lane::ALL.iter().filter(|other| **other != Lane::StandingStill) {
            let (from, to) = days_of(*other, today).unwrap();
            let holds = from.is_none_or(|from| from <= on) && to.is_none_or(|to| on <= to);
            assert_eq!(holds, *other == lane, "{on} in {other}");
        }
    }
    // On a Sunday nothing is left of this week.
    let sunday = day(2026, 11, 22);
    assert_eq!(row(day(2026, 11, 23)).lane(sunday), Lane::NextWeek);
    let (from, to) = days_of(Lane::ThisWeek, sunday).unwrap();
    assert!(from > to);
}

#[test]
fn only_what_an_act_suspends_stands_still() {
    let mut suspended = row(day(2026, 12, 7));
    suspended.stands_still = Some(StandsStill { from: day(2026, 11, 16), until: day(2026, 11, 30) });
    assert_eq!(suspended.lane(day(2026, 11, 15)), Lane::Later);
    assert_eq!(suspended.lane(day(2026, 11, 16)), Lane::StandingStill);
    assert_eq!(suspended.lane(day(2026, 11, 29)), Lane::StandingStill);
    assert_eq!(suspended.lane(day(2026, 11, 30)), Lane::NextWeek);
}

#[test]
fn what_expired_and_what_lapsed_long_ago_leaves_the_board_by_date() {
    let last = day(2026, 11, 16);
    let proposal = Deadline { kind: DeadlineKind::Proposal, ..row(last) };
    assert!(!proposal.is_gone(last) && proposal.is_gone(day(2026, 11, 17)));
    let time_out = Deadline { kind: DeadlineKind::TimeOut, state: Some(TimeOutState::Running), ..row(last) };
    assert_eq!(time_out.state_on(last), Some(TimeOutState::Running));
    assert_eq!(time_out.state_on(day(2026, 11, 17)), Some(TimeOutState::Lapsed));
    assert!(!time_out.is_gone(day(2026, 11, 30)) && time_out.is_gone(day(2026, 12, 1)));
    assert!(!row(last).is_gone(day(2027, 12, 1)), "a missed term stays");
}
