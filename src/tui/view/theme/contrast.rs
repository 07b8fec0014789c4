//! Contrast of a theme's texts (WCAG 2.2, success criteria 1.4.3 and 1.4.6).
//!
//! A theme of colours of its own is measured as it is. A theme of the terminal's colours is measured on palettes that common
//! terminals come with: its text must be the terminal's own, since nobody knows the palette of the reader. A signal colour
//! there is only ever that of a glyph, whose shape and the word beside it say the same: it need be told from the background.

use ratatui::style::Color;

use super::{Selection, Theme};

/// A text of a role on what is behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// The role.
    pub role: &'static str,
    /// What is behind it: `background`, `bar`, `tab`, or the name of a terminal's palette.
    pub on: &'static str,
    /// From 1 (nothing to see) to 21 (black on white).
    pub ratio: f64,
    /// What it must be at least.
    pub least: f64,
}

impl Contrast {
    /// Is it enough?
    pub fn passes(&self) -> bool {
        self.ratio >= self.least
    }
}

/// Least contrast of text; of text in a theme that promises more; of a glyph whose colour is one of three ways to tell it.
const TEXT: f64 = 4.5;
const HIGH: f64 = 7.0;
const SEEN: f64 = 1.5;

/// A palette that a terminal comes with: its background, and those of the sixteen colours that themes use for signals.
struct Palette {
    name: &'static str,
    background: u32,
    /// Red, green, yellow, magenta.
    signals: [u32; 4],
}

/// As the terminals' own sources and manuals give them.
const PALETTES: [Palette; 7] = [
    // XTerm-col.ad of xterm 390, black on white as without a setting.
    Palette { name: "xterm", background: 0xffffff, signals: [0xcd0000, 0x00cd00, 0xcdcd00, 0xcd00cd] },
    // PuTTY 0.81, windows/config: default colours.
    Palette { name: "putty", background: 0x000000, signals: [0xbb0000, 0x00bb00, 0xbbbb00, 0xbb00bb] },
    // Windows Terminal, the scheme "Campbell".
    Palette { name: "campbell", background: 0x0c0c0c, signals: [0xc50f1f, 0x13a10e, 0xc19c00, 0x881798] },
    // Linux console, drivers/tty/vt/vt.c: default_red, default_grn, default_blu.
    Palette { name: "linux", background: 0x000000, signals: [0xaa0000, 0x00aa00, 0xaa5500, 0xaa00aa] },
    // GNOME Terminal, "Tango" dark.
    Palette { name: "tango", background: 0x2e3436, signals: [0xcc0000, 0x4e9a06, 0xc4a000, 0x75507b] },
    // Solarized by E. Schoonover, dark and light.
    Palette { name: "solarized-dark", background: 0x002b36, signals: [0xdc322f, 0x859900, 0xb58900, 0xd33682] },
    Palette { name: "solarized-light", background: 0xfdf6e3, signals: [0xdc322f, 0x859900, 0xb58900, 0xd33682] },
];

/// Every text of a theme on everything it stands on.
pub fn check(theme: &Theme) -> Vec<Contrast> {
    let roles = [
        ("text", theme.text),
        ("dim", theme.dim),
        ("accent", theme.accent),
        ("crisis", theme.crisis),
        ("high", theme.high),
        ("done", theme.done),
        ("hold", theme.hold),
    ];
    if theme.background == Color::Reset {
        return roles.into_iter().flat_map(|(role, color)| on_terminals(role, color)).collect();
    }
    let least = if theme.high_contrast { HIGH } else { TEXT };
    let bar = match theme.selection {
        Selection::Bar => Some(("bar", theme.bar)),
        Selection::Marker | Selection::Reverse => None,
    };
    let behind: Vec<_> = [Some(("background", theme.background)), bar].into_iter().flatten().collect();
    let mut found: Vec<Contrast> = roles
        .into_iter()
        .flat_map(|(role, color)| {
            behind.iter().map(move |(on, back)| Contrast { role, on, ratio: ratio(rgb(color), rgb(*back)), least })
        })
        .collect();
    for (role, color) in [("text", theme.text), ("accent", theme.accent)] {
        found.push(Contrast { role, on: "tab", ratio: ratio(rgb(color), rgb(theme.tab)), least });
    }
    found
}

/// Text must be the terminal's own, which its user chose to read; a signal colour must be seen on every palette.
fn on_terminals(role: &'static str, color: Color) -> Vec<Contrast> {
    let signal = match color {
        Color::Reset => return vec![],
        Color::Red => 0,
        Color::Green => 1,
        Color::Yellow => 2,
        Color::Magenta => 3,
        _ => return vec![Contrast { role, on: "terminal", ratio: 1.0, least: TEXT }],
    };
    if matches!(role, "text" | "dim" | "accent") {
        return vec![Contrast { role, on: "terminal", ratio: 1.0, least: TEXT }];
    }
    PALETTES
        .iter()
        .map(|palette| {
            let ratio = ratio(palette.signals[signal], palette.background);
            Contrast { role, on: palette.name, ratio, least: SEEN }
        })
        .collect()
}

fn rgb(color: Color) -> u32 {
    match color {
        Color::Rgb(r, g, b) => u32::from_be_bytes([0, r, g, b]),
        Color::White => 0xffffff,
        _ => 0,
    }
}

/// The contrast ratio of two colours.
pub fn ratio(a: u32, b: u32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: u32) -> f64 {
    let [_, r, g, b] = color.to_be_bytes();
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_as_the_standard_gives_them() {
        assert!((ratio(0, 0xff_ffff) - 21.0).abs() < 0.01);
        assert!((ratio(0x76_7676, 0xff_ffff) - 4.54).abs() < 0.01);
        assert!((ratio(0x12_3456, 0x12_3456) - 1.0).abs() < 0.001);
    }

    #[test]
    fn a_weak_theme_and_coloured_text_on_a_terminal_fail() {
        let mut theme = Theme::shipped("dark").unwrap();
        theme.dim = Color::Rgb(0x50, 0x50, 0x50);
        assert!(check(&theme).iter().any(|one| one.role == "dim" && !one.passes()));
        let mut theme = Theme::shipped("terminal").unwrap();
        theme.accent = Color::Blue;
        assert!(check(&theme).iter().any(|one| one.role == "accent" && !one.passes()));
    }
}
