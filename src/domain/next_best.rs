//! Whom to ask when nobody in the register covers what is needed: the deputy, a neighbouring role, the central mailbox, the loket. Pure.

use super::{
    Date,
    officer::{Mandate, Officer, OfficerFacts, Standing},
    text::RawText,
    topic::{Coverage, coverage},
};

/// What comes next, in this order; the loket always does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextBest<'a> {
    /// Who stands in for the best one there is.
    pub deputy: Option<&'a RawText>,
    /// Somebody beside them whose mandate does not exclude it, and who may at least co-ordinate.
    pub neighbour: Option<&'a Officer>,
    /// The central mailbox.
    pub mailbox: Option<&'a RawText>,
}

/// Who comes next when the best one does not cover a topic (folded; empty: nothing in particular). Neighbours are looked for among
/// `others`, best first: of the same organisation, or serving the same municipality.
pub fn next_best<'a>(best: &'a Officer, topic: &str, others: impl IntoIterator<Item = &'a Officer>, today: Date) -> NextBest<'a> {
    let filled = |text: &'a RawText| Some(text).filter(|text| !text.is_blank());
    let facts = &best.facts;
    let fits = |other: &&Officer| {
        other.id != best.id
            && beside(&other.facts, facts)
            && other.facts.standing(today) == Standing::Sound
            && other.facts.mandate >= Mandate::Coordinate
            && coverage(&other.facts, topic) != Coverage::Excluded
    };
    let mut neighbour: Option<&Officer> = None;
    for other in others.into_iter().filter(fits) {
        // Of equals the first stays: they come best first.
        if neighbour.is_none_or(|found| coverage(&other.facts, topic) > coverage(&found.facts, topic)) {
            neighbour = Some(other);
        }
    }
    NextBest { deputy: filled(&facts.deputy), neighbour, mailbox: filled(&facts.mail) }
}

fn beside(one: &OfficerFacts, other: &OfficerFacts) -> bool {
    one.organisation == other.organisation || one.municipalities.iter().any(|code| other.municipalities.contains(code))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn officer(number: u8, organisation: &str, mandate: &str, excludes: &str, domain: &str) -> Officer {
        serde_json::from_value(json!({
            "id": format!("018f0000-0000-7000-8000-0000000000{number:02}"), "version": 1,
            "changedAt": "2026-01-01T00:00:00Z", "source": null,
            "facts": { "organisation": organisation, "mandate": mandate, "mandateExcludes": excludes, "domains": [domain],
                "verifiedOn": "2026-11-01", "deputy": "E. Smits", "mail": "maatwerk@voorbeeld.nl" },
        }))
        .unwrap()
    }

    #[test]
    fn the_neighbour_is_who_comes_closest_and_is_not_kept_from_it() {
        let today = "2026-11-23".parse().unwrap();
        let best = officer(1, "GM0344", "beslissen", "ontruiming", "toeslagen");
        let others = [
            officer(1, "GM0344", "beslissen", "", "huisvesting"),
            officer(2, "GM0344", "signaleren", "", "huisvesting"),
            officer(3, "GM0344", "beslissen", "ontruiming", "huisvesting"),
            officer(4, "CAK", "beslissen", "", "huisvesting"),
            officer(5, "GM0344", "afstemmen", "", "toeslagen"),
            officer(6, "GM0344", "beslissen", "", "werk"),
            officer(7, "GM0344", "beslissen", "", "schulden"),
        ];
        let next = next_best(&best, "ontruiming", &others, today);
        assert_eq!(
            next.neighbour.map(|found| found.id),
            Some(others[5].id),
            "who decides before who co-ordinates, the first of equals"
        );
        assert_eq!((next.deputy.unwrap().raw(), next.mailbox.unwrap().raw()), ("E. Smits", "maatwerk@voorbeeld.nl"));
        assert_eq!(next_best(&best, "ontruiming", &others[..5], today).neighbour.map(|found| found.id), Some(others[4].id));
        assert_eq!(next_best(&best, "ontruiming", &others[..4], today).neighbour, None);
    }
}
