//! Marks of a deadline: the days on which somebody must hear of it. Pure: the day is an argument.
//!
//! A mark is reached at the start of its day in the Netherlands. While an act makes a clock stand still nothing is said; what
//! was reached meanwhile is said once, by the last mark, on the day it runs again.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Builder;

use super::{Deadline, DeadlineKind};
use crate::domain::{
    Date, Instant,
    ids::{AlarmId, DeadlineId, OrganisationCode, SignalId, SignalNumber},
    role::coded_enum,
    term::calendar::working_days_before,
    text::RawText,
};

coded_enum!(
    /// How far off the day to go by is, in working days; in order of time.
    Mark {
        /// Ten working days before.
        TenDays = "ten-days",
        /// Five working days before.
        FiveDays = "five-days",
        /// Two working days before.
        TwoDays = "two-days",
        /// One working day before.
        OneDay = "one-day",
        /// The day itself.
        Today = "today",
        /// Te laat: the day after.
        Overdue = "overdue",
    }
);

impl Mark {
    /// The marks of a kind of clock. A norm of two working days, a snooze and a proposal of a week have no long approach: ten
    /// working days before them say nothing.
    pub fn of(kind: DeadlineKind) -> &'static [Self] {
        match kind {
            DeadlineKind::Norm | DeadlineKind::CallBack => &[Self::Today, Self::Overdue],
            DeadlineKind::Snooze => &[Self::Today],
            DeadlineKind::Proposal => &[Self::OneDay, Self::Today],
            _ => Self::ALL,
        }
    }

    /// The day on which it is reached; nothing at the ends of the calendar.
    pub fn day(self, alarm_on: Date) -> Option<Date> {
        match self {
            Self::TenDays => working_days_before(alarm_on, 10),
            Self::FiveDays => working_days_before(alarm_on, 5),
            Self::TwoDays => working_days_before(alarm_on, 2),
            Self::OneDay => working_days_before(alarm_on, 1),
            Self::Today => Some(alarm_on),
            Self::Overdue => alarm_on.succ_opt(),
        }
    }
}

/// What rings on a day, and when to look again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// Marks that ring, in order.
    pub marks: Vec<Mark>,
    /// The next day on which one does; nothing: never again.
    pub next: Option<Date>,
}

/// What rings of a deadline on `today` when everything before `from` was looked at.
pub fn reached(deadline: &Deadline, from: Date, today: Date) -> Reached {
    let all = days(deadline);
    let marks = match deadline.is_gone(today) {
        true => vec![],
        false => all.iter().filter(|(day, _)| from <= *day && *day <= today).map(|(_, mark)| *mark).collect(),
    };
    Reached { marks, next: all.iter().map(|(day, _)| *day).find(|day| *day > today) }
}

/// From which day on to look at a deadline that came, or whose day moved, on `today`: the mark that holds then rings, those
/// before it were never ahead. Nothing: no mark is left.
pub fn first_look(deadline: &Deadline, today: Date) -> Option<Date> {
    let all = days(deadline);
    let holds = all.iter().rev().map(|(day, _)| *day).find(|day| *day <= today);
    holds.or_else(|| all.first().map(|(day, _)| *day))
}

/// The first mark after a day, for rows that were there before anybody watched: what they passed is not said any more.
pub fn first_after(deadline: &Deadline, today: Date) -> Option<Date> {
    days(deadline).into_iter().map(|(day, _)| day).find(|day| *day >= today)
}

/// The days on which a calendar reminds of it: the marks ten and two working days before, as far as its kind has them and they
/// lie before its day.
pub fn ahead(deadline: &Deadline) -> Vec<Date> {
    let early = days(deadline).into_iter().filter(|(_, mark)| matches!(mark, Mark::TenDays | Mark::TwoDays));
    early.map(|(day, _)| day).filter(|day| *day < deadline.alarm_on).collect()
}

/// The same of a day that is no row of the board.
pub fn ahead_of(on: Date) -> Vec<Date> {
    [Mark::TenDays, Mark::TwoDays].into_iter().filter_map(|mark| mark.day(on)).collect()
}

/// The marks with the days on which they ring, in order; each day once.
fn days(deadline: &Deadline) -> Vec<(Date, Mark)> {
    let mut all: Vec<(Date, Mark)> = vec![];
    for mark in Mark::of(deadline.kind) {
        let Some(day) = mark.day(deadline.alarm_on) else { continue };
        let day = match deadline.stands_still {
            Some(still) if still.from <= day && day < still.until => still.until,
            _ => day,
        };
        match all.last_mut() {
            Some(last) if last.0 == day => last.1 = *mark,
            _ => all.push((day, *mark)),
        }
    }
    all
}

/// A mark that was reached: said once, ever, of this clock with this day. Without personal data and without free text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Alarm {
    /// Id: made from the clock, its day and the mark.
    pub id: AlarmId,
    /// The row of the board.
    pub deadline: DeadlineId,
    /// Which mark.
    pub mark: Mark,
    /// What ends.
    pub kind: DeadlineKind,
    /// The day to go by, as it was when it rang.
    pub alarm_on: NaiveDate,
    /// The signal.
    pub signal: SignalId,
    /// Its number.
    pub signal_number: SignalNumber,
    /// The body that decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<OrganisationCode>,
    /// Act and article; empty where none makes the day.
    pub article: RawText,
    /// When it rang, by the server's clock.
    pub rang_at: DateTime<Utc>,
}

impl Alarm {
    /// A mark of a deadline, reached.
    pub fn of(deadline: &Deadline, mark: Mark, rang_at: Instant) -> Self {
        Self {
            id: id_of(deadline, mark),
            deadline: deadline.id,
            mark,
            kind: deadline.kind,
            alarm_on: deadline.alarm_on,
            signal: deadline.signal,
            signal_number: deadline.signal_number,
            body: deadline.body.clone(),
            article: deadline.article.clone(),
            rang_at,
        }
    }
}

fn id_of(deadline: &Deadline, mark: Mark) -> AlarmId {
    let day = deadline.alarm_on.to_string();
    AlarmId(
        Builder::from_custom_bytes(crate::domain::derived::hashed(
            deadline.id.0.as_u128(),
            [day.as_bytes(), mark.code().as_bytes()],
        ))
        .into_uuid(),
    )
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;
    use crate::domain::{deadline::StandsStill, term::calendar::day};

    fn deadline(kind: &str, alarm_on: Date) -> Deadline {
        serde_json::from_value(serde_json::json!({
            "id": "018f0000-0000-7000-8000-000000000000", "kind": kind, "signal": "018f0000-0000-7000-8000-000000000001",
            "signalNumber": "S-2026-00421", "title": "Ontruiming", "label": "terugvordering", "safeEnd": alarm_on, "end": alarm_on,
            "alarmOn": alarm_on, "article": "Awb 6:7", "uncertain": false, "provisional": false
        }))
        .unwrap()
    }

    #[test]
    fn marks_are_counted_in_working_days() {
        // Monday 28 December 2026: Christmas was on Friday and Saturday.
        let end = day(2026, 12, 28);
        let days: Vec<_> = Mark::ALL.iter().map(|mark| mark.day(end).unwrap()).collect();
        let expected = [(12, 11), (12, 18), (12, 23), (12, 24), (12, 28), (12, 29)].map(|(month, on)| day(2026, month, on));
        assert_eq!(days, expected);
        // A last day that is a Sunday: one working day before is Friday.
        assert_eq!(Mark::OneDay.day(day(2026, 11, 29)), Some(day(2026, 11, 27)));
        assert_eq!(Mark::Overdue.day(Date::MAX), None);
        assert_eq!(Mark::TenDays.day(Date::MIN), None);
    }

    #[test]
    fn every_mark_rings_on_one_day_however_the_days_are_walked() {
        for kind in DeadlineKind::ALL {
            let deadline = deadline(kind.code(), day(2026, 11, 23));
            for step in [1, 2, 3, 40] {
                let (mut from, mut rung) = (day(2026, 10, 1), vec![]);
                let mut today = from;
                while today < day(2026, 12, 20) {
                    let found = reached(&deadline, from, today);
                    rung.extend(found.marks);
                    from = today.succ_opt().unwrap();
                    assert!(found.next.is_none_or(|next| next > today));
                    today = today + Days::new(step);
                }
                let expected: Vec<Mark> = Mark::of(*kind).to_vec();
                // What left the board by date has nothing to say any more.
                if step < 40 && *kind != DeadlineKind::Proposal {
                    assert_eq!(rung, expected, "{kind} in steps of {step}");
                } else {
                    assert!(rung.iter().all(|mark| expected.contains(mark)));
                }
            }
        }
    }

    #[test]
    fn what_comes_late_rings_by_the_mark_that_holds() {
        let deadline = deadline("objection", day(2026, 11, 23));
        // Thursday 19 November: ten and five days have passed, two days is today.
        let from = first_look(&deadline, day(2026, 11, 18)).unwrap();
        assert_eq!(reached(&deadline, from, day(2026, 11, 18)).marks, [Mark::FiveDays]);
        let from = first_look(&deadline, day(2026, 11, 19)).unwrap();
        assert_eq!(reached(&deadline, from, day(2026, 11, 19)).marks, [Mark::TwoDays]);
        assert_eq!(first_look(&deadline, day(2026, 1, 1)), Mark::TenDays.day(day(2026, 11, 23)));
        assert_eq!(first_after(&deadline, day(2026, 11, 18)), Some(day(2026, 11, 19)));
        assert_eq!(first_after(&deadline, day(2026, 12, 18)), None);
    }

    #[test]
    fn a_clock_that_stands_still_says_nothing_and_then_one_thing() {
        let mut still = deadline("objection", day(2026, 12, 7));
        still.stands_still = Some(StandsStill { from: day(2026, 11, 16), until: day(2026, 12, 3) });
        let start = day(2026, 11, 1);
        assert_eq!(reached(&still, start, day(2026, 12, 2)), Reached { marks: vec![], next: Some(day(2026, 12, 3)) });
        assert_eq!(reached(&still, start, day(2026, 12, 3)).marks, [Mark::TwoDays]);
        assert_eq!(reached(&still, day(2026, 12, 4), day(2026, 12, 8)).marks, [Mark::OneDay, Mark::Today, Mark::Overdue]);
    }

    #[test]
    fn an_alarm_has_one_id_for_each_day_and_mark() {
        let (one, other) = (deadline("objection", day(2026, 11, 23)), deadline("objection", day(2026, 11, 24)));
        let mut ids: Vec<_> = Mark::ALL.iter().flat_map(|mark| [id_of(&one, *mark), id_of(&other, *mark)]).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 2 * Mark::ALL.len());
    }
}
