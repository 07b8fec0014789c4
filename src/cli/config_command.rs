//! `loket config`: the default file, what is wrong with yours, and what counts where.

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{api::problem::exit, domain::text::SafeText};

use super::{
    call::{Call, Done},
    config::{self, Origin},
    json::Items,
    table,
};

#[derive(Subcommand)]
pub(super) enum Command {
    Default,
    Check,
    Show(Show),
}

#[derive(Args)]
pub(super) struct Show {
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Default => {
            call.print_block(config::default_file().trim_end())?;
            Ok(exit::DONE)
        }
        Command::Check => check(call),
        Command::Show(arguments) => show(call, &arguments),
    }
}

fn check(call: &mut Call) -> Done {
    let (_, of_keys) = super::interface::keymaps(call);
    let (_, of_themes) = super::interface::themes(call);
    let (_, of_templates) = super::templates::own(call);
    let reports: Vec<SafeText> = call
        .config
        .faults
        .iter()
        .chain(&of_keys)
        .chain(&of_themes)
        .chain(&of_templates)
        .map(|fault| fault.report(&call.texts))
        .collect();
    for report in &reports {
        call.message(report);
    }
    if reports.is_empty() {
        call.say("cli-config-sound", &[]);
        return Ok(exit::DONE);
    }
    Ok(exit::CONFIGURATION)
}

/// One setting with its origin.
#[derive(Serialize)]
struct Shown {
    key: &'static str,
    value: Option<String>,
    origin: String,
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let config = &call.config;
    let token_file = config.token_file.value.as_ref().map(|path| path.display().to_string());
    let shown = |key, value: Option<String>, origin: &Origin| Shown { key, value, origin: origin_of(origin, call) };
    let items = vec![
        shown("server", config.server.value.clone(), &config.server.origin),
        shown("token_file", token_file, &config.token_file.origin),
        shown("language", Some(config.language.value.code().into()), &config.language.origin),
        shown("theme", config.theme.value.clone(), &config.theme.origin),
        shown("keymap", config.keymap.value.clone(), &config.keymap.origin),
        shown("lock_after_minutes", Some(config.lock_after_minutes.value.to_string()), &config.lock_after_minutes.origin),
        shown("clipboard", Some(config.clipboard.value.code().into()), &config.clipboard.origin),
        shown("clipboard_end", Some(config.clipboard_end.value.code().into()), &config.clipboard_end.origin),
        shown("plain", Some(config.plain.value.to_string()), &config.plain.origin),
        shown("mouse", Some(config.mouse.value.code().into()), &config.mouse.origin),
        shown("bell", Some(config.bell.value.to_string()), &config.bell.origin),
        shown("notify", Some(config.notify.value.to_string()), &config.notify.origin),
        shown("read_only", Some(config.read_only.value.to_string()), &config.read_only.origin),
    ];
    if arguments.json {
        call.print_json(&Items { items })?;
        return Ok(exit::DONE);
    }
    let header = ["key", "value", "origin"].map(|name| call.texts.get(&format!("cli-column-{name}")));
    let cell = SafeText::line;
    let rows: Vec<Vec<SafeText>> =
        items.iter().map(|one| vec![cell(one.key), cell(one.value.as_deref().unwrap_or("-")), cell(&one.origin)]).collect();
    for line in table::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

fn origin_of(origin: &Origin, call: &Call) -> String {
    match origin {
        Origin::Default => call.texts.get("cli-origin-default"),
        Origin::System(path) | Origin::User(path) => path.display().to_string(),
        Origin::Environment(name) | Origin::Flag(name) => (*name).to_owned(),
    }
}
