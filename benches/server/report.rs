//! The numbers of a year and the yearly report, as somebody asks for them: a process of the command line against a server.

use std::{
    process::{Command, Stdio},
    time::Instant,
};

use crate::{ROUNDS, serving::Serving};

/// Prints a row for each way to ask.
pub fn measure(name: &str, url: &str, token: &str) {
    let serving = Serving::loket(url);
    let folder = tempfile::tempdir().expect("a folder");
    for format in ["json", "md", "html", "pdf"] {
        let mut times: Vec<f64> = (0..ROUNDS)
            .map(|round| {
                let out = folder.path().join(format!("report-{round}.{format}"));
                let mut command = Command::new(env!("CARGO_BIN_EXE_loket"));
                match format {
                    "json" => command.args(["numbers", "--year", "2026", "--json"]),
                    _ => command.args(["report", "2026", "--format", format, "--out"]).arg(&out),
                };
                command.arg("--server").arg(format!("http://{}", serving.address)).env("LOKET_TOKEN", token);
                command.env("HOME", folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
                let begun = Instant::now();
                assert!(command.status().expect("loket runs").success(), "{format}");
                begun.elapsed().as_secs_f64()
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let what = if format == "json" { "numbers, JSON".to_owned() } else { format!("report, {format}") };
        println!("| {name} | {what} | {:.2} |", times[ROUNDS / 2]);
    }
}
