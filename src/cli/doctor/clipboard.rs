//! `loket doctor --clipboard`: puts two words on the clipboard of the terminal and asks for a paste. Nothing is ever read from a
//! clipboard; only a person who pastes shows that copying works.

use std::io::{BufRead, BufReader, Read};

use crate::{
    api::problem::exit,
    cli::call::{Call, Done, Stop},
    cli::interface,
    domain::text::SafeText,
};

/// What is copied.
const TEST: &str = "loket test";
/// More than this was not pasted as an answer.
const MOST: u64 = 4096;

pub(super) fn run(call: &mut Call) -> Done {
    if !call.edge.stdin_is_terminal || call.edge.width.is_none() {
        return Err(Stop::Said("doctor-needs-terminal", vec![], exit::USAGE));
    }
    let Ok(request) = interface::clipboard(call).copy(TEST) else {
        call.print(&SafeText::line(&call.texts.with("copy-off", &[("text", TEST.into())])))?;
        return Ok(exit::NOTHING);
    };
    call.print_own(&String::from_utf8_lossy(&request))?;
    let question = call.texts.with("doctor-clipboard-question", &[("text", TEST.into())]);
    call.print(&SafeText::line(&question))?;
    call.flush()?;
    let answer = line(&mut call.edge.stdin);
    // Bracketed pastes are off here; a shell in between may leave its marks all the same.
    let works = answer.contains(TEST);
    let advice = if call.edge.variable("TMUX").is_some() { "doctor-clipboard-tmux" } else { "doctor-clipboard-advice" };
    let text = call.texts.get(if works { "doctor-clipboard-works" } else { advice });
    call.print(&SafeText::line(&text))?;
    Ok(if works { exit::DONE } else { exit::NOTHING })
}

fn line(input: &mut dyn Read) -> String {
    let mut bytes = vec![];
    // What cannot be read is no answer.
    let _ = BufReader::new(input.take(MOST)).read_until(b'\n', &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}
