//! What was promised, saved or narrowed does not go because of the next key: it is kept, or asked about.

use chrono::TimeDelta;
use loket::{
    domain::signal::{Owner, SignalSummary, Urgency},
    tui::app::{
        Modal, Pane,
        message::{Call, Effect, Msg},
    },
};
use serde_json::json;

use super::{Bench, board, complete, me, now, row, rows, whole};

fn case() -> SignalSummary {
    row(503, "Kind zonder zorgverzekering", Urgency::High, Some(2))
}

/// IND was promised a call tomorrow, JenV one the same day at ten; the case was not read.
pub(super) fn unread() -> Bench {
    let mut bench = Bench::with((100, 30), &[case()]);
    let mut replica = complete(&[case()]);
    let on = now().date_naive() + TimeDelta::days(1);
    for (place, whom, at) in [(9, "IND", None), (10, "JenV", Some("10:00"))] {
        let mut clock = board::threat(place, case().number, case().id, on);
        (clock["kind"], clock["label"], clock["at"]) = (json!("call_back"), json!(whom), json!(at));
        replica.apply_line(json!({ "kind": "deadline", "row": clock }).to_string().as_bytes()).unwrap();
    }
    bench.tell(Msg::Replica(replica)).keymap("office");
    bench
}

/// The same, with the case open.
pub(super) fn promised() -> Bench {
    let mut bench = unread();
    bench.press("Enter").settle(&whole(&case(), Some(me()), 1));
    bench
}

/// Lets the timers run out.
fn rest(bench: &mut Bench) {
    for effect in std::mem::take(&mut bench.effects) {
        if let Effect::Wait(_, timer) = effect {
            bench.tell(Msg::Timer(timer));
        }
    }
}

#[test]
fn a_day_for_somebody_else_is_one_more_promise_and_nothing_is_asked() {
    let mut bench = promised();
    bench.press("F8");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.focus, 0, "who it was is a guess");
    assert!(bench.screen().contains("de melder (A. Hoekema"), "and whose number one has: {}", bench.screen());
    bench.press("Ctrl+U").type_in("CAK").press("Tab Left Tab Tab").type_in("morgen om 10 uur");
    assert!(bench.screen().contains("di 24-11-2026 om 10:00, morgen"), "{}", bench.screen());
    bench.press("Ctrl+S");
    let sent = bench.effects.iter().find_map(|effect| match effect {
        Effect::Send { call: Call::Contact { contact, .. }, .. } => Some(contact.clone()),
        _ => None,
    });
    let contact = sent.unwrap_or_else(|| panic!("{}", bench.screen()));
    let tomorrow = now().date_naive() + TimeDelta::days(1);
    assert_eq!((contact.call_back_on, contact.call_back_at.map(|at| at.to_string())), (Some(tomorrow), Some("10:00".into())));
}

#[test]
fn what_is_still_promised_to_others_is_said_after_a_call() {
    let mut bench = promised();
    bench.press("F8 Ctrl+U").type_in("JenV").press("Tab Left Tab Tab Ctrl+S");
    let mut after = whole(&case(), Some(me()), 2);
    let call =
        |number: u32, with: &str, at: Option<&str>| json!({ "number": number, "on": "2026-11-24", "with": with, "at": at });
    let entry = json!({
        "id": uuid::Uuid::from_u128(5), "at": now(), "kind": "contact", "by": null, "byName": "M. Visser", "text": "",
        "contact": { "with": "UWV", "reached": true, "agreed": "" }
    });
    after.timeline.insert(0, serde_json::from_value(entry).unwrap());
    after.call_backs = serde_json::from_value(json!([call(1, "JenV", Some("10:00")), call(0, "IND", None)])).unwrap();
    bench.settle(&after);
    let message = bench.message();
    assert!(message.contains("opgeslagen. Gebeld met UWV, bereikt."), "whom it was with: {message}");
    assert!(message.contains("Nog terug te bellen: JenV di 24-11-2026 10:00, IND di 24-11-2026."), "{message}");
}

/// The case with a call that was noted as reached, and perhaps one before it.
pub(super) fn called(version: i64, before: bool) -> loket::domain::signal::Signal {
    let mut case = whole(&case(), Some(me()), version);
    let entry = |id: u128, with: &str, reached: bool| {
        serde_json::from_value(json!({
            "id": uuid::Uuid::from_u128(id), "at": now(), "kind": "contact", "by": null, "byName": "M. Visser", "text": "",
            "contact": { "with": with, "reached": reached, "agreed": "" }
        }))
        .unwrap()
    };
    case.timeline.insert(0, entry(5, "IND", true));
    if before {
        case.timeline.push(entry(4, "JenV", false));
    }
    case
}

#[test]
fn a_call_that_was_noted_wrongly_is_corrected_from_what_was_done() {
    let mut bench = promised();
    bench.press("F8 Ctrl+U").type_in("IND").press("Tab Left Tab Tab Ctrl+S").settle(&called(2, false));
    // What cannot be taken back can be put right.
    bench.press("F9").type_in("wat u deed").press("Enter Enter");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!((form.text("contact-with"), form.text("contact-reached"), form.focus), ("IND", "yes", 1));
    assert!(bench.screen().contains("Contactmoment corrigeren"), "{}", bench.screen());
    bench.press("Right Ctrl+S");
    let sent = bench.sent().into_iter().find_map(|(_, call, _)| match call {
        Call::Contact { contact, .. } => Some(contact),
        _ => None,
    });
    let contact = sent.unwrap_or_else(|| panic!("{}", bench.screen()));
    assert_eq!((contact.reached, contact.withdrawn), (false, false));
    assert_eq!(contact.corrects.map(|id| id.0), Some(uuid::Uuid::from_u128(5)));
    let mut after = called(3, false);
    let mut correction = after.timeline[0].clone();
    (correction.id.0, correction.contact) = (uuid::Uuid::from_u128(6), Some(contact));
    after.timeline.insert(0, correction);
    after.call_backs = serde_json::from_value(json!([{ "number": 0, "on": "2026-11-24", "with": "IND" }])).unwrap();
    bench.settle(&after);
    assert!(bench.message().contains("gecorrigeerd") && bench.message().contains("IND di 24-11-2026"), "{}", bench.message());
    let screen = bench.screen();
    assert!(screen.contains("Correctie: IND gebeld, niet bereikt.") && screen.contains("(gecorrigeerd) Gebeld"), "{screen}");
}

#[test]
fn of_several_calls_one_is_chosen_to_correct_and_one_that_was_corrected_is_none_of_them() {
    let mut bench = promised();
    bench.press(".").type_in("corrigeer contact").press("Enter");
    assert!(bench.message().contains("geen contactmoment"), "{}\n{}", bench.message(), bench.screen());
    let mut bench = unread();
    bench.press("Enter").settle(&called(2, true));
    bench.press(".").type_in("corrigeer contact").press("Enter");
    let Some(Modal::Choose(menu)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    let lines: Vec<&str> = menu.items.iter().map(|item| item.label.as_str()).collect();
    assert_eq!(lines, ["Gebeld met IND, bereikt.", "JenV gebeld, niet bereikt."]);
    bench.press("Down Enter");
    // Choosing that there was no such contact.
    bench.press("End Ctrl+S");
    let sent = bench.sent().into_iter().find_map(|(_, call, _)| match call {
        Call::Contact { contact, .. } => Some((contact.with.raw().to_owned(), contact.withdrawn)),
        _ => None,
    });
    assert_eq!(sent, Some(("JenV".into(), true)), "{}", bench.screen());
}

#[test]
fn the_list_of_call_backs_shows_each_with_its_time_the_first_to_make_first() {
    let mut bench = promised();
    bench.press("Esc 4 Enter");
    let screen = bench.screen();
    let (timed, other) = (screen.find("10:00 JenV: Kin"), screen.find("IND: Kind"));
    assert!(timed.is_some() && timed < other, "{screen}");
    // The list of call-backs leaves its room to whom and about what.
    bench.press("F9").type_in("weergave").press("Enter").type_in("Terug").press("Enter");
    let screen = bench.screen();
    assert!(
        screen.contains("10:00 JenV: Kind zonder zorgverzekering")
            && screen.contains("Wie, en waarover")
            && !screen.contains("S-503   terugbellen")
            && !screen.contains("Met time-out"),
        "{screen}"
    );
}

#[test]
fn a_part_of_the_board_begins_with_the_first_that_is_overdue() {
    for (view, kind) in [("b", "call_back"), ("m", "threat")] {
        let mut mine = case();
        mine.owner = Some(Owner { account: me(), name: "M. Visser".into(), lease_until: now() + TimeDelta::minutes(15) });
        let mut replica = complete(std::slice::from_ref(&mine));
        let days = (-30..3).map(|days| now().date_naive() + TimeDelta::days(days));
        for (place, on) in (1..).zip(days) {
            let mut clock = board::threat(place, mine.number, mine.id, on);
            clock["kind"] = json!(kind);
            replica.apply_line(json!({ "kind": "deadline", "row": clock }).to_string().as_bytes()).unwrap();
        }
        let mut bench = Bench::with((100, 30), &[mine]);
        bench.tell(Msg::Replica(replica)).press("4");
        let screen = bench.screen();
        // It begins at today: that the late ones stand above is said, with the key that leads to them.
        let counted = "33 termijnen: ↑ 30 te laat (Home), 1 vandaag";
        assert!(screen.contains("4 Termijnen 31") && screen.contains(counted), "the tab: {screen}");
        bench.press(&format!("V {view}"));
        assert_eq!((bench.state.board.list.row, bench.state.board.list.top), (0, 0), "{}", bench.screen());
        assert!(bench.screen().contains("Te laat  30"), "{}", bench.screen());
        assert!(bench.screen().contains("33 termijnen: 30 te laat   per week"), "each view counts: {}", bench.screen());
    }
}

#[test]
fn a_call_back_shows_who_reported_the_case_and_their_number_once_that_was_read() {
    let mut bench = promised();
    bench.press("Esc 4 Enter Down");
    rest(&mut bench);
    let screen = bench.screen();
    assert!(screen.contains("A. Hoekema") && screen.contains("Nummer melder  ••••••"), "whose number: {screen}");
    // The number of the body is one key away.
    assert!(screen.contains("nummer van IND"), "{screen}");
    bench.press("F4");
    let Some(Modal::Lookup(lookup)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(lookup.query.text(), "IND", "{}", bench.screen());
    bench.type_in("svb");
    let Some(Modal::Lookup(lookup)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(lookup.query.text(), "svb", "what is typed takes its place");
    // Of a case that was not read it is read, as its preview in the queue would be.
    let mut bench = unread();
    bench.press("4 Enter Down");
    rest(&mut bench);
    let reads =
        bench.effects.iter().filter(|effect| matches!(effect, Effect::Send { call: Call::Read(id), .. } if *id == case().id));
    assert_eq!(reads.count(), 1, "{:?}", bench.effects);
}

#[test]
fn on_the_row_of_a_call_back_the_call_is_with_who_was_promised_it() {
    let mut bench = promised();
    bench.press("Esc 4 Enter");
    assert!(bench.screen().contains("IND: Kind"), "whom, and about what\n{}", bench.screen());
    bench.press("F8");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("contact-with"), "JenV", "{}", bench.screen());
    bench.press("Esc Down F8");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("contact-with"), "IND", "each row its own: {}", bench.screen());
}

#[test]
fn a_digit_over_a_narrowed_list_means_its_pane_and_leaves_what_narrows_it() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F3").type_in("zorg").press("Enter 3");
    assert_eq!(bench.state.signals.filter.text(), "zorg 3", "a new word");
    bench.press("Enter");
    assert_eq!((bench.state.pane, bench.state.signals.filter.text()), (Pane::Register, "zorg"));
    bench.press("1 Enter 3 7 Enter");
    assert_eq!((bench.state.pane, bench.state.signals.filter.text()), (Pane::Signals, "zorg 37"));
}

#[test]
fn what_is_typed_over_a_narrowed_list_is_a_new_word() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("F3").type_in("zorg").press("Enter").type_in("cak");
    assert_eq!(bench.state.signals.filter.text(), "zorg cak");
}

#[test]
fn taking_back_asks_before_every_text_that_was_saved_in_between() {
    let rows = rows();
    let mut bench = Bench::new((100, 30));
    bench.press("g g c").settle(&whole(&rows[0], Some(me()), 2));
    bench.press("n").type_in("Gebeld.").press("Ctrl+S").settle(&whole(&rows[0], Some(me()), 3));
    bench.press("Down c").settle(&whole(&rows[1], Some(me()), 2));
    bench.press("u").settle(&whole(&rows[1], None, 3));
    assert!(bench.state.modals.is_empty(), "the last is taken back at once\n{}", bench.screen());
    bench.press("u");
    assert!(bench.screen().contains("wat u daarvoor deed"), "{}", bench.screen());
}

#[test]
fn the_question_names_everything_that_was_saved_in_between() {
    let rows = rows();
    let mut bench = Bench::new((100, 30));
    bench.press("g g c").settle(&whole(&rows[0], Some(me()), 2));
    bench.press("n").type_in("Gebeld.").press("Ctrl+S").settle(&whole(&rows[0], Some(me()), 3));
    bench.press("Down n").type_in("Ook gebeld.").press("Ctrl+S").settle(&whole(&rows[1], None, 2));
    bench.press("u");
    let Some(Modal::Choose(question)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    // The claim and both notes: the first signal twice, the second once.
    let times = |at: usize| question.title.matches(rows[at].number.short().as_str()).count();
    assert_eq!((times(0), times(1)), (2, 1), "{}", question.title);
}

#[test]
fn an_arrow_stops_at_the_lowest_urgency() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("+");
    for _ in 0..9 {
        bench.press("Tab");
    }
    bench.press("Right Right Right Right");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("intake-urgency"), "low", "{}", bench.screen());
    bench.press("Left Left Left Left");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.text("intake-urgency"), "crisis");
}

#[test]
fn a_term_for_objection_that_has_passed_is_said_beside_the_day_of_the_letter() {
    let mut bench = Bench::new((100, 30));
    bench.press("+");
    let Some(Modal::Form(form)) = bench.state.modals.last_mut() else { panic!() };
    form.focus = form.slots.iter().position(|slot| slot.name == "intake-decision-on").unwrap();
    bench.type_in("1-9-2026");
    assert!(bench.screen().contains("de termijn voor bezwaar liep tot en met"), "{}", bench.screen());
    bench.press("Ctrl+U").type_in("10-11-2026");
    assert!(!bench.screen().contains("de termijn voor bezwaar"), "{}", bench.screen());
}

#[test]
fn a_digit_over_what_is_open_goes_to_its_pane_with_enter() {
    let mut bench = Bench::new((100, 30));
    bench.keymap("office").press("Enter 4");
    assert!(bench.state.signals.open.is_some(), "{}", bench.screen());
    assert_eq!(bench.message(), "Enter gaat naar termijnen.");
    bench.press("Enter");
    assert_eq!(bench.state.pane, Pane::Board);
    bench.press("1 Enter 3 Esc Esc Enter");
    assert_ne!(bench.state.pane, Pane::Register, "another key in between, and it is not meant any more");
}

#[test]
fn what_is_marked_is_worked_from_above() {
    let mut bench = Bench::new((100, 30));
    bench.press(", u g g Space Space Space");
    let marked: Vec<_> = super::shown(&bench).into_iter().take(3).collect();
    bench.press("L");
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!(form.targets, marked);
}

#[test]
fn what_is_taken_back_in_view_leaves_the_cursor_where_it_is() {
    let rows = rows();
    let mut bench = Bench::new((100, 30));
    bench.press("g g c").settle(&whole(&rows[0], Some(me()), 2));
    bench.press("Down Down");
    let here = bench.state.current_signal();
    bench.press("u").settle(&whole(&rows[0], None, 3));
    assert!(bench.message().contains("Teruggedraaid"), "{}", bench.message());
    assert_eq!(bench.state.current_signal(), here);
}

#[test]
fn every_hard_date_of_a_case_stands_in_its_section_in_order() {
    let mut bench = unread();
    let mut signal = whole(&case(), None, 1);
    let day = |days| now().date_naive() + TimeDelta::days(days);
    let threat = |what: &str, on| json!({ "what": what, "on": on });
    signal.facts.threats = serde_json::from_value(json!([threat("ontruiming", day(20)), threat("afsluiting", day(3))])).unwrap();
    let arrangement =
        |kind: &str, label: &str, on| json!({ "id": uuid::Uuid::from_u128(7), "kind": kind, "label": label, "on": on });
    let kept = json!([arrangement("commitment", "stelt uit", day(10)), arrangement("bridging", "lening", day(5))]);
    signal.arrangements = serde_json::from_value(kept).unwrap();
    bench.press("Enter").settle(&signal);
    let screen = bench.screen();
    let section = screen.split_once("Harde datums").unwrap_or_else(|| panic!("{screen}")).1;
    let places = ["afsluiting", "stelt uit", "ontruiming"].map(|what| section.find(what));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{screen}");
    assert!(!section.contains("lening"), "a bridging has no hard date\n{screen}");
}
