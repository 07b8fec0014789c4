//! `loket register deliver` and `loket register merge`: what a file, or a merger of municipalities, would do to the register.

use std::{fs::OpenOptions, io::Write as _, os::unix::fs::OpenOptionsExt, path::PathBuf};

use clap::Args;

use crate::{
    api::{
        delivery::{NewDelivery, NewMerger},
        problem::exit,
    },
    client::{Session, Write},
    domain::{
        Date,
        delivery::{Delivery, DeliveryLine, LineFault, LineKind},
        ids::MunicipalityCode,
        municipality::Gazetteer,
        text::{RawText, SafeText},
        zone,
    },
    export::{BYTE_ORDER_MARK, Sheet},
    intake::{self, Context, MADE_COLUMNS, REGISTER_COLUMNS, RegisterFile},
};

use super::{
    call::{Call, Done, Stop, wait},
    delivery::bytes_of,
    register_delivery::{self, told},
    signal::{Key, sent},
};

#[derive(Args)]
pub(super) struct Deliver {
    #[arg(value_name = "FILE")]
    file: String,
    #[arg(long, value_name = "CODE", value_delimiter = ',', conflicts_with_all = ["full_all", "partial"])]
    full: Vec<String>,
    #[arg(long, conflicts_with = "partial")]
    full_all: bool,
    #[arg(long)]
    partial: bool,
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Merge {
    #[arg(value_name = "CODE", required = true)]
    from: Vec<String>,
    #[arg(long, value_name = "CODE")]
    into: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Date,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

fn day(text: &str) -> Result<Date, String> {
    zone::read_date(text).ok_or_else(String::new)
}

pub(super) fn deliver(call: &mut Call, arguments: &Deliver) -> Done {
    let session = call.session()?;
    if let Some(path) = arguments.errors.as_ref().filter(|path| path.exists()) {
        let values = vec![("file", path.display().to_string().into())];
        return Err(Stop::Said("cli-register-deliver-errors-there", values, exit::INPUT));
    }
    let unreadable = |detail: String| Stop::Said("cli-file-unreadable", vec![("detail", detail.into())], exit::INPUT);
    let bytes = bytes_of(call, &arguments.file).map_err(unreadable)?;
    let file = intake::register_file(&arguments.file, &bytes, &Context::embedded());
    for remark in &file.remarks {
        say(call, "cli-import-remark", &arguments.file, remark);
    }
    let whole: Vec<_> = file.faults.iter().filter(|fault| fault.line.is_none() || file.cells.is_empty()).collect();
    if !whole.is_empty() {
        whole.iter().for_each(|fault| say(call, "cli-import-refused", &arguments.file, fault));
        return Ok(exit::INPUT);
    }
    let partial = arguments.full.is_empty() && !arguments.full_all;
    let new = NewDelivery {
        name: arguments.file.rsplit('/').next().unwrap_or_default().into(),
        fields: file.fields.clone(),
        full: register_delivery::known(&arguments.full)?,
        full_all: arguments.full_all,
        rows: file.rows.clone(),
        faults: faults(call, &file),
        dry_run: arguments.dry_run,
    };
    let key = arguments.key.of(call);
    let delivery: Delivery = wait(sent(key, session.write(&Write::deliver(key, &new))))??;
    let wrong = if arguments.dry_run {
        new.faults.iter().map(|fault| (fault.line, fault.clone())).collect()
    } else {
        errors_of(&session, delivery.number)?
    };
    if let Some(path) = &arguments.errors {
        write_errors(call, path, &file, &wrong)?;
    }
    done(call, &session, &delivery, arguments.json)?;
    if arguments.dry_run && !arguments.json {
        // Nothing is kept to look at afterwards.
        file.faults.iter().for_each(|fault| say(call, "cli-import-refused", &arguments.file, fault));
    }
    if partial && !arguments.partial && !arguments.json {
        call.say("cli-register-deliver-was-partial", &[]);
    }
    if let Some(path) = arguments.errors.as_ref().filter(|_| !wrong.is_empty()) {
        call.say("cli-register-deliver-errors-in", &[("file", path.display().to_string().into())]);
    }
    Ok(if delivery.counts.errors > 0 { exit::INPUT } else { exit::DONE })
}

pub(super) fn merge(call: &mut Call, arguments: &Merge) -> Done {
    let gazetteer = Gazetteer::embedded();
    let from: Result<Vec<_>, _> = arguments.from.iter().map(|text| municipality(&gazetteer, text)).collect();
    let new =
        NewMerger { from: from?, into: municipality(&gazetteer, &arguments.into)?, on: arguments.on, dry_run: arguments.dry_run };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let delivery: Delivery = wait(sent(key, session.write(&Write::merge_municipalities(key, &new))))??;
    done(call, &session, &delivery, arguments.json)?;
    Ok(exit::DONE)
}

/// By code (`GM0501`, `0501`; one that ended long ago too) or name.
fn municipality(gazetteer: &Gazetteer, text: &str) -> Result<MunicipalityCode, Stop> {
    let digits = text.trim().trim_start_matches(['G', 'M', 'g', 'm']);
    let code = digits.parse().ok().or_else(|| gazetteer.resolve(text).ok().map(|found| found.code));
    code.ok_or_else(|| Stop::Said("cli-register-merge-unknown", vec![("value", text.into())], exit::INPUT))
}

fn done(call: &mut Call, session: &Session, delivery: &Delivery, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(delivery);
    }
    let lines = match delivery.number {
        0 => vec![],
        number => wait(register_delivery::lines(session, number, None, u32::MAX))??.0,
    };
    told(call, delivery, &lines)
}

fn errors_of(session: &Session, number: i64) -> Result<Vec<(u64, LineFault)>, Stop> {
    let (lines, _) = wait(register_delivery::lines(session, number, Some(LineKind::Error), u32::MAX))??;
    Ok(lines.into_iter().filter_map(|DeliveryLine { fault, .. }| fault.map(|fault| (fault.line, fault))).collect())
}

/// What could not be read, for the server to keep with the rest.
fn faults(call: &Call, file: &RegisterFile) -> Vec<LineFault> {
    let fault = |found: &intake::Finding| {
        let line = found.line?;
        Some(LineFault {
            line,
            column: found.column.clone().unwrap_or_default(),
            code: found.reason.code().to_owned(),
            value: String::new(),
            reason: found.reason.say(&call.texts).into(),
            organisation: file.organisations.get(&line).map(|code| code.as_str().into()).unwrap_or_default(),
            title: file.cell(line, "functie").into(),
            name: file.cell(line, "naam").into(),
        })
    };
    file.faults.iter().filter_map(fault).collect()
}

fn say(call: &mut Call, word: &'static str, file: &str, finding: &intake::Finding) {
    let mut place = file.to_owned();
    if let Some(line) = finding.line {
        place.push_str(&format!(":{line}"));
    }
    if let Some(column) = &finding.column {
        place = call.texts.with("cli-import-column", &[("place", place.into()), ("column", column.as_str().into())]);
    }
    let reason = finding.reason.say(&call.texts);
    call.say(word, &[("place", place.into()), ("reason", reason.into())]);
}

/// The lines with errors as a file that can be corrected and delivered again; a file that is there already is left alone.
fn write_errors(call: &Call, path: &PathBuf, file: &RegisterFile, wrong: &[(u64, LineFault)]) -> Result<(), Stop> {
    let header: Vec<String> = REGISTER_COLUMNS.iter().chain(&MADE_COLUMNS).map(|column| (*column).to_owned()).collect();
    let mut rows: Vec<Vec<SafeText>> = vec![];
    let mut at: Option<u64> = None;
    for (line, fault) in wrong {
        let words = register_delivery::words(call, fault);
        if at == Some(*line)
            && let Some(cell) = rows.last_mut().and_then(|row| row.get_mut(REGISTER_COLUMNS.len()))
        {
            *cell = SafeText::line(&format!("{cell} {words}"));
            continue;
        }
        at = Some(*line);
        let mut row: Vec<SafeText> =
            REGISTER_COLUMNS.iter().map(|column| RawText::from(file.cell(*line, column)).line()).collect();
        row.extend([SafeText::line(&words), SafeText::line(&line.to_string())]);
        rows.push(row);
    }
    // With the mark by which a spreadsheet sees what the letters are, as in an export.
    let text = format!("{BYTE_ORDER_MARK}{}", Sheet { header: &header, rows: &rows }.csv());
    let written = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    written.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all())).map_err(|error| {
        let values = vec![("file", path.display().to_string().into()), ("detail", error.to_string().into())];
        Stop::Said("cli-register-deliver-errors-failed", values, exit::INPUT)
    })
}
