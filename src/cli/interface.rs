//! Joins a server, a token, the look and the keys to the terminal interface.

use std::path::PathBuf;

use secrecy::SecretString;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    intake::nearest,
    tui::{
        app::keymap::Keymap,
        shell::{self, Ending, guard::NoTerminal},
        view::theme::{SHIPPED, Theme},
    },
};

use super::{
    call::{Call, Done, Stop},
    config::Places,
    panic::state_folder,
};

/// The keymaps that come with loket.
const KEYMAPS: [&str; 1] = ["standaard"];

/// What the interface is opened on.
pub(super) struct Visit {
    /// Address of the server.
    pub server: String,
    /// The token for it.
    pub token: SecretString,
    /// The folder for drafts.
    pub drafts: PathBuf,
    /// What its user must know first.
    pub notice: String,
}

/// `loket` without a command: the interface on the configured server.
pub(super) fn configured(call: &mut Call) -> Done {
    let (server, token) = call.server_and_token()?;
    let notice = call.texts.get("notice-no-real-data");
    // Without a state folder drafts are refused in words; typing still works.
    let drafts = state_folder(|name| call.edge.variable(name)).unwrap_or_default();
    interface(call, Visit { server, token, drafts, notice })
}

/// Can there be an interface here? Asked before anything is made ready for it.
pub(super) fn check(call: &Call) -> Result<(), Stop> {
    shell::guard::check(|name| call.edge.variable(name)).map_err(no_terminal)
}

/// Runs the interface until its user leaves.
pub(super) fn interface(call: &mut Call, visit: Visit) -> Done {
    check(call)?;
    let options = shell::Options {
        server: visit.server,
        token: visit.token,
        language: call.config.language.value,
        theme: theme(call),
        keymap: keymap(call),
        drafts: visit.drafts,
        notice: Some(visit.notice),
    };
    match shell::run(options) {
        Ok(Ending::Quit) => Ok(exit::DONE),
        Ok(Ending::Ended(reason)) => Ok(reason.exit_code()),
        Err(error) => Err(no_terminal(error)),
    }
}

fn no_terminal(error: NoTerminal) -> Stop {
    let key = match &error {
        NoTerminal::Input | NoTerminal::Output => "cli-no-terminal",
        NoTerminal::Unset | NoTerminal::Dumb => "cli-dumb-terminal",
        NoTerminal::Refuses(_) => "cli-system",
    };
    Stop::Said(key, vec![("detail", error.to_string().into())], exit::USAGE)
}

/// The theme that is set: a shipped one, or the user's file `themes/NAME.toml`. Otherwise one that fits the terminal: dark or
/// light when it shows all colours, else its own sixteen.
fn theme(call: &mut Call) -> Theme {
    if let Some(name) = call.config.theme.value.clone() {
        if let Some(theme) = Theme::shipped(&name) {
            return theme;
        }
        match own_file(call, "themes", &name).map(|source| Theme::parse(&source)) {
            Some(Ok(theme)) => return theme,
            Some(Err(detail)) => call.say("cli-theme-broken", &[("name", name.into()), ("detail", detail.into())]),
            None => unknown(call, "cli-unknown-theme", &name, SHIPPED.iter().map(|(shipped, _)| *shipped)),
        }
    }
    let all_colours = call.edge.variable("COLORTERM").is_some_and(|value| matches!(value.as_str(), "truecolor" | "24bit"));
    let light = call.edge.variable("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
    let name = match (all_colours, light) {
        (false, _) => "terminal",
        (true, Some(7 | 9..=15)) => "light",
        (true, _) => "dark",
    };
    Theme::shipped(name).unwrap_or_else(Theme::plain)
}

/// The keymap by name, and over it the keys of the configuration.
fn keymap(call: &mut Call) -> Keymap {
    let mut keymap = Keymap::standard();
    let mut layers = vec![];
    if let Some(name) = call.config.keymap.value.clone().filter(|name| !KEYMAPS.contains(&name.as_str())) {
        match own_file(call, "keymaps", &name) {
            Some(source) => layers.push(source),
            None => unknown(call, "cli-unknown-keymap", &name, KEYMAPS),
        }
    }
    layers.extend(call.config.keys.iter().filter_map(|keys| toml::to_string(keys).ok()));
    for layer in layers {
        for warning in keymap.lay_over(&layer) {
            call.message(&SafeText::line(&warning.text));
        }
    }
    keymap
}

/// A file of the user beside the configuration.
fn own_file(call: &Call, folder: &str, name: &str) -> Option<String> {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let config: PathBuf = Places::of(|name| call.edge.variable(name)).user?;
    plain.then(|| std::fs::read_to_string(config.with_file_name(folder).join(format!("{name}.toml"))).ok()).flatten()
}

fn unknown(call: &mut Call, key: &str, name: &str, shipped: impl IntoIterator<Item = &'static str>) {
    let shipped: Vec<&str> = shipped.into_iter().collect();
    let near = nearest(name, shipped.iter().copied()).unwrap_or("none");
    call.say(key, &[("name", name.into()), ("names", shipped.join(", ").into()), ("near", near.into())]);
}
