//! Names that go with codes: municipalities, places and organisations, from the embedded lists.

use std::collections::HashMap;

use crate::domain::{
    fold::fold,
    ids::{MunicipalityCode, OrganisationCode},
    municipality::Gazetteer,
    organisation::{self, Organisation},
};

/// The lists, with an index.
#[derive(Debug)]
pub struct Reference {
    /// Municipalities and places.
    pub gazetteer: Gazetteer,
    /// Bodies, ministries and municipalities.
    pub organisations: Vec<Organisation>,
    by_code: HashMap<OrganisationCode, usize>,
}

impl Reference {
    /// From the embedded lists.
    pub fn embedded() -> Self {
        let organisations = organisation::all();
        let by_code = organisations.iter().enumerate().map(|(at, organisation)| (organisation.code.clone(), at)).collect();
        Self { gazetteer: Gazetteer::embedded(), organisations, by_code }
    }

    /// The name of a municipality; the code itself when it is not in the list.
    pub fn municipality(&self, code: MunicipalityCode) -> String {
        self.gazetteer.get(code).map_or_else(|| code.to_string(), |municipality| municipality.name.clone())
    }

    /// An organisation.
    pub fn organisation(&self, code: &OrganisationCode) -> Option<&Organisation> {
        self.by_code.get(code).map(|at| &self.organisations[*at])
    }

    /// How an organisation is called in a list: a body by its abbreviation and name, a municipality by its name.
    pub fn organisation_name(&self, code: &OrganisationCode) -> String {
        self.organisation(code).map_or_else(|| code.to_string(), |organisation| organisation.name.clone())
    }

    /// What was understood of an abbreviation: the name; of a body that is called by it also what it is about.
    pub fn spelled_out(&self, code: &OrganisationCode) -> String {
        match self.organisation(code) {
            Some(found) if found.name == code.as_str() => format!("{}: {}", found.name, found.field),
            _ => self.organisation_name(code),
        }
    }

    /// A body by its abbreviation, a municipality by its name.
    pub fn body(&self, code: &OrganisationCode) -> String {
        if code.as_str().starts_with("GM") { self.organisation_name(code) } else { code.to_string() }
    }

    /// The text with each abbreviation of a body as the register writes it (`svb`: SVB), where the parts between commas are just that;
    /// nothing: it stands so already.
    pub fn as_written(&self, text: &str) -> Option<String> {
        let code = |part: &str| {
            let found = self.organisations.iter().find(|one| fold(one.code.as_str()) == fold(part.trim()));
            let found = found.filter(|one| !one.code.as_str().starts_with("GM"))?;
            Some(part.replace(part.trim(), found.code.as_str()))
        };
        let written: String = text
            .split_inclusive([';', ','])
            .map(|part| {
                let (name, sign) = part.strip_suffix([';', ',']).map_or((part, ""), |name| (name, &part[name.len()..]));
                format!("{}{sign}", code(name).unwrap_or_else(|| name.to_owned()))
            })
            .collect();
        (written != text).then_some(written)
    }

    /// A list of bodies with this municipality, by its name, for each `gem` alone; nothing: there is none.
    pub fn with_municipality(&self, text: &str, municipality: &str) -> Option<String> {
        let name = &self.gazetteer.resolve(municipality).ok()?.name;
        let parts: Vec<&str> = text.split([';', ',']).map(str::trim).collect();
        let named = |part: &&str| if is_the_municipality(part) { format!("gemeente {name}") } else { (*part).to_owned() };
        parts.iter().any(|part| is_the_municipality(part)).then(|| parts.iter().map(named).collect::<Vec<_>>().join(", "))
    }

    /// The organisations in a list people typed, or the first that is unknown.
    ///
    /// # Errors
    /// The word that names none.
    pub fn organisations_in(&self, text: &str) -> Result<Vec<OrganisationCode>, String> {
        let find = |part: &str| organisation::find(&self.organisations, part).map(|found| found.code.clone());
        let mut codes = Vec::new();
        for part in text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            match find(part) {
                Some(code) => codes.push(code),
                None => {
                    for word in part.split_whitespace() {
                        codes.push(find(word).ok_or_else(|| word.to_owned())?);
                    }
                }
            }
        }
        codes.dedup();
        Ok(codes)
    }
}

/// As the lists shorten it, without a name: the municipality of the case.
pub fn is_the_municipality(word: &str) -> bool {
    matches!(fold(word).as_str(), "gem" | "gem." | "gemeente")
}
