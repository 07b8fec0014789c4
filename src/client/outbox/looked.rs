//! Up to where a reader of alarms has looked: a cursor per reader, in a file of its owner's alone.
//!
//! It is kept after what was read is out, never before: a crash repeats an alarm, it loses none.

use std::path::Path;

use super::folder::{DraftsError, Folder};

/// The folder with the cursors.
pub struct Looked(Folder);

impl Looked {
    /// Opens the folder, or makes it, closed to others.
    ///
    /// # Errors
    /// When it cannot be made or is not one's own.
    pub fn open(path: &Path) -> Result<Self, DraftsError> {
        Folder::open(path).map(Self)
    }

    /// Where this reader stands; nothing before the first time. What is no cursor is as good as none.
    ///
    /// # Errors
    /// When the file cannot be read or is not one's own.
    pub fn cursor(&self, reader: &str) -> Result<Option<String>, DraftsError> {
        let bytes = self.0.read(reader)?;
        Ok(bytes
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .map(|text| text.trim().to_owned())
            .filter(|text| is_cursor(text)))
    }

    /// Keeps where this reader stands.
    ///
    /// # Errors
    /// When it cannot be written; the reader sees the same again then.
    pub fn keep(&self, reader: &str, cursor: &str) -> Result<(), DraftsError> {
        self.0.write(reader, cursor.as_bytes())
    }
}

fn is_cursor(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=512).contains(&text.len()) && text.bytes().all(plain)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_cursor_is_the_owners_alone_and_nonsense_is_none() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("alarms");
        let looked = Looked::open(&folder).unwrap();
        assert_eq!(looked.cursor("cron").unwrap(), None);
        looked.keep("cron", "YWxhcm0").unwrap();
        assert_eq!(Looked::open(&folder).unwrap().cursor("cron").unwrap().as_deref(), Some("YWxhcm0"));
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join("cron"))), (0o700, 0o600));
        for nonsense in ["", "../x", "a b", "\u{1b}[2J"] {
            std::fs::write(folder.join("cron"), nonsense).unwrap();
            assert_eq!(looked.cursor("cron").unwrap(), None, "{nonsense:?}");
        }
        std::fs::remove_file(folder.join("cron")).unwrap();
        std::os::unix::fs::symlink("/dev/null", folder.join("cron")).unwrap();
        assert!(looked.cursor("cron").is_err(), "a link is not followed");
    }
}
