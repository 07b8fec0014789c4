//! `loket signal merge` and `loket signal unmerge`: two signals about one case become one, and nothing of either is lost.

use clap::Args;

use crate::{
    api::{alike::NewMerge, problem::exit},
    cli::call::{Call, Done, Stop, wait},
};

use super::{
    claim::changed,
    key::{Key, sent},
    number::Number,
};

#[derive(Args)]
pub(in crate::cli) struct Merge {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "NUMBER")]
    into: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Unmerge {
    #[command(flatten)]
    number: Number,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn merge(call: &mut Call, arguments: &Merge) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let (from, signal) = wait(async {
        let from = arguments.number.find(call, &session).await?;
        let into = Number::typed(&arguments.into).find(call, &session).await?;
        let merge = NewMerge { from: from.id.to_string(), from_version: from.version };
        Ok::<_, Stop>((from.number, sent(key, session.merge(key, into.id, into.version, &merge)).await?))
    })??;
    if arguments.json {
        call.print_json(&signal)?;
    } else {
        let (from, number) = (from.to_string(), signal.number.to_string());
        call.say("cli-merged", &[("from", from.into()), ("number", number.into()), ("title", signal.facts.title.line().into())]);
    }
    Ok(exit::DONE)
}

pub(super) fn unmerge(call: &mut Call, arguments: &Unmerge) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let signal = wait(async {
        let found = arguments.number.find(call, &session).await?;
        sent(key, session.unmerge(key, found.id, found.version)).await
    })??;
    changed(call, &signal, "cli-unmerged", arguments.json)
}
