//! The filter of the deadline board: its own fields, those of the signal, and what is said when nothing is found.

use loket::{
    locale::Language,
    tui::app::{command::Command, message::Msg},
};
use serde_json::json;

use super::{
    Bench,
    board::{deadlines, opened, with_deadlines},
};

/// The board in Dutch, where the fifth clock is a commitment.
fn bench() -> Bench {
    let mut all = deadlines(true);
    all[4]["kind"] = json!("commitment");
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    opened(&mut bench, &all, None);
    bench
}

/// The numbers of the clocks that are shown, in order of their numbers.
fn found(bench: &Bench) -> Vec<u128> {
    let deadlines = bench.state.replica.deadlines();
    let number = |row: &u32| deadlines.get(*row).unwrap().id().0.as_u128() - 0x0d00;
    let mut all: Vec<u128> = bench.state.board.board.rows.iter().map(number).collect();
    all.sort_unstable();
    all
}

#[test]
fn days_and_kinds_are_those_of_the_clock_and_the_rest_is_of_its_signal() {
    let mut bench = bench();
    for (text, wanted) in [
        // Today is Monday the 23rd.
        ("termijn:<=vr", vec![1, 2, 3, 4]),
        ("termijn:verlopen", vec![1]),
        ("termijn:vandaag,2-12", vec![2, 5]),
        ("soort:toezegging", vec![5]),
        ("kind:commitment,threat", vec![2, 5]),
        ("soort:bezwaar -termijn:<=vr", vec![6, 7]),
        ("-soort:bezwaar termijn:<=vr", vec![2, 3]),
        ("instantie:bd", vec![7]),
        ("nummer:s-503", vec![3, 4, 8]),
        ("urgentie:laag", vec![7]),
        ("ontruiming -uwv", vec![2]),
        ("\"kind zonder\"", vec![3, 4, 8]),
        ("soort: termijn:", vec![1, 2, 3, 4, 5, 6, 7, 8]),
        ("termijn:ooit", vec![]),
        ("-sort:toezegging", vec![]),
    ] {
        bench.press("/").type_in(text);
        assert_eq!(found(&bench), wanted, "{text}");
        bench.press("Esc");
    }
}

#[test]
fn an_empty_board_says_of_what_and_what_it_does_not_know() {
    let mut bench = bench();
    bench.press("/").type_in("zeepaardje").press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("Geen termijnen met “zeepaardje”.") && screen.contains("soort:toezegging"), "{screen}");
    assert!(!screen.contains("Geen signalen") && !screen.contains("kent het veld"), "{screen}");
    bench.press("Esc /").type_in("sort:toezegging").press("Enter");
    assert!(bench.screen().contains("loket kent het veld “sort” hier niet. Bedoelt u “soort”?"), "{}", bench.screen());
}

#[test]
fn the_help_tells_the_fields_of_the_board_while_it_is_filtered() {
    let mut bench = bench();
    bench.press("/");
    bench.state.run(Command::Help);
    let screen = bench.screen();
    assert!(screen.contains("soort:toezegging") && screen.contains("termijn:<=vr"), "{screen}");
    assert!(!screen.contains("status:wacht,triage"), "{screen}");
}

#[test]
fn a_slip_is_pointed_out_and_tab_mends_it_as_in_the_queue() {
    let mut bench = bench();
    // What is wrong in the queue is no matter of the board.
    bench.press("1 /").type_in("gemente:breda").press("Enter 4");
    for (typed, said, mended) in [
        ("sort:toezegging", "loket kent het veld “sort” hier niet. Bedoelt u “soort”? Tab verbetert het.", "soort:toezegging"),
        ("soort:toezeging", "Er is geen soort “toezeging”. Bedoelt u “toezegging”? Tab verbetert het.", "soort:toezegging"),
        ("gemeente:brda", "Er is geen gemeente “brda”. Bedoelt u “Breda”? Tab verbetert het.", "gemeente:Breda"),
        ("-instantie:cka", "Er is geen instantie “cka”. Bedoelt u “cak”? Tab verbetert het.", "-instantie:cak"),
    ] {
        bench.press("/ Ctrl+U").type_in(typed);
        assert!(bench.screen().contains(said), "{typed}\n{}", bench.screen());
        bench.press("Tab");
        assert_eq!(bench.state.board.filter.text(), mended);
        assert!(!bench.screen().contains("Bedoelt u"), "{}", bench.screen());
        bench.press("Enter");
    }
    assert_eq!(bench.state.signals.filter.text(), "gemente:breda", "each pane mends its own");
    bench.press("/ Ctrl+U").type_in("termijn:<=vr soort:terug").press("Tab");
    assert_eq!(bench.state.board.filter.text(), "termijn:<=vr soort:terug", "nothing is wrong");
}

#[test]
fn a_view_that_the_filter_leaves_empty_is_shown_without_it_and_that_is_said() {
    let mut bench = bench();
    bench.press("/").type_in("soort:toezegging").press("Enter");
    let line = bench.screen().lines().last().unwrap().to_owned();
    assert!(line.contains("Esc filter wissen"), "a filter that stands tells how it goes: {line}");
    bench.press("F1").type_in("Esc");
    assert!(bench.screen().contains("filter wissen"), "{}", bench.screen());
    bench.press("Esc V t");
    assert!(!found(&bench).is_empty() && bench.state.board.filter.is_blank(), "{}", bench.screen());
    assert_eq!(bench.message(), "Filter “soort:toezegging” gewist: er bleef niets over.");
    let line = bench.screen().lines().last().unwrap().to_owned();
    assert!(!line.contains("filter wissen"), "{line}");
    // What leaves rows stays.
    bench.press("V a /").type_in("termijn:<=vr").press("Enter V t");
    assert!(!bench.state.board.filter.is_blank(), "{}", bench.screen());
}

#[test]
fn a_clock_that_matches_no_longer_stays_in_its_place_until_r() {
    let mut all = deadlines(false);
    let mut bench = Bench::speaking((100, 30), Language::Dutch);
    opened(&mut bench, &all, None);
    bench.press("/").type_in("termijn:<=vr").press("Enter Down");
    assert_eq!(found(&bench), [1, 2, 3, 4]);
    for field in ["safeEnd", "end", "alarmOn"] {
        all[2][field] = json!("2026-12-21");
    }
    bench.tell(Msg::Replica(with_deadlines(&all)));
    // What others change makes no difference, and a clock that is no more is gone.
    all.remove(0);
    bench.tell(Msg::Replica(with_deadlines(&all)));
    assert_eq!(found(&bench), [2, 3, 4]);
    assert_eq!(bench.state.board.left.len(), 1);
    let screen = bench.screen();
    let row = screen.lines().find(|line| line.contains("ma 21-12")).unwrap_or_else(|| panic!("{screen}"));
    assert!(row.contains('~') && screen.contains("past niet meer (~), R laat weg") && screen.contains("2 van 6"), "{screen}");
    bench.press("R");
    assert_eq!(found(&bench), [2, 4]);
    assert!(!bench.screen().contains("R laat weg"), "{}", bench.screen());
    // Another question is no matter of the rows of the one before.
    bench.press("Esc /").type_in("termijn:<=vr").press("Enter");
    assert_eq!(found(&bench), [2, 4]);
}

#[test]
fn a_value_of_several_words_needs_no_quotes() {
    let mut bench = bench();
    bench.press("/").type_in("status:ontvangen soort:service norm").press("Enter");
    assert_eq!(found(&bench), Vec::<u128>::new());
    bench.press("Esc /").type_in("status:wacht op informatie").press("Enter");
    assert_eq!(found(&bench), Vec::<u128>::new());
    bench.press("Esc /").type_in("-status:wacht op informatie uwv").press("Enter");
    assert!(!found(&bench).is_empty() && bench.state.board.advice.is_none(), "{}", bench.screen());
}
