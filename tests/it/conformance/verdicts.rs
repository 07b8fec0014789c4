//! After a call: an entry is right, or wrong because. What is wrong waits for who maintains it, and everything has a history.

use loket::{api::problem::Code, domain::role::Role};
use serde_json::{Value, json};

use crate::support::{http::Caller, samples::officer, server::TestServer};

on_both_stores!(
    who_called_says_that_it_is_right,
    what_is_wrong_waits_for_its_own_editor,
    what_was_said_is_taken_back_as_long_as_nothing_changed_since,
    a_history_tells_who_changed_what,
    for_which_cases_somebody_was_called_is_told,
    what_asks_for_attention_is_listed,
    who_has_nobody_yet_is_listed,
    an_absence_has_a_first_and_a_last_day,
    a_delivery_of_before_a_field_was_there_is_still_the_same,
);

async fn made(server: &TestServer, organisation: &str, name: &str) -> Value {
    server.desk().post("/v1/officers", &officer(organisation, name)).await.expect(201)["item"].clone()
}

fn at(item: &Value, verb: &str) -> String {
    format!("/v1/officers/{}{verb}", item["id"].as_str().unwrap())
}

fn names(page: &Value) -> Vec<String> {
    page["items"].as_array().unwrap().iter().map(|row| row["facts"]["name"].as_str().unwrap().to_owned()).collect()
}

async fn asking(who: &Caller, attention: &str) -> Vec<String> {
    names(&who.get(&format!("/v1/officers?attention={attention}")).await.expect(200))
}

async fn who_called_says_that_it_is_right(server: &TestServer) {
    let item = made(server, "UWV", "A. Bergen").await;
    let reader = server.role(Role::RegisterReader);
    let today = server.clock_now().date_naive().to_string();
    let confirmed = reader.act(&at(&item, "/_confirm"), 1, &json!({})).await.expect(200);
    assert_eq!((&confirmed["facts"]["verifiedOn"], &confirmed["version"]), (&today.clone().into(), &2.into()));
    assert!(!confirmed["verdict"]["verifiedBy"].as_str().unwrap().is_empty(), "{confirmed}");
    reader.act(&at(&item, "/_confirm"), 1, &json!({})).await.problem(Code::StaleVersion);
    reader.patch(&at(&item, ""), 2, &json!({ "phone": "+31 30 555 0001" })).await.problem(Code::NotAllowed);
    assert_eq!(server.number("SELECT COUNT(*) FROM audit WHERE verb = 'officer.confirm'").await, 1);
}

async fn what_is_wrong_waits_for_its_own_editor(server: &TestServer) {
    let own = made(server, "GM0344", "S. de Boer").await;
    let other = made(server, "UWV", "A. Bergen").await;
    let reader = server.role(Role::RegisterReader);
    for item in [&own, &other] {
        let reported = reader.act(&at(item, "/_report"), 1, &json!({ "reason": "nummer is van een ander" })).await.expect(200);
        assert_eq!(reported["verdict"]["reports"][0]["reason"], "nummer is van een ander");
        assert_eq!(reported["facts"], item["facts"], "nothing else changes");
    }
    let reply = reader.act(&at(&own, "/_report"), 2, &json!({ "reason": " " })).await;
    reply.problem(Code::InvalidInput);
    assert_eq!(reply.fault_places(), ["/reason"]);
    let number = json!({ "reason": "bsn 999990019 staat erin" });
    assert!(reader.act(&at(&own, "/_report"), 2, &number).await.status >= 400, "a citizen service number is not kept");
    let editor = server.role(Role::RegisterEditor);
    assert_eq!(asking(&editor, "reported").await, ["S. de Boer"], "of the own organisation only");
    assert_eq!(asking(&server.desk(), "reported").await, ["S. de Boer", "A. Bergen"]);
    // Another's confirmation says when it was verified, and settles nothing.
    let seen = reader.act(&at(&own, "/_confirm"), 2, &json!({})).await.expect(200);
    assert_eq!(seen["verdict"]["reports"].as_array().unwrap().len(), 1);
    editor.patch(&at(&own, ""), 3, &json!({ "phone": "+31 30 555 0009" })).await.expect(200);
    assert_eq!(asking(&editor, "reported").await, ["S. de Boer"], "a correction alone says not that it is right now");
    let settled = editor.act(&at(&own, "/_confirm"), 4, &json!({})).await.expect(200);
    assert_eq!(settled["verdict"]["reports"], Value::Array(vec![]));
    assert!(asking(&editor, "reported").await.is_empty());
    // An editor of another organisation settles nothing of this one.
    editor.act(&at(&other, "/_confirm"), 2, &json!({})).await.expect(200);
    assert_eq!(asking(&server.desk(), "reported").await, ["A. Bergen"]);
    editor.patch(&at(&other, ""), 3, &json!({ "phone": "+31 30 555 0001" })).await.problem(Code::NotAllowed);
}

async fn what_was_said_is_taken_back_as_long_as_nothing_changed_since(server: &TestServer) {
    let item = made(server, "UWV", "A. Bergen").await;
    let (reader, desk) = (server.role(Role::RegisterReader), server.desk());
    reader.act(&at(&item, "/_confirm"), 1, &json!({})).await.expect(200);
    desk.act(&at(&item, "/_take-back"), 2, &json!({})).await.problem(Code::NotAllowed);
    let back = reader.act(&at(&item, "/_take-back"), 2, &json!({})).await.expect(200);
    assert_eq!((&back["facts"], back.get("verdict")), (&item["facts"], None));
    reader.act(&at(&item, "/_report"), 3, &json!({ "reason": "fout" })).await.expect(200);
    desk.patch(&at(&item, ""), 4, &json!({ "phone": "+31 30 555 0001" })).await.expect(200);
    reader.act(&at(&item, "/_take-back"), 4, &json!({})).await.problem(Code::StaleVersion);
    // Only what was said, never a correction.
    desk.act(&at(&item, "/_take-back"), 5, &json!({})).await.problem(Code::NotAllowed);
}

async fn a_history_tells_who_changed_what(server: &TestServer) {
    let item = made(server, "UWV", "A. Bergen").await;
    let desk = server.desk();
    desk.patch(&at(&item, ""), 1, &json!({ "phone": "+31 30 555 0001" })).await.expect(200);
    server.role(Role::RegisterReader).act(&at(&item, "/_report"), 2, &json!({ "reason": "neemt niet op" })).await.expect(200);
    let history = desk.get(&at(&item, "/history")).await.expect(200)["items"].clone();
    let versions: Vec<i64> = history.as_array().unwrap().iter().map(|one| one["version"].as_i64().unwrap()).collect();
    assert_eq!(versions, [3, 2, 1]);
    assert_eq!(history[0]["changes"], json!([{ "field": "reports", "before": "", "after": "neemt niet op" }]));
    assert_eq!(history[1]["changes"][0]["field"], "phone");
    assert_eq!(history[1]["changes"][0]["after"], "+31 30 555 0001");
    assert_eq!(history[2]["changes"], json!([]));
    assert!(!history[1]["by"].as_str().unwrap().is_empty());
    server.role(Role::RegisterReader).get(&at(&item, "/history")).await.problem(Code::NotAllowed);
    server.role(Role::RegisterEditor).get(&at(&item, "/history")).await.problem(Code::NotAllowed);
    desk.get("/v1/officers/018f0000-0000-7000-8000-000000000000/history").await.problem(Code::NotFound);
}

async fn for_which_cases_somebody_was_called_is_told(server: &TestServer) {
    let (desk, item) = (server.desk(), made(server, "UWV", "A. Bergen").await);
    let mut numbers = vec![];
    for title in ["Eerste", "Tweede"] {
        let signal = server.signal(title).await;
        let contact = json!({ "contact": { "with": "A. Bergen, UWV", "reached": true }, "officer": item["id"] });
        desk.post(&format!("/v1/signals/{}/contact-moments", signal["id"].as_str().unwrap()), &contact).await.expect(201);
        numbers.insert(0, signal["number"].clone());
        server.advance(chrono::TimeDelta::hours(1));
    }
    let other = server.signal("Ander").await;
    let unknown = json!({ "contact": { "with": "?", "reached": true }, "officer": "018f0000-0000-7000-8000-000000000000" });
    desk.post(&format!("/v1/signals/{}/contact-moments", other["id"].as_str().unwrap()), &unknown).await.expect(201);
    let calls = desk.get(&at(&item, "/calls")).await.expect(200)["items"].clone();
    let told: Vec<Value> = calls.as_array().unwrap().iter().map(|call| call["number"].clone()).collect();
    assert_eq!(told, numbers, "the last first");
    server.role(Role::RegisterReader).get(&at(&item, "/calls")).await.problem(Code::NotAllowed);
}

async fn what_asks_for_attention_is_listed(server: &TestServer) {
    let desk = server.desk();
    for (name, verified, ends) in [
        ("nooit", Value::Null, Value::Null),
        ("net niet", "2025-11-16".into(), Value::Null),
        ("net wel", "2025-11-15".into(), Value::Null),
        ("vandaag", "2026-11-16".into(), "2026-11-16".into()),
        ("zes weken", "2026-11-16".into(), "2026-12-28".into()),
        ("later", "2026-11-16".into(), "2026-12-29".into()),
        ("voorbij", "2026-11-16".into(), "2026-11-15".into()),
    ] {
        let mut body = officer("UWV", name);
        body["facts"]["verifiedOn"] = verified;
        body["facts"]["mandateUntil"] = ends;
        desk.post("/v1/officers", &body).await.expect(201);
    }
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(asking(&desk, "stale").await), ["net wel", "nooit"]);
    assert_eq!(sorted(asking(&desk, "ending").await), ["vandaag", "zes weken"]);
    assert!(asking(&desk, "reported").await.is_empty());
    desk.get("/v1/officers?attention=alles").await.problem(Code::InvalidInput);
    // The same by the words of the search.
    for (query, expected) in [("is:verouderd", vec!["net wel", "nooit"]), ("is:ending", vec!["vandaag", "zes weken"])] {
        let hits = desk.post("/v1/officers/_search", &json!({ "query": query })).await.expect(200);
        let found =
            hits["items"].as_array().unwrap().iter().map(|hit| hit["officer"]["facts"]["name"].as_str().unwrap().to_owned());
        assert_eq!(sorted(found.collect()), expected, "{query}");
    }
}

async fn who_has_nobody_yet_is_listed(server: &TestServer) {
    let desk = server.desk();
    let codes = |page: Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    made(server, "UWV", "A. Bergen").await;
    let mut over = officer("SVB", "B. Bergen");
    over["facts"]["mandateUntil"] = "2026-11-15".into();
    desk.post("/v1/officers", &over).await.expect(201);
    let missing = codes(desk.get("/v1/officers/_unappointed").await.expect(200));
    assert!(missing.contains(&"SVB".to_owned()) && missing.contains(&"GM0344".to_owned()), "{missing:?}");
    assert!(!missing.contains(&"UWV".to_owned()));
    let own = codes(server.role(Role::RegisterEditor).get("/v1/officers/_unappointed").await.expect(200));
    assert_eq!(own, ["GM0344"], "an editor hears of the own organisation");
}

async fn an_absence_has_a_first_and_a_last_day(server: &TestServer) {
    let item = made(server, "GM0344", "S. de Boer").await;
    let editor = server.role(Role::RegisterEditor);
    for (patch, fault) in [
        (json!({ "absentFrom": "2026-12-01" }), "/absentUntil"),
        (json!({ "absentFrom": "2026-12-01", "absentUntil": "2026-11-30" }), "/absentUntil"),
    ] {
        let reply = editor.patch(&at(&item, ""), 1, &patch).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), [fault], "{patch}");
    }
    let away = json!({ "absentFrom": "2026-12-01", "absentUntil": "2026-12-12", "deputy": "E. Smits" });
    editor.patch(&at(&item, ""), 1, &away).await.expect(200);
    let here =
        |who: Caller| async move { who.post("/v1/officers/_search", &json!({ "query": "boer -afwezig" })).await.expect(200) };
    assert_eq!(here(server.desk()).await["items"].as_array().unwrap().len(), 1, "not away yet");
    server.advance(chrono::TimeDelta::days(20));
    assert_eq!(here(server.desk()).await["items"].as_array().unwrap().len(), 0, "away");
}

async fn a_delivery_of_before_a_field_was_there_is_still_the_same(server: &TestServer) {
    let desk = server.desk();
    let mut body = officer("GM0344", "G. Özdemir");
    body["source"] = json!({ "system": "register", "reference": "R-1" });
    desk.post("/v1/officers", &body).await.expect(201);
    // As an older loket kept it.
    let changed =
        server.execute("UPDATE history SET new = REPLACE(new, '\"absentFrom\":null,', '') WHERE field = 'received'").await;
    assert_eq!(changed, 1);
    assert_eq!(desk.post("/v1/officers", &body).await.expect(200)["created"], false);
}
