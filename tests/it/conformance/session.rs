//! Tokens: who one is, when it ends, how it is revoked.

use chrono::TimeDelta;
use loket::{
    domain::role::Role,
    server::tokens::{self, NewToken},
};
use serde_json::json;

use crate::support::server::{Caller, Running, start_of_time};

on_both_stores!(a_token_says_who_one_is, a_token_ends_when_it_expires_and_soon_after_it_is_revoked, secrets_are_not_kept);

async fn a_token_says_who_one_is(server: &Running) {
    let reader = server.account(Role::RegisterReader, "R. Łezer", "UWV").await;
    let me = reader.get("/v1/me").await.is(200);
    assert_eq!((&me.body["account"], &me.body["name"]), (&json!(reader.id), &json!("R. Łezer")));
    assert_eq!((&me.body["role"], &me.body["organisation"]), (&json!("register-reader"), &json!("UWV")));
    assert_eq!(me.body["permissions"], json!(["register.search", "register.read", "organisation.read", "changes.read"]));
    assert_eq!((&me.body["now"], &me.body["today"]), (&json!("2026-11-23T09:00:00Z"), &json!("2026-11-23")));
    assert_eq!(me.body["demo"], json!(false));
    for token in [None, Some("lkt_onzin".to_owned()), Some(String::new()), Some("é\u{7f}".to_owned())] {
        let stranger = Caller { token, ..server.stranger() };
        let Ok(request) = stranger.request(reqwest::Method::GET, "/v1/me").build() else { continue };
        let response = server.http.execute(request).await.expect("an answer");
        assert_eq!(
            (response.status().as_u16(), &response.headers()["www-authenticate"]),
            (401, &"Bearer".parse().expect("text"))
        );
    }
}

async fn a_token_ends_when_it_expires_and_soon_after_it_is_revoked(server: &Running) {
    let desk = server.desk().await;
    let account = desk.get("/v1/me").await.is(200).body["account"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(tokens::revoke(&server.store, start_of_time(), account).await.ok(), Some(true));
    assert_eq!(tokens::revoke(&server.store, start_of_time(), account).await.ok(), Some(false));
    server.clock.advance(TimeDelta::seconds(15));
    desk.get("/v1/me").await.is(401);
    let expires_at = Some(start_of_time() + TimeDelta::minutes(1));
    let new = NewToken { role: Role::Desk, name: "Kort".into(), organisation: "LMM".into(), expires_at };
    let (id, token) = tokens::create(&server.store, start_of_time(), new).await.expect("a token");
    let short = Caller { server, token: Some(token), id: id.to_string() };
    short.get("/v1/me").await.is(200);
    server.clock.advance(TimeDelta::seconds(46));
    assert_eq!(short.get("/v1/me").await.is(401).code(), "not-signed-in");
}

async fn secrets_are_not_kept(server: &Running) {
    let desk = server.desk().await;
    let secret = desk.token.clone().expect("a token");
    assert!(secret.starts_with("lkt_") && secret.len() > 40);
    let listed = tokens::list(&server.store).await.expect("a list");
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].role, listed[0].name.raw(), listed[0].revoked_at), (Role::Desk, "A. Bakker", None));
    assert!(!format!("{listed:?}").contains(&secret[4..]));
}
