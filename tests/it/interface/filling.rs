//! Filling in a form without knowing the program: what was put there goes when something else is typed, a word chooses nothing, and
//! what is wrong is seen at once.

use loket::{
    domain::signal::Urgency,
    tui::app::{
        Modal,
        form::Form,
        message::{Call, Effect, Msg},
    },
};
use ratatui::{buffer::Buffer, layout::Rect, style::Modifier};

use super::Bench;

fn form(bench: &Bench) -> &Form {
    match bench.state.modals.last() {
        Some(Modal::Form(form)) => form,
        _ => panic!("no form\n{}", bench.screen()),
    }
}

/// Is this text shown the other way round?
fn is_reversed(bench: &Bench, text: &str) -> bool {
    let (width, height) = bench.state.size;
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
    let theme = loket::tui::view::theme::Theme::shipped("dark").unwrap();
    let _ = loket::tui::view::draw(&bench.state, &theme, &mut buffer);
    let reversed = |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::REVERSED);
    (0..height).any(|y| {
        let line: String = (0..width).filter(|x| reversed(*x, y)).map(|x| buffer[(x, y)].symbol().to_owned()).collect();
        line == text
    })
}

#[test]
fn what_was_put_in_a_field_goes_when_something_is_typed() {
    let with = |keys: &str, typed: &str| {
        let mut bench = Bench::new((100, 30));
        bench.press(&format!("b Shift+Tab {keys}")).type_in(typed);
        form(&bench).text("contact-with").to_owned()
    };
    assert_eq!(with("", "mel"), "mel");
    for (keys, expected) in
        [("End", "CAKmel"), ("Home", "melCAK"), ("Left", "CAmelK"), ("Right", "CAKmel"), ("Backspace", "CAmel"), ("Del", "mel")]
    {
        assert_eq!(with(keys, "mel"), expected, "{keys}");
    }
    // It is one step, taken back whole; what is pasted takes its place too.
    assert_eq!(with("m e l Ctrl+Z Ctrl+Z", ""), "CAK");
    let mut bench = Bench::new((100, 30));
    bench.press("b Shift+Tab").tell(Msg::Paste("Mw. Jansen".into()));
    assert_eq!(form(&bench).text("contact-with"), "Mw. Jansen");
    // What was typed oneself is gone on with.
    bench.press("Tab Shift+Tab").type_in(" (CAK)");
    assert_eq!(form(&bench).text("contact-with"), "Mw. Jansen (CAK)");
}

#[test]
fn what_goes_when_something_is_typed_is_seen() {
    let mut bench = Bench::new((100, 30));
    bench.press("b Shift+Tab");
    assert!(is_reversed(&bench, "CAK"), "{}", bench.screen());
    bench.press("End");
    assert!(!is_reversed(&bench, "CAK"));
}

#[test]
fn a_draft_taken_up_again_is_gone_on_with() {
    let mut bench = Bench::new((100, 30));
    bench.press("b");
    let slot = form(&bench).purpose.slot();
    let text = r#"{"contact-with":"Mw. Jansen","contact-agreed":"Belt"}"#;
    bench.tell(Msg::Draft { slot, text: Some(text.into()), saved_at: super::now() });
    bench.press("Shift+Tab").type_in(" (CAK)");
    assert_eq!(form(&bench).text("contact-with"), "Mw. Jansen (CAK)");
}

#[test]
fn where_letters_filter_no_letter_chooses_and_it_is_said() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F8 Enter").type_in("ja hij belt ");
    assert_eq!(form(&bench).text("contact-reached"), "", "neither a letter nor the spaces between words");
    assert_eq!(form(&bench).text("contact-agreed"), "");
    assert!(bench.screen().contains("hier typt u niets"), "{}", bench.screen());
    bench.press("Right Enter").type_in("Belt").press("Ctrl+S");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Contact { contact, .. }, _)] if contact.reached), "{sent:?}");
}

#[test]
fn a_word_typed_on_after_a_refused_save_chooses_nothing() {
    let mut bench = Bench::new((100, 30));
    bench.press("b Down").type_in("Gebeld").press("Ctrl+S");
    assert!(bench.sent().is_empty());
    bench.type_in("nog");
    assert_eq!((form(&bench).text("contact-reached"), form(&bench).text("contact-agreed")), ("", "Gebeld"));
    assert!(bench.screen().contains("hier typt u niets"), "{}", bench.screen());
    // A letter alone is a choice, after a moment.
    bench.tell(Msg::Clock(bench.state.now + chrono::TimeDelta::seconds(2))).press("n Ctrl+S");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Contact { contact, .. }, _)] if !contact.reached), "{sent:?}");
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn enter_means_the_same_in_every_form_and_the_hints_say_what() {
    let mut bench = Bench::new((140, 40));
    let hint = |bench: &Bench| bench.screen().lines().last().unwrap_or_default().to_owned();
    bench.press("b j");
    assert!(hint(&bench).contains("Enter volgend veld"), "{}", hint(&bench));
    bench.press("Enter Enter");
    assert!(hint(&bench).contains("Enter slaat op"), "{}", hint(&bench));
    bench.press("Tab Tab");
    assert!(hint(&bench).contains("Enter sluit"), "{}", hint(&bench));
    bench.press("Esc n");
    assert!(hint(&bench).contains("Enter nieuwe regel") && hint(&bench).contains("editor"), "{}", hint(&bench));
    // Where none is set, none is offered.
    bench.state.has_editor = false;
    bench.tell(Msg::Clock(bench.state.now));
    assert!(!hint(&bench).contains("editor"), "{}", hint(&bench));
}

#[test]
fn everything_that_is_wrong_is_shown_at_once_each_at_its_field() {
    let mut bench = Bench::new((100, 30));
    bench.press("+ Shift+Tab Shift+Tab Shift+Tab Shift+Tab").type_in("gistern").press("Shift+Tab").type_in("1/2").press("Ctrl+S");
    let screen = bench.screen();
    assert!(bench.sent().is_empty() && form(&bench).slots[form(&bench).focus].name == "intake-title", "{screen}");
    let line = |label: &str| screen.lines().find(|line| line.contains(label)).unwrap_or_default().to_owned();
    assert!(line("Onderwerp ").contains("! nog leeg") && line("Besluit van").contains("! nog leeg"), "{screen}");
    assert!(screen.contains("Ook niet goed: Besluit van, Bekendgemaakt op."), "{screen}");
    // A field about what has passed is explained with days that have passed.
    bench.press("Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab");
    assert!(bench.screen().contains("Voorbeelden: 21-11, gisteren, ma, -3"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("-3").press("Tab");
    assert_eq!(form(&bench).text("intake-decision-on"), "20-11-2026");
    // The date on the letter stands beside it, where that is another day.
    bench.type_in("-4").press("Tab");
    assert_eq!(form(&bench).text("intake-decision-dated"), "19-11-2026");
}

#[test]
fn where_a_citizen_service_number_stands_is_told_and_not_which() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld").press("Enter Enter").type_in("bsn 999990019").press("Ctrl+S");
    let screen = bench.screen();
    assert!(bench.sent().is_empty() && screen.contains("Notitie, alinea 2: hier staat een burgerservicenummer"), "{screen}");
}

#[test]
fn help_over_a_window_begins_with_what_works_there() {
    let first = |bench: &Bench| {
        let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
        let lines = finder.lines(&bench.state);
        let at = lines.iter().position(|line| line.is_picked()).unwrap();
        format!("{:?} {:?}", lines[at - 1], lines[at])
    };
    for (keys, heading, command) in [
        ("F7 F1", "Hier: Tekstveld", "Submit"),
        ("F4", "Hier: Zoekvenster", "Accept"),
        ("F3 z", "Hier: Filter", "FilterKeep"),
        ("Ctrl+A F9 s t a t u s Enter", "Hier: Menu", "MenuNext"),
    ] {
        let mut bench = Bench::new((100, 30));
        bench.keymap("office").press(&format!("{keys} F1"));
        let told = first(&bench);
        assert!(told.contains(heading) && told.contains(command), "{keys}: {told}");
    }
    // Over a list it is told as it was, signs first.
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F1");
    assert!(!first(&bench).contains("Hier: "));
    // What is told and not run has the cursor, too, and is read whole below the list.
    assert!(bench.screen().lines().rev().take(6).any(|line| line.contains("!!  wachtrij: crisis")), "{}", bench.screen());
    assert!(!bench.screen().contains("Enter uitvoeren"), "nothing to run there: {}", bench.screen());
    bench.press("Down");
    assert!(bench.screen().lines().rev().take(6).any(|line| line.contains("!  wachtrij: urgentie hoog")), "{}", bench.screen());
    let mut bench = Bench::new((80, 24));
    let word = bench.state.texts.get("command-list-facets");
    bench.keymap("office").press("F1").type_in(&word);
    let screen = bench.screen();
    let lines: Vec<&str> = screen.lines().map(|line| line.trim_matches(['│', ' '])).collect();
    let foot = lines[lines.len() - 6..].join(" ");
    let sentence = bench.state.texts.get("command-list-facets-help");
    assert!(foot.contains(&sentence), "{sentence}\n{}", bench.screen());
}

#[test]
fn why_a_signal_is_urgent_is_written_down() {
    let mut bench = Bench::new((100, 30));
    bench.press("Down Up");
    let mut signal = super::whole(&super::rows()[0], None, 4);
    signal.facts.urgency_reason = "Geen geld.".into();
    bench.settle(&signal);
    bench.press("P r");
    // It is a text: what is typed goes behind it.
    assert!(!is_reversed(&bench, "Geen geld.") && bench.screen().contains("Ctrl+U leegt"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("Geen geld voor eten").press("Enter");
    let sent = bench.sent();
    let [(request, Call::Patch { version: 4, patch, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(patch.urgency_reason.as_ref().map(|reason| reason.raw()), Some("Geen geld voor eten"));
    assert!(patch.urgency.is_none(), "the urgency itself stays");
    (signal.version, signal.facts.urgency_reason) = (5, "Geen geld voor eten".into());
    bench.answer(*request, signal);
    assert_eq!(bench.message(), "Reden van de urgentie van S-471 opgeslagen");
    // At the telephone it is a field of its own.
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Huur").press("Tab Tab Tab h").type_in("Morgen afgesloten").press("Ctrl+S");
    let sent = bench.sent();
    let [(_, Call::Create(new), _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
    assert_eq!(new.facts.urgency_reason.raw(), "Morgen afgesloten");
}

#[test]
fn where_a_letter_makes_it_more_urgent_the_reason_that_stays_is_told_with_the_key_to_change_it() {
    let mut all = super::rows();
    all[0].urgency = Urgency::Normal;
    let mut bench = Bench::with((100, 30), &all);
    bench.press("Down Up");
    let mut signal = super::whole(&all[0], None, 4);
    (signal.facts.urgency, signal.facts.urgency_reason) = (Some(Urgency::Normal), "Geen geld.".into());
    bench.settle(&signal);
    for (letter, now, stays) in [("h", Urgency::High, true), ("l", Urgency::Low, false)] {
        bench.press("P").press(letter);
        let sent = bench.sent();
        let [(request, Call::Patch { .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
        (signal.version, signal.facts.urgency) = (signal.version + 1, Some(now));
        bench.answer(*request, signal.clone());
        assert_eq!(bench.message().contains("Reden blijft: “Geen geld.” (P r wijzigt)"), stays, "{}", bench.message());
    }
}

#[test]
fn a_higher_urgency_and_its_reason_are_one_form_and_one_step() {
    let mut all = super::rows();
    all[0].urgency = Urgency::High;
    let mut bench = Bench::with((100, 30), &all);
    bench.keymap("office").press("Down Up");
    let signal = |version, urgency, reason: &str| {
        let mut signal = super::whole(&all[0], None, version);
        (signal.facts.urgency, signal.facts.urgency_reason) = (Some(urgency), reason.into());
        signal
    };
    bench.settle(&signal(4, Urgency::High, "Geen geld."));
    bench.press(".").type_in("urgentie").press("Enter");
    assert!(bench.screen().contains("Urgentie en reden") && bench.screen().contains("Geen geld."), "{}", bench.screen());
    // The reason was that of the urgency that stood there, and is asked for anew.
    bench.press("Left");
    assert!(!bench.screen().contains("│  Reden         Geen geld."), "{}", bench.screen());
    bench.press("Ctrl+S");
    assert!(bench.sent().is_empty() && bench.screen().contains("heeft een reden nodig"), "{}", bench.screen());
    bench.press("Shift+Tab Right");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("urgency-reason"), "Geen geld.", "it comes back with its urgency");
    bench.press("Left Tab").type_in("Morgen op straat").press("Enter");
    let patch = |bench: &mut Bench| {
        let sent = bench.sent();
        let [(request, Call::Patch { patch, .. }, _)] = &sent[..] else { panic!("{sent:?}\n{}", bench.screen()) };
        (*request, patch.urgency, patch.urgency_reason.as_ref().map(|reason| reason.raw().to_owned()))
    };
    let (request, urgency, reason) = patch(&mut bench);
    assert_eq!((urgency, reason.as_deref()), (Some(Urgency::Crisis), Some("Morgen op straat")));
    bench.answer(request, signal(5, Urgency::Crisis, "Morgen op straat"));
    assert_eq!(bench.message(), "Urgentie van S-471: crisis, met de reden");
    // Saved as it was, nothing is said to be done.
    bench.press(".").type_in("urgentie").press("Enter Ctrl+S");
    let (request, ..) = patch(&mut bench);
    bench.answer(request, signal(5, Urgency::Crisis, "Morgen op straat"));
    assert!(bench.message().contains("waren al zo") && !bench.state.message.as_ref().unwrap().undo, "{}", bench.message());
    // Back and again in one step, each urgency with its own reason.
    bench.press("Ctrl+Z");
    let (request, urgency, reason) = patch(&mut bench);
    assert_eq!((urgency, reason.as_deref()), (Some(Urgency::High), Some("Geen geld.")));
    bench.answer(request, signal(6, Urgency::High, "Geen geld."));
    bench.press("Ctrl+Y");
    let (_, urgency, reason) = patch(&mut bench);
    assert_eq!((urgency, reason.as_deref()), (Some(Urgency::Crisis), Some("Morgen op straat")));
}

#[test]
fn in_the_window_of_filters_one_step_is_taken_back() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("Ctrl+F").type_in("cak").press("Space");
    bench.type_in("rvig").press("Space");
    let both = bench.state.signals.filter.text().to_owned();
    assert_ne!(both, "instantie:cak");
    bench.press("Ctrl+Z");
    assert_eq!(bench.state.signals.filter.text(), "instantie:cak", "{}", bench.screen());
    bench.press("Ctrl+Z");
    assert_eq!(bench.state.signals.filter.text(), "");
    bench.press("Ctrl+Z");
    assert_eq!(bench.message(), "In dit venster is niets meer ongedaan te maken.");
}

#[test]
fn the_form_of_a_view_begins_anew_each_time() {
    let mut bench = Bench::new((100, 30));
    bench.press("B").type_in("Half").press("Esc");
    assert!(!bench.message().contains("concept"), "{}", bench.message());
    assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::SaveDraft { .. } | Effect::LoadDraft(_))));
    bench.press("B");
    assert_eq!(form(&bench).text("view-name"), "");
}

#[test]
fn that_nothing_can_be_changed_is_seen_in_every_window() {
    for (width, mark) in [(60, "LEZEN"), (80, "LEZEN"), (100, "alleen lezen"), (140, "alleen lezen")] {
        let mut bench = Bench::new((width, 24));
        bench.state.settings.read_only = true;
        let head = bench.screen().lines().next().unwrap_or_default().to_owned();
        assert!(head.contains(mark) && head.contains("● live"), "{width}: {head}");
    }
}

#[test]
fn the_bottom_line_says_that_enter_chooses_where_a_name_may_be_several() {
    let mut bench = Bench::new((80, 24));
    bench.keymap("office").press("+ Tab Tab Tab Tab Tab").type_in("Breeda");
    assert!(bench.screen().contains("Enter neemt die.") && bench.screen().contains("Enter kiezen"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("Bergen");
    assert!(bench.screen().contains("laat kiezen.") && bench.screen().contains("Enter kiezen"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("Breda");
    assert!(bench.screen().contains("Enter volgend veld"), "{}", bench.screen());
}

#[test]
fn gem_among_bodies_is_the_municipality_that_was_filled_in() {
    let to = |bench: &mut Bench, name: &str, text: &str| {
        let Some(Modal::Form(form)) = bench.state.modals.last_mut() else { panic!("no form") };
        form.focus = form.slots.iter().position(|slot| slot.name == name).unwrap();
        bench.type_in(text).press("Enter");
    };
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("+");
    to(&mut bench, "intake-municipality", "Breda");
    to(&mut bench, "intake-bodies", "DT, gem.");
    assert_eq!(form(&bench).text("intake-bodies"), "DT, gemeente Breda", "{}", bench.screen());
    // Who decided is named the same way.
    to(&mut bench, "intake-decision-by", "gem");
    assert_eq!(form(&bench).text("intake-decision-by"), "gemeente Breda", "{}", bench.screen());
    // Without one it is said what is missing, and what may be meant is asked as in the field of the municipality.
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("+");
    to(&mut bench, "intake-bodies", "DT, gem");
    assert_eq!(form(&bench).text("intake-bodies"), "DT, gem");
    bench.press("Shift+Tab");
    assert!(bench.screen().contains("Welke gemeente?"), "{}", bench.screen());
    bench.press("Ctrl+U");
    to(&mut bench, "intake-bodies", "DT, gem. Berg, SVB");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Choose(_))), "{}", bench.screen());
    bench.press("Enter");
    let text = form(&bench).text("intake-bodies").to_owned();
    assert!(text.starts_with("DT, gemeente ") && text.ends_with(", SVB"), "{text}");
}

#[test]
fn what_is_longer_than_its_line_is_read_back_below_the_form() {
    let mut bench = Bench::new((80, 24));
    let text = "Het CAK belt morgen terug over de regeling en stuurt ook de specificatie per brief aan het gezin";
    bench.press("b Tab").type_in("j");
    bench.type_in(text);
    let screen = bench.screen();
    assert!(screen.contains("Het CAK belt morgen terug over de regeling en stuurt ook"), "{screen}");
    assert!(screen.contains("aan het gezin"), "{screen}");
}
