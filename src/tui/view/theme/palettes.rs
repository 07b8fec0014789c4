//! The palettes that common terminals come with, to measure themes of the terminal's own colours on.

use ratatui::style::Color;

/// A palette: name, text and ground, and the sixteen.
#[derive(Debug)]
pub struct Palette {
    /// Of which terminal.
    pub name: &'static str,
    /// Text without a colour.
    pub text: u32,
    /// What is behind it.
    pub background: u32,
    /// Black, red, green, yellow, blue, magenta, cyan, white, and the same brighter; `0xrrggbb`.
    sixteen: [u32; 16],
}

impl Palette {
    /// What this palette makes of a colour; `own` for the terminal's own.
    pub fn color(&self, color: Color, own: u32) -> u32 {
        let index = match color {
            Color::Reset => return own,
            Color::Rgb(r, g, b) => return u32::from_be_bytes([0, r, g, b]),
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
            Color::Indexed(index) => index,
        };
        match self.sixteen.get(usize::from(index)) {
            Some(color) => *color,
            None => of_xterm(index),
        }
    }
}

/// The other 240, which are the same everywhere: a cube of six by six by six, and greys.
fn of_xterm(index: u8) -> u32 {
    let step = |value: u8| if value == 0 { 0 } else { u32::from(55 + 40 * value) };
    match index {
        0..=231 => {
            let cube = index.saturating_sub(16);
            step(cube / 36) << 16 | step(cube / 6 % 6) << 8 | step(cube % 6)
        }
        232.. => u32::from(8 + 10 * (index - 232)) * 0x01_0101,
    }
}

const TANGO: [u32; 16] = [
    0x2e3436, 0xcc0000, 0x4e9a06, 0xc4a000, 0x3465a4, 0x75507b, 0x06989a, 0xd3d7cf, 0x555753, 0xef2929, 0x8ae234, 0xfce94f,
    0x729fcf, 0xad7fa8, 0x34e2e2, 0xeeeeec,
];

const SOLARIZED: [u32; 16] = [
    0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5, 0x002b36, 0xcb4b16, 0x586e75, 0x657b83,
    0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
];

/// As the terminals' own sources and manuals give them, without any setting.
pub const PALETTES: [Palette; 10] = [
    // xterm: XTerm-col.ad, and black on white as its manual says.
    Palette {
        name: "xterm",
        text: 0x000000,
        background: 0xffffff,
        sixteen: [
            0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00,
            0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
        ],
    },
    // PuTTY: the default colours of its manual, section 4.12.
    Palette {
        name: "putty",
        text: 0xbbbbbb,
        background: 0x000000,
        sixteen: [
            0x000000, 0xbb0000, 0x00bb00, 0xbbbb00, 0x0000bb, 0xbb00bb, 0x00bbbb, 0xbbbbbb, 0x555555, 0xff5555, 0x55ff55,
            0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
        ],
    },
    // Windows Terminal: the scheme "Campbell" of defaults.json.
    Palette {
        name: "campbell",
        text: 0xcccccc,
        background: 0x0c0c0c,
        sixteen: [
            0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc, 0x767676, 0xe74856, 0x16c60c,
            0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
        ],
    },
    // The Linux console: default_red, default_grn and default_blu of drivers/tty/vt/vt.c, the colours of VGA.
    Palette {
        name: "linux",
        text: 0xaaaaaa,
        background: 0x000000,
        sixteen: [
            0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555, 0x55ff55,
            0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
        ],
    },
    // GNOME Terminal: the schemes "Tango dark" and "Tango light", after the guidelines of the Tango project.
    Palette { name: "tango-dark", text: 0xd3d7cf, background: 0x2e3436, sixteen: TANGO },
    Palette { name: "tango-light", text: 0x2e3436, background: 0xeeeeec, sixteen: TANGO },
    // GNOME Terminal since 3.36, and Console: the scheme "GNOME dark".
    Palette {
        name: "gnome",
        text: 0xd0cfcc,
        background: 0x171421,
        sixteen: [
            0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc, 0x5e5c64, 0xf66151, 0x33d17a,
            0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff,
        ],
    },
    // macOS Terminal: the profile "Basic".
    Palette {
        name: "macos",
        text: 0x000000,
        background: 0xffffff,
        sixteen: [
            0x000000, 0xc23621, 0x25bc24, 0xadad27, 0x492ee1, 0xd338d3, 0x33bbc8, 0xcbcccd, 0x818383, 0xfc391f, 0x31e722,
            0xeaec23, 0x5833ff, 0xf935f8, 0x14f0f0, 0xe9ebeb,
        ],
    },
    // Solarized by E. Schoonover, dark and light, as its README gives the sixteen.
    Palette { name: "solarized-dark", text: 0x839496, background: 0x002b36, sixteen: SOLARIZED },
    Palette { name: "solarized-light", text: 0x657b83, background: 0xfdf6e3, sixteen: SOLARIZED },
];
