//! `loket share`: the desk shares parts of a case with another organisation, sees with whom it is shared, and ends that.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{
    call::{Call, Done, wait},
    signal::{Key, Number, body, sent},
    table,
    values::{codes, day},
};
use crate::{
    api::{
        problem::exit,
        share::{EndShare, NewShare, ShareDetail},
    },
    client::Write,
    domain::{
        ids::ShareId,
        organisation,
        share::{ShareBasis, ShareFacts, ShareFlag, SharePart},
        text::SafeText,
    },
    locale::Texts,
};

#[derive(Subcommand)]
pub(super) enum Command {
    Add(Box<Add>),
    List(List),
    End(End),
}

#[derive(Args)]
pub(super) struct Add {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "NAME|CODE")]
    with: String,
    #[arg(long, value_name = "GROUND", value_parser = codes!(ShareBasis))]
    ground: ShareBasis,
    #[arg(long, value_name = "TEXT", default_value = "")]
    law: String,
    #[arg(long = "flag", value_name = "KIND", value_parser = codes!(ShareFlag))]
    flags: Vec<ShareFlag>,
    #[arg(long, value_name = "TEXT")]
    purpose: String,
    #[arg(long = "part", value_name = "WHAT", required = true, value_parser = codes!(SharePart))]
    parts: Vec<SharePart>,
    #[arg(long, value_name = "WHO")]
    decided_by: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: NaiveDate,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    number: Number,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct End {
    #[arg(value_name = "ID")]
    id: ShareId,
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Add(arguments) => add(call, &arguments),
        Command::List(arguments) => list(call, &arguments),
        Command::End(arguments) => end(call, &arguments),
    }
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    let facts = ShareFacts {
        recipient: body(&arguments.with)?,
        basis: arguments.ground,
        law: arguments.law.as_str().into(),
        flags: arguments.flags.clone(),
        purpose: arguments.purpose.as_str().into(),
        parts: arguments.parts.clone(),
        decided_by: arguments.decided_by.as_str().into(),
        until: arguments.until,
    };
    let (session, key) = (call.session()?, arguments.key.of(call));
    let number = arguments.number.read(call)?;
    let write = Write::share(key, &number.to_string(), &NewShare { facts });
    let made: ShareDetail = wait(sent(key, session.write(&write)))??;
    if arguments.json {
        call.print_json(&made)?;
    } else {
        call.print(&SafeText::line(&made.item.id.to_string()))?;
    }
    let day = call.texts.day(made.item.facts.until);
    let with = organisation::shown(made.item.facts.recipient.as_str());
    call.say("cli-share-added", &[("number", number.to_string().into()), ("with", with.into()), ("day", day.into())]);
    Ok(exit::DONE)
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let number = arguments.number.read(call)?;
    let found = wait(session.shares(&number.to_string()))??;
    if arguments.json {
        call.print_json(&found)?;
        return Ok(exit::DONE);
    }
    if !found.reported_by.is_desk() {
        let by = organisation::shown(found.reported_by.as_str());
        call.say("cli-share-reported-by", &[("number", number.to_string().into()), ("by", by.into())]);
    }
    if found.items.is_empty() {
        call.say("cli-share-none", &[("number", number.to_string().into())]);
        return Ok(exit::NOTHING);
    }
    let header = ["with", "state", "until", "ground", "parts", "purpose", "by", "id"];
    let header = header.map(|name| call.texts.get(&format!("cli-share-column-{name}")));
    let rows: Vec<Vec<SafeText>> = found.items.iter().map(|one| row(&call.texts, one)).collect();
    for line in table::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

fn end(call: &mut Call, arguments: &End) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let write = Write::end_share(key, arguments.id, &EndShare { reason: arguments.reason.as_str().into() });
    let ended: ShareDetail = wait(sent(key, session.write(&write)))??;
    if arguments.json {
        call.print_json(&ended)?;
    }
    let with = organisation::shown(ended.item.facts.recipient.as_str());
    call.say("cli-share-ended", &[("number", ended.item.signal_number.to_string().into()), ("with", with.into())]);
    Ok(exit::DONE)
}

fn row(texts: &Texts, one: &ShareDetail) -> Vec<SafeText> {
    let facts = &one.item.facts;
    let parts: Vec<String> = facts.parts.iter().map(|part| texts.get(&format!("share-field-{part}"))).collect();
    let ground = texts.get(&format!("share-basis-{}", facts.basis));
    let ground = if facts.law.is_blank() { ground } else { format!("{ground}: {}", facts.law.line()) };
    vec![
        SafeText::line(&organisation::shown(facts.recipient.as_str())),
        SafeText::line(&texts.get(&format!("share-state-{}", one.state))),
        SafeText::line(&facts.until.to_string()),
        SafeText::line(&ground),
        SafeText::line(&parts.join(", ")),
        facts.purpose.line(),
        facts.decided_by.line(),
        SafeText::line(&one.item.id.to_string()),
    ]
}
