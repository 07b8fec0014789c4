//! Rows: what data that arrive do to them, marks and ranges.

use loket::{
    domain::signal::{Status, Urgency},
    tui::app::{
        message::{Effect, Link, Msg},
        signals::View,
    },
};

use super::{Bench, arrived as bench, complete, id, me, now, person, row, rows, shown, whole};

/// The line of the screen with the cursor.
fn cursor_line(bench: &Bench) -> (usize, String) {
    let screen = bench.screen();
    let found = screen.lines().enumerate().find(|(_, line)| line.contains('▌')).unwrap_or_else(|| panic!("{screen}"));
    (found.0, found.1.to_owned())
}

#[test]
fn what_newly_matches_is_held_back_and_counted() {
    let mut bench = bench((100, 30));
    bench.press("j j");
    let (line, _) = cursor_line(&bench);
    let before = shown(&bench);
    let mut more = rows();
    more.push(row(600, "Nieuw en dringend", Urgency::Crisis, Some(0)));
    more.push(row(601, "Nieuw", Urgency::Low, None));
    bench.tell(Msg::Replica(complete(&more)));
    assert_eq!(shown(&bench), before);
    assert_eq!(bench.state.signals.current, Some(id(503)));
    assert_eq!(cursor_line(&bench).0, line);
    let head = bench.screen().lines().nth(2).unwrap().to_owned();
    assert!(head.contains("2 nieuw (1 crisis), R toont"), "{head}");
    bench.press("R");
    assert_eq!(shown(&bench).len(), 8);
    assert_eq!(bench.state.signals.current, Some(id(503)), "the cursor stays on its signal");
    assert_eq!(bench.message(), "De 2 signalen die erbij kwamen, staan nu in de lijst.");
    let screen = bench.screen();
    assert!(!screen.contains("R toont") && screen.contains("S-600"), "what is new above is in view: {screen}");
    assert!(bench.effects.contains(&Effect::Refresh));
}

#[test]
fn what_matches_no_longer_stays_dim_until_r() {
    let mut bench = bench((100, 30));
    bench.press("j");
    let (line, _) = cursor_line(&bench);
    let mut changed = rows();
    for at in [1, 3] {
        (changed[at].status, changed[at].version) = (Status::Closed, 2);
    }
    bench.tell(Msg::Replica(complete(&changed)));
    assert_eq!(shown(&bench).len(), 6, "nothing goes while it is looked at");
    assert_eq!(cursor_line(&bench).0, line);
    assert!(cursor_line(&bench).1.contains("S-502"));
    assert_eq!(bench.state.signals.left.len(), 2);
    bench.press("j");
    // Rows do not slip away under who walks through them: back is where one came from.
    assert_eq!(bench.state.signals.current, Some(id(503)));
    bench.press("k");
    assert_eq!(bench.state.signals.current, Some(id(502)));
    assert!(bench.screen().contains("past niet meer (~), R laat weg"), "{}", bench.screen());
    bench.press("R");
    assert!(!shown(&bench).contains(&id(502)) && !shown(&bench).contains(&id(505)));
    assert!(bench.message().starts_with("2 signalen passen niet meer bij weergave of filter"), "{}", bench.message());
}

#[test]
fn what_comes_back_by_undo_takes_nothing_away_that_is_shown() {
    let mut bench = bench((100, 30));
    bench.press("s s j");
    let request = bench.sent()[0].0;
    let mut changed = rows();
    (changed[0].status, changed[0].version) = (Status::Closed, 2);
    bench.answer(request, whole(&changed[0], None, 2)).tell(Msg::Replica(complete(&changed))).press("R");
    assert!(!shown(&bench).contains(&id(471)), "{}", bench.screen());
    // A colleague closes one; one's own comes back, and that stays where it is.
    (changed[3].status, changed[3].version) = (Status::Closed, 2);
    bench.tell(Msg::Replica(complete(&changed))).press("u");
    let request = bench.sent()[0].0;
    (changed[0].status, changed[0].version) = (Status::Received, 3);
    bench.answer(request, whole(&changed[0], None, 3)).tell(Msg::Replica(complete(&changed)));
    assert_eq!(shown(&bench), [471, 502, 503, 505, 510, 512].map(id), "{}", bench.screen());
    assert_eq!(bench.state.signals.left.len(), 1);
    let screen = bench.screen();
    let line = |text: &str| screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}: {screen}"));
    assert!(line("Deze week") < line("S-503") && line("S-505") < line("Later"), "each under its heading: {screen}");
    bench.press("R");
    assert_eq!(shown(&bench), [471, 502, 503, 510, 512].map(id));
}

#[test]
fn a_changed_value_stays_in_its_place_and_the_order_is_told_to_be_old() {
    let mut bench = bench((100, 30));
    bench.press("j j");
    let before = shown(&bench);
    let mut changed = rows();
    changed[0] = row(471, "Ontruiming uitgesteld", Urgency::Crisis, Some(30));
    changed[0].version = 2;
    bench.tell(Msg::Replica(complete(&changed)));
    assert_eq!(shown(&bench), before);
    let screen = bench.screen();
    assert!(screen.contains("Ontruiming uitgesteld") && screen.contains("30 d"), "{screen}");
    assert!(screen.contains("volgorde van eerder, R sorteert opnieuw"), "{screen}");
    bench.press("R");
    assert_ne!(shown(&bench), before);
}

#[test]
fn what_only_matches_no_longer_is_not_told_as_another_order() {
    let mut bench = bench((100, 30));
    bench.press("j");
    let mut changed = rows();
    changed[1] = row(502, "Verrekening met huurtoeslag loopt door", Urgency::Crisis, Some(40));
    (changed[1].status, changed[1].version) = (Status::Closed, 2);
    bench.tell(Msg::Replica(complete(&changed)));
    let screen = bench.screen();
    assert!(screen.contains("past niet meer (~)") && !screen.contains("volgorde van eerder"), "{screen}");
    let before: Vec<_> = shown(&bench).into_iter().filter(|shown| *shown != id(502)).collect();
    bench.press("R");
    assert_eq!(shown(&bench), before, "and sorting moves nothing");
}

#[test]
fn rows_that_are_gone_do_not_move_the_cursor_and_are_shown_no_more() {
    let many: Vec<_> = (1..60).map(|number| row(number, "Zaak", Urgency::Normal, Some(i64::from(number)))).collect();
    let mut bench = Bench::with((100, 30), &many);
    bench.tell(Msg::Replica(complete(&many)));
    bench.press("PgDn PgDn PgDn");
    let (line, _) = cursor_line(&bench);
    let current = bench.state.signals.current;
    // Rows are numbered anew when some go: the same signals must still be shown.
    let left: Vec<_> = many.iter().filter(|row| row.number.sequence() % 7 != 3 || Some(row.id) == current).cloned().collect();
    bench.tell(Msg::Replica(complete(&left)));
    assert_eq!(bench.state.signals.current, current);
    assert_eq!(cursor_line(&bench).0, line);
    assert_eq!(shown(&bench), left.iter().map(|row| row.id).collect::<Vec<_>>());
}

#[test]
fn an_empty_list_shows_what_comes_at_once() {
    let mut bench = Bench::with((100, 30), &[]);
    bench.tell(Msg::Replica(complete(&[])));
    bench.tell(Msg::Replica(complete(&rows())));
    assert_eq!(shown(&bench).len(), 6, "there was nothing under the cursor to move");
}

#[test]
fn a_connection_that_comes_back_moves_nothing_either() {
    let mut bench = bench((100, 30));
    bench.press("j");
    let mut more = rows();
    more.push(row(600, "Nieuw", Urgency::Crisis, Some(0)));
    bench.tell(Msg::Replica(complete(&more))).tell(Msg::Link(Link::Live)).tell(Msg::Me(Box::new(person())));
    assert_eq!(bench.state.signals.held.new, 1);
    bench.tell(Msg::Clock(now() + chrono::TimeDelta::minutes(2)));
    assert_eq!((bench.state.signals.held.new, shown(&bench).len()), (1, 6));
}

#[test]
fn a_signal_of_ones_own_intake_is_never_held_back() {
    let mut bench = bench((100, 30));
    bench.press("+ Tab Tab Tab Tab Tab Tab").type_in("Nieuw").press("Ctrl+S");
    let request = bench.sent().first().map(|(request, ..)| *request).unwrap_or_else(|| panic!("{}", bench.screen()));
    bench.answer(request, whole(&row(600, "Nieuw", Urgency::Low, None), None, 1));
    let mut more = rows();
    more.push(row(600, "Nieuw", Urgency::Low, None));
    bench.tell(Msg::Replica(complete(&more)));
    assert_eq!(bench.state.signals.current, Some(id(600)));
}

#[test]
fn a_claim_that_runs_out_is_news_too() {
    let mut claimed = rows();
    claimed[1].owner = whole(&rows()[1], Some(loket::domain::ids::AccountId(uuid::Uuid::from_u128(2))), 2).owner;
    let mut bench = bench((100, 30));
    bench.tell(Msg::Replica(complete(&claimed))).press("V v j");
    assert_eq!(shown(&bench).len(), 5);
    bench.tell(Msg::Clock(now() + chrono::TimeDelta::minutes(14)));
    assert_eq!(bench.state.signals.held.new, 0);
    bench.tell(Msg::Clock(now() + chrono::TimeDelta::minutes(15)));
    assert_eq!((bench.state.signals.held.new, shown(&bench).len()), (1, 5));
}

#[test]
fn a_range_grows_shrinks_ends_and_is_let_go() {
    let mut bench = bench((100, 30));
    let marks = |bench: &Bench| bench.state.signals.marks.len();
    bench.press("G Space g g v j j");
    assert_eq!(marks(&bench), 4);
    assert!(bench.screen().contains("Reeks van 3"), "{}", bench.screen());
    bench.press("k");
    assert_eq!(marks(&bench), 3);
    bench.press("Esc");
    assert_eq!(marks(&bench), 1, "what was marked before stays");
    bench.press("g g v G");
    assert_eq!(marks(&bench), 6);
    bench.press("v k k");
    assert_eq!((marks(&bench), bench.state.signals.range.is_none()), (6, true));
    bench.press("Esc");
    assert_eq!(marks(&bench), 0);
    bench.press("g g v j Space j");
    assert_eq!(marks(&bench), 2, "a mark key ends it, and marks nothing else");
}

#[test]
fn marks_survive_a_filter_and_the_foot_tells_how_many_are_outside() {
    let mut bench = bench((100, 30));
    bench.press("Space Space / ").type_in("zorg").press("Enter");
    let screen = bench.screen();
    assert!(screen.contains("Een opdracht geldt voor de 2 gemarkeerde signalen; 2 daarvan staan buiten deze lijst."), "{screen}");
    bench.press("Esc");
    assert!(bench.screen().contains("Een opdracht geldt voor de 2 gemarkeerde signalen."));
}

#[test]
fn everything_in_the_list_is_marked_and_nothing_that_is_not_seen() {
    let mut bench = bench((100, 30));
    bench.press("Space Space Space / ").type_in("zorg").press("Enter");
    let seen = shown(&bench);
    assert_eq!(seen, [id(503)]);
    bench.press("*");
    assert_eq!((bench.state.signals.marks.iter().copied().collect::<Vec<_>>(), bench.state.signals.outside), (seen, 0));
    assert_eq!(bench.message(), "1 gemarkeerd, 2 buiten deze lijst losgelaten");
    bench.press("*");
    assert!(bench.state.signals.marks.is_empty(), "just that was marked: nothing");
    bench.press("*");
    assert_eq!((bench.state.signals.marks.len(), bench.message().as_str()), (1, ""), "there was nothing outside");
}

#[test]
fn a_range_tells_its_own_length() {
    let mut bench = bench((100, 30));
    bench.press("Space Space Down v");
    assert!(bench.screen().contains("Reeks van 1:"), "{}", bench.screen());
    bench.press("Down");
    assert!(bench.screen().contains("Reeks van 2:"), "{}", bench.screen());
    assert_eq!(bench.state.signals.marks.len(), 4);
}

#[test]
fn what_one_claimed_from_the_free_ones_stays_where_one_left_it_until_r() {
    let mut bench = bench((100, 30));
    bench.press("V v");
    assert_eq!(bench.state.signals.view, View::Free);
    bench.press("c");
    let request = bench.sent()[0].0;
    let claimed = whole(&rows()[0], Some(me()), 2);
    bench.answer(request, claimed.clone());
    let mut changed = rows();
    (changed[0].version, changed[0].owner) = (2, claimed.owner);
    bench.tell(Msg::Replica(complete(&changed)));
    assert_eq!(bench.state.signals.current, Some(id(471)), "the call and the note that follow are about this one");
    bench.press("Down");
    assert_eq!(bench.state.signals.current, Some(id(502)));
    // A key up is back at it: who looked at the next one first finds the note that was begun. News takes it away no more than steps.
    changed.push(row(600, "Van een ander", Urgency::Normal, Some(9)));
    bench.tell(Msg::Replica(complete(&changed))).tell(Msg::Clock(now() + chrono::TimeDelta::minutes(2)));
    assert_eq!((shown(&bench)[0], bench.state.signals.left.len(), bench.state.signals.held.new), (id(471), 1, 1));
    bench.press("Up");
    assert_eq!(bench.state.signals.current, Some(id(471)));
    bench.press("Down R");
    assert!(!shown(&bench).contains(&id(471)), "{}", bench.screen());
    assert_eq!(bench.state.signals.current, Some(id(502)));
}

#[test]
fn the_key_bar_tells_that_esc_lets_go_of_marks() {
    let mut bench = bench((80, 24));
    let tells = |bench: &Bench| bench.screen().lines().last().unwrap().contains("Esc markering weg");
    assert!(!tells(&bench), "{}", bench.screen());
    bench.press("Space");
    assert!(tells(&bench), "{}", bench.screen());
    // A filter goes first.
    bench.press("/").type_in("zorg").press("Enter");
    assert!(!tells(&bench), "{}", bench.screen());
    bench.press("Esc Esc");
    assert!(!tells(&bench) && bench.state.signals.marks.is_empty(), "{}", bench.screen());
}

#[test]
fn the_preview_names_a_municipality_that_is_a_body_of_the_case_once() {
    let mut all = rows();
    all[0].bodies = ["CAK", "GM0344"].map(|code| loket::domain::ids::OrganisationCode(code.into())).to_vec();
    let mut bench = Bench::with((100, 30), &all);
    bench.tell(Msg::Replica(complete(&all)));
    let screen = bench.screen();
    assert!(screen.contains("CAK, gemeente ") && !screen.contains("CAK, Gemeente Utrecht"), "{screen}");
}

#[test]
fn a_message_lies_over_no_edge_of_a_window() {
    let mut bench = bench((80, 24));
    let long =
        "Welkom terug. Sinds gisteren kwamen er zestien signalen bij, waarvan drie een crisis zijn, en liepen twee termijnen af.";
    bench.state.say(loket::tui::app::Tone::Info, long);
    assert!(bench.screen().contains("liepen twee termijnen af."), "it takes the lines it needs: {}", bench.screen());
    bench.press("@");
    bench.state.say(loket::tui::app::Tone::Info, long);
    let screen = bench.screen();
    assert!(screen.contains('╰') && screen.contains("Welkom terug.") && screen.contains('…'), "{screen}");
}
