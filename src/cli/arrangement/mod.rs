//! `loket moratorium`, `loket bridging` and `loket commitment`: what the three have in common.

mod bridging;
mod commitment;
mod list;
mod moratorium;
mod page;
mod which;

use clap::Args;

use super::{
    call::{Call, Done, wait},
    signal::{Key, sent},
};
use crate::{
    api::{
        arrangement::{ArrangementDetail, Reopen},
        problem::exit,
    },
    client::{Seen, Write},
    domain::{arrangement::ArrangementFacts, ids::IdempotencyKey},
};

pub(super) use bridging::{Command as Bridging, run as bridging};
pub(super) use commitment::{Command as Commitment, Wish, due, run as commitment, wished};
pub(super) use moratorium::{Command as Moratorium, run as moratorium};

use page::Page;
use which::Which;

#[derive(Args)]
pub(super) struct Show {
    #[command(flatten)]
    which: Which,
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

fn show<F: ArrangementFacts + Page>(call: &mut Call, arguments: &Show) -> Done {
    let session = call.session()?;
    let found: ArrangementDetail<F> = wait(arguments.which.read(call, &session))??;
    page::told(call, &found, arguments.json)?;
    Ok(exit::DONE)
}

fn reopen<F: ArrangementFacts + Page>(call: &mut Call, arguments: &Again) -> Done {
    let body = Reopen { reason: arguments.reason.as_str().into() };
    let write = |key, seen| Write::reopen_arrangement(key, F::KIND, seen, &body);
    changed::<F>(call, &arguments.which, &arguments.key, "reopened", write, arguments.json)
}

/// Sends what makes one, and tells what came of it.
fn made<F: ArrangementFacts + Page>(call: &mut Call, key: &Key, write: impl Fn(IdempotencyKey) -> Write, json: bool) -> Done {
    let session = call.session()?;
    let key = key.of(call);
    let now: ArrangementDetail<F> = wait(sent(key, session.write(&write(key))))??;
    said(call, &now, "recorded", json)
}

/// Reads one, sends what changes it, and tells what came of it.
fn changed<F: ArrangementFacts + Page>(
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

fn said<F: ArrangementFacts + Page>(call: &mut Call, now: &ArrangementDetail<F>, verb: &str, json: bool) -> Done {
    page::told(call, now, json)?;
    let day = call.texts.day(now.item.facts.day());
    call.say(&format!("cli-{}-{verb}", F::KIND), &[("day", day.into()), ("id", now.item.id.to_string().into())]);
    Ok(exit::DONE)
}
