//! `loket meeting series`: series from which meetings are made ahead.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::series_page::{self, told};
use crate::{
    api::{
        problem::exit,
        series::{EndSeries, NewSeries, SeriesDetail, SeriesPatch},
    },
    cli::{
        call::{Call, Done, wait},
        json::Items,
        signal::{Key, sent},
        values::{codes, day},
    },
    client::Write,
    domain::meeting::{
        PAPERS_DAYS, StandingItem,
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
    #[arg(long, value_parser = codes!(SeriesWeekday))]
    weekday: SeriesWeekday,
    #[arg(long, value_name = "N", default_value_t = 1)]
    every: u16,
    #[arg(long, value_parser = codes!(WeekOfMonth))]
    week: Option<WeekOfMonth>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[arg(long, value_name = "HH:MM", value_parser = time)]
    time: ClockTime,
    #[arg(long, value_name = "N", default_value_t = 90)]
    minutes: u16,
    #[arg(long, value_parser = codes!(OnHoliday), default_value = "move")]
    on_holiday: OnHoliday,
    #[arg(long, value_name = "N", default_value_t = AHEAD)]
    ahead: u16,
    #[arg(long = "standing", value_parser = codes!(StandingItem))]
    standing: Vec<StandingItem>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    place: String,
    #[arg(long, value_name = "ADDR", default_value = "")]
    video: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    chair: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    secretary: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    confidentiality: String,
    #[arg(long, value_name = "N", default_value_t = PAPERS_DAYS)]
    papers_days: u16,
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
    #[arg(long, value_parser = codes!(SeriesWeekday))]
    weekday: Option<SeriesWeekday>,
    #[arg(long, value_name = "N")]
    every: Option<u16>,
    #[arg(long, value_parser = codes!(WeekOfMonth))]
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
    #[arg(long, value_parser = codes!(OnHoliday))]
    on_holiday: Option<OnHoliday>,
    #[arg(long, value_name = "N")]
    ahead: Option<u16>,
    #[arg(long = "standing", value_parser = codes!(StandingItem))]
    standing: Vec<StandingItem>,
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    #[arg(long, value_name = "ADDR")]
    video: Option<String>,
    #[arg(long, value_name = "TEXT")]
    chair: Option<String>,
    #[arg(long, value_name = "TEXT")]
    secretary: Option<String>,
    #[arg(long, value_name = "TEXT")]
    confidentiality: Option<String>,
    #[arg(long, value_name = "N")]
    papers_days: Option<u16>,
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
        place: arguments.place.into(),
        video: arguments.video.into(),
        chair: arguments.chair.into(),
        secretary: arguments.secretary.into(),
        confidentiality: arguments.confidentiality.into(),
        papers_days: arguments.papers_days,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: SeriesDetail = wait(sent(key, session.write(&Write::begin_series(key, &NewSeries { facts }))))??;
    done(call, &now, "cli-meeting-series-created", arguments.json)
}

fn change(call: &mut Call, arguments: &Change) -> Done {
    let said = |text: &Option<String>| text.as_deref().map(Into::into);
    let mut patch = SeriesPatch {
        name: said(&arguments.name),
        starts_on: arguments.from,
        until: if arguments.open { Some(None) } else { arguments.until.map(Some) },
        time: arguments.time,
        minutes: arguments.minutes,
        on_holiday: arguments.on_holiday,
        ahead: arguments.ahead,
        standing: Some(arguments.standing.clone()).filter(|standing| !standing.is_empty()),
        place: said(&arguments.place),
        video: said(&arguments.video),
        chair: said(&arguments.chair),
        secretary: said(&arguments.secretary),
        confidentiality: said(&arguments.confidentiality),
        papers_days: arguments.papers_days,
        reason: arguments.reason.as_str().into(),
        rule: None,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let now: SeriesDetail = wait(async {
        let found = session.series(&arguments.series).await?;
        let before = found.item.facts.rule;
        let rule = SeriesRule {
            every: arguments.every.unwrap_or(before.every),
            weekday: arguments.weekday.unwrap_or(before.weekday),
            week: if arguments.by_week { None } else { arguments.week.or(before.week) },
        };
        patch.rule = Some(rule).filter(|rule| *rule != before);
        sent(key, session.write(&Write::patch_series(key, found.item.id, found.item.version, &patch))).await
    })??;
    done(call, &now, "cli-meeting-series-changed", arguments.json)
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

/// Shows it as it is now, says what was done, and names what was left alone.
fn done(call: &mut Call, now: &SeriesDetail, what: &str, json: bool) -> Done {
    told(call, now, json)?;
    call.say(what, &[("number", now.item.number.to_string().into())]);
    let left = series_page::left(now);
    if !left.is_empty() {
        call.say("cli-meeting-series-left", &[("count", left.len().into()), ("numbers", left.join(", ").into())]);
    }
    Ok(exit::DONE)
}
