//! What papers of meetings are written on: a folder with a template for each organisation. A mistake is told with its place and never
//! stops a paper; the default counts in its place.

use std::{collections::BTreeMap, path::PathBuf};

use toml::de::{DeTable, DeValue};

use super::{call::Call, config::Fault, interface::told, text_file};
use crate::{
    domain::organisation,
    export::agenda::{EVERYBODY, KINDS, LEAST_CONTRAST, LEFT_OUT, Stationery, Template, contrast_with_white},
    locale::Language,
    tui::app::{key::nearest_of, mistake::Mistake},
};

/// Most files that are read, in the order of their names.
const MOST: usize = 500;

/// What the configuration says about papers, and what is wrong with the templates.
pub(super) fn read(call: &Call) -> (Stationery, Vec<Fault>) {
    let sender = call.config.documents_sender.value.clone().unwrap_or_default().into();
    let (mut templates, mut faults) = (BTreeMap::new(), vec![]);
    if let Some(folder) = &call.config.documents_templates.value {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return (Stationery { sender, templates }, vec![Fault::unreadable(folder, &error)]),
        };
        let is_template = |path: &PathBuf| path.extension().is_some_and(|end| end == "toml");
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_template).collect();
        files.sort();
        for path in files.into_iter().take(MOST) {
            let code = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match text_file::read(&path) {
                Ok(source) => {
                    let (template, mut mistakes) = template(&source);
                    if code != EVERYBODY && !organisation::all().iter().any(|known| known.code.as_str() == code) {
                        mistakes.push(Mistake::new(0..0, "document-template-whose", [("code", &code)]));
                    }
                    faults.extend(mistakes.into_iter().map(|mistake| told(&path, &source, mistake)));
                    templates.insert(code, template);
                }
                Err(error) => faults.push(Fault::unreadable(&path, &error)),
            }
        }
    }
    (Stationery { sender, templates }, faults)
}

/// A template, and what is wrong with it; what is right counts.
fn template(source: &str) -> (Template, Vec<Mistake>) {
    let (file, errors) = DeTable::parse_recoverable(source);
    if let Some(error) = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start)) {
        let mistake = Mistake::new(error.span().unwrap_or(0..0), "document-template-broken", [("detail", error.message())]);
        return (Template::default(), vec![mistake]);
    }
    let (mut made, mut mistakes) = (Template::default(), vec![]);
    for (key, value) in file.get_ref() {
        let (name, span) = (key.get_ref().as_ref(), value.span());
        match (name, value.get_ref()) {
            ("letterhead", DeValue::Array(lines)) => {
                for line in lines {
                    match line.get_ref().as_str() {
                        Some(text) => made.letterhead.push(text.into()),
                        None => mistakes.push(Mistake::new(line.span(), "document-template-not-text", [("key", name)])),
                    }
                }
            }
            ("accent", DeValue::String(text)) => match colour(text) {
                Some(colour) if contrast_with_white(colour) >= LEAST_CONTRAST => made.accent = Some(colour),
                Some(colour) => {
                    let found = format!("{:.1}", contrast_with_white(colour));
                    let least = LEAST_CONTRAST.to_string();
                    mistakes.push(Mistake::new(span, "document-template-pale", [("found", &*found), ("least", &least)]));
                }
                None => mistakes.push(Mistake::new(span, "document-template-no-colour", [])),
            },
            ("leave_out", DeValue::Array(parts)) => {
                for part in parts {
                    match part.get_ref().as_str() {
                        Some(text) if LEFT_OUT.contains(&text) => drop(made.left_out.insert(text.to_owned())),
                        _ => {
                            let known = LEFT_OUT.join(", ");
                            mistakes.push(Mistake::new(part.span(), "document-template-no-part", [("known", &known)]));
                        }
                    }
                }
            }
            (kind, DeValue::Table(languages)) if KINDS.contains(&kind) => words(kind, languages, &mut made, &mut mistakes),
            ("letterhead" | "accent" | "leave_out" | "agenda" | "item" | "decisions" | "pack", _) => {
                mistakes.push(Mistake::new(span, "document-template-not-text", [("key", name)]));
            }
            _ => mistakes.push(unknown(key.span(), name, ["letterhead", "accent", "leave_out"].into_iter().chain(KINDS))),
        }
    }
    (made, mistakes)
}

/// The first and last words of a kind of paper, in each language.
fn words(kind: &str, languages: &DeTable<'_>, made: &mut Template, mistakes: &mut Vec<Mistake>) {
    for (key, value) in languages {
        let code = key.get_ref().as_ref();
        let (Some(language), DeValue::Table(said)) = (Language::from_code(code), value.get_ref()) else {
            mistakes.push(unknown(key.span(), code, Language::ALL.iter().map(|language| language.code())));
            continue;
        };
        let both = made.words.entry((kind.to_owned(), language.code().to_owned())).or_default();
        for (key, value) in said {
            let name = key.get_ref().as_ref();
            match (name, value.get_ref().as_str()) {
                ("introduction", Some(text)) => both.0 = text.into(),
                ("closing", Some(text)) => both.1 = text.into(),
                ("introduction" | "closing", None) => {
                    mistakes.push(Mistake::new(value.span(), "document-template-not-text", [("key", name)]));
                }
                _ => mistakes.push(unknown(key.span(), name, ["introduction", "closing"].into_iter())),
            }
        }
    }
}

fn unknown<'a>(span: std::ops::Range<usize>, name: &str, known: impl Iterator<Item = &'a str>) -> Mistake {
    let near = nearest_of(name, known).unwrap_or("none");
    Mistake::new(span, "document-template-unknown-key", [("key", name), ("near", near)])
}

/// `#154273`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()))?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::template;

    #[test]
    fn what_is_right_counts_and_what_is_wrong_is_told_at_its_place() {
        let source = "letterhead = ['Gemeente Utrecht', 3]\naccent = '#ffcc00'\nleave_out = ['options', 'grounds']\nacent = 1\n\
            [agenda.nl]\nintroduction = 'Geachte leden'\nclosng = 'x'\n[item.fr]\nclosing = 'x'\n[pack]\nnl = 3\n";
        let (made, mistakes) = template(source);
        assert_eq!((made.letterhead.len(), made.accent, made.left_out.len()), (1, None, 1));
        let said = made.words.get(&("agenda".to_owned(), "nl".to_owned())).unwrap();
        assert_eq!((said.0.raw(), said.1.raw()), ("Geachte leden", ""));
        let mut told: Vec<(&str, &str)> = mistakes.iter().map(|one| (one.key, &source[one.span.clone()])).collect();
        told.sort_unstable();
        assert_eq!(
            told,
            [
                ("document-template-no-part", "'grounds'"),
                ("document-template-not-text", "3"),
                ("document-template-pale", "'#ffcc00'"),
                ("document-template-unknown-key", "acent"),
                ("document-template-unknown-key", "closng"),
                ("document-template-unknown-key", "fr"),
                ("document-template-unknown-key", "nl"),
            ]
        );
        let (broken, mistakes) = template("letterhead = [");
        assert_eq!((broken, mistakes[0].key), (super::Template::default(), "document-template-broken"));
        assert_eq!(template("accent = '#154273'").0.accent, Some([0x15, 0x42, 0x73]));
        assert_eq!(template("accent = '#12345'").1[0].key, "document-template-no-colour");
    }
}
