//! `loket account`, and `loket login` at a server with local accounts: the real program, with what is typed from a pipe and at a terminal.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Output, Stdio},
};

use chrono::{TimeDelta, Utc};
use loket::{api::problem::exit, server::identity::totp::code_at};

use super::local::{PASSWORD, from_base32};
use crate::support::{
    program::{Serving, loket, run, said},
    pty::USUAL,
    seat::Seat,
    terminal::Terminal,
};

fn account(home: &Path, database: &str, arguments: &[&str]) -> Output {
    let (verb, rest) = arguments.split_first().unwrap();
    run(loket(home).args(["account", verb, "--database", database]).args(rest))
}

/// Runs `loket login`, types lines into its pipe, and the code of the app once it is shown.
fn login(seat: &Seat, arguments: &[&str], lines: &[&str], secret: Option<&[u8]>) -> (Option<i32>, String, Vec<u8>) {
    let mut command = loket(seat.home());
    command.arg("login").args(arguments).stdin(Stdio::piped()).stderr(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    for line in lines {
        writeln!(input, "{line}").unwrap();
    }
    // The code after the one that was taken counts already.
    let code = |secret: &[u8]| code_at(secret, Utc::now() + TimeDelta::seconds(30));
    if let Some(secret) = secret {
        writeln!(input, "{}", code(secret)).unwrap();
    }
    let (mut all, mut app) = (String::new(), vec![]);
    for line in BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok) {
        if let Some((_, rest)) = line.split_once("secret=") {
            app = from_base32(rest.split('&').next().unwrap());
            writeln!(input, "{PASSWORD}\n{}", code_at(&app, Utc::now())).unwrap();
        }
        all.push_str(&line);
        all.push('\n');
    }
    (child.wait().unwrap().code(), all, app)
}

#[test]
fn an_account_is_made_set_up_signed_in_to_and_taken_away() {
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    std::fs::create_dir_all(home.path().join("config/loket")).unwrap();
    std::fs::write(home.path().join("config/loket/config.toml"), "local_accounts = true\n").unwrap();
    let server = Serving::start(home.path(), &database);
    let form = account(home.path(), &database, &["add", "Formulier", "--role", "intake-form"]);
    assert_eq!(form.status.code(), Some(exit::USAGE.into()), "{}", said(&form));
    let added = account(home.path(), &database, &["add", "Anna de Wit", "--role", "desk"]);
    assert!(added.status.success(), "{}", said(&added));
    let secret = String::from_utf8(added.stdout).unwrap().trim().to_owned();
    assert_eq!(secret.len(), 29, "the secret alone: {secret:?}");
    let again = account(home.path(), &database, &["add", "anna de wit", "--role", "desk"]);
    assert_eq!(again.status.code(), Some(exit::CONFLICT.into()), "{}", said(&again));
    // Set up, from a pipe.
    let seat = Seat::signing_in(&server.address);
    let (code, all, app) = login(&seat, &["--name", "Anna de Wit", "--set-up"], &[&secret], None);
    assert_eq!(code, Some(exit::DONE.into()), "{all}");
    assert!(all.contains("als Anna de Wit") && !all.contains(PASSWORD) && !all.contains(&secret), "{all}");
    let listed = run(loket(seat.home()).args(["signal", "list", "--json"]));
    assert!(listed.status.code().is_some_and(|code| code <= 1), "{}", said(&listed));
    let out = run(loket(seat.home()).arg("logout"));
    assert!(out.status.success(), "{}", said(&out));
    // With a password that is in a file, which only its owner may read.
    let file = seat.home().join("password");
    std::fs::write(&file, format!("{PASSWORD}\n")).unwrap();
    let mode = |mode| std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
    let with_file = ["--name", "anna de wit", "--password-file", file.to_str().unwrap()];
    mode(0o644);
    let (code, all, _) = login(&seat, &with_file, &[], None);
    assert_eq!(code, Some(exit::CONFIGURATION.into()), "{all}");
    mode(0o600);
    let (code, all, _) = login(&seat, &with_file, &[], Some(&app));
    assert_eq!(code, Some(exit::DONE.into()), "{all}");
    run(loket(seat.home()).arg("logout"));
    // What is wrong is refused, and not said why.
    let (code, all, _) = login(&seat, &[], &["Anna de Wit", "vier losse natte geiten", "000000"], None);
    assert_eq!(code, Some(exit::NOT_ALLOWED.into()), "{all}");
    assert!(all.contains("De aanmelding is geweigerd") && !all.contains("geiten"), "{all}");
    for (verb, done) in [("unlock", exit::DONE), ("reset", exit::DONE), ("remove", exit::DONE), ("remove", exit::NOTHING)] {
        let output = account(home.path(), &database, &[verb, "Anna de Wit"]);
        assert_eq!(output.status.code(), Some(done.into()), "{verb}: {}", said(&output));
    }
    assert_eq!(account(home.path(), &database, &["list"]).status.code(), Some(exit::NOTHING.into()));
}

#[test]
fn a_password_is_not_shown_while_it_is_typed_and_the_terminal_is_as_before() {
    let home = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", home.path().join("loket.db").display());
    std::fs::create_dir_all(home.path().join("config/loket")).unwrap();
    std::fs::write(home.path().join("config/loket/config.toml"), "local_accounts = true\n").unwrap();
    let server = Serving::start(home.path(), &database);
    let seat = Seat::signing_in(&server.address);
    let mut terminal = Terminal::loket(seat.home(), USUAL, &[], &["login", "--name", "Anna"]);
    terminal.until_shown("Wachtwoordzin");
    terminal.keys("zeer geheime woorden\r");
    terminal.until_shown("Code van zes cijfers");
    assert!(!terminal.shown().contains("geheime"), "{}", terminal.shown());
    terminal.keys("000000\r");
    terminal.until_shown("geweigerd");
    assert!(terminal.shown().contains("000000"), "what is no secret is seen: {}", terminal.shown());
    let (code, pty) = terminal.ended();
    assert_eq!(code, u32::from(exit::NOT_ALLOWED));
    let settings = pty.settings();
    assert!(settings.local_modes.contains(rustix::termios::LocalModes::ECHO | rustix::termios::LocalModes::ICANON));
    // Ctrl+C breaks off, and leaves the terminal as it was.
    let mut terminal = Terminal::loket(seat.home(), USUAL, &[], &["login", "--name", "Anna"]);
    terminal.until_shown("Wachtwoordzin");
    terminal.keys("zeer\u{3}");
    let (code, pty) = terminal.ended();
    assert_eq!(code, u32::from(exit::INTERRUPTED));
    assert!(pty.settings().local_modes.contains(rustix::termios::LocalModes::ECHO));
}
