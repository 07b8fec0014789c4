//! `loket signal list`: the queue, filtered, sorted and searched by the server.

use std::sync::LazyLock;

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::{
        problem::exit,
        signal::{Order, SignalList, SignalSearch, SignalSort},
    },
    cli::{
        call::{Call, Done, wait},
        file_format::{self, Dated},
        json::Items,
        pages::{self, Limit},
        table,
        values::{codes, day},
    },
    client::{Failure, Session},
    domain::{deadline::marks::ahead_of, municipality::Gazetteer, signal::SignalSummary, text::SafeText, view::Column, zone},
    export::{Event, Format},
    locale::Texts,
};

use super::hard_date;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    #[arg(long, value_name = "STATUS", default_value = "open")]
    status: String,
    #[arg(long, value_name = "URGENCY")]
    urgency: Option<String>,
    #[arg(long, value_name = "CODE")]
    municipality: Option<String>,
    #[arg(long, value_name = "CODE")]
    organisation: Option<String>,
    #[arg(long, value_name = "OWNER")]
    owner: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[arg(long, value_name = "KEY", value_parser = codes!(SignalSort))]
    sort: Option<SignalSort>,
    #[arg(long, value_name = "ORDER", value_parser = codes!(Order))]
    order: Option<Order>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    file: Dated,
    #[arg(long)]
    json: bool,
}

/// So many are shown on a screen unless more are asked for.
const SHOWN: u32 = 50;

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let limit = arguments.limit.of(arguments.json || arguments.file.format().is_some(), SHOWN);
    let (signals, more) = wait(rows(&session, arguments, limit))??;
    if arguments.json {
        call.print_json(&Items { items: &signals })?;
    } else if let Some(format) = arguments.file.format() {
        let (header, rows) = cells(call, &COLUMNS, &signals, call.today(), Some(format));
        file_format::print(call, format, &header, &rows, |call| events(call, &signals))?;
    } else if !signals.is_empty() {
        let (header, rows) = cells(call, &COLUMNS, &signals, call.today(), None);
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", limit.into())]);
    }
    if signals.is_empty() {
        call.say("cli-list-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Page after page, up to the limit; and whether there is more.
async fn rows(session: &Session, arguments: &Arguments, limit: u32) -> Result<(Vec<SignalSummary>, bool), Failure> {
    pages::rows(limit, async |limit, after| {
        let list = SignalList {
            // Every status: without a filter.
            status: Some(arguments.status.clone()).filter(|status| status != "all"),
            urgency: arguments.urgency.clone(),
            municipality: arguments.municipality.clone(),
            organisation: arguments.organisation.clone(),
            owner: arguments.owner.clone(),
            hard_date_until: arguments.until,
            sort: arguments.sort,
            order: arguments.order,
            limit,
            after,
        };
        if arguments.words.is_empty() {
            session.signals(&list).await
        } else {
            session.search_signals(&SignalSearch { query: arguments.words.join(" ").into(), list }).await
        }
    })
    .await
}

/// Every column, as it stands in a list.
pub(in crate::cli) const COLUMNS: [Column; 9] = [
    Column::Urgency,
    Column::Number,
    Column::Received,
    Column::Status,
    Column::HardDate,
    Column::Municipality,
    Column::Bodies,
    Column::Owner,
    Column::Title,
];

/// Header and rows of these columns. In a spreadsheet a day sorts and an urgency is its word; what must still be confirmed is
/// marked in a column of its own.
pub(in crate::cli) fn cells(
    call: &Call,
    columns: &[Column],
    signals: &[SignalSummary],
    today: NaiveDate,
    format: Option<Format>,
) -> (Vec<String>, Vec<Vec<SafeText>>) {
    let texts = &call.texts;
    let spread = format == Some(Format::Csv);
    let names = columns.iter().flat_map(|column| {
        let second = (spread && *column == Column::HardDate).then(|| texts.get("cli-column-uncertain"));
        [Some(texts.get(&format!("cli-column-{column}"))), second].into_iter().flatten()
    });
    let row = |signal: &SignalSummary| {
        let cells = columns.iter().flat_map(|column| match (spread, column) {
            (true, Column::HardDate) => {
                let date = signal.hard_date.as_ref();
                let mark = if date.is_some_and(|date| date.uncertain) { "?" } else { "" };
                vec![SafeText::line(&date.map(|date| date.on.to_string()).unwrap_or_default()), SafeText::line(mark)]
            }
            (true, Column::Urgency) => vec![SafeText::line(&texts.get(&format!("urgency-{}", signal.urgency)))],
            _ => vec![cell(*column, signal, texts, today)],
        });
        cells.collect()
    };
    (names.collect(), signals.iter().map(row).collect())
}

/// What a column says of a signal.
fn cell(column: Column, signal: &SignalSummary, texts: &Texts, today: NaiveDate) -> SafeText {
    static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::embedded);
    match column {
        Column::Urgency => {
            SafeText::line(&format!("{:2} {}", signal.urgency.glyph(), texts.get(&format!("urgency-{}", signal.urgency))))
        }
        Column::Number => SafeText::line(&signal.number.to_string()),
        Column::Received => SafeText::line(&zone::date_of(signal.received_at).to_string()),
        Column::Status => SafeText::line(&texts.get(&format!("status-{}", signal.status))),
        Column::HardDate => signal.hard_date.as_ref().map_or_else(SafeText::default, |date| hard_date(date, today, texts)),
        Column::Municipality => {
            SafeText::line(signal.municipality.and_then(|code| GAZETTEER.get(code)).map_or("", |found| found.name.as_str()))
        }
        Column::Bodies => SafeText::line(&signal.bodies.iter().map(|body| body.as_str()).collect::<Vec<_>>().join(", ")),
        Column::Owner => signal.owner.as_ref().map_or_else(SafeText::default, |owner| owner.name.line()),
        Column::Title => signal.title.line(),
    }
}

/// The hard dates as events: number and bodies; no title, a calendar lies on screens of others.
pub(in crate::cli) fn events(call: &Call, signals: &[SignalSummary]) -> Vec<Event> {
    let (changed_at, sequence) = file_format::stamp(call.now());
    let word = call.texts.get("calendar-hard-date");
    let event = |signal: &SignalSummary| {
        let date = signal.hard_date.as_ref()?;
        let bodies: Vec<&str> = signal.bodies.iter().map(|body| body.as_str()).collect();
        let mark = if date.uncertain { " ?" } else { "" };
        let summary = format!("{} {word} {}", signal.number, bodies.join(", "));
        let summary = SafeText::line(&format!("{}{mark}", summary.trim_end()));
        let reminders = ahead_of(date.on);
        Some(Event { id: signal.id.0, on: date.on, changed_at, sequence, summary, description: vec![], reminders })
    };
    signals.iter().filter_map(event).collect()
}
