//! What a newcomer was unsure of: whether something was chosen, what a key would do, which words find something.

use chrono::TimeDelta;
use loket::tui::app::{
    Modal, Pane,
    choose::Choice,
    finder::FinderLine,
    message::{Answer, Call, Effect, Msg, Timer},
    wrap::wrap,
};
use loket::{
    domain::time_out::{TimeOutReach, TimeOutState},
    locale::{Language, Texts},
};

use crate::interface::{Bench, arrived, board, complete, me, officer, rows, whole};

/// The form of a contact moment on the first signal, with the cursor on whom.
fn contact() -> Bench {
    let mut bench = arrived((140, 40));
    bench.keymap("office").press("Home Enter").settle(&whole(&rows()[0], None, 1));
    bench.press("F8");
    bench
}

/// Waits so many milliseconds at the keyboard.
fn pause(bench: &mut Bench, milliseconds: i64) {
    bench.tell(Msg::Clock(bench.state.now + TimeDelta::milliseconds(milliseconds)));
}

/// The line of the screen on which this stands.
fn line(screen: &str, text: &str) -> String {
    screen.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} in {screen}")).to_owned()
}

#[test]
fn a_choice_that_was_not_made_looks_so_and_arrows_say_what_they_chose() {
    let mut bench = contact();
    bench.press("Ctrl+U").type_in("SVB").press("Tab");
    let open = line(&bench.screen(), "Bereikt");
    assert!(open.contains("ja") && open.contains("nee") && open.contains("(nog niet gekozen)"), "{open}");
    bench.press("Right");
    let chosen = line(&bench.screen(), "Bereikt");
    assert!(chosen.contains("[ja]") && !chosen.contains("nog niet"), "{chosen}");
    assert_eq!(bench.message(), "Bereikt: ja gekozen.");
    bench.press("Right");
    assert_eq!(bench.message(), "Bereikt: nee gekozen.");
}

/// The menu on top: the label under the cursor.
fn under_cursor(bench: &Bench) -> String {
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    menu.items[menu.cursor].label.clone()
}

#[test]
fn arrows_after_letters_step_over_what_begins_so() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F9").type_in("status").press("Enter").type_in("in");
    let first = under_cursor(&bench);
    assert!(bench.screen().contains("getypt: in"), "{}", bench.screen());
    let mut seen = vec![first.clone()];
    loop {
        bench.press("Down");
        let label = under_cursor(&bench);
        assert!(label.split(' ').any(|word| word.to_lowercase().starts_with("in")), "{label}");
        if label == first {
            break;
        }
        seen.push(label);
    }
    assert!(seen.len() > 1, "{seen:?}");
    // Back round the corner is the last of them.
    bench.press("Up");
    assert_eq!(Some(&under_cursor(&bench)), seen.last());
    // Where one line alone begins so the arrow stays; after a pause it goes to the next line, whatever it is called.
    bench.press("Home").type_in("tri").press("Down");
    assert_eq!(under_cursor(&bench), "in triage");
    pause(&mut bench, 2100);
    bench.press("Down");
    assert_eq!(under_cursor(&bench), "wacht op informatie", "{}", bench.screen());
}

#[test]
fn the_backspace_and_escape_empty_what_was_typed_into_a_menu() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F9").type_in("status").press("Enter");
    let before = under_cursor(&bench);
    bench.type_in("tri").press("Backspace");
    assert!(bench.screen().contains("getypt: tr") && under_cursor(&bench) == "in triage", "{}", bench.screen());
    bench.press("Backspace Backspace");
    assert!(!bench.screen().contains("getypt") && under_cursor(&bench) == before, "{}", bench.screen());
    bench.type_in("tri").press("Esc");
    assert!(!bench.screen().contains("getypt") && under_cursor(&bench) == "in triage", "{}", bench.screen());
    bench.press("Esc");
    assert!(bench.state.modals.is_empty(), "{}", bench.screen());
}

#[test]
fn a_word_in_a_menu_is_forgotten_when_nothing_follows() {
    let mut bench = arrived((100, 30));
    bench.keymap("office").press("F9").type_in("status").press("Enter").type_in("tri");
    let timer = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::Wait(2000, timer @ Timer::Menu(_)) => Some(*timer),
        _ => None,
    });
    bench.tell(Msg::Timer(timer.expect("somebody waits for the end of the word")));
    assert!(!bench.screen().contains("getypt") && under_cursor(&bench) == "in triage", "{}", bench.screen());
}

/// What the question about text outside a field would filter by; nothing: it is not asked.
fn asked_about(bench: &Bench) -> Option<String> {
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { return None };
    menu.items.iter().find_map(|item| if let Choice::Filter(text) = &item.choice { Some(text.clone()) } else { None })
}

#[test]
fn what_still_comes_of_a_burst_answers_no_question() {
    let mut bench = arrived((100, 30));
    bench.tell(Msg::Paste("kind zonder\n".into()));
    assert_eq!(asked_about(&bench).as_deref(), Some("kind zonder"));
    // More of the same, by letters: no letter of it picks an answer.
    pause(&mut bench, 100);
    bench.type_in("verf");
    pause(&mut bench, 100);
    bench.press("Enter").settle(&whole(&rows()[0], None, 1));
    assert_eq!(asked_about(&bench).as_deref(), Some("kind zonder verf"), "{}", bench.screen());
    assert_eq!(bench.state.modals.len(), 1);
    // Nobody read it so soon: Enter and Esc do not count yet, and begin the wait anew.
    bench.press("Enter Esc");
    pause(&mut bench, 400);
    bench.press("Enter");
    assert!(asked_about(&bench).is_some(), "{}", bench.screen());
    pause(&mut bench, 500);
    bench.press("Enter");
    assert!(bench.state.modals.is_empty() && bench.sent().is_empty() && bench.state.signals.filter.text().is_empty());
}

#[test]
fn a_day_of_next_week_is_understood() {
    for typed in ["volgende week woensdag", "woensdag over een week", "woensdag volgende week", "next week wednesday"] {
        let mut bench = Bench::new((100, 30));
        board::opened(&mut bench, &board::deadlines(false), None);
        bench.press("T v Ctrl+U").type_in(typed);
        assert!(bench.screen().contains("2-12"), "{typed}: {}", bench.screen());
    }
}

#[test]
fn two_words_that_find_nobody_together_say_what_each_finds_alone() {
    let mut bench = arrived((140, 40));
    bench.press("3").type_in("toeslagen zzzzzz");
    let screen = bench.screen();
    assert!(screen.contains("‘toeslagen’ alleen: 3; ‘zzzzzz’ alleen: 0."), "{screen}");
    // One word says nothing of itself, and what is found needs no explanation.
    bench.press("Ctrl+U").type_in("zzzzzz");
    assert!(bench.screen().contains("Niemand gevonden") && !bench.screen().contains("alleen:"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("toeslagen boer");
    assert!(!bench.screen().contains("alleen:"), "{}", bench.screen());
}

/// The words of the commands that the palette or help finds by this.
fn found(keys: &str, typed: &str) -> Vec<String> {
    let mut bench = Bench::new((140, 40));
    board::opened(&mut bench, &board::deadlines(false), None);
    bench.keymap("office").press(keys).type_in(typed);
    let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let word = |line: FinderLine| if let FinderLine::Command { word, .. } = line { Some(word) } else { None };
    finder.lines(&bench.state).into_iter().filter_map(word).collect()
}

#[test]
fn a_command_is_found_by_any_form_of_its_verb() {
    for keys in ["F9", "F1"] {
        for (typed, word) in [
            ("deel", "delen"),
            ("gedeeld", "delen"),
            ("opgeschort", "opschorten"),
            ("opgeschort", "filterlijst"),
            ("verleng", "verlengen"),
        ] {
            let found = found(keys, typed);
            assert!(found.iter().any(|found| found == word), "{keys} {typed}: {found:?}");
        }
    }
}

#[test]
fn a_number_and_enter_show_a_pane_as_it_was_left() {
    for opened in [false, true] {
        let mut bench = Bench::new((140, 40));
        board::opened(&mut bench, &board::deadlines(false), None);
        bench.keymap("office").press("1 Enter Home Down");
        let current = bench.state.signals.current;
        if opened {
            bench.press("Enter");
        }
        bench.press("4 Enter");
        assert_eq!(bench.state.pane, Pane::Board);
        bench.press("1 Enter");
        assert_eq!((bench.state.pane, bench.state.signals.open.is_some()), (Pane::Signals, opened), "{}", bench.screen());
        assert_eq!((bench.state.signals.current, bench.state.board.filter.text()), (current, ""));
        // Enter by itself opens the row under the cursor.
        bench.press("Enter");
        assert!(bench.state.signals.open.is_some() && bench.state.signals.current == current, "{}", bench.screen());
    }
}

#[test]
fn a_button_that_withdraws_or_rejects_says_so() {
    let other = loket::domain::ids::AccountId(uuid::Uuid::from_u128(77));
    for (by, letter, word) in [(me(), "i", "Intrekken"), (other, "a", "Afwijzen")] {
        let mut bench = Bench::new((100, 30));
        board::opened(&mut bench, &board::deadlines(true), Some(by));
        bench.press("T j").press(letter);
        let screen = bench.screen();
        assert!(screen.contains(&format!("[ {word} ] [ Sluiten ]")) && !screen.contains("Opslaan"), "{screen}");
    }
}

/// Looking up somebody of whom much is known, in a low window.
fn much_known() -> Bench {
    let mut known = officer(9, "M. Mulder", "CAK", "+31 85 555 0909");
    known.facts.mail = "maatwerk.klanten@cak.voorbeeld.nl".into();
    known.facts.direct_phone = "+31 6 5550 9090".into();
    known.facts.direct_mail = "m.mulder@cak.voorbeeld.nl".into();
    known.facts.availability = "ma, di en do van 9:00 tot 12:30; wo alleen per mail".into();
    known.facts.escalation = "teamleider zorgpremies, via het centrale nummer".into();
    known.facts.mandate_source = "mandaatregeling 2026, artikel 4".into();
    known.facts.domains = ["zorgpremie", "wanbetalers", "buitenland", "onverzekerden", "eigen bijdrage"].map(Into::into).into();
    let mut replica = complete(&rows());
    let line = serde_json::json!({"kind": "officer", "row": known}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    let mut bench = Bench::new((80, 24));
    bench.tell(Msg::Replica(replica)).press("@").type_in("mulder").look();
    bench
}

#[test]
fn a_card_that_is_cut_says_so_and_scrolls() {
    let told = ["+31 6 5550 9090", "m.mulder@cak.voorbeeld.nl", "teamleider", "artikel 4", "eigen bijdrage"];
    let mut bench = much_known();
    let mut seen = bench.screen();
    assert!(seen.contains("(PgDn)") && !told.iter().all(|part| seen.contains(part)), "{seen}");
    let mut pages = 1;
    while bench.screen().contains("(PgDn)") {
        bench.press("PgDn").look();
        seen.push_str(&bench.screen());
        pages += 1;
        assert!(pages < 10, "{seen}");
    }
    for part in told {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    // Back up, as far as it goes; further presses at the end were not counted.
    bench.press("PgDn PgDn").look();
    assert!(bench.screen().contains("(PgUp)"), "{}", bench.screen());
    for _ in 1..pages {
        bench.press("PgUp").look();
    }
    assert!(bench.screen().contains("+31 85 555 0909") && !bench.screen().contains("(PgUp)"), "{}", bench.screen());
    // With the keys in the card it scrolls too.
    bench.press("Tab PgDn").look();
    assert!(bench.state.modals.len() == 1 && !bench.screen().contains("+31 85 555 0909"), "{}", bench.screen());
}

#[test]
fn an_address_is_not_broken_where_it_fits_on_a_line_of_its_own() {
    let bench = much_known();
    assert!(bench.screen().contains("maatwerk.klanten@cak.voorbeeld.nl"), "{}", bench.screen());
}

/// The board with the time-out of S-503 under the cursor, which suspends this and is in this state.
fn suspending(reach: TimeOutReach, state: TimeOutState) -> Bench {
    let all = board::deadlines(false);
    let mut bench = Bench::new((140, 40));
    bench.tell(Msg::Replica(board::with_deadlines(&all))).press("4");
    while !bench.effects.is_empty() {
        for effect in std::mem::take(&mut bench.effects) {
            match effect {
                Effect::Wait(_, timer) => drop(bench.tell(Msg::Timer(timer))),
                Effect::Send { request, call: Call::ReadDeadline(wanted), .. } => {
                    let row = all.iter().find(|row| row["id"] == serde_json::json!(wanted)).unwrap();
                    let mut found = board::detail(row, None);
                    if let Some(time_out) = &mut found.time_out {
                        (time_out.item.facts.reach, time_out.item.state) = (reach, state);
                    }
                    bench.tell(Msg::Reply { request, reply: Ok(Answer::Deadline(Box::new(found))) });
                }
                _ => {}
            }
        }
    }
    bench
}

#[test]
fn a_time_out_of_the_effect_alone_says_that_the_objection_term_runs_on() {
    // In a narrow pane it goes on on the next line.
    let told = "De bezwaartermijn loopt door: alleen";
    for (reach, state, says) in [
        (TimeOutReach::Effect, TimeOutState::Running, true),
        (TimeOutReach::Effect, TimeOutState::Resumed, false),
        (TimeOutReach::Both, TimeOutState::Running, false),
    ] {
        let mut bench = suspending(reach, state);
        assert_eq!(bench.screen().contains(told), says, "{reach} {state}: {}", bench.screen());
        bench.press("Enter");
        assert_eq!(bench.screen().contains(told), says, "open, {reach} {state}: {}", bench.screen());
    }
}

#[test]
fn the_seconds_of_a_reveal_stay_together() {
    let words = Texts::new(Language::Dutch).with("shield-left", &[("seconds", 9_usize.into())]);
    assert_eq!(wrap(&words, 4).len(), 2, "cut in a field of four, and at no blank: {words:?}");
    assert!(!words.contains(' ') && words == "nog\u{a0}9\u{a0}s", "{words:?}");
}

#[test]
fn the_filter_stands_in_the_head_also_where_a_row_matches_no_longer() {
    for width in [80, 100] {
        let mut bench = arrived((width, 30));
        bench.press("/").type_in("ontruiming instantie:cak").press("Enter");
        let mut changed = rows();
        (changed[0].title, changed[0].version) = ("Opgelost".into(), 2);
        bench.tell(Msg::Replica(complete(&changed)));
        assert_eq!(bench.state.signals.left.len(), 1, "{}", bench.screen());
        let head = line(&bench.screen(), "ontruiming");
        assert!(head.contains("ontruiming") && head.contains("instantie:cak"), "{width}: {head}");
    }
}
