//! `loket moratorium`, `loket bridging` and `loket commitment`: one command with the same verbs for each of the three. What a
//! kind says of its own stands in a file of its own.

mod bridging;
mod commitment;
mod import;
mod list;
mod moratorium;
mod page;
mod which;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::{
    call::{Call, Done, Stop, wait},
    signal::{Key, Number, sent},
};
use crate::{
    api::{
        arrangement::{ArrangementDetail, Closes, NewArrangement, Reopen},
        problem::exit,
    },
    client::{Seen, Write},
    domain::{
        arrangement::{ArrangementFacts, Closing},
        ids::IdempotencyKey,
    },
    locale::FieldsInWords,
};

pub(super) use commitment::{Wish, due_from, wished};
pub(super) use import::{Commitments, commitments};
use which::Which;

pub(super) type Moratorium = Command<moratorium::Facts, moratorium::Patch, moratorium::Closings>;
pub(super) type Bridging = Command<bridging::Facts, bridging::Patch, bridging::Closings>;
type Commitment = Command<commitment::Facts, commitment::Patch, commitment::Closings>;

#[derive(Subcommand)]
pub(super) enum Command<F: Args, P: Args, C: Subcommand> {
    List(list::List),
    Show(Show),
    Add(Box<Add<F>>),
    Change(Box<Change<P>>),
    #[command(flatten)]
    Close(C),
    Reopen(Again),
}

#[derive(Args)]
pub(super) struct Show {
    #[command(flatten)]
    which: Which,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Add<F: Args> {
    #[command(flatten)]
    number: Number,
    #[command(flatten)]
    facts: F,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Change<P: Args> {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    patch: P,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Close<C: Args> {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    closing: C,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Again {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "REASON", value_parser = super::values::filled)]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

/// Arguments that say what is sent.
pub(super) trait Says {
    /// What is sent.
    type Body: Serialize;

    /// It; reads standard input where a text is `-`.
    fn body(&self, call: &mut Call) -> Result<Self::Body, Stop>;
}

/// The ways in which a kind is closed.
pub(super) trait Closed {
    /// Closes one.
    fn close(&self, call: &mut Call) -> Done;
}

pub(super) fn run<F, P, C>(call: &mut Call, command: Command<F, P, C>) -> Done
where
    F: Args + Says<Body: ArrangementFacts + FieldsInWords>,
    P: Args + Says,
    C: Subcommand + Closed,
{
    match command {
        Command::List(arguments) => list::run(call, <F::Body as ArrangementFacts>::KIND, &arguments),
        Command::Show(arguments) => show::<F::Body>(call, &arguments),
        Command::Add(arguments) => add(call, &arguments),
        Command::Change(arguments) => change::<F::Body, P>(call, &arguments),
        Command::Close(closing) => closing.close(call),
        Command::Reopen(arguments) => reopen::<F::Body>(call, &arguments),
    }
}

fn show<F: ArrangementFacts + FieldsInWords>(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found: ArrangementDetail<F> = wait(arguments.which.read(call, &session))??;
    page::told(call, &found, arguments.json)?;
    Ok(exit::DONE)
}

fn add<A: Args + Says<Body: ArrangementFacts + FieldsInWords>>(call: &mut Call, arguments: &Add<A>) -> Done {
    let facts = arguments.facts.body(call)?;
    let new = NewArrangement { signal: arguments.number.read(call)?.to_string(), facts, imported_from: None };
    let session = call.session()?;
    let key = arguments.key.of(call);
    let write = Write::record_arrangement(key, <A::Body as ArrangementFacts>::KIND, &new);
    let now: ArrangementDetail<A::Body> = wait(sent(key, session.write(&write)))??;
    said(call, &now, "recorded", arguments.json)
}

fn change<F: ArrangementFacts + FieldsInWords, P: Args + Says>(call: &mut Call, arguments: &Change<P>) -> Done {
    let patch = arguments.patch.body(call)?;
    let write = |key, seen| Write::correct_arrangement(key, F::KIND, seen, &patch);
    changed::<F>(call, &arguments.which, &arguments.key, "corrected", write, arguments.json)
}

fn close<F: ArrangementFacts + FieldsInWords, C: Args + Says<Body: Closes>>(call: &mut Call, arguments: &Close<C>) -> Done {
    let body = arguments.closing.body(call)?;
    let verb = if <C::Body as Closes>::HOW == Closing::Keep { "kept" } else { "closed" };
    let write = |key, seen| Write::close_arrangement(key, seen, &body);
    changed::<F>(call, &arguments.which, &arguments.key, verb, write, arguments.json)
}

fn reopen<F: ArrangementFacts + FieldsInWords>(call: &mut Call, arguments: &Again) -> Done {
    let body = Reopen { reason: arguments.reason.as_str().into() };
    let write = |key, seen| Write::reopen_arrangement(key, F::KIND, seen, &body);
    changed::<F>(call, &arguments.which, &arguments.key, "reopened", write, arguments.json)
}

/// Reads one, sends what changes it, and tells what came of it.
fn changed<F: ArrangementFacts + FieldsInWords>(
    call: &mut Call,
    which: &Which,
    key: &Key,
    verb: &str,
    write: impl Fn(IdempotencyKey, Seen) -> Write,
    json: bool,
) -> Done {
    let session = call.session()?;
    let key = key.of(call);
    let now: ArrangementDetail<F> = wait(async {
        let found: ArrangementDetail<F> = which.read(call, &session).await?;
        let seen = Seen { id: found.item.id, version: found.item.version };
        sent(key, session.write(&write(key, seen))).await
    })??;
    said(call, &now, verb, json)
}

fn said<F: ArrangementFacts + FieldsInWords>(call: &mut Call, now: &ArrangementDetail<F>, verb: &str, json: bool) -> Done {
    page::told(call, now, json)?;
    let day = call.texts.day(now.item.facts.day());
    call.say(&format!("cli-{}-{verb}", F::KIND), &[("day", day.into()), ("id", now.item.id.to_string().into())]);
    Ok(exit::DONE)
}
