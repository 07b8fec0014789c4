//! What runs in a case stands in its file, by its safe end, for who may read the item; what is missing is the secretariat's.

use loket::{
    domain::{
        deadline::Deadline,
        ids::{DeadlineId, OrganisationCode, SignalId},
    },
    export::agenda::{Paper, PaperFormat, Reader, Source},
};
use serde_json::{Value, json};

use super::{
    sample::{self, Asked, item_id},
    text,
};

fn clock(signal: SignalId, kind: &str, more: &Value) -> Deadline {
    let mut row = json!({
        "id": "018f0000-0000-7000-8000-000000000000", "kind": kind, "signal": signal, "signalNumber": "S-2026-04001", "title": "x",
        "label": format!("{kind} canary"), "body": "CAK", "safeEnd": "2026-12-01", "end": "2026-12-12", "alarmOn": "2026-12-01",
        "article": "Awb 6:7", "uncertain": true, "provisional": false
    });
    for (field, value) in more.as_object().unwrap() {
        row[field] = value.clone();
    }
    serde_json::from_value(row).unwrap()
}

fn source() -> Source {
    let source = sample::fixed(&Asked { items: 4, people: 1, text: &|item, field| format!("{field} {item}") }, 1);
    let of = |item: usize| source.edition.content.items[item - 1].item.signal.unwrap();
    let rows = vec![
        clock(of(1), "objection", &json!({})),
        clock(
            of(1),
            "threat",
            &json!({ "safeEnd": "2026-11-02", "end": "2026-11-02", "alarmOn": "2026-11-02", "uncertain": false }),
        ),
        clock(of(1), "norm", &json!({})),
        clock(of(1), "snooze", &json!({})),
        clock(of(1), "commitment", &json!({})),
        clock(of(2), "objection", &json!({ "label": "ander besluit" })),
    ];
    let rows: Vec<Deadline> =
        rows.into_iter().zip(1..).map(|(row, at)| Deadline { id: DeadlineId(uuid::Uuid::from_u128(at)), ..row }).collect();
    as_fixed_with(source, &rows)
}

/// What ran when it was fixed runs now.
fn as_fixed_with(mut source: Source, rows: &[Deadline]) -> Source {
    source.edition.clocks = rows.to_vec();
    source.with_clocks(rows.to_vec())
}

#[test]
fn of_what_changed_since_a_body_reads_that_it_did_and_no_word_but_its_own_days() {
    let source = source();
    let of_case = source.edition.content.items[0].item.signal.unwrap();
    let mut now = source.clocks.clone();
    for row in &mut now[..2] {
        row.label = format!("{} LATER", row.label.raw()).into();
        row.safe_end = "2026-12-24".parse().unwrap();
    }
    let new = json!({ "id": "018f0000-0000-7000-8000-0000000000ff", "label": "NIEUW", "body": "CAK", "safeEnd": "2027-01-09" });
    now.push(clock(of_case, "objection", &new));
    let source = source.with_clocks(now);
    let file = |reader: &Reader| text(&source, reader, Paper::Item(item_id(1)), PaperFormat::Markdown).replace('\\', "");
    let own = file(&Reader::Secretariat);
    assert!(own.contains("LATER") && own.contains("NIEUW") && own.contains("24-12-2026"), "{own}");
    let other = file(&Reader::Body(OrganisationCode("SVB".into())));
    for word in ["LATER", "NIEUW", "24-12-2026", "09-01-2027", "01-12-2026", "02-11-2026"] {
        assert!(!other.contains(word), "{word}: {other}");
    }
    assert_eq!(other.matches("gewijzigd na vaststelling, vraag het secretariaat").count(), 2, "{other}");
    assert!(other.contains("objection canary") && other.contains("threat canary"), "{other}");
    // The body whose terms they are knows the days, and not what was typed.
    let mut source = source.clone();
    for row in source.edition.clocks.iter_mut().chain(&mut source.clocks) {
        row.body = Some(OrganisationCode("SVB".into()));
    }
    let theirs = text(&source, &Reader::Body(OrganisationCode("SVB".into())), Paper::Item(item_id(1)), PaperFormat::Text);
    assert!(theirs.contains("24-12-2026") && theirs.contains("09-01-2027"), "{theirs}");
    assert!(!theirs.contains("LATER") && !theirs.contains("NIEUW"), "{theirs}");
}

#[test]
fn the_file_of_an_item_holds_what_runs_in_its_case() {
    let source = source();
    for reader in [Reader::Secretariat, Reader::Body(OrganisationCode("SVB".into()))] {
        let file = text(&source, &reader, Paper::Item(item_id(1)), PaperFormat::Markdown).replace('\\', "");
        for word in [
            "| bezwaartermijn: objection canary |",
            "di 01-12-2026 (onzeker)",
            "za 12-12-2026",
            "dreiging: threat canary",
            "Awb 6:7",
        ] {
            assert!(file.contains(word), "{word}: {file}");
        }
        assert!(file.find("threat canary") < file.find("objection canary"), "nearest first");
        for word in ["norm canary", "snooze canary", "commitment canary", "ander besluit"] {
            assert!(!file.contains(word), "{word}");
        }
    }
}

#[test]
fn what_is_missing_is_told_to_the_secretariat_alone() {
    let mut source = source();
    source.edition.content.items[0].item.facts.perspective = "".into();
    let file = |reader: &Reader| text(&source, reader, Paper::Item(item_id(1)), PaperFormat::Text);
    let own = file(&Reader::Secretariat);
    assert!(own.contains("Wat nog ontbreekt"), "{own}");
    assert!(!file(&Reader::Body(OrganisationCode("SVB".into()))).contains("ontbreekt"));
}
