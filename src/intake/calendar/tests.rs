//! Calendars as programs write them, and calendars as nobody should.

use encoding_rs::WINDOWS_1252;
use proptest::prelude::*;

use super::super::{Context, meetings};
use super::*;

const SAMPLE: &[u8] = include_bytes!("../../../tests/data/samples/bijeenkomsten.ics");

fn read_text(text: &str) -> Intake<MeetingRow> {
    meetings("x.ics", text.as_bytes(), &Context::embedded())
}

/// A calendar with one event of these lines.
fn event(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Overleg\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
}

fn facts(text: &str) -> MeetingFacts {
    let mut intake = read_text(text);
    assert_eq!(intake.faults, [], "{text}");
    intake.rows.remove(0).value.new.facts
}

/// From and until, in UTC.
fn times(lines: &str) -> (String, String) {
    let facts = facts(&event(lines));
    let said = |moment: Instant| moment.format("%Y-%m-%dT%H:%M").to_string();
    (said(facts.slots[0].starts_at), said(facts.slots[0].ends_at))
}

/// Line, property and code of every fault.
fn faults(text: &str) -> Vec<(u64, String, &'static str)> {
    let told = |found: &Finding| (found.line.unwrap_or(0), found.column.clone().unwrap_or_default(), found.reason.code());
    read_text(text).faults.iter().map(told).collect()
}

#[test]
fn the_sample_is_read_and_what_comes_back_is_told_by_name() {
    let intake = meetings("x.ics", SAMPLE, &Context::embedded());
    let [first, second] = &intake.rows[..2] else { panic!("{:#?}", intake.rows) };
    assert_eq!((first.line, first.value.name.raw()), (13, "Landelijk Escalatieteam, december"));
    let facts = &first.value.new.facts;
    assert_eq!(facts.place.raw(), "Turfmarkt 147, Den Haag; zaal 3 (ingang aan de achterzijde)");
    assert_eq!(facts.video.raw(), "https://vergaderen.voorbeeld.nl/let-50");
    assert_eq!((facts.slots[0].starts_at.to_rfc3339(), facts.slots[0].minutes()), ("2026-12-10T12:30:00+00:00".into(), 90));
    assert_eq!((second.line, second.value.new.facts.slots[0].minutes()), (28, 90));
    assert_eq!(second.value.new.facts.slots[0].starts_at.to_rfc3339(), "2027-01-14T12:30:00+00:00");
    let name = || "Maandelijks vooroverleg".to_owned();
    let told: Vec<&Reason> = intake.remarks.iter().filter(|found| found.line == Some(35)).map(|found| &found.reason).collect();
    let expanded = Reason::EventExpanded { name: name(), count: 25, day: "01-12-2028".into() };
    assert_eq!(told, [&expanded, &Reason::EventGoesOn { name: name() }]);
    assert_eq!((&intake.faults[..], intake.rows.len()), (&[][..], 27));
    assert!(!serde_json::to_string(&first.value).unwrap().contains("deboer"), "attendees stay outside");
}

#[test]
fn every_way_to_write_a_moment() {
    let winter = ("2026-12-10T12:30".to_owned(), "2026-12-10T14:00".to_owned());
    for lines in [
        "DTSTART:20261210T123000Z\r\nDTEND:20261210T140000Z",
        "DTSTART;TZID=Europe/Amsterdam:20261210T133000\r\nDURATION:PT1H30M",
        "DTSTART;TZID=/voorbeeld.org/2020_1/Europe/Amsterdam:20261210T133000\r\nDTEND:20261210T140000Z",
        "DTSTART;TZID=\"Romance Standard Time\":20261210T133000\r\nDURATION:PT90M",
        "DTSTART;TZID=America/New_York:20261210T073000\r\nDTEND;TZID=Europe/London:20261210T140000",
        "DTSTART;VALUE=DATE-TIME:20261210T133000\r\nDTEND:20261210T150000",
        "DTSTART;TZID=America/New_York:20261210T073000\r\nDTEND:20261210T090000",
        "DTSTART:20261210T123000Z\r\nDTEND:20261210T140000",
    ] {
        assert_eq!(times(lines), winter, "{lines}");
    }
    let alarm = "BEGIN:VALARM\r\nDTSTART:20200101T000000Z\r\nRRULE:FREQ=DAILY\r\nDURATION:PT5M\r\nEND:VALARM\r\n";
    let lines = format!("{alarm}DTSTART:20261210T123000Z\r\nDURATION:PT1H30M");
    assert_eq!(times(&lines), winter, "an alarm inside it says nothing about it");
    let remark = &read_text(&event("DTSTART:20261210T133000\r\nDTEND:20261210T150000")).remarks;
    assert_eq!(remark.iter().map(|found| found.reason.code()).collect::<Vec<_>>(), ["no-zone"]);
}

#[test]
fn which_writing_of_an_event_it_is() {
    let stamp = |lines: &str| {
        let text = event(&format!("DTSTART:20261210T123000Z\r\nDURATION:PT1H\r\n{lines}"));
        read_text(&text).rows[0].value.new.stamp.map(|stamp| (stamp.sequence, stamp.written_at.map(|at| at.to_rfc3339())))
    };
    let written = || Some("2026-11-02T09:00:00+00:00".to_owned());
    assert_eq!(stamp("SEQUENCE:5\r\nDTSTAMP:20261102T090000Z"), Some((5, written())));
    assert_eq!(stamp("DTSTAMP:20261102T090000Z"), Some((0, written())));
    assert_eq!(stamp("SEQUENCE:5"), Some((5, None)));
    for silent in ["SUMMARY:x", "SEQUENCE:-1", "SEQUENCE:99999999999", "DTSTAMP:gisteren"] {
        assert_eq!(stamp(silent), None, "{silent}");
    }
}

#[test]
fn over_midnight_and_over_the_change_of_the_clock() {
    let zoned = |from: &str, until: &str| format!("DTSTART;TZID=Europe/Amsterdam:{from}\r\nDTEND;TZID=Europe/Amsterdam:{until}");
    let minutes = |from: &str, until: &str| facts(&event(&zoned(from, until))).slots[0].minutes();
    assert_eq!(minutes("20261126T233000", "20261127T003000"), 60);
    assert_eq!(minutes("20261024T233000", "20261025T040000"), 330, "the hour after two comes twice");
    assert_eq!(minutes("20260328T233000", "20260329T040000"), 210, "the hour after two does not come");
    let repeated = facts(&event(&zoned("20261025T023000", "20261025T040000"))).slots[0];
    assert_eq!((repeated.starts_at.to_rfc3339(), repeated.minutes()), ("2026-10-25T00:30:00+00:00".into(), 150), "the first");
    assert_eq!(faults(&event(&zoned("20260329T023000", "20260329T040000"))), [(2, "DTSTART".into(), "no-such-moment")]);
}

#[test]
fn what_is_wrong_with_an_event_is_told_and_the_others_stand() {
    let good = "BEGIN:VEVENT\nUID:2\nDTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nEND:VEVENT\n";
    for (lines, column, code) in [
        ("DTSTART;VALUE=DATE:20261210", "DTSTART", "event-without-times"),
        ("DTSTART:20261210", "DTSTART", "event-without-times"),
        ("SUMMARY:x", "DTSTART", "event-without-times"),
        ("DTSTART:20261210T123000Z", "DTEND", "event-without-end"),
        ("DTSTART:20261310T123000Z\nDTEND:20261210T140000Z", "DTSTART", "no-such-moment"),
        ("DTSTART:+9999999T123000Z\nDTEND:20261210T140000Z", "DTSTART", "no-such-moment"),
        ("DTSTART:20261210T123000Z\nDURATION:P1D", "DURATION", "no-such-moment"),
        ("DTSTART:20261210T123000Z\nDURATION:-PT1H", "DURATION", "no-such-moment"),
        ("DTSTART:20261210T123000Z\nDTEND:20261210T123000Z", "DTEND", "out-of-range"),
        ("DTSTART:20261210T123000Z\nDTEND:20261212T123000Z", "DTEND", "out-of-range"),
        ("DTSTART;TZID=Amsterdam-tijd:20261210T123000\nDTEND:20261210T140000Z", "DTSTART", "unknown-zone"),
        ("DTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nRRULE:FREQ=NOOIT", "RRULE", "event-recurring"),
        ("DTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nEXRULE:FREQ=DAILY", "EXRULE", "event-recurring"),
        ("DTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nRECURRENCE-ID:morgen", "RECURRENCE-ID", "event-recurring"),
        ("DTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nRRULE:FREQ=DAILY\nEXDATE:morgen", "EXDATE", "no-such-moment"),
        ("DTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nSTATUS:cancelled", "STATUS", "event-cancelled"),
        (&format!("DTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nLOCATION:{}", "a".repeat(201)), "LOCATION", "too-long"),
        ("DTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nLOCATION:\u{fffd}", "", "unreadable"),
    ] {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\n{good}END:VCALENDAR\n");
        assert_eq!(faults(&text), [(2, column.to_owned(), code)], "{lines}");
        assert_eq!(read_text(&text).rows.len(), 1, "{lines}");
    }
    let nameless = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261210T123000Z\nDTEND:20261210T140000Z\nEND:VEVENT\n";
    assert_eq!(faults(nameless), [(2, "UID".into(), "required")]);
    let cut = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{good}BEGIN:VEVENT\nUID:3\n");
    assert_eq!(faults(&cut), [(2, String::new(), "event-not-closed"), (9, String::new(), "event-not-closed")]);
    assert_eq!(faults("BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\n")[0].2, "event-cancelled");
    for text in ["", "UID:1\n", "titel;kanaal\n", "\0\0\0\0"] {
        assert_eq!(faults(text)[0].2, "not-a-calendar", "{text:?}");
    }
    assert_eq!(faults("BEGIN:VCALENDAR\nEND:VCALENDAR\n")[0].2, "empty");
}

#[test]
fn the_same_event_twice_counts_once_and_two_of_one_name_are_refused() {
    let one =
        |place: &str| format!("BEGIN:VEVENT\nUID:1\nDTSTART:20261210T123000Z\nDURATION:PT1H\nLOCATION:{place}\nEND:VEVENT\n");
    let intake = read_text(&format!("BEGIN:VCALENDAR\n{}{}{}", one("a"), one("a"), one("b")));
    assert_eq!((intake.rows.len(), intake.repeated.len()), (1, 1));
    assert_eq!(intake.faults.iter().map(|fault| fault.reason.code()).collect::<Vec<_>>(), ["reference-twice"]);
}

/// The beginnings of the meetings, in UTC, with what each is known by.
fn brought_in(text: &str, now: Option<&str>) -> (Vec<(String, String)>, Vec<&'static str>) {
    let context = Context { now: now.and_then(crate::domain::zone::read_instant), ..Context::embedded() };
    let intake = meetings("x.ics", text.as_bytes(), &context);
    let row = |row: &Row<MeetingRow>| {
        let new = &row.value.new;
        let reference = new.imported_from.as_ref().unwrap().reference.raw().to_owned();
        (new.facts.slots[0].starts_at.format("%m-%d %H:%M").to_string(), reference)
    };
    let told = intake.faults.iter().chain(&intake.remarks).map(|found| found.reason.code()).collect();
    (intake.rows.iter().map(row).collect(), told)
}

#[test]
fn what_comes_back_is_brought_in_one_by_one() {
    let series = "BEGIN:VEVENT\nUID:r\nSUMMARY:Reeks\nDTSTART;TZID=Europe/Amsterdam:20261013T133000\nDURATION:PT1H\n\
        RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=6\nEXDATE;TZID=Europe/Amsterdam:20261020T133000\nEXDATE;VALUE=DATE:20261117\n\
        RDATE;TZID=Europe/Amsterdam:20261119T100000\nEND:VEVENT\n";
    let moved = "BEGIN:VEVENT\nUID:r\nRECURRENCE-ID;TZID=Europe/Amsterdam:20261027T133000\nDTSTART:20261028T140000Z\nDURATION:PT2H\nEND:VEVENT\n";
    let off = "BEGIN:VEVENT\nUID:r\nRECURRENCE-ID:20261103T123000Z\nDTSTART:20261103T123000Z\nDURATION:PT1H\nSTATUS:CANCELLED\nEND:VEVENT\n";
    let text = format!("BEGIN:VCALENDAR\n{moved}{series}{off}END:VCALENDAR\n");
    let named = |begins: &str, id: &str| (begins.to_owned(), format!("r/{id}"));
    let (rows, told) = brought_in(&text, None);
    assert_eq!(
        rows,
        [
            named("10-28 14:00", "20261027T123000Z"),
            named("10-13 11:30", "20261013T113000Z"),
            named("11-10 12:30", "20261110T123000Z"),
            named("11-19 09:00", "20261119T090000Z"),
        ],
        "in the order of the file, by the clock in the Netherlands, over the change of summer time"
    );
    assert_eq!(told, ["event-cancelled", "event-expanded"]);
    let (rows, told) = brought_in(&text, Some("2026-11-05"));
    assert_eq!(rows.iter().map(|(begins, _)| begins.as_str()).collect::<Vec<_>>(), ["11-10 12:30", "11-19 09:00"]);
    assert_eq!(told.len(), 2);
    assert_eq!(brought_in(&text, Some("2027-01-01")), (vec![], vec!["event-cancelled", "event-over"]));
    // One time by itself is a meeting; a change from a moment on is refused as a whole, since its days would be wrong.
    let alone = format!("BEGIN:VCALENDAR\n{moved}END:VCALENDAR\n");
    assert_eq!(brought_in(&alone, None).0, [named("10-28 14:00", "20261027T123000Z")]);
    let onwards = text.replace("RECURRENCE-ID;TZID", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID");
    assert_eq!(brought_in(&onwards, None), (vec![], vec!["event-recurring", "event-recurring", "event-cancelled"]));
}

#[test]
fn a_series_that_does_not_go_on_leaves_nothing() {
    let single = "BEGIN:VEVENT\nUID:r\nRECURRENCE-ID:20251027T123000Z\nDTSTART:20251028T140000Z\nDURATION:PT2H\nEND:VEVENT\n";
    let series = |more: &str| {
        let series = "BEGIN:VEVENT\nUID:r\nDTSTART:20251006T123000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\n";
        format!("BEGIN:VCALENDAR\n{single}{series}{more}END:VEVENT\nEND:VCALENDAR\n")
    };
    let cancelled = brought_in(&series("STATUS:CANCELLED\n"), Some("2026-11-05"));
    assert_eq!(cancelled, (vec![], vec!["event-cancelled", "event-cancelled"]));
    let unknown = series("").replace("DTSTART:20251006T123000Z", "DTSTART;TZID=Nergens/Land:20251006T123000");
    let (rows, told) = brought_in(&unknown, Some("2026-11-05"));
    assert_eq!((rows, told.len()), (vec![], 2), "both are told");
}

#[test]
fn what_comes_back_for_ever_is_bounded() {
    let rule = |rule: &str| event(&format!("DTSTART:20261210T123000Z\r\nDURATION:PT1H\r\nRRULE:{rule}"));
    let (rows, told) = brought_in(&rule("FREQ=SECONDLY"), None);
    assert_eq!((rows.len(), told), (200, vec!["event-expanded", "event-goes-on"]));
    assert_eq!(brought_in(&rule("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"), None), (vec![], vec!["event-over"]));
    let many = "BEGIN:VEVENT\nUID:N\nDTSTART:20261210T123000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    let many: String = (0..600).map(|n| many.replace("UID:N", &format!("UID:{n}"))).collect();
    let (rows, told) = brought_in(&format!("BEGIN:VCALENDAR\n{many}"), None);
    assert_eq!((rows.len(), told.iter().filter(|code| **code == "event-too-often").count()), (2000, 590));
}

#[test]
fn folds_charsets_and_controls() {
    let lines = "DTSTART:20261210T123000Z\r\nDTEND:20261210T140000Z\r\nLOCATION:Coördinatiepunt Çelik\\nzaal 2";
    let text = event(lines);
    let place = "Coördinatiepunt Çelik, zaal 2";
    let place_of = |bytes: &[u8]| {
        let mut intake = meetings("x.ics", bytes, &Context::embedded());
        assert_eq!(intake.faults, []);
        intake.rows.remove(0).value.new.facts.place.raw().to_owned()
    };
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let bytes = [
        text.clone().into_bytes(),
        marked,
        WINDOWS_1252.encode(&text).0.into_owned(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ];
    for bytes in &bytes {
        assert_eq!(place_of(bytes), place);
    }
    // A fold in the middle of a letter of two bytes.
    let middle = text.find('ö').unwrap() + 1;
    let folded = [&text.as_bytes()[..middle], b"\r\n ", &text.as_bytes()[middle..]].concat();
    assert_eq!(place_of(&folded), place);
    let nul = event("DTSTART:20261210T123000Z\r\nDTEND:20261210T140000Z\r\nLOCATION:a\0b\u{1b}[31m");
    let intake = read_text(&nul);
    assert_eq!(intake.rows[0].value.new.facts.place.raw(), "a␀b\u{1b}[31m");
    assert_eq!(intake.remarks[0].reason, Reason::NulReplaced { count: 1 });
}

#[test]
fn a_large_or_endless_file_costs_bounded_work() {
    let broken = "BEGIN:VEVENT\n".repeat(200_000);
    let intake = read_text(&format!("BEGIN:VCALENDAR\n{broken}"));
    assert_eq!(
        (intake.faults.len(), intake.faults.last().map(|fault| fault.reason.code())),
        (1001, Some("too-many-broken-rows"))
    );
    let long = event(&format!("DTSTART:20261210T123000Z\r\nDURATION:PT1H\r\nDESCRIPTION:{}", "\r\n x;\":".repeat(1_000_000)));
    assert_eq!(read_text(&long).rows.len(), 1, "a long text is passed over");
    let large = vec![b'x'; FILE_LIMIT + 1];
    assert_eq!(meetings("x.ics", &large, &Context::embedded()).faults[0].reason.code(), "file-too-large");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0..SAMPLE.len()) {
        let context = Context::embedded();
        meetings("x.ics", &bytes, &context);
        let intake = meetings("x.ics", &[&SAMPLE[..cut], &bytes, &SAMPLE[cut..]].concat(), &context);
        prop_assert!(intake.rows.len() <= 3 * 200);
    }
}
