//! `loket account`: accounts with a password, kept on the machine of the server.

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::{ids::AccountId, role::Role, text::SafeText, zone},
    server::local_accounts::{self, LocalAccount, MOST, NewAccount, NotAdded},
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
    table::{self, Columns},
    token::organisation,
    values::{codes, filled},
};

#[derive(Subcommand)]
pub(super) enum Command {
    Add(Add),
    List(List),
    Remove(Named),
    Reset(Named),
    Unlock(Named),
}

#[derive(Args)]
pub(super) struct Add {
    #[command(flatten)]
    database: Database,
    #[arg(value_name = "NAME", value_parser = filled)]
    name: String,
    #[arg(long, value_name = "ROLE", value_parser = codes!(Role))]
    role: Role,
    #[arg(long, value_name = "CODE")]
    organisation: Option<String>,
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    database: Database,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Named {
    #[command(flatten)]
    database: Database,
    #[arg(value_name = "NAME", value_parser = filled)]
    name: String,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Add(arguments) => add(call, &arguments),
        Command::List(arguments) => list(call, &arguments),
        Command::Remove(arguments) => {
            let (options, now) = (arguments.database.options(call)?, call.now());
            let removed = wait(async {
                let store = Database::open(&options).await?;
                Ok::<_, Stop>(local_accounts::remove(&store, now, &arguments.name).await?)
            })??;
            Ok(told(call, removed, "cli-account-removed", &arguments.name))
        }
        Command::Reset(arguments) => {
            let (options, now) = (arguments.database.options(call)?, call.now());
            let secret = wait(async {
                let store = Database::open(&options).await?;
                Ok::<_, Stop>(local_accounts::reset(&store, now, &arguments.name).await?)
            })??;
            if let Some(secret) = &secret {
                call.print(&SafeText::line(secret))?;
                call.flush()?;
            }
            Ok(told(call, secret.is_some(), "cli-account-was-reset", &arguments.name))
        }
        Command::Unlock(arguments) => {
            let (options, now) = (arguments.database.options(call)?, call.now());
            let unlocked = wait(async {
                let store = Database::open(&options).await?;
                Ok::<_, Stop>(local_accounts::unlock(&store, now, &arguments.name).await?)
            })??;
            Ok(told(call, unlocked, "cli-account-unlocked", &arguments.name))
        }
    }
}

fn told(call: &mut Call, done: bool, key: &str, name: &str) -> u8 {
    call.say(if done { key } else { "cli-account-unknown" }, &[("name", name.into())]);
    if done { exit::DONE } else { exit::NOTHING }
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    if !arguments.role.is_of_people() {
        return Err(Stop::Said("cli-account-of-people", vec![], exit::USAGE));
    }
    let organisation = organisation(arguments.organisation.as_deref())?;
    let (options, now) = (arguments.database.options(call)?, call.now());
    let new = NewAccount { name: arguments.name.trim().into(), role: arguments.role, organisation };
    let added = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(local_accounts::add(&store, now, new).await)
    })??;
    let (account, secret) = added.map_err(|why| match why {
        NotAdded::Full => Stop::Said("cli-account-full", vec![("most", MOST.into())], exit::CONFLICT),
        NotAdded::Taken => Stop::Said("cli-account-taken", vec![("name", arguments.name.as_str().into())], exit::CONFLICT),
        NotAdded::Store(error) => error.into(),
    })?;
    call.print(&SafeText::line(&secret))?;
    call.flush()?;
    call.say("cli-account-added", &[("account", account.to_string().into()), ("name", arguments.name.as_str().into())]);
    Ok(exit::DONE)
}

/// An account for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    account: AccountId,
    name: String,
    role: Role,
    organisation: String,
    made_at: chrono::DateTime<chrono::Utc>,
    set_up_until: Option<chrono::DateTime<chrono::Utc>>,
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let options = arguments.database.options(call)?;
    let accounts = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(local_accounts::list(&store).await?)
    })??;
    let shown: Vec<Shown> = accounts.into_iter().map(shown).collect();
    let names = &["name", "role", "organisation", "made", "set-up", "account"];
    let columns = Columns { key: "cli-account-column", names, cells: &|_, account| cells(account), none: "cli-account-none" };
    table::print(call, &shown, arguments.json, &columns)
}

fn shown(account: LocalAccount) -> Shown {
    Shown {
        account: account.account,
        name: account.name.0,
        role: account.role,
        organisation: account.organisation,
        made_at: account.made_at,
        set_up_until: account.set_up_until,
    }
}

fn cells(account: &Shown) -> Vec<SafeText> {
    let time = |at| {
        let (hour, minute) = zone::hour_minute(at);
        SafeText::line(&format!("{} {hour:02}:{minute:02}", zone::date_of(at)))
    };
    vec![
        SafeText::line(&account.name),
        SafeText::line(account.role.code()),
        SafeText::line(&account.organisation),
        time(account.made_at),
        account.set_up_until.map_or_else(SafeText::default, time),
        SafeText::line(&account.account.to_string()),
    ]
}
