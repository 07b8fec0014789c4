//! The thread that reads the terminal: bytes to [`Input`]s. It also notices that the terminal is gone.

use std::{
    fmt, io,
    os::fd::{AsFd, OwnedFd},
    sync::Arc,
    thread,
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::{Errno, read},
};

use super::{
    decode::{Decoder, Event},
    fault,
    gate::Gate,
};
use crate::tui::app::{key::Key, pointing::Gesture};

/// How long the program has to end by itself once its terminal is gone.
const GONE: Duration = Duration::from_millis(1500);

/// What comes from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Keys that came in the same moment: nobody looked at the screen between them.
    Keys(Vec<Key>),
    /// Text was pasted, `\n` between lines.
    Paste(String),
    /// The mouse was used, at this column and row.
    Mouse(Gesture, u16, u16),
    /// The window got the keyboard, or lost it.
    Focus(bool),
    /// Columns and rows changed.
    Resize(u16, u16),
    /// The terminal was given to somebody else and is back: draw everything.
    Repaint,
    /// The program has to end.
    End(Reason),
}

/// Why the program has to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// `SIGTERM`.
    Terminated,
    /// `SIGHUP`.
    HungUp,
    /// `SIGINT`.
    Interrupted,
    /// `SIGQUIT`.
    Quit,
    /// The terminal is gone.
    Gone,
    /// A thread panicked; the terminal is given back already.
    Panicked,
}

impl Reason {
    /// The exit code: 128 and the number of the signal, as a shell would tell it; 101 after a panic.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::HungUp | Self::Gone => 129,
            Self::Interrupted => 130,
            Self::Quit => 131,
            Self::Terminated => 143,
            Self::Panicked => 101,
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Terminated => "SIGTERM",
            Self::HungUp => "SIGHUP",
            Self::Interrupted => "SIGINT",
            Self::Quit => "SIGQUIT",
            Self::Gone => "the terminal is gone",
            Self::Panicked => "panic",
        })
    }
}

/// Where inputs go. It says false when nobody listens any more.
pub type Outlet = Arc<dyn Fn(Input) -> bool + Send + Sync>;

/// Starts the thread. When the terminal is gone it tells so, waits a moment, and if the program still lives ends it with
/// `last_resort`: an orphan must not stay, whatever the other threads are stuck in. Nothing is read while the gate is closed.
pub fn start(terminal: OwnedFd, gate: Gate, outlet: Outlet, last_resort: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name("input".into()).spawn(move || {
        if work(&terminal, &gate, &*outlet) == Ended::Gone && outlet(Input::End(Reason::Gone)) {
            thread::sleep(GONE);
            last_resort();
        }
    })?;
    Ok(())
}

/// Why the thread ended.
#[derive(Debug, PartialEq, Eq)]
enum Ended {
    Gone,
    NobodyListens,
}

fn work(terminal: &impl AsFd, gate: &Gate, outlet: &dyn Fn(Input) -> bool) -> Ended {
    let mut decoder = Decoder::default();
    let mut events = Vec::new();
    let mut buffer = [0; 8192];
    loop {
        match wait(terminal, gate, decoder.patience()) {
            Waited::Gone => return Ended::Gone,
            Waited::Gate => {
                if !gate.pass(terminal) {
                    return Ended::Gone;
                }
                // What was unfinished belongs to before.
                decoder = Decoder::default();
                continue;
            }
            Waited::Again => continue,
            Waited::Nothing => decoder.give_up(&mut events),
            Waited::Bytes => match read(terminal, &mut buffer) {
                Ok(0) => return Ended::Gone,
                Ok(count) => decoder.feed(&buffer[..count], &mut events),
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => return Ended::Gone,
            },
        }
        fault::point();
        let inputs = events.chunk_by(|one, next| matches!((one, next), (Event::Key(_), Event::Key(_)))).map(input);
        if !inputs.into_iter().all(outlet) {
            return Ended::NobodyListens;
        }
        events.clear();
    }
}

/// One event, or several keys.
fn input(events: &[Event]) -> Input {
    match events {
        [Event::Key(key)] => Input::Key(*key),
        [Event::Paste(text)] => Input::Paste(text.clone()),
        [Event::Mouse(gesture, column, row)] => Input::Mouse(*gesture, *column, *row),
        [Event::Focus(here)] => Input::Focus(*here),
        keys => {
            Input::Keys(keys.iter().filter_map(|event| if let Event::Key(key) = event { Some(*key) } else { None }).collect())
        }
    }
}

enum Waited {
    Bytes,
    Nothing,
    Again,
    Gate,
    Gone,
}

/// Blocks until there is something to read, or for so long.
fn wait(terminal: &impl AsFd, gate: &Gate, patience: Option<Duration>) -> Waited {
    let timeout = patience.and_then(|patience| Timespec::try_from(patience).ok());
    let wakes = gate.wakes();
    let mut ends = [PollFd::new(terminal, PollFlags::IN), PollFd::new(&wakes, PollFlags::IN)];
    match poll(&mut ends, timeout.as_ref()) {
        Ok(0) => Waited::Nothing,
        Ok(_) if !ends[1].revents().is_empty() => Waited::Gate,
        Ok(_) if ends[0].revents().contains(PollFlags::IN) => Waited::Bytes,
        Ok(_) => Waited::Gone,
        Err(Errno::INTR | Errno::AGAIN) => Waited::Again,
        Err(_) => Waited::Gone,
    }
}
