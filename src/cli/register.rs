//! `loket register import`: entries of the register from a file.

use clap::{Args, Subcommand};

use crate::{
    api::officer::NewOfficer,
    domain::{check, text::SafeText, verdict::Attention},
    intake,
};

use super::{
    call::{Call, Done},
    delivery::{self, Kind, Taken, Wish},
    register_deliver, register_delivery, register_export, register_limits, register_list, register_trust,
};

#[derive(Subcommand)]
pub(super) enum Command {
    Import(Import),
    List(register_list::List),
    Show(register_trust::Show),
    Confirm(register_trust::Confirm),
    Report(register_trust::Report),
    Change(register_trust::Change),
    Tasks(register_trust::Asking),
    Stale(register_trust::Asking),
    Ending(register_trust::Asking),
    Unappointed(register_trust::Unappointed),
    Vcard(register_trust::Vcard),
    Limits(register_limits::Arguments),
    Deliver(register_deliver::Deliver),
    #[command(subcommand)]
    Delivery(register_delivery::Command),
    Merge(register_deliver::Merge),
    Export(register_export::Export),
}

#[derive(Args)]
pub(super) struct Import {
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Import(arguments) => import(call, &arguments),
        Command::List(arguments) => register_list::run(call, &arguments),
        Command::Show(arguments) => register_trust::show(call, &arguments),
        Command::Confirm(arguments) => register_trust::confirm(call, &arguments),
        Command::Report(arguments) => register_trust::report(call, &arguments),
        Command::Change(arguments) => register_trust::change(call, &arguments),
        Command::Tasks(arguments) => register_trust::asking(call, &arguments, Attention::Reported),
        Command::Stale(arguments) => register_trust::asking(call, &arguments, Attention::Stale),
        Command::Ending(arguments) => register_trust::asking(call, &arguments, Attention::Ending),
        Command::Unappointed(arguments) => register_trust::unappointed(call, &arguments),
        Command::Vcard(arguments) => register_trust::vcard(call, &arguments),
        Command::Limits(arguments) => register_limits::run(call, &arguments),
        Command::Deliver(arguments) => register_deliver::deliver(call, &arguments),
        Command::Delivery(command) => register_delivery::run(call, command),
        Command::Merge(arguments) => register_deliver::merge(call, &arguments),
        Command::Export(arguments) => register_export::run(call, &arguments),
    }
}

fn import(call: &mut Call, arguments: &Import) -> Done {
    let session = if arguments.dry_run { None } else { Some(call.session()?) };
    let wish = Wish { files: &arguments.files, dry_run: arguments.dry_run, json: arguments.json };
    let kind = Kind { read: intake::register, at_a_time: 4, masks, called, column: intake::officer_column };
    delivery::run(call, &wish, &kind, |key, new: NewOfficer| {
        let session = session.clone();
        async move {
            // A dry run never sends.
            let Some(session) = session else { return Err(crate::client::Failure::NoToken) };
            let created = session.create_officer(key, &new).await?;
            Ok(Taken::made(created.item.id.to_string(), created.created, created.masked))
        }
    })
}

/// As the server will count them.
fn masks(officer: &NewOfficer) -> u32 {
    check::mask_numbers(&mut officer.facts.clone())
}

fn called(officer: &NewOfficer) -> SafeText {
    let facts = &officer.facts;
    SafeText::line(&[facts.organisation.as_str(), facts.title.raw(), facts.name.raw()].join(" · "))
}
