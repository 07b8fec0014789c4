//! `loket config`: the default file, what is wrong with yours, what counts where, and changing one setting.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    intake::nearest,
    tui::{app::keymap::SHIPPED as KEYMAPS, view::theme::SHIPPED as THEMES},
};

use super::{
    call::{Call, Done, Stop},
    config::{
        self, Config, Fault, Flags, Origin, Places, as_json, edit, place_of,
        registry::{ENTRIES, entry},
        setting::Shape,
    },
    explanations, interface,
    json::Items,
    stationery, table, templates, text_file,
};

#[derive(Subcommand)]
pub(super) enum Command {
    Default(Plain),
    Check(Plain),
    Show(Show),
    Set(Set),
    Path(Plain),
    Schema,
}

#[derive(Args)]
pub(super) struct Plain {
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Show {
    #[arg(long)]
    origin: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Set {
    #[arg(value_name = "KEY")]
    setting: String,
    #[arg(value_name = "VALUE")]
    value: String,
}

pub(super) fn run(call: &mut Call, command: Command) -> Done {
    match command {
        Command::Default(arguments) => default(call, &arguments),
        Command::Check(arguments) => check(call, &arguments),
        Command::Show(arguments) => show(call, &arguments),
        Command::Set(arguments) => set(call, &arguments),
        Command::Path(arguments) => path(call, &arguments),
        Command::Schema => {
            let schema = config::schema(&call.texts);
            call.print_json(&schema)?;
            Ok(exit::DONE)
        }
    }
}

/// One setting as it is when nobody sets it.
#[derive(Serialize)]
struct Known {
    key: &'static str,
    default: Option<serde_json::Value>,
    meaning: String,
    values: Option<&'static [&'static str]>,
    variable: &'static str,
    since: &'static str,
}

fn default(call: &mut Call, arguments: &Plain) -> Done {
    if !arguments.json {
        let text = config::default_file(&call.texts);
        call.print_block(text.trim_end())?;
        return Ok(exit::DONE);
    }
    let known = |entry: &config::setting::Entry| Known {
        key: entry.name,
        default: (entry.default)().map(|default| as_json(&default)),
        meaning: config::meaning(entry, &call.texts),
        values: if let Shape::OneOf(words) = entry.shape { Some(words) } else { None },
        variable: entry.variable,
        since: entry.since,
    };
    let items: Vec<Known> = ENTRIES.iter().map(known).collect();
    call.print_json(&Items { items })?;
    Ok(exit::DONE)
}

/// One fault, for programs.
#[derive(Serialize)]
struct Told {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
}

fn check(call: &mut Call, arguments: &Plain) -> Done {
    let faults = every_fault(call);
    let code = if faults.is_empty() { exit::DONE } else { exit::CONFIGURATION };
    if arguments.json {
        let told = |fault: &Fault| Told {
            file: fault.file.as_ref().map(|file| file.display().to_string()),
            line: fault.line,
            column: fault.column,
            message: fault.say(&call.texts).into_string(),
        };
        let items: Vec<Told> = faults.iter().map(told).collect();
        call.print_json(&Items { items })?;
        return Ok(code);
    }
    for fault in &faults {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
    if faults.is_empty() {
        call.say("cli-config-sound", &[]);
    }
    Ok(code)
}

/// What is wrong with the configuration, with what it names, and with the user's own templates.
pub(super) fn every_fault(call: &Call) -> Vec<Fault> {
    let (_, of_templates) = templates::own(call);
    let (_, of_papers) = stationery::read(call);
    let (_, of_pages) = explanations::own(call);
    call.config.faults.iter().cloned().chain(faults_of_named(call)).chain(of_templates).chain(of_papers).chain(of_pages).collect()
}

/// What is wrong with the theme and keymap that the configuration names, and with the user's own keys.
fn faults_of_named(call: &Call) -> Vec<Fault> {
    let from = call.sources();
    faults_of(&call.config, interface::keymaps(&from), interface::themes(&from)).2
}

/// What can be chosen, each by its name.
type Named<T> = Vec<(String, T)>;

/// The keymaps and themes as they were read, and all that is wrong with them and with what is chosen of them.
pub(super) fn faults_of<K, T>(
    config: &Config,
    (keymaps, of_keymaps): (Named<K>, Vec<Fault>),
    (themes, of_themes): (Named<T>, Vec<Fault>),
) -> (Named<K>, Named<T>, Vec<Fault>) {
    let unknown = [unknown_keymap(config, &names(&keymaps)), unknown_theme(config, &names(&themes))];
    let faults = of_keymaps.into_iter().chain(of_themes).chain(unknown.into_iter().flatten()).collect();
    (keymaps, themes, faults)
}

/// The keymap that is set, when nobody knows it.
pub(super) fn unknown_keymap(config: &Config, known: &[&str]) -> Option<Fault> {
    unknown(config, "keymap", "cli-unknown-keymap", known, &shipped(KEYMAPS))
}

/// The theme that is set, when nobody knows it.
pub(super) fn unknown_theme(config: &Config, known: &[&str]) -> Option<Fault> {
    unknown(config, "theme", "cli-unknown-theme", known, &shipped(THEMES))
}

/// An option of this call that names a theme or keymap that nobody knows: another one in its place would be the wrong answer.
pub(super) fn unknown_options(call: &Call) -> Option<Fault> {
    let from = call.sources();
    let keymap = call.flags.keymap.is_some().then(|| unknown_keymap(&call.config, &interface::names_of_keymaps(&from)));
    let theme = || call.flags.theme.is_some().then(|| unknown_theme(&call.config, &interface::names_of_themes(&from)));
    keymap.flatten().or_else(|| theme().flatten())
}

/// The names of what can be chosen.
pub(super) fn names<T>(known: &[(String, T)]) -> Vec<&str> {
    known.iter().map(|(name, _)| name.as_str()).collect()
}

fn shipped(all: &[(&'static str, &str)]) -> Vec<&'static str> {
    all.iter().map(|(name, _)| *name).collect()
}

/// A name of a theme or keymap that nobody knows.
fn unknown(config: &Config, setting: &'static str, key: &'static str, known: &[&str], shipped: &[&str]) -> Option<Fault> {
    let setting_of = if setting == "theme" { &config.theme } else { &config.keymap };
    let name = setting_of.value.as_deref().filter(|name| !known.contains(name))?;
    let near = nearest(name, shipped.iter().copied()).unwrap_or("none");
    let values = [("name", name), ("names", &shipped.join(", ")), ("near", near)];
    match &setting_of.origin {
        Origin::User(path) | Origin::System(path) => {
            let text = text_file::read(path).ok()?;
            let (_, span) = place_of(&text, setting)?;
            Some(Fault::at(path, &text, span, key, &values))
        }
        _ => Some(Fault::nowhere(key, &values)),
    }
}

/// One setting with its origin.
#[derive(Serialize)]
struct Shown {
    key: &'static str,
    value: Option<serde_json::Value>,
    origin: String,
}

fn show(call: &mut Call, arguments: &Show) -> Done {
    let config = &call.config;
    let all = ENTRIES.iter().filter_map(|entry| config.shown(entry.name).map(|shown| (entry.name, shown)));
    let all: Vec<(&'static str, Option<String>, String)> =
        all.map(|(name, (value, origin))| (name, value, origin_of(origin, call))).collect();
    if arguments.json {
        let shown = |(key, value, origin): (_, Option<String>, _)| Shown { key, value: value.as_deref().map(as_json), origin };
        let items: Vec<Shown> = all.into_iter().map(shown).collect();
        call.print_json(&Items { items })?;
        return Ok(exit::DONE);
    }
    if !arguments.origin {
        for (name, value, _) in all {
            let line = value.map_or_else(|| format!("#{name} ="), |value| format!("{name} = {value}"));
            call.print(&SafeText::line(&line))?;
        }
        return Ok(exit::DONE);
    }
    let header = ["key", "value", "origin"].map(|name| call.texts.get(&format!("cli-column-{name}")));
    let cell = SafeText::line;
    let rows: Vec<Vec<SafeText>> =
        all.iter().map(|(name, value, origin)| vec![cell(name), cell(value.as_deref().unwrap_or("-")), cell(origin)]).collect();
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

/// One file of the configuration.
#[derive(Serialize)]
struct File {
    layer: &'static str,
    file: String,
    exists: bool,
}

fn path(call: &mut Call, arguments: &Plain) -> Done {
    let places = Places::of(|name| call.edge.variable(name));
    if !arguments.json {
        let user = user_file(call)?;
        call.print(&SafeText::line(&user.display().to_string()))?;
        return Ok(exit::DONE);
    }
    let layers = [("user", places.user), ("system", places.system)];
    let file = |(layer, path): (_, Option<PathBuf>)| {
        path.map(|path| File { layer, exists: path.exists(), file: path.display().to_string() })
    };
    let items: Vec<File> = layers.into_iter().filter_map(file).collect();
    call.print_json(&Items { items })?;
    Ok(exit::DONE)
}

fn user_file(call: &Call) -> Result<PathBuf, Stop> {
    Places::of(|name| call.edge.variable(name)).user.ok_or(Stop::Said("cli-config-no-place", vec![], exit::CONFIGURATION))
}

fn set(call: &mut Call, arguments: &Set) -> Done {
    let path = user_file(call)?;
    let name = arguments.setting.as_str();
    let Some(entry) = entry(name) else {
        let near = nearest(name, ENTRIES.iter().map(|entry| entry.name)).unwrap_or("none");
        return Err(Stop::Said("config-unknown-key", vec![("key", name.into()), ("near", near.into())], exit::USAGE));
    };
    let value = match entry.shape {
        Shape::Number | Shape::YesNo => arguments.value.trim().to_owned(),
        Shape::Text | Shape::File | Shape::OneOf(_) => config::setting::quoted(&arguments.value),
    };
    // The value alone as a file: what is wrong with it is wrong before anything is written.
    let mut tried = Config::load(&Places::default(), |_| None, &Flags::default());
    tried.lay_over(&path, &format!("{name} = {value}\n"), &Origin::Default, None);
    let mut faults = tried.faults.clone();
    let config = std::mem::replace(&mut call.config, tried);
    faults.extend(faults_of_named(call));
    call.config = config;
    if let Some(fault) = faults.first() {
        let sentence = fault.say(&call.texts);
        call.message(&sentence);
        return Ok(exit::USAGE);
    }
    let shown = vec![("file", path.display().to_string().into()), ("key", name.into())];
    let text = match text_file::read(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(not_written(&path, &error)),
    };
    let Some(changed) = edit::with(&text, name, &value) else {
        return Err(Stop::Said("cli-config-cannot-set", shown, exit::CONFIGURATION));
    };
    edit::write(&path, &changed).map_err(|error| not_written(&path, &error))?;
    call.say("cli-config-set-done", &[("file", path.display().to_string().into()), ("line", format!("{name} = {value}").into())]);
    Ok(exit::DONE)
}

fn not_written(path: &std::path::Path, error: &std::io::Error) -> Stop {
    let values = vec![("file", path.display().to_string().into()), ("detail", error.to_string().into())];
    Stop::Said("cli-file-not-written", values, exit::NOTHING)
}
