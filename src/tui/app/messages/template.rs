//! The messages that come with loket: for each kind but the free one a subject and a text, with places that are filled from the case.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::template::{Template, Variable, fill};
use crate::{
    domain::{
        message::MessageKind,
        organisation,
        signal::Signal,
        text::{RawText, SafeText},
    },
    locale::{Language, Texts},
};

/// A message of a kind, its places not filled yet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct MessageTemplate {
    /// The kind.
    pub kind: MessageKind,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// A message to look through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// The message of a kind; a template of one's own with its name gives other words. Nothing: there is none.
pub fn of_kind(kind: MessageKind, own: &[Template], language: Language) -> Option<MessageTemplate> {
    let (name, mut found) = shipped(language).into_iter().find(|(_, template)| template.kind == kind)?;
    if let Some(own) = own.iter().find(|own| own.name == name) {
        found.text.clone_from(&own.text);
    }
    Some(found)
}

/// Fills it from a case; `me` is who writes. What is not known stays as it stands.
pub fn filled(template: &MessageTemplate, signal: &Signal, me: &RawText, texts: &Texts) -> Written {
    let line = |text: &RawText| Some(text.line().into_string());
    let value = |variable| match variable {
        Variable::Case => Some(signal.number.to_string()),
        Variable::Title => line(&signal.facts.title),
        // Nobody is greeted by a gap.
        Variable::Reporter | Variable::Name if signal.facts.reporter.name.is_blank() => Some(texts.get("message-to-reporter")),
        Variable::Reporter | Variable::Name => line(&signal.facts.reporter.name),
        Variable::Body => signal.facts.bodies.first().map(|body| organisation::shown(body.organisation.as_str())),
        Variable::Bodies => {
            let all: Vec<String> =
                signal.facts.bodies.iter().map(|body| organisation::shown(body.organisation.as_str())).collect();
            Some(all.join(", "))
        }
        Variable::Term => signal.hard_date.as_ref().map(|date| texts.day(date.on)),
        Variable::Me => line(me),
        Variable::Municipality | Variable::Today => None,
    };
    let subject = SafeText::line(&fill(&template.subject, value).text).into_string();
    Written { subject, text: fill(&template.text, value).text }
}

fn shipped(language: Language) -> BTreeMap<String, MessageTemplate> {
    toml::from_str(source(language)).unwrap_or_default()
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Dutch => include_str!("../../../../locales/messages/nl.toml"),
        Language::English => include_str!("../../../../locales/messages/en.toml"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::signal::bare::bare, tui::app::template::unfilled};

    #[test]
    fn every_kind_but_the_free_one_has_a_message_in_both_languages() {
        for language in Language::ALL.iter().copied() {
            let kinds: Vec<MessageKind> = shipped(language).values().map(|one| one.kind).collect();
            for kind in MessageKind::ALL.iter().filter(|kind| **kind != MessageKind::Free) {
                assert_eq!(kinds.iter().filter(|one| *one == kind).count(), 1, "{kind} in {language}");
            }
            assert_eq!(of_kind(MessageKind::Free, &[], language), None);
        }
    }

    #[test]
    fn nothing_is_left_to_fill_and_the_number_is_there() {
        for language in Language::ALL.iter().copied() {
            let texts = Texts::new(language);
            for template in shipped(language).values() {
                let mut signal = bare();
                signal.facts.reporter.name = "".into();
                let written = filled(template, &signal, &"Noor".into(), &texts);
                assert_eq!(unfilled(&written.text), None, "{written:?}");
                assert!(written.text.contains("S-2026-00421") && written.text.contains("Noor"), "{written:?}");
            }
        }
    }

    #[test]
    fn own_words_count_and_the_subject_stays() {
        let own = Template { name: "ontvangstbevestiging".into(), title: "x".into(), text: "Gezien: {zaak}".into() };
        let found = of_kind(MessageKind::Acknowledgement, &[own], Language::Dutch).unwrap();
        assert_eq!((found.text.as_str(), found.subject.as_str()), ("Gezien: {zaak}", "Uw melding is ontvangen"));
    }
}
