//! Writes what was exported into the user's home, or the folder that is set: readable by the owner alone, and never over a file that is there.

use std::{
    fs::OpenOptions,
    io::{ErrorKind, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// The most names that are tried for a day.
const MOST: usize = 100;

/// Writes this under the name, or one beside it; gives the path.
///
/// # Errors
/// When nothing can be written there, or every name is taken.
pub fn write(folder: &Path, name: &str, content: &[u8]) -> std::io::Result<String> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    for at in 1..=MOST {
        let name = if at == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{at}.{ending}") };
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Ok(mut file) => {
                let written = file.write_all(content).and_then(|()| file.sync_all());
                if written.is_err() {
                    // Half a file looks like a whole one.
                    drop(std::fs::remove_file(&path));
                }
                return written.map(|()| path.display().to_string());
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::write;

    #[test]
    fn a_file_that_is_there_stays_and_only_the_owner_reads_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let first = write(folder.path(), "termijnen-2026-11-23.csv", b"een").unwrap();
        let second = write(folder.path(), "termijnen-2026-11-23.csv", b"twee").unwrap();
        assert!(second.ends_with("termijnen-2026-11-23-2.csv"), "{second}");
        assert_eq!(
            (std::fs::read_to_string(&first).unwrap(), std::fs::read_to_string(&second).unwrap()),
            ("een".into(), "twee".into())
        );
        assert_eq!(std::fs::metadata(second).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(write(&folder.path().join("weg"), "a.csv", b"").is_err());
    }
}
