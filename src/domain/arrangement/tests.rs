//! Tests of moratoria, bridgings and commitments: states by date, what cannot be, closing and opening again.

use uuid::Uuid;

use super::{
    decide::{Moment, close, correct, record, reopen, verbs},
    *,
};
use crate::domain::{
    Instant,
    bridging::{BridgingFacts, Payer},
    commitment::{CommitmentFacts, CommitmentSource, Counted, Due},
    moratorium::{MoratoriumFacts, MoratoriumKind},
    signal::{Signal, bare::bare, decide::Actor},
    term::calendar::day,
};

fn actor() -> Actor {
    Actor { account: AccountId(Uuid::from_u128(1)), name: "M. Visser".into() }
}

/// Monday 16 November 2026, 10:00.
fn now() -> Instant {
    "2026-11-16T09:00:00Z".parse().unwrap()
}

fn signal() -> Signal {
    bare()
}

fn recorded<F: ArrangementFacts>(facts: F) -> Result<Arrangement<F>, Refusal> {
    let (actor, now) = (actor(), now());
    record(ArrangementId(Uuid::from_u128(3)), &signal(), facts, Moment { actor: &actor, now }).map(|change| change.after)
}

fn moratorium() -> MoratoriumFacts {
    MoratoriumFacts {
        kind: MoratoriumKind::Broad,
        set_by: "rechtbank Midden-Nederland".into(),
        decided_on: Some(day(2026, 11, 13)),
        first_day: day(2026, 11, 16),
        last_day: day(2027, 5, 16),
        creditors: vec!["woningcorporatie".into()],
        conditions: "".into(),
    }
}

fn bridging() -> BridgingFacts {
    BridgingFacts {
        care: "begeleid wonen".into(),
        available_at: "zorgaanbieder".into(),
        agreed_on: Some(day(2026, 11, 12)),
        provisional_payer: "gemeente Utrecht".into(),
        candidate_payers: vec![Payer::Support, Payer::LongTerm],
        starts_on: day(2026, 11, 13),
        settle_by: day(2026, 12, 18),
    }
}

fn commitment(due: Due) -> CommitmentFacts {
    CommitmentFacts {
        text: "De SVB stopt de verrekening".into(),
        organisation: OrganisationCode("SVB".into()),
        person: "teamleider".into(),
        to: "het loket".into(),
        source: Some(CommitmentSource::PhoneCall { on: day(2026, 11, 16) }),
        due,
        evidence: "".into(),
    }
}

#[test]
fn a_state_is_a_function_of_the_day() {
    use ArrangementState as S;
    let made = recorded(moratorium()).unwrap();
    for (on, state) in
        [(day(2026, 11, 15), S::Coming), (day(2026, 11, 16), S::Open), (day(2027, 5, 16), S::Open), (day(2027, 5, 17), S::Passed)]
    {
        assert_eq!(made.state_on(on), state, "{on}");
    }
    let made = recorded(bridging()).unwrap();
    for (on, state) in
        [(day(2026, 11, 12), S::Coming), (day(2026, 11, 13), S::Open), (day(2026, 12, 18), S::Open), (day(2026, 12, 19), S::Late)]
    {
        assert_eq!(made.state_on(on), state, "{on}");
    }
    let made = recorded(commitment(Due::on(day(2026, 12, 1)))).unwrap();
    assert_eq!((made.state_on(day(2026, 12, 1)), made.state_on(day(2026, 12, 2))), (S::Open, S::Late));
}

#[test]
fn a_broad_moratorium_lasts_six_months_at_most() {
    assert_eq!(moratorium().most(), Some(day(2027, 5, 16)));
    // The last day of February, and no end on a working day after it: longer than three months is outside the Atw.
    let winter = MoratoriumFacts { first_day: day(2026, 8, 31), ..moratorium() };
    assert_eq!(winter.most(), Some(day(2027, 2, 28)));
    assert_eq!(MoratoriumFacts { kind: MoratoriumKind::Threatened, ..moratorium() }.most(), None);
    // Longer is warned about, not refused: who records it does not decide it.
    assert!(recorded(MoratoriumFacts { last_day: day(2027, 8, 1), ..moratorium() }).is_ok());
}

#[test]
fn what_cannot_be_is_refused() {
    let tomorrow = day(2026, 11, 17);
    let future = MoratoriumFacts { decided_on: Some(tomorrow), ..moratorium() };
    assert_eq!(recorded(future).unwrap_err(), Refusal::InTheFuture(tomorrow));
    let future = BridgingFacts { agreed_on: Some(tomorrow), ..bridging() };
    assert_eq!(recorded(future).unwrap_err(), Refusal::InTheFuture(tomorrow));
    let source = Some(CommitmentSource::PhoneCall { on: tomorrow });
    let future = CommitmentFacts { source, ..commitment(Due::on(day(2026, 12, 1))) };
    assert_eq!(recorded(future).unwrap_err(), Refusal::InTheFuture(tomorrow));
    let early = commitment(Due::on(day(2026, 11, 15)));
    assert_eq!(recorded(early).unwrap_err(), Refusal::BeforeStart(day(2026, 11, 16)));
}

#[test]
fn a_day_that_was_counted_is_the_one_the_length_gives() {
    let due = |on, length: &str| Due { on, counted: Some(Counted { from: day(2026, 11, 16), length: length.into() }) };
    // Three weeks end on the same weekday; no act moves an agreement: Saturday 5 December stays.
    assert!(recorded(commitment(due(day(2026, 12, 7), "3w"))).is_ok());
    assert!(recorded(commitment(due(day(2026, 12, 5), "19d"))).is_ok());
    let wrong = recorded(commitment(due(day(2026, 12, 8), "3w"))).unwrap_err();
    assert_eq!(wrong, Refusal::NotAsCounted(day(2026, 12, 7)));
    assert_eq!(recorded(commitment(due(day(2026, 12, 8), "drie"))).unwrap_err(), Refusal::NoSuchLength);
}

#[test]
fn closed_is_off_the_board_until_it_is_opened_again() {
    let (actor, now) = (actor(), now());
    let moment = Moment { actor: &actor, now };
    let made = recorded(commitment(Due::on(day(2026, 12, 1)))).unwrap();
    assert_eq!(made.on_board().map(|row| row.on), Some(day(2026, 12, 1)));
    let kept = close(&made, Closing::Keep, day(2026, 11, 16), "brief van de SVB".into(), moment).unwrap();
    assert_eq!((kept.after.state_on(day(2027, 1, 1)), kept.after.on_board()), (ArrangementState::Kept, None));
    assert_eq!(kept.after.facts.evidence, "brief van de SVB".into());
    assert_eq!(
        kept.entry.linked.as_ref().map(|linked| (linked.verb, linked.on)),
        Some((LinkedVerb::Kept, Some(day(2026, 11, 16))))
    );
    assert_eq!(close(&kept.after, Closing::Lapse, day(2026, 11, 16), "x".into(), moment).unwrap_err(), Refusal::Closed);
    assert_eq!(correct(&kept.after, made.facts.clone(), moment, "".into()).unwrap_err(), Refusal::Closed);
    let again = reopen(&kept.after, "te vroeg".into()).unwrap().after;
    assert_eq!((again.closed.as_ref(), again.on_board()), (None, made.on_board()));
    assert_eq!(reopen(&again, "".into()).unwrap_err(), Refusal::Open);
    let refused: Vec<_> = verbs(&again).into_iter().filter(|(_, refusal)| refusal.is_some()).map(|(verb, _)| verb).collect();
    assert_eq!(refused, [ArrangementVerb::Reopen]);
}

#[test]
fn nothing_is_closed_on_a_day_that_cannot_be() {
    let (actor, now) = (actor(), now());
    let moment = Moment { actor: &actor, now };
    let end = |on| close(&recorded(moratorium()).unwrap(), Closing::End, on, "x".into(), moment).map(|_| ());
    let outside = Err(Refusal::OutsideMoratorium(day(2026, 11, 16), day(2027, 5, 17)));
    assert_eq!((end(day(2026, 11, 15)), end(day(2027, 5, 18))), (outside.clone(), outside));
    assert_eq!((end(day(2026, 11, 16)), end(day(2027, 5, 17))), (Ok(()), Ok(())));
    let settle = |on| close(&recorded(bridging()).unwrap(), Closing::Settle, on, "x".into(), moment).map(|_| ());
    assert_eq!(settle(day(2026, 11, 17)), Err(Refusal::InTheFuture(day(2026, 11, 17))));
    assert_eq!(settle(day(2026, 11, 12)), Err(Refusal::BeforeStart(day(2026, 11, 13))));
    assert_eq!(settle(day(2026, 11, 16)), Ok(()));
}

#[test]
fn a_correction_tells_its_fields_and_the_day_as_it_was() {
    let (actor, now) = (actor(), now());
    let moment = Moment { actor: &actor, now };
    let made = recorded(moratorium()).unwrap();
    assert_eq!(correct(&made, moratorium(), moment, "".into()), Ok(None));
    let later = MoratoriumFacts { last_day: day(2027, 2, 1), conditions: "vaste lasten".into(), ..moratorium() };
    let change = correct(&made, later, moment, "uitspraak gelezen".into()).unwrap().unwrap();
    let linked = change.entry.linked.unwrap();
    assert_eq!((linked.on, linked.before), (Some(day(2027, 2, 1)), Some(day(2027, 5, 16))));
    assert_eq!(linked.fields, ["lastDay", "conditions"]);
    assert_eq!(change.entry.text, "uitspraak gelezen".into());
}

#[test]
fn a_bridging_shows_who_pays_and_never_which_care() {
    assert_eq!(bridging().label().raw(), "gemeente Utrecht: wmo, wlz");
    let long = CommitmentFacts { text: RawText("x".repeat(300)), ..commitment(Due::on(day(2026, 12, 1))) };
    assert_eq!(long.label().raw().chars().count(), 121);
}
