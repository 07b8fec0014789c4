//! The terminal's edge against real pseudo-terminals: what is taken is given back, what is typed arrives.

mod canaries;
mod copy;
mod edge;
mod editor;
mod ends;
mod kept;
mod keymaps;
mod keys;
mod multiplexers;
mod other_user;
mod reload;
mod start;
mod table;

use std::path::Path;

use crate::support::{
    pty::USUAL,
    terminal::{Terminal, command},
};

/// `loket demo` with a few signals after a script of `sh`, up to its first rows.
fn demo(home: &Path, script: &str) -> Terminal {
    let mut command = command("sh", home, &[]);
    let demo = format!("{script} exec \"$0\" demo --still --signals 20 --officers 10 --seed 1");
    command.args(["-c", &demo, env!("CARGO_BIN_EXE_loket")]);
    let terminal = Terminal::start(USUAL, command);
    terminal.pty.wait("the first rows", |screen, _| screen.alternate_screen() && screen.contents().contains("S-1"));
    terminal
}
