//! The organisation's own pages about instruments and rules: every `topics/*.md` (Dutch) and `topics/en/*.md` beside the configuration
//! of this machine and of this user. What is wrong is told with its line; the rest counts.

use std::path::{Path, PathBuf};

use crate::{
    explanation::{Explanation, Known, Library, SHIPPED, read},
    locale::{Language, Texts},
    tui::app::command::Command,
};

use super::{
    call::Call,
    config::{Fault, Places},
    text_file,
};

/// Most files of a folder that are read, in the order of their names.
const MOST: usize = 200;
/// Bytes of a page, at most.
const LONGEST: usize = 64 << 10;

/// A page as it was read, with its language.
pub(super) type Own = Vec<(Language, Explanation)>;

/// The organisation's own pages, and what is wrong with them. Those of the user count over those of the machine.
pub(super) fn own(call: &Call) -> (Own, Vec<Fault>) {
    let places = Places::of(|name| call.edge.variable(name));
    let mut files: Vec<(Language, PathBuf)> = vec![];
    for config in [places.user, places.system].into_iter().flatten() {
        let topics = config.with_file_name("topics");
        files.extend(pages_in(&topics).into_iter().map(|path| (Language::Dutch, path)));
        files.extend(pages_in(&topics.join("en")).into_iter().map(|path| (Language::English, path)));
    }
    let names = files.iter().filter_map(|(_, path)| name_of(path)).chain(SHIPPED.iter().map(|(name, ..)| (*name).to_owned()));
    let names: Vec<String> = names.collect();
    let commands = commands();
    let is_place = |name: &str| is_place(&call.texts, name);
    let known = Known { commands: &commands, names: &names, is_place: &is_place };
    let (mut own, mut faults): (Own, Vec<Fault>) = (vec![], vec![]);
    for (language, path) in files {
        let source = match text_file::read(&path) {
            Ok(source) => source,
            Err(error) => {
                faults.push(Fault::unreadable(&path, &error));
                continue;
            }
        };
        let wrong = |key| Fault::at(&path, &source, 0..0, key, &[]);
        let Some(name) = name_of(&path) else {
            faults.push(wrong("explanation-name"));
            continue;
        };
        if source.len() > LONGEST {
            faults.push(wrong("explanation-too-long"));
            continue;
        }
        let (page, found) = read(&name, &source, &known);
        faults.extend(found.into_iter().map(|fault| {
            let values: Vec<(&str, &str)> = fault.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            Fault::at(&path, &source, fault.span, fault.key, &values)
        }));
        if let Some(page) = page.filter(|_| !own.iter().any(|(of, one)| *of == language && one.name == name)) {
            own.push((language, Explanation { own: true, ..page }));
        }
    }
    (own, faults)
}

/// Every page there is, and what is wrong with the organisation's own.
pub(super) fn library(call: &Call) -> (Library, Vec<Fault>) {
    let (own, faults) = own(call);
    (Library::new(own), faults)
}

/// Every command, as a page names it.
pub(super) fn commands() -> Vec<String> {
    Command::ALL.iter().map(|command| format!("{}.{}", command.scope().name(), command.name())).collect()
}

/// Is there a field, a part of a case file or of an item of an agenda, or something that may be missing of one, of this name?
pub(super) fn is_place(texts: &Texts, name: &str) -> bool {
    let lacks = name.strip_prefix("lacks-").is_some_and(|kind| texts.has(&format!("let-lacks-{kind}")));
    let is_part = name.starts_with("part-") && texts.has(name);
    lacks || is_part || texts.has(&format!("form-{name}")) || texts.has(&format!("form-title-{name}"))
}

fn pages_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let pages = entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "md"));
    let mut pages: Vec<PathBuf> = pages.collect();
    pages.sort();
    pages.truncate(MOST);
    pages
}

/// The name that a file gives its page: small letters, digits and hyphens.
fn name_of(path: &Path) -> Option<String> {
    let name = path.file_stem()?.to_str()?;
    let plain = !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    plain.then(|| name.to_owned())
}
