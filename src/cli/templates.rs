//! The user's own templates: every `templates/*.toml` beside the configuration. What is wrong is told with its line.

use std::path::PathBuf;

use crate::tui::app::template::{self, Template};

use super::{
    call::Call,
    config::{Fault, Places},
    interface::told,
    text_file,
};

/// Most files that are read, in the order of their names.
const MOST: usize = 200;

/// The folder they are in, also where it is not there yet.
pub(super) fn folder(variable: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    Places::of(variable).user.map(|config| config.with_file_name("templates"))
}

/// The templates, and what is wrong with them. Of two with the same name the one in the last file counts.
pub(super) fn own(call: &Call) -> (Vec<Template>, Vec<Fault>) {
    let (mut templates, mut faults): (Vec<Template>, Vec<Fault>) = (vec![], vec![]);
    let Some(folder) = folder(|name| call.edge.variable(name)) else { return (templates, faults) };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    for path in files.into_iter().take(MOST) {
        match text_file::read(&path) {
            Ok(source) => {
                let (found, mistakes) = template::read(&source);
                faults.extend(mistakes.into_iter().map(|mistake| told(&path, &source, mistake)));
                templates.retain(|one| !found.iter().any(|other| other.name == one.name));
                templates.extend(found);
            }
            Err(error) => faults.push(Fault::unreadable(&path, &error)),
        }
    }
    (templates, faults)
}
