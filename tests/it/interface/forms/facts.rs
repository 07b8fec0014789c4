//! What stands in a signal is changed: only what was changed is sent, nothing that is not shown goes, and what others wrote meanwhile
//! is never written over unseen.

use loket::{
    api::problem::Code,
    domain::signal::{Signal, SignalSummary, Urgency},
    tui::app::{
        Modal,
        case_file::FactsPart,
        form::{Form, Purpose},
        message::{Call, Effect, Msg},
    },
};
use serde_json::{Value, json};

use super::super::{Bench, id, meetings::refused, now, row, whole};

fn case() -> SignalSummary {
    row(503, "Kind zonder zorgverzekering", Urgency::High, Some(4))
}

fn facts() -> Value {
    json!({
        "title": "Kind zonder zorgverzekering", "account": "Het CAK verwijst door.",
        "reporter": { "name": "A. Hoekema", "function": "Wijkteam" },
        "municipality": "0344", "urgency": "high", "stalemate": "Niemand betaalt",
        "bodies": [{ "organisation": "CAK", "position": "Weigert" }, { "organisation": "SVB", "position": "" }],
        "threats": [
            { "what": "Ontruiming", "on": "2026-11-27" }, { "what": "Afsluiting gas", "on": "2026-12-03" },
            { "what": "Zorg stopt", "on": null }
        ],
        "decisions": [
            { "organisation": "CAK", "reference": "K-1", "kind": "boete", "amountCents": 12300, "announcedOn": "2026-11-02",
              "datedOn": "2026-10-30" },
            { "organisation": "SVB", "reference": "S-2", "announcedOn": "2026-11-10" }
        ]
    })
}

/// The case in this version, with these facts laid over it as a merge patch.
fn signal(version: i64, patch: &Value) -> Signal {
    let mut signal = serde_json::to_value(whole(&case(), None, version)).unwrap();
    merge(&mut signal["facts"], &facts());
    merge(&mut signal["facts"], patch);
    serde_json::from_value(signal).unwrap()
}

/// The same, changed by J. Bakker.
fn of_bakker(version: i64, patch: &Value) -> Signal {
    let mut signal = signal(version, patch);
    let entry = json!({
        "id": uuid::Uuid::from_u128(5), "at": now(), "kind": "change", "by": uuid::Uuid::from_u128(77), "byName": "J. Bakker",
        "text": "threats"
    });
    signal.timeline.insert(0, serde_json::from_value(entry).unwrap());
    signal
}

/// RFC 7396, as the server does it.
fn merge(into: &mut Value, patch: &Value) {
    for (name, value) in patch.as_object().unwrap() {
        match (&mut into[name], value) {
            (within @ Value::Object(_), Value::Object(_)) => merge(within, value),
            (within, _) => *within = value.clone(),
        }
    }
}

fn opened() -> Bench {
    let mut bench = Bench::with((100, 30), &[case()]);
    bench.press("Enter").settle(&signal(7, &json!({})));
    bench.press("g w");
    bench.effects.clear();
    bench
}

fn form(bench: &mut Bench) -> &mut Form {
    match bench.state.modals.last_mut() {
        Some(Modal::Form(form)) => form,
        _ => panic!("no form"),
    }
}

/// Types this in a field instead of what stands there.
fn fill(bench: &mut Bench, name: &str, text: &str) {
    let form = form(bench);
    form.focus = form.slots.iter().position(|slot| slot.name == name).unwrap_or_else(|| panic!("{name}"));
    bench.press("Ctrl+U").type_in(text);
}

/// What saving sends: the request, the version and the patch.
fn saved(bench: &mut Bench) -> (u64, i64, Value) {
    bench.effects.clear();
    bench.press("Ctrl+S");
    match &bench.sent()[..] {
        [(request, Call::Patch { version, patch, .. }, _)] => (*request, *version, serde_json::to_value(patch).unwrap()),
        other => panic!("{other:?}\n{}", bench.screen()),
    }
}

#[test]
fn each_field_is_changed_and_nothing_else() {
    let on = "/threats/0/on";
    let new_threat = json!([
        { "what": "Ontruiming", "on": "2026-11-27" }, { "what": "Afsluiting gas", "on": "2026-12-03" },
        { "what": "Zorg stopt", "on": null }, { "what": "Beslag", "on": null }
    ]);
    for (name, text, at, becomes) in [
        ("intake-name", "B. Visser", "/reporter/name", json!("B. Visser")),
        ("intake-phone", "020 555 1234", "/reporter/phone", json!("020 555 1234")),
        ("intake-municipality", "Breda", "/municipality", json!("0758")),
        ("intake-municipality", "", "/municipality", Value::Null),
        ("intake-title", "Gezin zonder verzekering", "/title", json!("Gezin zonder verzekering")),
        ("intake-account", "Anders.", "/account", json!("Anders.")),
        ("intake-bodies", "CAK", "/bodies", json!([{ "organisation": "CAK", "position": "Weigert" }])),
        ("intake-threat-on", "10-12-2026", on, json!("2026-12-10")),
        ("intake-threat-on", "", on, Value::Null),
        ("intake-threat-2", "Afsluiting water", "/threats/1/what", json!("Afsluiting water")),
        ("intake-threat-on-3", "+3", "/threats/2/on", json!("2026-11-26")),
        ("intake-threat-4", "Beslag", "/threats", new_threat),
        ("intake-decision-on", "03-11-2026", "/decisions/0/announcedOn", json!("2026-11-03")),
        ("intake-decision-dated", "01-11-2026", "/decisions/0/datedOn", json!("2026-11-01")),
        ("intake-decision-reference-2", "S-3", "/decisions/1/reference", json!("S-3")),
    ] {
        let mut bench = opened();
        fill(&mut bench, name, text);
        let (_, version, patch) = saved(&mut bench);
        assert_eq!(version, 7);
        let field = at.split('/').nth(1).unwrap();
        assert_eq!(patch.as_object().unwrap().keys().collect::<Vec<_>>(), [field], "{name}: only what was changed");
        let mut expected = serde_json::to_value(signal(7, &json!({})).facts).unwrap();
        let mut is = expected.clone();
        merge(&mut is, &patch);
        *expected.pointer_mut(at).unwrap() = becomes;
        assert_eq!(is, expected, "{name}");
    }
}

#[test]
fn what_is_no_day_and_what_was_not_changed_is_not_sent() {
    let mut bench = opened();
    bench.press("Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("Er is niets gewijzigd."), "{}", bench.screen());
    fill(&mut bench, "intake-threat-on-2", "31-02-2027");
    bench.press("Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("31-02-2027"), "{}", bench.screen());
    // A decision holds more than is shown: it does not go because its fields were emptied.
    let mut bench = opened();
    for name in ["intake-decision-by", "intake-decision-reference", "intake-decision-on", "intake-decision-dated"] {
        fill(&mut bench, name, "");
    }
    bench.press("Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("soort of bedrag"), "{}", bench.screen());
}

#[test]
fn a_day_that_moved_is_told_with_the_day_it_was_and_is_taken_back() {
    let mut bench = opened();
    fill(&mut bench, "intake-threat-on", "10-12-2026");
    let (request, _, patch) = saved(&mut bench);
    bench.answer(request, signal(8, &patch));
    assert!(bench.message().contains("S-503 gewijzigd: dreiging"), "{}", bench.message());
    assert!(bench.message().contains("Harde datum: do 10-12-2026, was vr 27-11-2026"), "{}", bench.message());
    bench.effects.clear();
    bench.press("u");
    let [(_, Call::Patch { version: 8, patch: back, .. }, _)] = &bench.sent()[..] else { panic!("{}", bench.screen()) };
    assert_eq!(serde_json::to_value(back).unwrap(), json!({ "threats": facts()["threats"] }));
}

#[test]
fn what_another_changed_meanwhile_is_named_and_not_written_over() {
    let mut bench = opened();
    fill(&mut bench, "intake-threat-on", "10-12-2026");
    let (request, ..) = saved(&mut bench);
    refused(&mut bench, request, Code::StaleVersion);
    let read = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Read(_), .. } => Some(*request),
        _ => None,
    });
    let mut theirs = facts()["threats"].clone();
    theirs[0]["on"] = json!("2026-12-01");
    theirs.as_array_mut().unwrap().push(json!({ "what": "Beslag", "on": "2026-12-20" }));
    let newer = of_bakker(8, &json!({ "threats": theirs, "title": "Ander onderwerp" }));
    bench.answer(read.expect("it is read anew"), newer);
    let screen = bench.screen();
    for told in ["J. Bakker", "versie 8", "Dag van de dreiging", "27-11-2026", "10-12-2026", "01-12-2026", "Ander onderwerp"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.effects.clear();
    bench.press("1 Ctrl+S");
    let [(request, Call::Patch { version, patch, .. }, _)] = &bench.sent()[..] else { panic!("{}", bench.screen()) };
    let (request, version, patch) = (*request, *version, serde_json::to_value(patch).unwrap());
    assert_eq!(form(&mut bench).text("intake-title"), "Ander onderwerp");
    assert_eq!(form(&mut bench).text("intake-threat-4"), "Beslag");
    theirs[0]["on"] = json!("2026-12-10");
    assert_eq!((version, &patch), (8, &json!({ "threats": theirs })));
    // Told as merged is what they wrote that stands there, not what one's own text took the place of.
    bench.answer(request, signal(9, &patch));
    let merged = bench.message().split_once("Samengevoegd").expect("merged").1.to_owned();
    assert!(merged.contains("nderwerp") && !merged.contains("dag van de dreiging,"), "{merged}");
}

/// Saves, and answers that J. Bakker made this of it meanwhile.
fn meanwhile(bench: &mut Bench, theirs: Signal) {
    let (request, ..) = saved(bench);
    refused(bench, request, Code::StaleVersion);
    let read = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Read(_), .. } => Some(*request),
        _ => None,
    });
    bench.effects.clear();
    bench.answer(read.expect("it is read anew"), theirs);
}

fn clashes(bench: &mut Bench) -> Vec<&'static str> {
    let form = bench.state.modals.iter().find_map(|modal| if let Modal::Form(form) = modal { Some(form) } else { None });
    let mut names: Vec<&str> = form.expect("a form").clashes().map(|other| other.name).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_row_that_somebody_wrote_in_is_never_mixed_with_another() {
    let (threats, decisions) = (facts()["threats"].clone(), facts()["decisions"].clone());
    let before =
        json!({ "organisation": "SVB", "reference": "S-9", "kind": "beslag", "amountCents": 999, "announcedOn": "2026-11-20" });
    let moved = json!([threats[0], { "what": "Afsluiting gas", "on": "2026-12-09" }, threats[2]]);
    for (name, text, theirs, asked) in [
        // One more before it: the row is another decision now.
        (
            "intake-decision-on",
            "03-11-2026",
            json!({ "decisions": [before, decisions[0], decisions[1]] }),
            &["intake-decision-by", "intake-decision-dated", "intake-decision-on", "intake-decision-reference"][..],
        ),
        // What threatens was typed, and somebody else moved its day.
        ("intake-threat-2", "Afsluiting water", json!({ "threats": moved }), &["intake-threat-on-2"]),
        // One before it went: the day that was typed is of none, or of another.
        (
            "intake-threat-on-3",
            "20-12-2026",
            json!({ "threats": [threats[1], threats[2]] }),
            &["intake-threat-3", "intake-threat-on-3"],
        ),
    ] {
        let mut bench = opened();
        fill(&mut bench, name, text);
        meanwhile(&mut bench, of_bakker(8, &theirs));
        assert!(bench.sent().is_empty(), "{name}\n{}", bench.screen());
        assert_eq!(clashes(&mut bench), asked, "{name}");
        if asked.len() == 4 {
            // Who lets the own decision stand gets it as it was, with the amount of none.
            bench.press("1 1 1 1 Ctrl+S");
            let [(_, Call::Patch { patch, .. }, _)] = &bench.sent()[..] else { panic!("{}", bench.screen()) };
            let first = &serde_json::to_value(patch).unwrap()["decisions"][0];
            assert_eq!(
                (&first["organisation"], &first["reference"], &first["announcedOn"]),
                (&json!("CAK"), &json!("K-1"), &json!("2026-11-03"))
            );
            assert!(first["amountCents"] != json!(999) && first["kind"] != json!("beslag"), "{first}");
        }
    }
}

#[test]
fn a_draft_of_a_row_comes_back_in_that_row_or_is_asked_about() {
    let mut bench = opened();
    fill(&mut bench, "intake-threat-on", "10-12-2026");
    bench.press("Esc");
    let kept = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { slot, text } => Some((slot.clone(), text.clone())),
        _ => None,
    });
    let (slot, text) = kept.expect("a draft is kept");
    for (what, asked) in [("Ontruiming", &[][..]), ("Beslag", &["intake-threat", "intake-threat-on"])] {
        let mut bench = Bench::with((100, 30), &[case()]);
        let theirs = json!({ "threats": [{ "what": what, "on": "2026-11-27" }] });
        bench.press("Enter").settle(&of_bakker(8, &theirs));
        bench.press("g w").tell(Msg::Draft { slot: slot.clone(), text: Some(text.clone()), saved_at: now() });
        assert_eq!(form(&mut bench).text("intake-threat"), "Ontruiming");
        assert_eq!(clashes(&mut bench), asked, "{what}");
    }
}

#[test]
fn whoever_took_the_signal_meanwhile_is_not_written_over_unasked() {
    let mut bench = opened();
    fill(&mut bench, "intake-title", "Mijn onderwerp");
    let mut theirs = of_bakker(8, &json!({}));
    theirs.owner = whole(&case(), Some(loket::domain::ids::AccountId(uuid::Uuid::from_u128(77))), 8).owner;
    meanwhile(&mut bench, theirs);
    assert!(bench.sent().is_empty() && matches!(bench.state.modals.last(), Some(Modal::Choose(_))), "{}", bench.screen());
    bench.press("Down Enter");
    assert!(matches!(&bench.sent()[..], [(_, Call::Patch { version: 8, .. }, _)]), "{}", bench.screen());
}

#[test]
fn a_draft_does_not_write_over_what_was_changed_since() {
    let mut bench = opened();
    fill(&mut bench, "intake-title", "Mijn onderwerp");
    fill(&mut bench, "intake-municipality", "");
    bench.press("Esc");
    let kept = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveDraft { slot, text } => Some((slot.clone(), text.clone())),
        _ => None,
    });
    let (slot, text) = kept.expect("a draft is kept");
    assert_eq!(Purpose::of_slot(&slot), Some(Purpose::EditFacts(FactsPart::Report, id(503))));
    for theirs in [false, true] {
        let mut bench = Bench::with((100, 30), &[case()]);
        let mut newer = json!({ "reporter": { "name": "B. Visser", "function": "Loket" } });
        if theirs {
            newer["title"] = json!("Ander onderwerp");
        }
        bench.press("Enter").settle(&of_bakker(8, &newer));
        bench.press("g w").tell(Msg::Draft { slot: slot.clone(), text: Some(text.clone()), saved_at: now() });
        assert_eq!(form(&mut bench).text("intake-function"), "Loket");
        assert_eq!(bench.screen().contains("Sinds dit concept is gewijzigd: Onderwerp"), theirs, "{}", bench.screen());
        if theirs {
            bench.press("Ctrl+S");
            assert!(bench.sent().is_empty() && bench.screen().contains("Ander onderwerp"), "{}", bench.screen());
            bench.press("1");
        }
        let (_, version, patch) = saved(&mut bench);
        assert_eq!((version, patch), (8, json!({ "title": "Mijn onderwerp", "municipality": null })));
    }
}

#[test]
fn what_was_not_read_is_read_first() {
    let mut bench = Bench::with((100, 30), &[case()]);
    bench.effects.clear();
    bench.press("g w");
    assert!(bench.state.modals.is_empty(), "{}", bench.screen());
    let read = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Read(_), .. } => Some(*request),
        _ => None,
    });
    bench.answer(read.expect("it is read"), signal(7, &json!({})));
    assert_eq!(form(&mut bench).text("intake-threat-on-2"), "03-12-2026");
}
