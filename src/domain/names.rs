//! What municipalities and organisations are called, folded, with the other names people use for them.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    fold::fold,
    ids::{MunicipalityCode, OrganisationCode},
    municipality::Gazetteer,
    organisation::{self, Organisation, OrganisationKind},
};

/// Folded names by code. Read from the embedded lists at the first question.
#[derive(Debug, Default)]
pub struct Names(OnceLock<Lists>);

#[derive(Debug)]
struct Lists {
    municipalities: Vec<Municipality>,
    organisations: HashMap<String, Body>,
}

#[derive(Debug)]
struct Body {
    name: String,
    /// The folded code and name, one a line.
    folded: String,
}

#[derive(Debug)]
struct Municipality {
    code: MunicipalityCode,
    name: String,
    /// The name, the name in one word, and what else it is called, one a line.
    folded: String,
    /// Its places, one a line.
    places: String,
    /// Place in the alphabet of municipalities.
    rank: u16,
}

/// What people also say. The code is the key: two municipalities are called Bergen.
const ALIASES: &[(u16, &str)] = &[(518, "den haag\ndenhaag"), (796, "den bosch\ndenbosch")];

/// What people also call a body, folded, one a line: how it writes itself, and what it was called. From public knowledge.
const ALSO: &[(&str, &str)] =
    &[("DTenV", "dtv\ndt&v"), ("JenV", "jv\nj&v"), ("DUO", "ib groep\nibg"), ("BD", "fiscus"), ("FIN", "minfin")];

impl Names {
    fn lists(&self) -> &Lists {
        self.0.get_or_init(Lists::read)
    }

    fn municipality(&self, code: MunicipalityCode) -> Option<&Municipality> {
        let all = &self.lists().municipalities;
        all.binary_search_by_key(&code, |one| one.code).ok().and_then(|at| all.get(at))
    }

    /// The official name of a municipality.
    pub fn municipality_name(&self, code: MunicipalityCode) -> Option<&str> {
        self.municipality(code).map(|one| one.name.as_str())
    }

    /// Is there a municipality, or a place, whose folded name holds this, or one with this code?
    pub fn has_municipality(&self, folded: &str) -> bool {
        let holds = |one: &Municipality| one.folded.contains(folded) || one.places.contains(folded);
        self.lists().municipalities.iter().any(|one| holds(one) || one.code.to_string() == folded)
    }

    /// Is there an organisation whose folded code or name holds this?
    pub fn has_organisation(&self, folded: &str) -> bool {
        self.lists().organisations.values().any(|one| one.folded.contains(folded))
    }

    /// Its place in the alphabet; unknown ones come last.
    pub fn alphabetical(&self, code: MunicipalityCode) -> u16 {
        self.municipality(code).map_or(u16::MAX, |one| one.rank)
    }

    /// The folded code and name of an organisation, one a line; of an unknown one its folded code.
    pub fn organisation(&self, code: &str) -> String {
        self.lists().organisations.get(code).map_or_else(|| fold(code), |one| one.folded.clone())
    }

    /// The name of an organisation.
    pub fn organisation_name(&self, code: &str) -> Option<&str> {
        self.lists().organisations.get(code).map(|one| one.name.as_str())
    }

    /// For every code of a municipality what `of` says of it, its folded names and its places.
    pub fn by_municipality(&self, of: impl Fn(MunicipalityCode, &str, &str) -> u8) -> Vec<u8> {
        let all = &self.lists().municipalities;
        let mut table = vec![0; all.last().map_or(0, |last| last.code.0 as usize + 1)];
        for one in all {
            table[one.code.0 as usize] = of(one.code, &one.folded, &one.places);
        }
        table
    }
}

impl Lists {
    fn read() -> Self {
        let gazetteer = Gazetteer::embedded();
        let mut places: HashMap<MunicipalityCode, String> = HashMap::new();
        for place in gazetteer.places() {
            let list = places.entry(place.municipality).or_default();
            list.push_str(&spellings(&place.name));
            list.push('\n');
        }
        let mut municipalities: Vec<Municipality> = gazetteer
            .municipalities()
            .iter()
            .map(|one| {
                let mut folded = spellings(&one.name);
                if let Some((bare, _)) = one.name.split_once(" (") {
                    // After the official name: `Hengelo (O.)` is what is meant by hengelo.
                    let typed: String = fold(&one.name).chars().filter(|c| !matches!(c, '(' | ')' | '.')).collect();
                    folded.push_str(&format!("\n{}\n{typed}", spellings(bare)));
                }
                for (_, alias) in ALIASES.iter().filter(|(code, _)| *code == one.code.0) {
                    folded.push('\n');
                    folded.push_str(alias);
                }
                let places = places.remove(&one.code).unwrap_or_default();
                Municipality { code: one.code, name: one.name.clone(), folded, places, rank: 0 }
            })
            .collect();
        municipalities.sort_by(|a, b| alphabet(&a.folded).cmp(alphabet(&b.folded)).then(a.code.cmp(&b.code)));
        for (rank, one) in municipalities.iter_mut().enumerate() {
            one.rank = rank as u16;
        }
        municipalities.sort_by_key(|one| one.code);
        let mut organisations: HashMap<String, Body> =
            organisation::bodies().into_iter().map(|one| (one.code.to_string(), body(one))).collect();
        for one in &municipalities {
            let code = OrganisationCode::of_municipality(one.code);
            let folded = format!("{}\ngemeente {}", fold(code.as_str()), one.folded);
            organisations.insert(code.to_string(), Body { name: format!("Gemeente {}", one.name), folded });
        }
        Self { municipalities, organisations }
    }
}

fn body(one: Organisation) -> Body {
    let code = fold(one.code.as_str());
    let mut folded = format!("{code}\n{}", fold(&one.name));
    if one.kind == OrganisationKind::Ministry {
        folded.push_str(&format!("\nmin {code}\nministerie {code}"));
    }
    for (_, also) in ALSO.iter().filter(|(body, _)| *body == one.code.as_str()) {
        folded.push('\n');
        folded.push_str(also);
    }
    Body { name: one.name, folded }
}

/// A name folded, and when it has blanks also as one word.
fn spellings(name: &str) -> String {
    let mut folded = fold(name);
    if folded.contains(' ') {
        let joined: String = folded.split(' ').collect();
        folded.push('\n');
        folded.push_str(&joined);
    }
    folded
}

/// `'s-Gravenhage` stands under the g, as in any Dutch list.
fn alphabet(folded: &str) -> &str {
    ["s ", "t ", "den ", "de ", "het "].iter().find_map(|particle| folded.strip_prefix(particle)).unwrap_or(folded)
}

/// The initials of a name: `M. Visser` MV, `S. de Wit` SW.
pub fn initials(name: &str) -> String {
    let capital = |word: &str| word.chars().next().filter(|c| c.is_uppercase());
    let letters: Vec<char> = name.split([' ', '-']).filter_map(capital).collect();
    match letters[..] {
        [] => name.chars().take(2).collect(),
        [one] => one.to_string(),
        [first, .., last] => [first, last].iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_say_the_hague_is_there() {
        let names = Names::default();
        for said in ["s gravenhage", "sgravenhage", "den haag", "denhaag"] {
            let table = names.by_municipality(|_, names, _| names.lines().any(|name| name == said).into());
            assert_eq!(table.iter().position(|found| *found == 1), Some(518), "{said}");
        }
        assert_eq!(names.municipality_name(MunicipalityCode(1900)), Some("Súdwest-Fryslân"));
        assert_eq!(names.organisation("UWV"), "uwv\nuitvoeringsinstituut werknemersverzekeringen");
        assert_eq!(names.organisation("Onbekend"), "onbekend");
        assert!(names.alphabetical(MunicipalityCode(518)) < names.alphabetical(MunicipalityCode(14)));
    }

    #[test]
    fn initials_skip_particles() {
        for (name, letters) in
            [("M. Visser", "MV"), ("S. de Wit", "SW"), ("J. Bakker", "JB"), ("loket", "lo"), ("A. van der Berg-Çelik", "AÇ")]
        {
            assert_eq!(initials(name), letters);
        }
    }
}
