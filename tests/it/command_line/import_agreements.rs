//! Commitments from a spreadsheet and meetings from a calendar go in once; what cannot is named, and holds nothing else up.

use loket::api::problem::exit;
use serde_json::Value;

use super::{Ended, Shell, file, lite, sample};

/// Line, column and code of everything refused.
fn refused(ended: &Ended) -> Vec<(u64, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let report = ended.json();
    let rows = report["refused"].as_array().into_iter().flatten();
    rows.map(|told| (told["line"].as_u64().unwrap_or(0), text(&told["column"]), text(&told["code"]))).collect()
}

async fn with_cases(desk: &Shell) {
    desk.run(&["signal", "create", "--title", "Ontruiming, SVB"]).await.is(exit::DONE);
    let text = "kenmerk_extern;ontvangen_op;kanaal;titel\nHL-1;2026-11-16;form;Toeslagen\n";
    desk.pipe(&["signal", "import", "-"], text).await.is(exit::DONE);
}

#[tokio::test(flavor = "multi_thread")]
async fn commitments_go_in_once_with_their_state() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    with_cases(&desk).await;
    let path = sample("toezeggingen.csv");
    let tried = desk.run(&["commitment", "import", &path, "--dry-run"]).await.is(exit::DONE);
    assert!(tried.stdout.contains(":2: 1 · SVB · De SVB stopt de verrekening"), "{}", tried.stdout);
    desk.run(&["commitment", "list"]).await.is(exit::NOTHING);
    let first = desk.run(&["commitment", "import", &path]).await.is(exit::DONE);
    assert_eq!(first.stdout, "4 nieuw, 0 ongewijzigd, 0 geweigerd\n");
    let all = desk.run(&["commitment", "list", "--all", "--json"]).await.is(exit::DONE).json();
    let rows: Vec<(&str, &str, &str)> = all["items"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| (row["on"].as_str().unwrap(), row["state"].as_str().unwrap(), row["signalNumber"].as_str().unwrap()))
        .collect();
    let expected = [
        ("2026-11-20", "kept", "S-2026-00001"),
        ("2026-12-01", "cancelled", "S-2026-00001"),
        ("2026-12-14", "open", "S-2026-00001"),
        ("2027-02-01", "open", "S-2026-00002"),
    ];
    assert_eq!(rows, expected);
    let again = desk.run(&["commitment", "import", &path]).await.is(exit::DONE);
    assert_eq!(again.stdout, "0 nieuw, 4 ongewijzigd, 0 geweigerd\n");
    let same = desk.run(&["commitment", "list", "--all", "--json"]).await.is(exit::DONE).json();
    assert_eq!(same, all, "nothing changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_corrected_or_opened_again_in_loket_stays_so() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    with_cases(&desk).await;
    let header = "zaak;toezegging;organisatie;uiterlijk;stand;stand_op\n";
    let open = format!("{header}1;Bellen;SVB;2026-12-14;;\n");
    let kept = format!("{header}S-2026-00001;Bellen;SVB;14-12-2026;nagekomen;2026-11-20\n");
    desk.pipe(&["commitment", "import", "-"], &open).await.is(exit::DONE);
    let ended = desk.pipe(&["commitment", "import", "-"], &kept).await.is(exit::DONE);
    assert_eq!(ended.stdout, "0 nieuw, 1 bijgewerkt, 0 ongewijzigd, 0 geweigerd\n", "kept since");
    let all = desk.run(&["commitment", "list", "--all", "--json"]).await.is(exit::DONE).json();
    let id = all["items"][0]["id"].as_str().unwrap().to_owned();
    desk.run(&["commitment", "reopen", &id, "--reason", "vergissing"]).await.is(exit::DONE);
    desk.run(&["commitment", "change", &id, "--due", "2026-12-18"]).await.is(exit::DONE);
    let ended = desk.pipe(&["commitment", "import", "-"], &kept).await.is(exit::DONE);
    assert_eq!(ended.stdout, "0 nieuw, 1 ongewijzigd, 0 geweigerd\n");
    let now = desk.run(&["commitment", "list", "--json"]).await.is(exit::DONE).json();
    assert_eq!((&now["items"][0]["on"], now["items"].as_array().map(Vec::len)), (&"2026-12-18".into(), Some(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_fails_names_line_and_column_and_holds_nothing_up() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    with_cases(&desk).await;
    let text = "zaak;kenmerk;toezegging;organisatie;uiterlijk;bron;toegezegd_op;stand;stand_op;bewijs\n\
        99;;Geen zaak;SVB;2026-12-14;;;;;\n\
        ;HL-9;Geen kenmerk;SVB;2026-12-14;;;;;\n\
        1;;BSN 999990019;SVB;2026-12-14;;;;;\n\
        1;;Morgen beloofd;SVB;2026-12-14;telefoon;2027-01-02;;;\n\
        1;;Morgen nagekomen;SVB;2026-12-14;;;nagekomen;2027-01-02;\n\
        1;;Onbekend;UWW;2026-12-14;;;;;\n\
        1;;Goed;SVB;2026-12-14;;;;;\n";
    let ended = desk.pipe(&["commitment", "import", "-", "--json"], text).await.is(exit::INPUT);
    let named = refused(&ended);
    let expected = [
        (7, "organisatie", "unknown-organisation"),
        (2, "zaak", "unknown-case"),
        (3, "zaak", "unknown-case"),
        (4, "toezegging", "bsn"),
        (5, "", "in-the-future"),
        (6, "", "in-the-future"),
    ];
    assert_eq!(named, expected.map(|(line, column, code)| (line, column.to_owned(), code.to_owned())));
    assert_eq!(ended.json()["created"], 1);
    let plain = desk.pipe(&["commitment", "import", "-"], text).await.is(exit::INPUT);
    assert!(plain.stderr.contains("Geef het nummer van het signaal in zaak"), "{}", plain.stderr);
    assert!(plain.stderr.contains("De toezegging staat er wel in, maar is nog open."), "{}", plain.stderr);
    assert!(plain.stderr.contains("(UWV)"), "{}", plain.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn meetings_go_in_once_and_a_concept_follows_its_calendar() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let path = sample("bijeenkomsten.ics");
    let tried = desk.run(&["meeting", "import", &path, "--dry-run"]).await.is(exit::DONE);
    assert!(tried.stdout.contains(":13: 10-12-2026 13:30 · Landelijk Escalatieteam, december"), "{}", tried.stdout);
    let told = "\"Maandelijks vooroverleg\" keert terug: 25 bijeenkomsten, de laatste op 01-12-2028.";
    assert!(tried.stderr.contains(told) && tried.stderr.contains("gaat daarna door"), "{}", tried.stderr);
    let first = desk.run(&["meeting", "import", &path]).await.is(exit::DONE);
    assert_eq!(first.stdout, "27 nieuw, 0 ongewijzigd, 0 geweigerd\n");
    let again = desk.run(&["meeting", "import", &path, "--json"]).await.is(exit::DONE).json();
    assert_eq!((&again["created"], &again["unchanged"]), (&0.into(), &27.into()));
    let list = desk.run(&["meeting", "list", "--json"]).await.is(exit::DONE).json();
    assert_eq!(list["items"].as_array().map(Vec::len), Some(27));

    // The calendar moves both; the second one has another place by hand, and then another time as well.
    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(&path).expect("the sample");
    let moved = text.replace("20261210T", "20261211T").replace("20270114T133000", "20270115T133000");
    let moved = file(&folder, "moved.ics", &moved);
    desk.run(&["meeting", "change", "LET-2", "--place", "Utrecht"]).await.is(exit::DONE);
    let ended = desk.run(&["meeting", "import", &moved]).await.is(exit::DONE);
    assert_eq!(ended.stdout, "0 nieuw, 2 bijgewerkt, 25 ongewijzigd, 0 geweigerd\n");
    let second = desk.run(&["meeting", "show", "LET-2", "--json"]).await.is(exit::DONE).json();
    assert_eq!(second["item"]["facts"]["place"], "Utrecht", "what was typed here stays");
    assert_eq!(second["item"]["facts"]["slots"][0]["startsAt"], "2027-01-15T12:30:00Z");
    assert_eq!(second["item"]["importedFrom"]["source"]["reference"], "let-51@voorbeeld.nl");
    desk.run(&["meeting", "change", "LET-2", "--slot", "2027-01-20 10:00-11:00"]).await.is(exit::DONE);
    let ended = desk.run(&["meeting", "import", &path, "--json"]).await.is(exit::DONE);
    let report = ended.json();
    assert_eq!((&report["updated"], &report["unchanged"]), (&1.into(), &26.into()));
    let left = report["remarks"].as_array().unwrap().iter().find(|remark| remark["code"] == "left");
    assert_eq!(left.map(|remark| &remark["line"]), Some(&28.into()), "{report:#}");
    let kept = desk.run(&["meeting", "show", "LET-2", "--json"]).await.is(exit::DONE).json();
    assert_eq!(kept["item"]["facts"]["slots"][0]["startsAt"], "2027-01-20T09:00:00Z");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_that_moved_in_its_calendar_names_what_it_left_behind() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    let folder = tempfile::tempdir().expect("a folder");
    let series = |times: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:reeks@voorbeeld.nl\r\nSUMMARY:Overleg\r\n{times}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    let weekly = "DTSTART:20281201T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3";
    let first = desk.run(&["meeting", "import", &file(&folder, "a.ics", &series(weekly))]).await.is(exit::DONE);
    assert!(!first.stderr.contains("Niet meer in de agenda"), "{}", first.stderr);
    let without = format!("{weekly}\r\nEXDATE:20281208T090000Z");
    let second = desk.run(&["meeting", "import", &file(&folder, "b.ics", &series(&without))]).await.is(exit::DONE);
    assert!(second.stderr.contains("Niet meer in de agenda: LET-2."), "{}", second.stderr);
    let later = series(weekly).replace("T090000Z", "T100000Z");
    let third = desk.run(&["meeting", "import", &file(&folder, "c.ics", &later)]).await.is(exit::DONE);
    assert!(third.stderr.contains("Niet meer in de agenda: LET-1, LET-2, LET-3."), "{}", third.stderr);
}
