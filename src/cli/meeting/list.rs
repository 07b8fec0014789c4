//! `loket meeting list`: meetings in order of time.

use chrono::NaiveDate;
use clap::Args;

use super::page::{clock, span};
use crate::{
    api::{meeting::MeetingList, problem::exit},
    cli::{
        call::{Call, Done, wait},
        json::Items,
        pages::{self, Limit, SHOWN},
        table,
        values::day,
    },
    client::{Failure, Session},
    domain::{meeting::MeetingSummary, text::SafeText, zone},
};

#[derive(Args)]
pub(in crate::cli) struct List {
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[command(flatten)]
    limit: Limit,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json, SHOWN);
    let (rows, more) = wait(rows(&session, arguments, most))??;
    if arguments.json {
        call.print_json(&Items { items: &rows })?;
    } else if !rows.is_empty() {
        let header = ["number", "state", "day", "time", "place", "papers", "version"];
        let header = header.map(|name| call.texts.get(&format!("cli-meeting-column-{name}")));
        let cells: Vec<Vec<SafeText>> = rows.iter().map(|row| cells(call, row)).collect();
        for line in table::lines(&header, &cells, call.edge.width) {
            call.print(&line)?;
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    if rows.is_empty() {
        call.say("cli-meeting-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Page after page, up to the limit; and whether there is more.
async fn rows(session: &Session, arguments: &List, most: u32) -> Result<(Vec<MeetingSummary>, bool), Failure> {
    pages::rows(most, async |limit, after| {
        let list = MeetingList {
            state: arguments.all.then(|| "all".to_owned()),
            from: arguments.from,
            until: arguments.until,
            limit,
            after,
        };
        session.meetings(&list).await
    })
    .await
}

fn cells(call: &Call, row: &MeetingSummary) -> Vec<SafeText> {
    let texts = &call.texts;
    let (first, last) = (row.slots.first(), row.slots.last());
    let version = row.edition.map(|number| format!("{number}{}", if row.changed_since_fixed { "+" } else { "" }));
    vec![
        SafeText::line(&row.number.to_string()),
        SafeText::line(&texts.get(&format!("meeting-state-{}", row.state))),
        SafeText::line(&first.map(|slot| texts.day(zone::date_of(slot.starts_at))).unwrap_or_default()),
        SafeText::line(&first.zip(last).map(|(first, last)| span(first.starts_at, last.ends_at)).unwrap_or_default()),
        row.place.line(),
        SafeText::line(&row.papers_due_on.map(|day| texts.day(day)).unwrap_or_default()),
        SafeText::line(&version.unwrap_or_else(|| clock(None))),
    ]
}
