//! Organisations: national bodies, ministries and municipalities, embedded and versioned by date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    fold::fold,
    ids::OrganisationCode,
    municipality::{self, Municipality},
    role::coded_enum,
};

/// The code of the desk itself, which is in no list.
pub const DESK: &str = "LMM";

coded_enum!(
    /// What an organisation is.
    OrganisationKind {
        /// Landelijke instantie.
        NationalBody = "national_body",
        /// Ministerie.
        Ministry = "ministry",
        /// Gemeente.
        Municipality = "municipality",
    }
);

coded_enum!(
    /// Does it take part in the programme? By default unknown.
    Participation {
        /// Not known.
        Unknown = "unknown",
        /// Takes part.
        Yes = "yes",
        /// Does not take part.
        No = "no",
    }
);

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    /// Key: abbreviation, or `GM` and the CBS code.
    pub code: OrganisationCode,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: OrganisationKind,
    /// What it is about.
    pub field: String,
    /// Takes part in the programme?
    pub participation: Participation,
    /// In the list since.
    pub valid_from: Option<NaiveDate>,
    /// In the list up to and including.
    pub valid_to: Option<NaiveDate>,
}

const BODIES: &str = include_str!("data/organisations.csv");

/// National bodies and ministries, in the order of the list.
pub fn bodies() -> Vec<Organisation> {
    rows(BODIES)
        .map(|row| Organisation {
            code: OrganisationCode(row[0].clone()),
            name: row[1].clone(),
            kind: OrganisationKind::from_code(&row[2]).unwrap_or(OrganisationKind::NationalBody),
            field: row[3].clone(),
            participation: Participation::Unknown,
            valid_from: None,
            valid_to: None,
        })
        .collect()
}

/// The organisation that is a municipality: `Gemeente Utrecht`.
pub fn of_municipality(municipality: &Municipality) -> Organisation {
    Organisation {
        code: OrganisationCode::of_municipality(municipality.code),
        name: format!("Gemeente {}", municipality.name),
        kind: OrganisationKind::Municipality,
        field: municipality.province.clone(),
        participation: Participation::Unknown,
        valid_from: municipality.valid_from,
        valid_to: municipality.valid_to,
    }
}

/// Bodies, ministries and municipalities together.
pub fn all() -> Vec<Organisation> {
    let mut all = bodies();
    all.extend(municipality::all().iter().map(of_municipality));
    all
}

/// A body as people read it: its abbreviation, and of a municipality its name, with the code since two may have one name.
pub fn shown(code: &str) -> String {
    let is_municipality =
        |text: &str| text.len() == 6 && text.starts_with("GM") && text[2..].bytes().all(|byte| byte.is_ascii_digit());
    let known = if is_municipality(code) { municipality::all() } else { vec![] };
    let found = known.iter().map(of_municipality).find(|one| one.code.as_str() == code);
    found.map_or_else(|| code.to_owned(), |one| format!("{} ({code})", one.name))
}

/// The organisation with this code, abbreviation or full name, accents and case aside. `Gemeente X` and `GM0344` find
/// municipalities.
pub fn find<'a>(organisations: &'a [Organisation], text: &str) -> Option<&'a Organisation> {
    let wanted = fold(text.trim());
    // As the lists shorten it.
    let short = wanted.strip_prefix("gem. ").or(wanted.strip_prefix("gem "));
    let wanted = short.map_or(wanted.clone(), |name| format!("gemeente {name}"));
    organisations.iter().find(|o| fold(o.code.as_str()) == wanted).or_else(|| {
        let mut named = organisations.iter().filter(|o| fold(&o.name) == wanted);
        named.next().filter(|_| named.next().is_none())
    })
}

/// Rows of an embedded comma-separated file, without the header. Quotes as in RFC 4180, no line breaks inside.
pub(super) fn rows(file: &'static str) -> impl Iterator<Item = Vec<String>> {
    file.lines().skip(1).filter(|line| !line.is_empty()).map(|line| {
        let mut fields = vec![String::new()];
        let mut quoted = false;
        for c in line.trim_end_matches('\r').chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                c => fields.last_mut().into_iter().for_each(|field| field.push(c)),
            }
        }
        fields
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_lists_are_whole() {
        assert_eq!(bodies().len(), 32);
        assert_eq!(all().len(), 32 + 342);
        assert!(all().iter().all(|o| !o.name.is_empty() && !o.code.as_str().is_empty()));
    }

    #[test]
    fn found_by_abbreviation_name_and_code() {
        let all = all();
        let code = |text| find(&all, text).map(|o| o.code.to_string());
        assert_eq!(code("uwv").as_deref(), Some("UWV"));
        assert_eq!(code("Sociale verzekeringsbank").as_deref(), Some("SVB"));
        assert_eq!(code("gemeente sudwest-fryslan").as_deref(), Some("GM1900"));
        assert_eq!(code("GM0344").as_deref(), Some("GM0344"));
        assert_eq!(code("Stichting Lumen"), None);
    }
}
