//! Pane 2: the papers of an item, and the lessons noted at it.

use loket::{
    api::{
        item_paper::ItemPaperPatch,
        problem::{Code, Fault, Problem},
    },
    domain::{
        ids::IdempotencyKey,
        lesson::{Lesson, LessonKind},
    },
    locale::Language,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Call, Effect, Msg, Refusal},
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Bench,
    agenda_facts::at_work,
    id, me,
    meetings::{agenda, answered, arrived, asked, detail, item_id, meetings},
    now,
};

pub(crate) fn paper(number: u128, version: i64, more: &Value) -> Value {
    let mut facts =
        json!({ "title": "Brief van de gemeente", "on": "2026-11-20", "text": "De tekst.", "address": "", "bodies": ["CAK"] });
    for (field, value) in more.as_object().unwrap() {
        facts[field] = value.clone();
    }
    json!({ "id": Uuid::from_u128(0xaa00 + number), "version": version, "item": item_id(2), "facts": facts, "withdrawn": false,
        "recordedAt": "2026-11-26T09:00:00Z", "recordedBy": me(), "recordedByName": "M. Visser" })
}

pub(crate) fn lesson(item: u128, pattern: &str) -> Lesson {
    let facts = json!({ "kind": "policy", "law": "Zorgverzekeringswet", "article": "9b", "bodies": ["CAK"], "pattern": pattern });
    serde_json::from_value(json!({ "id": Uuid::from_u128(0x1e55), "version": 1, "facts": facts, "state": "new",
        "cases": [{ "signal": id(503), "number": "S-2026-00503" }], "item": item_id(item), "meeting": "LET-48", "recordedAt": now(),
        "recordedBy": me(), "recordedByName": "M. Visser" }))
    .unwrap()
}

/// At item 2, which has these papers, with these keys pressed.
pub fn with_papers(papers: &Value, keys: &str) -> Bench {
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    play(&mut bench, papers, keys);
    bench
}

/// The same; what is to be read after every key is answered, with one lesson.
pub fn play<'a>(bench: &'a mut Bench, papers: &Value, keys: &str) -> &'a mut Bench {
    let all = meetings();
    arrived(bench, &all);
    let mut found = agenda(&all, &json!({}));
    found.items[1].papers = serde_json::from_value(papers.clone()).unwrap();
    for key in ["Down"].into_iter().chain(keys.split(' ')) {
        bench.press(key);
        for effect in (0..3).flat_map(|_| waited(bench)).collect::<Vec<_>>() {
            let Effect::Send { request, call: Call::Agenda(call), .. } = effect else { continue };
            match *call {
                AgendaCall::ReadAgenda(_) => answered(bench, request, AgendaAnswer::Agenda(found.clone())),
                AgendaCall::ReadLessons(_) => {
                    let told = vec![lesson(2, "Wie op een ander wacht, verliest de zorg."), lesson(3, "Van een ander punt.")];
                    answered(bench, request, AgendaAnswer::Lessons(told, true));
                }
                _ => bench.effects.push(Effect::Send {
                    request,
                    key: IdempotencyKey(Uuid::nil()),
                    call: Call::Agenda(call),
                    draft: None,
                }),
            }
        }
    }
    bench
}

/// Lets the timers run out; what else was to be done.
fn waited(bench: &mut Bench) -> Vec<Effect> {
    let mut others = vec![];
    for effect in std::mem::take(&mut bench.effects) {
        match effect {
            Effect::Wait(_, timer) => {
                bench.tell(Msg::Timer(timer));
            }
            other => others.push(other),
        }
    }
    others
}

#[test]
fn a_paper_is_a_text_or_an_address_and_names_the_bodies_that_get_it() {
    let mut bench = at_work(&meetings(), "Down P Enter");
    bench.type_in("Besluit").press("Tab").type_in("20-11-2026").press("Ctrl+S");
    assert!(bench.screen().contains("Geef de tekst van het stuk") && asked(&mut bench).is_empty(), "{}", bench.screen());
    bench.press("Up Up").type_in("http://stukken.nl/1").press("Ctrl+S");
    assert!(bench.screen().contains("dat begint met https://") && asked(&mut bench).is_empty(), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("https://stukken.nl/1").press("Tab").type_in("CAK; Gemeente Breda").press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::PutPaper(item, new) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(*item, item_id(2));
    assert_eq!((new.facts.title.raw(), new.facts.address.raw()), ("Besluit", "https://stukken.nl/1"));
    assert_eq!(new.facts.on.map(|day| day.to_string()).as_deref(), Some("2026-11-20"));
    assert_eq!(json!(new.facts.bodies), json!(["CAK", "GM0758"]));
}

#[test]
fn a_paper_says_its_day_its_version_whether_it_is_late_and_who_gets_it() {
    let late = paper(1, 3, &json!({}));
    let mut intime = paper(2, 1, &json!({ "title": "Nota", "on": null, "bodies": [] }));
    intime["recordedAt"] = json!("2026-11-25T22:00:00Z");
    let mut gone = paper(3, 2, &json!({ "title": "Oud stuk" }));
    gone["withdrawn"] = json!(true);
    let all = json!([late, intime, gone]);
    let screen = with_papers(&all, "P").screen();
    assert!(screen.contains("Oud stuk") && screen.contains("Nieuw stuk"), "the menu has all\n{screen}");
    let bench = with_papers(&all, "Enter");
    let screen = bench.screen();
    assert!(screen.contains("20-11-2026") && screen.contains("Brief van de gemeente"), "{screen}");
    assert!(screen.contains("versie 3  ! te laat: na wo 25-11") && screen.contains("                 voor CAK"), "{screen}");
    assert!(screen.contains("alleen secretariaat en voorzitter") && screen.matches("te laat").count() == 1, "{screen}");
    assert!(!screen.contains("Oud stuk"), "what was taken back does not go with it\n{screen}");
}

#[test]
fn of_a_paper_only_what_was_changed_is_sent_and_taking_it_back_is_undone() {
    let mut bench = with_papers(&json!([paper(1, 3, &json!({}))]), "P 1");
    bench.press("w");
    assert!(bench.screen().contains("Brief van de gemeente"), "{}", bench.screen());
    bench.press("End").type_in(" Breda").press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::ChangePaper(_, 3, patch) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(patch, &ItemPaperPatch { title: Some("Brief van de gemeente Breda".into()), ..ItemPaperPatch::default() });
    let mut bench = with_papers(&json!([paper(1, 3, &json!({}))]), "P 1");
    bench.press("i");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::ChangePaper(_, 3, patch) if patch.withdrawn == Some(true)), "{sent:?}");
    let (mut row, mut gone) = (meetings().1[1].clone(), paper(1, 4, &json!({})));
    (row["revision"], gone["withdrawn"]) = (json!(2), json!(true));
    let mut whole = detail(&row, json!({}), json!([]), json!([]));
    whole.papers = vec![serde_json::from_value(gone).unwrap()];
    answered(&mut bench, sent[0].0, AgendaAnswer::Item(whole));
    assert!(bench.message().contains("Stuk ingetrokken"), "{}", bench.message());
    bench.press("u");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[0].1, AgendaCall::ChangePaper(_, 4, patch) if patch.withdrawn == Some(false)), "{sent:?}");
}

#[test]
fn a_lesson_is_noted_and_what_is_of_a_person_is_shown_at_its_field() {
    let mut bench = at_work(&meetings(), "Down g l");
    bench.press("b").type_in("Zvw").press("Tab").type_in("9b").press("Tab").type_in("CAK").press("Tab").type_in("Janssen wacht");
    bench.press("Ctrl+S");
    let sent = asked(&mut bench);
    let AgendaCall::NoteLesson(new) = &sent[0].1 else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!((new.item, new.looked, new.facts.kind), (Some(item_id(2)), false, LessonKind::Policy));
    assert_eq!((new.facts.law.raw(), new.facts.article.raw(), new.facts.pattern.raw()), ("Zvw", "9b", "Janssen wacht"));
    let mut problem = Problem::new(Code::InvalidInput);
    problem.errors = vec![Fault::new("/facts/pattern", "personal-doubt", "Dit lijkt op een naam.")];
    let refusal = Refusal {
        code: Some(Code::InvalidInput),
        words: "Dat kan niet.".into(),
        advice: String::new(),
        problem: Some(Box::new(problem)),
    };
    bench.tell(Msg::Reply { request: sent[0].0, reply: Err(refusal) });
    assert!(bench.screen().contains("Patroon: Dit lijkt op een naam."), "{}", bench.screen());
    // The cursor is in that field; who looked says so.
    bench.type_in("!").press("Tab j").press("Ctrl+S");
    let sent = asked(&mut bench);
    assert!(
        matches!(&sent[0].1, AgendaCall::NoteLesson(new) if new.looked && new.facts.pattern.raw() == "Janssen wacht!"),
        "{sent:?}"
    );
    answered(&mut bench, sent[0].0, AgendaAnswer::Lesson(lesson(2, "Wie wacht, verliest.")));
    assert!(bench.message().contains("Leerpunt vastgelegd bij S-503"), "{}", bench.message());
}

#[test]
fn the_lessons_of_the_open_item_are_read_once_and_say_when() {
    let bench = with_papers(&json!([]), "Enter End");
    let screen = bench.screen();
    assert!(screen.contains("beleid") && screen.contains("Wie op een ander wacht") && screen.contains("Gelezen om"), "{screen}");
    assert!(bench.state.requests.is_empty(), "it is read once");
    assert!(screen.contains("Zorgverzekeringswet 9b; CAK") && !screen.contains("Van een ander punt."), "{screen}");
}
