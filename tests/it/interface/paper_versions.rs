//! Pane 2: a paper of an item is read in any of its versions, with what differs from another one.

use loket::{
    api::item_paper::ItemPaperDetail,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Call, Effect, Msg, Refusal},
    },
};
use serde_json::{Value, json};

use super::{
    Bench,
    agenda_settled::fixed,
    item_papers::{paper, with_papers},
    meetings::{answered, arrived, asked, item_id, meetings, with_meetings},
};

/// The versions of the paper of the tests, oldest first. The first would steer the terminal if it could.
pub fn versions() -> Vec<Value> {
    let old = "# Kop\n\u{1b}[31mrood\u{202e}\nregel drie\nregel vier\nregel vijf\nregel zes";
    let new = "# Kop\nzwart\nregel drie\nregel vier\nregel vijf\nregel zes\nslot";
    vec![
        paper(1, 1, &json!({ "text": old, "title": "Brief" })),
        paper(1, 2, &json!({ "text": new, "title": "Brief", "bodies": ["CAK", "UWV"] })),
        paper(1, 3, &json!({ "text": new })),
    ]
}

pub fn detail(version: usize) -> ItemPaperDetail {
    let row = |one: &Value| {
        json!({ "version": one["version"], "title": one["facts"]["title"], "recordedAt": "2026-11-24T08:12:00Z",
            "recordedByName": "M. Visser", "withdrawn": false, "late": false })
    };
    let rows: Vec<Value> = versions().iter().map(row).collect();
    serde_json::from_value(json!({ "item": versions()[version - 1], "versions": rows })).unwrap()
}

/// Answers what is read of the paper; the versions that were asked for.
pub fn answer(bench: &mut Bench) -> Vec<i64> {
    let mut told = vec![];
    for (request, call) in asked(bench) {
        let AgendaCall::ReadPaper(_, version) = call else { panic!("{call:?}") };
        told.push(version);
        answered(bench, request, AgendaAnswer::PaperVersion(detail(usize::try_from(version).unwrap())));
    }
    told
}

fn reading(keys: &str) -> Bench {
    let mut bench = with_papers(&json!([versions()[2]]), "P 1");
    bench.effects.clear();
    for key in keys.split(' ') {
        bench.press(key);
        while !answer(&mut bench).is_empty() {}
    }
    bench
}

#[test]
fn the_text_is_shown_at_once_and_the_versions_are_read() {
    let mut bench = with_papers(&json!([versions()[2]]), "P 1");
    bench.effects.clear();
    bench.press("Enter");
    let screen = bench.screen();
    assert!(
        screen.contains("Brief van de gemeente") && screen.contains("versie 3 van 3") && screen.contains("regel drie"),
        "{screen}"
    );
    assert_eq!(answer(&mut bench), [3]);
    assert!(asked(&mut bench).is_empty(), "read once");
    bench.press("P e");
    assert!(bench.screen().contains("wordt gelezen"), "{}", bench.screen());
    assert_eq!(answer(&mut bench), [2]);
    let screen = bench.screen();
    assert!(
        screen.contains("versie 2 van 3") && screen.contains("voor CAK, UWV") && screen.contains("nieuwere versie: 3"),
        "{screen}"
    );
    bench.press("P n");
    assert!(bench.screen().contains("versie 3 van 3") && asked(&mut bench).is_empty(), "what was read is not read again");
    bench.press("Esc");
    assert!(bench.state.agenda.open.is_none(), "it was read from the list");
    let mut bench = with_papers(&json!([versions()[2]]), "Enter P 1 l");
    bench.press("Esc");
    assert!(bench.screen().contains("Brief van de gemeente") && bench.state.agenda.open.is_some(), "{}", bench.screen());
}

#[test]
fn what_differs_is_told_line_by_line_and_nothing_steers_the_screen() {
    let mut bench = reading("l P e P e");
    let screen = bench.screen();
    assert!(screen.contains("versie 1 van 3") && screen.contains("␛[31mrood") && screen.contains("# Kop"), "{screen}");
    assert!(!screen.contains(['\u{1b}', '\u{202e}']), "{screen}");
    bench.press("P n P v");
    assert!(answer(&mut bench).is_empty());
    let screen = bench.screen();
    assert!(screen.contains("Wat anders is dan in versie 1"), "{screen}");
    assert!(
        screen.contains("- eraf") && screen.contains("+ erbij        zwart") && screen.contains("+ erbij        slot"),
        "{screen}"
    );
    assert!(screen.contains("- eraf         voor CAK\n") && screen.contains("voor CAK, UWV"), "{screen}");
    assert!(!screen.contains('\u{1b}') && screen.contains("regel die gelijk bleef") | screen.contains("regel drie"), "{screen}");
    // From any version to any other; and back to the text.
    bench.press("P n P m 2");
    while !answer(&mut bench).is_empty() {}
    let screen = bench.screen();
    assert!(screen.contains("versie 3 van 3") && screen.contains("Wat anders is dan in versie 1"), "{screen}");
    assert!(screen.contains("Brief van de gemeente") && screen.contains("- eraf         Brief\n"), "{screen}");
    bench.press("P l");
    assert!(!bench.screen().contains("Wat anders is"), "{}", bench.screen());
    bench.press("P a 1");
    assert!(bench.screen().contains("versie 2 van 3"), "{}", bench.screen());
}

#[test]
fn a_newer_version_is_said_and_a_failure_too() {
    let mut bench = reading("l");
    let mut all = meetings();
    all.1[1]["revision"] = json!(2);
    bench.tell(Msg::Replica(with_meetings(&all)));
    let mut found = super::meetings::detail(&all.1[1], json!({}), json!([]), json!([]));
    found.papers = vec![serde_json::from_value(paper(1, 4, &json!({}))).unwrap()];
    let mut agenda = super::meetings::agenda(&all, &json!({}));
    agenda.items[1].papers.clone_from(&found.papers);
    for _ in 0..2 {
        for effect in std::mem::take(&mut bench.effects) {
            match effect {
                Effect::Wait(_, timer) => drop(bench.tell(Msg::Timer(timer))),
                Effect::Send { request, call: Call::Agenda(call), .. } if matches!(*call, AgendaCall::ReadAgenda(_)) => {
                    answered(&mut bench, request, AgendaAnswer::Agenda(agenda.clone()));
                }
                _ => {}
            }
        }
    }
    let screen = bench.screen();
    assert!(screen.contains("versie 3 van 4") && screen.contains("Er is een nieuwere versie: 4"), "{screen}");
    bench.effects.clear();
    bench.press("P e");
    let sent = asked(&mut bench);
    let refusal = Refusal { code: None, words: "Geen verbinding.".into(), advice: "Probeer opnieuw.".into(), problem: None };
    bench.tell(Msg::Reply { request: sent[0].0, reply: Err(refusal) });
    assert!(bench.screen().contains("Geen verbinding. Probeer opnieuw.") && !bench.screen().contains("wordt gelezen"));
}

#[test]
fn of_a_meeting_that_is_over_papers_are_read_or_taken_back_and_not_changed() {
    let (mut all, _) = fixed();
    all.0[0]["state"] = json!("held");
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("Esc");
    bench.state.agenda.meeting = Some(super::meetings::meeting_id(48));
    bench.press("1 2 Home Down");
    bench.press("P");
    let request = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { request, call: Call::Agenda(call), .. } if **call == AgendaCall::ReadItem(item_id(2)) => Some(*request),
        _ => None,
    });
    let mut whole = super::meetings::detail(&all.1[1], json!({}), json!([]), json!([]));
    whole.papers = vec![serde_json::from_value(versions()[2].clone()).unwrap()];
    let request = request.unwrap_or_else(|| panic!("{}", bench.screen()));
    answered(&mut bench, request, AgendaAnswer::Item(whole));
    assert!(!bench.screen().contains("Nieuw stuk"), "{}", bench.screen());
    bench.press("1");
    let screen = bench.screen();
    assert!(screen.contains("Lezen") && screen.contains("Intrekken") && !screen.contains("Wijzigen"), "{screen}");
}
