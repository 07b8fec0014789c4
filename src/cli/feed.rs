//! `loket feed`: addresses at which a calendar program reads the deadlines.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::{
    api::{feed::NewFeedToken, problem::exit},
    client::Write,
    domain::{feed_token::FeedToken, ids::FeedTokenId, text::SafeText, zone},
};

use super::{
    call::{Call, Done, wait},
    signal::{Key, sent},
    table::{self, Columns},
    values::{day, filled},
};

#[derive(Subcommand)]
pub(super) enum Command {
    Create(Create),
    List(List),
    Revoke(Revoke),
}

#[derive(Args)]
pub(super) struct Create {
    #[arg(value_name = "NAME", value_parser = filled)]
    name: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<NaiveDate>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Revoke {
    #[arg(value_name = "ID")]
    which: FeedTokenId,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Create(arguments) => create(call, &arguments),
        Command::List(arguments) => list(call, &arguments),
        Command::Revoke(arguments) => revoke(call, &arguments),
    }
}

/// The address alone on standard output, this once.
fn create(call: &mut Call, arguments: &Create) -> Done {
    let session = call.session()?;
    // Up to and including the day.
    let next = arguments.until.and_then(|until| until.succ_opt());
    let expires_at = next.and_then(|next| zone::instant_of(next.and_time(chrono::NaiveTime::MIN)));
    let new = NewFeedToken { name: arguments.name.as_str().into(), expires_at };
    let key = arguments.key.of(call);
    let mut made = wait(sent(key, session.make_feed_token(key, &new)))??;
    if let Some(path) = &mut made.path {
        *path = format!("{}{path}", session.server().trim_end_matches('/'));
    }
    if arguments.json {
        call.print_json(&made)?;
        return Ok(exit::DONE);
    }
    let id = ("id", made.item.id.to_string().into());
    match made.path {
        Some(address) => {
            call.print(&SafeText::line(&address))?;
            call.say("cli-feed-created", &[id]);
            Ok(exit::DONE)
        }
        None => {
            call.say("cli-feed-no-address", &[id]);
            Ok(exit::NOTHING)
        }
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let feeds = wait(call.session()?.feed_tokens())??.items;
    let names = &["name", "created", "until", "revoked", "id"];
    let columns = Columns { key: "cli-feed-column", names, cells: &|_, feed| cells(feed), none: "cli-feed-none" };
    table::print(call, &feeds, arguments.json, &columns)
}

fn cells(feed: &FeedToken) -> Vec<SafeText> {
    let day = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| zone::date_of(at).to_string()).unwrap_or_default();
    // It ends at the start of the day after.
    let last = feed.expires_at.map(|at| at - chrono::TimeDelta::microseconds(1));
    vec![
        feed.name.line(),
        SafeText::line(&day(Some(feed.created_at))),
        SafeText::line(&day(last)),
        SafeText::line(&day(feed.revoked_at)),
        SafeText::line(&feed.id.to_string()),
    ]
}

fn revoke(call: &mut Call, arguments: &Revoke) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let feed: FeedToken = wait(sent(key, session.write(&Write::revoke_feed_token(key, arguments.which))))??;
    if arguments.json {
        call.print_json(&feed)?;
    } else {
        call.say("cli-feed-revoked", &[("name", feed.name.line().into())]);
    }
    Ok(exit::DONE)
}
