//! From a drawn buffer to bytes for the terminal: nothing changed, a cursor move, a row scrolled, a page, everything.
//!
//! `cargo bench --bench screen`. Goal: a small part of the 0.3 ms between a key and the last byte of its frame.

use divan::{Bencher, black_box};
use loket::tui::shell::{color::Abilities, screen::Screen};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Style},
};

fn main() {
    divan::main();
}

const SIZES: [(u16, u16); 2] = [(100, 30), (200, 60)];

/// A list from row `top`, with a bar on row `selected`.
fn list((width, height): (u16, u16), top: usize, selected: usize) -> Buffer {
    let ground = Style::new().fg(Color::Rgb(0xd7, 0xda, 0xe0)).bg(Color::Rgb(0x1c, 0x1c, 0x1c));
    let dim = ground.fg(Color::Rgb(0x8f, 0x98, 0xa8));
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    buffer.set_style(buffer.area, ground);
    for y in 3..height - 2 {
        let index = top + usize::from(y);
        buffer.set_string(2, y, ["●", "◆", "○"][index % 3], ground.fg([Color::Red, Color::Yellow, Color::Gray][index % 3]));
        buffer.set_string(5, y, format!("S-{index}"), dim);
        buffer.set_string(14, y, format!("Toeslag staat stil na {} wijzigingen", index % 9 + 2), ground);
        buffer.set_string(58, y, ["Utrecht", "Leeuwarden", "Sûdwest-Fryslân"][index % 3], dim);
        buffer.set_string(75, y, format!("{:02} nov", index % 28 + 1), ground);
        if index == selected {
            buffer.set_style(Rect::new(0, y, width, 1), Style::new().bg(Color::Rgb(0x28, 0x30, 0x41)).bold());
        }
    }
    buffer
}

/// Frames that alternate, so that every one changes the same amount.
fn alternate(bencher: Bencher, a: &Buffer, b: &Buffer) {
    let mut screen = Screen::new(Abilities::FULL);
    let mut bytes = Vec::with_capacity(1 << 16);
    screen.frame(a, None, &mut bytes);
    let mut turn = false;
    bencher.bench_local(|| {
        turn = !turn;
        bytes.clear();
        screen.frame(black_box(if turn { b } else { a }), None, &mut bytes);
        bytes.len()
    });
}

#[divan::bench(args = SIZES)]
fn nothing_changed(bencher: Bencher, size: (u16, u16)) {
    alternate(bencher, &list(size, 0, 5), &list(size, 0, 5));
}

#[divan::bench(args = SIZES)]
fn cursor_moved(bencher: Bencher, size: (u16, u16)) {
    alternate(bencher, &list(size, 0, 5), &list(size, 0, 6));
}

#[divan::bench(args = SIZES)]
fn scrolled_by_one(bencher: Bencher, size: (u16, u16)) {
    alternate(bencher, &list(size, 0, 20), &list(size, 1, 21));
}

#[divan::bench(args = SIZES)]
fn another_page(bencher: Bencher, size: (u16, u16)) {
    alternate(bencher, &list(size, 0, 5), &list(size, 1000, 1005));
}

#[divan::bench(args = SIZES)]
fn everything(bencher: Bencher, size: (u16, u16)) {
    let picture = list(size, 0, 5);
    let mut screen = Screen::new(Abilities::FULL);
    let mut bytes = Vec::with_capacity(1 << 16);
    bencher.bench_local(|| {
        screen.forget();
        bytes.clear();
        screen.frame(black_box(&picture), None, &mut bytes);
        bytes.len()
    });
}
