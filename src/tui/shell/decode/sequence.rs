//! One key, report or reply at the start of some bytes.

use super::Event;
use crate::tui::app::{
    key::{Key, KeyCode},
    pointing::Gesture,
};

/// A longer sequence is nonsense.
const MOST: usize = 64;
/// A longer reply too.
const MOST_OF_REPLY: usize = 1 << 16;

/// What stands at the start, and how many bytes it takes.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// It is not complete.
    More,
    /// Something a person did.
    Event(usize, Event),
    /// A report or reply nobody asked for, or nonsense.
    Nothing(usize),
    /// Pasted text follows.
    PasteStart(usize),
    /// The end of a paste that was given up.
    PasteEnd(usize),
}

/// Reads what stands at the start. `bytes` is not empty.
pub fn step(bytes: &[u8]) -> Step {
    match bytes {
        [] => Step::More,
        [0x1b, rest @ ..] => escape(rest),
        [first @ (0..=0x1f | 0x7f), ..] => key(1, control(*first)),
        [first @ 0x20..=0x7e, ..] => key(1, Key::char(char::from(*first))),
        _ => character(bytes),
    }
}

fn key(length: usize, key: Key) -> Step {
    Step::Event(length, Event::Key(key))
}

fn control(byte: u8) -> Key {
    match byte {
        0 => Key::ctrl(' '),
        0x08 | 0x7f => Key::new(KeyCode::Backspace),
        0x09 => Key::new(KeyCode::Tab),
        0x0d => Key::new(KeyCode::Enter),
        0x1b => Key::new(KeyCode::Esc),
        _ => Key::ctrl(char::from(byte + 0x40)),
    }
}

fn character(bytes: &[u8]) -> Step {
    let length = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Nothing(1),
    };
    let good = bytes[1..].iter().take(length - 1).take_while(|byte| **byte & 0xc0 == 0x80).count();
    if good < length - 1 {
        return if 1 + good == bytes.len() { Step::More } else { Step::Nothing(1 + good) };
    }
    match std::str::from_utf8(&bytes[..length]).ok().and_then(|text| text.chars().next()) {
        Some(c) if !c.is_control() => key(length, Key::char(c)),
        _ => Step::Nothing(length),
    }
}

/// After an escape byte.
fn escape(rest: &[u8]) -> Step {
    match rest {
        [] => Step::More,
        [b'[', rest @ ..] => control_sequence(rest),
        [b'O', rest @ ..] => single_shift(rest),
        [b'P' | b']' | b'_' | b'^' | b'X', rest @ ..] => reply(rest),
        [0x1b] => Step::More,
        [0x1b, b'[' | b'O', ..] => alt(step(rest)),
        [0x1b, ..] => key(1, Key::new(KeyCode::Esc)),
        // The Linux console's Shift and Tab.
        [b'\t', ..] => key(2, Key::new(KeyCode::BackTab)),
        _ => alt(step(rest)),
    }
}

/// The same with Alt, and a byte longer.
fn alt(step: Step) -> Step {
    match step {
        Step::Event(length, Event::Key(key)) => Step::Event(length + 1, Event::Key(key.with_alt())),
        Step::Event(length, event) => Step::Event(length + 1, event),
        Step::Nothing(length) => Step::Nothing(length + 1),
        Step::PasteStart(length) => Step::PasteStart(length + 1),
        Step::PasteEnd(length) => Step::PasteEnd(length + 1),
        Step::More => Step::More,
    }
}

/// After `ESC P`, `ESC ]` and the like: up to BEL or `ESC \`.
fn reply(rest: &[u8]) -> Step {
    let end = rest.iter().position(|byte| matches!(byte, 0x07 | 0x1b));
    match end {
        Some(at) if rest[at] == 0x07 => Step::Nothing(2 + at + 1),
        Some(at) => match rest.get(at + 1) {
            Some(b'\\') => Step::Nothing(2 + at + 2),
            Some(_) => Step::Nothing(2 + at),
            None => Step::More,
        },
        None if rest.len() > MOST_OF_REPLY => Step::Nothing(2 + rest.len()),
        None => Step::More,
    }
}

/// After `ESC O`; some terminals put the modifier before the letter.
fn single_shift(rest: &[u8]) -> Step {
    let (letter, modifier, length) = match rest {
        [] => return Step::More,
        [digit @ b'1'..=b'9'] if *digit <= b'8' => return Step::More,
        [digit @ b'1'..=b'8', letter, ..] => (*letter, u16::from(digit - b'0'), 4),
        [letter, ..] => (*letter, 1, 3),
    };
    let named = |code| key(length, with(Key::new(code), modifier));
    match letter {
        b'a'..=b'd' => key(length, with(Key::new(arrow(letter - b'a')), 5)),
        b'M' => named(KeyCode::Enter),
        b'I' => named(KeyCode::Tab),
        b' ' => key(length, Key::char(' ')),
        // PuTTY's End in its rxvt mode; on a keypad in application mode, which loket never asks for, it is 7.
        b'w' => named(KeyCode::End),
        // PuTTY's function keys in its VT100+ mode.
        b'T'..=b'[' => named(KeyCode::F(letter - b'P' + 1)),
        // The numeric keypad in application mode: `j` is `*`, `p` is `0`.
        b'j'..=b'y' => key(length, Key::char(char::from(letter - b'j' + b'*'))),
        _ => match letter_key(letter) {
            Some(code) => named(code),
            None if letter.is_ascii_graphic() => Step::Nothing(length),
            // Alt and O, then something else.
            None => key(2, Key::char('O').with_alt()),
        },
    }
}

/// After `ESC [`.
fn control_sequence(rest: &[u8]) -> Step {
    match rest {
        [] => return Step::More,
        // The Linux console's first function keys, and an old mouse report.
        [b'['] => return Step::More,
        [b'[', letter @ b'A'..=b'E', ..] => return key(4, Key::new(KeyCode::F(letter - b'A' + 1))),
        [b'[', ..] => return Step::Nothing(3),
        [b'M', report @ ..] => return if report.len() < 3 { Step::More } else { Step::Nothing(6) },
        _ => {}
    }
    let Some(end) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if rest.len() > MOST { Step::Nothing(2 + rest.len()) } else { Step::More };
    };
    let last = rest[end];
    let length = 2 + end + 1;
    if !(0x40..=0x7e).contains(&last) {
        // Broken off by something else.
        return if end == 0 { key(2, Key::char('[').with_alt()) } else { Step::Nothing(length - 1) };
    }
    if let Some(report) = rest[..end].strip_prefix(b"<").filter(|_| matches!(last, b'M' | b'm')) {
        return mouse(report, last == b'M').map_or(Step::Nothing(length), |event| Step::Event(length, event));
    }
    let private = rest[..end].iter().any(|byte| !matches!(byte, b'0'..=b'9' | b';' | b':'));
    if private {
        return Step::Nothing(length);
    }
    let numbers = Numbers::read(&rest[..end]);
    match (last, numbers.get(0)) {
        (b'~', Some(200)) => return Step::PasteStart(length),
        (b'~', Some(201)) => return Step::PasteEnd(length),
        (b'I', _) => return Step::Event(length, Event::Focus(true)),
        (b'O', _) => return Step::Event(length, Event::Focus(false)),
        _ => {}
    }
    named(last, &numbers).map_or(Step::Nothing(length), |found| key(length, found))
}

/// A mouse report in SGR form: button and modifiers, column, row. Only the first button going down and the wheel count.
fn mouse(report: &[u8], down: bool) -> Option<Event> {
    let numbers = Numbers::read(report);
    // Shift, Alt and Ctrl are 4, 8 and 16: which button it is does not depend on them.
    let gesture = match numbers.get(0)? & !0b1_1100 {
        0 if down => Gesture::Press,
        64 if down => Gesture::WheelUp,
        65 if down => Gesture::WheelDown,
        _ => return None,
    };
    Some(Event::Mouse(gesture, numbers.get(1)?.checked_sub(1)?, numbers.get(2)?.checked_sub(1)?))
}

/// The key of a control sequence.
fn named(last: u8, numbers: &Numbers) -> Option<Key> {
    let first = numbers.get(0);
    let modifier = numbers.get(1).unwrap_or(1);
    match last {
        b'~' if first == Some(27) => coded(numbers.get(2)?, modifier),
        b'~' => Some(with(Key::new(numbered(first?)?), modifier)),
        // rxvt: Ctrl, and Ctrl with Shift.
        b'^' => Some(with(Key::new(numbered(first?)?), 5)),
        b'@' => Some(with(Key::new(numbered(first?)?), 6)),
        b'u' if numbers.sub(1, 1) == Some(3) => None,
        b'u' => coded(first?, modifier),
        b'a'..=b'd' => Some(with(Key::new(arrow(last - b'a')), 2)),
        b'Z' => Some(with(Key::new(KeyCode::BackTab), without_shift(modifier))),
        // A report of the cursor's place looks like F3 with modifiers.
        b'R' if first.is_some_and(|first| first != 1) => None,
        _ if first.is_some_and(|first| first > 1) => None,
        _ => Some(with(Key::new(letter_key(last)?), modifier)),
    }
}

fn letter_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A'..=b'D' => arrow(letter - b'A'),
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn arrow(index: u8) -> KeyCode {
    match index {
        0 => KeyCode::Up,
        1 => KeyCode::Down,
        2 => KeyCode::Right,
        _ => KeyCode::Left,
    }
}

fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F((number - 10) as u8),
        17..=21 => KeyCode::F((number - 11) as u8),
        23..=26 => KeyCode::F((number - 12) as u8),
        28 | 29 => KeyCode::F((number - 13) as u8),
        31..=34 => KeyCode::F((number - 14) as u8),
        _ => return None,
    })
}

/// A key named by its character: `CSI 27 ; modifier ; code ~` and `CSI code ; modifier u`.
fn coded(code: u16, modifier: u16) -> Option<Key> {
    let shift = (modifier.saturating_sub(1)) & 1 != 0;
    let key = match code {
        9 if shift => return Some(with(Key::new(KeyCode::BackTab), without_shift(modifier))),
        0..=31 | 127 => with(control(code as u8), modifier),
        _ => {
            let c = char::from_u32(code.into())?;
            with(Key::char(if shift && c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c }), modifier)
        }
    };
    Some(match key {
        Key { code: KeyCode::Char('h'), ctrl: true, .. } => Key { code: KeyCode::Backspace, ctrl: false, ..key },
        key => key,
    })
}

/// Adds modifiers as xterm counts them: 1 and Shift 1, Alt 2, Ctrl 4, Meta 8.
fn with(key: Key, modifier: u16) -> Key {
    let bits = modifier.saturating_sub(1);
    let ctrl = key.ctrl || bits & 4 != 0;
    let (code, shift) = match key.code {
        KeyCode::Char(c) => (KeyCode::Char(if ctrl { c.to_ascii_lowercase() } else { c }), false),
        code => (code, key.shift || bits & 1 != 0),
    };
    Key { code, ctrl, alt: key.alt || bits & 10 != 0, shift }
}

fn without_shift(modifier: u16) -> u16 {
    (modifier.saturating_sub(1) & !1) + 1
}

/// The numbers of a sequence, `;` between them, `:` between their parts.
struct Numbers(Vec<Vec<Option<u16>>>);

impl Numbers {
    fn read(bytes: &[u8]) -> Self {
        let number = |part: &[u8]| std::str::from_utf8(part).ok().and_then(|text| text.parse().ok());
        let parts = |group: &[u8]| group.split(|byte| *byte == b':').map(number).collect();
        Self(bytes.split(|byte| *byte == b';').map(parts).collect())
    }

    fn get(&self, index: usize) -> Option<u16> {
        self.sub(index, 0)
    }

    fn sub(&self, index: usize, part: usize) -> Option<u16> {
        *self.0.get(index)?.get(part)?
    }
}
