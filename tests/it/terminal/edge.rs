//! Guard and input on a pseudo-terminal inside this process.

use std::sync::{
    Arc,
    mpsc::{Receiver, channel},
};

use loket::tui::{
    app::key::{Key, KeyCode},
    shell::{
        color::Abilities,
        gate::Gate,
        guard::Terminal,
        input::{self, Input, Outlet, Reason},
        screen::Screen,
    },
};
use ratatui::{buffer::Buffer, layout::Rect, style::Style};
use rustix::termios::LocalModes;

use crate::support::pty::{Pty, Size, USUAL, assert_same, is_given_back};

fn take(pty: &Pty) -> Terminal {
    Terminal::take(pty.end(), pty.end(), Abilities::FULL).unwrap()
}

#[test]
fn what_was_taken_is_given_back_once() {
    let pty = Pty::new(USUAL);
    let before = pty.settings();
    let terminal = take(&pty);
    let hold = terminal.hold();
    pty.wait("the other screen", |screen, _| screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste());
    assert!(!pty.settings().local_modes.contains(LocalModes::ICANON));
    assert_eq!(terminal.size(), (100, 30));
    hold.give_back();
    pty.wait("the old screen", |screen, _| is_given_back(screen));
    assert_same(&pty.settings(), &before);
    let written = pty.bytes().len();
    terminal.write(b"a frame that comes too late");
    hold.give_back();
    drop(terminal);
    take(&pty).write(b"end");
    pty.wait("a last word", |_, bytes| bytes[written..].windows(3).any(|three| three == b"end"));
    let later = String::from_utf8_lossy(&pty.bytes()[written..]).into_owned();
    assert!(later.starts_with("\x1b[?1049h"), "{later:?}");
}

#[test]
fn a_screen_is_drawn_and_taken_again_after_a_stop() {
    let pty = Pty::new(Size { columns: 20, rows: 3 });
    let terminal = take(&pty);
    let mut screen = Screen::new(terminal.abilities());
    let mut picture = Buffer::empty(Rect::new(0, 0, 20, 3));
    picture.set_string(2, 1, "Kind zonder zorg", Style::new().bold());
    let mut bytes = Vec::new();
    screen.frame(&picture, Some((2, 1)), &mut bytes);
    terminal.write(&bytes);
    pty.wait("the text", |screen, _| screen.contents().contains("Kind zonder zorg") && !screen.hide_cursor());
    terminal.hold().give_back();
    pty.wait("the old screen", |screen, _| is_given_back(screen));
    terminal.hold().take_again().unwrap();
    screen.forget();
    bytes.clear();
    screen.frame(&picture, Some((2, 1)), &mut bytes);
    terminal.write(&bytes);
    pty.wait("the text again", |screen, _| screen.alternate_screen() && screen.contents().contains("Kind zonder zorg"));
}

fn listen(pty: &Pty) -> (Receiver<Input>, Receiver<()>) {
    let (inputs, inbox) = channel();
    let (ended, end) = channel();
    let outlet: Outlet = Arc::new(move |input| inputs.send(input).is_ok());
    input::start(pty.end(), Gate::new().unwrap(), outlet, move || ended.send(()).unwrap_or_default()).unwrap();
    (inbox, end)
}

#[test]
fn what_is_typed_arrives() {
    let mut pty = Pty::new(USUAL);
    let _terminal = take(&pty);
    let (inbox, _end) = listen(&pty);
    let mut expect = |bytes: &[u8], expected: Input| {
        pty.type_in(bytes);
        assert_eq!(inbox.recv().unwrap(), expected, "{bytes:?}");
    };
    expect(b"j", Input::Key(Key::char('j')));
    expect(b"\x1b[A", Input::Key(Key::new(KeyCode::Up)));
    expect(b"\x1b", Input::Key(Key::new(KeyCode::Esc)));
    expect(b"\x03", Input::Key(Key::ctrl('c')));
    expect(b"\x1a", Input::Key(Key::ctrl('z')));
    expect(b"\x13", Input::Key(Key::ctrl('s')));
    expect(b"\r", Input::Key(Key::new(KeyCode::Enter)));
    expect(b"\n", Input::Key(Key::ctrl('j')));
    expect("ë".as_bytes(), Input::Key(Key::char('ë')));
    expect(b"\x1b[200~twee\rregels\x1b[201~", Input::Paste("twee\nregels".into()));
    expect(b"\x1b[200~zonder einde", Input::Paste("zonder einde".into()));
    expect(b"q", Input::Key(Key::char('q')));
    expect(b"Phc", Input::Keys("Phc".chars().map(Key::char).collect()));
}

#[test]
fn a_terminal_that_goes_away_is_noticed_and_the_end_enforced() {
    let pty = Pty::new(USUAL);
    let terminal = take(&pty);
    let (inbox, end) = listen(&pty);
    pty.close();
    assert_eq!(inbox.recv(), Ok(Input::End(Reason::Gone)));
    drop(terminal);
    end.recv().unwrap();
}
