//! What somebody new tries: keys of other programs, names of which there are several, numbers that cannot be right, signs that
//! are not known. Nothing of it ends in silence.

use loket::{
    domain::{ids::AccountId, officer::Mandate, signal::Urgency},
    tui::app::{
        Modal,
        message::{Call, Msg},
        signals::Column,
    },
};
use uuid::Uuid;

use super::{Bench, arrived as bench, complete, id, me, now, officer, row, rows, whole};
use crate::plain::owner;

#[test]
fn keys_of_other_programs_say_what_does_that_here() {
    let mut bench = bench((100, 30));
    bench.press("n Ctrl+V");
    assert_eq!(bench.message(), "Plakken: Ctrl+Shift+V, Shift+Insert of de rechtermuisknop.");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Form(form)) if form.is_blank()));
    bench.press("Esc Shift+Down");
    assert!(bench.message().starts_with("Meer rijen kiezen: "), "{}", bench.message());
}

#[test]
fn of_several_municipalities_one_is_chosen_from_the_field() {
    let mut bench = bench((100, 30));
    let at = |bench: &Bench| match bench.state.modals.last() {
        Some(Modal::Form(form)) => (form.slots[form.focus].name, form.text("intake-municipality").to_owned()),
        _ => panic!("{}", bench.screen()),
    };
    bench.press("+");
    while at(&bench).0 != "intake-municipality" {
        bench.press("Tab");
    }
    bench.type_in("bergen").press("Down");
    assert!(bench.screen().contains("Bergen (L.)") && bench.screen().contains("Bergen (NH.)"), "{}", bench.screen());
    bench.press("Down Enter");
    let (name, text) = at(&bench);
    assert!(name != "intake-municipality" && text.starts_with("Bergen ("), "{name} {text}");
    bench.press("Shift+Tab Ctrl+U").type_in("utrecht").press("Down");
    assert!(matches!(bench.state.modals.last(), Some(Modal::Form(_))), "one is one");
    // What only one begins with needs no choosing either: what is typed next is not taken by a menu.
    bench.press("Home Shift+Tab Ctrl+U");
    while at(&bench).0 != "intake-municipality" {
        bench.press("Tab");
    }
    bench.press("Ctrl+U").type_in("zwijn").press("Enter");
    let (name, text) = at(&bench);
    assert!(name != "intake-municipality" && text == "Zwijndrecht", "{name} {text}");
}

#[test]
fn a_number_or_address_that_cannot_be_right_is_remarked_on_and_saved_all_the_same() {
    let cases = [
        ("0612", true),
        ("06 12345678", false),
        ("+31 85 555 0101", false),
        ("14 030", false),
        ("0800-1234", false),
        ("085 555 0101 toestel 12", false),
        ("K. Melder", true),
    ];
    for (typed, doubtful) in cases {
        let mut bench = bench((100, 30));
        bench.press("+ Tab Tab Tab").type_in(typed);
        let screen = bench.screen();
        assert_eq!(screen.contains("geen heel telefoonnummer"), doubtful, "{typed}: {screen}");
    }
    for (typed, doubtful) in [
        ("k@b", true),
        ("k.melder@utrecht.nl", false),
        ("k melder@utrecht.nl", true),
        ("utrecht.nl", true),
        ("piet@@breda", true),
        ("piet@@breda.nl", true),
    ] {
        let mut bench = bench((100, 30));
        bench.press("+ Tab Tab Tab Tab").type_in(typed);
        assert_eq!(bench.screen().contains("geen mailadres"), doubtful, "{typed}: {}", bench.screen());
    }
    let mut bench = bench((100, 30));
    bench.press("+ Tab Tab Tab").type_in("0612").press("Tab Tab Tab").type_in("Nieuw").press("Ctrl+S");
    assert_eq!(bench.sent().len(), 1, "{}", bench.screen());
}

#[test]
fn who_may_decide_comes_first_and_how_far_stands_in_the_list() {
    let mut bench = bench((100, 30));
    let mut replica = bench.state.replica.clone();
    for (number, name, mandate, days) in [
        (11, "A. Aalbers", Mandate::Coordinate, 20),
        (12, "B. Bos", Mandate::Decide, 200),
        (13, "C. Claus", Mandate::Decide, 10),
        (14, "D. Dam", Mandate::None, 10),
    ] {
        let mut one = officer(number, name, "UWV", "+31 85 555 0909");
        (one.facts.mandate, one.facts.verified_on) = (mandate, Some(now().date_naive() - chrono::TimeDelta::days(days)));
        let line = serde_json::json!({"kind": "officer", "row": one}).to_string();
        replica.apply_line(line.as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(replica)).press("@").type_in("uwv");
    let screen = bench.screen();
    let places: Vec<usize> =
        ["C. Claus", "B. Bos", "A. Aalbers", "D. Dam"].iter().map(|name| screen.find(name).expect(name)).collect();
    assert!(places.is_sorted(), "{screen}");
    assert!(screen.contains("beslissen € 5.000"), "{screen}");
}

#[test]
fn a_claim_of_ones_own_is_not_offered_once_more() {
    let mut bench = bench((100, 30));
    let mut all = rows();
    all[0].owner = Some(owner("M. Visser", me()));
    all[1].owner = Some(owner("J. Bakker", AccountId(Uuid::from_u128(9))));
    bench.tell(Msg::Replica(complete(&all))).keymap("office").press("F2");
    assert!(bench.sent().is_empty(), "another version of the signal says nothing");
    assert!(bench.message().starts_with("Dit signaal staat al op uw naam"), "{}", bench.message());
    bench.press("F9");
    assert!(!bench.screen().contains("▌ op mijn naam"), "{}", bench.screen());
    bench.press("Esc Down F2");
    assert!(matches!(bench.sent()[..], [(_, Call::Claim { signal, .. }, _)] if signal == id(502)), "{}", bench.screen());
}

#[test]
fn an_answer_that_the_list_does_not_know_yet_counts() {
    let mut bench = bench((100, 30));
    let mut all = rows();
    all[0].owner = Some(owner("M. Visser", me()));
    bench.tell(Msg::Replica(complete(&all))).press("C");
    let [(request, Call::Release { .. }, _)] = bench.sent()[..] else { panic!("{}", bench.screen()) };
    bench.answer(request, whole(&rows()[0], None, all[0].version + 1)).press("c");
    assert!(matches!(bench.sent()[..], [(_, Call::Claim { .. }, _)]), "{}", bench.message());
}

#[test]
fn of_one_urgency_what_is_due_first_comes_first() {
    let all = [
        row(1, "Later", Urgency::High, Some(9)),
        row(2, "Zonder", Urgency::High, None),
        row(3, "Eerder", Urgency::High, Some(2)),
        row(4, "Crisis", Urgency::Crisis, Some(30)),
    ];
    let mut bench = Bench::with((100, 30), &all);
    bench.press(", u");
    assert_eq!(bench.state.signals.sorting.by, Column::Urgency);
    assert_eq!(super::shown(&bench), [4, 3, 1, 2].map(id));
}

#[test]
fn help_tells_the_signs_first_and_the_words_of_the_filter_to_who_filters() {
    for size in [(80, 24), (100, 30)] {
        let mut bench = bench(size);
        bench.keymap("office").press("F1");
        let screen = bench.screen();
        for wanted in ["─ Hulp", "Tekens", "!!", "moet nog worden bevestigd"] {
            assert!(screen.contains(wanted), "{wanted}: {screen}");
        }
        assert!(!screen.contains("gemeente:breda"), "{screen}");
        bench.press("Esc F3 F1");
        assert!(bench.screen().contains("gemeente:breda") && bench.screen().contains("termijn:<=vr"), "{}", bench.screen());
    }
}

#[test]
fn help_finds_what_people_call_it_and_knows_keys_by_name() {
    let mut bench = bench((100, 30));
    bench.keymap("office");
    for (typed, wanted) in [
        ("afdoen", "status"),
        ("overnemen", "op mijn naam"),
        ("wijzigen", "urgentie"),
        ("wachten", "status"),
        ("bewerken", "notitie"),
        ("f7", "notitie"),
        ("Ctrl+Z", "ongedaan"),
        ("F6", "status"),
        ("Ctrl+X", "voorstel"),
        ("F11", "De toets F11 doet in deze toetsenindeling niets."),
    ] {
        bench.press("F1").type_in(typed);
        assert!(bench.screen().contains(wanted), "{typed}: {}", bench.screen());
        bench.press("Esc");
    }
    bench.press("F1").type_in("vrijgeven");
    let screen = bench.screen();
    assert!(screen.contains("Geef het signaal weer vrij.") && screen.contains("niet op uw naam"), "{screen}");
}

#[test]
fn the_template_is_told_of_where_there_is_little_room() {
    let mut bench = bench((80, 24));
    bench.keymap("office").press("F7");
    assert!(bench.screen().contains(":: sjabloon"), "{}", bench.screen());
}

#[test]
fn a_claim_that_does_not_end_today_is_shown_with_its_day() {
    let mut all = rows();
    let mut owner = owner("J. Bakker", AccountId(Uuid::from_u128(9)));
    owner.lease_until = now() + chrono::TimeDelta::days(1);
    all[0].owner = Some(owner);
    let mut bench = bench((100, 30));
    bench.tell(Msg::Replica(complete(&all)));
    assert!(bench.screen().contains("J. Bakker, tot di 24-11"), "{}", bench.screen());
}
