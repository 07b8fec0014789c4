//! What leaves without a ground, and what of the own report stands still.

use super::*;
use crate::domain::{
    ids::{EntryId, ShareId, SignalId},
    share::{Share, ShareBasis, ShareFacts},
    signal::{Channel, Entry, EntryKind, Facts, Signal, bare::bare},
};
use uuid::Uuid;

fn outside(code: &str) -> Outside {
    Outside {
        organisation: OrganisationCode(code.into()),
        account: AccountId(uuid::Uuid::nil()),
        now: "2026-11-16T09:00:00Z".parse().unwrap(),
    }
}

fn body(code: &str, position: &str) -> Body {
    Body { organisation: OrganisationCode(code.into()), position: position.into() }
}

fn signal(reported_by: &str, facts: Facts) -> Signal {
    Signal {
        id: SignalId(Uuid::nil()),
        number: SignalNumber::new(2026, 1),
        received_at: "2026-11-16T08:00:00Z".parse().unwrap(),
        channel: Channel::Form,
        status: Status::Received,
        facts,
        reported_by: OrganisationCode(reported_by.into()),
        ..bare()
    }
}

fn share(recipient: &str, basis: ShareBasis, parts: &[SharePart]) -> Share {
    Share {
        id: ShareId(Uuid::nil()),
        version: 1,
        signal: SignalId(Uuid::nil()),
        signal_number: SignalNumber::new(2026, 1),
        facts: ShareFacts {
            recipient: OrganisationCode(recipient.into()),
            basis,
            law: "".into(),
            flags: vec![],
            purpose: "".into(),
            parts: parts.to_vec(),
            decided_by: "".into(),
            until: "2026-11-16".parse().unwrap(),
        },
        recorded_at: DateTime::UNIX_EPOCH,
        recorded_by: AccountId(Uuid::nil()),
        recorded_by_name: "".into(),
        ended: None,
    }
}

fn sources(signal: Signal, reported: Option<Facts>, shares: Vec<Share>) -> Sources {
    Sources { signal, reported, shares, commitments: vec![], emergencies: vec![], time_outs: vec![] }
}

#[test]
fn without_a_ground_a_text_in_which_somebody_is_seen_stays_out() {
    let facts = Facts {
        title: "Ontruiming, SVB".into(),
        stalemate: "Mevrouw De Vries (43 jaar) wacht op de SVB.".into(),
        desired_by_household: "Uitstel tot de nabetaling er is.".into(),
        bodies: vec![body("SVB", "wacht"), body("UWV", "anders")],
        account: "lang verhaal".into(),
        ..Facts::default()
    };
    let parts: Vec<SharePart> = SharePart::ALL.to_vec();
    let case = sources(signal("LMM", facts.clone()), None, vec![share("SVB", ShareBasis::None, &parts)]);
    let seen = case.case(&outside("SVB")).unwrap();
    assert!(seen.stalemate.is_blank(), "{seen:?}");
    assert_eq!(seen.desired_by_household.raw(), "Uitstel tot de nabetaling er is.");
    assert_eq!((seen.positions, seen.account), (vec![body("SVB", "wacht")], "".into()), "an account needs a ground");
    assert!(seen.parts.iter().all(|part| part.is_anonymous()), "{:?}", seen.parts);
    // With a ground for one of them it is there.
    let both = [share("SVB", ShareBasis::None, &parts), share("SVB", ShareBasis::PublicTask, &[SharePart::Stalemate])];
    let case = sources(signal("LMM", facts), None, both.to_vec());
    assert!(case.case(&outside("SVB")).unwrap().stalemate.raw().contains("De Vries"));
}

#[test]
fn the_own_report_is_what_was_reported_and_what_the_desk_found_out_is_not_in_it() {
    let decision = |reference: &str, announced: Option<&str>| Decision {
        organisation: OrganisationCode("UWV".into()),
        reference: reference.into(),
        kind: "".into(),
        amount_cents: None,
        announced_on: announced.map(|day| day.parse().unwrap()),
        dated_on: None,
    };
    let reported = Facts {
        stalemate: "als gemeld".into(),
        bodies: vec![body("SVB", "")],
        decisions: vec![decision("A-1", None)],
        ..Facts::default()
    };
    let now = Facts {
        title: "Ontruiming".into(),
        stalemate: "anders geworden".into(),
        bodies: vec![body("SVB", "zegt het loket iets in vertrouwen"), body("UWV", "ook")],
        decisions: vec![decision("A-1", Some("2026-11-02")), decision("B-2", None)],
        ..Facts::default()
    };
    let mut whole = signal("GM0344", now);
    whole.timeline = ["GM0344", "GM0363", ""]
        .map(|code| Entry {
            id: EntryId(Uuid::nil()),
            at: DateTime::UNIX_EPOCH,
            kind: EntryKind::Note,
            by: None,
            by_name: "naam".into(),
            organisation: Some(OrganisationCode(code.into())).filter(|code| !code.0.is_empty()),
            text: format!("van {code}").as_str().into(),
            contact: None,
            old: None,
            new: None,
            linked: None,
        })
        .to_vec();
    let case = sources(whole, Some(reported), vec![]);
    let seen = case.case(&outside("GM0344")).unwrap();
    assert_eq!((seen.stalemate.raw(), seen.positions), ("als gemeld", vec![body("SVB", "")]));
    assert_eq!(seen.decisions, [decision("A-1", Some("2026-11-02"))], "the day to go by, of what was reported");
    assert_eq!(seen.notes.iter().map(|note| note.text.raw()).collect::<Vec<_>>(), ["van GM0344"]);
    assert_eq!(case.case(&outside("GM0363")), None);
    // The desk gives it its notes by an act like any other.
    let case = Sources { shares: vec![share("GM0344", ShareBasis::PublicTask, &[SharePart::Notes])], ..case };
    let notes = case.case(&outside("GM0344")).unwrap().notes;
    assert_eq!(
        notes.iter().map(|note| (note.text.raw(), note.by_name.raw())).collect::<Vec<_>>(),
        [("van GM0344", "naam"), ("van ", "")]
    );
}

#[test]
fn decisions_of_one_body_without_a_reference_are_told_apart_by_their_kind() {
    let decision = |kind: &str, announced: Option<&str>| Decision {
        organisation: OrganisationCode("UWV".into()),
        reference: "".into(),
        kind: kind.into(),
        amount_cents: None,
        announced_on: announced.map(|day| day.parse().unwrap()),
        dated_on: None,
    };
    let reported = Facts { decisions: vec![decision("Terugvordering", None)], ..Facts::default() };
    let now = Facts {
        decisions: vec![decision("terugvordering", Some("2026-11-02")), decision("boete", Some("2026-11-03"))],
        ..Facts::default()
    };
    let case = sources(signal("GM0344", now), Some(reported), vec![]);
    let seen = case.case(&outside("GM0344")).unwrap().decisions;
    assert_eq!(seen, [decision("terugvordering", Some("2026-11-02"))]);
}
