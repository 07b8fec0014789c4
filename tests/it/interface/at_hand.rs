//! Looking somebody up when the server is away, with the age of what is looked in; and nothing but looking somebody up.

use chrono::TimeDelta;
use loket::{
    client::replica::Officers,
    domain::at_hand::LookedUp,
    tui::app::{
        at_hand::Held,
        command::Command,
        message::{Answer, Call, Effect, Link, Msg, NotCopied, Timer},
    },
};

use super::{Bench, complete, now, officer, person, rows};

/// Thursday 19 November, 14:05 in the Netherlands.
fn held() -> Held {
    let mut officers = Officers::default();
    for entry in [officer(1, "S. de Boer", "GM0344", "+31 85 555 0101"), officer(2, "D. El Bouazzaoui", "CAK", "+31 85 555 0202")]
    {
        officers.upsert(&entry).unwrap();
    }
    Held { officers, made_at: "2026-11-19T13:05:00Z".parse().unwrap(), whole: true }
}

fn lost() -> Link {
    Link::Lost { since: now(), words: "weg".into(), advice: String::new(), refused: false }
}

/// Just started, and the server does not answer.
fn away(size: (u16, u16)) -> Bench {
    let mut bench = Bench::speaking(size, loket::locale::Language::Dutch);
    bench.tell(Msg::Link(lost())).tell(Msg::AtHand(Ok(Box::new(held()))));
    bench.effects.clear();
    bench
}

/// What the server is to hear, and the keys it is told under.
fn noted(bench: &Bench) -> Vec<LookedUp> {
    let note = |effect: &Effect| match effect {
        Effect::NoteLookUp { look_up, .. } => Some(look_up.clone()),
        _ => None,
    };
    bench.effects.iter().filter_map(note).collect()
}

fn rest(bench: &mut Bench) {
    for effect in bench.effects.clone() {
        if let Effect::Wait(_, timer @ Timer::Search(_)) = effect {
            bench.tell(Msg::Timer(timer));
        }
    }
}

const AGE: &str = "zonder verbinding: register van do 19-11 14:05";

#[test]
fn without_the_server_somebody_is_found_with_the_age_of_it() {
    for keys in ["3", "@"] {
        let mut bench = away((100, 30));
        bench.press(keys).type_in("bouaz");
        let screen = bench.screen();
        assert!(screen.contains("D. El Bouazzaoui") && screen.contains(AGE), "{keys}\n{screen}");
        // The card says it too, in its own column.
        assert!(screen.contains("Stand") && screen.matches("19-11 14:05").count() >= 2, "{keys}\n{screen}");
        assert!(!bench.effects.iter().any(|effect| matches!(effect, Effect::Send { .. })), "{:?}", bench.effects);
        bench.press("Enter");
        assert!(bench.effects.contains(&Effect::Copy("+31 85 555 0202".into())), "{:?}", bench.effects);
    }
    for size in [(60, 18), (80, 24), (140, 40)] {
        let mut bench = away(size);
        bench.press("@").type_in("bouaz");
        assert!(bench.screen().contains("14:05"), "{size:?}\n{}", bench.screen());
    }
}

#[test]
fn where_it_is_a_part_of_the_register_that_is_told() {
    let mut bench = away((100, 30));
    bench.tell(Msg::AtHand(Ok(Box::new(Held { whole: false, ..held() }))));
    bench.press("3").type_in("qqqq");
    let screen = bench.screen();
    assert!(screen.contains("register van do 19-11 14:05, eigen organisatie en geopende kaarten"), "{screen}");
}

#[test]
fn what_is_said_of_being_reached_now_stands_under_its_age() {
    let mut bench = away((100, 30));
    let mut held = held();
    let mut open = officer(3, "F. Yıldız", "GM0505", "+31 85 555 0303");
    open.facts.availability = "ma-vr 09:00-17:00".into();
    held.officers.upsert(&open).unwrap();
    bench.tell(Msg::AtHand(Ok(Box::new(held))));
    bench.press("3").type_in("yildiz");
    let screen = bench.screen();
    let (reach, age) = (screen.find("bereikbaar").expect("reachable"), screen.find("Stand").expect("the age"));
    assert!(age < reach, "{screen}");
}

#[test]
fn what_was_looked_up_is_noted_once_it_rested_and_when_a_card_is_taken_along() {
    let mut bench = away((100, 30));
    bench.press("3").type_in("cak");
    assert!(noted(&bench).is_empty());
    rest(&mut bench);
    bench.press("Enter");
    let noted = noted(&bench);
    let told: Vec<_> = noted.iter().map(|look_up| (look_up.query.raw(), look_up.officer.is_some())).collect();
    assert_eq!(told, [("cak", false), ("cak", true)], "three letters are one search");
    assert!(noted[0].at <= noted[1].at);
    let keys: std::collections::BTreeSet<_> = bench
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::NoteLookUp { key, .. } => Some(key.0),
            _ => None,
        })
        .collect();
    assert_eq!(keys.len(), 2, "each is told under a key of its own");
}

#[test]
fn when_the_server_is_back_it_is_asked() {
    let mut bench = away((100, 30));
    bench.press("3").type_in("cak");
    let mut me = person();
    me.permissions = vec!["register.search".into(), "register.read".into()];
    bench.effects.clear();
    bench.tell(Msg::Me(Box::new(me))).tell(Msg::Link(Link::Live));
    rest(&mut bench);
    let asks = |effect: &Effect| matches!(effect, Effect::Send { call: Call::SearchOfficers { .. }, .. });
    assert!(bench.effects.iter().any(asks), "{:?}", bench.effects);
    assert!(!bench.screen().contains("zonder verbinding"), "{}", bench.screen());
}

#[test]
fn what_is_not_good_is_not_looked_in_and_says_why() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    bench.tell(Msg::Link(lost())).tell(Msg::AtHand(Err("Het bewaarde register wordt niet gebruikt: het is te oud.".into())));
    bench.press("3").type_in("bouaz");
    let screen = bench.screen();
    assert!(screen.contains("het is te oud") && !screen.contains("D. El Bouazzaoui"), "{screen}");
    // Nor for who is refused, whatever was kept.
    let refused = Link::Lost { since: now(), words: "geweigerd".into(), advice: String::new(), refused: true };
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    bench.tell(Msg::Link(refused)).tell(Msg::AtHand(Ok(Box::new(held()))));
    bench.press("3").type_in("bouaz");
    assert!(!bench.screen().contains("D. El Bouazzaoui"), "{}", bench.screen());
}

#[test]
fn who_holds_a_copy_looks_in_that_with_the_age_of_it() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Replica(complete(&rows()))).tell(Msg::Link(lost())).tell(Msg::AtHand(Ok(Box::new(held()))));
    bench.press("@").type_in("yildiz");
    let screen = bench.screen();
    assert!(screen.contains("F. Yıldız"), "of the copy, not of what was taken along\n{screen}");
    assert!(screen.contains("zonder verbinding: register van ma 23-11 09:41"), "{screen}");
    assert!(noted(&bench).is_empty());
}

/// `loket wie` without a query.
fn alone(size: (u16, u16)) -> Bench {
    let mut bench = Bench::speaking(size, loket::locale::Language::Dutch);
    bench.state.look_up_alone();
    bench.arrive(&rows());
    bench
}

#[test]
fn alone_a_number_is_copied_and_esc_ends_it() {
    for size in [(60, 18), (80, 24), (100, 30)] {
        let mut bench = alone(size);
        bench.type_in("bouaz");
        let screen = bench.screen();
        assert!(screen.contains("loket wie") && screen.contains("D. El Bouazzaoui") && !screen.contains("Signalen"), "{screen}");
        bench.press("Enter");
        assert!(bench.effects.contains(&Effect::Copy("+31 85 555 0202".into())), "{:?}", bench.effects);
        bench.tell(Msg::Copied(Ok("+31 85 555 0202".into())));
        assert!(bench.screen().contains("gekopieerd"), "it stays, and says so\n{}", bench.screen());
        bench.effects.clear();
        bench.press("Esc");
        assert_eq!(bench.effects, [Effect::Quit], "also with something typed");
    }
    // From the card back to the search first.
    let mut bench = alone((100, 30));
    bench.type_in("bouaz").press("Tab");
    bench.effects.clear();
    bench.press("Esc");
    assert!(bench.effects.is_empty(), "{:?}", bench.effects);
    bench.press("Esc");
    assert_eq!(bench.effects, [Effect::Quit]);
}

#[test]
fn alone_nothing_else_can_be_done() {
    let allowed = |effect: &Effect| {
        matches!(
            effect,
            Effect::Copy(_)
                | Effect::Wait(..)
                | Effect::Refresh
                | Effect::Redraw
                | Effect::Mouse(_)
                | Effect::Quit
                | Effect::QuitAnyway
                | Effect::NoteLookUp { .. }
                | Effect::Send { call: Call::SearchOfficers { .. } | Call::Register(_), .. }
        )
    };
    for command in Command::ALL {
        let mut bench = alone((100, 30));
        bench.type_in("bouaz").press("Tab");
        bench.effects.clear();
        let effects = bench.state.run(*command);
        let pane = bench.state.pane;
        assert!(effects.iter().all(allowed), "{command:?} {effects:?}");
        assert_eq!(pane, loket::tui::app::Pane::Register, "{command:?}");
        assert!(bench.state.settings.read_only, "{command:?}");
        assert!(
            bench.state.modals.iter().all(|modal| !matches!(
                modal,
                loket::tui::app::Modal::Form(_) | loket::tui::app::Modal::Setup(_) | loket::tui::app::Modal::Lookup(_)
            )),
            "{command:?}"
        );
    }
    // Whatever the keys are called.
    for keys in ["1", "2", "4", ":", "@", "+", "n", "Ctrl+E", "F2", "F4", "F5"] {
        let mut bench = alone((100, 30));
        bench.press(keys);
        assert!(bench.effects.iter().all(allowed), "{keys}: {:?}", bench.effects);
        assert!(bench.screen().contains("loket wie"), "{keys}\n{}", bench.screen());
    }
    let mut bench = alone((100, 30));
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(5)));
    bench.tell(Msg::Copied(Err(NotCopied::Off("x".into()))));
    assert!(bench.effects.iter().all(allowed), "{:?}", bench.effects);
    assert!(bench.state.begin().is_empty() && bench.state.keep_place().is_empty(), "where one was is another window's");
}

#[test]
fn alone_a_reader_asks_the_server() {
    let mut bench = Bench::speaking((80, 24), loket::locale::Language::Dutch);
    bench.state.look_up_alone();
    let mut me = person();
    me.permissions = vec!["register.search".into(), "register.read".into()];
    bench.tell(Msg::Me(Box::new(me))).tell(Msg::Link(Link::Live));
    bench.type_in("cak");
    rest(&mut bench);
    let (request, ..) = bench.sent().pop().expect("a search");
    let hit = loket::api::officer::OfficerHit {
        officer: officer(2, "D. El Bouazzaoui", "CAK", "+31 85 555 0202"),
        rank: 1,
        forgiven: false,
    };
    bench.tell(Msg::Reply { request, reply: Ok(Answer::Officers(vec![hit])) });
    assert!(bench.screen().contains("D. El Bouazzaoui"), "{}", bench.screen());
}
