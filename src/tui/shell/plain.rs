//! The loop of plain mode: lines in, lines out. Works on a terminal of any kind and over a pipe; ends at the end of its input.
//!
//! A line is taken in when what the line before it led to is known, so that lines may come all at once from a pipe. From a
//! terminal, lines that come all at once were pasted: they are text, and never run.

use std::{
    collections::VecDeque,
    io::{self, BufRead, IsTerminal, Write},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
    iterator::Signals,
};

use super::{
    Ending, Event, Events, Options, begin,
    desk::Desk,
    input::{Input, Reason},
};
use crate::{
    domain::text::SafeText,
    tui::{
        app::{Modal, wrap::wrap},
        plain::{self, Conversation},
        view::canvas,
    },
};

/// So long a line waits for what the one before it led to.
const PATIENCE: Duration = Duration::from_secs(30);
/// So long the list is waited for that must hear what was just done.
const CATCHES_UP: Duration = Duration::from_secs(2);
/// From a terminal, lines that come within this of each other were not typed one by one.
const TOGETHER: Duration = Duration::from_millis(30);
/// A terminal passes on no longer line, in bytes; what was typed beyond it is lost before it gets here.
const LONGEST_TYPED: usize = 4095;
/// In fewer columns nothing is broken between words.
const LEAST_COLUMNS: usize = 20;
/// A longer line is cut.
const LONGEST: usize = 1 << 20;

/// Runs plain mode until it ends.
pub fn run(options: Options) -> io::Result<Ending> {
    let (events, inbox) = channel();
    let ascii = options.themes.first().is_some_and(|(_, theme)| theme.ascii);
    let state = begin(&options, plain::SIZE, true);
    let desk = Desk::new(state, options, events.clone(), plain::SIZE, None);
    let mut talk = Talk {
        desk,
        conversation: Conversation::default(),
        typed: VecDeque::new(),
        asked: false,
        since: Instant::now(),
        ascii,
        terminal: io::stdin().is_terminal(),
    };
    listen_for_signals(events.clone())?;
    read_lines(events)?;
    talk.desk.connect();
    let ending = talk.work(&inbox);
    let kept = talk.desk.state().modals.iter().any(|modal| matches!(modal, Modal::Form(form) if !form.is_blank()));
    let words = talk.desk.state().words_of_draft();
    let mut last = String::new();
    if talk.asked {
        last.push('\n');
    }
    if kept {
        last.push_str(&words);
        last.push('\n');
    }
    let told = talk.out(&last);
    let begins = talk.desk.begins();
    talk.desk.close();
    match (ending, told) {
        (Err(error), _) | (_, Err(error)) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        (Err(_), _) | (_, Err(_)) => Ok(Ending::Ended(Reason::Gone)),
        (Ok(Ending::Quit), Ok(())) => Ok(begins.unwrap_or(Ending::Quit)),
        (Ok(ending), Ok(())) => Ok(ending),
    }
}

struct Talk {
    desk: Desk,
    conversation: Conversation,
    /// Lines that were typed and wait, as they came: several are a paste; none: the input ended.
    typed: VecDeque<Vec<String>>,
    /// Does a question stand at the end of what was written?
    asked: bool,
    /// When the last line was taken in.
    since: Instant,
    ascii: bool,
    /// Does a terminal show what is typed? Otherwise it is to be shown here.
    terminal: bool,
}

impl Talk {
    fn work(&mut self, inbox: &Receiver<Event>) -> io::Result<Ending> {
        loop {
            let patience = if self.is_behind() { CATCHES_UP } else { PATIENCE };
            let event = match inbox.recv_timeout(self.desk.until_due().min(patience)) {
                Ok(event) => Some(event),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(Ending::Ended(Reason::Gone)),
            };
            let mut next = event;
            // The lines of a paste, and whether more of them are to be waited for.
            let (mut paste, mut since) = (vec![], Instant::now());
            while let Some(event) = next.take() {
                match event {
                    Event::Line(Some(line)) if self.terminal => {
                        paste.push(line);
                        since = Instant::now();
                    }
                    Event::Line(line) => {
                        self.typed.extend((!paste.is_empty()).then(|| std::mem::take(&mut paste)));
                        self.typed.push_back(line.into_iter().collect());
                    }
                    Event::Message(message) => self.desk.hear(*message),
                    Event::Input(Input::End(why)) => return Ok(Ending::Ended(why)),
                    Event::Changed(changed) => self.desk.reload(*changed),
                    Event::Input(_) | Event::EditorEnded => {}
                }
                let patience = if paste.is_empty() { Duration::ZERO } else { TOGETHER.saturating_sub(since.elapsed()) };
                next = inbox.recv_timeout(patience).ok();
            }
            self.typed.extend((!paste.is_empty()).then_some(paste));
            self.desk.due();
            let news = self.conversation.news(self.desk.state());
            self.say(&news)?;
            while (self.desk.is_quiet() && !self.is_behind()) || self.since.elapsed() > PATIENCE {
                if self.desk.is_over() {
                    return Ok(Ending::Quit);
                }
                self.ask()?;
                match self.typed.pop_front() {
                    Some(lines) if lines.is_empty() => return Ok(Ending::Quit),
                    Some(lines) => self.take(&lines)?,
                    None => break,
                }
            }
            if self.desk.is_over() {
                return Ok(Ending::Quit);
            }
        }
    }

    /// Does the list not know yet what was just done? Not waited for without end: it may be that nothing comes.
    fn is_behind(&self) -> bool {
        plain::is_behind(self.desk.state()) && self.since.elapsed() < CATCHES_UP
    }

    /// Takes in a line that was typed, or the lines of a paste.
    fn take(&mut self, lines: &[String]) -> io::Result<()> {
        self.asked = false;
        self.since = Instant::now();
        if !self.terminal {
            lines.iter().try_for_each(|line| self.out(&format!("{}\n", SafeText::line(line))))?;
        } else if lines.iter().any(|line| line.len() >= LONGEST_TYPED) {
            let words = self.desk.state().texts.get("plain-cut");
            self.say(&words)?;
        }
        let reply = match lines {
            [line] => self.conversation.line(self.desk.state(), line),
            _ => plain::pasted(self.desk.state(), lines),
        };
        self.say(&reply.say)?;
        for message in reply.tell {
            self.desk.hear(message);
        }
        let news = self.conversation.news(self.desk.state());
        self.say(&news)
    }

    /// Tells what changed, and asks for the next line.
    fn ask(&mut self) -> io::Result<()> {
        let shown = self.conversation.show(self.desk.state());
        self.say(&shown)?;
        if !self.asked {
            let prompt = self.conversation.prompt(self.desk.state());
            self.out(&prompt)?;
            self.asked = true;
        }
        Ok(())
    }

    /// Says something; not behind a question that waits on the same line.
    fn say(&mut self, text: &str) -> io::Result<()> {
        let text = text.trim_end();
        if text.is_empty() {
            return Ok(());
        }
        let start = if std::mem::replace(&mut self.asked, false) { "\n" } else { "" };
        self.out(&format!("{start}{}\n", wrapped(text, columns())))
    }

    fn out(&self, text: &str) -> io::Result<()> {
        // Whatever it came from: nothing that steers a terminal leaves here.
        let safe = SafeText::block(text).into_string();
        let safe = if self.ascii { canvas::ascii(&safe) } else { safe };
        let mut output = io::stdout().lock();
        output.write_all(safe.as_bytes())?;
        output.flush()
    }
}

/// Columns of the terminal that shows what is written; over a pipe there are none.
fn columns() -> Option<usize> {
    let output = io::stdout();
    let size = output.is_terminal().then(|| rustix::termios::tcgetwinsize(&output).ok()).flatten()?;
    Some(usize::from(size.ws_col)).filter(|columns| *columns >= LEAST_COLUMNS)
}

/// Lines that end between words and not inside a number of a telephone; a terminal would break anywhere.
fn wrapped(text: &str, columns: Option<usize>) -> String {
    let Some(columns) = columns else { return text.to_owned() };
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let tied = |at: usize| bytes[at] == b' ' && at > 0 && is_digit(at - 1) && is_digit(at + 1);
    // As long as the text, so that its lines are those of the text.
    let whole: String = text.char_indices().map(|(at, c)| if tied(at) { '_' } else { c }).collect();
    let lines: Vec<&str> = wrap(&whole, columns).into_iter().map(|range| &text[range]).collect();
    lines.join("\n")
}

fn read_lines(events: Events) -> io::Result<()> {
    thread::Builder::new().name("lines".into()).spawn(move || {
        let mut input = io::stdin().lock();
        loop {
            let mut bytes = Vec::new();
            match input.read_until(b'\n', &mut bytes) {
                Ok(0) | Err(_) => break,
                Ok(_) => {}
            }
            bytes.truncate(LONGEST);
            let line = String::from_utf8_lossy(&bytes);
            if events.send(Event::Line(Some(line.trim_end_matches(['\r', '\n']).to_owned()))).is_err() {
                return;
            }
        }
        let _ = events.send(Event::Line(None));
    })?;
    Ok(())
}

fn listen_for_signals(events: Events) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if events.send(Event::Input(Input::End(super::signals::reason(signal)))).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_line_ends_between_words_and_over_a_pipe_nowhere() {
        let text = "1. S-471, Ontruiming terwijl nabetaling loopt\n\nharde datum";
        assert_eq!(wrapped(text, Some(25)), "1. S-471, Ontruiming\nterwijl nabetaling loopt\n\nharde datum");
        assert_eq!(wrapped(text, None), text);
        assert_eq!(wrapped("mandaat beslissen; +31 85 555 2403", Some(30)), "mandaat beslissen;\n+31 85 555 2403");
    }
}
