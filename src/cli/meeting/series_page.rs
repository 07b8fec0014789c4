//! A series of meetings on a page: what it says, and what becomes of its coming days.

use super::page::{Lines, clock};
use crate::{
    api::series::SeriesDetail,
    cli::{
        call::{Call, Stop},
        table,
    },
    domain::{
        meeting::{
            MeetingState,
            series::{Series, SeriesDay},
        },
        text::SafeText,
        zone,
    },
    locale::Texts,
};

/// Prints a series with its coming days.
pub(super) fn told(call: &mut Call, found: &SeriesDetail, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(found);
    }
    let text = page(found, &call.texts);
    call.print_block(&text)?;
    let rows: Vec<Vec<SafeText>> = found.days.iter().map(|day| cells(day, &call.texts)).collect();
    table(call, &["day", "fate", "number", "state", "time"], &rows)
}

/// Prints the rows of all series.
pub(super) fn list(call: &mut Call, rows: &[Series]) -> Result<(), Stop> {
    let row = |series: &Series| {
        let place = series.facts.place.line();
        let words = SafeText::line(&call.texts.series_in_words(&series.facts));
        vec![SafeText::line(&series.number.to_string()), series.facts.name.line(), words, place]
    };
    let rows: Vec<Vec<SafeText>> = rows.iter().map(row).collect();
    table(call, &["number", "name", "rule", "place"], &rows)
}

/// The numbers of the meetings that were left alone: somebody worked on them, and they say something else than the series does.
pub(super) fn left(found: &SeriesDetail) -> Vec<String> {
    let meetings = found.days.iter().filter_map(|day| day.meeting);
    meetings
        .filter(|one| one.touched && one.differs && one.state != MeetingState::Cancelled)
        .map(|one| one.number.to_string())
        .collect()
}

fn table(call: &mut Call, names: &[&str], rows: &[Vec<SafeText>]) -> Result<(), Stop> {
    if rows.is_empty() {
        return Ok(());
    }
    let header: Vec<String> = names.iter().map(|name| call.texts.get(&format!("cli-meeting-column-{name}"))).collect();
    for line in table::lines(&header, rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(())
}

fn page(found: &SeriesDetail, texts: &Texts) -> String {
    let (item, facts) = (&found.item, &found.item.facts);
    let mut lines = Lines { texts, lines: vec![] };
    lines.field("number", item.number.to_string());
    lines.field("id", item.id.to_string());
    lines.field("name", facts.name.line().into_string());
    lines.field("rule", texts.series_in_words(facts));
    lines.field("from", texts.day(facts.starts_on));
    lines.field("on-holiday", texts.get(&format!("series-on-holiday-{}", facts.on_holiday)));
    lines.field("ahead", facts.ahead.to_string());
    lines.held(facts.held());
    lines.lines.join("\n")
}

fn cells(day: &SeriesDay, texts: &Texts) -> Vec<SafeText> {
    let holiday = day.holiday.map(|holiday| texts.get(&format!("holiday-{}", holiday.code().replace(' ', "-"))));
    let fate = day.fate.map_or_else(|| texts.get("series-day-gone"), |fate| texts.get(&format!("series-day-{fate}")));
    let fate = holiday.map_or_else(|| fate.clone(), |holiday| format!("{fate} ({holiday})"));
    let meeting = day.meeting.as_ref();
    let state = meeting.map(|one| {
        let touched = if one.touched && one.differs { texts.get("series-left-alone") } else { String::new() };
        format!("{}{touched}", texts.get(&format!("meeting-state-{}", one.state)))
    });
    let starts = meeting.and_then(|one| one.starts_at);
    let when = starts.map(|at| format!("{} {}", texts.day(zone::date_of(at)), clock(Some(at))));
    vec![
        SafeText::line(&texts.day(day.planned_on)),
        SafeText::line(&fate),
        SafeText::line(&meeting.map(|one| one.number.to_string()).unwrap_or_default()),
        SafeText::line(&state.unwrap_or_default()),
        SafeText::line(&when.unwrap_or_default()),
    ]
}
