//! One program in a pseudo terminal of 100 by 30. Bytes get their time in the thread that reads them, so nothing that is
//! computed here slows down what is measured.

use std::{
    io::{Read, Write},
    ops::Range,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, channel},
    },
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Columns and rows.
pub const SIZE: (u16, u16) = (100, 30);

/// Silence that ends the answer to a key.
const SETTLED: Duration = Duration::from_millis(30);
/// Nothing for so long: the key has no answer.
const SILENT: Duration = Duration::from_millis(300);
/// Between two keys, so that they are no burst.
const GAP: Duration = Duration::from_millis(10);

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    Down,
    Up,
    Left,
    PageDown,
    PageUp,
    /// As it is.
    Text(&'static str),
}

/// The answer to a key.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// From the write to the first byte; nothing: no answer.
    pub first: Option<Duration>,
    /// From the write to the last byte; nothing: no answer.
    pub last: Option<Duration>,
    pub bytes: usize,
}

type Writer = Arc<Mutex<Box<dyn Write + Send>>>;

/// See the module. The program is killed when this is dropped.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    writer: Writer,
    heard: Receiver<(Instant, Vec<u8>)>,
    application_keys: Arc<AtomicBool>,
    screen: vt100::Parser,
    started: Instant,
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    pub fn start(command: &[String], environment: &[(String, String)]) -> Self {
        let size = PtySize { rows: SIZE.1, cols: SIZE.0, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pseudo terminal");
        let mut builder = CommandBuilder::new(&command[0]);
        builder.args(&command[1..]);
        for (name, value) in environment {
            builder.env(name, value);
        }
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let writer: Writer = Arc::new(Mutex::new(pty.master.take_writer().expect("a writer")));
        let application_keys = Arc::new(AtomicBool::new(false));
        let (said, heard) = channel();
        let (answers, keys) = (Arc::clone(&writer), Arc::clone(&application_keys));
        std::thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let at = Instant::now();
                let chunk = bytes[..count].to_vec();
                if said.send((at, chunk.clone())).is_err() {
                    break;
                }
                play_terminal(&chunk, &answers, &keys);
            }
        });
        let started = Instant::now();
        let child = pty.slave.spawn_command(builder).unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let screen = vt100::Parser::new(SIZE.1.try_into().expect("rows"), SIZE.0.try_into().expect("columns"), 0);
        Self { child, writer, heard, application_keys, screen, started, _master: pty.master }
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// From the start to the first visible character, and to the first screen that is ready.
    pub fn begin(&mut self, ready: impl Fn(&str) -> bool) -> (Duration, Duration) {
        let mut first = None;
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok((at, bytes)) = self.heard.recv_timeout(left) else {
                panic!("never ready:\n{}", self.screen.screen().contents());
            };
            self.screen.process(&bytes);
            let contents = self.screen.screen().contents();
            if !contents.trim().is_empty() {
                first.get_or_insert(at - self.started);
            }
            if ready(&contents) {
                return (first.unwrap_or(at - self.started), at - self.started);
            }
        }
    }

    /// Presses a key and waits until its answer is over.
    pub fn press(&mut self, press: Press) -> Answer {
        self.press_until(press, SETTLED)
    }

    /// Presses a key and waits until so much silence follows on its answer.
    pub fn press_until(&mut self, press: Press, settled: Duration) -> Answer {
        self.press_seen(press, settled, |_, _| {})
    }

    /// The same; tells also when the text of these lines last changed by it. Nothing: it did not.
    pub fn press_watching(&mut self, press: Press, settled: Duration, lines: Range<usize>) -> (Answer, Option<Duration>) {
        let text = |screen: &vt100::Screen| screen.rows(0, SIZE.0).skip(lines.start).take(lines.len()).collect::<Vec<_>>();
        let (mut before, mut changed) = (text(self.screen.screen()), None);
        let answer = self.press_seen(press, settled, |at, screen| {
            let after = text(screen);
            if after != before {
                (before, changed) = (after, Some(at));
            }
        });
        (answer, changed)
    }

    fn press_seen(&mut self, press: Press, settled: Duration, mut seen: impl FnMut(Duration, &vt100::Screen)) -> Answer {
        self.rest(GAP);
        let keys = self.application_keys.load(Ordering::Relaxed);
        let sequence = sequence(press, keys);
        let mut writer = self.writer.lock().expect("a writer");
        let at = Instant::now();
        writer.write_all(sequence.as_bytes()).and_then(|()| writer.flush()).expect("the program reads");
        drop(writer);
        let (mut first, mut last, mut bytes, mut wait) = (None, None, 0, SILENT.max(settled));
        while let Ok((heard, chunk)) = self.heard.recv_timeout(wait) {
            let after = heard.saturating_duration_since(at);
            last = Some(after);
            first = first.or(last);
            bytes += chunk.len();
            wait = settled;
            self.screen.process(&chunk);
            seen(after, self.screen.screen());
        }
        Answer { first, last, bytes }
    }

    /// Takes in what comes for so long; gives how many bytes.
    pub fn rest(&mut self, time: Duration) -> usize {
        let until = Instant::now() + time;
        let mut bytes = 0;
        while let Ok((_, chunk)) = self.heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
            bytes += chunk.len();
            self.screen.process(&chunk);
        }
        bytes
    }

    /// What the screen shows.
    pub fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// Types what ends the program; gives how long it took, and whether the terminal is as before.
    pub fn end(mut self, quit: &str) -> (Option<Duration>, bool) {
        let at = Instant::now();
        self.writer.lock().expect("a writer").write_all(quit.as_bytes()).ok();
        while at.elapsed() < Duration::from_secs(5) {
            if let Ok(Some(_)) = self.child.try_wait() {
                let took = at.elapsed();
                self.rest(Duration::from_millis(20));
                let screen = self.screen.screen();
                return (Some(took), !screen.alternate_screen() && !screen.hide_cursor());
            }
            self.rest(Duration::from_millis(1));
        }
        (None, false)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Answers what programs ask a terminal at their start, and minds the mode of the arrow keys.
fn play_terminal(chunk: &[u8], answers: &Writer, keys: &AtomicBool) {
    let has = |wanted: &[u8]| memchr::memmem::find(chunk, wanted).is_some();
    if has(b"\x1b[?1h") {
        keys.store(true, Ordering::Relaxed);
    }
    if has(b"\x1b[?1l") {
        keys.store(false, Ordering::Relaxed);
    }
    for (question, answer) in
        [(&b"\x1b[6n"[..], "\x1b[1;1R"), (b"\x1b[c", "\x1b[?62;22c"), (b"\x1b[?u", "\x1b[?0u"), (b"\x1b[5n", "\x1b[0n")]
    {
        if has(question) {
            let mut writer = answers.lock().expect("a writer");
            writer.write_all(answer.as_bytes()).and_then(|()| writer.flush()).ok();
        }
    }
}

fn sequence(press: Press, application: bool) -> &'static str {
    match (press, application) {
        (Press::Down, false) => "\x1b[B",
        (Press::Down, true) => "\x1bOB",
        (Press::Up, false) => "\x1b[A",
        (Press::Up, true) => "\x1bOA",
        (Press::Left, false) => "\x1b[D",
        (Press::Left, true) => "\x1bOD",
        (Press::PageDown, _) => "\x1b[6~",
        (Press::PageUp, _) => "\x1b[5~",
        (Press::Text(text), _) => text,
    }
}
