//! `loket time-out due`: what is overdue or due soon, of every running clock. Fit for cron: exit code 1 when there is none.

use chrono::Days;
use clap::Args;

use crate::{
    api::{deadline::DeadlineList, page::PAGE_MOST, problem::exit},
    cli::{
        call::{Call, Done, wait},
        file_format::{self, Dated},
        json::Items,
        table,
    },
    client::{Failure, Session},
    domain::{Date, deadline::Deadline, text::SafeText},
    export::{Format, day_cell, event_of},
};

use super::rung;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[arg(long, value_name = "N", default_value_t = 14, value_parser = clap::value_parser!(u32).range(..=3650))]
    pub(super) days: u32,
    #[arg(long)]
    pub(super) mine: bool,
    #[arg(long, conflicts_with_all = ["csv", "md", "ics"])]
    new: bool,
    #[command(flatten)]
    pub(super) file: Dated,
    #[arg(long)]
    pub(super) json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    if arguments.new {
        return rung::run(call, arguments);
    }
    let session = call.session()?;
    let (rows, today) = wait(rows(&session, arguments))??;
    if arguments.json {
        call.print_json(&Items { items: &rows })?;
    } else if arguments.file.format().is_some() || !rows.is_empty() {
        let format = arguments.file.format();
        let mut header = vec!["alarm", "uncertain", "days", "kind", "number", "body", "label", "term", "end", "owner"];
        header.retain(|name| *name != "uncertain" || format == Some(Format::Csv));
        let header: Vec<String> = header.iter().map(|name| call.texts.get(&format!("cli-time-out-column-{name}"))).collect();
        let cells: Vec<Vec<SafeText>> = rows.iter().map(|row| cells(call, row, today, format)).collect();
        if let Some(format) = format {
            file_format::print(call, format, &header, &cells, |call| {
                let (changed_at, sequence) = file_format::stamp(call.now());
                rows.iter().map(|row| event_of(row, &call.texts, changed_at, sequence)).collect()
            })?;
        } else {
            for line in table::lines(&header, &cells, call.edge.width) {
                call.print(&line)?;
            }
        }
    }
    if rows.is_empty() {
        call.say("cli-time-out-due-none", &[("days", arguments.days.into())]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Every row up to the day, and the server's day.
async fn rows(session: &Session, arguments: &Arguments) -> Result<(Vec<Deadline>, Date), Failure> {
    let today = session.me().await?.today;
    let until = today.checked_add_days(Days::new(arguments.days.into()));
    let mut rows = vec![];
    let mut after = None;
    loop {
        let owner = arguments.mine.then(|| "me".to_owned());
        let list = DeadlineList { until, owner, limit: Some(PAGE_MOST), after, ..DeadlineList::default() };
        let page = session.deadlines(&list).await?;
        rows.extend(page.items);
        after = page.next;
        if after.is_none() {
            return Ok((rows, today));
        }
    }
}

fn cells(call: &Call, row: &Deadline, today: Date, format: Option<Format>) -> Vec<SafeText> {
    let texts = &call.texts;
    let mark = if row.uncertain || row.provisional { "?" } else { "" };
    let day = day_cell(row.alarm_on, format, texts);
    let left = row.days_left(today);
    // In a spreadsheet days sort and numbers count: nothing else stands in their cells.
    let mut cells = match format {
        Some(Format::Csv) => [day.as_str(), mark, &left.to_string()].map(SafeText::line).to_vec(),
        _ => vec![
            SafeText::line(format!("{day} {mark}").trim_end()),
            SafeText::line(&texts.with("days-left", &[("days", left.into())])),
        ],
    };
    cells.extend([
        SafeText::line(&texts.get(&format!("deadline-kind-{}", row.kind.code().replace('_', "-")))),
        SafeText::line(&row.signal_number.to_string()),
        SafeText::line(row.body.as_ref().map_or("", |body| body.as_str())),
        SafeText::line(format!("{} {}", row.at.map(|at| at.to_string()).unwrap_or_default(), row.label.line()).trim()),
        row.article.line(),
        SafeText::line(&if row.end == row.alarm_on { String::new() } else { day_cell(row.end, format, texts) }),
        row.owner.as_ref().map_or_else(SafeText::default, |owner| owner.name.line()),
    ]);
    cells
}
