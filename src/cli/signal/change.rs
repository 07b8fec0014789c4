//! `loket signal change`, `loket signal close` and `loket signal triage`: what stands in a case file, how it ends, and what is still
//! asked of it.

use std::path::PathBuf;

use clap::Args;

use crate::{
    api::{problem::exit, signal::SignalPatch},
    cli::{
        call::{Call, Done, wait},
        table::{self, Columns},
        values::codes,
    },
    domain::{
        organisation::{self, OrganisationKind},
        signal::{Outcome, Status},
        text::SafeText,
        triage::{self, Asked},
    },
};

use super::{
    claim::changed,
    key::{Key, sent},
    number::Number,
    typed,
};

#[derive(Args)]
pub(in crate::cli) struct Change {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "FILE")]
    json_input: PathBuf,
    #[arg(long, value_name = "VERSION")]
    version: Option<i64>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Close {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "OUTCOME", value_parser = codes!(Outcome))]
    outcome: Outcome,
    #[arg(long, value_name = "-", default_value = "")]
    result: String,
    #[arg(long, value_name = "TEXT")]
    legal_room: Option<String>,
    #[arg(long, value_name = "EUROS")]
    budget: Option<u32>,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Triage {
    #[command(flatten)]
    number: Number,
    #[arg(long)]
    json: bool,
}

/// Changes what a file says, as a merge patch of the version that was seen; without one, of the version that is there.
pub(super) fn change(call: &mut Call, arguments: &Change) -> Done {
    let patch: SignalPatch = typed::json(call, &arguments.json_input)?;
    patched(call, (&arguments.number, arguments.version), &patch, &arguments.key, ("cli-changed", arguments.json))
}

/// Closes a case with its outcome.
pub(super) fn close(call: &mut Call, arguments: &Close) -> Done {
    let result = typed::text(call, "--result", &arguments.result)?;
    let patch = SignalPatch {
        status: Some(Status::Closed),
        outcome: Some(Some(arguments.outcome)),
        result: (!result.is_blank()).then_some(result),
        legal_room: arguments.legal_room.as_deref().map(Into::into),
        budget_cents: arguments.budget.map(|euros| Some(i64::from(euros) * 100)),
        ..SignalPatch::default()
    };
    patched(call, (&arguments.number, None), &patch, &arguments.key, ("cli-closed", arguments.json))
}

fn patched(
    call: &mut Call,
    (number, version): (&Number, Option<i64>),
    patch: &SignalPatch,
    key: &Key,
    (said, json): (&str, bool),
) -> Done {
    let session = call.session()?;
    let key = key.of(call);
    let signal = wait(async {
        let found = number.find(call, &session).await?;
        sent(key, session.patch_signal(key, found.id, version.unwrap_or(found.version), patch)).await
    })??;
    changed(call, &signal, said, json)
}

/// Tells what triage asks of a signal. The server logs that it was read.
pub(super) fn triage(call: &mut Call, arguments: &Triage) -> Done {
    let session = call.session()?;
    let number = arguments.number.read(call)?;
    let signal = wait(session.signal(&number.to_string()))??;
    let organisations = organisation::all();
    let asked = triage::ask(&signal.facts, |code| {
        let kind = organisations.iter().find(|one| one.code == *code).map(|one| one.kind);
        matches!(kind, Some(OrganisationKind::NationalBody | OrganisationKind::Ministry))
    });
    table::print(
        call,
        &asked,
        arguments.json,
        &Columns { key: "cli-triage-column", names: &["question", "standing"], cells: &cells, none: "cli-triage-none" },
    )?;
    Ok(exit::DONE)
}

fn cells(call: &Call, one: &Asked) -> Vec<SafeText> {
    let texts = &call.texts;
    let question = texts.get(&format!("triage-{}-open", one.prompt));
    vec![SafeText::line(&question), SafeText::line(&texts.get(&format!("cli-triage-{}", one.standing)))]
}
