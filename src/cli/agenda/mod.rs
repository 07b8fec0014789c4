//! `loket agenda`: candidates, items and their order, invitations, decisions, and the way from concept to sent.

mod export;
mod items;
mod outcome;
mod page;
mod paper;
mod parcel;
mod people;
mod steps;
mod which;

use clap::Subcommand;

pub(in crate::cli) use export::save;
pub(in crate::cli) use which::id_of;

use super::call::{Call, Done};

#[derive(Subcommand)]
pub(super) enum Command {
    Show(items::Show),
    Item(items::Item),
    Candidates(items::Candidates),
    Propose(items::Propose),
    Drop(items::TakeOff),
    Add(items::Add),
    Write(Box<items::Write>),
    Minutes(items::Minutes),
    Move(items::Move),
    Remove(items::TakeOff),
    Invite(people::Invite),
    Answer(people::Answer),
    Uninvite(people::Uninvite),
    Ready(steps::Ready),
    Fix(steps::Fix),
    Hold(steps::Hold),
    Unhold(steps::Hold),
    Decide(outcome::Decide),
    Commit(outcome::Commit),
    #[command(subcommand)]
    Paper(paper::Command),
    Export(export::Export),
    Publish(steps::Publish),
    Confirm(steps::Confirm),
    Reject(steps::Decline),
    Withdraw(steps::Decline),
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Show(arguments) => items::show(call, &arguments),
        Command::Item(arguments) => items::item(call, &arguments),
        Command::Candidates(arguments) => items::candidates(call, &arguments),
        Command::Propose(arguments) => items::propose(call, &arguments),
        Command::Drop(arguments) => items::take_off(call, &arguments, true),
        Command::Add(arguments) => items::add(call, &arguments),
        Command::Write(arguments) => items::write(call, &arguments),
        Command::Minutes(arguments) => items::minutes(call, &arguments),
        Command::Move(arguments) => items::move_item(call, &arguments),
        Command::Remove(arguments) => items::take_off(call, &arguments, false),
        Command::Invite(arguments) => people::invite(call, &arguments),
        Command::Answer(arguments) => people::answer(call, &arguments),
        Command::Uninvite(arguments) => people::uninvite(call, &arguments),
        Command::Ready(arguments) => steps::ready(call, &arguments),
        Command::Fix(arguments) => steps::fix(call, &arguments),
        Command::Hold(arguments) => steps::hold(call, &arguments, false),
        Command::Unhold(arguments) => steps::hold(call, &arguments, true),
        Command::Decide(arguments) => outcome::decide(call, &arguments),
        Command::Commit(arguments) => outcome::commit(call, &arguments),
        Command::Paper(command) => paper::run(call, &command),
        Command::Export(arguments) => export::export(call, &arguments),
        Command::Publish(arguments) => steps::publish(call, &arguments),
        Command::Confirm(arguments) => steps::confirm(call, &arguments),
        Command::Reject(arguments) => steps::decline(call, &arguments, crate::client::Write::reject),
        Command::Withdraw(arguments) => steps::decline(call, &arguments, crate::client::Write::withdraw),
    }
}
