//! `loket keys`: every command with its keys in a keymap, for people, for documents and for programs.

use clap::Args;
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    locale::Texts,
    tui::app::{
        command::{Command, Scope, Trait},
        key::Key,
        keymap::{Keymap, SHIPPED},
    },
};

use super::{
    call::{Call, Done},
    config_command, interface,
    json::Items,
    table,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long, conflicts_with = "json")]
    md: bool,
    #[arg(long)]
    json: bool,
}

/// One command.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    scope: &'static str,
    command: &'static str,
    keys: Vec<String>,
    word: String,
    sentence: String,
    undoable: bool,
    writes: bool,
    own: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let (keymaps, faults) = interface::keymaps(&call.sources());
    let unknown = config_command::unknown_keymap(&call.config, &config_command::names(&keymaps));
    for fault in faults.iter().chain(&unknown) {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
    // The keys of another keymap would be the wrong answer.
    if unknown.is_some() {
        return Ok(exit::CONFIGURATION);
    }
    let standard = Keymap::standard();
    let keymap = keymaps.first().map_or(&standard, |(_, keymap)| keymap);
    if arguments.md {
        let text = markdown(keymap, &call.texts);
        call.print_block(text.trim_end())?;
        return Ok(exit::DONE);
    }
    let items = rows(keymap, &call.texts);
    if arguments.json {
        call.print_json(&Items { items })?;
        return Ok(exit::DONE);
    }
    let header = ["keys", "command", "meaning"].map(|name| call.texts.get(&format!("cli-column-{name}")));
    let cell = SafeText::line;
    let lines: Vec<Vec<SafeText>> = items
        .iter()
        .map(|row| vec![cell(&row.keys.join("  ")), cell(&format!("{}.{}", row.scope, row.command)), cell(&row.sentence)])
        .collect();
    for line in table::lines(&header, &lines, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

fn rows(keymap: &Keymap, texts: &Texts) -> Vec<Row> {
    let row = |command: &Command| Row {
        scope: command.scope().name(),
        command: command.name(),
        keys: keymap.keys(*command).iter().map(|keys| Key::show(keys)).collect(),
        word: texts.get(&command.word()),
        sentence: texts.get(&command.sentence()),
        undoable: command.is(Trait::Undoable),
        writes: command.is(Trait::Writes),
        own: keymap.is_own(*command),
    };
    Command::ALL.iter().map(row).collect()
}

/// The page `docs/keys.md`: every command with its keys in each keymap that comes with loket.
pub fn document(texts: &Texts) -> String {
    let keymaps: Vec<(&str, Keymap)> = SHIPPED.iter().filter_map(|(name, _)| Some((*name, Keymap::shipped(name)?))).collect();
    let names: Vec<&str> = keymaps.iter().map(|(name, _)| *name).collect();
    let mut out = String::from(HEAD);
    for scope in Scope::ALL {
        out.push_str(&format!("\n## {}: `[{}]`\n\n", texts.get(&format!("scope-{}", scope.name())), scope.name()));
        out.push_str(&format!("| command | {} | what it does |\n|---|{}---|\n", names.join(" | "), "---|".repeat(names.len())));
        for command in Command::ALL.iter().filter(|command| command.scope() == *scope) {
            let keys: Vec<String> = keymaps.iter().map(|(_, keymap)| quoted(keymap, *command)).collect();
            let sentence = texts.get(&command.sentence());
            out.push_str(&format!("| `{}` | {} | {sentence} |\n", command.name(), keys.join(" | ")));
        }
    }
    out
}

const HEAD: &str = "# Keys\n\n\
    Every command with its keys in the three keymaps that come with loket. Made from the command table and `keymaps/*.toml` by\n\
    `LOKET_WRITE=1 tests/run documents`; a test fails when it is not current. `loket keys` shows the keys that are in force for\n\
    you, your own marked in `?`.\n\n\
    A keymap of your own is `$XDG_CONFIG_HOME/loket/keymaps/NAME.toml` with `inherit = \"office\"` and the tables below, or the\n\
    tables `[keys.signal]` and so on in `config.toml`. Several keys per command; `[]` gives it none. `letters = \"filter\"` makes\n\
    letters that are bound to nothing filter the list; `counts = true` lets a number repeat a movement. `loket config check`\n\
    tells every mistake with its line and what was probably meant.\n\n\
    Not used as the only way to a command, because something between keyboard and program keeps or changes them: Ctrl with A, B,\n\
    G, H, N, O, P, Q, S, T, V (tmux, screen, zellij, flow control, paste), Alt with anything, Shift or Ctrl with arrows and\n\
    Enter, F5 and higher, and the dead keys of the Dutch layout. From anywhere Ctrl+K opens the list of all commands.\n";

fn quoted(keymap: &Keymap, command: Command) -> String {
    let keys: Vec<String> =
        keymap.keys(command).iter().map(|keys| format!("`{}`", Key::show(keys).replace('|', "\\|"))).collect();
    keys.join(" ")
}

/// The manual page loket-keys(7), for the keymap that is in force.
pub(super) fn page(call: &Call) -> Vec<u8> {
    use roff::{Roff, bold, roman};
    let (keymaps, _) = interface::keymaps(&call.sources());
    let standard = Keymap::standard();
    let (name, keymap) = keymaps.first().map_or(("standaard", &standard), |(name, keymap)| (name.as_str(), keymap));
    let texts = &call.texts;
    let mut page = Roff::new();
    page.control("TH", ["loket-keys", "7"]);
    page.control("SH", [texts.get("cli-man-name").as_str()]);
    page.text([roman(format!("loket-keys \\- {}", texts.with("cli-man-keys", &[("name", name.into())])))]);
    for scope in Scope::ALL {
        page.control("SH", [texts.get(&format!("scope-{}", scope.name())).as_str()]);
        for command in Command::ALL.iter().filter(|command| command.scope() == *scope) {
            let keys: Vec<String> = keymap.keys(*command).iter().map(|keys| Key::show(keys)).collect();
            page.control("TP", []);
            page.text([bold(if keys.is_empty() { "-".to_owned() } else { keys.join("   ") })]);
            page.text([roman(format!("{}: {}", texts.get(&command.word()), texts.get(&command.sentence())))]);
        }
    }
    page.to_roff().into_bytes()
}

/// A table for each scope, as the documentation has it.
fn markdown(keymap: &Keymap, texts: &Texts) -> String {
    let all = rows(keymap, texts);
    let mut out = String::new();
    for scope in Scope::ALL {
        let heads = ["keys", "command", "meaning"].map(|name| texts.get(&format!("cli-column-{name}")));
        out.push_str(&format!("### {}\n\n", texts.get(&format!("scope-{}", scope.name()))));
        out.push_str(&format!("| {} | {} | {} |\n|---|---|---|\n", heads[0], heads[1], heads[2]));
        for row in all.iter().filter(|row| row.scope == scope.name()) {
            let keys: Vec<String> = row.keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
            out.push_str(&format!("| {} | {} | {} |\n", keys.join(" "), row.word, row.sentence));
        }
        out.push('\n');
    }
    out
}
