//! Looking somebody up: from any screen, in a few keys.

use loket::tui::app::message::{Effect, Msg};

use super::Bench;

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
    for text in ["S. de Boer", "Gemeente Utrecht", "beslissen, tot € 5000", "Dekt niet", "ontruiming", "actueel", "E. Smits"] {
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
