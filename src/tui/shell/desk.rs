//! The state with its screen, its timers and its helpers: takes events in, performs effects, draws.

mod reload;
mod setup;

use std::{
    sync::{
        Arc,
        mpsc::{Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use ratatui::{buffer::Buffer, layout::Rect};
use tokio::sync::mpsc::UnboundedSender;

use super::{
    Alarm, Ending, Event, Events, Options, clipboard,
    color::{Abilities, Depth},
    fault, guard,
    input::Input,
    look,
    network::{self, Destination, Order},
    screen::Screen,
    until_next_minute,
};
use crate::{
    client::outbox::{Drafts, DraftsError},
    locale::Texts,
    tui::{
        app::{
            Modal, State,
            message::{Effect, Link, Msg},
            place,
        },
        view::{self, theme::Theme},
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
    look: String,
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
    /// Drafts that go when a request succeeds, as far as they were saved before it was sent.
    drafts_of: Vec<(u64, String, DateTime<Utc>)>,
    quitting: bool,
    /// What to begin with after leaving: the demonstration, or what is set.
    begins: Option<bool>,
}

/// Something for the disk to do.
enum Disk {
    Save(String, String, DateTime<Utc>),
    Remove(String),
    Clear(String),
    /// Unless newer text was saved since.
    RemoveSaved(String, DateTime<Utc>),
    Load(String),
}

impl Disk {
    /// What an effect about a draft asks for.
    fn order(effect: &Effect) -> Option<Self> {
        match effect {
            Effect::SaveDraft { slot, text } => Some(Self::Save(slot.clone(), text.clone(), Utc::now())),
            Effect::RemoveDraft(slot) => Some(Self::Remove(slot.clone())),
            Effect::ClearDrafts(slot) => Some(Self::Clear(slot.clone())),
            _ => None,
        }
    }

    /// Does it; gives the text of a draft that was asked for.
    fn perform(self, drafts: &Drafts) -> Result<Option<Msg>, DraftsError> {
        match self {
            Self::Save(slot, text, at) => drafts.save(&slot, &text, at).map(|()| None),
            Self::RemoveSaved(slot, until) => drafts.remove_saved(&slot, until).map(|()| None),
            Self::Remove(slot) => drafts.remove(&slot).map(|()| None),
            Self::Clear(slot) => drafts.clear(&slot).map(|()| None),
            Self::Load(slot) => {
                let text = match drafts.load(&slot) {
                    // Where somebody was is no text of theirs: one can do without.
                    Err(DraftsError::Unreadable) if slot == place::SLOT => Some(String::new()),
                    draft => draft?.map(|draft| draft.text),
                };
                Ok(Some(Msg::Draft { slot, text }))
            }
        }
    }
}

impl Desk {
    /// Everything but the network.
    pub fn new(state: State, options: Options, events: Events, (width, height): (u16, u16)) -> Self {
        let drafts = Drafts::open(&options.drafts);
        let kept = drafts.as_ref().ok().cloned();
        let (disk, disk_thread) = start_disk(Arc::clone(&state.texts), drafts, events.clone());
        let area = Rect { x: 0, y: 0, width, height };
        let theme = options.themes.first().map_or_else(Theme::standard, |(_, theme)| theme.clone());
        let abilities = Abilities::from_variables(|name| std::env::var(name).ok());
        let look = options.themes.first().map_or_else(String::new, |(name, _)| name.clone());
        Self {
            state,
            theme: look::shown(&theme, abilities.depth),
            look,
            depth: abilities.depth,
            screen: Screen::new(abilities),
            next: Buffer::empty(area),
            bytes: Vec::with_capacity(1 << 14),
            alarms: Vec::new(),
            clock: Instant::now() + until_next_minute(),
            network: None,
            kept,
            disk,
            disk_thread,
            drafts_of: Vec::new(),
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
            let pause = if matches!(self.state.link, Link::Lost { .. }) { AGE_SHOWN_EVERY } else { until_next_minute() };
            self.clock = now + pause.min(until_next_minute());
            self.update(Msg::Clock(Utc::now()));
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
            Event::Message(message) => {
                if let Msg::Reply { request, reply } = &message {
                    self.settle(*request, reply.is_ok());
                }
                if matches!(message, Msg::Link(Link::Lost { .. })) {
                    self.clock = self.clock.min(Instant::now() + AGE_SHOWN_EVERY);
                }
                self.update(message);
            }
            Event::Input(Input::Key(key)) => self.update(Msg::Key(key)),
            Event::Input(Input::Paste(text)) => self.update(Msg::Paste(text)),
            Event::Input(Input::Resize(..)) => {
                let (width, height) = terminal.size();
                let area = Rect { x: 0, y: 0, width, height };
                self.next = Buffer::empty(area);
                self.update(Msg::Resize(width, height));
            }
            Event::Changed(changed) => self.reload(*changed),
            Event::Input(Input::Repaint) => self.screen.forget(),
            Event::Input(Input::End(why)) => return Some(Ending::Ended(why)),
        }
        self.quitting.then_some(Ending::Quit)
    }

    /// Draws what the state shows, with one write.
    pub fn draw(&mut self, terminal: &mut guard::Terminal) {
        let drawn = view::draw(&self.state, &self.theme, &mut self.next);
        if (drawn.scroll_most, drawn.timeline) != (self.state.scroll_most, self.state.timeline) {
            self.update(Msg::Measured { most: drawn.scroll_most, timeline: drawn.timeline });
        }
        self.screen.frame(&self.next, drawn.cursor, &mut self.bytes);
        if !self.bytes.is_empty() {
            terminal.write(&self.bytes);
            self.bytes.clear();
        }
    }

    /// What to begin with after leaving, if anything.
    pub fn begins(&self) -> Option<bool> {
        self.begins
    }

    /// Waits until drafts, and where we are, are on disk. When the thread that keeps them is gone, after a panic, they are kept
    /// here.
    pub fn close(mut self) {
        let mut last = self.state.keep_place();
        last.extend(self.state.modals.iter().filter_map(|modal| match modal {
            // What is being saved was kept with the save; kept later, it would outlive it.
            Modal::Form(form) if form.sending.is_none() => Some(form.keep(self.state.today)),
            _ => None,
        }));
        let orders = || last.iter().filter_map(Disk::order);
        for order in orders() {
            let _ = self.disk.send(order);
        }
        let (gone, _) = channel();
        self.disk = gone;
        let kept = self.disk_thread.take().is_some_and(|thread| thread.join().is_ok());
        if let Some(drafts) = self.kept.take().filter(|_| !kept) {
            for order in orders() {
                if let Err(error) = order.perform(&drafts) {
                    tracing::error!(?error, "what was typed last could not be kept");
                }
            }
        }
    }

    fn update(&mut self, message: Msg) {
        let effects = self.state.update(message);
        for effect in effects {
            self.perform(effect);
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Send { request, key, call, draft } => {
                let made_at = Utc::now();
                self.drafts_of.extend(draft.clone().map(|slot| (request, slot, made_at)));
                self.order(Order::Send { request, key, call, slot: draft.unwrap_or_default(), made_at });
            }
            Effect::Refresh => self.order(Order::Refresh),
            Effect::SaveDraft { .. } | Effect::RemoveDraft(_) | Effect::ClearDrafts(_) => {
                Disk::order(&effect).into_iter().for_each(|order| {
                    let _ = self.disk.send(order);
                });
            }
            Effect::LoadDraft(slot) => drop(self.disk.send(Disk::Load(slot))),
            Effect::Copy(text) => {
                let result = match clipboard::copy(&text, std::env::var_os("TMUX").is_some()) {
                    Ok(sequence) => {
                        self.bytes.extend_from_slice(&sequence);
                        Ok(text)
                    }
                    Err(_) => Err(text.chars().count()),
                };
                self.update(Msg::Copied(result));
            }
            Effect::Wait(milliseconds, timer) => {
                self.alarms.push(Alarm { at: Instant::now() + Duration::from_millis(milliseconds), timer });
            }
            Effect::Theme(name) => {
                if let Some((_, theme)) = self.options.themes.iter().find(|(known, _)| *known == name) {
                    (self.look, self.theme) = (name, look::shown(theme, self.depth));
                }
            }
            Effect::Language(language) => {
                self.options.language = language;
                self.order(Order::Speak(Arc::clone(&self.state.texts)));
            }
            Effect::Redraw => self.screen.forget(),
            Effect::Try { attempt, server, token } => self.try_server(attempt, server, token),
            Effect::Configure(answers) => self.configure(*answers),
            Effect::Begin { demo } => {
                self.begins = Some(demo);
                self.quitting = true;
            }
            Effect::Quit => self.quitting = true,
        }
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
            let (_, slot, made_at) = self.drafts_of.remove(at);
            if saved {
                let _ = self.disk.send(Disk::RemoveSaved(slot, made_at));
            }
        }
    }
}

/// Starts the thread that keeps drafts. Without a folder every draft is refused, in words.
fn start_disk(
    texts: Arc<Texts>,
    drafts: Result<Drafts, DraftsError>,
    events: Events,
) -> (Sender<Disk>, Option<thread::JoinHandle<()>>) {
    let (orders, taken) = channel::<Disk>();
    let thread = thread::Builder::new().name("drafts".into()).spawn(move || {
        let words = |error: DraftsError| format!("{} {}", error.what(&texts), error.advice(&texts));
        let drafts = drafts.map_err(words);
        for order in taken {
            fault::point();
            let outcome = match (&drafts, order) {
                (Err(why), Disk::Save(..)) => Err(why.clone()),
                (Err(_), _) => Ok(None),
                (Ok(drafts), order) => order.perform(drafts).map_err(words),
            };
            let message = outcome.unwrap_or_else(|why| Some(Msg::DraftFailed(why)));
            if let Some(message) = message {
                let _ = events.send(Event::Message(message));
            }
        }
    });
    (orders, thread.ok())
}
