//! Joins a server, a token, the look and the keys to the terminal interface.

use std::path::{Path, PathBuf};

use secrecy::SecretString;

use crate::{
    api::problem::exit,
    tui::{
        app::{
            keymap::{Keymap, SHIPPED as SHIPPED_KEYMAPS},
            mistake::Mistake,
            settings::Borders,
        },
        shell::{
            self, Ending,
            clipboard::{Clipboard, Wish},
            guard::NoTerminal,
            notify::Ringing,
        },
        view::theme::{SHIPPED, Theme, read},
    },
};

use super::{
    call::{Call, Done, Stop},
    config::{Fault, Places},
    config_command,
    panic::state_folder,
    templates,
};

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
    let drafts = state_folder(|name| call.edge.variable(name)).map(|state| state.join(folder_of(&server))).unwrap_or_default();
    interface(call, Visit { server, token, drafts, notice })
}

/// The folder for what is written on a server, so that one server's drafts are never offered on another.
fn folder_of(server: &str) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, server.trim_end_matches('/').as_bytes());
    let start: String = digest.as_ref().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("drafts-{start}")
}

/// Can there be an interface here? Asked before anything is made ready for it.
pub(super) fn check(call: &Call) -> Result<(), Stop> {
    if call.config.plain.value {
        return Ok(());
    }
    shell::guard::check(|name| call.edge.variable(name)).map_err(no_terminal)
}

/// Runs the interface until its user leaves.
pub(super) fn interface(call: &mut Call, visit: Visit) -> Done {
    check(call)?;
    let (keymaps, _) = keymaps(call);
    let (themes, _) = themes(call);
    let (templates, of_templates) = templates::own(call);
    for fault in config_command::faults_of_named(call).into_iter().chain(of_templates) {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
    let plain = call.config.plain.value;
    let options = shell::Options {
        server: visit.server,
        token: visit.token,
        language: call.config.language.value,
        themes,
        keymaps,
        clipboard: Clipboard::from_variables(
            if plain { Wish::Off } else { call.config.clipboard.value },
            call.config.clipboard_end.value,
            |name| call.edge.variable(name),
        ),
        templates,
        mouse: call.config.mouse.value.holds(|name| call.edge.variable(name)),
        ringing: Ringing::from_variables(call.config.bell.value && !plain, call.config.notify.value && !plain, |name| {
            call.edge.variable(name)
        }),
        settings: call.config.settings(),
        drafts: visit.drafts,
        notice: Some(visit.notice),
    };
    if plain {
        return match shell::plain::run(options) {
            Ok(Ending::Quit) => Ok(exit::DONE),
            Ok(Ending::Ended(reason)) => Ok(reason.exit_code()),
            Err(error) => Err(no_terminal(NoTerminal::Refuses(error))),
        };
    }
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

/// The themes that can be chosen, and what is wrong with the user's own; the one that is set first: a shipped one, or the
/// user's file `themes/NAME.toml`. Otherwise the terminal's own colours.
pub(super) fn themes(call: &Call) -> (Vec<(String, Theme)>, Vec<Fault>) {
    let mut themes: Vec<(String, Theme)> =
        SHIPPED.iter().filter_map(|(name, _)| Some(((*name).to_owned(), Theme::shipped(name)?))).collect();
    let mut faults = vec![];
    let chosen = call.config.theme.value.clone();
    if let Some(name) = chosen.clone().filter(|name| !themes.iter().any(|(shipped, _)| shipped == name))
        && let Some((path, source)) = own_file(call, "themes", &name)
    {
        let (theme, mistakes) = read(&source);
        faults.extend(mistakes.into_iter().map(|mistake| told(&path, &source, mistake)));
        themes.push((name, theme));
    }
    let first = chosen.and_then(|name| themes.iter().position(|(known, _)| *known == name)).unwrap_or(0);
    themes[..=first].rotate_right(1);
    let ascii = match call.config.borders.value {
        Borders::Auto => !call.edge.shows_unicode(),
        Borders::Unicode => false,
        Borders::Ascii => true,
    };
    themes.iter_mut().for_each(|(_, theme)| theme.ascii = ascii);
    (themes, faults)
}

/// A mistake as a fault of its file.
pub(super) fn told(path: &Path, source: &str, mistake: Mistake) -> Fault {
    let values: Vec<(&str, &str)> = mistake.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Fault::at(path, source, mistake.span, mistake.key, &values)
}

/// Every keymap by its name, the user's own keys over each, the chosen one first.
pub(super) fn keymaps(call: &Call) -> (Vec<(String, Keymap)>, Vec<Fault>) {
    let mut faults = vec![];
    let mut keymaps: Vec<(String, Keymap)> =
        SHIPPED_KEYMAPS.iter().filter_map(|(name, _)| Some(((*name).to_owned(), Keymap::shipped(name)?))).collect();
    let chosen = call.config.keymap.value.clone();
    if let Some(name) = chosen.clone().filter(|name| !keymaps.iter().any(|(shipped, _)| shipped == name))
        && let Some((path, source)) = own_file(call, "keymaps", &name)
    {
        let (keymap, mistakes) = Keymap::of_user(&source);
        faults.extend(mistakes.into_iter().map(|mistake| told(&path, &source, mistake)));
        keymaps.push((name, keymap));
    }
    for (path, source) in &call.config.keys {
        for (at, (_, keymap)) in keymaps.iter_mut().enumerate() {
            let mistakes = keymap.lay_over_own(source, Some("keys"));
            // The same mistakes in each: told once, for the keymap that is in force when nothing is chosen.
            if at == 0 {
                faults.extend(mistakes.into_iter().map(|mistake| told(path, source, mistake)));
            }
        }
    }
    let first = chosen.and_then(|name| keymaps.iter().position(|(known, _)| *known == name)).unwrap_or(0);
    keymaps[..=first].rotate_right(1);
    (keymaps, faults)
}

/// A file of the user beside the configuration.
fn own_file(call: &Call, folder: &str, name: &str) -> Option<(PathBuf, String)> {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let config: PathBuf = Places::of(|name| call.edge.variable(name)).user?;
    let path = config.with_file_name(folder).join(format!("{name}.toml"));
    let source = plain.then(|| std::fs::read_to_string(&path).ok()).flatten()?;
    Some((path, source))
}
