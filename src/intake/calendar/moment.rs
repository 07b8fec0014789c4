//! A moment of a calendar: in UTC, in a zone by its name, or by the clock in the Netherlands where no zone is named. A zone that
//! nobody knows is a fault: a guess would show a wrong time.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::{super::finding::Reason, line::Property};
use crate::domain::{Date, Instant};

/// Zones as Windows calls them, those that the offices of the bodies use.
const WINDOWS: [(&str, Tz); 8] = [
    ("W. Europe Standard Time", Tz::Europe__Amsterdam),
    ("Romance Standard Time", Tz::Europe__Brussels),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("GMT Standard Time", Tz::Europe__London),
    ("SA Western Standard Time", Tz::America__Curacao),
    ("UTC", Tz::UTC),
    ("GMT", Tz::UTC),
];

/// The moment, and whether a zone was named. A repeated hour takes the first.
pub(super) fn moment_of(property: &Property, name: &str) -> Result<(DateTime<Tz>, bool), Reason> {
    let value = property.value.as_str();
    let no_moment = || Reason::NoSuchMoment { name: name.into(), value: value.into() };
    let is_day = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    if is_day || property.parameter("VALUE").is_some_and(|kind| kind.eq_ignore_ascii_case("DATE")) {
        return Err(Reason::EventWithoutTimes { name: name.into() });
    }
    let (digits, is_utc) = value.strip_suffix(['Z', 'z']).map_or((value, false), |digits| (digits, true));
    // `%Y` alone would take years of more digits.
    let local = (digits.len() == 15).then(|| NaiveDateTime::parse_from_str(digits, "%Y%m%dT%H%M%S").ok());
    let local = local.flatten().ok_or_else(no_moment)?;
    if is_utc {
        return Ok((local.and_utc().with_timezone(&Tz::UTC), true));
    }
    let (tz, zoned) = match property.parameter("TZID") {
        None => (Tz::Europe__Amsterdam, false),
        Some(named) => {
            let unknown = || Reason::UnknownZone { name: name.into(), value: named.into() };
            (zone_of(named).ok_or_else(unknown)?, true)
        }
    };
    Ok((tz.from_local_datetime(&local).earliest().ok_or_else(no_moment)?, zoned))
}

/// The day, where a property says no time: `20261208`.
pub(super) fn day_of(property: &Property) -> Option<Date> {
    let value = property.value.as_str();
    (value.len() == 8).then(|| NaiveDate::parse_from_str(value, "%Y%m%d").ok()).flatten()
}

/// By its name (`Europe/Amsterdam`, also at the end of a path of a calendar program) or as Windows calls it.
fn zone_of(named: &str) -> Option<Tz> {
    let named = named.trim();
    let windows = WINDOWS.iter().find(|(known, _)| known.eq_ignore_ascii_case(named)).map(|(_, tz)| *tz);
    let at_the_end = || {
        let parts: Vec<&str> = named.rsplitn(3, '/').collect();
        let [city, area, _] = parts[..] else { return None };
        format!("{area}/{city}").parse().ok()
    };
    windows.or_else(|| named.parse().ok()).or_else(at_the_end)
}

/// So long after it begins: `PT1H30M`. Days are none of a slot: they are not always 24 hours.
pub(super) fn after(start: Instant, length: &str) -> Option<Instant> {
    let mut rest = length.trim().strip_prefix('+').unwrap_or(length.trim()).strip_prefix("PT")?;
    let mut seconds: i64 = 0;
    for (unit, worth) in [('H', 3600), ('M', 60), ('S', 1)] {
        if let Some((number, more)) = rest.split_once(unit) {
            let is_number = (1..=5).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
            seconds += is_number.then(|| number.parse::<i64>().ok()).flatten()? * worth;
            rest = more;
        }
    }
    rest.is_empty().then(|| start.checked_add_signed(TimeDelta::seconds(seconds))).flatten()
}
