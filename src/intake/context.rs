//! What reading needs to know: municipalities, organisations, and the words for codes in both languages. Build once.

use std::collections::HashSet;

use crate::{
    domain::{
        Instant,
        arrangement::ArrangementState,
        fold::fold,
        ids::{MunicipalityCode, OrganisationCode},
        municipality::Gazetteer,
        officer::Mandate,
        organisation::{self, Organisation},
        signal::{Channel, LifeDomain, Urgency},
    },
    locale::{Language, Texts},
};

/// Where a commitment may stand.
const COMMITMENT_STATES: [ArrangementState; 4] =
    [ArrangementState::Open, ArrangementState::Late, ArrangementState::Kept, ArrangementState::Cancelled];

/// What the readers look things up in.
#[derive(Debug)]
pub struct Context {
    /// From which moment on what comes back in a calendar is brought in; nothing: from its beginning.
    pub now: Option<Instant>,
    /// Municipalities and places.
    pub gazetteer: Gazetteer,
    /// Every organisation, municipalities included.
    pub organisations: Vec<Organisation>,
    pub(super) municipality_codes: HashSet<MunicipalityCode>,
    pub(super) organisation_codes: HashSet<OrganisationCode>,
    pub(super) urgencies: Words<Urgency>,
    pub(super) channels: Words<Channel>,
    pub(super) mandates: Words<Mandate>,
    pub(super) life_domains: Words<LifeDomain>,
    pub(super) commitment_states: Words<ArrangementState>,
}

impl Context {
    /// From the embedded lists.
    pub fn embedded() -> Self {
        let texts = Language::ALL.iter().map(|language| Texts::new(*language)).collect::<Vec<_>>();
        let (gazetteer, organisations) = (Gazetteer::embedded(), organisation::all());
        Self {
            now: None,
            municipality_codes: gazetteer.municipalities().iter().map(|municipality| municipality.code).collect(),
            organisation_codes: organisations.iter().map(|organisation| organisation.code.clone()).collect(),
            gazetteer,
            organisations,
            urgencies: Words::new(&texts, "urgency", Urgency::ALL, |value| value.code()),
            channels: Words::new(&texts, "channel", Channel::ALL, |value| value.code()).also(Channel::Mail, &["email", "mail"]),
            mandates: Words::new(&texts, "mandate", Mandate::ALL, |value| value.code()).also(Mandate::None, &["none"]),
            life_domains: Words::new(&texts, "life-domain", LifeDomain::ALL, |value| value.code()),
            commitment_states: Words::new(&texts, "arrangement-state-commitment", &COMMITMENT_STATES, |value| value.code()),
        }
    }
}

/// The words that mean a value, in Dutch, in English and as code.
#[derive(Debug)]
pub(super) struct Words<T> {
    /// Folded, and what it means.
    words: Vec<(String, T)>,
    /// The Dutch word of each value.
    shown: Vec<String>,
}

impl<T: Copy> Words<T> {
    fn new(texts: &[Texts], prefix: &str, values: &[T], code: impl Fn(T) -> &'static str) -> Self {
        let mut words = Self { words: vec![], shown: vec![] };
        for value in values {
            let key = format!("{prefix}-{}", code(*value));
            let mut said: Vec<String> = texts.iter().filter(|texts| texts.has(&key)).map(|texts| texts.get(&key)).collect();
            said.push(code(*value).to_owned());
            words.shown.push(said[0].clone());
            words.words.extend(said.iter().map(|word| (fold(word), *value)));
        }
        words
    }

    fn also(mut self, value: T, more: &[&str]) -> Self {
        self.words.extend(more.iter().map(|word| (fold(word), value)));
        self
    }

    pub(super) fn find(&self, word: &str) -> Option<T> {
        let wanted = fold(word.trim());
        self.words.iter().find(|(folded, _)| *folded == wanted).map(|(_, value)| *value)
    }

    /// The words to name in a message: the Dutch one of each value.
    pub(super) fn shown(&self) -> &[String] {
        &self.shown
    }
}
