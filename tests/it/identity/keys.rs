//! The provider's keys: a new one is found, a withdrawn one stops counting, and neither a provider that is away nor somebody who makes
//! names up does any harm.

use chrono::TimeDelta;
use loket::api::{path, problem::Code};
use serde_json::{Value, json};

use crate::support::{
    http::Caller,
    issuer::{Issuer, Signer, laid_over, token},
    server::TestServer,
};

struct Scene {
    server: TestServer,
    who: Caller,
    issuer: Issuer,
}

impl Scene {
    async fn set() -> Self {
        let (issuer, server) = (Issuer::start().await, TestServer::sqlite().await);
        let who = server.instance_with(&issuer).await;
        Self { server, who, issuer }
    }

    fn by(&self, signer: &Signer, kid: &Value) -> Caller {
        let header = laid_over(self.issuer.header(), &json!({ "kid": kid }));
        let claims = self.issuer.claims(self.server.clock_now());
        Caller { token: token(signer, &header, &claims), ..self.who.clone() }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_key_is_found_at_once_and_the_old_one_counts_as_long_as_it_is_published() {
    let scene = Scene::set().await;
    let (one, two) = (&scene.issuer.key, Signer::rsa(2048));
    scene.by(one, &json!("one")).get(path::ME).await.expect(200);
    scene.issuer.publish(&[one.jwk("one"), two.jwk("two")]);
    scene.by(&two, &json!("two")).get(path::ME).await.expect(200);
    scene.by(one, &json!("one")).get(path::ME).await.expect(200);
    // A token that names no key may be of either: nobody guesses.
    scene.by(one, &Value::Null).get(path::ME).await.problem(Code::NotSignedIn);
    scene.issuer.publish(&[two.jwk("two")]);
    scene.server.advance(TimeDelta::minutes(6));
    // The first that comes makes us ask, and counts once more; another, unknown, waits for the answer.
    scene.by(&two, &json!("two")).get(path::ME).await.expect(200);
    scene.by(one, &json!("nobody")).get(path::ME).await.problem(Code::NotSignedIn);
    scene.by(one, &json!("one")).get(path::ME).await.problem(Code::NotSignedIn);
    scene.by(&two, &Value::Null).get(path::ME).await.expect(200);
    scene.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_that_is_away_stops_nobody_it_vouched_for() {
    let scene = Scene::set().await;
    let (one, two) = (&scene.issuer.key, Signer::rsa(2048));
    scene.by(one, &json!("one")).get(path::ME).await.expect(200);
    scene.issuer.publish(&[one.jwk("one"), two.jwk("two")]);
    scene.issuer.be_away(true);
    for minutes in [0, 6, 50] {
        scene.server.advance(TimeDelta::minutes(minutes));
        scene.by(one, &json!("one")).get(path::ME).await.expect(200);
        // Whether there is such a key nobody knows: that is no refusal, which would end somebody's sign-in.
        scene.by(&two, &json!("two")).get(path::ME).await.problem(Code::Unavailable);
    }
    // A key that was withdrawn meanwhile counts no longer than this.
    scene.server.advance(TimeDelta::minutes(10));
    scene.by(one, &json!("one")).get(path::ME).await.problem(Code::Unavailable);
    scene.issuer.be_away(false);
    scene.server.advance(TimeDelta::minutes(1));
    scene.by(&two, &json!("two")).get(path::ME).await.expect(200);
    scene.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_that_are_made_up_do_not_make_us_ask_without_end() {
    let scene = Scene::set().await;
    let stranger = Signer::rsa(2048);
    scene.by(&scene.issuer.key, &json!("one")).get(path::ME).await.expect(200);
    let all = (0..60).map(|number| scene.by(&stranger, &json!(format!("made-up-{number}"))));
    for reply in futures_util::future::join_all(all.map(|caller| async move { caller.get(path::ME).await })).await {
        reply.problem(Code::NotSignedIn);
    }
    assert!(scene.issuer.asked() <= 4, "asked {} times", scene.issuer.asked());
    scene.by(&scene.issuer.key, &json!("one")).get(path::ME).await.expect(200);
    scene.server.stop().await;
}
