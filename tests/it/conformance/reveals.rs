//! What is shielded in a case: in no answer but that of a reveal, which is a row in the audit log, each time, and a line in the history
//! of the case; for nobody of whom the case is not.

use loket::{
    api::{path, problem::Code},
    domain::{role::Role, share::SharePart},
};
use serde_json::{Value, json};

use super::cases::{share_with, text};
use crate::support::{
    http::{Caller, Reply, new_key},
    samples::{contact, full_signal},
    server::TestServer,
};

on_both_stores!(
    a_reveal_is_a_row_in_the_log_each_time,
    no_answer_but_a_reveal_gives_what_is_shielded,
    what_is_shielded_stays_when_the_rest_is_changed,
    another_organisation_reveals_what_it_sees_and_nothing_else,
    a_reveal_is_no_work_on_a_case,
);

/// What is shielded in [`full_signal`], in the order of the fields.
const VALUES: [(&str, &str); 4] = [
    ("reporter.phone", "+31 85 555 6305"),
    ("reporter.mail", "m.degraaf@voorbeeld.nl"),
    ("source.reference", "INT-2600"),
    ("household", "H-7K2F"),
];

/// A signal in which every field is filled: its id and number.
async fn made(desk: &Caller) -> (String, String) {
    let item = desk.post(path::SIGNALS, &full_signal()).await.expect(201)["item"].clone();
    (text(&item["id"]), text(&item["number"]))
}

async fn reveal(who: &Caller, route: &str, named: &str) -> Reply {
    who.post(&route.replace("{id}", named).replace("{number}", named), &json!({})).await
}

fn shown(reply: &Reply) -> Vec<(String, String)> {
    let values = reply.expect(201)["values"].as_array().unwrap().clone();
    values.iter().map(|one| (text(&one["field"]), text(&one["value"]))).collect()
}

fn expected(fields: &[usize]) -> Vec<(String, String)> {
    fields.iter().map(|at| (VALUES[*at].0.to_owned(), VALUES[*at].1.to_owned())).collect()
}

fn says_nothing(reply: &Reply, about: &str) {
    for (field, value) in VALUES {
        assert!(!reply.text().contains(value), "{about}: {field} in {}", reply.text());
    }
}

async fn rows(server: &TestServer, verb: &str, organisation: &str) -> Vec<Value> {
    let officer = server.account(Role::PrivacyOfficer, "FG", organisation).await;
    let found = officer.post(path::AUDIT_SEARCH, &json!({ "verb": verb })).await;
    says_nothing(&found, "the audit log");
    found.expect(200)["items"].as_array().unwrap().clone()
}

async fn history(desk: &Caller, id: &str) -> Vec<Value> {
    let whole = desk.get(&path::SIGNAL.replace("{id}", id)).await;
    says_nothing(&whole, "the history");
    let timeline = whole.expect(200)["timeline"].as_array().unwrap().clone();
    timeline.into_iter().filter(|entry| entry["kind"] == "reveal").collect()
}

async fn a_reveal_is_a_row_in_the_log_each_time(server: &TestServer) {
    let desk = server.desk();
    let (id, number) = made(&desk).await;
    assert_eq!(rows(server, "signal.reveal", "LMM").await, [json!(null); 0]);
    let reply = reveal(&desk, path::SIGNAL_REVEALS, &id).await;
    assert_eq!(shown(&reply), expected(&[0, 1, 2, 3]));
    assert_eq!(reply.expect(201)["version"], 2);
    let found = rows(server, "signal.reveal", "LMM").await;
    assert_eq!(found.len(), 1);
    for (field, value) in
        [("account", &*desk.account), ("object", &id), ("number", &number), ("purpose", "reach who reported a case")]
    {
        assert_eq!(found[0][field], value, "{field}: {}", found[0]);
    }
    assert_eq!(found[0]["request"], reply.header("x-request-id"));
    // Again in the same quarter of an hour, by another, and the same request once more: each is a row.
    let secretary = server.role(Role::LetSecretary);
    shown(&reveal(&secretary, path::SIGNAL_REVEALS, &number).await);
    let key = new_key();
    let to = path::SIGNAL_REVEALS.replace("{id}", &id);
    for _ in 0..2 {
        assert_eq!(shown(&desk.post_with(key, &to, &json!({})).await), expected(&[0, 1, 2, 3]));
    }
    assert_eq!(rows(server, "signal.reveal", "LMM").await.len(), 4);
    let told = history(&desk, &id).await;
    assert_eq!(told.len(), 3, "what was shown twice for one press stands there once");
    assert_eq!(told[2]["text"], "reporter.phone, reporter.mail, source.reference, household");
    assert_eq!((&told[2]["byName"], &told[1]["byName"]), (&json!(desk.name), &json!(secretary.name)));
    // Of nothing nothing is shown, and that is a row too.
    let bare = text(&server.signal("Kaal").await["id"]);
    assert_eq!(shown(&reveal(&desk, path::SIGNAL_REVEALS, &bare).await), []);
    assert_eq!((rows(server, "signal.reveal", "LMM").await.len(), history(&desk, &bare).await.len()), (5, 0));
    reveal(&desk, path::SIGNAL_REVEALS, "S-2026-09999").await.problem(Code::NotFound);
}

async fn no_answer_but_a_reveal_gives_what_is_shielded(server: &TestServer) {
    let desk = server.desk();
    let key = new_key();
    let created = desk.post_with(key, path::SIGNALS, &full_signal()).await;
    let id = text(&created.expect(201)["item"]["id"]);
    let one = path::SIGNAL.replace("{id}", &id);
    let named: Vec<Value> = VALUES.iter().map(|(field, _)| json!(field)).collect();
    for (about, reply) in [
        ("made", created),
        ("made again", desk.post_with(key, path::SIGNALS, &full_signal()).await),
        ("made by the same source", desk.post(path::SIGNALS, &full_signal()).await),
        ("read", desk.get(&one).await),
        ("noted", desk.post(&format!("{one}/notes"), &json!({ "text": "x" })).await),
        ("contact", desk.post(&format!("{one}/contact-moments"), &contact("SVB")).await),
        ("claimed", desk.post(&format!("{one}/claims"), &json!({})).await),
        ("released", desk.delete(&format!("{one}/claims/current")).await),
        ("changed", desk.patch(&one, 5, &json!({ "title": "Anders", "household": "H-9999" })).await),
        ("changed back", desk.patch(&one, 6, &json!({ "household": "H-7K2F" })).await),
        ("listed", desk.get(path::SIGNALS).await),
        ("searched", desk.post(path::SIGNALS_SEARCH, &json!({ "query": "anders" })).await),
        ("followed", desk.get(path::CHANGES).await),
    ] {
        assert!((200..300).contains(&reply.status), "{about}: {}", reply.text());
        says_nothing(&reply, about);
        assert!(!reply.text().contains("H-9999"), "{about}: {}", reply.text());
        if !["listed", "searched", "followed"].contains(&about) {
            let whole: Value = serde_json::from_slice(&reply.body).unwrap();
            let signal = if whole["item"].is_object() { &whole["item"] } else { &whole };
            assert_eq!(signal["shielded"], json!(named), "{about}");
            assert!(signal["facts"]["reporter"].get("phone").is_none(), "{about}: absent, so that nobody sends it back empty");
        }
    }
}

async fn what_is_shielded_stays_when_the_rest_is_changed(server: &TestServer) {
    let desk = server.desk();
    let (id, _) = made(&desk).await;
    let one = path::SIGNAL.replace("{id}", &id);
    // Whoever read it sends back what was seen.
    let mut seen = desk.get(&one).await.expect(200)["facts"]["reporter"].clone();
    seen["name"] = "B. Visser".into();
    let changed = desk.patch(&one, 1, &json!({ "reporter": seen })).await.expect(200);
    assert_eq!(changed["facts"]["reporter"]["name"], "B. Visser");
    assert_eq!(shown(&reveal(&desk, path::SIGNAL_REVEALS, &id).await), expected(&[0, 1, 2, 3]));
    desk.patch(&one, 3, &json!({ "reporter": { "phone": "085 555 0000", "mail": null } })).await.expect(200);
    let now = shown(&reveal(&desk, path::SIGNAL_REVEALS, &id).await);
    let fields: Vec<&str> = now.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["reporter.phone", "source.reference", "household"]);
    assert_eq!(now[0].1, "085 555 0000");
}

async fn another_organisation_reveals_what_it_sees_and_nothing_else(server: &TestServer) {
    let desk = server.desk();
    let (id, number) = made(&desk).await;
    let (municipal, body) = (server.role(Role::Municipal), server.role(Role::Body));
    let at = path::CASE.replace("{number}", &number);
    let refused = |reply: Reply, code| {
        says_nothing(&reply, "refused");
        reply.problem(code);
    };
    refused(reveal(&body, path::CASE_REVEALS, &number).await, Code::NotFound);
    for role in [Role::Municipal, Role::Body, Role::RegisterReader, Role::PrivacyOfficer, Role::Administrator] {
        refused(reveal(&server.role(role), path::SIGNAL_REVEALS, &id).await, Code::NotAllowed);
    }
    refused(reveal(&desk, path::CASE_REVEALS, &number).await, Code::NotAllowed);
    let share = async |recipient: &str, parts: &[SharePart]| {
        let made = desk.post(&path::SIGNAL_SHARES.replace("{id}", &id), &share_with(recipient, parts)).await.expect(201);
        text(&made["item"]["id"])
    };
    // What is not shared with it is not shown, whatever else is.
    let first = share("UWV", &[SharePart::Stalemate]).await;
    assert_eq!(shown(&reveal(&body, path::CASE_REVEALS, &number).await), []);
    share("UWV", &[SharePart::Reporter]).await;
    let case = body.get(&at).await;
    says_nothing(&case, "a case");
    assert_eq!(case.expect(200)["shielded"], json!(["reporter.phone", "reporter.mail"]));
    assert_eq!(case.expect(200)["reporter"]["name"], "M. de Graaf");
    let reply = reveal(&body, path::CASE_REVEALS, &number).await;
    assert_eq!(shown(&reply), expected(&[0, 1]));
    assert!(reply.expect(201).get("version").is_none());
    share("GM0344", &[SharePart::Household]).await;
    assert_eq!(shown(&reveal(&municipal, path::CASE_REVEALS, &number).await), expected(&[3]));
    // In an emergency the whole of it, to that one person.
    let night = server.account(Role::Municipal, "Hatice", "GM0518").await;
    refused(reveal(&night, path::CASE_REVEALS, &number).await, Code::NotFound);
    let opened = json!({ "reason": "Het gezin staat vanavond op straat.", "minutes": 30 });
    let opened = night.post(&path::CASE_EMERGENCY.replace("{number}", &number), &opened).await;
    says_nothing(&opened, "emergency access");
    opened.expect(201);
    assert_eq!(shown(&reveal(&night, path::CASE_REVEALS, &number).await), expected(&[0, 1, 3]));
    server.advance(chrono::TimeDelta::minutes(31));
    refused(reveal(&night, path::CASE_REVEALS, &number).await, Code::NotFound);
    // Each stands in the chain of its own organisation; the desk has it in the history of the case, with who of where.
    let found = rows(server, "case.reveal", "UWV").await;
    assert_eq!(found.iter().filter(|row| row["result"] == "done").count(), 2, "{found:?}");
    assert_eq!(rows(server, "case.reveal", "GM0344").await.len(), 1);
    assert_eq!(rows(server, "signal.reveal", "LMM").await.iter().filter(|row| row["result"] == "done").count(), 0);
    let told = history(&desk, &id).await;
    let from: Vec<&Value> = told.iter().map(|entry| &entry["organisation"]).collect();
    assert_eq!(from, ["GM0518", "GM0344", "UWV"]);
    assert_eq!(told[2]["text"], "reporter.phone, reporter.mail");
    // What is ended is shown no longer.
    desk.post(&path::SHARE_END.replace("{id}", &first), &json!({ "reason": "rond" })).await.expect(200);
    shown(&reveal(&body, path::CASE_REVEALS, &number).await);
}

async fn a_reveal_is_no_work_on_a_case(server: &TestServer) {
    let reader = server.colleague().await;
    let (id, _) = made(&server.desk()).await;
    // In ten quarters of an hour, each time with a reveal: that is still somebody who did nothing with it.
    for _ in 0..10 {
        reader.get(&path::SIGNAL.replace("{id}", &id)).await.expect(200);
        shown(&reveal(&reader, path::SIGNAL_REVEALS, &id).await);
        server.advance(chrono::TimeDelta::minutes(16));
    }
    server.execute("UPDATE audit SET at = at - 604800000000 WHERE verb IN ('signal.read', 'signal.reveal')").await;
    let review = server.role(Role::PrivacyOfficer).get(path::AUDIT_REVIEW).await.expect(200);
    let patterns = review["patterns"].as_array().unwrap();
    assert!(patterns.iter().any(|one| one["rule"] == "again" && one["account"] == json!(reader.account)), "{review}");
}
