//! What a delivery would do.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::*;
use crate::domain::check::Finding;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn facts(organisation: &str, name: &str, more: Value) -> OfficerFacts {
    let mut all =
        json!({ "organisation": organisation, "title": "regisseur", "name": name, "phone": "1", "mandate": "beslissen" });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(all).unwrap()
}

fn entry(id: u128, facts: OfficerFacts) -> Officer {
    Officer {
        id: OfficerId(uuid::Uuid::from_u128(id)),
        version: 1,
        changed_at: DateTime::UNIX_EPOCH,
        source: None,
        facts,
        verdict: Default::default(),
    }
}

fn content(full: &[&str], rows: Vec<OfficerFacts>) -> Content {
    Content {
        fields: FIELDS.map(str::to_owned).to_vec(),
        full: full.iter().map(|code| OrganisationCode((*code).into())).collect(),
        rows: rows.into_iter().zip(2..).map(|(facts, line)| DeliveredRow { line, facts }).collect(),
        ..Content::default()
    }
}

fn made(content: &Content, entries: &[Officer]) -> Diff {
    let check = |facts: &OfficerFacts| if facts.phone.is_blank() { vec![Finding::new("/phone", "required", "")] } else { vec![] };
    diff(content, entries, &Rules { today: day("2026-11-26"), check: &check })
}

fn told(diff: &Diff) -> Vec<(LineKind, Option<u64>, String)> {
    diff.steps.iter().map(|step| (step.line.kind, step.line.line, step.line.name.raw().to_owned())).collect()
}

#[test]
fn a_partial_delivery_ends_nobody_and_a_full_one_does() {
    let there =
        [entry(1, facts("UWV", "A", json!({}))), entry(2, facts("UWV", "B", json!({}))), entry(3, facts("SVB", "C", json!({})))];
    let rows = || vec![facts("UWV", "a ", json!({})), facts("UWV", "D", json!({}))];
    let partial = made(&content(&[], rows()), &there);
    // Case and blanks of a name are no other person, and are written as they came.
    assert_eq!(told(&partial), [(LineKind::Changed, Some(2), "a ".into()), (LineKind::New, Some(3), "D".into())]);
    let full = made(&content(&["UWV"], rows()), &there);
    assert_eq!((full.counts.new, full.counts.changed, full.counts.gone), (1, 1, 1));
}

#[test]
fn what_a_file_has_no_column_for_stays() {
    let there = [entry(1, facts("UWV", "A", json!({ "availability": "ma", "budgetEuros": 5, "mandateUntil": "2027-01-01" })))];
    let mut sent = content(&[], vec![facts("UWV", "A", json!({ "phone": "2" }))]);
    sent.fields.retain(|field| field != "budgetEuros");
    let diff = made(&sent, &there);
    let after = diff.steps[0].after.clone().unwrap();
    assert_eq!((after.phone.raw(), after.availability.raw(), after.budget_euros), ("2", "ma", Some(5)));
    assert_eq!(diff.steps[0].line.changes.len(), 1, "{:?}", diff.steps[0].line.changes);
}

#[test]
fn a_verification_is_never_put_back_in_time() {
    let there = [entry(1, facts("UWV", "A", json!({ "verifiedOn": "2026-11-01" })))];
    let older = made(&content(&[], vec![facts("UWV", "A", json!({ "verifiedOn": "2026-01-01" }))]), &there);
    assert_eq!((older.counts.unchanged, older.counts.changed), (1, 0));
    let newer = made(&content(&[], vec![facts("UWV", "A", json!({ "verifiedOn": "2026-11-20" }))]), &there);
    assert_eq!(newer.steps[0].after.as_ref().unwrap().verified_on, Some(day("2026-11-20")));
}

#[test]
fn whom_a_wrong_line_is_about_has_not_ended() {
    let there =
        [entry(1, facts("UWV", "A", json!({}))), entry(2, facts("UWV", "B", json!({}))), entry(3, facts("SVB", "C", json!({})))];
    let mut sent = content(&["UWV", "SVB"], vec![facts("UWV", "A", json!({ "phone": "" }))]);
    // Of another line the organisation could not be read.
    sent.faults.push(LineFault { line: 9, title: "regisseur".into(), name: "C".into(), ..LineFault::default() });
    let diff = made(&sent, &there);
    assert_eq!((diff.counts.errors, diff.counts.gone, diff.vanished.len()), (2, 1, 0), "{:?}", told(&diff));
    assert_eq!(diff.steps[2].line.name.raw(), "B");
    assert_eq!(diff.counts.held, 0);
    // A line of which nobody can tell whom it is about holds back every ending.
    sent.faults.push(LineFault { line: 10, ..LineFault::default() });
    let diff = made(&sent, &there);
    assert_eq!((diff.counts.gone, diff.counts.held), (0, 1), "{:?}", told(&diff));
}

#[test]
fn an_organisation_of_which_nobody_is_left_is_told_apart() {
    let there = [
        entry(1, facts("UWV", "A", json!({}))),
        entry(2, facts("UWV", "B", json!({ "validTo": "2026-01-01" }))),
        entry(3, facts("SVB", "C", json!({}))),
    ];
    let mut sent = content(&[], vec![facts("SVB", "C", json!({}))]);
    sent.full_all = true;
    let diff = made(&sent, &there);
    assert_eq!(
        diff.vanished,
        [Vanished { organisation: OrganisationCode("UWV".into()), entries: 1 }],
        "who ended already does not end again"
    );
    let after = diff.steps[0].after.clone().unwrap();
    assert_eq!(after.valid_to, Some(day("2026-11-25")));
}

#[test]
fn one_identity_twice_is_an_error_and_not_a_guess() {
    let there = [entry(1, facts("UWV", "A", json!({}))), entry(2, facts("UWV", "A", json!({ "phone": "9" })))];
    let diff = made(&content(&["UWV"], vec![facts("UWV", "A", json!({ "phone": "3" }))]), &there);
    assert_eq!((diff.counts.errors, diff.counts.changed, diff.counts.gone), (1, 0, 0));
    let twice = vec![facts("SVB", "X", json!({})), facts("SVB", "X", json!({ "phone": "3" })), facts("SVB", "X", json!({}))];
    let diff = made(&content(&[], twice), &[]);
    assert_eq!((diff.counts.new, diff.counts.errors), (1, 1));
}

#[test]
fn municipalities_go_on_in_another_one() {
    let there = [
        entry(1, facts("GM0501", "A", json!({ "municipalities": ["0501"], "verifiedOn": "2026-11-01" }))),
        entry(2, facts("GM0614", "B", json!({ "municipalities": ["0614"] }))),
        entry(3, facts("SVB", "C", json!({ "municipalities": ["0501", "0614", "0530", "0344"] }))),
    ];
    let merger =
        Merger { from: vec![MunicipalityCode(501), MunicipalityCode(530)], into: MunicipalityCode(614), on: day("2027-01-01") };
    let diff = made(&Content { merger: Some(merger), ..Content::default() }, &there);
    assert_eq!(diff.counts.changed, 2);
    let moved = diff.steps[0].after.clone().unwrap();
    assert_eq!((moved.organisation.as_str(), moved.verified_on), ("GM0614", Some(day("2026-11-01"))));
    assert_eq!(diff.steps[1].after.clone().unwrap().municipalities, [MunicipalityCode(614), MunicipalityCode(344)]);
}

#[test]
fn undoing_leaves_alone_what_was_changed_since() {
    let before = entry(1, facts("UWV", "A", json!({})));
    let after = facts("UWV", "A", json!({ "phone": "+31 85 555 0001" }));
    let made = Made { id: before.id, version: 2, before: Some(before.clone()), after: Some(after.clone()) };
    let now = Officer { version: 2, ..before.clone() };
    let at = DateTime::UNIX_EPOCH;
    assert_eq!(made.undo(Some(&now), at).map(|after| after.map(|after| after.version)), Ok(Some(3)));
    assert_eq!(made.undo(Some(&Officer { version: 3, ..before }), at), Err(ChangedSince));
    assert_eq!(made.undo(None, at), Err(ChangedSince));
    // Changed and put back since, as by undoing a later delivery: it is as this one left it.
    let back = Officer { version: 4, facts: after, ..entry(1, facts("UWV", "A", json!({}))) };
    assert_eq!(made.undo(Some(&back), at).map(|after| after.map(|after| after.version)), Ok(Some(5)));
}
