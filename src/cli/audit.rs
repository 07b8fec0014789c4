//! `loket audit`: the privacy officer reads and exports the audit log; `verify` works on the store itself, without a server.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{
    api::{audit::AuditSearch, problem::exit},
    domain::{
        audit::{AuditEntry, AuditResult},
        text::{RawText, SafeText},
        zone,
    },
    export::Sheet,
    locale::Texts,
    server::audit::{self, Verified, heads},
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
    delivery::progress,
    emergency::{self, Emergencies, Judge},
    json::Items,
    pages::{self, Limit, SHOWN},
    processing::{self, Processing},
    table,
    values::{codes, day},
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Export(Export),
    Verify(Verify),
    Processing(Processing),
    Emergencies(Emergencies),
    Judge(Judge),
}

/// Which rows.
#[derive(Args)]
struct Which {
    #[arg(long, value_name = "ID|NAME")]
    person: Option<String>,
    #[arg(long, value_name = "NUMBER|ID")]
    object: Option<String>,
    #[arg(long, value_name = "VERB")]
    verb: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Option<NaiveDate>,
    #[arg(long, value_parser = codes!(AuditResult))]
    result: Option<AuditResult>,
}

impl Which {
    fn search(&self) -> AuditSearch {
        let text = |text: &Option<String>| text.as_deref().map(RawText::from);
        AuditSearch {
            person: text(&self.person),
            object: text(&self.object),
            verb: self.verb.clone(),
            from: self.from,
            to: self.to,
            result: self.result,
            ..AuditSearch::default()
        }
    }
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    limit: Limit,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Export {
    #[command(flatten)]
    which: Which,
    #[arg(long)]
    csv: bool,
}

#[derive(Args)]
pub(super) struct Verify {
    #[command(flatten)]
    database: Database,
    #[arg(long, value_name = "FILE")]
    heads: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Export(arguments) => export(call, &arguments),
        Command::Verify(arguments) => verify(call, &arguments),
        Command::Processing(arguments) => processing::print(call, &arguments),
        Command::Emergencies(arguments) => emergency::list(call, &arguments),
        Command::Judge(arguments) => emergency::judge(call, &arguments),
    }
}

/// The columns of a list, which keep to what a screen shows.
const COLUMNS: [&str; 7] = ["seq", "at", "name", "role", "verb", "object", "result"];

/// The columns of an export.
const ALL: [&str; 12] =
    ["seq", "at", "account", "name", "role", "organisation", "verb", "object", "purpose", "result", "origin", "request"];

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json, SHOWN);
    let page = pages::rows(most, async |limit, after| {
        session.audit_rows(&AuditSearch { limit, after, ..arguments.which.search() }).await
    });
    let (rows, more) = wait(page)??;
    if arguments.json {
        call.print_json(&Items { items: &rows })?;
    } else if !rows.is_empty() {
        let cells: Vec<Vec<SafeText>> = rows.iter().map(|row| cells(&call.texts, row, &COLUMNS)).collect();
        for line in table::lines(&header(&call.texts, &COLUMNS), &cells, call.edge.width) {
            call.print(&line)?;
        }
    }
    if more {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    if rows.is_empty() {
        call.say("cli-audit-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Row by row, as they come: a log may be larger than the memory. Only what goes to a spreadsheet is put together first.
fn export(call: &mut Call, arguments: &Export) -> Done {
    let session = call.session()?;
    let search = arguments.which.search();
    let (count, sheet) = wait(async {
        let mut lines = session.audit_export(&search).await?;
        let (mut count, mut sheet) = (0_usize, vec![]);
        while let Some(row) = lines.next::<AuditEntry>().await? {
            count += 1;
            match arguments.csv {
                true => sheet.push(cells(&call.texts, &row, &ALL)),
                false => call.print_json_line(&row)?,
            }
        }
        Ok::<_, Stop>((count, sheet))
    })??;
    if arguments.csv {
        let text = Sheet { header: &header(&call.texts, &ALL), rows: &sheet }.csv();
        call.print_file(&text)?;
    }
    call.say("cli-audit-exported", &[("count", count.into())]);
    Ok(if count == 0 { exit::NOTHING } else { exit::DONE })
}

fn header(texts: &Texts, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|name| texts.get(&format!("cli-audit-column-{name}"))).collect()
}

fn cells(texts: &Texts, row: &AuditEntry, columns: &[&str]) -> Vec<SafeText> {
    let cell = |column: &&str| match *column {
        "seq" => row.seq.to_string(),
        "at" => {
            let (hour, minute) = zone::hour_minute(row.at);
            format!("{} {hour:02}:{minute:02}", zone::date_of(row.at))
        }
        "account" => row.account.clone(),
        "name" => row.name.line().into_string(),
        "role" => row.role.clone(),
        "organisation" => row.organisation.clone(),
        "verb" => row.verb.clone(),
        "object" if row.number.is_empty() => row.object.clone(),
        "object" => row.number.clone(),
        "purpose" => row.purpose.clone(),
        "result" => texts.get(&format!("audit-result-{}", row.result)),
        "origin" => row.origin.clone(),
        _ => row.request.clone(),
    };
    columns.iter().map(cell).map(|cell| SafeText::line(&cell)).collect()
}

/// What a verification found, for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'v> {
    rows: i64,
    heads: Vec<Head<'v>>,
    kept_heads: i64,
    broken: Vec<ShownFault<'v>>,
}

#[derive(Serialize)]
struct Head<'v> {
    organisation: &'v str,
    seq: i64,
    hash: &'v str,
}

#[derive(Serialize)]
struct ShownFault<'v> {
    code: &'v str,
    organisation: &'v str,
    seq: i64,
    words: String,
}

fn verify(call: &mut Call, arguments: &Verify) -> Done {
    let options = arguments.database.options(call)?;
    // Before the store: what left it is in it.
    let (kept, wrong) = match &arguments.heads {
        Some(file) => heads::read(file).map_err(|error| {
            let values = vec![("file", file.display().to_string().into()), ("detail", error.to_string().into())];
            Stop::Said("cli-audit-heads-unreadable", values, exit::CONFIGURATION)
        })?,
        None => (vec![], vec![]),
    };
    let bar = progress(call, 0);
    let found = wait(async {
        let store = Database::open(&options).await?;
        let told = |done: i64, all: i64| {
            bar.set_length(all.unsigned_abs());
            bar.set_position(done.unsigned_abs());
        };
        Ok::<_, Stop>(audit::verify_with(&store, &kept, told).await?)
    })??;
    bar.finish_and_clear();
    for line in &wrong {
        call.say("cli-audit-heads-line", &[("line", (*line).into())]);
    }
    told(call, &found, arguments.json)?;
    Ok(if found.broken.is_empty() && wrong.is_empty() { exit::DONE } else { exit::NOTHING })
}

fn told(call: &mut Call, found: &Verified, json: bool) -> Result<(), Stop> {
    let words = |organisation: &str, seq: i64, what: &str| {
        let subject = SafeText::line(&format!("{organisation}, {seq}"));
        call.texts.with(&format!("db-fault-{what}"), &[("subject", subject.into())])
    };
    let broken: Vec<ShownFault<'_>> = found
        .broken
        .iter()
        .map(|chain| ShownFault {
            code: chain.what,
            organisation: &chain.organisation,
            seq: chain.seq,
            words: words(&chain.organisation, chain.seq, chain.what),
        })
        .collect();
    if json {
        let head = |(organisation, seq, hash): &'_ (String, i64, String)| (organisation.clone(), *seq, hash.clone());
        let heads: Vec<_> = found.heads.iter().map(head).collect();
        let heads = heads.iter().map(|(organisation, seq, hash)| Head { organisation, seq: *seq, hash }).collect();
        return call.print_json(&Shown { rows: found.rows, heads, kept_heads: found.kept, broken });
    }
    let values = [("rows", found.rows.into()), ("kept", found.kept.into()), ("broken", broken.len().into())];
    let text = call.texts.with("cli-audit-verified", &values);
    call.print(&SafeText::line(&text))?;
    for fault in &broken {
        call.print(&SafeText::line(&format!("  {}", fault.words)))?;
    }
    Ok(())
}
