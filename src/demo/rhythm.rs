//! When things happen at a desk: on working days in office hours, a little in the evening and the weekend.

use chrono::{Datelike, Days, NaiveTime, TimeDelta, Weekday};

use super::random::Random;
use crate::domain::{Date, Instant, term::calendar, zone};

/// Over how many days before today the signals came in.
pub const DAYS: u64 = 56;

/// A number of reports spread over the days up to and including today.
#[derive(Debug, Clone)]
pub struct Rhythm {
    today: Date,
    /// Each day with the index of its first report.
    days: Vec<(Date, u64)>,
    total: u64,
}

impl Rhythm {
    /// Spreads `total` reports.
    pub fn new(today: Date, total: u32) -> Self {
        let first = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
        let days: Vec<Date> = first.iter_days().take_while(|day| *day <= today).collect();
        let weights: Vec<u64> = days.iter().map(|day| weight(*day, today)).collect();
        let (sum, total) = (weights.iter().sum::<u64>().max(1), u64::from(total));
        let mut before = 0;
        let starts = days.iter().zip(&weights).map(|(day, weight)| {
            let start = total * before / sum;
            before += weight;
            (*day, start)
        });
        Self { today, days: starts.collect(), total }
    }

    /// The day and moment of every report, in order.
    pub fn moments(self, seed: u64) -> impl Iterator<Item = (Date, Instant)> {
        let (total, today) = (self.total, self.today);
        let ends: Vec<u64> = self.days.iter().skip(1).map(|(_, start)| *start).chain([total]).collect();
        self.days.into_iter().zip(ends).flat_map(move |((day, start), end)| {
            let (opens, minutes) = hours(day, today);
            (start..end).map(move |index| {
                let jitter = Random::for_object(seed, 1, index).below(1000) as u64;
                let seconds = minutes * 60 * ((index - start) * 1000 + jitter) / ((end - start) * 1000);
                (day, at(day, opens) + TimeDelta::seconds(seconds as i64))
            })
        })
    }
}

/// The moment at which it is so many minutes after midnight on the clocks in the Netherlands.
pub fn at(day: Date, minutes: u64) -> Instant {
    let local = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes as i64);
    zone::instant_of(local).unwrap_or_else(|| local.and_utc())
}

/// This day or else the last ordinary day before it.
pub fn ordinary_until(day: Date) -> Date {
    let back = (0..14).filter_map(|days| day.checked_sub_days(Days::new(days)));
    back.into_iter().find(|day| calendar::is_ordinary(*day)).unwrap_or(day)
}

/// The ordinary day that comes `count` working days after this one.
pub fn working_days_after(day: Date, count: usize) -> Date {
    day.iter_days().skip(1).filter(|day| calendar::is_ordinary(*day)).nth(count.saturating_sub(1)).unwrap_or(day)
}

fn weight(day: Date, today: Date) -> u64 {
    match (calendar::is_ordinary(day), day.weekday()) {
        (false, _) => 1,
        (true, _) if day == today => 3,
        (true, Weekday::Mon) => 13,
        (true, Weekday::Fri) => 8,
        (true, _) => 10,
    }
}

/// From which minute of the day, and for how many minutes, reports come in. Today only early: it has hardly begun.
fn hours(day: Date, today: Date) -> (u64, u64) {
    if day == today {
        (6 * 60 + 5, 95)
    } else if calendar::is_ordinary(day) {
        (8 * 60 + 10, 555)
    } else {
        (9 * 60, 720)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        zone::read_date(text).unwrap()
    }

    #[test]
    fn every_report_has_a_moment_in_order_and_most_come_on_working_days() {
        let today = day("2026-11-23");
        for total in [0, 1, 7, 320, 5_000] {
            let moments: Vec<_> = Rhythm::new(today, total).moments(1).collect();
            assert_eq!(moments.len(), total as usize);
            assert!(moments.windows(2).all(|pair| pair[0].1 <= pair[1].1));
            assert!(moments.iter().all(|(day, at)| zone::date_of(*at) == *day && *day <= today));
            let working = moments.iter().filter(|(day, _)| calendar::is_ordinary(*day)).count();
            assert!(total < 320 || working * 100 > moments.len() * 90);
        }
    }

    #[test]
    fn working_days_skip_weekends_and_holidays() {
        assert_eq!(working_days_after(day("2026-11-20"), 1), day("2026-11-23"));
        assert_eq!(working_days_after(day("2026-12-24"), 2), day("2026-12-29"));
        assert_eq!(ordinary_until(day("2026-12-27")), day("2026-12-24"));
    }
}
