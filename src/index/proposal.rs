//! Whom to call about a case, before anything is typed: of its municipality and of each of its bodies who may decide about it.

use crate::domain::{
    ids::{MunicipalityCode, OrganisationCode},
    officer::Mandate,
    topic,
};

use super::{
    officers::{Officers, codes},
    order::{Hit, HitClass, Leaning, Precedence},
    packed::PackedOfficer,
    question::words_of,
    search::Judge,
    table::BLOCK,
};

/// Entries of one organisation that are proposed, at most.
const EACH: usize = 3;

/// What is known of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Case {
    /// Where the household lives.
    pub municipality: Option<MunicipalityCode>,
    /// The bodies in the stalemate.
    pub bodies: Vec<OrganisationCode>,
    /// What it is about: life domains, or the words of a title.
    pub about: Vec<String>,
}

impl Case {
    /// Its organisations, the municipality first.
    pub fn organisations(&self) -> Vec<OrganisationCode> {
        let own = self.municipality.map(OrganisationCode::of_municipality);
        let bodies = self.bodies.iter().filter(|body| own.as_ref() != Some(*body)).cloned();
        own.iter().cloned().chain(bodies).collect()
    }
}

impl Officers {
    /// The best entries of each organisation of a case: first the best of each, the municipality's before the bodies', then the
    /// others. What is kept from it by its own words comes last.
    pub fn proposed(&self, case: &Case, leaning: &Leaning) -> Vec<Hit> {
        let judge = Judge::new(self, leaning);
        let about: Vec<String> = case.about.iter().flat_map(|text| words_of(text)).filter(|word| word.len() > 3).collect();
        let any = |text: &str| about.iter().any(|word| topic::holds(text, word));
        let (covers, excluded) = (self.by_domains(any), self.excludes.table(any));
        let organisations: Vec<Option<u32>> =
            case.organisations().iter().map(|code| self.organisations.find(code.as_str().as_bytes())).collect();
        let serves: Vec<bool> = (0..self.municipalities.len() as u32)
            .map(|list| case.municipality.is_some_and(|own| codes(self.municipalities.key(list)).any(|code| code == own)))
            .collect();
        let of = |table: &[bool], number: u32| table.get(number as usize).copied().unwrap_or(false);
        let mut found: Vec<Vec<(Standing, Hit)>> = vec![vec![]; organisations.len()];
        for (block, first) in self.table.blocks().zip((0_u32..).step_by(BLOCK)) {
            for (at, row) in block.rows.iter().enumerate() {
                let whose = organisations.iter().position(|number| *number == Some(row.organisation));
                // Another's entry that serves the municipality stands with the municipality's own.
                let whose = whose.or_else(|| of(&serves, row.municipalities).then_some(0));
                let Some(list) = whose.and_then(|whose| found.get_mut(whose)) else { continue };
                let number = first + at as u32;
                let precedence = judge.precedence(number, row);
                let standing = standing(row, precedence, of(&covers, row.domains), of(&excluded, row.excludes));
                list.push((standing, Hit { row: number, rank: 0, class: HitClass::Word, typo: false, precedence }));
            }
        }
        for list in &mut found {
            list.sort_by_key(|(standing, hit)| (std::cmp::Reverse(*standing), hit.row));
            list.truncate(EACH);
        }
        (0..EACH).flat_map(|place| found.iter().filter_map(move |list| list.get(place)).map(|(_, hit)| *hit)).collect()
    }
}

/// Not kept from it, can be relied on, may decide about it, then as always. Greater goes first.
type Standing = (bool, bool, bool, bool, Precedence);

fn standing(row: &PackedOfficer, precedence: Precedence, covers: bool, excluded: bool) -> Standing {
    let decides = row.mandate == Mandate::Decide;
    (precedence.sound, !excluded, decides && covers, decides, precedence)
}
