//! Everything the command line prints, for people and for programs.

use std::process::{Command, Output};

use serde_json::Value;

use super::{ATTACKS, fill, is_forbidden, marked};
use crate::support::{
    program::{Serving, loket, run, said},
    server::TestServer,
};

/// Nothing but line breaks steers; gives standard output.
fn judged(command: &mut Command) -> String {
    let output = run(command);
    for bytes in [&output.stdout, &output.stderr] {
        let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let bad = text.chars().find(|c| *c != '\n' && is_forbidden(*c));
        assert_eq!(bad.map(|c| format!("U+{:04X}", c as u32)), None, "{command:?}\n{text:?}");
        let marks = text.chars().fold((0, 0), |(run, most), c| {
            let run = if ('\u{300}'..'\u{370}').contains(&c) { run + 1 } else { 0 };
            (run, most.max(run))
        });
        assert!(marks.1 < 100 || text.starts_with('{'), "{command:?}: {} marks on one character", marks.1);
    }
    text(&output)
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_output_of_a_command_is_steered() {
    let server = TestServer::sqlite().await;
    let signals = fill(&server).await;
    let home = tempfile::tempdir().unwrap();
    let desk = server.desk();
    let call = |arguments: &[&str]| {
        let mut command = loket(home.path());
        command.env("LOKET_SERVER", &desk.server).env("LOKET_TOKEN", &desk.token).args(arguments);
        tokio::task::block_in_place(|| judged(&mut command))
    };
    let list = call(&["signal", "list", "--status", "all", "--limit", "100"]);
    let json: Value = serde_json::from_str(&call(&["signal", "list", "--status", "all", "--limit", "100", "--json"])).unwrap();
    for (at, signal) in signals.iter().enumerate() {
        let number = signal["number"].as_str().unwrap();
        assert!(list.contains(&format!("M{at}M")), "{number} is in the list:\n{list}");
        let row = json["items"].as_array().unwrap().iter().find(|row| row["number"] == number).unwrap();
        assert_eq!(row["title"], marked('M', at), "--json gives the text itself, escaped");
        let shown = call(&["signal", "show", number]);
        for letter in ['M', 'T', 'N', 'R', 'C', 'A'] {
            assert!(shown.contains(&format!("{letter}{at}{letter}")), "{letter} of {number}:\n{shown}");
        }
        let whole: Value = serde_json::from_str(&call(&["signal", "show", number, "--json"])).unwrap();
        assert_eq!(whole["facts"], signal["facts"]);
        assert_eq!(whole["timeline"][0]["text"], signal["timeline"][0]["text"]);
        // Refused by the server, which names who has it.
        call(&["signal", "claim", number]);
        call(&["signal", "claim", number, "--json"]);
    }
    for query in ["regisseur", "uwv"] {
        let found = call(&["wie", query]);
        assert!(found.contains("O3O"), "{found}");
        call(&["wie", query, "--json"]);
    }
    for at in 0..ATTACKS.len() {
        for field in ["phone", "mail", "name"] {
            call(&["wie", &format!("O{at}O"), "--field", field]);
        }
        call(&["wie", &format!("O{at}O"), "--json"]);
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_is_not_repeated_raw() {
    let server = TestServer::sqlite().await;
    let home = tempfile::tempdir().unwrap();
    let desk = server.desk();
    let number = server.signal("Ontruiming").await["number"].as_str().unwrap().to_owned();
    for attack in ATTACKS.iter().filter(|attack| !attack.contains('\0')) {
        let call = |arguments: &[&str]| {
            let mut command = loket(home.path());
            command.env("LOKET_SERVER", &desk.server).env("LOKET_TOKEN", &desk.token).args(arguments);
            tokio::task::block_in_place(|| judged(&mut command))
        };
        for arguments in [
            &["signal", "show", attack][..],
            &["signal", "list", attack],
            &["signal", "list", "--status", attack],
            &["wie", attack],
            &["wie", attack, "--json"],
            &[attack],
            &["signal", "list", "--sort", attack],
            &["--server", attack, "signal", "list"],
            &["--lang", attack, "signal", "list"],
            &["signal", "note", &number, "--", attack],
            &["signal", "import", attack],
            &["token", "list", "--database", attack],
            &["serve", "--database", attack],
        ] {
            call(arguments);
        }
        // A file of that name, with that text in good and in bad rows.
        let name = attack.replace('/', "_");
        let quoted = attack.replace('"', "\"\"");
        let row = |title: &str, place: &str| format!("INT;2026-03-02;formulier;\"{title}\";\"{place}\"\r\n");
        let text = format!(
            "kenmerk_extern;ontvangen_op;kanaal;titel;gemeente\r\n{}{}",
            row(&format!("goed {quoted}"), "0344"),
            row("fout", &quoted)
        );
        let path = home.path().join(format!("x{name}.csv"));
        std::fs::write(&path, text).unwrap();
        for flags in [&["--dry-run"][..], &["--dry-run", "--json"], &["--json"], &[]] {
            let mut command = loket(home.path());
            command
                .env("LOKET_SERVER", &desk.server)
                .env("LOKET_TOKEN", &desk.token)
                .args(["signal", "import"])
                .args(flags)
                .arg(&path);
            tokio::task::block_in_place(|| judged(&mut command));
        }
    }
    server.stop().await;
}

#[test]
fn names_of_accounts_do_not_steer_either() {
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    Serving::start(home.path(), &database).stop();
    for attack in ATTACKS.iter().filter(|attack| !attack.contains('\0')) {
        let created =
            run(loket(home.path()).args(["token", "create", "--database", &database, "--role", "desk", "--name", attack]));
        assert!(created.status.success(), "{}", said(&created));
    }
    let listed = judged(loket(home.path()).args(["token", "list", "--database", &database]));
    assert!(listed.lines().count() >= ATTACKS.len());
    let json = judged(loket(home.path()).args(["token", "list", "--database", &database, "--json"]));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert!(json["items"].as_array().unwrap().iter().any(|item| item["name"] == ATTACKS[0]));
}
