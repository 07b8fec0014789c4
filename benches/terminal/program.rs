//! The programs that are compared: how each is started, when it is ready, and which of its keys do the same.

use std::path::Path;

use crate::{bare, material::Material, server::Server, session::Press};

/// A program.
pub struct Program {
    pub name: &'static str,
    pub command: Vec<String>,
    pub environment: Vec<(String, String)>,
    /// Does the screen show the data?
    pub ready: Box<dyn Fn(&str) -> bool>,
    /// Does a cursor move inside the page? Otherwise every key scrolls.
    pub has_cursor: bool,
    pub page_down: Press,
    pub page_up: Press,
    /// A key that changes nothing.
    pub nothing: Option<Press>,
    pub quit: &'static str,
}

/// loket against a server.
pub fn loket(name: &'static str, server: &Server, folder: &Path, theme: Option<&str>) -> Program {
    let mut command = vec![env!("CARGO_BIN_EXE_loket").to_owned()];
    command.extend(theme.into_iter().flat_map(|theme| ["--theme".to_owned(), theme.to_owned()]));
    let mut environment = plain();
    let home = folder.join("home").display().to_string();
    for (variable, value) in [
        ("LOKET_SERVER", server.address.as_str()),
        ("LOKET_TOKEN", server.token.as_str()),
        ("HOME", &home),
        ("XDG_CONFIG_HOME", &format!("{home}/config")),
        ("XDG_STATE_HOME", &format!("{home}/state")),
    ] {
        environment.push((variable.to_owned(), value.to_owned()));
    }
    Program {
        name,
        command,
        environment,
        ready: Box::new(|screen| has_number(screen, "S-")),
        has_cursor: true,
        page_down: Press::PageDown,
        page_up: Press::PageUp,
        nothing: Some(Press::Left),
        quit: "q",
    }
}

/// The others; the name of one that is not installed.
pub fn peers(material: &Material) -> Vec<Result<Program, &'static str>> {
    let rows = material.rows;
    let list = material.list.display().to_string();
    let program = |name: &'static str, arguments: &[&str], ready: Box<dyn Fn(&str) -> bool>| {
        let path = found(name)?;
        Some(Program {
            name,
            command: std::iter::once(path).chain(arguments.iter().map(|argument| (*argument).to_owned())).collect(),
            environment: plain(),
            ready,
            has_cursor: true,
            page_down: Press::PageDown,
            page_up: Press::PageUp,
            nothing: None,
            quit: "q",
        })
    };
    let first = || Box::new(|screen: &str| has_number(screen, "S-")) as Box<dyn Fn(&str) -> bool>;
    let own = std::env::current_exe().map(|path| path.display().to_string()).unwrap_or_default();
    let bare = Program {
        name: "bare ratatui",
        command: vec![own, bare::ARGUMENT.to_owned(), list.clone()],
        environment: plain(),
        ready: first(),
        has_cursor: true,
        page_down: Press::PageDown,
        page_up: Press::PageUp,
        nothing: Some(Press::Left),
        quit: "q",
    };
    let less = program("less", &["-S", &list], first()).map(|less| Program { has_cursor: false, ..less });
    let fzf = filter("fzf", &material.list, rows);
    let tig = material.repository.as_ref().and_then(|repository| {
        let newest = format!("Row {rows}");
        let tig = program("tig", &["-C", &repository.display().to_string()], Box::new(move |screen| screen.contains(&newest)))?;
        let mut environment = plain();
        environment.push(("TIGRC_USER".into(), String::new()));
        environment.push(("HOME".into(), repository.display().to_string()));
        Some(Program { environment, ..tig })
    });
    let table = material.table.display().to_string();
    let csvlens = program("csvlens", &[&table], first()).map(|csvlens| Program { has_cursor: false, ..csvlens });
    vec![Ok(bare), less.ok_or("less"), fzf.ok_or("fzf"), tig.ok_or("tig"), csvlens.ok_or("csvlens")]
}

/// A program that searches the lines of a file as one types: fzf, or skim (`sk`).
pub fn filter(name: &'static str, file: &Path, rows: u32) -> Option<Program> {
    let (path, all) = (found(name)?, format!("{rows}/{rows}"));
    let command = format!("exec '{path}' --layout=reverse < '{}'", file.display());
    Some(Program {
        name,
        command: vec!["sh".into(), "-c".into(), command],
        environment: plain(),
        ready: Box::new(move |screen| screen.contains(&all)),
        has_cursor: true,
        page_down: Press::PageDown,
        page_up: Press::PageUp,
        nothing: None,
        quit: "\x1b",
    })
}

/// A terminal of all colours.
fn plain() -> Vec<(String, String)> {
    [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}

/// Where a program is.
fn found(name: &str) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .map(|file| file.display().to_string())
}

/// Does a digit follow this somewhere?
fn has_number(screen: &str, before: &str) -> bool {
    screen.match_indices(before).any(|(at, _)| screen[at + before.len()..].starts_with(|c: char| c.is_ascii_digit()))
}
