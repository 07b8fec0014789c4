//! `loket session`: who is signed in, for the administrator.

use clap::{Args, Subcommand};

use crate::{
    api::problem::exit,
    domain::{ids::SessionId, session::Session, text::SafeText, zone},
};

use super::{
    call::{Call, Done, wait},
    table::{self, Columns},
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Revoke(Revoke),
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Revoke {
    #[arg(value_name = "ID")]
    which: SessionId,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Revoke(arguments) => {
            let session = call.session()?;
            wait(session.end_session(arguments.which))??;
            call.say("cli-session-revoked", &[]);
            Ok(exit::DONE)
        }
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let sessions = wait(call.session()?.sessions())??.items;
    let names = &["name", "role", "organisation", "client", "from", "begun", "seen", "ended", "id"];
    let columns = Columns { key: "cli-session-column", names, cells: &|_, session| cells(session), none: "cli-session-none" };
    table::print(call, &sessions, arguments.json, &columns)
}

fn cells(session: &Session) -> Vec<SafeText> {
    let time = |at| {
        let (hour, minute) = zone::hour_minute(at);
        SafeText::line(&format!("{} {hour:02}:{minute:02}", zone::date_of(at)))
    };
    vec![
        session.name.line(),
        SafeText::line(session.role.code()),
        SafeText::line(&session.organisation),
        SafeText::line(&session.client),
        SafeText::line(&session.from),
        time(session.begun),
        time(session.last_seen),
        session.ended.map_or_else(SafeText::default, time),
        SafeText::line(&session.id.to_string()),
    ]
}
