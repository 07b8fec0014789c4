//! Moratoria, bridgings and commitments worked from the board and from a signal: what the forms hold, ask and send.

use loket::{
    api::{arrangement::AnyArrangement, problem::Code},
    locale::Language,
    tui::app::{
        arrangements::{ArrangementCall, SeenArrangement},
        command::Command,
        form::Purpose,
        message::{Answer, Call, Effect, Link, Msg, Refusal},
    },
};
use serde_json::json;

use super::{
    Bench,
    arranged::{board_rows, on_board, told, uuid},
    board::clock,
    id, now, row, rows, whole,
};

fn bench_on(wanted: u128) -> Bench {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    on_board(&mut bench, clock(wanted), false);
    bench
}

/// The one question about these that was sent.
fn asked(bench: &mut Bench) -> (u64, ArrangementCall) {
    let mut calls: Vec<_> = bench
        .sent()
        .into_iter()
        .filter_map(|(request, call, _)| if let Call::Arrange(call) = call { Some((request, *call)) } else { None })
        .collect();
    assert_eq!(calls.len(), 1, "{calls:?}\n{}", bench.screen());
    calls.remove(0)
}

fn seen(kind: &str) -> SeenArrangement {
    SeenArrangement { id: loket::domain::ids::ArrangementId(uuid(kind)), version: 4 }
}

fn saved(bench: &mut Bench, request: u64, kind: &str, closed: bool) {
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Arrangement(Box::new(told(kind, closed)))) });
}

#[test]
fn the_board_tells_one_whole() {
    let bench = bench_on(22);
    let screen = bench.screen();
    for told in ["te laat, toegezegd do 29-10, vastgelegd", "Nakomen doet de instantie.", "is de toezegging te laat"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    let mut bench = Bench::speaking((100, 60), Language::Dutch);
    on_board(&mut bench, clock(22), false);
    bench.press("Enter");
    let seen = bench.screen();
    for told in [
        "Daarna 3 weken geteld: do 19-11-2026.",
        "De SVB stopt de verrekening.",
        "telefoongesprek do 29-10-2026",
        "J. Bakker",
        "toezegging vastgelegd (zoals vastgelegd)",
        "verkeerd verstaan",
        "Dit is niet afgesloten.",
    ] {
        assert!(seen.contains(told), "{told}\n{seen}");
    }
}

#[test]
fn a_commitment_is_kept_with_its_evidence_after_a_question() {
    let mut bench = bench_on(22);
    bench.press("T n Tab").type_in("Brief van de SVB").press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("De toezegging is nagekomen op ma 23-11-2026."), "{screen}");
    assert!(bench.sent().is_empty(), "nothing is sent before the answer");
    bench.press("n");
    let (request, call) = asked(&mut bench);
    let ArrangementCall::Keep(at, body) = call else { panic!("{call:?}") };
    assert_eq!((at, body.on.to_string(), body.evidence.raw()), (seen("commitment"), "2026-11-23".into(), "Brief van de SVB"));
    saved(&mut bench, request, "commitment", true);
    assert!(bench.state.modals.is_empty());
    assert_eq!(bench.message(), "S-503: toezegging nagekomen op vr 20-11-2026.");
}

#[test]
fn the_question_can_be_refused_and_keeps_what_was_typed() {
    let mut bench = bench_on(22);
    bench.press("T x Tab").type_in("niet meer nodig").press("Ctrl+S");
    assert!(bench.screen().contains("vervallen per ma 23-11-2026"), "{}", bench.screen());
    let kept = |effect: &Effect| matches!(effect, Effect::SaveDraft { text, .. } if text.contains("niet meer nodig"));
    assert!(bench.effects.iter().any(kept), "{:?}", bench.effects);
    bench.press("Enter");
    assert!(bench.sent().is_empty() && bench.screen().contains("niet meer nodig"), "{}", bench.screen());
}

#[test]
fn a_correction_sends_what_was_changed_and_nothing_else() {
    let mut bench = bench_on(22);
    bench.press("T c");
    assert!(bench.screen().contains("De SVB stopt de verrekening."), "{}", bench.screen());
    bench.press("Tab Tab Ctrl+U").type_in("directeur").press("Ctrl+S");
    let (_, call) = asked(&mut bench);
    let ArrangementCall::CorrectCommitment(at, patch) = call else { panic!("{call:?}") };
    assert_eq!((at, serde_json::to_value(&patch).unwrap()), (seen("commitment"), json!({ "person": "directeur" })));
}

#[test]
fn the_source_of_a_commitment_can_be_taken_away() {
    let mut bench = bench_on(22);
    bench.press("T c Tab Tab Tab Tab Ctrl+U Ctrl+S");
    let (_, call) = asked(&mut bench);
    let ArrangementCall::CorrectCommitment(_, patch) = call else { panic!("{call:?}") };
    assert_eq!(serde_json::to_value(&patch).unwrap(), json!({ "source": null }));
}

#[test]
fn a_commitment_gets_another_day_with_a_reason() {
    let mut bench = bench_on(22);
    bench.press("T d Ctrl+U").type_in("2-12").press("Ctrl+S");
    assert!(bench.sent().is_empty(), "the reason is asked for");
    bench.type_in("de SVB heeft een week nodig").press("Ctrl+S");
    let (request, call) = asked(&mut bench);
    let ArrangementCall::CorrectCommitment(_, patch) = call else { panic!("{call:?}") };
    let sent = serde_json::to_value(&patch).unwrap();
    assert_eq!(sent, json!({ "due": { "on": "2026-12-02", "counted": null }, "reason": "de SVB heeft een week nodig" }));
    saved(&mut bench, request, "commitment", false);
    assert!(bench.message().contains("toezegging bijgewerkt"), "{}", bench.message());
}

#[test]
fn a_moratorium_ends_and_a_bridging_is_settled() {
    let mut bench = bench_on(20);
    bench.press("T e Tab").type_in("schuldregeling rond").press("Ctrl+S b");
    let (_, call) = asked(&mut bench);
    assert!(
        matches!(&call, ArrangementCall::End(at, body) if *at == seen("moratorium") && body.from.to_string() == "2026-11-23"),
        "{call:?}"
    );
    let mut bench = bench_on(21);
    bench.press("T k Tab").type_in("Wlz betaalt").press("Ctrl+S v");
    let (_, call) = asked(&mut bench);
    assert!(matches!(&call, ArrangementCall::Settle(_, body) if body.settlement.raw() == "Wlz betaalt"), "{call:?}");
}

#[test]
fn each_kind_is_recorded_from_the_board_and_from_a_signal() {
    let mut bench = bench_on(3);
    bench
        .press("T t")
        .type_in("UWV belt terug")
        .press("Tab")
        .type_in("uwv")
        .press("Tab Tab Tab Tab")
        .type_in("+7")
        .press("Ctrl+S");
    let (_, call) = asked(&mut bench);
    let ArrangementCall::RecordCommitment(new) = &call else { panic!("{call:?}") };
    assert_eq!((new.signal.as_str(), new.facts.due.on.to_string()), (id(503).to_string().as_str(), "2026-11-30".into()));

    let mut bench = Bench::new((100, 30));
    bench
        .press("T r")
        .type_in("b")
        .type_in("rechtbank Utrecht")
        .press("Tab Tab")
        .type_in("16-11")
        .press("Tab")
        .type_in("15-2-2027");
    bench.press("Tab").type_in("corporatie; energiebedrijf").press("Ctrl+S");
    let (_, call) = asked(&mut bench);
    let ArrangementCall::RecordMoratorium(new) = &call else { panic!("{call:?}") };
    let facts = &new.facts;
    assert_eq!(
        (facts.kind.code(), facts.first_day.to_string(), facts.creditors.len()),
        ("breed-moratorium", "2026-11-16".into(), 2)
    );

    let mut bench = Bench::new((100, 30));
    bench.press("T p").type_in("begeleid wonen").press("Tab Tab Tab Tab").type_in("wm, wl, w");
    assert!(bench.screen().contains('?'), "{}", bench.screen());
    bench.press("Backspace Backspace Backspace Tab").type_in("vandaag").press("Tab").type_in("18-12").press("Ctrl+S");
    let (_, call) = asked(&mut bench);
    let ArrangementCall::RecordBridging(new) = &call else { panic!("{call:?}") };
    let payers: Vec<_> = new.facts.candidate_payers.iter().map(|payer| payer.code()).collect();
    assert_eq!((payers, new.facts.settle_by.to_string()), (vec!["wmo", "wlz"], "2026-12-18".into()));
}

#[test]
fn a_citizen_service_number_is_not_sent() {
    let mut bench = bench_on(22);
    bench.press("T n Tab").type_in("bsn 999990019").press("Ctrl+S");
    assert!(bench.sent().is_empty());
    assert!(bench.screen().contains("999990019"), "it stays to be mended: {}", bench.screen());
}

#[test]
fn what_cannot_be_done_here_says_why() {
    let mut bench = bench_on(20);
    let why = |bench: &Bench, command| bench.state.unavailable(command).map(|reason| bench.state.reason(&reason));
    assert_eq!(why(&bench, Command::KeepCommitment).as_deref(), Some("Hier staat geen open toezegging."));
    assert_eq!(why(&bench, Command::EndMoratorium), None);
    bench.tell(Msg::Link(Link::Lost { since: now(), words: "weg".into(), advice: String::new(), refused: false }));
    assert!(why(&bench, Command::EndMoratorium).is_some_and(|why| why.contains("verbinding")));
    assert!(why(&bench, Command::RecordCommitment).is_some_and(|why| why.contains("verbinding")));
    // The server's own words, when it says no.
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    on_board(&mut bench, clock(22), true);
    assert_eq!(why(&bench, Command::KeepCommitment).as_deref(), Some("Dit is al afgesloten. Heropen het eerst."));
}

#[test]
fn a_secretary_of_the_let_works_commitments_and_nothing_else() {
    let mut bench = bench_on(22);
    let mut secretary = super::person();
    secretary.permissions.retain(|permission| permission != "arrangement.write");
    bench.tell(Msg::Me(Box::new(secretary.clone())));
    let can = |bench: &Bench, command| bench.state.unavailable(command).is_none();
    assert!(can(&bench, Command::CorrectArrangement) && can(&bench, Command::KeepCommitment));
    assert!(can(&bench, Command::RecordCommitment) && !can(&bench, Command::RecordMoratorium));
    let mut bench = bench_on(20);
    bench.tell(Msg::Me(Box::new(secretary)));
    assert!(!can(&bench, Command::EndMoratorium) && !can(&bench, Command::CorrectArrangement), "it is a moratorium");
}

#[test]
fn a_refusal_keeps_the_form_and_says_why() {
    let mut bench = bench_on(22);
    bench.press("T d Ctrl+U").type_in("2-12").press("Tab").type_in("uitstel").press("Ctrl+S");
    let (request, _) = asked(&mut bench);
    let refusal = Refusal {
        code: Some(Code::StaleVersion),
        words: "Iemand anders heeft dit gewijzigd.".into(),
        advice: "Lees het opnieuw.".into(),
        problem: None,
    };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    let screen = bench.screen();
    assert!(screen.contains("Iemand anders heeft dit gewijzigd.") && screen.contains("uitstel"), "{screen}");
}

#[test]
fn what_the_server_finds_wrong_is_said_of_its_field() {
    let mut bench = bench_on(22);
    bench.press("T d Ctrl+U").type_in("2-12").press("Tab").type_in("uitstel").press("Ctrl+S");
    let (request, _) = asked(&mut bench);
    let problem: loket::api::problem::Problem = serde_json::from_value(json!({ "type": "urn:loket:problem:invalid-input",
        "title": "De invoer klopt niet.", "status": 400, "advice": "Verbeter het.", "code": "invalid-input",
        "errors": [{ "at": "/due/on", "code": "out-of-range", "detail": "Deze dag kan niet." }] }))
    .unwrap();
    let refusal = Refusal {
        code: Some(Code::InvalidInput),
        words: problem.title.clone(),
        advice: String::new(),
        problem: Some(Box::new(problem)),
    };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    let screen = bench.screen();
    assert!(screen.contains("Uiterlijk t/m: Deze dag kan niet."), "{screen}");
    let Some(loket::tui::app::Modal::Form(form)) = bench.state.modals.last() else { panic!("{screen}") };
    assert_eq!(form.focus, 0, "the cursor is where it is to be mended");
}

#[test]
fn a_form_from_a_draft_reads_what_it_is_about_and_keeps_what_was_typed() {
    let mut bench = Bench::new((100, 30));
    let purpose = Purpose::of_slot(&format!("arrange-correct-commitment-{}", uuid("commitment"))).unwrap();
    assert_eq!(Purpose::of_slot(&purpose.slot()), Some(purpose));
    let mut signal = whole(&row(471, "Ontruiming", loket::domain::signal::Urgency::High, None), None, 1);
    signal.arrangements = vec![
        serde_json::from_value(json!({ "id": uuid("commitment"), "kind": "commitment", "on": "2026-11-19",
        "label": "De SVB stopt de verrekening." }))
        .unwrap(),
    ];
    bench.press("Enter").settle(&signal);
    bench.effects.clear();
    bench.press("T c");
    let (request, call) = asked(&mut bench);
    assert!(matches!(call, ArrangementCall::Read(..)), "{call:?}");
    let draft = json!({ "commitment-person": "directeur", "was": { "commitment-person": "teamleider" }, "seen": 4 }).to_string();
    bench.tell(Msg::Draft { slot: purpose.slot(), text: Some(draft), saved_at: now() });
    bench.press("Ctrl+S");
    assert!(bench.sent().is_empty(), "what it is about is not known yet");
    saved(&mut bench, request, "commitment", false);
    assert!(bench.screen().contains("De SVB stopt de verrekening."), "{}", bench.screen());
    bench.press("Ctrl+S");
    let (_, call) = asked(&mut bench);
    let ArrangementCall::CorrectCommitment(at, patch) = call else { panic!("{call:?}") };
    assert_eq!((at, serde_json::to_value(&patch).unwrap()), (seen("commitment"), json!({ "person": "directeur" })));
}

#[test]
fn what_was_closed_by_mistake_is_opened_again_from_its_signal() {
    let mut bench = Bench::new((100, 30));
    let mut signal = whole(&row(471, "Ontruiming", loket::domain::signal::Urgency::High, None), None, 1);
    let AnyArrangement::Commitment(mut detail) = told("commitment", true) else { unreachable!() };
    detail.moves[0].linked.as_mut().unwrap().verb = loket::domain::signal::LinkedVerb::Kept;
    signal.timeline = detail.moves.clone();
    bench.press("Enter").settle(&signal);
    bench.effects.clear();
    bench.press("T u").type_in("verkeerde zaak");
    let (request, _) = asked(&mut bench);
    bench.press("Ctrl+S");
    assert!(bench.sent().is_empty(), "which version it is about is not known yet");
    assert!(bench.message().contains("nog niet opgehaald"), "{}", bench.message());
    saved(&mut bench, request, "commitment", true);
    bench.press("Ctrl+S");
    let (_, call) = asked(&mut bench);
    assert!(
        matches!(&call, ArrangementCall::Reopen(_, at, body) if *at == seen("commitment") && body.reason.raw() == "verkeerde zaak"),
        "{call:?}"
    );
    // What was opened again since is not offered.
    let mut again = detail.moves[0].clone();
    again.linked.as_mut().unwrap().verb = loket::domain::signal::LinkedVerb::Reopened;
    detail.moves.insert(0, again);
    let mut bench = Bench::new((100, 30));
    signal.timeline = detail.moves;
    bench.press("Enter").settle(&signal);
    let why = bench.state.unavailable(Command::ReopenArrangement).map(|reason| bench.state.reason(&reason));
    assert_eq!(why.as_deref(), Some("Bij dit signaal is niets afgesloten dat u kunt heropenen."));
}

#[test]
fn what_was_recorded_about_it_since_is_read_anew() {
    let mut bench = bench_on(22);
    assert!(bench.state.current_clock().is_some());
    let mut changed = rows();
    changed.iter_mut().filter(|row| row.id == id(503)).for_each(|row| row.version += 1);
    let mut replica = super::complete(&changed);
    for row in board_rows() {
        replica.apply_line(json!({ "kind": "deadline", "row": row }).to_string().as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(replica));
    assert!(bench.state.current_clock().is_none(), "its day stayed, its words may not have");
}
