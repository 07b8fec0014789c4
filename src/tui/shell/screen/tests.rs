//! The screen against a terminal model: whatever is drawn, the model shows it, and nothing else.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::tui::shell::color::{Depth, Scrolling};

/// One look in the model: contents, colours, bold, dim, italic, underline, inverse.
type Look = (String, vt100::Color, vt100::Color, [bool; 5]);

/// What is done to the picture between two frames.
#[derive(Debug, Clone)]
enum Change {
    Put(u16, u16, Vec<usize>, usize),
    Fill(u16, u16, usize),
    Shift(u16, u16, i32),
    Resize(u16, u16),
    Forget,
    Cursor(Option<(u16, u16)>),
}

const SYMBOLS: &[&str] =
    &[" ", "a", "b", "é", "e\u{301}", "東", "京", "●", "🔴", "─", "\x1b", "\u{202e}", "o\u{308}\u{323}", "    ", "gemeente"];

fn style(index: usize) -> Style {
    match index {
        0 => Style::new(),
        1 => Style::new().fg(Color::Red),
        2 => Style::new().fg(Color::Rgb(130, 170, 255)).bg(Color::Rgb(28, 28, 28)),
        3 => Style::new().fg(Color::LightYellow).add_modifier(Modifier::BOLD),
        4 => Style::new().bg(Color::Indexed(234)).add_modifier(Modifier::UNDERLINED),
        5 => Style::new().fg(Color::Indexed(111)).add_modifier(Modifier::REVERSED),
        6 => Style::new().add_modifier(Modifier::DIM | Modifier::ITALIC),
        _ => Style::new().bg(Color::Rgb(28, 28, 28)),
    }
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        8 => (0..40_u16, 0..14_u16, prop::collection::vec(0..SYMBOLS.len(), 1..12), 0..8_usize)
            .prop_map(|(x, y, symbols, style)| Change::Put(x, y, symbols, style)),
        2 => (0..14_u16, 1..6_u16, 0..8_usize).prop_map(|(y, rows, style)| Change::Fill(y, rows, style)),
        3 => (0..14_u16, 2..14_u16, -4..5_i32).prop_map(|(top, rows, up)| Change::Shift(top, rows, up)),
        1 => (1..40_u16, 1..14_u16).prop_map(|(width, height)| Change::Resize(width, height)),
        1 => Just(Change::Forget),
        2 => prop::option::of((0..40_u16, 0..14_u16)).prop_map(Change::Cursor),
    ]
}

/// A terminal model with a screen in front of it.
struct Bench {
    screen: Screen,
    model: vt100::Parser,
    picture: Buffer,
    cursor: Option<(u16, u16)>,
    sent: usize,
}

impl Bench {
    fn new(width: u16, height: u16, abilities: Abilities) -> Self {
        let mut model = vt100::Parser::new(size(height), size(width), 0);
        // What a former program left behind must not matter.
        model.process("\x1b[2;3r\x1b[1;31;44mleft behind \r\nby another".as_bytes());
        let picture = Buffer::empty(Rect::new(0, 0, width, height));
        Self { screen: Screen::new(abilities), model, picture, cursor: None, sent: 0 }
    }

    fn apply(&mut self, change: &Change) {
        let area = self.picture.area;
        match change {
            Change::Put(x, y, symbols, look) => {
                let mut x = *x;
                for symbol in symbols {
                    for part in symbol_parts(SYMBOLS[*symbol]) {
                        if x < area.width && *y < area.height {
                            self.picture[(x, *y)].set_symbol(part).set_style(Style::reset()).set_style(style(*look));
                        }
                        // Overlapping on purpose: a wide character moves on by one column only, now and then.
                        x += if symbol % 2 == 0 { part.width().max(1) as u16 } else { 1 };
                    }
                }
            }
            Change::Fill(y, rows, look) => {
                for y in *y..(y + rows).min(area.height) {
                    for x in 0..area.width {
                        self.picture[(x, y)].set_symbol(" ").set_style(Style::reset()).set_style(style(*look));
                    }
                }
            }
            Change::Shift(top, rows, up) => {
                let before = self.picture.clone();
                for y in *top..(top + rows).min(area.height) {
                    let from = i32::from(y) + up;
                    if from >= i32::from(*top) && from < i32::from((top + rows).min(area.height)) {
                        for x in 0..area.width {
                            self.picture[(x, y)] = before[(x, from as u16)].clone();
                        }
                    }
                }
            }
            Change::Resize(width, height) => {
                self.picture.resize(Rect::new(0, 0, *width, *height));
                self.model.set_size(size(*height), size(*width));
            }
            Change::Forget => {
                self.model.process(b"\x1b[3;7Hsomebody else wrote\x1b[7m here");
                self.screen.forget();
            }
            Change::Cursor(cursor) => self.cursor = *cursor,
        }
    }

    /// Sends a frame and compares every cell.
    fn show(&mut self) -> Result<(), TestCaseError> {
        let mut bytes = Vec::new();
        self.screen.frame(&self.picture, self.cursor, &mut bytes);
        self.sent = bytes.len();
        self.model.process(&bytes);
        let area = self.picture.area;
        for y in 0..area.height {
            for (x, expected) in wanted(&self.picture, y).into_iter().enumerate() {
                let Some(expected) = expected else { continue };
                prop_assert_eq!(shown(&self.model, x as u16, y), expected, "column {} row {}", x, y);
            }
        }
        let cursor = self.cursor.filter(|(x, y)| *x < area.width && *y < area.height);
        prop_assert_eq!(self.model.screen().hide_cursor(), cursor.is_none());
        if let Some((x, y)) = cursor {
            prop_assert_eq!(self.model.screen().cursor_position(), (y, x));
        }
        let text = String::from_utf8(bytes).map_err(|_| TestCaseError::fail("not UTF-8"))?;
        prop_assert!(!text.contains('\u{202e}'), "an override was sent");
        let mut again = Vec::new();
        self.screen.frame(&self.picture, self.cursor, &mut again);
        prop_assert!(again.is_empty(), "the same frame again writes {:?}", again);
        Ok(())
    }
}

fn size(value: u16) -> NonZeroU16 {
    NonZeroU16::new(value).unwrap()
}

/// Words as single letters.
fn symbol_parts(symbol: &str) -> Vec<&str> {
    if symbol.len() > 4 && symbol.is_ascii() || symbol == "    " {
        symbol.split_inclusive(|_| true).collect()
    } else {
        vec![symbol]
    }
}

/// What a row of the picture should look like; `None` for the right half of a wide character.
fn wanted(picture: &Buffer, y: u16) -> Vec<Option<Look>> {
    let width = picture.area.width;
    let mut row = Vec::new();
    while row.len() < usize::from(width) {
        let cell = &picture[(row.len() as u16, y)];
        let symbol = cell.symbol();
        let room = usize::from(width) - row.len();
        let unsafe_symbol = symbol.chars().any(crate::domain::text::is_unsafe);
        let columns = if unsafe_symbol { 1 } else { symbol.width() };
        let text = if unsafe_symbol || columns > room { "?" } else { symbol };
        let set = |modifier| cell.modifier.contains(modifier);
        row.push(Some(visible((
            text.to_owned(),
            model_color(cell.fg),
            model_color(cell.bg),
            [
                set(Modifier::BOLD),
                set(Modifier::DIM) && !set(Modifier::BOLD),
                set(Modifier::ITALIC),
                set(Modifier::UNDERLINED),
                set(Modifier::REVERSED),
            ],
        ))));
        if columns == 2 && room > 1 {
            row.push(None);
        }
    }
    row
}

fn shown(model: &vt100::Parser, x: u16, y: u16) -> Look {
    let cell = model.screen().cell(y, x).unwrap();
    let contents = if cell.has_contents() { cell.contents() } else { " " };
    visible((
        contents.to_owned(),
        cell.fgcolor(),
        cell.bgcolor(),
        [cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse()],
    ))
}

/// Leaves out what nobody sees on a blank.
fn visible(look: Look) -> Look {
    match look {
        (text, _, background, [.., false, false]) if text == " " => (text, vt100::Color::Default, background, [false; 5]),
        look => look,
    }
}

fn model_color(color: Color) -> vt100::Color {
    match color {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::LightYellow => vt100::Color::Idx(11),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("{other:?} is not drawn here"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(96)) })]

    #[test]
    fn the_terminal_shows_what_was_drawn(
        changes in prop::collection::vec(prop::collection::vec(change(), 1..5), 1..14),
        feed in any::<bool>(),
        synchronised in any::<bool>(),
    ) {
        let scrolling = if feed { Scrolling::Feed } else { Scrolling::Region };
        let mut bench = Bench::new(40, 14, Abilities { scrolling, synchronised, ..Abilities::FULL });
        bench.show()?;
        for frame in &changes {
            frame.iter().for_each(|change| bench.apply(change));
            bench.show()?;
        }
    }
}

#[test]
fn nothing_to_show_writes_nothing() {
    let mut bench = Bench::new(40, 14, Abilities::FULL);
    bench.apply(&Change::Put(3, 3, vec![5, 1, 2], 2));
    bench.show().unwrap();
    assert!(bench.sent > 0);
    bench.show().unwrap();
    assert_eq!(bench.sent, 0);
    // Another look that nobody can see on blanks.
    bench.picture[(30, 10)].set_style(Style::new().fg(Color::Red).bold());
    bench.show().unwrap();
    assert_eq!(bench.sent, 0);
}

#[test]
fn without_colours_bold_reverse_and_underline_stay() {
    let mut screen = Screen::new(Abilities { depth: Depth::None, ..Abilities::FULL });
    let mut picture = Buffer::empty(Rect::new(0, 0, 4, 1));
    picture.set_string(0, 0, "a", Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Red).bold().underlined().reversed());
    let mut out = Vec::new();
    screen.frame(&picture, None, &mut out);
    let text = String::from_utf8(out).unwrap();
    assert!(text.ends_with("\x1b[1;4;7ma"), "{text:?}");
}

/// A list like pane 1 in the dark theme: a line of tabs, headings, 24 signals, hints.
struct List {
    bar: bool,
    color: bool,
}

impl List {
    fn draw(&self, top: usize, selected: usize) -> Buffer {
        let rgb = |r, g, b| if self.color { Color::Rgb(r, g, b) } else { Color::Reset };
        let ground = Style::new().fg(rgb(0xd7, 0xda, 0xe0)).bg(rgb(0x1c, 0x1c, 0x1c));
        let dim = ground.fg(rgb(0x8f, 0x98, 0xa8));
        let mut picture = Buffer::empty(Rect::new(0, 0, 100, 30));
        picture.set_style(picture.area, ground);
        picture.set_string(1, 0, "loket   1 Signalen   2 LET   3 Register   4 Time-outs", ground);
        picture.set_string(2, 1, "Open bij ons    86 signalen", dim);
        for line in 0..24 {
            let (index, y) = (top + line, 3 + line as u16);
            let on = index == selected;
            let urgency = [(0xff, 0x7b, 0x7b), (0xf2, 0xb8, 0x6b), (0x8f, 0x98, 0xa8)][index % 3];
            let place = ["Utrecht", "Leeuwarden", "Sûdwest-Fryslân", "Assen", "'s-Hertogenbosch"][index % 5];
            let text = if on && self.bar { ground.bold() } else { ground };
            picture.set_string(2, y, ["●", "◆", "○"][index % 3], ground.fg(rgb(urgency.0, urgency.1, urgency.2)));
            picture.set_string(5, y, format!("26-{:04}", 4100 + index * 7), if on { ground.bold() } else { dim });
            picture.set_string(14, y, format!("Toeslag staat stil na {} wijzigingen", index % 9 + 2), text);
            picture.set_string(58, y, place, ground);
            picture.set_string(75, y, format!("{:02} nov", index % 28 + 1), ground.fg(rgb(urgency.0, urgency.1, urgency.2)));
            picture.set_string(86, y, format!("{} d", index % 40), dim);
            picture.set_string(95, y, ["MJ", "", "RB"][index % 3], dim);
            if on {
                picture.set_string(0, y, "▌", ground.fg(rgb(0x82, 0xaa, 0xff)).bold());
                if self.bar {
                    let bar = if self.color { Style::new().bg(rgb(0x28, 0x30, 0x41)) } else { Style::new().reversed() };
                    picture.set_style(Rect::new(0, y, 100, 1), bar);
                }
            }
        }
        picture.set_string(1, 29, "j/k kies  Enter open  c claim  / filter  ? help", dim);
        picture
    }

    /// Mean and most bytes over some steps: cursor moves inside the page, rows scrolled, pages down.
    fn measure(&self, abilities: Abilities) -> [(usize, usize); 3] {
        let moves: Vec<(usize, usize)> = (0..24).map(|step| (0, step)).collect();
        let scrolls: Vec<(usize, usize)> = (0..30).map(|step| (step, step + 23)).collect();
        let pages: Vec<(usize, usize)> = (0..10).map(|step| (step * 23, step * 23 + 5)).collect();
        [moves, scrolls, pages].map(|steps| {
            let mut screen = Screen::new(abilities);
            let mut sent = Vec::new();
            for (top, selected) in steps {
                let mut bytes = Vec::new();
                screen.frame(&self.draw(top, selected), None, &mut bytes);
                sent.push(bytes.len());
            }
            sent.remove(0);
            (sent.iter().sum::<usize>() / sent.len(), sent.iter().copied().max().unwrap_or(0))
        })
    }
}

/// Bytes depend on nothing but the code, so they can be held to figures: mean and most of a move, a row scrolled, a page.
#[test]
fn bytes_stay_few() {
    let palette = Abilities { depth: Depth::Palette, ..Abilities::FULL };
    let measure = |bar, color, abilities| List { bar, color }.measure(abilities);
    for (name, figures, most) in [
        ("marker, true colour", measure(false, true, Abilities::FULL), [(80, 120), (260, 300), (2000, 2048)]),
        ("marker, 256 colours", measure(false, true, palette), [(60, 80), (220, 240), (2000, 2048)]),
        ("marker, own colours", measure(false, false, Abilities::FULL), [(40, 50), (140, 150), (1500, 1600)]),
        ("bar, true colour", measure(true, true, Abilities::FULL), [(350, 380), (330, 350), (2000, 2048)]),
        ("bar, 256 colours", measure(true, true, palette), [(310, 330), (280, 300), (2000, 2048)]),
        ("bar, reverse", measure(true, false, Abilities::FULL), [(240, 260), (180, 200), (1500, 1600)]),
    ] {
        for ((mean, highest), (most_mean, most_highest)) in figures.into_iter().zip(most) {
            assert!(mean <= most_mean && highest <= most_highest, "{name}: {figures:?}, at most {most:?}");
        }
    }
}

/// After the last column a terminal may or may not be in the next row: no relative move may start there.
#[test]
fn the_last_column_is_left_by_carriage_return_or_absolutely() {
    let mut screen = Screen::new(Abilities::FULL);
    let mut picture = Buffer::empty(Rect::new(0, 0, 10, 3));
    let mut bytes = Vec::new();
    screen.frame(&picture, None, &mut bytes);
    bytes.clear();
    picture.set_string(9, 0, "x", Style::new());
    screen.frame(&picture, Some((8, 0)), &mut bytes);
    assert_eq!(String::from_utf8(bytes).unwrap(), "\x1b[9Cx\r\x1b[8C\x1b[?25h");
}

/// Terminals differ on how wide a character is: after one that may be wide only absolute moves are sure.
#[test]
fn a_wide_character_is_left_absolutely() {
    let mut screen = Screen::new(Abilities::FULL);
    let mut picture = Buffer::empty(Rect::new(0, 0, 10, 3));
    let mut bytes = Vec::new();
    screen.frame(&picture, None, &mut bytes);
    bytes.clear();
    picture.set_string(2, 1, "東e\u{301}b", Style::new());
    screen.frame(&picture, None, &mut bytes);
    assert_eq!(String::from_utf8(bytes).unwrap(), "\x1b[2;3H東\x1b[2;5He\u{301}\x1b[2;6Hb");
}
