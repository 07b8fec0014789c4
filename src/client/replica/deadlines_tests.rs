//! Tests of the rows of the board: what is written is read, in few bytes.

use super::*;

#[test]
fn a_row_stays_small_and_reads_as_it_was_written() {
    assert!(size_of::<PackedDeadline>() <= 56);
    let row: Deadline = serde_json::from_value(serde_json::json!({
        "id": "018f0000-0000-7000-8000-000000000000", "kind": "time_out", "signal": "018f0000-0000-7000-8000-000000000001",
        "signalNumber": "S-2026-00421", "title": "Ontruiming", "label": "terugvordering", "body": "UWV", "ground": "toezegging",
        "safeEnd": "2026-11-23", "end": "2026-12-22", "alarmOn": "2026-11-23", "rule": "awb-6-7", "article": "Awb 6:7",
        "timeOut": "018f0000-0000-7000-8000-000000000002", "state": "extended",
        "confirmation": "018f0000-0000-7000-8000-000000000003", "proposedUntil": "2026-11-30", "uncertain": true,
        "provisional": false, "standsStill": {"from": "2026-10-26", "until": "2026-11-24"}, "at": "10:30"
    }))
    .unwrap();
    let mut deadlines = Deadlines::default();
    let at = deadlines.upsert(&row, &Names::default()).unwrap();
    let read = deadlines.get(at).unwrap();
    assert_eq!((read.id(), read.kind(), read.signal(), read.signal_number()), (row.id, row.kind, row.signal, row.signal_number));
    assert_eq!((read.safe_end(), read.end(), read.alarm_on()), (row.safe_end, row.end, row.alarm_on));
    assert_eq!((read.label(), read.article(), read.rule(), read.body()), ("terugvordering", "Awb 6:7", "awb-6-7", Some("UWV")));
    assert_eq!((read.ground(), read.is_uncertain(), read.is_provisional()), (row.ground, true, false));
    assert_eq!((read.time_out(), read.confirmation()), (row.time_out, row.confirmation));
    assert_eq!((read.clock(), read.at()), (row.clock(), row.at));
    assert!(row.at.is_some());
    let bare =
        Deadline { time_out: None, state: None, confirmation: None, proposed_until: None, stands_still: None, at: None, ..row };
    deadlines.upsert(&bare, &Names::default()).unwrap();
    let read = deadlines.get(at).unwrap();
    assert_eq!((deadlines.len(), read.clock(), read.time_out(), read.confirmation()), (1, bare.clock(), None, None));
    assert_eq!(read.at(), None);
}

#[test]
fn a_time_out_that_ended_is_found_by_no_question_and_any_other_row_is_gone() {
    let row = |number: u128, kind: &str| -> Deadline {
        serde_json::from_value(serde_json::json!({
            "id": Uuid::from_u128(number), "kind": kind, "signal": Uuid::from_u128(9), "signalNumber": "S-2026-00421", "title": "",
            "label": "x", "safeEnd": "2026-11-23", "end": "2026-11-23", "alarmOn": "2026-11-23", "article": "",
            "timeOut": Uuid::from_u128(7), "state": "running", "uncertain": false, "provisional": false
        }))
        .unwrap()
    };
    let mut deadlines = Deadlines::default();
    for (number, kind) in [(1, "time_out"), (2, "threat")] {
        deadlines.upsert(&row(number, kind), &Names::default()).unwrap();
    }
    for number in [1, 2] {
        assert!(deadlines.remove(*Uuid::from_u128(number).as_bytes()));
        assert!(!deadlines.remove(*Uuid::from_u128(number).as_bytes()), "once");
        assert_eq!(deadlines.find(DeadlineId(Uuid::from_u128(number))), None);
    }
    let kept = deadlines.find_any(DeadlineId(Uuid::from_u128(1))).and_then(|at| deadlines.get(at)).unwrap();
    assert!(kept.is_over() && kept.time_out().is_some());
    assert_eq!(deadlines.find_any(DeadlineId(Uuid::from_u128(2))), None);
    assert_eq!(deadlines.due("2026-11-23".parse().unwrap()), crate::client::replica::Due::default());
    // It begins again, as when taking it back.
    deadlines.upsert(&row(1, "time_out"), &Names::default()).unwrap();
    assert!(deadlines.find(DeadlineId(Uuid::from_u128(1))).is_some());
}
