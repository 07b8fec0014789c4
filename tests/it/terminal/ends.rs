//! However the program ends, the terminal is as it was, no process stays, and what was typed is offered at the next start.

use rustix::{
    process::Signal,
    termios::{Action, tcflow},
};

use crate::support::{
    process::wait_until_gone,
    pty::{Pty, Size, USUAL, assert_same, is_given_back, left_behind},
    seat::Seat,
    server::TestServer,
    ssh::Sshd,
    terminal::Terminal,
};

const TITLE: &str = "Kind zonder zorgverzekering";
const TEXT: &str = "Moeder gebeld, belt morgen terug over de aanslag.";

/// Opens a note and types; the screen shows it.
fn type_note(terminal: &mut Terminal) {
    terminal.until_shown(TITLE);
    terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
    terminal.type_text(TEXT);
    terminal.until_shown(TEXT);
}

/// The next start offers what was typed.
#[track_caller]
fn is_offered(seat: &Seat, how: &str) {
    let mut terminal = seat.open(&[]);
    terminal.until_shown(TITLE);
    terminal.press_until("n", |screen| screen.contains(TEXT), &format!("the draft after {how}"));
    terminal.signal(Signal::TERM);
    terminal.ended();
}

#[track_caller]
fn is_as_before(pty: &Pty, how: &str) {
    assert_same(&pty.settings(), &Pty::new(USUAL).settings());
    let bytes = pty.all_bytes();
    assert!(pty.look(is_given_back), "{how}");
    assert!(left_behind(&bytes).is_empty(), "{how} leaves {:?}", left_behind(&bytes));
}

/// Opens, types, ends in this way, and looks at the terminal, the exit code and the draft.
#[track_caller]
fn ends_well(seat: &Seat, how: &str, code: u32, environment: &[(&str, &str)], end: impl FnOnce(&mut Terminal)) {
    let mut terminal = seat.open(environment);
    type_note(&mut terminal);
    end(&mut terminal);
    let (exit_code, pty) = terminal.ended();
    assert_eq!(exit_code, code, "{how}");
    is_as_before(&pty, how);
    is_offered(seat, how);
}

fn was_never_taken(pty: &Pty) {
    assert!(!String::from_utf8_lossy(&pty.all_bytes()).contains("\x1b[?"), "the screen was taken");
}

async fn desk() -> (TestServer, Seat) {
    let server = TestServer::sqlite().await;
    server.signal(TITLE).await;
    let seat = Seat::of(&server.desk());
    (server, seat)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn quitting_and_signals() {
    let (server, seat) = desk().await;
    tokio::task::block_in_place(|| {
        ends_well(&seat, "quitting", 0, &[], |terminal| {
            terminal.press_until("\x1b", |screen| !screen.contains("─ Notitie"), "the form closed");
            terminal.press("q");
        });
        for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
            ends_well(&seat, &format!("{signal:?}"), code, &[], |terminal| terminal.signal(signal));
        }
        ends_well(&seat, "TSTP, CONT and TERM", 143, &[], |terminal| {
            terminal.signal(Signal::TSTP);
            terminal.pty.wait("the old screen", |screen, _| is_given_back(screen));
            terminal.wait_until_stopped();
            is_as_before(&terminal.pty, "TSTP");
            terminal.signal(Signal::CONT);
            terminal.pty.wait("the form again", |screen, _| screen.alternate_screen() && screen.contents().contains(TEXT));
            terminal.signal(Signal::TERM);
        });
    });
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[cfg_attr(not(debug_assertions), ignore = "a release build cannot be made to panic")]
async fn a_panic_in_every_kind_of_thread() {
    let (server, seat) = desk().await;
    tokio::task::block_in_place(|| {
        // What makes each thread take a turn, so that it meets the fault.
        let pokes: [(&str, fn(&mut Terminal)); 5] = [
            ("main", |terminal| terminal.press("!")),
            ("input", |terminal| terminal.press("!")),
            ("drafts", |terminal| terminal.press("!")),
            ("network", |terminal| terminal.press("\x1b[15~")),
            ("signals", |terminal| terminal.pty.resize(Size { columns: 101, rows: 30 })),
        ];
        for (thread, poke) in pokes {
            let fault = seat.home().join("fault");
            ends_well(
                &seat,
                &format!("a panic of {thread}"),
                101,
                &[("LOKET_FAULT", &fault.display().to_string())],
                |terminal| {
                    std::fs::write(&fault, thread).unwrap();
                    poke(terminal);
                },
            );
            std::fs::remove_file(&fault).unwrap();
        }
        let logs = std::fs::read_dir(seat.home().join("state/loket")).unwrap();
        let logs: Vec<_> =
            logs.map(|entry| entry.unwrap()).filter(|entry| entry.file_name().to_string_lossy().starts_with("panic-")).collect();
        assert_eq!(logs.len(), 5, "each leaves a log");
        for log in logs {
            let log = std::fs::read_to_string(log.path()).unwrap();
            assert!(log.contains("a fault that was asked for") && !log.contains("Moeder"), "{log}");
        }
    });
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_terminal_that_goes_away() {
    let (server, seat) = desk().await;
    tokio::task::block_in_place(|| {
        for (how, script) in [("a closed window", ":"), ("a closed window with SIGHUP ignored", "trap '' HUP")] {
            let mut terminal = seat.open_after(script);
            type_note(&mut terminal);
            assert_eq!(terminal.close_window(), 129, "{how}");
            is_offered(&seat, how);
        }
        let sshd = Sshd::start(seat.home());
        for (how, end) in [
            ("a killed sshd", (|sshd, _| sshd.kill_connections()) as fn(&Sshd, &Terminal)),
            ("a killed ssh client", |_, terminal| terminal.signal(Signal::KILL)),
        ] {
            let mut terminal = Terminal::start(USUAL, sshd.client(seat.home(), &seat.door().display().to_string()));
            type_note(&mut terminal);
            let process = seat.process();
            end(&sshd, &terminal);
            let (_, pty) = terminal.ended();
            wait_until_gone(process);
            if how == "a killed sshd" {
                // The client puts its own terminal right; the screen it cannot know of.
                assert_same(&pty.settings(), &Pty::new(USUAL).settings());
            }
            is_offered(&seat, how);
        }
    });
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_terminal_that_takes_nothing_any_more() {
    let (server, seat) = desk().await;
    tokio::task::block_in_place(|| {
        let mut terminal = seat.open(&[]);
        terminal.until_shown(TITLE);
        terminal.press_until("n", |screen| screen.contains("─ Notitie"), "the form");
        // As long as it takes until the first draft is kept; what is typed after that is younger than a second.
        while !seat.has_draft() {
            terminal.type_text("a");
        }
        tcflow(terminal.pty.end(), Action::OOff).unwrap();
        // The loop stands still in the frame for this key.
        terminal.press("b");
        terminal.signal(Signal::TERM);
        let (code, pty) = terminal.ended();
        assert_eq!(code, 143);
        assert_same(&pty.settings(), &Pty::new(USUAL).settings());
        tcflow(pty.end(), Action::OOn).unwrap();
        let mut terminal = seat.open(&[]);
        terminal.until_shown(TITLE);
        terminal.press_until("n", |screen| screen.contains(" hersteld ") && screen.contains("aaa"), "the draft");
        terminal.signal(Signal::TERM);
        terminal.ended();
    });
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_error_before_or_on_the_screen() {
    let (server, seat) = desk().await;
    tokio::task::block_in_place(|| {
        let broken = Seat::of(&server.desk());
        std::fs::remove_file(broken.home().join("config/loket/token")).unwrap();
        let (code, pty) = broken.open(&[]).ended();
        assert_eq!(code, 78, "{}", pty.look(vt100::Screen::contents));
        is_as_before(&pty, "a configuration whose token is gone");
        was_never_taken(&pty);
        // A terminal that cannot place text is never taken: there are lines.
        let mut terminal = seat.open(&[("TERM", "dumb")]);
        terminal.until_shown("Signalen>");
        terminal.signal(Signal::TERM);
        let (_, pty) = terminal.ended();
        is_as_before(&pty, "lines");
        was_never_taken(&pty);
        let mut terminal = seat.open(&[("LOKET_TOKEN", "weggegooid")]);
        terminal.until_shown("loket token create");
        terminal.press("q");
        let (code, pty) = terminal.ended();
        assert_eq!(code, 0);
        is_as_before(&pty, "a refused token");
    });
    server.stop().await;
}

#[test]
fn a_new_size_is_drawn() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal =
        Terminal::loket(home.path(), USUAL, &[], &["demo", "--still", "--signals", "20", "--officers", "10", "--seed", "1"]);
    terminal.until_shown("S-1");
    terminal.pty.resize(Size { columns: 80, rows: 24 });
    terminal.pty.wait("80 columns", |screen, _| {
        screen.size().1.get() == 80 && screen.contents().lines().count() == 24 && screen.contents().contains("S-1")
    });
    terminal.signal(Signal::TERM);
    let (code, pty) = terminal.ended();
    assert_eq!(code, 143);
    is_as_before(&pty, "a demonstration");
}
