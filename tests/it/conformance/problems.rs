//! Bad input: each a clear problem, never a fault of the server.

use loket::api::{API_VERSION, BODY_LIMIT};
use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::server::{Reply, Running, key, report};

on_both_stores!(
    what_does_not_exist_is_said_so,
    a_broken_body_is_told_apart_from_a_wrong_one,
    every_fault_is_listed,
    problems_speak_the_language_asked_for,
    the_document_describes_every_route,
    health_is_told,
);

fn problem(reply: &Reply, code: &str) {
    assert_eq!(reply.code(), code, "{}", reply.text);
    assert_eq!(reply.header("content-type"), "application/problem+json");
    assert_eq!(reply.body["status"], json!(reply.status));
    assert_eq!(reply.body["type"], json!(format!("urn:loket:problem:{code}")));
    assert_eq!(reply.body["requestId"], json!(reply.header("x-request-id")));
    assert_eq!(reply.header("api-version"), API_VERSION);
    assert!(reply.body["title"].as_str().is_some_and(|title| title.contains(' ')), "{}", reply.text);
    assert!(reply.body["advice"].as_str().is_some_and(|advice| advice.contains(' ')), "{}", reply.text);
}

async fn what_does_not_exist_is_said_so(server: &Running) {
    let desk = server.desk().await;
    for path in
        ["/", "/v1", "/v1/", "/v2/signals", "/v1/signals/", "/v1/signals/1/", "/v1/Signals", "/v1/signals/1/notes/2", "/%00"]
    {
        problem(&desk.get(path).await.is(404), "unknown-route");
    }
    for path in
        ["/v1/signals/1", "/v1/signals/S-2026-00009", "/v1/signals/%ff", "/v1/signals/%00", "/v1/signals/9999999999999999"]
    {
        problem(&desk.get(path).await.is(404), "not-found");
    }
    let wrong = desk.send(desk.request(Method::PUT, "/v1/signals")).await.is(405);
    problem(&wrong, "method-not-allowed");
    let allowed: Vec<_> = wrong.header("allow").split(',').collect();
    assert!(allowed.contains(&"GET") && allowed.contains(&"POST"), "{allowed:?}");
    problem(&desk.delete("/v1/me").await.is(405), "method-not-allowed");
    problem(&server.stranger().get("/v1/signals").await.is(401), "not-signed-in");
}

async fn a_broken_body_is_told_apart_from_a_wrong_one(server: &Running) {
    let desk = server.desk().await;
    let send = async |kind: Option<&str>, body: Vec<u8>| {
        let mut request = desk.request(Method::POST, "/v1/signals").header("idempotency-key", key());
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        desk.send(request.body(body)).await
    };
    let json = Some("application/json");
    let broken: [&[u8]; 8] =
        [b"{", b"", b"{\"channel\": \"phone\",}", b"\xff\xfe", b"{\"a\": \"\\ud800\"}", b"{} {}", b"{\"a\":\"\x01\"}", b"nul"];
    for body in broken {
        problem(&send(json, body.to_vec()).await.is(400), "broken-json");
    }
    problem(&send(json, "[".repeat(100_000).into_bytes()).await.is(400), "broken-json");
    for body in ["[]", "null", "1", "\"x\"", "true"] {
        problem(&send(json, body.into()).await.is(400), "invalid-input");
    }
    let good = report("x").to_string().into_bytes();
    problem(&send(None, good.clone()).await.is(415), "wrong-media-type");
    problem(&send(Some("text/plain"), good.clone()).await.is(415), "wrong-media-type");
    problem(&send(Some("\u{e9}"), good.clone()).await.is(415), "wrong-media-type");
    send(Some("application/JSON; charset=utf-8"), good).await.is(201);
    let mut large = report("x");
    large["facts"]["account"] = "x".repeat(BODY_LIMIT).into();
    problem(&send(json, large.to_string().into_bytes()).await.is(413), "too-large");
    problem(&send(json, vec![b' '; 4 * BODY_LIMIT]).await.is(413), "too-large");
}

async fn every_fault_is_listed(server: &Running) {
    let desk = server.desk().await;
    let sent = json!({
        "channel": "fax", "kleur": 1, "receivedAt": "gisteren", "source": { "system": 1, "reference": "x", "y/z": 1 },
        "facts": { "title": 5, "municipality": "80", "lifeDomains": ["wonen", "toeslagen"], "urgency": null,
            "threats": [{ "what": "x", "on": "2026-02-30" }, {}], "links": ["421"], "reporter": null,
            "decisions": [{ "organisation": "SVB", "amountCents": 1.5 }], "attachments": [{ "name": "a", "mediaType": "b", "size": -1 }] },
    });
    let reply = desk.post("/v1/signals", sent).await.is(400);
    problem(&reply, "invalid-input");
    let faults = reply.faults();
    let faults: Vec<_> = faults.iter().map(|(at, code)| (at.as_str(), code.as_str())).collect();
    assert_eq!(
        faults,
        [
            ("/channel", "unknown-value"),
            ("/facts/attachments/0/size", "wrong-type"),
            ("/facts/decisions/0/amountCents", "wrong-type"),
            ("/facts/lifeDomains/0", "unknown-value"),
            ("/facts/links/0", "wrong-form"),
            ("/facts/municipality", "wrong-form"),
            ("/facts/reporter", "wrong-type"),
            ("/facts/threats/0/on", "not-a-date"),
            ("/facts/threats/1/what", "required"),
            ("/facts/title", "wrong-type"),
            ("/kleur", "unknown-field"),
            ("/receivedAt", "not-a-time"),
            ("/source/system", "wrong-type"),
            ("/source/y~1z", "unknown-field"),
        ]
    );
    let sent = json!({
        "channel": "form", "receivedAt": "2026-11-23T09:06:00Z", "source": { "system": " ", "reference": "x".repeat(1001) },
        "facts": { "title": "\u{a0}", "account": "x".repeat(100_001), "household": "Jansen", "labels": vec!["x"; 101],
            "bodies": [{ "organisation": "XYZ" }], "threats": [{ "what": "x", "on": "9999-12-31" }] },
    });
    let at: Vec<_> = desk.post("/v1/signals", sent).await.is(400).faults().into_iter().map(|(at, _)| at).collect();
    assert_eq!(
        at,
        [
            "/facts/account",
            "/facts/bodies/0/organisation",
            "/facts/household",
            "/facts/labels",
            "/facts/threats/0/on",
            "/facts/title",
            "/receivedAt",
            "/source/reference",
            "/source/system"
        ]
    );
    let mut early = report("Net op tijd");
    early["receivedAt"] = json!("2026-11-23T09:05:00Z");
    let made = desk.post("/v1/signals", early).await.is(201).signal();
    for tag in ["1", "\"x\"", "*", "W/\"1\"", "\"1\", \"2\""] {
        let request = desk.request(Method::PATCH, &format!("/v1/signals/{}", made.id)).header(header::IF_MATCH, tag);
        let reply = desk.send(request.json(&json!({}))).await.is(400);
        assert_eq!(reply.faults(), [("If-Match".into(), "wrong-form".into())], "{tag}");
    }
}

async fn problems_speak_the_language_asked_for(server: &Running) {
    let desk = server.desk().await;
    let title = async |language: &str| {
        let request = desk.request(Method::GET, "/v1/signals/1").header(header::ACCEPT_LANGUAGE, language);
        desk.send(request).await.is(404).body["title"].clone()
    };
    assert_eq!(title("en").await, json!("This was not found."));
    assert_eq!(title("fr").await, json!("Dit is niet gevonden."));
}

async fn the_document_describes_every_route(server: &Running) {
    let document = server.stranger().get("/v1/openapi.json").await.is(200).body;
    let described: std::collections::BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, item)| item.as_object().expect("an item").keys().map(move |m| (m.to_uppercase(), path.clone())))
        .collect();
    let mounted: std::collections::BTreeSet<(String, String)> = loket::server::policy::table()
        .into_iter()
        .map(|line| (line.method, line.path))
        .filter(|(_, path)| !path.starts_with("/health"))
        .collect();
    assert_eq!(described, mounted);
    for operation in
        document["paths"].as_object().expect("paths").values().flat_map(|item| item.as_object().expect("an item").values())
    {
        for response in operation["responses"].as_object().expect("responses").values() {
            assert!(response["description"].as_str().is_some_and(|text| !text.is_empty()), "{operation}");
        }
    }
    assert_eq!(unknown_references(&document, &document), Vec::<String>::new());
}

/// References in a document to what is not in it.
fn unknown_references(document: &Value, part: &Value) -> Vec<String> {
    match part {
        Value::Object(fields) => {
            let own = fields.get("$ref").and_then(Value::as_str).filter(|at| document.pointer(&at[1..]).is_none());
            let below = fields.values().flat_map(|part| unknown_references(document, part));
            own.map(str::to_owned).into_iter().chain(below).collect()
        }
        Value::Array(items) => items.iter().flat_map(|part| unknown_references(document, part)).collect(),
        _ => vec![],
    }
}

async fn health_is_told(server: &Running) {
    let stranger = server.stranger();
    stranger.get("/health/live").await.is(200);
    stranger.get("/health/ready").await.is(200);
}
