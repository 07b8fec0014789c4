//! The calendar feed: one secret in its address, no more rights than its account has now, and nothing of a person in it.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::role::Role,
    server::tokens,
};
use reqwest::header;
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, Reply},
    samples::{decision, signal_with},
    server::TestServer,
};

on_both_stores!(
    every_deadline_is_an_event_and_follows_its_day,
    the_same_calendar_is_not_sent_twice,
    a_bad_token_gets_one_answer,
    a_feed_ends_with_its_token_its_day_and_its_account,
    a_secret_is_shown_once_and_kept_nowhere,
    tokens_are_ones_own,
    attacks_stay_text,
);

async fn made(who: &Caller, body: Value) -> Value {
    who.post(path::FEED_TOKENS, &body).await.expect(201)
}

async fn address(who: &Caller) -> String {
    made(who, json!({ "name": "agenda" })).await["path"].as_str().unwrap().to_owned()
}

/// A signal with an objection term and a threatening event.
async fn case(server: &TestServer, on: &str) -> Value {
    let facts = json!({ "decisions": [decision("F-1")], "threats": [{ "what": "ontruiming van J. Jansen", "on": on }] });
    server.desk().post("/v1/signals", &signal_with("Titel van J. Jansen", facts)).await.expect(201)["item"].clone()
}

/// Events by UID, each with its properties, unfolded and read by a reader that knows nothing of the writer.
fn events(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    let (mut all, mut now, mut reminding) = (BTreeMap::new(), None, false);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN" | "END", "VALARM") => reminding = name == "BEGIN",
            ("BEGIN", "VEVENT") => assert!(now.replace(BTreeMap::<String, String>::new()).is_none()),
            ("END", "VEVENT") => {
                let event = now.take().unwrap();
                assert!(all.insert(event["UID"].clone(), event).is_none(), "an UID twice");
            }
            _ => {
                if let Some(event) = &mut now {
                    // What an alarm says is no property of its event.
                    let name = if reminding { format!("VALARM {name}") } else { name.to_owned() };
                    event.entry(name).and_modify(|all| *all = format!("{all} {value}")).or_insert(value.to_owned());
                }
            }
        }
    }
    all
}

async fn read(server: &TestServer, address: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let reply = server.stranger().get(address).await;
    assert_eq!((reply.status, reply.header("content-type")), (200, "text/calendar; charset=utf-8"), "{}", reply.text());
    events(&reply.text())
}

async fn every_deadline_is_an_event_and_follows_its_day(server: &TestServer) {
    let desk = server.desk();
    let signal = case(server, "2026-12-15").await;
    let feed = address(&desk).await;
    let before = read(server, &feed).await;
    let board = desk.get("/v1/deadlines").await.expect(200)["items"].as_array().unwrap().clone();
    assert_eq!(before.len(), board.len());
    for row in &board {
        let event = &before[&format!("{}@loket", row["id"].as_str().unwrap())];
        assert_eq!(event["DTSTART;VALUE=DATE"], row["alarmOn"].as_str().unwrap().replace('-', ""));
    }
    let summary = |events: &BTreeMap<String, BTreeMap<String, String>>, kind: &str| {
        events.values().find(|event| event["SUMMARY"].contains(kind)).unwrap().clone()
    };
    assert_eq!(summary(&before, "bezwaartermijn")["SUMMARY"], "S-2026-00001 bezwaartermijn UWV Awb 6:7");
    let threat = summary(&before, "dreiging");
    // The day moves: the same event, later.
    server.advance(TimeDelta::hours(1));
    let version = signal["version"].as_i64().unwrap();
    let path = format!("/v1/signals/{}", signal["id"].as_str().unwrap());
    let moved = json!({ "threats": [{ "what": "ontruiming van J. Jansen", "on": "2026-12-18" }] });
    desk.patch(&path, version, &moved).await.expect(200);
    let after = read(server, &feed).await;
    let now = &after[&threat["UID"]];
    assert_eq!((now["DTSTART;VALUE=DATE"].as_str(), now["DTEND;VALUE=DATE"].as_str()), ("20261218", "20261219"));
    let number = |event: &BTreeMap<String, String>| event["SEQUENCE"].parse::<i64>().unwrap();
    assert!(number(now) > number(&threat) && now["LAST-MODIFIED"] > threat["LAST-MODIFIED"]);
    assert_eq!(now["LAST-MODIFIED"], "20261116T100000Z");
    // It reminds ten and two working days before: Thursday 3 and Wednesday 16 December, at nine; unless that is not wanted.
    assert_eq!(now["VALARM TRIGGER"], "-P13DT15H -P1DT15H");
    assert_eq!(
        (now["VALARM ACTION"].as_str(), &now["VALARM DESCRIPTION"]),
        ("DISPLAY DISPLAY", &[now["SUMMARY"].as_str(); 2].join(" "))
    );
    let quiet = read(server, &format!("{feed}?alarms=off")).await;
    assert!(quiet.len() == after.len() && quiet.values().all(|event| !event.contains_key("VALARM TRIGGER")));
    server.stranger().get(&format!("{feed}?alarms=x")).await.problem(Code::InvalidInput);
    // Only what is asked for, in the language that is asked for.
    let only = read(server, &format!("{feed}?kind=threat&owner=none&lang=en")).await;
    assert_eq!(only.values().map(|event| event["SUMMARY"].as_str()).collect::<Vec<_>>(), ["S-2026-00001 threat"]);
    assert!(read(server, &format!("{feed}?owner=me")).await.is_empty());
    server.stranger().get(&format!("{feed}?kind=x")).await.problem(Code::InvalidInput);
    server.stranger().get(&format!("{feed}?lang=de")).await.problem(Code::InvalidInput);
    // Nothing of a person, and no free text.
    let text = server.stranger().get(&feed).await.text();
    assert!(!text.contains("Jansen") && !text.contains("Titel") && !text.contains("ontruiming"), "{text}");
    // What went leaves the calendar.
    let version = desk.get(&path).await.expect(200)["version"].as_i64().unwrap();
    desk.patch(&path, version, &json!({ "threats": [] })).await.expect(200);
    assert!(!read(server, &feed).await.contains_key(&threat["UID"]));
}

async fn the_same_calendar_is_not_sent_twice(server: &TestServer) {
    case(server, "2026-12-15").await;
    let feed = address(&server.desk()).await;
    let first = server.stranger().get(&feed).await;
    let tag = first.header("etag").to_owned();
    assert_eq!(first.header("cache-control"), "private, no-cache");
    server.advance(TimeDelta::hours(3));
    let again = |tag: String| {
        let request = server.stranger().request(reqwest::Method::GET, &feed).header(header::IF_NONE_MATCH, tag);
        async move { Reply::of(request).await }
    };
    let same = again(tag.clone()).await;
    assert_eq!((same.status, same.body.len(), same.header("etag")), (304, 0, tag.as_str()));
    assert_eq!(again(format!("\"x\", W/{tag}")).await.status, 304);
    case(server, "2026-12-16").await;
    assert_eq!(again(tag).await.status, 200);
}

async fn a_bad_token_gets_one_answer(server: &TestServer) {
    let desk = server.desk();
    let feed = address(&desk).await;
    let revoked = made(&desk, json!({ "name": "oud" })).await;
    desk.delete(&format!("/v1/feed-tokens/{}", revoked["item"]["id"].as_str().unwrap())).await.expect(200);
    let mut bad = vec![
        revoked["path"].as_str().unwrap().to_owned(),
        feed.replace("lkf_", "lkf_x"),
        feed.to_uppercase().replace("/V1/FEEDS/", "/v1/feeds/").replace(".ICS", ".ics").replace("DEADLINES", "deadlines"),
    ];
    let long = "x".repeat(5000);
    for token in ["lkf_", "x", "%00", "%ff", "..%2F..", "%1b%5B2J", "' OR 1=1 --", long.as_str(), &desk.token] {
        bad.push(path::FEED_DEADLINES.replace("{token}", &token.replace(' ', "%20")));
    }
    bad.push(format!("{}?kind=nonsense&x=y", feed.replace("lkf_", "lkf_y")));
    let plain = |reply: &Reply| (reply.status, reply.text(), reply.header("content-type").to_owned());
    let expected = plain(&server.stranger().get(&bad[0]).await);
    assert_eq!(expected.0, 404);
    for address in &bad {
        let reply = server.stranger().get(address).await;
        reply.problem(Code::NotFound);
        let words = |text: &str| {
            serde_json::from_str::<Value>(text)
                .map(|mut problem| {
                    problem.as_object_mut().map(|fields| {
                        fields.remove("requestId");
                        fields.clone()
                    })
                })
                .unwrap()
        };
        assert_eq!(words(&reply.text()), words(&expected.1), "{address}");
        assert!(!reply.text().contains("lkf_"));
    }
    assert_eq!(read(server, &feed).await.len(), 0);
}

async fn a_feed_ends_with_its_token_its_day_and_its_account(server: &TestServer) {
    let person = server.account(Role::Desk, "Even hier", tokens::DESK_ORGANISATION).await;
    let until = (server.clock_now() + TimeDelta::days(2)).to_rfc3339();
    let expiring = made(&person, json!({ "name": "kort", "expiresAt": until })).await["path"].as_str().unwrap().to_owned();
    let feed = address(&person).await;
    read(server, &expiring).await;
    server.advance(TimeDelta::days(2));
    server.stranger().get(&expiring).await.problem(Code::NotFound);
    read(server, &feed).await;
    // The role is asked each time.
    server.execute(&format!("UPDATE accounts SET role = 'register-reader' WHERE id = '{}'", person.account)).await;
    server.stranger().get(&feed).await.problem(Code::NotFound);
    server.execute(&format!("UPDATE accounts SET role = 'desk' WHERE id = '{}'", person.account)).await;
    read(server, &feed).await;
    // Who can no longer sign in has no feed.
    tokens::revoke(server.store(), server.clock_now(), person.account.parse().unwrap()).await.unwrap();
    server.stranger().get(&feed).await.problem(Code::NotFound);
}

async fn a_secret_is_shown_once_and_kept_nowhere(server: &TestServer) {
    let desk = server.desk();
    let key = crate::support::http::new_key();
    let body = json!({ "name": "agenda" });
    let ask = || {
        let request = desk.request(reqwest::Method::POST, path::FEED_TOKENS).header("idempotency-key", key.to_string());
        Reply::of(request.json(&body))
    };
    let first = ask().await.expect(201);
    let again = ask().await.expect(201);
    assert_eq!((&again["item"], &again["path"]), (&first["item"], &Value::Null));
    let secret = first["path"].as_str().unwrap().split('/').nth(3).unwrap().to_owned();
    assert!(secret.starts_with("lkf_") && secret.len() == 47);
    let list = desk.get(path::FEED_TOKENS).await.expect(200);
    assert_eq!((list["items"].as_array().unwrap().len(), list.to_string().contains(&secret)), (1, false));
    read(server, first["path"].as_str().unwrap()).await;
    server.stranger().get(&format!("{}?kind=x", first["path"].as_str().unwrap())).await.any_problem();
    desk.delete(&format!("/v1/feed-tokens/{}", first["item"]["id"].as_str().unwrap())).await.expect(200);
    for (table, columns) in [
        ("feed_tokens", "id || hash || name"),
        ("history", "old || new || field || object"),
        ("audit", "verb || object || change || hash"),
        ("idempotency", "key || request || object"),
        ("changes", "id"),
    ] {
        let all = server.texts(&format!("SELECT {columns} FROM {table}")).await.concat();
        assert!(!all.contains(&secret) && !all.contains(&secret[4..]), "{table}");
    }
    // Lists are written down in groups, a little later.
    let verbs = "SELECT DISTINCT verb FROM audit WHERE entity = 'feed-token' OR verb = 'deadline.feed' ORDER BY verb";
    let expected = ["deadline.feed", "feed-token.create", "feed-token.list", "feed-token.revoke"];
    super::alarms::until("all four are in the audit log", async || server.texts(verbs).await == expected).await;
}

async fn tokens_are_ones_own(server: &TestServer) {
    let (desk, other) = (server.desk(), server.colleague().await);
    let made = made(&desk, json!({ "name": "agenda" })).await;
    let path = format!("/v1/feed-tokens/{}", made["item"]["id"].as_str().unwrap());
    assert_eq!(other.get(path::FEED_TOKENS).await.expect(200)["items"], json!([]));
    other.delete(&path).await.problem(Code::NotFound);
    read(server, made["path"].as_str().unwrap()).await;
    assert!(!desk.delete(&path).await.expect(200)["revokedAt"].is_null());
    desk.delete(&path).await.expect(200);
    desk.delete("/v1/feed-tokens/x").await.problem(Code::NotFound);
    for (name, field) in [("", "/name"), (&"x".repeat(81), "/name")] {
        assert!(!desk.post(path::FEED_TOKENS, &json!({ "name": name })).await.fault_at(field).is_empty());
    }
    desk.post(path::FEED_TOKENS, &json!({ "name": "bsn 999990019" })).await.problem(Code::BsnInText);
    let past = json!({ "name": "x", "expiresAt": "2026-01-01T00:00:00Z" });
    assert_eq!(desk.post(path::FEED_TOKENS, &past).await.fault_at("/expiresAt"), "out-of-range");
    for _ in 0..20 {
        desk.post(path::FEED_TOKENS, &json!({ "name": "x" })).await.expect(201);
    }
    desk.post(path::FEED_TOKENS, &json!({ "name": "x" })).await.problem(Code::InvalidInput);
}

async fn attacks_stay_text(server: &TestServer) {
    let feed = address(&server.desk()).await;
    for attack in [
        "\u{1b}]52;c;QQ==\u{7}",
        "a\r\nBEGIN:VEVENT\r\nUID:x",
        "\u{202e}x\u{200b}",
        "=cmd|'/C calc'!A0",
        "\\,;\\n",
        "e\u{301}".repeat(60).as_str(),
    ] {
        let mut decided = decision("F-2");
        decided["kind"] = attack.into();
        let facts = json!({ "decisions": [decided], "threats": [{ "what": attack, "on": "2026-12-15" }] });
        server.desk().post("/v1/signals", &signal_with("Aanval", facts)).await.expect(201);
    }
    let reply = server.stranger().get(&feed).await;
    let text = reply.text();
    assert!(text.replace("\r\n", "").chars().all(|c| !loket::domain::text::is_unsafe(c)));
    assert_eq!(events(&text).len() as i64, server.number("SELECT COUNT(*) FROM deadlines").await);
}
