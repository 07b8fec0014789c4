//! The mouse: a click selects, another does; the click that brings the focus does nothing. And what may ring the bell.

use chrono::TimeDelta;
use loket::{
    domain::{
        ids::AccountId,
        signal::{Owner, SignalSummary},
    },
    tui::{
        app::{
            Modal,
            message::{Call, Effect, Msg},
            pointing::{Gesture, Pointed, Target},
        },
        view::{self, theme::Theme},
    },
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use uuid::Uuid;

use super::{Bench, id, me, now, replica, rows};

impl Bench {
    /// Presses where a text stands on the screen.
    fn click(&mut self, text: &str) -> &mut Self {
        self.tell(Msg::Clock(self.state.now + TimeDelta::seconds(1)));
        let (width, height) = self.state.size;
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
        let drawn = view::draw(&self.state, &Theme::plain(), &mut buffer);
        let line = |y: u16| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        let found = (0..height).find_map(|y| line(y).find(text).map(|at| (line(y)[..at].chars().count() as u16, y)));
        let (x, y) = found.unwrap_or_else(|| panic!("{text} is not on the screen:\n{}", self.screen()));
        let target = drawn.spots.iter().rev().find(|(place, _)| place.contains(Position { x, y })).map(|(_, target)| *target);
        self.tell(Msg::Pointed(Pointed::Mouse(Gesture::Press, target)))
    }

    fn with_mouse(size: (u16, u16)) -> Self {
        let mut bench = Self::new(size);
        bench.state.mouse = true;
        bench
    }
}

#[test]
fn a_click_selects_a_row_and_another_opens_it() {
    for size in [(60, 18), (80, 24), (100, 30), (160, 40), (200, 60)] {
        let mut bench = Bench::with_mouse(size);
        bench.click("S-503");
        assert_eq!((bench.state.signals.current, bench.state.signals.open), (Some(id(503)), None), "{size:?}");
        bench.click("S-503");
        assert_eq!(bench.state.signals.open, Some(0), "{size:?}");
    }
}

#[test]
fn tabs_hints_menus_and_fields_can_be_clicked() {
    let mut bench = Bench::with_mouse((100, 30));
    bench.click("Register");
    assert_eq!(bench.state.pane, loket::tui::app::Pane::Register);
    bench.click("F. Yıldız").click("F. Yıldız");
    assert_eq!(bench.state.register.focus, loket::tui::app::lookup::Focus::Card);
    bench.click("Signalen").click("op mijn naam");
    assert!(matches!(bench.sent()[..], [(_, Call::Claim { .. }, _)]));
    bench.press("s").click("afgesloten");
    assert!(bench.sent().is_empty(), "the first click only selects");
    bench.click("afgesloten");
    assert!(bench.sent().is_empty() && bench.screen().contains("De harde datum is "), "{}", bench.screen());
    bench.press("j");
    assert!(matches!(bench.sent()[..], [(_, Call::Patch { .. }, _)]));
    bench.press("b").click("Afgesproken").type_in("terugbellen").click("nee").click("Opslaan");
    assert!(bench.sent().is_empty());
    let Some(Modal::Form(form)) = bench.state.modals.last() else { panic!("{}", bench.screen()) };
    assert_eq!((form.text("contact-agreed"), form.text("contact-reached")), ("terugbellen", "no"));
    bench.click("Opslaan");
    assert!(matches!(bench.sent()[..], [(_, Call::Contact { .. }, _)]));
}

#[test]
fn under_a_window_nothing_can_be_clicked() {
    let mut bench = Bench::with_mouse((100, 30));
    bench.press("s").click("S-502").click("S-502");
    assert_eq!((bench.state.signals.current, bench.state.signals.open), (Some(id(471)), None));
}

#[test]
fn the_click_that_brings_the_focus_selects_nothing() {
    let mut bench = Bench::with_mouse((100, 30));
    let click = Msg::Pointed(Pointed::Mouse(Gesture::Press, Some(Target::Signal(id(503)))));
    bench.tell(Msg::Pointed(Pointed::Focus(false))).tell(Msg::Pointed(Pointed::Focus(true))).tell(click.clone());
    assert_eq!(bench.state.signals.current, Some(id(471)));
    bench.tell(click);
    assert_eq!(bench.state.signals.current, Some(id(503)));
}

#[test]
fn the_wheel_moves_the_list_and_the_covered_screen_takes_no_click() {
    let mut bench = Bench::with_mouse((100, 30));
    bench.tell(Msg::Pointed(Pointed::Mouse(Gesture::WheelDown, None)));
    assert_eq!(bench.state.signals.list.row, 3);
    bench.tell(Msg::Pointed(Pointed::Mouse(Gesture::WheelUp, None)));
    assert_eq!(bench.state.signals.list.row, 0);
    bench.press("!");
    bench.tell(Msg::Pointed(Pointed::Mouse(Gesture::Press, Some(Target::Signal(id(503))))));
    assert!(bench.state.locked && bench.state.signals.current == Some(id(471)));
}

#[test]
fn the_mouse_goes_on_and_off_while_it_runs() {
    let mut bench = Bench::new((100, 30));
    bench.tell(Msg::Pointed(Pointed::Mouse(Gesture::Press, Some(Target::Signal(id(503))))));
    assert_eq!(bench.state.signals.current, Some(id(471)), "off");
    bench.press(":").type_in("muis").press("Enter");
    assert!(bench.effects.contains(&Effect::Mouse(true)) && bench.message().contains("Muis aan"));
    bench.press(":").type_in("muis").press("Enter");
    assert!(bench.effects.contains(&Effect::Mouse(false)));
}

#[test]
fn the_terminals_cursor_is_on_the_active_row_everywhere() {
    let at = |bench: &Bench| {
        let (width, height) = bench.state.size;
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
        let cursor = view::draw(&bench.state, &Theme::plain(), &mut buffer).cursor;
        cursor.map(|(_, y)| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>())
    };
    for size in [(60, 18), (100, 30), (160, 40)] {
        let mut bench = Bench::new(size);
        for (keys, text) in [
            ("j", "S-502"),
            ("Enter", "Urgentie"),
            ("Esc", "S-502"),
            ("s", "ontvangen"),
            ("Down", "in triage"),
            ("Esc", "S-502"),
            (": Down Down", "notitie"),
            ("Esc ?", "zoek"),
            ("Esc @ Down", "El Bouazzaoui"),
            ("Esc n", ""),
            ("Esc 3", "Wie?"),
            ("Down", "El Bouazzaoui"),
            ("Tab", "El Bouazzaoui"),
            ("Esc Esc V", "Open"),
        ] {
            bench.press(keys);
            if keys == "Enter" {
                let signal = super::whole(&rows()[1], None, 1);
                bench.settle(&signal);
            }
            let line = at(&bench);
            let found = line.as_ref().is_some_and(|line| line.contains(text));
            assert!(found, "{size:?} after {keys}: {line:?}\n{}", bench.screen());
        }
    }
}

fn owned(number: usize, account: AccountId, name: &str) -> Vec<SignalSummary> {
    let mut rows = rows();
    rows[number].owner = Some(Owner { account, name: name.into(), lease_until: now() + TimeDelta::minutes(15) });
    rows[number].version = 2;
    rows
}

fn rings(bench: &mut Bench) -> usize {
    std::mem::take(&mut bench.effects).iter().filter(|effect| **effect == Effect::Ring).count()
}

#[test]
fn it_rings_when_a_signal_becomes_mine_or_is_taken_over_and_not_for_others() {
    let colleague = AccountId(Uuid::from_u128(9));
    let mut bench = Bench::new((140, 40));
    bench.tell(Msg::Replica(replica(&owned(2, colleague, "J. Bakker"))));
    assert_eq!(rings(&mut bench), 0, "between others");
    bench.tell(Msg::Replica(replica(&owned(2, me(), "M. Visser"))));
    assert_eq!((rings(&mut bench), bench.message()), (1, "S-503 staat nu op uw naam.".to_owned()));
    bench.tell(Msg::Replica(replica(&owned(2, me(), "M. Visser"))));
    assert_eq!(rings(&mut bench), 0, "once");
    bench.press("j").effects.clear();
    bench.tell(Msg::Replica(replica(&owned(2, colleague, "J. Bakker"))));
    assert_eq!((rings(&mut bench), bench.message()), (1, "S-503 is van u overgenomen door J. Bakker.".to_owned()));
}

#[test]
fn what_i_take_myself_does_not_ring() {
    let mut bench = Bench::new((140, 40));
    bench.press("c");
    bench.tell(Msg::Replica(replica(&owned(0, me(), "M. Visser"))));
    assert_eq!(rings(&mut bench), 0, "also when the list tells it before the answer comes, and its date is today");
    let mut bench = Bench::new((140, 40));
    bench.tell(Msg::Replica(replica(&owned(0, me(), "M. Visser"))));
    assert_eq!(rings(&mut bench), 1);
    bench.tell(Msg::Replica(replica(&owned(0, me(), "M. Visser"))));
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(5)));
    assert_eq!(rings(&mut bench), 0, "its hard date of today is told once a day");
}

#[test]
fn a_lease_that_ends_is_no_takeover() {
    let mut bench = Bench::new((140, 40));
    bench.tell(Msg::Replica(replica(&owned(2, me(), "M. Visser"))));
    bench.effects.clear();
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(20)));
    let mut later = owned(2, AccountId(Uuid::from_u128(9)), "J. Bakker");
    later[2].owner.as_mut().unwrap().lease_until = now() + TimeDelta::minutes(40);
    bench.tell(Msg::Replica(replica(&later)));
    assert_eq!(rings(&mut bench), 0);
}

#[test]
fn a_claim_of_mine_that_ran_out_is_told_and_does_not_ring() {
    let mut bench = Bench::new((140, 40));
    bench.tell(Msg::Replica(replica(&owned(2, me(), "M. Visser"))));
    bench.press("j").effects.clear();
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(14)));
    assert_eq!(bench.message(), "");
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(16)));
    let told = "S-503 is weer vrij: u deed er een kwartier niets aan. c zet het weer op uw naam.";
    assert_eq!((rings(&mut bench), bench.message()), (0, told.to_owned()));
    bench.press("j").effects.clear();
    bench.tell(Msg::Clock(now() + TimeDelta::minutes(18)));
    assert_eq!(bench.message(), "", "once");
}

#[test]
fn a_click_on_a_head_sorts_and_another_turns_it_round() {
    use loket::tui::app::signals::Column;
    let mut bench = Bench::with_mouse((100, 30));
    bench.click("Gemeente");
    let sorting = bench.state.signals.sorting;
    assert_eq!(sorting.by, Column::Municipality);
    bench.click("Gemeente");
    assert_eq!(bench.state.signals.sorting, sorting.turned());
    bench.press("P").click("Gemeente");
    assert_eq!(bench.state.signals.sorting, sorting.turned());
}
