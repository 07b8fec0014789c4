//! What is wrong with a configuration: file, line, column, the place itself, and what was probably meant.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use super::setting::{Entry, MOST, Shape, quoted};
use crate::{
    domain::text::SafeText,
    intake::nearest,
    locale::{Texts, Value},
};

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file; nothing: an environment variable.
    pub file: Option<PathBuf>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column in characters, from 1.
    pub column: Option<usize>,
    /// The key of the text that says what is wrong.
    key: &'static str,
    values: Vec<(&'static str, String)>,
    /// The text of the file and the place in it.
    source: Option<(String, Range<usize>)>,
}

impl Fault {
    pub(in crate::cli) fn at(
        path: &Path,
        text: &str,
        span: Range<usize>,
        key: &'static str,
        values: &[(&'static str, &str)],
    ) -> Self {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.floor_char_boundary(span.end.clamp(start, text.len()));
        let line = text[..start].matches('\n').count() + 1;
        let column = text[..start].rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Self {
            file: Some(path.into()),
            line: Some(line),
            column: Some(column),
            key,
            values: values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
            source: Some((text.to_owned(), start..end)),
        }
    }

    /// A value that is not of the shape its setting has.
    pub(super) fn shape(path: &Path, text: &str, span: Range<usize>, entry: &Entry, given: Option<&str>) -> Self {
        let most = MOST.to_string();
        let mut values = vec![("key", entry.name)];
        let (mut first, mut last) = (String::new(), String::new());
        let key = match entry.shape {
            Shape::Text | Shape::File => "config-not-text",
            Shape::Number => {
                values.push(("most", &most));
                "config-not-a-number"
            }
            Shape::YesNo => "config-not-yes-or-no",
            Shape::OneOf(words) => {
                if let Some((end, start)) = words.split_last() {
                    first = start.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(", ");
                    last = quoted(end);
                }
                let near = given.and_then(|given| nearest(given, words.iter().copied())).unwrap_or("none");
                values.extend([("first", first.as_str()), ("last", last.as_str()), ("near", near)]);
                "config-not-one-of"
            }
        };
        Self::at(path, text, span, key, &values)
    }

    /// A fault in an option or a variable.
    pub(in crate::cli) fn nowhere(key: &'static str, values: &[(&'static str, &str)]) -> Self {
        let values = values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { file: None, line: None, column: None, key, values, source: None }
    }

    pub(in crate::cli) fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        let values = vec![("detail", error.to_string())];
        Self { file: Some(path.into()), line: None, column: None, key: "config-unreadable", values, source: None }
    }

    pub(super) fn variable(name: &'static str, value: &str) -> Self {
        let values = vec![("key", name.to_owned()), ("value", value.to_owned())];
        Self { file: None, line: None, column: None, key: "config-variable", values, source: None }
    }

    /// What is wrong, in one sentence.
    pub fn say(&self, texts: &Texts) -> SafeText {
        let values: Vec<(&str, Value)> = self.values.iter().map(|(name, value)| (*name, texts.of_system(value).into())).collect();
        SafeText::line(&texts.with(self.key, &values))
    }

    /// Where, as `file:line:column`.
    pub fn place(&self) -> SafeText {
        let file = self.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default();
        let numbers: String = [self.line, self.column].into_iter().flatten().map(|number| format!(":{number}")).collect();
        SafeText::line(&format!("{file}{numbers}"))
    }

    /// With the lines of the file around it, for a person.
    pub fn report(&self, texts: &Texts) -> SafeText {
        let place = self.place();
        let sentence =
            if place.as_str().is_empty() { self.say(texts).into_string() } else { format!("{place}: {}", self.say(texts)) };
        let Some((text, span)) = &self.source else { return SafeText::block(&sentence) };
        let drawn = Drawn {
            sentence: sentence.clone(),
            source: NamedSource::new(self.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default(), text.clone()),
            span: span.clone(),
        };
        let mut out = String::new();
        let theme = GraphicalTheme::unicode_nocolor();
        match GraphicalReportHandler::new_themed(theme).with_links(false).with_width(100).render_report(&mut out, &drawn) {
            Ok(()) => SafeText::block(out.trim_end()),
            Err(_) => SafeText::block(&sentence),
        }
    }
}

/// What miette draws.
#[derive(Debug)]
struct Drawn {
    sentence: String,
    source: NamedSource<String>,
    span: Range<usize>,
}

impl std::fmt::Display for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Drawn {}

impl Diagnostic for Drawn {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(None, self.span.clone()))))
    }
}
