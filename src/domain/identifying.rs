//! Looking for what points to one person or household in a text that must hold none: a name, an address, an account number, a date
//! of birth. Finds what is written in the usual ways: a reason to ask, never a proof that there is nothing. A name without a title
//! and with a first name that is not in the list, a nickname, a description that only fits one household: those are not seen.

use super::zone;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    /// A name of a person or family.
    Name,
    /// A postal code, or a street with a number.
    Address,
    /// A number of a bank account.
    Account,
    /// A date or year of birth.
    Birth,
}

/// The first of these that stands in a text.
pub fn find(text: &str) -> Option<Trace> {
    let words: Vec<&str> = text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    (0..words.len()).find_map(|at| {
        let here = &words[at..];
        let found = [
            (is_name(here), Trace::Name),
            (is_postal_code(here) || is_street(here), Trace::Address),
            (is_account(here), Trace::Account),
            (is_birth(here), Trace::Birth),
        ];
        found.into_iter().find(|(is_so, _)| *is_so).map(|(_, trace)| trace)
    })
}

/// `gezin Jansen`, `Jan de Vries`, `Fatima El Amrani`.
fn is_name(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let is_known = FAMILIES.contains(&first.to_lowercase().as_str()) || FIRST_NAMES.lines().any(|name| name == *first);
    let particles = rest.iter().take(3).take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str())).count();
    is_known && rest.get(particles).is_some_and(|word| is_proper(word))
}

/// Begins with a capital and is no abbreviation.
fn is_proper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// `3511 AB`, `3511AB`, `3511ab`.
fn is_postal_code(words: &[&str]) -> bool {
    let digits = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    let letters = |text: &str, is: fn(&u8) -> bool| text.len() == 2 && text.as_bytes().iter().all(is);
    let Some((first, rest)) = words.split_first() else { return false };
    let joined = first.len() == 6 && first.is_ascii() && digits(&first[..4]) && letters(&first[4..], u8::is_ascii_alphabetic);
    joined || (digits(first) && rest.first().is_some_and(|next| letters(next, u8::is_ascii_uppercase)))
}

/// `Kerkstraat 12`, `Prins Hendriklaan 3a`.
fn is_street(words: &[&str]) -> bool {
    let [street, number, ..] = words else { return false };
    let lower = street.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.len() > ending.len() && lower.ends_with(ending));
    let named = ends(STREETS) || (is_proper(street) && ends(STREETS_BY_CAPITAL));
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let rest = number[digits..].trim_start_matches('-');
    named && (1..=5).contains(&digits) && rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// `NL91ABNA0417164300`, `NL91 ABNA 0417 1643 00`: what passes the test of an IBAN.
fn is_account(words: &[&str]) -> bool {
    let mut joined = String::new();
    for word in words.iter().take(10) {
        if !word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            break;
        }
        joined.push_str(&word.to_ascii_uppercase());
        if joined.len() >= 15 && joined.len() <= 34 && passes(joined.as_bytes()) {
            return true;
        }
    }
    false
}

fn passes(account: &[u8]) -> bool {
    let [a, b, c, d, ..] = account else { return false };
    let begins = a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit();
    let turned = account[4..].iter().chain(&account[..4]);
    let rest = turned.fold(0_u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte.saturating_sub(b'A')) + 10) % 97,
    });
    begins && rest == 1
}

/// `geboren 12-03-1984`, `geb. in 1984`, `born on 12 March 1984`.
fn is_birth(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let word = first.to_lowercase();
    let says_born = BIRTHS.contains(&word.trim_end_matches('.'));
    let is_year = |word: &&str| word.len() == 4 && word.parse().is_ok_and(|year: u16| (1900..2100).contains(&year));
    says_born && rest.iter().take(4).any(|word| is_year(word) || zone::read_date(word.trim_end_matches('.')).is_some())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '(' | ')' | '"' | '\'' | '“' | '”' | '!' | '?'))
        .trim_end_matches('.')
}

const FAMILIES: &[&str] = &["gezin", "huishouden", "familie", "echtpaar", "household", "family"];
const PARTICLES: &[&str] =
    &["van", "de", "den", "der", "het", "ten", "ter", "el", "al", "von", "di", "la", "le", "ben", "'t", "t"];
const BIRTHS: &[&str] = &["geboren", "geb", "geboortedatum", "geboortedag", "geboortejaar", "born", "birth", "dob"];
/// Endings that a street alone has.
const STREETS: &[&str] = &["straat", "laan", "plein", "gracht", "singel", "plantsoen", "steeg", "dreef"];
/// Endings that other words have too: only with a capital.
const STREETS_BY_CAPITAL: &[&str] = &["weg", "dijk", "kade", "hof", "pad", "markt", "wal", "baan", "park", "burg", "brink"];
/// First names that many people in the Netherlands have, one a line.
const FIRST_NAMES: &str = include_str!("data/first_names.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_points_to_somebody_is_found() {
        for (text, trace) in [
            ("Jan de Vries wacht.", Trace::Name),
            ("volgens Fatima El Amrani", Trace::Name),
            ("Anna van den Berg-Smit belde", Trace::Name),
            ("Het gezin Jansen uit de stad", Trace::Name),
            ("huishouden de Wit", Trace::Name),
            ("in de Kerkstraat 12, Utrecht", Trace::Address),
            ("Prins Hendriklaan 3a", Trace::Address),
            ("Rijksweg 100-2", Trace::Address),
            ("(3511 AB)", Trace::Address),
            ("woont op 3511ab 7", Trace::Address),
            ("NL91ABNA0417164300", Trace::Account),
            ("naar NL91 ABNA 0417 1643 00.", Trace::Account),
            ("geboren 12-03-1984", Trace::Birth),
            ("Geb. op 12 maart 1984", Trace::Birth),
            ("born in 1984", Trace::Birth),
        ] {
            assert_eq!(find(text), Some(trace), "{text}");
        }
    }

    #[test]
    fn ordinary_lessons_are_left_alone() {
        for text in [
            "Het UWV vordert terug voordat bezwaar is beslist.",
            "Wet op de Huurtoeslag, artikel 7",
            "Sinds 2026 UWV en SVB samen",
            "Het gezin krijgt 2 brieven van het CAK",
            "Een huishouden UWV-SVB",
            "Op straat 12 mensen, onderweg 3 keer",
            "Kind geboren na de peildatum krijgt niets",
            "besluit van 12-03-2026 per 1 april 2026",
            "An error of 100 euro",
            "NL91ABNA0417164301",
            "art. 4:17 Awb, 26 weken",
            "Hoge Raad der Nederlanden",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
