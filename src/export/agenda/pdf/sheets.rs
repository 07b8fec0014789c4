//! Rows on sheets: a row is never cut, what must stay together does, and the head of a table stands above its rows on every
//! sheet.

use super::flow::Row;

/// A row at its place: how far its top is from the top of the sheet's room.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    pub(super) row: usize,
    pub(super) top: f32,
    /// Stands there once more, as the head of a table that goes on.
    pub(super) again: bool,
}

/// The rows of each sheet; `room` is its height.
pub(super) fn sheets(rows: &[Row], room: f32) -> Vec<Vec<Placed>> {
    let mut sheets: Vec<Vec<Placed>> = vec![vec![]];
    let (mut used, mut at) = (0.0, 0);
    while at < rows.len() {
        let end = (at..rows.len()).find(|one| !rows[*one].keep).unwrap_or(rows.len() - 1) + 1;
        let needs: f32 = rows[at..end].iter().map(|row| row.before + row.height).sum();
        let is_begun = used > 0.0;
        // What is higher than a sheet is put down row by row.
        let whole = needs - rows[at].before <= room;
        if is_begun && (rows[at].sheet || used + if whole { needs } else { rows[at].before + rows[at].height } > room) {
            sheets.push(vec![]);
            used = 0.0;
        }
        let end = if whole { end } else { at + 1 };
        for (row, index) in rows[at..end].iter().zip(at..) {
            let Some(sheet) = sheets.last_mut() else { continue };
            if let (0.0, Some(head)) = (used, row.head) {
                sheet.push(Placed { row: head, top: 0.0, again: true });
                used = rows[head].height;
            }
            let before = if used > 0.0 { row.before } else { 0.0 };
            sheet.push(Placed { row: index, top: used + before, again: false });
            used += before + row.height;
        }
        at = end;
    }
    sheets
}
