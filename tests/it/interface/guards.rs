//! A sentence outside a field changes nothing; a covered screen shows nothing; a read-only one changes nothing.

use chrono::TimeDelta;
use loket::domain::signal::Urgency;
use loket::locale::Language;
use loket::tui::app::{
    Modal, Start, State,
    message::{Effect, Msg, Timer},
    reloading::Reloaded,
    settings::{ReadOnly, Settings},
};

use super::{Bench, now, row, rows, start, whole};

/// Lets the last timer of a burst run out.
fn silence(bench: &mut Bench) {
    let timer = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::Wait(_, timer @ Timer::Burst(_)) => Some(*timer),
        _ => None,
    });
    bench.tell(Msg::Timer(timer.expect("somebody waits for silence")));
}

#[test]
fn a_burst_of_letters_is_stopped_and_asked_about() {
    let mut bench = Bench::new((100, 30));
    bench.type_in("xhwxvzwxh en verder nog een hele zin ccc PPP nnn");
    assert!(bench.state.modals.is_empty(), "not while it still comes");
    silence(&mut bench);
    assert!(bench.sent().is_empty());
    assert!(matches!(bench.state.modals[..], [Modal::Choose(_)]), "{}", bench.screen());
    bench.tell(Msg::Clock(bench.state.now + TimeDelta::seconds(1))).press("Enter");
    assert!(bench.sent().is_empty() && bench.state.modals.is_empty());
    assert_eq!(bench.state.signals.filter.text(), "");
}

#[test]
fn a_key_that_is_held_is_no_burst() {
    let rows: Vec<_> = (1..=30).map(|number| row(number, "Titel", Urgency::Normal, None)).collect();
    let mut bench = Bench::with((100, 30), &rows);
    bench.type_in("jjjjjjjjjjjjjjj");
    assert_eq!(bench.state.signals.list.row, 15);
}

#[test]
fn text_pasted_outside_a_field_can_become_a_filter_and_nothing_else() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Paste("zorgverzekering\n".into()));
    assert!(bench.sent().is_empty());
    bench.tell(Msg::Clock(bench.state.now + TimeDelta::seconds(1))).press("f");
    assert_eq!(bench.state.signals.filter.text(), "zorgverzekering");
    assert_eq!(bench.state.signals.rows.len(), 1);
}

#[test]
fn a_covered_screen_shows_no_case_and_takes_no_command() {
    for size in [(60, 18), (100, 30), (200, 60)] {
        let mut bench = Bench::new(size);
        bench.settle(&whole(&rows()[0], None, 1));
        bench.press("!");
        let screen = bench.screen();
        for part in ["S-471", "Ontruiming", "Utrecht", "Visser"] {
            assert!(!screen.contains(part), "{part} in {screen}");
        }
        assert!(screen.contains("Afgeschermd") && screen.contains("MV"), "{screen}");
        bench.press("c n q F10").tell(Msg::Paste("S-471".into()));
        assert!(bench.sent().is_empty() && bench.state.locked);
        assert!(!bench.effects.contains(&Effect::Quit));
        bench.press("Enter");
        assert!(bench.screen().contains("S-471"));
    }
}

#[test]
fn a_screen_nobody_touches_is_covered_after_ten_minutes() {
    let start = Start { settings: Settings::default(), ..start((100, 30), Language::Dutch) };
    let mut bench = Bench { state: State::new(start), effects: vec![] };
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(9)));
    assert!(!bench.state.locked);
    bench.press("j").tell(Msg::Clock(now() + TimeDelta::minutes(18)));
    assert!(!bench.state.locked, "a key was pressed since");
    bench.effects.clear();
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(20)));
    assert!(bench.state.locked);
    assert!(bench.effects.contains(&Effect::Redraw), "what was there is overwritten");
}

#[test]
fn read_only_changes_nothing_and_says_so() {
    let mut bench = Bench::new((140, 40));
    bench.state.settings.read_only = true;
    for keys in ["c", "n", "b", "P", "s", "+", "C"] {
        bench.press(keys);
        assert_eq!(bench.message(), "loket staat op alleen lezen.", "{keys}");
    }
    assert!(bench.sent().is_empty() && bench.state.modals.is_empty());
    assert!(bench.screen().contains("alleen lezen"));
}

#[test]
fn only_looking_is_switched_on_and_off_and_seen_at_every_width() {
    let mut bench = Bench::new((100, 30));
    let switch = |bench: &mut Bench| {
        bench.press(":").type_in("alleen lezen").press("Enter");
    };
    switch(&mut bench);
    assert!(bench.message().starts_with("Alleen lezen:"), "{}", bench.message());
    for width in [60, 80, 100, 140, 200] {
        bench.tell(Msg::Resize(width, 30));
        let first = bench.screen().lines().next().unwrap().to_lowercase();
        assert!(first.contains("lezen"), "{width}: {first}");
    }
    bench.press("c");
    assert!(bench.sent().is_empty() && bench.message() == "loket staat op alleen lezen.", "{}", bench.message());
    // A file that says nothing new of it leaves it on; one that does counts.
    let mut settings = Settings { lock_after_minutes: 3, ..Settings::default() };
    bench.tell(Msg::Reloaded(Box::new(Reloaded { settings: Some(settings.clone()), ..Reloaded::default() })));
    assert!(bench.state.settings.read_only && bench.state.settings.lock_after_minutes == 3);
    switch(&mut bench);
    assert!(!bench.state.settings.read_only, "{}", bench.screen());
    (settings.read_only, settings.read_only_set) = (true, ReadOnly::On);
    bench.tell(Msg::Reloaded(Box::new(Reloaded { settings: Some(settings), ..Reloaded::default() })));
    assert!(bench.state.settings.read_only);
    // As it was started it stays.
    bench.state.settings.read_only_set = ReadOnly::Locked;
    switch(&mut bench);
    assert!(bench.state.settings.read_only);
    assert!(bench.screen().contains("loket is gestart met --read-only: dat blijft zo tot u loket sluit."), "{}", bench.screen());
}

#[test]
fn in_the_demo_text_is_kept_as_long_as_the_demo_and_leaving_asks() {
    let mut bench = Bench::new((80, 24));
    bench.keymap("office");
    bench.state.passing = true;
    // Without text nothing is asked.
    bench.press("F7 F10");
    assert!(bench.effects.contains(&Effect::Quit));
    bench.effects.clear();
    bench.type_in("Gebeld met het CAK").press("F10");
    assert!(!bench.effects.contains(&Effect::Quit));
    assert!(bench.screen().contains("De demo sluiten? Wat u erin deed en typte, gaat dan weg"), "{}", bench.screen());
    bench.press("Enter");
    assert!(!bench.effects.contains(&Effect::Quit) && bench.screen().contains("Gebeld met het CAK"), "{}", bench.screen());
    bench.press("F10 Down Enter");
    assert!(bench.effects.contains(&Effect::Quit));
    bench.press("Esc");
    assert_eq!(bench.message(), "Uw tekst is bewaard tot u de demo sluit.");
    // Elsewhere it is a draft, and nothing is asked.
    let mut bench = Bench::new((80, 24));
    bench.keymap("office").press("F7").type_in("Gebeld").press("F10");
    assert!(bench.effects.contains(&Effect::Quit));
    bench.press("Esc");
    assert_eq!(bench.message(), "Uw tekst is als concept bewaard.");
}

#[test]
fn what_comes_in_the_same_moment_as_a_change_is_asked_about() {
    let mut bench = Bench::new((100, 30));
    bench.press("P").type_in("hcc");
    let sent = bench.sent();
    assert_eq!(sent.len(), 1, "the urgency was chosen, the rest was not meant: {sent:?}");
    bench.press("P").type_in("lc");
    assert!(bench.sent().is_empty(), "not while it still comes");
}

#[test]
fn at_a_human_pace_one_change_follows_the_other() {
    let mut bench = Bench::new((100, 30));
    bench.press("P h c");
    assert_eq!(bench.sent().len(), 2);
}
