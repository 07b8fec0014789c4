//! The shortest way for the cursor from one place to another.

use super::{digits, number};

/// What is known about the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// Nothing: terminals may differ. Only an absolute move is safe.
    #[default]
    Unknown,
    /// Column and row, from 0.
    At(u16, u16),
    /// The last column of this row was written: the next character would go to the next row, or not.
    Edge(u16),
}

/// One way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Stay,
    /// To column and row.
    Absolute,
    /// To a column of the same row.
    Column,
    /// To a row, same column.
    Row,
    Right(u16),
    Left(u16),
    Back(u16),
    Up(u16),
    Down(u16),
    /// Carriage return, so many line feeds, so many to the right.
    Lines(u16, u16),
}

/// Bytes of the shortest way.
pub fn cost(from: Place, to: (u16, u16)) -> usize {
    shortest(from, to).1
}

/// Writes the shortest way.
pub fn write(from: Place, to: (u16, u16), out: &mut Vec<u8>) {
    let request = |count: u16, letter: u8, out: &mut Vec<u8>| {
        out.extend_from_slice(b"\x1b[");
        if count > 1 {
            number(count, out);
        }
        out.push(letter);
    };
    match shortest(from, to).0 {
        Way::Stay => {}
        Way::Absolute => {
            out.extend_from_slice(b"\x1b[");
            if to != (0, 0) {
                number(to.1 + 1, out);
            }
            if to.0 > 0 {
                out.push(b';');
                number(to.0 + 1, out);
            }
            out.push(b'H');
        }
        Way::Column => request(to.0 + 1, b'G', out),
        Way::Row => request(to.1 + 1, b'd', out),
        Way::Right(count) => request(count, b'C', out),
        Way::Left(count) => request(count, b'D', out),
        Way::Back(count) => (0..count).for_each(|_| out.push(8)),
        Way::Up(count) => request(count, b'A', out),
        Way::Down(count) => request(count, b'B', out),
        Way::Lines(rows, columns) => {
            out.push(b'\r');
            (0..rows).for_each(|_| out.push(b'\n'));
            if columns > 0 {
                request(columns, b'C', out);
            }
        }
    }
}

fn shortest(from: Place, to: (u16, u16)) -> (Way, usize) {
    let counted = |count: u16| if count > 1 { 3 + digits(count) } else { 3 };
    let absolute = match to {
        (0, 0) => 3,
        (0, y) => 3 + digits(y + 1),
        (x, y) => 4 + digits(y + 1) + digits(x + 1),
    };
    let mut best = (Way::Absolute, absolute);
    let mut consider = |way: Way, length: usize| {
        if length < best.1 {
            best = (way, length);
        }
    };
    let (column, row) = match from {
        Place::Unknown => return best,
        Place::At(x, y) => (Some(x), y),
        Place::Edge(y) => (None, y),
    };
    if column == Some(to.0) && row == to.1 {
        return (Way::Stay, 0);
    }
    // Down by line feeds only to a row that exists, so nothing scrolls; after a carriage return, so a terminal that adds one
    // of its own does no harm.
    if to.1 >= row {
        let rows = to.1 - row;
        consider(Way::Lines(rows, to.0), 1 + usize::from(rows) + if to.0 == 0 { 0 } else { counted(to.0) });
    }
    let Some(column) = column else { return best };
    if row == to.1 {
        if to.0 > column {
            consider(Way::Right(to.0 - column), counted(to.0 - column));
        } else {
            consider(Way::Back(column - to.0), usize::from(column - to.0));
            consider(Way::Left(column - to.0), counted(column - to.0));
        }
        consider(Way::Column, counted(to.0 + 1));
    } else if column == to.0 {
        if to.1 > row {
            consider(Way::Down(to.1 - row), counted(to.1 - row));
        } else {
            consider(Way::Up(row - to.1), counted(row - to.1));
        }
        consider(Way::Row, counted(to.1 + 1));
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: Place, to: (u16, u16)) -> String {
        let mut out = Vec::new();
        write(from, to, &mut out);
        assert_eq!(out.len(), cost(from, to));
        String::from_utf8(out).unwrap().escape_default().to_string().replace("\\u{1b}", "^")
    }

    #[test]
    fn the_shortest_way_is_taken() {
        assert_eq!(way(Place::At(5, 5), (5, 5)), "");
        assert_eq!(way(Place::At(5, 5), (6, 5)), "^[C");
        assert_eq!(way(Place::At(5, 5), (8, 5)), "^[3C");
        assert_eq!(way(Place::At(5, 5), (4, 5)), "\\u{8}");
        assert_eq!(way(Place::At(5, 5), (0, 5)), "\\r");
        assert_eq!(way(Place::At(60, 5), (50, 5)), "^[10D");
        assert_eq!(way(Place::At(5, 5), (0, 6)), "\\r\\n");
        assert_eq!(way(Place::At(5, 5), (5, 6)), "^[B");
        assert_eq!(way(Place::At(5, 5), (5, 3)), "^[2A");
        assert_eq!(way(Place::At(5, 5), (2, 6)), "^[7;3H");
        assert_eq!(way(Place::At(50, 20), (30, 3)), "^[4;31H");
        assert_eq!(way(Place::At(50, 20), (0, 0)), "^[H");
    }

    #[test]
    fn an_uncertain_place_is_left_absolutely() {
        assert_eq!(way(Place::Unknown, (5, 5)), "^[6;6H");
        assert_eq!(way(Place::Unknown, (0, 5)), "^[6H");
        assert_eq!(way(Place::Edge(4), (0, 5)), "\\r\\n");
        assert_eq!(way(Place::Edge(4), (99, 4)), "\\r^[99C");
    }
}
