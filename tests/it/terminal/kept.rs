//! What was typed in an editor outlives loket: whether it is asked to end or killed, the next start offers the text.

use std::{fs, path::Path};

use rustix::process::Signal;

use crate::support::{
    pty::{Size, Terminal},
    server::TestServer,
};

/// Plays an editor that saves and waits.
const PLAYED: &str = "printf 'Moeder belde over de zorg' > \"$1\"; echo SAVED; read line";
const SIZE: Size = Size { columns: 100, rows: 30 };

fn start(server: &TestServer, home: &Path, command: &str) -> Terminal {
    let desk = server.desk();
    let run = home.join("run").display().to_string();
    let variables =
        [("LOKET_SERVER", desk.server.as_str()), ("LOKET_TOKEN", &desk.token), ("XDG_RUNTIME_DIR", &run), ("VISUAL", command)];
    let mut terminal = Terminal::loket(home, SIZE, &variables, &[]);
    terminal.until_shown("Kind zonder zorgverzekering");
    terminal
}

fn ended_by(server: &TestServer, signal: Signal) {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("run")).unwrap();
    let editor = home.path().join("editor.sh");
    fs::write(&editor, PLAYED).unwrap();
    let command = format!("sh '{}'", editor.display());
    let mut terminal = start(server, home.path(), &command);
    terminal.keys("N");
    terminal.until_shown("SAVED");
    terminal.signal(signal);
    terminal.gone();
    let mut terminal = start(server, home.path(), &command);
    terminal.until_shown("1 concept wacht");
    let left = fs::read_dir(home.path().join("run/loket")).unwrap().flatten();
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
