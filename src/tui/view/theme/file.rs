//! Theme files: `inherit`, `selection`, `contrast`, a table `[palette]` of named colours and a table `[roles]`.
//! What is wrong is told at its place; that role keeps what the inherited theme says.

use ratatui::style::Color;
use toml::de::{DeTable, DeValue};

use super::{SHIPPED, Selection, Theme};
use crate::tui::app::{key::nearest_of, mistake::Mistake};

const ROLES: [&str; 11] = ["background", "text", "dim", "accent", "crisis", "high", "done", "hold", "rule", "bar", "tab"];
const KEYS: [&str; 5] = ["inherit", "selection", "contrast", "palette", "roles"];

/// Reads a theme file, and what is wrong with it.
pub fn read(source: &str) -> (Theme, Vec<Mistake>) {
    let (file, errors) = DeTable::parse_recoverable(source);
    if let Some(error) = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start)) {
        let mistake = Mistake::new(error.span().unwrap_or(0..0), "theme-broken", [("detail", error.message())]);
        return (Theme::standard_or_plain(source), vec![mistake]);
    }
    let file = file.get_ref();
    let mut mistakes = Vec::new();
    let mut theme = base(file, &mut mistakes);
    for (key, value) in file {
        let name = key.get_ref().as_ref();
        match (name, value.get_ref().as_str()) {
            ("inherit" | "palette" | "roles", _) => {}
            ("selection", Some("bar")) => theme.selection = Selection::Bar,
            ("selection", Some("marker")) => theme.selection = Selection::Marker,
            ("selection", Some("reverse")) => theme.selection = Selection::Reverse,
            ("selection", _) => mistakes.push(Mistake::new(value.span(), "theme-selection", [])),
            ("contrast", Some("high")) => theme.high_contrast = true,
            ("contrast", Some("normal")) => theme.high_contrast = false,
            ("contrast", _) => mistakes.push(Mistake::new(value.span(), "theme-contrast", [])),
            _ => {
                let near = nearest_of(name, KEYS.into_iter()).unwrap_or("none");
                mistakes.push(Mistake::new(key.span(), "theme-unknown-key", [("name", name), ("near", near)]));
            }
        }
    }
    let empty = DeTable::new();
    let mut table = |name: &'static str| match file.get(name).map(|value| (value.span(), value.get_ref())) {
        None => &empty,
        Some((_, DeValue::Table(table))) => table,
        Some((span, _)) => {
            mistakes.push(Mistake::new(span, "theme-not-a-table", [("name", name)]));
            &empty
        }
    };
    let (palette, roles) = (table("palette"), table("roles"));
    for (key, value) in roles {
        let name = key.get_ref().as_ref();
        let Some(place) = role(&mut theme, name) else {
            let near = nearest_of(name, ROLES.into_iter()).unwrap_or("none");
            mistakes.push(Mistake::new(key.span(), "theme-unknown-role", [("name", name), ("near", near)]));
            continue;
        };
        let text = value.get_ref().as_str().unwrap_or_default();
        let named = palette.get(text).and_then(|value| value.get_ref().as_str()).unwrap_or(text);
        match color(named) {
            Some(color) => *place = color,
            None => {
                let names = palette.keys().map(|key| key.get_ref().as_ref());
                let near = nearest_of(text, names.chain(COLORS)).unwrap_or("none");
                mistakes.push(Mistake::new(value.span(), "theme-no-colour", [("text", text), ("near", near)]));
            }
        }
    }
    (theme, mistakes)
}

/// What the file inherits; without it, the terminal's own colours.
fn base(file: &DeTable<'_>, mistakes: &mut Vec<Mistake>) -> Theme {
    let Some(value) = file.get("inherit") else { return Theme::plain() };
    let name = value.get_ref().as_str().unwrap_or_default();
    // A shipped theme inherits none, so this ends.
    if let Some(theme) = Theme::shipped(name) {
        return theme;
    }
    let near = nearest_of(name, SHIPPED.iter().map(|(name, _)| *name)).unwrap_or("none");
    mistakes.push(Mistake::new(value.span(), "theme-inherit", [("name", name), ("near", near)]));
    Theme::plain()
}

fn role<'a>(theme: &'a mut Theme, name: &str) -> Option<&'a mut Color> {
    Some(match name {
        "background" => &mut theme.background,
        "text" => &mut theme.text,
        "dim" => &mut theme.dim,
        "accent" => &mut theme.accent,
        "crisis" => &mut theme.crisis,
        "high" => &mut theme.high,
        "done" => &mut theme.done,
        "hold" => &mut theme.hold,
        "rule" => &mut theme.rule,
        "bar" => &mut theme.bar,
        "tab" => &mut theme.tab,
        _ => return None,
    })
}

/// Names of the sixteen, for suggestions.
const COLORS: [&str; 9] = ["default", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

/// `#rrggbb`, a name of the sixteen, an index, or `default` for the terminal's own.
fn color(text: &str) -> Option<Color> {
    if text == "default" { Some(Color::Reset) } else { text.parse().ok() }
}

impl Theme {
    /// For a file that cannot be read at all.
    fn standard_or_plain(source: &str) -> Self {
        if SHIPPED.iter().any(|(_, shipped)| *shipped == source) { Self::plain() } else { Self::standard() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_inherits_names_colours_and_keeps_what_is_right() {
        let source = "inherit = 'dark'\nselection = 'marker'\n[palette]\nzee = '#0aa0c0'\n[roles]\naccent = 'zee'\n";
        let (theme, mistakes) = read(source);
        assert_eq!(mistakes, vec![]);
        assert_eq!((theme.accent, theme.selection), (Color::Rgb(0x0a, 0xa0, 0xc0), Selection::Marker));
        assert_eq!(theme.crisis, Theme::shipped("dark").unwrap().crisis);
    }

    #[test]
    fn every_mistake_is_told_at_its_place() {
        let source = "inherit = 'drak'\nselection = 'blub'\ncontrast = 3\nsellection = 'bar'\npalette = 1\n\
            [roles]\naccent = '#12'\ntekst = 'red'\ncrisis = 'red'\nhigh = 'yelow'\n";
        let (theme, mistakes) = read(source);
        let told: Vec<(&str, &str)> = mistakes.iter().map(|one| (one.key, &source[one.span.clone()])).collect();
        for expected in [
            ("theme-inherit", "'drak'"),
            ("theme-selection", "'blub'"),
            ("theme-contrast", "3"),
            ("theme-unknown-key", "sellection"),
            ("theme-not-a-table", "1"),
            ("theme-no-colour", "'#12'"),
            ("theme-unknown-role", "tekst"),
            ("theme-no-colour", "'yelow'"),
        ] {
            assert!(told.contains(&expected), "{expected:?} in {told:?}");
        }
        assert_eq!(told.len(), 8);
        assert_eq!(theme.crisis, Color::Red, "what is right counts");
        assert!(mistakes.iter().any(|one| one.values.contains(&("near", "dark".into()))));
        assert_eq!(read("[roles").1[0].key, "theme-broken");
    }
}
