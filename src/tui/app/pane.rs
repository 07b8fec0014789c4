//! The panes, by what they show.

/// A pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Pane 1: the queue.
    Signals,
    /// Pane 2: meetings and their agendas.
    Agenda,
    /// Pane 3: the register.
    Register,
    /// Pane 4: the deadline board.
    Board,
    /// Pane 5: the audit log, of who may read it alone.
    Traces,
}
