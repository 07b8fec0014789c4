//! Themes: what each role of text looks like. Data in `themes/*.toml`; a mistake falls back to the default and is told.

use ratatui::style::{Color, Modifier, Style};

pub mod contrast;
mod file;

pub use file::read;

/// The themes that come with loket; the first is the look unless another is chosen.
pub const SHIPPED: &[(&str, &str)] = &[
    ("terminal", include_str!("../../../../themes/terminal.toml")),
    ("dark", include_str!("../../../../themes/dark.toml")),
    ("light", include_str!("../../../../themes/light.toml")),
    ("contrast-dark", include_str!("../../../../themes/contrast-dark.toml")),
    ("contrast-light", include_str!("../../../../themes/contrast-light.toml")),
    ("colourblind", include_str!("../../../../themes/colourblind.toml")),
    ("mono", include_str!("../../../../themes/mono.toml")),
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
    /// Does it promise 7:1 instead of 4.5:1 (WCAG 2.2, 1.4.6)?
    pub high_contrast: bool,
    /// Are lines and marks drawn with ASCII, for terminals that show nothing else?
    pub ascii: bool,
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
        Some(read(source).0)
    }

    /// The look unless another is chosen: the terminal's own colours.
    pub fn standard() -> Self {
        Self::shipped(SHIPPED[0].0).unwrap_or_else(Self::plain)
    }

    /// No colours at all: for when nothing else can be read.
    pub fn plain() -> Self {
        let none = Color::Reset;
        Self {
            high_contrast: false,
            ascii: false,
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

    /// A word of a signal. On the terminal's own background nobody knows which colours can be read: there it is bold.
    pub fn signal(&self, color: Color) -> Style {
        if self.background == Color::Reset { self.strong() } else { self.text().fg(color) }
    }

    /// A glyph of a signal, beside a word that says the same.
    pub fn glyph(&self, color: Color) -> Style {
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
    fn every_shipped_theme_has_no_mistakes_and_enough_contrast() {
        for (name, source) in SHIPPED {
            let (theme, mistakes) = read(source);
            assert_eq!(mistakes, vec![], "{name}");
            let weak: Vec<_> = contrast::check(&theme).into_iter().filter(|one| !one.passes()).collect();
            assert!(weak.is_empty(), "{name}: {weak:?}");
            assert_eq!(theme.high_contrast, name.starts_with("contrast-"), "{name}");
        }
    }
}
