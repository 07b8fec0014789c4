//! Legal terms: properties, a second implementation, and the holidays of somebody else.

mod holidays;
mod properties;
mod second;

use chrono::{Days, NaiveDate};
use loket::{
    demo::Random,
    domain::term::{
        arithmetic::{Basis, Term},
        length::{Length, Unit},
        suspension::Suspension,
    },
};

/// Triggers near holidays as often as others, lengths around the bounds of the act, up to four suspensions.
fn draw(random: &mut Random) -> (Term, Vec<Suspension>) {
    let trigger = NaiveDate::from_ymd_opt(2014, 1, 1).unwrap() + Days::new(random.below(13_400) as u64);
    let (unit, most) = random.pick(&[(Unit::Day, 100), (Unit::Day, 6), (Unit::Week, 14), (Unit::Month, 5), (Unit::Year, 2)]);
    let length = Length::new(random.between(1, most) as u16, unit).unwrap();
    let basis = random.pick(&[Basis::Statutory, Basis::Statutory, Basis::Statutory, Basis::Agreed, Basis::Excluded]);
    let suspensions = (0..random.below(5))
        .map(|_| {
            let from = trigger + Days::new(random.below(120) as u64) - Days::new(15);
            Suspension::new(from, from + Days::new(random.below(45) as u64)).unwrap()
        })
        .collect();
    (Term { trigger, length, basis }, suspensions)
}
