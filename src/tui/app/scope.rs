//! The scopes of commands: where each works, and in which order help tells them.

use super::command::Command;

/// Where a command works. A key is looked up in the scopes that are active, the most special first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere but while typing.
    Global,
    /// Every list.
    List,
    /// A signal: the row under the cursor, or the one that is open.
    Signal,
    /// A time-out: the one of the clock under the cursor, or a new one for a signal.
    TimeOut,
    /// A moratorium, bridging or commitment: the one of the clock under the cursor, or one of a signal.
    Arrangement,
    /// Meetings and their agendas.
    Agenda,
    /// The deadline board.
    Board,
    /// The audit log.
    Traces,
    /// The month of the board.
    Calendar,
    /// An open signal.
    Detail,
    /// The card of an entry in the register, with focus.
    Card,
    /// The search window of the register.
    Lookup,
    /// The filter of a list, while it is typed.
    Filter,
    /// A small menu.
    Menu,
    /// Which of two people's texts counts.
    Conflict,
    /// A list over the pane: facets or columns.
    Panel,
    /// A page about an instrument or a rule.
    Explanation,
    /// Help and palette: a list that typing filters.
    Finder,
    /// Every text field.
    Text,
}

impl Scope {
    /// Every scope, in the order of help.
    pub const ALL: &'static [Self] = &[
        Self::Signal,
        Self::TimeOut,
        Self::Arrangement,
        Self::Agenda,
        Self::Board,
        Self::Traces,
        Self::Calendar,
        Self::List,
        Self::Global,
        Self::Detail,
        Self::Lookup,
        Self::Card,
        Self::Filter,
        Self::Menu,
        Self::Conflict,
        Self::Panel,
        Self::Explanation,
        Self::Finder,
        Self::Text,
    ];

    /// What can be run over an agenda.
    pub(super) const OVER_AGENDA: &'static [Self] =
        &[Self::Agenda, Self::TimeOut, Self::Arrangement, Self::Signal, Self::List, Self::Global];

    /// What can be run on an open item: its keys for up and down go to the next item.
    pub(super) const OVER_OPEN_ITEM: &'static [Self] =
        &[Self::Detail, Self::Agenda, Self::TimeOut, Self::Arrangement, Self::Signal, Self::List, Self::Global];

    /// What can be run while the filter of a pane is typed.
    pub(super) fn filtered(pane: super::Pane) -> &'static [Self] {
        use Scope as S;
        match pane {
            super::Pane::Board => &[S::Filter, S::Text, S::Board, S::TimeOut, S::Arrangement, S::Signal, S::List, S::Global],
            super::Pane::Traces => &[S::Filter, S::Text, S::Traces, S::List, S::Global],
            super::Pane::Agenda => &[S::Filter, S::Text, S::Agenda, S::TimeOut, S::Arrangement, S::Signal, S::List, S::Global],
            _ => &[S::Filter, S::Text, S::Signal, S::List, S::Global],
        }
    }

    /// Scopes of what lies over a pane or of a field: their commands mean something there only, so no palette runs them.
    pub fn is_inner(self) -> bool {
        matches!(
            self,
            Self::Lookup
                | Self::Filter
                | Self::Menu
                | Self::Conflict
                | Self::Panel
                | Self::Explanation
                | Self::Finder
                | Self::Text
        )
    }

    /// The name of the table in a keymap file, and of its heading: `scope-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::List => "list",
            Self::Signal => "signal",
            Self::TimeOut => "time-out",
            Self::Arrangement => "arrangement",
            Self::Agenda => "agenda",
            Self::Board => "board",
            Self::Traces => "traces",
            Self::Calendar => "calendar",
            Self::Detail => "detail",
            Self::Card => "card",
            Self::Lookup => "lookup",
            Self::Filter => "filter",
            Self::Menu => "menu",
            Self::Conflict => "conflict",
            Self::Panel => "panel",
            Self::Explanation => "explanation",
            Self::Finder => "finder",
            Self::Text => "text",
        }
    }
}

impl Command {
    /// Does it work whatever lies on top, a menu too?
    pub fn works_everywhere(self) -> bool {
        matches!(self, Self::Help | Self::Palette | Self::Redraw | Self::Lock | Self::Cancel | Self::Quit)
    }
}
