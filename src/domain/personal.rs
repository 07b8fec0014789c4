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

/// A way to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// A mail address.
    Mail,
    /// A Dutch phone number.
    Phone,
}

/// The first way to reach somebody that stands in a text.
pub fn contact(text: &str) -> Option<Contact> {
    let is_mail = |word: &str| {
        let address = bare(word).trim_matches(|c: char| matches!(c, '<' | '>' | '.'));
        address.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.'))
    };
    if text.split_whitespace().any(is_mail) {
        return Some(Contact::Mail);
    }
    has_phone(text).then_some(Contact::Phone)
}

/// Nine digits after a zero, `+31` or `0031`, however they are written; a date is none.
fn has_phone(text: &str) -> bool {
    let mut digits = String::new();
    for word in text.split_whitespace().chain(["."]) {
        let word = bare(word);
        let plain = word.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '/' | '(' | ')'));
        let is_part = plain && word.chars().any(|c| c.is_ascii_digit()) && super::zone::read_date(word).is_none();
        if is_part && (digits.is_empty() || !word.starts_with('+')) {
            digits.extend(word.chars().filter(|c| c.is_ascii_digit() || *c == '+'));
            continue;
        }
        if is_phone(&digits) {
            return true;
        }
        digits = if is_part { word.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect() } else { String::new() };
    }
    false
}

fn is_phone(digits: &str) -> bool {
    let national = ["+310", "+31", "0031", "0"].iter().find_map(|start| digits.strip_prefix(start));
    national.is_some_and(|rest| rest.len() == 9 && !rest.starts_with('0'))
}

/// The words of a name that tell who it is: without titles, initials and particles.
pub fn surnames(name: &str) -> Vec<String> {
    let tells = |word: &&str| {
        let lower = word.trim_end_matches('.').to_lowercase();
        let known = TITLES.contains(&lower.as_str()) || PARTICLES.contains(&lower.as_str());
        !known && !word.ends_with('.') && word.chars().next().is_some_and(char::is_uppercase)
    };
    let words = name.split_whitespace().map(bare).filter(tells);
    words.filter(|word| word.chars().any(char::is_lowercase)).map(str::to_owned).collect()
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

    #[test]
    fn ways_to_reach_somebody_are_found_and_dates_and_amounts_are_none() {
        for text in ["mail j.jansen@voorbeeld.nl.", "(a@b.nl)", "<a@b.nl>"] {
            assert_eq!(contact(text), Some(Contact::Mail), "{text}");
        }
        for text in
            ["bel 06 12345678", "06-12345678.", "+31 6 1234 5678", "0031612345678", "(070) 340 78 90", "070-3407890, Den Haag"]
        {
            assert_eq!(contact(text), Some(Contact::Phone), "{text}");
        }
        for text in
            ["op 01-01-2026 en 02-02-2026", "01-01-2026 10", "0800 1234", "art. 4:17 Awb", "€ 10 000 000", "zie @loket", "0"]
        {
            assert_eq!(contact(text), None, "{text}");
        }
        assert_eq!(surnames("mw. dr. A.B. van der Wit-Smit"), ["Wit-Smit"]);
        assert_eq!(surnames("Jan Bakker, SVB"), ["Jan", "Bakker"]);
    }
}
