//! Dutch municipalities and the places in them, embedded and versioned by date.
//!
//! Derived from GeoNames (geonames.org, CC BY 4.0, September 2026), with ten names corrected to the official spelling.

use std::{cmp::Reverse, collections::HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{fold::fold, ids::MunicipalityCode, nearness::nearest, organisation::rows};

/// A municipality (gemeente).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Municipality {
    /// CBS code.
    pub code: MunicipalityCode,
    /// Official name; two are called Bergen.
    pub name: String,
    /// Province.
    pub province: String,
    /// In force since; nothing: since before this list.
    pub valid_from: Option<NaiveDate>,
    /// In force up to and including; nothing: still.
    pub valid_to: Option<NaiveDate>,
}

/// A place (woonplaats) and the municipality it lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Name.
    pub name: String,
    /// The municipality.
    pub municipality: MunicipalityCode,
}

/// Attribution that goes with the lists wherever they are shown or exported.
pub const ATTRIBUTION: &str = "GeoNames (geonames.org), CC BY 4.0, September 2026";

const MUNICIPALITIES: &str = include_str!("data/municipalities.csv");
const PLACES: &str = include_str!("data/places.csv");

/// Every municipality, by code.
pub fn all() -> Vec<Municipality> {
    rows(MUNICIPALITIES)
        .filter_map(|row| {
            Some(Municipality {
                code: row[0].parse().ok()?,
                name: row[1].clone(),
                province: row[2].clone(),
                valid_from: None,
                valid_to: None,
            })
        })
        .collect()
}

/// Every place.
pub fn places() -> Vec<Place> {
    rows(PLACES).filter_map(|row| Some(Place { name: row[0].clone(), municipality: row[1].parse().ok()? })).collect()
}

/// Why a municipality could not be told from a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFound {
    /// Nothing is called so; the nearest names, if any.
    Unknown(Vec<Municipality>),
    /// Several are.
    Ambiguous(Vec<Municipality>),
}

/// Finds municipalities by code, name and place. Build once, ask often.
#[derive(Debug)]
pub struct Gazetteer {
    municipalities: Vec<Municipality>,
    by_name: HashMap<String, Vec<usize>>,
    by_place: HashMap<String, Vec<usize>>,
    places: Vec<Place>,
}

impl Gazetteer {
    /// From the embedded lists.
    pub fn embedded() -> Self {
        let municipalities = all();
        let places = places();
        let index: HashMap<MunicipalityCode, usize> = municipalities.iter().enumerate().map(|(at, m)| (m.code, at)).collect();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, municipality) in municipalities.iter().enumerate() {
            by_name.entry(key(&municipality.name)).or_default().push(at);
            if let Some((bare, _)) = municipality.name.split_once(" (") {
                by_name.entry(key(bare)).or_default().push(at);
            }
        }
        for (alias, code) in [("den haag", 518), ("den bosch", 796)] {
            if let Some(at) = index.get(&MunicipalityCode(code)) {
                by_name.entry(alias.into()).or_default().push(*at);
            }
        }
        let mut by_place: HashMap<String, Vec<usize>> = HashMap::new();
        for place in &places {
            if let Some(at) = index.get(&place.municipality) {
                let entry = by_place.entry(key(&place.name)).or_default();
                if !entry.contains(at) {
                    entry.push(*at);
                }
            }
        }
        Self { municipalities, by_name, by_place, places }
    }

    /// Every municipality.
    pub fn municipalities(&self) -> &[Municipality] {
        &self.municipalities
    }

    /// Every place.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The municipality with this code.
    pub fn get(&self, code: MunicipalityCode) -> Option<&Municipality> {
        self.municipalities.iter().find(|m| m.code == code)
    }

    /// By CBS code, or by name (`Gemeente Breda`, `breda`), or by the name of a place in it. Never guesses.
    pub fn resolve(&self, text: &str) -> Result<&Municipality, NotFound> {
        let text = text.trim();
        if text.len() <= 4 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
            // A spreadsheet may have eaten the leading zeros.
            let code = text.parse().map(MunicipalityCode).map_err(|_| NotFound::Unknown(vec![]))?;
            return self.get(code).ok_or(NotFound::Unknown(vec![]));
        }
        let name = key(text);
        let name = name.strip_prefix("gemeente ").unwrap_or(&name);
        match self.by_name.get(name).or_else(|| self.by_place.get(name)).map(Vec::as_slice) {
            Some([one]) => Ok(&self.municipalities[*one]),
            Some(several) => Err(NotFound::Ambiguous(several.iter().map(|at| self.municipalities[*at].clone()).collect())),
            None => Err(NotFound::Unknown(self.near(name))),
        }
    }

    /// The only municipality whose name begins so, when the text is no name itself.
    pub fn completed(&self, text: &str) -> Option<String> {
        let start = key(text);
        if start.is_empty() || self.resolve(text).is_ok() {
            return None;
        }
        let mut found = self.municipalities.iter().filter(|municipality| key(&municipality.name).starts_with(&start));
        found.next().filter(|_| found.next().is_none()).map(|municipality| municipality.name.clone())
    }

    /// Names that start alike, or else the one that a slip of the fingers apart is meant, for a message.
    fn near(&self, name: &str) -> Vec<Municipality> {
        let start: String = name.chars().take(4).collect();
        if start.is_empty() {
            return vec![];
        }
        let mut near: Vec<(usize, &Municipality)> = self
            .municipalities
            .iter()
            .map(|one| (key(&one.name).chars().zip(name.chars()).take_while(|(one, typed)| one == typed).count(), one))
            .filter(|(alike, _)| *alike >= start.chars().count())
            .collect();
        // What begins as far as it was typed comes first.
        near.sort_by_key(|(alike, _)| Reverse(*alike));
        if near.is_empty() {
            return self.slipped(name).into_iter().map(|at| self.municipalities[at].clone()).collect();
        }
        near.into_iter().take(5).map(|(_, one)| one.clone()).collect()
    }

    /// The municipality that a word of five letters or more means but for a slip of the fingers, when it is no name itself.
    pub fn meant(&self, word: &str) -> Option<&Municipality> {
        let name = key(word);
        let is_name = self.by_name.contains_key(&name) || self.by_place.contains_key(&name);
        if is_name || name.chars().count() < 5 {
            return None;
        }
        self.slipped(&name).first().map(|at| &self.municipalities[*at])
    }

    /// Municipalities of the name, else of the place, that differs least.
    fn slipped(&self, name: &str) -> Vec<usize> {
        let slip = |names: &HashMap<String, Vec<usize>>| {
            let mut known: Vec<&str> = names.keys().map(String::as_str).collect();
            known.sort_unstable();
            nearest(name, known).and_then(|found| names.get(found).cloned())
        };
        slip(&self.by_name).or_else(|| slip(&self.by_place)).unwrap_or_default()
    }
}

fn key(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_codes_names_and_places_and_never_guesses() {
        let gazetteer = Gazetteer::embedded();
        assert_eq!((gazetteer.municipalities().len(), gazetteer.places().len()), (342, 1572));
        let code = |text| gazetteer.resolve(text).map(|m| m.code.0);
        assert_eq!(code("0344"), Ok(344));
        assert_eq!(code("80"), Ok(80));
        assert_eq!(code("Gemeente Súdwest-Fryslân"), Ok(1900));
        assert_eq!(code("den haag"), Ok(518));
        assert_eq!(code("'s-gravenhage"), Ok(518));
        assert_eq!(code("Bergen (L.)"), Ok(893));
        assert!(matches!(code("Bergen"), Err(NotFound::Ambiguous(two)) if two.len() == 2));
        let near = |text| match gazetteer.resolve(text) {
            Err(NotFound::Unknown(near)) => near.into_iter().map(|one| one.name).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        assert_eq!(near("bergen (l")[0], "Bergen (L.)", "as far as it was typed");
        for (slip, meant) in [("brda", "Breda"), ("rbeda", "Breda"), ("Zwijndrecth", "Zwijndrecht"), ("Prinsnbeek", "Breda")] {
            assert_eq!(near(slip)[0], meant, "{slip}");
        }
        assert_eq!(near("qqqq"), Vec::<String>::new());
        let meant = |word| gazetteer.meant(word).map(|one| one.name.as_str());
        assert_eq!(meant("zwijndregt"), Some("Zwijndrecht"));
        assert_eq!((meant("utrecht"), meant("brda"), meant("loonbeslag")), (None, None, None));
        assert!(matches!(code("Utrechtt"), Err(NotFound::Unknown(near)) if near.iter().any(|m| m.name == "Utrecht")));
    }
}
