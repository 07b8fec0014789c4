//! The same table in every encoding, delimiter, newline and column order; and tables with something wrong.

use encoding_rs::WINDOWS_1252;
use proptest::prelude::*;

use super::*;

const HEADER: [&str; 8] =
    ["kenmerk_extern", "ontvangen_op", "kanaal", "melder_naam", "gemeente", "titel", "toelichting", "instanties"];

fn cell(text: &str, delimiter: char) -> String {
    if text.contains([delimiter, '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn table(rows: &[Vec<&str>], delimiter: char, newline: &str) -> String {
    let line = |row: &Vec<&str>| row.iter().map(|text| cell(text, delimiter)).collect::<Vec<_>>().join(&delimiter.to_string());
    rows.iter().map(|row| line(row) + newline).collect()
}

fn encodings(text: &str) -> Vec<Vec<u8>> {
    let wide = |order: fn(u16) -> [u8; 2], mark: bool| {
        mark.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(order).collect::<Vec<u8>>()
    };
    vec![
        text.into(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        WINDOWS_1252.encode(text).0.into_owned(),
        wide(u16::to_le_bytes, true),
        wide(u16::to_be_bytes, true),
        wide(u16::to_le_bytes, false),
        wide(u16::to_be_bytes, false),
    ]
}

#[test]
fn every_encoding_delimiter_newline_and_order_gives_the_same_rows() {
    let context = Context::embedded();
    let account = "Regel één; twee, \"drie\"\nen\tvier";
    let mut rows = vec![
        HEADER.to_vec(),
        vec!["K-1", "16-11-2026 09:12", "telefoon", "H. Çelik", "Súdwest-Fryslân", "Coördinatie € 5", account, "SVB; DT"],
        vec!["K-2", "2026-11-16", "E-MAIL", "J. Łukas", "1900", "Tweede", "kort", ""],
    ];
    rows[2][3] = "J. Lukas";
    let mut seen = 0;
    for reversed in [false, true] {
        if reversed {
            rows.iter_mut().for_each(|row| row.reverse());
        }
        for delimiter in [';', ',', '\t'] {
            for newline in ["\n", "\r\n", "\r"] {
                for bytes in encodings(&table(&rows, delimiter, newline)) {
                    let intake = signals("x.csv", &bytes, &context);
                    let shown = format!("{delimiter:?} {newline:?} {:x?}", &bytes[..8]);
                    assert_eq!((&intake.faults[..], &intake.remarks[..]), (&[][..], &[][..]), "{shown}");
                    assert_eq!(intake.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4], "{shown}");
                    let facts = &intake.rows[0].value.facts;
                    assert_eq!(facts.reporter.name.raw(), "H. Çelik", "{shown}");
                    assert_eq!((facts.title.raw(), facts.account.raw()), ("Coördinatie € 5", account), "{shown}");
                    assert_eq!(facts.municipality, intake.rows[1].value.facts.municipality);
                    seen += 1;
                }
            }
        }
    }
    assert_eq!(seen, 2 * 3 * 3 * 7);
}

/// Line, column and code of every fault.
fn faults(text: &str) -> Vec<(u64, String, &'static str)> {
    let intake = signals("x.csv", text.as_bytes(), &Context::embedded());
    intake.faults.iter().map(|f| (f.line.unwrap_or(0), f.column.clone().unwrap_or_default(), f.reason.code())).collect()
}

fn fault(line: u64, column: &str, code: &'static str) -> (u64, String, &'static str) {
    (line, column.into(), code)
}

#[test]
fn every_fault_of_a_row_is_named_and_good_rows_go_in() {
    let text = "kenmerk_extern;ontvangen_op;kanaal;gemeente;titel;toelichting;leefgebieden;instanties;gebeurtenis;gebeurtenis_datum;besluit_organisatie;besluit_kenmerk;besluit_bekend_op;urgentie\n\
        K-1;16-11-2026;telefoon;0344;Goed;\"een\ntwee\";huisvesting;SVB;;;;;;hoog\n\
        K-2;30-02-2026;postduif;Bergen;;;huisvestng, fietsen;SVC;;2026-12-01;;X;;spoed\n\
        K-3;2026-03-29 02:30;mail;Nergenshuizen;Titel;;;;;;;;2026-13-01;\n\
        K-4;16-11-2026;let;;Kort\n\
        K-5;16-11-2026;form;;Goed;;;;;;;;;\n";
    assert_eq!(
        faults(text),
        [
            fault(4, "titel", "required"),
            fault(4, "ontvangen_op", "not-a-moment"),
            fault(4, "kanaal", "unknown-word"),
            fault(4, "gemeente", "ambiguous-municipality"),
            fault(4, "leefgebieden", "unknown-word"),
            fault(4, "leefgebieden", "unknown-word"),
            fault(4, "instanties", "unknown-organisation"),
            fault(4, "gebeurtenis_datum", "without-column"),
            fault(4, "besluit_kenmerk", "without-column"),
            fault(4, "urgentie", "unknown-word"),
            fault(5, "ontvangen_op", "not-a-moment"),
            fault(5, "gemeente", "unknown-municipality"),
            fault(5, "besluit_bekend_op", "not-a-date"),
            fault(5, "besluit_bekend_op", "without-column"),
            fault(6, "", "cell-count"),
        ]
    );
    let intake = signals("x.csv", text.as_bytes(), &Context::embedded());
    assert_eq!(intake.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 7]);
    let bergen = intake.faults.iter().find(|f| f.reason.code() == "ambiguous-municipality").map(|f| f.reason.clone());
    let candidates = vec!["Bergen (NH.) (0373)".to_owned(), "Bergen (L.) (0893)".to_owned()];
    assert_eq!(bergen, Some(Reason::AmbiguousMunicipality { value: "Bergen".into(), candidates }));
    let near = intake.faults.iter().find_map(|f| match &f.reason {
        Reason::UnknownWord { value, near, .. } if value == "huisvestng" => near.clone(),
        _ => None,
    });
    assert_eq!(near.as_deref(), Some("huisvesting"));
}

#[test]
fn columns_that_are_missing_unknown_or_double() {
    assert_eq!(faults("titel;kanal\nx;y\n"), [fault(1, "", "missing-column")]);
    assert_eq!(faults("titel;Titel;kanaal;ontvangen_op\nx;y;form;2026-01-01\n"), [fault(1, "", "column-twice")]);
    assert_eq!(faults(""), [fault(0, "", "empty")]);
    assert_eq!(faults("organisatie;naam;telefoon;mandaat\nSVB;x;1;geen\n"), [fault(1, "", "other-file")]);
    let text = "titel;kanaal;ontvangen op;gemente;notitie\nx;form;2026-01-01;Breda;y\nz;form;2026-01-01;Breda;y\n";
    let intake = signals("x.csv", text.as_bytes(), &Context::embedded());
    assert_eq!(intake.rows.len(), 2);
    let unknown = |name: &str, near: Option<&str>| {
        Finding::new(1, None, Reason::UnknownColumn { name: name.into(), near: near.map(Into::into) })
    };
    assert_eq!(intake.remarks, [unknown("gemente", Some("gemeente")), unknown("notitie", None)]);
}

#[test]
fn the_same_reference_twice_in_one_file() {
    let text = "kenmerk_extern;titel;kanaal;ontvangen_op\nK;x;form;2026-01-01\nK;x;form;2026-01-01\nK;y;form;2026-01-01\n";
    let intake = signals("x.csv", text.as_bytes(), &Context::embedded());
    assert_eq!((intake.rows.len(), intake.repeated.len(), intake.faults.len()), (1, 1, 1));
    assert_eq!(intake.faults[0], Finding::new(4, Some("kenmerk_extern"), Reason::ReferenceTwice { line: 2 }));
    let officers = "organisatie;naam;telefoon;mandaat\nSVB;A;112;geen\nsvb;a;113;geen\n";
    let intake = register("x.csv", officers.as_bytes(), &Context::embedded());
    assert_eq!((intake.rows.len(), intake.faults[0].line), (1, Some(3)));
}

#[test]
fn the_register_knows_organisations_by_name_abbreviation_and_code() {
    let text = "organisatie,cbs_code,naam,telefoon,mandaat,gemeenten,budget\n\
        UWV,,A,112,Decide,,\n\
        ,893,B,112,geen,0893 0373,1.000\n\
        Bergen,0893,C,112,geen,Bergen (L.); Breda,\"1000,00\"\n\
        Gemeente Breda,0344,D,112,geen,,\n\
        Bergen,,E,112,geen,,\n\
        ,,F,112,geen,,10.5\n\
        SVB,,,112,geen,,\n\
        SVB,,G,,geen,,\n";
    let intake = register("x.csv", text.as_bytes(), &Context::embedded());
    let codes: Vec<&str> = intake.rows.iter().map(|row| row.value.facts.organisation.as_str()).collect();
    assert_eq!(codes, ["UWV", "GM0893", "GM0893"]);
    assert_eq!(intake.rows[2].value.facts.budget_euros, Some(1000));
    let found: Vec<_> = intake.faults.iter().map(|f| (f.line.unwrap_or(0), f.reason.code())).collect();
    assert_eq!(
        found,
        [
            (5, "organisations-differ"),
            (6, "unknown-organisation"),
            (7, "required"),
            (7, "not-euros"),
            (8, "one-required"),
            (9, "one-required")
        ]
    );
}

#[test]
fn json_has_the_same_columns() {
    let text = "[\n {\"kenmerk_extern\":\"K-1\",\"ontvangen_op\":\"2026-11-16\",\"kanaal\":\"form\",\"titel\":\"Één\",\"gemeente\":344,\n  \"instanties\":[\"SVB\",\"DT\"],\"leeftijd\":4},\n {\"titel\":\"zonder kanaal\"},\n {\"titel\":\"\\ud800\"},\n 5,\n {\"titel\":true,\"kanaal\":\"form\",\"ontvangen_op\":\"2026-11-16\"}\n]";
    let intake = signals("x.json", text.as_bytes(), &Context::embedded());
    assert_eq!(intake.rows.len(), 1);
    assert_eq!(intake.rows[0].value.facts.bodies.len(), 2);
    let found: Vec<_> = intake.faults.iter().map(|f| (f.line.unwrap_or(0), f.reason.code())).collect();
    assert_eq!(found, [(4, "missing-column"), (5, "broken-json"), (6, "not-an-object"), (7, "not-text")]);
    assert_eq!(intake.remarks.iter().map(|r| r.reason.code()).collect::<Vec<_>>(), ["unknown-column"]);
}

#[test]
fn attack_texts_are_kept_as_sent() {
    let context = Context::embedded();
    for attack in [
        "\u{1b}]52;c;QUJD\u{7}",
        "\u{1b}[2J",
        "\u{1b}[?1049l",
        "\u{1b}]52;c;AAAA",
        "\u{9b}2J",
        "\u{1b}[6n\u{1b}[c",
        "a\rb",
        "\u{202e}\u{2066}\u{200b}\u{ad}\u{feff}\u{e0041}",
        "\n\nid: 9999999\nevent: reset\n",
        "=cmd|'/C calc'!A0",
        "../../.ssh/authorized_keys",
        "\"",
    ] {
        let rows = [HEADER.to_vec(), vec!["K", "2026-11-16", "form", attack, "", attack, attack, ""]];
        let intake = signals("x.csv", table(&rows, ';', "\r\n").as_bytes(), &context);
        let facts = &intake.rows.first().unwrap_or_else(|| panic!("{attack:?} {:?}", intake.faults)).value.facts;
        assert_eq!((facts.title.raw(), facts.account.raw(), facts.reporter.name.raw()), (attack, attack, attack));
    }
    let rows = [HEADER.to_vec(), vec!["K", "2026-11-16", "form", "", "", "a\0b", "", ""]];
    let intake = signals("x.csv", table(&rows, ';', "\n").as_bytes(), &context);
    assert_eq!(intake.rows[0].value.facts.title.raw(), "a␀b");
    assert_eq!(intake.remarks, [Finding::new(2, Some("titel"), Reason::NulReplaced { count: 1 })]);
    let long = "x".repeat(1 << 20);
    let rows = [HEADER.to_vec(), vec!["K", "2026-11-16", "form", "", "", &long, "", ""]];
    assert_eq!(faults(&table(&rows, ';', "\n")).len(), 1);
    assert_eq!(faults(&table(&rows, ';', "\n"))[0], fault(2, "", "row-too-large"));
    let rows = [HEADER.to_vec(), vec!["K", "2026-11-16", "form", "", "", &long[..201], "", ""]];
    assert_eq!(faults(&table(&rows, ';', "\n")), [fault(2, "titel", "too-long")]);
    let signs = "\u{1b}".repeat(90_000);
    let rows = [HEADER.to_vec(), vec!["K", "2026-11-16", "form", "", "", "x", &signs, ""]];
    assert_eq!(faults(&table(&rows, ';', "\n")), [fault(2, "", "row-too-large")]);
    assert_eq!(faults("PK\u{3}\u{4}xl/workbook.xml"), [fault(0, "", "other-format")]);
    let dates = "titel;kanaal;ontvangen_op;gebeurtenis;gebeurtenis_datum\nx;form;2026-10-25 02:30;a;9999-12-31\ny;form;2026-03-29 02:30;a;2026-02-30\n";
    assert_eq!(
        faults(dates),
        [
            fault(2, "gebeurtenis_datum", "out-of-range"),
            fault(3, "ontvangen_op", "not-a-moment"),
            fault(3, "gebeurtenis_datum", "not-a-date")
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..800)) {
        let context = CONTEXT.with(std::rc::Rc::clone);
        for name in ["x.csv", "x.json", "x.eml", "x"] {
            signals(name, &bytes, &context);
            register(name, &bytes, &context);
        }
    }

    #[test]
    fn arbitrary_cells_come_through_unchanged(cells in proptest::collection::vec(".{0,40}", 2), delimiter in prop::sample::select(vec![';', ',', '\t'])) {
        let context = CONTEXT.with(std::rc::Rc::clone);
        let (title, account) = (format!("t{}", cells[0].replace('\0', "")), format!("a{}", cells[1].replace('\0', "")));
        let rows = [HEADER.to_vec(), vec!["K", "2026-11-16", "form", "", "", &title, &account, ""]];
        let intake = signals("x.csv", table(&rows, delimiter, "\n").as_bytes(), &context);
        prop_assert_eq!(&intake.faults, &vec![]);
        let facts = &intake.rows[0].value.facts;
        prop_assert_eq!((facts.title.raw(), facts.account.raw()), (title.as_str(), account.as_str()));
    }
}

thread_local! {
    static CONTEXT: std::rc::Rc<Context> = std::rc::Rc::new(Context::embedded());
}
