//! When something that comes back comes back: rules of RFC 5545 (`RRULE`), worked out within limits. The one engine for series
//! of meetings here and for those in a stranger's calendar. It reads no clock and knows no holidays.

use std::str::FromStr;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::Tz;
use rrule::{RRule, RRuleSet, Unvalidated};

use super::Date;

/// Longest rule that is read, in bytes.
const RULE_MOST: usize = 500;

/// Most moments that a rule may have before the first that is asked for: each of them is walked past. Daily for five centuries.
const BEFORE_MOST: i64 = 200_000;

/// Why a rule says nothing: it is none, or one that never comes to an end of its own thinking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable;

/// What a rule and single moments say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'a> {
    /// The first moment, in the zone whose clock counts.
    pub start: DateTime<Tz>,
    /// The rules, as `FREQ=…`.
    pub rules: &'a [String],
    /// Moments besides.
    pub added: &'a [DateTime<Tz>],
    /// Moments left out.
    pub left_out: &'a [DateTime<Tz>],
}

/// How far is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Nothing before this moment.
    pub from: DateTime<Tz>,
    /// Nothing after this moment.
    pub until: DateTime<Tz>,
    /// At most so many.
    pub most: u16,
}

/// The moments, in order, and whether there may be more within the bounds.
///
/// # Errors
/// When a rule cannot be read.
pub fn moments(said: &Said<'_>, bounds: &Bounds) -> Result<(Vec<DateTime<Tz>>, bool), Unreadable> {
    let zone = said.start.timezone();
    let here = |moment: DateTime<Tz>| moment.with_timezone(&rrule::Tz::from(zone));
    // Without a rule the first moment itself is one of the list.
    let first = said.rules.is_empty().then_some(said.start);
    let added = said.added.iter().copied().chain(first).map(here).collect();
    let mut set = RRuleSet::new(here(said.start)).set_rdates(added);
    set = set.set_exdates(said.left_out.iter().copied().map(here).collect());
    let mut last = bounds.until;
    for rule in said.rules {
        let (rule, until) = without_until(rule, said.start)?;
        // One rule is the usual case; of several the last to end counts, which the single limit of the set cannot tell apart.
        if said.rules.len() == 1 {
            last = last.min(until.unwrap_or(last));
        } else if until.is_some() {
            return Err(Unreadable);
        }
        if moments_before(&rule, said.start, bounds.from) > BEFORE_MOST {
            return Err(Unreadable);
        }
        let rule = RRule::<Unvalidated>::from_str(&rule).map_err(|_| Unreadable)?;
        set = set.rrule(rule.validate(here(said.start)).map_err(|_| Unreadable)?);
    }
    let result = set.after(here(bounds.from)).before(here(last)).all(bounds.most);
    Ok((result.dates.into_iter().map(|moment| moment.with_timezone(&zone)).collect(), result.limited))
}

/// The days of a rule, in order, from its first day on.
pub fn days(rule: &str, first: Date, from: Date, most: u16) -> Vec<Date> {
    let at = |day: Date| Tz::UTC.from_utc_datetime(&day.and_time(NaiveTime::MIN));
    let Some(until) = from.checked_add_days(Days::new(366 * 60)) else { return vec![] };
    let said = Said { start: at(first), rules: &[rule.to_owned()], added: &[], left_out: &[] };
    let found = moments(&said, &Bounds { from: at(from), until: at(until), most });
    found.map(|(found, _)| found.iter().map(DateTime::date_naive).collect()).unwrap_or_default()
}

/// About how many moments a rule has before this one, whatever it leaves out.
fn moments_before(rule: &str, start: DateTime<Tz>, from: DateTime<Tz>) -> i64 {
    let value = |name: &str| rule.split(';').find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='));
    let apart = match value("FREQ") {
        Some("SECONDLY") => 1,
        Some("MINUTELY") => 60,
        Some("HOURLY") => 3600,
        Some("WEEKLY") => 7 * 86_400,
        Some("MONTHLY") => 28 * 86_400,
        Some("YEARLY") => 365 * 86_400,
        _ => 86_400,
    };
    let listed = ["BYHOUR", "BYMINUTE", "BYSECOND"].into_iter().filter_map(value);
    let each = listed.map(|list| list.split(',').count()).fold(1, usize::saturating_mul);
    let passed = (from - start).num_seconds().max(0) / apart;
    passed.saturating_mul(i64::try_from(each).unwrap_or(i64::MAX))
}

/// The rule without its `UNTIL`, and that as a moment: calendars write it as a day, by the clock of the zone or in UTC, whatever the
/// standard asks for.
fn without_until(rule: &str, start: DateTime<Tz>) -> Result<(String, Option<DateTime<Tz>>), Unreadable> {
    if rule.len() > RULE_MOST {
        return Err(Unreadable);
    }
    let rule = rule.trim().to_ascii_uppercase();
    let (ends, rest): (Vec<&str>, Vec<&str>) = rule.split(';').partition(|part| part.trim().starts_with("UNTIL="));
    let until = match ends[..] {
        [] => None,
        [end] => Some(end_of(end.trim().trim_start_matches("UNTIL="), start).ok_or(Unreadable)?),
        _ => return Err(Unreadable),
    };
    Ok((rest.join(";"), until))
}

fn end_of(text: &str, start: DateTime<Tz>) -> Option<DateTime<Tz>> {
    let zone = start.timezone();
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y%m%d") {
        return zone.from_local_datetime(&day.and_hms_opt(23, 59, 59)?).latest();
    }
    let (digits, is_utc) = text.strip_suffix('Z').map_or((text, false), |digits| (digits, true));
    let local = NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M%S").ok()?;
    if is_utc { Some(local.and_utc().with_timezone(&zone)) } else { zone.from_local_datetime(&local).latest() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(start: &str, rule: &str, from: &str, until: &str) -> Result<Vec<String>, Unreadable> {
        let at = |text: &str| {
            let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
            chrono_tz::Europe::Amsterdam.from_local_datetime(&local).earliest().unwrap()
        };
        let said = Said { start: at(start), rules: &[rule.into()], added: &[], left_out: &[] };
        let (found, _) = moments(&said, &Bounds { from: at(from), until: at(until), most: 6 })?;
        Ok(found.iter().map(|moment| moment.to_utc().format("%m-%d %H:%M").to_string()).collect())
    }

    #[test]
    fn the_hour_is_that_of_the_clock_also_over_the_change_of_summer_time() {
        let rule = "FREQ=WEEKLY;BYDAY=TU";
        let found = said("2026-10-13 13:30", rule, "2026-10-01 00:00", "2026-11-04 00:00").unwrap();
        assert_eq!(found, ["10-13 11:30", "10-20 11:30", "10-27 12:30", "11-03 12:30"]);
    }

    #[test]
    fn an_end_may_be_a_day_a_local_time_or_utc() {
        for until in ["20261020", "20261020T133000", "20261020T113000Z"] {
            let rule = format!("FREQ=WEEKLY;BYDAY=TU;UNTIL={until}");
            let found = said("2026-10-13 13:30", &rule, "2026-10-01 00:00", "2027-01-01 00:00").unwrap();
            assert_eq!(found, ["10-13 11:30", "10-20 11:30"], "{until}");
        }
        let before = said("2026-10-13 13:30", "FREQ=WEEKLY;UNTIL=20261020T112959Z", "2026-10-01 00:00", "2027-01-01 00:00");
        assert_eq!(before.unwrap(), ["10-13 11:30"]);
    }

    #[test]
    fn what_came_before_takes_no_room() {
        let found = said("2015-01-06 13:30", "FREQ=WEEKLY;BYDAY=TU", "2026-11-23 00:00", "2027-01-06 00:00").unwrap();
        assert_eq!(found, ["11-24 12:30", "12-01 12:30", "12-08 12:30", "12-15 12:30", "12-22 12:30", "12-29 12:30"]);
        let counted = said("2026-11-03 13:30", "FREQ=WEEKLY;COUNT=4", "2026-11-17 00:00", "2027-01-06 00:00").unwrap();
        assert_eq!(counted, ["11-17 12:30", "11-24 12:30"], "they are counted from the first");
    }

    #[test]
    fn what_is_no_rule_or_never_comes_is_no_harm() {
        let all = |rule: &str| said("2026-10-13 13:30", rule, "2026-10-01 00:00", "2028-10-01 00:00");
        for rule in
            ["", "FREQ=NOOIT", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;UNTIL=gisteren", "FREQ=DAILY;UNTIL=20270101;UNTIL=20270102"]
        {
            assert_eq!(all(rule), Err(Unreadable), "{rule}");
        }
        assert_eq!(all(&format!("FREQ=DAILY;BYMONTHDAY={}", vec!["1"; 300].join(","))), Err(Unreadable), "too long");
        assert_eq!(all("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), Ok(vec![]));
        assert_eq!(all("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"), Ok(vec![]));
        for rule in ["FREQ=HOURLY", "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23"] {
            let old = said("2000-01-01 13:30", rule, "2026-10-01 00:00", "2028-10-01 00:00");
            assert_eq!(old, Err(Unreadable), "{rule} since 2000: nobody walks past all that");
        }
        assert_eq!(all("FREQ=SECONDLY").map(|found| found.len()), Ok(6), "no more than asked for");
    }
}
