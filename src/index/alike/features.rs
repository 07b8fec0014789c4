//! What of a signal is compared: words, numbers, and what it names.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::{fold::fold, signal::Facts, signal::Source};

/// What kind of thing a feature is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The reference of the household.
    Household,
    /// A reference of the sender, or of a decision.
    Reference,
    /// A body and the day its decision was sent.
    Decision,
    /// The day of a threatening event.
    Event,
    /// The mail address, or name and organisation, of the reporter.
    Reporter,
    /// The municipality.
    Municipality,
    /// A body in the stalemate.
    Body,
    /// A word.
    Word,
}

/// One of them: its kind, and a hash of what it is. Two that are different have the same hash once in 2^64, and then two signals look a little more
/// alike than they are.
pub type Feature = (Kind, u64);

/// Words that every report has, folded.
const COMMON: &str = " aan aangegeven aangevraagd al alle alleen als ander andere ben bij binnen blijft daar daarom dan dat de deze die dit door \
    doordat echter een eens en er ervan gaat geen geeft gezin had heb hebben heeft hem het hier hij hoe huishouden iets ik in inmiddels is ja je kan \
    kon kunnen krijgt maar mag man mee meer meerdere melding met mevrouw meneer mijn moet moeten na naar niet niets nog nu of om omdat onder ons ook op \
    over per sinds staat te tegen tot totdat tussen uit van vanaf vanwege veel voor vraag vraagt vragen vrouw waar waardoor waarop wanneer want was wat \
    we weer wel welke werd wie wij wil willen wordt worden wordt zal ze zegt zelf zich zij zijn zo zou zonder zowel contact situatie graag ";

/// Everything of a signal that is compared, each once, in order.
pub fn of(facts: &Facts, source: Option<&Source>) -> Vec<Feature> {
    let mut found = vec![];
    let mut put = |kind, parts: &[&str]| found.push((kind, hash(parts)));
    if let Some(household) = &facts.household {
        put(Kind::Household, &[household]);
    }
    if let Some(source) = source.filter(|source| source.system == "kenmerk") {
        put(Kind::Reference, &[&fold(source.reference.raw())]);
    }
    for decision in &facts.decisions {
        let body = decision.organisation.as_str();
        if !decision.reference.raw().trim().is_empty() {
            put(Kind::Reference, &[&fold(decision.reference.raw().trim())]);
        }
        if let Some(day) = decision.announced_on.or(decision.dated_on) {
            put(Kind::Decision, &[body, &day.to_string()]);
        }
        put(Kind::Body, &[body]);
    }
    for day in facts.threats.iter().filter_map(|threat| threat.on) {
        put(Kind::Event, &[&day.to_string()]);
    }
    let reporter = &facts.reporter;
    match (reporter.mail.raw().trim(), reporter.name.raw().trim()) {
        ("", "") => {}
        ("", name) => put(Kind::Reporter, &[&fold(name), &fold(reporter.organisation.raw().trim())]),
        (mail, _) => put(Kind::Reporter, &[&fold(mail)]),
    }
    if let Some(municipality) = facts.municipality {
        put(Kind::Municipality, &[&municipality.to_string()]);
    }
    for body in &facts.bodies {
        put(Kind::Body, &[body.organisation.as_str()]);
    }
    let tried = facts.tried.iter().map(|attempt| attempt.what.raw());
    let threats = facts.threats.iter().map(|threat| threat.what.raw());
    let positions = facts.bodies.iter().map(|body| body.position.raw());
    let texts = [&facts.title, &facts.account, &facts.stalemate, &facts.desired_by_household, &facts.desired_by_professional];
    for text in texts.iter().map(|text| text.raw()).chain(tried).chain(threats).chain(positions) {
        words(text, |word| found.push((Kind::Word, hash(&[word]))));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The words of a text: folded, by their first letters, and without those that every report has. An amount is one word, however it is written.
fn words(text: &str, mut each: impl FnMut(&str)) {
    let folded = fold(text);
    let mut letters = folded.chars().peekable();
    let mut word = String::new();
    while let Some(letter) = letters.next() {
        let in_number = matches!(letter, '.' | ',') && word.bytes().all(|byte| byte.is_ascii_digit());
        match letter {
            letter if letter.is_alphanumeric() => word.push(letter),
            // 1.240 and 1240; what stands behind a comma are cents.
            '.' if in_number && !word.is_empty() && letters.peek().is_some_and(char::is_ascii_digit) => {}
            _ => {
                let of_number = in_number && !word.is_empty();
                keep(&word, &mut each);
                word.clear();
                if of_number && letter == ',' {
                    while letters.next_if(char::is_ascii_digit).is_some() {}
                }
            }
        }
    }
    keep(&word, &mut each);
}

/// Small numbers in words, and as figures.
const NUMBERS: [(&str, &str); 11] = [
    ("een", "1"),
    ("twee", "2"),
    ("drie", "3"),
    ("vier", "4"),
    ("vijf", "5"),
    ("zes", "6"),
    ("zeven", "7"),
    ("acht", "8"),
    ("negen", "9"),
    ("tien", "10"),
    ("twaalf", "12"),
];

/// Letters of a word that count: what stands behind them are endings, and the last part of a compound.
const LETTERS: usize = 5;

fn keep(word: &str, each: &mut impl FnMut(&str)) {
    let word = NUMBERS.iter().find(|(name, _)| *name == word).map_or(word, |(_, figure)| figure);
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && !word.is_empty() {
        each(word);
    } else if word.len() >= 3 && !COMMON.contains(&format!(" {word} ")) {
        let end = word.char_indices().nth(LETTERS).map_or(word.len(), |(end, _)| end);
        each(&word[..end]);
    }
}

fn hash(parts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}
