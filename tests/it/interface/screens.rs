//! Every screen in every state at every size draws without a panic, keeps its edges, and lets nothing unsafe through.

use loket::{
    domain::{signal::Urgency, text::is_unsafe},
    locale::Language,
    tui::{
        app::{
            State,
            message::{Link, Msg},
        },
        view::theme::Theme,
    },
};

use super::{Bench, now, row, start, whole};

const SIZES: [(u16, u16); 7] = [(1, 1), (60, 18), (80, 24), (100, 30), (140, 40), (160, 34), (200, 60)];

const ATTACKS: [&str; 12] = [
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J",
    "\x1b[?1049l",
    "\x1b]52;c;AAAA",
    "\u{9b}2J",
    "\x1b[6n\x1b[c",
    "voor\rna",
    "x\u{202e}y\u{2066}z\u{200b}\u{ad}\u{feff}\u{e0041}",
    "\0",
    "\n\nid: 9999999\nevent: reset\n",
    "=cmd|'/C calc'!A0",
    "日本語のタイトル ‼ 🏠👨‍👩‍👧‍👦",
];

#[test]
fn attack_texts_are_visible_text_on_every_screen() {
    let accents = format!("e{}", "\u{301}".repeat(2_000));
    for size in SIZES {
        for attack in ATTACKS.iter().copied().chain([accents.as_str()]) {
            let rows = vec![row(1, attack, Urgency::Crisis, Some(1))];
            let mut bench = Bench::with(size, &rows);
            let mut signal = whole(&rows[0], None, 1);
            signal.facts.account = attack.into();
            signal.facts.stalemate = attack.into();
            signal.facts.reporter.name = attack.into();
            for keys in ["p", "p", "Enter", "Esc", "n", "Esc", "b", "Esc", "@", "Esc", "?", "Esc", "3"] {
                bench.press(keys);
                bench.settle(&signal);
                let screen = bench.screen();
                let found = screen.chars().find(|c| *c != '\n' && is_unsafe(*c));
                assert_eq!(found, None, "{attack:?} at {size:?} after {keys}");
            }
        }
    }
}

#[test]
fn every_state_of_the_connection_draws_at_every_size_in_both_languages() {
    for size in SIZES {
        for language in Language::ALL {
            let mut state = State::new(start(size, *language));
            let lost = Link::Lost {
                since: now(),
                words: "Geen verbinding.".into(),
                advice: "Probeer het later.".into(),
                refused: false,
            };
            for link in [Link::Connecting, lost, Link::Live] {
                state.update(Msg::Link(link));
                let bench = Bench { state: state.clone(), effects: vec![] };
                let screen = bench.screen();
                assert!(!screen.contains("{ $"), "{screen}");
            }
        }
    }
}

#[test]
fn no_text_is_missing_on_any_screen() {
    for size in SIZES {
        let mut bench = Bench::new(size);
        for keys in [
            "V", "Esc", ",", "Esc", ":", "Esc", ".", "Esc", "P", "Esc", "s", "Esc", "?", "Esc", "+", "Esc", "b", "Esc", "n",
            "Esc", "3", "F4", "Ctrl+Y", "Esc", "Esc",
        ] {
            bench.press(keys);
            let screen = bench.screen();
            for prefix in
                ["command-", "form-", "head-", "fact-", "view-", "sort-", "card-", "group-", "hint-", "urgency-", "status-"]
            {
                assert!(!screen.contains(prefix), "{prefix} at {size:?} after {keys}\n{screen}");
            }
        }
    }
}

#[test]
fn where_only_ascii_is_shown_lines_and_marks_are_ascii() {
    let theme = Theme { ascii: true, ..Theme::shipped("terminal").unwrap() };
    for size in SIZES {
        let rows = vec![row(1, "Ontruiming, SVB", Urgency::Crisis, Some(1)), row(2, "Beslag", Urgency::High, None)];
        let mut bench = Bench::with(size, &rows);
        for keys in ["Down", "Space", "Enter", "Esc", "n", "Esc", "+", "Esc", ":", "Esc", "?", "Esc", "P", "Esc", "@", "Esc", "3"]
        {
            bench.press(keys);
            // Words of the texts keep their letters; everything that is drawn is ASCII.
            let strange: Vec<char> = bench.screen_in(&theme).chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
            assert!(strange.is_empty(), "{strange:?} at {size:?} after {keys}");
            let screen = bench.screen_in(&theme);
            assert!(!screen.contains(" v volgende"), "an arrow is no letter: {screen}");
            assert!(size.0 < 80 || keys != "P" || screen.contains("Down volgende"), "{screen}");
        }
    }
}
