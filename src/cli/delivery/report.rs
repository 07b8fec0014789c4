//! What became of the rows of a delivery: counted, and told to people and programs.

use serde::Serialize;

use crate::{
    api::problem::{Code, Problem},
    cli::call::{Call, Stop},
    domain::{imported::Imported, text::SafeText},
    intake::{Finding, Intake, Row},
};

use super::{Kind, Taken};

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
    pub not_sent: usize,
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

impl Report {
    pub(super) fn new(dry_run: bool) -> Self {
        Self { dry_run, ..Self::default() }
    }

    /// Nothing was refused.
    pub(super) fn is_clean(&self) -> bool {
        self.refused.is_empty()
    }

    /// A file that could not be opened or read.
    pub(super) fn unreadable(&mut self, file: &str, reason: String) {
        self.refused.push(Told { file: file.into(), line: None, column: None, code: "unreadable".into(), reason });
    }

    /// What reading found.
    pub(super) fn note<T>(&mut self, call: &Call, file: &str, intake: &Intake<T>) {
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
    pub(super) fn suppose<T>(&mut self, kind: &Kind<T>, files: &[(&str, Vec<Row<T>>)]) {
        for (file, rows) in files {
            for row in rows {
                let masked = (kind.masks)(&row.value);
                self.masked += masked;
                let called = (kind.called)(&row.value).into_string();
                self.items.push(Item { file: (*file).into(), line: row.line, outcome: "ready", number: None, called, masked });
            }
        }
    }

    pub(super) fn took<T>(&mut self, file: &str, row: &Row<T>, kind: &Kind<T>, taken: Taken) {
        match taken.came {
            Imported::Created => self.created += 1,
            Imported::Updated => self.updated += 1,
            Imported::Unchanged | Imported::Left | Imported::Older => self.unchanged += 1,
        }
        self.remarks.extend(taken.note.map(|reason| Told {
            file: file.into(),
            line: Some(row.line),
            column: None,
            code: taken.came.code().into(),
            reason,
        }));
        self.masked += taken.masked;
        self.items.push(Item {
            file: file.into(),
            line: row.line,
            outcome: taken.came.code(),
            number: Some(taken.number),
            called: (kind.called)(&row.value).into_string(),
            masked: taken.masked,
        });
    }

    pub(super) fn refuse<T>(&mut self, file: &str, line: u64, kind: &Kind<T>, problem: &Problem) {
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
    pub(super) fn show(&self, call: &mut Call, json: bool) -> Result<(), Stop> {
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
            ("updated", self.updated.into()),
            ("unchanged", self.unchanged.into()),
            ("refused", rows.len().into()),
        ];
        let key = match (self.dry_run, self.updated) {
            (true, _) => "cli-import-ready",
            (false, 0) => "cli-import-done",
            (false, _) => "cli-import-done-updated",
        };
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
