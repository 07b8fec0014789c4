//! The interface over a large replica: a key to the bytes for the terminal, and news.

use std::sync::Arc;

use chrono::TimeDelta;
use divan::Bencher;
use loket::{
    client::replica::Replica,
    locale::{Language, Texts},
    tui::{
        app::{
            Choices, Start, State,
            key::Key,
            keymap::Keymap,
            message::{Link, Msg},
            settings::Settings,
        },
        shell::{
            color::Abilities,
            screen::{Picture, Screen},
        },
        view::{Drawn, redraw, theme::Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    SIZES, replica,
    rows::{now, signals},
};

/// From a key to the bytes for the terminal, inside the page: what the loop of the interface does between reading and writing.
#[divan::bench(args = SIZES)]
fn a_key_in_the_page(bencher: Bencher<'_, '_>, size: u32) {
    keys(bencher, size, &["Down", "Up"]);
}

/// The same, one row further at the end of the page.
#[divan::bench(args = SIZES)]
fn a_key_that_scrolls(bencher: Bencher<'_, '_>, size: u32) {
    keys(bencher, size, &["Down"]);
}

fn keys(bencher: Bencher<'_, '_>, size: u32, keys: &[&str]) {
    let keys: Vec<Key> = keys.iter().flat_map(|key| Key::sequence(key).unwrap()).collect();
    let mut state = State::new(start());
    state.update(Msg::Link(Link::Live));
    state.update(Msg::Replica(complete(replica(size))));
    for _ in 0..40 {
        state.update(Msg::Key(Key::sequence("Down").unwrap()[0]));
    }
    let theme = Theme::standard();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 30));
    let mut screen = Screen::new(Abilities::FULL);
    let mut drawn = Drawn::default();
    let (mut bytes, mut turn) = (Vec::with_capacity(1 << 14), 0);
    bencher.bench_local(|| {
        turn += 1;
        state.update(Msg::Clock(now() + TimeDelta::milliseconds(40 * turn)));
        let effects = state.update(Msg::Key(keys[turn as usize % keys.len()]));
        drawn = redraw(&state, &theme, &mut buffer, std::mem::take(&mut drawn));
        state.drawn();
        bytes.clear();
        screen.show(Picture { buffer: &buffer, cursor: drawn.cursor, lines: drawn.lines.as_deref() }, &mut bytes);
        (effects, bytes.len())
    });
}

/// A hundred changes reach a list somebody looks at: its rows stay, what is new is counted.
#[divan::bench(args = SIZES)]
fn hold_100_changes(bencher: Bencher<'_, '_>, size: u32) {
    let whole = complete(replica(size));
    let mut changed = whole.clone();
    signals(size).step_by(size as usize / 100).for_each(|line| _ = changed.apply_line(&line).unwrap());
    let mut state = State::new(start());
    state.update(Msg::Replica(whole.clone()));
    bencher.bench_local(|| {
        // There and back, so that every pass has news; the figure is that of two.
        state.update(Msg::Replica(changed.clone()));
        state.update(Msg::Replica(whole.clone()))
    });
}

fn complete(mut replica: Replica) -> Replica {
    let line = serde_json::json!({"kind": "cursor", "cursor": "1", "now": now()}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    replica
}

fn start() -> Start {
    Start {
        size: (100, 30),
        now: now(),
        seed: [7; 16],
        server: String::new(),
        texts: Arc::new(Texts::new(Language::Dutch)),
        keymap: Arc::new(Keymap::standard()),
        choices: Choices::default(),
        templates: vec![],
        mouse: false,
        plain: false,
        settings: Settings::default(),
        notice: None,
    }
}
