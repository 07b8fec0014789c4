//! The names of municipalities and organisations: for checking codes and for the folded texts that searches run over.

use std::collections::{HashMap, HashSet};

use crate::domain::{
    filter::Field,
    fold::fold_into,
    ids::{MunicipalityCode, OrganisationCode},
    municipality, names,
    officer::Officer,
    organisation::{self, OrganisationKind},
    signal::Signal,
};

/// The embedded names, looked up by code.
#[derive(Debug)]
pub struct Names {
    /// Codes of municipalities that exist.
    pub municipality_codes: HashSet<MunicipalityCode>,
    /// Codes of organisations that exist.
    pub organisation_codes: HashSet<OrganisationCode>,
    /// What each organisation is.
    pub organisation_kinds: HashMap<OrganisationCode, OrganisationKind>,
    municipalities: HashMap<MunicipalityCode, String>,
    organisations: HashMap<OrganisationCode, String>,
    places: HashMap<MunicipalityCode, String>,
    folded: names::Names,
}

impl Names {
    /// From the embedded lists.
    pub fn embedded() -> Self {
        let municipalities: HashMap<_, _> = municipality::all().into_iter().map(|m| (m.code, m.name)).collect();
        let organisations: HashMap<_, _> = organisation::all().into_iter().map(|o| (o.code, o.name)).collect();
        let mut places: HashMap<_, String> = HashMap::new();
        for place in municipality::places() {
            let names = places.entry(place.municipality).or_default();
            names.push_str(&place.name);
            names.push(' ');
        }
        Self {
            municipality_codes: municipalities.keys().copied().collect(),
            organisation_codes: organisations.keys().cloned().collect(),
            organisation_kinds: organisation::all().into_iter().map(|o| (o.code, o.kind)).collect(),
            municipalities,
            organisations,
            places,
            folded: names::Names::default(),
        }
    }

    /// Does a folded text stand in a name that a filter may hold: of a municipality, a body, or one of these owners?
    pub fn is_in_filter(&self, field: Field, folded: &str, owners: &[String]) -> bool {
        match field {
            Field::Municipality => self.folded.has_municipality(folded),
            Field::Body => self.folded.has_organisation(folded),
            Field::Owner => owners.iter().any(|owner| owner.contains(folded)),
            _ => false,
        }
    }

    /// The name of an organisation; empty: there is none.
    pub fn organisation(&self, code: &OrganisationCode) -> &str {
        self.organisations.get(code).map_or("", String::as_str)
    }

    /// What a search in signals runs over: number, title, municipality, bodies, owner; never account or reporter.
    pub fn search_text_of_signal(&self, signal: &Signal) -> String {
        let mut words = Folded::default();
        words.add(&signal.number.to_string());
        words.add(&signal.number.short());
        words.add(signal.facts.title.raw());
        words.add(signal.facts.municipality.and_then(|code| self.municipalities.get(&code)).map_or("", String::as_str));
        for body in &signal.facts.bodies {
            words.add(body.organisation.as_str());
            words.add(self.organisations.get(&body.organisation).map_or("", String::as_str));
        }
        words.add(signal.owner.as_ref().map_or("", |owner| owner.name.raw()));
        words.text()
    }

    /// What a search of an older loket over the same store runs over, as long as both may run: name, title, organisation with its abbreviation, municipalities served and
    /// the places in them, domains, mandate.
    pub fn search_text_of_officer(&self, officer: &Officer) -> String {
        let facts = &officer.facts;
        let mut words = Folded::default();
        for text in [facts.name.raw(), facts.title.raw(), facts.organisation.as_str(), &facts.role_code, facts.mandate.code()] {
            words.add(text);
        }
        words.add(self.organisations.get(&facts.organisation).map_or("", String::as_str));
        let own = facts.organisation.as_str().strip_prefix("GM").and_then(|code| code.parse::<MunicipalityCode>().ok());
        for code in facts.municipalities.iter().copied().chain(own.filter(|own| !facts.municipalities.contains(own))) {
            words.add(self.municipalities.get(&code).map_or("", String::as_str));
            words.add(self.places.get(&code).map_or("", String::as_str));
        }
        for domain in &facts.domains {
            words.add(domain.raw());
        }
        words.text()
    }

    /// The names of an entry alone: a hit here comes before one elsewhere.
    pub fn own_names_of_officer(&self, officer: &Officer) -> String {
        let mut words = Folded::default();
        words.add(officer.facts.name.raw());
        words.text()
    }
}

/// Folded words with one blank before, between and after them, so that ` word ` finds whole words.
#[derive(Default)]
struct Folded(String);

impl Folded {
    fn add(&mut self, text: &str) {
        self.0.push(' ');
        fold_into(text, &mut self.0);
    }

    fn text(self) -> String {
        let mut out = String::with_capacity(self.0.len() + 1);
        let separates = |c: char| c.is_whitespace() || c == '\0' || matches!(c, '.' | ',' | ';' | '(' | ')' | '/' | '"');
        for word in self.0.split(separates).filter(|word| !word.is_empty()) {
            out.push(' ');
            out.push_str(word);
        }
        out.push(' ');
        out
    }
}

/// The words of a query, folded as the texts are; at most `most` of them.
pub fn words(query: &str, most: usize) -> Vec<String> {
    let mut folded = Folded::default();
    folded.add(query);
    folded.text().split_whitespace().take(most).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_query_is_folded_as_the_texts_are() {
        assert_eq!(words("  Daniël, 's-Gravenhage\0(UWV)", 10), ["daniel", "s", "gravenhage", "uwv"]);
        assert_eq!(words("a b c", 2), ["a", "b"]);
    }
}
