//! Themes: what each role of text looks like. Data in `themes/*.toml`; a mistake falls back to the default and is told.

use ratatui::style::{Color, Modifier, Style};

pub mod contrast;
mod file;
pub mod palettes;

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

/// How something of a role is drawn: a colour, and what is on top of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The colour; `Reset` is the terminal's own.
    pub color: Color,
    /// Bold, faint, underlined, reversed.
    pub with: Modifier,
}

impl Look {
    /// The terminal's own colour and nothing more.
    pub const OWN: Self = Self { color: Color::Reset, with: Modifier::empty() };
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
    pub text: Look,
    /// What you know already.
    pub dim: Look,
    /// Where you are and what you can press.
    pub accent: Look,
    /// Crisis.
    pub crisis: Look,
    /// High.
    pub high: Look,
    /// Done.
    pub done: Look,
    /// On hold: LET, time-out.
    pub hold: Look,
    /// Lines.
    pub rule: Look,
    /// Behind the selected row: its colour is the ground.
    pub bar: Look,
    /// Behind the active tab, filter words and marks: its colour is the ground.
    pub tab: Look,
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

    /// No colours at all; bold and reverse carry the weights. What a theme file starts from unless it inherits.
    pub fn plain() -> Self {
        let with = |with| Look { with, ..Look::OWN };
        Self {
            high_contrast: false,
            ascii: false,
            selection: Selection::Reverse,
            background: Color::Reset,
            text: Look::OWN,
            dim: Look::OWN,
            accent: with(Modifier::BOLD),
            crisis: with(Modifier::BOLD),
            high: with(Modifier::BOLD),
            done: Look::OWN,
            hold: with(Modifier::BOLD),
            rule: with(Modifier::DIM),
            bar: with(Modifier::REVERSED),
            tab: with(Modifier::REVERSED),
        }
    }

    fn drawn(&self, look: Look) -> Style {
        Style::new().fg(look.color).bg(self.background).add_modifier(look.with)
    }

    /// What you read.
    pub fn text(&self) -> Style {
        self.drawn(self.text)
    }

    /// What you look for.
    pub fn strong(&self) -> Style {
        self.text().add_modifier(Modifier::BOLD)
    }

    /// What you know already.
    pub fn dim(&self) -> Style {
        self.drawn(self.dim)
    }

    /// Where you are and what you can press.
    pub fn accent(&self) -> Style {
        self.drawn(self.accent)
    }

    /// A word of a signal. On the terminal's own background nobody knows which colours can be read: there it is bold.
    pub fn signal(&self, look: Look) -> Style {
        if self.background == Color::Reset { self.strong() } else { self.drawn(look) }
    }

    /// A glyph of a signal, beside a word that says the same.
    pub fn glyph(&self, look: Look) -> Style {
        self.drawn(look)
    }

    /// Lines.
    pub fn rule(&self) -> Style {
        self.drawn(self.rule)
    }

    /// The active tab.
    pub fn tab(&self) -> Style {
        let style = self.text().add_modifier(self.tab.with);
        if self.tab.color == Color::Reset { style } else { style.bg(self.tab.color) }
    }

    /// A filter word, a chosen button: the accent on the ground of a tab.
    pub fn chip(&self) -> Style {
        let style = self.tab();
        // Reversed it would change the ground instead of the letters.
        if style.add_modifier.contains(Modifier::REVERSED) { style } else { style.fg(self.accent.color) }
    }

    /// The mark of a row that is marked: as strong as the terminal can.
    pub fn mark(&self) -> Style {
        self.accent().add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    /// What is laid over everything under a window: still there, and plainly not where the keys go. Not meant to be read.
    pub fn under(&self) -> Style {
        let style = Style::new().fg(self.dim.color).remove_modifier(Modifier::BOLD | Modifier::REVERSED | Modifier::UNDERLINED);
        if self.dim.color == Color::Reset { style.add_modifier(Modifier::DIM) } else { style.bg(self.background) }
    }

    /// What stands at the left of the selected row, so that it can be told without any colour; it touches the bar.
    pub fn edge(&self) -> &'static str {
        if self.selection == Selection::Reverse { "█" } else { "▌" }
    }

    /// What the selected row gets on top of the styles of its texts.
    pub fn selected(&self) -> Style {
        match self.selection {
            Selection::Bar => Style::new().bg(self.bar.color).add_modifier(self.bar.with),
            Selection::Marker => Style::new(),
            // Of one weight: faint text on a bar is hard to read, and a bar of many looks takes many bytes.
            Selection::Reverse => {
                let off = Modifier::DIM | Modifier::UNDERLINED;
                Style::new().fg(self.text.color).add_modifier(Modifier::REVERSED | Modifier::BOLD).remove_modifier(off)
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
