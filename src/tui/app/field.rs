//! A text field: one line or many, with the usual editing keys. Holds what was typed and nothing else.

use tui_input::{Input, InputRequest};

use super::{
    command::Command,
    key::{Key, KeyCode},
    wrap,
};
use crate::domain::text::is_unsafe;

/// A text field.
#[derive(Debug, Clone, Default)]
pub struct Field {
    input: Input,
    many: bool,
}

impl Field {
    /// For one line.
    pub fn line(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), many: false }
    }

    /// For many lines.
    pub fn block(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), many: true }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Nothing but blanks?
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// May it hold several lines?
    pub fn is_block(&self) -> bool {
        self.many
    }

    /// The cursor as a byte position.
    pub fn cursor(&self) -> usize {
        self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(at, _)| at)
    }

    /// Replaces the text; the cursor goes to its end.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
    }

    /// Types a key that is bound to nothing. Was it a character?
    pub fn key(&mut self, key: Key) -> bool {
        match key {
            Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } => {
                self.input.handle(InputRequest::InsertChar(c));
                true
            }
            _ => false,
        }
    }

    /// Puts text in at the cursor. Control and invisible characters are left out, line breaks become blanks in a line;
    /// says how many characters were left out.
    pub fn paste(&mut self, text: &str) -> usize {
        let at = self.cursor();
        let mut left_out = 0;
        let mut clean = String::with_capacity(text.len());
        for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
            match c {
                '\n' if self.many => clean.push('\n'),
                '\n' | '\t' => clean.push(' '),
                c if is_unsafe(c) => left_out += 1,
                c => clean.push(c),
            }
        }
        let cursor = self.input.cursor() + clean.chars().count();
        let mut value = self.text().to_owned();
        value.insert_str(at, &clean);
        self.input = Input::new(value).with_cursor(cursor);
        left_out
    }

    /// Performs an editing command; `width` is that of the field, for going up and down. Says whether it was one.
    pub fn command(&mut self, command: Command, width: usize) -> bool {
        let request = match command {
            Command::Backspace => InputRequest::DeletePrevChar,
            Command::DeleteNext => InputRequest::DeleteNextChar,
            Command::DeleteWord => InputRequest::DeletePrevWord,
            Command::DeleteLine => return self.delete_line(),
            Command::CursorLeft => InputRequest::GoToPrevChar,
            Command::CursorRight => InputRequest::GoToNextChar,
            Command::CursorHome => return self.line_edge(width, false),
            Command::CursorEnd => return self.line_edge(width, true),
            Command::Newline if self.many => InputRequest::InsertChar('\n'),
            Command::CursorUp if self.many => return self.vertical(width, -1),
            Command::CursorDown if self.many => return self.vertical(width, 1),
            _ => return false,
        };
        self.input.handle(request);
        true
    }

    fn go_to(&mut self, byte: usize) {
        let cursor = self.text()[..byte].chars().count();
        self.input.handle(InputRequest::SetCursor(cursor));
    }

    fn vertical(&mut self, width: usize, by: isize) -> bool {
        let lines = wrap::wrap(self.text(), width);
        let (line, column) = wrap::place(self.text(), &lines, self.cursor());
        let Some(target) = line.checked_add_signed(by).filter(|line| *line < lines.len()) else { return false };
        self.go_to(wrap::position(self.text(), &lines, target, column));
        true
    }

    fn line_edge(&mut self, width: usize, end: bool) -> bool {
        let width = if self.many { width } else { usize::MAX };
        let lines = wrap::wrap(self.text(), width);
        let (line, _) = wrap::place(self.text(), &lines, self.cursor());
        let edge = lines.get(line).map_or(0, |range| if end { range.end } else { range.start });
        self.go_to(edge);
        true
    }

    /// Deletes from the start of the typed line to its end.
    fn delete_line(&mut self) -> bool {
        let (text, at) = (self.text(), self.cursor());
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let rest = format!("{}{}", &text[..start], &text[end..]);
        let cursor = rest[..start].chars().count();
        self.input = Input::new(rest).with_cursor(cursor);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_like_everyone_expects() {
        let mut field = Field::block("een\ntwee drie");
        field.command(Command::DeleteWord, 80);
        assert_eq!(field.text(), "een\ntwee ");
        field.command(Command::CursorUp, 80);
        field.command(Command::CursorHome, 80);
        field.paste("a\u{202e}b\r\nc");
        assert_eq!(field.text(), "ab\nceen\ntwee ");
        field.command(Command::DeleteLine, 80);
        assert_eq!(field.text(), "ab\n\ntwee ");
    }

    #[test]
    fn a_line_never_holds_a_break() {
        let mut field = Field::line("");
        assert_eq!(field.paste("x\ny\u{200b}"), 1);
        assert!(!field.command(Command::Newline, 10));
        assert_eq!(field.text(), "x y");
    }
}
