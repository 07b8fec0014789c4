//! The edge of the interface: the event loop, and performing what the state asks for.
//!
//! One thread draws and waits; a thread reads the terminal, one asks the network, one keeps drafts. They speak through one
//! channel, so a key never waits for anything but drawing. A frame is one `write`.

mod arranging;
mod at_hand;
pub mod clipboard;
pub mod color;
pub mod decode;
mod desk;
mod disk;
pub mod editor;
mod encoding;
mod erased;
mod exporting;
mod fault;
pub mod gate;
pub mod guard;
pub mod hyperlink;
pub mod input;
mod look;
mod meeting;
mod messages;
pub mod mouse;
pub mod network;
pub mod notify;
pub mod plain;
mod presence;
mod pressed;
pub mod probe;
mod register;
pub mod screen;
pub mod setup;
pub mod sheet;
pub mod signals;
mod traces;
pub mod watch;

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::{Duration, Instant},
};

use chrono::Utc;

use self::{
    clipboard::Clipboard,
    desk::{Desk, Stage},
    gate::Gate,
    input::{Input, Outlet, Reason},
    notify::Ringing,
    setup::Arrange,
};
use super::{
    app::{
        Choices, Start, State,
        keymap::Keymap,
        message::{Msg, Timer},
        settings::Settings,
        signing_in::Before,
        template::Template,
    },
    view::theme::Theme,
};
use crate::{
    client::Bearer,
    explanation::{Explanation, Library},
    locale::{Language, Texts},
};

/// What the interface needs to begin.
#[derive(Debug, Clone)]
pub struct Options {
    /// Address of the server.
    pub server: String,
    /// Token.
    pub token: Bearer,
    /// Language.
    pub language: Language,
    /// Themes by name; the first is in force.
    pub themes: Vec<(String, Theme)>,
    /// Keymaps by name; the first is in force.
    pub keymaps: Vec<(String, Keymap)>,
    /// The way to the clipboard.
    pub clipboard: Clipboard,
    /// The user's own templates.
    pub templates: Vec<Template>,
    /// The organisation's own pages about instruments and rules.
    pub explanations: Vec<(Language, Explanation)>,
    /// Is the mouse listened to at the start?
    pub mouse: bool,
    /// What rings.
    pub ringing: Ringing,
    /// What the user has set.
    pub settings: Settings,
    /// Folder for drafts: under the XDG state folder.
    pub drafts: PathBuf,
    /// Where files for other programs are written.
    pub home: PathBuf,
    /// A notice to begin with.
    pub notice: Option<String>,
    /// Is there nothing but the register to look in?
    pub alone: bool,
    /// Does the server end with the interface: a demonstration in this program?
    pub passing: bool,
    /// The files that count while it runs.
    pub watch: watch::Watch,
    /// What setting up starts from, and how it is saved.
    pub arrange: Arrange,
}

/// Something that reaches the loop.
#[derive(Debug)]
pub enum Event {
    /// From the terminal.
    Input(Input),
    /// From network or disk.
    Message(Box<Msg>),
    /// From the user's files.
    Changed(Box<watch::Changed>),
    /// The user's editor has ended.
    EditorEnded,
    /// A line was typed where lines are read; nothing: there are no more.
    Line(Option<String>),
}

/// How the interface ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// loket is set up: begin with the demonstration, or with what is set.
    Begin {
        /// With the demonstration?
        demo: bool,
    },
    /// One has signed out, or the session has ended: begin anew, with signing in.
    SignIn(Before),
    /// A signal asked for it, or the terminal went away.
    Ended(Reason),
}

/// Runs the interface until it ends. The terminal is as before afterwards, whatever happened.
pub fn run(options: Options) -> Result<Ending, guard::NoTerminal> {
    let caught = signals::catch()?;
    let mut terminal = guard::Terminal::enter(variable)?;
    let (events, inbox) = channel();
    let outlet: Outlet = {
        let events = events.clone();
        Arc::new(move |input| events.send(Event::Input(input)).is_ok())
    };
    give_back_on_panic(&terminal, outlet.clone());
    signals::start(caught, terminal.hold(), outlet.clone(), end_at_once)?;
    if options.mouse {
        terminal.hold().listen_to_mouse(true)?;
    }
    let size = terminal.size();
    let state = begin(&options, size, false);
    let (watch, changes) = (options.watch.clone(), events.clone());
    let gate = Gate::new()?;
    let mut desk = Desk::new(state, options, events, size, Some(Stage { hold: terminal.hold(), gate: gate.clone() }));
    desk.draw(&mut terminal);
    input::start(terminal.input()?, gate, outlet, || end_at_once(Reason::Gone))?;
    desk.connect();
    watch::start(watch, changes);
    // Also after a panic what was typed is put away first.
    let ending = catch_unwind(AssertUnwindSafe(|| work(&mut desk, &mut terminal, &inbox)));
    let begins = desk.begins();
    desk.close();
    Ok(match (ending.unwrap_or_else(|panic| resume_unwind(panic)), begins) {
        (Ending::Quit, Some(begins)) => begins,
        (ending, _) => ending,
    })
}

/// The state at the start.
fn begin(options: &Options, size: (u16, u16), plain: bool) -> State {
    let keymaps: Vec<(String, Arc<Keymap>)> =
        options.keymaps.iter().map(|(name, keymap)| (name.clone(), Arc::new(keymap.clone()))).collect();
    let mut state = State::new(Start {
        size,
        now: Utc::now(),
        seed: random_seed(),
        server: options.server.clone(),
        texts: Arc::new(Texts::new(options.language)),
        keymap: keymaps.first().map_or_else(|| Arc::new(Keymap::standard()), |(_, keymap)| keymap.clone()),
        choices: Choices { keymaps, themes: options.themes.iter().map(|(name, _)| name.clone()).collect(), ..Choices::default() },
        templates: options.templates.clone(),
        mouse: options.mouse && !plain,
        plain,
        settings: options.settings.clone(),
        notice: options.notice.clone(),
    });
    state.known = options.arrange.known.clone();
    state.passing = options.passing;
    state.explanations = Arc::new(Library::new(options.explanations.clone()));
    state.has_editor = editor::command(variable).is_some();
    if options.alone {
        state.look_up_alone();
    } else if state.known.first && !plain {
        state.set_up();
    } else if let Some(place) = &options.arrange.sign_in {
        state.sign_in(place.before, place.kept);
    }
    state.signed_in = matches!(options.token, Bearer::SignedIn(_));
    state
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A panic in any thread first gives the terminal back, then does what was set before (a log, a sentence), and ends the loop.
fn give_back_on_panic(terminal: &guard::Terminal, outlet: Outlet) {
    let hold = terminal.hold();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        hold.give_back();
        before(panic);
        outlet(Input::End(Reason::Panicked));
    }));
}

/// The loop did not end in time: the terminal is given back or gone, so nothing is left to do here.
fn end_at_once(reason: Reason) {
    std::process::exit(reason.exit_code().into());
}

/// Waits for something, takes in all that has come, draws once.
fn work(desk: &mut Desk, terminal: &mut guard::Terminal, inbox: &Receiver<Event>) -> Ending {
    loop {
        let event = match inbox.recv_timeout(desk.until_due()) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ending::Ended(Reason::Gone),
        };
        fault::point();
        for event in event.into_iter().chain(inbox.try_iter()) {
            if let Some(ending) = desk.take(event, terminal) {
                return ending;
            }
        }
        if desk.due() {
            return Ending::Quit;
        }
        desk.draw(terminal);
    }
}

fn random_seed() -> [u8; 16] {
    let mut seed = [0; 16];
    // Without random there are no keys for writes; the clock is a poor but different seed.
    if ring::rand::SecureRandom::fill(&ring::rand::SystemRandom::new(), &mut seed).is_err() {
        seed = Utc::now().timestamp_nanos_opt().map_or(0, i128::from).to_le_bytes();
    }
    seed
}

/// A timer that runs.
#[derive(Debug, Clone, Copy)]
struct Alarm {
    at: Instant,
    timer: Timer,
}

/// How long until the next whole minute after this moment of the clock on screen.
fn until_next_minute(now: chrono::DateTime<Utc>) -> Duration {
    Duration::from_millis(60_000 - (now.timestamp_millis().rem_euclid(60_000)) as u64)
}

/// Where events go.
type Events = Sender<Event>;
