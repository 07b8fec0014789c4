//! `loket export`: whole cases leave in a file, proposed by one person, confirmed by another who looked, fetched by the first.
//!
//! Confirming takes two steps: the first shows exactly what is proposed, the second confirms what has that hash.

use std::{
    fs::{File, OpenOptions},
    io::Write as _,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde::Serialize;

use super::{
    call::{Call, Done, Stop, wait},
    signal::{Key, Number, sent},
    table,
    values::{codes, day},
};
use crate::{
    api::{
        case_export::{ExportDetail, NewExport},
        confirmation::Decline,
        problem::exit,
    },
    client::{Session, Write},
    domain::{
        case_export::{ExportFacts, ExportSeal, ExportSelection},
        ids::{ExportId, IdempotencyKey, SignalNumber},
        share::{ShareBasis, ShareFlag},
        signal::{Outcome, Status},
        text::SafeText,
    },
};

#[derive(Subcommand)]
pub(super) enum Command {
    Propose(Box<Propose>),
    List(List),
    Show(Show),
    Confirm(Confirm),
    Reject(Settle),
    Withdraw(Settle),
    Fetch(Fetch),
}

#[derive(Args)]
pub(super) struct Propose {
    #[arg(value_name = "NUMBER")]
    numbers: Vec<String>,
    #[arg(long, value_name = "DATE", value_parser = day, requires = "to", conflicts_with = "numbers")]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day, requires = "from")]
    to: Option<NaiveDate>,
    #[arg(long = "status", value_name = "STATUS", value_parser = codes!(Status), requires = "from")]
    statuses: Vec<Status>,
    #[arg(long = "outcome", value_name = "OUTCOME", value_parser = codes!(Outcome), requires = "from")]
    outcomes: Vec<Outcome>,
    #[arg(long, value_name = "TEXT")]
    purpose: String,
    #[arg(long, value_name = "WHO")]
    recipient: String,
    #[arg(long, value_name = "GROUND", value_parser = codes!(ShareBasis))]
    ground: ShareBasis,
    #[arg(long, value_name = "TEXT", default_value = "")]
    law: String,
    #[arg(long = "flag", value_name = "KIND", value_parser = codes!(ShareFlag))]
    flags: Vec<ShareFlag>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    destroy_by: NaiveDate,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Show {
    #[arg(value_name = "ID")]
    id: ExportId,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Confirm {
    #[arg(value_name = "ID")]
    id: ExportId,
    #[arg(long, value_name = "HASH")]
    hash: Option<String>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Settle {
    #[arg(value_name = "ID")]
    id: ExportId,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Fetch {
    #[arg(value_name = "ID")]
    id: ExportId,
    #[arg(long, value_name = "FILE")]
    output: PathBuf,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Propose(arguments) => propose(call, &arguments),
        Command::List(arguments) => list(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
        Command::Confirm(arguments) => confirm(call, &arguments),
        Command::Reject(arguments) => settle(call, &arguments, Write::reject_export),
        Command::Withdraw(arguments) => settle(call, &arguments, Write::withdraw_export),
        Command::Fetch(arguments) => fetch(call, &arguments),
    }
}

fn propose(call: &mut Call, arguments: &Propose) -> Done {
    let numbers = arguments.numbers.iter().map(|number| Number::typed(number).read(call)).collect::<Result<_, Stop>>()?;
    let selection = ExportSelection {
        numbers,
        received_from: arguments.from,
        received_to: arguments.to,
        statuses: arguments.statuses.clone(),
        outcomes: arguments.outcomes.clone(),
    };
    let facts = ExportFacts {
        purpose: arguments.purpose.as_str().into(),
        recipient: arguments.recipient.as_str().into(),
        basis: arguments.ground,
        law: arguments.law.as_str().into(),
        flags: arguments.flags.clone(),
        destroy_by: arguments.destroy_by,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let made: ExportDetail = wait(sent(key, session.write(&Write::propose_export(key, &NewExport { facts, selection }))))??;
    tell(call, &made, arguments.json)?;
    let id = made.item.id.to_string();
    call.say("cli-export-proposed-so", &[("count", made.item.cases.len().into()), ("id", id.into())]);
    Ok(exit::DONE)
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let found = wait(session.exports())??;
    if arguments.json {
        call.print_json(&found)?;
    } else if !found.items.is_empty() {
        let header = ["id", "state", "by", "cases", "recipient", "until", "left"];
        let header = header.map(|name| call.texts.get(&format!("cli-export-column-{name}")));
        let rows: Vec<Vec<SafeText>> = found.items.iter().map(|one| row(call, one)).collect();
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    if found.items.is_empty() {
        call.say("cli-export-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

fn row(call: &Call, ExportDetail { item, open_until, fetches_left }: &ExportDetail) -> Vec<SafeText> {
    let until = open_until.map(|until| call.texts.moment(until)).unwrap_or_default();
    vec![
        SafeText::line(&item.id.to_string()),
        SafeText::line(&call.texts.get(&format!("export-state-{}", item.proposal.state))),
        item.proposal.proposed_by_name.line(),
        SafeText::line(&item.cases.len().to_string()),
        item.facts.recipient.line(),
        SafeText::line(&until),
        SafeText::line(&fetches_left.to_string()),
    ]
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found = wait(session.export(arguments.id))??;
    tell(call, &found, arguments.json)?;
    Ok(exit::DONE)
}

fn confirm(call: &mut Call, arguments: &Confirm) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let Some(hash) = &arguments.hash else {
        let found = wait(session.export(arguments.id))??;
        tell(call, &found, arguments.json)?;
        let (id, hash) = (found.item.id.to_string(), found.item.proposal.hash.as_str());
        call.say("cli-export-confirm-so", &[("id", id.into()), ("hash", hash.into())]);
        return Ok(exit::DONE);
    };
    let done: ExportDetail = wait(sent(key, session.write(&Write::confirm_export(key, arguments.id, hash))))??;
    if arguments.json {
        call.print_json(&done)?;
    }
    let until = done.open_until.map(|until| call.texts.moment(until)).unwrap_or_default();
    let name = done.item.proposal.proposed_by_name.line().into_string();
    call.say("cli-export-confirmed", &[("name", name.into()), ("until", until.into())]);
    Ok(exit::DONE)
}

fn settle(call: &mut Call, arguments: &Settle, write: fn(IdempotencyKey, ExportId, &Decline) -> Write) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let why = Decline { reason: arguments.reason.as_str().into() };
    let done: ExportDetail = wait(sent(key, session.write(&write(key, arguments.id, &why))))??;
    if arguments.json {
        call.print_json(&done)?;
    }
    call.say("cli-export-nothing-left", &[]);
    Ok(exit::DONE)
}

/// What is proposed: every word of it that the second person is answerable for.
fn tell(call: &mut Call, detail: &ExportDetail, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(detail);
    }
    let (item, texts) = (&detail.item, &call.texts);
    let ground = [texts.get(&format!("share-basis-{}", item.facts.basis)), item.facts.law.line().into_string()];
    let ground = ground.join(" ").trim_end().to_owned();
    let flags: Vec<String> = item.facts.flags.iter().map(|flag| texts.get(&format!("export-flag-{flag}"))).collect();
    let numbers: Vec<String> = item.cases.iter().map(SignalNumber::to_string).collect();
    let lines = [
        ("state", texts.get(&format!("export-state-{}", item.proposal.state))),
        ("by", item.proposal.proposed_by_name.line().into_string()),
        ("second", item.proposal.settled_by_name.line().into_string()),
        ("purpose", item.facts.purpose.line().into_string()),
        ("recipient", item.facts.recipient.line().into_string()),
        ("ground", ground),
        ("flags", flags.join(", ")),
        ("destroy-by", texts.day(item.facts.destroy_by)),
        ("until", detail.open_until.map(|until| texts.moment(until)).unwrap_or_default()),
        ("left", detail.fetches_left.to_string()),
        ("cases", item.cases.len().to_string()),
        ("numbers", numbers.join(", ")),
    ];
    let told = lines.into_iter().filter(|(_, value)| !value.is_empty());
    let told: Vec<String> =
        told.map(|(name, value)| format!("{}: {value}", texts.get(&format!("cli-export-column-{name}")))).collect();
    for line in told {
        call.print(&SafeText::line(&line))?;
    }
    Ok(())
}

/// What was fetched, for programs.
#[derive(Serialize)]
struct Fetched<'f> {
    file: &'f Path,
    #[serde(flatten)]
    seal: &'f ExportSeal,
}

fn fetch(call: &mut Call, arguments: &Fetch) -> Done {
    let (session, path) = (call.session()?, &*arguments.output);
    // The file first: who cannot write it has fetched nothing.
    let file =
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(|error| not_written(path, &error))?;
    let came = wait(save(&session, arguments.id, (path, file))).unwrap_or_else(Err);
    let seal = came.inspect_err(|_| {
        // Half a file looks like a whole one.
        drop(std::fs::remove_file(path));
    })?;
    let file = SafeText::line(&path.display().to_string());
    if arguments.json {
        call.print_json(&Fetched { file: path, seal: &seal })?;
    }
    call.say("cli-export-fetched", &[("count", seal.cases.into()), ("file", file.into())]);
    if !seal.left_out.is_empty() {
        let numbers: Vec<String> = seal.left_out.iter().map(SignalNumber::to_string).collect();
        call.say("cli-export-left-out", &[("numbers", numbers.join(", ").into())]);
    }
    Ok(exit::DONE)
}

async fn save(session: &Session, id: ExportId, (path, mut file): (&Path, File)) -> Result<ExportSeal, Stop> {
    let content = session.export_content(id).await?;
    let seal = content.each(|line| file.write_all(line).map_err(|error| not_written(path, &error))).await?;
    file.sync_all().map_err(|error| not_written(path, &error))?;
    Ok(seal)
}

fn not_written(path: &Path, error: &std::io::Error) -> Stop {
    let (file, detail) = (SafeText::line(&path.display().to_string()), SafeText::line(&error.to_string()));
    Stop::Said("cli-export-not-written", vec![("file", file.into()), ("detail", detail.into())], exit::INPUT)
}
