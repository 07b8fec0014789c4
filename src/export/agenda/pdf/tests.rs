//! Lines and sheets, without the library that writes.

use super::{
    face::Faces,
    flow::{BODY, Flow, Row, flow},
    lines::lines,
    sheets::{Placed, sheets},
};
use crate::{
    domain::text::SafeText,
    export::agenda::{
        model::{Block, Document, Table},
        words::Words,
    },
    locale::{Language, Texts},
};

fn faces() -> Faces {
    Faces::new().unwrap()
}

fn flowed(blocks: Vec<Block>) -> Flow {
    let line = SafeText::line;
    let document = Document {
        language: Language::Dutch,
        letterhead: vec![],
        accent: [0, 0, 0],
        title: line("Titel"),
        draft: None,
        foot: line("voet"),
        blocks,
    };
    flow(&document, &Words::new(&Texts::new(Language::Dutch)), &faces())
}

#[test]
fn lines_fit_and_hold_every_sign() {
    let faces = faces();
    let text =
        "De verhuurder ontruimt op 2 december omdat de uitkering stilligt. https://vergaderen.example/een/heel/lang/adres?x=1";
    for width in [30.0, 80.0, 200.0, 460.0] {
        let lines = lines(&faces.regular, text, 10.0, width);
        assert_eq!(lines.concat(), text, "nothing lost, blanks at the ends of lines");
        for line in &lines {
            assert!(faces.regular.width(line.trim_end(), 10.0) <= width, "{width}: {line}");
        }
    }
    assert_eq!(lines(&faces.regular, "a\n\nb", 10.0, 100.0), ["a ", " ", "b"]);
}

#[test]
fn a_sign_that_the_font_lacks_is_told() {
    let face = &faces().regular;
    assert_eq!(face.spelled("a漢b"), "aU+6F22b");
    assert_eq!(
        face.spelled("Ĳsselstein, Yıldız, Łukaszewski, € 12 – Ελένη Олена ế"),
        "Ĳsselstein, Yıldız, Łukaszewski, € 12 – Ελένη Олена ế"
    );
    assert_eq!(face.spelled(SafeText::line("x\u{202e}y").as_str()), "x‹202E›y");
    assert_eq!(face.spelled("\u{7}"), "U+0007");
}

fn row(height: f32, keep: bool) -> Row {
    Row { height, keep, ..Row::default() }
}

/// The rows of each sheet, those that stand there again in brackets.
fn places(rows: &[Row], room: f32) -> Vec<String> {
    let shown = |placed: &Placed| if placed.again { format!("[{}]", placed.row) } else { placed.row.to_string() };
    sheets(rows, room).iter().map(|sheet| sheet.iter().map(shown).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn what_belongs_together_stays_on_one_sheet() {
    let plain: Vec<Row> = (0..5).map(|_| row(30.0, false)).collect();
    assert_eq!(places(&plain, 100.0), ["0 1 2", "3 4"]);
    let mut heading = plain.clone();
    heading[2].keep = true;
    assert_eq!(places(&heading, 100.0), ["0 1", "2 3 4"], "a heading goes with what follows");
    let mut begins = plain.clone();
    begins[1].sheet = true;
    assert_eq!(places(&begins, 100.0), ["0", "1 2 3", "4"]);
    let all_kept: Vec<Row> = (0..6).map(|_| row(30.0, true)).collect();
    assert_eq!(places(&all_kept, 100.0), ["0 1 2", "3 4 5"], "what is higher than a sheet goes on");
    assert_eq!(places(&[row(500.0, false), row(10.0, false)], 100.0), ["0", "1"], "one that fits nowhere stands alone");
}

#[test]
fn what_is_told_right_under_a_heading_stays_with_what_it_is_told_of() {
    let line = SafeText::line;
    let blocks = vec![
        Block::Heading(4, line("1.1 Brief")),
        Block::Note(line("versie 1")),
        Block::Paragraph(line("tekst")),
        Block::Note(line("los")),
    ];
    let flow = flowed(blocks);
    let keeps = |text: &str| flow.rows.iter().find(|row| row.runs.iter().any(|run| run.text == text)).map(|row| row.keep);
    assert_eq!([keeps("1.1 Brief"), keeps("versie 1"), keeps("tekst"), keeps("los")], [true, true, false, false].map(Some));
}

#[test]
fn the_head_of_a_table_stands_on_every_sheet() {
    let mut rows = vec![row(20.0, true)];
    rows.extend((0..4).map(|_| Row { head: Some(0), ..row(30.0, false) }));
    assert_eq!(places(&rows, 100.0), ["0 1 2", "[0] 3 4"]);
    let placed = sheets(&rows, 100.0);
    assert_eq!(placed[1][1].top, 20.0, "below the head");
}

#[test]
fn nothing_passes_the_foot_of_a_sheet() {
    let text = |word: &str, count: usize| SafeText::line(&word.repeat(count));
    let cells = |count: usize| vec![text("x", 1), text("woord ", count)];
    let table = Table { header: vec![text("a", 1), text("b", 1)], rows: (0..60).map(|at| cells(1 + at * 7)).collect() };
    let mut blocks = vec![Block::Heading(2, text("Kop", 1)), Block::Table(table)];
    blocks.extend((0..30).map(|at| Block::Paragraph(text("lange regel ", at * 9))));
    let flow = flowed(blocks);
    let room = 600.0;
    let sheets = sheets(&flow.rows, room);
    let mut seen = vec![];
    for placed in sheets.iter().flatten() {
        assert!(placed.top + flow.rows[placed.row].height <= room + 0.01, "{placed:?}");
        seen.extend((!placed.again).then_some(placed.row));
    }
    assert_eq!(seen, (0..flow.rows.len()).collect::<Vec<_>>(), "every row once, in order");
    for sheet in &sheets {
        assert!(sheet.windows(2).all(|two| two[0].top + flow.rows[two[0].row].height <= two[1].top + 0.01), "none over another");
    }
}

#[test]
fn columns_never_meet() {
    let line = SafeText::line;
    let header = ["Nr.", "Tijd", "Punt", "Inbreng", "Min."].map(line).to_vec();
    let rows =
        vec![["12", "13:30-14:00", &"Ontruiming van een gezin ".repeat(6), "M. Visser-van der Meulen", "30"].map(line).to_vec()];
    let flow = flowed(vec![Block::Table(Table { header, rows })]);
    let faces = faces();
    for row in &flow.rows {
        let mut runs: Vec<_> = row.runs.iter().filter(|run| run.style.size != BODY.size).collect();
        runs.sort_by(|one, other| (one.y, one.x).partial_cmp(&(other.y, other.x)).unwrap());
        for two in runs.windows(2).filter(|two| two[0].y == two[1].y) {
            let end = two[0].x + faces.of(two[0].style.bold).width(two[0].text.trim_end(), two[0].style.size);
            assert!(end + 8.0 <= two[1].x, "{:?} {:?}", two[0], two[1]);
        }
    }
}
