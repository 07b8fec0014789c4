//! The state with its screen, its timers and its helpers: takes events in, performs effects, draws.

mod drawing;
mod ending;
mod lending;
mod reload;
mod setup;
mod sign_in;

use std::{
    sync::{Arc, mpsc::Sender},
    thread,
    time::{Duration, Instant},
};

use chrono::Utc;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use tokio::sync::mpsc::UnboundedSender;

use super::{
    Alarm, Ending, Event, Events, Options,
    clipboard::Refused,
    color::{Abilities, Depth},
    disk::{self, Disk},
    editor::Editor,
    gate::Gate,
    guard, hyperlink,
    input::Input,
    look,
    network::{self, Destination, Order},
    screen::Screen,
    until_next_minute,
};
use crate::{
    client::outbox::Drafts,
    tui::{
        app::{
            State,
            message::{Effect, Link, Msg, NotCopied},
            pointing::Pointed,
            presence::Told,
            signing_in::Before,
        },
        view::{Drawn, theme::Theme},
    },
};

/// While the connection is lost its age is drawn anew so often.
const AGE_SHOWN_EVERY: Duration = Duration::from_secs(1);

/// The running interface.
pub struct Desk {
    state: State,
    theme: Theme,
    depth: Depth,
    /// The name of the theme.
    named: String,
    options: Options,
    events: Events,
    screen: Screen,
    next: Buffer,
    bytes: Vec<u8>,
    alarms: Vec<Alarm>,
    clock: Instant,
    network: Option<UnboundedSender<Order>>,
    /// Where unconfirmed writes are kept; nothing when the folder cannot be used.
    kept: Option<Drafts>,
    disk: Sender<Disk>,
    disk_thread: Option<thread::JoinHandle<()>>,
    /// Drafts that go when a request succeeds, as far as they were saved before it was sent; or once it is kept to be sent by itself.
    drafts_of: Vec<(u64, Disk)>,
    /// Nothing where lines are read instead of a screen looked at.
    stage: Option<Stage>,
    /// What came of drawing last.
    drawn: Drawn,
    /// Drafts that were asked for and have not come.
    awaited: usize,
    /// Does the terminal know links?
    follows_links: bool,
    /// While it runs it has the terminal.
    editor: Option<Editor>,
    /// What others were told of where this window is.
    told: Told,
    quitting: bool,
    /// What to begin with after leaving: the demonstration, or what is set.
    begins: Option<Ending>,
}

/// The terminal and the reading of it, to be lent to an editor.
pub struct Stage {
    /// The terminal.
    pub hold: guard::Hold,
    /// The gate before its keys.
    pub gate: Gate,
}

impl Desk {
    /// Everything but the network.
    pub fn new(state: State, options: Options, events: Events, (width, height): (u16, u16), stage: Option<Stage>) -> Self {
        let drafts = match state.settings.keep_drafts {
            true => Drafts::open(&options.drafts),
            false => Drafts::open_in_memory(&options.drafts),
        };
        if let Ok(drafts) = &drafts {
            drafts.presume(options.token.sameness());
        }
        let kept = drafts.as_ref().ok().cloned();
        let (disk, disk_thread) = disk::start(&options.drafts, Arc::clone(&state.texts), drafts, events.clone());
        let area = Rect { x: 0, y: 0, width, height };
        let theme = options.themes.first().map_or_else(Theme::standard, |(_, theme)| theme.clone());
        let abilities = Abilities::from_variables(|name| std::env::var(name).ok());
        let named = options.themes.first().map_or_else(String::new, |(name, _)| name.clone());
        Self {
            state,
            theme: look::shown(&theme, abilities.depth),
            named,
            depth: abilities.depth,
            screen: Screen::new(abilities),
            next: Buffer::empty(area),
            bytes: Vec::with_capacity(1 << 14),
            alarms: Vec::new(),
            clock: Instant::now() + until_next_minute(Utc::now()),
            network: None,
            kept,
            disk,
            disk_thread,
            drafts_of: Vec::new(),
            stage,
            drawn: Drawn::default(),
            awaited: 0,
            follows_links: hyperlink::is_known(super::variable),
            editor: None,
            told: Told::default(),
            quitting: false,
            begins: None,
            options,
            events,
        }
    }

    /// Starts the network.
    pub fn connect(&mut self) {
        if self.state.known.first {
            return;
        }
        if self.options.arrange.sign_in.is_some() {
            return self.sign_in(1);
        }
        let destination = Destination {
            server: self.options.server.clone(),
            token: self.options.token.clone(),
            texts: Arc::clone(&self.state.texts),
            drafts: self.kept.clone(),
        };
        self.network = Some(network::start(destination, self.events.clone()));
        for effect in self.state.begin() {
            self.perform(effect);
        }
    }

    /// How long there is nothing to do if nothing happens.
    pub fn until_due(&self) -> Duration {
        let next = self.alarms.iter().map(|alarm| alarm.at).chain([self.clock]).min().unwrap_or(self.clock);
        next.saturating_duration_since(Instant::now())
    }

    /// Wakes what is due. Says whether to quit.
    pub fn due(&mut self) -> bool {
        let now = Instant::now();
        if self.clock <= now {
            // While the connection is lost its age is shown, so the clock is looked at more often.
            let pause = if matches!(self.state.link, Link::Lost { .. }) { AGE_SHOWN_EVERY } else { Duration::MAX };
            self.update(Msg::Clock(Utc::now()));
            self.clock = now + pause.min(until_next_minute(self.state.server_now()));
        }
        let (due, waiting) = self.alarms.drain(..).partition(|alarm| alarm.at <= now);
        self.alarms = waiting;
        let due: Vec<Alarm> = due;
        for alarm in due {
            self.update(Msg::Timer(alarm.timer));
        }
        self.quitting
    }

    /// Takes in an event.
    pub fn take(&mut self, event: Event, terminal: &mut guard::Terminal) -> Option<Ending> {
        self.update(Msg::Clock(Utc::now()));
        match event {
            Event::Message(message) => self.hear(*message),
            // Only where lines are read.
            Event::Line(_) => {}
            Event::Input(Input::Mouse(gesture, column, row)) => {
                let at = Position { x: column, y: row };
                let target = self.drawn.spots.iter().rev().find(|(place, _)| place.contains(at)).map(|(_, target)| *target);
                self.update(Msg::Pointed(Pointed::Mouse(gesture, target)));
            }
            Event::Input(Input::Focus(here)) => self.update(Msg::Pointed(Pointed::Focus(here))),
            Event::Input(Input::Key(key)) => self.update(Msg::Key(key)),
            Event::Input(Input::Keys(keys)) => keys.into_iter().for_each(|key| self.update(Msg::Key(key))),
            Event::Input(Input::Paste(text)) => self.update(Msg::Paste(text)),
            Event::Input(Input::Resize(..)) => {
                let (width, height) = terminal.size();
                let area = Rect { x: 0, y: 0, width, height };
                self.next = Buffer::empty(area);
                self.update(Msg::Resize(width, height));
            }
            Event::Changed(changed) => self.reload(*changed),
            Event::Input(Input::Repaint) => self.screen.forget(),
            Event::EditorEnded => self.take_back(terminal),
            Event::Input(Input::End(why)) => return Some(Ending::Ended(why)),
        }
        self.quitting.then_some(Ending::Quit)
    }

    /// Takes in a message, at the time it is now.
    pub fn hear(&mut self, message: Msg) {
        match &message {
            Msg::Reply { request, reply } => self.settle(*request, reply.is_ok()),
            Msg::Me(me) => drop(self.disk.send(Disk::Learn(me.account))),
            Msg::Link(Link::Lost { .. }) => self.clock = self.clock.min(Instant::now() + AGE_SHOWN_EVERY),
            Msg::Draft { .. } | Msg::Drafts { asked: true, .. } | Msg::DraftFailed { unsaved: None, .. } => {
                self.awaited = self.awaited.saturating_sub(1);
            }
            _ => {}
        }
        self.update(Msg::Clock(Utc::now()));
        let introduced = matches!(message, Msg::Me(_));
        self.update(message);
        if introduced {
            // Now the server's clock is known, and it is the one that is shown.
            self.clock = self.clock.min(Instant::now() + until_next_minute(self.state.server_now()));
        }
    }

    /// What is known and shown.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Is nothing under way: no answer, no draft, no timer, and the first rows are there or cannot come?
    pub fn is_quiet(&self) -> bool {
        let arrived = match self.state.link {
            Link::Connecting => false,
            Link::Live => self.state.loaded && self.state.me.is_some(),
            Link::Lost { .. } => true,
        };
        arrived && self.state.requests.is_empty() && self.alarms.is_empty() && self.awaited == 0
    }

    /// Is it over?
    pub fn is_over(&self) -> bool {
        self.quitting
    }

    /// What to begin with after leaving, if anything.
    pub fn begins(&self) -> Option<Ending> {
        self.begins
    }

    fn update(&mut self, message: Msg) {
        let effects = self.state.update(message);
        for effect in effects {
            self.perform(effect);
        }
        if let Some(here) = self.told.due(&self.state) {
            self.order(Order::Present(here));
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Send { request, key, call, draft } => {
                let made_at = Utc::now();
                if let Some(draft) = &draft {
                    let goes = match call.waits() {
                        true => Disk::RemovePressed(draft.slot.clone(), key),
                        false => Disk::RemoveSaved(draft.slot.clone(), made_at),
                    };
                    self.drafts_of.push((request, goes));
                }
                self.order(Order::Send { request, key, call, draft, made_at });
            }
            Effect::Refresh => self.order(Order::Refresh),
            Effect::DropWaiting(key) => self.order(Order::Drop(key)),
            Effect::SaveDraft { .. }
            | Effect::RemoveDraft(_)
            | Effect::DropDraft(_)
            | Effect::KeepInstead { .. }
            | Effect::ClearDisk
            | Effect::ClearDrafts(_)
            | Effect::SetAside { .. }
            | Effect::MoveAside { .. } => {
                Disk::order(&effect).into_iter().for_each(|order| {
                    let _ = self.disk.send(order);
                });
            }
            Effect::NoteLookUp { key, look_up } => {
                let _ = self.disk.send(Disk::LookUp(self.options.server.clone(), key, look_up));
            }
            Effect::LoadDraft(_) | Effect::ListDrafts | Effect::TakeDraft { .. } => {
                if let Some(order) = Disk::order(&effect) {
                    self.await_draft(order);
                }
            }
            Effect::Edit { slot, field, text } => self.lend(slot, field, &text),
            Effect::Export { name, content, note } => {
                let set = self.state.settings.exports_folder.as_ref().map(std::path::PathBuf::from);
                let folder = set.as_deref().unwrap_or(&self.options.home);
                let written = super::exporting::write(folder, &name, &content, note.as_ref());
                self.update(Msg::Exported(written.map_err(|error| self.state.texts.of_system(&error.to_string()))));
            }
            Effect::Copy(text) => {
                let result = match self.options.clipboard.copy(&text) {
                    Ok(sequence) => {
                        self.bytes.extend_from_slice(&sequence);
                        self.options.clipboard.hand_to_tmux(&text);
                        Ok(text)
                    }
                    Err(Refused::TooLong(_)) => Err(NotCopied::TooLong(text.chars().count())),
                    Err(Refused::Control(_)) => Err(NotCopied::Control),
                    Err(Refused::Off | Refused::Empty) => Err(NotCopied::Off(text)),
                };
                self.update(Msg::Copied(result));
            }
            Effect::Wait(milliseconds, timer) => {
                self.alarms.push(Alarm { at: Instant::now() + Duration::from_millis(milliseconds), timer });
            }
            Effect::Theme(name) => {
                if let Some((_, theme)) = self.options.themes.iter().find(|(known, _)| *known == name) {
                    (self.named, self.theme) = (name, look::shown(theme, self.depth));
                }
            }
            Effect::Language(language) => {
                self.options.language = language;
                self.order(Order::Speak(Arc::clone(&self.state.texts)));
            }
            Effect::Redraw => self.screen.forget(),
            Effect::Try { attempt, server, token } => self.try_server(attempt, server, token),
            Effect::Configure(answers) => self.configure(*answers),
            Effect::Leave { heard } => {
                let before = if heard { Before::Nothing } else { Before::Unheard };
                self.begins = Some(Ending::SignIn(before));
                self.quitting = true;
            }
            Effect::Begin { demo } => {
                self.begins = Some(Ending::Begin { demo });
                self.quitting = true;
            }
            Effect::SignIn(attempt) => self.sign_in(attempt),
            Effect::SignOut => match self.keep_last() {
                true => self.sign_out(),
                false => self.update(Msg::QuitRefused),
            },
            Effect::SessionEnded => {
                // What could not be kept goes: what is shown may not stay for it.
                let before = if self.keep_last() { Before::Ended } else { Before::EndedUnkept };
                self.begins = Some(Ending::SignIn(before));
                self.quitting = true;
            }
            Effect::Ring => self.bytes.extend(self.options.ringing.bytes(&self.state.texts)),
            Effect::Mouse(on) => {
                if let Some(Err(error)) = self.stage.as_ref().map(|stage| stage.hold.listen_to_mouse(on)) {
                    tracing::debug!(%error, "the mouse was not switched");
                }
            }
            Effect::Quit => match self.keep_last() {
                true => self.quitting = true,
                false => self.update(Msg::QuitRefused),
            },
            Effect::QuitAnyway => self.quitting = true,
        }
    }

    fn await_draft(&mut self, order: Disk) {
        self.awaited += 1;
        let _ = self.disk.send(order);
    }

    fn order(&self, order: Order) {
        if let Some(network) = &self.network {
            // A network thread that is gone has told so already.
            let _ = network.send(order);
        }
    }

    /// A request was answered: what was saved needs no draft any more.
    fn settle(&mut self, request: u64, saved: bool) {
        if let Some(at) = self.drafts_of.iter().position(|(waiting, ..)| *waiting == request) {
            let (_, goes) = self.drafts_of.remove(at);
            if saved {
                let _ = self.disk.send(goes);
            }
        }
    }
}
