//! The nearest of a list of words, for "did you mean". Bounded work, whatever the input.

use super::fold::fold;

/// Longer words than this are never near to anything.
const LONGEST: usize = 48;

/// The candidate that differs least from `wanted` (case and accents aside), if it is near enough to be meant.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if wanted.chars().nth(LONGEST).is_some() {
        return None;
    }
    let wanted: Vec<char> = fold(wanted.trim()).chars().collect();
    let allowed = (wanted.len() / 3).max(1);
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(&wanted, &fold(candidate).chars().collect::<Vec<_>>(), allowed)?, candidate)))
        .filter(|(distance, _)| *distance < wanted.len().max(2))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many insertions, deletions, replacements and swaps of neighbours turn one word into the other; nothing when that is more than is
/// allowed.
fn distance(one: &[char], other: &[char], allowed: usize) -> Option<usize> {
    if other.len() > LONGEST || one.len().abs_diff(other.len()) > allowed {
        return None;
    }
    let (mut before, mut row) = (vec![], vec![]);
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        row.clear();
        row.push(i + 1);
        for (j, b) in other.iter().enumerate() {
            let replaced = above[j] + usize::from(a != b);
            let mut best = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        // No row below holds less than the least of this one.
        if row.iter().all(|distance| *distance > allowed) {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    above.get(other.len()).copied().filter(|distance| *distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant_and_nothing_else() {
        let words = ["kanaal", "gemeente", "instanties", "urgentie"];
        assert_eq!(nearest("gemente", words), Some("gemeente"));
        assert_eq!(nearest("Knaaal", words), Some("kanaal"));
        assert_eq!(nearest("urgennti", words), Some("urgentie"));
        assert_eq!(nearest("x", words), None);
        assert_eq!(nearest("leeftijd", words), None);
        assert_eq!(nearest(&"a".repeat(1 << 20), words), None);
    }
}
