//! What stops counting, and for whom: nothing that was taken away comes back by an older token, another client or a clock that is ahead.

use std::sync::Arc;

use chrono::TimeDelta;
use loket::{
    api::{path, problem::Code},
    client::{
        Bearer, Failure, Lapse, Session,
        sign_in::{Keeper, Place},
    },
    domain::role::Role,
    locale::Language,
    server::tokens,
};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::staying::{Scene, now, on_disk};
use crate::support::{http::Caller, issuer::Issuer, samples, server::TestServer};

on_both_stores!(
    an_older_token_brings_no_role_back,
    who_becomes_an_administrator_at_the_provider_waits_too,
    what_an_administrator_ends_is_everything_of_somebody,
    a_token_made_ahead_of_our_clock_ends_with_its_session,
    feeds_of_who_signed_in_go_on_until_an_administrator_ends_it,
    where_people_sign_in_a_token_is_nobodys_second_person,
);

fn with(at: &Caller, server: &TestServer, issuer: &Issuer, over: &Value) -> Caller {
    Caller { token: issuer.token(server.clock_now(), over), ..at.clone() }
}

async fn me(caller: &Caller) -> Value {
    caller.get(path::ME).await.expect(200)
}

/// Ends everything of this account.
async fn end(server: &TestServer, at: &Caller, account: &Value) {
    let administrator = Caller { server: at.server.clone(), ..server.role(Role::Administrator) };
    let list = administrator.get(path::SESSIONS).await.expect(200);
    let session = list["items"].as_array().unwrap().iter().find(|one| one["account"] == *account).unwrap();
    administrator.delete(&path::SESSION.replace("{id}", session["id"].as_str().unwrap())).await.done();
}

async fn an_older_token_brings_no_role_back(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    no_administrator_is_left(server).await;
    let older = with(&at, server, &issuer, &json!({ "roles": "administrator" }));
    assert_eq!(me(&older).await["role"], "administrator");
    server.advance(TimeDelta::minutes(1));
    let newer = with(&at, server, &issuer, &json!({ "roles": "desk" }));
    assert_eq!(me(&newer).await["role"], "desk");
    server.advance(TimeDelta::seconds(15));
    assert_eq!(me(&older).await["role"], "desk", "what was taken away stays away");
    let changes = server.texts("SELECT object FROM audit WHERE verb = 'account.change'").await;
    assert_eq!(changes, [me(&newer).await["account"].as_str().unwrap()]);
}

/// The token that the server was set up with is revoked, as whoever goes over to a provider does.
pub async fn no_administrator_is_left(server: &TestServer) {
    let account = server.role(Role::Administrator).account.parse().unwrap();
    assert!(tokens::revoke(server.store(), server.clock_now(), account).await.unwrap());
}

async fn who_becomes_an_administrator_at_the_provider_waits_too(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    let by = |name: &str, role: &str| with(&at, server, &issuer, &json!({ "sub": name, "roles": role }));
    let waits = async |who: &Caller| drop(who.get(path::ME).await.problem(Code::WaitsForSecondPerson));
    let confirm = async |by: &Caller, account: &Value| {
        by.post(&path::ADMINISTRATOR_CONFIRM.replace("{id}", account.as_str().unwrap()), &json!({})).await
    };
    // The token of before is an administrator, and nobody who signed in: it confirms no one.
    let token = Caller { server: at.server.clone(), ..server.role(Role::Administrator) };
    waits(&by("first", "administrator")).await;
    let waiting = token.get(path::ADMINISTRATORS).await.expect(200)["items"][0]["account"].clone();
    confirm(&token, &waiting).await.problem(Code::NotAllowed);
    no_administrator_is_left(server).await;
    assert!(tokens::confirm_first(server.store(), server.clock_now(), waiting.as_str().unwrap().parse().unwrap()).await.unwrap());
    let first = by("first", "administrator");
    assert_eq!(me(&first).await["role"], "administrator");
    // Another one waits, and is a colleague of the desk meanwhile when the provider says so.
    waits(&by("second", "administrator")).await;
    server.advance(TimeDelta::minutes(1));
    let second = by("second", "desk");
    let account = me(&second).await["account"].clone();
    server.advance(TimeDelta::minutes(1));
    let second = by("second", "administrator");
    waits(&second).await;
    confirm(&first, &account).await.done();
    assert_eq!(me(&second).await["role"], "administrator");
    // Who was one no longer, waits again.
    server.advance(TimeDelta::minutes(1));
    assert_eq!(me(&by("second", "desk")).await["role"], "desk");
    server.advance(TimeDelta::minutes(1));
    waits(&by("second", "administrator")).await;
}

async fn what_an_administrator_ends_is_everything_of_somebody(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    let by = |over: Value| with(&at, server, &issuer, &over);
    let first = by(json!({ "sid": "s1" }));
    let other = by(json!({ "sid": "s2", "client_id": "loket-desktop" }));
    // Of a session that no token came of yet.
    let unseen = by(json!({ "sid": "s3" }));
    let account = me(&first).await["account"].clone();
    assert_eq!(me(&other).await["account"], account);
    let bystander = by(json!({ "sub": "bystander", "sid": "s4" }));
    me(&bystander).await;
    end(server, &at, &account).await;
    for (name, gone) in [("first", &first), ("other", &other), ("unseen", &unseen)] {
        assert_eq!(gone.get(path::ME).await.problem(Code::SessionEnded)["status"], 401, "{name}");
    }
    me(&bystander).await;
    server.advance(TimeDelta::minutes(1));
    // Refreshed by another client of the same sign-in.
    by(json!({ "sid": "s2", "client_id": "loket-desktop" })).get(path::ME).await.problem(Code::SessionEnded);
    assert_eq!(me(&by(json!({ "sid": "new" }))).await["account"], account);
}

async fn a_token_made_ahead_of_our_clock_ends_with_its_session(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    let ahead = server.clock_now().timestamp() + 20;
    let first = with(&at, server, &issuer, &json!({ "sid": "s1" }));
    me(&first).await;
    let worker = with(&at, server, &issuer, &json!({ "sid": "s1", "iat": ahead }));
    me(&worker).await;
    worker.delete(path::SESSION_CURRENT).await.done();
    server.advance(TimeDelta::seconds(15));
    worker.get(path::ME).await.problem(Code::SessionEnded);
    first.get(path::ME).await.problem(Code::SessionEnded);
}

async fn feeds_of_who_signed_in_go_on_until_an_administrator_ends_it(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    let worker = with(&at, server, &issuer, &json!({ "sid": "s1" }));
    let made = worker.post(path::FEED_TOKENS, &json!({ "name": "agenda", "expiresAt": null })).await.expect(201);
    let feed = made["path"].as_str().unwrap().to_owned();
    let stranger = Caller { token: String::new(), ..at.clone() };
    let status = async || stranger.get(&feed).await.status;
    assert_eq!(status().await, 200);
    worker.delete(path::SESSION_CURRENT).await.done();
    assert_eq!(status().await, 200, "whoever goes home in the evening has a calendar in the morning");
    server.advance(TimeDelta::minutes(1));
    let again = with(&at, server, &issuer, &json!({ "sid": "s2" }));
    end(server, &at, &me(&again).await["account"]).await;
    assert_eq!(status().await, 404);
    server.advance(TimeDelta::minutes(1));
    me(&with(&at, server, &issuer, &json!({ "sid": "s3" }))).await;
    assert_eq!(status().await, 200);
    server.advance(TimeDelta::days(31));
    assert_eq!(status().await, 404, "whoever was not there for a month");
}

async fn where_people_sign_in_a_token_is_nobodys_second_person(server: &TestServer) {
    let issuer = Issuer::start().await;
    let at = server.instance_with(&issuer).await;
    let by_token = Caller { server: at.server.clone(), ..server.desk() };
    let signed_in = with(&at, server, &issuer, &json!({}));
    let signal = signed_in
        .post(path::SIGNALS, &samples::signal_with("Ontruiming", json!({ "decisions": [samples::decision("b-1")] })))
        .await
        .expect(201);
    let body = samples::time_out(signal["item"]["id"].as_str().unwrap(), "b-1");
    let refused = by_token.post(path::TIME_OUTS, &body).await.problem(Code::NotAllowed);
    assert_eq!(refused["errors"][0]["code"], "not-in-person");
    let waits = signed_in.post(path::TIME_OUTS, &body).await.expect(201)["confirmation"].clone();
    let confirm = path::CONFIRMATION_CONFIRM.replace("{id}", waits["id"].as_str().unwrap_or_else(|| panic!("{waits}")));
    let body = json!({ "hash": waits["hash"] });
    let refused = by_token.post(&confirm, &body).await.problem(Code::NotAllowed);
    assert_eq!(refused["errors"][0]["code"], "not-in-person");
    let second = with(&at, server, &issuer, &json!({ "sub": "bas", "name": "Bas" }));
    second.post(&confirm, &body).await.expect(200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_takes_nobodys_token_for_a_moment_ends_no_sign_in() {
    let scene = Scene::set().await;
    let (change, provider) = watch::channel(Arc::new(scene.issuer.provider()));
    let address = scene.server.instance_of(provider).await.server;
    let kept = scene.kept(10, 290);
    let place = Place::folder(&scene.folder()).unwrap();
    place.begin(&kept).unwrap();
    let keeper = Arc::new(Keeper::new(place, kept, now));
    let session = Session::new(&address, Bearer::SignedIn(keeper.clone()), Language::Dutch).unwrap();
    session.me().await.unwrap();
    // Somebody mistypes the audience: every token is wrong.
    let mut wrong = scene.issuer.provider();
    wrong.audience.push('x');
    change.send(Arc::new(wrong)).unwrap();
    scene.server.advance(TimeDelta::seconds(15));
    let failure = session.me().await.unwrap_err();
    assert!(matches!(failure, Failure::NotSignedIn { lapse: Lapse::Unknown, .. }), "{failure:?}");
    assert_eq!(scene.asked(), 1, "a newer token is tried once");
    assert!(keeper.kept().is_some() && on_disk(&scene.folder()), "nothing is thrown away");
    change.send(Arc::new(scene.issuer.provider())).unwrap();
    scene.server.advance(TimeDelta::seconds(15));
    session.me().await.unwrap();
    assert_eq!(scene.asked(), 1);
    scene.server.stop().await;
}
