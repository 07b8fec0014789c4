//! What may still be taken back of an agenda that no longer changes: a ground for sharing ends, a paper goes to fewer. Nothing is
//! given that was not there, now or as it was fixed; so what was ended by mistake can be put back.

use super::{AgendaItemFacts, ItemGround, ItemPaper};

/// Does nothing but the grounds differ, and does each stay within one that there was, now or as it was fixed?
pub fn ends_grounds(before: &AgendaItemFacts, after: &AgendaItemFacts, fixed: Option<&AgendaItemFacts>) -> bool {
    let others_stay = AgendaItemFacts { grounds: before.grounds.clone(), ..after.clone() } == *before;
    let known = || before.grounds.iter().chain(fixed.iter().flat_map(|fixed| &fixed.grounds));
    others_stay && after.grounds.iter().all(|ground| known().any(|one| is_within(ground, one)))
}

/// Does nothing differ of a paper but that it is taken back or not, and that fewer bodies may have it than did, now or as it was
/// fixed?
pub fn takes_paper_back(before: &ItemPaper, after: &ItemPaper, fixed: Option<&ItemPaper>) -> bool {
    let mut same = after.facts.clone();
    same.bodies.clone_from(&before.facts.bodies);
    let had = |body| before.facts.bodies.contains(body) || fixed.is_some_and(|fixed| fixed.facts.bodies.contains(body));
    same == before.facts && after.facts.bodies.iter().all(had)
}

/// Says the same, for no more bodies and no longer.
fn is_within(ground: &ItemGround, of: &ItemGround) -> bool {
    let same_words = (&ground.basis, &ground.purpose) == (&of.basis, &of.purpose);
    let no_longer = of.until.is_none_or(|last| ground.until.is_some_and(|until| until <= last));
    same_words && no_longer && ground.bodies.iter().all(|body| of.bodies.contains(body))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{
        super::tests::{code, item},
        *,
    };

    #[test]
    fn a_ground_ends_and_nothing_else_changes() {
        let fixed = item(1).facts;
        let may = |change: &dyn Fn(&mut AgendaItemFacts)| {
            let mut after = fixed.clone();
            change(&mut after);
            ends_grounds(&fixed, &after, None)
        };
        let until = |day| NaiveDate::from_ymd_opt(2026, 11, day);
        assert!(may(&|facts| facts.grounds.clear()));
        assert!(may(&|facts| facts.grounds[0].until = until(25)), "sooner");
        assert!(may(&|facts| facts.grounds[0].bodies.clear()));
        assert!(!may(&|facts| facts.grounds[0].until = until(27)), "later");
        assert!(!may(&|facts| facts.grounds[0].until = None), "for ever");
        assert!(!may(&|facts| facts.grounds[0].bodies.push(code("SVB"))), "another body");
        assert!(!may(&|facts| facts.grounds[0].basis = "toestemming".into()), "another ground");
        assert!(!may(&|facts| (facts.grounds.clear(), facts.stalemate = "anders".into()).0), "and something else with it");
        // What was ended by mistake is put back as it was fixed, and not more.
        let ended = AgendaItemFacts { grounds: vec![], ..fixed.clone() };
        assert!(ends_grounds(&ended, &fixed, Some(&fixed)) && !ends_grounds(&ended, &fixed, None));
        let mut more = fixed.clone();
        more.grounds[0].bodies.push(code("SVB"));
        assert!(!ends_grounds(&ended, &more, Some(&fixed)));
    }
}
