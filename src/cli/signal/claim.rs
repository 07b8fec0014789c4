//! `loket signal claim` and `loket signal release`: who works on it.

use clap::Args;

use crate::{
    api::{problem::exit, signal::NewClaim},
    cli::call::{Call, Done, Stop, wait},
    client::Session,
    domain::{ids::IdempotencyKey, signal::Signal, text::RawText},
};

use super::{
    key::{Key, sent},
    number::Number,
};

#[derive(Args)]
pub(in crate::cli) struct Claim {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "REASON")]
    takeover: Option<String>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Release {
    #[command(flatten)]
    number: Number,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn claim(call: &mut Call, arguments: &Claim) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let claim = NewClaim { takeover_reason: arguments.takeover.clone().map(RawText::from) };
    let signal = wait(async {
        let found = arguments.number.find(call, &session).await?;
        sent(key, session.claim(key, found.id, &claim)).await
    })??;
    changed(call, &signal, "cli-claimed", arguments.json)
}

pub(super) fn release(call: &mut Call, arguments: &Release) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let signal = wait(released(call, &session, key, &arguments.number))??;
    changed(call, &signal, "cli-released", arguments.json)
}

async fn released(call: &Call, session: &Session, key: IdempotencyKey, number: &Number) -> Result<Signal, Stop> {
    let found = number.find(call, session).await?;
    sent(key, session.release(key, found.id)).await
}

/// Says what was done; `--json` gives the signal as it is now.
pub(super) fn changed(call: &mut Call, signal: &Signal, key: &str, json: bool) -> Done {
    if json {
        call.print_json(signal)?;
    } else {
        call.say(key, &[("number", signal.number.to_string().into()), ("title", signal.facts.title.line().into())]);
    }
    Ok(exit::DONE)
}
