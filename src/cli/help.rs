//! The help in the reader's language: the commands of clap, with every text from the locale files.
//!
//! A command `loket signal import` has the text `cli-signal-import`, its option `--dry-run` `cli-signal-import-dry-run`;
//! options of every command have `cli-server` and the like.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::{domain::text::SafeText, locale::Texts};

use super::arguments::Arguments;

/// `loket help signal import` means `loket signal import --help`.
pub(super) fn as_flag(mut given: Vec<OsString>) -> Vec<OsString> {
    if given.get(1).is_some_and(|word| word == "help") {
        given.remove(1);
        given.push("--help".into());
    }
    given
}

/// Every command with its texts.
pub(super) fn command(texts: &Texts) -> Command {
    let mut command = Arguments::command();
    // What clap adds by itself when it builds has English texts only.
    command =
        command.disable_help_flag(true).disable_version_flag(true).arg(flag("help", 'h', ArgAction::Help, texts).global(true));
    command = command.arg(flag("version", 'V', ArgAction::Version, texts));
    let command = translated(command, "cli", texts);
    let name = command.get_name().to_owned();
    with_usage(command, &name, texts)
}

fn flag(name: &'static str, short: char, action: ArgAction, texts: &Texts) -> Arg {
    Arg::new(name).long(name).short(short).action(action).help(texts.get(&format!("cli-{name}")))
}

fn translated(mut command: Command, key: &str, texts: &Texts) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(&name, |sub| translated(sub, &key, texts));
    }
    let arguments: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for id in arguments {
        let key = argument_key(key, &id);
        command = command.mut_arg(&id, |argument| {
            let heading = if argument.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
            let help = texts.with(&key, &[("values", choices(&argument).into())]);
            let argument = named(argument, texts).help(help).help_heading(texts.get(heading));
            match argument.get_action().takes_values() {
                true => argument.hide_possible_values(true).hide_default_value(true),
                false => argument,
            }
        });
    }
    let after = format!("{key}-after");
    if texts.has(&after) {
        command = command.after_help(texts.get(&after));
    }
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        texts.get("cli-heading-usage")
    );
    command.about(texts.get(key)).subcommand_help_heading(texts.get("cli-heading-commands")).help_template(template)
}

/// The text of an argument: its own, or that of an option every command has.
pub(super) fn argument_key(command: &str, id: &str) -> String {
    let id = id.replace('_', "-");
    match id.as_str() {
        // `loket theme` is a command of its own.
        "theme" => "cli-option-theme".into(),
        "server" | "lang" | "read-only" | "plain" | "keymap" | "help" | "version" | "json" | "csv" | "md" | "ics" | "key"
        | "database" | "database-file" | "meeting-option" => {
            format!("cli-{id}")
        }
        _ => format!("{command}-{id}"),
    }
}

/// With what its value is called.
fn named(argument: Arg, texts: &Texts) -> Arg {
    let names = argument.get_value_names().unwrap_or_default();
    let words: Vec<String> = names.iter().map(|name| placeholder(name, texts)).collect();
    if argument.get_action().takes_values() && !words.is_empty() { argument.value_names(words) } else { argument }
}

/// `DATE|LENGTH`, each part in the reader's language; what has no text stays.
fn placeholder(name: &str, texts: &Texts) -> String {
    let word = |part: &str| {
        let key = format!("cli-value-{}", part.to_ascii_lowercase());
        let placeholder = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase());
        if placeholder && texts.has(&key) { texts.get(&key) } else { part.to_owned() }
    };
    name.split('|').map(word).collect::<Vec<_>>().join("|")
}

/// A usage as clap writes it, `<QUERY>...`, with what values are called.
pub(super) fn in_words(usage: &str, texts: &Texts) -> String {
    let mut out = String::new();
    let mut rest = usage;
    while let Some((before, (name, after))) =
        rest.split_once('<').and_then(|(before, rest)| Some((before, rest.split_once('>')?)))
    {
        out.push_str(&format!("{before}<{}>", placeholder(name, texts)));
        rest = after;
    }
    out + rest
}

fn choices(argument: &Arg) -> SafeText {
    let names: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    SafeText::line(&names.join(", "))
}

/// The words that clap puts into a usage line.
fn with_usage(mut command: Command, path: &str, texts: &Texts) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| with_usage(sub, &format!("{path} {name}"), texts));
    }
    let usage = command.clone().bin_name(path).render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let usage = usage.replace("[OPTIONS]", &texts.get("cli-word-options"));
    let usage = usage.replace("<COMMAND>", &texts.get("cli-word-command")).replace("[COMMAND]", &texts.get("cli-word-command"));
    command.override_usage(usage)
}
