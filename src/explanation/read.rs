//! From a file to a page: a head between two lines of `---`, and Markdown below it. What is wrong is told at its place; the rest counts.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Block, Explanation, Piece, inline};
use crate::domain::{nearness::nearest, text::SafeText};

/// Something that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Byte range in the file.
    pub span: Range<usize>,
    /// The key of the text that says what is wrong.
    pub key: &'static str,
    /// What goes into the text.
    pub values: Vec<(&'static str, String)>,
}

/// What a page may name.
pub struct Known<'a> {
    /// Every command, as `SCOPE.NAME`.
    pub commands: &'a [String],
    /// Every page.
    pub names: &'a [String],
    /// Is there a field, a part of an item, or something that may be missing, of this name?
    pub is_place: &'a dyn Fn(&str) -> bool,
}

/// The line that begins and ends the head.
const RULE: &str = "---";
/// What may stand in the head.
const KEYS: &[&str] = &["title", "also", "related", "fields"];
/// How deep lists go; deeper ones stand as deep as this.
const DEEPEST: usize = 3;

/// Reads a page.
pub fn read(name: &str, source: &str, known: &Known<'_>) -> (Option<Explanation>, Vec<Fault>) {
    let mut faults = vec![];
    let mut page = Explanation {
        name: name.to_owned(),
        title: String::new(),
        also: vec![],
        related: vec![],
        places: vec![],
        blocks: vec![],
        own: false,
    };
    let body = head(source, &mut page, known, &mut faults);
    for (at, command) in inline::keys(source) {
        if !known.commands.iter().any(|one| one == command) {
            let near = nearest(command, known.commands.iter().map(String::as_str)).unwrap_or("none");
            faults.push(fault(at..at + command.len(), "explanation-unknown-command", &[("name", command), ("near", near)]));
        }
    }
    let heading = markdown(&source[body..], &mut page.blocks);
    if page.title.is_empty() {
        page.title = heading.unwrap_or_default();
    }
    let missing = match (page.title.trim().is_empty(), page.blocks.is_empty()) {
        (true, _) => "explanation-no-title",
        (false, true) => "explanation-empty",
        (false, false) => return (Some(page), faults),
    };
    faults.push(fault(0..0, missing, &[]));
    (None, faults)
}

fn fault(span: Range<usize>, key: &'static str, values: &[(&'static str, &str)]) -> Fault {
    Fault { span, key, values: values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect() }
}

/// Reads the head, if there is one; gives where the text begins.
fn head(source: &str, page: &mut Explanation, known: &Known<'_>, faults: &mut Vec<Fault>) -> usize {
    let mut lines = Lines { source, at: if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 } };
    let begin = lines.at;
    if lines.next().is_none_or(|(_, line)| line.trim_end() != RULE) {
        return begin;
    }
    while let Some((at, line)) = lines.next() {
        if line.trim_end() == RULE {
            return lines.at;
        }
        if line.trim().is_empty() {
            continue;
        }
        let Some((key, value)) = line.split_once(':') else {
            faults.push(fault(at..at + line.len(), "explanation-head-line", &[("line", line.trim())]));
            continue;
        };
        let from = at + key.len() + 1;
        match key.trim() {
            "title" => page.title = SafeText::line(value.trim()).into_string(),
            "also" => page.also.extend(listed(value).map(|(_, word)| SafeText::line(word).into_string())),
            "related" => {
                for (place, name) in listed(value) {
                    if known.names.iter().any(|one| one == name) {
                        page.related.push(name.to_owned());
                    } else {
                        let near = nearest(name, known.names.iter().map(String::as_str)).unwrap_or("none");
                        let span = from + place..from + place + name.len();
                        faults.push(fault(span, "explanation-unknown-related", &[("name", name), ("near", near)]));
                    }
                }
            }
            "fields" => {
                for (place, name) in listed(value) {
                    if (known.is_place)(name) {
                        page.places.push(name.to_owned());
                    } else {
                        let span = from + place..from + place + name.len();
                        faults.push(fault(span, "explanation-unknown-field", &[("name", name)]));
                    }
                }
            }
            other => {
                let near = nearest(other, KEYS.iter().copied()).unwrap_or("none");
                faults.push(fault(at..at + key.len(), "explanation-unknown-key", &[("key", other), ("near", near)]));
            }
        }
    }
    faults.push(fault(begin..begin + RULE.len(), "explanation-head-open", &[]));
    source.len()
}

/// The words of a list with commas between, each with its place.
fn listed(value: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    value.split(',').filter_map(move |part| {
        let start = at + (part.len() - part.trim_start().len());
        at += part.len() + 1;
        let word = part.trim();
        (!word.is_empty()).then_some((start, word))
    })
}

/// Lines with their places.
struct Lines<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_inclusive('\n').next()?;
        let at = self.at;
        self.at += line.len();
        Some((at, line.trim_end_matches(['\n', '\r'])))
    }
}

/// Reads the Markdown; gives the heading of the first level, which is the title where the head has none. Of what a terminal cannot show,
/// the text stays: the words of a link with its address behind them, the words of a picture.
fn markdown(source: &str, blocks: &mut Vec<Block>) -> Option<String> {
    let mut title = None;
    let (mut text, mut strong): (Vec<Piece>, usize) = (vec![], 0);
    let mut lists: Vec<Option<u64>> = vec![];
    let mut marks: Vec<Option<String>> = vec![];
    let mut code: Option<String> = None;
    let mut links: Vec<String> = vec![];
    for event in Parser::new_ext(source, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => code = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => {
                let lines = code.take().unwrap_or_default();
                let lines = lines.lines().map(|line| SafeText::line(line).into_string()).collect();
                blocks.push(Block::Lines(lines));
            }
            Event::Text(words) => match &mut code {
                Some(code) => code.push_str(&words),
                None => inline::push(&mut text, &words, strong > 0),
            },
            Event::Code(words) => inline::push(&mut text, &words, true),
            Event::Html(words) | Event::InlineHtml(words) => inline::push(&mut text, &words, strong > 0),
            Event::SoftBreak | Event::HardBreak => inline::push(&mut text, " ", strong > 0),
            Event::Start(Tag::Strong | Tag::Emphasis) => strong += 1,
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => strong = strong.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::End(TagEnd::Link) => {
                let address = links.pop().unwrap_or_default();
                let said = text.last().is_some_and(|piece| piece.text().ends_with(&address));
                if !said {
                    inline::push(&mut text, &format!(" ({address})"), strong > 0);
                }
            }
            Event::Start(Tag::Heading { .. }) => strong = 0,
            Event::End(TagEnd::Heading(level)) => {
                let words: String = text.drain(..).map(|piece| piece.text().to_owned()).collect();
                if level == HeadingLevel::H1 && title.is_none() && blocks.is_empty() {
                    title = Some(words);
                } else {
                    blocks.push(Block::Heading(words));
                }
            }
            Event::Start(Tag::List(first)) => {
                // What stands before an inner list is the item it belongs to.
                close(&mut text, &lists, &mut marks, blocks);
                lists.push(first);
            }
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => {
                let mark = match lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    _ => "-".to_owned(),
                };
                marks.push(Some(mark));
            }
            Event::End(TagEnd::Item) => {
                close(&mut text, &lists, &mut marks, blocks);
                marks.pop();
            }
            Event::End(TagEnd::TableCell) => inline::push(&mut text, "  ", false),
            Event::End(TagEnd::Paragraph | TagEnd::TableRow | TagEnd::TableHead | TagEnd::BlockQuote(_) | TagEnd::HtmlBlock) => {
                close(&mut text, &lists, &mut marks, blocks)
            }
            _ => {}
        }
    }
    close(&mut text, &lists, &mut marks, blocks);
    title.filter(|title| !title.trim().is_empty())
}

/// Ends a paragraph, or an item of a list.
fn close(text: &mut Vec<Piece>, lists: &[Option<u64>], marks: &mut [Option<String>], blocks: &mut Vec<Block>) {
    let pieces = inline::with_keys(std::mem::take(text));
    if pieces.iter().all(|piece| !matches!(piece, Piece::Key(_)) && piece.text().trim().is_empty()) {
        return;
    }
    let depth = lists.len().clamp(1, DEEPEST) - 1;
    blocks.push(match marks.last_mut() {
        // A second paragraph of an item stands under it, without a mark.
        Some(mark) => Block::Item(depth, mark.take().unwrap_or_default(), pieces),
        None => Block::Paragraph(pieces),
    });
}
