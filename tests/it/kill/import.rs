//! A server, or the import itself, killed half way through `loket signal import`: the same command again brings the rest,
//! and nothing is there twice.

use std::{collections::BTreeSet, io::Read, path::Path, process::Stdio};

use serde_json::Value;

use crate::support::{
    Lot,
    program::{Serving, loket, run, said, token},
    proof::{is_long, report, seed_of},
};

const ROWS: usize = 150;

fn file(folder: &Path) -> std::path::PathBuf {
    let mut text = String::from("kenmerk_extern;ontvangen_op;kanaal;titel;toelichting;gemeente;instanties;urgentie\r\n");
    for row in 0..ROWS {
        let account = format!("\"Toelichting bij rij {row};\nmet een regeleinde en accenten: één, Yıldız, « nee ».\"");
        text.push_str(&format!(
            "INT-{row:04};2026-03-02T09:12:00+01:00;formulier;Rij {row:04} loopt vast;{account};0344;SVB;normaal\r\n"
        ));
    }
    let path = folder.join("signalen.csv");
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn an_import_that_was_cut_off_is_completed_by_the_same_command() {
    let mut lot = Lot(seed_of("kill -9 during an import"));
    for round in 0..if is_long() { 25 } else { 2 } {
        let home = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", home.path().join("loket.db").display());
        let secret = token(home.path(), &database, "desk", "Importeur");
        let file = file(home.path());
        let import = |address: &str| {
            let mut command = loket(home.path());
            command.env("LOKET_SERVER", address).env("LOKET_TOKEN", &secret).args(["signal", "import", "--json"]).arg(&file);
            command
        };
        for attempt in 0..3 {
            let serving = Serving::start(home.path(), &database);
            let mut child = import(&serving.address).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
            // Somewhere before its end: the server tells of a row before it answers.
            serving.hear(lot.below(ROWS as u64), "method=\"POST\" path=\"/v1/signals\" status=20");
            if (round + attempt) % 2 == 0 {
                serving.kill();
                let mut told = String::new();
                child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
                let code = child.wait().unwrap().code();
                // All in before the kill, no server any more, or not confirmed.
                assert!(matches!(code, Some(0 | 69 | 75)), "{code:?}: {told}");
            } else {
                child.kill().unwrap();
                child.wait().unwrap();
                serving.stop();
            }
        }
        let serving = Serving::start(home.path(), &database);
        let completed = run(&mut import(&serving.address));
        assert!(completed.status.success(), "{}", said(&completed));
        let again = run(&mut import(&serving.address));
        assert!(again.status.success(), "{}", said(&again));
        let report: Value = serde_json::from_slice(&again.stdout).unwrap();
        assert_eq!((&report["created"], &report["unchanged"]), (&0.into(), &ROWS.into()), "{report:#}");
        let listed = run(loket(home.path())
            .env("LOKET_SERVER", &serving.address)
            .env("LOKET_TOKEN", &secret)
            .args(["signal", "list", "--status", "all", "--limit", "1000", "--json"]));
        let listed: Value = serde_json::from_slice(&listed.stdout).unwrap_or_else(|_| panic!("{}", said(&listed)));
        let titles: Vec<_> =
            listed["items"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect();
        let expected: BTreeSet<_> = (0..ROWS).map(|row| format!("Rij {row:04} loopt vast")).collect();
        assert_eq!(titles.len(), ROWS, "none twice");
        assert_eq!(titles.into_iter().collect::<BTreeSet<_>>(), expected, "none lost");
        serving.stop();
        let check = run(loket(home.path()).args(["db", "check", "--database", &database]));
        assert!(check.status.success(), "{}", said(&check));
    }
    report(
        "kill -9 of server or import during `loket signal import`",
        &format!("{} rounds of 3 kills; 0 lost, 0 twice", if is_long() { 25 } else { 2 }),
    );
}
