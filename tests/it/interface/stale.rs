//! Drawing only what is stale gives what drawing everything gives, whatever was pressed and whatever came in.

use chrono::TimeDelta;
use loket::{
    api::session::Me,
    client::replica::Replica,
    domain::{
        ids::AccountId,
        signal::{Owner, SignalSummary, Urgency},
        text::SafeText,
    },
    tui::{
        app::{
            Message, Tone,
            message::{Effect, Msg, Timer},
            stale::Stale,
        },
        view::{self, Drawn, theme::Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

use super::{Bench, board, complete, me, now, person, row, whole};

const KEYS: [&str; 37] = [
    "Down", "Down", "Down", "Down", "Up", "Up", "Up", "j", "k", "PgDn", "PgUp", "g g", "G", "x", "v", "*", "Esc", "Esc", "Enter",
    "p", "Z", "c", "u", "P", "l", "n", "?", "/", "o", "R", "3", "1", "4", "J", "f", ".", "Tab",
];

/// A frame drawn as the shell draws it.
struct Kept {
    buffer: Buffer,
    drawn: Drawn,
    theme: Theme,
}

impl Kept {
    fn redraw(&mut self, bench: &mut Bench) -> Option<usize> {
        let (width, height) = bench.state.size;
        let area = Rect { x: 0, y: 0, width, height };
        if self.buffer.area != area {
            self.buffer = Buffer::empty(area);
        }
        let was = bench.state.stale;
        self.drawn = view::redraw(&bench.state, &self.theme, &mut self.buffer, std::mem::take(&mut self.drawn));
        bench.state.drawn();
        let mut all = Buffer::empty(area);
        let drawn = view::draw(&bench.state, &self.theme, &mut all);
        assert_eq!(self.buffer, all, "{was:?}");
        assert_eq!(
            (self.drawn.cursor, self.drawn.scroll_most, self.drawn.timeline),
            (drawn.cursor, drawn.scroll_most, drawn.timeline),
            "{was:?}"
        );
        let sorted = |drawn: &Drawn| {
            let mut spots: Vec<_> =
                drawn.spots.iter().map(|(place, target)| (place.y, place.x, place.width, format!("{target:?}"))).collect();
            spots.sort();
            spots
        };
        assert_eq!(sorted(&self.drawn), sorted(&drawn));
        self.drawn.lines.as_ref().map(Vec::len)
    }
}

/// With a threatening event on the board for each.
fn with_clocks(rows: &[SignalSummary]) -> Replica {
    let mut replica = complete(rows);
    for (at, row) in rows.iter().enumerate() {
        let on = now().date_naive() + TimeDelta::days(at as i64 / 4 - 2);
        let clock = board::threat(at as u128, row.number, row.id, on);
        replica.apply_line(serde_json::json!({ "kind": "deadline", "row": clock }).to_string().as_bytes()).unwrap();
    }
    replica
}

fn rows() -> Vec<SignalSummary> {
    let urgency = |at: u32| [Urgency::Crisis, Urgency::High, Urgency::Normal, Urgency::Low][at as usize % 4];
    let one = |at: u32| {
        let mut one = row(400 + at, &format!("Titel {at} 日本 e\u{301}"), urgency(at), Some(i64::from(at) / 4 - 2));
        // Claims that run out at any second.
        let lease_until = now() + TimeDelta::milliseconds(i64::from(at) * 7_301);
        let account = AccountId(uuid::Uuid::from_u128(9));
        one.owner = (at % 3 == 2).then(|| Owner { account, name: "J. Bakker".into(), lease_until });
        one
    };
    (0..60).map(one).collect()
}

#[test]
fn what_is_not_drawn_anew_looks_as_if_it_were() {
    let rows = rows();
    for (seed, size) in [(1_u64, (100, 30)), (2, (60, 18)), (3, (80, 24)), (4, (200, 60))] {
        let mut bench = Bench::with(size, &rows);
        let complete = |rows: &[SignalSummary]| with_clocks(rows);
        // The server's clock, which is the one that is shown, turns at another moment than the one here.
        let told = Me { now: bench.state.now - TimeDelta::milliseconds(700), ..person() };
        bench.tell(Msg::Me(Box::new(told))).tell(Msg::Replica(complete(&rows)));
        let theme = Theme::shipped("dark").unwrap();
        let mut kept = Kept { buffer: Buffer::empty(Rect::default()), drawn: Drawn::default(), theme };
        let (mut dice, mut few) = (seed, 0);
        let mut roll = |sides: usize| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) as usize % sides
        };
        for _ in 0..400 {
            match roll(12) {
                0 => {
                    let after = [1, 400, 20_000, 59_400, 61_000][roll(5)];
                    bench.tell(Msg::Clock(bench.state.now + TimeDelta::milliseconds(after)));
                }
                1 => bench.settle(&whole(&rows[roll(rows.len())], Some(me()), 2)),
                2 => {
                    let mut changed = rows.clone();
                    changed[roll(60)].version += 1;
                    bench.tell(Msg::Replica(complete(&changed)));
                }
                3 => {
                    bench.press(["Esc Esc Esc 1 R", "Esc Esc Esc 4"][roll(2)]);
                }
                4..=8 => {
                    bench.press(KEYS[roll(8)]);
                }
                _ => {
                    bench.press(KEYS[roll(KEYS.len())]);
                }
            }
            // Not after each: what came together is drawn together.
            if roll(4) > 0 {
                few += usize::from(kept.redraw(&mut bench).is_some_and(|lines| lines > 0));
            }
        }
        assert!(few > 5, "only {few} frames were drawn in part");
    }
}

#[test]
fn the_minute_that_is_shown_turns_by_the_servers_clock() {
    let mut bench = Bench::with((100, 30), &rows());
    let local = |millis: i64| {
        let minute = now().timestamp_millis().div_euclid(60_000) * 60_000;
        chrono::DateTime::from_timestamp_millis(minute + 60_000 + millis).unwrap()
    };
    bench.tell(Msg::Clock(local(-30_000)));
    let told = Me { now: local(-30_700), ..person() };
    bench.tell(Msg::Me(Box::new(told))).tell(Msg::Replica(complete(&rows())));
    let theme = Theme::shipped("dark").unwrap();
    let mut kept = Kept { buffer: Buffer::empty(Rect::default()), drawn: Drawn::default(), theme };
    // Here the minute has turned, at the server it has not.
    bench.tell(Msg::Clock(local(100)));
    kept.redraw(&mut bench);
    let before = bench.screen();
    bench.tell(Msg::Clock(local(900)));
    bench.tell(Msg::Key("Down".parse().unwrap()));
    assert_ne!(before.lines().next(), bench.screen().lines().next(), "another minute stands at the top");
    kept.redraw(&mut bench);
}

#[test]
fn a_step_over_the_board_draws_four_lines() {
    let mut bench = Bench::with((100, 30), &rows());
    bench.tell(Msg::Replica(with_clocks(&rows()))).press("4 g g");
    let theme = Theme::shipped("dark").unwrap();
    let mut kept = Kept { buffer: Buffer::empty(Rect::default()), drawn: Drawn::default(), theme };
    assert_eq!(kept.redraw(&mut bench), None);
    bench.press("Down");
    assert_eq!(kept.redraw(&mut bench), Some(4));
}

#[test]
fn a_message_is_read_whole_in_every_window_and_what_it_covered_comes_back() {
    let text = "Status van 2 signalen: wacht op informatie; 1 had deze status al. Zij staan nu onder aan de lijst, met alles wat erbij hoort.";
    for width in [60, 80, 100, 140] {
        let mut bench = Bench::with((width, 24), &rows());
        bench.tell(Msg::Replica(complete(&rows()))).press("j");
        let mut kept =
            Kept { buffer: Buffer::empty(Rect::default()), drawn: Drawn::default(), theme: Theme::shipped("dark").unwrap() };
        kept.redraw(&mut bench);
        let advice = SafeText::line("Bel eerst.");
        bench.state.message = Some(Message { tone: Tone::Done, text: SafeText::line(text), advice, undo: true });
        bench.tell(Msg::Clock(now() + TimeDelta::minutes(1)));
        kept.redraw(&mut bench);
        let screen = bench.screen();
        let foot: Vec<&str> = screen.lines().rev().take(4).flat_map(str::split_whitespace).collect();
        let missing: Vec<&str> = text.split_whitespace().filter(|word| !foot.contains(word)).collect();
        assert!(missing.is_empty() && screen.contains("u ongedaan maken"), "{missing:?}\n{screen}");
        assert!(foot.contains(&"eerst."), "what to do: {screen}");
        bench.press("j");
        kept.redraw(&mut bench);
        assert!(!bench.screen().contains("had deze"), "{}", bench.screen());
    }
    // Where even three lines are too few the key stays, and words stay whole.
    let mut bench = Bench::new((60, 24));
    let long = text.repeat(3);
    let message = Message { tone: Tone::Done, text: SafeText::line(&long), advice: SafeText::line("Bel eerst."), undo: true };
    bench.state.message = Some(message);
    let screen = bench.screen();
    assert!(screen.contains("u ongedaan maken") && screen.contains(" …") && !screen.contains("Bel eerst"), "{screen}");
}

#[test]
fn a_step_of_the_cursor_draws_four_lines() {
    let mut bench = Bench::with((100, 30), &rows());
    bench.tell(Msg::Replica(complete(&rows())));
    let theme = Theme::shipped("dark").unwrap();
    let mut kept = Kept { buffer: Buffer::empty(Rect::default()), drawn: Drawn::default(), theme };
    assert_eq!(kept.redraw(&mut bench), None);
    bench.press("Down");
    assert_eq!(kept.redraw(&mut bench), Some(4));
    bench.tell(Msg::Clock(bench.state.now));
    assert_eq!((bench.state.stale, kept.redraw(&mut bench)), (Stale::Nothing, Some(0)));
    bench.press("x");
    assert_eq!(kept.redraw(&mut bench), None, "a mark is counted elsewhere too");
}

/// The last line of the screen.
fn hints(bench: &Bench) -> String {
    bench.screen().lines().last().unwrap().to_owned()
}

#[test]
fn the_hints_stand_still_while_the_cursor_walks_and_follow_when_it_rests() {
    let mut rows = rows();
    rows[1].owner = Some(Owner { account: me(), name: "M. Visser".into(), lease_until: now() + TimeDelta::minutes(15) });
    let mut bench = Bench::with((100, 30), &rows);
    bench.tell(Msg::Replica(complete(&rows))).press("g g");
    let free = hints(&bench);
    assert!(free.contains("c op mijn naam"), "{free}");
    let effects = bench.state.update(Msg::Key("Down".parse().unwrap()));
    assert_eq!(hints(&bench), free, "the cursor walks");
    let Some(rest) = effects.iter().find_map(|effect| match effect {
        Effect::Wait(_, timer @ Timer::Preview(_)) => Some(*timer),
        _ => None,
    }) else {
        panic!("nothing wakes the hints: {effects:?}")
    };
    bench.state.update(Msg::Timer(rest));
    assert!(hints(&bench).contains("C vrijgeven"), "{}", hints(&bench));
    bench.state.update(Msg::Key("Up".parse().unwrap()));
    assert!(hints(&bench).contains("C vrijgeven"), "{}", hints(&bench));
    bench.state.update(Msg::Resize(100, 30));
    assert!(hints(&bench).contains("c op mijn naam"), "anything but a step looks again: {}", hints(&bench));
}
