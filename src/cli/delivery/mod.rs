//! Brings the rows of files to the server and reports in the order of the file.
//!
//! A row that the server refuses is reported like one that could not be read. When the server is gone the import stops and
//! says so; the same command again brings the rest, because what is in already changes nothing.

mod report;

use std::{future::Future, io::Read, path::Path};

use futures_util::{StreamExt, stream};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use uuid::{Builder, Uuid, Variant, Version};

use crate::{
    api::problem::{Code, Problem, exit},
    client::Failure,
    domain::{ids::IdempotencyKey, imported::Imported, text::SafeText},
    intake::{FILE_LIMIT, Intake, Row},
};

use super::call::{Call, Done, wait};
use report::Report;

/// What a delivery needs to know about one kind of row.
pub(super) struct Kind<T> {
    /// Reads a file.
    pub read: fn(&str, &[u8], &crate::intake::Context) -> Intake<T>,
    /// Requests at a time. More than one is faster, but then numbers are given in another order than that of the file.
    pub at_a_time: usize,
    /// The number of citizen service numbers the server will mask.
    pub masks: fn(&T) -> u32,
    /// What a person knows the row by: a title, a name.
    pub called: fn(&T) -> SafeText,
    /// The column a fault of the server is about.
    pub column: fn(&str) -> Option<&'static str>,
}

/// What the server made of a row.
pub(super) struct Taken {
    /// Its number or id.
    pub number: String,
    /// What came of it.
    pub came: Imported,
    pub masked: u32,
    /// What a sender must know although nothing was refused.
    pub note: Option<String>,
}

/// How a delivery is asked for.
pub(super) struct Wish<'a> {
    pub files: &'a [String],
    pub dry_run: bool,
    pub json: bool,
}

/// Reads every file and brings every good row.
pub(super) fn run<T, F>(call: &mut Call, wish: &Wish<'_>, kind: &Kind<T>, send: impl Fn(IdempotencyKey, T) -> F) -> Done
where
    T: Clone + Serialize,
    F: Future<Output = Result<Taken, Failure>>,
{
    let mut context = crate::intake::Context::embedded();
    context.now = Some(call.now());
    let mut report = Report::new(wish.dry_run);
    let mut files = vec![];
    for file in wish.files {
        match bytes_of(call, file) {
            Ok(bytes) => {
                let intake = (kind.read)(file, &bytes, &context);
                report.note(call, file, &intake);
                files.push((file.as_str(), intake.rows));
            }
            Err(detail) => {
                let reason = call.texts.with("cli-file-unreadable", &[("detail", call.texts.of_system(&detail).into())]);
                report.unreadable(file, reason);
            }
        }
    }
    let stopped = if wish.dry_run {
        report.suppose(kind, &files);
        None
    } else {
        wait(bring(call, &mut report, kind, files, send))?
    };
    report.show(call, wish.json)?;
    match stopped {
        Some(failure) => {
            call.tell(&failure);
            call.say("cli-import-again", &[("left", report.not_sent.into())]);
            Ok(failure.exit())
        }
        None if report.is_clean() => Ok(exit::DONE),
        None => Ok(exit::INPUT),
    }
}

async fn bring<T, F>(
    call: &Call,
    report: &mut Report,
    kind: &Kind<T>,
    files: Vec<(&str, Vec<Row<T>>)>,
    send: impl Fn(IdempotencyKey, T) -> F,
) -> Option<Failure>
where
    T: Clone + Serialize,
    F: Future<Output = Result<Taken, Failure>>,
{
    let run = (call.edge.id)();
    let total = files.iter().map(|(_, rows)| rows.len()).sum::<usize>();
    let bar = progress(call, total);
    let mut done = 0;
    let mut stopped = None;
    'files: for (file, rows) in files {
        let sends = rows.into_iter().map(|row| {
            let sent = send(key_of(run, &row.value), row.value.clone());
            async move { (row, sent.await) }
        });
        let mut answers = stream::iter(sends).buffered(kind.at_a_time);
        while let Some((row, answer)) = answers.next().await {
            match answer {
                Ok(taken) => report.took(file, &row, kind, taken),
                Err(Failure::Problem(problem)) if is_about_the_row(&problem) => report.refuse(file, row.line, kind, &problem),
                Err(failure) => {
                    stopped = Some(failure);
                    break 'files;
                }
            }
            done += 1;
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    report.not_sent = total - done;
    stopped
}

/// Is it this row that is wrong, or would every row fail?
fn is_about_the_row(problem: &Problem) -> bool {
    matches!(
        problem.code,
        Code::InvalidInput
            | Code::BrokenJson
            | Code::BsnInText
            | Code::SourceTaken
            | Code::TooLarge
            | Code::IdempotencyKeyReused
            | Code::NotPossibleNow
    )
}

/// One key for each content and run: a request that is repeated has no second effect, and a second run is answered afresh
/// (what is in already is then "unchanged").
fn key_of(run: Uuid, row: &impl Serialize) -> IdempotencyKey {
    let mut content = run.as_bytes().to_vec();
    content.extend(serde_json::to_vec(row).unwrap_or_default());
    let digest = ring::digest::digest(&ring::digest::SHA256, &content);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.as_ref()[..16]);
    IdempotencyKey(Builder::from_bytes(bytes).with_variant(Variant::RFC4122).with_version(Version::Custom).into_uuid())
}

pub(super) fn bytes_of(call: &mut Call, file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = vec![];
    let most = FILE_LIMIT as u64 + 1;
    let read = if file == "-" {
        Read::by_ref(&mut call.edge.stdin).take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(Path::new(file)).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|error| error.to_string())
}

/// A bar on standard error, where that is a terminal.
pub(super) fn progress(call: &Call, total: usize) -> ProgressBar {
    let target = if call.edge.stderr_is_terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(total as u64), target);
    match ProgressStyle::with_template("{bar:30} {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Taken {
    /// Made, or there already.
    pub(super) fn made(number: String, created: bool, masked: u32) -> Self {
        Self { number, came: if created { Imported::Created } else { Imported::Unchanged }, masked, note: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_of_one_run_and_one_content() {
        let (run, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(key_of(run, &"a"), key_of(run, &"a"));
        assert_ne!(key_of(run, &"a"), key_of(run, &"b"));
        assert_ne!(key_of(run, &"a"), key_of(other, &"a"));
        assert_eq!(key_of(run, &"a").0.get_version_num(), 8);
    }
}
