//! Series of meetings in pane 2: what they are, and what a change would do before it is made.

use loket::{
    api::{problem::Code, series::SeriesDetail},
    client::replica::Replica,
    domain::ids::SeriesId,
    locale::Language,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Call, Effect, Msg},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench, me,
    meetings::{answered, arrived, asked, meeting_id, meetings, refused, with_meetings},
    now,
};

fn series_id() -> SeriesId {
    SeriesId(Uuid::from_u128(0x5e1))
}

/// REEKS-3: every two weeks on Thursday from 26 November on, two ahead.
fn series(version: i64) -> Value {
    let facts = json!({ "name": "LET Den Haag", "rule": { "every": 2, "weekday": "thursday" }, "startsOn": "2026-11-26", "until": null,
        "time": "13:30", "minutes": 90, "onHoliday": "move", "ahead": 2, "standing": ["opening", "close"], "place": "Den Haag",
        "video": "", "chair": "T. de Jong", "secretary": "", "confidentiality": "", "papersDays": 2 });
    json!({ "id": series_id(), "version": version, "number": "REEKS-3", "facts": facts, "reason": "", "changedAt": now(),
        "changedBy": me(), "changedByName": "M. Visser", "changedByOrganisation": "LMM" })
}

/// LET-48 and LET-49 were made from it, as they stand in the list.
fn with_series(version: i64) -> Replica {
    let mut all = meetings();
    all.0.iter_mut().for_each(|meeting| meeting["series"] = json!("REEKS-3"));
    let mut replica = with_meetings(&all);
    let line = json!({ "kind": "meeting-series", "row": series(version) }).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    replica
}

/// The series with its days: somebody worked on LET-48, nobody on LET-49.
fn detail(version: i64) -> SeriesDetail {
    let day = |day: &str, number: u128, touched: bool| {
        json!({ "plannedOn": day, "fate": "kept", "holiday": null, "meeting": { "id": meeting_id(number),
            "number": format!("LET-{number}"), "state": "concept", "startsAt": format!("{day}T12:30:00Z"), "touched": touched,
            "differs": false } })
    };
    let days = [day("2026-11-26", 48, true), day("2026-12-10", 49, false)];
    serde_json::from_value(json!({ "item": series(version), "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "days": days })).unwrap()
}

fn bench() -> Bench {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    arrived(&mut bench, &meetings());
    bench.tell(Msg::Replica(with_series(1)));
    bench.effects.clear();
    bench
}

/// Answers the read of the series.
#[track_caller]
fn answer_read(bench: &mut Bench, version: i64) {
    let read = |effect: &Effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if **call == AgendaCall::ReadSeries(series_id()) => Some(*request),
        _ => None,
    };
    let request = bench.effects.iter().find_map(read).expect("the series is read");
    bench.effects.clear();
    answered(bench, request, AgendaAnswer::Series(detail(version)));
}

/// At the window of the series.
fn shown() -> Bench {
    let mut bench = bench();
    bench.press("g m Enter");
    answer_read(&mut bench, 1);
    bench
}

#[test]
fn the_series_of_a_meeting_is_told_with_its_coming_days_and_a_day_leads_to_its_meeting() {
    let mut bench = bench();
    bench.press("Esc Home");
    super::meetings::read(&mut bench, &meetings(), &json!({}));
    assert!(bench.screen().contains("REEKS-3, elke 2 weken op donderdag"), "{}", bench.screen());
    let mut bench = shown();
    let screen = bench.screen();
    for told in [
        "REEKS-3  LET Den Haag",
        "elke 2 weken op donderdag, 13:30, 90 min",
        "Den Haag, T. de Jong",
        "do 10-12-2026 13:30  LET-49",
    ] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("Down Down Down Enter");
    assert_eq!(bench.state.agenda.meeting, Some(meeting_id(49)), "{}", bench.screen());
}

#[test]
fn a_new_series_says_its_dates_while_it_is_typed_and_asks_with_all_of_them() {
    let mut bench = bench();
    bench.press("g m n");
    assert!(bench.screen().contains("Nieuwe reeks") && bench.screen().contains("[ Reeks beginnen ]"), "{}", bench.screen());
    // The first Monday of the month, from December on.
    bench.type_in("Noord").press("Tab m");
    assert!(bench.screen().contains("elke maandag: ma 23-11-2026, ma 30-11-2026"), "{}", bench.screen());
    bench.press("e Ctrl+U").type_in("0").press("Ctrl+S");
    assert!(bench.screen().contains("Geef een getal van 1 tot en met 12"), "{}", bench.screen());
    bench
        .press("Ctrl+U")
        .type_in("1")
        .press("Tab Tab Tab Ctrl+U")
        .type_in("3")
        .press("Tab Ctrl+U")
        .type_in("1-12-2026")
        .press("Tab");
    assert!(bench.screen().contains("op de eerste maandag"), "{}", bench.screen());
    bench.press("Ctrl+S");
    let screen = bench.screen();
    for told in ["Nieuw: ma 07-12-2026 13:30", "Nieuw: ma 04-01-2027 13:30", "Nieuw: ma 01-02-2027 13:30"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    bench.press("Enter");
    assert!(asked(&mut bench).is_empty(), "no is the first answer");
    bench.press("Ctrl+S b");
    let sent = asked(&mut bench);
    let AgendaCall::BeginSeries(new) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    let said = serde_json::to_value(&new.facts).unwrap();
    assert_eq!(said["rule"], json!({ "every": 1, "weekday": "monday", "week": "first" }));
    assert_eq!((&said["startsOn"], &said["ahead"], &said["name"]), (&json!("2026-12-01"), &json!(3), &json!("Noord")));
    assert_eq!(said["standing"].as_array().unwrap().len(), 4, "all of the standing items");
    answered(&mut bench, sent[0].0, AgendaAnswer::Series(detail(1)));
    assert_eq!(bench.message(), "REEKS-3 is begonnen: 2 vergaderingen zijn gemaakt.");
}

#[test]
fn the_standing_items_of_a_series_are_chosen_in_its_form_and_what_is_none_is_refused() {
    let mut bench = shown();
    bench.press("w");
    let at = |bench: &mut Bench| {
        for _ in 0..20 {
            let focused = |form: &loket::tui::app::form::Form| form.slots.get(form.focus).map(|slot| slot.name);
            match bench.state.modals.last() {
                Some(loket::tui::app::Modal::Form(form)) if focused(form) == Some("series-standing") => return,
                _ => bench.press("Tab"),
            };
        }
    };
    at(&mut bench);
    bench.press("Ctrl+U").type_in("opening, borrel").press("Ctrl+S");
    assert!(bench.screen().contains("Kies uit: opening, toezeggingen, leerpunten, sluiting"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("toez, sluiting").press("Ctrl+S w");
    let sent = asked(&mut bench);
    let [(_, AgendaCall::ChangeSeries(_, _, patch))] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    use loket::domain::meeting::StandingItem::{Close, OpenCommitments};
    assert_eq!((patch.standing.as_deref(), &patch.name), (Some(&[OpenCommitments, Close][..]), &None));
}

#[test]
fn a_change_foretells_what_moves_and_what_is_left_alone_and_sends_only_that() {
    let mut bench = shown();
    bench.press("w");
    assert!(bench.screen().contains("Reeks wijzigen"), "{}", bench.screen());
    // An hour later.
    bench.press("Tab Tab Tab Tab Ctrl+U").type_in("14:30").press("Ctrl+S");
    let screen = bench.screen();
    assert!(screen.contains("LET-48, do 26-11-2026 13:30: blijft zoals zij is"), "{screen}");
    assert!(screen.contains("LET-49: van do 10-12-2026 13:30 naar do 10-12-2026 14:30"), "{screen}");
    bench.press("w");
    let sent = asked(&mut bench);
    let AgendaCall::ChangeSeries(id, 1, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!((*id, serde_json::to_value(&**patch).unwrap()), (series_id(), json!({ "time": "14:30" })));
    // Somebody else changed it meanwhile: it is read anew, what was typed stays, and what it would do now is foretold again.
    refused(&mut bench, sent[0].0, Code::StaleVersion);
    bench.tell(Msg::Replica(with_series(2)));
    answer_read(&mut bench, 2);
    assert!(bench.screen().contains("LET-49: van do 10-12-2026 13:30 naar do 10-12-2026 14:30"), "{}", bench.screen());
    bench.press("w");
    assert!(matches!(asked(&mut bench)[..], [(_, AgendaCall::ChangeSeries(_, 2, _))]), "{}", bench.screen());
}

#[test]
fn the_end_names_the_meetings_that_do_not_go_on() {
    let mut bench = shown();
    bench.press("b");
    bench.press("Ctrl+U").type_in("1-12-2026").press("Tab").type_in("Op verzoek").press("Enter");
    let screen = bench.screen();
    assert!(
        screen.contains("LET-49, do 10-12-2026 13:30: vervalt") && screen.contains("LET-48, do 26-11-2026 13:30: blijft"),
        "{screen}"
    );
    bench.press("Enter");
    assert!(asked(&mut bench).is_empty(), "no is the first answer");
    bench.press("Ctrl+S b");
    let sent = asked(&mut bench);
    let AgendaCall::EndSeries(id, 1, body) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!((*id, body.on.to_string().as_str(), body.reason.raw()), (series_id(), "2026-12-01", "Op verzoek"));
}

#[test]
fn whoever_may_only_read_sees_a_series_and_changes_none() {
    let mut bench = bench();
    let mut person = super::person();
    person.permissions.retain(|permission| permission != "meeting.write");
    bench.tell(Msg::Me(Box::new(person))).press("g m");
    assert!(!bench.screen().contains("Nieuwe reeks"), "{}", bench.screen());
    bench.press("Enter");
    answer_read(&mut bench, 1);
    assert!(bench.screen().contains("LET-49") && !bench.screen().contains("Wijzigen"), "{}", bench.screen());
}
