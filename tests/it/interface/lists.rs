//! The queue: order, groups, filter, cursor and marks.

use loket::{
    domain::signal::Urgency,
    tui::app::message::{Effect, Link, Msg},
};

use super::{Bench, id, now, replica, row, rows};

#[test]
fn the_queue_is_grouped_by_hard_date() {
    let screen = Bench::new((100, 30)).screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text} in\n{screen}"));
    assert!(at("Vandaag en morgen") < at("S-471"));
    assert!(at("S-502") < at("Deze week"));
    assert!(at("Deze week") < at("S-503"));
    assert!(at("Later") < at("S-510"));
    assert!(at("Zonder harde datum") < at("S-512"));
    assert!(screen.contains("wo 25-11") && screen.contains("2 d"));
}

#[test]
fn the_cursor_stays_on_its_signal_when_rows_arrive() {
    let mut bench = Bench::new((100, 30));
    bench.press("j j");
    assert_eq!(bench.state.signals.current, Some(id(503)));
    let mut more = rows();
    more.push(row(600, "Nieuw en dringend", Urgency::Crisis, Some(0)));
    bench.tell(Msg::Replica(replica(&more)));
    assert_eq!(bench.state.signals.current, Some(id(503)));
    assert!(
        bench.screen().contains("▌ ! S-503") || bench.screen().contains("▌  ! S-503") || bench.screen().contains("▌  !  S-503"),
        "{}",
        bench.screen()
    );
}

#[test]
fn the_filter_is_live_and_esc_clears_it_and_never_quits() {
    let mut bench = Bench::new((100, 30));
    bench.press("/").type_in("zorgverz");
    assert_eq!(bench.state.signals.rows.len(), 1);
    bench.press("Enter");
    assert!(bench.screen().contains("zorgverz"));
    bench.press("Esc");
    assert_eq!(bench.state.signals.rows.len(), 6);
    bench.press("Esc Esc Esc Esc");
    assert!(!bench.effects.contains(&Effect::Quit));
    bench.press("q");
    assert!(bench.effects.contains(&Effect::Quit));
}

#[test]
fn a_filter_without_hits_says_what_to_do() {
    let mut bench = Bench::new((80, 24));
    bench.press("/").type_in("bestaat niet");
    assert!(bench.screen().contains("Geen signalen met “bestaat niet”."), "{}", bench.screen());
    assert!(bench.screen().contains("Esc wist het filter"));
}

#[test]
fn old_rows_stay_and_are_told_to_be_old() {
    let mut bench = Bench::new((100, 30));
    let since = now() - chrono::TimeDelta::minutes(2);
    bench.tell(Msg::Link(Link::Lost {
        since,
        words: "Geen verbinding met de server.".into(),
        advice: "Uw werk blijft bewaard.".into(),
        refused: false,
    }));
    let screen = bench.screen();
    assert!(screen.contains("S-471") && screen.contains("geen verbinding, 2 min oud"), "{screen}");
    assert!(!screen.contains("live"));
}

#[test]
fn the_day_changes_without_the_server() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Clock(now() + chrono::TimeDelta::days(1)));
    let screen = bench.screen();
    assert!(screen.contains("Verlopen") && screen.contains("-1 d"), "{screen}");
}

#[test]
fn a_paste_outside_an_input_runs_nothing() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Paste("ccqq".into()));
    assert_eq!(bench.effects, vec![]);
}

#[test]
fn a_window_that_is_too_small_says_so() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Resize(52, 16));
    assert!(bench.screen().contains("te klein"));
    bench.tell(Msg::Resize(100, 30));
    assert!(bench.screen().contains("S-471"));
}
