//! Themes: what each role of text looks like. Data in `themes/*.toml`; a mistake falls back to the default and is told.

use ratatui::style::{Color, Modifier, Style};

/// The themes that come with loket.
pub const SHIPPED: &[(&str, &str)] = &[
    ("dark", include_str!("../../../themes/dark.toml")),
    ("light", include_str!("../../../themes/light.toml")),
    ("terminal", include_str!("../../../themes/terminal.toml")),
];

/// How the selected row is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// A bar in a colour of its own, and an accent block at the left.
    Bar,
    /// An accent block at the left, number and title bold.
    Marker,
    /// Reversed.
    Reverse,
}

/// What each role looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// How the selected row is marked.
    pub selection: Selection,
    /// Behind everything.
    pub background: Color,
    /// What you read.
    pub text: Color,
    /// What you know already.
    pub dim: Color,
    /// Where you are and what you can press.
    pub accent: Color,
    /// Crisis.
    pub crisis: Color,
    /// High.
    pub high: Color,
    /// Done.
    pub done: Color,
    /// On hold: LET, time-out.
    pub hold: Color,
    /// Lines.
    pub rule: Color,
    /// Behind the selected row.
    pub bar: Color,
    /// Behind the active tab and filter words.
    pub tab: Color,
}

impl Theme {
    /// A shipped theme.
    pub fn shipped(name: &str) -> Option<Self> {
        let (_, source) = SHIPPED.iter().find(|(shipped, _)| *shipped == name)?;
        Self::parse(source).ok()
    }

    /// Reads a theme file; the error says what is wrong.
    pub fn parse(source: &str) -> Result<Self, String> {
        let file: toml::Table = source.parse().map_err(|error: toml::de::Error| error.message().to_owned())?;
        let selection = match file.get("selection").and_then(toml::Value::as_str) {
            None | Some("bar") => Selection::Bar,
            Some("marker") => Selection::Marker,
            Some("reverse") => Selection::Reverse,
            Some(other) => return Err(format!("selection '{other}' is none of: bar, marker, reverse")),
        };
        let roles = file.get("roles").and_then(toml::Value::as_table).ok_or("there is no table [roles]")?;
        let role = |name: &str| -> Result<Color, String> {
            let text = roles.get(name).and_then(toml::Value::as_str).ok_or_else(|| format!("[roles] has no '{name}'"))?;
            if text == "default" {
                return Ok(Color::Reset);
            }
            text.parse().map_err(|_| format!("[roles] {name}: '{text}' is not a colour"))
        };
        Ok(Self {
            selection,
            background: role("background")?,
            text: role("text")?,
            dim: role("dim")?,
            accent: role("accent")?,
            crisis: role("crisis")?,
            high: role("high")?,
            done: role("done")?,
            hold: role("hold")?,
            rule: role("rule")?,
            bar: role("bar")?,
            tab: role("tab")?,
        })
    }

    /// No colours at all: for when nothing else can be read.
    pub fn plain() -> Self {
        let none = Color::Reset;
        Self {
            selection: Selection::Reverse,
            background: none,
            text: none,
            dim: none,
            accent: none,
            crisis: none,
            high: none,
            done: none,
            hold: none,
            rule: none,
            bar: none,
            tab: none,
        }
    }

    /// What you read.
    pub fn text(&self) -> Style {
        Style::new().fg(self.text).bg(self.background)
    }

    /// What you look for.
    pub fn strong(&self) -> Style {
        self.text().add_modifier(Modifier::BOLD)
    }

    /// What you know already. Themes without a colour for it use the terminal's faint text.
    pub fn dim(&self) -> Style {
        let style = self.text().fg(self.dim);
        if self.dim == Color::Reset { style.add_modifier(Modifier::DIM) } else { style }
    }

    /// Where you are and what you can press.
    pub fn accent(&self) -> Style {
        let style = self.text().fg(self.accent);
        if self.accent == Color::Reset { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// A signal colour, always beside a glyph or a word.
    pub fn signal(&self, color: Color) -> Style {
        self.text().fg(color)
    }

    /// Lines.
    pub fn rule(&self) -> Style {
        let style = self.text().fg(self.rule);
        if self.rule == Color::Reset { style.add_modifier(Modifier::DIM) } else { style }
    }

    /// The active tab, and a filter word.
    pub fn tab(&self) -> Style {
        if self.tab == Color::Reset { self.text().add_modifier(Modifier::REVERSED) } else { self.text().bg(self.tab) }
    }

    /// What the selected row gets on top of the styles of its texts.
    pub fn selected(&self) -> Style {
        match self.selection {
            Selection::Bar => Style::new().bg(self.bar),
            Selection::Marker => Style::new(),
            // Of one weight: faint text on a bar is hard to read, and a bar of many looks takes many bytes.
            Selection::Reverse => {
                Style::new().fg(Color::Reset).add_modifier(Modifier::REVERSED | Modifier::BOLD).remove_modifier(Modifier::DIM)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_theme_parses() {
        for (name, source) in SHIPPED {
            assert_eq!(Theme::parse(source).map(|_| ()), Ok(()), "{name}");
        }
        assert!(Theme::parse("selection='blub'\n[roles]").is_err());
    }

    #[test]
    fn text_of_dark_and_light_has_contrast() {
        for name in ["dark", "light"] {
            let theme = Theme::shipped(name).unwrap();
            for color in [theme.text, theme.dim, theme.accent, theme.crisis, theme.high, theme.done, theme.hold] {
                assert!(contrast(color, theme.background) >= 4.5, "{name} {color:?}");
                assert!(contrast(color, theme.bar) >= 4.5, "{name} {color:?} on the bar");
            }
        }
    }

    /// WCAG 2.2 contrast ratio.
    fn contrast(a: Color, b: Color) -> f64 {
        let luminance = |color: Color| {
            let Color::Rgb(r, g, b) = color else { panic!("{color:?}") };
            let channel = |value: u8| {
                let value = f64::from(value) / 255.0;
                if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
