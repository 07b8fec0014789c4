//! What must hold for every term, on many random ones.

use chrono::Days;
use loket::{
    demo::Random,
    domain::term::{
        arithmetic::{Step, end, end_by_steps, is_under_atw},
        calendar,
        suspension::Suspension,
    },
};

use super::draw;
use crate::support::proof;

#[test]
fn properties_hold() {
    let cases = if proof::is_long() { 1_000_000 } else { 20_000 };
    let mut random = Random::new(proof::seed());
    for case in 0..cases {
        let (term, suspensions) = draw(&mut random);
        let told = || format!("case {case}: {term:?} {suspensions:?}");
        let mut steps = vec![];
        let result = end_by_steps(&term, &suspensions, |step| steps.push(step)).unwrap();

        assert!(result.end >= result.nominal_end && result.end >= result.safe_end, "{}", told());
        assert!(result.safe_end > term.trigger, "{}", told());
        if is_under_atw(&term) {
            assert!(calendar::is_ordinary(result.end) && calendar::is_ordinary(result.safe_end), "{}", told());
        } else {
            assert_eq!(result.end, result.nominal_end, "{}", told());
        }
        assert_eq!(result.safe_end, end(&term, &[]).unwrap().end, "{}", told());
        assert_eq!(steps.iter().filter(|step| **step == Step::Ends(result.end)).count(), 1, "{}", told());

        // In another order, twice, cut in two, and with empty ones: the same days stand still.
        let mut other: Vec<Suspension> = suspensions.iter().rev().copied().collect();
        for one in &suspensions {
            let middle = one.from() + Days::new(random.below(one.days() as usize + 1) as u64);
            other.extend([Suspension::new(one.from(), middle).unwrap(), Suspension::new(middle, one.until()).unwrap()]);
        }
        let anywhere = term.trigger + Days::new(random.below(200) as u64);
        other.push(Suspension::new(anywhere, anywhere).unwrap());
        assert_eq!(end(&term, &other).unwrap(), result, "{}", told());
    }
    proof::report("legal terms: properties hold", &format!("0 exceptions in {cases} cases"));
}
