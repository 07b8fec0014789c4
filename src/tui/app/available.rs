//! Why a command cannot run now. Every way to run one asks here first, and help and palette show the answer.

use super::{
    Modal, Pane, State,
    command::{Command, Scope, Trait},
    lookup,
    message::Link,
    panel::PanelKind,
    settings::ReadOnly,
};
use crate::{client::replica::SignalRow, domain::signal::ShieldedField, locale::Value};

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
const SEEN_ONLY: &[Command] = &[
    Command::CardQr,
    Command::Preview,
    Command::Zoom,
    Command::Columns,
    Command::Theme,
    Command::Mouse,
    Command::NoteEditor,
    Command::Editor,
    Command::Setup,
];

/// Why such a command is of no use where lines are read.
fn why_plain(command: Command) -> &'static str {
    match command {
        Command::NoteEditor | Command::Editor | Command::Setup => "why-plain-screen",
        _ => "why-plain",
    }
}

impl State {
    /// Why the command cannot run here and now; nothing when it can.
    pub fn unavailable(&self, command: Command) -> Option<Reason> {
        if self.alone && !super::alone::takes(command) {
            return Some("why-alone".into());
        }
        self.not_permitted(command)
            .or_else(|| self.not_here_yet(command))
            .or_else(|| (self.plain && SEEN_ONLY.contains(&command)).then(|| why_plain(command)))
            .map(Reason::from)
            .or_else(|| (command == Command::SignOut && !self.signed_in).then(|| "why-token".into()))
            .or_else(|| self.elsewhere(command))
            .or_else(|| self.not_on_this(command).map(Reason::from))
            .or_else(|| (command == Command::Publish).then(|| self.no_next_step()).flatten())
            .or_else(|| self.not_on_this_clock(command))
    }

    /// As [`State::unavailable`], for a list of commands over the screen: what is for the list itself runs by its keys only.
    pub fn unavailable_from_list(&self, command: Command) -> Option<Reason> {
        if command.scope().is_inner() && !self.scopes_beneath().contains(&command.scope()) {
            return Some(if command == Command::Template { "why-no-text" } else { "why-inside" }.into());
        }
        self.unavailable(command)
    }

    /// The reason in words.
    pub fn reason(&self, reason: &Reason) -> String {
        self.texts.with(reason.key, &reason.values)
    }

    /// What offers meetings or views waits until all of them are there, and until it is known who asks.
    fn not_here_yet(&self, command: Command) -> Option<&'static str> {
        let arriving = match self.link {
            Link::Connecting => true,
            Link::Live => self.me.is_none(),
            Link::Lost { .. } => false,
        };
        (arriving && matches!(command, Command::Let | Command::View)).then_some("why-arriving")
    }

    fn not_permitted(&self, command: Command) -> Option<&'static str> {
        // Until the server told who we are, it decides.
        let known = self.me.is_some();
        let may = |wanted: &[&str]| !known || wanted.iter().any(|permission| self.may(permission));
        if command == Command::ReadOnly {
            return (self.settings.read_only_set == ReadOnly::Locked).then_some("why-read-only-locked");
        }
        if command == Command::PaneTraces {
            return (!self.may("audit.read")).then_some("why-no-right");
        }
        if command == Command::PaneSignals && !self.offers(Pane::Signals) {
            return Some("why-no-right");
        }
        if matches!(command, Command::PaneBoard | Command::CallBacks) {
            return (!may(&["time-out.read"])).then_some("why-no-right");
        }
        if command == Command::PaneAgenda {
            return (!may(&["meeting.read"])).then_some("why-no-right");
        }
        if matches!(command, Command::Lookup | Command::PaneRegister) {
            let register = ["register.search", "register.read", "register.replicate"];
            return (!may(&register)).then_some("why-no-right");
        }
        if command == Command::Export && self.pane == Pane::Agenda {
            // Its papers are made by the server.
            return matches!(self.link, Link::Lost { .. }).then_some("why-no-connection");
        }
        if matches!(command, Command::CardHistory | Command::RegisterTasks) {
            return (!may(&["register.list"])).then_some("why-no-right");
        }
        if matches!(command, Command::Reveal | Command::CopyPhone | Command::CopyMail) {
            // Each is written down there first.
            return matches!(self.link, Link::Lost { .. }).then_some("why-no-connection");
        }
        if !command.is(Trait::Writes) {
            return None;
        }
        if self.settings.read_only {
            return Some("why-read-only");
        }
        if command.scope() == Scope::Arrangement && !may(super::arrangements::rights(command)) {
            return Some("why-no-right");
        }
        let right = match command {
            Command::Drafts => return None,
            Command::Note | Command::NoteEditor | Command::Contact | Command::CorrectContact => "signal.note",
            Command::SaveView => "view.write",
            Command::Let => "meeting.write",
            Command::NoteLesson => "lesson.write",
            Command::Share | Command::EndShare => "share.write",
            _ if command.scope() == Scope::Agenda => "meeting.write",
            Command::TraceLooked | Command::TraceJudge => "audit.review",
            Command::Undo if self.past.done.last().is_some_and(|done| done.agenda.is_some()) => "meeting.write",
            Command::Redo if self.past.undone.last().is_some_and(|done| done.agenda.is_some()) => "meeting.write",
            Command::Undo if self.past.done.last().is_some_and(|done| done.said.is_some()) => "register.verify",
            Command::Redo if self.past.undone.last().is_some_and(|done| done.said.is_some()) => "register.verify",
            Command::Confirm | Command::Report | Command::CardConfirm | Command::CardReport => "register.verify",
            Command::CardEdit if self.may("register.write-own") => "register.write-own",
            Command::CardEdit => "register.write",
            Command::Settle => "confirmation.settle",
            _ if command.scope() == Scope::TimeOut => "time-out.write",
            _ => "signal.write",
        };
        if command.scope() != Scope::Arrangement && !may(&[right]) {
            return Some("why-no-right");
        }
        let lost = matches!(self.link, Link::Lost { .. });
        (command.is(Trait::Live) && lost).then_some("why-no-connection")
    }

    /// The command belongs to another place than the one that is open.
    fn elsewhere(&self, command: Command) -> Option<Reason> {
        let scope = command.scope();
        let over = self.beneath().is_some();
        let pane = matches!(
            command,
            Command::PaneSignals
                | Command::PaneAgenda
                | Command::PaneRegister
                | Command::PaneBoard
                | Command::PaneTraces
                | Command::CallBacks
                | Command::Undo
                | Command::Redo
                | Command::History
                | Command::Failed
                | Command::Setup
        );
        if over && pane {
            return Some("why-close-first".into());
        }
        // One list holds what is marked and sorted; the other only moves and opens.
        let queue = matches!(
            command,
            Command::Mark
                | Command::MarkAll
                | Command::View
                | Command::SaveView
                | Command::Sort
                | Command::Columns
                | Command::Facets
                | Command::Preview
                | Command::MarkRange
                | Command::Export
                | Command::Zoom
        );
        // The board has views and a preview of its own.
        let queue = queue && !(self.pane == Pane::Board && matches!(command, Command::View | Command::Preview | Command::Export));
        // An agenda is marked one by one and has a preview.
        let queue =
            queue && !(self.pane == Pane::Agenda && matches!(command, Command::Mark | Command::Preview | Command::Export));
        // Elsewhere the window of filters is the filter that is there.
        let queue = queue && (command != Command::Facets || self.pane == Pane::Signals);
        let here = self.scopes().contains(&scope) || self.scopes_beneath().contains(&scope) || scope == Scope::Global;
        if here && !(queue && self.pane != Pane::Signals) {
            let reading = queue && !matches!(command, Command::Preview | Command::Zoom) && self.signals.open.is_some();
            return reading.then(|| "why-list-only".into());
        }
        let signals = matches!(scope, Scope::Signal | Scope::Detail) || queue;
        Some(match scope {
            _ if over => "why-close-first".into(),
            Scope::Detail if self.pane == Pane::Signals => "why-not-open".into(),
            Scope::Agenda => {
                let key = self.keymap.shown(Command::PaneAgenda).unwrap_or_default();
                Reason { key: "why-on-agenda", values: vec![("key", key.into())] }
            }
            Scope::Board | Scope::Calendar => {
                let key = self.keymap.shown(Command::PaneBoard).unwrap_or_default();
                Reason { key: "why-on-board", values: vec![("key", key.into())] }
            }
            Scope::Traces => "why-on-traces".into(),
            _ if signals => {
                let key = self.keymap.shown(Command::PaneSignals).unwrap_or_default();
                Reason { key: "why-on-signals", values: vec![("key", key.into())] }
            }
            Scope::Card => "why-no-officer".into(),
            _ => "why-inside".into(),
        })
    }

    /// A command about a time-out that is there needs one under the cursor, and the server's leave.
    fn not_on_this_clock(&self, command: Command) -> Option<Reason> {
        let said = |why| match why {
            Ok(key) => Reason::from(key),
            Err(words) => Reason { key: "why-said", values: vec![("words", Value::from(words))] },
        };
        if super::arrangements::deed(command).is_some() {
            return self.no_arrangement_here(command).map(said);
        }
        let about = matches!(command, Command::Settle | Command::Letter | Command::Remind);
        if command == Command::Settle && self.pane == Pane::Agenda {
            return self.settles().is_none().then(|| "why-nothing-waits".into());
        }
        if about || super::time_outs::verb(command).is_some() {
            if self.pane != Pane::Board {
                let key = self.keymap.shown(Command::PaneBoard).unwrap_or_default();
                return Some(Reason { key: "why-on-board", values: vec![("key", key.into())] });
            }
            return self.no_time_out_here(command).map(said);
        }
        let nothing = self.pane == Pane::Board && command == Command::ToCase && self.clock_row().is_none();
        nothing.then(|| "nothing-selected".into())
    }

    /// The place is right, but what it would work on is missing or in another state.
    fn not_on_this(&self, command: Command) -> Option<&'static str> {
        let listed = self.current_signal().is_some();
        let officer = match self.beneath() {
            Some(Modal::Lookup(lookup)) => lookup.current(),
            _ => self.register.current().filter(|_| self.pane == Pane::Register),
        };
        match command {
            Command::CopyPhone | Command::CopyMail => {
                let Some(id) = self.current_signal() else { return Some("nothing-selected") };
                let Some(signal) = self.whole(id) else { return Some("not-read-yet") };
                let phone = command == Command::CopyPhone;
                let field = if phone { ShieldedField::ReporterPhone } else { ShieldedField::ReporterMail };
                (!signal.shielded.contains(&field)).then_some("nothing-to-copy")
            }
            Command::Reveal if self.pane != Pane::Signals => Some("why-not-open"),
            Command::Reveal => match self.current_signal().map(|id| self.whole(id)) {
                None => Some("nothing-selected"),
                Some(None) => Some("not-read-yet"),
                Some(Some(signal)) => signal.shielded.is_empty().then_some("why-nothing-shielded"),
            },
            Command::CorrectContact => match self.current_signal() {
                None => Some("nothing-selected"),
                Some(id) if self.whole(id).is_none() => Some("not-read-yet"),
                Some(id) => self.standing_contacts(id).is_empty().then_some("why-no-contact"),
            },
            Command::EditSignal | Command::Triage | Command::Close => (!listed).then_some("nothing-selected"),
            Command::TextAlikes => self.typed_alikes().is_empty().then_some("why-no-alikes"),
            Command::Template => (!self.takes_template()).then_some("why-no-field"),
            Command::Editor => self.no_editor_here(),
            Command::Claim => match self.any_target(|row| row.status().is_open()) {
                None => Some("nothing-selected"),
                Some(false) => Some("why-closed"),
                // Working on it renews a claim; claiming once more would only make another version of the signal.
                Some(true) => (self.any_target(|row| row.status().is_open() && !self.is_mine(row)) == Some(false))
                    .then_some("why-yours-already"),
            },
            Command::Let if self.pane == Pane::Agenda => Some("why-on-agenda-already"),
            _ if command.scope() == Scope::Agenda => self.not_on_this_row(command),
            _ if command.scope() == Scope::Traces => self.not_on_this_trace(command),
            Command::Release => match self.any_target(|row| self.is_mine(row)) {
                None => Some("nothing-selected"),
                Some(false) => Some("why-not-yours"),
                Some(true) => None,
            },
            Command::Undo => (!self.can_undo()).then(|| self.nothing_to_undo()),
            Command::ExplanationBack => (!self.has_read_before()).then_some("why-no-page-before"),
            Command::History => (!self.has_past()).then_some("nothing-to-undo"),
            Command::Failed => self.failed.is_empty().then_some("nothing-failed"),
            Command::Zoom if self.signals.open.is_some() && !self.signals.zoom => {
                (!self.areas().beside).then_some("why-whole-screen")
            }
            Command::PanelExclude | Command::PanelNextGroup | Command::PanelPreviousGroup => {
                (!self.is_panel(PanelKind::Facets)).then_some("why-other-window")
            }
            Command::PanelEarlier | Command::PanelLater => (!self.is_panel(PanelKind::Columns)).then_some("why-other-window"),
            Command::FilterMend => {
                let fix = self.advice().and_then(|advice| advice.fix.as_ref());
                fix.is_none().then_some("why-nothing-to-mend")
            }
            Command::Export if self.pane == Pane::Agenda => self.meeting().is_none().then_some("why-no-meeting"),
            Command::Redo => (!self.can_redo()).then_some("nothing-to-redo"),
            Command::Open if self.pane == Pane::Agenda => self.agenda.current.is_none().then_some("nothing-selected"),
            Command::Open if self.pane == Pane::Traces => self.traces.current().is_none().then_some("nothing-selected"),
            Command::Open if self.pane != Pane::Register => (!listed).then_some("nothing-selected"),
            Command::MatchNext | Command::MatchPrevious => {
                let blank = match self.pane {
                    Pane::Register => &self.register.query,
                    Pane::Signals => &self.signals.filter,
                    Pane::Board => &self.board.filter,
                    Pane::Agenda => &self.agenda.filter,
                    Pane::Traces => &self.traces.filter,
                };
                blank.is_blank().then_some("why-no-filter")
            }
            Command::Accept if self.pane_typed().is_some() => None,
            Command::CardPhone | Command::CardQr | Command::Accept | Command::CardMail | Command::CardName => {
                let Some(officer) = officer else { return Some("why-no-officer") };
                let text = match command {
                    Command::CardMail => lookup::mail(officer),
                    Command::CardName => officer.facts.name.raw(),
                    _ => lookup::phone(officer),
                };
                text.trim().is_empty().then_some("nothing-to-copy")
            }
            Command::CardEdit if officer.is_some_and(|officer| !self.maintains(officer)) => Some("why-not-maintained"),
            Command::CardAll
            | Command::CopyMenu
            | Command::OpenCard
            | Command::ToCard
            | Command::Confirm
            | Command::Report
            | Command::CardConfirm
            | Command::CardReport
            | Command::CardEdit
            | Command::CardExport
            | Command::CardHistory => officer.is_none().then_some("why-no-officer"),
            Command::Suspend | Command::RecordMoratorium | Command::RecordBridging | Command::RecordCommitment => {
                (!listed).then_some("nothing-selected")
            }
            Command::EndShare => self.no_share_here(),
            Command::Reply => self.no_message_here(),
            _ if command.scope() == Scope::Signal => (!listed).then_some("nothing-selected"),
            _ => None,
        }
    }

    /// Is this true of one of the signals an action works on? Nothing when there is none at all.
    fn any_target(&self, wanted: impl Fn(&SignalRow) -> bool) -> Option<bool> {
        let signals = self.replica.signals();
        let targets = self.targets();
        let rows = targets.iter().filter_map(|id| signals.find(*id)).filter_map(|row| signals.get(row));
        (!targets.is_empty()).then(|| rows.into_iter().any(|row| wanted(&row)))
    }

    /// Is this signal claimed by the person at the keyboard? An answer may know it sooner than the list.
    pub fn is_mine(&self, row: &SignalRow) -> bool {
        let now = self.server_now();
        let owner = match self.whole(row.id()).filter(|whole| whole.version > row.version()) {
            Some(whole) => whole.owner.as_ref().filter(|owner| owner.lease_until > now).map(|owner| owner.account),
            None => row.owner_at(now).map(|owner| owner.account),
        };
        owner.is_some() && owner == self.me.as_ref().map(|me| me.account)
    }
}
