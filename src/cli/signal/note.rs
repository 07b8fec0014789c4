//! `loket signal note`: what must be remembered about a case.

use std::io::Read;

use clap::Args;

use crate::{
    api::{
        problem::exit,
        signal::{NewNote, Origin},
    },
    cli::call::{Call, Done, Stop, wait},
    domain::text::RawText,
};

use super::{
    claim::changed,
    key::{Key, sent},
    number::Number,
};

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    number: Number,
    #[arg(value_name = "TEXT")]
    text: String,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let note = NewNote { text: text_or_stdin(call, &arguments.text)?, origin: Origin::Typed };
    let key = arguments.key.of(call);
    let signal = wait(async {
        let found = arguments.number.find(call, &session).await?;
        sent(key, session.note(key, found.id, &note)).await
    })??;
    changed(call, &signal, "cli-noted", arguments.json)
}

/// Longest text read from a pipe, in bytes: the largest request.
const MOST: u64 = crate::api::BODY_LIMIT as u64;

/// The text itself, or for `-` what is piped in, so that nothing about a household stands in the list of processes.
pub(super) fn text_or_stdin(call: &mut Call, text: &str) -> Result<RawText, Stop> {
    if text != "-" {
        return Ok(text.into());
    }
    let mut bytes = vec![];
    let failed = |detail: String| Stop::Said("cli-stdin", vec![("detail", detail.into())], exit::INPUT);
    Read::by_ref(&mut call.edge.stdin).take(MOST + 1).read_to_end(&mut bytes).map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > MOST {
        return Err(failed(format!("> {MOST} bytes")));
    }
    let text = String::from_utf8(bytes).map_err(|error| failed(error.to_string()))?;
    Ok(text.trim_end_matches(['\r', '\n']).replace('\0', "␀").into())
}
