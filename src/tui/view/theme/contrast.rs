//! Contrast of a theme's texts (WCAG 2.2, success criteria 1.4.3 and 1.4.6).
//!
//! A theme of colours of its own is measured as it is. A theme of the terminal's colours is measured on the palettes that
//! common terminals come with. Its text passes only in the terminal's own colour, which its user chose to read, and never
//! faint; the ground of a bar or tab only reversed. A signal colour there is only ever that of a glyph, whose shape and the
//! word beside it say the same: it need be told from the ground.

use ratatui::style::{Color, Modifier};

use super::{
    Look, Selection, Theme,
    palettes::{PALETTES, Palette},
};

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
const SEEN: f64 = 2.0;
/// Least contrast of a whole bar or tab with the background, so that it is found at a glance; in a theme that promises more.
const GROUND: f64 = 1.5;
const HIGH_GROUND: f64 = 3.0;

/// Every text of a theme on everything it stands on.
pub fn check(theme: &Theme) -> Vec<Contrast> {
    let texts = [("text", theme.text), ("dim", theme.dim), ("accent", theme.accent)];
    let signals = [("crisis", theme.crisis), ("high", theme.high), ("done", theme.done), ("hold", theme.hold)];
    if theme.background == Color::Reset {
        return PALETTES.iter().flat_map(|palette| on_terminal(theme, palette, texts, signals)).collect();
    }
    let (least, least_ground) = if theme.high_contrast { (HIGH, HIGH_GROUND) } else { (TEXT, GROUND) };
    // What is reversed is as readable as it was, on the colour of the text.
    let ground = |look: Look| if look.with.contains(Modifier::REVERSED) { None } else { Some(look.color) };
    let bar = ground(theme.bar).filter(|_| theme.selection == Selection::Bar);
    let behind: Vec<_> = [Some(("background", theme.background)), bar.map(|bar| ("bar", bar))].into_iter().flatten().collect();
    // Colours of the sixteen are somebody else's choice: here they count as what xterm makes of them.
    let xterm = &PALETTES[0];
    let between = |front: Look, back: Color| {
        let (front_color, back) = (xterm.color(front.color, xterm.text), xterm.color(back, xterm.background));
        ratio(if front.with.contains(Modifier::DIM) { half(front_color, back) } else { front_color }, back)
    };
    let mut found: Vec<Contrast> = Vec::new();
    for (role, look) in texts.into_iter().chain(signals) {
        found.extend(behind.iter().map(|(on, back)| Contrast { role, on, ratio: between(look, *back), least }));
    }
    if let Some(tab) = ground(theme.tab) {
        let texts = [("text", theme.text), ("accent", theme.accent)];
        found.extend(texts.map(|(role, look)| Contrast { role, on: "tab", ratio: between(look, tab), least }));
    }
    for (role, color) in [("bar", bar), ("tab", ground(theme.tab))] {
        if let Some(color) = color {
            let ratio = between(Look { color, ..Look::OWN }, theme.background);
            found.push(Contrast { role, on: "background", ratio, least: least_ground });
        }
    }
    found
}

/// A theme of the terminal's colours on one palette.
fn on_terminal(
    theme: &Theme,
    palette: &'static Palette,
    texts: [(&'static str, Look); 3],
    signals: [(&'static str, Look); 4],
) -> Vec<Contrast> {
    let on = palette.name;
    let between = |look: Look| {
        let front = palette.color(look.color, palette.text);
        let front = if look.with.contains(Modifier::DIM) { half(front, palette.background) } else { front };
        ratio(front, palette.background)
    };
    // The terminal's own colours are as readable as their user wants them.
    let own = |look: Look| look.color == Color::Reset && !look.with.contains(Modifier::DIM);
    let mut found = Vec::new();
    for (role, look) in texts {
        found.push(Contrast { role, on, ratio: between(look), least: if own(look) { 1.0 } else { TEXT } });
    }
    for (role, look) in signals {
        found.push(Contrast { role, on, ratio: between(look), least: if own(look) { 1.0 } else { SEEN } });
    }
    for (role, look) in [("bar", theme.bar), ("tab", theme.tab)] {
        if look.color != Color::Reset {
            let ratio = ratio(palette.text, palette.color(look.color, palette.background));
            found.push(Contrast { role: "text", on: role, ratio, least: TEXT });
        }
    }
    found
}

/// What faint text becomes on most terminals.
fn half(front: u32, back: u32) -> u32 {
    let mixed: Vec<u8> = front.to_be_bytes().iter().zip(back.to_be_bytes()).map(|(a, b)| a.midpoint(b)).collect();
    mixed.iter().fold(0, |color, byte| color << 8 | u32::from(*byte))
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

    fn weak(change: impl FnOnce(&mut Theme), name: &str, role: &str) -> bool {
        let mut theme = Theme::shipped(name).unwrap();
        change(&mut theme);
        check(&theme).iter().any(|one| one.role == role && !one.passes())
    }

    #[test]
    fn a_weak_theme_and_coloured_or_faint_text_on_a_terminal_fail() {
        assert!(weak(|theme| theme.dim.color = Color::Rgb(0x50, 0x50, 0x50), "dark", "dim"));
        assert!(weak(|theme| theme.dim.with = Modifier::DIM, "dark", "dim"));
        assert!(weak(|theme| theme.bar.color = Color::Rgb(0x80, 0x80, 0x80), "dark", "text"));
        assert!(weak(|theme| theme.bar.color = Color::Rgb(0x24, 0x24, 0x28), "dark", "bar"), "a bar that is not seen");
        assert!(weak(|theme| theme.tab = Look { color: Color::Rgb(0x1a, 0x32, 0x60), ..Look::OWN }, "contrast-dark", "tab"));
        for color in [Color::Red, Color::Green, Color::Yellow, Color::Blue, Color::Cyan, Color::White, Color::DarkGray] {
            assert!(weak(|theme| theme.accent.color = color, "terminal", "accent"), "{color}");
        }
        assert!(weak(|theme| theme.dim.with = Modifier::DIM, "terminal", "dim"));
        assert!(weak(|theme| theme.high.color = Color::Yellow, "terminal", "high"), "yellow on white is not seen");
        assert!(weak(|theme| theme.tab.color = Color::Blue, "terminal", "text"));
    }

    /// What a deuteranope sees: H. Brettel, F. Viénot and J. Mollon (1997), in the linear form of Machado et al. (2009).
    fn without_green(color: u32) -> [f64; 3] {
        let [_, r, g, b] = color.to_be_bytes().map(|value| (f64::from(value) / 255.0).powf(2.2));
        [
            0.367_322 * r + 0.860_646 * g - 0.227_968 * b,
            0.280_085 * r + 0.672_501 * g + 0.047_413 * b,
            -0.011_820 * r + 0.042_940 * g + 0.968_881 * b,
        ]
        .map(|value| value.clamp(0.0, 1.0).powf(1.0 / 2.2))
    }

    #[test]
    fn signals_of_the_colour_blind_theme_differ_for_who_sees_no_green() {
        let distances = |name: &str| -> Vec<f64> {
            let theme = Theme::shipped(name).unwrap();
            let colors: Vec<[f64; 3]> = [theme.crisis, theme.high, theme.done, theme.hold]
                .iter()
                .map(|look| without_green(PALETTES[0].color(look.color, 0)))
                .collect();
            let pairs = (0..4).flat_map(|a| (a + 1..4).map(move |b| (a, b)));
            pairs.map(|(a, b)| colors[a].iter().zip(colors[b]).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt()).collect()
        };
        let least = |name: &str| distances(name).into_iter().fold(f64::MAX, f64::min);
        assert!(least("colourblind") > 0.25, "{:?}", distances("colourblind"));
        assert!(least("dark") < 0.25, "the measure tells apart: {:?}", distances("dark"));
    }
}
