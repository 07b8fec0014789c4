//! Pane 5, for who reads the audit log and has no queue.

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::{
        audit::{AuditReview, EmergenciesWaiting, Looked, SampledEntry},
        emergency::{EmergencyDetail, ReviewEmergency},
        session::Me,
    },
    domain::{
        audit::{AuditEntry, AuditResult, Pattern, Rule},
        emergency::{EmergencyAccess, EmergencyReview, EmergencyVerdict},
        ids::{AccountId, EmergencyAccessId, OrganisationCode, SignalId, SignalNumber},
        role::Role,
    },
    tui::app::{
        Pane,
        message::{Answer, Call, Effect, Link, Msg, Refusal},
        traces::{Shown, TracesAnswer, TracesCall},
    },
};

use super::{Bench, now, person};

/// The privacy officer of the desk.
pub fn privacy_officer() -> Me {
    let permissions = ["audit.read", "audit.review", "organisation.read", "changes.read"].map(str::to_owned).into();
    Me { role: Role::PrivacyOfficer, name: "P. de Wacht".into(), permissions, ..person() }
}

fn entry(seq: i64, name: &str, verb: &str, number: &str, at: DateTime<Utc>) -> AuditEntry {
    AuditEntry {
        seq,
        at,
        account: format!("018f0000-0000-7000-8000-{seq:012}"),
        name: name.into(),
        role: "desk".into(),
        organisation: "LMM".into(),
        verb: verb.into(),
        entity: verb.split('.').next().unwrap().into(),
        object: "018f0000-0000-7000-8000-0000000003e8".into(),
        number: number.into(),
        purpose: "work a signal".into(),
        result: AuditResult::Done,
        origin: "192.0.2.17".into(),
        request: "5f0c9a1e7b2d4466".into(),
    }
}

/// Rows of a case.
pub fn rows() -> Vec<AuditEntry> {
    let at = |hours: i64| now() - TimeDelta::hours(hours);
    let refused = AuditEntry {
        result: AuditResult::Refused,
        role: "administrator".into(),
        ..entry(31, "B. Heerder", "signal.read", "S-2026-00471", at(30))
    };
    vec![
        entry(40, "M. Visser", "signal.read", "S-2026-00471", at(1)),
        entry(38, "Fatima Yıldız", "signal.note", "S-2026-00471", at(3)),
        refused,
        entry(12, "M. Visser", "papers.read", "S-2026-00471", at(80)),
    ]
}

/// The week that is over: two things that are unusual and three rows by lot, one of which was looked at.
pub fn review() -> AuditReview {
    let pattern = |rule, name: &str, figure, usual, about: &str| Pattern {
        rule,
        account: "018f0000-0000-7000-8000-000000000012".into(),
        name: name.into(),
        figure,
        usual,
        about: about.into(),
    };
    let looked = Looked { by: "P. de Wacht".into(), at: now() - TimeDelta::hours(2) };
    let sampled = |seq, name, looked| SampledEntry {
        entry: entry(seq, name, "signal.read", "S-2026-00502", now() - TimeDelta::days(4)),
        looked,
    };
    AuditReview {
        week: "2026-11-16".parse().unwrap(),
        sample: vec![sampled(5, "M. Visser", Some(looked)), sampled(9, "Fatima Yıldız", None), sampled(21, "J. Bakker", None)],
        patterns: vec![
            pattern(Rule::Many, "J. Bakker", 64, Some(9), ""),
            pattern(Rule::Again, "M. Visser", 14, None, "S-2026-00471"),
        ],
        emergencies: Some(EmergenciesWaiting { waiting: 2, overdue: 1 }),
    }
}

/// One that is open, one that is late, one that was judged.
pub fn emergencies() -> Vec<EmergencyDetail> {
    let access = |n: u128, number: u32, by: &str, reason: &str, opened_at: DateTime<Utc>| EmergencyAccess {
        id: EmergencyAccessId(uuid::Uuid::from_u128(n)),
        version: 1,
        signal: SignalId(uuid::Uuid::from_u128(n)),
        signal_number: SignalNumber::new(2026, number),
        by: AccountId(uuid::Uuid::from_u128(n)),
        by_name: by.into(),
        role: Role::Municipal,
        organisation: OrganisationCode("GM0518".into()),
        reason: reason.into(),
        opened_at,
        until: opened_at + TimeDelta::minutes(60),
        review: None,
    };
    let mut judged = access(3, 498, "Karin de Boer", "zuurstof afgesloten", now() - TimeDelta::days(3));
    judged.review = Some(EmergencyReview {
        verdict: EmergencyVerdict::Justified,
        reason: "De huisarts bevestigde het.".into(),
        at: now() - TimeDelta::days(2),
        by: AccountId(uuid::Uuid::nil()),
        by_name: "P. de Wacht".into(),
    });
    let open =
        access(1, 471, "Hatice Yılmaz", "Ontruiming vanavond om zes uur, het gezin belt ons.", now() - TimeDelta::minutes(10));
    let late = access(2, 502, "Bas Smit", "telefoonnummer nodig", now() - TimeDelta::hours(30));
    [open, late, judged].map(|item| EmergencyDetail { state: item.state_at(now()), item }).into()
}

/// They came.
pub fn with_emergencies(bench: &mut Bench) -> &mut Bench {
    answered(came(bench).press("["), TracesAnswer::Emergencies(emergencies()))
}

/// The request that waits for an answer about the log, if one does.
fn asked(bench: &mut Bench) -> Option<(u64, TracesCall)> {
    let effects = std::mem::take(&mut bench.effects);
    effects.into_iter().rev().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Traces(call), .. } => Some((request, call)),
        _ => None,
    })
}

/// The server answers what was asked last.
pub fn answered(bench: &mut Bench, answer: TracesAnswer) -> &mut Bench {
    let (request, _) = asked(bench).expect("something is asked");
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Traces(answer)) })
}

/// The privacy officer is there; the week is on its way.
pub fn begun(bench: &mut Bench) -> &mut Bench {
    bench.tell(Msg::Link(Link::Live)).tell(Msg::Me(Box::new(privacy_officer())))
}

/// The week has come.
pub fn came(bench: &mut Bench) -> &mut Bench {
    answered(begun(bench), TracesAnswer::Review(Box::new(review())))
}

/// The server could not say it.
pub fn refused(bench: &mut Bench) -> &mut Bench {
    let (request, _) = asked(begun(bench)).expect("something is asked");
    let refusal = Refusal {
        code: None,
        words: "Het auditlogboek van de server kan nu niet worden geschreven.".into(),
        advice: "Probeer het over enkele seconden opnieuw.".into(),
        problem: None,
    };
    bench.tell(Msg::Reply { request, reply: Err(refusal) })
}

fn bench() -> Bench {
    Bench::speaking((100, 30), loket::locale::Language::Dutch)
}

#[test]
fn a_privacy_officer_begins_with_what_is_unusual_and_has_no_queue() {
    let mut bench = bench();
    begun(&mut bench);
    assert_eq!(bench.state.pane, Pane::Traces);
    assert_eq!(asked(&mut bench).map(|(_, call)| call), Some(TracesCall::Review));
    let mut bench = self::bench();
    came(&mut bench);
    let screen = bench.screen();
    for words in ["5 Toezicht", "J. Bakker", "64 zaken en kaarten geopend; gewoonlijk 9 in een week", "eigen mediaan", "16-11"] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    for words in ["1 Signalen", "4 Termijnen", "2 Agenda"] {
        assert!(!screen.contains(words), "{words}:\n{screen}");
    }
    bench.press("1");
    assert_eq!(bench.state.pane, Pane::Traces, "there is no queue to go to");
    let mut desk = Bench::new((100, 30));
    desk.press("5");
    assert_eq!(desk.state.pane, Pane::Signals, "and the desk has no such pane");
    assert!(!desk.screen().contains("Toezicht"));
}

#[test]
fn rows_lead_to_the_case_and_to_the_person() {
    let mut bench = bench();
    came(&mut bench).press("=");
    answered(&mut bench, TracesAnswer::Rows(rows(), true));
    let screen = bench.screen();
    for words in
        ["Alle regels", "eerste 4", "signaal: gelezen", "geweigerd", "een signaal behandelen", "192.0.2.17", "5f0c9a1e7b2d4466"]
    {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    bench.press(",");
    let Some((_, TracesCall::Rows(search))) = asked(&mut bench) else { panic!("who saw this") };
    assert_eq!(search.object, Some("S-2026-00471".into()));
    bench.press("=");
    answered(&mut bench, TracesAnswer::Rows(rows(), false)).press("Down .");
    let Some((_, TracesCall::Rows(search))) = asked(&mut bench) else { panic!("what did they see") };
    assert_eq!(search.person.unwrap().raw(), rows()[1].account);
    assert!(bench.screen().contains("Wat zag en deed Fatima Yıldız"), "{}", bench.screen());
}

#[test]
fn what_is_typed_is_a_number_or_a_name() {
    let mut bench = bench();
    came(&mut bench).press("/").type_in("471").press("Enter");
    let Some((_, TracesCall::Rows(search))) = asked(&mut bench) else { panic!("a number") };
    assert_eq!(search.object, Some("S-2026-00471".into()));
    bench.press("/").type_in("fatima yıldız").press("Enter");
    let Some((_, TracesCall::Rows(search))) = asked(&mut bench) else { panic!("a name") };
    assert_eq!(search.person, Some("fatima yıldız".into()));
    bench.press("/").type_in("x").press("Esc");
    assert_eq!(asked(&mut bench), None, "left, nothing is asked");
    bench.press("Esc");
    assert_eq!(asked(&mut bench).map(|(_, call)| call), Some(TracesCall::Review), "back to where it began");
}

#[test]
fn a_row_of_the_sample_is_ticked_once_and_the_cursor_goes_to_the_next() {
    let mut bench = bench();
    came(&mut bench).press("b");
    assert_eq!(asked(&mut bench), None, "what is unusual is not ticked");
    bench.press("]");
    answered(&mut bench, TracesAnswer::Review(Box::new(review())));
    assert_eq!(bench.state.traces.shown, Shown::Sample);
    assert!(bench.screen().contains("1 van 3 bekeken"), "{}", bench.screen());
    bench.press("b");
    assert_eq!(asked(&mut bench), None, "somebody did already");
    bench.press("Down b");
    let (request, call) = asked(&mut bench).unwrap();
    assert_eq!(call, TracesCall::Looked(9));
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Traces(TracesAnswer::Looked(9))) });
    assert!(bench.screen().contains("2 van 3 bekeken"), "{}", bench.screen());
    assert_eq!(bench.state.traces.list.row, 2);
    bench.state.settings.read_only = true;
    bench.press("b");
    assert_eq!(asked(&mut bench), None, "who only looks ticks nothing");
}

#[test]
fn a_failure_is_said_and_asked_again_when_the_connection_is_back() {
    let mut bench = bench();
    refused(&mut bench);
    assert!(bench.screen().contains("kan nu niet worden geschreven"), "{}", bench.screen());
    bench.tell(Msg::Link(Link::Live));
    assert_eq!(asked(&mut bench).map(|(_, call)| call), Some(TracesCall::Review));
    // An answer to an older question is dropped.
    let mut bench = self::bench();
    came(&mut bench).press("=");
    let (old, _) = asked(&mut bench).unwrap();
    bench.press("]");
    bench.tell(Msg::Reply { request: old, reply: Ok(Answer::Traces(TracesAnswer::Rows(rows(), false))) });
    assert!(bench.state.traces.rows.is_empty());
}

#[test]
fn emergency_access_is_judged_with_a_reason_and_only_once() {
    let mut bench = bench();
    came(&mut bench);
    assert!(bench.screen().contains("noodinzage: 2, 1 te laat"), "{}", bench.screen());
    bench.press("Ctrl+X");
    assert!(bench.state.modals.is_empty(), "what is unusual is not judged");
    bench.press("[");
    answered(&mut bench, TracesAnswer::Emergencies(emergencies()));
    let screen = bench.screen();
    for words in ["Hatice Yılmaz", "nu open", "te laat", "beoordeeld", "Ontruiming vanavond om zes uur", "nog geen; vóór"] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    // Enter on one that waits judges it; without a reason nothing is sent.
    bench.press("Enter");
    assert!(bench.screen().contains("Noodinzage beoordelen"), "{}", bench.screen());
    bench.type_in("t").press("Ctrl+S");
    assert_eq!(asked(&mut bench), None);
    bench.type_in("Gebeld: het klopt.").press("Ctrl+S");
    let (request, call) = asked(&mut bench).expect("it is sent");
    let mut judged = emergencies().swap_remove(0);
    let review = ReviewEmergency { verdict: EmergencyVerdict::Justified, reason: "Gebeld: het klopt.".into() };
    assert_eq!(call, TracesCall::Judge(judged.item.id, review));
    judged.item.review = emergencies()[2].item.review.clone();
    judged.state = judged.item.state_at(now());
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Traces(TracesAnswer::Judged(Box::new(judged)))) });
    assert!(bench.screen().contains("De noodinzage in S-2026-00471 is beoordeeld."), "{}", bench.screen());
    answered(&mut bench, TracesAnswer::Emergencies(emergencies())).press("Down Down Ctrl+X");
    assert!(bench.state.modals.is_empty());
    assert!(bench.screen().contains("al beoordeeld"), "{}", bench.screen());
    bench.press("Enter");
    let Some((_, TracesCall::Rows(search))) = asked(&mut bench) else { panic!("who saw this case") };
    assert_eq!(search.object, Some("S-2026-00498".into()));
}
