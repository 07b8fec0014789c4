//! A screen as text that can be read and compared: its characters, then the styles of each line, in colour and in mono.

use std::sync::LazyLock;

use loket::tui::{
    app::State,
    view::{self, theme::Theme},
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::{Color, Modifier},
};

/// The characters, then a line of styles for each line: runs such as `3a 12b`, letters as in the legend; `-` is plain text.
pub fn paint(state: &State) -> String {
    static THEMES: LazyLock<[Theme; 2]> = LazyLock::new(|| ["dark", "mono"].map(|name| Theme::shipped(name).unwrap()));
    let [colour, mono] = THEMES.each_ref().map(|theme| draw(state, theme));
    let text = lines(&colour, |cells| cells.iter().map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned());
    let other = lines(&mono, |cells| cells.iter().map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned());
    let mut sheet = text.clone();
    if other != text {
        sheet += &format!("mono, where its characters differ:\n{}", different(&text, &other));
    }
    sheet + &styles("colour", &colour) + &styles("mono", &mono)
}

fn draw(state: &State, theme: &Theme) -> Buffer {
    let (width, height) = state.size;
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
    let _ = view::draw(state, theme, &mut buffer);
    buffer
}

fn lines(buffer: &Buffer, line: impl FnMut(&[Cell]) -> String) -> String {
    let lines: Vec<String> = buffer.content.chunks(buffer.area.width.into()).map(line).collect();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn different(text: &str, other: &str) -> String {
    text.lines().zip(other.lines()).filter(|(a, b)| a != b).map(|(_, other)| format!("{other}\n")).collect()
}

fn styles(name: &str, buffer: &Buffer) -> String {
    let mut legend: Vec<(Color, Color, Modifier)> = vec![];
    let lines = lines(buffer, |cells| {
        let mut runs: Vec<(usize, usize)> = vec![];
        for cell in cells {
            let style = (cell.fg, cell.bg, cell.modifier);
            let letter = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
                legend.push(style);
                legend.len() - 1
            });
            match runs.last_mut() {
                Some((last, count)) if *last == letter => *count += 1,
                _ => runs.push((letter, 1)),
            }
        }
        runs.iter().map(|(letter, count)| format!("{count}{}", glyph(*letter))).collect::<Vec<_>>().join(" ")
    });
    let legend: String = legend.iter().enumerate().map(|(at, style)| format!("  {}: {}\n", glyph(at), words(style))).collect();
    format!("{name}:\n{legend}{lines}")
}

fn glyph(at: usize) -> char {
    (b'a'..=b'z').chain(b'A'..=b'Z').nth(at).map_or('?', char::from)
}

/// `#e0e0e0 bold on #101418`.
fn words(&(fg, bg, with): &(Color, Color, Modifier)) -> String {
    let color = |color: Color| if color == Color::Reset { "own".to_owned() } else { color.to_string().to_lowercase() };
    let mut words = vec![color(fg)];
    for (modifier, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "faint"),
        (Modifier::UNDERLINED, "underline"),
        (Modifier::REVERSED, "reverse"),
        (Modifier::ITALIC, "italic"),
    ] {
        if with.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    format!("{} on {}", words.join(" "), color(bg))
}
