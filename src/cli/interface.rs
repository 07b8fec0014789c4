//! Joins a server, a token, the look and the keys to the terminal interface.

use std::path::PathBuf;

use secrecy::SecretString;

use crate::{
    api::problem::exit,
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

/// The theme without a choice.
const DEFAULT: &str = "dark";

/// What the interface is opened on.
pub(super) struct Visit {
    /// Address of the server.
    pub server: String,
    /// The token for it.
    pub token: SecretString,
    /// What its user must know first.
    pub notice: String,
}

/// `loket` without a command: the interface on the configured server.
pub(super) fn configured(call: &mut Call) -> Done {
    let (server, token) = call.server_and_token()?;
    let notice = call.texts.get("notice-no-real-data");
    interface(call, Visit { server, token, notice })
}

/// Can there be an interface here? Asked before anything is made ready for it.
pub(super) fn check(call: &Call) -> Result<(), Stop> {
    shell::guard::check(|name| call.edge.variable(name)).map_err(no_terminal)
}

/// Runs the interface until its user leaves.
pub(super) fn interface(call: &mut Call, visit: Visit) -> Done {
    check(call)?;
    let state = state_folder(|name| call.edge.variable(name));
    let drafts = state.ok_or(Stop::Said("cli-no-home", vec![], exit::CONFIGURATION))?.join("drafts");
    let options = shell::Options {
        server: visit.server,
        token: visit.token,
        language: call.config.language.value,
        theme: theme(call)?,
        keymap: keymap(call),
        drafts,
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
        NoTerminal::Unset | NoTerminal::Dumb => "cli-terminal-dumb",
        NoTerminal::Refuses(_) => "cli-terminal-refuses",
    };
    Stop::Said(key, vec![("detail", error.to_string().into())], exit::USAGE)
}

/// The theme by name: a shipped one, or the user's file `themes/NAME.toml`.
fn theme(call: &mut Call) -> Result<Theme, Stop> {
    let chosen = call.config.theme.value.clone();
    if let Some(name) = &chosen {
        if let Some(theme) = Theme::shipped(name) {
            return Ok(theme);
        }
        match own_file(call, "themes", name).map(|source| Theme::parse(&source)) {
            Some(Ok(theme)) => return Ok(theme),
            Some(Err(detail)) => call.say("cli-theme-broken", &[("name", name.as_str().into()), ("detail", detail.into())]),
            None => unknown(call, "cli-theme-unknown", name, &SHIPPED.iter().map(|(shipped, _)| *shipped).collect::<Vec<_>>()),
        }
    }
    let broken = || Stop::Said("cli-theme-broken", vec![("name", DEFAULT.into()), ("detail", "".into())], exit::CONFIGURATION);
    Theme::shipped(DEFAULT).ok_or_else(broken)
}

/// The keymap by name, and over it the keys of the configuration.
fn keymap(call: &mut Call) -> Keymap {
    let mut keymap = Keymap::standard();
    let mut layers = vec![];
    if let Some(name) = call.config.keymap.value.clone().filter(|name| !KEYMAPS.contains(&name.as_str())) {
        match own_file(call, "keymaps", &name) {
            Some(source) => layers.push(source),
            None => unknown(call, "cli-keymap-unknown", &name, &KEYMAPS),
        }
    }
    layers.extend(call.config.keys.iter().filter_map(|keys| toml::to_string(keys).ok()));
    for layer in layers {
        for warning in keymap.lay_over(&layer) {
            call.say("cli-keymap-warning", &[("detail", warning.text.into())]);
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

fn unknown(call: &mut Call, key: &str, name: &str, shipped: &[&str]) {
    let near = nearest(name, shipped.iter().copied()).unwrap_or("none");
    call.say(key, &[("name", name.into()), ("shipped", shipped.join(", ").into()), ("near", near.into())]);
}
