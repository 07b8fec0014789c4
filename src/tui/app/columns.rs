//! Which columns the list has, and in which order. As long as nobody chose, as many as fit.

use super::{
    Modal, State, Tone,
    message::Effect,
    panel::{About, Mark, PanelKind, PanelLine},
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
    /// Every column: those that are on in their order, then the others.
    pub(super) fn columns_in_order(&self) -> Vec<Column> {
        let on = self.signals.wanted_columns();
        let off = Column::ALL.iter().filter(|column| !on.contains(column)).copied().collect::<Vec<_>>();
        on.into_iter().chain(off).collect()
    }

    pub(super) fn column_lines(&self) -> Vec<PanelLine> {
        let on = self.signals.wanted_columns();
        let line = |column: Column| PanelLine {
            about: About::Column(column),
            mark: match on.contains(&column) {
                true if ALWAYS.contains(&column) => Mark::Always,
                true => Mark::On,
                false => Mark::Off,
            },
            label: self.texts.get(&format!("column-{column}")),
            note: if ALWAYS.contains(&column) { self.texts.get("column-always") } else { String::new() },
        };
        let order = self.panel_of_columns().unwrap_or_else(|| self.columns_in_order());
        order.into_iter().map(line).collect()
    }

    fn panel_of_columns(&self) -> Option<Vec<Column>> {
        match self.modals.last() {
            Some(Modal::Panel(panel)) if panel.kind == PanelKind::Columns => Some(panel.order.clone()),
            _ => None,
        }
    }

    /// The window shows the columns in the order they have now.
    pub(super) fn reorder_columns(&mut self) {
        let order = self.columns_in_order();
        if let Some(Modal::Panel(panel)) = self.modals.last_mut() {
            panel.order = order;
        }
    }

    /// Puts a column on or off. It comes where it stands in the window.
    pub(super) fn toggle_column(&mut self, column: Column) -> Vec<Effect> {
        if ALWAYS.contains(&column) {
            self.say_with(Tone::Info, "column-stays", &[]);
            return vec![];
        }
        let mut columns = self.signals.wanted_columns();
        match columns.iter().position(|one| *one == column) {
            Some(at) => drop(columns.remove(at)),
            None => {
                let order = self.panel_of_columns().unwrap_or_default();
                let before = order.iter().take_while(|one| **one != column).filter(|one| columns.contains(one)).count();
                columns.insert(before.min(columns.len()), column);
            }
        }
        self.choose_columns(columns, column)
    }

    /// Moves a column past the next one that is on.
    pub(super) fn move_column(&mut self, column: Column, later: bool) -> Vec<Effect> {
        let mut columns = self.signals.wanted_columns();
        let Some(at) = columns.iter().position(|one| *one == column) else {
            self.say_with(Tone::Info, "column-not-on", &[]);
            return vec![];
        };
        let to = at.saturating_add_signed(if later { 1 } else { -1 }).min(columns.len() - 1);
        if let Some(Modal::Panel(panel)) = self.modals.last_mut() {
            let place = |of: Column| panel.order.iter().position(|one| *one == of);
            if let (Some(from), Some(past)) = (place(column), place(columns[to])) {
                let moved = panel.order.remove(from);
                panel.order.insert(past, moved);
            }
        }
        columns.swap(at, to);
        self.choose_columns(columns, column)
    }

    fn choose_columns(&mut self, columns: Vec<Column>, column: Column) -> Vec<Effect> {
        self.signals.columns = if columns == USUAL { vec![] } else { columns };
        self.panel_stay(&About::Column(column));
        vec![]
    }
}
