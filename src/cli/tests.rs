//! Calls without a server: help, completeness of the texts, exit codes, messages.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use clap::CommandFactory;

use super::*;

mod explain;

/// What was written, seen from outside.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Sink {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner())).into_owned()
    }
}

fn call(arguments: &[&str], environment: &[(&str, &str)]) -> (u8, String, String) {
    let (stdout, stderr) = (Sink::default(), Sink::default());
    let edge = Edge {
        arguments: std::iter::once("loket").chain(arguments.iter().copied()).map(Into::into).collect(),
        environment: environment.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect(),
        stdin: Box::new(std::io::empty()),
        stdin_is_terminal: false,
        stdout: Box::new(stdout.clone()),
        stderr: Box::new(stderr.clone()),
        stderr_is_terminal: false,
        width: None,
        now: chrono::Utc::now,
        id: uuid::Uuid::now_v7,
        stop: Box::pin(std::future::ready(())),
    };
    (run(edge), stdout.text(), stderr.text())
}

fn walk(command: &clap::Command, key: &str, see: &mut dyn FnMut(String)) {
    see(key.to_owned());
    for argument in command.get_arguments() {
        see(help::argument_key(key, argument.get_id().as_str()));
    }
    for sub in command.get_subcommands() {
        walk(sub, &format!("{key}-{}", sub.get_name()), see);
    }
}

#[test]
fn every_command_and_argument_has_a_text_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let mut seen = 0;
        walk(&Arguments::command(), "cli", &mut |key| {
            seen += 1;
            assert!(texts.has(&key), "{language}: {key}");
        });
        assert!(seen > 80, "{seen}");
        help::command(&texts).debug_assert();
    }
}

#[test]
fn help_is_in_the_language_asked_for() {
    let (code, dutch, stderr) = call(&["signal", "import", "--help"], &[]);
    assert_eq!((code, stderr.as_str()), (exit::DONE, ""));
    assert!(dutch.contains("Gebruik: loket signal import [OPTIES] <BESTAND>...") && dutch.contains("Opties:"), "{dutch}");
    for (arguments, environment) in [
        (vec!["signal", "import", "--help", "--lang", "en"], vec![]),
        (vec!["help", "signal", "import"], vec![("LANG", "en_GB.UTF-8")]),
    ] {
        let (code, english, _) = call(&arguments, &environment);
        assert_eq!(code, exit::DONE);
        assert!(english.contains("Usage: loket signal import [OPTIONS] <FILE>...") && english.contains("Options:"), "{english}");
    }
    let (_, root, _) = call(&["--help"], &[]);
    for word in ["Opdrachten:", "signal", "wie", "Gebruik: loket [OPTIES] <OPDRACHT>", "Voorbeelden:"] {
        assert!(root.contains(word), "{word}: {root}");
    }
    for word in ["Print", "Usage", "Options", "possible values"] {
        assert!(!root.contains(word), "{word}: {root}");
    }
}

#[test]
fn the_version_is_printed() {
    let (code, version, _) = call(&["--version"], &[]);
    assert_eq!((code, version), (exit::DONE, format!("loket {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn a_wrong_command_line_says_what_was_meant() {
    for (arguments, part) in [
        (vec!["singal"], "Bedoelt u \"signal\"?"),
        (vec!["signal", "lst"], "Bedoelt u \"list\"?"),
        (vec!["wie", "svb", "--feild", "phone"], "Bedoelt u \"--field\"?"),
        (vec!["wie", "svb", "--field", "phon"], "Kies uit: phone, mail, name, telefoon, e-mail, naam. Bedoelt u \"phone\"?"),
        (vec!["wie", "svb", "--field", "telefon"], "Bedoelt u \"telefoon\"?"),
        (vec!["wie", "svb", "--field"], "ontbreekt een waarde"),
        (vec!["wie"], "Dit ontbreekt nog: <ZOEKWOORDEN>."),
        (vec!["wei"], "Bedoelt u \"wie\"?"),
        (vec!["config", "chek"], "Bedoelt u \"check\"?"),
        (vec!["token", "create"], "--role <ROL>, --name <NAAM>"),
        (vec!["keys", "--keymap", "ofice"], "Er is geen toetsenindeling ofice. Bedoelt u office?"),
        (vec!["demo", "--keymap", "ofice"], "Er is geen toetsenindeling ofice. Bedoelt u office?"),
        (vec!["--theme", "donker"], "Er zijn: terminal, dark, light"),
        (vec!["meeting", "series", "create", "--weekday", "dinsdg"], "Bedoelt u \"dinsdag\"?"),
        (vec!["meeting", "series", "create", "--week", "laats"], "fourth, last, eerste, tweede, derde, vierde, laatste"),
        (vec!["signal"], "Welke opdracht bedoelt u?"),
        (vec!["signal", "contact", "1", "--with", "x", "--reached", "--not-reached"], "kunnen niet samen"),
        (
            vec!["signal", "contact", "1", "--with", "x", "--reached", "--call-back", "31-02-2026"],
            "\"31-02-2026\" kan niet bij --call-back",
        ),
        (vec!["\u{1b}]52;c;AAAA\u{7}"], "␛]52;c;AAAA␇"),
        (vec!["token", "create", "--role", "baas", "--name", "x"], "Kies uit: desk, let-secretary"),
    ] {
        let (code, stdout, stderr) = call(&arguments, &[]);
        assert_eq!((code, stdout.as_str()), (exit::USAGE, ""), "{arguments:?}");
        assert!(stderr.contains(part), "{arguments:?}: {stderr}");
        assert!(stderr.chars().all(|c| c == '\n' || !crate::domain::text::is_unsafe(c)), "{stderr:?}");
    }
}

#[test]
fn a_value_that_is_like_no_other_is_not_guessed_at() {
    let (_, _, stderr) = call(&["meeting", "series", "create", "--weekday", "werkdag"], &[]);
    assert!(stderr.contains("Kies uit: monday") && !stderr.contains("wednesday\"?"), "{stderr}");
    let (_, help, _) = call(&["meeting", "series", "create", "--help"], &[]);
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "De dag van de week: monday, tuesday",
        "sunday, maandag, dinsdag",
        "first, second",
        "vierde, laatste",
        "overslaan",
        "open-commitments",
    ] {
        assert!(help.contains(part), "{part}: {help}");
    }
}

#[test]
fn what_is_not_configured_says_what_to_do() {
    for (arguments, environment, part) in [
        (vec!["wie", "svb"], vec![], "loket demo"),
        (vec!["wie", "svb"], vec![("LOKET_SERVER", "http://127.0.0.1:9")], "LOKET_TOKEN"),
        (vec!["wie", "svb", "--server", "nergens"], vec![("LOKET_TOKEN", "x")], "nergens"),
        (vec!["wie", "svb"], vec![("LOKET_SERVER", "http://voorbeeld.nl"), ("LOKET_TOKEN", "x")], "voorbeeld.nl"),
    ] {
        let (code, stdout, stderr) = call(&arguments, &environment);
        assert_eq!((code, stdout.as_str()), (exit::CONFIGURATION, ""), "{stderr}");
        assert!(stderr.contains(part), "{stderr}");
    }
    let (code, _, stderr) = call(&["token", "list"], &[]);
    assert_eq!(code, exit::USAGE, "{stderr}");
}

#[test]
fn nothing_listens() {
    let (code, stdout, stderr) = call(&["wie", "svb"], &[("LOKET_SERVER", "http://127.0.0.1:9"), ("LOKET_TOKEN", "x")]);
    assert_eq!((code, stdout.as_str()), (exit::NO_SERVER, ""), "{stderr}");
    assert!(stderr.contains("http://127.0.0.1:9"), "{stderr}");
}

#[test]
fn a_token_file_must_be_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let path = folder.path().join("token");
    std::fs::write(&path, "lkt_x\n").unwrap_or_else(|error| panic!("{error}"));
    let shown = path.display().to_string();
    let environment = [("LOKET_SERVER", "http://127.0.0.1:9"), ("LOKET_TOKEN_FILE", shown.as_str())];
    for (mode, expected) in [(0o644, exit::CONFIGURATION), (0o600, exit::NO_SERVER)] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap_or_else(|error| panic!("{error}"));
        let (code, _, stderr) = call(&["wie", "svb"], &environment);
        assert_eq!(code, expected, "{mode:o}: {stderr}");
        assert!(mode != 0o644 || stderr.contains("chmod 600"), "{stderr}");
    }
}

#[test]
fn a_dry_run_needs_no_server() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/samples/signalen.csv");
    let (code, stdout, stderr) = call(&["signal", "import", file, "--dry-run"], &[]);
    assert_eq!((code, stderr.as_str()), (exit::DONE, ""));
    assert!(stdout.contains(":4: Kind van vier zonder zorgverzekering"), "{stdout}");
    assert!(stdout.ends_with("Proef: 14 klaar om in te voeren, 0 geweigerd. Er is niets verstuurd.\n"), "{stdout}");
    let (code, stdout, stderr) = call(&["signal", "import", file, "/bestaat/niet.csv", "--dry-run", "--json"], &[]);
    assert_eq!(code, exit::INPUT, "{stderr}");
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap_or_default();
    assert_eq!((report["dryRun"].as_bool(), report["items"].as_array().map(Vec::len)), (Some(true), Some(14)));
    assert_eq!(report["refused"][0]["file"].as_str(), Some("/bestaat/niet.csv"));
}

#[test]
fn a_number_to_be_masked_is_announced() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let path = folder.path().join("x.csv");
    let text = "titel;kanaal;ontvangen_op;toelichting;melder_telefoon\nx;form;2026-01-01;BSN 999990019;999990019\n";
    std::fs::write(&path, text).unwrap_or_else(|error| panic!("{error}"));
    let (code, stdout, stderr) = call(&["signal", "import", &path.display().to_string(), "--dry-run", "--json"], &[]);
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap_or_default();
    assert_eq!((code, report["masked"].as_u64()), (exit::DONE, Some(1)), "{stdout}");
    assert!(stderr.contains("afgeschermd"), "{stderr}");
}

#[test]
fn what_needs_nothing_works_without_anything() {
    let (code, script, _) = call(&["completions", "bash"], &[]);
    assert_eq!(code, exit::DONE);
    assert!(script.contains("_loket()"));
    let (code, page, _) = call(&["man"], &[]);
    assert_eq!(code, exit::DONE);
    assert!(page.contains(".TH loket"), "{page}");
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let (code, ..) = call(&["man", &folder.path().display().to_string()], &[]);
    assert_eq!(code, exit::DONE);
    assert!(folder.path().join("loket-signal-import.1").exists());
    let (code, file, _) = call(&["config", "default"], &[]);
    assert_eq!(code, exit::DONE);
    assert!(file.contains("token_file"));
    let (code, shown, _) = call(&["config", "show", "--json", "--theme", "donker"], &[("LOKET_SERVER", "https://a")]);
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap_or_default();
    assert_eq!(code, exit::DONE);
    let origin = |key: &str| {
        let all = shown["items"].as_array().map(Vec::as_slice).unwrap_or_default();
        all.iter().find(|item| item["key"] == key).and_then(|item| item["origin"].as_str())
    };
    assert_eq!((origin("server"), origin("theme")), (Some("LOKET_SERVER"), Some("--theme")));
}

#[test]
fn a_fault_in_the_configuration_is_told_and_the_call_goes_on() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    std::fs::create_dir_all(folder.path().join("loket")).unwrap_or_else(|error| panic!("{error}"));
    std::fs::write(folder.path().join("loket/config.toml"), "servr = 'https://a'\n").unwrap_or_else(|error| panic!("{error}"));
    let home = folder.path().display().to_string();
    let (code, _, stderr) = call(&["config", "check"], &[("XDG_CONFIG_HOME", &home)]);
    assert_eq!(code, exit::CONFIGURATION);
    assert!(stderr.contains("config.toml:1:1: De instelling \"servr\" bestaat niet. Bedoelt u \"server\"?"), "{stderr}");
    let (code, stdout, stderr) = call(&["config", "default"], &[("XDG_CONFIG_HOME", &home)]);
    assert_eq!((code, stdout.is_empty()), (exit::DONE, false));
    let (code, _, again) = call(&["policy"], &[("XDG_CONFIG_HOME", &home)]);
    assert_eq!((code, stderr.as_str()), (exit::DONE, ""));
    assert!(again.contains("config.toml:1:1"), "{again}");
}

#[test]
fn a_keymap_or_theme_that_is_not_there_is_no_other_one() {
    let (code, stdout, stderr) = call(&["keys"], &[("LOKET_KEYMAP", "vmi")]);
    assert_eq!((code, stdout.as_str()), (exit::CONFIGURATION, ""), "the keys of another keymap are no answer");
    assert!(stderr.contains("Bedoelt u vim?"), "{stderr}");
    let (code, _, stderr) = call(&["theme", "check", "donker"], &[]);
    assert_eq!(code, exit::INPUT);
    assert!(stderr.contains("Er is geen thema donker. Er zijn: terminal, dark"), "{stderr}");
    let (_, _, stderr) = call(&["theme", "check", "./donker.toml"], &[]);
    assert!(stderr.contains("niet te lezen"), "a path is a file: {stderr}");
}

#[test]
fn what_a_value_is_called_stands_in_the_readers_language() {
    let (_, help, _) = call(&["wie", "--help"], &[]);
    assert!(help.contains("loket wie [OPTIES] [ZOEKWOORDEN]...") && help.contains("--field <VELD>"), "{help}");
    let (_, help, _) = call(&["wie", "--help", "--lang", "en"], &[]);
    assert!(help.contains("[QUERY]...") && help.contains("--field <FIELD>"), "{help}");
}
