//! Is somebody within reach now, or from when? Read from the words of an entry, where they say days and hours; else it is not known.

use chrono::{Days, NaiveDateTime, NaiveTime, Weekday};

use super::{Date, fold::fold, officer::OfficerFacts, term::calendar::is_ordinary};

/// When somebody can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Now; until this time today when that is said.
    Now(Option<NaiveTime>),
    /// From this day on; from this time when that is said.
    From(Date, Option<NaiveTime>),
    /// The words do not say it.
    Unknown,
}

/// Days that are looked at; who is away longer is known by the day.
const LOOK: u64 = 60;

/// When an entry can be reached, at a moment in the Netherlands. An absence counts before the words do.
pub fn reach(facts: &OfficerFacts, now: NaiveDateTime) -> Reach {
    let week = Week::read(facts.availability.raw());
    let today = now.date();
    let back = facts.absent_until.filter(|_| facts.is_away_on(today)).and_then(|until| until.succ_opt());
    let Some(week) = week else { return back.map_or(Reach::Unknown, |day| Reach::From(day, None)) };
    let first = back.unwrap_or(today);
    for day in (0..LOOK).filter_map(|days| first.checked_add_days(Days::new(days))) {
        if !week.has(day) {
            continue;
        }
        let begins = week.from.filter(|from| day > today || now.time() < *from);
        if day > today || begins.is_some() {
            return Reach::From(day, begins);
        }
        if week.until.is_none_or(|until| now.time() < until) {
            return Reach::Now(week.until);
        }
    }
    Reach::From(first, None)
}

/// The days and hours that are said.
struct Week {
    days: [bool; 7],
    from: Option<NaiveTime>,
    until: Option<NaiveTime>,
}

impl Week {
    /// Reads the words; nothing when they name no day, or say something else too.
    fn read(text: &str) -> Option<Self> {
        let mut week = Self { days: [false; 7], from: None, until: None };
        let (mut range, mut last, mut hours) = (false, None, vec![]);
        let words = fold(text).replace("tot en met", "t/m");
        // Folding makes a blank of the hyphen between two days or hours.
        let folded = text.to_lowercase().replace(['–', '—'], "-");
        let hyphen = folded.contains('-');
        for word in words.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()) {
            if let Some(day) = weekday(word) {
                let at = day.num_days_from_monday() as usize;
                let from =
                    last.filter(|_| range || (hyphen && hours.is_empty() && folded.contains(&format!("-{word}")))).unwrap_or(at);
                if from > at {
                    return None;
                }
                week.days[from..=at].fill(true);
                (last, range) = (Some(at), false);
            } else if let Some(time) = time(word) {
                hours.push((time, range));
                range = false;
            } else {
                match word {
                    "werkdagen" | "weekdays" => week.days[..5].fill(true),
                    "t/m" | "tot" | "to" => range = true,
                    "en" | "and" | "uur" | "van" | "from" => {}
                    _ => return None,
                }
            }
        }
        match hours[..] {
            [] => {}
            [(until, true)] => week.until = Some(until),
            [(from, _), (until, _)] if from < until => (week.from, week.until) = (Some(from), Some(until)),
            _ => return None,
        }
        week.days.contains(&true).then_some(week)
    }

    /// Nobody is there on a holiday.
    fn has(&self, day: Date) -> bool {
        use chrono::Datelike;
        let weekday = day.weekday();
        let weekend = matches!(weekday, Weekday::Sat | Weekday::Sun);
        self.days[weekday.num_days_from_monday() as usize] && (weekend || is_ordinary(day))
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "ma" | "maandag" | "monday" | "mon" => Weekday::Mon,
        "di" | "dinsdag" | "tuesday" | "tue" => Weekday::Tue,
        "wo" | "woensdag" | "wednesday" | "wed" => Weekday::Wed,
        "do" | "donderdag" | "thursday" | "thu" => Weekday::Thu,
        "vr" | "vrijdag" | "friday" | "fri" => Weekday::Fri,
        "za" | "zaterdag" | "saturday" | "sat" => Weekday::Sat,
        "zo" | "zondag" | "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// `9.00`, `09:30`, `13`.
fn time(word: &str) -> Option<NaiveTime> {
    let (hours, minutes) = word.split_once(['.', ':']).unwrap_or((word, "0"));
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    /// What the words give on a Monday, the 23rd of November 2026, at this time.
    fn at(words: &str, hour: u32, absent_until: Option<u32>) -> String {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let facts = OfficerFacts {
            availability: words.into(),
            absent_until: absent_until.map(day),
            ..serde_json::from_value(serde_json::json!({"organisation": "CAK", "mandate": "geen"})).unwrap()
        };
        let time = |time: Option<NaiveTime>| time.map(|time| time.format(" %H:%M").to_string()).unwrap_or_default();
        match reach(&facts, day(23).and_hms_opt(hour, 0, 0).unwrap()) {
            Reach::Now(until) => format!("now{}", time(until)),
            Reach::From(day, from) => format!("{}{}", day.format("%d-%m"), time(from)),
            Reach::Unknown => "?".into(),
        }
    }

    #[test]
    fn words_say_days_and_hours() {
        for (words, hour, absent, said) in [
            ("werkdagen 9.00 tot 17.00 uur", 10, None, "now 17:00"),
            ("werkdagen 9.00 tot 17.00 uur", 8, None, "23-11 09:00"),
            ("werkdagen 9.00 tot 17.00 uur", 17, None, "24-11 09:00"),
            ("werkdagen tot 13.00 uur", 12, None, "now 13:00"),
            ("werkdagen tot 13.00 uur", 14, None, "24-11"),
            ("maandag tot en met donderdag", 20, None, "now"),
            ("dinsdag, woensdag en vrijdag", 10, None, "24-11"),
            ("ma t/m do, 9.00-17.00", 10, None, "now 17:00"),
            ("ma-do", 10, None, "now"),
            ("ma di do 09:00-16:30", 18, None, "24-11 09:00"),
            ("werkdagen 9.00 tot 17.00 uur", 10, Some(27), "30-11 09:00"),
            ("", 10, Some(25), "26-11"),
            ("", 10, None, "?"),
            ("bel eerst het secretariaat", 10, None, "?"),
            ("alleen spoed op maandag", 10, None, "?"),
            ("vrijdag t/m maandag", 10, None, "?"),
        ] {
            assert_eq!(at(words, hour, absent), said, "{words} at {hour}");
        }
    }
}
