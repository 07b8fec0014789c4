//! The same rows for every program: a text file, a table, and a history of so many commits.

use std::{
    fmt::Write as _,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use chrono::NaiveDate;
use loket::demo::{Plan, signals};

/// See the module.
pub struct Material {
    pub rows: u32,
    /// A row per line.
    pub list: PathBuf,
    /// The same with separators and a head.
    pub table: PathBuf,
    /// A git repository; nothing when git is not there.
    pub repository: Option<PathBuf>,
}

impl Material {
    pub fn new(folder: &Path, rows: u32) -> Self {
        let plan = Plan { signals: rows, officers: 500, seed: 1, today: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day") };
        let (mut list, mut table) = (String::new(), "number,received,title,status\n".to_owned());
        for signal in signals(&plan) {
            let (number, received) = (signal.number.short(), signal.received_at.date_naive());
            let title = signal.facts.title.line().into_string();
            let status = signal.status.code();
            writeln!(list, "{number:<9} {received}  {title:<70.70}  {status}").expect("text");
            writeln!(table, "{number},{received},\"{title}\",{status}").expect("text");
        }
        let (list_file, table_file) = (folder.join("rows.txt"), folder.join("rows.csv"));
        std::fs::write(&list_file, list).expect("a file");
        std::fs::write(&table_file, table).expect("a file");
        Self { rows, list: list_file, table: table_file, repository: repository(&folder.join("history"), rows) }
    }
}

/// A history of empty commits, newest `Row {rows}`.
fn repository(folder: &Path, rows: u32) -> Option<PathBuf> {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(folder).args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    std::fs::create_dir_all(folder).ok()?;
    git(&["init", "--quiet", "--initial-branch=main"]).status().ok().filter(|status| status.success())?;
    let mut child = git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().ok()?;
    let mut history = String::new();
    for row in 1..=rows {
        let (subject, time) = (format!("Row {row}"), 1_700_000_000 + u64::from(row) * 60);
        write!(
            history,
            "commit refs/heads/main\ncommitter A. Bakker <a@example.org> {time} +0000\ndata {}\n{subject}\n",
            subject.len()
        )
        .ok()?;
    }
    child.stdin.take()?.write_all(history.as_bytes()).ok()?;
    child.wait().ok().filter(|status| status.success()).map(|_| folder.to_owned())
}
