//! One word of a question with what every repeating value says of it, so that only names are searched row by row.

use memchr::memmem::Finder;

use crate::domain::{officer::Mandate, topic};

use super::{
    officers::{Officers, PackedOfficer, codes},
    order::HitClass,
    question::Word,
    table::{BLOCK, Block},
    typo::{one_slip_apart, sounds_like},
};

/// Words in names that may be left out or put in.
const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "t", "in", "op", "te", "ten", "ter", "von", "la", "el", "aan", "en", "s", "vd", "vdr",
    "int",
];

/// What a match in a field is worth within its class: a name before an organisation before a domain.
mod weight {
    pub(super) const NAME: u8 = 13;
    /// Of a name, when a municipality is asked for in so many words.
    pub(super) const NAME_IN_MUNICIPALITY: u8 = 7;
    pub(super) const ORGANISATION: u8 = 12;
    pub(super) const TITLE: u8 = 10;
    pub(super) const MUNICIPALITY: u8 = 8;
    pub(super) const PLACE: u8 = 6;
    pub(super) const DOMAIN: u8 = 4;
    /// Of what people call the problems of a domain.
    pub(super) const TOPIC: u8 = 3;
    pub(super) const MANDATE: u8 = 2;
    /// More for a word that is all of what something is called: `bergen` before `Bergen op Zoom`, and `hc` before H.C. Kok.
    pub(super) const ALONE: u8 = 2;
}

/// In both languages, as the screens say it.
const MANDATE_WORDS: [(Mandate, &str); 4] = [
    (Mandate::None, "geen mandaat none"),
    (Mandate::Signal, "signaleren signal"),
    (Mandate::Coordinate, "afstemmen coordinate co ordinate"),
    (Mandate::Decide, "beslissen decide"),
];

/// A class and a weight in one byte: class * 16 + weight, 0 for no match.
pub(super) fn value(class: Option<HitClass>, weight: u8) -> u8 {
    class.map_or(0, |class| (class as u8 + 1) * 16 + weight)
}

/// The class in a value that is not 0.
pub(super) fn class_of(value: u8) -> HitClass {
    match value / 16 {
        6.. => HitClass::Whole,
        5 => HitClass::Word,
        4 => HitClass::WordStart,
        3 => HitClass::Inside,
        2 => HitClass::Letters,
        _ => HitClass::Typo,
    }
}

/// How much is let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leniency {
    /// What holds what was typed.
    Exact,
    /// And what holds its letters in this order, or a word one slip away.
    Fuzzy,
}

/// A run of words of the question with one word in it.
#[derive(Debug)]
struct Phrase {
    text: String,
    /// Where the word begins in it.
    at: usize,
}

/// One word with what every repeating value says of it.
pub(super) struct Term<'q> {
    pub(super) word: &'q str,
    pub(super) negate: bool,
    pub(super) optional: bool,
    finder: Finder<'q>,
    phrases: Vec<Phrase>,
    name_weight: u8,
    organisations: Vec<u8>,
    titles: Vec<u8>,
    domains: Vec<u8>,
    municipality_lists: Vec<u8>,
    own_municipality: Vec<u8>,
    mandates: [u8; 4],
    /// Does any repeating value fit? Otherwise only names can, and the columns need not be looked at.
    pub(super) in_columns: bool,
}

/// One term for each word of a question.
pub(super) fn terms<'q>(officers: &Officers, words: &'q [Word], leniency: Leniency) -> Vec<Term<'q>> {
    let particle = |word: &Word| PARTICLES.contains(&word.text.as_str());
    let all_particles = words.iter().all(particle);
    let municipal = words.iter().any(|word| matches!(word.text.as_str(), "gemeente" | "municipality"));
    let name_weight = if municipal { weight::NAME_IN_MUNICIPALITY } else { weight::NAME };
    (0..words.len())
        .map(|at| {
            let optional = !all_particles && particle(&words[at]);
            Term::new(officers, &words[at], phrases(words, at), (optional, name_weight), leniency)
        })
        .collect()
}

/// Every run of two or more words that this one is in, unless there are only particles in it.
fn phrases(words: &[Word], at: usize) -> Vec<Phrase> {
    let mut phrases = vec![];
    for from in 0..=at {
        for to in at.max(from + 1)..words.len() {
            let run = &words[from..=to];
            if run.iter().any(|word| word.negate) || run.iter().all(|word| PARTICLES.contains(&word.text.as_str())) {
                continue;
            }
            let texts: Vec<&str> = run.iter().map(|word| word.text.as_str()).collect();
            let before = texts[..at - from].iter().map(|text| text.len() + 1).sum();
            phrases.push(Phrase { text: texts.join(" "), at: before });
        }
    }
    phrases
}

impl<'q> Term<'q> {
    fn new(
        officers: &Officers,
        word: &'q Word,
        phrases: Vec<Phrase>,
        (optional, name_weight): (bool, u8),
        leniency: Leniency,
    ) -> Self {
        let text = word.text.as_str();
        let finder = Finder::new(text.as_bytes());
        let lenient = leniency == Leniency::Fuzzy && !word.negate;
        let of = |lines: &str, weight: u8| -> u8 {
            if let Some(found) = whole(lines, text, &phrases, weight) {
                return found;
            }
            let class = class_in(lines.as_bytes(), &finder);
            value(class.or_else(|| lenient.then(|| forgiven(lines.as_bytes(), text.as_bytes())).flatten()), weight)
        };
        let own_municipality = officers.names.by_municipality(|code, names, places| {
            let code = if code.to_string() == text { value(Some(HitClass::Word), weight::MUNICIPALITY) } else { 0 };
            of(names, weight::MUNICIPALITY).max(of(places, weight::PLACE)).max(code)
        });
        let of_code = |code: u16| own_municipality.get(code as usize).copied().unwrap_or(0);
        let mut term = Self {
            word: text,
            negate: word.negate,
            optional,
            in_columns: true,
            name_weight,
            organisations: officers.organisations.table(|lines| of(lines, weight::ORGANISATION)),
            titles: officers.titles.table(|title| of(title, weight::TITLE)),
            domains: officers.domains.table(|lines| {
                let line = |line: &str| match line.strip_prefix(topic::ALSO) {
                    Some(words) => of(words, weight::TOPIC),
                    None => of(line, weight::DOMAIN),
                };
                lines.split('\n').map(line).max().unwrap_or(0)
            }),
            municipality_lists: (0..officers.municipalities.len() as u32)
                .map(|list| codes(officers.municipalities.key(list)).map(|code| of_code(code.0)).max().unwrap_or(0))
                .collect(),
            mandates: MANDATE_WORDS.map(|(_, words)| value(class_in(words.as_bytes(), &finder), weight::MANDATE)),
            own_municipality,
            phrases,
            finder,
        };
        let tables = [&term.organisations, &term.titles, &term.domains, &term.municipality_lists, &term.own_municipality];
        term.in_columns = tables.into_iter().flatten().chain(&term.mandates).any(|value| *value > 0);
        term
    }

    /// What the interned columns of a row are worth.
    pub(super) fn columns(&self, row: &PackedOfficer) -> u8 {
        let of = |table: &[u8], number: u32| table.get(number as usize).copied().unwrap_or(0);
        of(&self.organisations, row.organisation)
            .max(of(&self.titles, row.title))
            .max(of(&self.domains, row.domains))
            .max(of(&self.municipality_lists, row.municipalities))
            .max(of(&self.own_municipality, row.municipality.into()))
            .max(self.mandates[row.mandate as usize])
    }

    /// What the names of a block are worth, into `best`; says whether any is worth something.
    pub(super) fn names(&self, block: &Block<PackedOfficer>, leniency: Leniency, best: &mut [u8; BLOCK]) -> bool {
        let buffer = block.folded.buffer();
        let mut named = false;
        for offset in self.finder.find_iter(buffer) {
            named = true;
            let at = block.folded.row_at(offset);
            let mut class = class_at(buffer, offset, self.word.len());
            if class == HitClass::Word && self.phrases.iter().any(|phrase| phrase.stands(buffer, offset)) {
                class = HitClass::Whole;
            }
            best[at] = best[at].max(value(Some(class), self.name_weight));
        }
        if leniency == Leniency::Exact || self.negate {
            return named;
        }
        let mut weaker = |at: usize, class: HitClass| {
            named = true;
            best[at] = best[at].max(value(Some(class), self.name_weight));
        };
        let word = self.word.as_bytes();
        letters_in(buffer, word, |offset| {
            weaker(block.folded.row_at(offset), HitClass::Letters);
            true
        });
        if word.len() > 3 {
            // One slip leaves the letters before its middle or those behind it as they are.
            let (before, behind) = (&word[..word.len() / 2 - 1], &word[word.len() / 2 + 1..]);
            for part in [before, behind] {
                block.folded.each_with(&Finder::new(part), |at| {
                    if slip_in(block.folded.get(at), word) {
                        weaker(at, HitClass::Typo);
                    }
                });
            }
        }
        named
    }
}

impl Phrase {
    /// Does the run stand here, of which the word stands at `offset`?
    fn stands(&self, buffer: &[u8], offset: usize) -> bool {
        let Some(start) = offset.checked_sub(self.at) else { return false };
        buffer[start..].starts_with(self.text.as_bytes()) && class_at(buffer, start, self.text.len()) == HitClass::Word
    }
}

/// What it is worth when a line is exactly the word, or a run of words with it; otherwise nothing.
fn whole(lines: &str, word: &str, phrases: &[Phrase], weight: u8) -> Option<u8> {
    let mut found = None;
    for line in lines.split('\n') {
        if phrases.iter().any(|phrase| phrase.text == line) {
            // All that something is called, before a part of a surname: `den bosch` is the municipality, `van den bosch` a person.
            return Some(value(Some(HitClass::Whole), weight + weight::ALONE));
        }
        if line == word {
            found = Some(value(Some(HitClass::Word), weight + weight::ALONE));
        }
    }
    found
}

/// How the best occurrence in a text fits.
pub(super) fn class_in(text: &[u8], finder: &Finder<'_>) -> Option<HitClass> {
    finder.find_iter(text).map(|offset| class_at(text, offset, finder.needle().len())).max()
}

/// How a word fits that is not there: its letters in order, or one slip away.
fn forgiven(text: &[u8], word: &[u8]) -> Option<HitClass> {
    let mut letters = false;
    letters_in(text, word, |_| {
        letters = true;
        false
    });
    match letters {
        true => Some(HitClass::Letters),
        false => (word.len() > 3 && slip_in(text, word)).then_some(HitClass::Typo),
    }
}

fn class_at(text: &[u8], offset: usize, length: usize) -> HitClass {
    let letter =
        |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    match (letter(offset.checked_sub(1)), letter(Some(offset + length))) {
        (false, false) => HitClass::Word,
        (false, true) => HitClass::WordStart,
        _ => HitClass::Inside,
    }
}

/// Tells where the letters of a word of three or more occur in this order, on one line, from the start of a word on and not
/// scattered; until `found` says that it is enough.
pub(super) fn letters_in(text: &[u8], word: &[u8], mut found: impl FnMut(usize) -> bool) {
    let Some((first, rest)) = word.split_first().filter(|_| word.len() > 2) else { return };
    for start in memchr::memchr_iter(*first, text) {
        if class_at(text, start, 1) < HitClass::WordStart {
            continue;
        }
        let reach = &text[start + 1..text.len().min(start + word.len() * 3 / 2 + 1)];
        let mut letters = reach.iter().take_while(|byte| **byte != b'\n');
        if rest.iter().all(|wanted| letters.any(|byte| byte == wanted)) && !found(start) {
            return;
        }
    }
}

/// Is a word one slip away from a word of the text, or does one of it sound so?
fn slip_in(text: &[u8], word: &[u8]) -> bool {
    text.split(|byte| matches!(byte, b' ' | b'\n' | b'.'))
        .any(|part| part.len() > 2 && (one_slip_apart(part, word) || sounds_like(part, word)))
}
