//! Text to the clipboard of the terminal, by OSC 52, over any number of SSH hops. Write only: nothing is ever read back.

use base64::{Engine, engine::general_purpose::STANDARD};
use thiserror::Error;

/// The longest text, in bytes: terminals take 100,000 bytes for the whole request.
pub const MOST: usize = 74_994;

/// Why a text does not go to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    /// There is nothing to copy.
    #[error("there is nothing to copy")]
    Empty,
    /// Longer than [`MOST`].
    #[error("{0} bytes are too many for the clipboard of a terminal")]
    TooLong(usize),
    /// It holds a control character, which would act when it is pasted.
    #[error("control character U+{:04X} is not copied", *.0 as u32)]
    Control(char),
}

/// The bytes that put a text on the clipboard. Inside tmux the request goes to tmux itself (`set-clipboard on`) and past it
/// (`allow-passthrough on`), since which one is set cannot be known.
pub fn copy(text: &str, in_tmux: bool) -> Result<Vec<u8>, Refused> {
    if text.is_empty() {
        return Err(Refused::Empty);
    }
    if text.len() > MOST {
        return Err(Refused::TooLong(text.len()));
    }
    if let Some(c) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
        return Err(Refused::Control(c));
    }
    let request = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    let mut bytes = request.clone().into_bytes();
    if in_tmux {
        bytes.extend_from_slice(b"\x1bPtmux;");
        bytes.extend_from_slice(request.replace('\x1b', "\x1b\x1b").as_bytes());
        bytes.extend_from_slice(b"\x1b\\");
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_as_base64() {
        assert_eq!(copy("088 900 1234", false).unwrap(), b"\x1b]52;c;MDg4IDkwMCAxMjM0\x07");
        let wrapped = copy("é", true).unwrap();
        assert_eq!(wrapped, b"\x1b]52;c;w6k=\x07\x1bPtmux;\x1b\x1b]52;c;w6k=\x07\x1b\\");
        assert!(wrapped.is_ascii());
    }

    #[test]
    fn nothing_that_acts_and_nothing_too_long_goes() {
        assert_eq!(copy("", false), Err(Refused::Empty));
        assert_eq!(copy("rm -rf\r", false), Err(Refused::Control('\r')));
        assert_eq!(copy("a\x1bb", false), Err(Refused::Control('\x1b')));
        assert_eq!(copy("a\u{9b}b", true), Err(Refused::Control('\u{9b}')));
        assert!(copy("two\nlines\twith a tab", false).is_ok());
        assert!(copy(&"x".repeat(MOST), false).unwrap().len() <= 100_000);
        assert_eq!(copy(&"x".repeat(MOST + 1), false), Err(Refused::TooLong(MOST + 1)));
    }
}
