//! What a list shows, as a file.

use loket::tui::app::message::{Effect, Msg};

use super::{
    Bench,
    board::{deadlines, opened},
    rows,
};

fn exported(bench: &mut Bench, keys: &str) -> (String, String) {
    bench.effects.clear();
    bench.press(keys);
    let file = bench.effects.iter().find_map(|effect| match effect {
        Effect::Export { name, content, .. } => Some((name.clone(), String::from_utf8(content.clone()).unwrap())),
        _ => None,
    });
    file.unwrap_or_else(|| panic!("nothing was exported:\n{}", bench.screen()))
}

#[test]
fn the_board_goes_out_as_it_stands() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(true), None);
    let (name, csv) = exported(&mut bench, "E c");
    assert_eq!(name, "termijnen-2026-11-23.csv");
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 1 + 8, "{csv}");
    assert!(lines[0].contains("Uiterlijk") && lines[1].contains("\"2026-11-20\"") && lines[1].contains("S-2026-00471"), "{csv}");
    let suspended = lines.iter().find(|line| line.contains("\"2026-11-27\"")).unwrap();
    assert!(suspended.contains("\"2026-12-22\"") && suspended.contains("bezwaar Awb 6:7"), "{suspended}");
    assert!(lines[1].contains("\"-3\"") && !csv.contains(" \""), "a number is a number, no cell ends in a blank: {csv}");
    let waits = |line: &&&str| line.contains("\"time-out\"") && line.contains("\"2026-11-30\"");
    assert!(lines[0].contains("Voorstel te bevestigen t/m") && lines.iter().any(|line| waits(&line)), "as on the screen: {csv}");
    // What the filter leaves out is not in the file.
    let (_, csv) = exported(&mut bench, "V w E c");
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let (name, calendar) = exported(&mut bench, "V a E i");
    assert!(name.ends_with(".ics") && calendar.matches("BEGIN:VEVENT").count() == 8, "{calendar}");
    assert!(!calendar.contains("Ontruiming"), "no title in a calendar");
    assert!(unfolded(&calendar).contains("X-WR-CALDESC:8 regels uit loket\\, gemaakt door M. Visser op "), "{calendar}");
    bench.tell(Msg::Exported(Ok("/home/mv/termijnen.ics".into())));
    let told = "Bewaard in /home/mv/termijnen.ics. Erin: soort termijn, nummer, instantie en dagen; geen toelichting, melder of notities.";
    assert!(told.starts_with(bench.message().trim_end_matches('…')), "{}", bench.message());
    bench.tell(Msg::Exported(Err("de schijf is vol".into())));
    assert_eq!(bench.message(), "Het bestand is niet bewaard: de schijf is vol");
}

#[test]
fn the_queue_goes_out_as_it_stands_and_is_no_calendar() {
    let mut bench = Bench::with((100, 30), &rows());
    bench.press("E");
    assert!(!bench.screen().contains("iCalendar"), "{}", bench.screen());
    let (name, text) = exported(&mut bench, "m");
    assert_eq!(name, "signalen-2026-11-23.md");
    assert_eq!(text.lines().filter(|line| line.contains("S-2026-")).count(), 6, "{text}");
}

/// A line of iCalendar goes on behind a line break and a blank.
fn unfolded(calendar: &str) -> String {
    calendar.replace("\r\n ", "")
}

#[test]
fn a_file_of_a_list_says_what_it_is_and_tells_no_word_that_was_searched_for() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(true), None);
    bench.press("V w");
    bench.effects.clear();
    bench.press("E c");
    let note = bench.effects.iter().find_map(|effect| match effect {
        Effect::Export { note, .. } => note.clone(),
        _ => None,
    });
    let (ending, text) = note.expect("a spreadsheet has something beside it");
    assert_eq!(ending, "lees-mij.txt");
    for part in
        ["1 regel uit loket, gemaakt door M. Visser op ma 23-11-2026", "Erin: uiterlijk, ", "Niet erin: toelichting, melder"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let mut bench = Bench::with((100, 30), &rows());
    bench.press("/");
    bench.type_in("urgentie:crisis ontruiming");
    bench.press("Enter");
    bench.effects.clear();
    bench.press("E c");
    let file = bench.effects.iter().find_map(|effect| match effect {
        Effect::Export { content, note, .. } => Some((String::from_utf8(content.clone()).unwrap(), note.clone())),
        _ => None,
    });
    let (content, note) = file.expect("there is such a row");
    let (_, note) = note.unwrap();
    assert!(content.contains("Ontruiming"), "{content}");
    assert!(note.contains("Gekozen met: urgentie:crisis zoekwoorden (hier weggelaten)."), "{note}");
    assert!(!note.to_lowercase().contains("ontruiming"), "{note}");
}

#[test]
fn the_letter_to_the_body_is_a_file_and_there_is_none_before_something_is_confirmed() {
    let mut bench = Bench::speaking((100, 30), loket::locale::Language::Dutch);
    opened(&mut bench, &deadlines(false), None);
    let (name, letter) = exported(&mut bench, "T l");
    assert_eq!(name, "brief-S-2026-00503-2026-11-23.txt");
    assert!(
        letter.contains("25 november 2026") && letter.ends_with("M. Visser\nloketmedewerker") && letter.contains("BSL-1"),
        "{letter}"
    );
    let (name, _) = exported(&mut bench, "T w");
    assert_eq!(name, "herinnering-S-2026-00503-2026-11-23.txt");
    bench.press("Up T l");
    assert_eq!(bench.message(), "Bij deze termijn hoort geen time-out.");
}
