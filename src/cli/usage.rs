//! What is wrong with the arguments, in the reader's language, with what was probably meant.

use std::ffi::OsString;

use clap::{
    CommandFactory,
    error::{ContextKind, ContextValue, Error, ErrorKind},
};

use crate::{
    domain::text::SafeText,
    intake::nearest,
    locale::{Texts, Value},
};

use super::{arguments::Arguments, help};

/// The message for a refused command line: the words that were given, the program first.
pub(super) fn explain(error: &Error, texts: &Texts, given: &[OsString]) -> SafeText {
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "cli-usage-unknown-command",
        ErrorKind::UnknownArgument => "cli-usage-unknown-argument",
        ErrorKind::InvalidValue if named(error, ContextKind::InvalidValue).is_empty() => "cli-usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-usage-invalid-value",
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => "cli-usage-no-value",
        ErrorKind::TooManyValues => "cli-usage-too-many-values",
        ErrorKind::ArgumentConflict => "cli-usage-conflict",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "cli-usage-missing-command",
        ErrorKind::InvalidUtf8 => "cli-usage-not-unicode",
        _ => "cli-usage-other",
    };
    let word = match error.kind() {
        ErrorKind::InvalidSubcommand => named(error, ContextKind::InvalidSubcommand),
        _ => named(error, ContextKind::InvalidArg),
    };
    let meant = match error.kind() {
        ErrorKind::InvalidSubcommand => command_meant(&word, given),
        _ => None,
    };
    let meant = meant.or_else(|| value_meant(error)).or_else(|| {
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg].into_iter().find_map(|kind| one_of(&word, error.get(kind)?))
    });
    let values = [
        ("word", Value::from(short(help::in_words(&word, texts).trim_end_matches("...")))),
        ("value", short(&named(error, ContextKind::InvalidValue)).into()),
        ("prior", short(&help::in_words(&named(error, ContextKind::PriorArg), texts)).into()),
        ("choices", or_none(named(error, ContextKind::ValidValue)).into()),
        ("near", or_none(meant.unwrap_or_default()).into()),
    ];
    SafeText::block(&format!("{}\n{}", texts.with(key, &values), texts.get("cli-usage-advice")))
}

/// The message for a command that lacks an argument, as clap writes it: `<QUERY>`.
pub(super) fn missing(argument: &str, texts: &Texts) -> SafeText {
    let word = Value::from(short(&help::in_words(argument, texts)));
    SafeText::block(&format!("{}\n{}", texts.with("cli-usage-missing", &[("word", word)]), texts.get("cli-usage-advice")))
}

fn named(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// The command that was meant by a word that is none, among those that may stand there.
fn command_meant(word: &str, given: &[OsString]) -> Option<String> {
    let mut command = Arguments::command();
    for given in given.iter().skip(1).filter_map(|given| given.to_str()).take_while(|given| *given != word) {
        if let Some(found) = command.find_subcommand(given) {
            command = found.clone();
        }
    }
    nearest(word, command.get_subcommands().map(clap::Command::get_name)).map(str::to_owned)
}

/// The value that was meant by one that cannot be. Only what is near: a word that merely ends alike would lead astray.
fn value_meant(error: &Error) -> Option<String> {
    match error.get(ContextKind::ValidValue)? {
        ContextValue::Strings(valid) => {
            nearest(&named(error, ContextKind::InvalidValue), valid.iter().map(String::as_str)).map(str::to_owned)
        }
        _ => None,
    }
}

/// Of several that are like it, the nearest; a list of guesses is no answer.
fn one_of(word: &str, suggested: &ContextValue) -> Option<String> {
    match suggested {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => {
            nearest(word, texts.iter().map(String::as_str)).or(texts.last().map(String::as_str)).map(str::to_owned)
        }
        _ => None,
    }
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".into() } else { text }
}

/// An argument may be a whole file by accident.
fn short(text: &str) -> String {
    if text.chars().nth(100).is_some() { text.chars().take(100).chain(['…']).collect() } else { text.to_owned() }
}
