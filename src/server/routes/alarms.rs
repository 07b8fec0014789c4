//! Alarms, page by page, and what rang since a reader last looked.

use axum::{extract::State, response::Response};

use super::{
    App, Failure, Known,
    query::Query,
    reply::{cursor, cursor_parts, ready},
    signal_list::{limit, owners},
};
use crate::{
    api::{
        alarm::{AlarmList, AlarmPage},
        path,
        problem::Problem,
    },
    domain::{check::Finding, zone},
    server::service::alarm_list::Wanted,
};

/// What marks a cursor of this list.
const CURSOR: &str = "alarm";

/// Marks of deadlines that were reached, in the order in which they rang; no personal data. `cursor` serves to ask later for what
/// rang since.
#[utoipa::path(get, path = path::ALARMS, tag = "deadlines", params(AlarmList), responses(
    (status = 200, description = "A page of alarms", body = AlarmPage),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<AlarmList>) -> Result<Response, Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let owners = owners(&list.owner, &caller, &mut see);
    let limit = limit(list.limit, &mut see);
    let after = list.after.as_deref().map(read_cursor);
    if after == Some(None) {
        see("after", "wrong-form", String::new());
    }
    // The start of a day in the Netherlands is never in a missing hour.
    let since = list.since.and_then(|day| zone::instant_of(day.and_time(chrono::NaiveTime::MIN)));
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    let wanted = Wanted {
        since: since.map_or(0, |at| at.timestamp_micros()),
        owners,
        after: 0,
        limit,
        now: app.service.now().timestamp_micros(),
    };
    let after = after.flatten();
    let after = after.as_ref().map(|(store, seq)| (store.as_str(), *seq));
    let (rows, (store, seq), more) = app.service.alarms(&caller, wanted, after).await?;
    let place = cursor(&[CURSOR, &store, &seq.to_string()]);
    let next = if more { format!("\"next\":\"{place}\",") } else { String::new() };
    Ok(ready(format!("{{\"items\":[{}],{next}\"cursor\":\"{place}\"}}", rows.join(","))))
}

/// The store and the sequence after which a page starts.
fn read_cursor(text: &str) -> Option<(String, i64)> {
    let parts = cursor_parts(text)?;
    let [of, store, seq] = &parts[..] else { return None };
    let seq = seq.parse().ok().filter(|seq| *seq >= 0)?;
    (of == CURSOR).then(|| (store.clone(), seq))
}
