//! What was asked of the register: words, and fields with a value. In both languages, and forgiving of how names are typed.

use crate::domain::{
    filter::{Token, tokens},
    fold::fold,
    officer::Mandate,
    verdict::Attention,
};

/// Most words that are looked for.
const WORDS: usize = 10;

/// What a token looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// The name of the person.
    Name,
    /// The title of the function.
    Function,
    /// The organisation, its abbreviation or its name.
    Body,
    /// The municipality it is of or serves: by name, place or CBS code.
    Municipality,
    /// A domain or a law.
    Domain,
    /// What the mandate is, or what it covers.
    Mandate,
    /// The breakthrough budget in euros.
    Budget,
    /// Why it asks for attention.
    Attention,
}

impl Field {
    fn named(name: &str) -> Option<Self> {
        Some(match fold(name).as_str() {
            "naam" | "name" => Self::Name,
            "functie" | "function" | "rol" | "role" => Self::Function,
            "instantie" | "organisatie" | "body" | "organisation" => Self::Body,
            "gemeente" | "plaats" | "municipality" | "place" => Self::Municipality,
            "domein" | "wet" | "domain" | "law" => Self::Domain,
            "mandaat" | "mandate" => Self::Mandate,
            "budget" => Self::Budget,
            "is" => Self::Attention,
            _ => return None,
        })
    }
}

/// A word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Folded, letters and digits.
    pub(crate) text: String,
    /// Leaves out what has it.
    pub(crate) negate: bool,
}

/// A token of a question: one of its values must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) negate: bool,
    pub(crate) any: Vec<Test>,
}

/// What is asked of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    /// A text, folded, in a field that is one.
    Text(Field, String),
    /// This mandate.
    Mandate(Mandate),
    /// May decide about this, folded, and is not kept from it.
    May(String),
    /// A budget from this to this many euros.
    Budget(i64, i64),
    /// Is away.
    Away,
    /// Asks for attention.
    Attention(Attention),
}

/// What was asked. See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    pub(crate) words: Vec<Word>,
    pub(crate) conditions: Vec<Condition>,
}

impl Question {
    /// Reads what was typed. A field that is not one of ours, and a value that cannot be, are words.
    pub fn parse(text: &str) -> Self {
        let mut question = Self::default();
        for token in tokens(text) {
            match condition(&token) {
                Some(condition) => question.conditions.push(condition),
                None => {
                    let typed = [token.field.as_deref().unwrap_or_default(), &token.value].join(" ");
                    let negate = token.negate;
                    question.words.extend(words_of(&typed).into_iter().map(|text| Word { text, negate }));
                }
            }
        }
        question.words.truncate(WORDS);
        question
    }

    /// Was nothing asked?
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.conditions.is_empty()
    }

    /// The words that are looked for, folded, also those of a field.
    pub fn wanted(&self) -> Vec<String> {
        let words = self.words.iter().filter(|word| !word.negate).map(|word| word.text.clone());
        let texts = self.conditions.iter().filter(|condition| !condition.negate).flat_map(|condition| &condition.any);
        let texts = texts.flat_map(|test| match test {
            Test::Text(_, text) | Test::May(text) => words_of(text),
            _ => vec![],
        });
        words.chain(texts).collect()
    }

    /// Is a word asked for that has so many letters or digits, or is all of a code? What is left out names nobody.
    pub fn names_enough(&self, letters: usize, is_code: impl Fn(&str) -> bool) -> bool {
        let wanted = self.wanted();
        wanted.iter().any(|word| word.chars().filter(|c| c.is_alphanumeric()).count() >= letters || is_code(word))
    }

    /// What a mandate was asked for, folded: of `mandaat:ontruiming` the value.
    pub fn mandates(&self) -> impl Iterator<Item = &str> {
        let asked = self.conditions.iter().filter(|condition| !condition.negate).flat_map(|condition| &condition.any);
        asked.filter_map(|test| match test {
            Test::May(topic) => Some(topic.as_str()),
            _ => None,
        })
    }

    /// The same without what mandates must cover: who comes next when nobody's does. Nothing when that was not asked.
    pub(crate) fn without_mandates(&self) -> Option<Self> {
        let keeps = |condition: &&Condition| condition.negate || !condition.any.iter().any(|test| matches!(test, Test::May(_)));
        let conditions: Vec<Condition> = self.conditions.iter().filter(keeps).cloned().collect();
        let asked = conditions.len() < self.conditions.len();
        let question = Self { words: self.words.clone(), conditions };
        (asked && !question.is_empty()).then_some(question)
    }
}

fn condition(token: &Token) -> Option<Condition> {
    let negate = token.negate;
    let Some(field) = &token.field else {
        let away = negate && matches!(fold(&token.value).as_str(), "afwezig" | "absent" | "away");
        return away.then(|| Condition { negate, any: vec![Test::Away] });
    };
    let field = Field::named(field)?;
    let any: Vec<Test> = token.values().map(|value| test(field, value)).collect::<Option<_>>()?;
    (!any.is_empty()).then_some(Condition { negate, any })
}

fn test(field: Field, value: &str) -> Option<Test> {
    let text = || Some(words_of(value).join(" ")).filter(|text| !text.is_empty());
    match field {
        Field::Mandate => {
            let folded = fold(value);
            let english = match folded.as_str() {
                "none" => Some(Mandate::None),
                "signal" => Some(Mandate::Signal),
                "coordinate" => Some(Mandate::Coordinate),
                "decide" => Some(Mandate::Decide),
                _ => None,
            };
            Some(match Mandate::from_code(&folded).or(english) {
                Some(mandate) => Test::Mandate(mandate),
                None => Test::May(text()?),
            })
        }
        Field::Budget => {
            let (sign, rest) = [">=", "<=", ">", "<", "="]
                .iter()
                .find_map(|sign| Some((*sign, value.strip_prefix(sign)?)))
                .unwrap_or((">=", value));
            // `5.000` as people write it.
            let euros: i64 = rest.trim().trim_start_matches('€').replace(['.', ' '], "").parse().ok()?;
            let (from, to) = match sign {
                ">=" => (euros, i64::MAX),
                "<=" => (0, euros),
                ">" => (euros.checked_add(1)?, i64::MAX),
                "<" => (0, euros.checked_sub(1)?),
                _ => (euros, euros),
            };
            Some(Test::Budget(from, to))
        }
        Field::Attention => Some(Test::Attention(match fold(value).as_str() {
            "gemeld" | "reported" => Attention::Reported,
            "verouderd" | "stale" => Attention::Stale,
            "eindigt" | "ending" => Attention::Ending,
            _ => return None,
        })),
        field => text().map(|text| Test::Text(field, text)),
    }
}

/// The words of a text: folded, without signs, initials together (`P.J.` is `pj`).
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![];
    for part in fold(text).split(|c: char| c.is_whitespace() || matches!(c, '\0' | ',' | ';' | '(' | ')' | '/' | '"' | ':')) {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let parts: Vec<String> = part.split('.').map(letters).filter(|part| !part.is_empty()).collect();
        if parts.iter().all(|part| part.chars().count() == 1) && !parts.is_empty() {
            words.push(parts.concat());
        } else if parts.is_empty() && !part.is_empty() {
            // A sign alone is only a sign.
            words.push(part.to_owned());
        } else {
            words.extend(parts);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_however_they_are_typed() {
        for (typed, words) in [
            ("Daniël, 's-Gravenhage\0(UWV)", vec!["daniel", "s", "gravenhage", "uwv"]),
            ("P.J. de Vries", vec!["pj", "de", "vries"]),
            ("p.bakker", vec!["p", "bakker"]),
            ("v.d. ven", vec!["vd", "ven"]),
            ("dt&v", vec!["dtv"]),
            ("schulden & beslag", vec!["schulden", "&", "beslag"]),
            ("%", vec!["%"]),
        ] {
            assert_eq!(words_of(typed), words, "{typed}");
        }
    }

    #[test]
    fn fields_are_of_both_languages_and_what_is_none_is_a_word() {
        let tests = |text: &str| {
            let question = Question::parse(text);
            question.conditions.into_iter().map(|one| (one.negate, one.any)).collect::<Vec<_>>()
        };
        let text = |field, text: &str| Test::Text(field, text.into());
        assert_eq!(tests("gemeente:\"Den Haag\""), [(false, vec![text(Field::Municipality, "den haag")])]);
        assert_eq!(
            tests("-body:cak,uwv"),
            [(true, vec![text(Field::Body, "cak"), text(Field::Body, "uwv")])],
            "several values are any of them"
        );
        assert_eq!(tests("mandaat:beslissen"), [(false, vec![Test::Mandate(Mandate::Decide)])]);
        assert_eq!(tests("mandate:ontruiming"), [(false, vec![Test::May("ontruiming".into())])]);
        assert_eq!(tests("budget:>5.000"), [(false, vec![Test::Budget(5_001, i64::MAX)])]);
        assert_eq!(tests("budget:<2500"), [(false, vec![Test::Budget(0, 2_499)])]);
        assert_eq!(tests("-afwezig"), [(true, vec![Test::Away])]);
        assert_eq!(
            tests("is:gemeld,stale"),
            [(false, vec![Test::Attention(Attention::Reported), Test::Attention(Attention::Stale)])]
        );
        for word in ["is:rood", "afwezig", "budget:veel", "kleur:rood", "gemeente:", "budget:>99999999999999999999"] {
            assert!(tests(word).is_empty(), "{word}");
        }
        assert_eq!(Question::parse("kleur:rood").wanted(), ["kleur", "rood"]);
        assert!(Question::parse("  ").is_empty());
    }
}
