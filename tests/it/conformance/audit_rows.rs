//! A row tells who, as what, what for, from where, by which request and how it ended; the privacy officer reads that of the own
//! organisation, and that is written down too.

use chrono::TimeDelta;
use loket::{api::path, domain::role::Role};
use serde_json::{Value, json};

use super::audit::lists_are_written;
use crate::support::{
    http::{Caller, Reply, new_key},
    samples::{full_officer, full_signal},
    server::TestServer,
};

on_both_stores!(
    a_row_is_complete,
    what_is_refused_and_what_is_not_there_is_written_down,
    the_log_is_searched_and_that_is_in_it,
    an_export_is_whole_and_is_in_it,
    a_week_is_looked_at,
);

/// The place of a row that was drawn by lot: a read of the week before.
pub async fn drawn(server: &TestServer) -> i64 {
    let desk = server.desk();
    let id = server.signal("Ontruiming").await["id"].as_str().unwrap().to_owned();
    desk.get(&format!("/v1/signals/{id}")).await.expect(200);
    server.execute("UPDATE audit SET at = at - 604800000000 WHERE verb = 'signal.read'").await;
    let review = server.role(Role::PrivacyOfficer).get(path::AUDIT_REVIEW).await.expect(200);
    review["sample"][0]["entry"]["seq"].as_i64().unwrap()
}

async fn rows(officer: &Caller, search: &Value) -> Vec<Value> {
    officer.post(path::AUDIT_SEARCH, search).await.expect(200)["items"].as_array().unwrap().clone()
}

/// A signal that somebody else opened: its id, its number, who, and the answer.
async fn opened(server: &TestServer) -> (String, String, Caller, Reply) {
    let signal = server.desk().post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    let (id, number) = (signal["id"].as_str().unwrap().to_owned(), signal["number"].as_str().unwrap().to_owned());
    let reader = server.colleague().await;
    let reply = reader.get(&format!("/v1/signals/{number}")).await;
    assert_eq!(reply.status, 200);
    (id, number, reader, reply)
}

async fn a_row_is_complete(server: &TestServer) {
    let (id, number, reader, reply) = opened(server).await;
    let found = rows(&server.role(Role::PrivacyOfficer), &json!({ "object": number, "verb": "signal.read" })).await;
    assert_eq!(found.len(), 1, "{found:?}");
    let row = &found[0];
    for (field, value) in [
        ("account", &*reader.account),
        ("name", &*reader.name),
        ("role", "desk"),
        ("organisation", "LMM"),
        ("verb", "signal.read"),
        ("entity", "signal"),
        ("object", &*id),
        ("number", &*number),
        ("purpose", "work a signal"),
        ("result", "done"),
        ("origin", "127.0.0.1"),
        ("request", reply.header("x-request-id")),
    ] {
        assert_eq!(row[field], value, "{field}: {row}");
    }
    let written = rows(&server.role(Role::PrivacyOfficer), &json!({ "object": id, "verb": "signal.create" })).await;
    assert_eq!((&written[0]["role"], &written[0]["purpose"]), (&json!("desk"), &json!("put a report in")), "a change too");
    assert_eq!(written[0]["origin"], "127.0.0.1");
}

async fn what_is_refused_and_what_is_not_there_is_written_down(server: &TestServer) {
    let (id, number, ..) = opened(server).await;
    let (administrator, officer) = (server.role(Role::Administrator), server.role(Role::PrivacyOfficer));
    assert_eq!(administrator.get(&format!("/v1/signals/{id}")).await.status, 403);
    assert_eq!(administrator.get(&format!("/v1/signals/{number}")).await.status, 403);
    assert_eq!(administrator.get("/v1/signals/Moeder%20met%20drie").await.status, 403);
    let nothing = new_key().to_string();
    assert_eq!(server.desk().get(&format!("/v1/signals/{nothing}")).await.status, 404);
    lists_are_written(server).await;
    let refused = rows(&officer, &json!({ "result": "refused" })).await;
    let objects: Vec<&Value> = refused.iter().map(|row| &row["object"]).collect();
    assert_eq!(objects, [&json!(""), &json!(number), &json!(id)], "only what has the form of an id is kept");
    assert!(refused.iter().all(|row| row["verb"] == "signal.read" && row["account"] == json!(administrator.account)));
    let failed = rows(&officer, &json!({ "result": "failed" })).await;
    assert_eq!((failed.len(), &failed[0]["object"]), (1, &json!(nothing)));
    let about = rows(&officer, &json!({ "object": number, "result": "refused" })).await;
    assert_eq!(about.len(), 2, "also what was asked by its number");
}

async fn the_log_is_searched_and_that_is_in_it(server: &TestServer) {
    let (id, number, reader, _) = opened(server).await;
    let officer = server.role(Role::PrivacyOfficer);
    server.advance(TimeDelta::days(1));
    reader.get(&format!("/v1/signals/{id}")).await.expect(200);
    // Somebody of another organisation sees a card: that stands in another log.
    let card = server.desk().post("/v1/officers", &full_officer()).await.expect(201)["item"]["id"].as_str().unwrap().to_owned();
    server.role(Role::RegisterReader).get(&format!("/v1/officers/{card}")).await.expect(200);
    assert_eq!(rows(&officer, &json!({ "object": card, "verb": "officer.read" })).await, [json!(null); 0]);
    let count = async |search: Value| rows(&officer, &search).await.len();
    assert_eq!(count(json!({ "person": reader.account })).await, 2);
    assert_eq!(count(json!({ "person": "Fatima" })).await, 0, "a whole name, not a part of one");
    assert_eq!(count(json!({ "person": reader.name })).await, 2, "by name as well");
    assert_eq!(count(json!({ "person": reader.name, "from": "2026-11-17" })).await, 1);
    assert_eq!(count(json!({ "person": reader.name, "to": "2026-11-16" })).await, 1);
    assert_eq!(count(json!({ "object": number, "verb": "signal.read" })).await, 2);
    assert_eq!(count(json!({ "object": "S-2026-09999" })).await, 0);
    // Newest first, page by page, nothing twice.
    let all = rows(&officer, &json!({ "limit": 200 })).await;
    let mut paged = vec![];
    let mut after = None;
    loop {
        // A question is a row itself, above what is paged through.
        let page = officer.post(path::AUDIT_SEARCH, &json!({ "limit": 3, "after": after })).await.expect(200);
        paged.extend(page["items"].as_array().unwrap().iter().map(|row| row["seq"].as_i64().unwrap()));
        after = page["next"].as_str().map(str::to_owned);
        if after.is_none() {
            break;
        }
    }
    assert!(paged.windows(2).all(|pair| pair[0] == pair[1] + 1), "{paged:?}");
    assert_eq!(paged.len(), all.len() + 1);
    let own = rows(&officer, &json!({ "verb": "audit.list", "person": officer.account })).await;
    assert!(own.len() > 10, "each question is a row");
    assert!(own.iter().any(|row| row["object"] == json!(id)), "with the case that was asked for");
    for (body, status) in [
        (json!({ "from": "2026-11-17", "to": "2026-11-16" }), 400),
        (json!({ "limit": 0 }), 400),
        (json!({ "after": "x" }), 400),
        (json!({ "result": "perhaps" }), 400),
    ] {
        assert_eq!(officer.post(path::AUDIT_SEARCH, &body).await.status, status, "{body}");
    }
}

async fn an_export_is_whole_and_is_in_it(server: &TestServer) {
    let (.., reader, _) = opened(server).await;
    let officer = server.role(Role::PrivacyOfficer);
    for _ in 0..3 {
        server.advance(TimeDelta::minutes(15));
        reader.get("/v1/signals/S-2026-00001").await.expect(200);
    }
    let reply = officer.post(path::AUDIT_EXPORT, &json!({ "person": reader.account })).await;
    assert_eq!((reply.status, reply.header("content-type")), (200, "application/x-ndjson"));
    let text = reply.text();
    assert!(text.ends_with("\n\n"), "the last line is empty: {text}");
    let lines: Vec<Value> = text.trim().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(rows(&officer, &json!({ "verb": "audit.export" })).await.len(), 1);
    for role in Role::ALL.iter().copied().filter(|role| *role != Role::PrivacyOfficer) {
        assert_eq!(server.role(role).post(path::AUDIT_EXPORT, &json!({})).await.status, 403, "{role}");
        assert_eq!(server.role(role).post(path::AUDIT_SEARCH, &json!({})).await.status, 403, "{role}");
        assert_eq!(server.role(role).get(path::AUDIT_REVIEW).await.status, 403, "{role}");
    }
}

async fn a_week_is_looked_at(server: &TestServer) {
    let officer = server.role(Role::PrivacyOfficer);
    let reader = server.colleague().await;
    for n in 0..25 {
        let made = server.signal(&format!("Zaak {n}")).await;
        reader.get(&format!("/v1/signals/{}", made["id"].as_str().unwrap())).await.expect(200);
    }
    let now = officer.get(path::AUDIT_REVIEW).await.expect(200);
    assert_eq!(
        (now["week"].as_str(), now["sample"].as_array().map(Vec::len)),
        (Some("2026-11-09"), Some(0)),
        "this week is not over"
    );
    server.advance(TimeDelta::days(7));
    let review = officer.get(path::AUDIT_REVIEW).await.expect(200);
    assert_eq!(review["week"], "2026-11-16");
    let sample = review["sample"].as_array().unwrap();
    assert_eq!(sample.len(), 20);
    assert_eq!(officer.get(path::AUDIT_REVIEW).await.expect(200)["sample"], review["sample"], "the same whoever asks, and when");
    let lowest =
        server.texts("SELECT hash FROM audit WHERE organisation = 'LMM' AND quarter > 0 AND account <> '' ORDER BY hash").await;
    let first = sample[0]["entry"]["seq"].as_i64().unwrap();
    assert_eq!(
        server.texts(&format!("SELECT hash FROM audit WHERE organisation = 'LMM' AND seq = {first}")).await,
        [lowest[0].clone()]
    );
    let many: Vec<(&Value, &Value)> =
        review["patterns"].as_array().unwrap().iter().map(|pattern| (&pattern["rule"], &pattern["figure"])).collect();
    assert!(many.contains(&(&json!("many"), &json!(25))), "{review}");
    assert!(review["patterns"].as_array().unwrap().iter().all(|pattern| pattern["name"] == json!(reader.name)), "{review}");
    // Looked at, once; who was first stays.
    let body = json!({ "seq": first });
    assert_eq!(officer.post(path::AUDIT_LOOKED, &body).await.status, 204);
    let second = server.account(Role::PrivacyOfficer, "Tweede", "LMM").await;
    assert_eq!(second.post(path::AUDIT_LOOKED, &body).await.status, 204);
    let review = second.get(path::AUDIT_REVIEW).await.expect(200);
    assert_eq!(review["sample"][0]["looked"]["by"], json!(officer.name));
    assert!(review["sample"][1]["looked"].is_null());
    assert_eq!(officer.post(path::AUDIT_LOOKED, &json!({ "seq": 1 })).await.status, 404, "only what was drawn");
    assert_eq!(rows(&officer, &json!({ "verb": "audit.look", "result": "done" })).await.len(), 2);
}
