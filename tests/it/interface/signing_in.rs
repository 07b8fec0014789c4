//! Signing in on the screen, and the end of a session.

use chrono::TimeDelta;
use loket::tui::app::{
    Modal,
    message::{Effect, Link, Msg, Timer},
    signing_in::{Before, Stage, Told},
};

use super::{Bench, now, rows};
use crate::golden::arriving::{code, told};

fn waiting(before: Before) -> Bench {
    let mut bench = Bench::new((80, 24));
    bench.state.sign_in(before, true);
    bench.tell(told(code()));
    bench
}

fn stage(bench: &Bench) -> &Stage {
    match bench.state.modals.last() {
        Some(Modal::SignIn(screen)) => &screen.stage,
        _ => panic!("{}", bench.screen()),
    }
}

fn effects(bench: &mut Bench) -> Vec<Effect> {
    std::mem::take(&mut bench.effects)
}

#[test]
fn the_code_is_shown_with_machine_warning_and_time_left_and_can_be_copied() {
    let mut bench = waiting(Before::Nothing);
    let screen = bench.screen();
    for part in ["KXTR-7719", "https://id.voorbeeld.nl/apparaat", "wp-0831", "Voer nooit een code in", "10:00", "0600"] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    assert_eq!(effects(&mut bench), [Effect::Wait(1_000, Timer::SignIn(1))]);
    bench.tell(Msg::Timer(Timer::SignIn(1)));
    assert!(bench.screen().contains("9:59"), "{}", bench.screen());
    effects(&mut bench);
    bench.press("c l");
    let whole = "https://id.voorbeeld.nl/apparaat?user_code=KXTR-7719";
    assert_eq!(effects(&mut bench), [Effect::Copy("KXTR-7719".into()), Effect::Copy(whole.into())]);
    bench.tell(told(Told::SignedIn));
    assert_eq!(effects(&mut bench), [Effect::Begin { demo: false }]);
}

#[test]
fn what_comes_of_an_older_attempt_is_passed_over() {
    let mut bench = waiting(Before::Nothing);
    bench.tell(told(Told::Failed { words: "De code is verlopen.".into(), advice: "Vraag een nieuwe code.".into() }));
    assert!(bench.screen().contains("De code is verlopen."), "{}", bench.screen());
    effects(&mut bench);
    bench.press("Enter");
    assert_eq!(effects(&mut bench), [Effect::SignIn(2)]);
    for late in [code(), Told::SignedIn] {
        bench.tell(told(late));
        assert_eq!(*stage(&bench), Stage::Asking);
        assert_eq!(effects(&mut bench), []);
    }
    bench.tell(Msg::Timer(Timer::SignIn(1)));
    assert_eq!(effects(&mut bench), []);
    bench.press("Esc");
    assert_eq!(effects(&mut bench), [Effect::Quit]);
}

#[test]
fn a_session_that_ended_ends_the_screen_of_who_signed_in_and_of_nobody_else() {
    let lost = |refused| Link::Lost { since: now() + TimeDelta::minutes(1), words: "x".into(), advice: "y".into(), refused };
    for (signed_in, refused, ends) in [(true, true, true), (true, false, false), (false, true, false)] {
        let mut bench = Bench::new((80, 24));
        bench.arrive(&rows());
        bench.state.signed_in = signed_in;
        effects(&mut bench);
        bench.tell(Msg::Link(lost(refused)));
        assert_eq!(effects(&mut bench).contains(&Effect::SessionEnded), ends, "{signed_in} {refused}");
    }
}

#[test]
fn signing_out_is_for_who_signed_in() {
    use loket::tui::app::command::Command;
    let mut bench = Bench::new((80, 24));
    bench.arrive(&rows());
    assert!(bench.state.unavailable(Command::SignOut).is_some());
    bench.state.signed_in = true;
    assert!(bench.state.unavailable(Command::SignOut).is_none());
    bench.tell(Msg::SignedOut { heard: true });
    assert!(effects(&mut bench).contains(&Effect::Leave { heard: true }));
}
