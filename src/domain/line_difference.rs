//! What differs between two texts, line by line. Pure; the lines are those of the texts themselves.

/// Cells of the table at most: beyond them what differs is told as a whole, gone and new.
const MOST_CELLS: usize = 4_000_000;

/// A line of one of the texts, or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// In both.
    Same(&'a str),
    /// Only in the text before.
    Gone(&'a str),
    /// Only in the text after.
    New(&'a str),
}

/// The lines of both texts in order: as many as can be are the same, and what is gone stands before what is new.
pub fn line_difference<'a>(before: &'a str, after: &'a str) -> Vec<Line<'a>> {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let head = before.iter().zip(&after).take_while(|(was, is)| was == is).count();
    let rest = before.len().min(after.len()) - head;
    let tail = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(was, is)| was == is).count();
    let (old, new) = (&before[head..before.len() - tail], &after[head..after.len() - tail]);
    let mut lines: Vec<Line<'a>> = before[..head].iter().map(|line| Line::Same(line)).collect();
    if old.len().saturating_mul(new.len()) > MOST_CELLS {
        lines.extend(old.iter().map(|line| Line::Gone(line)).chain(new.iter().map(|line| Line::New(line))));
    } else {
        middle(old, new, &mut lines);
    }
    lines.extend(before[before.len() - tail..].iter().map(|line| Line::Same(line)));
    lines
}

/// By a table of how many lines two ends have in common at most.
fn middle<'a>(old: &[&'a str], new: &[&'a str], lines: &mut Vec<Line<'a>>) {
    let width = new.len() + 1;
    let mut common = vec![0u32; (old.len() + 1) * width];
    for (at, was) in old.iter().enumerate().rev() {
        for (to, is) in new.iter().enumerate().rev() {
            let (below, right, across) = ((at + 1) * width + to, at * width + to + 1, (at + 1) * width + to + 1);
            common[at * width + to] = if was == is { common[across] + 1 } else { common[below].max(common[right]) };
        }
    }
    let (mut at, mut to) = (0, 0);
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            lines.push(Line::Same(old[at]));
            (at, to) = (at + 1, to + 1);
        } else if at < old.len() && (to == new.len() || common[(at + 1) * width + to] >= common[at * width + to + 1]) {
            lines.push(Line::Gone(old[at]));
            at += 1;
        } else {
            lines.push(Line::New(new[to]));
            to += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Line, line_difference};

    #[test]
    fn what_stayed_is_the_same_and_what_went_stands_before_what_came() {
        let found = line_difference("kop\neen\ntwee\ndrie\nslot", "kop\neen\n2\ndrie\nvier\nslot");
        use Line::{Gone, New, Same};
        assert_eq!(
            found,
            [Same("kop"), Same("een"), Gone("twee"), New("2"), Same("drie"), New("vier"), Same("slot")],
            "two changes apart are two"
        );
        assert_eq!(line_difference("", "x"), [New("x")]);
        assert_eq!(line_difference("x", ""), [Gone("x")]);
        assert_eq!(line_difference("x\nx", "x"), [Same("x"), Gone("x")]);
    }

    #[test]
    fn texts_too_long_for_a_table_lose_nothing() {
        let text = |word: &str| (0..3000).map(|at| format!("{word} {at}")).collect::<Vec<_>>().join("\n");
        let (before, after) = (text("oud"), text("nieuw"));
        let found = line_difference(&before, &after);
        assert_eq!(found.iter().filter(|line| matches!(line, Line::Gone(_))).count(), 3000);
        assert_eq!(found.len(), 6000);
    }

    proptest! {
        #[test]
        fn both_texts_are_in_it_whole_and_in_order(
            before in proptest::collection::vec("[a-c]", 0..12),
            after in proptest::collection::vec("[a-c]", 0..12),
        ) {
            let (before, after) = (before.join("\n"), after.join("\n"));
            let found = line_difference(&before, &after);
            let of = |side: fn(&Line<'_>) -> Option<String>| found.iter().filter_map(side).collect::<Vec<_>>();
            let was = of(|line| match line { Line::Same(text) | Line::Gone(text) => Some((*text).to_owned()), Line::New(_) => None });
            let is = of(|line| match line { Line::Same(text) | Line::New(text) => Some((*text).to_owned()), Line::Gone(_) => None });
            prop_assert_eq!(was, before.lines().map(str::to_owned).collect::<Vec<_>>());
            prop_assert_eq!(is, after.lines().map(str::to_owned).collect::<Vec<_>>());
        }
    }
}
