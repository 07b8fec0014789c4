//! Saved views in the interface: picked, saved without words of a case, changed and taken away.

use loket::{
    domain::{
        ids::{AccountId, ViewId},
        view::{Base, Column, SavedView, ViewFacts},
    },
    tui::app::message::{Answer, Call, Msg},
};
use uuid::Uuid;

use super::{
    Bench, me,
    narrowing::{numbers, with_breda},
    now,
};

fn view(name: &str, shared: bool, owner: AccountId, filter: &str) -> SavedView {
    SavedView {
        id: ViewId(Uuid::from_u128(70 + u128::from(name.as_bytes()[0]))),
        version: 3,
        changed_at: now(),
        owner,
        owner_name: "J. Bakker".into(),
        facts: ViewFacts {
            name: name.into(),
            shared,
            base: Base::All,
            filter: filter.into(),
            sort: Column::Municipality,
            descending: true,
            columns: vec![Column::Number, Column::Status, Column::Title, Column::HardDate],
        },
    }
}

fn with_views(views: &[SavedView]) -> Bench {
    let mut bench = with_breda();
    let mut replica = bench.state.replica.clone();
    for view in views {
        let line = serde_json::json!({"kind": "view", "row": view}).to_string();
        replica.apply_line(line.as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(replica));
    bench
}

#[test]
fn what_the_list_shows_is_saved_without_words_of_a_case() {
    let mut bench = with_breda();
    bench.press("/").type_in("toeslag gemeente:breda -status:triage").press("Enter , o V b");
    assert!(bench.screen().contains("zonder: toeslag; gemeente:breda -status:triage"), "{}", bench.screen());
    bench.type_in("Breda").press("Tab").press("i").press("Ctrl+S");
    let sent = bench.sent();
    let [(request, Call::CreateView(new), _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    let facts = ViewFacts {
        name: "Breda".into(),
        shared: true,
        base: Base::Open,
        filter: "gemeente:breda -status:triage".into(),
        sort: Column::Title,
        descending: false,
        columns: vec![],
    };
    assert_eq!(new.facts, facts);
    let saved = SavedView { facts, ..view("Breda", true, me(), "") };
    bench.tell(Msg::Reply { request: *request, reply: Ok(Answer::View(Box::new(saved))) });
    assert!(bench.state.modals.is_empty() && bench.message().contains("“Breda” is bewaard"), "{}", bench.screen());
}

#[test]
fn a_word_that_finds_what_a_municipality_does_is_kept_as_that_and_finds_the_same_later() {
    let mut bench = with_breda();
    bench.press("/").type_in("breda").press("Enter");
    let before = numbers(&bench);
    assert_eq!(before, ["S-600"]);
    bench.press("V b");
    assert!(bench.screen().contains("gemeente:breda"), "{}", bench.screen());
    bench.type_in("West").press("Ctrl+S");
    let sent = bench.sent();
    let [(request, Call::CreateView(new), _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(new.facts.filter.raw(), "gemeente:breda");
    let saved = SavedView { facts: new.facts.clone(), ..view("West", false, me(), "") };
    let line = serde_json::json!({"kind": "view", "row": saved}).to_string();
    let mut replica = bench.state.replica.clone();
    replica.apply_line(line.as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
    bench.tell(Msg::Reply { request: *request, reply: Ok(Answer::View(Box::new(saved))) });
    assert!(!bench.screen().contains("gewijzigd"), "it is what was saved: {}", bench.screen());
    bench.press("V o").press("V 1");
    assert_eq!(numbers(&bench), before);
}

#[test]
fn a_saved_view_stands_in_what_was_done_and_the_demo_says_that_it_goes() {
    for demo in [false, true] {
        let mut bench = with_breda();
        bench.state.passing = demo;
        bench.press("V b").type_in("Breda").press("Ctrl+S");
        let request = bench.sent()[0].0;
        let saved = view("Breda", false, me(), "");
        bench.tell(Msg::Reply { request, reply: Ok(Answer::View(Box::new(saved))) });
        assert_eq!(bench.screen().contains("Bij het sluiten van de demo verdwijnt ze"), demo, "{}", bench.screen());
        bench.press("H");
        assert!(bench.screen().contains("Weergave “Breda” is bewaard"), "{}", bench.screen());
    }
}

#[test]
fn a_saved_view_is_picked_with_everything_in_it() {
    let shared = view("Wachters", true, AccountId(Uuid::from_u128(9)), "status:wacht");
    let mut bench = with_views(std::slice::from_ref(&shared));
    bench.press("V");
    let screen = bench.screen();
    assert!(screen.contains("1  Wachters") && screen.contains("J. Bakker"), "{screen}");
    assert!(!screen.contains("verwijderen"), "only who made it takes it away\n{screen}");
    bench.press("1");
    assert_eq!(numbers(&bench), ["S-600"]);
    let screen = bench.screen();
    let head = screen.lines().find(|line| line.contains("Onderwerp")).unwrap();
    assert!(screen.contains("Wachters") && head.contains("Status") && !head.contains("Bij"), "{screen}");
    assert!(!screen.contains("gewijzigd"));
    bench.press("Esc");
    assert!(bench.screen().contains("Wachters  gewijzigd"), "{}", bench.screen());
    // Somebody else's: seen, not changed.
    bench.press("V");
    assert!(!bench.screen().contains("verwijderen"), "{}", bench.screen());
    bench.press("o");
    assert!(!bench.screen().contains("Wachters"));
}

#[test]
fn an_own_view_is_renamed_replaced_and_deleted_on_the_version_that_was_seen() {
    let own = view("Breda", false, me(), "gemeente:breda");
    let mut bench = with_views(std::slice::from_ref(&own));
    bench.press("V 1").press("V n");
    assert!(bench.screen().contains("Breda"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("West").press("Tab i Ctrl+S");
    let sent = bench.sent();
    let [(_, Call::PatchView { view: id, version: 3, patch }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!((*id, patch.name.clone(), patch.shared), (own.id, Some("West".into()), Some(true)));
    assert_eq!(patch.filter, None);
    bench.press("Esc");

    bench.press("f Space Enter V w");
    assert!(bench.sent().is_empty(), "asks first");
    bench.press("j");
    let sent = bench.sent();
    let [(_, Call::PatchView { version: 3, patch, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert!(patch.name.is_none() && patch.filter.as_ref().is_some_and(|filter| filter.raw().contains("gemeente:breda")));

    bench.press("V x");
    assert!(bench.screen().contains("Breda verwijderen?"), "{}", bench.screen());
    bench.press("Enter");
    assert!(bench.sent().is_empty(), "no is under the cursor");
    bench.press("V x j");
    let sent = bench.sent();
    let [(request, Call::DeleteView { version: 3, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    bench.tell(Msg::Reply { request: *request, reply: Ok(Answer::View(Box::new(own))) });
    assert!(bench.message().contains("is verwijderd") && bench.state.signals.saved.is_none(), "{}", bench.screen());
}

#[test]
fn a_view_of_another_server_or_language_never_steers_the_terminal() {
    let hostile = view("\u{1b}[2Jweg", true, me(), "gemeente:\u{1b}]0;x\u{7}");
    let mut bench = with_views(&[hostile]);
    bench.press("V 1");
    assert!(!bench.screen().contains('\u{1b}') && !bench.screen().contains('\u{7}'), "{}", bench.screen());
    bench.press("f");
    assert!(!bench.screen().contains('\u{1b}'));
}

#[test]
fn many_saved_views_scroll_in_their_menu() {
    let views: Vec<SavedView> = (0..40)
        .map(|at| {
            let mut one = view("A", false, me(), "");
            (one.id, one.facts.name) = (ViewId(Uuid::from_u128(500 + at)), format!("Weergave {at:02}").as_str().into());
            one
        })
        .collect();
    let mut bench = with_views(&views);
    bench.press("V");
    for _ in 0..40 {
        bench.press("Down");
    }
    assert!(bench.screen().contains("Weergave 36"), "{}", bench.screen());
    bench.press("Enter");
    assert_eq!(bench.state.saved_view().map(|view| view.facts.name.raw().to_owned()).as_deref(), Some("Weergave 36"));
}

#[test]
fn without_the_right_nothing_is_saved() {
    let mut bench = Bench::new((100, 30));
    let mut person = super::person();
    person.permissions.retain(|one| one != "view.write");
    bench.tell(Msg::Me(Box::new(person)));
    bench.press("V");
    assert!(!bench.screen().contains("bewaren"), "{}", bench.screen());
    bench.press("Esc B");
    assert!(bench.message().contains("rol"), "{}", bench.message());
}
