//! What is wrong with the arguments, in the reader's language, with what was probably meant.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::{
    domain::text::SafeText,
    locale::{Texts, Value},
};

/// The message for a refused command line.
pub(super) fn explain(error: &Error, texts: &Texts) -> SafeText {
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
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| named(error, kind))
        .find(|meant| !meant.is_empty());
    let values = [
        ("word", Value::from(short(word.trim_end_matches("...")))),
        ("value", short(&named(error, ContextKind::InvalidValue)).into()),
        ("prior", short(&named(error, ContextKind::PriorArg)).into()),
        ("choices", or_none(named(error, ContextKind::ValidValue)).into()),
        ("near", or_none(meant.unwrap_or_default()).into()),
    ];
    SafeText::block(&format!("{}\n{}", texts.with(key, &values), texts.get("cli-usage-advice")))
}

fn named(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

fn or_none(text: String) -> String {
    if text.is_empty() { "none".into() } else { text }
}

/// An argument may be a whole file by accident.
fn short(text: &str) -> String {
    if text.chars().nth(100).is_some() { text.chars().take(100).chain(['…']).collect() } else { text.to_owned() }
}
