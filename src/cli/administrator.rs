//! `loket administrator`: who is one, and the second person for who becomes one.

use clap::{Args, Subcommand};

use super::{
    call::{Call, Done, wait},
    signal::{Key, sent},
    table::{self, Columns},
};
use crate::{
    api::problem::exit,
    client::Write,
    domain::{ids::AccountId, session::Administrator, text::SafeText, zone},
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Confirm(Confirm),
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Confirm {
    #[arg(value_name = "ACCOUNT")]
    account: AccountId,
    #[command(flatten)]
    key: Key,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Confirm(arguments) => {
            let (session, key) = (call.session()?, arguments.key.of(call));
            let () = wait(sent(key, session.write(&Write::confirm_administrator(key, arguments.account))))??;
            call.say("cli-administrator-confirmed", &[]);
            Ok(exit::DONE)
        }
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let all = wait(call.session()?.administrators())??.items;
    let names = &["name", "organisation", "made", "stands", "account"];
    let columns = Columns { key: "cli-administrator-column", names, cells: &cells, none: "cli-administrator-none" };
    table::print(call, &all, arguments.json, &columns)
}

fn cells(call: &Call, one: &Administrator) -> Vec<SafeText> {
    vec![
        one.name.line(),
        SafeText::line(&one.organisation),
        SafeText::line(&zone::date_of(one.made_at).to_string()),
        SafeText::line(&call.texts.get(if one.confirmed { "administrator-confirmed" } else { "administrator-waits" })),
        SafeText::line(&one.account.to_string()),
    ]
}
