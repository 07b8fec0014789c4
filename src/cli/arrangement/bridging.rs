//! `loket bridging`: care that starts now, who pays for now, and that who pays was settled.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Again, Show, changed, list, made, reopen, show, which::Which};
use crate::{
    api::arrangement::{BridgingPatch, NewBridging, SettleBridging},
    cli::{
        call::{Call, Done},
        signal::{Key, Number, typed_text},
        values::{codes, day},
    },
    client::Write,
    domain::{
        arrangement::ArrangementKind,
        bridging::{BridgingFacts, Payer},
        text::RawText,
    },
};

const KIND: ArrangementKind = ArrangementKind::Bridging;

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    List(list::List),
    Show(Show),
    Add(Box<Add>),
    Change(Box<Correct>),
    Settle(Settle),
    Reopen(Again),
}

#[derive(Args)]
pub(in crate::cli) struct Add {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "-")]
    care: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    available_at: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    agreed_on: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    provisional_payer: String,
    #[arg(long, value_name = "PAYER", value_parser = codes!(Payer))]
    payer: Vec<Payer>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    settle_by: NaiveDate,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Correct {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "-", default_value = "")]
    care: String,
    #[arg(long, value_name = "TEXT")]
    available_at: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    agreed_on: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT")]
    provisional_payer: Option<String>,
    #[arg(long, value_name = "PAYER", value_parser = codes!(Payer))]
    payer: Vec<Payer>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    settle_by: Option<NaiveDate>,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Settle {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[arg(long, value_name = "-")]
    settlement: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(in crate::cli) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list::run(call, KIND, &arguments),
        Command::Show(arguments) => show::<BridgingFacts>(call, &arguments),
        Command::Add(arguments) => add(call, &arguments),
        Command::Change(arguments) => change(call, &arguments),
        Command::Settle(arguments) => settle(call, &arguments),
        Command::Reopen(arguments) => reopen::<BridgingFacts>(call, &arguments),
    }
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    let facts = BridgingFacts {
        care: typed_text(call, "--care", &arguments.care)?,
        available_at: arguments.available_at.as_str().into(),
        agreed_on: arguments.agreed_on,
        provisional_payer: arguments.provisional_payer.as_str().into(),
        candidate_payers: arguments.payer.clone(),
        starts_on: arguments.from,
        settle_by: arguments.settle_by,
    };
    let new = NewBridging { signal: arguments.number.read(call)?.to_string(), facts };
    made::<BridgingFacts>(call, &arguments.key, |key| Write::record_arrangement(key, KIND, &new), arguments.json)
}

fn change(call: &mut Call, arguments: &Correct) -> Done {
    let care = typed_text(call, "--care", &arguments.care)?;
    let patch = BridgingPatch {
        care: Some(care).filter(|care| !care.is_blank()),
        available_at: arguments.available_at.as_deref().map(RawText::from),
        agreed_on: arguments.agreed_on.map(Some),
        provisional_payer: arguments.provisional_payer.as_deref().map(RawText::from),
        candidate_payers: Some(arguments.payer.clone()).filter(|payers| !payers.is_empty()),
        starts_on: arguments.from,
        settle_by: arguments.settle_by,
        reason: arguments.reason.as_str().into(),
    };
    let write = |key, seen| Write::correct_arrangement(key, KIND, seen, &patch);
    changed::<BridgingFacts>(call, &arguments.which, &arguments.key, "corrected", write, arguments.json)
}

fn settle(call: &mut Call, arguments: &Settle) -> Done {
    let body = SettleBridging { on: arguments.on, settlement: typed_text(call, "--settlement", &arguments.settlement)? };
    let write = |key, seen| Write::settle_bridging(key, seen, &body);
    changed::<BridgingFacts>(call, &arguments.which, &arguments.key, "closed", write, arguments.json)
}
