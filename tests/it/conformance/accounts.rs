//! Tokens: who has none, a wrong, an expired or a revoked one gets nothing.

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    domain::role::Role,
    server::tokens,
};
use reqwest::Method;
use serde_json::json;

use crate::support::{
    http::{Caller, Reply},
    server::TestServer,
};

on_both_stores!(without_a_good_token_there_is_nothing, a_token_expires, a_token_is_revoked, a_secret_is_kept_only_as_a_hash);

async fn without_a_good_token_there_is_nothing(server: &TestServer) {
    server.signal("Ontruiming").await;
    let desk = server.desk();
    let stranger = server.stranger();
    for path in [path::SIGNALS, path::ME, path::CHANGES, path::EVENTS, path::OFFICERS, "/v1/signals/S-2026-00001"] {
        let reply = stranger.get(path).await;
        reply.problem(Code::NotSignedIn);
        assert!(reply.header("www-authenticate").starts_with("Bearer"), "{path}: {:?}", reply.headers);
    }
    let mut cut = desk.token.clone();
    cut.pop();
    let wrong_secrets = [
        cut,
        format!("{}x", desk.token),
        desk.token.to_uppercase(),
        format!("{}{}", tokens::PREFIX, "A".repeat(43)),
        "x".repeat(10_000),
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJkZXNrIn0.".into(),
        "' OR 1=1 --".into(),
    ];
    for token in wrong_secrets {
        let caller = Caller { token: token.clone(), ..desk.clone() };
        let reply = caller.get(path::SIGNALS).await;
        assert!(matches!(reply.status, 401 | 431), "{token}: {} {}", reply.status, reply.text());
        assert!(!reply.text().contains("Ontruiming"));
    }
    for header in ["", "Bearer", "Bearer ", "Basic dTpw", &desk.token, &format!("Token {}", desk.token)] {
        let request = stranger.request(Method::GET, path::SIGNALS).header("authorization", header);
        Reply::of(request).await.problem(Code::NotSignedIn);
    }
    let in_url = stranger.get(&format!("{}?access_token={}", path::SIGNALS, desk.token)).await;
    in_url.problem(Code::NotSignedIn);
}

async fn a_token_expires(server: &TestServer) {
    let until = server.clock_now() + TimeDelta::hours(1);
    let caller = server.account_until(Role::Desk, "Tijdelijk", "LMM", Some(until)).await;
    caller.get(path::ME).await.expect(200);
    server.advance(TimeDelta::hours(1) - TimeDelta::microseconds(1));
    caller.get(path::ME).await.expect(200);
    server.advance(TimeDelta::microseconds(1));
    caller.get(path::ME).await.problem(Code::NotSignedIn);
    caller.post(path::SIGNALS, &crate::support::samples::signal("x")).await.problem(Code::NotSignedIn);
    server.desk().get(path::ME).await.expect(200);
}

async fn a_token_is_revoked(server: &TestServer) {
    let caller = server.colleague().await;
    let other = server.account(Role::Desk, "Ander", "LMM").await;
    caller.get(path::ME).await.expect(200);
    let account = caller.account.parse().unwrap();
    assert!(tokens::revoke(server.store(), server.clock_now(), account).await.unwrap());
    server.advance(TimeDelta::seconds(10)); // A token is believed for at most ten seconds without looking.
    caller.get(path::ME).await.problem(Code::NotSignedIn);
    caller.post("/v1/signals/_search", &json!({ "query": "x" })).await.problem(Code::NotSignedIn);
    other.get(path::ME).await.expect(200);
    assert!(!tokens::revoke(server.store(), server.clock_now(), account).await.unwrap(), "nothing left to revoke");
    let listed = tokens::list(server.store()).await.unwrap();
    let revoked: Vec<_> = listed.iter().filter(|token| token.revoked_at.is_some()).map(|token| token.account).collect();
    assert_eq!(revoked, [account]);
    assert_eq!(listed.len(), Role::ALL.len() + 2);
}

async fn a_secret_is_kept_only_as_a_hash(server: &TestServer) {
    let desk = server.desk();
    assert!(desk.token.starts_with(tokens::PREFIX), "recognisable wherever it turns up");
    assert!(desk.token.len() >= tokens::PREFIX.len() + 32, "long enough not to be guessed");
    desk.get(path::ME).await.expect(200);
    let secret = desk.token.strip_prefix(tokens::PREFIX).unwrap();
    for column in ["hash", "account"] {
        for kept in server.texts(&format!("SELECT {column} FROM tokens")).await {
            assert!(!kept.contains(secret) && !desk.token.contains(&kept), "{column}");
        }
    }
    let one = server.account(Role::Desk, "Zelfde naam", "LMM").await;
    let two = server.account(Role::Desk, "Zelfde naam", "LMM").await;
    assert_ne!(one.token, two.token);
    assert_ne!(one.account, two.account);
}
