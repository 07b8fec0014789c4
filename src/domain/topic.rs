//! What people call a problem, and under which domain of the register it falls: `ontruiming` is `huisvesting`.
//!
//! A help for finding, not a rule: what a mandate covers is what the entry says.

use super::{
    fold::fold,
    officer::{Mandate, OfficerFacts},
};

/// The start of a domain, folded, and the words people use for it.
const TOPICS: &[(&str, &str)] = &[
    ("huisvesting", "wonen woning huur ontruiming uitzetting dakloos urgentie huurschuld"),
    ("schulden", "schuld beslag incasso deurwaarder schuldhulp kwijtschelding moratorium"),
    ("financien", "geld inkomen bijstand kwijtschelding"),
    ("toeslagen", "toeslag huurtoeslag zorgtoeslag kinderopvangtoeslag terugvordering"),
    ("werk", "uitkering bijstand ww wia ziektewet participatie"),
    ("verblijf", "verblijfstitel verblijfsvergunning vreemdeling inschrijving brp identiteit"),
    ("onderwijs", "school studieschuld studiefinanciering inburgering leerplicht"),
    ("zorgverzekering", "zorg zorgpremie wanbetaler onverzekerd eigen bijdrage wlz"),
    ("kinderen", "jeugd jeugdzorg jeugdbescherming uithuisplaatsing"),
    ("justitie", "boete detentie reclassering strafblad"),
];

/// What stands before the words people use for a domain; folded text never holds it.
pub const ALSO: char = '\t';

/// A domain folded, and on a line of their own behind [`ALSO`] the words people use for it.
pub fn searched(domain: &str) -> String {
    let mut folded = fold(domain);
    if let Some((_, words)) = TOPICS.iter().find(|(start, _)| folded.starts_with(start)) {
        folded.extend(['\n', ALSO]);
        folded.push_str(words);
    }
    folded
}

/// What an entry may do about a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// Its mandate says that it does not cover this.
    Excluded,
    /// It may not decide.
    NotDeciding,
    /// It may decide, and nothing says that it may not about this.
    Open,
    /// It may decide, and this is its domain.
    Covered,
}

/// What an entry may do about a topic, folded.
pub fn coverage(facts: &OfficerFacts, topic: &str) -> Coverage {
    if holds(&fold(facts.mandate_excludes.raw()), topic) {
        Coverage::Excluded
    } else if facts.mandate != Mandate::Decide {
        Coverage::NotDeciding
    } else if facts.domains.iter().any(|domain| holds(&searched(domain.raw()), topic)) {
        Coverage::Covered
    } else {
        Coverage::Open
    }
}

/// Has the text a word that begins so? Both are folded.
pub fn holds(text: &str, topic: &str) -> bool {
    !topic.is_empty() && text.match_indices(topic).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric()))
}
