//! A small menu: pick by letter, or with the arrows and Enter.

use crate::domain::{
    Date,
    ids::{ConfirmationId, IdempotencyKey, MessageId, SignalId, SignalNumber, ViewId},
    signal::{Outcome, Status, Urgency},
};

use super::{
    acting::Act,
    agenda::{AgendaChoice, fixed::Allowed},
    command::Command,
    menu_letters::Typed,
    purpose::Purpose,
    signals::{Sorting, View},
    viewing::ViewDeed,
};
use crate::{
    client::replica::{BoardGroup, BoardView},
    export::Format,
    locale::{Language, Texts},
};

/// Answers of a question, at most.
const MOST_ANSWERS: usize = 4;

/// What a choice leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// This urgency.
    Urgency(Vec<SignalId>, Urgency),
    /// This status.
    Status(Vec<SignalId>, Status),
    /// Closed with this outcome.
    End(Vec<SignalId>, Outcome),
    /// Run this command of help.
    RunFound(Command),
    /// Do this to many, as asked.
    Many(Vec<SignalId>, Act),
    /// Put the cursor on this signal.
    Show(SignalId),
    /// Link a signal to the one with this number.
    Link(SignalId, SignalNumber),
    /// Ask whether the first signal is to go up in the second.
    AskMerge(SignalId, SignalId),
    /// Leave the report that is being typed as a draft, and put the cursor on this signal.
    LeaveFor(SignalId),
    /// Let this version of a message go; what it warns of was shown.
    Message(MessageId, i64, bool),
    /// This view.
    View(View),
    /// This saved view.
    Saved(ViewId),
    /// Another name for this view, or other people who see it.
    RenameView(ViewId),
    /// Ask whether this is to be done to the view.
    AskView(ViewId, ViewDeed),
    /// Do it.
    ChangeView(ViewId, ViewDeed),
    /// This order.
    Sort(Sorting),
    /// These clocks on the board.
    BoardView(BoardView),
    /// The board in these groups.
    BoardGroup(BoardGroup),
    /// Filter the board by this.
    BoardFilter(String),
    /// What stands in the form is to be proposed or noted, as asked.
    Propose,
    /// Open the form for this.
    Form(Purpose),
    /// Confirm the proposal of this confirmation, as it was shown with this hash.
    Confirm(ConfirmationId, String),
    /// Say why the proposal is rejected, or withdrawn.
    Decline(ConfirmationId, bool),
    /// This version of a fixed agenda may be changed in this sitting, as asked, and then this.
    Allow(Allowed, Box<Choice>),
    /// Something about a meeting, an item or an invitation.
    Agenda(AgendaChoice),
    /// What the list shows, in this format.
    Export(Format),
    /// Every step and every move of the clock under the cursor.
    Steps,
    /// This decision of the signal is to be suspended.
    Suspend(SignalId, usize),
    /// Run this command.
    Run(Command),
    /// Do nothing.
    Nothing,
    /// Does nothing, and says so: what was about to happen did not.
    Leave,
    /// Leave loket.
    Quit,
    /// Leave loket, and with it text that could not be kept.
    QuitAnyway,
    /// Close the form of this draft, and with it text that could not be kept.
    DropText(String),
    /// Throw away the draft with this id.
    DropDraft(String),
    /// No longer send what waits under this key.
    DropWaiting(IdempotencyKey),
    /// Throw away what is on disk of drafts.
    ClearDisk,
    /// This text in the field with the cursor, and on to the next.
    Fill(String),
    /// This day in this field of the form, and save.
    Year(usize, Date),
    /// Filter the list by this.
    Filter(String),
    /// Take back what was done up to and including this one, the last being the first.
    History(usize),
    /// Take so many actions back, as asked when there were so many.
    UndoMany(usize, usize),
    /// Take the one alone back that was done so many before the end, as asked when there were so many.
    UndoOne(usize, usize),
    /// Do again what was taken back last.
    Redo,
    /// Say this: the key of a text.
    Told(&'static str),
    /// These keys.
    Keymap(String),
    /// This language.
    Language(Language),
    /// This look.
    Theme(String),
    /// Copy this; the first is what it is called.
    Copy(String, String),
}

/// One line of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The letter.
    pub letter: char,
    /// What it says.
    pub label: String,
    /// Beside it, dim.
    pub note: String,
    /// Where it leads.
    pub choice: Choice,
}

impl Item {
    /// A line with the text and the letter (`KEY-letter`) of this key.
    pub fn of(texts: &Texts, key: &str, choice: Choice) -> Self {
        let letter = texts.get(&format!("{key}-letter")).chars().next().unwrap_or(' ');
        Self { letter, label: texts.get(key), note: String::new(), choice }
    }
}

/// The menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    /// Its head.
    pub title: String,
    /// What stands above the lines: what is decided on.
    pub about: Vec<String>,
    /// A code for a camera that stands above the lines, in rows.
    pub code: Vec<String>,
    /// The lines.
    pub items: Vec<Item>,
    /// Which is selected.
    pub cursor: usize,
    /// What was typed into it, where letters pick nothing.
    pub typed: Option<Typed>,
    /// What was typed into it and is no line of it; said below the lines until the next key.
    pub stray: String,
    /// The menu it was picked from: closing it leads back there.
    pub under: Option<Box<Choose>>,
}

impl Choose {
    /// A menu with the cursor on its first line.
    pub fn new(title: String, items: Vec<Item>) -> Self {
        Self { title, about: vec![], code: vec![], items, cursor: 0, typed: None, stray: String::new(), under: None }
    }

    /// Does it ask whether something is meant, rather than which: one of few answers leaves everything as it is.
    pub fn is_question(&self) -> bool {
        let leaves = |item: &Item| matches!(item.choice, Choice::Nothing | Choice::Leave);
        (2..=MOST_ANSWERS).contains(&self.items.len()) && self.items.iter().any(leaves)
    }

    /// With the cursor on this line.
    #[must_use]
    pub fn at(self, cursor: usize) -> Self {
        Self { cursor, ..self }
    }

    /// With this above its lines.
    #[must_use]
    pub fn about(self, about: Vec<String>) -> Self {
        Self { about, ..self }
    }
}
