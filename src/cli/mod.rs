//! The command line: one file per subcommand. Data on standard output, messages and progress on standard error.
//!
//! Joins client and server; holds no rules and no SQL. Everything from outside comes in through [`Edge`], so that a test runs
//! a call without a process.

mod account;
mod administrator;
mod agenda;
mod arguments;
mod arrangement;
mod ask;
mod at_hand;
mod audit;
mod call;
mod case;
mod completions;
pub mod config;
mod config_command;
mod database;
mod db;
mod db_move;
mod delivery;
mod demo;
mod destruction;
mod doctor;
mod edge;
mod emergency;
mod explain;
mod explanations;
mod export;
mod feed;
mod file_format;
mod forced;
mod help;
mod holds;
mod holidays;
mod identity;
mod identity_file;
mod interface;
mod json;
pub mod keys;
mod lesson;
mod log;
mod login;
mod login_local;
mod logout;
mod mail_settings;
mod man;
mod meeting;
mod message;
mod message_text;
mod numbers;
mod pages;
pub mod panic;
pub mod policy;
mod processing;
mod register;
mod register_deliver;
mod register_delivery;
mod register_export;
mod register_limits;
mod register_list;
mod register_trust;
mod reload;
mod report;
mod retention_file;
mod serve;
mod session;
mod setup;
mod share;
mod signal;
mod sources;
mod stationery;
mod table;
mod templates;
mod term;
mod text_file;
mod theme;
mod time_out;
mod token;
mod usage;
mod values;
mod view;
mod view_export;
mod wie;

#[cfg(test)]
mod tests;

pub use edge::Edge;

use clap::{CommandFactory, FromArgMatches, error::ErrorKind};

use crate::{
    api::problem::exit,
    locale::{Language, Texts},
};

use arguments::{Arguments, Command};
use call::Call;
use config::{Config, Flags, Places};

/// Runs one call and gives its exit code (see [`exit`]).
pub fn run(mut edge: Edge) -> u8 {
    let given = help::as_flag(std::mem::take(&mut edge.arguments));
    match Arguments::command().try_get_matches_from(&given).and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => {
            let flags = arguments.flags();
            let config = configuration(&edge, &flags);
            let mut call = Call { flags, ..Call::new(edge, config) };
            call.warn_of_configuration(told_elsewhere(&arguments));
            let done = match config_command::unknown_options(&call) {
                Some(fault) if !told_elsewhere(&arguments) => {
                    let report = fault.report(&call.texts);
                    call.message(&report);
                    Ok(exit::USAGE)
                }
                _ => dispatch(&mut call, arguments),
            };
            call.end(done)
        }
        Err(error) => {
            // Only now are the texts of the help needed.
            let config = configuration(&edge, &Flags { language: language_in(&given), ..Flags::default() });
            let mut call = Call::new(edge, config);
            let texts = Texts::new(call.config.language.value);
            if !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
                call.message(&usage::explain(&error, &texts, &given));
                return call.end(Ok(exit::USAGE));
            }
            let text = match help::command(&texts).try_get_matches_from(&given) {
                Err(error) => error.render().to_string(),
                Ok(_) => String::new(),
            };
            let done = call.print_block(text.trim_end());
            call.end(done.map(|()| exit::DONE))
        }
    }
}

/// Does the command itself tell what is wrong with the configuration?
fn told_elsewhere(arguments: &Arguments) -> bool {
    matches!(arguments.command, Some(Command::Config(_) | Command::Doctor(_)))
}

fn dispatch(call: &mut Call, arguments: Arguments) -> call::Done {
    match arguments.command {
        None => interface::configured(call),
        Some(Command::Demo(arguments)) => demo::run(call, &arguments),
        Some(Command::Serve(arguments)) => serve::run(call, &arguments),
        Some(Command::Token(command)) => token::run(call, command),
        Some(Command::Account(command)) => account::run(call, command),
        Some(Command::Administrator(command)) => administrator::run(call, command),
        Some(Command::Session(command)) => session::run(call, command),
        Some(Command::Identity(command)) => identity::run(call, command),
        Some(Command::Db(command)) => db::run(call, command),
        Some(Command::Signal(command)) => signal::run(call, command),
        Some(Command::Message(command)) => message::run(call, command),
        Some(Command::Share(command)) => share::run(call, command),
        Some(Command::Case(command)) => case::run(call, command),
        Some(Command::Register(command)) => register::run(call, command),
        Some(Command::Wie(arguments)) => wie::run(call, &arguments),
        Some(Command::Forced(arguments)) => forced::run(call, &arguments),
        Some(Command::Term(arguments)) => term::run(call, &arguments),
        Some(Command::Explain(arguments)) => explain::run(call, &arguments),
        Some(Command::Holidays(arguments)) => holidays::run(call, &arguments),
        Some(Command::TimeOut(command)) => time_out::run(call, command),
        Some(Command::Moratorium(command)) => arrangement::run(call, command),
        Some(Command::Bridging(command)) => arrangement::run(call, command),
        Some(Command::Commitment(command)) => arrangement::commitments(call, command),
        Some(Command::Meeting(command)) => meeting::run(call, command),
        Some(Command::Agenda(command)) => agenda::run(call, command),
        Some(Command::Lesson(command)) => lesson::run(call, command),
        Some(Command::Numbers(arguments)) => numbers::run(call, &arguments),
        Some(Command::Report(arguments)) => report::run(call, &arguments),
        Some(Command::Feed(command)) => feed::run(call, command),
        Some(Command::View(command)) => view::run(call, command),
        Some(Command::Audit(command)) => audit::run(call, command),
        Some(Command::Destruction(command)) => destruction::run(call, command),
        Some(Command::Export(command)) => export::run(call, command),
        Some(Command::Holds(arguments)) => holds::run(call, &arguments),
        Some(Command::Policy(arguments)) => policy::run(call, &arguments),
        Some(Command::Config(command)) => config_command::run(call, command),
        Some(Command::Doctor(arguments)) => doctor::run(call, &arguments),
        Some(Command::Theme(command)) => theme::run(call, command),
        Some(Command::Keys(arguments)) => keys::run(call, &arguments),
        Some(Command::Login(arguments)) => login::run(call, &arguments),
        Some(Command::Logout(arguments)) => logout::run(call, &arguments),
        Some(Command::Completions(arguments)) => completions::run(call, &arguments),
        Some(Command::Man(arguments)) => man::run(call, &arguments),
    }
}

fn configuration(edge: &Edge, flags: &Flags) -> Config {
    Config::load(&Places::of(|name| edge.variable(name)), |name| edge.variable(name), flags)
}

/// The language asked for, also when the rest of the arguments is wrong.
fn language_in(given: &[std::ffi::OsString]) -> Option<Language> {
    let mut words = given.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next().and_then(Language::from_code);
        }
        if let Some(code) = word.strip_prefix("--lang=") {
            return Language::from_code(code);
        }
    }
    None
}
