//! Asks the terminal what it can do, for `loket doctor` only: an answer comes in through the keyboard, so the interface itself
//! never asks. Also reads keys one by one, with the bytes they came as.
//!
//! The terminal is raw meanwhile and as before afterwards; there is no other screen.

use std::{
    fs::File,
    io::{self, Write},
    os::fd::{AsFd, OwnedFd},
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::{Errno, read},
    termios::{OptionalActions, OutputModes, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr},
};

use super::decode::{Decoder, Event};

/// How long an answer may take; the slowest line has half a second each way.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What the terminal answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Did it answer the last question? Then silence on an earlier one is an answer too.
    pub answered: bool,
    /// Does it know synchronised output (mode 2026)?
    pub synchronised: bool,
    /// The columns each sample took, as far as it told.
    pub columns: Vec<u16>,
}

/// Asks for the columns that samples take, and for synchronised output.
///
/// # Errors
/// When standard input or output is no terminal.
pub fn ask(samples: &[&str]) -> io::Result<Answers> {
    let raw = Raw::enter()?;
    let mut question = Vec::new();
    for sample in samples {
        question.extend_from_slice(format!("\r{sample}\x1b[6n").as_bytes());
    }
    // Every terminal answers the last one: nothing more comes after it.
    question.extend_from_slice(b"\r\x1b[2K\x1b[?2026$p\x1b[c");
    raw.write(&question)?;
    let (mut bytes, until) = (Vec::new(), Instant::now() + PATIENCE);
    while !answers(&bytes).answered {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() || !raw.read(Some(left), &mut bytes)? {
            break;
        }
    }
    Ok(answers(&bytes))
}

/// Reads what the terminal sent; anything else in between, such as a key, is passed over.
fn answers(bytes: &[u8]) -> Answers {
    let mut all = Answers::default();
    let mut rest = bytes;
    while let Some(start) = rest.windows(2).position(|two| two == b"\x1b[") {
        rest = &rest[start + 2..];
        let Some(end) = rest.iter().position(|byte| (0x40..=0x7e).contains(byte)) else { break };
        let parameters = String::from_utf8_lossy(&rest[..end]).into_owned();
        match (rest[end], parameters.split_once(';')) {
            (b'R', Some((_, column))) => all.columns.extend(column.parse::<u16>().ok().map(|column| column.saturating_sub(1))),
            (b'y', Some(("?2026", state))) => all.synchronised = !state.starts_with(['0', '4']),
            (b'c', _) if parameters.starts_with('?') => all.answered = true,
            _ => {}
        }
        rest = &rest[end + 1..];
    }
    all
}

/// Reads keys until the listener has heard enough: it gets the bytes as they came and what they mean, and says whether to go on.
///
/// # Errors
/// When standard input or output is no terminal.
pub fn listen(mut heard: impl FnMut(&[u8], &[Event]) -> bool) -> io::Result<()> {
    let raw = Raw::enter()?;
    let mut decoder = Decoder::default();
    let (mut bytes, mut events) = (Vec::new(), Vec::new());
    loop {
        let before = bytes.len();
        if !raw.read(decoder.patience(), &mut bytes)? {
            return Ok(());
        }
        if bytes.len() == before {
            decoder.give_up(&mut events);
        } else {
            decoder.feed(&bytes[before..], &mut events);
        }
        if decoder.patience().is_some() {
            continue;
        }
        if !bytes.is_empty() && !heard(&bytes, &events) {
            return Ok(());
        }
        bytes.clear();
        events.clear();
    }
}

/// The terminal, raw but for line ends, so that what is printed looks as always.
struct Raw {
    input: OwnedFd,
    output: File,
    before: Termios,
}

impl Raw {
    fn enter() -> io::Result<Self> {
        let input = io::stdin().as_fd().try_clone_to_owned()?;
        let output = io::stdout().as_fd().try_clone_to_owned()?.into();
        let before = tcgetattr(&input)?;
        let mut raw = before.clone();
        raw.make_raw();
        raw.output_modes |= before.output_modes & (OutputModes::OPOST | OutputModes::ONLCR);
        tcsetattr(&input, OptionalActions::Flush, &raw)?;
        Ok(Self { input, output, before })
    }

    fn write(&self, bytes: &[u8]) -> io::Result<()> {
        (&self.output).write_all(bytes)
    }

    /// Waits for bytes; false when the terminal is gone. Nothing new when the time is over.
    fn read(&self, patience: Option<Duration>, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
        match poll(&mut [PollFd::new(&self.input, PollFlags::IN)], timeout.as_ref()) {
            Ok(0) | Err(Errno::INTR) => return Ok(true),
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        let mut buffer = [0; 4096];
        match read(&self.input, &mut buffer) {
            Ok(0) => Ok(false),
            Ok(count) => {
                bytes.extend_from_slice(&buffer[..count]);
                Ok(true)
            }
            Err(Errno::INTR | Errno::AGAIN) => Ok(true),
            Err(error) => Err(error.into()),
        }
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // An answer that comes late must not reach the shell as a command.
        let _ = tcflush(&self.input, QueueSelector::IFlush);
        let _ = tcsetattr(&self.input, OptionalActions::Now, &self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_picked_out_of_what_comes() {
        let all = answers(b"x\x1b[12;2R\x1b[A\x1b[12;3R\x1b[?2026;2$y\x1b[?64;1;2c");
        assert_eq!(all, Answers { answered: true, synchronised: true, columns: vec![1, 2] });
        assert_eq!(answers(b"\x1b[?2026;0$y\x1b[?1;2c"), Answers { answered: true, ..Answers::default() });
        assert_eq!(answers(b"\x1b[?1;2"), Answers::default());
        assert_eq!(answers(b"\x1b[9;99999999R\x1b["), Answers::default());
    }
}
