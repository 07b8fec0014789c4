//! Whole cases leave in a file when two people decide so: it says what it holds and why, everything is written down first, and nobody else
//! gets it, nor for long.

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::{case_export::MOST_CASES, role::Role},
    server::{audit::verify, tokens::DESK_ORGANISATION},
};
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};

use super::{
    audit_away::Holder,
    cases::text,
    erasure::{self, approval, close, destroyable, settle, tables_with},
    erasure_case::{MARK, everywhere},
};
use crate::support::{http::Caller, samples::full_signal, server::TestServer};

on_both_stores!(
    it_takes_two_people_and_the_same_list,
    only_who_proposed_it_fetches_it_and_not_for_long,
    the_file_says_what_it_holds_and_why_and_is_whole,
    each_case_is_written_down_and_tells_that_it_left,
    what_cannot_be_logged_does_not_leave,
    what_was_destroyed_is_left_out_and_named,
    a_destroyed_case_has_no_word_in_an_export,
    nobody_else_hears_that_there_are_exports,
    a_purpose_is_about_nobody_and_a_period_chooses,
);

/// What is sent to export cases with these numbers.
pub fn new(numbers: &[&str]) -> Value {
    json!({ "facts": facts(), "selection": { "numbers": numbers } })
}

fn facts() -> Value {
    json!({
        "purpose": "evaluatie van het jaar", "recipient": "onderzoeker van de universiteit", "basis": "public-task",
        "law": "Wet, artikel 1", "flags": ["special-data"], "destroyBy": "2026-12-31"
    })
}

/// An export of a new case, proposed by somebody: as it was answered.
pub async fn proposed(server: &TestServer, by: &Caller) -> Value {
    let number = text(&server.signal("Uitvoer").await["number"]);
    // Who may not propose gets one of the desk.
    let own = by.post(path::EXPORTS, &new(&[&number])).await;
    let made = if own.status == 201 { own } else { server.desk().post(path::EXPORTS, &new(&[&number])).await };
    made.expect(201)["item"].clone()
}

/// An export of these cases by the desk that a colleague confirmed.
async fn confirmed(server: &TestServer, numbers: &[&str]) -> Value {
    let made = server.desk().post(path::EXPORTS, &new(numbers)).await.expect(201)["item"].clone();
    let confirm = settle(path::EXPORT_CONFIRM, &made);
    server.colleague().await.post(&confirm, &approval(&made)).await.expect(200)["item"].clone()
}

fn content(export: &Value) -> String {
    settle(path::EXPORT_CONTENT, export)
}

/// The lines of a file.
fn lines(file: &str) -> Vec<Value> {
    file.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

async fn it_takes_two_people_and_the_same_list(server: &TestServer) {
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let made = proposed(server, &desk).await;
    let (confirm, reject) = (settle(path::EXPORT_CONFIRM, &made), settle(path::EXPORT_REJECT, &made));
    assert_eq!(desk.post(&confirm, &approval(&made)).await.fault_at(""), "same-person");
    assert_eq!(desk.post(&reject, &json!({ "reason": "" })).await.fault_at(""), "same-person");
    let wrong = colleague.post(&confirm, &json!({ "hash": "0".repeat(64) })).await;
    assert_eq!(wrong.fault_at(""), "other-than-shown");
    assert_eq!(
        colleague.post(&settle(path::EXPORT_WITHDRAW, &made), &json!({ "reason": "" })).await.fault_at(""),
        "anothers-proposal"
    );
    // What the second person is shown is what is bound: every number, for whom, what for, how long.
    let shown: Value = serde_json::from_str(made["proposal"]["shown"].as_str().unwrap()).unwrap();
    assert_eq!((&shown["cases"], &shown["facts"]), (&made["cases"], &made["facts"]));
    // The same person under another role is the same person.
    server.execute(&format!("UPDATE accounts SET role = 'privacy-officer' WHERE id = '{}'", desk.account)).await;
    server.advance(TimeDelta::seconds(11));
    desk.get(path::DESTRUCTIONS).await.expect(200);
    assert_eq!(desk.post(&confirm, &approval(&made)).await.fault_at(""), "same-person");
    // It is not theirs to fetch any more, either.
    colleague.post(&confirm, &approval(&made)).await.expect(200);
    desk.get(&content(&made)).await.problem(Code::NotAllowed);
    server.execute(&format!("UPDATE accounts SET role = 'desk' WHERE id = '{}'", desk.account)).await;
    server.advance(TimeDelta::seconds(11));
    assert_eq!(colleague.post(&reject, &json!({ "reason": "" })).await.fault_at(""), "proposal-settled");
    // A privacy officer of the desk is a second person, too.
    let made = proposed(server, &desk).await;
    let officer = server.role(Role::PrivacyOfficer);
    officer.post(&settle(path::EXPORT_CONFIRM, &made), &approval(&made)).await.expect(200);
    // A case that was destroyed since is not on the list that is confirmed.
    let (_, gone) = destroyable(server).await;
    let other = text(&server.signal("Blijft").await["number"]);
    let made = desk.post(path::EXPORTS, &new(&[&gone, &other])).await.expect(201)["item"].clone();
    destroy(server, &gone).await;
    assert_eq!(colleague.post(&settle(path::EXPORT_CONFIRM, &made), &approval(&made)).await.fault_at(""), "subject-changed");
    // Nobody answers: it lapses after seven days.
    let made = proposed(server, &desk).await;
    server.advance(TimeDelta::days(7));
    assert_eq!(colleague.post(&settle(path::EXPORT_CONFIRM, &made), &approval(&made)).await.fault_at(""), "proposal-expired");
    let rejected = proposed(server, &desk).await;
    colleague.post(&settle(path::EXPORT_REJECT, &rejected), &json!({ "reason": "waarom alles?" })).await.expect(200);
    assert_eq!(desk.get(&content(&rejected)).await.fault_at(""), "export-not-confirmed");
}

async fn only_who_proposed_it_fetches_it_and_not_for_long(server: &TestServer) {
    let desk = server.desk();
    let number = text(&server.signal("Uitvoer").await["number"]);
    let waits = desk.post(path::EXPORTS, &new(&[&number])).await.expect(201)["item"].clone();
    assert_eq!(desk.get(&content(&waits)).await.fault_at(""), "export-not-confirmed");
    let made = confirmed(server, &[&number]).await;
    let colleague = server.colleague().await;
    let refused = colleague.get(&content(&made)).await;
    assert_eq!(refused.fault_at(""), "anothers-export");
    assert!(!refused.text().contains(&number));
    server.role(Role::PrivacyOfficer).get(&content(&made)).await.problem(Code::NotAllowed);
    for left in [2, 1, 0] {
        assert_eq!(desk.get(&content(&made)).await.status, 200);
        let now = desk.get(&settle(path::EXPORT, &made)).await.expect(200);
        assert_eq!(now["fetchesLeft"], left);
    }
    assert_eq!(desk.get(&content(&made)).await.fault_at(""), "export-fetched-enough");
    let made = confirmed(server, &[&number]).await;
    server.advance(TimeDelta::hours(24) - TimeDelta::seconds(1));
    assert_eq!(desk.get(&content(&made)).await.status, 200);
    server.advance(TimeDelta::seconds(1));
    assert_eq!(desk.get(&content(&made)).await.fault_at(""), "export-over");
}

async fn the_file_says_what_it_holds_and_why_and_is_whole(server: &TestServer) {
    let desk = server.desk();
    let first = desk.post(path::SIGNALS, &full_signal()).await.expect(201)["item"].clone();
    let id = text(&first["id"]);
    desk.post(&format!("/v1/signals/{id}/notes"), &json!({ "text": "een notitie" })).await.expect(201);
    let second = server.signal("Tweede").await;
    let numbers = [text(&first["number"]), text(&second["number"])];
    let made = confirmed(server, &[&numbers[1], &numbers[0], &numbers[1]]).await;
    let reply = desk.get(&content(&made)).await;
    assert_eq!(reply.header("content-type"), "application/x-ndjson");
    let (file, all) = (reply.text(), lines(&reply.text()));
    assert_eq!(all.len(), 4, "{file}");
    let about = &all[0]["export"];
    assert_eq!(about["facts"], facts());
    assert_eq!((&about["madeBy"], &about["cases"]), (&desk.name.clone().into(), &2.into()));
    assert_eq!(about["confirmedBy"], server.colleague().await.name);
    assert!(about["madeAt"].is_string() && about["confirmedAt"].is_string());
    assert_eq!((&about["list"], &about["id"]), (&made["proposal"]["hash"], &made["id"]));
    assert!(about["holds"].as_str().unwrap().contains("Geen namen van burgers"), "{about}");
    // In order of number, each with everything, and every field of it is named in the first line.
    assert_eq!([&all[1]["case"]["number"], &all[2]["case"]["number"]], [&numbers[0], &numbers[1]]);
    let now = desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    assert_eq!((&all[1]["case"]["facts"], &all[1]["case"]["timeline"]), (&now["facts"], &now["timeline"]));
    assert!(all[1].to_string().contains("een notitie"));
    assert!(!file.contains("m.degraaf@voorbeeld.nl"), "what is shielded leaves for a reveal alone: {file}");
    let named = |of: &str| -> Vec<String> { about["fields"][of].as_array().unwrap().iter().map(text).collect() };
    for (of, whole) in
        [("case", &all[1]["case"]), ("facts", &all[1]["case"]["facts"]), ("timeline", &all[1]["case"]["timeline"][0])]
    {
        for field in whole.as_object().unwrap().keys() {
            assert!(named(of).contains(field), "{of}: {field} is not in {:?}", named(of));
        }
    }
    // Sealed: the last line is the hash of all that stands before it.
    let end = file.trim_end().rfind('\n').unwrap() + 1;
    let hash: String = digest(&SHA256, &file.as_bytes()[..end]).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(all[3], json!({ "end": { "cases": 2, "leftOut": [], "sha256": hash } }));
}

async fn each_case_is_written_down_and_tells_that_it_left(server: &TestServer) {
    let desk = server.desk();
    let (one, two) = (server.signal("Een").await, server.signal("Twee").await);
    let made = confirmed(server, &[&text(&one["number"]), &text(&two["number"])]).await;
    let rows = async |id: &Value| {
        let query = format!("SELECT account FROM audit WHERE verb = 'signal.export' AND object = '{}'", text(id));
        server.texts(&query).await
    };
    assert_eq!(rows(&one["id"]).await.len(), 0, "nothing left yet");
    for fetched in [1, 2] {
        assert_eq!(desk.get(&content(&made)).await.status, 200);
        for case in [&one, &two] {
            assert_eq!(rows(&case["id"]).await, vec![desk.account.clone(); fetched]);
        }
        let fetches = format!("SELECT account FROM audit WHERE verb = 'export.fetch' AND object = '{}'", text(&made["id"]));
        assert_eq!(server.texts(&fetches).await, vec![desk.account.clone(); fetched]);
    }
    // The case tells it once: who, for whom, what for, until when.
    let now = desk.get(&format!("/v1/signals/{}", text(&one["id"]))).await.expect(200);
    let told: Vec<&Value> = now["timeline"].as_array().unwrap().iter().filter(|entry| entry["kind"] == "export").collect();
    assert_eq!(told.len(), 1, "{now:#}");
    assert_eq!((&told[0]["byName"], &told[0]["text"]), (&desk.name.clone().into(), &facts()["purpose"]));
    let linked = &told[0]["linked"];
    assert_eq!((&linked["label"], &linked["on"], &linked["id"]), (&facts()["recipient"], &facts()["destroyBy"], &made["id"]));
    assert!(verify(server.store()).await.unwrap().broken.is_empty(), "the chain holds");
    assert!(loket::server::maintenance::check(server.store()).await.unwrap().faults.is_empty(), "the store is whole");
}

async fn what_cannot_be_logged_does_not_leave(server: &TestServer) {
    let desk = server.desk();
    let number = text(&desk.post(path::SIGNALS, &full_signal()).await.expect(201)["item"]["number"]);
    let made = confirmed(server, &[&number]).await;
    let holder = Holder::of(server).await;
    let refused = desk.get(&content(&made)).await;
    refused.problem(Code::Unavailable);
    assert_eq!(refused.status, 503);
    assert!(!refused.text().contains(&number) && !refused.text().contains("Moeder met drie"), "{}", refused.text());
    holder.let_go().await;
    let now = desk.get(&settle(path::EXPORT, &made)).await.expect(200);
    assert_eq!(now["fetchesLeft"], 3, "what did not leave was not fetched");
    assert_eq!(lines(&desk.get(&content(&made)).await.text()).len(), 3);
}

/// Destroys a case that may be destroyed.
async fn destroy(server: &TestServer, number: &str) {
    let body = json!({ "numbers": [number], "reason": "termijn voorbij" });
    let made = server.role(Role::PrivacyOfficer).post(path::DESTRUCTIONS, &body).await.expect(201)["item"].clone();
    let confirm = settle(path::DESTRUCTION_CONFIRM, &made);
    server.role(Role::Administrator).post(&confirm, &approval(&made)).await.expect(200);
}

async fn what_was_destroyed_is_left_out_and_named(server: &TestServer) {
    let (id, gone) = erasure::destroyable(server).await;
    let stays = text(&server.signal("Blijft").await["number"]);
    let made = confirmed(server, &[&gone, &stays]).await;
    destroy(server, &gone).await;
    let file = server.desk().get(&content(&made)).await.text();
    let all = lines(&file);
    assert_eq!((all.len(), &all[1]["case"]["number"]), (3, &stays.into()), "{file}");
    assert_eq!((&all[2]["end"]["cases"], &all[2]["end"]["leftOut"]), (&1.into(), &json!([gone])));
    assert!(!file.contains("Terugvordering"));
    assert_eq!(
        server.number(&format!("SELECT COUNT(*) FROM audit WHERE verb = 'signal.export' AND object = '{id}'")).await,
        0,
        "it did not leave"
    );
}

async fn a_destroyed_case_has_no_word_in_an_export(server: &TestServer) {
    let (id, number) = everywhere(server).await;
    let made = confirmed(server, &[&number]).await;
    assert!(server.desk().get(&content(&made)).await.text().contains(MARK), "the test says nothing");
    server.advance(TimeDelta::days(6 * 366));
    destroy(server, &number).await;
    assert!(tables_with(server, MARK).await.is_empty());
    let left = tables_with(server, &id).await;
    assert_eq!(left, ["audit", "changes", "destructions", "history"].map(str::to_owned).into(), "its id");
    let told = format!("SELECT DISTINCT entity FROM history WHERE old LIKE '%{id}%' OR new LIKE '%{id}%' OR object = '{id}'");
    assert_eq!(server.texts(&told).await, ["destruction"]);
    assert_eq!(server.texts("SELECT document FROM exports").await.len(), 1);
    assert!(loket::server::maintenance::check(server.store()).await.unwrap().faults.is_empty(), "the store is whole");
}

async fn nobody_else_hears_that_there_are_exports(server: &TestServer) {
    let made = confirmed(server, &[&text(&server.signal("Uitvoer").await["number"])]).await;
    let id = text(&made["id"]);
    let mut strangers: Vec<Caller> = Role::ALL
        .iter()
        .filter(|role| !matches!(role, Role::Desk | Role::PrivacyOfficer))
        .map(|role| server.role(*role))
        .collect();
    // The same roles of another organisation.
    strangers.push(server.account(Role::PrivacyOfficer, "Elders", "GM0344").await);
    strangers.push(server.account(Role::Desk, "Elders", "GM0344").await);
    for who in &strangers {
        for reply in [
            who.get(path::EXPORTS).await,
            who.get(&settle(path::EXPORT, &made)).await,
            who.get(&content(&made)).await,
            who.post(path::EXPORTS, &new(&["S-2026-00001"])).await,
            who.post(&settle(path::EXPORT_CONFIRM, &made), &approval(&made)).await,
            who.post(&settle(path::EXPORT_REJECT, &made), &json!({ "reason": "" })).await,
            who.post(&settle(path::EXPORT_WITHDRAW, &made), &json!({ "reason": "" })).await,
        ] {
            reply.problem(Code::NotAllowed);
            assert!(!reply.text().contains(&id), "{}", who.name);
        }
    }
    // An administrator of the desk reads no cases, and a privacy officer proposes and fetches none.
    let officer = server.role(Role::PrivacyOfficer);
    assert_eq!(officer.get(path::EXPORTS).await.expect(200)["items"][0]["item"]["id"], id);
    officer.post(path::EXPORTS, &new(&["S-2026-00001"])).await.problem(Code::NotAllowed);
    // The case shows people outside nothing of it.
    let (id, number) = super::cases::marked(&server.desk(), "uitvoer").await;
    let share = super::cases::share_with("UWV", loket::domain::share::SharePart::ALL);
    server.desk().post(&path::SIGNAL_SHARES.replace("{id}", &id), &share).await.expect(201);
    let made = confirmed(server, &[&number]).await;
    assert_eq!(server.desk().get(&content(&made)).await.status, 200);
    let seen = server.role(Role::Body).get(&path::CASE.replace("{number}", &number)).await;
    seen.expect(200);
    let told = text(&facts()["recipient"]);
    assert!(!seen.text().contains(&told) && !seen.text().contains(&text(&made["id"])), "{}", seen.text());
    server.account(Role::PrivacyOfficer, "Tweede", DESK_ORGANISATION).await.get(path::EXPORTS).await.expect(200);
}

async fn a_purpose_is_about_nobody_and_a_period_chooses(server: &TestServer) {
    let desk = server.desk();
    let (open, closed) = (server.signal("Open").await, server.signal("Dicht").await);
    close(&desk, &text(&closed["id"])).await;
    let number = text(&open["number"]);
    let with = |field: &str, value: Value| {
        let mut body = new(&[&number]);
        body["facts"][field] = value;
        body
    };
    for (field, value, code) in [
        ("purpose", json!(""), "required"),
        ("purpose", json!("wegens H-7K2F"), "about-somebody"),
        ("purpose", json!("bel 06-12345678"), "about-somebody"),
        ("recipient", json!(" "), "required"),
        ("law", json!(""), "required"),
        ("basis", json!("none"), "part-needs-ground"),
        ("basis", json!("wams"), "ground-not-in-force"),
        ("destroyBy", json!("2026-11-15"), "out-of-range"),
        ("destroyBy", json!("2027-02-15"), "out-of-range"),
        ("flags", json!(["special-data", "special-data"]), "twice"),
    ] {
        let reply = desk.post(path::EXPORTS, &with(field, value.clone())).await;
        let place = if field == "flags" { "/facts/flags/1".to_owned() } else { format!("/facts/{field}") };
        assert_eq!(reply.fault_at(&place), code, "{field} {value}");
    }
    desk.post(path::EXPORTS, &with("purpose", json!("voor 999990019"))).await.problem(Code::BsnInText);
    let missing = desk.post(path::EXPORTS, &new(&["S-2019-00001"])).await;
    assert_eq!(missing.fault_at("/selection/numbers"), "no-such-case");
    assert_eq!(desk.post(path::EXPORTS, &new(&[])).await.fault_at("/selection/numbers"), "required");
    let chosen = async |selection: Value| desk.post(path::EXPORTS, &json!({ "facts": facts(), "selection": selection })).await;
    let all = chosen(json!({ "receivedFrom": "2026-11-16", "receivedTo": "2026-11-16" })).await.expect(201);
    assert_eq!(all["item"]["cases"], json!([open["number"], closed["number"]]));
    let narrowed = json!({ "receivedFrom": "2026-11-01", "receivedTo": "2026-11-30", "outcomes": ["within_rules"] });
    assert_eq!(chosen(narrowed).await.expect(201)["item"]["cases"], json!([closed["number"]]));
    let none = chosen(json!({ "receivedFrom": "2026-11-17", "receivedTo": "2026-11-30" })).await;
    assert_eq!(none.fault_at("/selection/receivedFrom"), "nothing-selected");
    // More than may be in one, put in by number.
    let copies = format!(
        "INSERT INTO signals (number, id, version, received_at, status, is_open, urgency, municipality, hard_date, owner, lease_until, \
         search, reported_by, closed_on, summary) SELECT 20260100000 + v.n, 'x' || CAST(v.n AS TEXT), version, received_at, status, is_open, \
         urgency, municipality, hard_date, owner, lease_until, search, reported_by, closed_on, summary FROM signals, \
         (WITH RECURSIVE v(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM v WHERE n < {MOST_CASES}) SELECT n FROM v) AS v WHERE id = '{}'",
        text(&open["id"])
    );
    server.execute(&copies).await;
    let many = chosen(json!({ "receivedFrom": "2026-11-16", "receivedTo": "2026-11-16" })).await;
    assert_eq!(many.fault_at("/selection/receivedFrom"), "too-many-cases");
}
