//! `loket term --check`: the ends in somebody's own file beside the right ones. Only what is wrong is told.

use std::io::Read;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    api::problem::exit,
    cli::call::{Call, Done, Stop},
    domain::{
        Date,
        term::{arithmetic, explanation::Refusal},
        text::SafeText,
    },
    intake::{self, FILE_LIMIT, Finding, Row, TermRow},
};

use super::answer::{Answer, BothLanguages, explained, steps};

/// What was found, for programs.
#[derive(Serialize)]
struct Report {
    checked: usize,
    items: Vec<Wrong>,
    refused: Vec<Unread>,
}

/// A row whose end is wrong.
#[derive(Serialize)]
struct Wrong {
    line: u64,
    trigger: NaiveDate,
    length: String,
    basis: &'static str,
    suspensions: Vec<String>,
    given: NaiveDate,
    #[serde(flatten)]
    right: Answer,
}

/// A row that cannot be checked.
#[derive(Serialize)]
struct Unread {
    line: Option<u64>,
    column: Option<String>,
    code: String,
    reason: String,
}

pub(super) fn run(call: &mut Call, file: &str, json: bool) -> Done {
    let found = intake::terms(&bytes_of(call, file)?);
    let checked = found.rows.len();
    let mut unread: Vec<Unread> = found.faults.iter().map(|fault| unread_of(call, fault)).collect();
    let mut wrong = vec![];
    for row in &found.rows {
        match arithmetic::end(&row.value.term, &row.value.suspensions) {
            Ok(end) if end.end == row.value.end => {}
            Ok(_) => wrong.push(row),
            Err(error) => {
                let refusal = Refusal::Term(error);
                let (code, reason) = (refusal.code().to_owned(), call.texts.refusal(&refusal));
                unread.push(Unread { line: Some(row.line), column: None, code, reason });
            }
        }
    }
    // A row with two faults is one row; a fault of the file as a whole is of none.
    let faults = unread.len();
    let lines: std::collections::BTreeSet<u64> = unread.iter().filter_map(|one| one.line).collect();
    let read: std::collections::BTreeSet<u64> = found.rows.iter().map(|row| row.line).collect();
    let (wrong_rows, unread_rows) = (wrong.len(), lines.len());
    let rows = read.union(&lines).count();
    if json {
        let both = BothLanguages::new();
        let items = wrong.into_iter().filter_map(|row| told(row, &both)).collect();
        call.print_json(&Report { checked, items, refused: unread })?;
    } else {
        for row in wrong {
            explain_to_people(call, row)?;
        }
        for one in unread {
            say_unread(call, one);
        }
        let counts =
            [("count", rows.into()), ("wrong", wrong_rows.into()), ("unread", unread_rows.into()), ("faults", faults.into())];
        call.say("cli-term-checked", &counts);
    }
    if wrong_rows > 0 {
        return Ok(exit::NOTHING);
    }
    if faults > 0 {
        return Ok(exit::INPUT);
    }
    // A file without rows was not found right: nothing was looked at.
    if checked == 0 {
        call.say("cli-term-nothing-checked", &[]);
        return Ok(exit::INPUT);
    }
    Ok(exit::DONE)
}

fn told(row: &Row<TermRow>, both: &BothLanguages) -> Option<Wrong> {
    let TermRow { term, suspensions, end } = &row.value;
    Some(Wrong {
        line: row.line,
        trigger: term.trigger,
        length: term.length.to_string(),
        basis: term.basis.code(),
        suspensions: suspensions.iter().map(ToString::to_string).collect(),
        given: *end,
        right: both.answer(&explained(term, suspensions).ok()?),
    })
}

fn explain_to_people(call: &mut Call, row: &Row<TermRow>) -> Result<(), Stop> {
    let TermRow { term, suspensions, end: given } = &row.value;
    let Ok(explained) = explained(term, suspensions) else { return Ok(()) };
    let texts = &call.texts;
    let line = i64::try_from(row.line).unwrap_or(i64::MAX);
    let day = |date: Date| texts.day(date).into();
    let mut lines =
        vec![texts.with(
            "cli-term-wrong",
            &[("line", line.to_string().into()), ("given", day(*given)), ("right", day(explained.end.end))],
        )];
    lines.extend(steps(texts, &explained));
    let careful = |one| format!("  {}", texts.with("cli-term-careful", &[("text", texts.uncertainty(one).into())]));
    lines.extend(explained.uncertainties.iter().map(careful));
    for line in lines {
        call.print(&SafeText::line(&line))?;
    }
    Ok(())
}

fn unread_of(call: &Call, fault: &Finding) -> Unread {
    let (code, reason) = (fault.reason.code().to_owned(), fault.reason.say(&call.texts));
    Unread { line: fault.line, column: fault.column.clone(), code, reason }
}

fn say_unread(call: &mut Call, one: Unread) {
    match one.line {
        Some(line) => call.say(
            "cli-term-unread",
            &[
                ("line", line.to_string().into()),
                ("column", one.column.unwrap_or_else(|| "none".into()).into()),
                ("reason", one.reason.into()),
            ],
        ),
        None => call.say("cli-term-file", &[("reason", one.reason.into())]),
    }
}

fn bytes_of(call: &mut Call, file: &str) -> Result<Vec<u8>, Stop> {
    let mut bytes = vec![];
    let most = FILE_LIMIT as u64 + 1;
    let read = if file == "-" {
        Read::by_ref(&mut call.edge.stdin).take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| Stop::Said("cli-file-unreadable", vec![("detail", error.to_string().into())], exit::INPUT))?;
    Ok(bytes)
}
