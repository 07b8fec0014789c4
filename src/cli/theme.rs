//! `loket theme`: which there are, and whether their texts can be read.

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    intake::nearest,
    tui::view::theme::{Theme, contrast, read},
};

use super::{
    call::{Call, Done, Stop},
    config::Fault,
    interface,
    json::Items,
    table, text_file,
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

/// Prints every contrast; exit code 1 when a text has too little, 78 when a file is not sound.
fn check(call: &mut Call, arguments: &Check) -> Done {
    let (themes, faults) = match &arguments.name {
        None => interface::themes(&call.sources()),
        Some(name) => {
            let (theme, faults) = named(call, name)?;
            (vec![(name.clone(), theme)], faults)
        }
    };
    tell(call, &faults);
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
    }
    Ok(match (faults.is_empty(), weak) {
        (false, _) => exit::CONFIGURATION,
        (true, 0) => exit::DONE,
        (true, _) => exit::NOTHING,
    })
}

/// Prints a theme as a file with every role, to begin one's own with.
fn show(call: &mut Call, arguments: &Show) -> Done {
    let theme = match &arguments.name {
        Some(name) => {
            let (theme, faults) = named(call, name)?;
            tell(call, &faults);
            theme
        }
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

/// A theme by its name, or a file that is not in use yet; and what is wrong with its file.
fn named(call: &Call, name: &str) -> Result<(Theme, Vec<Fault>), Stop> {
    let (themes, mut faults) = interface::themes(&call.sources());
    let file = format!("{name}.toml");
    let of_it = |fault: &Fault| fault.file.as_ref().is_some_and(|path| path.file_name().is_some_and(|name| *name == *file));
    faults.retain(of_it);
    let known: Vec<String> = themes.iter().map(|(name, _)| name.clone()).collect();
    match themes.into_iter().find(|(known, _)| known == name) {
        Some((_, theme)) => return Ok((theme, faults)),
        // Its file cannot be read at all.
        None if !faults.is_empty() => return Ok((Theme::standard(), faults)),
        None => {}
    }
    let source = text_file::read(name.as_ref()).map_err(|error| match error.kind() {
        // Not a path, so a name was meant.
        std::io::ErrorKind::NotFound if !name.contains(['/', '.']) => {
            let near = nearest(name, known.iter().map(String::as_str)).unwrap_or("none").to_owned();
            let values = vec![("name", name.into()), ("names", known.join(", ").into()), ("near", near.into())];
            Stop::Said("cli-unknown-theme", values, exit::INPUT)
        }
        _ => Stop::Said("cli-file-unreadable", vec![("detail", error.to_string().into())], exit::INPUT),
    })?;
    let (theme, mistakes) = read(&source);
    let faults = mistakes.into_iter().map(|mistake| interface::told(name.as_ref(), &source, mistake)).collect();
    Ok((theme, faults))
}

fn tell(call: &mut Call, faults: &[Fault]) {
    for fault in faults {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
}
