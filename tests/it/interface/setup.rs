//! Setting loket up: every step can be skipped, Esc loses nothing, the token is shown nowhere, and only what was answered is saved.

use loket::{
    locale::Language,
    tui::app::{
        Modal,
        message::{Effect, Msg},
        setup::{Answers, Found, Known, Secret, Setup, Step},
    },
};

use super::Bench;

/// The first start: nothing is set.
fn first(size: (u16, u16)) -> Bench {
    let mut bench = Bench::new(size);
    bench.state.choices.keymaps = loket::tui::app::keymap::SHIPPED
        .iter()
        .map(|(name, _)| ((*name).to_owned(), loket::tui::app::keymap::Keymap::shipped(name).unwrap().into()))
        .collect();
    bench.state.keymap = bench.state.choices.keymaps[0].1.clone();
    bench.state.known =
        Known { first: true, answered: false, file: "~/.config/loket/config.toml".into(), server: None, token: None };
    bench.state.set_up();
    bench
}

fn setup(bench: &Bench) -> &Setup {
    match bench.state.modals.last() {
        Some(Modal::Setup(setup)) => setup,
        _ => panic!("{}", bench.screen()),
    }
}

/// What is to be saved, of all that was asked for since the last time.
fn saved(bench: &mut Bench) -> Option<Answers> {
    std::mem::take(&mut bench.effects).into_iter().find_map(|effect| match effect {
        Effect::Configure(answers) => Some(*answers),
        _ => None,
    })
}

fn attempt(bench: &mut Bench) -> (u64, Option<Secret>) {
    let tried = std::mem::take(&mut bench.effects).into_iter().find_map(|effect| match effect {
        Effect::Try { attempt, token, .. } => Some((attempt, token)),
        _ => None,
    });
    tried.unwrap_or_else(|| panic!("nothing is tried: {}", bench.screen()))
}

fn found(account: Option<&str>) -> Found {
    Found { version: "1.0.0".into(), account: account.map(|name| (name.to_owned(), "loketmedewerker".to_owned())) }
}

#[test]
fn everything_is_answered_and_saved() {
    let mut bench = first((80, 24));
    bench.press("Down Enter");
    assert_eq!(bench.state.texts.language(), Language::English);
    bench.press("Down").type_in("https://loket.example").press("Enter");
    let (number, token) = attempt(&mut bench);
    assert_eq!(token, None);
    // An answer to an attempt that is no longer asked for changes nothing.
    bench.tell(Msg::Tried { attempt: number + 7, result: Ok(found(None)) });
    assert!(!bench.screen().contains("This is a loket"));
    bench.tell(Msg::Tried { attempt: number, result: Ok(found(None)) });
    assert!(bench.screen().contains("✓ This is a loket (API 1.0.0)"), "{}", bench.screen());
    bench.press("Enter").type_in("geheim-42");
    assert!(!bench.screen().contains("geheim") && bench.screen().contains("•••••••••"), "{}", bench.screen());
    assert!(!format!("{:?}", bench.state.modals).contains("geheim"));
    bench.press("Enter");
    assert!(!format!("{:?}", bench.effects).contains("geheim"));
    let (number, token) = attempt(&mut bench);
    assert_eq!(token, Some(Secret("geheim-42".into())));
    bench.tell(Msg::Tried { attempt: number, result: Ok(found(Some("A. Meijer"))) });
    assert!(bench.screen().contains("Signed in as A. Meijer"), "{}", bench.screen());
    bench.press("Enter Down Enter");
    assert!(bench.state.keymap == bench.state.choices.keymaps[1].1, "vim counts at once");
    // Copying: a paste of what was copied is the proof.
    bench.press("Enter");
    assert!(bench.effects.contains(&Effect::Copy("loket test".into())));
    bench.tell(Msg::Copied(Ok("loket test".into()))).tell(Msg::Paste("loket test\n".into()));
    assert!(bench.screen().contains("✓ Copying works"), "{}", bench.screen());
    bench.press("Enter");
    // Keys do nothing here but show.
    bench.press("q F10 Ctrl+K c");
    assert!(setup(&bench).step == Step::Keys && bench.screen().contains("✓F10"), "{}", bench.screen());
    bench.press("Esc Esc");
    assert_eq!(setup(&bench).step, Step::Finish);
    bench.effects.clear();
    bench.press("Enter");
    let expected = Answers {
        language: Some(Language::English),
        keymap: Some("vim".into()),
        server: Some("https://loket.example".into()),
        token: Some(Secret("geheim-42".into())),
        ..Answers::default()
    };
    assert_eq!(saved(&mut bench), Some(expected));
    // While it is saved nothing else happens; a disk that refuses is told and nothing is lost.
    bench.press("Esc Enter");
    assert!(bench.effects.is_empty() && setup(&bench).step == Step::Finish);
    bench.tell(Msg::Configured(Err("De schijf is vol.".into())));
    assert!(bench.screen().contains("✗ De schijf is vol."), "{}", bench.screen());
    bench.press("Enter");
    assert!(saved(&mut bench).is_some());
    bench.tell(Msg::Configured(Ok("~/.config/loket/config.toml".into())));
    assert_eq!(bench.effects, [Effect::Begin { demo: false }]);
}

#[test]
fn every_step_can_be_skipped_and_then_nothing_is_set() {
    let mut bench = first((60, 18));
    for step in Step::ALL {
        assert_eq!(setup(&bench).step, *step);
        bench.press("Tab");
    }
    bench.press("Down Enter");
    assert_eq!(saved(&mut bench), Some(Answers::default()));
    bench.tell(Msg::Configured(Ok("~/x".into())));
    assert_eq!(bench.effects, [Effect::Quit]);
}

#[test]
fn esc_goes_to_the_end_and_back_and_loses_nothing() {
    let mut bench = first((100, 30));
    bench.press("Tab Down").type_in("https://half");
    bench.press("Esc");
    assert_eq!(setup(&bench).step, Step::Finish);
    assert!(bench.screen().contains("https://half"), "{}", bench.screen());
    bench.press("Esc");
    assert_eq!((setup(&bench).step, setup(&bench).server.text()), (Step::Server, "https://half"));
    // Breaking off leads to the way out, and only Enter takes it.
    bench.press("Ctrl+C Ctrl+C Ctrl+C");
    assert!(bench.effects.is_empty() && setup(&bench).server.text() == "https://half");
    bench.press("Enter");
    assert_eq!(bench.effects, [Effect::Quit]);
}

#[test]
fn the_demonstration_needs_no_signing_in_and_an_address_typed_over_it_counts() {
    let mut bench = first((80, 24));
    bench.press("Tab Enter");
    assert_eq!(setup(&bench).step, Step::Keymap, "signing in is passed over");
    bench.press("Esc Enter");
    assert_eq!(saved(&mut bench).map(|answers| answers.server), Some(None));
    bench.tell(Msg::Configured(Ok("~/x".into())));
    assert_eq!(bench.effects, [Effect::Begin { demo: true }]);
    let mut bench = first((80, 24));
    bench.press("Tab Enter Shift+Tab").type_in("https://b").press("Enter");
    assert!(!setup(&bench).demo && attempt(&mut bench).1.is_none());
}

#[test]
fn what_the_server_said_is_said_and_typing_on_makes_it_old() {
    let mut bench = first((60, 18));
    bench.press("Tab").type_in("https://a").press("Enter");
    let (number, _) = attempt(&mut bench);
    assert!(bench.screen().contains("De server wordt geprobeerd"), "{}", bench.screen());
    let refusal = ("Geen \u{1b}[2Jverbinding.".to_owned(), "Controleer het adres.".to_owned());
    bench.tell(Msg::Tried { attempt: number, result: Err(refusal) });
    assert!(bench.screen().contains("Controleer het adres.") && !bench.screen().contains('\u{1b}'), "{}", bench.screen());
    // A server that was not reached has no tick, and the end says so.
    bench.tell(Msg::Resize(100, 30));
    assert!(bench.screen().contains("› server") && !bench.screen().contains("✓"), "{}", bench.screen());
    bench.press("Esc");
    assert!(bench.screen().contains("https://a  ! niet bereikt") && !bench.screen().contains("✓"), "{}", bench.screen());
    bench.press("Esc").type_in("b");
    assert!(!bench.screen().contains("Controleer het adres."), "{}", bench.screen());
}

#[test]
fn from_the_palette_it_closes_over_what_was_open_and_keeps_the_server() {
    let mut bench = Bench::new((100, 30));
    bench.state.known =
        Known { first: false, answered: false, file: "~/f".into(), server: Some("https://a".into()), token: Some("~/t".into()) };
    bench.press(":").type_in("inrichten").press("Enter");
    assert_eq!(setup(&bench).step, Step::Language);
    bench.press("Tab");
    assert_eq!((setup(&bench).cursor, setup(&bench).server.text()), (1, "https://a"));
    bench.press("Esc Enter");
    assert_eq!(saved(&mut bench), Some(Answers::default()), "what is as it was is not written");
    bench.tell(Msg::Configured(Ok("~/f".into())));
    assert!(bench.state.modals.is_empty() && bench.message().contains("~/f"), "{}", bench.message());
    assert!(bench.screen().contains("S-471"), "{}", bench.screen());
}

#[test]
fn every_step_is_drawn_at_every_size_in_both_languages() {
    for size in [(60, 18), (80, 24), (100, 30), (140, 40), (200, 60)] {
        for language in Language::ALL {
            let mut bench = first(size);
            bench.state.texts = std::sync::Arc::new(loket::locale::Texts::new(*language));
            for step in Step::ALL {
                let title = bench.state.texts.get(&format!("setup-{}-title", step.name()));
                let screen = bench.screen();
                assert!(screen.contains(&title), "{size:?} {language} {step:?}\n{screen}");
                // The way on and the way out are always told, and no line runs out of the window.
                assert!(
                    screen.lines().last().is_some_and(|hints| hints.contains("Esc")),
                    "{size:?} {language} {step:?}\n{screen}"
                );
                let lines: Vec<&str> = screen.lines().collect();
                assert_eq!(lines[lines.len() - 3].trim_end_matches(['│', ' ']), "", "{size:?} {language} {step:?}\n{screen}");
                bench.press("Tab");
            }
        }
    }
}

#[test]
fn every_step_is_reached_back_and_forth_also_past_the_test_of_keys() {
    let mut bench = first((80, 24));
    bench.keymap("office");
    for keys in ["Esc", "Tab Tab Tab Tab Tab Tab"] {
        bench.press(keys);
        assert_eq!(setup(&bench).step, Step::Finish);
        // A key is tested on the way, and still the way goes on.
        bench.press("Shift+Tab F10");
        assert_eq!(setup(&bench).step, Step::Keys);
        for step in Step::ALL.iter().rev().skip(2) {
            bench.press("Shift+Tab");
            assert_eq!(setup(&bench).step, *step, "{}", bench.screen());
        }
    }
    // Esc leads to the end as everywhere, as long as nothing was tested; after that it is a key that can be tested.
    bench.press("Esc Shift+Tab Esc");
    assert_eq!(setup(&bench).step, Step::Finish);
    bench.press("Shift+Tab F2 Esc");
    assert!(setup(&bench).step == Step::Keys && bench.screen().contains("✓Esc"), "{}", bench.screen());
    assert!(bench.screen().contains("Shift+Tab terug"), "{}", bench.screen());
    bench.press("Esc");
    assert_eq!(setup(&bench).step, Step::Finish);
}

#[test]
fn after_the_demonstration_only_the_server_is_asked() {
    let mut bench = first((80, 24));
    bench.state.known.answered = true;
    bench.state.set_up();
    assert_eq!(setup(&bench).step, Step::Server);
    assert!(bench.screen().contains("Alleen het adres van uw loket ontbreekt nog;"), "{}", bench.screen());
    bench.press("Enter Enter");
    assert_eq!(saved(&mut bench), Some(Answers::default()));
    bench.tell(Msg::Configured(Ok("~/x".into())));
    assert_eq!(bench.effects, [Effect::Begin { demo: true }]);
}

#[test]
fn what_is_being_typed_is_closed_before_loket_is_set_up_again() {
    let mut bench = Bench::new((100, 30));
    bench.press("n").type_in("Gebeld").press("F1 F1").type_in("inrichten").press("Enter").press("Esc");
    assert!(bench.screen().contains("Gebeld"), "{}", bench.screen());
}

#[test]
fn an_address_without_its_beginning_is_asked_about_and_none_is_refused() {
    let mut bench = first((80, 24));
    bench.press("Tab Down Enter");
    assert_eq!(setup(&bench).step, Step::Server, "there is no address yet");
    assert!(bench.screen().contains("Er is nog geen adres."), "{}", bench.screen());
    bench.press("Up");
    assert!(!bench.screen().contains("Er is nog geen adres."), "what was wrong there is not said here: {}", bench.screen());
    bench.press("Down").type_in("loket.utrecht.nl").press("Enter");
    assert!(bench.effects.is_empty() && bench.screen().contains("Bedoelt u https://loket.utrecht.nl?"), "{}", bench.screen());
    bench.press("Enter");
    assert!(
        matches!(&bench.effects[..], [Effect::Try { server, .. }] if server == "https://loket.utrecht.nl"),
        "{:?}",
        bench.effects
    );
    assert_eq!(setup(&bench).server.text(), "https://loket.utrecht.nl");
    // Who goes on without trying it gets the address that was meant, and sees it.
    let mut bench = first((80, 24));
    bench.press("Tab Down").type_in("loket.utrecht.nl").press("Esc");
    assert!(bench.screen().contains("https://loket.utrecht.nl"), "{}", bench.screen());
    bench.press("Enter");
    assert_eq!(saved(&mut bench).and_then(|answers| answers.server), Some("https://loket.utrecht.nl".into()));
}

#[test]
fn keys_that_do_nothing_while_setting_up_say_what_does() {
    let mut bench = first((100, 30));
    bench.press("F1");
    assert!(bench.message().starts_with("Volg de stappen. Tab slaat over"), "{}", bench.screen());
    bench.press("Tab Tab Ctrl+V");
    assert!(bench.message().contains("Shift+Insert"), "{}", bench.screen());
}
