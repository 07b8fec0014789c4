//! What a newcomer was unsure of: whether something was chosen, what a key would do, which words find something.

use chrono::TimeDelta;
use loket::tui::app::{
    Modal,
    message::{Effect, Msg, Timer},
};

use crate::interface::{Bench, arrived, board, rows, whole};

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
