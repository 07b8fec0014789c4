//! A window with a list over the pane: what there is to filter by, or which columns there are. What is changed in it is seen in
//! the list at once.

use ratatui::layout::Rect;

use super::{
    Modal, State, Tone, command::Command, list, list::ListCursor, menu_letters::Typed, message::Effect, signals::Column,
};
use crate::{client::replica::FacetValue, domain::filter::Field};

/// What the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelKind {
    /// What there is to filter by.
    Facets,
    /// Which columns, in which order.
    Columns,
}

/// The window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// What it shows.
    pub kind: PanelKind,
    /// The cursor, over lines.
    pub list: ListCursor,
    /// What stood there before each change made in it: the filter, and the columns.
    before: Vec<(String, Vec<Column>)>,
    /// What was typed into it, where letters are no commands.
    pub(super) typed: Option<Typed>,
    /// The columns as they stand in it: what is put off or on stays in its place.
    pub(super) order: Vec<Column>,
}

/// What a line stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A heading.
    Heading,
    /// A value to filter by.
    Value(Field, FacetValue),
    /// A value that the filter says and no signal has.
    Said(Field, String),
    /// A column.
    Column(Column),
}

/// Is it on?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No.
    Off,
    /// Yes.
    On,
    /// It is left out.
    Excluded,
    /// Yes, and that cannot be changed.
    Always,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelLine {
    /// What it stands for.
    pub about: About,
    /// Is it on?
    pub mark: Mark,
    /// What it says.
    pub label: String,
    /// At the right.
    pub note: String,
}

/// How wide the window is.
const WIDTH: u16 = 48;

impl PanelLine {
    /// A heading.
    pub fn heading(label: String) -> Self {
        Self { about: About::Heading, mark: Mark::Off, label, note: String::new() }
    }

    /// Is it one?
    pub fn is_heading(&self) -> bool {
        self.about == About::Heading
    }
}

impl State {
    /// Opens a window.
    pub(super) fn open_panel(&mut self, kind: PanelKind) -> Vec<Effect> {
        self.modals.push(Modal::Panel(Panel {
            kind,
            list: ListCursor::default(),
            before: vec![],
            typed: None,
            order: self.columns_in_order(),
        }));
        self.count_facets();
        // The first line may be a heading.
        self.panel_step(0);
        vec![]
    }

    /// The lines of a window.
    pub fn panel_lines(&self, kind: PanelKind) -> Vec<PanelLine> {
        match kind {
            PanelKind::Facets => self.facet_lines(),
            PanelKind::Columns => self.column_lines(),
        }
    }

    /// The window on top, as long as it has the keys.
    fn panel(&self) -> Option<&Panel> {
        match self.modals.last() {
            Some(Modal::Panel(panel)) => Some(panel),
            _ => None,
        }
    }

    /// Does a window of this kind have the keys?
    pub(super) fn is_panel(&self, kind: PanelKind) -> bool {
        matches!(self.beneath(), Some(Modal::Panel(panel)) if panel.kind == kind)
    }

    pub(super) fn panel_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(panel) = self.panel() else { return vec![] };
        let (kind, row) = (panel.kind, panel.list.row);
        let page = isize::try_from(self.panel_height()).unwrap_or(1).max(2) - 1;
        match command {
            Command::PanelNext => self.panel_step(1),
            Command::PanelPrevious => self.panel_step(-1),
            Command::PanelPageDown => self.panel_step(page),
            Command::PanelPageUp => self.panel_step(-page),
            Command::PanelFirst => self.panel_step(isize::MIN),
            Command::PanelLast => self.panel_step(isize::MAX),
            Command::PanelNextGroup => self.panel_group(true),
            Command::PanelPreviousGroup => self.panel_group(false),
            Command::PanelToggle | Command::PanelExclude | Command::PanelEarlier | Command::PanelLater => {
                let Some(about) = self.panel_lines(kind).get(row).map(|line| line.about.clone()) else { return vec![] };
                let before = (self.signals.filter.text().to_owned(), self.signals.columns.clone());
                let effects = match (&about, command) {
                    (About::Value(..) | About::Said(..), Command::PanelToggle) => self.toggle_facet(&about, false),
                    (About::Value(..) | About::Said(..), Command::PanelExclude) => self.toggle_facet(&about, true),
                    (About::Column(column), Command::PanelToggle) => self.toggle_column(*column),
                    (About::Column(column), Command::PanelEarlier) => self.move_column(*column, false),
                    (About::Column(column), Command::PanelLater) => self.move_column(*column, true),
                    _ => vec![],
                };
                let changed = before.0 != self.signals.filter.text() || before.1 != self.signals.columns;
                if let Some(Modal::Panel(panel)) = self.modals.last_mut().filter(|_| changed) {
                    panel.before.push(before);
                }
                return effects;
            }
            Command::PanelReset => {
                let Some(Modal::Panel(panel)) = self.modals.last_mut() else { return vec![] };
                let Some((filter, columns)) = panel.before.pop() else {
                    self.say_with(Tone::Info, "panel-nothing-to-reset", &[]);
                    return vec![];
                };
                if kind == PanelKind::Columns {
                    self.signals.columns = columns;
                    self.reorder_columns();
                } else if filter != self.signals.filter.text() {
                    self.signals.filter.set(&filter);
                    let effects = self.filter_changed();
                    self.panel_step(0);
                    return effects;
                }
                self.panel_step(0);
            }
            _ => drop(self.modals.pop()),
        }
        vec![]
    }

    /// Where a window lies: at the right, under the filter for facets, at the bottom for columns, so that what it changes is
    /// seen. Facets keep their height, however many there are.
    pub fn panel_area(&self, kind: PanelKind) -> Rect {
        let areas = self.areas();
        let width = WIDTH.min(areas.list.width);
        let most = areas.message.y.saturating_sub(areas.crumbs.y + 1);
        let height = match kind {
            PanelKind::Facets => most,
            PanelKind::Columns => (self.panel_lines(kind).len() as u16 + 2).min(most),
        };
        Rect { x: areas.list.right() - width, y: areas.message.y - height, width, height }
    }

    /// Lines that are seen of the window.
    fn panel_height(&self) -> usize {
        self.panel().map_or(0, |panel| self.panel_area(panel.kind).height.saturating_sub(2).into())
    }

    /// Moves the cursor over lines that are no headings.
    fn panel_step(&mut self, by: isize) {
        let Some(panel) = self.panel() else { return };
        let lines = self.panel_lines(panel.kind);
        let rows: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].is_heading()).collect();
        let now = rows.partition_point(|row| *row < panel.list.row);
        self.panel_go(&lines, rows.get(now.saturating_add_signed(by).min(rows.len().saturating_sub(1))).copied().unwrap_or(0));
    }

    /// Puts the cursor on the first line of the next group, or of this one and then of the one before.
    fn panel_group(&mut self, forward: bool) {
        let Some(panel) = self.panel() else { return };
        let lines = self.panel_lines(panel.kind);
        let mut firsts = (1..lines.len()).filter(|at| lines[at - 1].is_heading());
        let row = panel.list.row;
        let to = if forward { firsts.find(|at| *at > row) } else { firsts.rfind(|at| *at < row) };
        if let Some(to) = to {
            self.panel_go(&lines, to);
        }
    }

    /// Puts the cursor of the window on what it was on.
    pub(super) fn panel_stay(&mut self, about: &About) {
        let Some(panel) = self.panel() else { return };
        let lines = self.panel_lines(panel.kind);
        match lines.iter().position(|line| line.about == *about) {
            Some(at) => self.panel_go(&lines, at),
            None => self.panel_step(0),
        }
    }

    /// Puts the cursor on a line, unless it is a heading. Says whether it was there already.
    pub(super) fn panel_select(&mut self, at: usize) -> bool {
        let Some(panel) = self.panel() else { return false };
        let lines = self.panel_lines(panel.kind);
        let again = panel.list.row == at;
        if lines.get(at).is_some_and(|line| !line.is_heading()) {
            self.panel_go(&lines, at);
        }
        again
    }

    fn panel_go(&mut self, lines: &[PanelLine], row: usize) {
        let height = self.panel_height();
        let Some(Modal::Panel(panel)) = self.modals.last_mut() else { return };
        // A heading right above comes into view with it.
        if row > 0 && lines[row - 1].is_heading() {
            panel.list.go(row - 1, lines.len(), list::NO_HEADINGS, height);
        }
        panel.list.go(row, lines.len(), list::NO_HEADINGS, height);
    }
}
