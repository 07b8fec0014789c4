//! `loket view`: saved views of the queue. A filter holds fields and codes only, so it may be an argument.

use std::collections::BTreeSet;

use clap::{Args, Subcommand};

use crate::{
    api::{problem::exit, view::NewView},
    client::{Failure, Session, Write},
    domain::{
        fold::fold,
        text::SafeText,
        view::{Base, Column, SavedView, ViewFacts},
    },
};

use super::{
    call::{Call, Done, Stop, wait},
    signal::{Key, sent},
    table::{self, Columns},
    values::codes,
    view_export,
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Create(Create),
    Delete(Delete),
    Export(view_export::Export),
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Create {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "FILTER", default_value = "", allow_hyphen_values = true)]
    filter: String,
    #[arg(long, value_name = "BASE", default_value = "open", value_parser = codes!(Base))]
    base: Base,
    #[arg(long, value_name = "COLUMN", default_value = "hard-date", value_parser = codes!(Column))]
    sort: Column,
    #[arg(long)]
    descending: bool,
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', value_parser = codes!(Column))]
    columns: Vec<Column>,
    #[arg(long)]
    shared: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Delete {
    #[arg(value_name = "ID|NAME")]
    which: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Create(arguments) => create(call, &arguments),
        Command::Delete(arguments) => delete(call, &arguments),
        Command::Export(arguments) => view_export::run(call, &arguments),
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let views = wait(call.session()?.views())??.items;
    let names = &["name", "shared", "base", "filter", "sort", "owner", "id"];
    table::print(call, &views, arguments.json, &Columns { key: "cli-view-column", names, cells: &row, none: "cli-view-none" })
}

fn row(call: &Call, view: &SavedView) -> Vec<SafeText> {
    let facts = &view.facts;
    let shared = call.texts.get(if facts.shared { "view-shared" } else { "view-own" });
    let sort = format!("{}{}", if facts.descending { "-" } else { "" }, facts.sort);
    vec![
        facts.name.line(),
        SafeText::line(&shared),
        SafeText::line(&call.texts.get(&format!("view-{}", facts.base))),
        facts.filter.line(),
        SafeText::line(&sort),
        view.owner_name.line(),
        SafeText::line(&view.id.to_string()),
    ]
}

fn create(call: &mut Call, arguments: &Create) -> Done {
    let session = call.session()?;
    let mut seen = BTreeSet::new();
    let facts = ViewFacts {
        name: arguments.name.as_str().into(),
        shared: arguments.shared,
        base: arguments.base,
        filter: arguments.filter.as_str().into(),
        sort: arguments.sort,
        descending: arguments.descending,
        columns: arguments.columns.iter().copied().filter(|column| seen.insert(*column)).collect(),
    };
    let key = arguments.key.of(call);
    let write = Write::create_view(key, &NewView { facts });
    let made = wait(sent(key, session.write::<crate::api::signal::Created<SavedView>>(&write)))??;
    told(call, &made.item, "cli-view-created", arguments.json)
}

fn delete(call: &mut Call, arguments: &Delete) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let view = wait(async {
        let found = find(&session, &arguments.which).await?;
        sent(key, session.write::<SavedView>(&Write::delete_view(key, found.id, found.version))).await
    })??;
    told(call, &view, "cli-view-deleted", arguments.json)
}

/// The view with this id, or the only one with this name.
pub(super) async fn find(session: &Session, which: &str) -> Result<SavedView, Stop> {
    let views = session.views().await.map_err(|failure: Failure| Stop::Failure(failure))?.items;
    let wanted = fold(which.trim());
    let mut found: Vec<SavedView> = match views.iter().find(|view| view.id.to_string() == which.trim()) {
        Some(view) => vec![view.clone()],
        None => views.into_iter().filter(|view| fold(view.facts.name.raw().trim()) == wanted).collect(),
    };
    let said = |key, exit| Err(Stop::Said(key, vec![("name", which.into())], exit));
    match (found.pop(), found.is_empty()) {
        (Some(view), true) => Ok(view),
        (Some(_), false) => said("cli-view-several", exit::SEVERAL),
        (None, _) => said("cli-view-unknown", exit::NOTHING),
    }
}

fn told(call: &mut Call, view: &SavedView, key: &'static str, json: bool) -> Done {
    if json {
        call.print_json(view)?;
    } else {
        call.say(key, &[("name", view.facts.name.line().into())]);
    }
    Ok(exit::DONE)
}
