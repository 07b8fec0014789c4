//! What a worker writes about people: from a pipe, a file or the keyboard. Never from the arguments: every user of a machine
//! can read those in the list of processes, and the shell keeps them.

use std::{io::Read, path::Path};

use serde::de::DeserializeOwned;

use crate::{
    api::{BODY_LIMIT, problem::exit},
    cli::call::{Call, Stop},
    domain::text::RawText,
};

/// Longest text read, in bytes: the largest request.
const MOST: u64 = BODY_LIMIT as u64;

/// The text of an option that takes `-` only; nothing when the option was not given.
pub(in crate::cli) fn text(call: &mut Call, option: &'static str, given: &str) -> Result<RawText, Stop> {
    match given {
        "" => Ok(RawText::default()),
        "-" => from_stdin(call).map(RawText::from),
        _ => Err(Stop::Said("cli-not-in-arguments", vec![("option", option.into())], exit::USAGE)),
    }
}

/// What a file holds as JSON; `-` is standard input.
pub(in crate::cli) fn json<T: DeserializeOwned>(call: &mut Call, file: &Path) -> Result<T, Stop> {
    let text = if file == Path::new("-") { from_stdin(call)? } else { from_file(file)? };
    serde_json::from_str(&text).map_err(not_json)
}

/// Why JSON is not what was wanted.
pub(super) fn not_json(error: serde_json::Error) -> Stop {
    if error.is_data() {
        let said = error.to_string();
        return Stop::Said("cli-json-input", vec![("detail", said.into())], exit::INPUT);
    }
    Stop::Said("cli-json-syntax", vec![("line", error.line().into()), ("column", error.column().into())], exit::INPUT)
}

fn from_file(file: &Path) -> Result<String, Stop> {
    let mut bytes = vec![];
    let read = std::fs::File::open(file).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
    let failed = |detail: String| Stop::Said("cli-file-unreadable", vec![("detail", detail.into())], exit::INPUT);
    read.map_err(|error| failed(format!("{}: {error}", file.display())))?;
    decoded(bytes)
}

fn from_stdin(call: &mut Call) -> Result<String, Stop> {
    if call.edge.stdin_is_terminal {
        call.say("cli-typing", &[]);
    }
    let mut bytes = vec![];
    Read::by_ref(&mut call.edge.stdin).take(MOST + 1).read_to_end(&mut bytes).map_err(|error| unusable(error.to_string()))?;
    Ok(decoded(bytes)?.trim_end_matches(['\r', '\n']).to_owned())
}

fn decoded(bytes: Vec<u8>) -> Result<String, Stop> {
    if bytes.len() as u64 > MOST {
        return Err(Stop::Said("cli-stdin-too-long", vec![("most", BODY_LIMIT.into())], exit::INPUT));
    }
    let text = String::from_utf8(bytes).map_err(|error| unusable(error.to_string()))?;
    // Neither store takes a NUL.
    Ok(text.replace('\0', "␀"))
}

fn unusable(detail: String) -> Stop {
    Stop::Said("cli-stdin", vec![("detail", detail.into())], exit::INPUT)
}
