//! The terminal while loket has it: taken on [`Terminal::enter`], given back on every way out.
//!
//! Given back on drop, before a stop (`TSTP`), and on a panic in any thread; each time once. Whoever writes goes through
//! [`Hold::write`], which writes nothing once the terminal is given back.

use std::{
    fs::File,
    io::{self, IsTerminal, Write},
    os::fd::{AsFd, OwnedFd},
    sync::{
        Arc, Mutex, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr},
};
use thiserror::Error;

use super::{color::Abilities, mouse};

/// How long a terminal that takes no bytes may hold up the way out.
const STALLED: Duration = Duration::from_millis(200);
/// How often a writer in another thread is waited for, ten milliseconds each, before the way out goes on without it.
const TURNS: u32 = 10;
/// End of a string that was cut off; the whole screen as region; the own look; no frame, paste or mouse mode left on.
const RESET: &[u8] = b"\x1b\\\x1b[r\x1b[m\x1b[?2026l\x1b[?2004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1006l";
/// The old title of the window is put aside, and the name of the program put there: nothing of a case.
const TITLE: &[u8] = b"\x1b[22;2t\x1b]2;loket\x07";
/// The old title is taken back.
const OLD_TITLE: &[u8] = b"\x1b[23;2t";
/// Used when the terminal does not tell its size.
const USUAL_SIZE: (u16, u16) = (80, 24);

/// Why there can be no interface here. The command line puts it into words.
#[derive(Debug, Error)]
pub enum NoTerminal {
    /// Standard input is a file or a pipe.
    #[error("standard input is not a terminal")]
    Input,
    /// Standard output is a file or a pipe.
    #[error("standard output is not a terminal")]
    Output,
    /// `TERM` is not set.
    #[error("TERM is not set")]
    Unset,
    /// `TERM=dumb`: nothing can be placed on it.
    #[error("the terminal cannot place text (TERM=dumb)")]
    Dumb,
    /// The terminal refuses.
    #[error("the terminal refuses: {0}")]
    Refuses(#[from] io::Error),
}

/// The terminal, taken. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    hold: Hold,
}

/// A share in the taken terminal, for threads that write to it or give it back.
#[derive(Debug, Clone)]
pub struct Hold(Arc<Held>);

#[derive(Debug)]
struct Held {
    input: OwnedFd,
    output: File,
    /// How it was before.
    before: Termios,
    abilities: Abilities,
    /// Is it taken now?
    taken: AtomicBool,
    /// Has another program of ours got it, and gives it back to us?
    lent: AtomicBool,
    /// Is the mouse listened to while it is taken?
    mouse: AtomicBool,
    /// One writer at a time.
    writing: Mutex<()>,
}

/// Can the interface run here? Costs nothing and changes nothing.
pub fn check(variable: impl Fn(&str) -> Option<String>) -> Result<(), NoTerminal> {
    if !io::stdin().is_terminal() {
        return Err(NoTerminal::Input);
    }
    if !io::stdout().is_terminal() {
        return Err(NoTerminal::Output);
    }
    match variable("TERM").as_deref() {
        None | Some("") => Err(NoTerminal::Unset),
        Some("dumb") => Err(NoTerminal::Dumb),
        Some(_) => Ok(()),
    }
}

impl Terminal {
    /// Takes the terminal of standard input and output.
    pub fn enter(variable: impl Fn(&str) -> Option<String>) -> Result<Self, NoTerminal> {
        check(&variable)?;
        let input = io::stdin().as_fd().try_clone_to_owned()?;
        let output = io::stdout().as_fd().try_clone_to_owned()?;
        Ok(Self::take(input, output, Abilities::from_variables(variable))?)
    }

    /// Takes a terminal by its two ends.
    pub fn take(input: OwnedFd, output: OwnedFd, abilities: Abilities) -> io::Result<Self> {
        let held = Held {
            before: tcgetattr(&input)?,
            input,
            output: output.into(),
            abilities,
            taken: AtomicBool::new(false),
            lent: AtomicBool::new(false),
            mouse: AtomicBool::new(false),
            writing: Mutex::new(()),
        };
        let hold = Hold(Arc::new(held));
        hold.take_again()?;
        Ok(Self { hold })
    }

    /// A share of it.
    pub fn hold(&self) -> Hold {
        self.hold.clone()
    }

    /// What it can do.
    pub fn abilities(&self) -> Abilities {
        self.hold.0.abilities
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        self.hold.size()
    }

    /// Writes a frame. A terminal that went away is told by the input, not here.
    pub fn write(&self, bytes: &[u8]) {
        if let Err(error) = self.hold.write(bytes) {
            tracing::debug!(%error, "a frame was not written");
        }
    }

    /// What its keys come from.
    pub fn input(&self) -> io::Result<OwnedFd> {
        self.hold.0.input.try_clone()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.hold.give_back();
    }
}

impl Hold {
    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        match tcgetwinsize(&self.0.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
            _ => USUAL_SIZE,
        }
    }

    /// Writes everything, in one call if the terminal takes it; nothing when it is given back.
    pub fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let _turn = self.0.writing.lock();
        if !self.0.taken.load(Ordering::Acquire) {
            return Ok(());
        }
        self.write_all(bytes)
    }

    /// Takes it (again): raw, the other screen, pastes marked, cursor hidden. The next frame has to draw everything.
    pub fn take_again(&self) -> io::Result<()> {
        let held = &*self.0;
        let _turn = held.writing.lock();
        let mut raw = held.before.clone();
        raw.make_raw();
        tcsetattr(&held.input, OptionalActions::Now, &raw)?;
        held.taken.store(true, Ordering::Release);
        let shape: &[u8] = if held.abilities.cursor_shape { b"\x1b[6 q" } else { b"" };
        let title = if held.abilities.title { TITLE } else { b"" };
        let mouse = if held.mouse.load(Ordering::Acquire) { mouse::ON } else { b"" };
        self.write_all(&[b"\x1b[?1049h\x1b[?2004h\x1b[?25l", shape, title, mouse].concat())
    }

    /// Listens to the mouse, or no more; also when it is taken again.
    pub fn listen_to_mouse(&self, on: bool) -> io::Result<()> {
        self.0.mouse.store(on, Ordering::Release);
        self.write(if on { mouse::ON } else { mouse::OFF })
    }

    /// Lends it to a program that ends soon: it is as it was before, until
    /// [`Hold::take_from_borrower`].
    pub fn lend(&self) {
        self.0.lent.store(true, Ordering::Release);
        self.give_back();
    }

    /// The program that had it has ended.
    pub fn take_from_borrower(&self) -> io::Result<()> {
        self.0.lent.store(false, Ordering::Release);
        self.take_again()
    }

    /// Has another program of ours got it?
    pub fn is_lent(&self) -> bool {
        self.0.lent.load(Ordering::Acquire)
    }

    /// Gives it back as it was. Does nothing the second time; never waits long.
    pub fn give_back(&self) {
        let held = &*self.0;
        if !held.taken.swap(false, Ordering::AcqRel) {
            return;
        }
        let mut turn = None;
        for _ in 0..TURNS {
            match held.writing.try_lock() {
                Ok(free) => turn = Some(free),
                Err(TryLockError::Poisoned(free)) => turn = Some(free.into_inner()),
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(10)),
            }
            if turn.is_some() {
                break;
            }
        }
        if self.is_writable() {
            let shape: &[u8] = if held.abilities.cursor_shape { b"\x1b[0 q" } else { b"" };
            let title = if held.abilities.title { OLD_TITLE } else { b"" };
            let _ = self.write_all(&[RESET, shape, title, b"\x1b[?25h\x1b[?1049l"].concat());
        }
        // What is left of a paste must not reach the shell as a command.
        let _ = tcflush(&held.input, QueueSelector::IFlush);
        let _ = tcsetattr(&held.input, OptionalActions::Now, &held.before);
        drop(turn);
    }

    fn is_writable(&self) -> bool {
        let timeout = Timespec::try_from(STALLED).ok();
        let mut ends = [PollFd::new(&self.0.output, PollFlags::OUT)];
        matches!(poll(&mut ends, timeout.as_ref()), Ok(1..)) && ends[0].revents().contains(PollFlags::OUT)
    }

    /// Also through a terminal that somebody set to not wait.
    fn write_all(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match (&self.0.output).write(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => bytes = &bytes[written..],
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    poll(&mut [PollFd::new(&self.0.output, PollFlags::OUT)], None)?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
