//! Changes one setting in the text of a configuration file and leaves every other byte of it alone: comments, order, blanks.

use std::{
    io::Write,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::Path,
};

use super::place_of;

/// The text with a setting set: in its own place, or in the place of the comment that shows it, or before the first table.
/// `value` is TOML. Nothing: the text is broken, or would be afterwards.
pub fn with(text: &str, name: &str, value: &str) -> Option<String> {
    let before: toml::Table = text.parse().ok()?;
    let changed = match place_of(text, name) {
        Some((_, span)) => format!("{}{value}{}", &text[..span.start], &text[span.end..]),
        None => added(text, &format!("{name} = {value}\n"), name),
    };
    let mut after: toml::Table = changed.parse().ok()?;
    let (mut others, set) = (before, format!("value = {value}").parse::<toml::Table>().ok()?.remove("value"));
    others.remove(name);
    // What stands elsewhere in the file must mean what it meant.
    (after.remove(name) == set && after == others).then_some(changed)
}

fn added(text: &str, line: &str, name: &str) -> String {
    let mut at = 0;
    let mut end = None;
    for whole in text.split_inclusive('\n') {
        let trimmed = whole.trim_start();
        let shown = trimmed.strip_prefix('#').map(str::trim_start).and_then(|rest| rest.strip_prefix(name));
        if shown.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return format!("{}{line}{}", &text[..at], &text[at + whole.len()..]);
        }
        // A comment right above a table belongs to it.
        if trimmed.starts_with('[') {
            end = Some(at);
            break;
        }
        at += whole.len();
    }
    let (mut before, after) = text.split_at(end.unwrap_or(text.len()));
    let above: usize = before.split_inclusive('\n').rev().take_while(|line| line.starts_with('#')).map(str::len).sum();
    let moved = if end.is_some() { above } else { 0 };
    before = &text[..before.len() - moved];
    let after = &text[text.len() - after.len() - moved..];
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    let below = if after.is_empty() { "" } else { "\n" };
    format!("{before}{gap}{line}{below}{after}")
}

/// Puts a file in place as a whole: a half-written one is never seen. Keeps the mode of what was there; a new one is its
/// owner's. A link keeps pointing where it points.
pub fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mode = std::fs::metadata(&path).map_or(0o600, |meta| meta.permissions().mode() & 0o777);
    let mut file = tempfile::Builder::new().prefix(".loket-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(mode))?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// As [`write`], but only where there is no file yet.
///
/// # Errors
/// [`std::io::ErrorKind::AlreadyExists`] when there is one.
pub fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut file = tempfile::Builder::new().prefix(".loket-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_changes_and_nothing_else() {
        let text = "# mine\nserver = 'https://a' # work\ntheme=\"dark\"\n\n# keys\n[keys.global]\nlookup = '@'\n";
        let changed = with(text, "server", "\"https://b\"").unwrap_or_default();
        assert_eq!(changed, text.replace("'https://a'", "\"https://b\""));
        let added = with(text, "language", "\"en\"").unwrap_or_default();
        assert_eq!(added, text.replace("\n\n# keys", "\n\nlanguage = \"en\"\n\n# keys"));
        assert_eq!(with("", "read_only", "true").as_deref(), Some("read_only = true\n"));
        assert_eq!(with("theme = 'a'", "read_only", "true").as_deref(), Some("theme = 'a'\nread_only = true\n"));
        assert_eq!(with("#theme = \"x\"\n#keymap = 1\n", "theme", "'b'").as_deref(), Some("theme = 'b'\n#keymap = 1\n"));
    }

    #[test]
    fn what_would_break_the_file_is_refused() {
        assert_eq!(with("server = ", "theme", "\"a\""), None);
        assert_eq!(with("a = '''\n#theme = 1\n'''\n", "theme", "'b'"), None);
        assert_eq!(with("", "theme", "\"a\"\nserver = 1"), None);
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_never_by_a_new_one() {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let path = folder.path().join("a/config.toml");
        assert!(write_new(&path, "a = 1\n").is_ok());
        assert_eq!(write_new(&path, "b = 1\n").map_err(|error| error.kind()), Err(std::io::ErrorKind::AlreadyExists));
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap_or_else(|error| panic!("{error}"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap_or_else(|error| panic!("{error}"));
        assert!(write(&link, "c = 1\n").is_ok());
        assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), "c = 1\n");
        assert_eq!(std::fs::metadata(&path).map(|meta| meta.permissions().mode() & 0o777).unwrap_or_default(), 0o640);
        assert!(std::fs::symlink_metadata(&link).is_ok_and(|meta| meta.is_symlink()));
    }
}
