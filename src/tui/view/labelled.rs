//! A value beside its label.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::{
    canvas::{Span, apart},
    record::PROSE,
    theme::Theme,
};
use crate::{domain::text::SafeText, tui::app::wrap::wrap};

/// Width of labels.
pub const LABEL: u16 = 15;

/// How wide the column of a label is, on a line of so many cells.
pub fn label_column(label: &str, width: u16) -> usize {
    let most = usize::from((width / 2).max(LABEL));
    (label.width() + 1).clamp(LABEL.into(), most)
}

/// A labelled line, wrapped under its label; a label that fills the column gets a wider one.
pub fn labelled(theme: &Theme, label: &str, text: &str, style: ratatui::style::Style, width: u16) -> Vec<Vec<Span>> {
    let column = label_column(label, width);
    let value = [(SafeText::line(text).into_string(), style)];
    beside(&(label.to_owned(), theme.dim()), column, &value, width.min(PROSE + LABEL))
}

/// A value of several looks beside its label, whose column takes so many cells; wrapped under itself.
pub fn beside(label: &Span, column: usize, value: &[Span], width: u16) -> Vec<Vec<Span>> {
    let room = usize::from(width).saturating_sub(column).max(12);
    let text: String = value.iter().map(|(text, _)| text.as_str()).collect();
    let line = |(at, range): (usize, Range<usize>)| {
        // The blanks that stood between two looks begin no line.
        let blanks = if at == 0 { 0 } else { range.len() - text[range.clone()].trim_start().len() };
        let range = range.start + blanks..range.end;
        let mut line = vec![(if at == 0 { apart(&label.0, column) } else { " ".repeat(column) }, label.1)];
        let mut from = 0;
        for (part, style) in value {
            let here = range.start.max(from)..range.end.min(from + part.len());
            if !here.is_empty() {
                line.push((text[here].to_owned(), *style));
            }
            from += part.len();
        }
        line
    };
    wrap(&text, room).into_iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_never_runs_into_its_value() {
        let theme = Theme::plain();
        let lines = |label: &str| {
            let text = "Wil de huur zelf blijven betalen, en stelt voor om de schuld in termijnen te innen.";
            let lines = labelled(&theme, label, text, theme.text(), 60);
            lines.into_iter().map(|line| line.into_iter().map(|(text, _)| text).collect::<String>()).collect::<Vec<_>>()
        };
        assert!(lines("CAK")[0].starts_with("CAK            Wil de huur"));
        // As wide as the column, and wider: whole, with room, and what follows stands under it.
        for label in ["gem. Amersfoort", "gem. 's-Hertogenbosch"] {
            let told = lines(label);
            assert!(told[0].starts_with(&format!("{label} Wil de huur")), "{told:?}");
            assert_eq!(told[1].find(|c| c != ' '), Some(label.len() + 1), "{told:?}");
            assert!(told.iter().all(|line| line.width() <= 60), "{told:?}");
        }
        assert!(lines("gem. Nissewaard, Rotterdam en Hoeksche Waard")[0].contains("… Wil"), "no label takes more than half");
    }
    #[test]
    fn a_value_of_several_looks_keeps_them_where_it_is_wrapped() {
        let theme = Theme::plain();
        let value = [
            ("do 19-11".to_owned(), theme.strong()),
            ("  4 dagen geleden".to_owned(), theme.dim()),
            ("  zorg stopt".to_owned(), theme.text()),
        ];
        let lines = beside(&("Harde datum".to_owned(), theme.dim()), 13, &value, 40);
        let told: Vec<String> = lines.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect();
        assert_eq!(told, ["Harde datum  do 19-11  4 dagen geleden ", "             zorg stopt"]);
        assert_eq!(lines[1][1], ("zorg stopt".to_owned(), theme.text()));
    }
}
