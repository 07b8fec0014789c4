//! Nobody gets what is not theirs, and nothing is sent to nobody.

use uuid::Uuid;

use super::{
    decide::{fix, hold, propose},
    tests::{actor, agenda, at, code, decision, fixing, invitation, meeting, present, somebody},
    *,
};
use crate::domain::{
    arrangement::{Arrangement, decide::Moment},
    commitment::{Commitment, CommitmentFacts, CommitmentSource, Due},
    ids::{AgendaItemId, ArrangementId, OrganisationCode, SignalId, SignalNumber},
    officer::{Officer, OfficerFacts},
};

fn day(text: &str) -> Date {
    zone::read_date(text).unwrap()
}

fn promise(item: u128, body: &str, meeting: u32) -> Commitment {
    let item = AgendaItemId(Uuid::from_u128(item));
    let source = CommitmentSource::AgendaItem { meeting: MeetingNumber::new(meeting).unwrap(), item, on: day("2026-11-26") };
    let facts = CommitmentFacts {
        text: "CANARY-TOEZEGGING".into(),
        organisation: code(body),
        person: "".into(),
        to: "".into(),
        source: Some(source),
        due: Due::on(day("2026-12-04")),
        evidence: "".into(),
    };
    Arrangement {
        id: ArrangementId(Uuid::from_u128(700)),
        version: 1,
        signal: SignalId(Uuid::from_u128(101)),
        signal_number: SignalNumber::new(2026, 1),
        facts,
        closed: None,
        recorded_at: at("2026-11-26 14:00"),
        recorded_by: actor(1).account,
        recorded_by_name: actor(1).name,
    }
}

/// Three items of the UWV, fixed.
fn prepared() -> (Agenda, Edition) {
    let by = actor(1);
    let all = agenda(meeting());
    let (meeting, edition) = fix(&all, fixing(&all, "test"), Moment { actor: &by, now: at("2026-11-20 10:00") }).unwrap();
    (Agenda { meeting, ..all }, edition)
}

/// Who gets which items: body, number, withheld.
fn got(shown: &Publication) -> Vec<(String, Vec<(u32, bool)>)> {
    let items = |one: &Recipient| one.items.iter().map(|item| (item.number, item.withheld)).collect();
    shown.recipients.iter().map(|one| (one.organisation.to_string(), items(one))).collect()
}

#[test]
fn a_body_gets_its_own_items_and_their_content_only_on_a_ground() {
    let by = actor(1);
    let moment = Moment { actor: &by, now: at("2026-11-25 10:00") };
    let mut all = agenda(meeting());
    all.entries[1].invitations = vec![invitation(90, 2, "SVB", "B. Smit"), invitation(91, 2, "UWV", "A. de Boer")];
    all.entries[2].invitations[0].facts.answer = Answer::Declined;
    let (_, edition) = fix(&all, fixing(&all, "test"), moment).unwrap();
    let shown = publication(&edition, ConfirmedAction::PublishAgenda, &present(&all.entries));
    let got = got(&shown);
    let uwv = vec![(1, false), (2, false)];
    assert_eq!(got, [("SVB".to_owned(), vec![(2, true)]), ("UWV".to_owned(), uwv)], "who declined gets nothing");
    let svb = &shown.recipients[0].items[0];
    assert_eq!((&svb.title, svb.signal_number), (&None, None), "no ground names the SVB: the time alone");

    all.entries[1].decisions.push(decision(2));
    let shown = publication(&edition, ConfirmedAction::PublishDecisions, &present(&all.entries));
    let decided = |at: usize| shown.recipients[at].items.iter().map(|item| item.decisions.len()).collect::<Vec<_>>();
    assert_eq!((decided(0), decided(1)), (vec![0], vec![1]), "the decision goes where a ground is");
    all.entries[1].decisions[0].withdrawn = true;
    assert!(publication(&edition, ConfirmedAction::PublishDecisions, &present(&all.entries)).recipients.is_empty());
}

#[test]
fn a_ground_must_hold_then_and_now_as_it_was_fixed_and_as_it_stands() {
    let withheld = |change: &dyn Fn(&mut Agenda, &mut Edition, &mut Date)| {
        let (mut all, mut edition) = prepared();
        let mut today = day("2026-11-20");
        change(&mut all, &mut edition, &mut today);
        let present = Present { today, ..present(&all.entries) };
        publication(&edition, ConfirmedAction::PublishAgenda, &present).recipients[0].items[0].withheld
    };
    assert!(!withheld(&|_, _, _| {}));
    assert!(!withheld(&|_, _, today| *today = day("2026-11-26")), "the last day counts");
    assert!(withheld(&|_, _, today| *today = day("2026-11-27")), "it ended since");
    assert!(withheld(&|all, _, _| all.entries[0].item.facts.grounds.clear()), "it was taken back after the agenda was fixed");
    assert!(withheld(&|_, edition, _| edition.content.items[0].item.facts.grounds.clear()), "it was given after it was fixed");
    assert!(withheld(&|all, _, _| all.entries[0].item.facts.grounds[0].until = Some(day("2026-11-25"))), "over by the meeting");
    assert!(withheld(&|_, edition, _| clear_times(edition)), "no day of the item, and none of the meeting");
}

fn clear_times(edition: &mut Edition) {
    edition.content.facts.slots.clear();
    (edition.content.items[0].times.starts_at, edition.content.items[0].times.ends_at) = (None, None);
}

#[test]
fn a_ground_must_hold_on_the_day_of_the_item_itself() {
    let slot = |from, until| Slot { starts_at: at(from), ends_at: at(until) };
    // Three items of the UWV, half an hour each, on a ground until the 26th: who gets which.
    let shown = |slots: Vec<Slot>, places: [u16; 3]| {
        let mut all = agenda(meeting());
        all.meeting.facts.slots = slots;
        for (entry, place) in all.entries.iter_mut().zip(places) {
            entry.item.facts.slot = place;
        }
        let by = actor(1);
        let missing: Vec<usize> = all
            .missing(|_| None, (&[], &[]))
            .iter()
            .map(|of_item| of_item.iter().filter(|one| one.kind == MissingKind::Ground).count())
            .collect();
        let (_, edition) = fix(&all, fixing(&all, "test"), Moment { actor: &by, now: at("2026-11-20 10:00") }).unwrap();
        let told = publication(&edition, ConfirmedAction::PublishAgenda, &present(&all.entries));
        let withheld: Vec<bool> = told.recipients[0].items.iter().map(|item| item.withheld).collect();
        assert_eq!(missing.iter().map(|count| *count == 1).collect::<Vec<_>>(), withheld, "what is missing says the same");
        withheld
    };
    let days = || vec![slot("2026-11-26 13:00", "2026-11-26 15:00"), slot("2026-12-03 13:00", "2026-12-03 15:00")];
    assert_eq!(shown(days(), [1, 2, 1]), [false, true, false], "a week later it has ended");
    assert_eq!(shown(days(), [1, 9, 1]), [false, true, false], "without a time: the last day of the meeting");
    let night = || vec![slot("2026-11-26 23:00", "2026-11-27 01:00")];
    assert_eq!(shown(night(), [1, 1, 1]), [false, false, true], "up to midnight, and from midnight on");
    assert_eq!(shown(vec![slot("2026-11-26 23:15", "2026-11-27 01:00")], [1, 1, 1]), [false, true, true], "over midnight");
}

#[test]
fn a_body_that_only_promised_gets_its_promise() {
    let (mut all, edition) = prepared();
    for one in &mut all.entries {
        one.invitations.clear();
    }
    let (own, foreign, other) = (promise(2, "UWV", 48), promise(1, "UWV", 47), promise(3, "SVB", 48));
    let present = Present { commitments: vec![&own, &foreign, &other], ..present(&all.entries) };
    let shown = publication(&edition, ConfirmedAction::PublishDecisions, &present);
    assert_eq!(got(&shown), [("SVB".to_owned(), vec![(3, true)]), ("UWV".into(), vec![(2, false)])]);
    let told = |at: usize| &shown.recipients[at].items[0].commitments;
    assert_eq!((told(0).len(), told(1)[0].text.raw()), (0, "CANARY-TOEZEGGING"), "without a ground the time alone");
    let agenda = publication(&edition, ConfirmedAction::PublishAgenda, &present);
    assert_eq!(agenda.recipients, [], "an agenda goes to who is asked");
}

#[test]
fn who_gets_something_and_has_no_addressee_is_named() {
    let (mut all, edition) = prepared();
    all.entries[1].decisions.push(decision(2));
    let shown = publication(&edition, ConfirmedAction::PublishDecisions, &present(&all.entries));
    assert_eq!(shown.without_addressee(), [code("SVB")]);
    let by = actor(1);
    let late = Moment { actor: &by, now: at("2026-11-26 16:00") };
    let held = hold(&all.meeting, late).unwrap();
    let send = |shown: &Publication| propose(&held, shown, held.number, ConfirmationId(Uuid::from_u128(5)), late);
    let refused = send(&shown).unwrap_err();
    let findings: Vec<String> = refused.findings().iter().map(|one| format!("{} {} {}", one.at, one.code, one.value)).collect();
    assert_eq!(findings, [" nobody-at-body 1", "/recipients/SVB/to missing-addressee SVB"]);
    let filled = shown.with_contacts(|code: &OrganisationCode| (code.as_str() == "SVB").then(somebody));
    assert_eq!((&filled.recipients[0].to[..], filled.recipients[1].to[0].name.raw()), (&[somebody()][..], "A. de Boer"));
    assert!(send(&filled).is_ok());
}

#[test]
fn the_escalation_contact_is_a_sound_entry_with_an_address() {
    let today = day("2026-11-20");
    let officer = |change: &dyn Fn(&mut OfficerFacts)| {
        let mut facts: OfficerFacts =
            serde_json::from_str(r#"{ "organisation": "SVB", "mandate": "beslissen", "mail": "maatwerk@svb.example" }"#).unwrap();
        change(&mut facts);
        let id = crate::domain::ids::OfficerId(Uuid::from_u128(9));
        Officer { id, version: 1, changed_at: at("2026-11-16 09:00"), source: None, facts, verdict: Default::default() }
    };
    let director = officer(&|facts| facts.escalation = "directeur B. Smit".into());
    let escalation = officer(&|facts| (facts.role_code, facts.name) = (ESCALATION.into(), "C. Jansen".into()));
    let of = |all: &[&Officer]| contact(all.iter().copied(), today).map(|one| (one.name.0, one.mail.0));
    let named = |name: &str| Some((name.to_owned(), "maatwerk@svb.example".to_owned()));
    assert_eq!(of(&[&director, &escalation]), named("C. Jansen"));
    assert_eq!(of(&[&director]), named("directeur B. Smit"));
    let ended = officer(&|facts| (facts.escalation, facts.valid_to) = ("x".into(), Some(day("2026-11-01"))));
    let silent = officer(&|facts| (facts.escalation, facts.mail) = ("x".into(), " ".into()));
    assert_eq!(of(&[&ended, &silent, &officer(&|_| {})]), None);
}

#[test]
fn what_was_sent_is_outdated_by_what_is_new_and_not_by_what_is_withheld() {
    let (mut all, edition) = prepared();
    all.entries[1].decisions.push(decision(2));
    let own = promise(2, "UWV", 48);
    let now = |all: &Agenda, commitments: Vec<&Commitment>| {
        publication(&edition, ConfirmedAction::PublishDecisions, &Present { commitments, ..present(&all.entries) })
    };
    let sent = Sent { shown: now(&all, vec![&own]), at: at("2026-11-26 18:00") };
    let outdated = |all: &Agenda, commitments| sent.is_outdated_by(&now(all, commitments));
    assert!(!outdated(&all, vec![&own]) && sent.holds(&own));
    let kept = Commitment { version: 2, ..own.clone() };
    assert!(!outdated(&all, vec![&kept]) && sent.holds(&kept), "kept or looked at: it says the same");
    let mut corrected = own.clone();
    corrected.facts.person = "P. Vos".into();
    assert!(outdated(&all, vec![&corrected]) && !sent.holds(&corrected));
    let second = Commitment { id: ArrangementId(Uuid::from_u128(701)), ..own.clone() };
    assert!(outdated(&all, vec![&own, &second]) && !sent.holds(&second), "promised since");
    assert!(outdated(&all, vec![]), "no longer of this item");
    let mut withdrawn = all.clone();
    withdrawn.entries[1].decisions[0].withdrawn = true;
    assert!(outdated(&withdrawn, vec![&own]));
    let mut ended = all.clone();
    ended.entries[1].item.facts.grounds.clear();
    assert!(!outdated(&ended, vec![&own]), "what is withheld since is no reason to send anything");
}
