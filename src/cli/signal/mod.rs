//! `loket signal`: reports and cases.

mod alike;
mod change;
mod claim;
mod contact;
mod create;
mod import;
mod key;
pub(super) mod list;
mod merge;
mod note;
mod number;
mod parts;
mod show;
mod typed;

use clap::Subcommand;

use super::call::{Call, Done};

pub(super) use create::body;
pub(super) use key::{Key, sent};
pub(super) use number::Number;
pub(super) use show::{hard_date, shielded};
pub(super) use typed::{json as typed_json, text as typed_text};

#[derive(Subcommand)]
pub(super) enum Command {
    Import(import::Arguments),
    List(list::Arguments),
    Show(show::Arguments),
    Alike(alike::Arguments),
    Create(Box<create::Arguments>),
    Claim(claim::Claim),
    Release(claim::Release),
    Note(note::Arguments),
    Contact(contact::Arguments),
    Triage(change::Triage),
    Change(change::Change),
    Close(change::Close),
    Merge(merge::Merge),
    Unmerge(merge::Unmerge),
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Import(arguments) => import::run(call, &arguments),
        Command::List(arguments) => list::run(call, &arguments),
        Command::Show(arguments) => show::run(call, &arguments),
        Command::Alike(arguments) => alike::run(call, &arguments),
        Command::Create(arguments) => create::run(call, &arguments),
        Command::Claim(arguments) => claim::claim(call, &arguments),
        Command::Release(arguments) => claim::release(call, &arguments),
        Command::Note(arguments) => note::run(call, &arguments),
        Command::Contact(arguments) => contact::run(call, &arguments),
        Command::Triage(arguments) => change::triage(call, &arguments),
        Command::Change(arguments) => change::change(call, &arguments),
        Command::Close(arguments) => change::close(call, &arguments),
        Command::Merge(arguments) => merge::merge(call, &arguments),
        Command::Unmerge(arguments) => merge::unmerge(call, &arguments),
    }
}
