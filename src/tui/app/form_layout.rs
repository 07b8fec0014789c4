//! Where the parts of a form stand for a window size. The state needs it for wrapping and scrolling, the view for drawing.

use ratatui::layout::Rect;

use super::{
    field::Sight,
    form::{Form, Kind},
    forms::{FRAME, LABEL},
    layout,
};

/// Lines of a block field in a form of its own, and in a form with others.
const BLOCK_ALONE: u16 = 12;
const BLOCK_AMONG: u16 = 6;
/// Lines for what is told below the fields, a free one above it.
const NOTICE: u16 = 2;

/// The places of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormAreas {
    /// The frame.
    pub frame: Rect,
    /// Inside the frame.
    pub inside: Rect,
    /// The part of it where fields are.
    pub fields: Rect,
    /// The place of each field with its label; nothing when it is scrolled out of view.
    pub slots: Vec<Option<Rect>>,
    /// The line below the fields that tells which promised calls go, or what is there already of what the form is about.
    pub notice: Option<Rect>,
    /// Are fields hidden above and below?
    pub hidden: (bool, bool),
}

/// The places of a form for a window of this size.
pub fn areas(form: &Form, size: (u16, u16)) -> FormAreas {
    let rows: u16 = form.slots.iter().map(|slot| slot.row).max().unwrap_or(0) + 1;
    let narrow = size.0 < 76;
    let blocks = form.slots.iter().filter(|slot| slot.kind == Kind::Block).count() as u16;
    let block_height = match (blocks, form.slots.len()) {
        (0, _) => 0,
        (_, 1) => BLOCK_ALONE,
        _ => BLOCK_AMONG,
    };
    let lines = if narrow { form.slots.len() as u16 } else { rows };
    let notice = if form.has_notice() { NOTICE } else { 0 };
    let wanted = lines + blocks * block_height.saturating_sub(1) + notice + 6;
    let frame = layout::centred(size, (FRAME.0, wanted));
    let block_height =
        block_height.saturating_sub(wanted.saturating_sub(frame.height).div_ceil(blocks.max(1))).max(block_height.min(3));
    let inside =
        Rect { x: frame.x + 2, y: frame.y + 1, width: frame.width.saturating_sub(4), height: frame.height.saturating_sub(2) };
    let fields = Rect { y: inside.y + 1, height: inside.height.saturating_sub(4 + notice), ..inside };
    let lines = lines_of(form, narrow, block_height);
    let focused = lines.get(form.focus).or(lines.last()).copied().unwrap_or((0, 1));
    let above = (focused.0 + focused.1).saturating_sub(fields.height);
    let place = |at: usize| {
        let (line, height) = lines[at];
        if line < above || line + height > above + fields.height {
            return None;
        }
        let row = |other: usize| form.slots.get(other).is_some_and(|slot| slot.row == form.slots[at].row);
        let second = !narrow && at > 0 && row(at - 1);
        let shared = !narrow && (second || row(at + 1));
        let half = inside.width / 2;
        let (x, width) = match (shared, second) {
            (false, _) => (inside.x, inside.width),
            (true, false) => (inside.x, half.saturating_sub(1)),
            (true, true) => (inside.x + half, inside.width - half),
        };
        Some(Rect { x, y: fields.y + line - above, width, height })
    };
    let below = lines.last().is_some_and(|(line, height)| line + height > above + fields.height);
    let slots = (0..form.slots.len()).map(place).collect();
    let notice = (notice > 0).then(|| Rect { y: fields.bottom() + NOTICE - 1, height: 1, ..inside });
    FormAreas { frame, inside, fields, slots, notice, hidden: (above > 0, below) }
}

/// How much of a field of several lines is shown.
pub fn sight(form: &Form, size: (u16, u16)) -> Sight {
    let height = areas(form, size).slots.get(form.focus).copied().flatten().map_or(3, |area| area.height);
    let frame = layout::centred(size, FRAME);
    (usize::from(frame.width.saturating_sub(LABEL + 5)).max(10), height.into())
}

/// On which line each field starts, and how many it takes.
fn lines_of(form: &Form, narrow: bool, block_height: u16) -> Vec<(u16, u16)> {
    let mut lines: Vec<(u16, u16)> = Vec::new();
    for (at, slot) in form.slots.iter().enumerate() {
        let height = if slot.kind == Kind::Block { block_height } else { 1 };
        let line = match lines.last() {
            Some((line, _)) if !narrow && form.slots[at - 1].row == slot.row => *line,
            Some((line, height)) => line + height,
            None => 0,
        };
        lines.push((line, height));
    }
    lines
}
