//! `loket db`: a copy of the database, and whether it is sound.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    server::maintenance::{self, BackupError, Fault, Findings},
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
    db_move,
};

#[derive(Subcommand)]
pub(super) enum Command {
    Backup(Backup),
    Check(Check),
    Migrate(db_move::Migrate),
    Restore(db_move::Restore),
    Restored(db_move::Restored),
    Copy(db_move::Copy),
}

#[derive(Args)]
pub(super) struct Backup {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    database: Database,
}

#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    database: Database,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Backup(arguments) => backup(call, &arguments),
        Command::Check(arguments) => check(call, &arguments),
        Command::Migrate(arguments) => db_move::migrate(call, &arguments),
        Command::Restore(arguments) => db_move::restore(call, &arguments),
        Command::Restored(arguments) => db_move::restored(call, &arguments),
        Command::Copy(arguments) => db_move::copy(call, &arguments),
    }
}

fn backup(call: &mut Call, arguments: &Backup) -> Done {
    let options = arguments.database.options(call)?;
    let made = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(maintenance::backup(&store, &arguments.file).await)
    })??;
    let file = ("file", arguments.file.display().to_string().into());
    match made {
        Ok(()) => call.say("cli-backup-made", &[file]),
        Err(BackupError::Exists(_)) => return Err(Stop::Said("cli-backup-exists", vec![file], exit::USAGE)),
        Err(BackupError::NotSqlite) => return Err(Stop::Said("cli-backup-not-sqlite", vec![], exit::USAGE)),
        Err(BackupError::File(detail)) => {
            return Err(Stop::Said("cli-file-not-written", vec![file, ("detail", detail.into())], exit::NOTHING));
        }
        Err(BackupError::Store(error)) => return Err(error.into()),
    }
    Ok(exit::DONE)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'f> {
    signals: i64,
    officers: i64,
    audit_rows: i64,
    faults: Vec<ShownFault<'f>>,
}

#[derive(Serialize)]
struct ShownFault<'f> {
    code: &'f str,
    subject: &'f str,
    count: i64,
    words: String,
}

fn check(call: &mut Call, arguments: &Check) -> Done {
    let options = arguments.database.options(call)?;
    let found = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(maintenance::check(&store).await?)
    })??;
    findings(call, &found, arguments.json)
}

/// What a check found, for people or programs.
pub(super) fn findings(call: &mut Call, found: &Findings, json: bool) -> Done {
    let words = |fault: &Fault| {
        let values = [("subject", SafeText::line(&fault.subject).into()), ("count", fault.count.into())];
        call.texts.with(&format!("db-fault-{}", fault.code), &values)
    };
    let faults: Vec<ShownFault<'_>> = found
        .faults
        .iter()
        .map(|fault| ShownFault { code: fault.code, subject: &fault.subject, count: fault.count, words: words(fault) })
        .collect();
    if json {
        let (signals, officers, audit_rows) = (found.signals, found.officers, found.audit_rows);
        call.print_json(&Shown { signals, officers, audit_rows, faults })?;
    } else {
        let values = [
            ("signals", found.signals.into()),
            ("officers", found.officers.into()),
            ("audit", found.audit_rows.into()),
            ("faults", found.faults.len().into()),
        ];
        let text = call.texts.with("cli-db-checked", &values);
        call.print(&SafeText::line(&text))?;
        for fault in &faults {
            call.print(&SafeText::line(&format!("  {}", fault.words)))?;
        }
    }
    Ok(if found.faults.is_empty() { exit::DONE } else { exit::NOTHING })
}
