//! `loket commitment`: what a body promised, when it is due, and that it was kept or need not be kept any more.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Again, Show, changed, list, made, reopen, show, which::Which};
use crate::{
    api::{
        arrangement::{CommitmentPatch, KeepCommitment, LapseCommitment, NewCommitment},
        problem::exit,
    },
    cli::{
        call::{Call, Done, Stop, wait},
        signal::{Key, Number, typed_text},
        values::{day, filled},
    },
    client::Write,
    domain::{
        arrangement::ArrangementKind,
        commitment::{CommitmentFacts, CommitmentSource, Counted, Due},
        ids::OrganisationCode,
        term::length::Length,
        text::RawText,
        zone,
    },
};

const KIND: ArrangementKind = ArrangementKind::Commitment;

#[derive(Subcommand)]
pub(in crate::cli) enum Command {
    List(list::List),
    Show(Show),
    Add(Box<Add>),
    Change(Box<Correct>),
    Keep(Keep),
    Lapse(Lapse),
    Reopen(Again),
}

#[derive(Args)]
pub(in crate::cli) struct Add {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "-")]
    text: String,
    #[arg(long, value_name = "CODE")]
    body: String,
    #[arg(long, value_name = "FUNCTION", default_value = "")]
    person: String,
    #[arg(long, value_name = "FUNCTION", default_value = "")]
    to: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    called_on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE|LENGTH", value_parser = wished)]
    due: Wish,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Correct {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "-", default_value = "", conflicts_with = "evidence")]
    text: String,
    #[arg(long, value_name = "CODE")]
    body: Option<String>,
    #[arg(long, value_name = "FUNCTION")]
    person: Option<String>,
    #[arg(long, value_name = "FUNCTION")]
    to: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    called_on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE|LENGTH", value_parser = wished)]
    due: Option<Wish>,
    #[arg(long, value_name = "-", default_value = "")]
    evidence: String,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Keep {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[arg(long, value_name = "-", default_value = "")]
    evidence: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Lapse {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[arg(long, value_name = "REASON", value_parser = filled)]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

/// When it is to be due, as it is typed.
#[derive(Debug, Clone)]
pub(in crate::cli) enum Wish {
    Day(NaiveDate),
    In(Length),
}

pub(in crate::cli) fn wished(text: &str) -> Result<Wish, String> {
    let length = text.trim().parse().map(Wish::In);
    zone::read_date(text).map(Wish::Day).or(length.ok()).ok_or_else(String::new)
}

pub(in crate::cli) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list::run(call, KIND, &arguments),
        Command::Show(arguments) => show::<CommitmentFacts>(call, &arguments),
        Command::Add(arguments) => add(call, &arguments),
        Command::Change(arguments) => change(call, &arguments),
        Command::Keep(arguments) => keep(call, &arguments),
        Command::Lapse(arguments) => lapse(call, &arguments),
        Command::Reopen(arguments) => reopen::<CommitmentFacts>(call, &arguments),
    }
}

fn add(call: &mut Call, arguments: &Add) -> Done {
    let facts = CommitmentFacts {
        text: typed_text(call, "--text", &arguments.text)?,
        organisation: code(&arguments.body),
        person: arguments.person.as_str().into(),
        to: arguments.to.as_str().into(),
        source: arguments.called_on.map(|on| CommitmentSource::PhoneCall { on }),
        due: due(call, &arguments.due)?,
        evidence: RawText::default(),
    };
    let new = NewCommitment { signal: arguments.number.read(call)?.to_string(), facts };
    made::<CommitmentFacts>(call, &arguments.key, |key| Write::record_arrangement(key, KIND, &new), arguments.json)
}

fn change(call: &mut Call, arguments: &Correct) -> Done {
    let text = typed_text(call, "--text", &arguments.text)?;
    let evidence = typed_text(call, "--evidence", &arguments.evidence)?;
    let due = arguments.due.as_ref().map(|wish| due(call, wish)).transpose()?;
    let patch = CommitmentPatch {
        text: Some(text).filter(|text| !text.is_blank()),
        organisation: arguments.body.as_deref().map(code),
        person: arguments.person.as_deref().map(RawText::from),
        to: arguments.to.as_deref().map(RawText::from),
        source: arguments.called_on.map(|on| CommitmentSource::PhoneCall { on }),
        due,
        evidence: Some(evidence).filter(|evidence| !evidence.is_blank()),
        reason: arguments.reason.as_str().into(),
    };
    let write = |key, seen| Write::correct_arrangement(key, KIND, seen, &patch);
    changed::<CommitmentFacts>(call, &arguments.which, &arguments.key, "corrected", write, arguments.json)
}

fn keep(call: &mut Call, arguments: &Keep) -> Done {
    let body = KeepCommitment { on: arguments.on, evidence: typed_text(call, "--evidence", &arguments.evidence)? };
    let write = |key, seen| Write::keep_commitment(key, seen, &body);
    changed::<CommitmentFacts>(call, &arguments.which, &arguments.key, "kept", write, arguments.json)
}

fn lapse(call: &mut Call, arguments: &Lapse) -> Done {
    let body = LapseCommitment { on: arguments.on, reason: arguments.reason.as_str().into() };
    let write = |key, seen| Write::lapse_commitment(key, seen, &body);
    changed::<CommitmentFacts>(call, &arguments.which, &arguments.key, "closed", write, arguments.json)
}

/// The day that is meant; a length counts from the server's day. The server counts again and refuses another day.
pub(in crate::cli) fn due(call: &mut Call, wish: &Wish) -> Result<Due, Stop> {
    let length = match wish {
        Wish::Day(on) => return Ok(Due::on(*on)),
        Wish::In(length) => *length,
    };
    let session = call.session()?;
    let from = wait(session.me())??.today;
    let mut due = Due { on: from, counted: Some(Counted { from, length: length.to_string() }) };
    let explained = due.explained().ok_or_else(|| Stop::Said("fault-no-such-length", vec![], exit::INPUT))?;
    due.on = explained.end.end;
    Ok(due)
}

fn code(given: &str) -> OrganisationCode {
    OrganisationCode(given.trim().to_uppercase())
}
