//! What a series plans and what it does, from what is there.

use std::str::FromStr;

use super::*;
use crate::domain::{
    Instant,
    ids::MeetingId,
    meeting::{MeetingNumber, decide},
    signal::decide::Actor,
    zone::{read_date, read_instant},
};

fn at(text: &str) -> Instant {
    read_instant(text).unwrap()
}

fn day(text: &str) -> Date {
    read_date(text).unwrap()
}

fn weekly(weekday: SeriesWeekday, starts_on: &str) -> SeriesFacts {
    let facts = serde_json::json!({
        "rule": { "every": 1, "weekday": weekday, "week": null }, "startsOn": starts_on, "time": "13:30", "minutes": 90, "ahead": 3
    });
    serde_json::from_value(facts).unwrap()
}

/// Does what must be done, and again until nothing is left: as the server does.
fn settle(facts: &SeriesFacts, made: &mut Vec<Made>, now: Instant) -> Vec<&'static str> {
    let mut done = vec![];
    while let Some(step) = steps(facts, made, now).into_iter().next() {
        assert!(done.len() < 50, "it never ends: {done:?}");
        match step {
            Step::Make(day, said) => {
                done.push("make");
                made.push(Made { planned_on: day, meeting: meeting(made.len() + 1, day, said) });
            }
            Step::Rewrite(one, day, said) => {
                done.push("rewrite");
                let found = made.iter_mut().find(|other| other.meeting.id == one.meeting.id).unwrap();
                found.planned_on = day;
                found.meeting.facts = said;
            }
            Step::Hold(one, day) => {
                done.push("hold");
                made.iter_mut().find(|other| other.meeting.id == one.meeting.id).unwrap().planned_on = day;
            }
            Step::Cancel(one) => {
                done.push("cancel");
                made.retain(|other| other.meeting.id != one.meeting.id);
            }
        }
    }
    made.sort_by_key(|one| one.planned_on);
    done
}

fn meeting(number: usize, day: Date, said: MeetingFacts) -> Meeting {
    let id = |last: usize| format!("01a1e395-ae80-7dd9-a45a-{last:012}");
    let actor = Actor { account: crate::domain::ids::AccountId::from_str(&id(0)).unwrap(), name: "secretaris".into() };
    let moment = Moment { actor: &actor, now: at("2026-11-16T09:00") };
    let id = MeetingId::from_str(&id(number)).unwrap();
    let number = u32::try_from(number).unwrap();
    let mut made = decide::create(id, MeetingNumber::new(number).unwrap(), said, moment);
    let (series, planned_on) = (SeriesId::from_str("01a1e395-ae80-7dd9-a45a-c2bcb1892fc9").unwrap(), day);
    made.series = Some(OfSeries { id: series, number: SeriesNumber::new(1).unwrap(), planned_on, agenda_version: 1 });
    made
}

fn days(made: &[Made]) -> Vec<String> {
    made.iter().map(|one| one.meeting.facts.day().unwrap().format("%m-%d").to_string()).collect()
}

#[test]
fn a_holiday_is_skipped_or_moved_and_said() {
    // Fridays: Christmas 2026, New Year 2027.
    let mut facts = weekly(SeriesWeekday::Friday, "2026-12-18");
    let told = |facts: &SeriesFacts| {
        let days = planned(facts, at("2026-12-01T09:00"), 3, None);
        days.iter()
            .map(|day| (day.fate, day.holiday, day.slot.map(|slot| crate::domain::zone::date_of(slot.starts_at).to_string())))
            .collect::<Vec<_>>()
    };
    use crate::domain::term::calendar::Holiday;
    let on = |text: &str| Some(text.to_owned());
    let moved = [
        (DayFate::Kept, None, on("2026-12-18")),
        (DayFate::Moved, Some(Holiday::Christmas), on("2026-12-28")),
        (DayFate::Moved, Some(Holiday::NewYear), on("2027-01-04")),
    ];
    assert_eq!(told(&facts), moved, "over the weekend, too");
    facts.on_holiday = OnHoliday::Skip;
    let skipped = told(&facts);
    assert_eq!(skipped[1], (DayFate::Skipped, Some(Holiday::Christmas), None));
    assert_eq!(skipped.len(), 5, "two that are skipped do not count among the three");
    assert_eq!(skipped[4].2, on("2027-01-15"));
}

#[test]
fn the_clock_in_the_netherlands_counts() {
    let mut facts = weekly(SeriesWeekday::Sunday, "2026-10-18");
    let slots = |facts: &SeriesFacts| {
        let days = planned(facts, at("2026-10-01T09:00"), 2, None);
        days.iter().filter_map(|day| day.slot).map(|slot| (slot.starts_at.to_rfc3339(), slot.minutes())).collect::<Vec<_>>()
    };
    assert_eq!(slots(&facts), [("2026-10-18T11:30:00+00:00".into(), 90), ("2026-10-25T12:30:00+00:00".into(), 90)]);
    (facts.starts_on, facts.time) = (day("2027-03-28"), ClockTime::parse("2:30").unwrap());
    let told = planned(&facts, at("2027-03-01T09:00"), 1, None);
    assert_eq!((told[0].fate, told[0].slot, told.len()), (DayFate::NoSuchTime, None, 2), "there is no half past two that day");
}

#[test]
fn made_ahead_and_never_twice() {
    let facts = weekly(SeriesWeekday::Tuesday, "2026-12-01");
    let mut made = vec![];
    assert_eq!(settle(&facts, &mut made, at("2026-11-16T09:00")), ["make"; 3]);
    assert_eq!(days(&made), ["12-01", "12-08", "12-15"]);
    assert_eq!(settle(&facts, &mut made, at("2026-12-01T13:29")), [""; 0], "it did not begin yet");
    assert_eq!(settle(&facts, &mut made, at("2026-12-01T13:30")), ["make"]);
    assert_eq!(days(&made)[3], "12-22");
    // Who cancels one does not get another for that day.
    made[2].meeting.state = MeetingState::Cancelled;
    assert_eq!(settle(&facts, &mut made, at("2026-12-02T09:00")), [""; 0]);
}

#[test]
fn a_change_counts_for_what_nobody_touched() {
    let mut facts = weekly(SeriesWeekday::Tuesday, "2026-12-01");
    let (mut made, now) = (vec![], at("2026-11-16T09:00"));
    settle(&facts, &mut made, now);
    made[1].meeting.agenda_version = 2;
    let touched = made[1].meeting.clone();
    facts.time = ClockTime::parse("10:00").unwrap();
    assert_eq!(settle(&facts, &mut made, now), ["rewrite"; 2]);
    assert_eq!(made[1].meeting, touched, "left alone");
    let told = told(&facts, &made, now);
    assert_eq!(
        told.iter().map(|day| day.meeting.map(|one| (one.touched, one.differs))).collect::<Vec<_>>(),
        [Some((false, false)), Some((true, true)), Some((false, false))]
    );

    // Wednesdays: who was touched stands for the one of its week.
    facts.rule.weekday = SeriesWeekday::Wednesday;
    let mut done = settle(&facts, &mut made, now);
    done.sort_unstable();
    assert_eq!(done, ["hold", "rewrite", "rewrite"]);
    assert_eq!(days(&made), ["12-02", "12-08", "12-16"]);
    assert_eq!(made[1].meeting, touched);

    // Every other week: the one that was touched stands for no day any more, and a day is made besides.
    facts.rule.every = 2;
    assert_eq!(settle(&facts, &mut made, now), ["make"]);
    assert_eq!(days(&made), ["12-02", "12-08", "12-16", "12-30"]);
}

#[test]
fn fewer_ahead_takes_nothing_away_and_more_often_moves_nothing() {
    let mut facts = weekly(SeriesWeekday::Tuesday, "2026-12-01");
    (facts.rule.every, facts.ahead) = (2, 4);
    let (mut made, now) = (vec![], at("2026-11-16T09:00"));
    settle(&facts, &mut made, now);
    facts.ahead = 1;
    assert_eq!(settle(&facts, &mut made, now), [""; 0]);
    (facts.rule.every, facts.ahead) = (1, 2);
    assert_eq!(settle(&facts, &mut made, now), ["make"]);
    assert_eq!(days(&made), ["12-01", "12-08", "12-15", "12-29", "01-12"]);
}

#[test]
fn an_end_cancels_what_nobody_touched_and_tells_the_rest() {
    let mut facts = weekly(SeriesWeekday::Tuesday, "2026-12-01");
    let (mut made, now) = (vec![], at("2026-11-16T09:00"));
    settle(&facts, &mut made, now);
    made[2].meeting.state = MeetingState::Fixed;
    facts.until = Some(day("2026-12-07"));
    assert_eq!(settle(&facts, &mut made, now), ["cancel"]);
    assert_eq!(days(&made), ["12-01", "12-15"]);
    let told = told(&facts, &made, now);
    assert_eq!((told.len(), told[1].fate, told[1].meeting.map(|one| one.touched)), (2, None, Some(true)));
    // Taken back: its day is made anew, and who stayed is not doubled.
    facts.until = None;
    assert_eq!(settle(&facts, &mut made, now), ["make"]);
    assert_eq!(days(&made), ["12-01", "12-08", "12-15"]);
}
