//! How dates, times, days left and names look.

pub use crate::domain::names::initials;

use chrono::{Datelike, NaiveTime};

use crate::{
    domain::{
        Date, Instant,
        availability::{self, Reach},
        clock_time::ClockTime,
        officer::{Officer, OfficerFacts, Standing},
        signal::CallBack,
        verdict::{OfficerCall, Report},
        zone,
    },
    locale::{Texts, Value},
};

/// `ma 23-11`; more than half a year away with the year: `ma 23-11-27`.
pub fn date(date: Date, today: Date, texts: &Texts) -> String {
    let weekday = texts.get(&format!("weekday-{}", date.weekday().number_from_monday()));
    let short = format!("{weekday} {:02}-{:02}", date.day(), date.month());
    if date.year() != today.year() { format!("{short}-{:02}", date.year() % 100) } else { short }
}

/// `ma 23-11-2026`.
pub fn full_date(date: Date, texts: &Texts) -> String {
    let weekday = texts.get(&format!("weekday-{}", date.weekday().number_from_monday()));
    format!("{weekday} {:02}-{:02}-{:04}", date.day(), date.month(), date.year())
}

/// A day in a form, in words: with its time, what makes it no working day where it is one to come, and how far away it is.
pub fn day_in_form(day: Date, time: Option<ClockTime>, today: Date, texts: &Texts) -> String {
    let free = texts.free_day(day).filter(|_| day >= today).map(|free| format!(", {free}")).unwrap_or_default();
    format!("{}{free}, {}", at(full_date(day, texts), time, texts), days_in_words(day, today, texts))
}

/// What is said of a day, behind a field in which it stands in full: without the date, and with the weekday once: `zondag, over 9 dagen`.
pub fn beside_day(day: Date, said: &str, texts: &Texts) -> String {
    let said = said.replacen(&day.format(" %d-%m-%Y").to_string(), "", 1);
    let weekday = texts.get(&format!("weekday-{}", day.weekday().number_from_monday()));
    let rest = said.strip_prefix(&format!("{weekday}, ")).filter(|rest| rest.starts_with(&weekday));
    rest.unwrap_or(&said).to_owned()
}

/// `ma 23-11 om 10:00`, where there is a time.
pub fn at(day: String, time: Option<ClockTime>, texts: &Texts) -> String {
    let Some(time) = time else { return day };
    texts.with("day-at", &[("day", day.into()), ("time", time.to_string().into())])
}

/// `CAK, ma 23-11 om 10:00`; of a day that passed also how long ago that was.
pub fn call_back(call: &CallBack, today: Date, texts: &Texts) -> String {
    let when = at(date(call.on, today, texts), call.at, texts);
    let when = if call.on < today { format!("{when}, {}", days_in_words(call.on, today, texts)) } else { when };
    if call.with.is_blank() { when } else { format!("{}, {when}", call.with.line()) }
}

/// `€ 10.000`.
pub fn euros(amount: i64, texts: &Texts) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push_str(&texts.get("thousands"));
        }
        grouped.push(digit);
    }
    format!("€ {}{grouped}", if amount < 0 { "-" } else { "" })
}

/// `beslissen, tot € 10.000, t/m do 31-12-2026`, or `beslissen, mandaat verlopen zo 22-11-2026`.
pub fn mandate(facts: &OfficerFacts, today: Date, texts: &Texts) -> String {
    let mut parts = vec![texts.get(&format!("mandate-{}", facts.mandate))];
    // That it is over comes before what it was.
    let budget = facts.budget_euros.map(|amount| texts.with("card-budget", &[("euros", euros(amount, texts).into())]));
    let on = |day: Option<Date>| day.map(|day| full_date(day, texts)).unwrap_or_default();
    match facts.standing(today) {
        Standing::EntryEnded => parts.push(format!("{} {}", texts.get("standing-entry-ended"), on(facts.valid_to))),
        Standing::MandateEnded => parts.push(format!("{} {}", texts.get("standing-mandate-ended"), on(facts.mandate_until))),
        Standing::Sound | Standing::Stale => {
            if let Some(day) = [facts.mandate_until, facts.valid_to].into_iter().flatten().min() {
                parts.push(texts.with("card-until", &[("date", full_date(day, texts).into())]));
            }
        }
    }
    let at = if matches!(facts.standing(today), Standing::Sound | Standing::Stale) { 1 } else { parts.len() };
    parts.splice(at..at, budget);
    parts.join(", ")
}

/// Whether somebody can be reached now, or from when; nothing when the entry does not say it.
pub fn reach(facts: &OfficerFacts, now: Instant, texts: &Texts) -> Option<String> {
    let (hour, minute) = zone::hour_minute(now);
    let local = zone::date_of(now).and_hms_opt(hour, minute, 0)?;
    let time = |time: NaiveTime| Value::from(time.format("%H:%M").to_string());
    Some(match availability::reach(facts, local) {
        Reach::Unknown => return None,
        Reach::Now(None) => texts.get("card-reach-now"),
        Reach::Now(Some(until)) => texts.with("card-reach-until", &[("time", time(until))]),
        Reach::From(day, None) => texts.with("card-reach-from", &[("day", date(day, local.date(), texts).into())]),
        Reach::From(day, Some(from)) => {
            texts.with("card-reach-from-time", &[("day", date(day, local.date(), texts).into()), ("time", time(from))])
        }
    })
}

/// When somebody is away, until that is over.
pub fn absence(facts: &OfficerFacts, today: Date, texts: &Texts) -> Option<String> {
    let until = facts.absent_until.filter(|until| *until >= today)?;
    let until = ("date", full_date(until, texts).into());
    Some(match facts.absent_from.filter(|from| *from > today) {
        Some(from) => texts.with("card-absent-from", &[("from", full_date(from, texts).into()), until]),
        None => texts.with("card-absent", &[until]),
    })
}

/// Everything that was reported wrong with an entry and waits: the day, by whom, and what.
pub fn reports(officer: &Officer, texts: &Texts) -> Vec<String> {
    let line = |report: &Report| {
        let day = full_date(zone::date_of(report.at), texts);
        format!("{day} {}: {}", report.by.line(), report.reason.line())
    };
    officer.verdict.reports.iter().map(line).collect()
}

/// `S-471 ma 23-11, S-466 vr 06-11`: for which cases an entry was called before.
pub fn calls(calls: &[OfficerCall], today: Date, texts: &Texts) -> String {
    let call = |call: &OfficerCall| format!("{} {}", call.number.short(), date(zone::date_of(call.at), today, texts));
    calls.iter().map(call).collect::<Vec<_>>().join(", ")
}

/// By whom an entry was verified and when; `never` when it was not.
pub fn verified(officer: &Officer, texts: &Texts) -> String {
    let on = officer.facts.verified_on.map_or_else(|| texts.get("card-never"), |day| full_date(day, texts));
    match officer.verdict.verified_by.is_blank() {
        true => on,
        false => format!("{on}, {}", officer.verdict.verified_by.line()),
    }
}

/// `3 d`, `0 d`, `-2 d`.
pub fn days(date: Date, today: Date, texts: &Texts) -> String {
    texts.with("days-left", &[("days", Value::Number((date - today).num_days()))])
}

/// `over 3 dagen`, `vandaag`, `2 dagen geleden`.
pub fn days_in_words(date: Date, today: Date, texts: &Texts) -> String {
    let days = (date - today).num_days();
    match days {
        0 => texts.get("days-today"),
        1.. => texts.with("days-ahead", &[("days", Value::Number(days))]),
        _ => texts.with("days-ago", &[("days", Value::Number(-days))]),
    }
}

/// `09:41` today, else `vr 16:52`, else `vr 20-11 16:52`.
pub fn moment(at: Instant, today: Date, texts: &Texts) -> String {
    let day = zone::date_of(at);
    let (hour, minute) = zone::hour_minute(at);
    let age = (today - day).num_days();
    match age {
        0 => format!("{hour:02}:{minute:02}"),
        1..=6 => format!("{} {hour:02}:{minute:02}", texts.get(&format!("weekday-{}", day.weekday().number_from_monday()))),
        _ => format!("{} {hour:02}:{minute:02}", date(day, today, texts)),
    }
}

/// `09:41`.
pub fn clock(at: Instant) -> String {
    let (hour, minute) = zone::hour_minute(at);
    format!("{hour:02}:{minute:02}")
}

/// How long ago, roughly: `2 min`, `3 u`, `4 d`.
pub fn age(since: Instant, now: Instant, texts: &Texts) -> String {
    let seconds = (now - since).num_seconds().max(0);
    let (key, count) = match seconds {
        0..60 => ("age-seconds", seconds),
        60..3600 => ("age-minutes", seconds / 60),
        3600..86_400 => ("age-hours", seconds / 3600),
        _ => ("age-days", seconds / 86_400),
    };
    texts.with(key, &[("count", Value::Number(count))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn dates_as_agreed() {
        let texts = Texts::new(Language::Dutch);
        let day = |y, m, d| Date::from_ymd_opt(y, m, d).unwrap();
        let today = day(2026, 11, 23);
        assert_eq!(date(day(2026, 11, 24), today, &texts), "di 24-11");
        assert_eq!(date(day(2027, 11, 23), today, &texts), "di 23-11-27");
        // The year is what tells January of next year from January of this one.
        assert_eq!(date(day(2027, 5, 12), today, &texts), "wo 12-05-27");
        assert_eq!(date(day(2026, 1, 5), today, &texts), "ma 05-01");
        assert_eq!(days(day(2026, 11, 20), today, &texts), "-3 d");
    }

    #[test]
    fn a_day_to_come_that_is_no_working_day_says_what_it_is() {
        let texts = Texts::new(Language::Dutch);
        let day = |y, m, d| Date::from_ymd_opt(y, m, d).unwrap();
        let told = |on| day_in_form(on, None, day(2026, 11, 23), &texts);
        assert_eq!(told(day(2026, 11, 28)), "za 28-11-2026, zaterdag, over 5 dagen");
        assert_eq!(told(day(2026, 12, 25)), "vr 25-12-2026, eerste kerstdag, over 32 dagen");
        assert_eq!(told(day(2026, 11, 24)), "di 24-11-2026, morgen");
        assert!(!told(day(2026, 11, 22)).contains("zondag"), "what passed moves nothing any more");
        // Beside the date itself the day is said once.
        let beside = |on| beside_day(on, &told(on), &texts);
        assert_eq!(beside(day(2026, 11, 28)), "zaterdag, over 5 dagen");
        assert_eq!(beside(day(2026, 12, 25)), "vr, eerste kerstdag, over 32 dagen");
        assert_eq!(beside(day(2026, 11, 24)), "di, morgen");
    }
}
