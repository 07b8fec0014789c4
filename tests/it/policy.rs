//! Every route with every role: allowed or refused as the roles say, and written down as the policy says. A route that is not
//! in the list below fails the test.

use std::collections::BTreeMap;

use loket::{
    domain::role::Role,
    server::policy::{self, Access},
};
use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::support::{
    postgres,
    server::{Caller, Running, key, report},
};

/// Which roles may, by hand: a change of the table must be made here too.
const MAY: &[(&str, &[Role])] = &[
    ("GET /v1/signals", &[Role::Desk, Role::LetSecretary]),
    ("POST /v1/signals/_search", &[Role::Desk, Role::LetSecretary]),
    ("POST /v1/signals", &[Role::Desk]),
    ("GET /v1/signals/{id}", &[Role::Desk, Role::LetSecretary]),
    ("PATCH /v1/signals/{id}", &[Role::Desk]),
    ("POST /v1/signals/{id}/notes", &[Role::Desk, Role::LetSecretary]),
    ("POST /v1/signals/{id}/contact-moments", &[Role::Desk, Role::LetSecretary]),
    ("POST /v1/signals/{id}/claims", &[Role::Desk]),
    ("DELETE /v1/signals/{id}/claims/current", &[Role::Desk]),
    ("GET /v1/officers", &[Role::Desk, Role::LetSecretary, Role::RegisterEditor]),
    ("POST /v1/officers/_search", &[Role::Desk, Role::LetSecretary, Role::RegisterReader, Role::RegisterEditor]),
    ("POST /v1/officers", &[Role::Desk, Role::RegisterEditor]),
    ("GET /v1/officers/{id}", &[Role::Desk, Role::LetSecretary, Role::RegisterReader, Role::RegisterEditor]),
    ("PATCH /v1/officers/{id}", &[Role::Desk, Role::RegisterEditor]),
    ("GET /v1/organisations", EVERYONE_WITH_LISTS),
    ("GET /v1/municipalities", EVERYONE_WITH_LISTS),
    ("GET /v1/changes", &[Role::Desk, Role::LetSecretary, Role::RegisterReader, Role::RegisterEditor]),
    ("GET /v1/events", &[Role::Desk, Role::LetSecretary, Role::RegisterReader, Role::RegisterEditor]),
    ("GET /v1/me", Role::ALL),
    ("GET /v1/openapi.json", Role::ALL),
    ("GET /health/live", Role::ALL),
    ("GET /health/ready", Role::ALL),
];

const EVERYONE_WITH_LISTS: &[Role] =
    &[Role::Desk, Role::LetSecretary, Role::RegisterReader, Role::RegisterEditor, Role::Municipal, Role::Body];

struct Objects {
    signal: String,
    officer: String,
}

/// A request that would be done if the caller may: its status and, on refusal, its body.
async fn ask(caller: &Caller<'_>, route: &str, objects: &Objects) -> (u16, String) {
    let (method, template) = route.split_once(' ').expect("a method and a path");
    let id = if template.contains("officers") { &objects.officer } else { &objects.signal };
    let method: Method = method.parse().expect("a method");
    let request = caller.request(method.clone(), &template.replace("{id}", id)).header("idempotency-key", key());
    let request = match body(route) {
        Some(body) => request.json(&body),
        None => request,
    };
    let request = if method == Method::PATCH { request.header(header::IF_MATCH, "\"1\"") } else { request };
    let response = request.send().await.expect("an answer");
    let status = response.status().as_u16();
    let text = if route.ends_with("/events") && status == 200 { String::new() } else { response.text().await.expect("a body") };
    (status, text)
}

fn body(route: &str) -> Option<Value> {
    let officer = json!({ "facts": { "organisation": "UWV", "name": "Naam", "phone": "1", "mandate": "geen" } });
    match route {
        "POST /v1/signals" => Some(report("Nog een")),
        "POST /v1/signals/_search" | "POST /v1/officers/_search" if route.contains("signals") => {
            Some(json!({ "query": "x", "list": {} }))
        }
        "POST /v1/officers/_search" => Some(json!({ "query": "x" })),
        "POST /v1/officers" => Some(officer),
        "POST /v1/signals/{id}/notes" => Some(json!({ "text": "x" })),
        "POST /v1/signals/{id}/contact-moments" => Some(json!({ "contact": { "with": "x", "reached": false } })),
        "POST /v1/signals/{id}/claims" => Some(json!({})),
        "PATCH /v1/signals/{id}" => Some(json!({ "title": "Anders" })),
        "PATCH /v1/officers/{id}" => Some(json!({ "name": "Anders" })),
        _ => None,
    }
}

async fn walk(server: &Running) {
    let desk = server.desk().await;
    let may: BTreeMap<&str, &[Role]> = MAY.iter().copied().collect();
    let table = policy::table();
    assert_eq!(table.len(), may.len(), "every route stands in the list of this test, once");
    for role in Role::ALL {
        let caller = server.account(*role, "W. Wandelaar", "UWV").await;
        for line in &table {
            let route = format!("{} {}", line.method, line.path);
            let allowed =
                may.get(route.as_str()).unwrap_or_else(|| panic!("{route} is not in the list of this test")).contains(role);
            assert_eq!(line.policy.access.admits(*role), allowed, "{role} {route}");
            let objects = objects(&desk).await;
            let (status, text) = ask(&caller, &route, &objects).await;
            if allowed {
                let fine = if route.starts_with("DELETE") { status == 409 } else { (200..300).contains(&status) };
                assert!(fine, "{role} {route}: {status} {text}");
            } else {
                assert_eq!(status, 403, "{role} {route}: {text}");
                assert!(text.contains("not-allowed") && !text.contains("Geheim") && !text.contains(&objects.signal), "{text}");
            }
        }
    }
    for line in &table {
        let route = format!("{} {}", line.method, line.path);
        let (status, text) = ask(&server.stranger(), &route, &objects(&desk).await).await;
        let open = line.policy.access == Access::Public;
        assert!(if open { status == 200 } else { status == 401 && text.contains("not-signed-in") }, "{route}: {status}");
        assert!(!line.policy.purpose.is_empty(), "{route} says what for");
        assert!(
            line.policy.audit.is_empty() == matches!(line.policy.access, Access::Public | Access::SignedIn)
                || route.contains("organisations")
                || route.contains("municipalities"),
            "{route}"
        );
    }
}

async fn objects(desk: &Caller<'_>) -> Objects {
    let signal = desk.signal("Geheim").await.id.to_string();
    let officer = json!({ "facts": { "organisation": "UWV", "name": "Geheim", "phone": "1", "mandate": "geen" } });
    let made = desk.post("/v1/officers", officer).await.is(201);
    Objects { signal, officer: made.body["item"]["id"].as_str().expect("an id").to_owned() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_and_every_role_on_sqlite() {
    walk(&Running::lite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_and_every_role_on_postgresql() {
    walk(&Running::pg().await).await;
}

/// What the policy says is written down is what is written down.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_verb_of_the_table_reaches_the_audit_log() {
    let mut server = Running::pg().await;
    {
        let desk = server.desk().await;
        for line in policy::table() {
            let objects = objects(&desk).await;
            if line.method == "DELETE" {
                desk.post(&format!("/v1/signals/{}/claims", objects.signal), json!({})).await.is(201);
            }
            let (status, text) = ask(&desk, &format!("{} {}", line.method, line.path), &objects).await;
            assert!((200..300).contains(&status), "{} {}: {status} {text}", line.method, line.path);
        }
    }
    server.stop().await;
    let verbs = postgres::sql(&server.database, "SELECT DISTINCT verb FROM audit ORDER BY verb");
    let mut expected: Vec<_> =
        policy::table().into_iter().map(|line| line.policy.audit).filter(|verb| !verb.is_empty()).collect();
    expected.sort_unstable();
    assert_eq!(verbs.lines().collect::<Vec<_>>(), expected);
}
