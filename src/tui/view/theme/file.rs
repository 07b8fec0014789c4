//! Theme files: `inherit`, `selection`, `contrast`, `borders`, a table `[palette]` of named colours and a table `[roles]`.
//! A role is drawn as words: `"#82aaff"`, `"bold red"`, `"underline"`. What is wrong is told at its place; that role keeps
//! what the inherited theme says.

use std::ops::Range;

use ratatui::style::{Color, Modifier};
use toml::de::{DeTable, DeValue};

use super::{Look, SHIPPED, Selection, Theme};
use crate::tui::app::{key::nearest_of, mistake::Mistake};

const ROLES: [&str; 11] = ["background", "text", "dim", "accent", "crisis", "high", "done", "hold", "rule", "bar", "tab"];
const KEYS: [&str; 6] = ["inherit", "selection", "contrast", "borders", "palette", "roles"];
const MODIFIERS: [(&str, Modifier); 4] =
    [("bold", Modifier::BOLD), ("faint", Modifier::DIM), ("underline", Modifier::UNDERLINED), ("reverse", Modifier::REVERSED)];

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
            ("borders", Some("ascii")) => theme.ascii = true,
            ("borders", Some("unicode")) => theme.ascii = false,
            ("borders", _) => mistakes.push(Mistake::new(value.span(), "theme-borders", [])),
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
    let named: Vec<(&str, Color)> = palette
        .iter()
        .filter_map(|(key, value)| {
            let text = value.get_ref().as_str().unwrap_or_default();
            let found = color(text);
            if found.is_none() {
                let near = nearest_of(text, COLORS.into_iter()).unwrap_or("none");
                mistakes.push(Mistake::new(value.span(), "theme-no-colour", [("text", text), ("near", near)]));
            }
            Some((key.get_ref().as_ref(), found?))
        })
        .collect();
    for (key, value) in roles {
        let name = key.get_ref().as_ref();
        let text = value.get_ref().as_str().unwrap_or_default();
        let look = look(text, &named).map_err(|(word, near)| {
            let span = place_of(source, value.span(), word);
            Mistake::new(span, "theme-no-colour", [("text", word), ("near", near.unwrap_or("none"))])
        });
        match (name, role(&mut theme, name), look) {
            ("background", _, Ok(look)) if look.with.is_empty() => theme.background = look.color,
            ("background", _, Ok(_)) => mistakes.push(Mistake::new(value.span(), "theme-ground", [])),
            (_, Some(place), Ok(look)) => *place = look,
            ("background", _, Err(mistake)) | (_, Some(_), Err(mistake)) => mistakes.push(mistake),
            (_, None, _) => {
                let near = nearest_of(name, ROLES.into_iter()).unwrap_or("none");
                mistakes.push(Mistake::new(key.span(), "theme-unknown-role", [("name", name), ("near", near)]));
            }
        }
    }
    (theme, mistakes)
}

/// Words to a look; otherwise the first word that is none, and the one that was probably meant.
fn look<'a>(text: &'a str, palette: &[(&'a str, Color)]) -> Result<Look, (&'a str, Option<&'a str>)> {
    let mut look = Look::OWN;
    let mut coloured = false;
    for word in text.split_whitespace() {
        let named = palette.iter().find(|(name, _)| *name == word).map(|(_, color)| *color);
        if let Some((_, modifier)) = MODIFIERS.iter().find(|(name, _)| *name == word) {
            look.with |= *modifier;
        } else if let (Some(color), false) = (named.or_else(|| color(word)), coloured) {
            (look.color, coloured) = (color, true);
        } else {
            let names = palette.iter().map(|(name, _)| *name);
            return Err((word, nearest_of(word, names.chain(COLORS).chain(MODIFIERS.map(|(name, _)| name)))));
        }
    }
    if text.trim().is_empty() { Err((text, None)) } else { Ok(look) }
}

/// Where a word of a text stands in the file; the whole text when it was written with escapes.
fn place_of(source: &str, text: Range<usize>, word: &str) -> Range<usize> {
    let at = source.get(text.clone()).and_then(|text| text.find(word)).filter(|_| !word.is_empty());
    at.map_or(text.clone(), |at| text.start + at..text.start + at + word.len())
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

fn role<'a>(theme: &'a mut Theme, name: &str) -> Option<&'a mut Look> {
    Some(match name {
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

/// `#rrggbb`, a name of the sixteen (`red`, `lightred`), an index, or `default` for the terminal's own.
fn color(text: &str) -> Option<Color> {
    if text == "default" { Some(Color::Reset) } else { text.parse().ok() }
}

impl Theme {
    /// For a file that cannot be read at all.
    fn standard_or_plain(source: &str) -> Self {
        if SHIPPED.iter().any(|(_, shipped)| *shipped == source) { Self::plain() } else { Self::standard() }
    }

    /// The theme as a file: every role, so that one's own can begin with it.
    pub fn to_file(&self) -> String {
        let selection = match self.selection {
            Selection::Bar => "bar",
            Selection::Marker => "marker",
            Selection::Reverse => "reverse",
        };
        let mut file = format!("selection = \"{selection}\"\n");
        if self.high_contrast {
            file += "contrast = \"high\"\n";
        }
        if self.ascii {
            file += "borders = \"ascii\"\n";
        }
        file += &format!("\n[roles]\nbackground = \"{}\"\n", color_name(self.background));
        let mut theme = self.clone();
        for name in &ROLES[1..] {
            if let Some(look) = role(&mut theme, name) {
                let with = MODIFIERS.iter().filter(|(_, modifier)| look.with.contains(*modifier)).map(|(name, _)| *name);
                let color = (look.color != Color::Reset || look.with.is_empty()).then(|| color_name(look.color));
                let words: Vec<String> = with.map(str::to_owned).chain(color).collect();
                file += &format!("{name} = \"{}\"\n", words.join(" "));
            }
        }
        file
    }
}

fn color_name(color: Color) -> String {
    if color == Color::Reset { "default".to_owned() } else { color.to_string().to_lowercase() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_inherits_names_colours_and_keeps_what_is_right() {
        let source = "inherit = 'dark'\nselection = 'marker'\n[palette]\nzee = '#0aa0c0'\n[roles]\naccent = 'zee'\n";
        let (theme, mistakes) = read(source);
        assert_eq!(mistakes, vec![]);
        assert_eq!((theme.accent.color, theme.selection), (Color::Rgb(0x0a, 0xa0, 0xc0), Selection::Marker));
        assert_eq!(theme.crisis, Theme::shipped("dark").unwrap().crisis);
    }

    #[test]
    fn every_mistake_is_told_at_its_place() {
        let source = "inherit = 'drak'\nselection = 'blub'\ncontrast = 3\nsellection = 'bar'\npalette = 1\n\
            borders = 'round'\n[roles]\naccent = '#12'\ntekst = 'red'\ncrisis = 'underline red'\nhigh = 'bold yelow'\n\
            background = 'bold black'\ndone = 'red green'\nhold = ''\n";
        let (theme, mistakes) = read(source);
        let told: Vec<(&str, &str)> = mistakes.iter().map(|one| (one.key, &source[one.span.clone()])).collect();
        for expected in [
            ("theme-inherit", "'drak'"),
            ("theme-selection", "'blub'"),
            ("theme-contrast", "3"),
            ("theme-unknown-key", "sellection"),
            ("theme-not-a-table", "1"),
            ("theme-borders", "'round'"),
            ("theme-no-colour", "#12"),
            ("theme-unknown-role", "tekst"),
            ("theme-no-colour", "yelow"),
            ("theme-ground", "'bold black'"),
            ("theme-no-colour", "green"),
            ("theme-no-colour", "''"),
        ] {
            assert!(told.contains(&expected), "{expected:?} in {told:?}");
        }
        assert_eq!(told.len(), 12);
        assert_eq!(theme.crisis, Look { color: Color::Red, with: Modifier::UNDERLINED }, "what is right counts");
        assert_eq!(theme.high, Theme::plain().high, "what is wrong keeps what was inherited");
        assert!(mistakes.iter().any(|one| one.values.contains(&("near", "yellow".into()))));
        assert!(mistakes.iter().any(|one| one.values.contains(&("near", "dark".into()))));
        assert_eq!(read("[roles").1[0].key, "theme-broken");
    }

    #[test]
    fn every_shipped_theme_written_as_a_file_is_the_same_theme() {
        for (name, _) in SHIPPED {
            let theme = Theme::shipped(name).unwrap();
            assert_eq!(read(&theme.to_file()), (theme, vec![]), "{name}");
        }
        let (coloured, _) = read("borders = 'ascii'\n[roles]\ntext = 'bold underline lightred'\nrule = 'faint 240'\n");
        assert_eq!(read(&coloured.to_file()), (coloured, vec![]));
    }

    #[test]
    fn a_colour_of_the_palette_that_is_none_is_told_once_and_where_it_stands() {
        let source = "[palette]\nzee = '#0aa0cx'\n[roles]\ncrisis = 'bold red'\n";
        let (_, mistakes) = read(source);
        assert_eq!(mistakes.iter().map(|one| &source[one.span.clone()]).collect::<Vec<_>>(), ["'#0aa0cx'"]);
    }
}
