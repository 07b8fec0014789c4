//! `loket agenda paper`: the papers that go with an item; each change is a version, and every version can be read.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{items::changed, page, which::Which};
use crate::{
    api::{
        item_paper::{ItemPaperDetail, ItemPaperPatch, NewItemPaper, PaperVersion},
        meeting::AgendaItemDetail,
        problem::exit,
    },
    cli::{
        call::{Call, Done, wait},
        signal::{Key, sent, typed_text},
        values::{body, day},
    },
    client::Write,
    domain::{
        ids::PartId,
        meeting::ItemPaperFacts,
        text::{RawText, SafeText},
        zone,
    },
    locale::Texts,
};

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    Add(Add),
    Change(Change),
    Withdraw(Withdraw),
    Show(Show),
}

#[derive(Args)]
pub(in crate::cli) struct Add {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "TEXT")]
    title: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "-", required_unless_present = "address")]
    text: Option<String>,
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    #[arg(long = "body", value_name = "CODE")]
    bodies: Vec<String>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Change {
    #[arg(value_name = "ID")]
    paper: PartId,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<NaiveDate>,
    #[arg(long, value_name = "-")]
    text: Option<String>,
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    #[arg(long = "body", value_name = "CODE", conflicts_with = "nobody")]
    bodies: Vec<String>,
    #[arg(long)]
    nobody: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Withdraw {
    #[arg(value_name = "ID")]
    paper: PartId,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Show {
    #[arg(value_name = "ID")]
    paper: PartId,
    #[arg(long, value_name = "N")]
    version: Option<i64>,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: &Command) -> Done {
    match command {
        Command::Add(arguments) => add(call, arguments),
        Command::Change(arguments) => change(call, arguments),
        Command::Withdraw(arguments) => {
            let patch = ItemPaperPatch { withdrawn: Some(true), ..ItemPaperPatch::default() };
            patched(call, arguments.paper, &arguments.key, &patch, ("cli-agenda-paper-withdrawn", arguments.json))
        }
        Command::Show(arguments) => show(call, arguments),
    }
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    let facts = ItemPaperFacts {
        title: arguments.title.as_str().into(),
        on: arguments.on,
        text: text(call, arguments.text.as_deref())?.unwrap_or_default(),
        address: arguments.address.as_deref().unwrap_or_default().into(),
        bodies: arguments.bodies.iter().map(|given| body(given)).collect(),
    };
    let new = NewItemPaper { facts };
    let write = |key, found: &AgendaItemDetail| Write::put_paper(key, found.item.id, &new);
    changed(call, &arguments.which, &arguments.key, write, "cli-agenda-paper-added", arguments.json)
}

fn change(call: &mut Call, arguments: &Change) -> Done {
    let bodies: Vec<_> = arguments.bodies.iter().map(|given| body(given)).collect();
    let patch = ItemPaperPatch {
        title: arguments.title.as_deref().map(RawText::from),
        on: arguments.on.map(Some),
        text: text(call, arguments.text.as_deref())?,
        address: arguments.address.as_deref().map(RawText::from),
        bodies: (arguments.nobody || !bodies.is_empty()).then_some(bodies),
        withdrawn: None,
    };
    patched(call, arguments.paper, &arguments.key, &patch, ("cli-agenda-paper-changed", arguments.json))
}

fn patched(call: &mut Call, paper: PartId, key: &Key, patch: &ItemPaperPatch, (said, json): (&'static str, bool)) -> Done {
    let (session, key) = (call.session()?, key.of(call));
    let now: AgendaItemDetail = wait(async {
        let found = session.item_paper(paper, &PaperVersion::default()).await?;
        sent(key, session.write(&Write::patch_paper(key, paper, found.item.version, patch))).await
    })??;
    page::item(call, &now, json)?;
    call.say(said, &[]);
    Ok(exit::DONE)
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found = wait(session.item_paper(arguments.paper, &PaperVersion { version: arguments.version }))??;
    if arguments.json {
        call.print_json(&found)?;
    } else {
        let text = whole(&found, &call.texts);
        call.print_block(&text)?;
    }
    Ok(exit::DONE)
}

/// Text about people is piped in or typed, never an argument.
fn text(call: &mut Call, given: Option<&str>) -> Result<Option<RawText>, crate::cli::call::Stop> {
    given.map(|given| typed_text(call, "--text", given)).transpose()
}

/// A version of a paper, and which others there are.
fn whole(found: &ItemPaperDetail, texts: &Texts) -> String {
    let (item, facts) = (&found.item, &found.item.facts);
    let mut lines = vec![];
    let mut field = |name: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("{}: {value}", texts.get(&format!("cli-agenda-paper-field-{name}"))));
        }
    };
    field("title", facts.title.line().into_string());
    field("id", item.id.to_string());
    field("on", facts.on.map(|on| texts.day(on)).unwrap_or_default());
    let bodies: Vec<&str> = facts.bodies.iter().map(|code| code.as_str()).collect();
    field("bodies", SafeText::line(&bodies.join(", ")).into_string());
    field("address", facts.address.line().into_string());
    for one in &found.versions {
        let mark = if one.version == item.version { "*" } else { "" };
        let late = if one.late == Some(true) { format!(", {}", texts.get("cli-agenda-paper-late")) } else { String::new() };
        let gone = if one.withdrawn { format!(", {}", texts.get("cli-agenda-paper-is-withdrawn")) } else { String::new() };
        let day = texts.day(zone::date_of(one.recorded_at));
        field("version", format!("{}{mark}  {day}  {}{late}{gone}", one.version, one.recorded_by_name.line()));
    }
    if !facts.text.is_blank() {
        lines.push(String::new());
        lines.push(facts.text.block().into_string());
    }
    lines.join("\n")
}
