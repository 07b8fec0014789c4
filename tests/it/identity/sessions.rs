//! Sessions of people who signed in: who they are here, how a session ends, and that it ends everywhere.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use futures_util::StreamExt;
use loket::{
    api::{path, problem::Code},
    domain::role::Role,
};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::{sync::watch, task::JoinHandle};

use super::lapses::no_administrator_is_left;
use crate::support::{http::Caller, issuer::Issuer, server::TestServer};

on_both_stores!(
    one_person_is_one_account_whatever_the_claims_become,
    without_a_role_nothing_is_shown_and_it_is_said_why,
    signing_out_ends_what_there_is_and_lets_one_sign_in_anew,
    what_the_administrator_ends_a_refresh_does_not_bring_back,
    every_stream_ends_on_every_instance,
);

/// Somebody with a token of these claims at this instance.
fn with(at: &Caller, server: &TestServer, issuer: &Issuer, over: &Value) -> Caller {
    Caller { token: issuer.token(server.clock_now(), over), ..at.clone() }
}

async fn me(caller: &Caller) -> Value {
    caller.get(path::ME).await.expect(200)
}

async fn one_person_is_one_account_whatever_the_claims_become(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    let as_of = |over: Value| with(&at, server, &issuer, &over);
    no_administrator_is_left(server).await;
    let both = json!(["desk", "administrator", "x"]);
    let first = me(&as_of(json!({ "roles": both }))).await;
    assert_eq!(first["role"], "administrator", "of several roles the first in the file counts");
    let desk = me(&as_of(json!({ "roles": "desk", "name": "Anna de Wit-Bos" }))).await;
    assert_eq!((&desk["role"], &desk["name"], &desk["organisation"]), (&json!("desk"), &json!("Anna de Wit-Bos"), &json!("LMM")));
    let away = me(&as_of(json!({ "roles": ["municipal"], "organisation": "utrecht" }))).await;
    assert_eq!((&away["role"], &away["organisation"]), (&json!("municipal"), &json!("GM0344")));
    for other in [&desk, &away] {
        assert_eq!(other["account"], first["account"]);
    }
    let another = me(&as_of(json!({ "sub": "bas", "name": null }))).await;
    assert_eq!(another["name"], "bas");
    assert_ne!(another["account"], first["account"]);
    let count = |table: &str| server.number(Box::leak(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM {table}").into_boxed_str()));
    assert_eq!((count("subjects").await, count("sessions").await), (2, 2));
    // Many first tokens of one person at once are one account, too.
    let tokens: Vec<Caller> = (0..12).map(|_| as_of(json!({ "sub": "coen" }))).collect();
    let all = futures_util::future::join_all(tokens.iter().map(me)).await;
    assert!(all.iter().all(|one| one["account"] == all[0]["account"]), "{all:?}");
    assert_eq!((count("subjects").await, count("sessions").await), (3, 3));
    let begun = server.texts("SELECT object FROM audit WHERE verb = 'session.begin' ORDER BY object").await;
    assert_eq!(begun.len(), 3, "each session is written down once as begun: {begun:?}");
}

async fn without_a_role_nothing_is_shown_and_it_is_said_why(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    for over in [
        json!({ "roles": null }),
        json!({ "roles": ["desk2"] }),
        json!({ "roles": ["municipal"] }),
        json!({ "roles": ["municipal"], "organisation": "atlantis" }),
    ] {
        let problem = with(&at, server, &issuer, &over).get(path::ME).await.problem(Code::NoRole);
        assert!(problem["advice"].as_str().is_some_and(|advice| advice.contains("beheerder")), "{over}");
    }
    assert_eq!(server.number("SELECT CAST(COUNT(*) AS BIGINT) FROM sessions").await, 0);
    // Who has a role does no more than the role may.
    let municipal = with(&at, server, &issuer, &json!({ "roles": "municipal", "organisation": "gm0344" }));
    me(&municipal).await;
    municipal.get(path::SIGNALS).await.problem(Code::NotAllowed);
    let told = at.get(path::SIGN_IN).await.expect(200);
    assert_eq!((&told["provider"]["issuer"], &told["provider"]["deviceClient"]), (&json!(issuer.name), &json!("loket-tui")));
    assert_eq!(server.stranger().get(path::SIGN_IN).await.expect(200), json!({}));
}

async fn signing_out_ends_what_there_is_and_lets_one_sign_in_anew(server: &TestServer) {
    let issuer = Issuer::start().await;
    let (at, other) = (server.instance_with(&issuer).await, server.instance_with(&issuer).await);
    let first = with(&at, server, &issuer, &json!({}));
    let there = Caller { server: other.server.clone(), ..first.clone() };
    let account = me(&first).await["account"].clone();
    me(&there).await;
    first.delete(path::SESSION_CURRENT).await.done();
    first.get(path::ME).await.problem(Code::SessionEnded);
    server.advance(TimeDelta::seconds(15));
    there.get(path::ME).await.problem(Code::SessionEnded);
    assert_eq!(me(&with(&at, server, &issuer, &json!({}))).await["account"], account);
    first.get(path::ME).await.problem(Code::SessionEnded);
    // A token of the server's own is nobody's session.
    server.desk().delete(path::SESSION_CURRENT).await.done();
    me(&server.desk()).await;
    assert_eq!(server.texts("SELECT verb FROM audit WHERE verb = 'session.end'").await.len(), 1);
}

async fn what_the_administrator_ends_a_refresh_does_not_bring_back(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    let administrator = Caller { server: at.server.clone(), ..server.role(Role::Administrator) };
    let signed_in = server.clock_now().timestamp();
    for (number, (named, signed)) in
        [(Some("s1"), None), (None, Some(signed_in)), (Some("s2"), Some(signed_in))].into_iter().enumerate()
    {
        let mut over = json!({ "sub": format!("worker-{number}") });
        named.into_iter().for_each(|sid| over["sid"] = sid.into());
        signed.into_iter().for_each(|at| over["auth_time"] = at.into());
        let worker = with(&at, server, &issuer, &over);
        let who = me(&worker).await;
        let list = administrator.get(path::SESSIONS).await.expect(200);
        let session = list["items"].as_array().unwrap().iter().find(|one| one["account"] == who["account"]).unwrap();
        assert_eq!(
            (&session["from"], &session["client"], session.get("ended")),
            (&json!("127.0.0.1"), &json!("loket-tui"), None)
        );
        let path = path::SESSION.replace("{id}", session["id"].as_str().unwrap());
        administrator.delete(&path).await.done();
        worker.get(path::ME).await.problem(Code::SessionEnded);
        let list = administrator.get(path::SESSIONS).await.expect(200);
        let ended = list["items"].as_array().unwrap().iter().find(|one| one["account"] == who["account"]).unwrap();
        assert!(ended["ended"].is_string(), "{ended}");
        server.advance(TimeDelta::minutes(1));
        // Refreshed: made later, of the same sign-in.
        with(&at, server, &issuer, &over).get(path::ME).await.problem(Code::SessionEnded);
        // Signed in anew.
        if named.is_some() {
            over["sid"] = format!("new-{number}").into();
        }
        if signed.is_some() {
            over["auth_time"] = server.clock_now().timestamp().into();
        }
        assert_eq!(me(&with(&at, server, &issuer, &over)).await["account"], who["account"]);
    }
    let nobody = path::SESSION.replace("{id}", "018f0000-0000-7000-8000-000000000000");
    administrator.delete(&nobody).await.problem(Code::NotFound);
    server.desk().get(path::SESSIONS).await.problem(Code::NotAllowed);
    let by = server.texts("SELECT account FROM audit WHERE verb = 'session.revoke'").await;
    assert_eq!(by, vec![administrator.account.clone(); 3]);
}

/// Begins to listen, and then listens until nothing more comes.
async fn listen(caller: Caller) -> JoinHandle<()> {
    let response = caller.request(Method::GET, path::EVENTS).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let mut parts = response.bytes_stream();
    // An end that is none of the server's, such as that of our own patience, is no end.
    tokio::spawn(async move {
        while let Some(part) = parts.next().await {
            part.unwrap();
        }
    })
}

async fn every_stream_ends_on_every_instance(server: &TestServer) {
    let issuer = Issuer::start().await;
    let (at, other) = (server.instance_with(&issuer).await, server.instance_with(&issuer).await);
    let worker = with(&at, server, &issuer, &json!({ "sid": "s1" }));
    let account = me(&worker).await["account"].clone();
    let there = Caller { server: other.server.clone(), ..worker.clone() };
    let over = with(&at, server, &issuer, &json!({ "sub": "short", "exp": server.clock_now().timestamp() + 60 }));
    me(&over).await;
    let bystander = with(&at, server, &issuer, &json!({ "sub": "bystander" }));
    let stays = listen(bystander).await;
    let streams = futures_util::future::join_all([worker, there, over].map(listen)).await;
    let administrator = Caller { server: at.server.clone(), ..server.role(Role::Administrator) };
    let list = administrator.get(path::SESSIONS).await.expect(200);
    let session = list["items"].as_array().unwrap().iter().find(|one| one["account"] == account).unwrap()["id"].clone();
    administrator.delete(&path::SESSION.replace("{id}", session.as_str().unwrap())).await.done();
    // The clock of the story goes on: what was looked up is looked up again, and a token that is over is over.
    server.advance(TimeDelta::seconds(100));
    for stream in streams {
        tokio::time::timeout(Duration::from_secs(60), stream).await.expect("a stream that should have ended").unwrap();
    }
    assert!(!stays.is_finished(), "of others nothing ends");
    stays.abort();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_mapping_counts_without_a_new_start() {
    let (issuer, server) = (Issuer::start().await, TestServer::sqlite().await);
    let (change, provider) = watch::channel(Arc::new(issuer.provider()));
    let at = server.instance_of(provider).await;
    let anna = with(&at, &server, &issuer, &json!({}));
    assert_eq!(me(&anna).await["role"], "desk");
    let mut other = issuer.provider();
    other.mapping.roles.retain(|rule| rule.role != Role::Desk);
    change.send(Arc::new(other)).unwrap();
    server.advance(TimeDelta::seconds(15));
    anna.get(path::ME).await.problem(Code::NoRole);
    server.stop().await;
}
