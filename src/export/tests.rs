//! What is read back from each format, by readers that know nothing of the writers.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::*;

/// Attack texts, and texts that must come through unharmed.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "=cmd|'/C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        ";=1+1",
        "x;=1+1",
        "x,=1+1",
        "x; \"=1+1",
        "\"=1+1\"",
        " =1+1",
        "  ;  +1",
        "\u{ff1d}1+1",
        "a\"b",
        "a;b,c",
        "+31 85 555 6305",
        "+31855556305",
        "(085) 555 63 05",
        "€ 412,50",
        "\u{1b}]52;c;QQ==\u{7}",
        "\u{1b}[2J",
        "\u{9b}2J",
        "a\rb\nc",
        "\u{202e}x\u{2066}y\u{200b}z\u{ad}\u{feff}\u{e0041}",
        "nul\0",
        "|x|",
        "`x`",
        "[x](javascript:alert(1))",
        "![x](http://x.nl/y)",
        "<script>alert(1)</script>",
        "&lt;b&gt;",
        "http://x.nl",
        "www.x.nl",
        "jan@x.nl",
        "**x** _y_ ~~z~~",
        "a\\|b",
        "a\\",
        "../../.ssh/authorized_keys",
        "漢字 é Yıldız",
        "",
        "BEGIN:VEVENT\r\nSUMMARY:x",
        "\\n;,\\",
        "\n\nid: 9999999\nevent: reset\n",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push(format!("e{}", "\u{301}".repeat(5000)));
    texts.push("漢".repeat(400));
    texts
}

fn sheet(rows: &[Vec<SafeText>], use_it: impl FnOnce(Sheet)) {
    let header = ["=Kop;=1".to_owned(), "Twee".to_owned()];
    use_it(Sheet { header: &header, rows });
}

fn rows() -> Vec<Vec<SafeText>> {
    let texts = texts();
    texts.iter().map(|text| vec![SafeText::line(text), SafeText::line(&format!("x{text}"))]).collect()
}

/// The cells of a file as a spreadsheet with this separator splits it, quotes counting only at the start of a cell.
fn split(text: &str, separator: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (vec![], String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\r' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            c if c == separator && !quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells
}

#[test]
fn no_cell_is_a_formula_whatever_the_separator() {
    sheet(&rows(), |sheet| {
        let file = sheet.csv();
        for separator in [';', ',', '\t'] {
            for cell in split(&file, separator) {
                let start = cell.trim_start_matches(['"', ' ', '\'']);
                let guarded = cell.trim_start_matches(['"', ' ']).starts_with('\'');
                assert!(guarded || !start.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{separator:?}: {cell:?}");
            }
        }
        assert!(file.chars().all(|c| c == '\n' || !c.is_control()));
    });
}

#[test]
fn a_number_stays_one_and_a_colon_is_no_markup() {
    let cells = ["-2", "14", "-", "-2+1", "+2", "-2,5"].map(SafeText::line).to_vec();
    sheet(&[cells], |sheet| {
        let rest = sheet.csv().lines().nth(1).map(str::to_owned);
        assert_eq!(rest.as_deref(), Some("\"-2\";\"14\";\"'-\";\"'-2+1\";\"'+2\";\"'-2,5\""));
    });
    let cells = ["Wmo: geen besluit", "http://x.nl"].map(SafeText::line).to_vec();
    sheet(&[cells], |sheet| {
        assert_eq!(sheet.markdown().lines().nth(2), Some("| Wmo: geen besluit | http\\://x.nl |"));
    });
}

#[test]
fn a_csv_reader_gets_every_cell_back() {
    let rows = rows();
    sheet(&rows, |sheet| {
        let file = sheet.csv();
        let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').has_headers(true).from_reader(file.as_bytes());
        let found: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(found.len(), rows.len());
        for (record, row) in found.iter().zip(&rows) {
            for (cell, text) in record.iter().zip(row) {
                assert_eq!(cell.replace('\'', ""), text.as_str().replace('\'', ""));
            }
        }
        assert!(file.contains("\"'+31 85 555 6305\""), "a phone number stays whole and readable");
        assert!(file.contains("\"(085) 555 63 05\"") && file.contains("\"€ 412,50\""));
    });
}

#[test]
fn markdown_has_one_line_a_row_and_no_markup() {
    let rows = rows();
    sheet(&rows, |sheet| {
        let file = sheet.markdown();
        assert_eq!(file.lines().count(), rows.len() + 2);
        for line in file.lines() {
            let mut open = 0;
            let mut escaped = false;
            for c in line.chars() {
                let plain = !std::mem::take(&mut escaped);
                match c {
                    '\\' if plain => escaped = true,
                    '|' if plain => open += 1,
                    '`' | '*' | '_' | '[' | ']' | '<' | '>' | '!' | '~' | '@' if plain => panic!("{line}"),
                    _ => {}
                }
            }
            assert_eq!(open, 3, "{line}");
            assert!(!line.replace("\\:", "").contains("://") && !line.contains("www."), "{line}");
        }
    });
}

/// Content lines, unfolded, each with its name and its text as it was before it was escaped.
fn unfolded(file: &str) -> Vec<(String, String)> {
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    file.split("\r\n").for_each(|line| assert!(line.len() <= 75, "{} octets: {line}", line.len()));
    let whole = file.replace("\r\n ", "");
    whole
        .split_terminator("\r\n")
        .map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            let (mut text, mut rest) = (String::new(), value.chars());
            while let Some(c) = rest.next() {
                match c {
                    '\\' => match rest.next() {
                        Some('n') => text.push('\n'),
                        Some(c @ ('\\' | ';' | ',')) => text.push(c),
                        other => panic!("\\{other:?} in {line}"),
                    },
                    c => text.push(c),
                }
            }
            (name.to_owned(), text)
        })
        .collect()
}

fn event(summary: &str, description: &[&str]) -> Event {
    Event {
        id: Uuid::from_u128(7),
        on: NaiveDate::from_ymd_opt(2026, 12, 31).unwrap(),
        changed_at: "2026-11-16T09:00:00.123456Z".parse::<DateTime<Utc>>().unwrap(),
        sequence: 42,
        summary: SafeText::line(summary),
        description: description.iter().map(|line| SafeText::line(line)).collect(),
        reminders: vec![],
    }
}

#[test]
fn a_calendar_is_read_back_and_nothing_breaks_out() {
    let texts = texts();
    let events: Vec<Event> = texts.iter().map(|text| event(text, &[text, "tweede"])).collect();
    let file = Calendar { name: SafeText::line("Termijnen; =1"), about: SafeText::line("Wat; dit =1 is"), events }.write();
    let lines = unfolded(&file);
    let of = |name: &str| lines.iter().filter(|(found, _)| found == name).map(|(_, text)| text.as_str()).collect::<Vec<_>>();
    let expected: Vec<SafeText> = texts.iter().map(|text| SafeText::line(text)).collect();
    assert_eq!(of("SUMMARY"), expected.iter().map(SafeText::as_str).collect::<Vec<_>>());
    assert_eq!(of("DESCRIPTION"), expected.iter().map(|text| format!("{text}\ntweede")).collect::<Vec<_>>());
    assert_eq!(of("BEGIN").len(), texts.len() + 1);
    assert_eq!(of("X-WR-CALDESC"), ["Wat; dit =1 is"]);
    let [stamp, start, end] = ["DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"].map(|name| of(name)[0]);
    assert_eq!((stamp, start, end), ("20261116T090000Z", "20261231", "20270101"));
    assert_eq!((of("SEQUENCE")[0], of("UID")[0]), ("42", "00000000-0000-0000-0000-000000000007@loket"));
    assert_eq!(
        file,
        Calendar {
            name: SafeText::line("Termijnen; =1"),
            about: SafeText::line("Wat; dit =1 is"),
            events: texts.iter().map(|text| event(text, &[text, "tweede"])).collect()
        }
        .write()
    );
}

#[test]
fn an_event_holds_no_free_text() {
    let deadline = serde_json::from_value(serde_json::json!({
        "id": "018f0000-0000-7000-8000-000000000000", "kind": "objection", "signal": "018f0000-0000-7000-8000-000000000001",
        "signalNumber": "S-2026-00421", "title": "Titel van J. Jansen", "label": "Label van J. Jansen", "body": "UWV",
        "owner": { "account": "018f0000-0000-7000-8000-000000000001", "name": "Eigenaar" }, "safeEnd": "2026-11-23",
        "end": "2026-12-07", "alarmOn": "2026-11-23", "article": "Awb 6:7", "uncertain": true, "provisional": true,
        "proposedUntil": "2026-11-20"
    }))
    .unwrap();
    let texts = crate::locale::Texts::new(crate::locale::Language::Dutch);
    let event = event_of(&deadline, &texts, "2026-11-16T09:00:00Z".parse::<DateTime<Utc>>().unwrap(), 1);
    assert_eq!(event.summary.as_str(), "S-2026-00421 bezwaartermijn UWV Awb 6:7 ?");
    let file = Calendar { name: SafeText::line("x"), about: SafeText::default(), events: vec![event] }.write();
    assert!(!file.contains("Jansen") && !file.contains("Titel") && !file.contains("Eigenaar"), "{file}");
    assert!(file.contains("23-11-2026") && file.contains("07-12-2026"), "both ends: {file}");
}

#[test]
fn a_calendar_reminds_ten_and_two_working_days_before() {
    // A Monday after the days off of Christmas: ten working days before are fourteen days and two days off.
    let on = |kind: &str, day: &str| {
        serde_json::from_value(serde_json::json!({
            "id": "018f0000-0000-7000-8000-000000000000", "kind": kind, "signal": "018f0000-0000-7000-8000-000000000001",
            "signalNumber": "S-2026-00421", "title": "Titel van J. Jansen", "label": "Label van J. Jansen", "safeEnd": day,
            "end": day, "alarmOn": day, "article": "", "uncertain": false, "provisional": false
        }))
        .unwrap()
    };
    let texts = crate::locale::Texts::new(crate::locale::Language::Dutch);
    let file = |kind: &str, day: &str| {
        let changed = "2026-11-16T09:00:00Z".parse::<DateTime<Utc>>().unwrap();
        Calendar {
            name: SafeText::line("x"),
            about: SafeText::default(),
            events: vec![event_of(&on(kind, day), &texts, changed, 1)],
        }
        .write()
    };
    let lines = unfolded(&file("commitment", "2026-12-28"));
    let of = |name: &str| lines.iter().filter(|(found, _)| found == name).map(|(_, text)| text.as_str()).collect::<Vec<_>>();
    // Friday 11 December and Wednesday 23 December, at nine.
    assert_eq!(of("TRIGGER"), ["-P16DT15H", "-P4DT15H"]);
    assert_eq!((of("ACTION"), of("BEGIN")), (vec!["DISPLAY"; 2], vec!["VCALENDAR", "VEVENT", "VALARM", "VALARM"]));
    assert_eq!(of("DESCRIPTION"), ["S-2026-00421 toezegging"; 2]);
    assert!(!file("norm", "2026-12-28").contains("VALARM"), "a norm of two working days has no long approach");
}

#[test]
fn a_table_says_what_it_is_above_itself() {
    let (header, rows) = (vec!["Nummer".to_owned()], vec![vec![SafeText::line("S-2026-00421")]]);
    let file = Sheet { header: &header, rows: &rows }.markdown_about(&SafeText::line("Gemaakt door *M.* | <b>"));
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines[..3], ["Gemaakt door \\*M.\\* \\| &lt;b&gt;", "", "| Nummer |"], "{file}");
}
