//! A gate before the reading of the terminal: closed while another program has it, so that no key of that program is taken.

use std::{
    io::{self, PipeReader, PipeWriter, Read, Write, pipe},
    os::fd::{AsFd, BorrowedFd},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

use rustix::event::{PollFd, PollFlags, poll};

/// How long closing waits for the reader; it answers at once unless it is gone.
const PATIENCE: Duration = Duration::from_secs(1);

/// See the module. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Gate(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    state: Mutex<State>,
    changed: Condvar,
    wakes: PipeReader,
    wake: PipeWriter,
}

#[derive(Debug, Default)]
struct State {
    closed: bool,
    /// Has the reader stopped?
    stopped: bool,
}

impl Gate {
    /// An open gate.
    ///
    /// # Errors
    /// When the system gives no pipe.
    pub fn new() -> io::Result<Self> {
        let (wakes, wake) = pipe()?;
        Ok(Self(Arc::new(Inner { state: Mutex::default(), changed: Condvar::new(), wakes, wake })))
    }

    /// Closes it, and waits until the reader has stopped.
    pub fn close(&self) {
        let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.closed = true;
        let _ = (&self.0.wake).write_all(b"c");
        let _ = self.0.changed.wait_timeout_while(state, PATIENCE, |state| !state.stopped);
    }

    /// Opens it.
    pub fn open(&self) {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner).closed = false;
        let _ = (&self.0.wake).write_all(b"o");
    }

    /// What becomes readable when the gate is opened or closed.
    pub(super) fn wakes(&self) -> BorrowedFd<'_> {
        self.0.wakes.as_fd()
    }

    /// For the reader: takes in a wake, and stays here as long as the gate is closed. Says whether the terminal is still there.
    pub(super) fn pass(&self, terminal: &impl AsFd) -> bool {
        loop {
            let _ = (&self.0.wakes).read(&mut [0]);
            {
                let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
                state.stopped = state.closed;
                self.0.changed.notify_all();
                if !state.closed {
                    return true;
                }
            }
            // Nothing is read meanwhile, but a terminal that goes away is noticed.
            let mut ends = [PollFd::new(terminal, PollFlags::empty()), PollFd::new(&self.0.wakes, PollFlags::IN)];
            while let Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) = poll(&mut ends, None) {}
            if !ends[0].revents().is_empty() {
                return false;
            }
        }
    }
}
