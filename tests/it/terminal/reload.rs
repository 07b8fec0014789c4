//! What a user saves in the own files counts at once in a program that runs; what is broken does not, and is told.

use std::path::Path;

use crate::support::{pty::Size, terminal::Terminal};

/// As editors do: a new file that takes the name of the old one.
fn save(folder: &Path, name: &str, text: &str) {
    std::fs::create_dir_all(folder).unwrap();
    let new = folder.join(".new");
    std::fs::write(&new, text).unwrap();
    std::fs::rename(new, folder.join(name)).unwrap();
}

#[test]
fn saved_settings_keys_and_looks_count_at_once() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("config/loket");
    let arguments = ["demo", "--still", "--signals", "20", "--officers", "10", "--seed", "1"];
    let mut terminal = Terminal::loket(home.path(), Size { columns: 120, rows: 30 }, &[], &arguments);
    terminal.until_shown("S-1");
    // There was no folder at the start.
    save(&folder, "config.toml", "language = \"en\"\n");
    terminal.until_shown("Your settings were read again");
    terminal.until_shown("Signals");
    // Broken: the line is told, the old stays.
    save(&folder, "config.toml", "language = \"en\"\n\nkeymap = \n");
    terminal.until_shown("config.toml:3:");
    terminal.until_shown("the old still counts");
    terminal.until_shown("Signals");
    save(&folder, "config.toml", "language = \"en\"\nkeymap = \"own\"\n");
    terminal.until_shown("There is no keymap");
    save(&folder.join("keymaps"), "own.toml", "inherit = \"standaard\"\n[signal]\nclaim = []\nnote = [\"Q\"]\n");
    terminal.until_shown("The mistake is mended");
    terminal.until_shown("Q note");
    // A keymap that is in use is written in place, without a rename.
    std::fs::write(folder.join("keymaps/own.toml"), "inherit = \"standaard\"\n[signal]\nnote = [\"W\"]\n").unwrap();
    terminal.until_shown("W note");
    save(&folder.join("themes"), "mine.toml", "inherit = \"dark\"\n");
    save(&folder, "config.toml", "language = \"en\"\nkeymap = \"own\"\ntheme = \"mine\"\nlock_after_minutes = 0\n");
    terminal.until_shown("Your settings were read again");
    save(&folder.join("themes"), "mine.toml", "inherit = \"dark\"\n\n[colors]\naccentt = \"red\"\n");
    terminal.until_shown("mine.toml:");
    terminal.keys("q");
    terminal.end();
}
