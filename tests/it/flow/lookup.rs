//! Who has the mandate, and their number on the clipboard of the terminal outside.

use super::{Outside, PHONE};

/// Five characters that find the officer of the UWV among 611.
const QUERY: &str = "hoe u";

fn look_up(outside: &mut Outside) {
    let terminal = &mut outside.terminal;
    terminal.press_until("@", |screen| screen.contains(" Wie? "), "the lookup");
    terminal.type_text(QUERY);
    terminal.until(|screen| screen.contains("S. Hoekstra"), "the officer");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_number_in_seven_keys_from_any_screen() {
    let mut outside = Outside::new().await;
    tokio::task::block_in_place(|| {
        for (screen, opens) in [("the queue", ""), ("an open signal", "\r"), ("the register", "3")] {
            if !opens.is_empty() {
                outside.terminal.press_until(opens, |screen| !screen.contains("vroegste datum,"), screen);
            }
            outside.terminal.presses();
            look_up(&mut outside);
            outside.terminal.press_until("\r", |screen| screen.contains("gekopieerd via de terminal"), "copied");
            outside.took(7);
            assert_eq!(outside.copied().last().unwrap(), "+31 88 555 4993", "{screen}");
        }
    });
    outside.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_field_in_eight_keys_and_the_reporter_of_an_open_case_in_two() {
    let mut outside = Outside::new().await;
    tokio::task::block_in_place(|| {
        look_up(&mut outside);
        outside.terminal.press_until("\x19", |screen| screen.contains("Wat wilt u kopiëren?"), "the menu");
        outside.terminal.press("m");
        outside.terminal.until(|screen| screen.contains("gekopieerd via de terminal"), "copied");
        outside.took(8);
        assert_eq!(outside.copied().last().unwrap(), "maatwerk@uwv.voorbeeld.nl");
        let shown = outside.terminal.shown();
        if shown.contains(" Wie? ") {
            outside.terminal.press_until("\x1b", |screen| !screen.contains(" Wie? "), "the lookup closed");
        }
        outside.terminal.press_until("\r", |screen| screen.contains("v toont 10 s"), "the open case");
        assert!(!outside.terminal.shown().contains(PHONE));
        outside.terminal.presses();
        outside.terminal.press("y");
        outside.terminal.press("t");
        outside.terminal.until(|screen| screen.contains("Gekopieerd via de terminal: telefoon van de melder"), "copied");
        outside.took(2);
        assert_eq!(outside.copied().last().unwrap(), PHONE);
    });
    outside.stop().await;
}
