//! A pseudo-terminal with a model of a screen behind it. Whoever waits for the screen is woken by what is written to it.

use std::{
    collections::BTreeSet,
    fs::{File, OpenOptions},
    io::{Read, Write},
    num::NonZeroU16,
    os::{fd::OwnedFd, unix::fs::OpenOptionsExt},
    sync::{Arc, Condvar, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{PtyPair, PtySize, native_pty_system};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr},
};

/// Longer than anything here takes: a test that waits so long has failed.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Columns and rows.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// The size most tests use.
pub const USUAL: Size = Size { columns: 100, rows: 30 };

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
    pub fn new(size: Size) -> Self {
        let (width, height) = (size.columns, size.rows);
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal; is /dev/ptmx there?");
        let typist = pair.master.take_writer().unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (rows, columns) = (NonZeroU16::new(height).unwrap(), NonZeroU16::new(width).unwrap());
        let seen = Seen { bytes: Vec::new(), model: vt100::Parser::new(rows, columns, 0), closed: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let shared = seen.clone();
        let reader = thread::spawn(move || {
            let mut buffer = [0; 65_536];
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

    /// Waits until whoever has the terminal has read what was typed; where lines are read, the whole ones.
    #[track_caller]
    pub fn wait_until_read(&self) {
        let (end, began) = (self.end(), Instant::now());
        // Asking whether there is something to read first brings in what is still on its way: "nothing" means that it was read.
        let is_unread = || poll(&mut [PollFd::new(&end, PollFlags::IN)], Some(&Timespec::default())).unwrap() > 0;
        while is_unread() {
            assert!(
                began.elapsed() < PATIENCE,
                "nobody reads what was typed; the screen:\n{}",
                self.look(vt100::Screen::contents)
            );
            thread::yield_now();
        }
    }

    /// Waits until the model and the bytes satisfy a condition; fails with what is shown.
    #[track_caller]
    pub fn wait(&self, what: &str, condition: impl Fn(&vt100::Screen, &[u8]) -> bool) {
        let seen = self.seen.0.lock().unwrap();
        let (seen, waited) =
            self.seen.1.wait_timeout_while(seen, PATIENCE, |seen| !condition(seen.model.screen(), &seen.bytes)).unwrap();
        let shown = seen.model.screen().contents();
        drop(seen);
        assert!(!waited.timed_out(), "{what} never happened; the screen:\n{shown}");
    }

    /// Looks at the screen as it is now.
    pub fn look<T>(&self, at: impl FnOnce(&vt100::Screen) -> T) -> T {
        at(self.seen.0.lock().unwrap().model.screen())
    }

    /// How many bytes were written so far.
    pub fn written(&self) -> usize {
        self.seen.0.lock().unwrap().bytes.len()
    }

    /// Everything written so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().bytes.clone()
    }

    /// Everything that was written, when whoever wrote has ended: waits until it is read.
    pub fn all_bytes(&self) -> Vec<u8> {
        // A string that terminals ignore, and that nobody else writes.
        const LAST: &[u8] = b"\x1b_the last word of a test\x1b\\";
        File::from(self.end()).write_all(LAST).unwrap();
        self.wait("the last word", |_, bytes| bytes.ends_with(LAST));
        let mut bytes = self.bytes();
        bytes.truncate(bytes.len() - LAST.len());
        bytes
    }

    /// Another size, as when a window is dragged.
    pub fn resize(&self, size: Size) {
        let (rows, columns) = (NonZeroU16::new(size.rows).unwrap(), NonZeroU16::new(size.columns).unwrap());
        self.seen.0.lock().unwrap().model.set_size(rows, columns);
        self.pair.master.resize(PtySize { rows: size.rows, cols: size.columns, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// Takes the terminal away, as a closed window does.
    pub fn close(self) {
        self.seen.0.lock().unwrap().closed = true;
        // `portable_pty` types a line end and an end of file when its writer goes, unless there is no such character.
        let mut settings = self.settings();
        settings.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(self.end(), OptionalActions::Now, &settings).unwrap();
        // The reader holds a copy of this side: wake it by a byte from the other.
        File::from(self.end()).write_all(b" ").unwrap();
        self.reader.join().unwrap();
    }
}

/// Equal in all that a shell cares about.
#[track_caller]
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

/// What these bytes leave otherwise than a terminal has it when it is new: modes, scroll region, look, shape of the cursor,
/// title. Reads the bytes for itself: the model knows only some of these.
pub fn left_behind(bytes: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut left = BTreeSet::new();
    // The title, when it is not the one there was, and those that were put away.
    let (mut title, mut titles) = (None, vec![]);
    let mut rest = &*text;
    while let Some(at) = rest.find('\u{1b}') {
        rest = &rest[at + 1..];
        if let Some(set) = rest.strip_prefix("]0;").or_else(|| rest.strip_prefix("]2;")) {
            title = Some(format!("title {:?}", set.split(['\u{7}', '\u{1b}']).next().unwrap_or_default()));
        }
        let Some(sequence) = rest.strip_prefix('[') else { continue };
        let Some(end) = sequence.find(|c: char| ('@'..='~').contains(&c)) else { continue };
        let (parameters, kind) = (&sequence[..end], &sequence[end..=end]);
        let mut set = |what: String, on: bool| if on { left.insert(what) } else { left.remove(&what) };
        match (parameters.strip_prefix('?'), kind) {
            // Shown is how the cursor is.
            (Some(modes), "h" | "l") => modes.split(';').for_each(|mode| {
                set(format!("mode {mode}"), (kind == "h") != (mode == "25"));
            }),
            (None, "r") => drop(set("a scroll region".into(), !parameters.is_empty())),
            (None, "m") => drop(set("a look".into(), !matches!(parameters, "" | "0"))),
            (None, "t") if parameters.starts_with("22") => titles.push(title.clone()),
            (None, "t") if parameters.starts_with("23") => title = titles.pop().unwrap_or(title),
            (None, "q") if parameters.ends_with(' ') => drop(set("a cursor".into(), parameters.trim() != "0")),
            _ => {}
        }
    }
    left.extend(title);
    left
}

#[test]
fn the_judge_of_what_is_left_finds_each_kind() {
    for (bytes, expected) in [
        ("\x1b[?1049h\x1b[?25l\x1b[1;31m\x1b[m\x1b[?25h\x1b[?1049l", vec![]),
        ("\x1b[?1000;1006h", vec!["mode 1000", "mode 1006"]),
        ("\x1b[?25l", vec!["mode 25"]),
        ("\x1b[2;9r\x1b[6 q\x1b[1m", vec!["a cursor", "a look", "a scroll region"]),
        ("\x1b[2;9r\x1b[6 q\x1b[1m\x1b[r\x1b[0 q\x1b[0m", vec![]),
        ("\x1b]2;S-412\x07", vec!["title \"S-412\""]),
        ("\x1b[22;2t\x1b]2;loket\x07\x1b[23;2t", vec![]),
        ("\x1b[22;2t\x1b]2;loket\x07", vec!["title \"loket\""]),
    ] {
        assert_eq!(left_behind(bytes.as_bytes()).into_iter().collect::<Vec<_>>(), expected, "{bytes:?}");
    }
}
