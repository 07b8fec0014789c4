//! `list`: those of a kind, in order of the day to go by.

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::{arrangement::ArrangementList, problem::exit},
    cli::{
        call::{Call, Done, wait},
        json::Items,
        pages::{self, Limit, SHOWN},
        table,
        values::day,
    },
    client::{Failure, Session},
    domain::{
        arrangement::{ArrangementKind, ArrangementSummary},
        organisation,
        text::SafeText,
    },
};

#[derive(Args)]
pub(in crate::cli) struct List {
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[arg(long, value_name = "NUMBER")]
    signal: Option<String>,
    #[command(flatten)]
    limit: Limit,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, kind: ArrangementKind, arguments: &List) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json, SHOWN);
    let (rows, more) = wait(rows(&session, kind, arguments, most))??;
    if arguments.json {
        call.print_json(&Items { items: &rows })?;
    } else if !rows.is_empty() {
        let header = ["number", "state", "from", "day", "body", "label", "id"];
        let header = header.map(|name| call.texts.get(&format!("cli-arrangement-column-{name}")));
        let cells: Vec<Vec<SafeText>> = rows.iter().map(|row| cells(call, row)).collect();
        for line in table::lines(&header, &cells, call.edge.width) {
            call.print(&line)?;
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    if rows.is_empty() {
        call.say(&format!("cli-{kind}-none"), &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Page after page, up to the limit; and whether there is more.
async fn rows(
    session: &Session,
    kind: ArrangementKind,
    arguments: &List,
    most: u32,
) -> Result<(Vec<ArrangementSummary>, bool), Failure> {
    pages::rows(most, async |limit, after| {
        let list = ArrangementList {
            signal: arguments.signal.clone(),
            state: arguments.all.then(|| "all".to_owned()),
            from: None,
            until: arguments.until,
            limit,
            after,
        };
        session.arrangements(kind, &list).await
    })
    .await
}

fn cells(call: &Call, row: &ArrangementSummary) -> Vec<SafeText> {
    let texts = &call.texts;
    vec![
        SafeText::line(&row.signal_number.to_string()),
        SafeText::line(&texts.get(&format!("arrangement-state-{}-{}", row.kind, row.state))),
        SafeText::line(&row.begins_on.map(|day| texts.day(day)).unwrap_or_default()),
        SafeText::line(&texts.day(row.on)),
        SafeText::line(&row.organisation.as_ref().map(|code| organisation::shown(code.as_str())).unwrap_or_default()),
        row.label.line(),
        SafeText::line(&row.id.to_string()),
    ]
}
