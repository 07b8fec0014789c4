//! Measures terminal programs from outside, in a pseudo terminal: loket beside a bare ratatui list, less, fzf, tig and csvlens,
//! all in one run on one machine. Prints the table of `docs/performance.md`.
//!
//! `cargo bench --bench terminal -- [NAME…] [--signals N] [--officers N] [--starts N] [--idle SECONDS] [--theme NAME]`, where a NAME
//! picks programs. What is not installed is left out, in words. With `--lookups` only the register is measured, with 100,000 entries
//! and with 1,000,000, or with `--officers N`, beside fzf and skim on the same entries.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::print_stderr)]

mod bare;
mod figures;
mod lookups;
mod material;
mod measure;
mod process;
mod program;
mod server;
mod session;
mod table;

use std::time::Duration;

/// Entries in the register of the large case.
const OFFICERS: u32 = 20_000;

/// What was asked for on the command line.
pub struct Wish {
    /// Programs to measure; none: all.
    pub names: Vec<String>,
    /// Signals of the large case.
    pub signals: u32,
    /// Entries in the register of the large case, where it was said.
    pub officers: Option<u32>,
    /// Starts of each program.
    pub starts: usize,
    /// How long each is left alone.
    pub idle: Duration,
    /// Theme of loket; nothing: its own choice.
    pub theme: Option<String>,
    /// Only looking up in the register.
    pub lookups: bool,
}

impl Wish {
    /// Is this program wanted?
    pub fn wants(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|wanted| name.contains(wanted.as_str()))
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut wish = Wish {
        names: vec![],
        signals: 100_000,
        officers: None,
        starts: 12,
        idle: Duration::from_secs(60),
        theme: None,
        lookups: false,
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().unwrap_or_else(|| panic!("{argument} needs a value"));
        match argument.as_str() {
            // The program that this bench itself is: a list and nothing else.
            bare::ARGUMENT => return bare::show(&value()),
            "--signals" => wish.signals = value().parse().expect("a number"),
            "--officers" => wish.officers = Some(value().parse().expect("a number")),
            "--starts" => wish.starts = value().parse().expect("a number"),
            "--idle" => wish.idle = Duration::from_secs(value().parse().expect("seconds")),
            "--theme" => wish.theme = Some(value()),
            "--lookups" => wish.lookups = true,
            "--bench" => {}
            name => wish.names.push(name.to_owned()),
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    if wish.lookups {
        return lookups::run(&wish, folder.path());
    }
    let material = material::Material::new(folder.path(), wish.signals);
    let mut columns = vec![];
    for (title, signals, officers) in
        [("loket, 300", 300, 700), ("loket, large", wish.signals, wish.officers.unwrap_or(OFFICERS))]
    {
        if wish.wants(title) {
            eprintln!("{title}: {signals} signals, {officers} entries in the register");
            let server = server::Server::start(folder.path(), signals, officers);
            let program = program::loket(title, &server, folder.path(), wish.theme.as_deref());
            columns.push(measure::measure(&program, &wish, Some(&server)));
        }
    }
    for program in program::peers(&material) {
        match program {
            Ok(program) if wish.wants(program.name) => {
                eprintln!("{}: {} rows", program.name, wish.signals);
                columns.push(measure::measure(&program, &wish, None));
            }
            Ok(_) => {}
            Err(missing) => println!("{missing} is not installed and is left out."),
        }
    }
    table::print(&columns, &wish);
}
