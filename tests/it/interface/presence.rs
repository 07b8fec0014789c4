//! Where this window is, and who else is at a signal: told when it changes and while somebody is at the keys, shown in the list and in
//! the signal, said once, and never believed without a connection.

use chrono::TimeDelta;
use loket::{
    domain::{
        ids::{AccountId, WindowId},
        presence::{Doing, Presence},
        signal::{Owner, Urgency},
    },
    locale::Language,
    tui::app::{
        message::{Link, Msg},
        presence::{Here, Told},
    },
};
use uuid::Uuid;

use super::{Bench, arrived, complete, id, me, now, row, rows, whole};

/// A window of an account at a signal, since so many minutes.
pub fn window(number: u128, by: u128, name: &str, signal: u32, doing: Doing, minutes: i64) -> Presence {
    Presence {
        window: WindowId(Uuid::from_u128(number)),
        object: id(signal),
        by: AccountId(Uuid::from_u128(by)),
        name: name.into(),
        doing,
        since: now() - TimeDelta::minutes(minutes),
    }
}

/// A few colleagues at work, and another window of one's own.
pub fn colleagues() -> Vec<Presence> {
    vec![
        window(11, 5, "J. Bakker", 471, Doing::Looking, 2),
        window(12, 6, "Fatima Yıldız", 502, Doing::Editing, 5),
        window(13, 5, "J. Bakker", 502, Doing::Looking, 9),
        window(14, 1, "M. Visser", 503, Doing::Editing, 1),
    ]
}

fn lost() -> Msg {
    Msg::Link(Link::Lost { since: now(), words: "weg".into(), advice: String::new(), refused: false })
}

fn looking(signal: u32) -> Option<Here> {
    Some(Here { signal: id(signal), doing: Doing::Looking })
}

fn editing(signal: u32) -> Option<Here> {
    Some(Here { signal: id(signal), doing: Doing::Editing })
}

fn settled(bench: &mut Bench) {
    bench.settle(&whole(&rows()[0], None, 1));
}

fn lines_with<'a>(screen: &'a str, text: &str) -> Vec<&'a str> {
    screen.lines().filter(|line| line.contains(text)).collect()
}

#[test]
fn where_this_window_is_follows_the_cursor_the_form_and_the_cover() {
    let mut bench = arrived((100, 30));
    settled(&mut bench);
    assert_eq!(bench.state.here(), looking(471));
    bench.press("Down");
    assert_eq!(bench.state.here(), None, "where the cursor passes by nobody looks");
    settled(&mut bench);
    assert_eq!(bench.state.here(), looking(502));
    bench.press("n");
    assert_eq!(bench.state.here(), editing(502));
    bench.press("Ctrl+K");
    assert_eq!(bench.state.here(), editing(502), "a window over the form changes nothing");
    bench.press("Esc Esc");
    assert_eq!(bench.state.here(), looking(502));
    bench.press("+");
    assert_eq!(bench.state.here(), looking(502), "a new signal is nowhere yet");
    bench.press("Esc 3");
    assert_eq!(bench.state.here(), None, "the register is of no case");
    let mut bench = arrived((100, 30));
    settled(&mut bench);
    bench.press("p");
    assert_eq!(bench.state.here(), None, "without a preview a row is a row");
    bench.press("Enter");
    assert_eq!(bench.state.here(), looking(471));
    bench.state.locked = true;
    assert_eq!(bench.state.here(), None, "nobody looks at a covered screen");
}

#[test]
fn it_is_told_when_it_changes_and_now_and_then_while_somebody_is_at_the_keys() {
    let mut bench = arrived((100, 30));
    let mut told = Told::default();
    settled(&mut bench);
    assert_eq!(told.due(&bench.state), Some(looking(471)));
    assert_eq!(told.due(&bench.state), None, "once");
    assert!(told.is_seen());
    let start = bench.state.now;
    let at = |bench: &mut Bench, told: &mut Told, seconds: i64| {
        bench.tell(Msg::Clock(start + TimeDelta::seconds(seconds)));
        told.due(&bench.state)
    };
    assert_eq!(at(&mut bench, &mut told, 49), None);
    assert_eq!(at(&mut bench, &mut told, 50), Some(looking(471)));
    bench.press("?");
    assert_eq!(at(&mut bench, &mut told, 100), Some(looking(471)));
    assert_eq!(at(&mut bench, &mut told, 155), Some(looking(471)));
    // No key for 110 seconds: who walked away says nothing any more, and is gone two minutes later.
    for seconds in [165, 230, 300, 3600] {
        assert_eq!(at(&mut bench, &mut told, seconds), None, "{seconds}");
    }
    bench.press("Esc");
    assert_eq!(told.due(&bench.state), Some(looking(471)), "and is back with the first key");
    bench.tell(lost());
    assert_eq!((told.due(&bench.state), told.is_seen()), (None, false));
    bench.press("n");
    assert_eq!(told.due(&bench.state), None, "without a connection nothing can be told");
    bench.tell(Msg::Link(Link::Live));
    assert_eq!(told.due(&bench.state), Some(editing(471)));
    bench.state.locked = true;
    assert_eq!(told.due(&bench.state), Some(None), "that nobody looks any more is told too");
}

#[test]
fn the_list_tells_who_looks_and_who_edits_at_the_end_of_the_title() {
    for (size, looks, edits, own) in [
        ((140, 40), "kijkt: JB", "bewerkt: FY +1", "u elders"),
        ((100, 30), "kijkt: JB", "FY +1", "u elders"),
        ((80, 24), "kijkt: JB", "bewerkt: FY +1", "u elders"),
    ] {
        let mut bench = arrived(size);
        let before = bench.screen();
        assert!(!before.contains("aanwezig"), "nobody there takes no room\n{before}");
        bench.tell(Msg::Present(colleagues()));
        let screen = bench.screen();
        for (number, words) in [("S-471", looks), ("S-502", edits), ("S-503", own)] {
            assert!(lines_with(&screen, number).iter().any(|row| row.contains(words)), "{size:?} {number} {words}\n{screen}");
        }
        assert!(screen.contains("aanwezig"), "{screen}");
        let untouched = |screen: &str| lines_with(screen, "S-505")[0].split('│').next().map(str::to_owned);
        assert_eq!(untouched(&screen), untouched(&before), "where nobody is the title keeps its room");
        bench.tell(Msg::Present(vec![]));
        assert_eq!(bench.screen(), before);
    }
    let mut bench = arrived((60, 18));
    bench.tell(Msg::Present(colleagues()));
    let screen = bench.screen();
    assert!(lines_with(&screen, "S-471")[0].contains(" JB "), "{screen}");
    assert!(!screen.contains("kijkt"), "words are the first to go when there is no room\n{screen}");
}

#[test]
fn the_signal_tells_since_when_and_a_lost_connection_shows_nobody() {
    for size in [(100, 30), (80, 24), (200, 60)] {
        let mut bench = arrived(size);
        settled(&mut bench);
        bench.tell(Msg::Present(colleagues()));
        assert!(bench.screen().contains("J. Bakker kijkt sinds 09:39"), "{size:?}\n{}", bench.screen());
        bench.press("Enter");
        assert!(bench.screen().contains("J. Bakker kijkt sinds 09:39"), "{size:?}\n{}", bench.screen());
        bench.tell(lost());
        assert!(!bench.screen().contains("J. Bakker") && !bench.screen().contains("kijkt:"), "{}", bench.screen());
        bench.tell(Msg::Link(Link::Live));
        assert!(!bench.screen().contains("J. Bakker"), "nor does its return, until the server told\n{}", bench.screen());
    }
}

#[test]
fn several_windows_of_one_person_are_one_person() {
    let mut bench = arrived((100, 30));
    bench.tell(Msg::Present(vec![
        window(1, 5, "J. Bakker", 471, Doing::Looking, 9),
        window(2, 5, "J. Bakker", 471, Doing::Editing, 3),
        window(3, 1, "M. Visser", 471, Doing::Editing, 20),
        window(4, 6, "Fatima Yıldız", 471, Doing::Looking, 30),
    ]));
    let people = bench.state.people_at(id(471));
    let told: Vec<String> = people.iter().map(|person| bench.state.words_of_person(person)).collect();
    assert_eq!(told, ["J. Bakker bewerkt sinds 09:38", "Fatima Yıldız kijkt sinds 09:11", "u bewerkt ook elders, sinds 09:21"]);
}

#[test]
fn a_form_on_what_a_colleague_edits_says_so_once() {
    let mut bench = arrived((100, 30));
    settled(&mut bench);
    bench.tell(Msg::Present(vec![
        window(2, 5, "J. Bakker", 471, Doing::Editing, 3),
        window(3, 1, "M. Visser", 502, Doing::Editing, 3),
        window(4, 6, "Fatima Yıldız", 503, Doing::Looking, 3),
    ]));
    bench.state.message = None;
    bench.press("n");
    assert!(bench.message().starts_with("J. Bakker bewerkt dit signaal ook, sinds 09:38."), "{}", bench.message());
    bench.state.message = None;
    bench.press("Esc n");
    assert_eq!(bench.message(), "", "once");
    bench.press("Esc");
    // One's own other window, and somebody who only looks, are no warning.
    for _ in 0..2 {
        bench.press("Down");
        settled(&mut bench);
        bench.state.message = None;
        bench.press("n");
        assert_eq!(bench.message(), "", "{:?}", bench.state.here());
        bench.press("Esc");
    }
    // Who begins while the form is open is said, too; and who comes back.
    bench.press("n").tell(Msg::Present(vec![window(4, 6, "Fatima Yıldız", 503, Doing::Editing, 0)]));
    assert!(bench.message().starts_with("Fatima Yıldız bewerkt"), "{}", bench.message());
    bench.state.message = None;
    bench.tell(Msg::Present(vec![])).tell(Msg::Present(vec![window(4, 6, "Fatima Yıldız", 503, Doing::Editing, -4)]));
    assert!(bench.message().contains("sinds 09:45"), "{}", bench.message());
}

#[test]
fn that_a_colleague_edits_too_is_said_as_long_as_it_is_so_and_never_hides_a_takeover() {
    let owned = |by: u128, name: &str| {
        let mut all = rows();
        all[0].owner = Some(Owner {
            account: AccountId(Uuid::from_u128(by)),
            name: name.into(),
            lease_until: now() + TimeDelta::minutes(15),
        });
        all
    };
    let editing = || vec![window(2, 5, "J. Bakker", 471, Doing::Editing, 3)];
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Replica(complete(&owned(1, "M. Visser"))));
    settled(&mut bench);
    bench.state.message = None;
    bench.tell(Msg::Present(editing())).press("n");
    assert!(bench.message().starts_with("J. Bakker bewerkt"), "{}", bench.message());
    bench.tell(Msg::Replica(complete(&owned(5, "J. Bakker"))));
    assert!(bench.message().contains("S-471 is van u overgenomen door J. Bakker"), "{}", bench.message());
    // And a line whose colleague left goes with him; another one stays.
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Replica(complete(&rows())));
    settled(&mut bench);
    bench.state.message = None;
    bench.tell(Msg::Present(editing())).press("n").tell(Msg::Present(editing()));
    assert!(bench.message().starts_with("J. Bakker bewerkt"), "{}", bench.message());
    bench.tell(Msg::Present(vec![window(2, 5, "J. Bakker", 471, Doing::Looking, 0)]));
    assert_eq!(bench.message(), "");
}

#[test]
fn a_name_steers_nothing_and_takes_no_more_than_its_room() {
    let attack = "\u{1b}[2J\u{202e}Ē \u{7}x\nnog een regel";
    for size in [(60, 18), (80, 24), (100, 30), (200, 60)] {
        let mut bench = Bench::speaking(size, Language::English);
        bench.arrive(&rows());
        settled(&mut bench);
        bench.tell(Msg::Present(vec![
            window(1, 5, attack, 471, Doing::Editing, 9),
            window(2, 6, &"日本語".repeat(300), 471, Doing::Looking, 9),
            window(3, 7, "", 502, Doing::Looking, 9),
        ]));
        bench.press("n");
        assert!(!bench.screen().chars().any(|c| c != '\n' && c.is_control()), "{}", bench.screen());
    }
}

/// A sign of work renews a claim without a new version: what was read before may know less than the row.
#[test]
fn a_claim_that_was_renewed_meanwhile_still_holds() {
    let holder = AccountId(Uuid::from_u128(5));
    let owner = |minutes| Owner { account: holder, name: "J. Bakker".into(), lease_until: now() + TimeDelta::minutes(minutes) };
    let claimed = |minutes| {
        let mut all = rows();
        all[0].owner = Some(owner(minutes));
        all
    };
    let mut bench = Bench::with((100, 30), &claimed(15));
    bench.tell(Msg::Replica(complete(&claimed(15))));
    let mut read = whole(&rows()[0], None, 1);
    read.owner = Some(owner(15));
    bench.settle(&read);
    bench.tell(Msg::Replica(complete(&claimed(30))));
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(20)));
    bench.sent();
    bench.press("P l");
    assert_eq!(bench.sent(), vec![], "what somebody else holds is asked about");
    assert!(bench.screen().contains("J. Bakker"), "{}", bench.screen());
    // The same of one's own: it is mine for as long as the row says.
    let mut all = vec![row(471, "Ontruiming", Urgency::Crisis, Some(0))];
    all[0].owner = Some(Owner { account: me(), name: "M. Visser".into(), lease_until: now() + TimeDelta::minutes(30) });
    let mut bench = Bench::with((100, 30), &all);
    bench.press("Enter");
    bench.settle(&whole(&all[0], Some(me()), 1));
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(20)));
    assert!(bench.screen().contains("M. Visser, tot 10:11"), "{}", bench.screen());
    assert!(bench.screen().contains("schuift op zolang u eraan werkt"), "{}", bench.screen());
}
