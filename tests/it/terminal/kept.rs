//! What was typed in an editor outlives loket: whether it is asked to end or killed, the next start offers the text.

use std::fs;

use rustix::process::Signal;

use crate::support::{seat::Seat, server::TestServer, terminal::Terminal};

/// Plays an editor that saves and waits.
const PLAYED: &str = "printf 'Moeder belde over de zorg' > \"$1\"; echo SAVED; read line";

fn start(seat: &Seat, command: &str) -> Terminal {
    let mut terminal = seat.open(&[("VISUAL", command)]);
    terminal.until_shown("Kind zonder zorgverzekering");
    terminal
}

fn ended_by(server: &TestServer, signal: Signal) {
    let seat = Seat::of(&server.desk());
    let home = seat.home();
    fs::create_dir_all(home.join("run")).unwrap();
    let editor = home.join("editor.sh");
    fs::write(&editor, PLAYED).unwrap();
    let command = format!("sh '{}'", editor.display());
    let mut terminal = start(&seat, &command);
    terminal.keys("N");
    terminal.until_shown("SAVED");
    terminal.signal(signal);
    terminal.ended();
    let mut terminal = start(&seat, &command);
    terminal.until_shown("1 concept wacht");
    let left = fs::read_dir(home.join("run/loket")).unwrap().flatten();
    assert_eq!(left.flat_map(|folder| fs::read_dir(folder.path()).unwrap()).count(), 0, "{signal:?}: no text stays in a file");
    terminal.keys("gd");
    terminal.until_shown("Concepten: verder met");
    terminal.keys("\r");
    terminal.until(|screen| screen.contains("[ Opslaan ]") && screen.contains("Moeder belde over de zorg"), "the text");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_saved_in_an_editor_is_a_draft_however_loket_ends() {
    let server = TestServer::sqlite().await;
    server.signal("Kind zonder zorgverzekering").await;
    tokio::task::block_in_place(|| {
        for signal in [Signal::TERM, Signal::KILL] {
            ended_by(&server, signal);
        }
    });
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn text_that_the_disk_does_not_take_is_not_left_behind_unasked() {
    let server = TestServer::sqlite().await;
    server.signal("Kind zonder zorgverzekering").await;
    tokio::task::block_in_place(|| {
        let seat = Seat::of(&server.desk());
        let mut terminal = start(&seat, "true");
        terminal.keys("n");
        terminal.type_text("Gebeld met");
        terminal.keys("\u{1b}[21~");
        terminal.end();
        let mut terminal = start(&seat, "true");
        terminal.keys("n");
        terminal.until_shown("Gebeld met");
        // Whatever refuses it: here something that is no file stands in the place of the draft.
        let draft = seat.draft();
        let away = seat.home().join("away");
        fs::rename(&draft, &away).unwrap();
        fs::create_dir_all(draft.join("in the way")).unwrap();
        terminal.type_text(" CAK");
        terminal.keys("\u{1b}[21~");
        terminal.until_shown("Uw tekst kan niet worden bewaard");
        terminal.keys("\r");
        terminal.until(|screen| !screen.contains("Afsluiten?") && screen.contains("Gebeld met CAK"), "the text, still there");
        fs::remove_dir_all(&draft).unwrap();
        terminal.type_text("!");
        terminal.keys("\u{1b}[21~");
        terminal.end();
        let mut terminal = start(&seat, "true");
        terminal.keys("n");
        terminal.until_shown("Gebeld met CAK!");
    });
    server.stop().await;
}
