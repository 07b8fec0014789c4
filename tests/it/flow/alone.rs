//! `loket wie` without a query: a small full screen over a real sshd, inside tmux, and for a key that may look somebody up and nothing
//! else.

use std::os::unix::fs::PermissionsExt;

use loket::{domain::role::Role, server::tokens::DESK_ORGANISATION};

use super::{copied, import_register};
use crate::support::{pty::USUAL, seat::Seat, server::TestServer, ssh::Sshd, terminal::Terminal, tmux::Tmux};

const HOEKSTRA: &str = "+31 88 555 4993";

/// Somebody is found and the number copied; nothing else is to be had; Esc ends it.
fn looks_up(terminal: &mut Terminal) {
    terminal.until(|screen| screen.contains("loket wie") && screen.contains("Wie?"), "the look-up");
    assert!(!terminal.shown().contains("Signalen"), "{}", terminal.shown());
    terminal.presses();
    terminal.type_text("hoe u");
    terminal.until(|screen| screen.contains("S. Hoekstra"), "the officer");
    terminal.press_until("\r", |screen| screen.contains("gekopieerd via de terminal"), "copied");
    assert!(terminal.presses() <= 6, "five characters and Enter");
    assert_eq!(copied(terminal).last().map(String::as_str), Some(HOEKSTRA));
    // Another look-up, and a move of the cursor that is an editor elsewhere.
    terminal.press_until("\x1bOS", |screen| screen.contains("Hier kunt u alleen opzoeken"), "why not");
    terminal.press("\x05");
    terminal.press_until("\x1bOP", |screen| screen.contains("Hulp: alle toetsen"), "help");
    terminal.press_until("\x1b", |screen| screen.contains("S. Hoekstra") && screen.contains("Wie?"), "the look-up again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_from_a_small_screen_over_ssh_in_tmux() {
    let server = TestServer::sqlite().await;
    let seat = Seat::of(&server.desk());
    tokio::task::block_in_place(|| {
        import_register(&seat);
        let sshd = Sshd::start(seat.home());
        let tmux = Tmux::new(seat.home());
        let client = sshd.client(seat.home(), &tmux.session(&format!("{} wie", seat.door().display())));
        let mut terminal = Terminal::start(USUAL, client);
        looks_up(&mut terminal);
        terminal.press("\x1b");
        let all = String::from_utf8_lossy(&terminal.end()).into_owned();
        assert!(all.contains("[exited]"), "the session of tmux ends with it");
        drop(tmux);
    });
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_that_may_look_somebody_up_gets_the_small_screen_and_nothing_else() {
    let server = TestServer::sqlite().await;
    let seat = Seat::of(&server.desk());
    let reader = server.account(Role::RegisterReader, "A. Visser", DESK_ORGANISATION).await;
    tokio::task::block_in_place(|| {
        import_register(&seat);
        let home = seat.home();
        let token = home.join("visser");
        std::fs::write(&token, &reader.token).unwrap();
        std::fs::set_permissions(&token, PermissionsExt::from_mode(0o600)).unwrap();
        let options = format!(
            "restrict,pty,command=\"env HOME={0} XDG_CONFIG_HOME={0}/none XDG_STATE_HOME={0}/theirs LANG=C.UTF-8 EDITOR=/bin/sh {1} \
             --server {2} forced --token-file {3}\"",
            home.display(),
            env!("CARGO_BIN_EXE_loket"),
            reader.server,
            token.display()
        );
        let sshd = Sshd::start_for(home, &options);
        let mut terminal = Terminal::start(USUAL, sshd.client(home, "wie"));
        looks_up(&mut terminal);
        terminal.press("\x1b");
        terminal.end();
        // Without a terminal there is nothing to look at: it is said what lacks.
        let nothing = sshd.ask(home, &[], &["wie"]);
        let said = String::from_utf8_lossy(&nothing.stderr).into_owned();
        assert!(nothing.status.code() == Some(2) && said.contains("<ZOEKWOORDEN>"), "{said}");
    });
    server.stop().await;
}
