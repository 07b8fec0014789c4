//! On a terminal model: whatever stands in titles and names, every column starts where its head stands, and every line and
//! frame stands where it should.

use loket::{
    client::replica::Replica,
    domain::signal::{SignalSummary, Urgency},
    tui::{
        app::message::Msg,
        shell::{color::Abilities, screen::Screen},
        view::{self, theme::Theme},
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

use super::{Bench, officer, row, whole};

const SIZES: [(u16, u16); 6] = [(60, 18), (80, 24), (100, 30), (140, 40), (160, 34), (200, 60)];

/// Wide, combined, joined, from right to left, told to be of no width, and what terminals disagree about.
const TEXTS: [&str; 16] = [
    "日本語のタイトル、家族の住所変更の件",
    "한국어 제목과 주소",
    "Ｆｕｌｌｗｉｄｔｈ",
    "ﾊﾞﾝｸ ﾊﾝｶｸ",
    "e\u{301}e\u{301}n gezin, cafe\u{301}",
    "z\u{335}\u{336}\u{337}\u{338}\u{339}\u{33a}\u{33b} gestapeld",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦 gezin zonder adres",
    "👩🏽\u{200d}🚒 met huidskleur",
    "🇳🇱🇹🇷🇺 vlaggen",
    "1\u{fe0f}\u{20e3} toets ❤\u{fe0f} hart ☎\u{fe0e}",
    "שלום עולם",
    "مرحبا بالعالم",
    "क्षत्रिय देवनागरी",
    "a\u{200b}b\u{ad}c\u{feff}d\u{2060}e",
    "tab\tnieuwe\nregel\u{a0}vast",
    "Gewoon, Súdwest-Fryslân – “ja” …",
];

/// The cells of the screen as a terminal shows them.
fn shown(bench: &Bench) -> Vec<Vec<String>> {
    let (width, height) = bench.state.size;
    let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width, height });
    let drawn = view::draw(&bench.state, &Theme::shipped("dark").unwrap(), &mut buffer);
    let mut bytes = Vec::new();
    Screen::new(Abilities::FULL).frame(&buffer, drawn.cursor, &mut bytes);
    let mut model = vt100::Parser::new(height.try_into().unwrap(), width.try_into().unwrap(), 0);
    model.process(&bytes);
    let cell = |y, x| model.screen().cell(y, x).map(|cell| cell.contents().to_owned()).unwrap_or_default();
    (0..height).map(|y| (0..width).map(|x| cell(y, x)).collect()).collect()
}

/// Where a text stands in a line.
fn column_of(line: &[String], text: &str) -> Option<usize> {
    let length = text.chars().count();
    (0..=line.len().checked_sub(length)?).find(|x| line[*x..x + length].concat() == text)
}

/// Does this text start here, with a blank before it?
fn starts(line: &[String], x: usize, text: &str) -> bool {
    line[x..].iter().take(text.chars().count()).map(String::as_str).collect::<String>() == text
        && x.checked_sub(1).is_none_or(|before| matches!(line[before].as_str(), "" | " "))
}

/// Where frames stand, their sides stand too; the line between list and preview is whole.
fn lines_are_straight(screen: &[Vec<String>], what: &str) {
    for (top, line) in screen.iter().enumerate() {
        let (Some(left), Some(right)) = (column_of(line, "╭"), column_of(line, "╮")) else { continue };
        let bottom = (top..screen.len()).find(|y| screen[*y][left] == "╰").unwrap_or_else(|| {
            panic!("{what}: no bottom\n{}", screen.iter().map(|line| line.concat() + "\n").collect::<String>())
        });
        for (y, line) in screen.iter().enumerate().take(bottom).skip(top + 1) {
            assert_eq!((line[left].as_str(), line[right].as_str()), ("│", "│"), "{what}: line {y} {:?}", line.concat());
        }
        assert_eq!(screen[bottom][right], "╯", "{what}");
    }
}

fn queue() -> Vec<SignalSummary> {
    TEXTS.iter().zip(501..).map(|(title, number)| row(number, title, Urgency::Normal, Some(2))).collect()
}

#[test]
fn columns_of_the_queue_start_where_their_heads_stand() {
    for size in SIZES {
        let mut bench = Bench::with(size, &queue());
        bench.press("Space");
        let mut seen = 0;
        for _ in 0..TEXTS.len() {
            let screen = shown(&bench);
            let head = screen.iter().find(|line| column_of(line, "Onderwerp").is_some()).expect("heads");
            let place = |text: &str| column_of(head, text);
            for line in &screen {
                let at = place("Nummer").expect("a head");
                let Some(number) = column_of(line, "S-5").filter(|x| *x == at) else { continue };
                let words = line.concat();
                assert!(starts(line, number, "S-5"), "{size:?} {words:?}");
                assert!(starts(line, place("Harde datum").expect("a head"), "wo 25-11"), "{size:?} {words:?}");
                let days = place("Nog").expect("a head");
                assert_eq!(line[days..days + 3].concat(), "2 d", "{size:?} {words:?}");
                assert!(starts(line, place("Bij").expect("a head"), "–"), "{size:?} {words:?}");
                assert!(place("Gemeente").is_none_or(|x| starts(line, x, "Utrecht")), "{size:?} {words:?}");
                assert!(place("Instanties").is_none_or(|x| starts(line, x, "CAK RvIG")), "{size:?} {words:?}");
                seen += 1;
            }
            bench.press("j Space");
        }
        assert!(seen > 2 * TEXTS.len(), "{size:?}: {seen}");
    }
}

#[test]
fn columns_of_the_register_start_where_their_heads_stand() {
    for size in SIZES {
        let mut bench = Bench::with(size, &queue());
        let mut replica = Replica::of_rows(&queue());
        for (name, number) in TEXTS.iter().zip(1..) {
            let line = serde_json::json!({"kind": "officer", "row": officer(number, name, "CAK", "+31 85 555 0101")});
            replica.apply_line(line.to_string().as_bytes()).unwrap();
        }
        bench.tell(Msg::Replica(replica)).press("3");
        let mut seen = 0;
        for _ in 0..TEXTS.len() {
            let screen = shown(&bench);
            let head = screen.iter().find(|line| column_of(line, "Organisatie").is_some()).expect("heads");
            let (organisation, function) = (column_of(head, "Organisatie").unwrap(), column_of(head, "Functie").unwrap());
            let list: Vec<_> = screen.iter().filter(|line| starts(line, function, "maatwerk")).collect();
            for line in &list {
                assert!(starts(line, organisation, "CAK"), "{size:?} {:?}", line.concat());
                let mandate = column_of(head, "Mandaat");
                assert!(mandate.is_none_or(|x| starts(line, x, "beslissen")), "{size:?} {:?}", line.concat());
            }
            seen += list.len();
            bench.press("Down");
        }
        assert!(seen > 2 * TEXTS.len(), "{size:?}: {seen}");
    }
}

#[test]
fn frames_and_lines_stay_straight_around_every_text() {
    for size in [SIZES[0], SIZES[2], SIZES[5]] {
        for text in TEXTS {
            let rows = [row(1, text, Urgency::Crisis, Some(1))];
            let mut bench = Bench::with(size, &rows);
            let mut signal = whole(&rows[0], None, 1);
            signal.facts.account = text.into();
            signal.facts.reporter.name = text.into();
            bench.settle(&signal);
            for keys in ["Enter", "Esc", "n", "Esc", "b", "Esc", ":", "Esc", "P", "Esc", "@", "Esc", "/"] {
                bench.press(keys);
                bench.settle(&signal);
                if keys != "Esc" {
                    lines_are_straight(&shown(&bench), &format!("{text:?} at {size:?} after {keys}"));
                }
            }
        }
    }
}
