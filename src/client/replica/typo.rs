//! One slip of the fingers: a letter too many, too few, another, or two swapped.

/// Are the two at most one slip apart (Damerau-Levenshtein distance 1 or less)?
pub(super) fn one_slip_apart(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[same..], &long[same..]);
    if short.len() != long.len() {
        return short == &long[1..];
    }
    match (short, long) {
        ([], []) => true,
        ([_, rest @ ..], [_, other @ ..]) if rest == other => true,
        ([x, y, rest @ ..], [v, w, other @ ..]) => x == w && y == v && rest == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::one_slip_apart;

    #[test]
    fn one_slip_and_no_more() {
        for near in ["jansen", "janssen", "jnsen", "jasnen", "jansem", "xjansen", "jansens"] {
            assert!(one_slip_apart(b"jansen", near.as_bytes()), "{near}");
            assert!(one_slip_apart(near.as_bytes(), b"jansen"), "{near}");
        }
        for far in ["janssens", "jnasne", "jan", "", "hansem", "nsenja"] {
            assert!(!one_slip_apart(b"jansen", far.as_bytes()), "{far}");
        }
        assert!(one_slip_apart(b"", b"a") && one_slip_apart(b"", b""));
    }
}
