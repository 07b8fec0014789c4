//! `loket commitment import`: commitments from a spreadsheet.

use clap::{Args, Subcommand};

use super::Commitment;
use crate::{
    api::{
        arrangement::{ArrangementDetail, KeepCommitment, LapseCommitment, NewArrangement},
        problem::{Code, Fault, Problem},
    },
    cli::{
        call::{Call, Done},
        delivery::{self, Kind, Taken, Wish},
    },
    client::{Failure, Seen, Session, Write},
    domain::{
        arrangement::{ArrangementKind, Closing},
        commitment::CommitmentFacts,
        ids::IdempotencyKey,
        imported::Imported,
        text::SafeText,
    },
    intake::{self, CommitmentRow},
};

/// What can be done with commitments: what every kind can, and taking them from a file.
#[derive(Subcommand)]
pub(in crate::cli) enum Commitments {
    Import(Import),
    #[command(flatten)]
    One(Commitment),
}

#[derive(Args)]
pub(in crate::cli) struct Import {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) fn commitments(call: &mut Call, command: Commitments) -> Done {
    match command {
        Commitments::Import(arguments) => import(call, &arguments),
        Commitments::One(command) => super::run(call, command),
    }
}

fn import(call: &mut Call, arguments: &Import) -> Done {
    let session = if arguments.dry_run { None } else { Some(call.session()?) };
    let wish = Wish { files: &arguments.files, dry_run: arguments.dry_run, json: arguments.json };
    // A number of a citizen is refused, not masked: somebody typed these.
    let kind = Kind { read: intake::commitments, at_a_time: 1, masks: |_| 0, called, column: intake::commitment_column };
    let words = Words { no_case: call.texts.get("cli-import-no-case"), stays_open: call.texts.get("cli-import-stays-open") };
    delivery::run(call, &wish, &kind, |key, row: CommitmentRow| {
        let (session, words) = (session.clone(), words.clone());
        async move {
            // A dry run never sends.
            let Some(session) = session else { return Err(Failure::NoToken) };
            bring(&session, key, row, &words).await
        }
    })
}

#[derive(Clone)]
struct Words {
    no_case: String,
    stays_open: String,
}

/// Records it, and closes it when the file says so. What was touched in loket since it was recorded stays as it is.
async fn bring(session: &Session, key: IdempotencyKey, row: CommitmentRow, words: &Words) -> Result<Taken, Failure> {
    let new = NewArrangement { signal: row.signal, facts: row.facts, imported_from: Some(row.imported_from) };
    let sent = session.write(&Write::record_arrangement(key, ArrangementKind::Commitment, &new)).await;
    let found: ArrangementDetail<CommitmentFacts> = sent.map_err(|failure| unknown_case(failure, &words.no_case))?;
    let (number, item) = (found.item.signal_number.to_string(), found.item);
    let came = found.imported.unwrap_or(Imported::Created);
    let taken = |came| Taken { number, came, masked: 0, note: None };
    let Some(closed) = row.closed.filter(|_| item.closed.is_none() && item.version == 1) else { return Ok(taken(came)) };
    let (key, seen) = (second(key), Seen { id: item.id, version: item.version });
    let (on, text) = (closed.on, closed.text);
    let write = match closed.how {
        Closing::Lapse => Write::close_arrangement(key, seen, &LapseCommitment { on, reason: text }),
        _ => Write::close_arrangement(key, seen, &KeepCommitment { on, evidence: text }),
    };
    let sent: Result<ArrangementDetail<CommitmentFacts>, Failure> = session.write(&write).await;
    sent.map_err(|failure| still_open(failure, &words.stays_open))?;
    Ok(taken(if came == Imported::Created { came } else { Imported::Updated }))
}

/// The key of the second request about a row.
fn second(key: IdempotencyKey) -> IdempotencyKey {
    let mut bytes = key.0.into_bytes();
    bytes[15] ^= 1;
    IdempotencyKey(uuid::Uuid::from_bytes(bytes))
}

/// A case that is not there is a fault of the row.
fn unknown_case(failure: Failure, words: &str) -> Failure {
    match failure {
        Failure::Problem(mut problem) if problem.code == Code::NotFound => {
            problem.code = Code::InvalidInput;
            problem.errors = vec![Fault { at: "/signal".into(), code: "unknown-case".into(), detail: words.into() }];
            Failure::Problem(problem)
        }
        other => other,
    }
}

/// It is in, and not closed: the reader must know.
fn still_open(failure: Failure, words: &str) -> Failure {
    match failure {
        Failure::Problem(mut problem) => {
            let said = |problem: &Problem| problem.detail.clone().unwrap_or_else(|| problem.title.clone());
            let whole = format!("{} {words}", said(&problem));
            problem.detail = Some(whole);
            for fault in &mut problem.errors {
                fault.detail = format!("{} {words}", fault.detail);
            }
            Failure::Problem(problem)
        }
        other => other,
    }
}

fn called(row: &CommitmentRow) -> SafeText {
    SafeText::line(&format!("{} · {} · {}", row.signal, row.facts.organisation, row.facts.text.raw()))
}
