//! Looking for what should not stand in a title: a name, an age, a diagnosis, a nationality. Finds what is written in the
//! usual ways, not everything: a warning to look again, never a reason to refuse.

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name of a person.
    Name,
    /// An age.
    Age,
    /// A diagnosis or addiction.
    Diagnosis,
    /// A nationality or origin.
    Nationality,
}

/// The first thing that looks like it, with its words.
pub fn find(text: &str) -> Option<(Kind, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        let (kind, count) = of_word(words[at]).map(|kind| (kind, 1)).or_else(|| of_words(&words[at..]))?;
        // "over 2 jaar", "na 3 jaar": a time, not an age.
        if kind == Kind::Age && count == 2 && at > 0 && BEFORE_A_TIME.contains(&words[at - 1].to_lowercase().as_str()) {
            return None;
        }
        Some((kind, bare(&words[at..at + count].join(" ")).to_owned()))
    })
}

fn of_word(word: &str) -> Option<Kind> {
    let word = bare(word);
    let lower = word.to_lowercase();
    let stem = |stems: &[&str]| stems.iter().any(|stem| lower.starts_with(stem));
    if stem(DIAGNOSES) || ABBREVIATIONS.contains(&word) {
        return Some(Kind::Diagnosis);
    }
    if stem(NATIONALITIES) {
        return Some(Kind::Nationality);
    }
    // "17-jarige", "17-year-old", "17jarige".
    let rest = lower.trim_start_matches(|c: char| c.is_ascii_digit());
    let aged = ["-jarig", "jarig", "-year"].iter().any(|ending| rest.starts_with(ending));
    (aged && is_age(&lower[..lower.len() - rest.len()])).then_some(Kind::Age)
}

/// What several words make together, and how many.
fn of_words(words: &[&str]) -> Option<(Kind, usize)> {
    let [first, rest @ ..] = words else { return None };
    let second = bare(rest.first()?);
    if is_age(bare(first)) && matches!(second.to_lowercase().as_str(), "jaar" | "jr" | "jarige" | "years" | "yrs") {
        return Some((Kind::Age, 2));
    }
    // Up to two particles may stand between: "mw. van der Berg", "J. de Wit".
    let particles = rest.iter().take(2).take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str())).count();
    let name = bare(rest.get(particles)?);
    let capital = name.chars().next().is_some_and(char::is_uppercase) && name.chars().count() > 1;
    let title = TITLES.contains(&bare(first).trim_end_matches('.').to_lowercase().as_str());
    let letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    let initials = first.ends_with('.') && first.split_terminator('.').all(letter);
    (capital && (title || initials)).then_some((Kind::Name, particles + 2))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '\'' | '“' | '”'))
}

fn is_age(text: &str) -> bool {
    text.len() <= 3 && text.parse::<u8>().is_ok_and(|age| age <= 120)
}

const BEFORE_A_TIME: &[&str] =
    &["over", "na", "al", "sinds", "binnen", "gedurende", "ruim", "voor", "for", "after", "within", "past"];
const PARTICLES: &[&str] = &["van", "de", "den", "der", "het", "ten", "ter", "el", "al", "von", "di", "la", "le", "ben", "op"];
const TITLES: &[&str] =
    &["mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "hr", "heer", "familie", "fam", "mr", "mrs", "ms", "miss"];
/// As they are written: in small letters some are ordinary words.
const ABBREVIATIONS: &[&str] = &["LVB", "PTSS", "PTSD", "ADHD", "ADD", "ASD", "ASS", "HIV", "hiv", "MS", "ALS", "NAH"];
const DIAGNOSES: &[&str] = &[
    "autis",
    "schizofre",
    "schizophre",
    "dement",
    "depressi",
    "borderline",
    "psychos",
    "psychot",
    "bipolair",
    "bipolar",
    "verslaaf",
    "verslaving",
    "addict",
    "alcoholis",
    "kanker",
    "cancer",
    "diabet",
    "epileps",
    "anorex",
    "suïcid",
    "suicid",
    "zwakbegaafd",
    "verstandelijk",
    "zwanger",
    "pregnan",
];
const NATIONALITIES: &[&str] = &[
    "syrisch",
    "syriër",
    "syrian",
    "turks",
    "turkish",
    "marokkaan",
    "moroccan",
    "pools",
    "poolse",
    "polish",
    "oekra",
    "ukrain",
    "eritre",
    "somali",
    "afgha",
    "irak",
    "iraq",
    "iraan",
    "iranian",
    "surina",
    "antillia",
    "bulgaar",
    "bulgari",
    "roemeen",
    "roemeens",
    "romania",
    "chinees",
    "chinese",
    "nigeria",
    "ghanee",
    "ghanaian",
    "ethiop",
    "russisch",
    "russian",
    "palest",
    "jemenit",
    "yemen",
    "soedan",
    "sudan",
    "venezol",
    "venezuel",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_should_not_stand_in_a_title_is_found() {
        for (text, kind, words) in [
            ("Ontruiming mevrouw Jansen, SVB", Kind::Name, "mevrouw Jansen"),
            ("Schuld dhr. van der Berg", Kind::Name, "dhr. van der Berg"),
            ("Toeslag J.P. de Wit", Kind::Name, "J.P. de Wit"),
            ("Gezin van fam. Yıldız", Kind::Name, "fam. Yıldız"),
            ("Jongere (17 jaar) zonder zorg", Kind::Age, "17 jaar"),
            ("17-jarige zonder huis", Kind::Age, "17-jarige"),
            ("A 34-year-old without care", Kind::Age, "34-year-old"),
            ("Vrouw met schizofrenie, UWV", Kind::Diagnosis, "schizofrenie"),
            ("Man met LVB, CJIB", Kind::Diagnosis, "LVB"),
            ("Syrische moeder, IND", Kind::Nationality, "Syrische"),
        ] {
            assert_eq!(find(text), Some((kind, words.to_owned())), "{text}");
        }
    }

    #[test]
    fn ordinary_titles_are_left_alone() {
        for text in [
            "Ontruiming, SVB",
            "Ontruiming terwijl nabetaling kinderbijslag loopt",
            "Inschrijving BRP geweigerd, geen adres",
            "Terugvordering over 2 jaar toeslag",
            "Beslag op 120 euro, art. 475 Rv",
            "Kind zonder zorgverzekering",
            "Verblijfsdocument kwijt tijdens verhuizing",
            "WIA-uitkering gestopt, UWV e.a. verwijzen",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
