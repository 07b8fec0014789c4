//! What runs in a case stands in its file, by its safe end, for who may read the item; what is missing is the secretariat's.

use loket::{
    domain::{
        deadline::Deadline,
        ids::{OrganisationCode, SignalId},
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
    source.with_clocks(rows)
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
