//! `loket theme`: which there are, and whether their texts can be read.

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    tui::view::theme::{Theme, contrast, read},
};

use super::{
    call::{Call, Done, Stop},
    interface,
    json::Items,
    table,
};

#[derive(Subcommand)]
pub(super) enum Command {
    List(List),
    Check(Check),
    Show(Show),
}

#[derive(Args)]
pub(super) struct List {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Check {
    #[arg(value_name = "NAME|FILE")]
    name: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Show {
    #[arg(value_name = "NAME|FILE")]
    name: Option<String>,
    #[arg(long)]
    json: bool,
}

/// A theme that can be chosen.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    name: String,
    chosen: bool,
    high_contrast: bool,
}

/// A text of a theme.
#[derive(Serialize)]
struct Checked {
    theme: String,
    role: &'static str,
    on: &'static str,
    ratio: f64,
    least: f64,
    passes: bool,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::List(arguments) => list(call, &arguments),
        Command::Check(arguments) => check(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
    }
}

fn list(call: &mut Call, arguments: &List) -> Done {
    let (themes, _) = interface::themes(&call.sources());
    let items: Vec<Listed> = themes
        .into_iter()
        .enumerate()
        .map(|(at, (name, theme))| Listed { name, chosen: at == 0, high_contrast: theme.high_contrast })
        .collect();
    if arguments.json {
        call.print_json(&Items { items })?;
        return Ok(exit::DONE);
    }
    for one in items {
        call.print(&SafeText::line(&format!("{} {}", if one.chosen { "*" } else { " " }, one.name)))?;
    }
    Ok(exit::DONE)
}

/// Prints every contrast; exit code 1 when a text has too little.
fn check(call: &mut Call, arguments: &Check) -> Done {
    let themes = match &arguments.name {
        None => interface::themes(&call.sources()).0,
        Some(name) => vec![(name.clone(), named(call, name)?)],
    };
    let items: Vec<Checked> = themes
        .iter()
        .flat_map(|(name, theme)| contrast::check(theme).into_iter().map(move |one| (name, one)))
        .map(|(name, one)| Checked {
            theme: name.clone(),
            role: one.role,
            on: one.on,
            ratio: (one.ratio * 100.0).floor() / 100.0,
            least: one.least,
            passes: one.passes(),
        })
        .collect();
    let weak = items.iter().filter(|one| !one.passes).count();
    if arguments.json {
        call.print_json(&Items { items })?;
    } else {
        let header = ["theme", "role", "on", "ratio", "least"].map(|name| call.texts.get(&format!("cli-column-{name}")));
        let cell = |text: String| SafeText::line(&text);
        let rows: Vec<Vec<SafeText>> = items
            .iter()
            .map(|one| {
                let ratio = format!("{:.2}{}", one.ratio, if one.passes { "" } else { " !" });
                vec![
                    cell(one.theme.clone()),
                    cell(one.role.into()),
                    cell(one.on.into()),
                    cell(ratio),
                    cell(one.least.to_string()),
                ]
            })
            .collect();
        for line in table::lines(&header, &rows, call.edge.width) {
            call.print(&line)?;
        }
    }
    if weak > 0 {
        call.say("cli-theme-weak", &[("count", weak.into())]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Prints a theme as a file with every role, to begin one's own with.
fn show(call: &mut Call, arguments: &Show) -> Done {
    let theme = match &arguments.name {
        Some(name) => named(call, name)?,
        None => interface::themes(&call.sources()).0.into_iter().next().map_or_else(Theme::standard, |(_, theme)| theme),
    };
    let file = theme.to_file();
    if arguments.json {
        call.print_json(&toml::from_str::<serde_json::Value>(&file).unwrap_or_default())?;
        return Ok(exit::DONE);
    }
    call.print_block(file.trim_end())?;
    Ok(exit::DONE)
}

/// A theme by its name, or a file that is not in use yet; its mistakes are told.
fn named(call: &mut Call, name: &str) -> Result<Theme, Stop> {
    if let Some((_, theme)) = interface::themes(&call.sources()).0.into_iter().find(|(known, _)| known == name) {
        return Ok(theme);
    }
    let source = std::fs::read_to_string(name)
        .map_err(|error| Stop::Said("cli-file-unreadable", vec![("detail", error.to_string().into())], exit::INPUT))?;
    let (theme, mistakes) = read(&source);
    for mistake in mistakes {
        let report = interface::told(name.as_ref(), &source, mistake).report(&call.texts);
        call.message(&report);
    }
    Ok(theme)
}
