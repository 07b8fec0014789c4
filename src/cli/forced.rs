//! `loket forced`: what sshd starts for a key in place of what was asked for (`command=` in authorized_keys, sshd(8)).
//!
//! One account of the system serves many people, each with a key of their own, and the line of the key names the file with that
//! person's token. So whoever comes in this way may look somebody up and nothing else: no shell, no editor, no file of that
//! account, no other server that the token could be sent to.

use std::{ffi::OsString, path::PathBuf};

use clap::{Args, CommandFactory, FromArgMatches};

use crate::api::problem::exit;

use super::{
    Edge,
    arguments::{Arguments as Everything, Command},
    call::{Call, Done, Stop},
    config::Flags,
};

/// Where sshd puts what the person asked for (ssh(1), sshd(8)).
const ASKED: &str = "SSH_ORIGINAL_COMMAND";

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long, value_name = "FILE")]
    token_file: PathBuf,
}

/// Runs what was asked for, as the person whose token this is.
pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let asked = call.edge.variable(ASKED).unwrap_or_default();
    let mut given = vec![OsString::from("loket")];
    // No shell reads these words: they are parted at spaces, and a quote is a character.
    given.extend(asked.split_whitespace().map(OsString::from));
    if given.get(1).is_some_and(|word| word == "loket") {
        given.remove(1);
    }
    if given.get(1).is_none_or(|word| word != "wie") {
        return Err(Stop::Said("cli-forced-wie-only", vec![], exit::USAGE));
    }
    if elsewhere(&given) {
        return Err(Stop::Said("cli-forced-option", vec![], exit::USAGE));
    }
    let token = arguments.token_file.display().to_string();
    // Also when the other side could set variables: where the token goes and whose it is stands in the line of the key.
    call.edge.environment.retain(|name, _| !name.starts_with("LOKET_"));
    call.edge.environment.insert("LOKET_TOKEN_FILE".into(), token);
    if let Some(server) = call.flags.server.take() {
        call.edge.environment.insert("LOKET_SERVER".into(), server);
    }
    let edge = std::mem::replace(&mut call.edge, Edge::of_process());
    Ok(super::run(Edge { arguments: given, ..edge }))
}

/// Do these words ask for an option other than the language? What is wrong with the words is told when they are run.
fn elsewhere(given: &[OsString]) -> bool {
    let parsed = Everything::command().try_get_matches_from(given).and_then(|matches| Everything::from_arg_matches(&matches));
    parsed.is_ok_and(|asked| {
        let Flags { server, language: _, theme, keymap, read_only, plain } = asked.flags();
        let named = [server, theme, keymap].iter().any(Option::is_some);
        named || read_only || plain || !matches!(asked.command, Some(Command::Wie(_)))
    })
}
