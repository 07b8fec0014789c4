//! One word of a question with what every repeating value says of it, so that only names are searched row by row.

use memchr::memmem::Finder;

use crate::domain::{officer::Mandate, topic};

use super::{
    forgiving::{Forgiving, forgiven},
    officers::{Officers, codes},
    order::HitClass,
    packed::PackedOfficer,
    question::Word,
    table::{BLOCK, Block},
};

/// Words in names that may be left out or put in.
pub(super) const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "t", "in", "op", "te", "ten", "ter", "von", "la", "el", "aan", "en", "s", "vd", "vdr",
    "int",
];

/// What a match in a field is worth within its class: a name before an organisation before a domain.
pub(super) mod weight {
    pub(in crate::index) const NAME: u8 = 13;
    /// Of a name, when a municipality is asked for in so many words.
    pub(in crate::index) const NAME_IN_MUNICIPALITY: u8 = 7;
    pub(in crate::index) const ORGANISATION: u8 = 12;
    pub(in crate::index) const TITLE: u8 = 10;
    pub(in crate::index) const MUNICIPALITY: u8 = 8;
    pub(in crate::index) const PLACE: u8 = 6;
    pub(in crate::index) const DOMAIN: u8 = 4;
    /// Of what people call the problems of a domain.
    pub(in crate::index) const TOPIC: u8 = 3;
    pub(in crate::index) const MANDATE: u8 = 2;
    /// More for a word that is all of what something is called: `bergen` before `Bergen op Zoom`, and `hc` before H.C. Kok.
    pub(in crate::index) const ALONE: u8 = 2;
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
    /// Columns in which a repeating value fits, with what each value is worth.
    columns: Vec<(Column, Vec<u8>)>,
    forgiving: Option<Forgiving<'q>>,
}

/// A column of values that repeat.
#[derive(Debug, Clone, Copy)]
enum Column {
    Organisation,
    Title,
    Domains,
    Municipalities,
    OwnMunicipality,
    Mandate,
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
        let own = officers.names.by_municipality(|code, names, places| {
            let code = if code.to_string() == text { value(Some(HitClass::Word), weight::MUNICIPALITY) } else { 0 };
            of(names, weight::MUNICIPALITY).max(of(places, weight::PLACE)).max(code)
        });
        let of_code = |code: u16| own.get(code as usize).copied().unwrap_or(0);
        let of_list = |list| codes(officers.municipalities.key(list)).map(|code| of_code(code.0)).max().unwrap_or(0);
        let of_domain = |line: &str| match line.strip_prefix(topic::ALSO) {
            Some(words) => of(words, weight::TOPIC),
            None => of(line, weight::DOMAIN),
        };
        let columns = [
            (Column::Organisation, officers.organisations.table(|lines| of(lines, weight::ORGANISATION))),
            (Column::Title, officers.titles.table(|title| of(title, weight::TITLE))),
            (Column::Domains, officers.by_domains(|lines| lines.split('\n').map(of_domain).max().unwrap_or(0))),
            (Column::Municipalities, (0..officers.municipalities.len() as u32).map(of_list).collect()),
            (Column::Mandate, MANDATE_WORDS.map(|(_, words)| value(class_in(words.as_bytes(), &finder), weight::MANDATE)).into()),
            (Column::OwnMunicipality, own),
        ];
        let columns = columns.into_iter().filter(|(_, table)| table.iter().any(|value| *value > 0)).collect();
        let forgiving = lenient.then(|| Forgiving::new(text.as_bytes()));
        Self { word: text, negate: word.negate, optional, name_weight, columns, phrases, finder, forgiving }
    }

    /// Does any repeating value fit? Otherwise only names can.
    pub(super) fn in_columns(&self) -> bool {
        !self.columns.is_empty()
    }

    /// What the repeating values of these rows are worth, into `best`.
    pub(super) fn columns(&self, rows: &[PackedOfficer], best: &mut [u8; BLOCK]) {
        for (column, table) in &self.columns {
            match column {
                Column::Organisation => raise(rows, table, best, |row| row.organisation),
                Column::Title => raise(rows, table, best, |row| row.title),
                Column::Domains => raise(rows, table, best, |row| row.domains),
                Column::Municipalities => raise(rows, table, best, |row| row.municipalities),
                Column::OwnMunicipality => raise(rows, table, best, |row| row.municipality.into()),
                Column::Mandate => raise(rows, table, best, |row| row.mandate as u32),
            }
        }
    }

    /// What the names of a block are worth, into `best`; says whether any is worth something.
    pub(super) fn names(&self, block: &Block<PackedOfficer>, best: &mut [u8; BLOCK]) -> bool {
        let buffer = block.folded.buffer();
        let (mut named, mut rows) = (false, block.folded.rows());
        for offset in self.finder.find_iter(buffer) {
            named = true;
            let at = rows.at(offset);
            let mut class = class_at(buffer, offset, self.word.len());
            if class == HitClass::Word && self.phrases.iter().any(|phrase| phrase.stands(buffer, offset)) {
                class = HitClass::Whole;
            }
            best[at] = best[at].max(value(Some(class), self.name_weight));
        }
        if let Some(forgiving) = &self.forgiving {
            forgiving.names(&block.folded, |at, class| {
                named = true;
                best[at] = best[at].max(value(Some(class), self.name_weight));
            });
        }
        named
    }
}

/// Raises `best` to what the value of each row is worth.
fn raise(rows: &[PackedOfficer], table: &[u8], best: &mut [u8; BLOCK], of: impl Fn(&PackedOfficer) -> u32) {
    for (row, best) in rows.iter().zip(best) {
        *best = (*best).max(table.get(of(row) as usize).copied().unwrap_or(0));
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

pub(super) fn class_at(text: &[u8], offset: usize, length: usize) -> HitClass {
    let letter = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|byte| is_letter(*byte));
    match (letter(offset.checked_sub(1)), letter(Some(offset + length))) {
        (false, false) => HitClass::Word,
        (false, true) => HitClass::WordStart,
        _ => HitClass::Inside,
    }
}

/// Is a byte of folded text a letter or digit, or part of one?
pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}
