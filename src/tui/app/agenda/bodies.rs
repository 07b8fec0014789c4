//! How a body of an agenda is called: in few letters in lists, and so that it can be typed again in a field. Never a bare code
//! of a municipality.

use super::super::{State, reference::Reference};
use crate::domain::{
    ids::{MunicipalityCode, OrganisationCode},
    text::RawText,
};

/// Bodies as they are typed in a field: abbreviations and names of municipalities, with `; ` between them.
pub(super) fn typed_names<'a>(reference: &Reference, codes: impl Iterator<Item = &'a OrganisationCode>) -> String {
    codes.map(|code| reference.body(code)).collect::<Vec<_>>().join("; ")
}

impl State {
    /// `UWV`, `gem. Breda`.
    pub fn body_word(&self, code: &OrganisationCode) -> String {
        let municipality = code.as_str().strip_prefix("GM").and_then(|digits| digits.parse::<MunicipalityCode>().ok());
        match municipality.and_then(|code| self.reference.gazetteer.get(code)) {
            Some(found) => self.texts.with("body-short-municipality", &[("name", found.name.as_str().into())]),
            None => RawText::from(code.as_str()).line().into_string(),
        }
    }

    /// The same of several, with this between them.
    pub fn body_words(&self, codes: &[OrganisationCode], between: &str) -> String {
        codes.iter().map(|code| self.body_word(code)).collect::<Vec<_>>().join(between)
    }

    /// The bodies of an item, as they are typed in a field.
    pub(super) fn body_names(&self, codes: &[OrganisationCode]) -> String {
        typed_names(&self.reference, codes.iter())
    }
}
