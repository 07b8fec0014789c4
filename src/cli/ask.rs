//! Asks for a line. What is secret is typed without being shown: where standard input is a terminal it is read key by key, and the terminal is as
//! it was before whatever happens; from a pipe it is a line like any other.

use std::io::{Read, Write};

use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

use crate::api::problem::exit;

use super::call::{Call, Stop};

/// The longest line that is taken, in bytes.
const LONGEST: usize = 1024;

/// A line that may be seen while it is typed.
pub(super) fn line(call: &mut Call, key: &str) -> Result<String, Stop> {
    prompt(call, key);
    let mut bytes = vec![];
    loop {
        match next(call)? {
            None if bytes.is_empty() => return Err(stopped()),
            None | Some(b'\n') => return text(bytes),
            Some(byte) if bytes.len() < LONGEST => bytes.push(byte),
            Some(_) => {}
        }
    }
}

/// A line that nobody sees.
pub(super) fn secret(call: &mut Call, key: &str) -> Result<String, Stop> {
    if !call.edge.stdin_is_terminal {
        return line(call, key);
    }
    // Silent before it is asked: who types at once is not seen either.
    let silent = Silent::begin()?;
    prompt(call, key);
    let typed = typed(call);
    drop(silent);
    let _ = writeln!(call.edge.stderr);
    typed
}

fn typed(call: &mut Call) -> Result<String, Stop> {
    let mut bytes: Vec<u8> = vec![];
    loop {
        match next(call)? {
            Some(b'\r' | b'\n') => return text(bytes),
            // Backspace takes a whole character away.
            Some(0x08 | 0x7f) => while bytes.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {},
            Some(0x15) => bytes.clear(),
            None | Some(0x03 | 0x04 | 0x1b) => return Err(stopped()),
            Some(byte) if bytes.len() < LONGEST => bytes.push(byte),
            Some(_) => {}
        }
    }
}

fn prompt(call: &mut Call, key: &str) {
    let _ = write!(call.edge.stderr, "{} ", call.texts.get(key));
    let _ = call.edge.stderr.flush();
}

fn next(call: &mut Call) -> Result<Option<u8>, Stop> {
    let mut byte = [0];
    loop {
        match call.edge.stdin.read(&mut byte) {
            Ok(0) => return Ok(None),
            Ok(_) => return Ok(Some(byte[0])),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(&error)),
        }
    }
}

fn text(bytes: Vec<u8>) -> Result<String, Stop> {
    let text = String::from_utf8(bytes).map_err(|_| Stop::Said("cli-ask-no-text", vec![], exit::INPUT))?;
    Ok(text.trim_end_matches('\r').to_owned())
}

fn stopped() -> Stop {
    Stop::Said("cli-login-stopped", vec![], exit::INTERRUPTED)
}

fn failed(error: &std::io::Error) -> Stop {
    Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::CONFIGURATION)
}

/// While it lives the terminal shows nothing of what is typed, and Ctrl+C is a key: a signal would leave it silent.
struct Silent(Termios);

impl Silent {
    fn begin() -> Result<Self, Stop> {
        let input = std::io::stdin();
        let before = tcgetattr(&input).map_err(|error| failed(&error.into()))?;
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG);
        silent.special_codes[SpecialCodeIndex::VMIN] = 1;
        silent.special_codes[SpecialCodeIndex::VTIME] = 0;
        // What was typed ahead was shown: it is not taken for the secret.
        tcsetattr(&input, OptionalActions::Flush, &silent).map_err(|error| failed(&error.into()))?;
        Ok(Self(before))
    }
}

impl Drop for Silent {
    fn drop(&mut self) {
        let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &self.0);
    }
}
