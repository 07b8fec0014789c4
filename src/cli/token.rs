//! `loket token`: bearer tokens, until people sign in.

use chrono::TimeDelta;
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::{ids::AccountId, organisation, role::Role, text::SafeText, zone},
    intake::nearest,
    server::tokens::{self, DESK_ORGANISATION, NewToken, Token},
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
    json::Items,
    table,
    values::{codes, filled},
};

#[derive(Subcommand)]
pub(super) enum Command {
    Create(Create),
    List(List),
    Revoke(Revoke),
    Confirm(Revoke),
}

#[derive(Args)]
pub(super) struct Create {
    #[command(flatten)]
    database: Database,
    #[arg(long, value_name = "ROLE", value_parser = codes!(Role))]
    role: Role,
    #[arg(long, value_name = "NAME", value_parser = filled)]
    name: String,
    #[arg(long, value_name = "CODE")]
    organisation: Option<String>,
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=3650))]
    expires: Option<u32>,
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    database: Database,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Revoke {
    #[command(flatten)]
    database: Database,
    #[arg(value_name = "ACCOUNT")]
    account: AccountId,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Create(arguments) => create(call, &arguments),
        Command::List(arguments) => list(call, &arguments),
        Command::Revoke(arguments) => revoke(call, &arguments),
        Command::Confirm(arguments) => confirm(call, &arguments),
    }
}

/// The code of an organisation that exists; the desk itself unless said otherwise.
pub(super) fn organisation(given: Option<&str>) -> Result<String, Stop> {
    let Some(given) = given.filter(|given| *given != DESK_ORGANISATION) else { return Ok(DESK_ORGANISATION.into()) };
    let all = organisation::all();
    let found = organisation::find(&all, given);
    found.map(|found| found.code.to_string()).ok_or_else(|| {
        let near = nearest(given, all.iter().map(|one| one.code.as_str())).unwrap_or("none");
        Stop::Said("cli-unknown-organisation", vec![("given", given.into()), ("near", near.into())], exit::USAGE)
    })
}

fn create(call: &mut Call, arguments: &Create) -> Done {
    if !arguments.role.is_of_people() && arguments.expires.is_none() {
        return Err(Stop::Said("cli-token-must-expire", vec![], exit::USAGE));
    }
    let organisation = organisation(arguments.organisation.as_deref())?;
    let options = arguments.database.options(call)?;
    let now = call.now();
    let token = NewToken {
        role: arguments.role,
        name: arguments.name.as_str().into(),
        organisation,
        expires_at: arguments.expires.map(|days| now + TimeDelta::days(days.into())),
    };
    let (account, secret, is_confirmed) = wait(async {
        let store = Database::open(&options).await?;
        let (account, secret) = tokens::create(&store, now, token).await?;
        Ok::<_, Stop>((account, secret, tokens::is_confirmed(&store, account).await?))
    })??;
    call.print(&SafeText::line(&secret))?;
    call.flush()?;
    call.say("cli-token-created", &[("account", account.to_string().into())]);
    if !is_confirmed {
        call.say("cli-administrator-waits", &[("account", account.to_string().into())]);
    }
    Ok(exit::DONE)
}

/// A token without its secret, for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'t> {
    account: AccountId,
    name: &'t str,
    role: Role,
    organisation: &'t str,
    created_at: chrono::DateTime<chrono::Utc>,
    expires_at: Option<chrono::DateTime<chrono::Utc>>,
    revoked_at: Option<chrono::DateTime<chrono::Utc>>,
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let options = arguments.database.options(call)?;
    let tokens = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(tokens::list(&store).await?)
    })??;
    if arguments.json {
        let items: Vec<Shown<'_>> = tokens.iter().map(shown).collect();
        call.print_json(&Items { items })?;
    } else if !tokens.is_empty() {
        let header = ["account", "name", "role", "organisation", "created", "expires", "revoked"];
        let header = header.map(|name| call.texts.get(&format!("cli-column-{name}")));
        let rows: Vec<Vec<SafeText>> = tokens.iter().map(row).collect();
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    Ok(if tokens.is_empty() { exit::NOTHING } else { exit::DONE })
}

fn shown(token: &Token) -> Shown<'_> {
    Shown {
        account: token.account,
        name: token.name.raw(),
        role: token.role,
        organisation: &token.organisation,
        created_at: token.created_at,
        expires_at: token.expires_at,
        revoked_at: token.revoked_at,
    }
}

fn row(token: &Token) -> Vec<SafeText> {
    let day = |at: Option<chrono::DateTime<chrono::Utc>>| {
        SafeText::line(&at.map(|at| zone::date_of(at).to_string()).unwrap_or_default())
    };
    vec![
        SafeText::line(&token.account.to_string()),
        token.name.line(),
        SafeText::line(token.role.code()),
        SafeText::line(&token.organisation),
        day(Some(token.created_at)),
        day(token.expires_at),
        day(token.revoked_at),
    ]
}

fn revoke(call: &mut Call, arguments: &Revoke) -> Done {
    let options = arguments.database.options(call)?;
    let now = call.now();
    let revoked = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(tokens::revoke(&store, now, arguments.account).await?)
    })??;
    call.say(if revoked { "cli-token-revoked" } else { "cli-token-none" }, &[]);
    Ok(if revoked { exit::DONE } else { exit::NOTHING })
}

/// Where no administrator is left who could confirm another one.
fn confirm(call: &mut Call, arguments: &Revoke) -> Done {
    let (options, now) = (arguments.database.options(call)?, call.now());
    let confirmed = wait(async {
        let store = Database::open(&options).await?;
        Ok::<_, Stop>(tokens::confirm_first(&store, now, arguments.account).await?)
    })??;
    call.say(if confirmed { "cli-administrator-confirmed" } else { "cli-administrator-not-first" }, &[]);
    Ok(if confirmed { exit::DONE } else { exit::NOTHING })
}
