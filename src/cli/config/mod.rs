//! Configuration in layers: flag > `LOKET_*` > user's file > system's file > default. Every value knows where it comes from.
//!
//! A fault in a file never stops the program: it is told with file, line, column and a suggestion, and the layer below
//! counts for that key.

mod fault;
mod file;

pub use fault::Fault;

use std::path::{Path, PathBuf};

use crate::{
    intake::nearest,
    locale::Language,
    tui::shell::{
        clipboard::{End, Wish},
        mouse,
    },
};

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The file of this machine.
    System(PathBuf),
    /// The file of this user.
    User(PathBuf),
    /// An environment variable.
    Environment(&'static str),
    /// An option of the command.
    Flag(&'static str),
}

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Setting<T> {
    fn default_of(value: T) -> Self {
        Self { value, origin: Origin::Default }
    }
}

/// Everything that can be configured.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The server: `https://loket.voorbeeld.nl`.
    pub server: Setting<Option<String>>,
    /// The file with the token; readable by its owner only.
    pub token_file: Setting<Option<PathBuf>>,
    /// The language of every text.
    pub language: Setting<Language>,
    /// Name of the theme; nothing: the interface's own choice.
    pub theme: Setting<Option<String>>,
    /// Name of the keymap; nothing: the interface's own choice.
    pub keymap: Setting<Option<String>>,
    /// Minutes without a key after which the screen is covered; 0: never.
    pub lock_after_minutes: Setting<u32>,
    /// Is nothing to be changed?
    pub read_only: Setting<bool>,
    /// Are lines read instead of a screen looked at?
    pub plain: Setting<bool>,
    /// Whether the mouse is listened to.
    pub mouse: Setting<mouse::Wish>,
    /// May the bell ring?
    pub bell: Setting<bool>,
    /// May the desktop be asked for a notification?
    pub notify: Setting<bool>,
    /// Whether copied text goes to the clipboard of the terminal.
    pub clipboard: Setting<Wish>,
    /// How the request to the clipboard ends.
    pub clipboard_end: Setting<End>,
    /// The files with a table `[keys]`, system first, with their text: the keymap reads it.
    pub keys: Vec<(PathBuf, String)>,
    /// What is wrong with the files and variables.
    pub faults: Vec<Fault>,
}

/// Options of the command that are settings too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flags {
    /// `--server`.
    pub server: Option<String>,
    /// `--lang`.
    pub language: Option<Language>,
    /// `--theme`.
    pub theme: Option<String>,
    /// `--keymap`.
    pub keymap: Option<String>,
    /// `--read-only`.
    pub read_only: bool,
    /// `--plain`.
    pub plain: bool,
}

/// The keys a file may have.
pub const KEYS: [&str; 14] = [
    "server",
    "token_file",
    "language",
    "theme",
    "keymap",
    "lock_after_minutes",
    "read_only",
    "plain",
    "mouse",
    "bell",
    "notify",
    "clipboard",
    "clipboard_end",
    "keys",
];

/// Minutes without a key after which the screen is covered, unless set.
pub const LOCK_AFTER_MINUTES: u32 = 10;

/// The file of this machine.
pub const SYSTEM_FILE: &str = "/etc/loket/config.toml";

/// The files, lowest layer first; each with whether it is the user's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// The file of this machine.
    pub system: Option<PathBuf>,
    /// The file of this user.
    pub user: Option<PathBuf>,
}

impl Places {
    /// As the environment says: `$XDG_CONFIG_HOME/loket/config.toml`, or under `$HOME/.config`.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let absolute = |name| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = absolute("XDG_CONFIG_HOME").or_else(|| absolute("HOME").map(|home| home.join(".config")));
        Self { system: Some(SYSTEM_FILE.into()), user: home.map(|home| home.join("loket").join("config.toml")) }
    }
}

impl Config {
    /// Reads every layer.
    pub fn load(places: &Places, variable: impl Fn(&str) -> Option<String>, flags: &Flags) -> Self {
        let mut config = Self {
            server: Setting::default_of(None),
            token_file: Setting::default_of(None),
            language: Setting::default_of(Language::Dutch),
            theme: Setting::default_of(None),
            keymap: Setting::default_of(None),
            lock_after_minutes: Setting::default_of(LOCK_AFTER_MINUTES),
            read_only: Setting::default_of(false),
            plain: Setting::default_of(false),
            mouse: Setting::default_of(mouse::Wish::Auto),
            bell: Setting::default_of(true),
            notify: Setting::default_of(false),
            clipboard: Setting::default_of(Wish::Auto),
            clipboard_end: Setting::default_of(End::Bell),
            keys: vec![],
            faults: vec![],
        };
        config.locale_of_system(&variable);
        let layers = [(&places.system, false), (&places.user, true)];
        for (path, of_user) in layers {
            if let Some(path) = path {
                config.file(path, of_user, &variable);
            }
        }
        config.environment(&variable);
        config.flags(flags);
        config
    }

    /// `LANG` and its like are the weakest wish of all: between the default and the files.
    fn locale_of_system(&mut self, variable: &impl Fn(&str) -> Option<String>) {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let Some(value) = variable(name).filter(|value| !value.is_empty()) {
                if value.starts_with("en") {
                    self.language = Setting { value: Language::English, origin: Origin::Environment(name) };
                }
                return;
            }
        }
    }

    fn file(&mut self, path: &Path, of_user: bool, variable: &impl Fn(&str) -> Option<String>) {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
            Err(error) => return self.faults.push(Fault::unreadable(path, &error)),
        };
        let origin = if of_user { Origin::User(path.into()) } else { Origin::System(path.into()) };
        let layer = file::read(path, &text);
        self.faults.extend(layer.faults);
        let set = |value: String| Setting { value: Some(value), origin: origin.clone() };
        if let Some(server) = layer.server {
            self.server = set(server);
        }
        if let Some(theme) = layer.theme {
            self.theme = set(theme);
        }
        if let Some(keymap) = layer.keymap {
            self.keymap = set(keymap);
        }
        if let Some(value) = layer.lock_after_minutes {
            self.lock_after_minutes = Setting { value, origin: origin.clone() };
        }
        if let Some(value) = layer.read_only {
            self.read_only = Setting { value, origin: origin.clone() };
        }
        if let Some(value) = layer.plain {
            self.plain = Setting { value, origin: origin.clone() };
        }
        if let Some(value) = layer.mouse {
            self.mouse = Setting { value, origin: origin.clone() };
        }
        if let Some(value) = layer.bell {
            self.bell = Setting { value, origin: origin.clone() };
        }
        if let Some(value) = layer.notify {
            self.notify = Setting { value, origin: origin.clone() };
        }
        if let Some(value) = layer.clipboard {
            self.clipboard = Setting { value, origin: origin.clone() };
        }
        if let Some(value) = layer.clipboard_end {
            self.clipboard_end = Setting { value, origin: origin.clone() };
        }
        if let Some(language) = layer.language {
            self.language = Setting { value: language, origin: origin.clone() };
        }
        if let Some(token_file) = layer.token_file {
            let base = path.parent().unwrap_or(Path::new("."));
            self.token_file = Setting { value: Some(placed(&token_file, base, variable)), origin };
        }
        if layer.keys {
            self.keys.push((path.into(), text));
        }
    }

    fn environment(&mut self, variable: &impl Fn(&str) -> Option<String>) {
        let get = |name| variable(name).filter(|value: &String| !value.is_empty());
        // A terminal that cannot place text shows lines.
        if get("TERM").as_deref() == Some("dumb") {
            self.plain = Setting { value: true, origin: Origin::Environment("TERM") };
        }
        let set = |name, value| Setting { value: Some(value), origin: Origin::Environment(name) };
        if let Some(server) = get("LOKET_SERVER") {
            self.server = set("LOKET_SERVER", server);
        }
        if let Some(theme) = get("LOKET_THEME") {
            self.theme = set("LOKET_THEME", theme);
        }
        if let Some(keymap) = get("LOKET_KEYMAP") {
            self.keymap = set("LOKET_KEYMAP", keymap);
        }
        if let Some(file) = get("LOKET_TOKEN_FILE") {
            self.token_file = Setting { value: Some(file.into()), origin: Origin::Environment("LOKET_TOKEN_FILE") };
        }
        if let Some(wish) = get("LOKET_CLIPBOARD") {
            match Wish::from_code(&wish) {
                Some(value) => self.clipboard = Setting { value, origin: Origin::Environment("LOKET_CLIPBOARD") },
                None => self.faults.push(Fault::variable("LOKET_CLIPBOARD", &wish)),
            }
        }
        if let Some(language) = get("LOKET_LANGUAGE") {
            match Language::from_code(&language) {
                Some(value) => self.language = Setting { value, origin: Origin::Environment("LOKET_LANGUAGE") },
                None => self.faults.push(Fault::variable("LOKET_LANGUAGE", &language)),
            }
        }
    }

    fn flags(&mut self, flags: &Flags) {
        if let Some(server) = &flags.server {
            self.server = Setting { value: Some(server.clone()), origin: Origin::Flag("--server") };
        }
        if flags.read_only {
            self.read_only = Setting { value: true, origin: Origin::Flag("--read-only") };
        }
        if flags.plain {
            self.plain = Setting { value: true, origin: Origin::Flag("--plain") };
        }
        if let Some(value) = flags.language {
            self.language = Setting { value, origin: Origin::Flag("--lang") };
        }
        if let Some(theme) = &flags.theme {
            self.theme = Setting { value: Some(theme.clone()), origin: Origin::Flag("--theme") };
        }
        if let Some(keymap) = &flags.keymap {
            self.keymap = Setting { value: Some(keymap.clone()), origin: Origin::Flag("--keymap") };
        }
    }
}

/// The file itself, as it would be if nobody set anything.
pub fn default_file() -> String {
    const TEXT: &str = include_str!("default.toml");
    TEXT.to_owned()
}

fn placed(file: &str, base: &Path, variable: &impl Fn(&str) -> Option<String>) -> PathBuf {
    match (file.strip_prefix("~/"), variable("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => base.join(file),
    }
}

/// The key that was meant.
fn meant(key: &str) -> Option<&'static str> {
    nearest(key, KEYS)
}

#[cfg(test)]
mod tests;
