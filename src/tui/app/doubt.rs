//! What to look at again before saving. A doubt is said and never holds anything up.

use super::{
    date_input::{Side, dutch},
    form::{Form, Kind},
    forms::intake,
    template,
};
use crate::domain::{Date, ids::OrganisationCode, personal, signal::Decision, text::RawText, time_out::term_dates};
use chrono::{Datelike, NaiveTime, TimeDelta, Weekday};

/// A day to call back that is further away than this was not meant, mostly.
const FAR: i64 = 180;

/// A call before this time was not meant, mostly: three o'clock is in the afternoon.
const WORK_BEGINS: TimeDelta = TimeDelta::hours(7);

/// The field that is doubtful, the key of a text, and what goes into it.
pub type Doubt = (usize, &'static str, String);

/// The doubt about a field of a form.
pub fn of_slot(form: &Form, at: usize, today: Date) -> Option<Doubt> {
    let slot = form.slots.get(at)?;
    if let Some((_, next)) = slot.either_year(today) {
        return Some((at, "doubt-year", (next - today).num_days().to_string()));
    }
    let (name, _) = intake::which(slot.name);
    let may_pass = matches!(slot.kind, Kind::Date(Side::Future) | Kind::Moment) || name == "intake-threat-on";
    if may_pass && let Some(day) = slot.date(today).filter(|day| *day < today) {
        let key = if name == "intake-threat-on" { "doubt-threat-past" } else { "doubt-past" };
        return Some((at, key, dutch(day)));
    }
    if slot.name == "contact-back" {
        let early = slot.time().filter(|time| time.0 < NaiveTime::MIN + WORK_BEGINS);
        let early = early.map(|time| (at, "doubt-early", time.to_string()));
        return of_day(slot.date(today)?, today).map(|(key, what)| (at, key, what)).or(early);
    }
    if name == "intake-decision-on" {
        let end = six_weeks_from(slot.date(today)?)?;
        return (end < today).then(|| (at, "doubt-objection-past", dutch(end)));
    }
    if slot.name == "time-out-last-day" {
        let last = slot.date(today)?;
        let maximum = form.slots.iter().find(|slot| slot.name == "time-out-maximum").and_then(|slot| slot.date(today));
        return match maximum.filter(|maximum| *maximum < last) {
            Some(maximum) => Some((at, "doubt-beyond-maximum", dutch(maximum))),
            None => Some((last - today).num_days()).filter(|away| *away > FAR).map(|away| (at, "doubt-far", away.to_string())),
        };
    }
    let typed = slot.field.text().trim();
    match slot.name {
        "intake-phone" if !typed.is_empty() && !is_phone(typed) => return Some((at, "doubt-phone", String::new())),
        "intake-mail" if !typed.is_empty() && !is_mail(typed) => return Some((at, "doubt-mail", String::new())),
        _ => {}
    }
    if !matches!(slot.kind, Kind::Line | Kind::Block) {
        return None;
    }
    let text = slot.field.text();
    if let Some(name) = template::unfilled(text) {
        return Some((at, "doubt-unfilled", format!("{{{name}}}")));
    }
    if slot.name != "intake-title" {
        return None;
    }
    let (kind, words) = personal::find(text)?;
    let key = match kind {
        personal::Kind::Name => "doubt-name",
        personal::Kind::Age => "doubt-age",
        personal::Kind::Diagnosis => "doubt-diagnosis",
        personal::Kind::Nationality => "doubt-nationality",
    };
    Some((at, key, words))
}

/// The last day of the longest term for objection there is, six weeks (Awb 6:7, AWR 22j, Wahv 6), of a decision of this day.
fn six_weeks_from(day: Date) -> Option<Date> {
    let decision = Decision {
        organisation: OrganisationCode(String::new()),
        reference: RawText::default(),
        kind: RawText::default(),
        amount_cents: None,
        announced_on: Some(day),
        dated_on: None,
    };
    term_dates(&decision, &[]).map(|dates| dates.safe_end)
}

/// Can this be called? Ten digits from a nought on, a number of another country, or a short one of a municipality or a service.
/// What stands behind it, `toestel 12`, is not looked at.
fn is_phone(typed: &str) -> bool {
    let number = typed.split(char::is_alphabetic).next().unwrap_or_default();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let from = |start: &str| digits.starts_with(start);
    match digits.len() {
        5 | 6 => from("14"),
        8 | 11 => from("0800") || from("0900") || from("088") || number.contains('+') || from("00"),
        9 | 12..=15 => number.contains('+') || from("00"),
        10 => from("0") || number.contains('+'),
        _ => false,
    }
}

/// Can this be written to: something, one `@`, a name with a point in it?
fn is_mail(typed: &str) -> bool {
    let Some((box_of, host)) = typed.split_once('@') else { return false };
    let end = host.rsplit('.').next().unwrap_or_default();
    !box_of.is_empty()
        && !typed.contains(char::is_whitespace)
        && !host.contains('@')
        && host.contains('.')
        && !host.starts_with('.')
        && end.chars().count() > 1
}

/// The doubt to say: about the field with the cursor, else the first there is.
pub fn of_form(form: &Form, today: Date) -> Option<Doubt> {
    of_slot(form, form.focus, today).or_else(|| (0..form.slots.len()).find_map(|at| of_slot(form, at, today)))
}

/// The other fields there is a doubt about.
pub fn of_others(form: &Form, than: usize, today: Date) -> impl Iterator<Item = usize> {
    (0..form.slots.len()).filter(move |at| *at != than && of_slot(form, *at, today).is_some())
}

/// The doubt about a day to call back: far away, as a date of yesterday is that is taken for next year's, or in a weekend.
fn of_day(day: Date, today: Date) -> Option<(&'static str, String)> {
    let away = (day - today).num_days();
    match day.weekday() {
        _ if away > FAR => Some(("doubt-far", away.to_string())),
        Weekday::Sat => Some(("doubt-saturday", String::new())),
        Weekday::Sun => Some(("doubt-sunday", String::new())),
        _ => None,
    }
}
