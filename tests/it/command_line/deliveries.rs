//! A delivery with 300 changes, 20 errors and one vanished organisation: looked at, corrected, applied and undone.

use loket::api::problem::exit;
use serde_json::{Value, json};

use super::{Shell, file, lite, postgres};
use crate::support::server::TestServer;

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_is_understood_corrected_applied_and_undone_on_sqlite() {
    a_delivery_is_understood_corrected_applied_and_undone(lite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delivery_is_understood_corrected_applied_and_undone_on_postgresql() {
    a_delivery_is_understood_corrected_applied_and_undone(postgres().await).await;
}

const HEADER: &str = "cbs_code;functie;naam;telefoon;mandaat;geverifieerd_op\n";

/// Fifty municipalities of ten entries.
fn code(at: usize) -> String {
    let all = loket::domain::municipality::all();
    all[at % 50].code.to_string()
}

fn row(at: usize, phone: &str) -> String {
    format!("{};procesregisseur;P{at};{phone};beslissen;2026-10-01\n", code(at))
}

/// The register as it was; the last municipality has three of its own.
fn before() -> String {
    let mut text = HEADER.to_owned();
    (0..500).for_each(|at| text.push_str(&row(at, "+31 20 555 0001")));
    let last = loket::domain::municipality::all()[50].code;
    (500..503).for_each(|at| text.push_str(&format!("{last};procesregisseur;P{at};+31 20 555 0001;beslissen;2026-10-01\n")));
    text
}

/// 200 changed, 57 new, 40 and 3 gone; 20 with an error; the rest as it was.
fn after() -> String {
    let mut text = HEADER.to_owned();
    (0..200).for_each(|at| text.push_str(&row(at, "+31 20 555 0002")));
    for at in 240..260 {
        let line = match at % 4 {
            0 => row(at, ""),
            1 => row(at, "+31 20 555 0003").replace("beslissen", "besllissen"),
            2 => row(at, "+31 20 555 0003").replace("2026-10-01", "31-02-2026"),
            _ => row(at, "+31 20 555 0003").replacen(&code(at), "9999", 1),
        };
        text.push_str(&line);
    }
    (260..500).for_each(|at| text.push_str(&row(at, "+31 20 555 0001")));
    (600..657).for_each(|at| text.push_str(&row(at, "+31 20 555 0004")));
    text
}

/// As somebody corrects the file that was given back: every cell that was wrong.
fn corrected(errors: &str) -> String {
    let mut text = String::new();
    for line in errors.trim_start_matches('\u{feff}').lines() {
        let mut cells: Vec<String> = line[1..line.len() - 1].split("\";\"").map(str::to_owned).collect();
        if let Some(at) = cells[3].strip_prefix('P').and_then(|at| at.parse().ok()) {
            (cells[1], cells[4]) = (code(at), "+31 20 555 0003".into());
            (cells[8], cells[17]) = ("beslissen".into(), "2026-10-01".into());
            assert!(!cells[19].is_empty() && !cells[20].is_empty(), "what is wrong, and where: {line}");
        }
        text.push_str(&format!("\"{}\"\n", cells.join("\";\"")));
    }
    text
}

/// How many entries have this phone and run on.
async fn with_phone(desk: &Shell, phone: &str) -> usize {
    let all = desk.run(&["register", "export", "--json"]).await.is(exit::DONE).json();
    let runs = |facts: &Value| facts["validTo"].is_null() && facts["phone"] == phone;
    all["items"].as_array().into_iter().flatten().filter(|item| runs(&item["facts"])).count()
}

async fn a_delivery_is_understood_corrected_applied_and_undone(server: TestServer) {
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    desk.run(&["register", "import", &file(&folder, "voor.csv", &before())]).await.is(exit::DONE);
    let register = file(&folder, "register.csv", &after());
    let errors = folder.path().join("fouten.csv").display().to_string();
    let last = format!("GM{}", loket::domain::municipality::all()[50].code);

    // Understood: nothing is changed by it, and everything is said.
    let tried = desk.run(&["register", "deliver", &register, "--full-all", "--dry-run", "--json"]).await.is(exit::INPUT).json();
    let expected = json!({ "new": 57, "changed": 200, "gone": 43, "unchanged": 240, "errors": 20 });
    assert_eq!((&tried["counts"], &tried["number"]), (&expected, &0.into()));
    let told = desk.run(&["register", "deliver", &register, "--full-all", "--errors", &errors]).await.is(exit::INPUT);
    for words in [
        "Levering 1 (register.csv) wacht. Er is nog niets veranderd in het register.",
        "vervalt            43",
        "loket register delivery show 1 --only changed",
        &format!("Let op: van {last}"),
        &format!("loket register delivery apply 1 --vanished {last}"),
    ] {
        assert!(told.stdout.contains(words), "{words}: {}", told.stdout);
    }
    assert!(told.stderr.contains(&errors), "{}", told.stderr);
    assert_eq!(with_phone(&desk, "+31 20 555 0001").await, 503, "nothing changed yet");
    let changed = desk.run(&["register", "delivery", "show", "1", "--only", "changed"]).await.is(exit::DONE);
    let line = format!("regel 2: GM{} · procesregisseur · P0 — telefoon: +31 20 555 0001 → +31 20 555 0002", code(0));
    assert!(changed.stdout.starts_with(&line), "{}", changed.stdout);
    assert_eq!(changed.stdout.lines().count(), 200);
    let wrong = desk.run(&["register", "delivery", "show", "1", "--only", "errors"]).await.is(exit::DONE);
    assert!(wrong.stdout.contains("beslissen") && wrong.stdout.lines().count() == 20, "{}", wrong.stdout);

    // Applied: not before the organisation of which nobody is left is confirmed by its code.
    let refused = desk.run(&["register", "delivery", "apply", "1"]).await;
    assert!(refused.code != exit::DONE && refused.stderr.contains(&last), "{}", refused.stderr);
    assert_eq!(with_phone(&desk, "+31 20 555 0002").await, 0);
    // Nor when it is of another version than the one that was looked at.
    let version = told.stdout.split("--version ").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a version");
    let other = format!("{}", version.parse::<i64>().expect("a number") + 1);
    let stale = desk.run(&["register", "delivery", "apply", "1", "--vanished", &last, "--version", &other]).await;
    assert!(stale.code == exit::CONFLICT && stale.stderr.contains("Intussen"), "{} {}", stale.code, stale.stderr);
    assert_eq!(with_phone(&desk, "+31 20 555 0002").await, 0);
    desk.run(&["register", "delivery", "apply", "1", "--vanished", &last, "--version", version]).await.is(exit::DONE);
    assert_eq!((with_phone(&desk, "+31 20 555 0002").await, with_phone(&desk, "+31 20 555 0004").await), (200, 57));
    assert_eq!(with_phone(&desk, "+31 20 555 0001").await, 260, "whom a wrong line is about has not ended");
    let unappointed = desk.run(&["register", "unappointed"]).await.is(exit::DONE);
    assert!(unappointed.stdout.contains(&last), "{}", unappointed.stdout);

    // Corrected: the lines that were given back are delivered again.
    let text = std::fs::read_to_string(&errors).expect("the errors");
    let again = file(&folder, "verbeterd.csv", &corrected(&text));
    let second = desk.run(&["register", "deliver", &again, "--partial", "--json"]).await.is(exit::DONE).json();
    assert_eq!(second["counts"], json!({ "new": 0, "changed": 20, "gone": 0, "unchanged": 0, "errors": 0 }));
    desk.run(&["register", "delivery", "apply", "2"]).await.is(exit::DONE);
    assert_eq!(with_phone(&desk, "+31 20 555 0003").await, 20);

    // Undone as one: what somebody changed since is left alone and named.
    let all = desk.run(&["register", "export", "--json"]).await.json();
    for name in ["P7", "P8"] {
        let found = all["items"].as_array().into_iter().flatten().find(|item| item["facts"]["name"] == name);
        let id = found.and_then(|item| item["id"].as_str()).expect("an id");
        desk.pipe(&["register", "change", id], r#"{"phone":"+31 20 555 0009"}"#).await.is(exit::DONE);
    }
    let undone = desk.run(&["register", "delivery", "undo", "1"]).await.is(exit::DONE);
    assert!(undone.stdout.contains("298 teruggezet, 2 niet"), "{}", undone.stdout);
    assert!(undone.stdout.contains("P7") && undone.stdout.contains("P8"), "{}", undone.stdout);
    assert_eq!((with_phone(&desk, "+31 20 555 0001").await, with_phone(&desk, "+31 20 555 0009").await), (481, 2));
    assert_eq!((with_phone(&desk, "+31 20 555 0002").await, with_phone(&desk, "+31 20 555 0004").await), (0, 0));
    assert_eq!(with_phone(&desk, "+31 20 555 0003").await, 20, "the other delivery stays");
    let found = desk.run(&["wie", "P650"]).await;
    assert!(!found.stdout.contains("P650"), "who came in by it is not found any more: {}", found.stdout);
    let twice = desk.run(&["register", "delivery", "undo", "1"]).await;
    assert!(twice.code != exit::DONE && twice.stderr.contains("al ongedaan gemaakt"), "{}", twice.stderr);
    let listed = desk.run(&["register", "delivery", "list"]).await.is(exit::DONE);
    assert!(listed.stdout.contains("ongedaan gemaakt") && listed.stdout.contains("toegepast"), "{}", listed.stdout);
    for (verb, count) in [("delivery.create", 2), ("delivery.apply", 2), ("delivery.undo", 1), ("officer.remove", 57)] {
        assert_eq!(server.number(&format!("SELECT COUNT(*) FROM audit WHERE verb = '{verb}'")).await, count, "{verb}");
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_as_a_file_changes_nothing_when_it_is_delivered() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    desk.run(&["register", "import", &super::sample("register.csv")]).await.is(exit::DONE);
    let exported = desk.run(&["register", "export", "--csv"]).await.is(exit::DONE);
    let whole = file(&folder, "register.csv", &exported.stdout);
    let tried = desk.run(&["register", "deliver", &whole, "--full-all", "--dry-run", "--json"]).await.is(exit::DONE).json();
    assert_eq!(tried["counts"], json!({ "new": 0, "changed": 0, "gone": 0, "unchanged": 611, "errors": 0 }));
    assert!(desk.run(&["register", "delivery", "list"]).await.code == exit::NOTHING, "a trial keeps nothing");
    for (role, all) in [(loket::domain::role::Role::RegisterEditor, true), (loket::domain::role::Role::RegisterReader, false)] {
        let who = Shell::with_token(&server, &server.account(role, "L. Bos", "GM0014").await.token);
        let ended = who.run(&["register", "export", "--csv"]).await;
        assert_eq!(ended.code == exit::DONE, all, "{}", ended.stderr);
        let lines = ended.stdout.lines().skip(1).filter(|line| !line.starts_with("\"Gemeente Groningen\"")).count();
        assert_eq!(lines, 0, "of the own organisation only, or nothing: {}", ended.stdout);
    }
    server.stop().await;
}
