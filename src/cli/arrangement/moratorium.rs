//! `loket moratorium`: what a court or an act set, recorded and corrected; that it ended before its last day.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Again, Show, changed, list, made, reopen, show, which::Which};
use crate::{
    api::arrangement::{EndMoratorium, MoratoriumPatch, NewMoratorium},
    cli::{
        call::{Call, Done},
        signal::{Key, Number, typed_text},
        values::{codes, day, filled},
    },
    client::Write,
    domain::{
        arrangement::ArrangementKind,
        moratorium::{MoratoriumFacts, MoratoriumKind},
        text::RawText,
    },
};

const KIND: ArrangementKind = ArrangementKind::Moratorium;

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    List(list::List),
    Show(Show),
    Add(Box<Add>),
    Change(Box<Correct>),
    End(End),
    Reopen(Again),
}

#[derive(Args)]
pub(in crate::cli) struct Add {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "KIND", value_parser = codes!(MoratoriumKind))]
    kind: MoratoriumKind,
    #[arg(long, value_name = "TEXT", value_parser = filled)]
    set_by: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    decided_on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: NaiveDate,
    #[arg(long, value_name = "TEXT")]
    creditor: Vec<String>,
    #[arg(long, value_name = "-", default_value = "")]
    conditions: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Correct {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "KIND", value_parser = codes!(MoratoriumKind))]
    kind: Option<MoratoriumKind>,
    #[arg(long, value_name = "TEXT", value_parser = filled)]
    set_by: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    decided_on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT")]
    creditor: Vec<String>,
    #[arg(long, value_name = "-", default_value = "")]
    conditions: String,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct End {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "REASON", value_parser = filled)]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list::run(call, KIND, &arguments),
        Command::Show(arguments) => show::<MoratoriumFacts>(call, &arguments),
        Command::Add(arguments) => add(call, &arguments),
        Command::Change(arguments) => change(call, &arguments),
        Command::End(arguments) => end(call, &arguments),
        Command::Reopen(arguments) => reopen::<MoratoriumFacts>(call, &arguments),
    }
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    let facts = MoratoriumFacts {
        kind: arguments.kind,
        set_by: arguments.set_by.as_str().into(),
        decided_on: arguments.decided_on,
        first_day: arguments.from,
        last_day: arguments.through,
        creditors: texts(&arguments.creditor),
        conditions: typed_text(call, "--conditions", &arguments.conditions)?,
    };
    let new = NewMoratorium { signal: arguments.number.read(call)?.to_string(), facts };
    made::<MoratoriumFacts>(call, &arguments.key, |key| Write::record_arrangement(key, KIND, &new), arguments.json)
}

fn change(call: &mut Call, arguments: &Correct) -> Done {
    let conditions = typed_text(call, "--conditions", &arguments.conditions)?;
    let patch = MoratoriumPatch {
        kind: arguments.kind,
        set_by: arguments.set_by.as_deref().map(RawText::from),
        decided_on: arguments.decided_on.map(Some),
        first_day: arguments.from,
        last_day: arguments.through,
        creditors: Some(texts(&arguments.creditor)).filter(|creditors| !creditors.is_empty()),
        conditions: Some(conditions).filter(|conditions| !conditions.is_blank()),
        reason: arguments.reason.as_str().into(),
    };
    let write = |key, seen| Write::correct_arrangement(key, KIND, seen, &patch);
    changed::<MoratoriumFacts>(call, &arguments.which, &arguments.key, "corrected", write, arguments.json)
}

fn end(call: &mut Call, arguments: &End) -> Done {
    let body = EndMoratorium { from: arguments.from, reason: arguments.reason.as_str().into() };
    let write = |key, seen| Write::end_moratorium(key, seen, &body);
    changed::<MoratoriumFacts>(call, &arguments.which, &arguments.key, "closed", write, arguments.json)
}

fn texts(given: &[String]) -> Vec<RawText> {
    given.iter().map(|text| text.as_str().into()).collect()
}
