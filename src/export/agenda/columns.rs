//! How wide the columns of a table are: as wide as they want where there is room; else the narrow ones keep what they want and
//! the wide ones share what is left, none below its longest word as long as that fits.

/// What a column wants: its widest line, its longest word, and the longest word of its head, which is cut last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wish {
    pub(super) line: f32,
    pub(super) word: f32,
    pub(super) head: f32,
}

/// The widths, `gap` between two; together at most `room`.
pub(super) fn widths(wishes: &[Wish], room: f32, gap: f32) -> Vec<f32> {
    let count = wishes.len() as f32;
    let room = (room - gap * (count - 1.0).max(0.0)).max(count);
    let words: f32 = wishes.iter().map(|wish| wish.word).sum();
    if words >= room {
        // Not even the words fit: each gets its share, and words are cut; those of heads only when even they do not fit.
        let fair = room / count.max(1.0);
        let small: f32 = wishes.iter().map(|wish| wish.word.min(fair)).sum();
        let large: f32 = wishes.iter().map(|wish| (wish.word - fair).max(0.0)).sum();
        let part = if large > 0.0 { ((room - small) / large).min(1.0) } else { 0.0 };
        let mut widths: Vec<f32> = wishes.iter().map(|wish| wish.word.min(fair) + (wish.word - fair).max(0.0) * part).collect();
        if wishes.iter().map(|wish| wish.head).sum::<f32>() <= room {
            let lacks: f32 = wishes.iter().zip(&widths).map(|(wish, width)| (wish.head - width).max(0.0)).sum();
            let spare: f32 = wishes.iter().zip(&widths).map(|(wish, width)| (width - wish.head).max(0.0)).sum();
            let part = if spare > 0.0 { (lacks / spare).min(1.0) } else { 0.0 };
            for (wish, width) in wishes.iter().zip(&mut widths) {
                *width = if *width < wish.head { wish.head } else { *width - (*width - wish.head) * part };
            }
        }
        return widths;
    }
    let mut widths: Vec<f32> = wishes.iter().map(|wish| wish.word).collect();
    let mut left = room - words;
    let mut open: Vec<usize> = (0..wishes.len()).filter(|at| wishes[*at].line > widths[*at]).collect();
    while !open.is_empty() && left > 0.01 {
        let share = left / open.len() as f32;
        let mut still = vec![];
        for at in open {
            let more = (wishes[at].line - widths[at]).min(share);
            widths[at] += more;
            left -= more;
            if wishes[at].line - widths[at] > 0.01 {
                still.push(at);
            }
        }
        open = still;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::{Wish, widths};

    fn of(wishes: &[(f32, f32)], room: f32) -> Vec<f32> {
        let wishes: Vec<Wish> = wishes.iter().map(|(line, word)| Wish { line: *line, word: *word, head: 1.0 }).collect();
        widths(&wishes, room, 2.0).into_iter().map(f32::round).collect()
    }

    #[test]
    fn what_fits_gets_what_it_wants_and_the_wide_share_the_rest() {
        assert_eq!(of(&[(3.0, 3.0), (10.0, 5.0)], 40.0), [3.0, 10.0]);
        assert_eq!(of(&[(3.0, 3.0), (100.0, 5.0), (100.0, 5.0)], 47.0), [3.0, 20.0, 20.0]);
        assert_eq!(
            of(&[(3.0, 3.0), (400.0, 300.0), (8.0, 8.0)], 47.0),
            [3.0, 32.0, 8.0],
            "a word is cut, the others keep theirs"
        );
    }

    #[test]
    fn the_head_of_a_column_is_whole_as_long_as_all_heads_fit() {
        let wish = |word, head| Wish { line: word, word, head };
        let wishes = [wish(60.0, 4.0), wish(60.0, 9.0), wish(60.0, 14.0), wish(5.0, 5.0)];
        let found = widths(&wishes, 46.0, 2.0);
        assert!(found.iter().zip(&wishes).all(|(width, wish)| width + 0.01 >= wish.head), "{found:?}");
        assert!(found.iter().sum::<f32>() <= 40.01, "{found:?}");
    }

    #[test]
    fn they_never_pass_the_room() {
        for room in [5.0, 17.0, 60.0, 72.0, 500.0] {
            for wishes in [&[(3.0, 3.0), (900.0, 800.0), (70.0, 12.0), (5.0, 5.0)][..], &[(1.0, 1.0)], &[]] {
                let widths = of(wishes, room);
                let gaps = 2.0 * (wishes.len() as f32 - 1.0).max(0.0);
                assert!(widths.iter().sum::<f32>() + gaps <= room.max(gaps + 4.0) + 2.0, "{room} {wishes:?} {widths:?}");
            }
        }
    }
}
