//! A page as lines of a width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Block, Explanation, Piece};

/// How a piece of a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Text.
    Plain,
    /// What stands out.
    Strong,
    /// A key.
    Key,
}

/// What a line is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The answer in one sentence.
    Answer,
    /// A heading.
    Heading,
    /// Anything else.
    Text,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is of.
    pub kind: Kind,
    /// Its pieces, the mark and blanks before them too.
    pub pieces: Vec<(Look, String)>,
}

impl Line {
    fn blank() -> Self {
        Self { kind: Kind::Text, pieces: vec![] }
    }

    /// What it says.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(_, text)| text.as_str()).collect()
    }
}

impl Explanation {
    /// Its lines, none wider than this; `key` says what stands for a command.
    pub fn lines(&self, width: usize, key: &dyn Fn(&str) -> String) -> Vec<Line> {
        let mut lines: Vec<Line> = vec![];
        let mut before: Option<&Block> = None;
        for block in &self.blocks {
            // The items of a list stand together, and so does a heading with what it heads.
            let tight = matches!(before, Some(Block::Heading(_)) | None)
                || matches!((before, block), (Some(Block::Item(..)), Block::Item(..)));
            if !tight {
                lines.push(Line::blank());
            }
            match block {
                Block::Heading(text) => lines.push(Line { kind: Kind::Heading, pieces: vec![(Look::Strong, text.clone())] }),
                Block::Paragraph(pieces) => {
                    let kind = if before.is_none() { Kind::Answer } else { Kind::Text };
                    wrapped(&filled(pieces, key), width, ("", ""), kind, &mut lines);
                }
                Block::Item(depth, mark, pieces) => {
                    let indent = " ".repeat(depth * 2);
                    let wide = mark.width().max(1) + 1;
                    let first = format!("{indent}{mark:wide$}");
                    wrapped(&filled(pieces, key), width, (&first, &" ".repeat(first.len())), Kind::Text, &mut lines);
                }
                Block::Lines(text) => {
                    let plain = |text: &String| vec![(Look::Plain, text.clone())];
                    text.iter().for_each(|text| wrapped(&plain(text), width, ("  ", "  "), Kind::Text, &mut lines));
                }
            }
            before = Some(block);
        }
        lines
    }
}

/// The pieces with their keys.
fn filled(pieces: &[Piece], key: &dyn Fn(&str) -> String) -> Vec<(Look, String)> {
    let fill = |piece: &Piece| match piece {
        Piece::Plain(text) => (Look::Plain, text.clone()),
        Piece::Strong(text) => (Look::Strong, text.clone()),
        Piece::Key(name) => (Look::Key, key(name)),
    };
    pieces.iter().map(fill).collect()
}

/// A word: what stands between two blanks, perhaps of several looks.
type Word = Vec<(Look, String)>;

/// The words of pieces. A key is one word, however many keys it is.
fn words(pieces: &[(Look, String)]) -> Vec<Word> {
    let mut words: Vec<Word> = vec![vec![]];
    for (look, text) in pieces {
        if *look == Look::Key {
            words.last_mut().into_iter().for_each(|word| word.push((*look, text.clone())));
            continue;
        }
        for (at, part) in text.split(' ').enumerate() {
            if at > 0 {
                words.push(vec![]);
            }
            if let Some(word) = words.last_mut().filter(|_| !part.is_empty()) {
                word.push((*look, part.to_owned()));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn wide(word: &Word) -> usize {
    word.iter().map(|(_, text)| text.width()).sum()
}

/// Breaks pieces into lines; `first` stands before the first, `rest` before the others.
fn wrapped(pieces: &[(Look, String)], width: usize, (first, rest): (&str, &str), kind: Kind, lines: &mut Vec<Line>) {
    let room = width.saturating_sub(first.width()).max(8);
    let mut line: Vec<(Look, String)> = vec![];
    let (mut used, mut begun) = (0, false);
    let end = |line: &mut Vec<(Look, String)>, begun: &mut bool, lines: &mut Vec<Line>| {
        let before = if std::mem::replace(begun, true) { rest } else { first };
        let mut pieces = std::mem::take(line);
        if !before.is_empty() {
            pieces.insert(0, (Look::Plain, before.to_owned()));
        }
        lines.push(Line { kind, pieces });
    };
    for word in words(pieces).into_iter().flat_map(|word| pieces_of(word, room)) {
        let cells = wide(&word);
        if used > 0 && used + 1 + cells > room {
            end(&mut line, &mut begun, lines);
            used = 0;
        }
        if used > 0 {
            let looks_on = line.last().map(|(look, _)| *look) == word.first().map(|(look, _)| *look);
            match line.last_mut() {
                Some((Look::Strong, last)) if looks_on => last.push(' '),
                _ => line.push((Look::Plain, " ".into())),
            }
            used += 1;
        }
        for (look, text) in word {
            match line.last_mut() {
                Some((last, before)) if *last == look => before.push_str(&text),
                _ => line.push((look, text)),
            }
        }
        used += cells;
    }
    end(&mut line, &mut begun, lines);
}

/// A word that is wider than a line, in pieces that are not.
fn pieces_of(word: Word, room: usize) -> Vec<Word> {
    if wide(&word) <= room {
        return vec![word];
    }
    let (mut out, mut used): (Vec<Word>, usize) = (vec![vec![]], 0);
    for (look, text) in word {
        for grapheme in text.graphemes(true) {
            let cells = grapheme.width();
            if used + cells > room {
                out.push(vec![]);
                used = 0;
            }
            used += cells;
            match out.last_mut().map(|word| (word.last_mut(), ())) {
                Some((Some((last, before)), ())) if *last == look => before.push_str(grapheme),
                _ => out.last_mut().into_iter().for_each(|word| word.push((look, grapheme.to_owned()))),
            }
        }
    }
    out
}
