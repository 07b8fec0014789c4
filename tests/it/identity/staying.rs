//! Staying signed in: tokens are renewed in time and by one at a time, a provider that is away signs nobody out, and one that says no does.

use std::{
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
};

use axum::{Json, Router, extract::State, http::StatusCode, routing::post};
use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::path,
    client::{
        Bearer, Failure, Session,
        sign_in::{Keeper, Kept, Place},
    },
    locale::Language,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::support::{issuer::Issuer, server::TestServer};

/// The clock of these tests, in seconds after the start of the story: one for all, and it only stands still.
pub fn now() -> DateTime<Utc> {
    crate::support::server::start_of_story()
}

/// A provider that gives tokens of a real issuer for refresh tokens that rotate: each counts once.
#[derive(Default)]
struct Giver {
    issuer: Mutex<Option<Arc<Issuer>>>,
    /// The refresh token that counts now.
    counts: AtomicI64,
    asked: AtomicUsize,
    /// Answers with this status instead.
    broken: Mutex<Option<u16>>,
    good_for: AtomicI64,
}

async fn give(State(giver): State<Arc<Giver>>, form: String) -> (StatusCode, Json<Value>) {
    giver.asked.fetch_add(1, Ordering::SeqCst);
    if let Some(status) = *giver.broken.lock().unwrap() {
        return (StatusCode::from_u16(status).unwrap(), Json(json!({ "error": "temporarily_unavailable" })));
    }
    let form = reqwest::Url::parse(&format!("http://x/?{form}")).unwrap();
    let refresh = form.query_pairs().find(|(name, _)| name == "refresh_token").unwrap().1.into_owned();
    let next = giver.counts.load(Ordering::SeqCst) + 1;
    if refresh != format!("refresh-{}", next - 1) {
        return (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" })));
    }
    giver.counts.store(next, Ordering::SeqCst);
    let issuer = giver.issuer.lock().unwrap().clone().unwrap();
    let good_for = giver.good_for.load(Ordering::SeqCst);
    let access = issuer.token(now(), &json!({ "sid": "s", "exp": now().timestamp() + good_for }));
    let answer = json!({
        "access_token": access, "token_type": "Bearer", "expires_in": good_for, "refresh_token": format!("refresh-{next}"),
    });
    (StatusCode::OK, Json(answer))
}

pub struct Scene {
    pub server: TestServer,
    address: String,
    giver: Arc<Giver>,
    token_endpoint: String,
    pub issuer: Arc<Issuer>,
    home: tempfile::TempDir,
}

impl Scene {
    pub async fn set() -> Self {
        let issuer = Arc::new(Issuer::start().await);
        let server = TestServer::sqlite().await;
        let address = server.instance_with(&issuer).await.server;
        let giver = Arc::new(Giver { good_for: AtomicI64::new(300), ..Giver::default() });
        *giver.issuer.lock().unwrap() = Some(issuer.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let token_endpoint = format!("http://{}/token", listener.local_addr().unwrap());
        let router = Router::new().route("/token", post(give)).with_state(giver.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { server, address, giver, token_endpoint, issuer, home: tempfile::tempdir().unwrap() }
    }

    pub fn folder(&self) -> std::path::PathBuf {
        self.home.path().join("place")
    }

    /// A sign-in whose token was got so long ago, and is good for so long from now.
    pub fn kept(&self, ago: i64, left: i64) -> Kept {
        let access = self.issuer.token(now(), &json!({ "sid": "s", "exp": now().timestamp() + left.max(1) }));
        let value = json!({
            "sameness": "by lot", "issuer": self.issuer.name, "client": "loket-tui", "since": now() - TimeDelta::hours(1),
            "token_endpoint": self.token_endpoint, "revocation_endpoint": null, "access": access,
            "got_at": now() - TimeDelta::seconds(ago), "expires_at": now() + TimeDelta::seconds(left), "refresh": "refresh-0",
        });
        serde_json::from_value(value).unwrap()
    }

    /// A program of this user: its keeper, and its session with the server.
    fn program(&self, kept: &Kept) -> (Arc<Keeper>, Session) {
        let place = Place::folder(&self.folder()).unwrap();
        let keeper = Arc::new(Keeper::new(place, kept.clone(), now));
        let session = Session::new(&self.address, Bearer::SignedIn(keeper.clone()), Language::Dutch).unwrap();
        (keeper, session)
    }

    pub fn asked(&self) -> usize {
        self.giver.asked.load(Ordering::SeqCst)
    }
}

pub fn on_disk(folder: &Path) -> bool {
    folder.join("sign-in").exists()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_programs_that_renew_at_once_ask_once_and_nobody_is_signed_out() {
    let scene = Scene::set().await;
    let old = scene.kept(290, 10);
    Place::folder(&scene.folder()).unwrap().keep(&old).unwrap();
    let programs: Vec<(Arc<Keeper>, Session)> = (0..4).map(|_| scene.program(&old)).collect();
    let asking = programs.iter().flat_map(|(_, session)| [session.me(), session.me()]);
    for answer in futures_util::future::join_all(asking).await {
        assert_eq!(answer.unwrap().name.raw(), "Anna de Wit");
    }
    assert_eq!(scene.asked(), 1, "one of them asks, the others take over what it got");
    // What is good is not renewed.
    programs[0].1.me().await.unwrap();
    assert_eq!(scene.asked(), 1);
    assert!(programs.iter().all(|(keeper, _)| keeper.kept().is_some()) && on_disk(&scene.folder()));
    scene.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_is_away_signs_nobody_out() {
    let scene = Scene::set().await;
    for status in [500, 503, 429] {
        *scene.giver.broken.lock().unwrap() = Some(status);
        // Due, but still good: it goes on, and the provider is not asked with every request.
        let (keeper, session) = scene.program(&scene.kept(290, 10));
        Place::folder(&scene.folder()).unwrap().keep(&scene.kept(290, 10)).unwrap();
        let before = scene.asked();
        for _ in 0..3 {
            session.me().await.unwrap();
        }
        assert_eq!(scene.asked(), before + 1, "{status}");
        assert!(keeper.kept().is_some() && on_disk(&scene.folder()), "{status}");
    }
    // Over: nothing goes without it, and still nothing is thrown away.
    let over = scene.kept(400, -1);
    Place::folder(&scene.folder()).unwrap().keep(&over).unwrap();
    let (keeper, session) = scene.program(&over);
    let failure = session.me().await.unwrap_err();
    assert!(!matches!(failure, Failure::NotSignedIn { .. }), "{failure:?}");
    assert!(keeper.kept().is_some() && on_disk(&scene.folder()));
    *scene.giver.broken.lock().unwrap() = None;
    scene.program(&over).1.me().await.unwrap();
    scene.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_says_no_ends_the_sign_in_here_and_at_the_server() {
    let scene = Scene::set().await;
    let kept = scene.kept(290, 10);
    Place::folder(&scene.folder()).unwrap().keep(&kept).unwrap();
    let (keeper, session) = scene.program(&kept);
    scene.giver.counts.store(7, Ordering::SeqCst);
    assert!(matches!(session.me().await, Err(Failure::NotSignedIn { .. })));
    assert!(keeper.kept().is_none() && !on_disk(&scene.folder()));
    // It was told with the last token that was good: a token of this session begins nothing any more.
    let last = serde_json::to_value(&kept).unwrap()["access"].as_str().unwrap().to_owned();
    let caller = crate::support::http::Caller::at(&scene.address, &last);
    caller.get(path::ME).await.problem(loket::api::problem::Code::SessionEnded);
    scene.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_server_ended_is_not_renewed_round_it() {
    let scene = Scene::set().await;
    let kept = scene.kept(10, 290);
    Place::folder(&scene.folder()).unwrap().keep(&kept).unwrap();
    let (keeper, session) = scene.program(&kept);
    session.me().await.unwrap();
    scene.server.execute("UPDATE sessions SET revoked_before = last_seen").await;
    scene.server.advance(TimeDelta::seconds(15));
    assert!(matches!(session.me().await, Err(Failure::NotSignedIn { .. })));
    assert_eq!(scene.asked(), 0, "no other token is asked for");
    assert!(keeper.kept().is_none() && !on_disk(&scene.folder()));
    scene.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_else_who_signed_in_meanwhile_stays_signed_in() {
    let scene = Scene::set().await;
    let mine = scene.kept(290, 10);
    let (keeper, session) = scene.program(&mine);
    let mut other = serde_json::to_value(&mine).unwrap();
    other["sameness"] = "another".into();
    Place::folder(&scene.folder()).unwrap().keep(&serde_json::from_value(other).unwrap()).unwrap();
    assert!(matches!(session.me().await, Err(Failure::NotSignedIn { .. })));
    keeper.sign_out().await;
    assert!(on_disk(&scene.folder()) && scene.asked() == 0);
    scene.server.stop().await;
}
