//! The cursor of a list that may have group headings between its rows.

/// A heading before a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading<T = &'static str> {
    /// The row it stands before.
    pub before: usize,
    /// Its text: usually the key of one.
    pub text: T,
}

/// A list without groups.
pub const NO_HEADINGS: &[Heading] = &[];

/// What stands on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<T = &'static str> {
    /// A heading.
    Heading(T),
    /// A row.
    Row(usize),
}

/// Where the cursor is and which line is at the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListCursor {
    /// The row with the cursor.
    pub row: usize,
    /// The first visible line, headings counted.
    pub top: usize,
    /// Was it moved since the list was made? Then the terminal's own cursor goes to its row too.
    pub moved: bool,
}

/// The line of a row.
pub fn line_of<T>(row: usize, headings: &[Heading<T>]) -> usize {
    row + headings.partition_point(|heading| heading.before <= row)
}

/// What stands on a line; nothing behind the end.
pub fn at_line<T: Copy>(line: usize, rows: usize, headings: &[Heading<T>]) -> Option<Line<T>> {
    let mut shift = 0;
    for heading in headings {
        match (heading.before + shift).cmp(&line) {
            std::cmp::Ordering::Equal => return Some(Line::Heading(heading.text)),
            std::cmp::Ordering::Less => shift += 1,
            std::cmp::Ordering::Greater => break,
        }
    }
    Some(line - shift).filter(|row| *row < rows).map(Line::Row)
}

impl ListCursor {
    /// To a row, as far as there are rows, with the view following.
    pub fn go<T>(&mut self, row: usize, rows: usize, headings: &[Heading<T>], height: usize) {
        self.row = row.min(rows.saturating_sub(1));
        self.follow(rows, headings, height);
    }

    /// Up or down by a number of rows.
    pub fn step<T>(&mut self, by: isize, rows: usize, headings: &[Heading<T>], height: usize) {
        self.moved |= by != 0;
        self.go(self.row.saturating_add_signed(by), rows, headings, height);
    }

    /// Scrolls so that the cursor is in view, with its heading when it is the first of a group.
    pub fn follow<T>(&mut self, rows: usize, headings: &[Heading<T>], height: usize) {
        let height = height.max(1);
        let line = line_of(self.row, headings);
        let first = line - usize::from(height > 1 && headings.iter().any(|heading| heading.before == self.row));
        if first < self.top {
            self.top = first;
        }
        if line >= self.top + height {
            self.top = line + 1 - height;
        }
        self.top = self.top.min((rows + headings.len()).saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: [Heading; 2] = [Heading { before: 0, text: "a" }, Heading { before: 2, text: "b" }];

    #[test]
    fn lines_and_rows_agree() {
        let lines: Vec<_> = (0..6).map(|line| at_line(line, 3, &HEADINGS)).collect();
        assert_eq!(
            lines,
            [
                Some(Line::Heading("a")),
                Some(Line::Row(0)),
                Some(Line::Row(1)),
                Some(Line::Heading("b")),
                Some(Line::Row(2)),
                None
            ]
        );
        for row in 0..3 {
            assert_eq!(at_line(line_of(row, &HEADINGS), 3, &HEADINGS), Some(Line::Row(row)));
        }
    }

    #[test]
    fn the_heading_comes_into_view_with_its_first_row() {
        let mut cursor = ListCursor::default();
        cursor.go(2, 3, &HEADINGS, 2);
        assert_eq!(cursor, ListCursor { row: 2, top: 3, moved: false });
        cursor.go(0, 3, &HEADINGS, 2);
        assert_eq!(cursor.top, 0);
        cursor.go(99, 0, &HEADINGS[..0], 2);
        assert_eq!(cursor.row, 0);
    }
}
