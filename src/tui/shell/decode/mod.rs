//! Bytes of a terminal to keys and pasted text. Pure: the caller reads the bytes and minds the time.
//!
//! Knows the sequences of xterm, VTE, PuTTY, the Linux console, tmux, screen, rxvt and Windows Terminal, and the replies and
//! reports it must swallow. Nothing can hold the keyboard: whatever is unfinished ends after [`Decoder::patience`].

mod sequence;
#[cfg(test)]
mod tests;

use std::time::Duration;

use self::sequence::Step;
use crate::tui::app::{
    key::{Key, KeyCode},
    pointing::Gesture,
};

/// A lone escape byte is the key Esc after this long; until then it may be the start of an arrow key on a slow line.
const ESCAPE: Duration = Duration::from_millis(40);
/// A sequence that has begun in earnest may take longer.
const SEQUENCE: Duration = Duration::from_millis(250);
/// The rest of a sequence whose start was given up may come this late, and is still no text.
const LATE: Duration = Duration::from_secs(1);
/// A burst goes on as long as the pauses are shorter.
const BURST: Duration = Duration::from_millis(30);
/// A paste whose end does not come is over after this long without a byte.
const PASTE: Duration = Duration::from_millis(1000);
/// So many characters in one go were not typed: they are text, never commands.
const BURST_FROM: usize = 16;
/// More than this of a paste is cut off.
const PASTE_MOST: usize = 1 << 20;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Pressed a key.
    Key(Key),
    /// Pasted text, with `\n` as line break.
    Paste(String),
    /// Came to the window, or left it.
    Focus(bool),
    /// Used the mouse, at this column and row.
    Mouse(Gesture, u16, u16),
}

/// Turns bytes into events.
#[derive(Debug, Default)]
pub struct Decoder {
    /// Bytes of a sequence that is not complete.
    pending: Vec<u8>,
    /// The start of a sequence that was given up a moment ago.
    given_up: Vec<u8>,
    /// Bytes of a paste that has not ended.
    paste: Option<Vec<u8>>,
    /// Characters that came too fast to be typed.
    burst: Vec<u8>,
    /// A paste was given up: what comes in pieces is likely its rest, and no command.
    suspicious: bool,
}

impl Decoder {
    /// Takes bytes as they were read in one go.
    pub fn feed(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        if self.paste.is_some() {
            return self.feed_paste(bytes, events);
        }
        let start = std::mem::take(&mut self.given_up);
        if is_late_rest(&start, bytes) {
            return self.feed_keys(&[&start, bytes].concat(), events);
        }
        if self.pending.is_empty() && (!self.burst.is_empty() || self.is_burst(bytes)) {
            let plain = bytes.iter().position(|byte| !is_plain(*byte)).unwrap_or(bytes.len());
            self.burst.extend_from_slice(&bytes[..plain]);
            if self.burst.len() > PASTE_MOST || plain < bytes.len() {
                self.end_burst(events);
            }
            if plain < bytes.len() {
                self.feed_keys(&bytes[plain..], events);
            }
            return;
        }
        self.feed_keys(bytes, events);
    }

    /// How long to wait for more before [`Decoder::give_up`]; nothing when there is nothing unfinished.
    pub fn patience(&self) -> Option<Duration> {
        if self.paste.is_some() {
            Some(PASTE)
        } else if !self.burst.is_empty() {
            Some(BURST)
        } else {
            match self.pending.len() {
                0 if self.given_up.is_empty() => None,
                0 => Some(LATE),
                1 => Some(ESCAPE),
                _ => Some(SEQUENCE),
            }
        }
    }

    /// Nothing came for so long: what is unfinished is taken for what it is.
    pub fn give_up(&mut self, events: &mut Vec<Event>) {
        if let Some(paste) = self.paste.take() {
            self.suspicious = true;
            push_paste(&paste, events);
        }
        self.end_burst(events);
        let pending = std::mem::take(&mut self.pending);
        match *pending {
            [0x1b] => events.push(Event::Key(Key::new(KeyCode::Esc))),
            [0x1b, 0x1b] => events.extend([Event::Key(Key::new(KeyCode::Esc)), Event::Key(Key::new(KeyCode::Esc))]),
            [0x1b, letter] if letter.is_ascii_graphic() => events.push(Event::Key(Key::char(letter.into()).with_alt())),
            _ => {}
        }
        self.given_up = pending;
    }

    fn feed_keys(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        self.pending.extend_from_slice(bytes);
        let mut done = 0;
        while done < self.pending.len() {
            match sequence::step(&self.pending[done..]) {
                Step::More => break,
                Step::Event(length, event) => {
                    self.suspicious = false;
                    done += length;
                    events.push(event);
                }
                Step::Nothing(length) => done += length,
                Step::PasteStart(length) => {
                    let rest = self.pending.split_off(done + length);
                    self.pending.clear();
                    self.paste = Some(Vec::new());
                    return self.feed_paste(&rest, events);
                }
                Step::PasteEnd(length) => {
                    self.suspicious = false;
                    done += length;
                }
            }
        }
        self.pending.drain(..done);
    }

    fn feed_paste(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        let Some(paste) = &mut self.paste else { return };
        let from = paste.len().saturating_sub(PASTE_END.len() - 1);
        paste.extend_from_slice(bytes);
        let end = paste[from..].windows(PASTE_END.len()).position(|window| window == PASTE_END);
        if let Some(end) = end.map(|end| from + end) {
            let rest = paste.split_off(end + PASTE_END.len());
            paste.truncate(end);
            let paste = std::mem::take(paste);
            self.paste = None;
            push_paste(&paste, events);
            return self.feed(&rest, events);
        }
        // Keep the start of a paste without end, and enough to see the end.
        if paste.len() > PASTE_MOST + PASTE_END.len() {
            paste.drain(PASTE_MOST..paste.len() - PASTE_END.len());
        }
    }

    /// Is this too much at once for fingers? A key held down repeats one character and counts as typing.
    fn is_burst(&self, bytes: &[u8]) -> bool {
        let plain = bytes.iter().take_while(|byte| is_plain(**byte));
        let characters = plain.clone().filter(|byte| **byte & 0xc0 != 0x80).count();
        let Some(first) = bytes.first() else { return false };
        let mixed = plain.filter(|byte| *byte != first).count() > 1;
        if self.suspicious { characters > 1 } else { characters >= BURST_FROM && mixed }
    }

    fn end_burst(&mut self, events: &mut Vec<Event>) {
        if !self.burst.is_empty() {
            push_paste(&std::mem::take(&mut self.burst), events);
        }
    }
}

/// Is this the rest of the key that began with `start`, and no text? A slow line may tear an arrow key, a paste or an `ë` apart:
/// its parts must neither act nor be lost. Nobody types `[` and `A` so fast that they are read in one go.
fn is_late_rest(start: &[u8], rest: &[u8]) -> bool {
    let whole = [start, rest].concat();
    let is_key = match (&*whole, sequence::step(&whole)) {
        ([0x1b, b'[', ..], Step::PasteStart(_)) => true,
        ([0x1b, b'[', ..] | [0x1b, b'O', b'P'..=b'S'], Step::Event(length, _) | Step::Nothing(length)) => length == whole.len(),
        _ => false,
    };
    match start {
        [] => false,
        [0x80..=0xff, ..] => rest.first().is_some_and(|byte| byte & 0xc0 == 0x80),
        [_] => is_key && rest.len() > 1,
        _ => is_key,
    }
}

/// Text or a line break, no control.
fn is_plain(byte: u8) -> bool {
    byte >= 0x20 && byte != 0x7f || matches!(byte, b'\r' | b'\n' | b'\t')
}

/// Terminals send a carriage return for a line break.
fn push_paste(bytes: &[u8], events: &mut Vec<Event>) {
    let bytes = &bytes[..bytes.len().min(PASTE_MOST)];
    if !bytes.is_empty() {
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\r', "\n");
        events.push(Event::Paste(text));
    }
}
