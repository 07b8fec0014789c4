//! `--csv`, `--md`, `--ics`, `loket view export`, `loket feed` and `loket time-out due --new`: what comes out at a shell.

use chrono::TimeDelta;
use loket::{api::problem::exit, cli, domain::text::is_unsafe, server::alarms::ring};

use super::{Ended, Shell, edge, lite};

const ATTACK: &str = "=cmd|'/C calc'!A0; =1+1 | `x` <b> [y](z)";

async fn filled(desk: &Shell) {
    for title in [ATTACK, "+31 85 555 6305", "Terugvordering, UWV"] {
        let create = ["signal", "create", "--title", title, "--decision-body", "UWV", "--decision-sent", "2026-10-30"];
        desk.run(&create).await.is(exit::DONE);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_list_is_a_file_for_other_programs() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    filled(&desk).await;
    desk.run(&["view", "create", "Mijn", "--filter", "status:ontvangen", "--columns", "number,title"]).await.is(exit::DONE);
    for command in [&["signal", "list"][..], &["time-out", "due", "--days", "60"], &["view", "export", "Mijn"]] {
        let told = async |format: &str| {
            let words: Vec<&str> = command.iter().copied().chain([format]).collect();
            desk.run(&words).await.is(exit::DONE).stdout
        };
        let csv = told("--csv").await;
        assert!(csv.starts_with('\u{feff}'), "{command:?}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert!(rows.len() >= 3);
        assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !cell.contains("; =")));
        let markdown = told("--md").await;
        let lines: Vec<&str> = markdown.lines().collect();
        assert_eq!(lines.len(), rows.len() + 2, "{command:?}");
        assert!(lines.iter().all(|line| line.starts_with("| ") || line.starts_with("|-") || line.starts_with("| ---")));
        assert!(!markdown.replace("\\|", "").contains("calc'\\!A0; =1+1 |  "));
        let calendar = told("--ics").await;
        assert_eq!(calendar.matches("BEGIN:VEVENT\r\n").count(), if command[0] == "time-out" { rows.len() } else { 3 });
        assert!(!calendar.contains("calc") && !calendar.contains("Terugvordering"), "no titles in a calendar: {calendar}");
        for text in [csv.trim_start_matches('\u{feff}'), &markdown, &calendar.replace("\r\n", "\n")] {
            assert!(text.chars().all(|c| c == '\n' || !is_unsafe(c)), "{text:?}");
        }
    }
    let csv = desk.run(&["view", "export", "Mijn", "--csv"]).await.is(exit::DONE).stdout;
    assert!(csv.contains("\"'+31 85 555 6305\""), "{csv}");
    assert!(
        csv.lines().next().unwrap().ends_with("\"Signaal\";\"Titel\"") || csv.lines().next().unwrap().matches(';').count() == 1
    );
    let folder = tempfile::tempdir().expect("a folder");
    let register = "organisatie;functie;naam;telefoon;mandaat\nUWV;=1+1;N. Naam;+31 85 555 0101;geen\n";
    let register = super::file(&folder, "r.csv", register);
    desk.run(&["register", "import", &register]).await.is(exit::DONE);
    for command in [&["register", "list", "--csv"][..], &["wie", "naam", "--csv"]] {
        let csv = desk.run(command).await.is(exit::DONE).stdout;
        assert!(csv.contains("\"'=1+1\";\"N. Naam\";\"'+31 85 555 0101\""), "{csv}");
    }
    assert_eq!(desk.run(&["register", "list", "--md"]).await.is(exit::DONE).stdout.lines().count(), 3);
    assert_eq!(desk.run(&["register", "list", "--json"]).await.is(exit::DONE).json()["items"].as_array().unwrap().len(), 1);
    desk.run(&["register", "list", "--organisation", "SVB"]).await.is(exit::NOTHING);
    // What goes on to a file or a program is whole; a screen shows 200 and says that there is more.
    let row = |n: u32| format!("UWV;adviseur;N. Ander{n};+31 85 555 0102;geen\n");
    let many = format!("organisatie;functie;naam;telefoon;mandaat\n{}", (0..230).map(row).collect::<String>());
    desk.run(&["register", "import", &super::file(&folder, "veel.csv", &many)]).await.is(exit::DONE);
    assert_eq!(desk.run(&["register", "list", "--json"]).await.is(exit::DONE).json()["items"].as_array().unwrap().len(), 231);
    assert_eq!(desk.run(&["register", "list", "--csv"]).await.is(exit::DONE).stdout.lines().count(), 232);
    let shown = desk.run(&["register", "list"]).await.is(exit::DONE);
    assert_eq!(shown.stdout.lines().count(), 201, "{}", shown.stdout);
    assert!(shown.stderr.contains("Er zijn meer dan 200"), "{}", shown.stderr);
    let few = desk.run(&["register", "list", "--json", "--limit", "3"]).await.is(exit::DONE);
    assert_eq!(few.json()["items"].as_array().unwrap().len(), 3);
    desk.run(&["signal", "list", "--csv", "--json"]).await.is(exit::USAGE);
    desk.run(&["signal", "list", "--csv", "--ics"]).await.is(exit::USAGE);
    desk.run(&["time-out", "list", "--csv"]).await.is(exit::NOTHING);
    server.stop().await;
}

/// Takes everything and keeps nothing: a full disk is told at the end.
struct Full;

impl std::io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(std::io::ErrorKind::StorageFull.into())
    }
}

/// As [`Shell::run`], with a folder for state; `full`: nothing that is written stays.
async fn at(desk: &Shell, state: &tempfile::TempDir, arguments: &[&str], full: bool) -> Ended {
    let folder = state.path().display().to_string();
    let environment =
        [("LOKET_SERVER", desk.server.as_str()), ("LOKET_TOKEN", desk.token.as_str()), ("XDG_STATE_HOME", folder.as_str())];
    let (mut edge, stdout, stderr) = edge(arguments, &environment, "");
    if full {
        edge.stdout = Box::new(Full);
    }
    let code = tokio::task::spawn_blocking(move || cli::run(edge)).await.expect("a call never panics");
    Ended { code, stdout: stdout.text(), stderr: stderr.text() }
}

#[tokio::test(flavor = "multi_thread")]
async fn new_alarms_are_told_once_and_again_when_they_were_not_written() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let state = tempfile::tempdir().expect("a folder");
    filled(&desk).await;
    let new = ["time-out", "due", "--new", "--json"];
    at(&desk, &state, &new, false).await.is(exit::NOTHING);
    // Six weeks after 30 October is Friday 11 December; ten working days before is 27 November.
    server.advance(TimeDelta::days(4));
    ring(server.store(), server.clock_now()).await.unwrap();
    let told = at(&desk, &state, &new, false).await.is(exit::DONE).json();
    let marks: Vec<_> = told["items"].as_array().unwrap().iter().map(|alarm| (&alarm["kind"], &alarm["mark"])).collect();
    assert_eq!(marks.iter().filter(|mark| **mark == (&"objection".into(), &"ten-days".into())).count(), 3, "{told:#}");
    at(&desk, &state, &new, false).await.is(exit::NOTHING);
    // Another choice is another reader.
    at(&desk, &state, &["time-out", "due", "--new", "--mine"], false).await.is(exit::NOTHING);
    // What could not be written was not read.
    server.advance(TimeDelta::days(7));
    ring(server.store(), server.clock_now()).await.unwrap();
    at(&desk, &state, &new, true).await.is(exit::NOTHING);
    let told = at(&desk, &state, &["time-out", "due", "--new"], false).await.is(exit::DONE).stdout;
    assert_eq!(told.matches("over 5 werkdagen").count(), 3, "{told}");
    at(&desk, &state, &new, false).await.is(exit::NOTHING);
    // Without a place to remember it is said so; nothing is told and lost.
    desk.run(&new).await.is(exit::CONFIGURATION);
    let kept: Vec<_> = std::fs::read_dir(state.path().join("loket/alarms")).unwrap().collect();
    assert_eq!(kept.len(), 2, "a place for each reader");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_shown_once_and_revoked() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    filled(&desk).await;
    let made = desk.run(&["feed", "create", "agenda op kantoor", "--until", "2027-01-31"]).await.is(exit::DONE);
    let address = made.stdout.trim_end();
    assert!(address.ends_with("/deadlines.ics") && made.stdout.lines().count() == 1);
    assert!(!made.stderr.contains("lkf_"), "{}", made.stderr);
    let read = async || server.stranger().http.get(address).send().await.unwrap();
    assert!(read().await.text().await.unwrap().contains("bezwaartermijn"));
    let list = desk.run(&["feed", "list", "--json"]).await.is(exit::DONE).json();
    let id = list["items"][0]["id"].as_str().unwrap();
    assert!(desk.run(&["feed", "list"]).await.is(exit::DONE).stdout.contains("2027-01-31"));
    desk.run(&["feed", "revoke", id]).await.is(exit::DONE);
    assert_eq!(read().await.status(), 404);
    server.stop().await;
}
