//! What goes in and out of the state: messages in, effects out. Both are plain values, so a test compares them.

use crate::{
    api::{
        problem::{Code, Problem},
        session::Me,
    },
    client::replica::Replica,
    domain::{Instant, at_hand::LookedUp, ids::IdempotencyKey, presence::Presence},
};

pub use super::call::{Answer, Call};
pub use super::drafting::offer::{DraftOffer, DraftTold, Sent, SentInVain, Stands, UnreadableDrafts};
use super::{
    at_hand::Held,
    key::Key,
    pointing::Pointed,
    reloading::Reloaded,
    setup::{Answers, Found, Secret},
};
use crate::locale::Language;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// Something was pointed at, with a mouse, by its number or by its name.
    Pointed(Pointed),
    /// The window has this size now.
    Resize(u16, u16),
    /// The minute changed, or a screen woke up.
    Clock(Instant),
    /// A timer asked for by [`Effect::Wait`] ran out.
    Timer(Timer),
    /// The server told who we are.
    Me(Box<Me>),
    /// The replica changed.
    Replica(Replica),
    /// Every other window that is at a signal.
    Present(Vec<Presence>),
    /// The connection changed.
    Link(Link),
    /// The server is away: what was taken along of the register, or in words why it is not used.
    AtHand(Result<Box<Held>, String>),
    /// The answer to [`Effect::Send`].
    Reply {
        /// Which request.
        request: u64,
        /// What came of it.
        reply: Result<Answer, Refusal>,
    },
    /// The draft asked for by [`Effect::LoadDraft`].
    Draft {
        /// Which.
        slot: String,
        /// Its text, if there is one.
        text: Option<String>,
        /// When it was kept.
        saved_at: Instant,
    },
    /// The drafts there are, last kept first: told at the start, and when [`Effect::ListDrafts`] asked.
    Drafts {
        /// The drafts.
        offers: Vec<DraftOffer>,
        /// Those that cannot be read.
        unreadable: UnreadableDrafts,
        /// Did somebody ask?
        asked: bool,
    },
    /// Something to know about a draft.
    DraftTold(DraftTold),
    /// The editor that [`Effect::Edit`] started has ended.
    Edited(Edited),
    /// The disk refused to keep or to read a draft.
    DraftFailed {
        /// The reason, in words.
        words: String,
        /// The slot and the text that is not on disk now.
        unsaved: Option<(String, String)>,
    },
    /// The draft in this slot is on disk, after it could not be kept before.
    DraftKept(String),
    /// [`Effect::Quit`] was not done: the last texts could not be kept.
    QuitRefused,
    /// How the open signal lies, as the last frame found.
    Measured {
        /// How far it can be scrolled.
        most: usize,
        /// The line where its timeline begins.
        timeline: usize,
        /// How far the card of an entry of the register can be scrolled.
        card: usize,
    },
    /// So many rows of the server could not be read: this program is older than the server.
    Unreadable(u32),
    /// What waited was sent by itself.
    Resent {
        /// What of it is saved now.
        saved: Vec<Sent>,
        /// What was refused: it is a draft again.
        refused: Vec<SentInVain>,
        /// What another window sent or threw away.
        elsewhere: Vec<Sent>,
    },
    /// So many texts that were pressed wait to be sent.
    Waiting(usize),
    /// A request to change something has no answer yet, and it takes long.
    Unanswered(u64),
    /// The server's clock, when it is another than was told before.
    ServerClock(Instant),
    /// What was exported is in this file, or why not in words.
    Exported(Result<String, String>),
    /// Text was sent to the terminal's clipboard, or why not.
    Copied(Result<String, NotCopied>),
    /// The user saved a configuration, keymap or theme file.
    Reloaded(Box<Reloaded>),
    /// A server answered [`Effect::Try`], or did not: what happened and what to do.
    Tried {
        /// Which attempt.
        attempt: u64,
        /// What came of it.
        result: Result<Found, (String, String)>,
    },
    /// The answers are saved, in this file, or why not in words.
    Configured(Result<String, String>),
    /// What came of signing in.
    SignIn {
        /// Which attempt.
        attempt: u64,
        /// What came of it.
        told: Box<super::signing_in::Told>,
    },
    /// Signed out.
    SignedOut {
        /// Did server and provider hear it, and is nothing of it kept here?
        heard: bool,
    },
}

/// Why a text did not go to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCopied {
    /// It is longer than terminals take: so many characters.
    TooLong(usize),
    /// It holds a control character, which would act when it is pasted.
    Control,
    /// This terminal has no clipboard, or none is wanted: the text.
    Off(String),
}

/// What an editor left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Which draft the text belongs to.
    pub slot: String,
    /// The name of the field.
    pub field: String,
    /// The text it left, if it can be read.
    pub text: Option<String>,
    /// The encoding it was in, when that was not UTF-8: the text was converted.
    pub converted_from: Option<&'static str>,
    /// What went wrong.
    pub fault: Option<EditorFault>,
}

/// What went wrong with an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorFault {
    /// None is set.
    Unset,
    /// This command does not start.
    Missing(String),
    /// It ended with this exit code.
    Code(i32),
    /// It was killed.
    Killed,
    /// It left so many bytes, more than is taken; they stay in this file.
    TooLarge(u64, String),
    /// The system refuses: the reason, in words.
    Failed(String),
}

/// A draft that is sent: it may go once the server has acknowledged, or once it is kept among what waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What it is a draft of.
    pub slot: String,
    /// Its text, as it was kept.
    pub text: String,
}

/// Something to do outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ask the server.
    Send {
        /// Comes back with the reply.
        request: u64,
        /// Made when the user pressed the key.
        key: IdempotencyKey,
        /// What to ask.
        call: Call,
        /// The draft it came from.
        draft: Option<Kept>,
    },
    /// Keep a draft on disk.
    SaveDraft {
        /// Under which name.
        slot: String,
        /// What was typed.
        text: String,
    },
    /// Throw a draft away.
    RemoveDraft(String),
    /// Throw the draft with this id away.
    DropDraft(String),
    /// No longer send what waits under this key, and throw it away.
    DropWaiting(IdempotencyKey),
    /// Keep this text as a draft, and once it is on disk throw the one with this id away.
    KeepInstead {
        /// Under which name.
        slot: String,
        /// What was typed.
        text: String,
        /// The other.
        id: String,
    },
    /// Throw a draft away, and what windows that are gone left of it.
    ClearDrafts(String),
    /// Throw away the drafts on disk, and what waits there, of who wants nothing kept.
    ClearDisk,
    /// Read a draft.
    LoadDraft(String),
    /// Tell which drafts there are.
    ListDrafts,
    /// Read the draft with this id; from now on it is this window's own.
    TakeDraft {
        /// Its id.
        id: String,
        /// What it is a draft of.
        slot: String,
    },
    /// Keep a draft beside the one of its slot, to be offered later.
    SetAside {
        /// What it is a draft of.
        slot: String,
        /// The draft.
        text: String,
        /// When it was kept.
        saved_at: Instant,
    },
    /// Keep a draft beside the one of its slot, and only once that is on disk throw the one in the slot away.
    MoveAside {
        /// What it is a draft of.
        slot: String,
        /// The draft.
        text: String,
        /// When it was kept.
        saved_at: Instant,
    },
    /// Give the terminal to the user's editor with this text; what it leaves comes as [`Msg::Edited`].
    Edit {
        /// Which draft the text belongs to.
        slot: String,
        /// The name of the field.
        field: String,
        /// The text.
        text: String,
    },
    /// Write a file for another program.
    Export {
        /// Its name.
        name: String,
        /// What stands in it.
        content: Vec<u8>,
        /// A text that lies beside it and says what it is: the ending of its name, and the text.
        note: Option<(String, String)>,
    },
    /// Send text to the clipboard of the terminal.
    Copy(String),
    /// Keep a look-up in what was taken along, for the server to hear later.
    NoteLookUp {
        /// Made at the look-up: it is told once.
        key: IdempotencyKey,
        /// What was looked up.
        look_up: LookedUp,
    },
    /// Come back after so many milliseconds.
    Wait(u64, Timer),
    /// Ask for the newest state of everything.
    Refresh,
    /// Draw every cell anew.
    Redraw,
    /// Ring the bell, and notify where that is wanted. Says nothing of any case.
    Ring,
    /// Listen to the mouse, or no more.
    Mouse(bool),
    /// Look like this theme.
    Theme(String),
    /// Speak this language outside the state too.
    Language(Language),
    /// Try a server, with a token or without.
    Try {
        /// Comes back with the answer.
        attempt: u64,
        /// Its address.
        server: String,
        /// The token.
        token: Option<Secret>,
    },
    /// Save what was answered while setting up, or chosen later.
    Configure(Box<Answers>),
    /// Leave, and begin with what is set now.
    Begin {
        /// With the demonstration?
        demo: bool,
    },
    /// Leave after signing out, and begin anew with signing in.
    Leave {
        /// As in [`Msg::SignedOut`].
        heard: bool,
    },
    /// Begin to sign in; comes back as [`Msg::SignIn`] with this number.
    SignIn(u64),
    /// Keep what was typed last and sign out; comes back as [`Msg::SignedOut`].
    SignOut,
    /// The session has ended: keep what was typed last and begin anew, with signing in.
    SessionEnded,
    /// Keep what was typed last and leave; [`Msg::QuitRefused`] when that could not be kept.
    Quit,
    /// Leave, also with text that could not be kept.
    QuitAnyway,
}

/// Why the state wanted to be woken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timer {
    /// The cursor has rested: read what the preview shows.
    Preview(u64),
    /// Something was typed a moment ago: keep the draft.
    Draft,
    /// A second of the time that a code is good went by.
    SignIn(u64),
    /// The query has rested: search on the server.
    Search(u64),
    /// The letter is on the screen: search the register that is here.
    SearchHere(u64),
    /// A sequence of keys has begun and nothing followed: show what may.
    Following(u64),
    /// Text came in outside a field and then it was quiet.
    Burst(u64),
    /// A number was typed and nothing followed: it is a pane.
    Count(u64),
    /// A word was typed into a menu and nothing followed.
    Menu(u64),
    /// A new signal was read: ask what it looks like.
    Resembling(u64),
    /// A report was being typed, and then it was quiet: ask what it looks like.
    Typed(u64),
    /// A second of the time that something shielded is shown went by.
    Reveal(u64),
}

/// Why something did not happen, in words the edge made from a problem or a failed connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The code of the problem, when the server answered with one.
    pub code: Option<Code>,
    /// What happened.
    pub words: String,
    /// What to do.
    pub advice: String,
    /// The problem itself.
    pub problem: Option<Box<Problem>>,
}

/// How the connection is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Not there yet.
    Connecting,
    /// Up to date until a moment ago.
    Live,
    /// Gone since; the rows are as old as that.
    Lost {
        /// Since when.
        since: Instant,
        /// Why, in words.
        words: String,
        /// What to do.
        advice: String,
        /// The server answers, but not to this token.
        refused: bool,
    },
}
