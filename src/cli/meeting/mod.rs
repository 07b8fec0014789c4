//! `loket meeting`: meetings of the LET, when and where they are, and the fixed versions of their agendas.

mod cancel;
mod changed;
mod create;
mod held;
mod import;
mod list;
mod meant;
mod page;
mod series;
mod series_page;

use clap::{Args, Subcommand};

use super::call::{Call, Done, wait};
use crate::{api::problem::exit, client::SeenMeeting, domain::ids::EditionId};

use changed::Titles;
pub(super) use meant::Meant;
pub(super) use page::{clock, meeting as told};

#[derive(Subcommand)]
pub(super) enum Command {
    List(list::List),
    Show(Show),
    Create(Box<create::Create>),
    Change(Box<create::Change>),
    Import(import::Import),
    Cancel(cancel::Cancel),
    Reinstate(cancel::Reinstate),
    Version(Version),
    #[command(subcommand)]
    Series(series::Command),
}

#[derive(Args)]
pub(super) struct Show {
    #[command(flatten)]
    meeting: Meant,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Version {
    #[arg(value_name = "ID")]
    id: EditionId,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list::run(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
        Command::Create(arguments) => create::create(call, &arguments),
        Command::Change(arguments) => create::change(call, &arguments),
        Command::Import(arguments) => import::import(call, &arguments),
        Command::Cancel(arguments) => cancel::cancel(call, &arguments),
        Command::Reinstate(arguments) => cancel::reinstate(call, &arguments),
        Command::Version(arguments) => version(call, &arguments),
        Command::Series(command) => series::run(call, command),
    }
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found = wait(session.meeting(arguments.meeting.text()))??;
    told(call, &found, arguments.json)?;
    let last = found.editions.last().map(|last| last.id).filter(|_| found.changed_since_fixed && !arguments.json);
    if let (Some(last), Some(changes)) = (last, &found.changes) {
        let meeting = found.item.id.to_string();
        let titles =
            wait(async { Titles::default().with_agenda(&session, &meeting).await?.with_edition(&session, last).await })??;
        changed::lines(changes, &titles, &call.texts).iter().try_for_each(|line| call.print(line))?;
    }
    Ok(exit::DONE)
}

fn version(call: &mut Call, arguments: &Version) -> Done {
    let session = call.session()?;
    let found = wait(session.edition(arguments.id))??;
    if arguments.json {
        call.print_json(&found)?;
    } else {
        let text = page::edition(&found, &call.texts);
        call.print_block(&text)?;
        let before = wait(session.meeting(&found.item.meeting.to_string()))??.editions;
        let before = before.iter().rev().find(|one| one.number < found.item.number).map(|one| one.id);
        if let (Some(before), Some(changes)) = (before, &found.changes) {
            let titles = wait(Titles::of(&found.item.content).with_edition(&session, before))??;
            changed::lines(changes, &titles, &call.texts).iter().try_for_each(|line| call.print(line))?;
        }
    }
    Ok(exit::DONE)
}

/// A meeting as it was read.
pub(super) fn seen(found: &crate::api::meeting::MeetingDetail) -> SeenMeeting {
    SeenMeeting { id: found.item.id, version: found.item.version }
}
