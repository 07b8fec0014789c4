//! Meetings go from state to state, items are ready or not, times run, people clash, versions differ, and nobody gets what is
//! not theirs.

use chrono::{NaiveTime, TimeDelta};
use uuid::Uuid;

use super::{
    decide::{Fixing, confirm, drop_proposal, fix, hold, propose, to_send, unhold},
    *,
};
use crate::domain::{
    arrangement::decide::Moment,
    confirmation,
    ids::{AgendaItemId, OfficerId, OrganisationCode, PartId, SignalId, SignalNumber},
    organisation::OrganisationKind,
    signal::{Attempt, decide::Actor},
};

pub(super) fn actor(n: u128) -> Actor {
    Actor { account: AccountId(Uuid::from_u128(n)), name: format!("Account {n}").into() }
}

pub(super) fn at(text: &str) -> Instant {
    zone::read_instant(text).unwrap()
}

fn facts() -> MeetingFacts {
    let time = |text| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
    MeetingFacts {
        slots: vec![Slot::on(zone::read_date("2026-11-26").unwrap(), time("13:30"), time("15:00")).unwrap()],
        place: "Den Haag".into(),
        video: "".into(),
        chair: "voorzitter".into(),
        secretary: "secretaris".into(),
        confidentiality: "".into(),
        papers_days: 2,
    }
}

pub(super) fn code(text: &str) -> OrganisationCode {
    OrganisationCode(text.into())
}

fn kind(code: &OrganisationCode) -> Option<OrganisationKind> {
    Some(if code.as_str().starts_with("GM") { OrganisationKind::Municipality } else { OrganisationKind::NationalBody })
}

pub(super) fn item(n: u128) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(n)),
        version: 1,
        revision: 1,
        meeting: Some(MeetingId(Uuid::from_u128(1))),
        rank: n as i64 * order::GAP,
        signal: Some(SignalId(Uuid::from_u128(100 + n))),
        signal_number: Some(SignalNumber::new(2026, n as u32)),
        standing: None,
        facts: AgendaItemFacts {
            stalemate: "UWV wacht op SVB.".into(),
            facts: "Feiten.".into(),
            tried: vec![Attempt { what: "gebeld".into(), on: None, with: "UWV".into() }],
            bodies: vec![ItemBody { organisation: code("UWV"), position: "kan niet".into(), legal_room: "".into() }],
            perspective: "rust".into(),
            decision_asked: "uitstel".into(),
            options: vec![ItemOption { text: "uitstel".into(), consequences: "tijd".into() }],
            grounds: vec![ItemGround {
                basis: "AVG 6(1)(e)".into(),
                purpose: "".into(),
                bodies: vec![code("UWV")],
                until: zone::read_date("2026-11-26"),
            }],
            ..AgendaItemFacts::titled(format!("Zaak {n}").into(), 30)
        },
        dropped: false,
        reason: "".into(),
        proposed_at: at("2026-11-16 09:00"),
        proposed_by: actor(1).account,
        proposed_by_name: actor(1).name,
    }
}

pub(super) fn invitation(n: u128, item: u128, body: &str, name: &str) -> Invitation {
    Part {
        id: PartId(Uuid::from_u128(n)),
        version: 1,
        item: AgendaItemId(Uuid::from_u128(item)),
        facts: InvitationFacts {
            organisation: code(body),
            officer: None,
            function: "directeur".into(),
            name: name.into(),
            mail: "".into(),
            capacity: Capacity::Director,
            mandate_confirmed: true,
            answer: Answer::Accepted,
            answered_for: None,
        },
        withdrawn: false,
        recorded_at: at("2026-11-16 09:00"),
        recorded_by: actor(1).account,
        recorded_by_name: actor(1).name,
    }
}

pub(super) fn entry(n: u128) -> Entry {
    Entry { invitations: vec![invitation(1000 + n, n, "UWV", "A. de Boer")], ..Entry::of(item(n)) }
}

pub(super) fn meeting() -> Meeting {
    let by = actor(1);
    let moment = Moment { actor: &by, now: at("2026-11-16 09:00") };
    decide::create(MeetingId(Uuid::from_u128(1)), MeetingNumber::new(48).unwrap(), facts(), moment)
}

pub(super) fn agenda(meeting: Meeting) -> Agenda {
    Agenda::of(meeting, vec![entry(3), entry(2), entry(1)])
}

pub(super) fn somebody() -> Addressee {
    Addressee { name: "C. Jansen".into(), function: "escalatie".into(), mail: "escalatie@svb.example".into() }
}

pub(super) fn present(entries: &[Entry]) -> Present<'_> {
    Present { entries, commitments: vec![], today: zone::read_date("2026-11-20").unwrap() }
}

pub(super) fn fixing(agenda: &Agenda, reason: &str) -> Fixing {
    let missing =
        agenda.missing(kind, (&[], &[])).into_iter().zip(1..).flat_map(|(all, n)| all.into_iter().map(move |one| (n, one)));
    Fixing {
        id: EditionId(Uuid::from_u128(77)),
        seen: agenda.meeting.agenda_version,
        missing: missing.collect(),
        reason: reason.into(),
        clocks: vec![],
    }
}

/// Every verb from every state: only these go on, and each to this state.
#[test]
fn a_meeting_goes_from_concept_to_sent_and_no_other_way() {
    let (one, two) = (actor(1), actor(2));
    let early = Moment { actor: &one, now: at("2026-11-25 23:00") };
    let late = Moment { actor: &one, now: at("2026-11-26 13:30") };
    let id = ConfirmationId(Uuid::from_u128(5));
    let number = MeetingNumber::new(48).unwrap();
    let send = |meeting: &Meeting, edition: &Edition, typed| {
        let action = to_send(meeting)?;
        let mut entries = agenda(meeting.clone()).entries;
        entries[0].decisions.push(decision(1));
        let shown = publication(edition, action, &present(&entries)).with_contacts(|_| Some(somebody()));
        propose(meeting, &shown, typed, id, late)
    };
    let concept = meeting();
    let (fixed, edition) = fix(&agenda(concept.clone()), fixing(&agenda(concept.clone()), ""), early).unwrap();
    let held = hold(&fixed, late).unwrap();
    let waits = send(&held, &edition, number).unwrap();
    let sent = confirm(&waits, Moment { actor: &two, now: late.now }).unwrap();
    assert_eq!(
        [&concept, &fixed, &held, &sent].map(|one| one.state),
        [MeetingState::Concept, MeetingState::Fixed, MeetingState::Held, MeetingState::Sent]
    );
    let refix = |meeting: &Meeting| {
        let agenda = agenda(meeting.clone());
        fix(&agenda, fixing(&agenda, ""), early).map(|_| ())
    };
    assert_eq!(refix(&fixed), Err(Refusal::NothingNew));
    for over in [&held, &sent] {
        assert_eq!(refix(over), Err(Refusal::Over(over.state)));
        assert_eq!(decide::agenda_changed(over).map(|_| ()), Err(Refusal::Over(over.state)));
        assert_eq!(hold(over, late).map(|_| ()), Err(Refusal::Over(over.state)));
    }
    assert_eq!(hold(&concept, late).map(|_| ()), Err(Refusal::NotFixed));
    let just_before = Moment { actor: &one, now: at("2026-11-26 13:29") };
    for soon in [early, just_before] {
        assert_eq!(hold(&fixed, soon).map(|_| ()), Err(Refusal::NotYet(at("2026-11-26 13:30"))));
    }
    assert_eq!(hold(&fixed, just_before).unwrap_err().value(), "26-11-2026 13:30");
    let back = unhold(&held, late).unwrap();
    assert_eq!((back.state, back.changed_since_fixed()), (MeetingState::Fixed, false));
    assert!(hold(&back, late).is_ok());
    for other in [&concept, &fixed, &sent] {
        assert_eq!(unhold(other, late), Err(Refusal::NotHeld));
    }
    assert_eq!(unhold(&waits, late), Err(Refusal::Pending));
    assert_eq!(to_send(&concept), Err(Refusal::NotFixed));
    assert_eq!(to_send(&sent), Ok(ConfirmedAction::PublishDecisions), "what comes later goes out when it is confirmed anew");
    assert_eq!(decide::may_decide(&concept), Err(Refusal::NotFixed));
    assert!(decide::may_decide(&fixed).is_ok() && decide::may_decide(&held).is_ok());
    assert_eq!(decide::may_decide(&sent), Err(Refusal::Over(MeetingState::Sent)));
    assert_eq!(send(&held, &edition, MeetingNumber::new(47).unwrap()).map(|_| ()), Err(Refusal::OtherNumber(number)));
    assert_eq!(send(&waits, &edition, number).map(|_| ()), Err(Refusal::Pending));
}

#[test]
fn a_second_person_confirms_and_a_later_change_is_fixed_again() {
    let (one, two) = (actor(1), actor(2));
    let now = at("2026-11-25 10:00");
    let first = Moment { actor: &one, now };
    let concept = meeting();
    let (fixed, edition) = fix(&agenda(concept.clone()), fixing(&agenda(concept), ""), first).unwrap();
    let shown = publication(&edition, to_send(&fixed).unwrap(), &present(&agenda(fixed.clone()).entries));
    let waits = propose(&fixed, &shown, fixed.number, ConfirmationId(Uuid::from_u128(5)), first).unwrap();
    assert_eq!(confirm(&waits, first), Err(confirmation::Refusal::SamePerson));
    assert_eq!(hold(&waits, first).map(|_| ()), Err(Refusal::Pending));
    let over = now + decide::PROPOSAL_HOLDS;
    assert_eq!(confirm(&waits, Moment { actor: &two, now: over }), Err(confirmation::Refusal::Expired));
    let dropped = drop_proposal(&waits, Moment { actor: &two, now }, MeetingMoveKind::Rejected, "nog niet".into());
    assert_eq!((dropped.pending.is_none(), dropped.edition.unwrap().sent), (true, false));
    let changed = decide::agenda_changed(&waits).unwrap();
    assert_eq!(confirm(&changed, Moment { actor: &two, now }), Err(confirmation::Refusal::SubjectChanged));
    let sent = confirm(&waits, Moment { actor: &two, now }).unwrap();
    assert!(sent.edition.unwrap().sent && sent.pending.is_none());
    assert_eq!(to_send(&sent), Err(Refusal::Sent));

    let changed = decide::agenda_changed(&sent).unwrap();
    assert_eq!(to_send(&changed), Err(Refusal::ChangedSinceFixed));
    assert_eq!(hold(&changed, Moment { actor: &one, now: at("2026-11-27 10:00") }).map(|_| ()), Err(Refusal::ChangedSinceFixed));
    let (again, second) = fix(&agenda(changed.clone()), fixing(&agenda(changed.clone()), ""), first).unwrap();
    assert_eq!((second.number, again.edition.unwrap().sent, edition.number), (2, false, 1));
    assert_eq!(to_send(&again), Ok(ConfirmedAction::PublishAgenda));
    let seen = Fixing { seen: 1, ..fixing(&agenda(changed.clone()), "") };
    assert_eq!(fix(&agenda(changed.clone()), seen, first).map(|_| ()), Err(Refusal::ChangedSinceSeen(changed.agenda_version)));
}

#[test]
fn what_is_missing_is_named_with_its_field_and_body() {
    let named = |item: &AgendaItem, invitations: &[Invitation]| -> Vec<String> {
        let found = missing(item, invitations, Some((&facts(), None)), kind);
        found.iter().map(|one| format!("{} {}", one.kind, one.field)).collect()
    };
    assert_eq!(named(&item(1), &entry(1).invitations), Vec::<String>::new(), "this one is ready");
    let empty = AgendaItem { facts: AgendaItemFacts::titled("Zaak".into(), 30), ..item(1) };
    assert_eq!(
        named(&empty, &[]),
        [
            "stalemate /stalemate",
            "facts /facts",
            "tried /tried",
            "bodies /bodies",
            "perspective /perspective",
            "decision-asked /decisionAsked",
            "options /options"
        ]
    );
    let with = |change: &dyn Fn(&mut AgendaItem)| {
        let mut changed = item(1);
        change(&mut changed);
        named(&changed, &entry(1).invitations)
    };
    assert_eq!(with(&|item| item.facts.slot = 2), ["slot /slot"]);
    assert_eq!(with(&|item| item.facts.facts = "x".repeat(PAGE + 1).into()), ["facts-too-long /facts"]);
    assert_eq!(with(&|item| item.facts.bodies[0].position = " ".into()), ["position /bodies/0/position"]);
    assert_eq!(with(&|item| item.facts.grounds[0].until = zone::read_date("2026-11-25")), ["ground /grounds"], "ended before");
    assert_eq!(with(&|item| item.facts.grounds[0].bodies.clear()), ["ground /grounds"], "a ground covers whom it names");
    let asked = |change: &dyn Fn(&mut Invitation)| {
        let mut changed = entry(1).invitations;
        change(&mut changed[0]);
        named(&item(1), &changed)
    };
    assert_eq!(asked(&|one| one.withdrawn = true), ["invitee /invitations"]);
    assert_eq!(asked(&|one| one.facts.capacity = Capacity::Other), ["invitee /invitations"], "only who may decide counts");
    assert_eq!(asked(&|one| one.facts.answer = Answer::Declined), ["acceptance /invitations"]);
    assert_eq!(asked(&|one| one.facts.mandate_confirmed = false), ["mandate /invitations"]);
    let other = Slot { starts_at: at("2026-11-20 10:00"), ends_at: at("2026-11-20 11:00") };
    let for_another_time =
        |one: &mut Invitation| one.facts = one.facts.clone().answered_at(Some(other)).at(meeting().facts.slot(1));
    assert_eq!(asked(&for_another_time), ["ask-again /invitations"]);
    let mut declined = entry(1);
    declined.invitations[0].facts.answer = Answer::Declined;
    declined.invitations[0].facts.answered_for = Some(other);
    let invited = &Agenda::of(meeting(), vec![declined]).entries[0].invitations[0];
    assert!(invited.is_asked(), "who could not come then is asked for this time");
    let free = AgendaItem { signal: None, facts: AgendaItemFacts::titled("".into(), 10), ..item(1) };
    assert_eq!(named(&free, &[]), ["title /title"], "an item without a case");

    let mut unready = agenda(meeting());
    unready.entries[1].item.facts.stalemate = "".into();
    let by = actor(1);
    let moment = Moment { actor: &by, now: at("2026-11-25 10:00") };
    let refused = fix(&unready, fixing(&unready, ""), moment).unwrap_err();
    let told: Vec<String> = refused.findings().iter().map(|one| format!("{} {}", one.at, one.code)).collect();
    assert_eq!(told, [" agenda-not-ready", "/items/2/stalemate missing-stalemate"]);
    assert_eq!(fix(&unready, fixing(&unready, "crisis"), moment).unwrap().1.reason, "crisis".into());
}

#[test]
fn times_run_on_and_what_does_not_fit_is_seen() {
    let mut agenda = agenda(meeting());
    agenda.entries[2].item.facts.minutes = 45;
    let times = agenda.schedule();
    let starts: Vec<String> = times.items.iter().map(|one| one.starts_at.unwrap().format("%H:%M").to_string()).collect();
    assert_eq!(starts, ["12:30", "13:00", "13:30"], "in UTC");
    assert_eq!((times.slots[0].minutes, times.slots[0].available, times.slots[0].over), (105, 90, 15));
    assert_eq!(times.items.iter().map(|one| one.over).collect::<Vec<_>>(), [false, false, true]);
    agenda.entries[0].item.facts.slot = 9;
    let times = agenda.schedule();
    assert_eq!((times.items[0].starts_at, times.slots[0].over), (None, 0), "no such slot: no time, and it takes none");
}

#[test]
fn who_cannot_be_there_is_named() {
    let here = agenda(meeting()).bookings();
    assert_eq!(here.len(), 3);
    assert_eq!(clashes(&here, &[], |_| None), [], "one after the other, and not of the register");
    let other = Booking {
        meeting: MeetingNumber::new(49).unwrap(),
        item: AgendaItemId(Uuid::from_u128(9)),
        starts_at: here[0].starts_at + TimeDelta::minutes(29),
        ends_at: here[1].ends_at,
        invitation: invitation(5, 9, "UWV", " Á DE BOER "),
    };
    let found = clashes(&here, std::slice::from_ref(&other), |_| None);
    assert_eq!(
        found.iter().map(|one| (one.kind, one.item)).collect::<Vec<_>>(),
        [(ClashKind::DoubleBooked, here[0].item), (ClashKind::DoubleBooked, here[1].item)]
    );
    assert_eq!(found[0].other_meeting, Some(other.meeting));
    let stranger = Booking { invitation: invitation(5, 9, "SVB", "A. de Boer"), ..other.clone() };
    assert_eq!(clashes(&here, &[stranger], |_| None), [], "another body's person of that name");

    let mut of_register = here[0].clone();
    of_register.invitation.facts.officer = Some(OfficerId(Uuid::from_u128(3)));
    let officer = |change: &dyn Fn(&mut crate::domain::officer::OfficerFacts)| {
        let mut facts: crate::domain::officer::OfficerFacts = officer_facts();
        change(&mut facts);
        clashes(std::slice::from_ref(&of_register), &[], |_| Some(facts.clone())).first().map(|one| one.kind)
    };
    let day = zone::read_date;
    assert_eq!(officer(&|_| {}), None);
    assert_eq!(officer(&|facts| facts.valid_to = day("2026-11-25")), Some(ClashKind::LeftRegister));
    assert_eq!(officer(&|facts| facts.mandate_until = day("2026-11-25")), Some(ClashKind::MandateEnded));
    assert_eq!(officer(&|facts| facts.absent_until = day("2026-11-26")), Some(ClashKind::Absent));
    assert_eq!(officer(&|facts| facts.valid_to = day("2026-11-26")), None, "the last day counts");
    let gone = clashes(std::slice::from_ref(&of_register), &[], |_| None);
    assert_eq!(gone[0].kind, ClashKind::LeftRegister);
}

fn officer_facts() -> crate::domain::officer::OfficerFacts {
    serde_json::from_str(r#"{ "organisation": "UWV", "mandate": "beslissen" }"#).unwrap()
}

#[test]
fn two_versions_differ_by_as_little_as_explains_it() {
    let before = agenda(meeting());
    assert!(difference(&before.content(), &before.content()).is_empty());
    let mut after = before.clone();
    after.entries.rotate_left(1);
    after.entries[0].item.facts.stalemate = "anders".into();
    after.entries[1].invitations[0].version = 2;
    after.entries.push(Entry { item: item(7), ..entry(7) });
    after.meeting.facts.place = "Utrecht".into();
    let found = difference(&before.content(), &after.content());
    let id = |n: u128| AgendaItemId(Uuid::from_u128(n));
    assert_eq!((found.meeting, found.added, found.removed), (vec!["place".to_owned()], vec![id(7)], vec![]));
    assert_eq!(found.moved, [ItemMove { item: id(1), from: 1, to: 3 }], "the first went to the end, the others stay");
    let fields: Vec<_> = found.changed.iter().map(|one| (one.item, one.fields.join(" "))).collect();
    assert_eq!(fields, [(id(2), "stalemate times".into()), (id(3), "invitations times".into()), (id(1), "times".into())]);
    let value = |one: &FieldChange| format!("{}: {} -> {}", one.field, one.from.raw(), one.to.raw());
    assert_eq!(found.meeting_values.iter().map(value).collect::<Vec<_>>(), ["place: Den Haag -> Utrecht"]);
    let values: Vec<String> = found.changed[0].values.iter().map(value).collect();
    let told = ["stalemate: UWV wacht op SVB. -> anders", "times: 14:00-14:30 -> 13:30-14:00"];
    assert_eq!(values, told, "each field says what it said and says");
    after.entries.remove(0);
    assert_eq!(difference(&before.content(), &after.content()).removed, [id(2)]);
}

pub(super) fn decision(item: u128) -> LetDecision {
    Part {
        id: PartId(Uuid::from_u128(500 + item)),
        version: 1,
        item: AgendaItemId(Uuid::from_u128(item)),
        facts: LetDecisionFacts { text: "CANARY-BESLUIT".into(), bodies: vec![code("UWV"), code("SVB")], legal_room: "".into() },
        withdrawn: false,
        recorded_at: at("2026-11-26 14:00"),
        recorded_by: actor(1).account,
        recorded_by_name: actor(1).name,
    }
}

#[test]
fn papers_are_due_working_days_before() {
    let due = |days| MeetingFacts { papers_days: days, ..facts() }.papers_due_on().map(|day| day.to_string());
    assert_eq!(due(2).as_deref(), Some("2026-11-24"));
    assert_eq!(due(4).as_deref(), Some("2026-11-20"), "over a weekend");
    assert_eq!(due(0).as_deref(), Some("2026-11-26"));
}
