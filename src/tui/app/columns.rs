//! Which columns the list has, and in which order. As long as nobody chose, as many as fit.

use super::{
    State, Tone,
    message::Effect,
    panel::{About, Mark, PanelLine},
    signals::{Column, SignalsPane},
};

/// In this order, as long as nobody chose.
pub const USUAL: [Column; 8] = [
    Column::Urgency,
    Column::Number,
    Column::Received,
    Column::Title,
    Column::Municipality,
    Column::Bodies,
    Column::HardDate,
    Column::Owner,
];

/// Columns no list is without.
pub const ALWAYS: [Column; 3] = [Column::Number, Column::Title, Column::HardDate];

impl SignalsPane {
    /// The columns that are wanted, in order.
    pub fn wanted_columns(&self) -> Vec<Column> {
        if self.columns.is_empty() { USUAL.to_vec() } else { self.columns.clone() }
    }
}

impl State {
    /// The lines of the window: the columns that are on in their order, then the others.
    pub(super) fn column_lines(&self) -> Vec<PanelLine> {
        let on = self.signals.wanted_columns();
        let off = Column::ALL.iter().filter(|column| !on.contains(column));
        let line = |(column, is_on): (Column, bool)| PanelLine {
            about: About::Column(column),
            mark: match is_on {
                true if ALWAYS.contains(&column) => Mark::Always,
                true => Mark::On,
                false => Mark::Off,
            },
            label: self.texts.get(&format!("column-{column}")),
            note: if ALWAYS.contains(&column) { self.texts.get("column-always") } else { String::new() },
        };
        on.iter().map(|column| (*column, true)).chain(off.map(|column| (*column, false))).map(line).collect()
    }

    pub(super) fn toggle_column(&mut self, column: Column) -> Vec<Effect> {
        if ALWAYS.contains(&column) {
            self.say_with(Tone::Info, "column-stays", &[]);
            return vec![];
        }
        let mut columns = self.signals.wanted_columns();
        match columns.iter().position(|one| *one == column) {
            Some(at) => drop(columns.remove(at)),
            None => columns.push(column),
        }
        self.choose_columns(columns, column)
    }

    pub(super) fn move_column(&mut self, column: Column, later: bool) -> Vec<Effect> {
        let mut columns = self.signals.wanted_columns();
        let Some(at) = columns.iter().position(|one| *one == column) else {
            self.say_with(Tone::Info, "column-not-on", &[]);
            return vec![];
        };
        let to = at.saturating_add_signed(if later { 1 } else { -1 }).min(columns.len() - 1);
        columns.swap(at, to);
        self.choose_columns(columns, column)
    }

    fn choose_columns(&mut self, columns: Vec<Column>, column: Column) -> Vec<Effect> {
        self.signals.columns = if columns == USUAL { vec![] } else { columns };
        self.panel_stay(&About::Column(column));
        vec![]
    }
}
