//! `loket time-out list`: time-outs in order of their last day.

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::{problem::exit, time_out::TimeOutList},
    cli::{
        call::{Call, Done, wait},
        file_format::{self, Dated},
        json::Items,
        pages::{self, Limit, SHOWN},
        table,
        values::day,
    },
    client::{Failure, Session},
    domain::{
        deadline::{marks::ahead_of, sunday_of},
        organisation::{self, Organisation},
        text::SafeText,
        time_out::TimeOutSummary,
    },
    export::{Event, Format, day_cell},
};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long)]
    all: bool,
    #[arg(long, conflicts_with = "until")]
    week: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[arg(long, value_name = "NUMBER")]
    signal: Option<String>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    file: Dated,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json || arguments.file.format().is_some(), SHOWN);
    let (rows, more) = wait(rows(&session, arguments, most))??;
    if arguments.json {
        call.print_json(&Items { items: &rows })?;
    } else if arguments.file.format().is_some() || !rows.is_empty() {
        let format = arguments.file.format();
        let header = [
            "number",
            "body",
            "state",
            "from",
            "through",
            "safe-end",
            "end",
            "ground",
            "decider",
            "decider-code",
            "pending",
            "id",
        ];
        let header = header.map(|name| call.texts.get(&format!("cli-time-out-column-{name}")));
        let organisations = organisation::all();
        let cells: Vec<Vec<SafeText>> = rows.iter().map(|row| cells(call, &organisations, row, format)).collect();
        if let Some(format) = format {
            file_format::print(call, format, &header, &cells, |call| events(call, &rows))?;
        } else {
            for line in table::lines(&header, &cells, call.edge.width) {
                call.print(&line)?;
            }
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    if rows.is_empty() {
        call.say("cli-time-out-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Page after page, up to the limit; and whether there is more. A week is that of the server's day.
async fn rows(session: &Session, arguments: &Arguments, most: u32) -> Result<(Vec<TimeOutSummary>, bool), Failure> {
    let (mut from, mut until) = (None, arguments.until);
    if arguments.week {
        let today = session.me().await?.today;
        (from, until) = (Some(today), Some(sunday_of(today)));
    }
    pages::rows(most, async |limit, after| {
        let list = TimeOutList {
            signal: arguments.signal.clone(),
            state: arguments.all.then(|| "all".to_owned()),
            from,
            until,
            limit,
            after,
        };
        session.time_outs(&list).await
    })
    .await
}

fn cells(call: &Call, organisations: &[Organisation], row: &TimeOutSummary, format: Option<Format>) -> Vec<SafeText> {
    let texts = &call.texts;
    let say = |key: String| SafeText::line(&texts.get(&key));
    let day = |day: Option<NaiveDate>| SafeText::line(&day.map(|day| day_cell(day, format, texts)).unwrap_or_default());
    let decider = organisations.iter().find(|one| one.code == row.decider).map_or(row.decider.as_str(), |one| one.name.as_str());
    let term = row.term.as_ref();
    let pending = row.pending.as_ref().map(|pending| texts.get(&format!("confirmed-action-{}", pending.action)));
    vec![
        SafeText::line(&row.signal_number.to_string()),
        SafeText::line(row.body.as_str()),
        say(format!("time-out-state-{}", row.state.code().replace('_', "-"))),
        day(Some(row.first_day)),
        day(Some(row.last_day)),
        day(term.map(|term| term.safe_end)),
        day(term.map(|term| term.end)),
        say(format!("time-out-ground-{}", row.ground)),
        SafeText::line(decider),
        SafeText::line(row.decider.as_str()),
        SafeText::line(&pending.unwrap_or_default()),
        SafeText::line(&row.id.to_string()),
    ]
}

/// The last days as events: number, body and ground.
fn events(call: &Call, rows: &[TimeOutSummary]) -> Vec<Event> {
    let (changed_at, sequence) = file_format::stamp(call.now());
    let word = call.texts.get("deadline-kind-time-out");
    let event = |row: &TimeOutSummary| Event {
        id: row.id.0,
        on: row.last_day,
        changed_at,
        sequence,
        summary: SafeText::line(&format!("{} {word} {}", row.signal_number, row.body.as_str())),
        description: vec![SafeText::line(&call.texts.get(&format!("time-out-state-{}", row.state.code().replace('_', "-"))))],
        reminders: ahead_of(row.last_day),
    };
    rows.iter().map(event).collect()
}
