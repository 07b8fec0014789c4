//! Text to the clipboard of the terminal, by OSC 52, over any number of SSH hops. Write only: nothing is ever read back.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use thiserror::Error;

use crate::domain::role::coded_enum;

/// The longest text, in bytes: terminals take 100,000 bytes for the whole request.
pub const MOST: usize = 74_994;
/// The longest string that GNU screen passes on, in bytes, with some room.
const SCREEN_MOST: usize = 760;

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
    /// None is wanted, or there is none.
    #[error("this terminal has no clipboard")]
    Off,
}

coded_enum!(
    /// What the user wants.
    Wish {
        /// Through the terminal, unless it is known to have no clipboard.
        Auto = "auto",
        /// Through the terminal, whatever is known of it.
        Osc52 = "osc52",
        /// Not at all.
        Off = "off",
    }
);

coded_enum!(
    /// How a request ends.
    End {
        /// With BEL: every terminal knows it.
        Bell = "bel",
        /// With `ESC \`: by the book.
        StringTerminator = "st",
    }
);

/// What lies between here and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Nothing that minds.
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
    /// One of the two on another machine, whose variables did not come along.
    Either,
}

/// The way to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clipboard {
    /// Nothing: there is no way.
    between: Option<Between>,
    end: End,
}

impl Clipboard {
    /// None: nothing is ever copied.
    pub const OFF: Self = Self { between: None, end: End::Bell };

    /// From what the user wants and the variables `TERM`, `TMUX`, `STY`; an empty one counts as unset.
    pub fn from_variables(wish: Wish, end: End, variable: impl Fn(&str) -> Option<String>) -> Self {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        // The Linux console and old hardware have none; the console prints what it does not know.
        let without = term == "linux" || term == "ansi" || term.starts_with("vt");
        let screen = variable("STY").is_some() || term.starts_with("screen.");
        let between = match (variable("TMUX").is_some(), screen) {
            // One in the other: the name of the terminal tells which is the inner one.
            (true, true) if term.starts_with("screen") && !term.starts_with("screen-256color") => Between::Screen,
            (true, _) => Between::Tmux,
            (false, true) => Between::Screen,
            // Over SSH from inside tmux or screen: both call themselves so.
            (false, false) if term.starts_with("screen") => Between::Either,
            (false, false) => Between::Nothing,
        };
        let wanted = wish == Wish::Osc52 || (wish == Wish::Auto && !without);
        Self { between: wanted.then_some(between), end }
    }

    /// The bytes that put a text on the clipboard. Inside tmux the request goes to tmux itself (`set-clipboard on`) and past it
    /// (`allow-passthrough on`), since which one is set cannot be known. GNU screen passes it on in pieces.
    pub fn copy(self, text: &str) -> Result<Vec<u8>, Refused> {
        if text.is_empty() {
            return Err(Refused::Empty);
        }
        if text.len() > MOST {
            return Err(Refused::TooLong(text.len()));
        }
        if let Some(c) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            return Err(Refused::Control(c));
        }
        let between = self.between.ok_or(Refused::Off)?;
        let request = |end: &str| format!("\x1b]52;c;{}{end}", STANDARD.encode(text));
        let own_end = if self.end == End::Bell { "\x07" } else { "\x1b\\" };
        Ok(match between {
            Between::Nothing => request(own_end).into_bytes(),
            Between::Tmux => {
                let request = request(own_end);
                let passed = request.replace('\x1b', "\x1b\x1b");
                format!("{request}\x1bPtmux;{passed}\x1b\\").into_bytes()
            }
            Between::Screen => in_pieces(&request("\x07")),
            // screen leaves out a plain request and tmux leaves out the pieces. A long plain one screen would print.
            Between::Either => {
                let request = request("\x07");
                let plain = if request.len() <= SCREEN_MOST { request.clone().into_bytes() } else { vec![] };
                [plain, in_pieces(&request)].concat()
            }
        })
    }
}

impl Clipboard {
    /// Inside tmux: hands it the text as well. As it comes, tmux takes no request from a program (`set-clipboard external`), and what was said to be
    /// copied would be nowhere; its own buffer it fills itself, and asks the terminal around it (`-w`, from 3.2 on). In the background, by standard
    /// input: it stands in no list of processes. Where there is no tmux to run, nothing happens.
    pub fn hand_to_tmux(self, text: &str) {
        if self.between != Some(Between::Tmux) || text.is_empty() || text.len() > MOST {
            return;
        }
        let text = text.to_owned();
        std::thread::spawn(move || load(&["load-buffer", "-w", "-"], &text).or_else(|| load(&["load-buffer", "-"], &text)));
    }
}

/// Runs tmux with a text; nothing when that did not work.
fn load(words: &[&str], text: &str) -> Option<()> {
    let mut command = Command::new("tmux");
    let mut tmux = command.args(words).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
    let written = tmux.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    let ended = tmux.wait().ok()?;
    (written?.is_ok() && ended.success()).then_some(())
}

/// What GNU screen passes on. The end of a piece is `ESC \`, so the request itself can only end with BEL.
fn in_pieces(request: &str) -> Vec<u8> {
    let pieces = request.as_bytes().chunks(SCREEN_MOST);
    pieces.flat_map(|piece| [b"\x1bP", piece, b"\x1b\\"].concat()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(wish: Wish, end: End, variables: &[(&str, &str)]) -> Clipboard {
        Clipboard::from_variables(wish, end, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn plain() -> Clipboard {
        with(Wish::Auto, End::Bell, &[("TERM", "xterm-256color"), ("TMUX", "")])
    }

    #[test]
    fn text_goes_as_base64() {
        assert_eq!(plain().copy("088 900 1234").unwrap(), b"\x1b]52;c;MDg4IDkwMCAxMjM0\x07");
        let by_the_book = with(Wish::Auto, End::StringTerminator, &[("TERM", "xterm")]);
        assert_eq!(by_the_book.copy("é").unwrap(), b"\x1b]52;c;w6k=\x1b\\");
    }

    #[test]
    fn tmux_is_asked_and_passed_by() {
        let tmux = [("TERM", "tmux-256color"), ("TMUX", "/tmp/x,1,0")];
        let wrapped = with(Wish::Auto, End::Bell, &tmux).copy("é").unwrap();
        assert_eq!(wrapped, b"\x1b]52;c;w6k=\x07\x1bPtmux;\x1b\x1b]52;c;w6k=\x07\x1b\\");
        assert!(wrapped.is_ascii());
        let wrapped = with(Wish::Auto, End::StringTerminator, &tmux).copy("é").unwrap();
        assert_eq!(wrapped, b"\x1b]52;c;w6k=\x1b\\\x1bPtmux;\x1b\x1b]52;c;w6k=\x1b\x1b\\\x1b\\");
    }

    #[test]
    fn screen_gets_pieces_it_takes_whole() {
        for variables in [&[("TERM", "screen.xterm-256color")][..], &[("TERM", "xterm"), ("STY", "1.a")]] {
            let text = "Ü".repeat(3000);
            let bytes = with(Wish::Auto, End::StringTerminator, variables).copy(&text).unwrap();
            let mut request = vec![];
            for piece in bytes.split_inclusive(|byte| *byte == b'\\') {
                let inner = piece.strip_prefix(b"\x1bP").and_then(|rest| rest.strip_suffix(b"\x1b\\")).expect("a piece");
                assert!(inner.len() < 768);
                request.extend_from_slice(inner);
            }
            assert_eq!(request, format!("\x1b]52;c;{}\x07", STANDARD.encode(&text)).as_bytes());
        }
    }

    #[test]
    fn tmux_and_screen_of_another_machine_each_get_what_they_take() {
        let either = |text: &str| with(Wish::Auto, End::Bell, &[("TERM", "screen-256color")]).copy(text).unwrap();
        assert_eq!(either("é"), b"\x1b]52;c;w6k=\x07\x1bP\x1b]52;c;w6k=\x07\x1b\\");
        assert!(either(&"x".repeat(2000)).starts_with(b"\x1bP"));
    }

    #[test]
    fn nothing_goes_where_there_is_no_clipboard_or_none_is_wanted() {
        let console = [("TERM", "linux")];
        assert_eq!(with(Wish::Auto, End::Bell, &console).copy("a"), Err(Refused::Off));
        assert!(with(Wish::Osc52, End::Bell, &console).copy("a").is_ok());
        assert_eq!(with(Wish::Off, End::Bell, &[("TERM", "xterm")]).copy("a"), Err(Refused::Off));
    }

    #[test]
    fn nothing_that_acts_and_nothing_too_long_goes() {
        assert_eq!(plain().copy(""), Err(Refused::Empty));
        assert_eq!(plain().copy("rm -rf\r"), Err(Refused::Control('\r')));
        assert_eq!(plain().copy("a\x1bb"), Err(Refused::Control('\x1b')));
        assert_eq!(plain().copy("a\u{9b}b"), Err(Refused::Control('\u{9b}')));
        assert!(plain().copy("two\nlines\twith a tab").is_ok());
        assert!(plain().copy(&"x".repeat(MOST)).unwrap().len() <= 100_000);
        assert_eq!(plain().copy(&"x".repeat(MOST + 1)), Err(Refused::TooLong(MOST + 1)));
    }
}
