//! `loket doctor`: works without terminal and without server, tells what is wrong and what to do, and nothing that is nobody's
//! business.

use std::os::unix::fs::PermissionsExt;

use loket::cli;

use super::{Shell, edge, lite};

fn doctor(arguments: &[&str], environment: &[(&str, &str)]) -> (u8, String) {
    let given: Vec<&str> = std::iter::once("doctor").chain(arguments.iter().copied()).collect();
    let (edge, stdout, stderr) = edge(&given, environment, "");
    let code = cli::run(edge);
    assert_eq!(stderr.text(), "");
    (code, stdout.text())
}

/// The verdict on one thing, and what was found.
fn check(text: &str, name: &str) -> (String, String) {
    let all: serde_json::Value = serde_json::from_str(text).unwrap();
    let items = all["items"].as_array().unwrap();
    let one = items.iter().find(|item| item["check"] == name).unwrap_or_else(|| panic!("no {name} in {text}"));
    let word = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
    assert_eq!(one["verdict"] == "ok", one["next"].is_null(), "what is not well has a next step: {one}");
    (word("verdict"), word("found"))
}

#[test]
fn without_terminal_and_server_it_says_so_and_is_no_fault() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path().to_str().unwrap();
    let (code, text) = doctor(&["--json"], &[("HOME", home), ("LANG", "C")]);
    assert_eq!(code, 0);
    assert_eq!(check(&text, "term").0, "attention");
    assert_eq!(check(&text, "locale"), ("attention".into(), "LANG=C".into()));
    assert_eq!(check(&text, "address").0, "attention");
    assert_eq!(check(&text, "folder").0, "ok");
    assert_eq!((check(&text, "clipboard").0, check(&text, "keys").0), ("untested".into(), "untested".into()));
    assert!(!text.contains(home), "the home folder is ~: {text}");
    let (code, dutch) = doctor(&[], &[("HOME", home)]);
    let (_, english) = doctor(&["--lang", "en"], &[("HOME", home)]);
    assert_eq!(code, 0);
    assert!(
        dutch.contains("niet getest") && dutch.contains(", 2 niet getest.") && english.contains(", 2 not tested."),
        "{dutch}"
    );
    assert!(dutch.contains("let op") && dutch.contains("Geen fouten") && english.contains("No faults"), "{dutch}{english}");
    assert!(dutch.lines().chain(english.lines()).all(|line| line.chars().count() <= 100), "{dutch}{english}");
}

#[test]
fn a_broken_file_an_open_token_and_a_silent_server_are_faults_with_a_next_step() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/loket");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("token"), "geheim-42\n").unwrap();
    std::fs::set_permissions(folder.join("token"), std::fs::Permissions::from_mode(0o644)).unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let text = format!("server = \"http://127.0.0.1:{port}\"\ntoken_file = \"token\"\nthema = \"dark\"\n");
    std::fs::write(folder.join("config.toml"), text).unwrap();
    let state = home.path().join(".local/state/loket");
    std::fs::create_dir_all(&state).unwrap();
    std::fs::set_permissions(&state, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::write(state.join("panic-1.log"), "").unwrap();
    let (code, text) = doctor(&["--json"], &[("HOME", home.path().to_str().unwrap())]);
    assert_eq!(code, 1);
    let (verdict, found) = check(&text, "mistake");
    assert!(verdict == "fault" && found.starts_with("~/.config/loket/config.toml:3:1 "), "{found}");
    assert_eq!(check(&text, "token").0, "fault");
    assert_eq!(check(&text, "reachable").0, "fault");
    assert_eq!(check(&text, "folder").0, "attention");
    assert_eq!(check(&text, "panics").0, "attention");
    assert!(!text.contains("geheim"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_answers_is_told_with_version_role_and_clock_and_without_a_name() {
    let server = lite().await;
    let shell = Shell::desk(&server).await;
    let ended = shell.run(&["doctor", "--json"]).await;
    let text = ended.stdout;
    assert_eq!(check(&text, "reachable").0, "ok");
    assert!(check(&text, "version").1.starts_with("1."), "{text}");
    assert_eq!(check(&text, "account"), ("ok".into(), "loketmedewerker".into()));
    assert!(check(&text, "clock").0 == "ok" || check(&text, "clock").0 == "attention");
    assert!(!text.contains("Bakker"), "{text}");
    let wrong = Shell::with_token(&server, "nobody").run(&["doctor", "--json"]).await;
    assert_eq!((wrong.code, check(&wrong.stdout, "account").0.as_str()), (1, "fault"));
    assert!(!wrong.stdout.contains("nobody"), "{}", wrong.stdout);
}
