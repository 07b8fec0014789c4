//! Anything may come in; a fault of the server never goes out. Both stores answer alike.

use loket::api::problem::Code;
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::server::{Caller, Running, key};

/// Requests per run; many more with `LOKET_LONG=1`.
fn rounds() -> usize {
    if std::env::var_os("LOKET_LONG").is_some() { 20_000 } else { 400 }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("\0".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("2026-02-30".to_owned()),
        Just("+12026-01-01".to_owned()),
        Just("2026-11-16T09:12:00Z".to_owned()),
        Just("999990019".to_owned()),
        Just("%_\\%27;--\u{1b}[2J\u{202e}".to_owned()),
        Just("x".repeat(201)),
        any::<String>(),
        prop::sample::select(vec![
            "phone",
            "SVB",
            "0344",
            "open",
            "crisis",
            "closed",
            "me",
            "none",
            "typed",
            "S-2026-00001",
            "geen"
        ])
        .prop_map(str::to_owned),
    ]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    let known = vec![
        "channel",
        "facts",
        "title",
        "account",
        "source",
        "system",
        "reference",
        "receivedAt",
        "origin",
        "municipality",
        "bodies",
        "organisation",
        "threats",
        "what",
        "on",
        "labels",
        "text",
        "contact",
        "with",
        "reached",
        "query",
        "list",
        "limit",
        "after",
        "status",
        "outcome",
        "urgency",
        "mandate",
        "phone",
        "name",
        "verifiedOn",
        "budgetEuros",
        "takeoverReason",
        "lifeDomains",
        "links",
        "snoozedUntil",
        "household",
        "decisions",
        "amountCents",
        "attachments",
        "size",
        "mediaType",
        "reporter",
    ];
    prop_oneof![9 => prop::sample::select(known).prop_map(str::to_owned), 1 => text()]
}

/// Something that is nearly right: one part of a good body replaced.
fn body() -> impl Strategy<Value = Value> {
    let good = json!({
        "channel": "phone", "source": { "system": "x", "reference": "y" }, "text": "x", "query": "x",
        "facts": { "title": "x", "organisation": "SVB", "mandate": "geen", "phone": "1", "name": "n" },
        "contact": { "with": "x", "reached": true }, "list": {},
    });
    let parts =
        ["", "/facts", "/facts/title", "/source/reference", "/channel", "/contact", "/contact/with", "/list", "/query", "/text"];
    (prop::sample::select(parts.to_vec()), json(), prop::collection::vec((name(), json()), 0..3), any::<bool>()).prop_map(
        move |(part, value, more, only)| {
            if only {
                return value;
            }
            let mut body = good.clone();
            if let Some(place) = body.pointer_mut(part) {
                *place = value;
            }
            if let Some(facts) = body.pointer_mut("/facts").and_then(Value::as_object_mut) {
                facts.extend(more);
            }
            body
        },
    )
}

async fn send(
    caller: &Caller<'_>,
    method: &Method,
    path: &str,
    headers: &(String, String),
    body: &Value,
) -> Option<(u16, String)> {
    let request = caller.request(method.clone(), path).header("idempotency-key", headers.0.as_str());
    let request = request.header("if-match", headers.1.as_str());
    let request = if *method == Method::GET { request } else { request.json(body) };
    let request = request.build().ok()?;
    let response = caller.server.http.execute(request).await.expect("an answer");
    let status = response.status().as_u16();
    let text = response.text().await.expect("a body");
    let code: Value = serde_json::from_str(&text).unwrap_or_default();
    Some((status, code["code"].as_str().unwrap_or_default().to_owned()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_input_makes_a_fault_of_the_server() {
    let (lite, pg) = (Running::lite().await, Running::pg().await);
    let (on_lite, on_pg) = (lite.desk().await, pg.desk().await);
    let made = (on_lite.signal("Een").await, on_pg.signal("Een").await);
    assert_eq!(made.0.number, made.1.number);
    let paths = [
        (Method::POST, "/v1/signals"),
        (Method::POST, "/v1/signals/_search"),
        (Method::PATCH, "/v1/signals/1"),
        (Method::POST, "/v1/signals/1/notes"),
        (Method::POST, "/v1/signals/1/contact-moments"),
        (Method::POST, "/v1/signals/1/claims"),
        (Method::DELETE, "/v1/signals/1/claims/current"),
        (Method::POST, "/v1/officers"),
        (Method::POST, "/v1/officers/_search"),
        (Method::GET, "/v1/signals"),
        (Method::GET, "/v1/officers"),
        (Method::GET, "/v1/changes"),
        (Method::GET, "/v1/signals/"),
        (Method::GET, "/v1/officers/"),
    ];
    let mut runner = TestRunner::deterministic();
    let strategy = (
        prop::sample::select(paths.to_vec()),
        body(),
        prop::collection::vec((name(), text()), 0..3),
        prop_oneof![4 => Just("\"1\"".to_owned()), 1 => Just("\"99\"".to_owned()), 1 => text()],
        prop_oneof![4 => Just(String::new()), 1 => text()],
    );
    for _ in 0..rounds() {
        let ((method, path), body, query, version, odd_key) = strategy.new_tree(&mut runner).expect("a case").current();
        let mut url = reqwest::Url::parse("http://x").expect("a URL");
        url.set_path(&if path.ends_with('/') {
            format!("{path}{}", query.first().map_or("", |(_, text)| text))
        } else {
            path.to_owned()
        });
        if method == Method::GET {
            url.query_pairs_mut().extend_pairs(&query);
        }
        let target = format!("{}{}", url.path(), url.query().map(|query| format!("?{query}")).unwrap_or_default());
        let headers = (if odd_key.is_empty() { key() } else { odd_key }, version);
        let Some(lite) = send(&on_lite, &method, &target, &headers, &body).await else { continue };
        let pg = send(&on_pg, &method, &target, &headers, &body).await.expect("an answer");
        assert!(lite.0 < 500, "{method} {target} {headers:?} {body}: {lite:?}");
        assert_eq!(lite, pg, "{method} {target} {headers:?} {body}");
        assert!(lite.0 < 400 || Code::ALL.iter().any(|code| code.code() == lite.1), "{method} {target} {body}: {lite:?}");
    }
}
