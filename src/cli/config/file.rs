//! One configuration file: what it sets, and what is wrong with it.

use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::{Fault, meant};
use crate::{
    locale::Language,
    tui::shell::{
        clipboard::{End, Wish},
        mouse,
    },
};

/// What one file sets.
#[derive(Debug, Default)]
pub(super) struct Layer {
    pub server: Option<String>,
    pub token_file: Option<String>,
    pub language: Option<Language>,
    pub theme: Option<String>,
    pub keymap: Option<String>,
    pub lock_after_minutes: Option<u32>,
    pub read_only: Option<bool>,
    pub plain: Option<bool>,
    pub mouse: Option<mouse::Wish>,
    pub bell: Option<bool>,
    pub notify: Option<bool>,
    pub clipboard: Option<Wish>,
    pub clipboard_end: Option<End>,
    /// Is there a table `[keys]`? The keymap reads it itself, with the places in the file.
    pub keys: bool,
    pub faults: Vec<Fault>,
}

/// Reads what can be read.
pub(super) fn read(path: &Path, text: &str) -> Layer {
    let mut layer = Layer::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    // One fault may bring others after it; the first is the one to mend.
    let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
    if let Some(error) = first {
        let span = error.span().unwrap_or(0..0);
        layer.faults.push(Fault::at(path, text, span, "config-broken", &[("detail", error.message())]));
        // What is left of a broken file may not mean what its writer meant.
        return layer;
    }
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        let wrong = |expected: &'static str, layer: &mut Layer| {
            layer.faults.push(Fault::at(path, text, value.span(), expected, &[("key", name)]));
        };
        match name {
            "server" | "token_file" | "theme" | "keymap" => match value.get_ref().as_str() {
                Some(given) => {
                    let place = match name {
                        "server" => &mut layer.server,
                        "token_file" => &mut layer.token_file,
                        "theme" => &mut layer.theme,
                        _ => &mut layer.keymap,
                    };
                    *place = Some(given.to_owned());
                }
                None => wrong("config-not-text", &mut layer),
            },
            "language" => match value.get_ref().as_str().and_then(Language::from_code) {
                Some(language) => layer.language = Some(language),
                None => wrong("config-not-a-language", &mut layer),
            },
            "lock_after_minutes" => match value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok()) {
                Some(minutes) => layer.lock_after_minutes = Some(minutes),
                None => wrong("config-not-minutes", &mut layer),
            },
            "read_only" | "plain" | "bell" | "notify" => match value.get_ref().as_bool() {
                Some(yes) => {
                    let place = match name {
                        "read_only" => &mut layer.read_only,
                        "plain" => &mut layer.plain,
                        "bell" => &mut layer.bell,
                        _ => &mut layer.notify,
                    };
                    *place = Some(yes);
                }
                None => wrong("config-not-yes-or-no", &mut layer),
            },
            "mouse" => match value.get_ref().as_str().and_then(mouse::Wish::from_code) {
                Some(wish) => layer.mouse = Some(wish),
                None => wrong("config-not-a-mouse", &mut layer),
            },
            "clipboard" => match value.get_ref().as_str().and_then(Wish::from_code) {
                Some(wish) => layer.clipboard = Some(wish),
                None => wrong("config-not-a-clipboard", &mut layer),
            },
            "clipboard_end" => match value.get_ref().as_str().and_then(End::from_code) {
                Some(end) => layer.clipboard_end = Some(end),
                None => wrong("config-not-an-end", &mut layer),
            },
            "keys" => match value.get_ref() {
                DeValue::Table(_) => layer.keys = true,
                _ => wrong("config-not-a-table", &mut layer),
            },
            _ => {
                let near = meant(name).unwrap_or("none");
                let values = [("key", name), ("near", near)];
                layer.faults.push(Fault::at(path, text, key.span(), "config-unknown-key", &values));
            }
        }
    }
    layer
}
