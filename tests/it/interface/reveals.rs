//! What is shielded of a case: shown for ten seconds once the server has written it down, and over by itself, by going on and by
//! covering the screen.

use std::fs;

use chrono::TimeDelta;
use loket::{
    api::problem::Code,
    demo::{Plan, signals},
    domain::{
        ids::SignalId,
        signal::{ShieldedField, Signal, shield::Reveal},
    },
    locale::Language,
    tui::app::message::{Answer, Call, Effect, Link, Msg, NotCopied, Timer},
};
use serde_json::json;

use super::{Bench, id, meetings::refused, now, rows, whole};

const PHONE: &str = "+31 85 555 7468";
const MAIL: &str = "a.hoekema@voorbeeld.nl";
const HOUSEHOLD: &str = "H-7K2F";
const COVER: &str = "••••••";

/// The first signal, of which everything is shielded that can be.
fn signal() -> Signal {
    Signal { shielded: ShieldedField::ALL.to_vec(), ..whole(&rows()[0], None, 1) }
}

fn reveal() -> Reveal {
    serde_json::from_value(json!({ "version": 2, "values": [
        { "field": "reporter.phone", "value": PHONE }, { "field": "reporter.mail", "value": MAIL },
        { "field": "source.reference", "value": "2026/17" }, { "field": "household", "value": HOUSEHOLD }
    ] }))
    .unwrap()
}

/// It is open, and was read.
fn opened() -> Bench {
    let mut bench = Bench::new((100, 30));
    bench.press("Enter").settle(&signal());
    bench.effects.clear();
    bench
}

/// The requests to reveal that were sent since: their numbers.
fn asked(bench: &mut Bench) -> Vec<u64> {
    let sent = bench.sent();
    let reveals = sent.iter().filter(|(_, call, _)| matches!(call, Call::Reveal(of) if *of == id(471)));
    reveals.map(|(request, ..)| *request).collect()
}

/// The server wrote it down.
fn answered(bench: &mut Bench, request: u64) -> &mut Bench {
    bench.effects.clear();
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Reveal(Box::new(reveal()))) })
}

fn shown() -> Bench {
    let mut bench = opened();
    bench.press("v");
    let request = asked(&mut bench)[0];
    answered(&mut bench, request);
    assert!(bench.screen().contains(PHONE), "{}", bench.screen());
    bench
}

/// A second goes by: the clock is told, and the timer runs out.
fn second(bench: &mut Bench) {
    bench.tell(Msg::Clock(bench.state.now + TimeDelta::seconds(1)));
    tick(bench);
}

fn tick(bench: &mut Bench) {
    let timers: Vec<Timer> = std::mem::take(&mut bench.effects)
        .into_iter()
        .filter_map(|effect| match effect {
            Effect::Wait(1000, timer @ Timer::Reveal(_)) => Some(timer),
            _ => None,
        })
        .collect();
    for timer in timers {
        bench.tell(Msg::Timer(timer));
    }
}

#[track_caller]
fn covered(bench: &Bench) {
    let screen = bench.screen();
    for value in [PHONE, MAIL, HOUSEHOLD, "2026/17"] {
        assert!(!screen.contains(value), "{screen}");
    }
}

#[test]
fn nothing_is_shown_before_the_server_wrote_it_down() {
    for language in Language::ALL {
        let mut bench = Bench::speaking((100, 30), *language);
        bench.arrive(&rows()).press("Enter").settle(&signal());
        bench.effects.clear();
        let hint = if *language == Language::Dutch { "v toont 10 s, wordt vastgelegd" } else { "v shows it for 10 s, is logged" };
        assert!(bench.screen().contains(&format!("{COVER}   {COVER}   {hint}")), "{}", bench.screen());
        bench.press("v");
        covered(&bench);
        // Pressed again before there is an answer, it is not asked for twice.
        bench.press("v");
        let requests = asked(&mut bench);
        assert_eq!(requests.len(), 1);
        answered(&mut bench, requests[0]);
        let screen = bench.screen();
        for value in [PHONE, MAIL, HOUSEHOLD, "2026/17"] {
            assert!(screen.contains(value), "{value}: {screen}");
        }
        assert!(!screen.contains(COVER), "{screen}");
    }
}

#[test]
fn it_is_over_after_ten_seconds_and_says_how_many_are_left() {
    let mut bench = shown();
    for left in (1..10).rev() {
        second(&mut bench);
        assert!(bench.screen().contains(&format!("nog\u{a0}{left}\u{a0}s")), "{left}: {}", bench.screen());
        assert!(bench.screen().contains(PHONE));
    }
    second(&mut bench);
    covered(&bench);
    assert!(bench.screen().contains("v toont 10 s"), "{}", bench.screen());
    // It is drawn anew although nothing but the time changed.
    assert_eq!(bench.state.stale, loket::tui::app::stale::Stale::Everything);
}

#[test]
fn a_clock_that_was_set_or_stands_still_makes_it_no_longer() {
    let mut bench = shown();
    for _ in 0..10 {
        tick(&mut bench);
    }
    covered(&bench);
    let mut bench = shown();
    bench.state.drawn();
    bench.tell(Msg::Clock(bench.state.now + TimeDelta::seconds(10)));
    covered(&bench);
    assert_eq!(bench.state.stale, loket::tui::app::stale::Stale::Everything);
}

#[test]
fn whatever_leads_away_covers_it() {
    type Step = fn(&mut Bench);
    let ways: [(&str, Step); 9] = [
        ("the next signal", |bench| _ = bench.press("J")),
        ("back to the list", |bench| _ = bench.press("Esc")),
        ("the register", |bench| _ = bench.press("3")),
        ("the board", |bench| _ = bench.press("4")),
        ("the lock", |bench| _ = bench.press("!")),
        ("an idle screen", |bench| {
            bench.state.settings.lock_after_minutes = 1;
            bench.tell(Msg::Clock(bench.state.now + TimeDelta::minutes(1)));
        }),
        ("the key again", |bench| _ = bench.press("v")),
        ("a session that ended", |bench| {
            let (words, advice) = ("Uw sessie is voorbij.".into(), String::new());
            bench.tell(Msg::Link(Link::Lost { since: now(), words, advice, refused: true }));
        }),
        ("a copy that goes another way", |bench| {
            bench.press("y t");
            let request = asked(bench)[0];
            answered(bench, request);
            bench.tell(Msg::Copied(Err(NotCopied::Off(PHONE.into())))).press("Esc");
        }),
    ];
    for (way, step) in ways {
        let mut bench = shown();
        step(&mut bench);
        covered(&bench);
        // Coming back does not show it again, and what was counted is not counted on.
        bench.press("Esc 1 Enter");
        tick(&mut bench);
        assert!(!bench.screen().contains(PHONE), "{way}: {}", bench.screen());
    }
}

#[test]
fn who_went_on_before_the_answer_came_is_shown_nothing() {
    let mut bench = opened();
    bench.press("v");
    let request = asked(&mut bench)[0];
    bench.press("J");
    answered(&mut bench, request);
    covered(&bench);
    bench.press("K");
    covered(&bench);
}

#[test]
fn a_log_that_cannot_be_written_shows_nothing_and_says_why() {
    let mut bench = opened();
    bench.press("v");
    let request = asked(&mut bench)[0];
    refused(&mut bench, request, Code::Unavailable);
    covered(&bench);
    assert_eq!(bench.message(), "Dat kan niet.");
    // Without a connection nothing is asked: it could not be written down.
    let link = Link::Lost { since: now(), words: "Weg.".into(), advice: String::new(), refused: false };
    bench.tell(Msg::Link(link)).press("v");
    assert!(asked(&mut bench).is_empty());
    assert!(!bench.message().is_empty() && !bench.screen().contains("v toont"), "{}", bench.screen());
}

#[test]
fn copying_is_written_down_first_and_not_shown() {
    for (keys, value, what) in [("y t", PHONE, "telefoon van de melder"), ("y m", MAIL, "e-mail van de melder")] {
        let mut bench = opened();
        bench.press(keys);
        assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::Copy(_))), "{:?}", bench.effects);
        let request = asked(&mut bench)[0];
        answered(&mut bench, request);
        assert_eq!(bench.effects, [Effect::Copy(value.into())]);
        bench.tell(Msg::Copied(Ok(value.into())));
        covered(&bench);
        assert!(bench.message().contains(what), "{}", bench.message());
    }
    // What could not be logged is not copied.
    let mut bench = opened();
    bench.press("y t");
    let request = asked(&mut bench)[0];
    refused(&mut bench, request, Code::Unavailable);
    assert!(bench.effects.iter().all(|effect| !matches!(effect, Effect::Copy(_))));
    // Where there is no clipboard it stands on the screen for ten seconds.
    let mut bench = opened();
    bench.press("y t");
    let request = asked(&mut bench)[0];
    answered(&mut bench, request).effects.clear();
    bench.tell(Msg::Copied(Err(NotCopied::Off(PHONE.into()))));
    assert!(bench.message().contains(PHONE));
    for _ in 0..10 {
        assert!(bench.message().contains(PHONE));
        second(&mut bench);
    }
    assert_eq!(bench.message(), "");
}

#[test]
fn what_is_not_there_is_not_asked_for() {
    let mut bench = Bench::new((100, 30));
    let bare = Signal { shielded: vec![], ..whole(&rows()[0], None, 1) };
    bench.press("Enter").settle(&bare);
    bench.effects.clear();
    for keys in ["v", "y t"] {
        bench.press(keys);
        assert!(asked(&mut bench).is_empty() && !bench.message().is_empty(), "{keys}");
    }
    assert!(!bench.screen().contains(COVER), "{}", bench.screen());
    // In the list the key marks a range, as ever.
    let mut bench = Bench::new((100, 30));
    bench.press("v");
    assert!(bench.state.signals.range.is_some() && asked(&mut bench).is_empty());
}

#[test]
fn the_form_shows_no_old_value_and_leaves_it_unless_something_is_typed() {
    let patched = |fields: &[(&str, &str)]| {
        let mut bench = opened();
        bench.press("g w").effects.clear();
        covered(&bench);
        assert!(bench.screen().contains(COVER), "{}", bench.screen());
        for (name, text) in fields {
            let Some(loket::tui::app::Modal::Form(form)) = bench.state.modals.last_mut() else { panic!("no form") };
            form.focus = form.slots.iter().position(|slot| slot.name == *name).unwrap();
            if *name == "intake-phone" {
                assert!(bench.screen().contains("Wat hier staat is afgeschermd"), "{}", bench.screen());
            }
            bench.press("Ctrl+U").type_in(text);
        }
        bench.effects.clear();
        bench.press("Ctrl+S");
        match &bench.sent()[..] {
            [(_, Call::Patch { patch, .. }, _)] => serde_json::to_value(patch).unwrap(),
            other => panic!("{other:?}\n{}", bench.screen()),
        }
    };
    assert_eq!(patched(&[("intake-name", "B. Visser")]), json!({ "reporter": { "name": "B. Visser" } }));
    assert_eq!(patched(&[("intake-phone", "020 555 1234")]), json!({ "reporter": { "phone": "020 555 1234" } }));
}

#[test]
fn what_was_saved_in_a_shielded_field_cannot_be_taken_back() {
    let mut bench = opened();
    bench.press("g w");
    let Some(loket::tui::app::Modal::Form(form)) = bench.state.modals.last_mut() else { panic!("no form") };
    form.focus = form.slots.iter().position(|slot| slot.name == "intake-phone").unwrap();
    bench.type_in("020 555 1234").effects.clear();
    bench.press("Ctrl+S");
    let request = bench.sent()[0].0;
    bench.answer(request, Signal { version: 2, ..signal() });
    assert_eq!(bench.message(), "S-471 gewijzigd: melder");
    bench.effects.clear();
    bench.press("u");
    assert!(bench.sent().is_empty(), "{}", bench.message());
}

#[test]
fn the_history_says_who_saw_what_and_not_the_value() {
    let mut signal = signal();
    let entry = |kind: &str, text: &str, organisation: Option<&str>| {
        json!({ "id": SignalId(uuid::Uuid::from_u128(3)), "at": now(), "kind": kind, "by": super::me(), "byName": "M. Visser", "text": text,
            "organisation": organisation })
    };
    let entries = json!([entry("reveal", "reporter.phone, household", Some("UWV")), entry("change", "household", None),]);
    signal.timeline = serde_json::from_value(entries).unwrap();
    let mut bench = Bench::new((100, 40));
    bench.press("Enter").settle(&signal);
    let screen = bench.screen();
    for told in ["bekeek telefoon van de melder, kenmerk van het huishouden", "gewijzigd: kenmerk van het huishouden"] {
        assert!(screen.contains(told), "{told}: {screen}");
    }
}

#[test]
fn no_golden_screen_and_no_line_read_shows_what_is_shielded() {
    let mut values = vec![PHONE.to_owned(), MAIL.to_owned()];
    let plan = Plan::usual(now().date_naive());
    for mut signal in signals(&plan) {
        values.extend(signal.shield().into_iter().map(|one| one.value.raw().to_owned()));
    }
    values.sort();
    values.dedup();
    assert!(values.len() > 300, "{}", values.len());
    let mut files = 0;
    for folder in ["tests/it/golden/screens", "tests/it/plain/snapshots"] {
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            let text = fs::read_to_string(&file).unwrap();
            files += 1;
            for value in &values {
                assert!(!text.contains(value.as_str()), "{value} stands in {}", file.display());
            }
        }
    }
    assert!(files > 100, "{files}");
}
