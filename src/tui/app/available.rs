//! Why a command cannot run now. Every way to run one asks here first, and help and palette show the answer.

use super::{
    Modal, Pane, State,
    command::{Command, Scope, Trait},
    message::Link,
};
use crate::locale::Value;

/// Why not: the key of a text, and what goes into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The key.
    pub key: &'static str,
    /// What goes into the text.
    pub values: Vec<(&'static str, Value)>,
}

impl From<&'static str> for Reason {
    fn from(key: &'static str) -> Self {
        Self { key, values: vec![] }
    }
}

/// Commands that change how it looks, or need a screen that can be written on: of no use where lines are read.
const SEEN_ONLY: &[Command] = &[Command::Preview, Command::Theme, Command::Mouse, Command::NoteEditor, Command::Editor];

impl State {
    /// Why the command cannot run here and now; nothing when it can.
    pub fn unavailable(&self, command: Command) -> Option<Reason> {
        self.not_permitted(command).or_else(|| self.not_here(command)).map(Reason::from)
    }

    /// As [`State::unavailable`], for a list of commands over the screen: what is for a field or a window runs there only.
    pub fn unavailable_from_list(&self, command: Command) -> Option<Reason> {
        if command.scope().is_inner() && !matches!(command, Command::Template | Command::Editor) {
            return Some("why-inside".into());
        }
        self.unavailable(command)
    }

    /// The reason in words.
    pub fn reason(&self, reason: &Reason) -> String {
        self.texts.with(reason.key, &reason.values)
    }

    fn not_permitted(&self, command: Command) -> Option<&'static str> {
        if !command.is(Trait::Writes) {
            return None;
        }
        if self.read_only {
            return Some("why-read-only");
        }
        // Until the server told who we are, it decides.
        let known = self.me.is_some();
        let may = match command {
            Command::Drafts => true,
            Command::Note | Command::NoteEditor | Command::Contact => self.may("signal.note"),
            _ => self.may("signal.write"),
        };
        if known && !may {
            return Some("why-no-right");
        }
        let lost = matches!(self.link, Link::Lost { .. });
        (command.is(Trait::Live) && lost).then_some("why-no-connection")
    }

    fn not_here(&self, command: Command) -> Option<&'static str> {
        if self.plain && SEEN_ONLY.contains(&command) {
            return Some("why-plain");
        }
        let on_signals = self.pane == Pane::Signals;
        let listed = self.signals.current.is_some();
        let officer = || match self.modals.last() {
            Some(Modal::Lookup(lookup)) => lookup.current().is_some(),
            _ => self.pane == Pane::Register && self.register.current().is_some(),
        };
        match command {
            Command::CopyPhone | Command::CopyMail => {
                let Some(id) = self.signals.current.filter(|_| on_signals) else { return Some("nothing-selected") };
                let Some(signal) = self.whole(id) else { return Some("not-read-yet") };
                let reporter = &signal.facts.reporter;
                let field = if command == Command::CopyPhone { &reporter.phone } else { &reporter.mail };
                field.is_blank().then_some("nothing-to-copy")
            }
            Command::Template => (!self.takes_template()).then_some("why-no-field"),
            Command::Editor => self.no_editor_here(),
            Command::Release => match self.targets_mine() {
                None => Some("nothing-selected"),
                Some(false) => Some("why-not-yours"),
                Some(true) => None,
            },
            Command::Undo => (!self.can_undo()).then_some("nothing-to-undo"),
            Command::History => (!self.can_undo()).then_some("nothing-to-undo"),
            Command::Redo => (!self.can_redo()).then_some("nothing-to-redo"),
            Command::NextItem | Command::PreviousItem => self.signals.open.is_none().then_some("why-not-open"),
            _ => match command.scope() {
                Scope::Signal => (!on_signals || !listed).then_some("nothing-selected"),
                Scope::Card => (!officer()).then_some("why-no-officer"),
                _ => None,
            },
        }
    }

    /// Is one of the signals an action works on mine? Nothing when there is none at all.
    fn targets_mine(&self) -> Option<bool> {
        let targets = self.signals.targets();
        let signals = self.replica.signals();
        let me = self.me.as_ref().map(|me| me.account);
        let mine = |id| {
            let owner = signals.find(id).and_then(|row| signals.get(row))?.owner_at(self.server_now())?.account;
            Some(Some(owner) == me)
        };
        (self.pane == Pane::Signals && !targets.is_empty()).then(|| targets.into_iter().any(|id| mine(id) == Some(true)))
    }
}
