//! The state of the interface and what changes it. Pure: no clock, no network, no disk, no terminal.
//!
//! [`State::update`] takes a [`Msg`] and gives back the [`Effect`]s to perform. Time, random and size come in as values.

pub mod acting;
pub mod actions;
pub mod address;
pub mod advice;
pub mod agenda;
mod alone;
pub mod arrangements;
mod arrival;
mod asking;
pub mod at_hand;
mod attention;
pub mod available;
pub mod board;
pub mod bulk;
mod call;
pub mod case_file;
pub mod choose;
pub mod choosing;
pub mod columns;
pub mod command;
mod command_table;
pub mod conflict;
mod correction;
pub mod counts;
pub mod date_input;
mod declined;
mod dispatch;
pub mod doubt;
mod drafting;
pub mod duplicating;
mod edits;
mod emergencies;
mod entry_form;
pub mod explaining;
mod exporting;
mod faceting;
mod facts;
mod failed;
pub mod field;
pub mod finder;
pub mod finding;
pub mod form;
pub mod form_layout;
pub mod forms;
mod guarding;
mod habit;
pub mod hints;
pub mod holding;
pub mod key;
pub mod keymap;
pub mod keys;
pub mod layout;
mod leaving;
mod legend;
mod length_input;
pub mod list;
mod looking_up;
pub mod lookup;
mod marking;
mod matching;
pub mod meant;
mod meanwhile;
mod menu_letters;
pub mod message;
pub mod messages;
pub mod mistake;
mod modal;
mod numbering;
mod pace;
mod pane;
pub mod panel;
mod past;
pub mod picker;
pub mod picking;
pub mod place;
pub mod pointing;
pub mod presence;
mod preview;
pub mod printed;
mod purpose;
mod reasons;
pub mod reference;
pub mod reloading;
pub mod reveal;
pub mod run;
mod said;
mod scope;
mod scrolling;
pub mod setting_up;
pub mod settings;
pub mod setup;
mod sharing;
pub mod signals;
pub mod signing_in;
mod since;
mod slot;
pub mod stale;
mod start;
mod switching;
pub mod template;
pub mod time_outs;
mod times_input;
pub mod traces;
mod undoing;
mod unkept;
mod urgency;
pub mod verdicts;
pub mod viewing;
pub mod waiting;
pub mod words;
pub mod wrap;
mod writing;
mod year;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    api::session::Me,
    client::replica::Replica,
    domain::{Date, Instant, ids::SignalId, signal::Signal, text::SafeText, zone},
    explanation::Library,
    locale::Texts,
};

use self::{
    acting::Past,
    actions::Pending,
    agenda::{AgendaPane, fixed::Allowed},
    at_hand::Held,
    board::BoardPane,
    bulk::Batch,
    command::Command,
    failed::Failed,
    finder::Index,
    key::Key,
    keymap::Keymap,
    lookup::{Called, Lookup},
    message::Link,
    pace::{AT_ONCE, DRAFT_AFTER, PANE_AFTER, PREVIEW_AFTER, SEARCH_AFTER},
    reference::Reference,
    settings::Settings,
    setup::Known,
    signals::SignalsPane,
    stale::Stale,
    template::Template,
    traces::TracesPane,
};
pub use self::{
    lookup::list_height as lookup_list_height,
    modal::Modal,
    pane::Pane,
    said::{Message, Part, Tone},
    start::{Choices, Start},
};

/// Everything the screen shows.
#[derive(Debug, Clone)]
pub struct State {
    /// Window size.
    pub size: (u16, u16),
    /// The clock here.
    pub now: Instant,
    /// The server's date in the Netherlands, once known: days left are counted from it.
    pub today: Date,
    /// How far the server's clock is ahead of the one here.
    skew: chrono::TimeDelta,
    /// The connection.
    pub link: Link,
    /// The server's address.
    pub server: SafeText,
    /// Who we are, once known.
    pub me: Option<Me>,
    /// Lists and register.
    pub replica: Replica,
    /// Rows of the server that could not be read and are missing here.
    pub unreadable: u32,
    /// Did any rows arrive?
    pub loaded: bool,
    /// Which pane.
    pub pane: Pane,
    /// Pane 1.
    pub signals: SignalsPane,
    /// Pane 2.
    pub agenda: AgendaPane,
    /// Pane 3.
    pub register: Lookup,
    /// Pane 4.
    pub board: BoardPane,
    /// Pane 5.
    pub traces: TracesPane,
    /// What lies over it; the last has the keys.
    pub modals: Vec<Modal>,
    /// The line above the hints.
    pub message: Option<Message>,
    /// Keys typed so far of a longer sequence.
    pub typed: Vec<Key>,
    /// Are the keys shown that may follow?
    pub following: bool,
    /// The number typed before a command that repeats it.
    pub count: Option<u32>,
    /// Raised with every key, so that only the last timer counts.
    presses: u64,
    /// Characters that came in outside a field.
    burst: guarding::Burst,
    /// Is the screen covered?
    pub locked: bool,
    /// What the user has set.
    pub settings: Settings,
    /// What is known before loket is set up.
    pub known: Known,
    /// Did its user sign in, rather than give a token?
    pub signed_in: bool,
    /// When a key was last pressed.
    touched: Instant,
    /// Is the mouse listened to?
    pub mouse: bool,
    /// Does the window have the keyboard?
    attention: pointing::Attention,
    /// Is this read as lines instead of looked at?
    pub plain: bool,
    /// Is an editor set that a text can go to?
    pub has_editor: bool,
    /// Who else is at which signal.
    present: presence::Present,
    /// What was mine at the last look.
    watch: attention::Watch,
    /// How often each command was run from the palette: after three times its key is told.
    from_palette: BTreeMap<Command, u8>,
    /// Commands whose key was told.
    taught: BTreeSet<Command>,
    /// What help and palette find each command by, once one of them was opened.
    index: Option<Arc<Index>>,
    /// When cancel was last pressed.
    cancelled: Option<Instant>,
    /// Whole signals that were read, newest last.
    read: Vec<Signal>,
    /// How far the open signal can be scrolled.
    pub scroll_most: usize,
    /// The line of the open signal where its timeline begins.
    pub timeline: usize,
    /// Which signal could not be read, and why.
    pub unread: Option<(SignalId, String)>,
    /// Requests under way.
    pub requests: BTreeMap<u64, Pending>,
    /// Fixed agendas that may be changed without asking once more.
    allowed: BTreeSet<Allowed>,
    batches: BTreeMap<u64, Batch>,
    next_request: u64,
    next_batch: u64,
    /// What the last action on many could not do.
    pub failed: Vec<Failed>,
    /// What was kept of the last time, until everything has arrived.
    resuming: Option<place::Place>,
    /// What of this was kept last.
    kept: String,
    /// Raised with every move of the cursor, so that only the last timer counts.
    moves: u64,
    /// What can be taken back and done again.
    past: Past,
    /// Whose number was copied while which signal was under the cursor: the likely contact of its next contact moment.
    called: Called,
    /// Whose number or address is being copied.
    copying: Option<String>,
    /// What the list holds that goes out as a file: its columns.
    exporting: Option<String>,
    shield: reveal::Shield,
    /// Texts.
    pub texts: Arc<Texts>,
    /// Keymap.
    pub keymap: Arc<Keymap>,
    /// What can be switched to.
    pub choices: Choices,
    /// The user's own templates.
    pub templates: Vec<Template>,
    /// Pages about instruments and rules.
    pub explanations: Arc<Library>,
    unkept: unkept::Unkept,
    /// What must be drawn.
    pub stale: Stale,
    hints: hints::Standing,
    /// The digit that begins a number and may mean a pane.
    digit: Option<numbering::Digit>,
    /// The row a plain step of the cursor left.
    stepped: Option<usize>,
    /// How many drafts there are, once known.
    pub drafts: Option<usize>,
    /// How many texts that were pressed wait to be sent.
    pub waiting: usize,
    /// Acts of which it is not known whether they were done.
    unknown: waiting::Unknown,
    /// What was taken along of the register for when the server is away, once it was read, or why it is not good.
    at_hand: Option<Result<Held, String>>,
    /// Is there nothing but the register to look in?
    pub alone: bool,
    /// Does the server end with this window, and all that is done on it: a demonstration in this program?
    pub passing: bool,
    /// Entries of the register that are searched within the time of a letter; with more the letter is drawn first.
    pub at_once: u32,
    /// Names for codes.
    pub reference: Arc<Reference>,
    seed: u128,
}

impl State {
    /// The state at the start: nothing is known yet.
    pub fn new(start: Start) -> Self {
        let mut state = Self {
            size: start.size,
            now: start.now,
            today: zone::date_of(start.now),
            skew: chrono::TimeDelta::zero(),
            link: Link::Connecting,
            server: SafeText::line(&start.server),
            me: None,
            replica: Replica::new(),
            unreadable: 0,
            loaded: false,
            pane: Pane::Signals,
            signals: SignalsPane::default(),
            agenda: AgendaPane::default(),
            register: Lookup::default(),
            board: BoardPane::default(),
            traces: TracesPane::default(),
            modals: Vec::new(),
            message: None,
            typed: Vec::new(),
            following: false,
            count: None,
            presses: 0,
            from_palette: BTreeMap::new(),
            taught: BTreeSet::new(),
            index: None,
            cancelled: None,
            burst: guarding::Burst::default(),
            locked: false,
            touched: start.now,
            settings: start.settings,
            known: Known::default(),
            signed_in: false,
            mouse: start.mouse,
            attention: pointing::Attention::default(),
            plain: start.plain,
            has_editor: true,
            present: presence::Present::default(),
            watch: attention::Watch::default(),
            read: Vec::new(),
            scroll_most: 0,
            timeline: 0,
            unread: None,
            requests: BTreeMap::new(),
            allowed: BTreeSet::new(),
            batches: BTreeMap::new(),
            next_request: 0,
            next_batch: 0,
            failed: Vec::new(),
            resuming: None,
            kept: String::new(),
            moves: 0,
            past: Past::default(),
            called: Called::default(),
            copying: None,
            exporting: None,
            shield: reveal::Shield::default(),
            texts: start.texts,
            keymap: start.keymap,
            choices: start.choices,
            templates: start.templates,
            explanations: Arc::default(),
            drafts: None,
            waiting: 0,
            unknown: waiting::Unknown::default(),
            at_hand: None,
            alone: false,
            passing: false,
            at_once: AT_ONCE,
            unkept: unkept::Unkept::default(),
            stale: Stale::Everything,
            hints: hints::Standing::default(),
            digit: None,
            stepped: None,
            reference: Arc::new(Reference::embedded()),
            seed: u128::from_le_bytes(start.seed),
        };
        // What nobody looks at is not read for it: a read is logged.
        state.signals.preview = !state.plain;
        start.notice.into_iter().for_each(|notice| state.say(Tone::Warn, notice));
        state.hint();
        state
    }
}
