//! `loket time-out`: time-outs, what is proposed about them, and the dates that are due.

mod change;
mod due;
mod letter;
mod list;
mod propose;
mod rung;
mod settle;
mod show;
mod which;

use clap::Subcommand;

use super::call::{Call, Done};

#[derive(Subcommand)]
pub(super) enum Command {
    List(list::Arguments),
    Show(show::Arguments),
    Propose(Box<propose::Arguments>),
    Extend(change::Extend),
    Resume(change::Resume),
    End(change::End),
    TellBody(change::Note),
    BodyConfirmed(change::Note),
    Confirm(settle::Confirm),
    Reject(settle::Decline),
    Withdraw(settle::Decline),
    Letter(letter::Arguments),
    Due(due::Arguments),
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list::run(call, &arguments),
        Command::Show(arguments) => show::run(call, &arguments),
        Command::Propose(arguments) => propose::run(call, &arguments),
        Command::Extend(arguments) => change::extend(call, &arguments),
        Command::Resume(arguments) => change::resume(call, &arguments),
        Command::End(arguments) => change::end(call, &arguments),
        Command::TellBody(arguments) => change::tell_body(call, &arguments),
        Command::BodyConfirmed(arguments) => change::body_confirmed(call, &arguments),
        Command::Confirm(arguments) => settle::confirm(call, &arguments),
        Command::Reject(arguments) => settle::reject(call, &arguments),
        Command::Withdraw(arguments) => settle::withdraw(call, &arguments),
        Command::Letter(arguments) => letter::run(call, &arguments),
        Command::Due(arguments) => due::run(call, &arguments),
    }
}
