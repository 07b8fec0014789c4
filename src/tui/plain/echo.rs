//! What was typed, said again in an answer: its start.

use crate::{domain::text::SafeText, tui::view::canvas::cut};

/// Columns of what was typed that are said again, at most: who listens need not hear a pasted page.
const ECHOED: usize = 80;

/// The start of what was typed.
pub fn echoed(typed: &str) -> String {
    let start: String = typed.chars().take(ECHOED * 4).collect();
    cut(SafeText::line(&start).as_str(), ECHOED).into_owned()
}
