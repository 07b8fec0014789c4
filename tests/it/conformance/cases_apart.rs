//! What one case may not tell of another, or a part of a case of the rest of it, to people outside the desk.

use loket::{
    api::{path, problem::Code},
    domain::{role::Role, share::SharePart},
};
use serde_json::{Value, json};

use super::{
    audit::lists_are_written,
    cases::{new_case, own_time_out, share_with, text},
};
use crate::support::{
    http::Caller,
    samples::{self, signal_with},
    server::TestServer,
};

on_both_stores!(
    of_a_time_out_elsewhere_no_day_is_told,
    a_time_out_is_shown_with_the_decisions_alone,
    a_write_is_a_read,
    the_log_does_not_tell_which_cases_there_are,
);

/// A case of the desk about a decision with this reference, with a time-out of Utrecht that waits; its id, its number and what waits.
async fn suspended(desk: &Caller, reference: &str) -> (String, String, Value) {
    let facts = json!({ "decisions": [samples::decision(reference)] });
    let item = desk.post(path::SIGNALS, &signal_with("Terugvordering", facts)).await.expect(201)["item"].clone();
    let (id, number) = (text(&item["id"]), text(&item["number"]));
    let made = desk.post(path::TIME_OUTS, &samples::time_out(&id, reference)).await.expect(201);
    let waits = made["confirmation"].clone();
    assert!(waits["hash"].is_string(), "{made}");
    (id, number, waits)
}

async fn verbs(officer: &Caller, search: &Value) -> Vec<(String, String, String)> {
    let rows = officer.post(path::AUDIT_SEARCH, search).await.expect(200)["items"].as_array().unwrap().clone();
    rows.iter().map(|row| (text(&row["verb"]), text(&row["result"]), text(&row["object"]))).collect()
}

async fn of_a_time_out_elsewhere_no_day_is_told(server: &TestServer) {
    suspended(&server.desk(), "GEM-1").await;
    let municipal = server.role(Role::Municipal);
    let number = text(&municipal.post(path::CASES, &new_case("Eigen")).await.expect(201)["number"]);
    let mut later = own_time_out("GEM-1");
    later["facts"]["firstDay"] = "2026-12-07".into();
    later["facts"]["lastDay"] = "2026-12-20".into();
    for wanted in [own_time_out("GEM-1"), later] {
        let refused = municipal.post(&path::CASE_TIME_OUTS.replace("{number}", &number), &wanted).await;
        let told = refused.problem(Code::NotPossibleNow);
        assert_eq!(told["errors"][0]["code"], "suspended-elsewhere");
        assert!(!told.to_string().contains("11-2026") && !told.to_string().contains("2026-11"), "{told}");
    }
    let officer = server.account(Role::PrivacyOfficer, "FG", "GM0344").await;
    lists_are_written(server).await;
    let asked = verbs(&officer, &json!({ "result": "failed" })).await;
    assert_eq!(asked.len(), 2, "what was asked is in the log: {asked:?}");
}

async fn a_time_out_is_shown_with_the_decisions_alone(server: &TestServer) {
    let (desk, municipal) = (server.desk(), server.role(Role::Municipal));
    let (id, number, waits) = suspended(&desk, "GEM-1").await;
    let share = async |part| {
        desk.post(&path::SIGNAL_SHARES.replace("{id}", &id), &share_with("GM0344", &[part])).await.expect(201);
    };
    share(SharePart::Stalemate).await;
    let seen = municipal.get(&path::CASE.replace("{number}", &number)).await.expect(200);
    assert_eq!(seen["timeOuts"], Value::Null, "{seen}");
    let confirm = json!({ "confirmation": waits["id"], "hash": waits["hash"] });
    let route = path::CASE_CONFIRM.replace("{number}", &number);
    assert_ne!(municipal.post(&route, &confirm).await.status, 200);
    share(SharePart::Decisions).await;
    let seen = municipal.get(&path::CASE.replace("{number}", &number)).await.expect(200);
    assert_eq!(seen["timeOuts"][0]["state"], "proposed", "{seen}");
    let done = municipal.post(&route, &confirm).await.expect(200);
    assert_eq!(done["timeOuts"][0]["state"], "running");
}

async fn a_write_is_a_read(server: &TestServer) {
    let municipal = server.role(Role::Municipal);
    let made = municipal.post(path::CASES, &new_case("Eigen")).await.expect(201);
    let officer = server.account(Role::PrivacyOfficer, "FG", "GM0344").await;
    let rows = officer.post(path::AUDIT_SEARCH, &json!({ "verb": "case.read" })).await.expect(200);
    assert_eq!(rows["items"][0]["number"], made["number"], "{rows}");
}

async fn the_log_does_not_tell_which_cases_there_are(server: &TestServer) {
    let there = text(&server.signal("Ontruiming").await["number"]);
    let officer = server.account(Role::PrivacyOfficer, "FG", "UWV").await;
    for number in [&*there, "S-2026-99999"] {
        assert!(verbs(&officer, &json!({ "object": number })).await.is_empty());
        officer.post(path::AUDIT_EXPORT, &json!({ "object": number })).await;
    }
    let own: Vec<String> = verbs(&officer, &json!({})).await.into_iter().map(|(.., object)| object).collect();
    assert_eq!(own, ["S-2026-99999", "S-2026-99999", &there, &there], "what was asked, as it was asked");
}
