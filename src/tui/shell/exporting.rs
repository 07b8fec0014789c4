//! Writes what was exported into the user's home, or the folder that is set: readable by the owner alone, and never over a file that is there.

use std::{
    fs::OpenOptions,
    io::{ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// The most names that are tried for a day.
const MOST: usize = 100;

/// Writes this under the name, or one beside it, and what says what it is under the same name with another ending; gives the path.
///
/// # Errors
/// When nothing can be written there, or every name is taken.
pub fn write(folder: &Path, name: &str, content: &[u8], note: Option<&(String, String)>) -> std::io::Result<String> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    for at in 1..=MOST {
        let stem = if at == 1 { stem.to_owned() } else { format!("{stem}-{at}") };
        let path = folder.join(format!("{stem}.{ending}"));
        let beside = note.map(|(ending, text)| (folder.join(format!("{stem}.{ending}")), text));
        let written = write_new(&path, content).and_then(|()| match &beside {
            // What nobody can tell for what it is, is not left there.
            Some((beside, text)) => write_new(beside, text.as_bytes()).inspect_err(|_| drop(std::fs::remove_file(&path))),
            None => Ok(()),
        });
        match written {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            written => return written.map(|()| path.display().to_string()),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn write_new(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    // Half a file looks like a whole one.
    written.inspect_err(|_| drop(std::fs::remove_file(path)))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::write;

    #[test]
    fn a_file_that_is_there_stays_and_only_the_owner_reads_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let first = write(folder.path(), "termijnen-2026-11-23.csv", b"een", None).unwrap();
        let second = write(folder.path(), "termijnen-2026-11-23.csv", b"twee", None).unwrap();
        assert!(second.ends_with("termijnen-2026-11-23-2.csv"), "{second}");
        assert_eq!(
            (std::fs::read_to_string(&first).unwrap(), std::fs::read_to_string(&second).unwrap()),
            ("een".into(), "twee".into())
        );
        assert_eq!(std::fs::metadata(second).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(write(&folder.path().join("weg"), "a.csv", b"", None).is_err());
    }

    #[test]
    fn what_says_what_it_is_lies_beside_it_under_the_same_name() {
        let folder = tempfile::tempdir().unwrap();
        let note = ("lees-mij.txt".to_owned(), "zes regels".to_owned());
        std::fs::write(folder.path().join("a.lees-mij.txt"), "van iemand anders").unwrap();
        let written = write(folder.path(), "a.csv", b"rij", Some(&note)).unwrap();
        assert!(written.ends_with("a-2.csv"), "{written}");
        let beside = folder.path().join("a-2.lees-mij.txt");
        assert_eq!(std::fs::read_to_string(&beside).unwrap(), "zes regels");
        assert_eq!(std::fs::metadata(beside).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(!folder.path().join("a.csv").exists(), "no file without what says what it is");
    }
}
