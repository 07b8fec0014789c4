//! `loket meeting series`: series from which meetings are made ahead.

use chrono::NaiveDate;
use clap::{Args, Subcommand, builder::TypedValueParser};
use serde::Serialize;

use super::{
    held::{Held, HeldOtherwise, said},
    series_page::{self, told},
};
use crate::{
    api::{
        problem::exit,
        series::{EndSeries, NewSeries, SeriesDetail, SeriesPatch},
    },
    cli::{
        call::{Call, Done, wait},
        json::Items,
        signal::{Key, sent},
        values::{codes, day, one_in_words},
    },
    client::Write,
    domain::meeting::{
        StandingItem,
        series::{AHEAD, ClockTime, OnHoliday, SeriesFacts, SeriesRule, SeriesWeekday, WeekOfMonth},
    },
};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    List(List),
    Show(Show),
    Create(Box<Create>),
    Change(Box<Change>),
    End(End),
}

#[derive(Args)]
pub(in crate::cli) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Show {
    #[arg(value_name = "REEKS-N")]
    series: String,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Create {
    #[arg(long, value_name = "TEXT", default_value = "")]
    name: String,
    #[arg(long, value_name = "DAY", value_parser = weekday(), ignore_case = true)]
    weekday: SeriesWeekday,
    #[arg(long, value_name = "N", default_value_t = 1)]
    every: u16,
    #[arg(long, value_name = "WHICH", value_parser = week(), ignore_case = true)]
    week: Option<WeekOfMonth>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[arg(long, value_name = "HH:MM", value_parser = time)]
    time: ClockTime,
    #[arg(long, value_name = "N", default_value_t = 90)]
    minutes: u16,
    #[arg(long, value_name = "WHAT", value_parser = on_holiday(), ignore_case = true, default_value = "move")]
    on_holiday: OnHoliday,
    #[arg(long, value_name = "N", default_value_t = AHEAD)]
    ahead: u16,
    #[arg(long = "standing", value_parser = codes!(StandingItem))]
    standing: Vec<StandingItem>,
    #[command(flatten)]
    held: Held,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Change {
    #[arg(value_name = "REEKS-N")]
    series: String,
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    #[arg(long, value_name = "DAY", value_parser = weekday(), ignore_case = true)]
    weekday: Option<SeriesWeekday>,
    #[arg(long, value_name = "N")]
    every: Option<u16>,
    #[arg(long, value_name = "WHICH", value_parser = week(), ignore_case = true)]
    week: Option<WeekOfMonth>,
    #[arg(long, conflicts_with = "week")]
    by_week: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[arg(long, conflicts_with = "until")]
    open: bool,
    #[arg(long, value_name = "HH:MM", value_parser = time)]
    time: Option<ClockTime>,
    #[arg(long, value_name = "N")]
    minutes: Option<u16>,
    #[arg(long, value_name = "WHAT", value_parser = on_holiday(), ignore_case = true)]
    on_holiday: Option<OnHoliday>,
    #[arg(long, value_name = "N")]
    ahead: Option<u16>,
    #[arg(long = "standing", value_parser = codes!(StandingItem))]
    standing: Vec<StandingItem>,
    #[command(flatten)]
    held: HeldOtherwise,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct End {
    #[arg(value_name = "REEKS-N")]
    series: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

fn weekday() -> impl TypedValueParser<Value = SeriesWeekday> {
    one_in_words(SeriesWeekday::ALL, &["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"])
}

fn week() -> impl TypedValueParser<Value = WeekOfMonth> {
    one_in_words(WeekOfMonth::ALL, &["eerste", "tweede", "derde", "vierde", "laatste"])
}

fn on_holiday() -> impl TypedValueParser<Value = OnHoliday> {
    one_in_words(OnHoliday::ALL, &["overslaan", "verschuiven"])
}

fn time(text: &str) -> Result<ClockTime, String> {
    ClockTime::parse(text).ok_or_else(String::new)
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Show(arguments) => {
            let session = call.session()?;
            let found = wait(session.series(&arguments.series))??;
            told(call, &found, arguments.json)?;
            Ok(exit::DONE)
        }
        Command::Create(arguments) => create(call, *arguments),
        Command::Change(arguments) => change(call, &arguments),
        Command::End(arguments) => end(call, &arguments),
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let rows = wait(session.all_series())??.items;
    if arguments.json {
        call.print_json(&Items { items: &rows })?;
    } else if !rows.is_empty() {
        series_page::list(call, &rows)?;
    }
    if rows.is_empty() {
        call.say("cli-meeting-series-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

fn create(call: &mut Call, arguments: Create) -> Done {
    let standing = if arguments.standing.is_empty() { StandingItem::ALL.to_vec() } else { arguments.standing };
    let held = arguments.held;
    let facts = SeriesFacts {
        name: arguments.name.into(),
        rule: SeriesRule { every: arguments.every, weekday: arguments.weekday, week: arguments.week },
        starts_on: arguments.from,
        until: arguments.until,
        time: arguments.time,
        minutes: arguments.minutes,
        on_holiday: arguments.on_holiday,
        ahead: arguments.ahead,
        standing,
        place: held.place.into(),
        video: held.video.into(),
        chair: held.chair.into(),
        secretary: held.secretary.into(),
        confidentiality: held.confidentiality.into(),
        papers_days: held.papers_days,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: SeriesDetail = wait(sent(key, session.write(&Write::begin_series(key, &NewSeries { facts }))))??;
    done(call, &now, "cli-meeting-series-created", arguments.json)
}

fn change(call: &mut Call, arguments: &Change) -> Done {
    let held = &arguments.held;
    let mut patch = SeriesPatch {
        name: said(&arguments.name),
        starts_on: arguments.from,
        until: if arguments.open { Some(None) } else { arguments.until.map(Some) },
        time: arguments.time,
        minutes: arguments.minutes,
        on_holiday: arguments.on_holiday,
        ahead: arguments.ahead,
        standing: Some(arguments.standing.clone()).filter(|standing| !standing.is_empty()),
        place: said(&held.place),
        video: said(&held.video),
        chair: said(&held.chair),
        secretary: said(&held.secretary),
        confidentiality: said(&held.confidentiality),
        papers_days: held.papers_days,
        reason: arguments.reason.as_str().into(),
        rule: None,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let mut later = false;
    let now: SeriesDetail = wait(async {
        let found = session.series(&arguments.series).await?;
        later = patch.standing.as_ref().is_some_and(|standing| *standing != found.item.facts.standing);
        let before = found.item.facts.rule;
        let rule = SeriesRule {
            every: arguments.every.unwrap_or(before.every),
            weekday: arguments.weekday.unwrap_or(before.weekday),
            week: if arguments.by_week { None } else { arguments.week.or(before.week) },
        };
        patch.rule = Some(rule).filter(|rule| *rule != before);
        sent(key, session.write(&Write::patch_series(key, found.item.id, found.item.version, &patch))).await
    })??;
    done(call, &now, "cli-meeting-series-changed", arguments.json)?;
    if later {
        call.say("cli-meeting-series-standing-later", &[]);
    }
    Ok(exit::DONE)
}

fn end(call: &mut Call, arguments: &End) -> Done {
    let body = EndSeries { on: arguments.on, reason: arguments.reason.as_str().into() };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: SeriesDetail = wait(async {
        let found = session.series(&arguments.series).await?;
        sent(key, session.write(&Write::end_series(key, found.item.id, found.item.version, &body))).await
    })??;
    done(call, &now, "cli-meeting-series-ended", arguments.json)
}

/// A series as it is now, and the meetings of it that were left alone because somebody worked on them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Changed<'a> {
    #[serde(flatten)]
    series: &'a SeriesDetail,
    left_alone: &'a [String],
}

/// Shows it as it is now, says what was done, and names what was left alone.
fn done(call: &mut Call, now: &SeriesDetail, what: &str, json: bool) -> Done {
    let left = series_page::left(now);
    if json {
        call.print_json(&Changed { series: now, left_alone: &left })?;
    } else {
        told(call, now, json)?;
    }
    call.say(what, &[("number", now.item.number.to_string().into())]);
    if !left.is_empty() {
        call.say("cli-meeting-series-left", &[("count", left.len().into()), ("numbers", left.join(", ").into())]);
    }
    Ok(exit::DONE)
}
