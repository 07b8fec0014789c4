//! Commitments from a spreadsheet: what each column says, and what is refused.

use proptest::prelude::*;

use super::*;
use crate::domain::{arrangement::Closing, commitment::CommitmentSource, zone::read_date};

const SAMPLE: &[u8] = include_bytes!("../../tests/data/samples/toezeggingen.csv");

fn read(text: &str) -> Intake<CommitmentRow> {
    commitments("x.csv", text.as_bytes(), &Context::embedded())
}

/// Line, column and code of every fault.
fn faults(text: &str) -> Vec<(u64, String, &'static str)> {
    let told = |found: &Finding| (found.line.unwrap_or(0), found.column.clone().unwrap_or_default(), found.reason.code());
    read(text).faults.iter().map(told).collect()
}

#[test]
fn the_sample_is_read_whole() {
    let intake = commitments("toezeggingen.csv", SAMPLE, &Context::embedded());
    assert_eq!((intake.faults.as_slice(), intake.remarks.as_slice()), (&[][..], &[][..]));
    let [call, kept, by_reference, lapsed] = &intake.rows[..] else { panic!("{:#?}", intake.rows) };
    let (row, facts) = (&call.value, &call.value.facts);
    assert_eq!((call.line, row.signal.as_str(), facts.organisation.as_str()), (2, "1", "SVB"));
    assert_eq!(facts.text.raw(), "De SVB stopt de verrekening; tot het besluit op bezwaar.");
    assert_eq!((facts.person.raw(), facts.to.raw()), ("teamleider", "bewindvoerder"));
    assert_eq!(Some(facts.due.on), read_date("2026-12-14"));
    assert_eq!(facts.source, read_date("2026-11-20").map(|on| CommitmentSource::PhoneCall { on }));
    assert_eq!(kept.value.facts.evidence.raw(), "LET-46, 12-11-2026\nbetaalbewijs", "nothing written is lost");
    let closed = kept.value.closed.as_ref().unwrap();
    assert_eq!((closed.how, Some(closed.on)), (Closing::Keep, read_date("2026-11-19")));
    assert_eq!((by_reference.value.signal.as_str(), by_reference.value.closed.is_none()), ("kenmerk:HL-1", true));
    assert_eq!(by_reference.value.facts.evidence.raw(), "brief");
    let closed = lapsed.value.closed.as_ref().unwrap();
    assert_eq!((closed.how, closed.text.raw()), (Closing::Lapse, "cliënt is verhuisd"));
}

#[test]
fn english_columns_say_the_same() {
    let dutch = read("zaak;toezegging;organisatie;uiterlijk;stand;stand_op\n1;Bellen;SVB;2026-12-14;nagekomen;2026-11-20\n");
    let english = read("case,commitment,body,due,state,state on\n1,Bellen,SVB,14-12-2026,kept,20-11-2026\n");
    assert_eq!(english.faults, []);
    assert_eq!(english.rows, dutch.rows);
}

#[test]
fn every_fault_of_a_row_is_named_with_its_column() {
    let text = "zaak;kenmerk;toezegging;organisatie;uiterlijk;bron;toegezegd_op;stand;stand_op;bewijs\n\
        ;;;;;;;;;x\n\
        1;HL-1;x;UWW;31-02-2026;;2026-11-01;klaar;;\n\
        1;;x;SVB;2026-12-01;telefoon;;nagekomen;;\n\
        1;;x;SVB;2026-12-02;;;vervallen;2026-11-01;\n\
        1;;x;SVB;2026-12-03;;;;2026-11-01;\n\
        1;;goed;SVB;2026-12-04;;;;;\n";
    let named: Vec<(u64, String, &str)> = faults(text);
    let expected = [
        (2, "toezegging", "required"),
        (2, "organisatie", "required"),
        (2, "uiterlijk", "required"),
        (2, "zaak", "one-required"),
        (3, "kenmerk", "one-only"),
        (3, "uiterlijk", "not-a-date"),
        (3, "organisatie", "unknown-organisation"),
        (3, "toegezegd_op", "without-column"),
        (3, "stand", "unknown-word"),
        (4, "toegezegd_op", "required"),
        (4, "stand_op", "required"),
        (5, "bewijs", "required"),
        (6, "stand_op", "without-column"),
    ];
    assert_eq!(named, expected.map(|(line, column, code)| (line, column.to_owned(), code)));
    assert_eq!(read(text).rows.len(), 1, "the good row stands");
}

#[test]
fn a_column_that_is_nearly_right_is_named_and_another_file_is_told() {
    let intake = read("zaak;toezegging;organisatie;uiterlijk;bewijss\n1;x;SVB;2026-12-01;brief\n");
    assert!(matches!(&intake.remarks[0].reason, Reason::UnknownColumn { near: Some(near), .. } if near == "bewijs"));
    assert_eq!(faults("zaak;toezegging;organisatie\n1;x;SVB\n")[0].2, "missing-column");
    assert_eq!(faults("ontvangen_op;kanaal;titel\n2026-11-16;form;x\n")[0].2, "other-file");
}

#[test]
fn a_row_is_told_by_what_was_promised_not_by_its_state() {
    let with = |due: &str, state: &str| {
        let text = format!("zaak;toezegging;organisatie;uiterlijk;stand;stand_op\n1;Bellen;SVB;{due};{state}\n");
        read(&text).rows.remove(0).value.imported_from
    };
    assert_eq!(with("2026-12-14", ";"), with("14-12-2026", "nagekomen;2026-11-20"));
    assert_ne!(with("2026-12-14", ";"), with("2026-12-15", ";"));
    let twice =
        "zaak;toezegging;organisatie;uiterlijk;bewijs\n1;x;SVB;2026-12-01;\n1;x;SVB;2026-12-01;\n1;x;SVB;2026-12-01;brief\n";
    let intake = read(twice);
    assert_eq!((intake.rows.len(), intake.repeated.len()), (1, 1));
    assert_eq!(faults(twice), [(4, "toezegging".to_owned(), "reference-twice")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_bytes_break_it(bytes in proptest::collection::vec(any::<u8>(), 0..400), cut in 0..SAMPLE.len()) {
        let context = Context::embedded();
        let hostile = [&SAMPLE[..cut], &bytes, &SAMPLE[cut..]].concat();
        for bytes in [&bytes, &hostile] {
            let intake = commitments("x.csv", bytes, &context);
            prop_assert!(intake.rows.iter().all(|row| row.line > 1));
        }
    }
}
