//! Joins a server, a token, the look and the keys to the terminal interface.

use std::path::{Path, PathBuf};

use crate::{
    api::problem::exit,
    client::Bearer,
    tui::{
        app::{
            keymap::{Keymap, SHIPPED as SHIPPED_KEYMAPS},
            mistake::Mistake,
            settings::Borders,
            signing_in::Before,
        },
        shell::{self, Ending, clipboard::Clipboard, guard::NoTerminal, notify::Ringing},
        view::theme::{SHIPPED, Theme, read},
    },
};

use super::{
    call::{Call, Done, Stop},
    config::{Fault, Places},
    config_command, explanations, login,
    panic::state_folder,
    reload, setup,
    sources::Sources,
    templates, text_file,
};

/// What the interface is opened on.
pub(super) struct Visit {
    /// Address of the server.
    pub server: String,
    /// The token for it.
    pub token: Bearer,
    /// The folder for drafts.
    pub drafts: PathBuf,
    /// What its user must know first.
    pub notice: String,
    /// Is there no server yet?
    pub first: bool,
    /// Is there nothing but the register to look in?
    pub alone: bool,
    /// Does the server end with the interface: a demonstration in this program?
    pub passing: bool,
    /// Where a sign-in goes, when one has to sign in first.
    pub sign_in: Option<login::Waiting>,
}

/// `loket` without a command: the interface on the configured server.
pub(super) fn configured(call: &mut Call) -> Done {
    // Not over a configuration with a mistake: that is told first.
    let new = call.config.server.value.is_none() && call.config.faults.is_empty();
    if new && !call.config.plain.value && check(call).is_ok() {
        return setup::first(call);
    }
    let notice = call.texts.get("notice-no-real-data");
    if !call.config.plain.value
        && check(call).is_ok()
        && let Some(server) = login::is_to_sign_in(call)?
    {
        let place = login::place(call, &server)?;
        let visit = Visit {
            server,
            token: "none".into(),
            drafts: PathBuf::new(),
            notice,
            first: false,
            alone: false,
            passing: false,
            sign_in: Some(place),
        };
        return interface(call, visit);
    }
    let visit = visit(call, notice)?;
    interface(call, visit)
}

/// `loket wie` without a query: nothing but the register to look in.
pub(super) fn alone(call: &mut Call) -> Done {
    let visit = Visit { alone: true, ..visit(call, String::new())? };
    interface(call, visit)
}

fn visit(call: &Call, notice: String) -> Result<Visit, Stop> {
    let (server, token) = call.server_and_token()?;
    // Without a state folder drafts are refused in words; typing still works.
    let drafts = drafts_folder(call, &server).unwrap_or_default();
    Ok(Visit { server, token, drafts, notice, first: false, alone: false, passing: false, sign_in: None })
}

/// Where what is written on a server lies, and what of its register is at hand.
pub(super) fn drafts_folder(call: &Call, server: &str) -> Option<PathBuf> {
    state_folder(|name| call.edge.variable(name)).map(|state| state.join(folder_of(server)))
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
    let from = call.sources();
    let (keymaps, themes, mut faults) = config_command::faults_of(&call.config, keymaps(&from), themes(&from));
    let (templates, of_templates) = templates::own(call);
    faults.extend(of_templates);
    let (explanations, of_explanations) = explanations::own(call);
    faults.extend(of_explanations);
    for fault in &faults {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
    // The terminal's screen is the interface's now: what was told above it stands there too.
    let notice = faults.first().map_or(visit.notice, |fault| fault.say(&call.texts).into_string());
    let watch = reload::watch(call, &keymaps, &themes);
    let plain = call.config.plain.value;
    let home = home(call.edge.variable("HOME"));
    let alone = visit.alone;
    let memory = visit.sign_in.as_ref().map(|waiting| waiting.memory.clone());
    let options = shell::Options {
        server: visit.server,
        token: visit.token,
        language: call.config.language.value,
        themes,
        keymaps,
        clipboard: if plain { Clipboard::OFF } else { clipboard(call) },
        templates,
        explanations,
        mouse: call.config.mouse.value.holds(|name| call.edge.variable(name)),
        ringing: Ringing::from_variables(call.config.bell.value && !plain, call.config.notify.value && !plain, |name| {
            call.edge.variable(name)
        }),
        settings: call.config.settings(&home, templates::folder(|name| call.edge.variable(name)).as_deref()),
        drafts: visit.drafts,
        home,
        notice: Some(notice).filter(|notice| !notice.is_empty()),
        alone: visit.alone,
        passing: visit.passing,
        arrange: setup::arrange(call, visit.first, visit.sign_in.map(|waiting| waiting.place)),
        watch,
    };
    if plain {
        return match shell::plain::run(options) {
            Ok(Ending::Quit | Ending::Begin { .. }) => Ok(exit::DONE),
            Ok(Ending::SignIn(before)) => Err(ended(before)),
            Ok(Ending::Ended(reason)) => Ok(reason.exit_code()),
            Err(error) => Err(no_terminal(NoTerminal::Refuses(error))),
        };
    }
    match shell::run(options) {
        Ok(Ending::Quit) => Ok(exit::DONE),
        Ok(Ending::Begin { demo }) => Err(setup::begin(call, demo, memory.as_ref())),
        Ok(Ending::SignIn(before)) if alone => Err(ended(before)),
        Ok(Ending::SignIn(before)) => Err(setup::begin_again(call, before)),
        Ok(Ending::Ended(reason)) => Ok(reason.exit_code()),
        Err(error) => Err(no_terminal(error)),
    }
}

/// Where nobody signs in on the screen, the command line says what happened.
fn ended(before: Before) -> Stop {
    match before {
        Before::Nothing => Stop::Said("cli-logout-signed-out", vec![], exit::DONE),
        Before::Unheard => Stop::Said("cli-logout-here-only", vec![], exit::DONE),
        Before::Ended => Stop::Said("cli-session-ended", vec![], exit::NOT_ALLOWED),
        Before::EndedUnkept => Stop::Said("cli-session-ended-unkept", vec![], exit::NOT_ALLOWED),
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

/// The way to the clipboard of the terminal, if there is one and it is wanted.
pub(super) fn clipboard(call: &Call) -> Clipboard {
    Clipboard::from_variables(call.config.clipboard.value, call.config.clipboard_end.value, |name| call.edge.variable(name))
}

/// The themes that can be chosen, and what is wrong with the user's own; the one that is set first, otherwise the terminal's
/// own colours. The user's file `themes/NAME.toml` wins over the shipped theme of its name.
pub(super) fn themes(from: &Sources<'_>) -> (Vec<(String, Theme)>, Vec<Fault>) {
    let mut themes: Vec<(String, Theme)> =
        SHIPPED.iter().filter_map(|(name, _)| Some(((*name).to_owned(), Theme::shipped(name)?))).collect();
    let mut faults = vec![];
    for name in own_names(from, "themes") {
        let Some((path, source)) = own_file(from, "themes", &name, &mut faults) else { continue };
        let (theme, mistakes) = read(&source);
        faults.extend(mistakes.into_iter().map(|mistake| told(&path, &source, mistake)));
        match themes.iter_mut().find(|(known, _)| *known == name) {
            Some((_, shipped)) => *shipped = theme,
            None => themes.push((name, theme)),
        }
    }
    let chosen = from.config.theme.value.as_deref();
    let first = chosen.and_then(|name| themes.iter().position(|(known, _)| known == name)).unwrap_or(0);
    themes[..=first].rotate_right(1);
    for (_, theme) in &mut themes {
        theme.ascii = match from.config.borders.value {
            Borders::Auto => theme.ascii || !from.shows_unicode(),
            Borders::Unicode => false,
            Borders::Ascii => true,
        };
    }
    (themes, faults)
}

/// A mistake as a fault of its file.
pub(super) fn told(path: &Path, source: &str, mistake: Mistake) -> Fault {
    let values: Vec<(&str, &str)> = mistake.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Fault::at(path, source, mistake.span, mistake.key, &values)
}

/// Every keymap by its name, the user's own keys over each, the chosen one first.
pub(super) fn keymaps(from: &Sources<'_>) -> (Vec<(String, Keymap)>, Vec<Fault>) {
    let mut faults = vec![];
    let mut keymaps: Vec<(String, Keymap)> =
        SHIPPED_KEYMAPS.iter().filter_map(|(name, _)| Some(((*name).to_owned(), Keymap::shipped(name)?))).collect();
    let chosen = from.config.keymap.value.clone();
    if let Some(name) = chosen.clone().filter(|name| !keymaps.iter().any(|(shipped, _)| shipped == name))
        && let Some((path, source)) = own_file(from, "keymaps", &name, &mut faults)
    {
        let (keymap, mistakes) = Keymap::of_user(&source);
        faults.extend(mistakes.into_iter().map(|mistake| told(&path, &source, mistake)));
        keymaps.push((name, keymap));
    }
    for (path, source) in &from.config.keys {
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

/// The names of the keymaps that can be chosen: as [`keymaps`], which understands them.
pub(super) fn names_of_keymaps<'a>(from: &Sources<'a>) -> Vec<&'a str> {
    let own = from.config.keymap.value.as_deref().filter(|name| own_file(from, "keymaps", name, &mut vec![]).is_some());
    SHIPPED_KEYMAPS.iter().map(|(name, _)| *name).chain(own).collect()
}

/// The names of the themes that can be chosen: as [`themes`].
pub(super) fn names_of_themes<'a>(from: &Sources<'a>) -> Vec<&'a str> {
    let own = from.config.theme.value.as_deref().filter(|name| own_file(from, "themes", name, &mut vec![]).is_some());
    SHIPPED.iter().map(|(name, _)| *name).chain(own).collect()
}

/// The names of the user's own files in a folder beside the configuration.
fn own_names(from: &Sources<'_>, folder: &str) -> Vec<String> {
    let Some(config) = Places::of(|name| from.variable(name)).user else { return vec![] };
    let Ok(files) = std::fs::read_dir(config.with_file_name(folder)) else { return vec![] };
    let name = |file: std::fs::DirEntry| file.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned);
    let mut names: Vec<String> = files.flatten().filter_map(name).collect();
    names.sort();
    names
}

/// A file of the user beside the configuration. One that cannot be read is a fault.
fn own_file(from: &Sources<'_>, folder: &str, name: &str, faults: &mut Vec<Fault>) -> Option<(PathBuf, String)> {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let config: PathBuf = Places::of(|name| from.variable(name)).user?;
    let path = config.with_file_name(folder).join(format!("{name}.toml"));
    match plain.then(|| text_file::read(&path))? {
        Ok(source) => Some((path, source)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            faults.push(Fault::unreadable(&path, &error));
            None
        }
    }
}

/// The user's own folder; without one where loket was started.
pub(super) fn home(variable: Option<String>) -> PathBuf {
    variable.filter(|home| Path::new(home).is_absolute()).unwrap_or_else(|| ".".into()).into()
}
