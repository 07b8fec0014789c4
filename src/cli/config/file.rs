//! One configuration file laid over what counts so far, and what is wrong with it.

use std::{ops::Range, path::Path};

use toml::de::{DeTable, DeValue};

use super::{
    Config, Fault, meant,
    registry::entry,
    setting::{Given, Origin, Raw},
};

/// The table of a file with the user's own keys; the keymap reads it itself, with the places in the file.
pub const KEYS: &str = "keys";

impl Config {
    /// Takes in what a file sets, as far as it can be read.
    pub(in crate::cli) fn lay_over(&mut self, path: &Path, text: &str, origin: &Origin, home: Option<&str>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        // One fault may bring others after it; the first is the one to mend.
        let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
        if let Some(error) = first {
            let span = error.span().unwrap_or(0..0);
            self.faults.push(Fault::at(path, text, span, "config-broken", &[("detail", error.message())]));
            // What is left of a broken file may not mean what its writer meant.
            return;
        }
        let base = path.parent().unwrap_or(Path::new("."));
        for (key, value) in table.get_ref() {
            let name = key.get_ref().as_ref();
            if name == KEYS {
                match value.get_ref() {
                    DeValue::Table(_) => self.keys.push((path.into(), text.to_owned())),
                    _ => self.faults.push(Fault::at(path, text, value.span(), "config-not-a-table", &[("key", name)])),
                }
                continue;
            }
            let given = Given { raw: Raw::Toml(value.get_ref()), base, home };
            match self.values.set(name, &given, origin.clone()) {
                Some(true) => {}
                Some(false) => {
                    let given = value.get_ref().as_str();
                    self.faults.extend(entry(name).map(|entry| Fault::shape(path, text, value.span(), entry, given)));
                }
                None => {
                    let near = meant(name).unwrap_or("none");
                    let values = [("key", name), ("near", near)];
                    self.faults.push(Fault::at(path, text, key.span(), "config-unknown-key", &values));
                }
            }
        }
    }
}

/// Where a key of the first level and its value stand in a file; nothing when the file cannot be read or has no such key.
pub fn place_of(text: &str, name: &str) -> Option<(Range<usize>, Range<usize>)> {
    let table = DeTable::parse(text).ok()?;
    let found = table.get_ref().iter().find(|(key, _)| key.get_ref().as_ref() == name);
    found.map(|(key, value)| (key.span(), value.span()))
}
