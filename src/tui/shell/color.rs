//! What the terminal can show, from its environment, and the theme's colours brought down to that.
//!
//! Reads no environment itself: the caller passes the variables. Never asks the terminal (a question is answered into the
//! keyboard).

use ratatui::style::Color;

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or none wanted (`NO_COLOR`): bold, reverse and underline stay.
    None,
    /// The sixteen whose look the user chooses.
    Sixteen,
    /// The 256 of xterm.
    Palette,
    /// Red, green and blue.
    True,
}

/// How a part of the screen is moved up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrolling {
    /// `CSI S` and `CSI T`.
    Region,
    /// Line feed on the last row, reverse index on the first: the Linux console knows nothing else.
    Feed,
}

/// What the terminal can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abilities {
    /// Colours.
    pub depth: Depth,
    /// Is a large frame put between `CSI ? 2026 h` and `l`, so that it appears at once? Others ignore it.
    pub synchronised: bool,
    /// How to scroll.
    pub scrolling: Scrolling,
    /// May the cursor's shape be changed? (Old Linux consoles print the last letter of the request.)
    pub cursor_shape: bool,
    /// May the window get a title, with the old one put aside and taken back? (Old consoles print the request.)
    pub title: bool,
}

impl Abilities {
    /// Everything: the terminal of a test.
    pub const FULL: Self =
        Self { depth: Depth::True, synchronised: true, scrolling: Scrolling::Region, cursor_shape: true, title: true };

    /// From the variables `TERM`, `COLORTERM`, `NO_COLOR`, `TMUX`, `WT_SESSION`, `TERM_PROGRAM`; an empty one counts as unset.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Self {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        let console = term == "linux";
        let old = term.starts_with("vt") || term == "ansi";
        Self {
            depth: depth(&term, &variable),
            synchronised: !console && !old,
            scrolling: if console || old { Scrolling::Feed } else { Scrolling::Region },
            cursor_shape: !console && !old,
            // GNU screen knows no titles of others.
            title: !console && !old && (!term.starts_with("screen") || variable("TMUX").is_some()),
        }
    }
}

fn depth(term: &str, variable: &impl Fn(&str) -> Option<String>) -> Depth {
    if variable("NO_COLOR").is_some() || term.starts_with("vt") || term.ends_with("-mono") {
        return Depth::None;
    }
    if term == "linux" {
        return Depth::Sixteen;
    }
    let palette = term.contains("256") || term == "xterm" || term.starts_with("putty");
    // GNU screen takes the parts of a true colour for other requests, whatever the terminal around it can.
    if term.starts_with("screen") && variable("TMUX").is_none() {
        return if palette { Depth::Palette } else { Depth::Sixteen };
    }
    let named = ["kitty", "alacritty", "foot", "ghostty", "wezterm", "contour", "-direct"];
    let true_color = variable("COLORTERM").is_some_and(|value| value == "truecolor" || value == "24bit")
        || variable("WT_SESSION").is_some()
        || variable("TERM_PROGRAM").is_some_and(|value| matches!(&*value, "iTerm.app" | "WezTerm" | "ghostty" | "vscode"))
        || named.iter().any(|name| term.contains(name));
    match (true_color, palette) {
        (true, _) => Depth::True,
        (_, true) => Depth::Palette,
        _ => Depth::Sixteen,
    }
}

/// A colour as the terminal gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ink {
    /// The terminal's own.
    #[default]
    Default,
    /// One of the first sixteen.
    Basic(u8),
    /// One of the 256, from 16.
    Palette(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

impl Ink {
    /// Another number for each ink, below 2^32.
    pub fn number(self) -> u64 {
        match self {
            Self::Default => 0,
            Self::Basic(index) => 1 << 24 | u64::from(index),
            Self::Palette(index) => 2 << 24 | u64::from(index),
            Self::Rgb(r, g, b) => 3 << 24 | u64::from(r) << 16 | u64::from(g) << 8 | u64::from(b),
        }
    }
}

/// Brings a colour of a theme down to what the terminal has: the nearest one to the eye.
pub fn ink(color: Color, depth: Depth) -> Ink {
    if depth == Depth::None {
        return Ink::Default;
    }
    let basic = match color {
        Color::Reset => return Ink::Default,
        Color::Rgb(r, g, b) if depth == Depth::True => return Ink::Rgb(r, g, b),
        Color::Rgb(r, g, b) if depth == Depth::Palette => return Ink::Palette(nearest([r, g, b], 16..=255)),
        Color::Rgb(r, g, b) => nearest([r, g, b], 0..=15),
        Color::Indexed(index) if index < 16 => index,
        Color::Indexed(index) if depth == Depth::Sixteen => nearest(palette(index), 0..=15),
        Color::Indexed(index) => return Ink::Palette(index),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    Ink::Basic(basic)
}

/// The palette index whose colour is nearest to the eye (distance in Oklab, Björn Ottosson 2020).
fn nearest(color: [u8; 3], among: std::ops::RangeInclusive<u8>) -> u8 {
    let wanted = oklab(color);
    let distance = |index: u8| -> f32 { oklab(palette(index)).iter().zip(wanted).map(|(a, b)| (a - b) * (a - b)).sum() };
    let first = *among.start();
    among.map(|index| (distance(index), index)).min_by(|a, b| a.0.total_cmp(&b.0)).map_or(first, |(_, index)| index)
}

fn oklab(color: [u8; 3]) -> [f32; 3] {
    let [r, g, b] = color.map(|channel| {
        let value = f32::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// What xterm shows for an index. The first sixteen are the user's choice; these are the usual ones.
fn palette(index: u8) -> [u8; 3] {
    const FIRST: [[u8; 3]; 16] = [
        [0, 0, 0],
        [205, 0, 0],
        [0, 205, 0],
        [205, 205, 0],
        [0, 0, 238],
        [205, 0, 205],
        [0, 205, 205],
        [229, 229, 229],
        [127, 127, 127],
        [255, 0, 0],
        [0, 255, 0],
        [255, 255, 0],
        [92, 92, 255],
        [255, 0, 255],
        [0, 255, 255],
        [255, 255, 255],
    ];
    match index {
        0..=15 => FIRST[usize::from(index)],
        16..=231 => {
            let step = |value: u8| if value == 0 { 0 } else { 55 + 40 * value };
            let cube = index - 16;
            [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
        }
        232..=255 => [8 + 10 * (index - 232); 3],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Abilities {
        let pairs: Vec<(String, String)> = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Abilities::from_variables(|name| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()))
    }

    #[test]
    fn the_environment_tells_the_depth() {
        for (variables, expected) in [
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")][..], Depth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Depth::None),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "")], Depth::Palette),
            (&[("TERM", "xterm")], Depth::Palette),
            (&[("TERM", "xterm-kitty")], Depth::True),
            (&[("TERM", "linux"), ("COLORTERM", "truecolor")], Depth::Sixteen),
            (&[("TERM", "screen-256color"), ("COLORTERM", "truecolor")], Depth::Palette),
            (&[("TERM", "screen-256color"), ("COLORTERM", "truecolor"), ("TMUX", "/t,1,0")], Depth::True),
            (&[("TERM", "screen")], Depth::Sixteen),
            (&[("TERM", "vt220")], Depth::None),
            (&[("TERM", "unheard-of")], Depth::Sixteen),
        ] {
            assert_eq!(of(variables).depth, expected, "{variables:?}");
        }
    }

    #[test]
    fn the_linux_console_gets_nothing_it_would_print() {
        let console = of(&[("TERM", "linux")]);
        assert_eq!(
            console,
            Abilities {
                depth: Depth::Sixteen,
                synchronised: false,
                scrolling: Scrolling::Feed,
                cursor_shape: false,
                title: false
            }
        );
    }

    #[test]
    fn colours_go_to_the_nearest() {
        assert_eq!(ink(Color::Rgb(0x1c, 0x1c, 0x1c), Depth::Palette), Ink::Palette(234));
        assert_eq!(ink(Color::Rgb(255, 0, 0), Depth::Palette), Ink::Palette(196));
        assert_eq!(ink(Color::Rgb(0xff, 0x7b, 0x7b), Depth::Palette), Ink::Palette(210));
        assert_eq!(ink(Color::Rgb(250, 250, 250), Depth::Sixteen), Ink::Basic(15));
        assert_eq!(ink(Color::Rgb(200, 10, 10), Depth::Sixteen), Ink::Basic(1));
        assert_eq!(ink(Color::Indexed(196), Depth::Sixteen), Ink::Basic(9));
        assert_eq!(ink(Color::Indexed(9), Depth::True), Ink::Basic(9));
        assert_eq!(ink(Color::Rgb(1, 2, 3), Depth::True), Ink::Rgb(1, 2, 3));
        assert_eq!(ink(Color::LightRed, Depth::None), Ink::Default);
        for index in 16..=255 {
            let [r, g, b] = palette(index);
            let Ink::Palette(found) = ink(Color::Rgb(r, g, b), Depth::Palette) else { panic!() };
            assert_eq!(palette(found), [r, g, b]);
        }
    }
}
