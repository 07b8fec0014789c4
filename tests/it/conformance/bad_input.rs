//! Bad requests get a clear problem that lists every fault, never a 5xx and never a half effect.

use loket::api::{BODY_LIMIT, IDEMPOTENCY_KEY, problem::Code};
use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::{
    http::{Reply, new_key},
    samples::{full_signal, signal},
    server::TestServer,
};

on_both_stores!(
    unknown_routes_are_not_found,
    wrong_methods_name_the_right_ones,
    broken_json_is_told_apart,
    every_fault_of_the_shape_is_listed,
    every_fault_of_the_values_is_listed,
    too_large_is_refused,
    other_media_types_are_refused,
    problems_speak_the_language_asked_for,
);

async fn unknown_routes_are_not_found(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Ontruiming").await;
    let id = item["id"].as_str().unwrap();
    for path in [
        "/",
        "/v1",
        "/v1/",
        "/v2/signals",
        "/v1/signal",
        "/v1/signals/",
        "/v1//signals",
        "/V1/signals",
        "/v1/Signals",
        "/v1/me/",
        "/v1/signals/x/y/z",
        "/v1/officers/",
        "/admin",
        "/.env",
        "/v1/openapi.yaml",
        "/health",
        "/v1/signals/../me/x",
        "/v1/%2e%2e/x",
    ] {
        let reply = desk.get(path).await;
        reply.problem(Code::UnknownRoute);
    }
    for path in [format!("/v1/signals/{id}/"), format!("/v1/signals/{id}/claims/current/"), format!("/v1/signals/{id}/unknown")] {
        desk.get(&path).await.problem(Code::UnknownRoute);
    }
    desk.post("/v1/signals/", &signal("x")).await.problem(Code::UnknownRoute);
}

async fn wrong_methods_name_the_right_ones(server: &TestServer) {
    let desk = server.desk();
    let item = server.signal("Ontruiming").await;
    let id = item["id"].as_str().unwrap();
    for (method, path, allowed) in [
        ("DELETE", "/v1/signals".to_owned(), vec!["GET", "POST"]),
        ("PUT", "/v1/signals".into(), vec!["GET", "POST"]),
        ("PATCH", "/v1/signals".into(), vec!["GET", "POST"]),
        ("DELETE", format!("/v1/signals/{id}"), vec!["GET", "PATCH"]),
        ("POST", format!("/v1/signals/{id}"), vec!["GET", "PATCH"]),
        ("GET", format!("/v1/signals/{id}/notes"), vec!["POST"]),
        ("POST", format!("/v1/signals/{id}/claims/current"), vec!["DELETE"]),
        ("GET", "/v1/signals/_search".into(), vec!["POST"]),
        ("POST", "/v1/me".into(), vec!["GET"]),
        ("POST", "/v1/changes".into(), vec!["GET"]),
        ("TRACE", "/v1/me".into(), vec!["GET"]),
        ("BREW", "/v1/me".into(), vec!["GET"]),
    ] {
        let reply = Reply::of(desk.request(Method::from_bytes(method.as_bytes()).unwrap(), &path)).await;
        if path.ends_with("_search") && reply.status == 404 {
            continue; // `_search` read as the id of a signal: also clear.
        }
        reply.problem(Code::MethodNotAllowed);
        let allow: Vec<&str> = reply.header("allow").split(',').map(str::trim).collect();
        for method in allowed {
            assert!(allow.contains(&method), "{} says Allow: {allow:?}", reply.asked);
        }
    }
}

async fn broken_json_is_told_apart(server: &TestServer) {
    let desk = server.desk();
    for body in [
        &b""[..],
        b"{",
        b"{\"channel\":",
        b"{'channel':'phone'}",
        b"{\"channel\":\"phone\",}",
        b"not json",
        b"\xff\xfe",
        b"{\"channel\":\"ph\xc3one\"}",
        b"{\"facts\":{\"title\":\"\\ud800\"}}",
        b"{\"facts\":{\"title\":\"\\udc00\\ud800\"}}",
        b"{\"facts\":{\"title\":\"\\x41\"}}",
        b"{\"facts\":{\"title\":\"\x01\"}}",
        b"{} {}",
        b"NaN",
        b"{\"receivedAt\":1e999}",
    ] {
        for path in ["/v1/signals", "/v1/signals/_search", "/v1/officers"] {
            let reply = desk.post_bytes(path, body).await;
            reply.any_problem();
            assert_eq!(reply.status, 400, "{:?}: {}", String::from_utf8_lossy(body), reply.text());
        }
    }
    let reply = desk.post_bytes("/v1/signals", &b"{\n  \"channel\": oops\n}"[..]).await;
    let detail = reply.problem(Code::BrokenJson)["detail"].as_str().unwrap_or_default().to_owned();
    assert!(detail.contains('2'), "where it is broken: {detail}");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(desk.post_bytes("/v1/signals", deep).await.status, 400);
    let deep = format!("{{\"facts\":{}1{}}}", "{\"a\":".repeat(20_000), "}".repeat(20_000));
    assert_eq!(desk.post_bytes("/v1/signals", deep).await.status, 400);
    for (body, places) in
        [("[]", vec![""]), ("null", vec![""]), ("5", vec![""]), ("\"x\"", vec![""]), ("{}", vec!["/channel", "/facts"])]
    {
        let reply = desk.post_bytes("/v1/signals", body).await;
        reply.problem(Code::InvalidInput);
        assert_eq!(reply.fault_places(), places, "{body}");
    }
    let twice = desk.post_bytes("/v1/signals", r#"{"channel":"phone","channel":"mail","facts":{"title":"x"}}"#).await;
    assert!(matches!(twice.status, 201 | 400), "{}", twice.text());
}

async fn every_fault_of_the_shape_is_listed(server: &TestServer) {
    let desk = server.desk();
    let body = json!({
        "receivedAt": "gisteren",
        "origin": "dictated",
        "colour": "red",
        "facts": {
            "title": 5,
            "account": null,
            "municipality": 344,
            "lifeDomains": ["huisvesting", "vakantie"],
            "bodies": [{ "organisation": "SVB" }, { "position": "x" }, "UWV"],
            "threats": [{ "what": "ontruiming", "on": "2026-02-30" }],
            "decisions": [{ "organisation": "SVB", "amountCents": "veel", "announcedOn": "12-10-2026" }],
            "reporter": { "name": "M", "age": 40 },
            "urgency": "hoog",
            "labels": "geen lijst",
            "links": ["S-421"],
            "a/b~c": 1
        }
    });
    let reply = desk.post("/v1/signals", &body).await;
    reply.problem(Code::InvalidInput);
    let expected = [
        "/channel",
        "/colour",
        "/facts/account",
        "/facts/a~1b~0c",
        "/facts/bodies/1/organisation",
        "/facts/bodies/2",
        "/facts/decisions/0/amountCents",
        "/facts/decisions/0/announcedOn",
        "/facts/labels",
        "/facts/lifeDomains/1",
        "/facts/links/0",
        "/facts/municipality",
        "/facts/reporter/age",
        "/facts/threats/0/on",
        "/facts/title",
        "/facts/urgency",
        "/origin",
        "/receivedAt",
    ];
    assert_eq!(reply.fault_places(), expected);
    for (at, code) in [
        ("/channel", "required"),
        ("/colour", "unknown-field"),
        ("/facts/threats/0/on", "not-a-date"),
        ("/facts/decisions/0/announcedOn", "not-a-date"),
        ("/facts/urgency", "unknown-value"),
        ("/facts/bodies/1/organisation", "required"),
    ] {
        assert_eq!(reply.fault_at(at), code, "{at}");
    }
    assert!(desk.get("/v1/signals").await.expect(200)["items"].as_array().unwrap().is_empty());
}

async fn every_fault_of_the_values_is_listed(server: &TestServer) {
    let desk = server.desk();
    let mut body = full_signal();
    body["receivedAt"] = "2030-01-01T00:00:00Z".into();
    body["source"]["reference"] = " ".into();
    for (field, value) in [
        ("title", json!("é".repeat(201))),
        ("municipality", json!("9999")),
        ("household", json!("Jansen")),
        ("bodies", json!([{ "organisation": "SVB" }, { "organisation": "BESTAATNIET" }])),
        ("decisions", json!([{ "organisation": "OOKNIET" }])),
        ("stalemate", json!("x".repeat(20_001))),
        ("account", json!("x".repeat(100_001))),
        ("threats", json!([{ "what": "x", "on": "9999-12-31" }])),
        ("labels", json!(vec!["x"; 101])),
        ("reporter", json!({ "name": "x".repeat(201) })),
    ] {
        body["facts"][field] = value;
    }
    let reply = desk.post("/v1/signals", &body).await;
    reply.problem(Code::InvalidInput);
    let expected = [
        "/facts/account",
        "/facts/bodies/1/organisation",
        "/facts/decisions/0/organisation",
        "/facts/household",
        "/facts/labels",
        "/facts/municipality",
        "/facts/reporter/name",
        "/facts/stalemate",
        "/facts/threats/0/on",
        "/facts/title",
        "/receivedAt",
        "/source/reference",
    ];
    assert_eq!(reply.fault_places(), expected);
    for (at, code) in [("/facts/title", "too-long"), ("/facts/municipality", "unknown-value"), ("/receivedAt", "out-of-range")] {
        assert_eq!(reply.fault_at(at), code, "{at}");
    }
    assert!(!reply.text().contains("Jansen"), "an answer does not repeat what a reader typed");
    body = full_signal();
    body["facts"]["title"] = "é".repeat(200).into();
    desk.post("/v1/signals", &body).await.expect(201);
}

async fn too_large_is_refused(server: &TestServer) {
    let desk = server.desk();
    let sized = |size: usize| {
        let frame = signal("x").to_string();
        let mut body = signal("x");
        body["facts"]["account"] = "a".repeat(size - frame.len() - ",\"account\":\"\"".len()).into();
        let body = body.to_string();
        assert_eq!(body.len(), size);
        body
    };
    let reply = desk.post_bytes("/v1/signals", sized(BODY_LIMIT)).await;
    assert_eq!(reply.fault_at("/facts/account"), "too-long", "just within the limit it is read");
    desk.post_bytes("/v1/signals", sized(BODY_LIMIT + 1)).await.problem(Code::TooLarge);
    desk.post_bytes("/v1/signals", sized(4 * BODY_LIMIT)).await.problem(Code::TooLarge);
    desk.post_bytes("/v1/officers/_search", sized(BODY_LIMIT + 1)).await.problem(Code::TooLarge);
    let mut title = signal("");
    title["facts"]["title"] = "t".repeat(1 << 20).into();
    desk.post("/v1/signals", &title).await.problem(Code::TooLarge);
    let unsized_body = futures_util::stream::iter((0..100).map(|_| Ok::<_, std::io::Error>(vec![b' '; 8192])));
    let request = desk.request(Method::POST, "/v1/signals").header(IDEMPOTENCY_KEY, new_key().to_string());
    let request = request.header(header::CONTENT_TYPE, "application/json").body(reqwest::Body::wrap_stream(unsized_body));
    Reply::of(request).await.problem(Code::TooLarge);
    desk.get("/v1/me").await.expect(200);
}

async fn other_media_types_are_refused(server: &TestServer) {
    let desk = server.desk();
    for kind in
        ["text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "json", "text/json", ""]
    {
        let request = desk.request(Method::POST, "/v1/signals").header(IDEMPOTENCY_KEY, new_key().to_string());
        let request = request.header(header::CONTENT_TYPE, kind).body(signal("x").to_string());
        Reply::of(request).await.problem(Code::WrongMediaType);
    }
    let without = desk.request(Method::POST, "/v1/signals").header(IDEMPOTENCY_KEY, new_key().to_string());
    Reply::of(without.body(signal("x").to_string())).await.problem(Code::WrongMediaType);
    for kind in ["application/json", "Application/JSON; charset=UTF-8"] {
        let request = desk.request(Method::POST, "/v1/signals").header(IDEMPOTENCY_KEY, new_key().to_string());
        Reply::of(request.header(header::CONTENT_TYPE, kind).body(signal("x").to_string())).await.expect(201);
    }
}

async fn problems_speak_the_language_asked_for(server: &TestServer) {
    let desk = server.desk();
    let ask = |language: &'static str| {
        let request = desk.request(Method::GET, "/v1/signals/S-2026-99999").header("accept-language", language);
        async { Reply::of(request).await.problem(Code::NotFound) }
    };
    let (dutch, english) = (ask("nl").await, ask("en").await);
    assert_ne!(dutch["title"], english["title"]);
    assert_ne!(dutch["title"], Value::from("not-found"), "words, not the code");
    assert_eq!(dutch["code"], english["code"]);
    assert_eq!(ask("nl-NL,nl;q=0.9,en;q=0.5").await["title"], dutch["title"]);
    assert_eq!(ask("en-GB").await["title"], english["title"]);
    for odd in ["", "*", "zz", ";;;q=,", "en;q=nan"] {
        assert!(!ask(odd).await["title"].as_str().unwrap().is_empty());
    }
    let ids: Vec<Value> = vec![dutch["requestId"].clone(), english["requestId"].clone()];
    assert!(ids.iter().all(Value::is_string) && ids[0] != ids[1], "each its own id, as in the log: {ids:?}");
}
