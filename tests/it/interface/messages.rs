//! A message about the case under the cursor: written in the words of its kind, looked at before it goes, and taken back with one key.

use loket::{
    api::{
        message::MessageDetail,
        problem::{Code, Fault, Problem},
    },
    tui::app::{
        message::{Answer, Call, Effect, Msg, Refusal},
        messages::MessageCall,
    },
};
use serde_json::json;

use super::{Bench, rows, whole};

fn bench() -> Bench {
    let mut signal = whole(&rows()[0], None, 1);
    signal.facts.reporter.name = "M. de Graaf".into();
    let mut bench = Bench::new((100, 40));
    bench.press("j k");
    bench.settle(&signal);
    bench.effects.clear();
    bench
}

fn detail(state: &str, version: i64, warnings: &[&str], sends: bool) -> MessageDetail {
    let release = (state == "outgoing").then_some("2026-11-23T09:00:30Z");
    serde_json::from_value(json!({
        "item": {
            "id": "018f0000-0000-7000-8000-000000000001", "version": version, "signal": rows()[0].id,
            "signalNumber": rows()[0].number, "messageId": "x@loket.example", "state": state, "releaseAt": release,
            "facts": {
                "kind": "acknowledgement", "to": { "role": "reporter" }, "subject": "Uw melding is ontvangen [S-2026-00471]",
                "text": "Beste M. de Graaf,\nDank."
            },
            "madeAt": "2026-11-23T09:00:00Z", "madeBy": "018f0000-0000-7000-8000-000000000002", "madeByName": "Noor"
        },
        "warnings": warnings, "mailIsSent": sends
    }))
    .unwrap()
}

fn asked(bench: &mut Bench) -> (u64, MessageCall) {
    let (request, call, _) = bench.sent().remove(0);
    let Call::Message(call) = call else { panic!("{call:?}") };
    (request, *call)
}

fn answer(bench: &mut Bench, request: u64, detail: MessageDetail) {
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Message(Box::new(detail))) });
}

/// Written, and shown before it goes.
fn drafted(warnings: &[&str], sends: bool) -> Bench {
    let mut bench = bench();
    bench.press("r o Ctrl+S");
    let (request, _) = asked(&mut bench);
    answer(&mut bench, request, detail("draft", 1, warnings, sends));
    bench
}

#[test]
fn it_begins_in_the_words_of_its_kind_and_goes_to_the_reporter_by_role() {
    let mut bench = bench();
    bench.press("r");
    assert!(bench.screen().contains("ontvangstbevestiging") && bench.screen().contains("vrij bericht"), "{}", bench.screen());
    bench.press("o");
    assert!(bench.screen().contains("Uw melding is ontvangen"), "{}", bench.screen());
    bench.press("Ctrl+S");
    let (_, MessageCall::Write(signal, new)) = asked(&mut bench) else { panic!("no draft") };
    assert_eq!(signal, rows()[0].id);
    let facts = serde_json::to_value(&new.facts).unwrap();
    assert_eq!((&facts["kind"], &facts["to"]), (&json!("acknowledgement"), &json!({ "role": "reporter" })));
    let text = facts["text"].as_str().unwrap();
    assert!(text.starts_with("Beste M. de Graaf") && text.contains(&rows()[0].number.to_string()), "{facts}");
}

#[test]
fn nothing_goes_before_it_was_looked_at_and_undo_takes_it_back() {
    let mut bench = drafted(&[], true);
    assert!(bench.sent().is_empty());
    let screen = bench.screen();
    for told in ["Aan: melder", "Onderwerp: Uw melding is ontvangen", "Dank."] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("j");
    let (request, call) = asked(&mut bench);
    assert!(matches!(call, MessageCall::Send { version: 1, looked: false, .. }), "{call:?}");
    answer(&mut bench, request, detail("outgoing", 2, &[], true));
    assert!(bench.message().contains("gaat uit om 10:00:30"), "{}", bench.message());
    bench.press("u");
    let (request, call) = asked(&mut bench);
    assert!(matches!(call, MessageCall::TakeBack { version: 2, .. }), "{call:?}");
    answer(&mut bench, request, detail("taken-back", 3, &[], true));
    assert!(bench.message().contains("niet verstuurd"), "{}", bench.message());
    bench.press("u");
    assert!(bench.sent().is_empty(), "once");
}

#[test]
fn a_warning_is_shown_and_the_careful_answer_comes_first() {
    let mut bench = drafted(&["message-not-shared"], true);
    assert!(bench.screen().contains("niet gedeeld"), "{}", bench.screen());
    bench.press("Enter");
    assert!(bench.sent().is_empty());
    let mut bench = drafted(&["message-not-shared"], true);
    bench.press("j");
    let (_, call) = asked(&mut bench);
    assert!(matches!(call, MessageCall::Send { looked: true, .. }), "{call:?}");
}

#[test]
fn where_no_mail_is_sent_the_text_is_copied() {
    let mut bench = drafted(&[], false);
    assert!(bench.screen().contains("verstuurt geen e-mail"), "{}", bench.screen());
    bench.press("y");
    let copied = bench.effects.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    assert!(copied.is_some_and(|text| text.contains("Dank.")), "{:?}", bench.effects);
    assert!(bench.sent().is_empty());
}

#[test]
fn what_the_server_refuses_stands_at_its_field() {
    let mut bench = bench();
    bench.press("r o").type_in("x@x").press("Ctrl+S");
    let (request, _) = asked(&mut bench);
    let mut problem = Problem::new(Code::InvalidInput);
    problem.errors = vec![Fault::new("/facts/to/mail", "not-a-mail-address", "Dit is geen e-mailadres.")];
    let words = "De invoer klopt niet.".to_owned();
    let refusal = Refusal { code: Some(Code::InvalidInput), words, advice: String::new(), problem: Some(Box::new(problem)) };
    bench.tell(Msg::Reply { request, reply: Err(refusal) });
    assert!(bench.screen().contains("Dit is geen e-mailadres."), "{}", bench.screen());
}
