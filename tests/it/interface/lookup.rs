//! Looking somebody up: from any screen, in a few keys.

use loket::tui::app::message::{Effect, Msg, Timer};

use super::{Bench, now, officer};

#[test]
fn seven_keys_from_any_screen_to_a_copied_number() {
    for before in ["", "Enter", "3", "?"] {
        let mut bench = Bench::new((100, 30));
        if !before.is_empty() {
            bench.press(before);
        }
        if before == "?" || before == "3" {
            bench.press("F4");
        } else {
            bench.press("@");
        }
        bench.type_in("de bo").press("Enter");
        assert!(bench.effects.contains(&Effect::Copy("+31 85 555 0101".into())), "{before}: {:?}", bench.effects);
    }
}

#[test]
fn the_window_closes_and_tells_what_was_copied() {
    let mut bench = Bench::new((80, 24));
    bench.press("@").type_in("yildiz");
    assert!(bench.screen().contains("F. Yıldız"));
    bench.press("Enter").tell(Msg::Copied(Ok("+31 85 555 0303".into())));
    assert!(bench.state.modals.is_empty());
    assert!(bench.screen().contains("+31 85 555 0303  gekopieerd via de terminal"));
}

#[test]
fn another_field_is_two_keys_more() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("cak").press("Ctrl+Y m");
    assert!(bench.effects.contains(&Effect::Copy("2@voorbeeld.nl".into())), "{:?}", bench.effects);
}

#[test]
fn who_was_looked_up_is_proposed_for_the_contact_moment() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("bouazz").press("Enter").press("b");
    assert!(bench.screen().contains("D. El Bouazzaoui, CAK"), "{}", bench.screen());
}

#[test]
fn the_card_says_what_the_mandate_covers_and_not() {
    let mut bench = Bench::new((100, 30));
    bench.press("3").type_in("boer");
    let screen = bench.screen();
    for text in ["S. de Boer", "Gemeente Utrecht", "beslissen, tot € 5.000", "Dekt niet", "ontruiming", "actueel", "E. Smits"] {
        assert!(screen.contains(text), "{text}\n{screen}");
    }
    bench.press("Tab m");
    assert!(bench.effects.contains(&Effect::Copy("1@voorbeeld.nl".into())));
}

#[test]
fn nobody_found_says_what_to_do() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("qqqqqq");
    assert!(bench.screen().contains("Niemand gevonden met “qqqqqq”."), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("zwijndregt");
    assert!(bench.screen().contains("Bedoelt u “Zwijndrecht”?"), "{}", bench.screen());
}

#[test]
fn the_keys_of_the_card_are_told_once_and_the_way_back_with_them() {
    for size in [(60, 18), (80, 24), (100, 30)] {
        let mut bench = Bench::new(size);
        bench.keymap("office").press("F4").type_in("boer");
        let hints = |bench: &Bench| bench.screen().lines().last().unwrap().to_owned();
        assert!(hints(&bench).contains("Tab naar kaart") && hints(&bench).contains("Esc sluiten"), "{}", bench.screen());
        bench.press("Tab");
        let shown = hints(&bench);
        assert!(shown.contains("Tab naar zoeken") && shown.contains("Esc terug"), "{}", bench.screen());
        assert_eq!(shown.matches("Enter").count(), 1, "{shown}");
        bench.press("Esc");
        assert!(hints(&bench).contains("Tab naar kaart"), "{}", bench.screen());
    }
}

#[test]
fn whose_mandate_ended_comes_last_and_it_is_said() {
    let mut bench = Bench::new((100, 30));
    let mut replica = super::complete(&super::rows());
    let mut over = officer(8, "A. Aalbers", "CAK", "+31 85 555 0808");
    over.facts.mandate_until = Some(now().date_naive() - chrono::TimeDelta::days(1));
    let line = serde_json::json!({"kind": "officer", "row": over}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
    bench.press("@").type_in("cak");
    let screen = bench.screen();
    assert!(screen.find("D. El Bouazzaoui").unwrap() < screen.find("A. Aalbers").unwrap(), "{screen}");
    assert!(screen.contains("verlopen"), "{screen}");
    bench.press("Down");
    let words = ["beslissen, mandaat", "verlopen zo 22-11-2026,", "tot € 5.000"];
    assert!(words.iter().all(|words| bench.screen().contains(words)), "{}", bench.screen());
    bench.press("Up Enter");
    assert!(bench.effects.contains(&Effect::Copy("+31 85 555 0202".into())), "{:?}", bench.effects);
}

#[test]
fn who_is_away_says_so_and_comes_after_who_is_there_and_may_as_much() {
    let mut bench = Bench::new((100, 30));
    let mut replica = super::complete(&super::rows());
    let mut away = officer(2, "D. El Bouazzaoui", "CAK", "+31 85 555 0202");
    away.facts.absent_until = Some(now().date_naive() + chrono::TimeDelta::days(3));
    for row in [away, officer(8, "A. Aalbers", "CAK", "+31 85 555 0808")] {
        replica.apply_line(serde_json::json!({"kind": "officer", "row": row}).to_string().as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(replica));
    let line = |bench: &Bench, name: &str| {
        let screen = bench.screen();
        screen.lines().position(|line| line.contains(name)).unwrap_or_else(|| panic!("no {name}: {screen}"))
    };
    // Of the case under the cursor, and of what was typed.
    for typed in ["", "cak"] {
        bench.press("@").type_in(typed);
        let (there, gone) = (line(&bench, "A. Aalbers"), line(&bench, "D. El Bouazzaoui"));
        assert!(there < gone, "{}", bench.screen());
        let screen = bench.screen();
        assert!(screen.lines().nth(gone).unwrap().contains("– afwezig"), "{screen}");
        assert!(!screen.lines().nth(there).unwrap().contains("afwezig"), "{screen}");
        bench.press("Esc Esc");
    }
    // Whoever is asked for by name stays to be found.
    bench.press("@").type_in("bouazzaoui").press("Enter");
    assert!(bench.effects.contains(&Effect::Copy("+31 85 555 0202".into())), "{:?}", bench.effects);
}

#[test]
fn esc_leads_from_the_card_back_to_the_search_and_out() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("boer").press("Tab").press("Esc");
    assert!(!bench.state.modals.is_empty(), "the card is left, not the window");
    bench.type_in("x");
    assert!(bench.screen().contains("boerx"), "typed letters search again\n{}", bench.screen());
    bench.press("Esc Esc");
    assert!(bench.state.modals.is_empty(), "{}", bench.screen());
}

/// A register with a second entry in Utrecht that may decide about evictions.
fn with_second(bench: &mut Bench) {
    let mut replica = super::complete(&super::rows());
    let mut second = officer(9, "P. Willems", "GM0344", "+31 85 555 0909");
    (second.facts.mandate_excludes, second.facts.domains) = ("".into(), vec!["huisvesting".into()]);
    let line = serde_json::json!({"kind": "officer", "row": second}).to_string();
    replica.apply_line(line.as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
}

#[test]
fn the_case_under_the_cursor_proposes_whom_to_call_before_anything_is_typed() {
    let mut bench = Bench::new((100, 30));
    with_second(&mut bench);
    bench.press("@");
    let screen = bench.screen();
    assert!(screen.contains("Bij S-471: Gemeente Utrecht, CAK"), "{screen}");
    let at = |name: &str| screen.find(name).unwrap_or_else(|| panic!("{name}\n{screen}"));
    assert!(at("P. Willems") < at("D. El Bouazzaoui"), "who may decide about an eviction, of the municipality first\n{screen}");
    assert!(at("D. El Bouazzaoui") < at("S. de Boer"), "the best of each, then the others\n{screen}");
    assert!(!screen.contains("F. Yıldız"), "somebody of another municipality\n{screen}");
    bench.press("Enter");
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::Copy(_))), "nobody was chosen yet");
    assert!(bench.message().contains("Enter voor het nummer van P. Willems"), "{}", bench.message());
    bench.press("Enter");
    assert!(bench.effects.contains(&Effect::Copy("+31 85 555 0909".into())), "{:?}", bench.effects);
    // Pane 3 is about nobody's case.
    bench.press("3");
    assert!(bench.screen().contains("F. Yıldız"), "{}", bench.screen());
}

#[test]
fn nobody_covers_it_and_the_next_best_is_named() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("mandaat:ontruiming utrecht");
    let screen = bench.screen();
    assert!(screen.contains("Niemand hier beslist over “ontruiming”"), "{screen}");
    assert!(screen.contains("S. de Boer"), "{screen}");
    with_second(&mut bench);
    bench.press("Esc @").type_in("mandaat:ontruiming utrecht");
    assert!(!bench.screen().contains("Niemand hier") && bench.screen().contains("P. Willems"), "{}", bench.screen());
}

#[test]
fn who_was_called_comes_first_among_equals_also_after_a_restart() {
    let mut bench = Bench::new((100, 30));
    let mut replica = super::complete(&super::rows());
    for (number, name) in [(11, "A. Bakker"), (12, "B. Bakker")] {
        let row = officer(number, name, "UWV", &format!("+31 85 555 12{number}"));
        replica.apply_line(serde_json::json!({"kind": "officer", "row": row}).to_string().as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(replica));
    let first = |bench: &mut Bench| {
        bench.press("@").type_in("bakker");
        let screen = bench.screen();
        if screen.find("A. Bakker") < screen.find("B. Bakker") { "A" } else { "B" }
    };
    assert_eq!(first(&mut bench), "A");
    bench.press("Down Enter");
    assert_eq!(first(&mut bench), "B");
    let kept = bench.state.keep_place();
    let [Effect::SaveDraft { text, .. }] = &kept[..] else { panic!("{kept:?}") };
    assert!(!text.contains("Bakker") && !text.contains("UWV"), "no names are kept: {text}");
    assert!(text.contains("uses"), "{text}");
}

#[test]
fn the_card_says_whether_somebody_can_be_reached_now() {
    let mut bench = Bench::new((100, 30));
    let mut replica = super::complete(&super::rows());
    let mut row = officer(13, "Q. Quist", "UWV", "+31 85 555 1313");
    row.facts.availability = "werkdagen 9.00 tot 17.00 uur".into();
    row.facts.mandate_source = "mandaatbesluit 2025".into();
    replica.apply_line(serde_json::json!({"kind": "officer", "row": row}).to_string().as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica)).press("@").type_in("quist");
    for words in ["nu bereikbaar, tot 17:00 uur", "mandaatbesluit 2025"] {
        assert!(bench.screen().contains(words), "{words}\n{}", bench.screen());
    }
}

#[test]
fn what_is_forgiven_is_shown_as_such() {
    let mut bench = Bench::new((100, 30));
    bench.press("@").type_in("yildis");
    for words in ["F. Yıldız", "Niemand past precies bij “yildis”"] {
        assert!(bench.screen().contains(words), "{words}\n{}", bench.screen());
    }
    bench.press("Esc 3").type_in("yildis");
    let screen = bench.screen();
    let row = screen.lines().find(|line| line.contains("lijkt op")).unwrap_or_default();
    assert!(row.contains("≈"), "with the sign of how lately it was verified beside it: {screen}");
}

/// A register so large, for this interface, that the letter is drawn before it is searched.
fn large() -> Bench {
    let mut bench = Bench::new((100, 30));
    bench.state.at_once = 2;
    let mut replica = super::complete(&super::rows());
    let row = officer(1_077, "Q. Zonderling", "CAK", "+31 85 556 77");
    replica.apply_line(serde_json::json!({"kind": "officer", "row": row}).to_string().as_bytes()).unwrap();
    bench.tell(Msg::Replica(replica));
    bench
}

#[test]
fn in_a_large_register_the_letter_comes_first_and_no_older_search_is_made() {
    let mut bench = large();
    bench.press("@").type_in("zonde");
    let waits: Vec<Timer> = bench
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Wait(_, timer @ Timer::SearchHere(_)) => Some(*timer),
            _ => None,
        })
        .collect();
    assert_eq!(waits.len(), 5, "one for each letter");
    // Until it is searched what stood there stands there: everybody.
    let found = |bench: &Bench| bench.screen().contains("Q. Zonderling") && !bench.screen().contains("S. de Boer");
    assert!(bench.screen().contains("zonde") && !found(&bench), "{}", bench.screen());
    for old in &waits[..4] {
        bench.tell(Msg::Timer(*old));
        assert!(!found(&bench), "an older search is not made");
    }
    bench.tell(Msg::Timer(waits[4]));
    assert!(found(&bench), "{}", bench.screen());
}

#[test]
fn in_a_large_register_enter_copies_what_was_typed_and_not_what_was_found_before() {
    let mut bench = large();
    bench.press("@").type_in("zonde").press("Enter");
    assert!(bench.effects.contains(&Effect::Copy("+31 85 556 77".into())), "{:?}", bench.effects);
}
