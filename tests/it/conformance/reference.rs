//! What is the same for everybody: organisations, municipalities, who am I, the API document, and health.

use std::collections::BTreeSet;

use loket::{
    api::{page::Page, path, session::Me},
    domain::{municipality::Municipality, organisation::Organisation, role::Role},
};
use serde_json::Value;

use crate::support::{http::Reply, server::TestServer};

on_both_stores!(
    every_organisation_is_there,
    every_municipality_is_there,
    everybody_learns_who_they_are,
    the_document_describes_the_api,
    health_tells_whether_it_can_serve,
);

async fn every_organisation_is_there(server: &TestServer) {
    let page: Page<Organisation> = server.desk().get(path::ORGANISATIONS).await.read();
    assert_eq!(page.next, None);
    let codes: BTreeSet<_> = page.items.iter().map(|organisation| organisation.code.to_string()).collect();
    assert_eq!((codes.len(), page.items.len()), (32 + 342, 32 + 342));
    let named = |code: &str| page.items.iter().find(|o| o.code.as_str() == code).unwrap().name.clone();
    assert_eq!(named("SVB"), "Sociale Verzekeringsbank");
    assert_eq!(named("GM1900"), "Gemeente Súdwest-Fryslân");
}

async fn every_municipality_is_there(server: &TestServer) {
    let page: Page<Municipality> = server.desk().get(path::MUNICIPALITIES).await.read();
    assert_eq!((page.items.len(), page.next), (342, None));
    let named = |code: u16| page.items.iter().find(|m| m.code.0 == code).unwrap().name.clone();
    assert_eq!((named(373), named(893)), ("Bergen (NH.)".into(), "Bergen (L.)".into()), "the code is the key, not the name");
}

async fn everybody_learns_who_they_are(server: &TestServer) {
    for role in Role::ALL {
        let caller = server.role(*role);
        let me: Me = caller.get(path::ME).await.read();
        assert_eq!((me.account.to_string(), me.name.raw()), (caller.account.clone(), caller.name.as_str()));
        assert_eq!((me.role, me.demo), (*role, false));
        assert_eq!((me.now, me.today.to_string()), (server.clock_now(), "2026-11-16".into()));
        let may = |what: &str| me.permissions.iter().any(|permission| permission == what);
        assert_eq!(may("register.replicate"), matches!(role, Role::Desk | Role::LetSecretary), "{role}");
        assert!(
            !may("signal.read") || !matches!(role, Role::Administrator | Role::RegisterReader | Role::PrivacyOfficer),
            "{role}"
        );
    }
    server.advance(chrono::TimeDelta::hours(14));
    let me: Me = server.desk().get(path::ME).await.read();
    assert_eq!(me.today.to_string(), "2026-11-17", "23:00 in UTC is tomorrow in the Netherlands");
}

async fn the_document_describes_the_api(server: &TestServer) {
    let reply = server.stranger().get(path::OPENAPI).await;
    assert_eq!(reply.status, 200, "no token needed");
    let document: Value = serde_json::from_slice(&reply.body).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."), "{}", document["openapi"]);
    let paths = document["paths"].as_object().unwrap();
    for path in [
        path::SIGNALS,
        path::SIGNALS_SEARCH,
        path::SIGNAL,
        path::SIGNAL_NOTES,
        path::SIGNAL_CONTACT_MOMENTS,
        path::SIGNAL_CLAIMS,
        path::SIGNAL_CURRENT_CLAIM,
        path::OFFICERS,
        path::OFFICERS_SEARCH,
        path::OFFICER,
        path::ORGANISATIONS,
        path::MUNICIPALITIES,
        path::TERMS_CALCULATE,
        path::CHANGES,
        path::EVENTS,
        path::ME,
    ] {
        assert!(paths.contains_key(path) || paths.contains_key(path.trim_start_matches("/v1")), "{path} is not described");
    }
    for (path, methods) in paths {
        for (method, operation) in methods.as_object().unwrap() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                assert!(response["description"].as_str().is_some_and(|text| !text.is_empty()), "{method} {path} {status}");
            }
        }
    }
    assert!(!paths.keys().any(|path| path.contains("health")), "health is outside the published API");
}

async fn health_tells_whether_it_can_serve(server: &TestServer) {
    let stranger = server.stranger();
    for path in [path::LIVE, path::READY] {
        let reply = stranger.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    }
    server.execute("ALTER TABLE audit RENAME TO audit_elsewhere").await;
    assert_eq!(stranger.get(path::LIVE).await.status, 200, "alive all the same");
    let reply: Reply = stranger.get(path::READY).await;
    assert_eq!(reply.status, 503, "not ready without an audit log: {}", reply.text());
    server.execute("ALTER TABLE audit_elsewhere RENAME TO audit").await;
    assert_eq!(stranger.get(path::READY).await.status, 200);
}
