//! `loket signal list`: the queue, filtered, sorted and searched by the server.

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::{
        page::{PAGE_MOST, Page},
        problem::exit,
        signal::{Order, SignalList, SignalSearch, SignalSort},
    },
    cli::{
        call::{Call, Done, wait},
        json::Items,
        table,
        values::{codes, day},
    },
    client::{Failure, Session},
    domain::{municipality::Gazetteer, signal::SignalSummary, text::SafeText, zone},
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
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let (signals, more) = wait(rows(&session, arguments))??;
    if arguments.json {
        call.print_json(&Items { items: &signals })?;
    } else if !signals.is_empty() {
        let lines = lines(call, &signals);
        for line in lines {
            call.print(&line)?;
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", arguments.limit.into())]);
    }
    if signals.is_empty() {
        call.say("cli-list-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Page after page, up to the limit; and whether there is more.
async fn rows(session: &Session, arguments: &Arguments) -> Result<(Vec<SignalSummary>, bool), Failure> {
    let limit = arguments.limit as usize;
    let mut rows: Vec<SignalSummary> = vec![];
    let mut after = None;
    loop {
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
            limit: u32::try_from(limit - rows.len()).ok().map(|left| left.min(PAGE_MOST)),
            after,
        };
        let page: Page<SignalSummary> = if arguments.words.is_empty() {
            session.signals(&list).await?
        } else {
            session.search_signals(&SignalSearch { query: arguments.words.join(" ").into(), list }).await?
        };
        let empty = page.items.is_empty();
        rows.extend(page.items);
        after = page.next;
        if after.is_none() || empty || rows.len() >= limit {
            return Ok((rows, after.is_some()));
        }
    }
}

fn lines(call: &Call, signals: &[SignalSummary]) -> Vec<SafeText> {
    let gazetteer = Gazetteer::embedded();
    let today = call.today();
    let header = ["urgency", "number", "received", "status", "hard-date", "municipality", "bodies", "owner", "title"];
    let header = header.map(|name| call.texts.get(&format!("cli-column-{name}")));
    let rows: Vec<Vec<SafeText>> = signals.iter().map(|signal| row(signal, &call.texts, &gazetteer, today)).collect();
    table::lines(&header, &rows, call.edge.width)
}

fn row(signal: &SignalSummary, texts: &Texts, gazetteer: &Gazetteer, today: NaiveDate) -> Vec<SafeText> {
    let municipality = signal.municipality.and_then(|code| gazetteer.get(code)).map_or("", |found| found.name.as_str());
    let bodies: Vec<&str> = signal.bodies.iter().map(|body| body.as_str()).collect();
    vec![
        SafeText::line(&format!("{:2} {}", signal.urgency.glyph(), texts.get(&format!("urgency-{}", signal.urgency)))),
        SafeText::line(&signal.number.to_string()),
        SafeText::line(&zone::date_of(signal.received_at).to_string()),
        SafeText::line(&texts.get(&format!("status-{}", signal.status))),
        signal.hard_date.as_ref().map_or_else(SafeText::default, |date| hard_date(date, today, texts)),
        SafeText::line(municipality),
        SafeText::line(&bodies.join(", ")),
        signal.owner.as_ref().map_or_else(SafeText::default, |owner| owner.name.line()),
        signal.title.line(),
    ]
}
