//! What the demonstration draws from: scenarios, municipalities, bodies. Built once, never changed.

use super::{
    random::Random,
    scenario::{self, OWN_MUNICIPALITY, Scenario},
};
use crate::domain::{
    ids::{MunicipalityCode, OrganisationCode},
    municipality::{self, Municipality},
};

/// CBS codes of large municipalities: they report more often.
const LARGE: [u16; 28] = [
    363, 599, 518, 344, 772, 14, 855, 34, 758, 268, 200, 202, 392, 153, 307, 479, 796, 193, 546, 80, 935, 505, 114, 150, 503,
    983, 917, 794,
];

/// The source of everything.
#[derive(Debug)]
pub struct World {
    /// Every scenario.
    pub scenarios: Vec<&'static Scenario>,
    /// Every municipality.
    pub municipalities: Vec<Municipality>,
    large: Vec<usize>,
}

impl World {
    /// From the embedded lists.
    pub fn new() -> Self {
        let municipalities = municipality::all();
        let large = (0..municipalities.len()).filter(|at| LARGE.contains(&municipalities[*at].code.0)).collect();
        Self { scenarios: scenario::all(), municipalities, large }
    }

    /// A municipality, more often a large one.
    pub fn municipality(&self, random: &mut Random) -> &Municipality {
        let at = if random.chance(35) { random.pick(&self.large) } else { random.below(self.municipalities.len()) };
        &self.municipalities[at]
    }

    /// A municipality in which this scenario can happen.
    pub fn municipality_for(&self, scenario: &Scenario, random: &mut Random) -> &Municipality {
        if scenario.provinces.is_empty() {
            return self.municipality(random);
        }
        let fitting: Vec<&Municipality> =
            self.municipalities.iter().filter(|m| scenario.provinces.contains(&m.province.as_str())).collect();
        random.pick(&fitting)
    }
}

/// The code of a scenario's body in this municipality.
pub fn body_code(code: &str, municipality: MunicipalityCode) -> OrganisationCode {
    if code == OWN_MUNICIPALITY { OrganisationCode::of_municipality(municipality) } else { OrganisationCode(code.to_owned()) }
}
