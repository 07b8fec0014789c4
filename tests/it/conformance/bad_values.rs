//! Values that are valid JSON and still trouble: both stores take or refuse them alike, and nothing is bent on the way.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use loket::api::problem::Code;
use serde_json::{Value, json};

use crate::support::{
    samples::{officer, signal, signal_with},
    server::TestServer,
};

on_both_stores!(
    odd_text_is_stored_as_sent,
    impossible_dates_are_refused,
    huge_numbers_are_refused,
    dates_at_the_edge_do_not_overflow,
    times_without_a_meaning_are_refused,
    odd_paths_and_queries_are_answered,
    a_cursor_that_loket_did_not_make_is_refused,
);

/// Texts that break what is careless: each is valid Unicode and must come back as it went in.
pub const ODD: [&str; 16] = [
    "a\u{0}b",
    "\u{1b}]52;c;QUJD\u{7}",
    "\u{1b}[2J\u{1b}[?1049l",
    "\u{9b}2J",
    "regel\rover",
    "\u{202e}txt.exe",
    "\u{2066}x\u{2069}",
    "nul\u{200b}breed\u{ad}\u{feff}",
    "\u{e0041}tag",
    "\n\nid: 9999999\nevent: reset\n",
    "=cmd|'/C calc'!A0",
    "../../.ssh/authorized_keys",
    "'; DROP TABLE signals; --",
    "e\u{301} is niet é",
    "\u{ffff}\u{10ffff}",
    "🏳️\u{200d}🌈 👩‍👩‍👧",
];

async fn odd_text_is_stored_as_sent(server: &TestServer) {
    let desk = server.desk();
    for (i, text) in ODD.iter().enumerate() {
        let title = format!("{text} titel");
        let facts = json!({ "account": text, "labels": [text], "reporter": { "name": text } });
        let mut body = signal_with(&title, facts);
        body["source"] = json!({ "system": "kenmerk", "reference": format!("{text}{i}") });
        let item = desk.post("/v1/signals", &body).await.expect(201)["item"].clone();
        let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
        let noted = desk.post(&format!("{path}/notes"), &json!({ "text": format!("noot {text}") })).await.ok();
        let read = desk.get(&path).await.expect(200);
        assert_eq!(read, noted);
        assert_eq!(read["facts"]["title"], title.as_str());
        assert_eq!(read["facts"]["account"], *text);
        assert_eq!(read["facts"]["reporter"]["name"], *text);
        assert_eq!(read["timeline"][0]["text"], format!("noot {text}"));
        assert_eq!(desk.post("/v1/signals", &body).await.expect(200)["created"], false, "{text:?} again");
        let person = desk.post("/v1/officers", &officer("UWV", &title)).await.expect(201)["item"].clone();
        assert_eq!(person["facts"]["name"], title.as_str());
    }
    let listed = desk.get("/v1/signals?limit=200&sort=number").await.expect(200);
    let titles: Vec<_> =
        listed["items"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect();
    assert_eq!(titles, ODD.map(|text| format!("{text} titel")));
    let lines = desk.get("/v1/changes").await.text();
    // A signal, its service norm on the board, and an entry of the register.
    assert_eq!(lines.lines().count(), 3 * ODD.len() + 1, "one line each, whatever stands in it");
    let marks = format!("e{}", "\u{301}".repeat(60_000));
    let item = desk.post("/v1/signals", &signal_with("Accenten", json!({ "account": marks }))).await.expect(201)["item"].clone();
    assert_eq!(item["facts"]["account"], marks.as_str());
}

async fn impossible_dates_are_refused(server: &TestServer) {
    let desk = server.desk();
    for (date, code) in [
        ("2026-02-30", "not-a-date"),
        ("2026-13-01", "not-a-date"),
        ("2026-00-10", "not-a-date"),
        ("2025-02-29", "not-a-date"),
        ("30-11-2026", "not-a-date"),
        ("2026-1-1", "not-a-date"),
        ("20261116", "not-a-date"),
        ("2026-11-16T00:00:00Z", "not-a-date"),
        ("morgen", "not-a-date"),
        ("", "not-a-date"),
        ("9999-12-31", "out-of-range"),
        ("1899-12-31", "out-of-range"),
        ("0000-01-01", "out-of-range"),
    ] {
        let facts = json!({ "threats": [{ "what": "x", "on": date }] });
        let reply = desk.post("/v1/signals", &signal_with("Datum", facts)).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), ["/facts/threats/0/on"], "{date}");
        assert_eq!(reply.fault_at("/facts/threats/0/on"), code, "{date}");
    }
    for date in ["+262142-12-31", "-0001-01-01", "99999-01-01"] {
        let facts = json!({ "snoozedUntil": date });
        desk.post("/v1/signals", &signal_with("Datum", facts)).await.problem(Code::InvalidInput);
    }
    for date in ["2024-02-29", "1900-01-01", "9998-12-31"] {
        let facts = json!({ "threats": [{ "what": "x", "on": date }] });
        desk.post("/v1/signals", &signal_with("Datum", facts)).await.expect(201);
    }
}

async fn huge_numbers_are_refused(server: &TestServer) {
    let desk = server.desk();
    for number in ["99999999999999999999", "-99999999999999999999", "1e400", "1.5", "1e3", "9223372036854775808", "\"5\"", "true"]
    {
        let body = format!(
            r#"{{"channel":"phone","facts":{{"title":"x","decisions":[{{"organisation":"SVB","amountCents":{number}}}]}}}}"#
        );
        let reply = desk.post_bytes("/v1/signals", body).await;
        reply.any_problem();
        assert_eq!(reply.status, 400, "{number}: {}", reply.text());
    }
    let decisions = json!({ "decisions": [{ "organisation": "SVB", "amountCents": 9_007_199_254_740_993_i64 }] });
    let item = desk.post("/v1/signals", &signal_with("Bedrag", decisions)).await.expect(201)["item"].clone();
    assert_eq!(item["facts"]["decisions"][0]["amountCents"], 9_007_199_254_740_993_i64, "not bent through a float");
    for size in ["-1", "18446744073709551616", "1.5"] {
        let file = format!(r#"{{"name":"a","mediaType":"b","size":{size}}}"#);
        let body = format!(r#"{{"channel":"phone","facts":{{"title":"x","attachments":[{file}]}}}}"#);
        let reply = desk.post_bytes("/v1/signals", body).await;
        reply.problem(Code::InvalidInput);
    }
    let big = json!({ "attachments": [{ "name": "a", "mediaType": "b", "size": u64::MAX }] });
    let reply = desk.post("/v1/signals", &signal_with("Bijlage", big)).await;
    assert!(matches!(reply.status, 201 | 400), "{}", reply.text());
    let mut budget = officer("UWV", "Budget");
    for euros in [json!(-1), json!(1_000_000_001), json!(i64::MAX)] {
        budget["facts"]["budgetEuros"] = euros;
        let reply = desk.post("/v1/officers", &budget).await;
        assert_eq!(reply.fault_places(), ["/facts/budgetEuros"]);
    }
}

async fn dates_at_the_edge_do_not_overflow(server: &TestServer) {
    let desk = server.desk();
    for day in ["9998-12-31", "9998-11-30", "1900-01-01"] {
        for organisation in ["CAK", "IND", "BD", "CJIB", "GM0344"] {
            let facts = json!({ "decisions": [{ "organisation": organisation, "announcedOn": day, "datedOn": day }] });
            let item = desk.post("/v1/signals", &signal_with("Rand", facts)).await.expect(201)["item"].clone();
            let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
            assert_eq!(desk.get(&path).await.expect(200), item);
        }
    }
    let all: Value = desk.get("/v1/signals?limit=200").await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 15);
    assert_eq!(all["next"], Value::Null);
    let (mut seen, mut after) = (0, String::new());
    loop {
        let page = desk.get(&format!("/v1/signals?limit=4{after}")).await.expect(200);
        seen += page["items"].as_array().unwrap().len();
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, 15);
}

async fn times_without_a_meaning_are_refused(server: &TestServer) {
    let desk = server.desk();
    for time in [
        "2026-11-16",
        "2026-11-16T09:00:00",
        "2026-11-16T25:00:00Z",
        "2026-02-30T09:00:00Z",
        "gisteren",
        "",
        "1763283600",
        "9999-12-31T23:59:59Z",
    ] {
        let mut body = signal("Tijd");
        body["receivedAt"] = time.into();
        let reply = desk.post("/v1/signals", &body).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), ["/receivedAt"], "{time}");
    }
    let mut body = signal("Tijd");
    body["receivedAt"] = "2026-10-25T02:30:00.123456789+02:00".into();
    let item = desk.post("/v1/signals", &body).await.expect(201)["item"].clone();
    assert_eq!(item["receivedAt"], "2026-10-25T00:30:00.123456Z", "to the microsecond, on both stores");
    let path = format!("/v1/signals/{}", item["id"].as_str().unwrap());
    assert_eq!(desk.get(&path).await.expect(200)["receivedAt"], item["receivedAt"]);
}

async fn a_cursor_that_loket_did_not_make_is_refused(server: &TestServer) {
    let desk = server.desk();
    for (list, before_the_id) in [
        ("/v1/lessons", "lessons"),
        ("/v1/meetings", "meetings\u{1f}0"),
        ("/v1/deadlines", "deadline\u{1f}2026-11-16"),
        ("/v1/time-outs", "time-out\u{1f}2026-11-16"),
        ("/v1/moratoria", "moratorium\u{1f}2026-11-16"),
        ("/v1/officers", "UWV"),
    ] {
        let cursor = |id: &str| URL_SAFE_NO_PAD.encode(format!("{before_the_id}\u{1f}{id}"));
        let good = cursor("018f0000-0000-7000-8000-000000000000");
        desk.get(&format!("{list}?after={good}")).await.expect(200);
        for id in ["", "x", "\u{0}", "018f0000-0000-7000-8000-00000000000\u{0}", "'; DROP TABLE lessons; --"] {
            let reply = desk.get(&format!("{list}?after={}", cursor(id))).await;
            assert_eq!(reply.fault_at("after"), "wrong-form", "{list} after {id:?}");
        }
    }
}

async fn odd_paths_and_queries_are_answered(server: &TestServer) {
    let desk = server.desk();
    server.signal("Ontruiming").await;
    let long = "x".repeat(6000);
    for path in [
        "/v1/signals?",
        "/v1/signals?&&&",
        "/v1/signals?=x",
        "/v1/signals?status",
        "/v1/signals?status=",
        "/v1/signals?limit=5&limit=6",
        "/v1/signals?status=%ff%fe",
        "/v1/signals?status=%00",
        "/v1/signals?status=open%0d%0aX:y",
        "/v1/signals?after=%00",
        "/v1/signals?owner=me,none,,",
        "/v1/signals?after=eyJ9",
        "/v1/signals?hardDateUntil=%E2%80%AE",
        "/v1/signals/%ff",
        "/v1/signals/%2e%2e%2fme",
        "/v1/signals/S-2026-00001%00",
        "/v1/officers?organisation=%25",
        "/v1/changes?since=",
        "/v1/changes?since=%ff",
        "/v1/me?x=y",
    ] {
        let reply = desk.get(path).await;
        assert!(reply.status < 500, "{path}: {} {}", reply.status, reply.text());
        if reply.status >= 400 {
            reply.any_problem();
        }
    }
    for path in [
        format!("/v1/signals?status={long}"),
        format!("/v1/signals/{long}"),
        format!("/{long}"),
        format!("/v1/changes?since={long}"),
    ] {
        let reply = desk.get(&path).await;
        assert!(reply.status < 500, "{} {}", reply.status, reply.text());
    }
}
