//! The same script for every program: start, move inside the page, scroll, page, do nothing, rest, end.

use std::time::Duration;

use crate::{
    Wish,
    figures::{Figures, Idle, Keys, milliseconds},
    process::{activity, memory},
    program::Program,
    server::Server,
    session::{Press, Session},
};

/// Rows the cursor goes down and up again inside a page.
const INSIDE: usize = 7;
/// How often, so that at least 120 keys are measured.
const ROUNDS: usize = 9;
/// More rows than any page has.
const PAGE: usize = 32;
/// Rows that are scrolled.
const SCROLLED: usize = 130;
/// Pages down, and up again: fewer than the small case has below what was scrolled.
const PAGES: usize = 6;

/// Measures a program.
pub fn measure(program: &Program, wish: &Wish, server: Option<&Server>) -> Figures {
    let (mut first_frame, mut first_rows) = (vec![], vec![]);
    // One start that is not counted: it fills the caches.
    for start in 0..=wish.starts {
        let mut session = Session::start(&program.command, &program.environment);
        let (frame, rows) = session.begin(&program.ready);
        if start > 0 {
            first_frame.push(milliseconds(frame));
            first_rows.push(milliseconds(rows));
        }
        session.rest(Duration::from_millis(100));
        session.end(program.quit);
    }
    let mut session = Session::start(&program.command, &program.environment);
    session.begin(&program.ready);
    // The rest of the data.
    session.rest(Duration::from_secs(4));
    let moved = if program.has_cursor { inside(&mut session) } else { Keys::default() };
    let hanging = server.map(|server| {
        server.hold();
        let keys = inside(&mut session);
        server.go_on();
        keys
    });
    session.rest(Duration::from_millis(300));
    repeat(&mut session, Press::Down, if program.has_cursor { PAGE } else { 0 });
    session.rest(Duration::from_millis(300));
    let scrolled = repeat(&mut session, Press::Down, SCROLLED);
    session.rest(Duration::from_millis(300));
    let mut paged = repeat(&mut session, program.page_down, PAGES);
    let back = repeat(&mut session, program.page_up, PAGES);
    paged.times.extend(back.times);
    paged.bytes.extend(back.bytes);
    session.rest(Duration::from_millis(300));
    let nothing = program.nothing.map(|press| repeat(&mut session, press, 10)).unwrap_or_default();
    let searched = server.map(|_| search(&mut session)).unwrap_or_default();
    let board = server.map(|_| board(&mut session)).unwrap_or_default();
    let reordered = server.map(|_| reorder(&mut session)).unwrap_or_default();
    session.rest(Duration::from_millis(1500));
    let idle = idle(&mut session, wish.idle);
    let memory = memory(session.process());
    let (ended, terminal_given_back) = session.end(program.quit);
    Figures {
        name: program.name.to_owned(),
        first_frame,
        first_rows,
        moved,
        scrolled,
        paged,
        nothing,
        hanging: hanging.unwrap_or_default(),
        searched,
        board_opened: board.0,
        board_moved: board.1,
        board_scrolled: board.2,
        board_regrouped: board.3,
        reordered,
        memory,
        idle,
        ended: ended.map(milliseconds),
        terminal_given_back,
    }
}

fn repeat(session: &mut Session, press: Press, times: usize) -> Keys {
    let mut keys = Keys::default();
    (0..times).for_each(|_| keys.add(session.press(press)));
    keys
}

fn inside(session: &mut Session) -> Keys {
    let mut keys = Keys::default();
    for _ in 0..ROUNDS {
        for press in [Press::Down, Press::Up] {
            (0..INSIDE).for_each(|_| keys.add(session.press(press)));
        }
    }
    keys
}

/// Types a name in the register, letter by letter, takes it back, and goes back to the queue.
fn search(session: &mut Session) -> Keys {
    const LETTERS: [&str; 6] = ["j", "a", "n", "s", "e", "n"];
    session.press(Press::Text("3"));
    session.rest(Duration::from_millis(300));
    let mut keys = Keys::default();
    for _ in 0..3 {
        LETTERS.iter().for_each(|letter| keys.add(session.press(Press::Text(letter))));
        for _ in LETTERS {
            session.press(Press::Text("\x7f"));
        }
    }
    assert!(!session.contents().contains("jansen"), "what was typed is taken back:\n{}", session.contents());
    session.press(Press::Text("\x1b"));
    session.rest(Duration::from_millis(300));
    session.press(Press::Text("1"));
    keys
}

/// Opens the deadline board and leaves it, moves and scrolls there, and puts it into other groups: body, ground, week.
fn board(session: &mut Session) -> (Keys, Keys, Keys, Keys) {
    let (mut opened, mut regrouped) = (Keys::default(), Keys::default());
    for _ in 0..6 {
        opened.add(session.press(Press::Text("4")));
        session.rest(Duration::from_millis(300));
        session.press(Press::Text("1"));
        session.rest(Duration::from_millis(300));
    }
    session.press(Press::Text("4"));
    session.press(Press::Text("g"));
    session.press(Press::Text("g"));
    session.rest(Duration::from_millis(300));
    let moved = inside(session);
    session.rest(Duration::from_millis(300));
    repeat(session, Press::Down, PAGE);
    let scrolled = repeat(session, Press::Down, SCROLLED);
    for letter in ["i", "r", "w", "i", "r", "w"] {
        session.rest(Duration::from_millis(300));
        session.press(Press::Text(","));
        regrouped.add(session.press(Press::Text(letter)));
    }
    session.rest(Duration::from_millis(300));
    session.press(Press::Text("1"));
    (opened, moved, scrolled, regrouped)
}

/// Moves an item of the agenda that comes next down and up again, at a pace at which each move is saved.
fn reorder(session: &mut Session) -> Keys {
    session.press(Press::Text("2"));
    session.rest(Duration::from_millis(500));
    session.press(Press::Down);
    session.rest(Duration::from_millis(500));
    let mut keys = Keys::default();
    for letter in ["J", "K"].into_iter().cycle().take(40) {
        keys.add(session.press(Press::Text(letter)));
        session.rest(Duration::from_millis(100));
    }
    session.press(Press::Text("1"));
    keys
}

fn idle(session: &mut Session, time: Duration) -> Idle {
    let process = session.process();
    let before = activity(process);
    let bytes = session.rest(time);
    let after = activity(process);
    let per_minute = 60.0 / time.as_secs_f64().max(0.001);
    Idle {
        wakeups: (after.wakeups - before.wakeups) as f64 * per_minute,
        processor: milliseconds(after.processor.saturating_sub(before.processor)) * per_minute,
        bytes: bytes as f64 * per_minute,
    }
}
