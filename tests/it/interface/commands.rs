//! Help, palette, keymaps and what may follow a key: every command is found, told and run in one way.

use loket::{
    locale::Language,
    tui::app::{
        Modal,
        command::Command,
        finder::{Finder, FinderLine, Kind},
        message::{Call, Effect, Link, Msg, Timer},
    },
};

use super::{Bench, id, now, rows, whole};

fn commands(bench: &Bench, finder: &Finder) -> Vec<Command> {
    let of = |line: FinderLine| match line {
        FinderLine::Command { command, .. } => Some(command),
        FinderLine::Heading(_) => None,
    };
    finder.lines(&bench.state).into_iter().filter_map(of).collect()
}

#[test]
fn help_holds_every_command_and_the_palette_every_one_that_can_be_run() {
    for keymap in ["standaard", "vim", "office"] {
        let mut bench = Bench::new((100, 30));
        bench.keymap(keymap);
        let mut all = commands(&bench, &Finder::new(Kind::Help));
        all.sort();
        let mut expected = Command::ALL.to_vec();
        expected.sort();
        assert_eq!(all, expected);
        let palette = commands(&bench, &Finder::new(Kind::Palette));
        let missing: Vec<_> =
            Command::ALL.iter().filter(|command| !command.scope().is_inner() && !palette.contains(command)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn the_palette_finds_by_name_in_both_languages_and_by_key_and_runs() {
    for typed in ["urgentie", "urgency", "urg", "P"] {
        let mut bench = Bench::new((100, 30));
        bench.press(":").type_in(typed).press("Enter");
        assert!(matches!(bench.state.modals.last(), Some(Modal::Choose(_))), "{typed}: {}", bench.screen());
    }
    let mut bench = Bench::new((100, 30));
    bench.press("Ctrl+K").type_in("claim").press("Enter");
    assert_eq!(bench.sent()[0].1, Call::Claim { signal: id(471), reason: None });
}

#[test]
fn what_cannot_be_done_says_why_in_the_palette_and_by_its_key() {
    let mut bench = Bench::new((140, 40));
    bench.press(":").type_in("vrijgeven").press("Enter");
    assert_eq!(bench.message(), "U hebt dit signaal niet in behandeling.");
    assert!(bench.screen().contains("(U hebt dit signaal niet in behandeling.)"), "{}", bench.screen());
    bench.press("Esc C");
    assert_eq!(bench.message(), "U hebt dit signaal niet in behandeling.");
    let lost = Link::Lost { since: now(), words: "Weg.".into(), advice: String::new(), refused: false };
    bench.tell(Msg::Link(lost)).press("c");
    assert!(bench.message().starts_with("Dit kan niet zonder verbinding"), "{}", bench.message());
    assert!(bench.sent().is_empty());
    bench.press("n");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Form(_))), "a note can wait");
}

#[test]
fn help_runs_what_the_cursor_is_on() {
    let mut bench = Bench::new((100, 30));
    bench.press("?").type_in("volgorde").press("Enter");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Choose(_))), "{}", bench.screen());
    bench.press("Esc F1").type_in("g g");
    assert!(bench.screen().contains("Naar het begin van de lijst."), "found by its key");
    let mut bench = Bench::new((100, 30));
    bench.press("?").type_in("wis woord").press("Enter");
    assert_eq!(bench.message(), "Dit werkt alleen in een veld of venster.");
}

#[test]
fn prefixes_of_the_palette_lead_to_a_person_and_to_a_case() {
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("@bouaz");
    assert!(matches!(bench.state.modals[..], [Modal::Lookup(_)]));
    assert!(bench.screen().contains("El Bouazzaoui"), "{}", bench.screen());
    for typed in ["#505", "#S-505", "#S-2026-00505", "#s-0505"] {
        let mut bench = Bench::new((100, 30));
        bench.press(":").type_in(typed).press("Enter");
        assert_eq!(bench.state.signals.current, Some(id(505)), "{typed}");
    }
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("#999").press("Enter");
    assert_eq!(bench.message(), "Er is geen signaal #999.".replace('#', ""));
}

#[test]
fn after_three_times_the_palette_teaches_the_key() {
    let mut bench = Bench::new((100, 30));
    for _ in 0..3 {
        bench.press(":").type_in("voorbeeld").press("Enter");
    }
    assert_eq!(bench.message(), "voorbeeld kan ook meteen met p.");
}

#[test]
fn what_may_follow_a_key_is_shown_after_a_moment_and_goes_with_the_next() {
    let mut bench = Bench::new((100, 30));
    bench.press("Down Up").settle(&whole(&rows()[0], None, 1));
    bench.press("y");
    let timer = bench.effects.iter().find_map(|effect| match effect {
        Effect::Wait(400, timer @ Timer::Following(_)) => Some(*timer),
        _ => None,
    });
    assert!(!bench.screen().contains("kopieer nummer"), "not at once");
    bench.tell(Msg::Timer(timer.expect("a timer")));
    let screen = bench.screen();
    assert!(screen.contains("kopieer nummer") && screen.contains("kopieer telefoon"), "{screen}");
    assert!(!screen.contains("kopieer e-mail"), "there is no address to copy: {screen}");
    bench.press("y");
    assert!(!bench.screen().contains("kopieer telefoon"));
    bench.press("y y y").tell(Msg::Timer(timer.unwrap()));
    assert!(!bench.state.following, "an old timer shows nothing");
}

#[test]
fn in_office_letters_filter_and_never_act() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").type_in("claim dit");
    assert!(bench.sent().is_empty() && bench.state.modals.is_empty());
    assert_eq!(bench.state.signals.filter.text(), "claim dit");
    bench.press("Esc F2");
    assert_eq!(bench.sent()[0].1, Call::Claim { signal: id(471), reason: None });
}

#[test]
fn in_vim_a_number_repeats_a_movement_and_alone_it_is_a_pane() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("vim").press("3 j");
    assert_eq!(bench.state.signals.list.row, 3);
    bench.press("3");
    let timer = bench.effects.iter().rev().find_map(|effect| match effect {
        Effect::Wait(600, timer @ Timer::Count(_)) => Some(*timer),
        _ => None,
    });
    bench.tell(Msg::Timer(timer.expect("a timer")));
    assert_eq!(bench.state.pane, loket::tui::app::Pane::Register);
}

#[test]
fn keys_and_language_change_while_it_runs() {
    let mut bench = Bench::new((100, 30));
    bench.press(":").type_in("toetsen kiezen").press("Enter").press("o");
    assert!(bench.state.keymap.letters_filter, "{}", bench.screen());
    bench.press("F9").type_in("taal kiezen").press("Enter").press("e");
    assert_eq!(bench.state.texts.language(), Language::English);
    assert!(bench.effects.contains(&Effect::Language(Language::English)));
    assert!(bench.screen().contains("Municipality"), "{}", bench.screen());
    bench.press("F9").type_in("choose colours").press("Enter").press("Down Enter");
    assert!(bench.effects.contains(&Effect::Theme("light".into())));
}
