//! The replica: signals and register in memory, compact and quick to filter, sort and search.
//!
//! Pure: no clock, no network, no runtime. Fed with the lines of `/v1/changes`; a clone is a snapshot that costs a few
//! reference counts, and later changes copy only the blocks of 64 rows they touch. Row numbers hold for one generation
//! of a table: after a change look a row up again by its id.

mod agendas;
mod alarms;
mod board;
mod board_filter;
mod deadlines;
mod facets;
mod line;
mod query;
mod select;
mod signals;
mod sort;
mod titles;
mod views;

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::{
    api::change::{Change, Entity},
    domain::{ids::SignalId, signal::SignalSummary},
};

pub use crate::index::{Case, Hit, HitClass, Leaning, OfficerRow, Officers, Precedence, Question, Ranker, SkimRanker, positions};
pub use agendas::Agendas;
pub use alarms::{Alarms, Place, Rung};
pub use board::{Asked, Board, BoardGroup, BoardQuery, BoardView, Due, GroupHead};
pub use board_filter::{BOARD_FIELDS, board_kinds, is_board_kind};
pub use deadlines::{DeadlineRow, Deadlines};
pub use facets::{Facet, FacetValue};
pub use line::LineError;
pub use query::{Fault, SignalQuery};
pub use signals::{HardDateRef, OwnerRef, SignalRow, Signals};
pub use sort::{Sort, SortBy};
pub use views::Views;

use line::Line;

use crate::index::{column, record, table, typo, vocabulary};

/// Signals and register as far as they are known. See the module.
#[derive(Debug, Clone, Default)]
pub struct Replica {
    signals: Signals,
    officers: Officers,
    views: Views,
    deadlines: Deadlines,
    alarms: Alarms,
    agendas: Agendas,
    cursor: Option<Arc<str>>,
    server_now: Option<DateTime<Utc>>,
    complete: bool,
    generation: u64,
    /// How often everything was thrown away.
    resets: u64,
}

/// What a line did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// Everything was thrown away: the rows follow again.
    Reset,
    /// A signal is new or changed; its row.
    Signal(u32),
    /// An entry of the register is new or changed; its row.
    Officer(u32),
    /// A saved view is new or changed.
    View,
    /// A row of the deadline board is new or changed.
    Deadline,
    /// An alarm rang.
    Alarm,
    /// A meeting, an item or a candidate is new or changed.
    Agenda,
    /// An object went.
    Gone,
    /// An object that was not there went: nothing changed.
    Nothing,
    /// The end of a reply: up to date until here.
    Cursor,
}

impl Replica {
    /// Nothing yet. Costs nothing; the names of municipalities are read at the first row.
    pub fn new() -> Self {
        Self::default()
    }

    /// A replica of these rows alone, not complete: the first screenful, before the rest is here.
    pub fn of_rows(rows: &[SignalSummary]) -> Self {
        let mut replica = Self::new();
        for row in rows {
            let line: Change<&SignalSummary, ()> = Change::Signal { row };
            // What serialises parses again; a row that would not is left out.
            let _ = serde_json::to_vec(&line).map(|line| replica.apply_line(&line));
        }
        replica
    }

    /// Applies one line of `/v1/changes`, with or without its line end.
    ///
    /// # Errors
    /// When the line is not one of the change feed; the replica is unchanged then.
    pub fn apply_line(&mut self, line: &[u8]) -> Result<Applied, LineError> {
        let applied = match Line::read(line)? {
            Line::Reset => {
                self.reset();
                Applied::Reset
            }
            Line::Signal(row) => Applied::Signal(self.signals.upsert(&row)?),
            Line::Officer(officer) => Applied::Officer(self.officers.upsert(&officer)?),
            Line::View(view) => {
                self.views.upsert(*view);
                Applied::View
            }
            Line::Deadline(row) => {
                self.deadlines.upsert(&row, self.signals.names())?;
                Applied::Deadline
            }
            Line::Alarm(alarm) => {
                self.alarms.add(&alarm);
                Applied::Alarm
            }
            Line::Meeting(row) => {
                self.agendas.put_meeting(*row);
                Applied::Agenda
            }
            Line::AgendaItem(row) => {
                self.agendas.put_item(*row);
                Applied::Agenda
            }
            Line::MeetingSeries(row) => {
                self.agendas.put_series(*row);
                Applied::Agenda
            }
            Line::Lesson => Applied::Nothing,
            Line::Gone { entity, id } => {
                let gone = match entity {
                    Entity::Signal => self.signals.remove(id),
                    Entity::Officer => self.officers.remove(id),
                    Entity::View => self.views.remove(id),
                    Entity::Deadline => self.deadlines.remove(id),
                    // What rang has rung.
                    Entity::Alarm => false,
                    // Meetings and items stay: their rows say where they stand.
                    Entity::Meeting | Entity::AgendaItem | Entity::Lesson | Entity::MeetingSeries => false,
                };
                if gone { Applied::Gone } else { Applied::Nothing }
            }
            Line::Cursor { cursor, now } => {
                self.cursor = Some(cursor.into());
                (self.server_now, self.complete) = (Some(now), true);
                Applied::Cursor
            }
        };
        if applied != Applied::Nothing {
            self.generation += 1;
        }
        Ok(applied)
    }

    /// The signals.
    pub fn signals(&self) -> &Signals {
        &self.signals
    }

    /// The register.
    pub fn officers(&self) -> &Officers {
        &self.officers
    }

    /// The saved views, own and shared.
    pub fn views(&self) -> &Views {
        &self.views
    }

    /// The rows of the deadline board.
    pub fn deadlines(&self) -> &Deadlines {
        &self.deadlines
    }

    /// The alarms that rang.
    pub fn alarms(&self) -> &Alarms {
        &self.alarms
    }

    /// Meetings, their items, and candidates.
    pub fn agendas(&self) -> &Agendas {
        &self.agendas
    }

    /// Where the next reply goes on; nothing before the first whole one.
    pub fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    /// Takes a signal out that turned out not to be there.
    pub fn remove_signal(&mut self, id: SignalId) {
        if self.signals.remove(*id.0.as_bytes()) {
            self.generation += 1;
        }
    }

    /// Without rows and cursor, as after a reset.
    pub fn emptied(&self) -> Self {
        let mut emptied = self.clone();
        emptied.reset();
        emptied
    }

    fn reset(&mut self) {
        self.signals.clear();
        self.officers.clear();
        self.views.clear();
        self.deadlines.clear();
        self.alarms.clear();
        self.agendas.clear();
        (self.cursor, self.complete) = (None, false);
        self.resets += 1;
    }

    /// Raised each time everything was thrown away: what was known before may have been of another store, or of an older state of it.
    pub fn resets(&self) -> u64 {
        self.resets
    }

    /// Was everything received at least once, up to a cursor?
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// The server's clock at the last cursor.
    pub fn server_now(&self) -> Option<DateTime<Utc>> {
        self.server_now
    }

    /// Raised by every line that changed something; equal generations of one replica hold the same rows.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Bytes held by rows, texts and indexes, as allocated.
    pub fn bytes(&self) -> usize {
        self.signals.bytes() + self.officers.bytes() + self.deadlines.bytes() + self.alarms.bytes()
    }
}

#[cfg(test)]
mod register_tests;
#[cfg(test)]
mod tests;
