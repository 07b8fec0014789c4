//! An editor in a real terminal: it has the terminal to itself, and whatever it does, no text is lost and none is left behind.

use std::{fs, path::Path};

use rustix::process::Signal;
use tempfile::TempDir;

use super::demo;
use crate::support::{
    pty::{Pty, Size, USUAL, assert_same, is_given_back},
    terminal::Terminal,
};

/// The folder in memory, beside the editor.
const RUN: &str = "run";

/// A program that plays the editor: `$1` is what it does, `$2` the file.
const PLAYED: &str = r#"
echo "EDITOR ON $(stat -c %a "$2") $(stat -c %a "$(dirname "$2")") ${LOKET_TOKEN-no token}"
stty -a | grep -q ' icanon' && echo "LINES AS USUAL"
case "$1" in
append) read line; printf '\n%s' "$line" >> "$2"; echo x > "$(dirname "$2")/.loket.txt.swp" ;;
code) printf 'anders' > "$2"; exit 3 ;;
killed) printf 'nog bewaard' > "$2"; kill -9 $$ ;;
wait) printf 'in de editor' > "$2"; echo WAITING; read line ;;
esac
"#;

fn start(what: &str) -> (Terminal, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let editor = folder.path().join("editor.sh");
    fs::write(&editor, PLAYED).unwrap();
    fs::create_dir(folder.path().join(RUN)).unwrap();
    // Words of its own, as in VISUAL="code --wait"; and what is set there comes before EDITOR.
    let script = format!(
        "export EDITOR=false LOKET_TOKEN=secret XDG_RUNTIME_DIR='{}' VISUAL=\"sh '{}' {what}\";",
        folder.path().join(RUN).display(),
        editor.display()
    );
    (demo(folder.path(), &script), folder)
}

/// Every file in a folder and below that holds a text, and every folder of an editor.
fn traces(folder: &Path, text: &str) -> Vec<String> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if entry.file_name().to_string_lossy().starts_with("edit-") {
                found.push(path.display().to_string());
            }
            found.extend(traces(&path, text));
        } else if fs::read(&path).is_ok_and(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes())) {
            found.push(path.display().to_string());
        }
    }
    found
}

fn quit(program: Terminal) {
    program.signal(Signal::TERM);
    let (code, pty) = program.ended();
    assert_eq!(code, 143);
    pty.wait("the old screen", |screen, _| is_given_back(screen));
}

#[test]
fn the_editor_has_the_terminal_and_gives_its_text_back() {
    let (mut program, folder) = start("append");
    program.keys("n");
    program.pty.wait("the note", |screen, _| screen.contents().contains("Notitie"));
    program.keys("Gebeld");
    program.pty.wait("the text", |screen, _| screen.contents().contains("Gebeld"));
    program.keys("\u{18}e");
    program.pty.wait("the editor", |screen, _| {
        is_given_back(screen)
            && screen.contents().contains("EDITOR ON 600 700 no token")
            && screen.contents().contains("LINES AS USUAL")
    });
    assert!(!traces(&folder.path().join(RUN), "Gebeld").is_empty(), "the editor reads it from a file");
    program.pty.resize(Size { columns: 90, rows: 26 });
    program.keys("q en teruggebeld\r");
    program.pty.wait("both texts in the field", |screen, _| {
        let shown = screen.contents();
        screen.alternate_screen()
            && screen.bracketed_paste()
            && shown.contains("Gebeld")
            && shown.contains("q en teruggebeld")
            && shown.contains("De tekst uit de editor staat in het veld.")
            && screen.size().1.get() == 90
    });
    assert_eq!(traces(&folder.path().join(RUN), "teruggebeld"), Vec::<String>::new());
    // The keyboard is ours again.
    program.keys("!");
    program.pty.wait("a typed character", |screen, _| screen.contents().contains("teruggebeld!"));
    quit(program);
}

#[test]
fn an_editor_that_fails_or_is_killed_leaves_the_terminal_and_the_text() {
    for (what, shown, message) in
        [("code", "Belangrijk", "eindigde met code 3"), ("killed", "nog bewaard", "De editor is afgebroken")]
    {
        let (mut program, folder) = start(what);
        program.keys("n");
        program.pty.wait("the note", |screen, _| screen.contents().contains("Notitie"));
        program.keys("Belangrijk");
        program.pty.wait("the text", |screen, _| screen.contents().contains("Belangrijk"));
        program.keys("\u{18}e");
        program.pty.wait(what, |screen, _| {
            screen.alternate_screen() && screen.contents().contains(message) && screen.contents().contains(shown)
        });
        assert_eq!(traces(&folder.path().join(RUN), "nog bewaard"), Vec::<String>::new());
        quit(program);
    }
}

#[test]
fn a_missing_editor_is_said_and_the_field_goes_on() {
    let home = tempfile::tempdir().unwrap();
    let mut program = demo(home.path(), "export VISUAL= EDITOR='no-such-editor -x';");
    program.keys("N");
    program.pty.wait("words", |screen, _| {
        screen.alternate_screen() && screen.contents().contains("De editor “no-such-editor -x” start niet.")
    });
    program.keys("Dan zo");
    program.pty.wait("typed text", |screen, _| screen.contents().contains("Dan zo"));
    quit(program);
}

#[test]
fn interrupting_an_editor_or_ending_loket_behind_it_keeps_everything() {
    let (mut program, folder) = start("wait");
    let before = program.pty.settings();
    program.keys("N");
    program.pty.wait("the editor waits", |screen, _| is_given_back(screen) && screen.contents().contains("WAITING"));
    // What Ctrl+C sends to everybody on the terminal is for the editor alone.
    program.signal(Signal::INT);
    program.signal(Signal::TSTP);
    program.wait_until_stopped();
    program.signal(Signal::CONT);
    program.signal(Signal::INT);
    assert!(!traces(&folder.path().join(RUN), "in de editor").is_empty());
    program.signal(Signal::TERM);
    let (code, pty) = program.ended();
    assert_eq!(code, 143);
    assert_eq!(traces(&folder.path().join(RUN), "in de editor"), Vec::<String>::new(), "nothing stays");
    pty.wait("the old screen", |screen, _| is_given_back(screen));
    assert_ne!(before.local_modes, rustix::termios::LocalModes::empty());
    assert_same(&pty.settings(), &Pty::new(USUAL).settings());
}
