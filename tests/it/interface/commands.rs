//! Help, palette, keymaps and what may follow a key: every command is found, told and run in one way.

use std::sync::Arc;

use loket::{
    locale::{Language, Texts},
    tui::app::{
        Modal, Pane, State,
        command::{Command, Scope},
        finder::{self, Finder, FinderLine, Kind},
        form,
        message::{Call, Effect, Link, Msg, Timer},
        settings::Settings,
    },
};

use super::{Bench, id, me, now, rows, start, whole};

fn open(bench: &Bench, kind: Kind) -> Finder {
    Finder::new(kind, Arc::new(finder::index(&bench.state.texts)))
}

fn commands(bench: &Bench, finder: &Finder) -> Vec<Command> {
    let of = |line: FinderLine| match line {
        FinderLine::Command { command, .. } => Some(command),
        _ => None,
    };
    finder.lines(&bench.state).into_iter().filter_map(of).collect()
}

#[test]
fn help_holds_every_command_and_the_palette_every_one_that_can_be_run() {
    for keymap in ["standaard", "vim", "office"] {
        let mut bench = Bench::new((100, 30));
        bench.keymap(keymap);
        let mut all = commands(&bench, &open(&bench, Kind::Help));
        all.sort();
        let mut expected = Command::ALL.to_vec();
        expected.sort();
        assert_eq!(all, expected);
        let palette = commands(&bench, &open(&bench, Kind::Palette));
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
    assert_eq!(bench.message(), "Dit signaal staat niet op uw naam.");
    assert!(bench.screen().contains("│  Dit signaal staat niet op uw naam."), "{}", bench.screen());
    bench.press("Esc C");
    assert_eq!(bench.message(), "Dit signaal staat niet op uw naam.");
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
    assert_eq!(bench.message(), "De toets werkt in het veld of venster waar deze opdracht bij hoort.");
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
    assert_eq!(bench.message(), "Er is geen signaal met nummer 999.");
    bench.press("Backspace Backspace Backspace").type_in("51");
    let screen = bench.screen();
    assert!(screen.contains("S-2026-00510") && screen.contains("S-2026-00512") && !screen.contains("S-2026-00505"), "{screen}");
    bench.press("Down Enter");
    assert_eq!(bench.state.signals.current, Some(id(510)), "the newest comes first");
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
    bench.press("F9").type_in("taal kiezen").press("Enter").press("e Enter");
    assert_eq!(bench.state.texts.language(), Language::English);
    assert!(bench.effects.contains(&Effect::Language(Language::English)));
    assert!(bench.screen().contains("Municipality"), "{}", bench.screen());
    bench.press("F9").type_in("choose colours").press("Enter").press("Down Enter");
    assert!(bench.effects.contains(&Effect::Theme("light".into())));
}

#[test]
fn help_over_a_form_runs_what_the_form_is_for_and_nothing_under_it() {
    let mut bench = Bench::new((100, 30));
    // The first press explains the field, the next one tells every key.
    bench.press("n").type_in("Gebeld.").press("F1 F1").type_in("vrijgeven").press("Enter");
    assert_eq!(bench.message(), "Sluit eerst wat bovenop ligt.");
    bench.press("Ctrl+U").type_in("opslaan").press("Enter");
    let sent = bench.sent();
    assert!(matches!(&sent[..], [(_, Call::Note { text, .. }, _)] if text.raw() == "Gebeld."), "{sent:?}");
}

#[test]
fn the_palette_works_on_the_row_under_a_filter_that_is_being_typed() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").type_in("zorg").press("F9").type_in("urgentie").press("Enter h Enter");
    assert!(matches!(&bench.sent()[..], [(_, Call::Patch { signal, .. }, _)] if *signal == id(503)));
}

#[test]
fn what_belongs_to_the_queue_does_nothing_in_the_register() {
    let mut bench = Bench::new((100, 30));
    bench.press("3").type_in("boer").press("Tab Space");
    assert!(bench.state.signals.marks.is_empty());
    assert_eq!(bench.message(), "Dit kan bij de signalen: druk op 1.");
}

#[test]
fn a_menu_has_help_and_lets_nothing_else_through() {
    let mut bench = Bench::new((100, 30));
    bench.press("P F2 F4");
    assert!(bench.sent().is_empty() && matches!(bench.state.modals[..], [Modal::Choose(_)]));
    bench.press("F1");
    assert!(matches!(bench.state.modals[..], [Modal::Choose(_), Modal::Finder(_)]));
}

#[test]
fn cancel_asks_only_when_pressed_twice_and_staying_is_the_default() {
    let mut bench = Bench::new((100, 30));
    bench.press("Ctrl+C");
    assert_eq!(bench.message(), "Nog eens Ctrl+C vraagt of u wilt afsluiten.");
    bench.tell(Msg::Clock(now() + chrono::TimeDelta::seconds(2))).press("Ctrl+C");
    assert!(bench.state.modals.is_empty(), "two seconds later it is the first time again");
    bench.press("Ctrl+C Enter");
    assert!(bench.state.modals.is_empty() && !bench.effects.contains(&Effect::Quit));
    bench.press("Ctrl+C Ctrl+C a");
    assert!(bench.effects.contains(&Effect::Quit));
}

#[test]
fn quitting_asks_while_something_is_not_confirmed() {
    let mut bench = Bench::new((100, 30));
    bench.press("c q");
    assert!(!bench.effects.contains(&Effect::Quit) && bench.screen().contains("Nog niet alles is bevestigd"));
    bench.press("Esc");
    let request = bench.sent()[0].0;
    bench.answer(request, whole(&rows()[0], Some(me()), 2)).press("q");
    assert!(bench.effects.contains(&Effect::Quit));
}

#[test]
fn vim_fingers_find_what_they_type() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("vim").press("n");
    assert_eq!(bench.message(), "Er is geen filter.");
    bench.press("/").type_in("e").press("Enter n n N");
    assert_eq!(bench.state.signals.list.row, 1);
    bench.press("N N");
    assert_eq!(bench.state.signals.list.row, bench.state.signals.rows.len() - 1, "round the corner");
    bench.press(":").type_in("w").press("Enter");
    assert_eq!(bench.message(), "De toets werkt in het veld of venster waar deze opdracht bij hoort.");
    bench.press("Esc i").type_in("Gebeld.").press("Ctrl+K").type_in("wq").press("Enter");
    assert!(matches!(bench.sent()[..], [(_, Call::Note { .. }, _)]));
    bench.press("Esc :").type_in("q");
    assert!(bench.screen().contains("▌ loket verlaten"), "{}", bench.screen());
}

#[test]
fn the_hint_line_holds_what_works_on_this_row_and_always_the_way_out() {
    let line = |bench: &Bench| bench.screen().lines().last().unwrap().trim().to_owned();
    let mut bench = Bench::new((100, 30));
    let free = "c op mijn naam  b bel  n notitie  P urgentie  s status  L LET  @ wie?  / filter  . meer  ? hulp";
    assert_eq!(line(&bench), free);
    bench.tell(Msg::Link(Link::Lost { since: now(), words: "Weg.".into(), advice: String::new(), refused: false }));
    assert_eq!(line(&bench), "b bel  n notitie  @ wie?  / filter  + nieuw  Enter openen  . meer  ? hulp");
    bench.tell(Msg::Link(Link::Live)).tell(Msg::Resize(60, 18));
    assert_eq!(line(&bench), "c op mijn naam  b bel  n notitie  . meer  ? hulp");
    bench.press("/");
    assert!(line(&bench).starts_with("Enter filter houden  Esc filter wissen"), "{}", line(&bench));
    bench.press("Esc").keymap("office");
    assert!(line(&bench).ends_with("F9 opdrachten  F1 hulp"), "{}", line(&bench));
}

#[test]
fn the_wait_before_what_may_follow_is_a_setting() {
    let settings = Settings { hints_delay_ms: 50, ..Settings::default() };
    let mut state = State::new(loket::tui::app::Start { settings, ..start((100, 30), Language::Dutch) });
    let effects = state.update(Msg::Key("g".parse().unwrap()));
    assert!(matches!(effects[..], [Effect::Wait(50, Timer::Following(_))]), "{effects:?}");
}

#[test]
fn what_is_used_most_in_the_palette_comes_first() {
    let mut bench = Bench::new((100, 30));
    assert_eq!(commands(&bench, &open(&bench, Kind::Palette))[0], Command::Claim);
    bench.press(":").type_in("volgorde").press("Enter Esc");
    assert_eq!(commands(&bench, &open(&bench, Kind::Palette))[0], Command::Sort);
    bench.press("3");
    assert_eq!(bench.state.pane, Pane::Register);
    assert_eq!(commands(&bench, &open(&bench, Kind::Actions))[0], Command::CardPhone);
}

#[test]
fn a_wait_of_zero_shows_nothing_of_itself() {
    let settings = Settings { hints_delay_ms: 0, ..Settings::default() };
    let mut state = State::new(loket::tui::app::Start { settings, ..start((100, 30), Language::Dutch) });
    assert_eq!(state.update(Msg::Key("g".parse().unwrap())), vec![]);
    assert!(!state.following && state.typed.len() == 1);
}

#[test]
fn help_and_palette_know_what_people_call_things() {
    for (language, typed, word) in [
        (Language::Dutch, "sorteer", "volgorde"),
        (Language::Dutch, "thema", "kleuren kiezen"),
        (Language::Dutch, "historie", "wat u deed"),
        (Language::Dutch, "verberg", "afschermen"),
        (Language::Dutch, "sjablonen", "sjabloon"),
        (Language::Dutch, "klad", "concepten"),
        (Language::Dutch, "kladblok", "concepten"),
        (Language::Dutch, "history", "wat u deed"),
        (Language::English, "sorteer", "order"),
        (Language::English, "history", "what you did"),
    ] {
        for key in ["?", ":"] {
            let mut bench = Bench::speaking((100, 30), language);
            bench.arrive(&rows()).press(key).type_in(typed);
            let inner = word == "sjabloon" && key == ":";
            assert!(inner || bench.screen().contains(word), "{typed} in {key}\n{}", bench.screen());
            assert!(!bench.screen().contains("rangschikken"), "what is only searched is not shown\n{}", bench.screen());
        }
    }
    // What has it in its name comes before what has it elsewhere.
    let mut bench = Bench::speaking((100, 30), Language::English);
    bench.arrive(&rows()).press(":").type_in("lang");
    let Some(Modal::Finder(finder)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(commands(&bench, finder)[0], Command::Language, "{}", bench.screen());
    // What is called so has the cursor, whatever else tells of it.
    let mut bench = Bench::new((100, 30));
    bench.press("?").type_in("filter").press("Enter");
    assert!(bench.state.signals.filtering, "{}", bench.screen());
}

#[test]
fn every_command_has_its_texts_in_both_languages() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let missing: Vec<String> = Command::ALL
            .iter()
            .flat_map(|c| [c.word(), c.sentence(), c.also()])
            .chain(Scope::ALL.iter().map(|scope| format!("scope-{}", scope.name())))
            .filter(|key| !texts.has(key))
            .collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}

#[test]
fn home_and_end_reach_the_ends_of_a_menu_and_of_a_choice() {
    for keymap in ["standaard", "vim", "office"] {
        let mut bench = super::arrived((100, 30));
        bench.keymap(keymap);
        bench.state.run(Command::Status);
        for (keys, first) in [("End", false), ("Home", true), ("PgDn", false), ("PgUp", true)] {
            bench.press(keys);
            let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!("no menu:\n{}", bench.screen()) };
            assert_eq!(menu.cursor, if first { 0 } else { menu.items.len() - 1 }, "{keymap}: {keys}");
        }
        bench.press("Esc");
        bench.state.run(Command::Contact);
        let choice = |bench: &mut Bench, focus: bool| {
            let Some(Modal::Form(form)) = bench.state.modals.last_mut() else { panic!("no form") };
            let at = form.slots.iter().position(|slot| matches!(slot.kind, form::Kind::Choice(_))).unwrap();
            form.focus = if focus { at } else { form.focus };
            let form::Kind::Choice(codes) = form.slots[at].kind else { panic!() };
            (form.slots[at].field.text().to_owned(), codes)
        };
        choice(&mut bench, true);
        for (keys, first) in [("End", false), ("Home", true)] {
            bench.press(keys);
            let (chosen, codes) = choice(&mut bench, false);
            assert_eq!(Some(&chosen.as_str()), if first { codes.first() } else { codes.last() }, "{keymap}: {keys}");
        }
    }
}
