//! A pseudo-terminal with a model of a screen behind it.

use std::{
    fs::{File, OpenOptions},
    io::{Read, Write},
    num::NonZeroU16,
    os::{fd::OwnedFd, unix::fs::OpenOptionsExt},
    sync::{Arc, Condvar, Mutex},
    thread,
    time::Duration,
};

use portable_pty::{PtyPair, PtySize, native_pty_system};
use rustix::termios::{Termios, tcgetattr};

/// Longer than anything here takes: a test that waits so long has failed.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A pseudo-terminal. What is written to it is kept and shown on a model.
pub struct Pty {
    pub pair: PtyPair,
    typist: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    reader: thread::JoinHandle<()>,
}

struct Seen {
    bytes: Vec<u8>,
    model: vt100::Parser,
    /// Does nobody want to read any more?
    closed: bool,
}

impl Pty {
    pub fn new(width: u16, height: u16) -> Self {
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal; is /dev/ptmx there?");
        let typist = pair.master.take_writer().unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (rows, columns) = (NonZeroU16::new(height).unwrap(), NonZeroU16::new(width).unwrap());
        let seen = Seen { bytes: Vec::new(), model: vt100::Parser::new(rows, columns, 0), closed: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let shared = seen.clone();
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let count = reader.read(&mut buffer).unwrap_or(0);
                let mut seen = shared.0.lock().unwrap();
                seen.bytes.extend_from_slice(&buffer[..count]);
                seen.model.process(&buffer[..count]);
                shared.1.notify_all();
                if count == 0 || seen.closed {
                    return;
                }
            }
        });
        Self { pair, typist, seen, reader }
    }

    /// The end a program has.
    pub fn end(&self) -> OwnedFd {
        let path = self.pair.master.tty_name().unwrap();
        let no_control = rustix::fs::OFlags::NOCTTY.bits() as i32;
        let file: File = OpenOptions::new().read(true).write(true).custom_flags(no_control).open(path).unwrap();
        file.into()
    }

    pub fn settings(&self) -> Termios {
        tcgetattr(self.end()).unwrap()
    }

    pub fn type_in(&mut self, bytes: &[u8]) {
        self.typist.write_all(bytes).unwrap();
        self.typist.flush().unwrap();
    }

    /// Waits until the model and the bytes satisfy a condition; fails with what is shown.
    pub fn wait(&self, what: &str, condition: impl Fn(&vt100::Screen, &[u8]) -> bool) {
        let seen = self.seen.0.lock().unwrap();
        let (seen, waited) =
            self.seen.1.wait_timeout_while(seen, PATIENCE, |seen| !condition(seen.model.screen(), &seen.bytes)).unwrap();
        assert!(!waited.timed_out(), "{what} never happened; the screen:\n{}", seen.model.screen().contents());
    }

    /// Everything written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// Another size, as when a window is dragged.
    pub fn resize(&self, width: u16, height: u16) {
        let (rows, columns) = (NonZeroU16::new(height).unwrap(), NonZeroU16::new(width).unwrap());
        self.seen.0.lock().unwrap().model.set_size(rows, columns);
        self.pair.master.resize(PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Takes the terminal away, as a closed window does.
    pub fn close(self) {
        self.seen.0.lock().unwrap().closed = true;
        // The reader holds a copy of this side: wake it by a byte from the other.
        File::from(self.end()).write_all(b" ").unwrap();
        self.reader.join().unwrap();
    }
}

/// Equal in all that a shell cares about.
pub fn assert_same(now: &Termios, before: &Termios) {
    assert_eq!(now.input_modes, before.input_modes);
    assert_eq!(now.output_modes, before.output_modes);
    assert_eq!(now.control_modes, before.control_modes);
    assert_eq!(now.local_modes, before.local_modes);
}

/// Is the screen as a shell left it?
pub fn is_given_back(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
}
