//! Pages about instruments and rules: opened by name, from a field, from what an item lacks; read, followed and left.

use std::sync::Arc;

use loket::{
    domain::meeting::MissingKind,
    explanation::{Explanation, Known, Library, SHIPPED, read as page_of},
    locale::Language,
    tui::{
        app::{
            Modal,
            finder::{FinderLine, Kind},
            message::{Call, Effect},
        },
        view::theme::Theme,
    },
};
use serde_json::json;

use super::{
    Bench,
    meetings::{meetings, opened, read},
};

/// The page on top, and what is chosen in it.
fn page(bench: &Bench) -> (&str, usize, Option<usize>) {
    match bench.state.modals.last() {
        Some(Modal::Explanation(reader)) => (&reader.name, reader.scroll, reader.related),
        _ => panic!("no page\n{}", bench.screen()),
    }
}

#[test]
fn a_page_is_opened_by_its_name_from_the_palette_and_shows_article_and_keys() {
    for typed in ["help termijnen", "uitleg termijnen", "Uitleg  TERMIJNEN", "hulp atw", "algemene termijnenwet"] {
        let mut bench = Bench::new((100, 30));
        bench.press(":").type_in(typed).press("Enter");
        assert_eq!(page(&bench).0, "termijnen", "{typed}");
        for part in ["─ Termijnen ", "Wat zegt de wet ─", "Awb artikel 6:7 en 6:8"] {
            assert!(bench.screen().contains(part), "{typed} {part}: {}", bench.screen());
        }
        bench.press("End");
        // The key is that of the keymap in force, and what belongs to it stands below.
        for part in ["Volgende stap ─", "g w", "Zie ook ─", "Time-out"] {
            assert!(bench.screen().contains(part), "{typed} {part}: {}", bench.screen());
        }
        bench.press("Esc");
        assert!(bench.state.modals.is_empty());
    }
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F9").type_in("uitleg contactmoment").press("Enter End");
    assert!(bench.screen().contains("F8"), "{}", bench.screen());
    assert!(bench.effects.iter().all(|effect| !matches!(effect, Effect::Send { call: Call::Note { .. }, .. })));
}

#[test]
fn a_page_is_found_in_the_help_while_typing_and_in_a_list_of_its_own() {
    let mut bench = Bench::new((100, 30));
    bench.press("?").type_in("hardheid");
    assert!(bench.screen().contains("Uitleg over instrumenten en regels ─"), "{}", bench.screen());
    bench.press("Enter");
    assert_eq!(page(&bench).0, "hardheidsclausule");
    // With the prefix of the palette it is the same.
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("?onbillijkheid").press("Enter");
    assert_eq!(page(&bench).0, "hardheidsclausule");
    let mut bench = Bench::new((100, 30));
    bench.press("g ?");
    let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let lines = finder.lines(&bench.state);
    assert_eq!((finder.kind, lines.len()), (Kind::Explanations, SHIPPED.len()));
    assert!(lines.iter().all(|line| matches!(line, FinderLine::Page { .. })));
    bench.type_in("griffierecht").press("Enter");
    assert_eq!(page(&bench).0, "voorlopige-voorziening");
    // What is nowhere says so.
    let mut bench = Bench::new((100, 30));
    bench.press("g ?").type_in("xyzzy").press("Enter");
    assert!(bench.screen().contains("Geen uitleg gevonden."), "{}", bench.screen());
}

#[test]
fn f1_on_a_field_opens_its_page_and_what_was_typed_is_unharmed() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Half een z");
    assert!(bench.screen().lines().last().unwrap().contains("F1 uitleg"), "{}", bench.screen());
    bench.press("F1");
    assert_eq!(page(&bench).0, "privacy");
    // Letters reach nothing below it.
    bench.type_in("x").press("Ctrl+S Esc").type_in("in.").press("Ctrl+S");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Note { text, .. }, _)] if text.raw() == "Half een zin."), "{sent:?}");
    // Each field its own page; a field without one has the help of before.
    let mut bench = Bench::new((100, 30));
    bench.press("+");
    let mut pages = vec![];
    for at in 0..24 {
        let Some(Modal::Form(form)) = bench.state.modals.last_mut() else { panic!("{at}: {}", bench.screen()) };
        let Some(slot) = form.slots.get(at) else { break };
        let name = slot.name;
        form.focus = at;
        bench.press("F1");
        match bench.state.modals.last() {
            Some(Modal::Explanation(reader)) => pages.push((name, reader.name.clone())),
            Some(Modal::Finder(finder)) => assert_eq!(finder.kind, Kind::Help, "{name}"),
            _ => panic!("{name}: {}", bench.screen()),
        }
        bench.press("Esc");
    }
    for expected in [("intake-title", "privacy"), ("intake-account", "triage"), ("intake-decision-on", "termijnen")] {
        assert!(pages.iter().any(|(field, page)| (*field, page.as_str()) == expected), "{expected:?}: {pages:?}");
    }
}

#[test]
fn f1_on_a_page_is_the_help_of_what_lies_below_it() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld.").press("F1 F1");
    assert!(matches!(bench.state.modals[..], [Modal::Form(_), Modal::Finder(_)]), "{}", bench.screen());
    bench.type_in("opslaan").press("Enter");
    assert!(matches!(&bench.sent()[..], [(_, Call::Note { .. }, _)]));
}

#[test]
fn related_pages_are_followed_and_gone_back_from() {
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("uitleg time-out").press("Enter");
    assert_eq!(page(&bench), ("time-out", 0, None));
    bench.press("Backspace");
    assert_eq!(bench.message(), "Dit is de eerste pagina die u opende.");
    bench.press("Tab Tab");
    let (_, scroll, related) = page(&bench);
    assert_eq!(related, Some(1));
    assert!(bench.screen().contains("Bezwaar, ook pro forma"), "what is chosen is seen: {}", bench.screen());
    bench.press("Enter");
    assert_eq!(page(&bench), ("bezwaar", 0, None));
    bench.press("Shift+Tab Enter");
    assert_eq!(page(&bench).0, "time-out", "the last of what belongs to it");
    bench.press("Backspace Backspace");
    assert_eq!(page(&bench), ("time-out", scroll, Some(1)), "as it was left");
    // Without one chosen Enter chooses the first.
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("uitleg time-out").press("Enter Enter");
    assert_eq!(page(&bench).2, Some(0));
    bench.press("Enter");
    assert_eq!(page(&bench).0, "termijnen");
    bench.press("Esc");
    assert!(bench.state.modals.is_empty(), "one Esc closes it, however far one read");
}

#[test]
fn a_page_scrolls_to_its_end_and_no_further() {
    let mut bench = Bench::new((60, 18));
    bench.press(":").type_in("uitleg termijnen").press("Enter");
    let first = bench.screen();
    bench.press("Down");
    assert_eq!(page(&bench).1, 1);
    bench.press("End");
    let end = page(&bench).1;
    bench.press("Down PgDn Space");
    assert_eq!(page(&bench).1, end);
    assert!(bench.screen().contains("Zie ook"), "{}", bench.screen());
    bench.press("PgUp");
    assert!(page(&bench).1 < end);
    bench.press("Home");
    assert_eq!(bench.screen(), first);
}

#[test]
fn what_an_item_lacks_leads_to_the_page_about_it() {
    let all = meetings();
    let mut bench = opened();
    bench.press("Down");
    read(&mut bench, &all, &json!({}));
    bench.press("e F1");
    assert_eq!(page(&bench).0, "let", "{}", bench.screen());
    bench.press("Esc");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Choose(_))), "{}", bench.screen());
}

#[test]
fn whatever_an_item_lacks_there_is_a_page_about_it() {
    let library = Library::default();
    for language in Language::ALL {
        for kind in MissingKind::ALL {
            assert!(library.of_place(*language, &format!("lacks-{kind}")).is_some(), "{language} {kind}");
        }
    }
}

#[test]
fn every_page_is_drawn_whole_at_every_size_in_every_look() {
    let mono = Theme::shipped("mono").unwrap();
    let ascii = Theme { ascii: true, ..mono.clone() };
    for size in [(60, 18), (80, 24), (100, 30), (200, 60)] {
        for language in Language::ALL {
            let mut bench = Bench::speaking(size, *language);
            bench.arrive(&super::rows());
            for (name, ..) in SHIPPED {
                bench.press("g ?").type_in(name).press("Enter");
                let title = bench.state.explanation(page(&bench).0).unwrap().title.clone();
                assert!(bench.screen().contains(&title), "{size:?} {name}: {}", bench.screen());
                for theme in [&mono, &ascii] {
                    assert!(bench.screen_in(theme).lines().all(|line| line.chars().count() <= size.0.into()));
                }
                bench.press("Esc");
            }
        }
    }
}

#[test]
fn a_page_of_the_organisation_is_shown_and_belongs_to_its_field() {
    let known = Known { commands: &[], names: &[], is_place: &|_| true };
    let source = "---\ntitle: Notities bij ons\nfields: note\n---\nSchrijf \u{1b}[31mkort.\n";
    let own = page_of("notities", source, &known).0.map(|page| Explanation { own: true, ..page }).unwrap();
    let mut bench = Bench::new((100, 30));
    bench.state.explanations = Arc::new(Library::new(vec![(Language::Dutch, own)]));
    bench.press("n F1");
    assert_eq!(page(&bench).0, "notities");
    assert!(bench.screen().contains("Notities bij ons") && !bench.screen().contains('\u{1b}'), "{}", bench.screen());
    bench.press("Esc Esc :").type_in("uitleg privacy").press("Enter");
    assert_eq!(page(&bench).0, "privacy", "the shipped ones stay");
}
