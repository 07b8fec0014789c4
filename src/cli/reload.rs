//! Reads the files of the user again while the interface runs: configuration, keymaps, themes. What is not sound is left out,
//! so that the old stays, and told with its place.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use crate::{
    locale::{Language, Texts},
    tui::{
        app::keymap::Keymap,
        shell::watch::{Found, General, Watch},
        view::theme::Theme,
    },
};

use super::{
    call::Call,
    config::{Config, Fault, Flags, Places},
    config_command, interface,
    sources::Sources,
    templates,
};

/// What has to be watched, what counts so far, and how it is read again.
pub(super) fn watch(call: &Call, keymaps: &[(String, Keymap)], themes: &[(String, Theme)]) -> Watch {
    let reader = Reader { environment: call.edge.environment.clone(), flags: call.flags.clone() };
    let loaded = Found {
        general: Some(general(&call.config, &reader)),
        keymaps: Some(keymaps.to_vec()),
        themes: Some(themes.to_vec()),
        warning: None,
    };
    Watch { folders: reader.folders(), loaded, read: Arc::new(move || reader.read()) }
}

fn general(config: &Config, reader: &Reader) -> General {
    General {
        settings: config.settings(&reader.home(), templates::folder(|name| reader.variable(name)).as_deref()),
        language: config.language.value,
        connection: (config.server.value.clone(), config.token_file.value.clone()),
    }
}

/// Reads as the call did, with the same options and environment.
struct Reader {
    environment: HashMap<String, String>,
    flags: Flags,
}

impl Reader {
    fn variable(&self, name: &str) -> Option<String> {
        self.environment.get(name).filter(|value| !value.is_empty()).cloned()
    }

    fn home(&self) -> PathBuf {
        interface::home(self.variable("HOME"))
    }

    fn places(&self) -> Places {
        Places::of(|name| self.variable(name))
    }

    /// The folders in which a change counts; also where a link leads that stands in for the file.
    fn folders(&self) -> Vec<PathBuf> {
        let mut folders = vec![];
        let places = self.places();
        for file in [places.user, places.system].into_iter().flatten() {
            folders.extend(file.canonicalize().ok().and_then(|real| real.parent().map(PathBuf::from)));
            folders.extend(file.parent().map(PathBuf::from));
            folders.extend(["keymaps", "themes"].map(|folder| file.with_file_name(folder)));
        }
        folders.sort();
        folders.dedup();
        folders
    }

    fn read(&self) -> Found {
        let config = Config::load(&self.places(), |name| self.variable(name), &self.flags);
        // A variable is what it was at the start and was told then.
        let broken: Vec<&Fault> = config.faults.iter().filter(|fault| fault.file.is_some()).collect();
        if let Some(first) = broken.first() {
            return Found { warning: Some(told(first, broken.len())), ..Found::default() };
        }
        let from = Sources { config: &config, environment: &self.environment };
        let (keymaps, mut of_keymaps) = interface::keymaps(&from);
        let (themes, mut of_themes) = interface::themes(&from);
        of_keymaps.extend(config_command::unknown_keymap(&config, &config_command::names(&keymaps)));
        of_themes.extend(config_command::unknown_theme(&config, &config_command::names(&themes)));
        let faults: Vec<&Fault> = of_keymaps.iter().chain(&of_themes).collect();
        Found {
            warning: faults.first().map(|first| told(first, faults.len())),
            general: Some(general(&config, self)),
            keymaps: of_keymaps.is_empty().then_some(keymaps),
            themes: of_themes.is_empty().then_some(themes),
        }
    }
}

/// The first fault with its place, and how many more there are. In every language: the one that counts may stand in the file
/// that is broken.
fn told(first: &Fault, count: usize) -> Vec<(Language, String)> {
    let file = first.file.as_ref().and_then(|file| file.file_name()).map(|name| name.to_string_lossy().into_owned());
    let numbers: String = [first.line, first.column].into_iter().flatten().map(|number| format!(":{number}")).collect();
    let place = file.map_or_else(String::new, |file| format!("{file}{numbers}: "));
    let more = if count > 1 { format!(" (+{})", count - 1) } else { String::new() };
    let one = |language: &Language| (*language, format!("{place}{}{more}", first.say(&Texts::new(*language))));
    Language::ALL.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(home: &std::path::Path) -> Reader {
        let environment = [("HOME", home.display().to_string())].map(|(name, value)| (name.to_owned(), value)).into();
        Reader { environment, flags: Flags::default() }
    }

    fn starts(found: &Found, place: &str) -> bool {
        found.warning.as_ref().is_some_and(|all| all.len() == 2 && all.iter().all(|(_, words)| words.starts_with(place)))
    }

    #[test]
    fn what_is_broken_is_left_out_and_told_with_its_line() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join(".config/loket");
        std::fs::create_dir_all(folder.join("keymaps")).unwrap();
        let reader = reader(home.path());
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
        write("config.toml", "keymap = \"eigen\"\nlanguage = \"en\"\n");
        write("keymaps/eigen.toml", "inherit = \"vim\"\n[signal]\nclaim = [\"F2\"]\n");
        let found = reader.read();
        assert_eq!(found.warning, None);
        assert_eq!(found.keymaps.as_ref().and_then(|all| all.first()).map(|(name, _)| name.as_str()), Some("eigen"));
        write("keymaps/eigen.toml", "inherit = \"vim\"\n[signal]\nclam = [\"F2\"]\n");
        let found = reader.read();
        assert!(found.keymaps.is_none() && found.general.is_some() && found.themes.is_some());
        assert!(starts(&found, "eigen.toml:3:1: "), "{:?}", found.warning);
        write("config.toml", "language = \"en\"\n\nlock_after_minutes = \n");
        let found = reader.read();
        assert!(found.keymaps.is_none() && found.general.is_none() && found.themes.is_none());
        assert!(starts(&found, "config.toml:3:"), "{:?}", found.warning);
    }

    #[test]
    fn a_link_in_place_of_the_file_is_followed() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join(".config/loket");
        let real = home.path().canonicalize().unwrap().join("dotfiles");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::create_dir_all(&real).unwrap();
        std::fs::write(real.join("loket.toml"), "").unwrap();
        std::os::unix::fs::symlink(real.join("loket.toml"), folder.join("config.toml")).unwrap();
        let folders = reader(home.path()).folders();
        assert!(folders.contains(&real) && folders.contains(&folder), "{folders:?}");
    }
}
