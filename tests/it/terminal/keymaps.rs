//! The real program in each shipped keymap: every key of the commands below, pressed as xterm sends it, does its work on screen.

use std::{
    thread,
    time::{Duration, Instant},
};

use loket::tui::app::{
    command::Command::{self, *},
    key::Key,
    keymap::Keymap,
};

use super::table::{Terminal as Table, keymaps, terminals};
use crate::support::{pty::USUAL, terminal::Terminal};

/// No hand types the next key sooner.
const HAND: Duration = Duration::from_millis(5);

/// The program, and the keys that are in force.
struct Walk {
    terminal: Terminal,
    keymap: Keymap,
    table: Table,
    pressed: Instant,
    _home: tempfile::TempDir,
}

impl Walk {
    fn new(name: &str, keymap: Keymap) -> Self {
        let home = tempfile::tempdir().unwrap();
        let arguments = ["demo", "--still", "--signals", "60", "--officers", "20", "--seed", "1", "--keymap", name];
        let mut terminal = Terminal::loket(home.path(), USUAL, &[], &arguments);
        terminal.until_shown("S-1");
        // A preview may stand there before its row is drawn.
        terminal.until(|screen| current(screen).is_some() && screen.contains("S-2026-"), "a current signal");
        let table = terminals().into_iter().find(|terminal| terminal.name == "xterm").unwrap();
        Self { terminal, keymap, table, pressed: Instant::now(), _home: home }
    }

    /// The key sequences of a command, each key as its bytes.
    fn ways(&self, command: Command) -> Vec<Vec<String>> {
        let bytes = |key: &Key| self.table.sends(*key).swap_remove(0);
        let goes = matches!(command, PaneSignals | PaneAgenda | PaneRegister | PaneBoard) && self.keymap.letters_filter;
        // Where a digit may begin a number that is looked for, Enter says that the pane is meant.
        let enter = goes.then(|| "\r".to_owned());
        let ways = self.keymap.keys(command).iter();
        ways.map(|sequence| sequence.iter().map(bytes).chain(enter.clone()).collect()).collect()
    }

    /// Presses one way of a command and waits for its effect.
    #[track_caller]
    fn press(&mut self, way: &[String], effect: impl Fn(&str) -> bool, what: &str) {
        for key in way {
            // What comes faster than hands can type is stopped and asked about, and not what this is about.
            while self.pressed.elapsed() < HAND {
                thread::yield_now();
            }
            self.pressed = Instant::now();
            self.terminal.press(key);
        }
        self.terminal.until(effect, &format!("{what} after {way:?}"));
    }

    /// Presses the first way of a command.
    #[track_caller]
    fn first(&mut self, command: Command, effect: impl Fn(&str) -> bool) {
        let ways = self.ways(command);
        self.press(&ways[0], effect, command.name());
    }

    /// Every way of the first command has the effect; the second undoes it.
    #[track_caller]
    fn there_and_back(&mut self, there: Command, back: Command, is_there: impl Fn(&str) -> bool) {
        for way in self.ways(there) {
            self.press(&way, &is_there, there.name());
            self.first(back, |screen| !is_there(screen));
        }
    }

    /// Every way of a movement puts the cursor on another signal; the other movement brings it back.
    #[track_caller]
    fn moves(&mut self, there: Command, back: Command) {
        for way in self.ways(there) {
            let before = current(&self.terminal.shown());
            self.press(&way, |screen| current(screen) != before && current(screen).is_some(), there.name());
            if !self.ways(back).is_empty() {
                self.first(back, |screen| current(screen) == before);
            }
        }
    }
}

/// The number of the signal under the cursor.
fn current(screen: &str) -> Option<String> {
    let line = screen.lines().find(|line| line.starts_with(['▌', '█']))?;
    line.split_whitespace().find(|word| word.starts_with("S-")).map(str::to_owned)
}

fn walk(name: &str) {
    let (_, keymap) = keymaps().find(|(shipped, _)| *shipped == name).unwrap();
    let mut walk = Walk::new(name, keymap);
    let first = current(&walk.terminal.shown());
    for (opens, title, closes) in [
        (Help, "─ Hulp: alle toetsen", FinderClose),
        (Palette, "─ Opdrachten", FinderClose),
        (Actions, "─ Wat kan hier", FinderClose),
        (Lookup, " Wie? ", Leave),
        (NewSignal, "─ Telefonische melding", Leave),
        (Note, "─ Notitie", Leave),
        (Contact, "─ Contactmoment", Leave),
        (Urgency, "─ Urgentie", MenuClose),
        (Status, "─ Status", MenuClose),
        (View, "─ Weergave", MenuClose),
        (Sort, "─ Volgorde", MenuClose),
        (Mark, "1 gemarkeerd", Back),
        (MarkAll, " gemarkeerd", Back),
    ] {
        walk.there_and_back(opens, closes, |screen| screen.contains(title));
    }
    // A mark moves on: from the top again.
    walk.first(Top, |screen| current(screen) == first);
    walk.moves(Down, Up);
    walk.moves(PageDown, PageUp);
    walk.moves(HalfDown, HalfUp);
    walk.moves(Bottom, Top);
    let top = current(&walk.terminal.shown());
    walk.first(Bottom, |screen| current(screen).is_some() && current(screen) != top);
    walk.moves(Up, Down);
    walk.moves(PageUp, Bottom);
    walk.moves(HalfUp, Bottom);
    walk.moves(Top, Bottom);
    walk.first(Top, |screen| current(screen) == top);
    // Filter, preview, panes, an open signal.
    walk.there_and_back(Filter, Leave, |screen| screen.contains("Open  /"));
    for way in walk.ways(Preview) {
        walk.press(&way, |screen| !screen.contains(" versie "), "no preview");
        walk.first(Preview, |screen| screen.contains(" versie "));
    }
    for way in walk.ways(PaneSignals) {
        let register = walk.ways(PaneRegister);
        for there in &register {
            walk.press(there, |screen| !screen.contains("Open  "), "the register");
            walk.first(ToCard, |screen| screen.contains("kopieer"));
            walk.press(&way, |screen| screen.contains("  Open  "), "the signals");
        }
    }
    walk.there_and_back(Open, Back, |screen| current(screen).is_none());
    walk.first(Open, |screen| current(screen).is_none());
    let number = |screen: &str| screen.split_whitespace().find(|word| word.starts_with("S-2026-")).map(str::to_owned);
    let first = number(&walk.terminal.shown());
    for way in walk.ways(NextItem) {
        walk.press(&way, |screen| number(screen) != first && number(screen).is_some(), "the next signal");
        walk.first(PreviousItem, |screen| number(screen) == first);
    }
    walk.first(Back, |screen| current(screen).is_some());
    // What changes something, and what takes it back.
    let claimed = |screen: &str| screen.contains("staat op uw naam");
    let undone = |screen: &str| screen.contains("Teruggedraaid");
    let again = |screen: &str| screen.contains("Opnieuw gedaan");
    for way in walk.ways(Claim) {
        walk.press(&way, claimed, "claimed");
        walk.first(Undo, undone);
        for way in walk.ways(Redo) {
            walk.press(&way, again, "claimed again");
            for way in walk.ways(Undo).iter().skip(1) {
                walk.press(way, undone, "undone");
                walk.first(Redo, again);
            }
            walk.first(Undo, undone);
        }
    }
    for way in walk.ways(CopyNumber) {
        walk.press(&way, |screen| screen.contains("gekopieerd via de terminal"), "copied");
        walk.first(Refresh, |screen| screen.contains("nieuwste stand"));
    }
    for way in walk.ways(Refresh) {
        walk.press(&way, |screen| screen.contains("nieuwste stand"), "refreshed");
        walk.there_and_back(Filter, Leave, |screen| screen.contains("Open  /"));
    }
    for way in walk.ways(Lock) {
        walk.press(&way, |screen| !screen.contains("Signalen"), "covered");
        walk.terminal.press_until("\r", |screen| screen.contains("scherm is weer open"), "open again");
    }
    text(&mut walk);
    let quit = walk.ways(Quit);
    for key in &quit[0] {
        walk.terminal.press(key);
    }
    // What was done in the demonstration goes with it.
    let Walk { mut terminal, .. } = walk;
    terminal.until_shown("De demo sluiten?");
    terminal.press("\x1b[B\r");
    terminal.end();
}

/// Every key that edits, in the field of a note.
fn text(walk: &mut Walk) {
    walk.first(Note, |screen| screen.contains("─ Notitie"));
    for way in walk.ways(Backspace) {
        walk.terminal.type_text("noot");
        walk.press(&way, |screen| screen.contains("│ noo ") || screen.contains(" noo "), "a letter less");
        walk.first(DeleteLine, |screen| !screen.contains(" noo "));
    }
    for way in walk.ways(DeleteWord) {
        walk.terminal.type_text("een twee");
        walk.press(&way, |screen| screen.contains(" een ") && !screen.contains("twee"), "a word less");
        walk.first(DeleteLine, |screen| !screen.contains(" een "));
    }
    for home in walk.ways(CursorHome) {
        for end in walk.ways(CursorEnd) {
            walk.terminal.type_text("bc");
            for key in &home {
                walk.terminal.press(key);
            }
            walk.terminal.type_text("a");
            for key in &end {
                walk.terminal.press(key);
            }
            walk.terminal.type_text("d");
            walk.terminal.until_shown(" abcd ");
            let (left, delete) = (walk.ways(CursorLeft), walk.ways(DeleteNext));
            for key in left[0].iter().chain(&delete[0]) {
                walk.terminal.press(key);
            }
            walk.terminal.until_shown(" abc ");
            walk.first(DeleteLine, |screen| !screen.contains(" abc "));
        }
    }
    for way in walk.ways(Submit) {
        walk.terminal.type_text("gezegd");
        walk.press(&way, |screen| !screen.contains("─ Notitie") && screen.contains("opgeslagen"), "saved");
        walk.first(Refresh, |screen| screen.contains("nieuwste stand"));
        walk.first(Note, |screen| screen.contains("─ Notitie"));
    }
    // With the button: onward to it, or backward round the corner, past the one that closes.
    for (way, back, steps) in [(NextField, PreviousField, 1), (PreviousField, NextField, 2)] {
        walk.terminal.type_text("ook zo");
        walk.first(way, |_| true);
        walk.first(back, |_| true);
        for _ in 0..steps {
            walk.first(way, |_| true);
        }
        walk.terminal.press_until(
            "\r",
            |screen| !screen.contains("─ Notitie") && screen.contains("opgeslagen"),
            "saved by the button",
        );
        walk.first(Refresh, |screen| screen.contains("nieuwste stand"));
        walk.first(Note, |screen| screen.contains("─ Notitie"));
    }
    walk.first(Leave, |screen| !screen.contains("─ Notitie"));
}

#[test]
fn standaard() {
    walk("standaard");
}

#[test]
fn vim() {
    walk("vim");
}

#[test]
fn office() {
    walk("office");
}
