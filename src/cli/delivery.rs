//! Brings the rows of files to the server: at most four requests at a time, reported in the order of the file.
//!
//! A row that the server refuses is reported like one that could not be read. When the server is gone the import stops and
//! says so; the same command again brings the rest, because what is in already changes nothing.

use std::{future::Future, io::Read, path::Path};

use futures_util::{StreamExt, stream};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use uuid::{Builder, Uuid, Variant, Version};

use crate::{
    api::problem::{Code, Problem, exit},
    client::Failure,
    domain::{ids::IdempotencyKey, text::SafeText},
    intake::{FILE_LIMIT, Finding, Intake, Row},
};

use super::call::{Call, Done, Stop, wait};

/// Requests at a time.
const AT_A_TIME: usize = 4;

/// What a delivery needs to know about one kind of row.
pub(super) struct Kind<T> {
    /// Reads a file.
    pub read: fn(&str, &[u8], &crate::intake::Context) -> Intake<T>,
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
    pub created: bool,
    pub masked: u32,
}

/// The result, as `--json` shows it.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Report {
    dry_run: bool,
    created: usize,
    unchanged: usize,
    updated: usize,
    masked: u32,
    /// Rows that could be brought and are not known to be in, because the import stopped.
    #[serde(skip_serializing_if = "is_zero")]
    not_sent: usize,
    refused: Vec<Told>,
    remarks: Vec<Told>,
    items: Vec<Item>,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// Something about a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    file: String,
    line: Option<u64>,
    column: Option<String>,
    code: String,
    reason: String,
}

/// A row that is in, or would be.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    file: String,
    line: u64,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    called: String,
    masked: u32,
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
    let context = crate::intake::Context::embedded();
    let mut report = Report { dry_run: wish.dry_run, ..Report::default() };
    let mut files = vec![];
    for file in wish.files {
        match bytes_of(call, file) {
            Ok(bytes) => {
                let intake = (kind.read)(file, &bytes, &context);
                report.note(call, file, &intake);
                files.push((file.as_str(), intake.rows));
            }
            Err(detail) => {
                let reason = call.texts.with("cli-file-unreadable", &[("detail", detail.into())]);
                report.refused.push(Told { file: file.clone(), line: None, column: None, code: "unreadable".into(), reason });
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
        None if report.refused.is_empty() => Ok(exit::DONE),
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
        let mut answers = stream::iter(sends).buffered(AT_A_TIME);
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
        Code::InvalidInput | Code::BrokenJson | Code::BsnInText | Code::SourceTaken | Code::TooLarge | Code::IdempotencyKeyReused
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

fn bytes_of(call: &mut Call, file: &str) -> Result<Vec<u8>, String> {
    let mut bytes = vec![];
    let most = FILE_LIMIT as u64 + 1;
    let read = if file == "-" {
        Read::by_ref(&mut call.edge.stdin).take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(Path::new(file)).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|error| error.to_string())
}

fn progress(call: &Call, total: usize) -> ProgressBar {
    let target = if call.edge.stderr_is_terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(total as u64), target);
    match ProgressStyle::with_template("{bar:30} {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Report {
    /// What reading found.
    fn note<T>(&mut self, call: &Call, file: &str, intake: &Intake<T>) {
        let told = |finding: &Finding| Told {
            file: file.to_owned(),
            line: finding.line,
            column: finding.column.clone(),
            code: finding.reason.code().to_owned(),
            reason: finding.reason.say(&call.texts),
        };
        self.refused.extend(intake.faults.iter().map(told));
        self.remarks.extend(intake.remarks.iter().chain(&intake.repeated).map(told));
        self.unchanged += intake.repeated.len();
    }

    /// A dry run: what would be brought.
    fn suppose<T>(&mut self, kind: &Kind<T>, files: &[(&str, Vec<Row<T>>)]) {
        for (file, rows) in files {
            for row in rows {
                let masked = (kind.masks)(&row.value);
                self.masked += masked;
                let called = (kind.called)(&row.value).into_string();
                self.items.push(Item { file: (*file).into(), line: row.line, outcome: "ready", number: None, called, masked });
            }
        }
    }

    fn took<T>(&mut self, file: &str, row: &Row<T>, kind: &Kind<T>, taken: Taken) {
        let outcome = if taken.created { "created" } else { "unchanged" };
        self.created += usize::from(taken.created);
        self.unchanged += usize::from(!taken.created);
        self.masked += taken.masked;
        self.items.push(Item {
            file: file.into(),
            line: row.line,
            outcome,
            number: Some(taken.number),
            called: (kind.called)(&row.value).into_string(),
            masked: taken.masked,
        });
    }

    fn refuse<T>(&mut self, file: &str, line: u64, kind: &Kind<T>, problem: &Problem) {
        let told = |column: Option<&str>, code: &str, reason: &str| Told {
            file: file.to_owned(),
            line: Some(line),
            column: column.map(str::to_owned),
            code: code.to_owned(),
            reason: reason.to_owned(),
        };
        let detail = problem.detail.as_deref().unwrap_or(&problem.title);
        if problem.errors.is_empty() || problem.code == Code::SourceTaken {
            let existing = problem.existing.as_ref().filter(|existing| !detail.contains(existing.as_str()));
            let fields: Vec<&str> = problem.errors.iter().filter_map(|fault| (kind.column)(&fault.at)).collect();
            let mut reason = detail.to_owned();
            for more in existing.map(String::as_str).into_iter().chain(fields) {
                reason.push_str(if reason.contains(": ") { ", " } else { ": " });
                reason.push_str(more);
            }
            return self.refused.push(told(None, problem.code.code(), &reason));
        }
        for fault in &problem.errors {
            self.refused.push(told((kind.column)(&fault.at), &fault.code, &fault.detail));
        }
    }

    /// On standard output for programs; for people what was refused goes to standard error.
    fn show(&self, call: &mut Call, json: bool) -> Result<(), Stop> {
        if json {
            call.print_json(self)?;
        } else {
            for (word, all) in [("cli-import-refused", &self.refused), ("cli-import-remark", &self.remarks)] {
                for told in all {
                    let place = place_of(call, told);
                    call.say(word, &[("place", place.into()), ("reason", told.reason.as_str().into())]);
                }
            }
            self.show_rows(call)?;
        }
        if self.masked > 0 {
            call.say("cli-import-masked", &[("count", self.masked.into())]);
        }
        Ok(())
    }

    fn show_rows(&self, call: &mut Call) -> Result<(), Stop> {
        if self.dry_run {
            for item in &self.items {
                let line = item.line.to_string();
                call.print(&SafeText::line(&format!("{}:{line}: {}", item.file, item.called)))?;
            }
        }
        let mut rows: Vec<(&str, u64)> = self.refused.iter().map(|told| (told.file.as_str(), told.line.unwrap_or(0))).collect();
        rows.dedup();
        let values = [
            ("ready", self.items.len().into()),
            ("created", self.created.into()),
            ("unchanged", self.unchanged.into()),
            ("refused", rows.len().into()),
        ];
        let key = if self.dry_run { "cli-import-ready" } else { "cli-import-done" };
        let text = call.texts.with(key, &values);
        call.print(&SafeText::line(&text))
    }
}

fn place_of(call: &Call, told: &Told) -> String {
    let mut place = told.file.clone();
    if let Some(line) = told.line {
        place.push_str(&format!(":{line}"));
    }
    if let Some(column) = &told.column {
        place = call.texts.with("cli-import-column", &[("place", place.into()), ("column", column.as_str().into())]);
    }
    place
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
