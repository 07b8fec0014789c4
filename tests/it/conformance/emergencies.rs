//! Emergency access: a case is opened to one person outside, whole, to read, for a while; the desk and its privacy officer see it at once, and
//! what nobody judges within a day rings.

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::{emergency::MOST, role::Role},
    server::{alarms, tokens::DESK_ORGANISATION},
};
use serde_json::{Value, json};

use super::cases::{marked, marks, text};
use crate::support::{
    http::{Caller, Reply},
    server::TestServer,
};

on_both_stores!(
    a_case_is_open_to_one_person_for_a_while,
    what_is_opened_is_to_read_alone,
    the_desk_sees_it_in_the_case_at_once,
    a_privacy_officer_of_the_desk_judges_it,
    what_nobody_judged_within_a_day_rings_once,
    so_often_a_day_and_no_more,
);

fn at(number: &str) -> String {
    path::CASE.replace("{number}", number)
}

/// One that waits to be judged: its id.
pub async fn opened(server: &TestServer) -> String {
    let number = text(&server.signal("Nood").await["number"]);
    let who = server.account(Role::Municipal, "Hatice", "GM0518").await;
    open(&who, &number).await.expect(201);
    let all = server.role(Role::PrivacyOfficer).get(path::EMERGENCY_ACCESSES).await.expect(200)["items"].clone();
    let found = all.as_array().unwrap().iter().find(|one| one["item"]["signalNumber"] == json!(number));
    text(&found.unwrap()["item"]["id"])
}

async fn open(who: &Caller, number: &str) -> Reply {
    let wanted = json!({ "reason": "Het gezin staat vanavond op straat.", "minutes": 30 });
    who.post(&path::CASE_EMERGENCY.replace("{number}", number), &wanted).await
}

async fn only(officer: &Caller) -> Value {
    let all = officer.get(path::EMERGENCY_ACCESSES).await.expect(200)["items"].clone();
    assert_eq!(all.as_array().unwrap().len(), 1, "{all}");
    all[0].clone()
}

async fn a_case_is_open_to_one_person_for_a_while(server: &TestServer) {
    let (_, number) = marked(&server.desk(), "Nood").await;
    let (_, other) = marked(&server.desk(), "Andere").await;
    for (role, organisation) in [(Role::Municipal, "GM0518"), (Role::Body, "SVB")] {
        let who = server.account(role, "Hatice", organisation).await;
        let colleague = server.account(role, "Collega", organisation).await;
        who.get(&at(&number)).await.problem(Code::NotFound);
        let case = open(&who, &number).await.expect(201);
        assert_eq!((&case["relation"], &case["number"]), (&json!("emergency"), &json!(number)));
        // The whole of it, other bodies' positions too; not what the desk keeps to itself.
        let seen = marks(&case.to_string(), "Nood");
        for word in ["title", "account", "stalemate", "ofUWV", "ofSVB", "tried", "threat", "reference", "note", "reportername"] {
            assert!(seen.contains(word), "{word}: {seen:?}");
        }
        for word in ["label", "urgencyReason", "source", "file", "with", "agreed"] {
            assert!(!seen.contains(word), "{word}: {seen:?}");
        }
        assert_eq!(marks(&who.get(&at(&number)).await.expect(200).to_string(), "Nood"), seen);
        assert!(!who.get(&at(&number)).await.text().contains("Andere"));
        who.get(&at(&other)).await.problem(Code::NotFound);
        colleague.get(&at(&number)).await.problem(Code::NotFound);
        assert_eq!(who.get(path::CASES).await.expect(200)["items"], json!([]), "a list does not name it");
        server.advance(TimeDelta::minutes(29));
        who.get(&at(&number)).await.expect(200);
        server.advance(TimeDelta::minutes(1));
        who.get(&at(&number)).await.problem(Code::NotFound);
    }
}

async fn what_is_opened_is_to_read_alone(server: &TestServer) {
    let (_, number) = marked(&server.desk(), "Lees").await;
    let (municipal, body) = (server.account(Role::Municipal, "A", "GM0518").await, server.account(Role::Body, "B", "SVB").await);
    open(&municipal, &number).await.expect(201);
    open(&body, &number).await.expect(201);
    let note = path::CASE_NOTES.replace("{number}", &number);
    municipal.post(&note, &json!({ "text": "x" })).await.problem(Code::NotFound);
    let position = path::CASE_POSITION.replace("{number}", &number);
    let wanted = json!({ "before": "", "position": "Wij wachten." });
    Reply::of(body.versioned("PUT", &position, 1, Some(wanted))).await.problem(Code::NotFound);
    let promise = path::CASE_COMMITMENTS.replace("{number}", &number);
    body.post(&promise, &json!({ "text": "Wij bellen.", "dueOn": "2026-12-07" })).await.problem(Code::NotFound);
    // Who has no part in cases has none in this.
    for role in
        [Role::Desk, Role::LetSecretary, Role::RegisterReader, Role::PrivacyOfficer, Role::Administrator, Role::IntakeForm]
    {
        open(&server.role(role), &number).await.problem(Code::NotAllowed);
    }
    open(&municipal, "S-2026-09999").await.problem(Code::NotFound);
    let to = path::CASE_EMERGENCY.replace("{number}", &number);
    for (wrong, field) in [
        (json!({ "reason": " " }), "/reason"),
        (json!({ "reason": "x", "minutes": 14 }), "/minutes"),
        (json!({ "reason": "x", "minutes": 241 }), "/minutes"),
    ] {
        assert_eq!(municipal.post(&to, &wrong).await.fault_places(), [field]);
    }
    municipal.post(&to, &json!({ "reason": "BSN 111222333" })).await.problem(Code::BsnInText);
}

async fn the_desk_sees_it_in_the_case_at_once(server: &TestServer) {
    let (id, number) = marked(&server.desk(), "Zicht").await;
    let who = server.account(Role::Municipal, "Hatice Yilmaz", "GM0518").await;
    let before = server.desk().get(&format!("/v1/signals/{id}")).await.expect(200)["version"].as_i64().unwrap();
    open(&who, &number).await.expect(201);
    let whole = server.desk().get(&format!("/v1/signals/{id}")).await.expect(200);
    let entry = &whole["timeline"][0];
    assert_eq!((&entry["kind"], &entry["byName"]), (&json!("emergency-access"), &json!("Hatice Yilmaz")));
    assert_eq!((&entry["linked"]["label"], &entry["text"]), (&json!("GM0518"), &json!("Het gezin staat vanavond op straat.")));
    assert!(whole["version"].as_i64().unwrap() > before);
    // Nobody else outside is told: a share of every part does not have it either.
    let shared = super::cases::share_with("UWV", loket::domain::share::SharePart::ALL);
    server.desk().post(&path::SIGNAL_SHARES.replace("{id}", &id), &shared).await.expect(201);
    assert!(!server.role(Role::Body).get(&at(&number)).await.text().contains("vanavond"));
    // In the log of their organisation it stands before anything was given.
    let theirs = server.account(Role::PrivacyOfficer, "FG", "GM0518").await;
    let rows = theirs.post(path::AUDIT_SEARCH, &json!({})).await.expect(200);
    let verbs: Vec<String> = rows["items"].as_array().unwrap().iter().map(|row| text(&row["verb"])).collect();
    assert_eq!(verbs, ["case.read", "emergency-access.create"]);
}

async fn a_privacy_officer_of_the_desk_judges_it(server: &TestServer) {
    let (id, number) = marked(&server.desk(), "Oordeel").await;
    let who = server.account(Role::Municipal, "Hatice", "GM0518").await;
    open(&who, &number).await.expect(201);
    let officer = server.role(Role::PrivacyOfficer);
    let found = only(&officer).await;
    assert_eq!((&found["state"], &found["item"]["signalNumber"]), (&json!("open"), &json!(number)));
    assert_eq!(officer.get(path::AUDIT_REVIEW).await.expect(200)["emergencies"], json!({ "waiting": 1, "overdue": 0 }));
    let to = path::EMERGENCY_ACCESS_REVIEW.replace("{id}", found["item"]["id"].as_str().unwrap());
    let verdict = json!({ "verdict": "unjustified", "reason": "Zij belde voor iets anders." });
    // Only a privacy officer, and of the desk.
    let theirs = server.account(Role::PrivacyOfficer, "FG", "GM0518").await;
    for other in [&theirs, &who, &server.desk(), &server.role(Role::Administrator)] {
        other.get(path::EMERGENCY_ACCESSES).await.problem(Code::NotAllowed);
        other.post(&to, &verdict).await.problem(Code::NotAllowed);
    }
    assert!(theirs.get(path::AUDIT_REVIEW).await.expect(200)["emergencies"].is_null());
    assert_eq!(officer.post(&to, &json!({ "verdict": "justified", "reason": "" })).await.fault_places(), ["/reason"]);
    who.get(&at(&number)).await.expect(200);
    let judged = officer.post(&to, &verdict).await.expect(200);
    assert_eq!((&judged["state"], &judged["item"]["review"]["verdict"]), (&json!("reviewed"), &json!("unjustified")));
    who.get(&at(&number)).await.problem(Code::NotFound);
    officer.post(&to, &json!({ "verdict": "justified", "reason": "toch" })).await.problem(Code::NotPossibleNow);
    assert_eq!(officer.get(path::AUDIT_REVIEW).await.expect(200)["emergencies"], json!({ "waiting": 0, "overdue": 0 }));
    let whole = server.desk().get(&format!("/v1/signals/{id}")).await.expect(200);
    assert_eq!(whole["timeline"][0]["linked"]["verb"], "rejected");
    // Looking at them is in the log too: why somebody opened a case tells of it.
    let rows = officer.post(path::AUDIT_SEARCH, &json!({ "verb": "emergency-access.list", "result": "done" })).await.expect(200);
    assert_eq!(rows["items"].as_array().unwrap().len(), 1);
}

async fn what_nobody_judged_within_a_day_rings_once(server: &TestServer) {
    let (_, number) = marked(&server.desk(), "Laat").await;
    open(&server.account(Role::Municipal, "Hatice", "GM0518").await, &number).await.expect(201);
    let (store, officer) = (server.store(), server.role(Role::PrivacyOfficer));
    let rung = async || {
        let rows = officer.post(path::AUDIT_SEARCH, &json!({ "verb": "emergency-access.overdue" })).await.expect(200);
        rows["items"].as_array().unwrap().len()
    };
    let begun = server.clock_now();
    let soon = begun + TimeDelta::hours(24) - TimeDelta::seconds(1);
    assert_eq!(alarms::ring_emergencies(store, soon).await.unwrap(), 0);
    assert_eq!(rung().await, 0);
    server.advance(TimeDelta::hours(24));
    // The server's own watch may be first.
    let late = server.clock_now();
    let both = tokio::join!(alarms::ring_emergencies(store, late), alarms::ring_emergencies(store, late));
    assert!(both.0.is_ok() && both.1.is_ok(), "{both:?}");
    assert_eq!(rung().await, 1);
    assert_eq!(alarms::ring_emergencies(store, late + TimeDelta::days(3)).await.unwrap(), 0);
    assert_eq!(rung().await, 1);
    assert_eq!(only(&officer).await["state"], "overdue");
    assert_eq!(officer.get(path::AUDIT_REVIEW).await.expect(200)["emergencies"], json!({ "waiting": 1, "overdue": 1 }));
    let checked = loket::server::audit::verify(store).await.unwrap();
    assert!(checked.broken.is_empty(), "{checked:?}");
}

async fn so_often_a_day_and_no_more(server: &TestServer) {
    let who = server.account(Role::Municipal, "Hatice", "GM0518").await;
    let mut numbers = vec![];
    for n in 0..=MOST {
        numbers.push(text(&server.signal(&format!("Zaak {n}")).await["number"]));
    }
    let (most, last) = (&numbers[..MOST], &numbers[MOST]);
    for number in most {
        open(&who, number).await.expect(201);
        server.advance(TimeDelta::minutes(10));
    }
    let refused = open(&who, last).await;
    let refusal = refused.problem(Code::TooMany);
    assert_eq!(refusal["errors"][0]["code"], "too-many-emergencies", "{refusal}");
    let wait: i64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=24 * 3600).contains(&wait), "{wait}");
    who.get(&at(last)).await.problem(Code::NotFound);
    // It is each one's own.
    open(&server.account(Role::Municipal, "Collega", "GM0518").await, last).await.expect(201);
    server.advance(TimeDelta::seconds(wait));
    open(&who, last).await.expect(201);
    let officers = server.account(Role::PrivacyOfficer, "FG", DESK_ORGANISATION).await;
    assert_eq!(officers.get(path::EMERGENCY_ACCESSES).await.expect(200)["items"].as_array().unwrap().len(), MOST + 2);
}
