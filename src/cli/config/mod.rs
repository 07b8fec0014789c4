//! Configuration in layers: flag > `LOKET_*` > user's file > system's file > default. Every value knows where it comes from.
//!
//! A fault in a file never stops the program: it is told with file, line, column and a suggestion, and the layer below
//! counts for that key.

pub mod edit;
mod fault;
mod file;
mod reference;
pub mod registry;
mod schema;
pub mod setting;

pub use fault::Fault;
pub use file::{KEYS, place_of};
pub use reference::{default_file, document, meaning, page};
pub(super) use schema::as_json;
pub use schema::schema;
pub use setting::{Origin, Setting};

use std::{
    ops::Deref,
    path::{Path, PathBuf},
};

use crate::{intake::nearest, locale::Language};

use self::{
    registry::{ENTRIES, Values},
    setting::{Given, Raw},
};

/// Everything that can be configured.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The settings; [`Config`] can be read as these.
    pub values: Values,
    /// The files with a table `[keys]`, system first, with their text: the keymap reads it.
    pub keys: Vec<(PathBuf, String)>,
    /// What is wrong with the files and variables.
    pub faults: Vec<Fault>,
}

impl Deref for Config {
    type Target = Values;

    fn deref(&self) -> &Values {
        &self.values
    }
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
        let mut config = Self { values: Values::unset(), keys: vec![], faults: vec![] };
        config.locale_of_system(&variable);
        let home = variable("HOME");
        let layers = [(&places.system, Origin::System as fn(PathBuf) -> Origin), (&places.user, Origin::User)];
        for (path, origin) in layers {
            if let Some(path) = path {
                config.file(path, &origin(path.clone()), home.as_deref());
            }
        }
        config.terminal(&variable);
        config.environment(&variable, home.as_deref());
        config.flags(flags);
        config
    }

    /// `LANG` and its like are the weakest wish of all: between the default and the files.
    fn locale_of_system(&mut self, variable: &impl Fn(&str) -> Option<String>) {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let Some(value) = variable(name).filter(|value| !value.is_empty()) {
                if value.starts_with("en") {
                    self.values.language = Setting { value: Language::English, origin: Origin::Environment(name) };
                }
                return;
            }
        }
    }

    /// A terminal that cannot place text gets lines, whatever the files say: there a screen is impossible.
    fn terminal(&mut self, variable: &impl Fn(&str) -> Option<String>) {
        if variable("TERM").as_deref() == Some("dumb") {
            self.values.plain = Setting { value: true, origin: Origin::Environment("TERM") };
        }
    }

    fn file(&mut self, path: &Path, origin: &Origin, home: Option<&str>) {
        match super::text_file::read(path) {
            Ok(text) => self.lay_over(path, &text, origin, home),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => self.faults.push(Fault::unreadable(path, &error)),
        }
    }

    fn environment(&mut self, variable: &impl Fn(&str) -> Option<String>, home: Option<&str>) {
        for entry in ENTRIES {
            let Some(text) = variable(entry.variable).filter(|text| !text.is_empty()) else { continue };
            let given = Given { raw: Raw::Text(&text), base: Path::new(""), home };
            if self.values.set(entry.name, &given, Origin::Environment(entry.variable)) != Some(true) {
                self.faults.push(Fault::variable(entry.variable, &text));
            }
        }
    }

    fn flags(&mut self, flags: &Flags) {
        let values = &mut self.values;
        if let Some(server) = &flags.server {
            values.server = Setting { value: Some(server.clone()), origin: Origin::Flag("--server") };
        }
        if flags.read_only {
            values.read_only = Setting { value: true, origin: Origin::Flag("--read-only") };
        }
        if flags.plain {
            values.plain = Setting { value: true, origin: Origin::Flag("--plain") };
        }
        if let Some(value) = flags.language {
            values.language = Setting { value, origin: Origin::Flag("--lang") };
        }
        if let Some(theme) = &flags.theme {
            values.theme = Setting { value: Some(theme.clone()), origin: Origin::Flag("--theme") };
        }
        if let Some(keymap) = &flags.keymap {
            values.keymap = Setting { value: Some(keymap.clone()), origin: Origin::Flag("--keymap") };
        }
    }
}

/// The key that was meant.
fn meant(key: &str) -> Option<&'static str> {
    nearest(key, ENTRIES.iter().map(|entry| entry.name).chain([KEYS]))
}

#[cfg(test)]
mod tests;
