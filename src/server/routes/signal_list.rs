//! Lists of signals: from query parameters to what the store is asked, and cursors.

use super::{
    Failure,
    reply::{cursor, cursor_parts},
};
use crate::{
    api::{
        page::{PAGE_DEFAULT, PAGE_MOST},
        signal::{Order, SignalList, SignalSort},
    },
    domain::{
        check::Finding,
        ids::{AccountId, MunicipalityCode},
        signal::{Status, Urgency},
    },
    server::{
        identity::Caller,
        names,
        service::list::{OwnerIs, Row, SortColumn, Value, Wanted},
    },
};

/// Most characters and words of a search.
const QUERY_MOST: usize = 200;
const WORDS_MOST: usize = 10;
/// Most values of one filter.
const VALUES_MOST: usize = 100;

/// What the store is asked for; one row more than the page, to know whether there is a next one.
pub fn wanted(list: &SignalList, caller: &Caller, query: &str, now: i64, at: &str) -> Result<Wanted, Failure> {
    let mut findings = vec![];
    let mut see =
        |field: &str, code: &'static str, value: String| findings.push(Finding::new(format!("{at}{field}"), code, value));
    let (open, statuses) = statuses(list, &mut see);
    let urgencies = values(&list.urgency, "urgency", &mut see, |text| Urgency::from_code(text).map(|urgency| urgency as i64));
    let municipalities = values(&list.municipality, "municipality", &mut see, |text| {
        text.parse::<MunicipalityCode>().ok().map(|code| code.to_string())
    });
    let bodies = values(&list.organisation, "organisation", &mut see, |text| Some(text.replace('\0', "")));
    let owners = owners(&list.owner, caller, &mut see);
    let limit = limit(list.limit, &mut see);
    let sort = list.sort.unwrap_or(SignalSort::HardDate);
    let descending = list.order == Some(Order::Descending);
    let after = list.after.as_deref().map(|text| read_cursor(text, sort, descending));
    if after == Some(None) {
        see("after", "wrong-form", String::new());
    }
    if query.chars().count() > QUERY_MOST {
        findings.push(Finding::new("/query", "too-long", QUERY_MOST));
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    Ok(Wanted {
        open,
        statuses,
        urgencies,
        municipalities,
        bodies,
        owners,
        hard_date_until: list.hard_date_until.map(|date| date.to_string()),
        words: names::words(query, WORDS_MOST),
        sort: column(sort),
        descending,
        after: after.flatten(),
        limit: limit + 1,
        now,
    })
}

/// The cursor of the page after these rows, when there is one; the row too many is taken off.
pub fn next(rows: &mut Vec<Row>, wanted: &Wanted) -> Option<String> {
    let limit = usize::try_from(wanted.limit - 1).unwrap_or_default();
    if rows.len() <= limit {
        return None;
    }
    rows.truncate(limit);
    let last = rows.last()?;
    let key = match &last.key {
        Value::Text(text) => text.clone(),
        Value::Int(number) => number.to_string(),
        Value::Null => String::new(),
    };
    Some(cursor(&[name(wanted.sort), if wanted.descending { "desc" } else { "asc" }, &key, &last.number.to_string()]))
}

/// Rows on a page.
pub fn limit(asked: Option<u32>, see: &mut impl FnMut(&str, &'static str, String)) -> i64 {
    let limit = asked.unwrap_or(PAGE_DEFAULT);
    if !(1..=PAGE_MOST).contains(&limit) {
        see("limit", "out-of-range", format!("1-{PAGE_MOST}"));
    }
    i64::from(limit.clamp(1, PAGE_MOST))
}

fn statuses(list: &SignalList, see: &mut impl FnMut(&str, &'static str, String)) -> (bool, Vec<&'static str>) {
    if list.status.as_deref() == Some("open") {
        return (true, vec![]);
    }
    let mut all = vec![];
    for text in
        values(&list.status, "status", see, |text| (text == "open" || Status::from_code(text).is_some()).then(|| text.to_owned()))
    {
        match Status::from_code(&text) {
            Some(status) => all.push(status.code()),
            None => all.extend(Status::ALL.iter().filter(|status| status.is_open()).map(|status| status.code())),
        }
    }
    (false, all)
}

/// Owners: account ids, `me`, `none`.
pub fn owners(text: &Option<String>, caller: &Caller, see: &mut impl FnMut(&str, &'static str, String)) -> Vec<OwnerIs> {
    values(text, "owner", see, |text| match text {
        "none" => Some(OwnerIs::Nobody),
        "me" => Some(OwnerIs::Account(caller.account.to_string())),
        other => other.parse::<AccountId>().ok().map(|account| OwnerIs::Account(account.to_string())),
    })
}

/// The values of a filter, separated by commas.
pub fn values<T>(
    text: &Option<String>,
    field: &str,
    see: &mut impl FnMut(&str, &'static str, String),
    read: impl Fn(&str) -> Option<T>,
) -> Vec<T> {
    let Some(text) = text else { return vec![] };
    if text.split(',').count() > VALUES_MOST {
        see(field, "too-long", VALUES_MOST.to_string());
        return vec![];
    }
    let read: Option<Vec<T>> = text.split(',').map(|part| read(part.trim())).collect();
    read.unwrap_or_else(|| {
        see(field, "unknown-value", String::new());
        vec![]
    })
}

fn column(sort: SignalSort) -> SortColumn {
    match sort {
        SignalSort::HardDate => SortColumn::HardDate,
        SignalSort::ReceivedAt => SortColumn::ReceivedAt,
        SignalSort::Urgency => SortColumn::Urgency,
        SignalSort::Number => SortColumn::Number,
    }
}

fn name(column: SortColumn) -> &'static str {
    match column {
        SortColumn::HardDate => SignalSort::HardDate.code(),
        SortColumn::ReceivedAt => SignalSort::ReceivedAt.code(),
        SortColumn::Urgency => SignalSort::Urgency.code(),
        SortColumn::Number => SignalSort::Number.code(),
    }
}

fn read_cursor(text: &str, sort: SignalSort, descending: bool) -> Option<(Value, i64)> {
    let parts = cursor_parts(text)?;
    let [kind, order, key, number] = &parts[..] else { return None };
    if kind != sort.code() || (order == "desc") != descending {
        return None;
    }
    let key = match sort {
        SignalSort::HardDate => Value::Text(key.parse::<chrono::NaiveDate>().ok()?.to_string()),
        _ => Value::Int(key.parse().ok()?),
    };
    Some((key, number.parse().ok()?))
}
