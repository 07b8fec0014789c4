//! Pane 2: a fixed agenda is not changed by accident.

use loket::tui::app::{Modal, agenda::AgendaCall};
use serde_json::json;

use super::{
    Bench,
    meetings::{arrived, asked, meeting_id, meetings},
};

/// LET-48 in this state, with the cursor on its third item.
fn open(state: &str, edition: serde_json::Value) -> Bench {
    let mut all = meetings();
    (all.0[0]["state"], all.0[0]["edition"]) = (json!(state), edition);
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    arrived(&mut bench, &all);
    bench.state.agenda.meeting = Some(meeting_id(48));
    bench.press("1 2 Home Down Down");
    bench.effects.clear();
    bench
}

fn is_asked(bench: &Bench) -> bool {
    bench.screen().contains("LET-48 is vastgesteld (versie 1). Toch wijzigen?")
}

#[test]
fn a_change_of_a_fixed_agenda_is_asked_about_once() {
    let mut bench = open("fixed", json!(1));
    bench.press("J");
    assert!(is_asked(&bench) && asked(&mut bench).is_empty(), "{}", bench.screen());
    // No is the first answer, and it is asked again.
    bench.press("Enter J");
    assert!(is_asked(&bench) && asked(&mut bench).is_empty());
    bench.press("j");
    let sent = asked(&mut bench);
    assert!(matches!(&sent[..], [(_, AgendaCall::Move(..))]), "{sent:?}\n{}", bench.screen());
    bench.press("K");
    assert!(!is_asked(&bench), "once in a sitting: {}", bench.screen());
}

#[test]
fn everything_that_changes_it_asks_and_nothing_else_does() {
    for keys in ["J", "K", "=", "i", "e", "X", "a", "End Enter"] {
        let mut bench = open("fixed", json!(1));
        bench.press(keys);
        assert!(is_asked(&bench) && asked(&mut bench).is_empty(), "{keys}: {}", bench.screen());
    }
    for keys in ["Down", "Enter", "W", "]"] {
        let mut bench = open("fixed", json!(1));
        bench.press(keys);
        assert!(!is_asked(&bench), "{keys}: {}", bench.screen());
    }
    let mut bench = open("concept", json!(null));
    bench.press("=");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Form(_))), "{}", bench.screen());
}
