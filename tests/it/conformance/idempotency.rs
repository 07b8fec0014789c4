//! One press, one effect: the same key never acts twice.

use loket::{
    api::{IDEMPOTENCY_KEY, problem::Code},
    domain::role::Role,
    server::tokens,
};
use reqwest::{Method, header};
use serde_json::json;

use crate::support::{
    http::{Caller, Reply, new_key},
    samples::{full_signal, officer, signal},
    server::TestServer,
};

on_both_stores!(
    a_repeat_gets_the_same_answer,
    every_kind_of_write_can_be_repeated,
    another_body_under_the_same_key_is_refused,
    a_key_belongs_to_one_account,
    rights_are_checked_before_the_answer_is_repeated,
    a_key_is_needed_where_something_is_made,
    a_refusal_does_not_use_the_key_up,
    many_at_once_have_one_effect,
    keys_are_kept_for_ninety_days,
);

async fn count(who: &Caller) -> usize {
    who.get("/v1/signals?limit=200").await.expect(200)["items"].as_array().unwrap().len()
}

async fn a_repeat_gets_the_same_answer(server: &TestServer) {
    let desk = server.desk();
    let key = new_key();
    let mut body = full_signal();
    body["facts"]["account"] = "bsn 999990019".into();
    let first = desk.post_with(key, "/v1/signals", &body).await;
    server.advance(chrono::TimeDelta::minutes(5));
    for _ in 0..3 {
        let again = desk.post_with(key, "/v1/signals", &body).await;
        assert_eq!(again.expect(201), first.expect(201), "also created and masked");
    }
    assert_eq!(count(&desk).await, 1);
}

async fn every_kind_of_write_can_be_repeated(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    let person = desk.post("/v1/officers", &officer("UWV", "Eerste")).await.expect(201)["item"].clone();
    let officer_path = format!("/v1/officers/{}", person["id"].as_str().unwrap());
    let writes = [
        (Method::POST, format!("{path}/notes"), Some(json!({ "text": "Eén keer" })), None),
        (Method::POST, format!("{path}/contact-moments"), Some(json!({ "contact": { "with": "SVB", "reached": false } })), None),
        (Method::POST, format!("{path}/claims"), Some(json!({})), None),
        (Method::DELETE, format!("{path}/claims/current"), None, None),
        (Method::PATCH, path.clone(), Some(json!({ "title": "Nieuw" })), Some(&path)),
        (Method::POST, "/v1/officers".into(), Some(officer("UWV", "Tweede")), None),
        (Method::PATCH, officer_path.clone(), Some(json!({ "title": "Nieuw" })), Some(&officer_path)),
    ];
    for (method, to, body, versioned) in writes {
        let key = new_key();
        let version = match versioned {
            Some(path) => desk.get(path).await.expect(200)["version"].as_i64().unwrap(),
            None => 0,
        };
        let send = || {
            let mut request = desk.request(method.clone(), &to).header(IDEMPOTENCY_KEY, key.to_string());
            if let Some(body) = &body {
                request = request.json(body);
            }
            if versioned.is_some() {
                request = request.header(header::IF_MATCH, format!("\"{version}\""));
            }
            Reply::of(request)
        };
        let first = send().await;
        let answer = first.ok();
        let before = (desk.get(&path).await.expect(200), count_officers(&desk).await);
        let again = send().await;
        assert_eq!((again.status, again.ok()), (first.status, answer), "{method} {to}");
        assert_eq!((desk.get(&path).await.expect(200), count_officers(&desk).await), before, "{method} {to}: no second effect");
    }
}

async fn count_officers(who: &Caller) -> usize {
    who.get("/v1/officers?limit=200").await.expect(200)["items"].as_array().unwrap().len()
}

async fn another_body_under_the_same_key_is_refused(server: &TestServer) {
    let desk = server.desk();
    let key = new_key();
    let first = desk.post_with(key, "/v1/signals", &signal("een")).await.expect(201);
    desk.post_with(key, "/v1/signals", &signal("twee")).await.problem(Code::IdempotencyKeyReused);
    let notes = format!("/v1/signals/{}/notes", first["item"]["id"].as_str().unwrap());
    desk.post_with(key, &notes, &json!({ "text": "x" })).await.problem(Code::IdempotencyKeyReused);
    desk.post_with(key, "/v1/officers", &signal("een")).await.any_problem();
    assert_eq!(count(&desk).await, 1);
    // What was broken off is not the same request either.
    let broken = desk.request(Method::POST, "/v1/signals").header(IDEMPOTENCY_KEY, key.to_string());
    Reply::of(broken.header(header::CONTENT_TYPE, "application/json").body("{\"channel\":")).await.any_problem();
}

async fn a_key_belongs_to_one_account(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let key = new_key();
    let mine = desk.post_with(key, "/v1/signals", &signal("van mij")).await.expect(201);
    let theirs = other.post_with(key, "/v1/signals", &signal("van een ander")).await.expect(201);
    assert_ne!(mine["item"]["id"], theirs["item"]["id"], "another account learns nothing of my answer");
    let reader = server.role(Role::RegisterReader);
    let reply = reader.post_with(key, "/v1/signals", &signal("van mij")).await;
    reply.problem(Code::NotAllowed);
    assert!(!reply.text().contains(mine["item"]["number"].as_str().unwrap()));
}

async fn rights_are_checked_before_the_answer_is_repeated(server: &TestServer) {
    let other = server.colleague().await;
    let key = new_key();
    other.post_with(key, "/v1/signals", &signal("Ontruiming")).await.expect(201);
    server.execute(&format!("UPDATE accounts SET role = 'register-reader' WHERE id = '{}'", other.account)).await;
    server.advance(chrono::TimeDelta::seconds(10));
    let reply = other.post_with(key, "/v1/signals", &signal("Ontruiming")).await;
    reply.problem(Code::NotAllowed);
    tokens::revoke(server.store(), server.clock_now(), other.account.parse().unwrap()).await.unwrap();
    server.advance(chrono::TimeDelta::seconds(10));
    other.post_with(key, "/v1/signals", &signal("Ontruiming")).await.problem(Code::NotSignedIn);
}

async fn a_key_is_needed_where_something_is_made(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Ontruiming").await;
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    for (path, body) in [
        ("/v1/signals".to_owned(), signal("x")),
        ("/v1/officers".into(), officer("UWV", "x")),
        (format!("{path}/notes"), json!({ "text": "x" })),
        (format!("{path}/contact-moments"), json!({ "contact": { "with": "x", "reached": true } })),
        (format!("{path}/claims"), json!({})),
    ] {
        let bare = || desk.request(Method::POST, &path).json(&body);
        Reply::of(bare()).await.problem(Code::IdempotencyKeyMissing);
        for wrong in ["", "1", "geen-uuid", &"0".repeat(5000)] {
            let reply = Reply::of(bare().header(IDEMPOTENCY_KEY, wrong)).await;
            reply.problem(Code::IdempotencyKeyMissing);
        }
    }
    for path in ["/v1/signals/_search", "/v1/officers/_search"] {
        Reply::of(desk.request(Method::POST, path).json(&json!({ "query": "x" }))).await.expect(200);
    }
    assert_eq!((count(&desk).await, desk.get(&path).await.expect(200)), (1, item));
}

async fn a_refusal_does_not_use_the_key_up(server: &TestServer) {
    let desk = server.desk();
    let key = new_key();
    desk.post_with(key, "/v1/signals", &signal(" ")).await.problem(Code::InvalidInput);
    let item = desk.post_with(key, "/v1/signals", &signal("Nu goed")).await.expect(201)["item"].clone();
    let claims = format!("/v1/signals/{}/claims", item["id"].as_str().unwrap());
    let other = server.colleague().await;
    let claim = new_key();
    desk.post(&claims, &json!({})).await.ok();
    other.post_with(claim, &claims, &json!({})).await.problem(Code::AlreadyClaimed);
    desk.delete(&format!("{claims}/current")).await.ok();
    assert_eq!(other.post_with(claim, &claims, &json!({})).await.ok()["owner"]["account"], other.account.as_str());
}

async fn many_at_once_have_one_effect(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Ontruiming").await;
    let notes = format!("/v1/signals/{}/notes", item["id"].as_str().unwrap());
    let (signal_key, note_key) = (new_key(), new_key());
    let sent = (0..16).map(|i| {
        let (desk, notes) = (desk.clone(), notes.clone());
        tokio::spawn(async move {
            if i % 2 == 0 {
                desk.post_with(signal_key, "/v1/signals", &signal("Eén")).await.ok()["item"]["number"].clone()
            } else {
                desk.post_with(note_key, &notes, &json!({ "text": "Eén" })).await.ok()["number"].clone()
            }
        })
    });
    let mut numbers = vec![];
    for reply in sent.collect::<Vec<_>>() {
        numbers.push(reply.await.unwrap().as_str().unwrap().to_owned());
    }
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 2, "{numbers:?}");
    assert_eq!(count(&desk).await, 2);
    let after = desk.get(notes.trim_end_matches("/notes")).await.expect(200);
    assert_eq!(after["timeline"].as_array().unwrap().len(), 2, "received and one note");
}

async fn keys_are_kept_for_ninety_days(server: &TestServer) {
    let desk = server.desk();
    let key = new_key();
    let first = desk.post_with(key, "/v1/signals", &signal("Lang geleden")).await.expect(201);
    server.advance(chrono::TimeDelta::days(89));
    assert_eq!(desk.post_with(key, "/v1/signals", &signal("Lang geleden")).await.expect(201)["item"]["id"], first["item"]["id"]);
    assert_eq!(count(&desk).await, 1);
}
