//! A text field: one line or many, with the usual editing keys. Holds what was typed and nothing else.
//!
//! No character that could steer, reorder or hide text gets in, so what is shown is what is there.

use std::ops::Range;

use super::{
    command::Command,
    edits::{Edit, Edits, How},
    key::{Key, KeyCode},
    words, wrap,
};
use crate::domain::text::is_unsafe;

/// Columns and rows in which a field is shown.
pub type Sight = (usize, usize);

/// A text field.
#[derive(Debug, Clone, Default)]
pub struct Field {
    text: String,
    /// In bytes, between two graphemes.
    cursor: usize,
    many: bool,
    /// The column that going up and down wants, as long as nothing else is done.
    column: Option<usize>,
    /// Does the text stand there as a proposal, which what is typed replaces?
    proposed: bool,
    /// Did anybody type or erase in it? Also when the same text stands in it again.
    touched: bool,
    /// The first line in view.
    top: usize,
    /// Raised with every change.
    changes: u64,
    edits: Edits,
}

impl Field {
    /// For one line.
    pub fn line(text: &str) -> Self {
        let mut field = Self::default();
        field.set(text);
        field
    }

    /// For many lines.
    pub fn block(text: &str) -> Self {
        let mut field = Self { many: true, ..Self::default() };
        field.set(text);
        field
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Nothing but blanks?
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// May it hold several lines?
    pub fn is_block(&self) -> bool {
        self.many
    }

    /// Is the text one that nobody typed? The first thing that is typed replaces it; whoever moves the cursor or erases goes on
    /// with it.
    pub fn is_proposed(&self) -> bool {
        self.proposed && !self.text.is_empty()
    }

    /// Did anybody type or erase in it, whatever stands in it now?
    pub fn is_touched(&self) -> bool {
        self.touched
    }

    /// The text that stands there was put there, not typed. A text of several lines is only ever gone on with.
    pub fn propose(&mut self) {
        self.proposed = !self.many;
    }

    /// Writes the same otherwise, as `2-12` becomes `02-12-2026`: whose it is stays as it was.
    pub fn write_out(&mut self, text: &str) {
        if self.text != text {
            let proposed = self.proposed;
            self.set(text);
            self.proposed = proposed;
        }
    }

    /// The cursor as a byte position.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// A number that differs after every change.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// The first line to show, so that the cursor is in view.
    pub fn top(&self, line: usize, height: usize) -> usize {
        self.top.clamp((line + 1).saturating_sub(height.max(1)), line)
    }

    /// Replaces the text; the cursor goes to its end. Nothing of before can be taken back.
    pub fn set(&mut self, text: &str) {
        self.text = clean(text, self.many).0;
        self.cursor = self.text.len();
        (self.column, self.top, self.edits, self.proposed) = (None, 0, Edits::default(), false);
        self.changes += 1;
    }

    /// Types a key that is bound to nothing. Was it a character that can stand here?
    pub fn key(&mut self, key: Key) -> bool {
        match key {
            Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } if !is_unsafe(c) => {
                let (range, how) = self.typed_over();
                self.replace(range, c.encode_utf8(&mut [0; 4]), how);
                true
            }
            _ => false,
        }
    }

    /// Puts text in at the cursor, as one step. Control and invisible characters are left out, line breaks become blanks in a
    /// line; says how many characters were left out.
    pub fn paste(&mut self, text: &str) -> usize {
        let (clean, left_out) = clean(text, self.many);
        self.replace(self.typed_over().0, &clean, How::Whole);
        left_out
    }

    /// Puts text in the place of the last `bytes` before the cursor, as one step; the cursor goes to `at` in it.
    pub fn insert_over(&mut self, bytes: usize, text: &str, at: usize) {
        let (clean, _) = clean(text, self.many);
        let start = words::floor(&self.text, self.cursor.saturating_sub(bytes));
        self.replace(start..self.cursor, &clean, How::Whole);
        self.go_to(start + clean.floor_char_boundary(at));
    }

    /// Replaces everything, as one step; says how many characters were left out.
    pub fn replace_all(&mut self, text: &str) -> usize {
        let (clean, left_out) = clean(text, self.many);
        if clean != self.text {
            self.replace(0..self.text.len(), &clean, How::Whole);
        }
        left_out
    }

    /// Takes the last step back. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(edit) = self.edits.undo() else { return false };
        self.text.replace_range(edit.at..edit.at + edit.added.len(), &edit.removed);
        self.changed(edit.cursor);
        true
    }

    /// Does the step again that was taken back last. Says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(edit) = self.edits.redo() else { return false };
        self.text.replace_range(edit.at..edit.at + edit.removed.len(), &edit.added);
        self.changed(edit.at + edit.added.len());
        true
    }

    /// Performs an editing command; `sight` is how much of the field is shown, for going up and down. Says whether it was one.
    pub fn command(&mut self, command: Command, sight: Sight) -> bool {
        let (text, at) = (self.text.as_str(), self.cursor);
        let page = sight.1.saturating_sub(1).max(1) as isize;
        match command {
            Command::DeleteNext if self.is_proposed() => self.erase(0..text.len(), How::Whole),
            Command::Backspace => self.erase(words::previous(text, at)..at, How::Erased),
            Command::DeleteNext => self.erase(at..words::next(text, at), How::Erased),
            Command::DeleteWord => self.erase(words::word_before(text, at)..at, How::Whole),
            Command::DeleteWordNext => self.erase(at..words::word_after(text, at), How::Whole),
            Command::DeleteLine => self.erase(self.typed_line(), How::Whole),
            Command::DeleteToStart => self.erase(self.typed_line().start..at, How::Whole),
            Command::DeleteToEnd => self.erase(at..self.typed_line().end, How::Whole),
            Command::Newline if self.many => self.replace(at..at, "\n", How::Typed),
            Command::TextUndo => drop(self.undo()),
            Command::TextRedo => drop(self.redo()),
            Command::CursorLeft => self.go_to(words::previous(text, at)),
            Command::CursorRight => self.go_to(words::next(text, at)),
            Command::WordLeft => self.go_to(words::word_before(text, at)),
            Command::WordRight => self.go_to(words::word_after(text, at)),
            Command::CursorHome => self.line_edge(sight.0, false),
            Command::CursorEnd => self.line_edge(sight.0, true),
            Command::TextStart => self.go_to(0),
            Command::TextEnd => self.go_to(text.len()),
            Command::CursorUp if self.many => return self.vertical(sight, -1),
            Command::CursorDown if self.many => return self.vertical(sight, 1),
            Command::TextPageUp if self.many => return self.vertical(sight, -page),
            Command::TextPageDown if self.many => return self.vertical(sight, page),
            _ => return false,
        }
        true
    }

    /// Scrolls so that the cursor is in view.
    pub fn follow(&mut self, (width, height): Sight) {
        if self.many {
            let lines = wrap::wrap(&self.text, width);
            self.top = self.top(wrap::place(&self.text, &lines, self.cursor).0, height);
        }
    }

    /// What the next thing that is typed takes the place of, and whether that is a step of its own.
    fn typed_over(&self) -> (Range<usize>, How) {
        if self.is_proposed() { (0..self.text.len(), How::Whole) } else { (self.cursor..self.cursor, How::Typed) }
    }

    fn erase(&mut self, range: Range<usize>, how: How) {
        if !range.is_empty() {
            self.replace(range, "", how);
        }
    }

    fn replace(&mut self, range: Range<usize>, with: &str, how: How) {
        let edit =
            Edit { at: range.start, removed: self.text[range.clone()].to_owned(), added: with.to_owned(), cursor: self.cursor };
        let end = range.start + with.len();
        self.text.replace_range(range, with);
        self.edits.keep(edit, how);
        self.changed(end);
    }

    fn changed(&mut self, cursor: usize) {
        // What was put in may have joined with what follows: a cursor never stands inside a character.
        self.cursor = match words::floor(&self.text, cursor) {
            floor if floor < cursor => words::next(&self.text, floor),
            floor => floor,
        };
        self.column = None;
        (self.proposed, self.touched) = (false, true);
        self.changes += 1;
    }

    /// Puts the cursor at this byte.
    pub fn seek(&mut self, byte: usize) {
        self.go_to(byte);
    }

    fn go_to(&mut self, byte: usize) {
        self.cursor = words::floor(&self.text, byte);
        (self.column, self.proposed) = (None, false);
        self.edits.pause();
    }

    /// Up or down over the lines as they are shown, in the column where that began. At the first and the last line it says no.
    fn vertical(&mut self, (width, height): Sight, by: isize) -> bool {
        let lines = wrap::wrap(&self.text, width);
        let (line, column) = wrap::place(&self.text, &lines, self.cursor);
        let target = line.saturating_add_signed(by).min(lines.len() - 1);
        if target == line {
            return false;
        }
        let column = self.column.unwrap_or(column);
        let end = shown_end(&self.text, &lines, target);
        self.go_to(wrap::position(&self.text, &lines, target, column).min(end));
        self.column = Some(column);
        self.top = self.top(target, height);
        true
    }

    fn line_edge(&mut self, width: usize, end: bool) {
        let lines = wrap::wrap(&self.text, if self.many { width } else { usize::MAX });
        let (line, _) = wrap::place(&self.text, &lines, self.cursor);
        let start = lines.get(line).map_or(0, |range| range.start);
        self.go_to(if end { shown_end(&self.text, &lines, line) } else { start });
    }

    /// The line between two typed breaks that has the cursor.
    fn typed_line(&self) -> Range<usize> {
        let (text, at) = (&self.text, self.cursor);
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        start..text[at..].find('\n').map_or(text.len(), |end| at + end)
    }
}

/// The last place in a line as it is shown: a line that was broken inside a word ends where the next begins.
fn shown_end(text: &str, lines: &[Range<usize>], line: usize) -> usize {
    let Some(range) = lines.get(line) else { return text.len() };
    let joined = lines.get(line + 1).is_some_and(|next| next.start == range.end);
    if joined { words::previous(text, range.end).max(range.start) } else { range.end }
}

/// What can stand in a field of this text, and how many characters cannot.
fn clean(text: &str, many: bool) -> (String, usize) {
    let mut left_out = 0;
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if many => clean.push('\n'),
            '\n' | '\r' | '\t' => clean.push(' '),
            c if is_unsafe(c) => left_out += 1,
            c => clean.push(c),
        }
    }
    (clean, left_out)
}

#[cfg(test)]
#[path = "field_tests.rs"]
mod tests;
