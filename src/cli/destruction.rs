//! `loket destruction`: closed cases whose term has passed are listed, proposed by one person, and erased when another approves.
//!
//! Approving takes two steps: the first shows exactly what is proposed, the second approves what has that hash.

use clap::{Args, Subcommand};

use super::{
    call::{Call, Done, Stop, wait},
    signal::{Key, Number, sent},
    table,
};
use crate::{
    api::{
        confirmation::Decline,
        problem::exit,
        retention::{DestructionDetail, NewDestruction},
    },
    client::Write,
    domain::{
        destruction::{CaseFate, DestructionCase},
        ids::{DestructionId, IdempotencyKey},
        retention::Destroyable,
        text::SafeText,
    },
    locale::Texts,
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Propose(Propose),
    Proposed(List),
    Approve(Approve),
    Reject(Settle),
    Withdraw(Settle),
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Propose {
    #[arg(value_name = "NUMBER", required = true)]
    numbers: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Approve {
    #[arg(value_name = "ID")]
    id: DestructionId,
    #[arg(long, value_name = "HASH")]
    hash: Option<String>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Settle {
    #[arg(value_name = "ID")]
    id: DestructionId,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Propose(arguments) => propose(call, &arguments),
        Command::Proposed(arguments) => proposed(call, &arguments),
        Command::Approve(arguments) => approve(call, &arguments),
        Command::Reject(arguments) => settle(call, &arguments, Write::reject_destruction),
        Command::Withdraw(arguments) => settle(call, &arguments, Write::withdraw_destruction),
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let found = wait(session.destruction_list())??;
    if arguments.json {
        call.print_json(&found)?;
    } else {
        let rows: Vec<Vec<SafeText>> =
            found.items.iter().map(|one| row(&call.texts, &one.number.to_string(), &one.term, None)).collect();
        table_of(call, &rows, false)?;
    }
    if found.items.is_empty() {
        call.say("cli-destruction-list-none", &[]);
        return Ok(exit::NOTHING);
    }
    if found.more {
        call.say("cli-list-more", &[("limit", found.items.len().into())]);
    }
    Ok(exit::DONE)
}

fn propose(call: &mut Call, arguments: &Propose) -> Done {
    let numbers = arguments.numbers.iter().map(|number| Number::typed(number).read(call)).collect::<Result<_, Stop>>()?;
    let (session, key) = (call.session()?, arguments.key.of(call));
    let new = NewDestruction { numbers, reason: arguments.reason.as_str().into() };
    let made: DestructionDetail = wait(sent(key, session.write(&Write::propose_destruction(key, &new))))??;
    show(call, &made, arguments.json)?;
    let id = made.item.id.to_string();
    call.say("cli-destruction-proposed-so", &[("count", made.item.cases.len().into()), ("id", id.into())]);
    Ok(exit::DONE)
}

fn proposed(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let found = wait(session.destructions())??;
    if arguments.json {
        call.print_json(&found)?;
    }
    if found.items.is_empty() {
        call.say("cli-destruction-none", &[]);
        return Ok(exit::NOTHING);
    }
    if arguments.json {
        return Ok(exit::DONE);
    }
    let header = ["id", "state", "by", "cases", "erased"].map(|name| call.texts.get(&format!("cli-destruction-column-{name}")));
    let count = |one: &DestructionDetail, fate| one.item.cases.iter().filter(|case| case.fate == fate).count();
    let rows: Vec<Vec<SafeText>> = found
        .items
        .iter()
        .map(|one| {
            vec![
                SafeText::line(&one.item.id.to_string()),
                SafeText::line(&call.texts.get(&format!("destruction-state-{}", one.item.proposal.state))),
                one.item.proposal.proposed_by_name.line(),
                SafeText::line(&one.item.cases.len().to_string()),
                SafeText::line(&count(one, CaseFate::Erased).to_string()),
            ]
        })
        .collect();
    for line in table::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

fn approve(call: &mut Call, arguments: &Approve) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let Some(hash) = &arguments.hash else {
        let found = wait(session.destruction(arguments.id))??;
        show(call, &found, arguments.json)?;
        let (id, hash) = (found.item.id.to_string(), found.item.proposal.hash.as_str());
        call.say("cli-destruction-approve-so", &[("id", id.into()), ("hash", hash.into())]);
        return Ok(exit::DONE);
    };
    let write = Write::approve_destruction(key, arguments.id, hash);
    let done: DestructionDetail = wait(sent(key, session.write(&write)))??;
    show(call, &done, arguments.json)?;
    let erased = done.item.cases.iter().filter(|case| case.fate == CaseFate::Erased).count();
    let day = done.backups_until.map(|day| call.texts.day(day)).unwrap_or_default();
    call.say("cli-destruction-approved", &[("count", erased.into()), ("day", day.into())]);
    Ok(exit::DONE)
}

fn settle(call: &mut Call, arguments: &Settle, write: fn(IdempotencyKey, DestructionId, &Decline) -> Write) -> Done {
    let (session, key) = (call.session()?, arguments.key.of(call));
    let why = Decline { reason: arguments.reason.as_str().into() };
    let done: DestructionDetail = wait(sent(key, session.write(&write(key, arguments.id, &why))))??;
    if arguments.json {
        call.print_json(&done)?;
    }
    call.say("cli-destruction-nothing-erased", &[]);
    Ok(exit::DONE)
}

/// The reason and the cases, with what became of each.
fn show(call: &mut Call, detail: &DestructionDetail, json: bool) -> Result<(), Stop> {
    if json {
        return call.print_json(detail).map(drop);
    }
    call.print(&detail.item.reason.line())?;
    let told = |case: &DestructionCase| row(&call.texts, &case.number.to_string(), &case.term, Some(case));
    let rows: Vec<Vec<SafeText>> = detail.item.cases.iter().map(told).collect();
    table_of(call, &rows, true)
}

fn table_of(call: &mut Call, rows: &[Vec<SafeText>], with_fate: bool) -> Result<(), Stop> {
    let names = ["number", "rule", "closed", "years", "since", "fate"];
    let header: Vec<String> = names[..if with_fate { 6 } else { 5 }]
        .iter()
        .map(|name| call.texts.get(&format!("cli-destruction-column-{name}")))
        .collect();
    if !rows.is_empty() {
        for line in table::lines(&header, rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    Ok(())
}

fn row(texts: &Texts, number: &str, term: &Destroyable, case: Option<&DestructionCase>) -> Vec<SafeText> {
    let mut cells = vec![
        SafeText::line(number),
        SafeText::line(&texts.get(&format!("retention-rule-{}", term.rule))),
        SafeText::line(&term.closed_on.to_string()),
        SafeText::line(&term.years.to_string()),
        SafeText::line(&term.since.to_string()),
    ];
    cells.extend(case.map(|case| {
        let fate = texts.get(&format!("destruction-fate-{}", case.fate));
        SafeText::line(&match case.kept_for {
            Some(hold) => format!("{fate}: {}", texts.get(&format!("retention-hold-{hold}"))),
            None => fate,
        })
    }));
    cells
}
