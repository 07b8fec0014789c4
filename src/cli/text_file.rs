//! Reads a file that a user wrote: configuration, theme, keymap, templates. Nothing else is waited for: opening a pipe would
//! hold loket up until somebody writes into it.

use std::{
    fs::OpenOptions,
    io::{Error, ErrorKind, Read},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use rustix::fs::OFlags;

/// Bytes of a file, at most: what people write by hand is far below it.
const MOST: u64 = 1 << 20;

/// The text of a regular file.
///
/// # Errors
/// As [`std::fs::read_to_string`]; and for what is no regular file or larger than a mebibyte.
pub(super) fn read(path: &Path) -> Result<String, Error> {
    let file = OpenOptions::new().read(true).custom_flags(OFlags::NONBLOCK.bits() as i32).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(Error::new(ErrorKind::InvalidInput, "not a regular file"));
    }
    let mut text = String::new();
    file.take(MOST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MOST {
        return Err(Error::new(ErrorKind::FileTooLarge, "larger than 1 MiB"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_a_folder_and_what_is_too_large_are_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let (pipe, large) = (folder.path().join("pipe"), folder.path().join("large"));
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU, 0).unwrap();
        std::fs::write(&large, "#".repeat(MOST as usize + 1)).unwrap();
        for (path, kind) in [
            (pipe.as_path(), ErrorKind::InvalidInput),
            (folder.path(), ErrorKind::InvalidInput),
            (&large, ErrorKind::FileTooLarge),
        ] {
            assert_eq!(read(path).unwrap_err().kind(), kind, "{}", path.display());
        }
        let plain = folder.path().join("plain");
        std::fs::write(&plain, "theme = 1\n").unwrap();
        assert_eq!(read(&plain).unwrap(), "theme = 1\n");
    }
}
