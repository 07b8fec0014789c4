//! A document as a tagged PDF (PDF/UA-1): headings, paragraphs, lists and tables are told to a reader that cannot see, what
//! repeats on every sheet is not. Lines and sheets are broken here; the library writes.

mod draw;
mod face;
mod flow;
mod lines;
mod sheets;
mod tags;

use super::{Refused, model::Document, words::Words};

/// Points: A4, with room around.
const WIDTH: f32 = 595.28;
const HEIGHT: f32 = 841.89;
const LEFT: f32 = 71.0;
const TOP: f32 = 72.0;
const BOTTOM: f32 = 74.0;
const ROOM: f32 = WIDTH - LEFT - 57.0;

pub(super) fn write(document: &Document, words: &Words<'_>) -> Result<Vec<u8>, Refused> {
    let faces = face::Faces::new().ok_or_else(|| Refused::NotWritten("font".into()))?;
    let flow = flow::flow(document, words, &faces);
    let sheets = sheets::sheets(&flow.rows, HEIGHT - TOP - BOTTOM);
    draw::draw(document, words, &faces, &flow, &sheets)
}

#[cfg(test)]
mod tests;
