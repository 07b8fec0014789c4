//! `loket time-out confirm`, `reject` and `withdraw`: what a second person does, and the first one taking it back.
//!
//! Confirming takes two steps: the first shows exactly what is proposed, the second confirms what has that hash.

use clap::Args;

use crate::{
    api::{confirmation, problem::exit},
    cli::{
        call::{Call, Done, Stop, wait},
        signal::{Key, sent},
    },
    client::{Session, Write},
    domain::{
        confirmation::{Confirmation, ConfirmationState, ConfirmedAction},
        ids::IdempotencyKey,
        text::SafeText,
        time_out::{Shown, TimeOutProposal},
    },
};

use super::{shown, which::Which};

#[derive(Args)]
pub(in crate::cli) struct Confirm {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "HASH")]
    hash: Option<String>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Decline {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn confirm(call: &mut Call, arguments: &Confirm) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let Some(hash) = &arguments.hash else {
        let waits = wait(waiting(call, &session, &arguments.which))??;
        if arguments.json {
            call.print_json(&waits)?;
        } else {
            let page = shown::page(&waits, &call.texts);
            call.print_block(&page)?;
        }
        call.say(
            "cli-time-out-confirm-so",
            &[("id", waits.subject.hyphenated().to_string().into()), ("hash", waits.hash.as_str().into())],
        );
        return Ok(exit::DONE);
    };
    let settled = wait(async {
        let waits = waiting(call, &session, &arguments.which).await?;
        sent(key, session.write(&Write::confirm(key, waits.id, hash))).await
    })??;
    said(call, &settled, arguments.json)
}

pub(super) fn reject(call: &mut Call, arguments: &Decline) -> Done {
    declined(call, arguments, Write::reject)
}

pub(super) fn withdraw(call: &mut Call, arguments: &Decline) -> Done {
    declined(call, arguments, Write::withdraw)
}

fn declined(
    call: &mut Call,
    arguments: &Decline,
    write: fn(IdempotencyKey, crate::domain::ids::ConfirmationId, &confirmation::Decline) -> Write,
) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let body = confirmation::Decline { reason: arguments.reason.as_str().into() };
    let settled = wait(async {
        let waits = waiting(call, &session, &arguments.which).await?;
        sent(key, session.write(&write(key, waits.id, &body))).await
    })??;
    said(call, &settled, arguments.json)
}

async fn waiting(call: &Call, session: &Session, which: &Which) -> Result<Confirmation, Stop> {
    let found = which.read(call, session).await?;
    found
        .confirmation
        .ok_or_else(|| Stop::Said("cli-time-out-nothing-waits", vec![("id", found.item.id.to_string().into())], exit::NOTHING))
}

/// What happened, and on which day the decision stands suspended since.
fn said(call: &mut Call, settled: &Confirmation, json: bool) -> Done {
    if json {
        call.print_json(settled)?;
        return Ok(exit::DONE);
    }
    let texts = &call.texts;
    let action = texts.get(&format!("confirmed-action-{}", settled.action));
    let shown: Option<Shown> = serde_json::from_str(&settled.shown).ok();
    let day = shown.and_then(|shown| match shown.proposal {
        _ if settled.state != ConfirmationState::Confirmed => shown.last_day_before,
        TimeOutProposal::Resume { from, .. } | TimeOutProposal::End { from, .. } => Some(from),
        _ => shown.last_day_after,
    });
    let key = match (settled.state, settled.action) {
        (ConfirmationState::Confirmed, ConfirmedAction::ResumeTimeOut | ConfirmedAction::EndTimeOut) => "works-again",
        (ConfirmationState::Confirmed, _) => "confirmed",
        (ConfirmationState::Rejected, _) => "rejected",
        _ => "withdrawn",
    };
    let day = day.map(|day| texts.day(day)).unwrap_or_default();
    let said = texts.with(&format!("cli-time-out-{key}"), &[("action", action.into()), ("day", day.into())]);
    call.print(&SafeText::line(&said))?;
    Ok(exit::DONE)
}
