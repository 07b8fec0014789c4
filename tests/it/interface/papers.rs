//! Papers of a meeting from pane 2: what is asked of the server, and that what came is written under a safe name.

use loket::{
    api::problem::Code,
    tui::app::{
        agenda::{AgendaAnswer, AgendaCall},
        message::{Effect, Link, Msg},
    },
};
use serde_json::json;

use super::{
    Bench,
    meetings::{answered, arrived, asked, item_id, meeting_id, meetings, opened, refused},
    now,
};

/// What is asked, as what is wanted and the name of the file.
fn paper(bench: &mut Bench, keys: &str) -> (u64, String, String) {
    bench.effects.clear();
    bench.press(keys);
    let sent = asked(bench);
    let [(request, AgendaCall::Paper(meeting, wanted, name))] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(*meeting, meeting_id(48));
    let wanted = serde_json::to_string(wanted).unwrap();
    (*request, wanted, name.clone())
}

#[test]
fn two_keys_make_the_agenda_and_it_is_written_and_the_path_said() {
    let mut bench = opened();
    bench.state.settings.exports_folder = Some("/home/mv".into());
    bench.press("E");
    let screen = bench.screen();
    for told in ["LET-48: agenda", "Voor het secretariaat", "komt in /home/mv", "gemerkt als concept", "PDF, om te printen"] {
        assert!(screen.contains(told), "{told}\n{screen}");
    }
    let (request, wanted, name) = paper(&mut bench, "p");
    assert_eq!(wanted, r#"{"paper":"agenda","format":"pdf","lang":"nl"}"#);
    assert_eq!(name, "let-48-agenda.pdf");
    assert_eq!(bench.message(), "De server maakt: agenda…");
    let bytes = b"%PDF\xff\0".to_vec();
    answered(&mut bench, request, AgendaAnswer::Paper(name.clone(), bytes.clone()));
    assert!(bench.effects.contains(&Effect::Export { name, content: bytes, note: None }), "{:?}", bench.effects);
    bench.tell(Msg::Exported(Ok("/home/mv/let-48-agenda.pdf".into())));
    assert_eq!(bench.message(), "Bewaard in /home/mv/let-48-agenda.pdf.");
}

#[test]
fn what_and_for_whom_are_chosen_before_the_format() {
    let mut bench = opened();
    // The file of the item under the cursor is one key more.
    let (_, wanted, name) = paper(&mut bench, "Down Down E w Enter m");
    assert_eq!(wanted, format!(r#"{{"paper":"item","item":"{}","format":"md","lang":"nl"}}"#, item_id(3)));
    assert_eq!(name, "let-48-punt-3.md");
    let (_, wanted, name) = paper(&mut bench, "E v 1 h");
    assert_eq!(wanted, r#"{"paper":"agenda","for":"CAK","format":"html","lang":"nl"}"#);
    assert_eq!(name, "let-48-agenda-cak.html");
    // The pack is that of a director: of which body is asked at once.
    let (_, wanted, name) = paper(&mut bench, "E w p 2 t");
    assert_eq!(wanted, r#"{"paper":"pack","for":"UWV","format":"txt","lang":"nl"}"#);
    assert_eq!(name, "let-48-pakket-uwv.txt");
}

#[test]
fn a_municipality_is_named_and_no_code_reaches_screen_or_file() {
    let mut all = meetings();
    all.1[1]["bodies"] = json!(["GM0758", "../../etc"]);
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("E v");
    let screen = bench.screen();
    assert!(screen.contains("gem. Breda") && !screen.contains("GM0758"), "{screen}");
    let (_, _, name) = paper(&mut bench, "1 p");
    assert_eq!(name, "let-48-agenda-gemeente-breda.pdf");
    let (_, _, name) = paper(&mut bench, "E v 2 p");
    assert_eq!(name, "let-48-agenda-etc.pdf");
}

#[test]
fn once_held_the_decisions_come_first_and_failing_and_no_connection_are_said() {
    let mut all = meetings();
    all.0[0]["state"] = json!("held");
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.press("Esc Up Up Enter");
    bench.state.agenda.meeting = Some(meeting_id(48));
    let (request, wanted, _) = paper(&mut bench, "E p");
    assert!(wanted.contains("decisions"), "{wanted}");
    refused(&mut bench, request, Code::Unavailable);
    assert_eq!(bench.message(), "Dat kan niet.");
    bench.tell(Msg::Link(Link::Lost { since: now(), words: "Weg.".into(), advice: String::new(), refused: false }));
    bench.press("E");
    assert!(bench.state.modals.is_empty() && bench.message().contains("verbinding"), "{}", bench.message());
}
