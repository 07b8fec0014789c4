//! The inside of a paragraph: text, what stands out in it, and `{key:SCOPE.NAME}`.

use super::Piece;
use crate::domain::text::SafeText;

const OPENS: &str = "{key:";

/// Puts text behind what is there; a key in it becomes a piece of its own. What could steer a terminal is made visible.
pub(super) fn push(pieces: &mut Vec<Piece>, text: &str, strong: bool) {
    // A break in the source is a blank: lines are broken anew for each width.
    let joined = text.replace('\n', " ");
    match pieces.last_mut() {
        Some(Piece::Plain(last)) if !strong => last.push_str(SafeText::line(&joined).as_str()),
        Some(Piece::Strong(last)) if strong => last.push_str(SafeText::line(&joined).as_str()),
        _ if joined.is_empty() => {}
        _ if strong => pieces.push(Piece::Strong(SafeText::line(&joined).into_string())),
        _ => pieces.push(Piece::Plain(SafeText::line(&joined).into_string())),
    }
}

/// Takes the keys out of a paragraph that is whole: Markdown may hand it over in bits.
pub(super) fn with_keys(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out = vec![];
    for piece in pieces {
        let (text, strong) = match &piece {
            Piece::Plain(text) => (text.as_str(), false),
            Piece::Strong(text) => (text.as_str(), true),
            Piece::Key(_) => {
                out.push(piece);
                continue;
            }
        };
        let mut rest = text;
        while let Some((before, name, after)) = key(rest) {
            if !before.is_empty() {
                out.push(if strong { Piece::Strong(before.into()) } else { Piece::Plain(before.into()) });
            }
            out.push(Piece::Key(name.to_owned()));
            rest = after;
        }
        if !rest.is_empty() {
            out.push(if strong { Piece::Strong(rest.into()) } else { Piece::Plain(rest.into()) });
        }
    }
    out
}

/// The first key in a text: what stands before it, the command, what stands after it.
fn key(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(OPENS)?;
    let (name, after) = text[start + OPENS.len()..].split_once('}')?;
    Some((&text[..start], name, after))
}

/// Every command whose key is written in a source: where its name stands, and the name.
pub(super) fn keys(source: &str) -> impl Iterator<Item = (usize, &str)> {
    source.match_indices(OPENS).filter_map(|(start, _)| {
        let from = start + OPENS.len();
        let (name, _) = source[from..].split_once('}')?;
        Some((from, name))
    })
}
