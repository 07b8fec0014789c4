//! What is read in each pane and state. The texts are kept beside this file; a change of them is looked at and accepted.

use loket::{
    domain::{ids::AccountId, signal::Urgency, text::is_unsafe},
    locale::Language,
    tui::{
        app::message::{Call, Link, Msg},
        plain::pasted,
    },
};
use uuid::Uuid;

use super::{Reader, owner};
use crate::interface::{id, now, replica, row, rows};

/// Keeps a text per language, named after the place.
fn kept(name: &str, talk: impl Fn(Language) -> String) {
    for language in Language::ALL {
        let text = talk(*language);
        let wrong = text.chars().find(|c| *c != '\n' && (is_unsafe(*c) || matches!(c, '\u{2500}'..='\u{259f}')));
        assert_eq!(wrong, None, "{text}");
        assert!(!text.contains("{ $") && !text.contains("plain-"), "{text}");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}-{}", language.code()), text);
        });
    }
}

#[test]
fn list() {
    kept("list", |language| {
        let mut all = rows();
        all[1].owner = Some(owner("J. Bakker", AccountId(Uuid::from_u128(9))));
        Reader::with(language, all).talk(&["x", "x", "l", "99", "wat?", "?"])
    });
}

#[test]
fn a_pasted_page_is_not_said_again_whole() {
    let mut reader = Reader::new(Language::Dutch);
    let said = reader.type_line(&"nergens ".repeat(100_000));
    assert!(said.contains("“nergens nergens") && said.len() < 2_000, "{}", said.len());
}

#[test]
fn list_of_many_pages() {
    kept("pages", |language| {
        let many: Vec<_> = (1..=45).map(|n| row(n, &format!("Zaak {n}"), Urgency::Normal, Some(i64::from(n)))).collect();
        Reader::with(language, many).talk(&["m", "m", "m"])
    });
}

#[test]
fn filter_view_and_order() {
    kept("filter", |language| {
        Reader::new(language).talk(&["/kind", "/bestaatniet", "filter", "ontruiming", "/", "V", "m", ",", "2"])
    });
}

#[test]
fn no_rows_and_no_server() {
    kept("empty", |language| Reader::with(language, vec![]).talk(&["c"]));
    kept("connecting", |language| Reader::alone(language).talk(&["l"]));
    kept("lost", |language| {
        let mut reader = Reader::new(language);
        let before = reader.talk(&[]);
        reader.tell(Msg::Link(Link::Lost {
            since: now(),
            words: "Geen verbinding met de server.".into(),
            advice: "Controleer uw netwerk.".into(),
            refused: false,
        }));
        before + &reader.talk(&["c"])
    });
}

#[test]
fn open_signal() {
    kept("open", |language| Reader::new(language).talk(&["3", "n", "Gebeld met de gemeente.", ".", "ja", "J", "terug", "1"]));
}

#[test]
fn claim_and_undo() {
    kept("claim", |language| {
        let mut reader = Reader::new(language);
        let said = reader.talk(&["claim 3", "u", "vrijgeven"]);
        assert_eq!(reader.sent.len(), 2, "{:?}", reader.sent);
        said
    });
}

#[test]
fn menus() {
    kept("menu", |language| Reader::new(language).talk(&["s", "", "status 2", "3", "P", "h", "H", "0"]));
}

#[test]
fn note_and_contact_moment() {
    kept("note", |language| {
        Reader::new(language).talk(&["n", ".", "Eerste regel", "", "//tweede", "/?", ".", "nee", "n 2", "x", "/stop"])
    });
    kept("contact", |language| {
        let mut reader = Reader::new(language);
        reader.talk(&["b 3", "n", "Niemand neemt op.", "gisteren", "morgen", "1", "CAK, mw. De Vries", "", "", "", ""])
    });
}

#[test]
fn telephone_intake() {
    kept("intake", |language| {
        let mut lines = vec!["+", "K. Melder", "wijkteam", "", "", "/terug", "085 555 0000", ""];
        lines.extend([
            "Utrecht",
            "",
            "Kind zonder zorg",
            "Het CAK verwijst.",
            ".",
            "XYZ",
            "CAK",
            "h",
            "geen zorg",
            "zorg stopt",
            "2-12",
        ]);
        lines.extend(["", "", "", "", "ja"]);
        Reader::new(language).talk(&lines)
    });
}

#[test]
fn register() {
    kept("register", |language| {
        Reader::new(language).talk(&[
            "@",
            "boer",
            "1",
            "t",
            "zzz",
            "terug",
            "zzz",
            "",
            "3",
            "register",
            "cak",
            "1",
            "m",
            "/signalen",
            "signalen",
        ])
    });
}

#[test]
fn help_palette_and_actions() {
    kept("help", |language| Reader::new(language).talk(&["hulp", "m", "claim", "1", "help", ""]));
    kept("palette", |language| Reader::new(language).talk(&[":", "verversen", "1", "Ctrl+K", ""]));
    kept("actions", |language| Reader::new(language).talk(&[".", "1", ".", "99", ""]));
}

#[test]
fn lists_to_pick_from() {
    kept("pick", |language| {
        Reader::new(language).talk(&["n", "/template", "1", ".", "/template", "", "/stop", "g d", "links", "1"])
    });
}

#[test]
fn covered_and_read_only() {
    kept("covered", |language| Reader::new(language).talk(&["!", "c", "n", "/stop"]));
    kept("read-only", |language| {
        let mut reader = Reader::new(language);
        reader.state.settings.read_only = true;
        reader.talk(&["l", "c", "n", "p", "muis", "mouse"])
    });
}

#[test]
fn a_number_means_what_it_meant_when_it_was_told() {
    let mut reader = Reader::new(Language::Dutch);
    assert!(reader.read().contains("2. S-502"));
    let mut more = rows();
    more.insert(0, row(600, "Nieuw en dringender", Urgency::Crisis, Some(-3)));
    reader.rows.clone_from(&more);
    reader.tell(Msg::Replica(replica(&more)));
    let said = reader.type_line("2");
    assert!(said.contains("S-2026-00502"), "{said}");
    assert_eq!(reader.state.signals.current, Some(id(502)));
    let said = reader.type_line("terug");
    assert!(said.contains("1 nieuw signaal"), "{said}");
}

#[test]
fn reading_a_list_reads_no_case() {
    let mut reader = Reader::new(Language::Dutch);
    reader.talk(&["j", "j", "m", "PgDn", "G"]);
    assert!(reader.sent.is_empty(), "a read is logged as such: {:?}", reader.sent);
}

#[test]
fn texts_that_would_steer_a_terminal_are_only_read() {
    for attack in ["\x1b]52;c;aGk=\x07", "\u{9b}2J", "voor\rna", "x\u{202e}y\u{200b}z", "\0"] {
        let mut reader = Reader::with(Language::Dutch, vec![row(1, attack, Urgency::Crisis, Some(1))]);
        let said = reader.talk(&["1", "n", attack, ".", "ja", "terug", attack, &format!("/{attack}"), "@", attack]);
        let wrong = said.replace(attack, "").chars().find(|c| *c != '\n' && is_unsafe(*c));
        assert_eq!(wrong, None, "{said:?}");
    }
}

#[test]
fn lines_that_come_at_once_are_text_and_never_run() {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    for place in [&[][..], &["1"], &["s"], &["@"], &["?", "hulp"], &["+"], &["n", "x", "."]] {
        let mut reader = Reader::new(Language::Dutch);
        reader.talk(place);
        let reply = pasted(&reader.state, &lines("claim\nja\nq"));
        assert!(reply.tell.is_empty() && reply.say.contains("3 regels"), "{place:?}: {reply:?}");
    }
    let mut reader = Reader::new(Language::Dutch);
    reader.talk(&["n", "Eerst."]);
    for message in pasted(&reader.state, &lines("/stop\n.\nq")).tell {
        reader.tell(message);
    }
    let said = reader.talk(&[".", "ja"]);
    let note = reader.sent.iter().find_map(|call| if let Call::Note { text, .. } = call { Some(text.raw()) } else { None });
    assert_eq!(note, Some("Eerst.\n/stop\n.\nq"), "{said}");
}

#[test]
fn a_command_with_its_words_on_one_line() {
    kept("one-line", |language| {
        let words = match language {
            Language::Dutch => [
                "wie cak",
                "",
                "filter kind",
                "/",
                "urgentie hoog 3",
                "weergave vrij",
                "sorteer gemeente",
                "hulp klad",
                "",
                "taal zzz",
            ],
            Language::English => [
                "who cak",
                "",
                "filter kind",
                "/",
                "urgency high 3",
                "view free",
                "sort municipality",
                "help scratch",
                "",
                "language zzz",
            ],
        };
        let mut reader = Reader::new(language);
        let said = reader.talk(&words);
        assert!(matches!(&reader.sent[..], [Call::Patch { signal, .. }] if *signal == id(503)), "{:?}\n{said}", reader.sent);
        said
    });
}

#[test]
fn what_waits_to_be_sent_is_said_once_and_a_form_of_it_is_over() {
    let mut reader = Reader::new(Language::Dutch);
    reader.tell(Msg::Waiting(2));
    assert!(reader.type_line("x").contains("2 teksten wachten op verzending."));
    assert!(!reader.type_line("x").contains("wachten op verzending"));
    reader.tell(Msg::Waiting(1));
    assert!(reader.type_line("x").contains("1 tekst wacht op verzending."));
}
