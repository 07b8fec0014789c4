//! The search of the register as it reads in words: entry by entry, everything at once, nothing left out early. Tests compare.

use std::{cell::RefCell, cmp::Reverse, collections::HashMap};

use super::{
    Hit, HitClass, Leaning, Officers, Precedence, Ranker, SkimRanker,
    officers::searched_name,
    question::{Condition, Field, Question, Test, Word},
    term::{PARTICLES, weight},
    typo::{one_slip_apart, sounds_like},
};
use crate::domain::{
    fold::fold,
    officer::{Freshness, Mandate, Officer, Standing, freshness},
    topic,
};

/// What municipalities are called and their places, by code.
type Municipalities = HashMap<u16, (String, String)>;

/// One who searches.
struct Search<'a> {
    officers: &'a Officers,
    question: &'a Question,
    leaning: &'a Leaning,
    municipalities: Municipalities,
    lenient: bool,
}

/// The first `shown` of the best `fine` hits.
pub(super) fn search(officers: &Officers, question: &Question, (shown, fine): (usize, usize), leaning: &Leaning) -> Vec<Hit> {
    let municipalities = RefCell::new(Municipalities::new());
    officers.names.by_municipality(|code, names, places| {
        municipalities.borrow_mut().insert(code.0, (names.into(), places.into()));
        0
    });
    let mut search = Search { officers, question, leaning, municipalities: municipalities.into_inner(), lenient: false };
    for lenient in [false, true] {
        search.lenient = lenient;
        let mut hits: Vec<(Hit, String)> = (0..officers.len()).filter_map(|row| search.hit(row)).collect();
        if hits.iter().any(|(hit, _)| hit.class >= HitClass::WordStart) {
            hits.retain(|(hit, _)| hit.class >= HitClass::WordStart);
        }
        if hits.is_empty() {
            continue;
        }
        let coarse = |hit: &Hit| Reverse((hit.class > HitClass::Letters, !hit.typo, hit.rank, hit.precedence));
        hits.sort_by_key(|(hit, _)| (coarse(hit), hit.row));
        hits.truncate(fine);
        let words = || question.words.iter().filter(|word| !word.negate);
        hits.sort_by_cached_key(|(hit, name)| {
            let letters: i64 = words().filter_map(|word| SkimRanker.score(name, &word.text)).sum();
            (coarse(hit), Reverse(letters), name.clone(), hit.row)
        });
        return hits.into_iter().map(|(hit, _)| hit).take(shown).collect();
    }
    vec![]
}

impl Search<'_> {
    /// The hit that an entry is, with its name.
    fn hit(&self, row: u32) -> Option<(Hit, String)> {
        let officer = self.officers.get(row)?.officer();
        let name = searched_name(officer.facts.name.raw());
        let words = &self.question.words;
        let (mut rank, mut worst) = (0, u8::MAX);
        for (at, word) in words.iter().enumerate() {
            let best = self.best(&officer, &name, at);
            if word.negate {
                if best / 16 > HitClass::WordStart as u8 {
                    return None;
                }
                continue;
            }
            rank += i64::from(best);
            if !is_particle(word) || words.iter().all(is_particle) {
                worst = worst.min(best);
            }
        }
        let passes = |one: &Condition| one.any.iter().any(|test| self.holds(&officer, &name, test)) != one.negate;
        if worst == 0 || !self.question.conditions.iter().all(passes) {
            return None;
        }
        let class = match worst / 16 {
            6.. => HitClass::Whole,
            5 => HitClass::Word,
            4 => HitClass::WordStart,
            3 => HitClass::Inside,
            2 => HitClass::Letters,
            _ => HitClass::Typo,
        };
        let precedence = self.precedence(&officer);
        Some((Hit { row, rank, class, typo: class == HitClass::Typo, precedence }, name))
    }

    fn precedence(&self, officer: &Officer) -> Precedence {
        let (facts, leaning) = (&officer.facts, self.leaning);
        let sound = facts.standing(leaning.today) == Standing::Sound;
        Precedence {
            sound,
            near: leaning.near.contains(&facts.organisation),
            used: leaning.used.get(&officer.id).copied().unwrap_or(0),
            own: leaning.own.as_ref() == Some(&facts.organisation),
            mandate: if sound { facts.mandate } else { Mandate::None },
            there: !facts.is_away_on(leaning.today),
            fresh: Reverse(if sound { freshness(facts.verified_on, leaning.today) } else { Freshness::Stale }),
        }
    }

    /// Codes of municipalities an entry is of or serves.
    fn codes(officer: &Officer) -> Vec<u16> {
        let own = officer.facts.organisation.as_str().strip_prefix("GM").and_then(|code| code.parse().ok());
        officer.facts.municipalities.iter().map(|code| code.0).chain(own).collect()
    }

    /// What a word of the question is worth, in whatever it fits best.
    fn best(&self, officer: &Officer, name: &str, at: usize) -> u8 {
        let (facts, word) = (&officer.facts, &self.question.words[at].text);
        let mut values = vec![self.in_name(name, at)];
        let mut of = |lines: &str, weight: u8| values.push(self.in_lines(lines, weight, at));
        of(&self.officers.names.organisation(facts.organisation.as_str()), weight::ORGANISATION);
        of(&fold(facts.title.raw()), weight::TITLE);
        for domain in &facts.domains {
            for line in topic::searched(domain.raw()).split('\n') {
                match line.strip_prefix(topic::ALSO) {
                    Some(words) => of(words, weight::TOPIC),
                    None => of(line, weight::DOMAIN),
                }
            }
        }
        for code in Self::codes(officer) {
            if let Some((names, places)) = self.municipalities.get(&code) {
                of(names, weight::MUNICIPALITY);
                of(places, weight::PLACE);
            }
        }
        if Self::codes(officer).iter().any(|code| self.municipalities.contains_key(code) && format!("{code:04}") == *word) {
            values.push(worth(HitClass::Word, weight::MUNICIPALITY));
        }
        let mandate = match facts.mandate {
            Mandate::None => "geen mandaat none",
            Mandate::Signal => "signaleren signal",
            Mandate::Coordinate => "afstemmen coordinate co ordinate",
            Mandate::Decide => "beslissen decide",
        };
        values.extend(class_in(mandate, word).map(|class| worth(class, weight::MANDATE)));
        values.into_iter().max().unwrap_or(0)
    }

    fn in_name(&self, name: &str, at: usize) -> u8 {
        let words = &self.question.words;
        let word = &words[at];
        let municipal = words.iter().any(|word| matches!(word.text.as_str(), "gemeente" | "municipality"));
        let weight = if municipal { weight::NAME_IN_MUNICIPALITY } else { weight::NAME };
        let mut best = None;
        for (offset, _) in name.match_indices(&word.text) {
            let mut class = class_at(name, offset, word.text.len());
            let whole = |(text, before): &(String, usize)| {
                offset
                    .checked_sub(*before)
                    .is_some_and(|start| name[start..].starts_with(text) && class_at(name, start, text.len()) == HitClass::Word)
            };
            if class == HitClass::Word && phrases(words, at).iter().any(whole) {
                class = HitClass::Whole;
            }
            best = best.max(Some(class));
        }
        if self.lenient && !word.negate {
            best = best.max(let_through(name, &word.text));
        }
        best.map_or(0, |class| worth(class, weight))
    }

    fn in_lines(&self, lines: &str, weight: u8, at: usize) -> u8 {
        let word = &self.question.words[at];
        let phrases = phrases(&self.question.words, at);
        if lines.split('\n').any(|line| phrases.iter().any(|(text, _)| text == line)) {
            return worth(HitClass::Whole, weight + weight::ALONE);
        }
        if lines.split('\n').any(|line| line == word.text) {
            return worth(HitClass::Word, weight + weight::ALONE);
        }
        let forgiven = || match () {
            () if !self.lenient || word.negate => None,
            () if letters_in(lines, &word.text) => Some(HitClass::Letters),
            () => (word.text.len() > 3 && slip_in(lines, &word.text)).then_some(HitClass::Typo),
        };
        class_in(lines, &word.text).or_else(forgiven).map_or(0, |class| worth(class, weight))
    }

    fn holds(&self, officer: &Officer, name: &str, test: &Test) -> bool {
        let (facts, today) = (&officer.facts, self.leaning.today);
        let begins = |lines: &str, text: &str| text.split(' ').all(|word| topic::holds(lines, word));
        let domains = || facts.domains.iter().map(|domain| topic::searched(domain.raw())).collect::<Vec<_>>().join("\n");
        match test {
            Test::Text(Field::Name, text) => text.split(' ').all(|word| class_in(name, word) >= Some(HitClass::WordStart)),
            Test::Text(Field::Function, text) => begins(&fold(facts.title.raw()), text),
            Test::Text(Field::Domain, text) => begins(&domains(), text),
            Test::Text(Field::Municipality, text) => {
                let fits = |(code, (names, places)): (&u16, &(String, String))| match format!("{code:04}") == *text {
                    true => 8,
                    false => (fit(names, text) * 2).max((fit(places, text) * 2).saturating_sub(1)),
                };
                let best = self.municipalities.iter().map(fits).max().unwrap_or(0);
                let of = |code: u16| self.municipalities.get(&code).map_or(0, |names| fits((&code, names)));
                best > 0 && Self::codes(officer).into_iter().any(|code| of(code) == best)
            }
            Test::Text(_, text) => {
                let known = &self.officers.organisations;
                let best = (0..known.len() as u32).map(|at| fit(known.folded(at), text)).max().unwrap_or(0);
                best > 0 && fit(&self.officers.names.organisation(facts.organisation.as_str()), text) == best
            }
            Test::Mandate(mandate) => facts.mandate == *mandate,
            Test::May(text) => {
                let excluded = topic::holds(&fold(facts.mandate_excludes.raw()), text);
                facts.mandate == Mandate::Decide && begins(&domains(), text) && !excluded
            }
            Test::Budget(from, to) => facts.budget_euros.is_some_and(|euros| (*from..=*to).contains(&euros)),
            Test::Away => facts.is_away_on(today),
            Test::Attention(attention) => officer.asks_for(*attention, today),
        }
    }
}

/// What a name is worth that is let through, whether it holds the word or not. What only sounds so counts beside the letters of one half.
pub(super) fn let_through(name: &str, word: &str) -> Option<HitClass> {
    let halves = || {
        let (text, middle) = (word.as_bytes(), word.len() / 2);
        let holds = |half: &[u8]| name.as_bytes().windows(half.len()).any(|part| part == half);
        holds(&text[..middle - 1]) || holds(&text[middle + 1..])
    };
    if letters_in(name, word) {
        return Some(HitClass::Letters);
    }
    (word.len() > 3 && slip_in(name, word) && halves()).then_some(HitClass::Typo)
}

fn is_particle(word: &Word) -> bool {
    PARTICLES.contains(&word.text.as_str())
}

/// Every run of words with this one, and how many bytes stand before it.
fn phrases(words: &[Word], at: usize) -> Vec<(String, usize)> {
    let mut phrases = vec![];
    for (from, to) in (0..=at).flat_map(|from| (at + 1..=words.len()).map(move |to| (from, to))) {
        let run = &words[from..to];
        if run.len() > 1 && !run.iter().any(|word| word.negate) && !run.iter().all(is_particle) {
            let text = |words: &[Word]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
            let before = text(&words[from..at]).len() + usize::from(from < at);
            phrases.push((text(run), before));
        }
    }
    phrases
}

fn worth(class: HitClass, weight: u8) -> u8 {
    (class as u8 + 1) * 16 + weight
}

fn class_in(text: &str, word: &str) -> Option<HitClass> {
    text.match_indices(word).map(|(at, _)| class_at(text, at, word.len())).max()
}

fn class_at(text: &str, at: usize, length: usize) -> HitClass {
    let letter = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii();
    match (text[..at].ends_with(letter), text[at + length..].starts_with(letter)) {
        (false, false) => HitClass::Word,
        (false, true) => HitClass::WordStart,
        _ => HitClass::Inside,
    }
}

fn letters_in(text: &str, word: &str) -> bool {
    let (first, rest) = (word.as_bytes()[0], &word.as_bytes()[1..]);
    let starts = |line: &str, at: usize| line.as_bytes()[at] == first && class_at(line, at, 1) >= HitClass::WordStart;
    let follow = |line: &str, at: usize| {
        let mut reach = line.bytes().skip(at + 1).take(word.len() * 3 / 2);
        rest.iter().all(|wanted| reach.any(|byte| byte == *wanted))
    };
    word.len() > 2
        && text.lines().any(|line| (0..line.len()).any(|at| line.is_char_boundary(at) && starts(line, at) && follow(line, at)))
}

fn slip_in(text: &str, word: &str) -> bool {
    let slips = |part: &str| {
        let (part, word) = (part.as_bytes(), word.as_bytes());
        one_slip_apart(part, word) || sounds_like(part, word)
    };
    text.split([' ', '\n', '.']).any(|part| part.len() > 2 && slips(part))
}

/// 3 a line is the text, 2 it stands there as words, 1 words begin so, 0 not.
fn fit(lines: &str, text: &str) -> u8 {
    match class_in(lines, text) {
        _ if lines.split('\n').any(|line| line == text) => 3,
        Some(HitClass::Word | HitClass::Whole) => 2,
        Some(HitClass::WordStart) => 1,
        _ => 0,
    }
}
