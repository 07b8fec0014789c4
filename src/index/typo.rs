//! One slip of the fingers: a letter too many, too few, another, or two swapped.

/// Are the two at most one slip apart (Damerau-Levenshtein distance 1 or less)?
pub(crate) fn one_slip_apart(a: &[u8], b: &[u8]) -> bool {
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

/// Are two words written alike but for letters that sound the same (ij and y, c and k, one or two of a letter)?
pub(crate) fn sounds_like(a: &[u8], b: &[u8]) -> bool {
    a.len().abs_diff(b.len()) < 4 && a.first().zip(b.first()).is_some() && sounds(a).eq(sounds(b))
}

/// The letters of a word as they sound.
fn sounds(word: &[u8]) -> impl Iterator<Item = u8> + '_ {
    let mut at = 0;
    let mut last = None;
    std::iter::from_fn(move || {
        loop {
            let (letter, taken) = match &word[at.min(word.len())..] {
                [] => return None,
                [b'i', b'j', ..] => (b'y', 2),
                [b'c', b'h', ..] => (b'c', 1),
                [b'c', b'k', ..] => (b'k', 2),
                [b'c', ..] => (b'k', 1),
                [letter, ..] => (*letter, 1),
            };
            at += taken;
            if last.replace(letter) != Some(letter) {
                return Some(letter);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{one_slip_apart, sounds_like};

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

    #[test]
    fn what_sounds_alike() {
        for (a, b) in
            [("ysselstein", "ijsselstein"), ("meyer", "meijer"), ("kaczmarec", "kaczmarek"), ("bouazaoui", "bouazzaoui")]
        {
            assert!(sounds_like(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("bos", "vos"), ("chaoui", "kaoui"), ("", "a")] {
            assert!(!sounds_like(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
    }
}
