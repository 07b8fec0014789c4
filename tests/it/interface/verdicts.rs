//! After a call one key says whether the entry was right; it is taken back as everything is, and its editor corrects it.

use loket::{
    api::problem::{Code, Problem},
    domain::{
        ids::SignalNumber,
        officer::Officer,
        verdict::{OfficerCall, Report},
    },
    tui::app::{
        message::{Answer, Call, Effect, Msg, Refusal},
        verdicts::{RegisterAnswer, RegisterCall},
    },
};

use super::{Bench, now, officer};

/// The one call about the register since the last time.
fn asked(bench: &mut Bench) -> (u64, RegisterCall) {
    let mut sent = bench.sent();
    // What is asked beside it, of the card that was opened.
    if sent.len() > 1 {
        sent.retain(|(_, call, _)| !matches!(call, Call::Register(call) if matches!(**call, RegisterCall::Calls(_))));
    }
    assert_eq!(sent.len(), 1, "{sent:?}\n{}", bench.screen());
    match sent.remove(0) {
        (request, Call::Register(call), _) => (request, *call),
        other => panic!("{other:?}"),
    }
}

fn answered(bench: &mut Bench, request: u64, officer: Officer) {
    let answer = Answer::Register(RegisterAnswer::Officer(Box::new(officer)));
    bench.tell(Msg::Reply { request, reply: Ok(answer) });
}

fn boer(version: i64) -> Officer {
    Officer { version, ..officer(1, "S. de Boer", "GM0344", "+31 85 555 0101") }
}

#[test]
fn one_key_says_that_it_was_right_in_the_search_and_on_the_card_and_undo_takes_it_back() {
    for (card, key) in [(false, "F7"), (true, "F7"), (true, "k")] {
        let mut bench = Bench::new((100, 30));
        bench.press("3").type_in("boer");
        if card {
            bench.press("Tab");
        }
        bench.press(key);
        let (request, call) = asked(&mut bench);
        assert_eq!(call, RegisterCall::Confirm { id: boer(1).id, version: 1 });
        let mut right = boer(2);
        right.confirm(&"M. Visser".into(), now().date_naive(), true);
        answered(&mut bench, request, right);
        assert!(bench.message().contains("S. de Boer klopt"), "{}", bench.message());
        assert!(bench.screen().contains("M. Visser"), "who verified it stands on the card\n{}", bench.screen());
        bench.press(if card { "u" } else { "Tab u" });
        let (request, call) = asked(&mut bench);
        assert_eq!(call, RegisterCall::TakeBack { id: boer(1).id, version: 2 });
        answered(&mut bench, request, boer(3));
        assert!(bench.message().contains("S. de Boer: klopt"), "{}", bench.message());
        assert!(!bench.state.register.hits[0].officer.verdict.verified_by.raw().contains("Visser"));
    }
}

#[test]
fn what_was_taken_back_of_an_entry_is_said_again_with_its_reason() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("3").press("Enter").type_in("boer").press("F8");
    bench.type_in("nummer is van een ander").press("Ctrl+S");
    let (request, _) = asked(&mut bench);
    let wrong = |version: i64| {
        let mut wrong = boer(version);
        let organisation = wrong.facts.organisation.clone();
        let reason = "nummer is van een ander".into();
        wrong.report(Report { at: now(), by: "M. Visser".into(), organisation, reason }).unwrap();
        wrong
    };
    answered(&mut bench, request, wrong(2));
    bench.press("Tab Ctrl+Z");
    let (request, call) = asked(&mut bench);
    assert_eq!(call, RegisterCall::TakeBack { id: boer(1).id, version: 2 });
    answered(&mut bench, request, boer(3));
    bench.press("Ctrl+Y");
    let (request, call) = asked(&mut bench);
    let reason = "nummer is van een ander".into();
    assert_eq!(call, RegisterCall::Report { id: boer(1).id, version: 3, reason }, "as it was, of the entry as it is now");
    answered(&mut bench, request, wrong(4));
    assert!(bench.message().contains("S. de Boer") && bench.message().contains("Opnieuw"), "{}", bench.message());
    // And that is taken back as well.
    bench.press("Ctrl+Z");
    let (_, call) = asked(&mut bench);
    assert_eq!(call, RegisterCall::TakeBack { id: boer(1).id, version: 4 });
}

#[test]
fn what_is_wrong_is_said_with_a_reason_and_seen_on_the_row() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("boer").press("F8");
    bench.press("Ctrl+S");
    assert!(bench.sent().is_empty(), "not without a reason");
    bench.type_in("nummer is van een ander").press("Ctrl+S");
    let (request, call) = asked(&mut bench);
    let reason = "nummer is van een ander".into();
    assert_eq!(call, RegisterCall::Report { id: boer(1).id, version: 1, reason });
    let mut wrong = boer(2);
    let report = Report {
        at: now(),
        by: "M. Visser".into(),
        organisation: wrong.facts.organisation.clone(),
        reason: "nummer is van een ander".into(),
    };
    wrong.report(report).unwrap();
    answered(&mut bench, request, wrong);
    assert!(bench.message().contains("Gemeente Utrecht"), "{}", bench.message());
    let screen = bench.screen();
    assert!(screen.contains("€ 5.000   ✗"), "on the row\n{screen}");
    for words in ["✗ klopt niet", "M. Visser:", "nummer is van een ander"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn a_correction_sends_what_was_changed_and_never_goes_over_what_somebody_else_changed_unseen() {
    let mut bench = Bench::new((100, 30));
    bench.press("3").type_in("boer").press("Tab F2");
    assert!(bench.screen().contains("Vermelding wijzigen"), "{}", bench.screen());
    for _ in 0..7 {
        bench.press("Tab");
    }
    bench.type_in("1-12").press("Tab").type_in("12-12").press("Ctrl+S");
    let (request, call) = asked(&mut bench);
    let RegisterCall::Patch { version, patch, .. } = call else { panic!("{call:?}") };
    let patch = serde_json::to_value(*patch).unwrap();
    assert_eq!((version, patch), (1, serde_json::json!({ "absentFrom": "2026-12-01", "absentUntil": "2026-12-12" })));
    let mut problem = Problem::new(Code::StaleVersion);
    problem.current_version = Some(4);
    let refusal = Refusal {
        code: Some(Code::StaleVersion),
        words: "gewijzigd".into(),
        advice: String::new(),
        problem: Some(Box::new(problem)),
    };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    let (request, call) = asked(&mut bench);
    assert_eq!(call, RegisterCall::Read(boer(1).id), "what they wrote is read first");
    let mut theirs = boer(4);
    theirs.facts.absent_from = Some("2026-12-08".parse().unwrap());
    answered(&mut bench, request, theirs);
    assert!(bench.sent().is_empty() && bench.screen().contains("08-12-2026"), "{}", bench.screen());
    bench.press("1 Ctrl+S");
    let (_, call) = asked(&mut bench);
    assert!(matches!(call, RegisterCall::Patch { version: 4, .. }), "{call:?}");
}

#[test]
fn who_maintains_another_organisation_only_reports() {
    let mut bench = Bench::new((100, 30));
    let mut person = super::person();
    person.permissions.retain(|permission| permission != "register.write");
    person.permissions.push("register.write-own".into());
    person.organisation = "GM0505".into();
    bench.tell(Msg::Me(Box::new(person)));
    bench.press("3").type_in("boer").press("Tab F2");
    assert!(bench.message().contains("andere organisatie"), "{}", bench.message());
    bench.press("Esc Esc").type_in("yildiz").press("Tab F2");
    assert!(bench.screen().contains("Vermelding wijzigen"), "{}", bench.screen());
}

#[test]
fn what_was_reported_is_one_key_away_and_an_end_is_told_before_it_comes() {
    let mut bench = Bench::new((100, 30));
    let mut replica = bench.state.replica.clone();
    let mut wrong = officer(8, "A. Aalbers", "CAK", "+31 85 555 0808");
    wrong.verdict.reports = vec![Report {
        at: now(),
        by: "L. Bos".into(),
        organisation: wrong.facts.organisation.clone(),
        reason: "neemt niet op".into(),
    }];
    wrong.facts.mandate_until = Some(now().date_naive() + chrono::TimeDelta::days(9));
    let line = serde_json::json!({"kind": "officer", "row": wrong}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
    bench.press("3").type_in("boer").press("Tab T");
    assert_eq!(bench.state.register.hits.len(), 1);
    let screen = bench.screen();
    for words in ["is:gemeld", "A. Aalbers", "L. Bos: neemt", "niet op", "wo 02-12-2026", "! beslissen"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    // What has no room is told, and one key away.
    assert!(screen.contains("↓ 3 regels (PgDn)"), "{screen}");
    bench.look();
    bench.press("PgDn");
    assert!(bench.screen().contains("over 9 dagen"), "{}", bench.screen());
}

#[test]
fn a_contact_moment_says_which_entry_was_called_and_the_card_tells_it_the_next_time() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("bouazz").press("Enter").press("b").type_in("j").press("Ctrl+S");
    let contact = |bench: &mut Bench| {
        let sent = bench.sent().into_iter().find_map(|(_, call, _)| match call {
            Call::Contact { officer, contact, .. } => Some((officer, contact.with)),
            _ => None,
        });
        sent.unwrap()
    };
    assert_eq!(contact(&mut bench), (Some(officer(2, "", "CAK", "").id), "D. El Bouazzaoui, CAK".into()));
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("bouazz").press("Tab");
    let (request, call) = asked(&mut bench);
    assert_eq!(call, RegisterCall::Calls(officer(2, "", "CAK", "").id));
    let call = OfficerCall { at: now(), number: SignalNumber::new(2026, 471) };
    let answer = Answer::Register(RegisterAnswer::Calls(vec![call]));
    bench.tell(Msg::Reply { request, reply: Ok(answer) });
    assert!(bench.screen().contains("S-471 ma 23-11"), "{}", bench.screen());
}

#[test]
fn where_nobody_covers_it_the_card_names_who_comes_next() {
    let mut bench = Bench::new((100, 30));
    let mut replica = bench.state.replica.clone();
    let mut beside = officer(9, "P. Willems", "GM0344", "+31 85 555 0909");
    (beside.facts.mandate_excludes, beside.facts.domains) = ("".into(), vec!["werk".into()]);
    beside.facts.mandate = loket::domain::officer::Mandate::Coordinate;
    let line = serde_json::json!({"kind": "officer", "row": beside}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
    bench.press("3").type_in("mandaat:ontruiming gemeente:utrecht");
    let screen = bench.screen();
    for words in ["Anders", "vervanger E. Smits", "P. Willems", "(maatwerkfunctionaris)", "postbus 1@voorbeeld.nl"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
}

#[test]
fn the_number_stands_there_as_a_code_and_the_contact_as_a_file() {
    let mut bench = Bench::new((80, 24));
    bench.press("3").type_in("boer").press("Tab Q");
    let screen = bench.screen();
    assert!(screen.contains("█▀▀▀▀▀█") && screen.contains("+31 85 555 0101"), "{screen}");
    bench.press("Esc").effects.clear();
    bench.press("v");
    let written = bench.effects.iter().find_map(|effect| match effect {
        Effect::Export { name, content, .. } => Some((name.clone(), String::from_utf8(content.clone()).unwrap())),
        _ => None,
    });
    let (name, content) = written.unwrap();
    assert!(name.ends_with(".vcf") && content.contains("FN:S. de Boer\r\n"), "{name}\n{content}");
}

#[test]
fn an_entry_that_changed_while_it_was_reported_is_told_each_time() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("boer").press("F8").type_in("nummer is van een ander");
    for version in [1, 3] {
        bench.press("Ctrl+S");
        let (request, call) = asked(&mut bench);
        assert!(matches!(call, RegisterCall::Report { version: seen, .. } if seen == version), "{call:?}");
        super::meetings::refused(&mut bench, request, Code::StaleVersion);
        let (request, _) = asked(&mut bench);
        answered(&mut bench, request, Officer { version: version + 2, ..boer(1) });
        assert!(bench.sent().is_empty(), "it is not reported by itself");
        let screen = bench.screen();
        assert!(screen.contains("Let op: Iemand anders wijzigde dit") && !screen.contains("velden niet"), "{screen}");
    }
}
