//! What the token of an intake form can do: hand in a report, once per key, so many in ten minutes, and nothing else.

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::role::Role,
};
use serde_json::{Value, json};

use super::cases::text;
use crate::support::{
    http::{Caller, new_key},
    server::TestServer,
};

on_both_stores!(
    a_form_hands_in_and_gets_a_number_alone,
    a_retry_makes_no_second_report_and_tells_nothing_new,
    so_many_in_ten_minutes_and_two_instances_count_together,
    a_token_of_a_form_ends,
);

fn handed_in(title: &str) -> Value {
    json!({ "municipality": "0344", "facts": { "title": title, "account": "Zij wacht al weken.", "reporter": { "name": "J. Bos" } } })
}

async fn a_form_hands_in_and_gets_a_number_alone(server: &TestServer) {
    let form = server.role(Role::IntakeForm);
    let mut new = handed_in("Ontruiming, toeslagen");
    new["facts"]["account"] = "BSN 111222333.".into();
    let made = form.post(path::REPORTS, &new).await.expect(201);
    let fields: Vec<&String> = made.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["masked", "number", "receivedAt"]);
    assert_eq!(made["masked"], 1);
    let seen = server.desk().get(&format!("/v1/signals/{}", text(&made["number"]))).await.expect(200);
    assert_eq!((&seen["facts"]["title"], &seen["facts"]["municipality"]), (&new["facts"]["title"], &json!("0344")));
    assert_eq!((&seen["channel"], &seen["status"]), (&json!("form"), &json!("received")));
    assert!(!seen.to_string().contains("111222333"), "{seen}");
    for path in [path::SIGNALS, path::CASES, path::CHANGES, path::ORGANISATIONS, path::OFFICERS, path::AUDIT_REVIEW] {
        form.get(path).await.problem(Code::NotAllowed);
    }
    form.post(path::REPORTS, &json!({ "facts": { "title": "x", "links": ["S-2026-00001"] } })).await.problem(Code::InvalidInput);
    for role in Role::ALL.iter().filter(|role| **role != Role::IntakeForm) {
        server.role(*role).post(path::REPORTS, &handed_in("x")).await.problem(Code::NotAllowed);
    }
}

async fn a_retry_makes_no_second_report_and_tells_nothing_new(server: &TestServer) {
    let (form, desk, key) = (server.role(Role::IntakeForm), server.desk(), new_key());
    let made = form.post_with(key, path::REPORTS, &handed_in("Ontruiming")).await.expect(201);
    let at = format!("/v1/signals/{}", text(&made["number"]));
    desk.patch(&at, 1, &json!({ "title": "Wat het loket ervan maakt" })).await.expect(200);
    assert_eq!(form.post_with(key, path::REPORTS, &handed_in("Ontruiming")).await.expect(201), made);
    assert_eq!(server.number("SELECT COUNT(*) FROM signals").await, 1);
    form.post_with(key, path::REPORTS, &handed_in("Iets anders")).await.problem(Code::IdempotencyKeyReused);
}

async fn so_many_in_ten_minutes_and_two_instances_count_together(server: &TestServer) {
    let (other, stop, ended) = server.second_instance().await;
    let form = server.role(Role::IntakeForm);
    let second = Caller { server: other.server, ..form.clone() };
    let first = new_key();
    form.post_with(first, path::REPORTS, &handed_in("Eerste")).await.expect(201);
    server.advance(TimeDelta::minutes(4));
    for _ in 0..59 {
        second.post(path::REPORTS, &handed_in("Meer")).await.expect(201);
    }
    let refused = form.post(path::REPORTS, &handed_in("Te veel")).await;
    refused.problem(Code::TooMany);
    assert_eq!(refused.header("retry-after"), "361");
    second.post(path::REPORTS, &handed_in("Te veel")).await.problem(Code::TooMany);
    // What was handed in is answered all the same, and others go on.
    form.post_with(first, path::REPORTS, &handed_in("Eerste")).await.expect(201);
    server.account(Role::IntakeForm, "Ander formulier", "LMM").await.post(path::REPORTS, &handed_in("x")).await.expect(201);
    server.advance(TimeDelta::seconds(361));
    form.post(path::REPORTS, &handed_in("Weer een")).await.expect(201);
    form.post(path::REPORTS, &handed_in("Nog een")).await.problem(Code::TooMany);
    drop(stop);
    ended.await.unwrap().unwrap();
}

async fn a_token_of_a_form_ends(server: &TestServer) {
    let until = server.clock_now() + TimeDelta::days(30);
    let form = server.account_until(Role::IntakeForm, "Formulier", "LMM", Some(until)).await;
    form.post(path::REPORTS, &handed_in("x")).await.expect(201);
    server.advance(TimeDelta::days(30));
    form.post(path::REPORTS, &handed_in("x")).await.problem(Code::NotSignedIn);
}
