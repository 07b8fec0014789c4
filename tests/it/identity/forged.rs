//! Tokens that were made up, or were good once: none passes, and from outside nobody can tell one refusal from another.

use loket::api::{path, problem::Code};
use reqwest::header::{AUTHORIZATION, HeaderMap};
use ring::hmac;
use serde_json::{Value, json};

use crate::support::{
    http::{Caller, Reply},
    issuer::{Issuer, Signer, code, laid_over, token, token_of},
    server::TestServer,
};

/// A server that knows the issuer, with everything of the issuer's that may be published.
struct Scene {
    server: TestServer,
    who: Caller,
    issuer: Issuer,
    ec: Signer,
    ed: Signer,
}

impl Scene {
    async fn set() -> Self {
        let issuer = Issuer::start().await;
        let (ec, ed) = (Signer::ec(), Signer::ed());
        // A provider that publishes what it should not: a shared secret, and a key by which anybody signs, since it changes nothing.
        let weak = json!({ "kty": "RSA", "kid": "weak", "n": code([0xff; 256]), "e": code([1]) });
        let shared = json!({ "kty": "oct", "kid": "shared", "k": code("geheim") });
        issuer.publish(&[issuer.key.jwk("one"), ec.jwk("two"), ed.jwk("three"), weak, shared]);
        let server = TestServer::sqlite().await;
        let who = server.instance_with(&issuer).await;
        Self { server, who, issuer, ec, ed }
    }

    fn claims(&self, over: &Value) -> Value {
        laid_over(self.issuer.claims(self.server.clock_now()), over)
    }

    fn header(&self, over: &Value) -> Value {
        laid_over(self.issuer.header(), over)
    }

    /// Signed by the issuer's own key, with this over the header.
    fn with_header(&self, over: &Value) -> String {
        token(&self.issuer.key, &self.header(over), &self.claims(&json!({})))
    }

    /// Signed by the issuer's own key, with this over the claims.
    fn with_claims(&self, over: &Value) -> String {
        token(&self.issuer.key, &self.header(&json!({})), &self.claims(over))
    }

    /// Not signed, with whatever is put in the place of a signature.
    fn unsigned(&self, header: &Value, signature: &str) -> String {
        format!("{}.{}.{signature}", code(header.to_string()), code(self.claims(&json!({})).to_string()))
    }

    /// What a signature is before the private key is used (RFC 8017, 9.2), under a key whose exponent is 1.
    fn signed_by_nobody(&self) -> String {
        const SHA256: [u8; 19] = [48, 49, 48, 13, 6, 9, 96, 134, 72, 1, 101, 3, 4, 2, 1, 5, 0, 4, 32];
        let header = self.header(&json!({ "kid": "weak" }));
        let message = format!("{}.{}", code(header.to_string()), code(self.claims(&json!({})).to_string()));
        let hash = ring::digest::digest(&ring::digest::SHA256, message.as_bytes());
        let end = [&[0], &SHA256[..], hash.as_ref()].concat();
        let padded = [&[0, 1], &vec![0xff; 256 - 2 - end.len()][..], &end].concat();
        format!("{message}.{}", code(padded))
    }

    fn shared_secret(&self, algorithm: &str, kid: &str, secret: &[u8]) -> String {
        let header = json!({ "alg": algorithm, "typ": "at+jwt", "kid": kid });
        let message = format!("{}.{}", code(header.to_string()), code(self.claims(&json!({})).to_string()));
        let how = if algorithm == "HS512" { hmac::HMAC_SHA512 } else { hmac::HMAC_SHA256 };
        let tag = hmac::sign(&hmac::Key::new(how, secret), message.as_bytes());
        format!("{message}.{}", code(tag.as_ref()))
    }

    /// The forged and the stale, each with what is wrong with it.
    fn bad(&self) -> Vec<(String, String)> {
        let mut all = self.without_signature();
        all.extend(self.signed_otherwise());
        all.extend(self.about_the_key());
        all.extend(self.for_somebody_else());
        all.extend(self.out_of_time());
        all.extend(self.out_of_shape());
        all.into_iter().map(|(what, token)| (what.to_owned(), token)).collect()
    }

    fn without_signature(&self) -> Vec<(&'static str, String)> {
        let good = self.with_claims(&json!({}));
        let (message, signature) = good.rsplit_once('.').unwrap();
        let none = |alg: Value| json!({ "alg": alg, "typ": "at+jwt", "kid": "one" });
        vec![
            ("alg none", self.unsigned(&none(json!("none")), "")),
            ("alg None", self.unsigned(&none(json!("None")), "")),
            ("alg NONE", self.unsigned(&none(json!("NONE")), "")),
            ("alg nOnE", self.unsigned(&none(json!("nOnE")), "")),
            ("alg none with a signature", self.unsigned(&none(json!("none")), signature)),
            ("alg empty", self.unsigned(&none(json!("")), "")),
            ("alg null", self.unsigned(&none(json!(null)), "")),
            ("alg a list", self.unsigned(&none(json!(["RS256"])), signature)),
            ("alg missing", self.unsigned(&json!({ "typ": "at+jwt", "kid": "one" }), signature)),
            ("no signature", format!("{message}.")),
            ("half a signature", format!("{message}.{}", &signature[..signature.len() / 2])),
            ("a signature of zeros", format!("{message}.{}", code([0; 256]))),
        ]
    }

    fn signed_otherwise(&self) -> Vec<(&'static str, String)> {
        let claims = self.claims(&json!({}));
        let header = |over: Value| self.header(&over);
        let public = self.issuer.key.jwk("one");
        let modulus = public["n"].as_str().unwrap().as_bytes().to_vec();
        let good = self.with_claims(&json!({}));
        let parts: Vec<&str> = good.split('.').collect();
        let other = self.claims(&json!({ "roles": ["administrator"] }));
        vec![
            ("HMAC with the public key", self.shared_secret("HS256", "one", &modulus)),
            ("HMAC with the published key", self.shared_secret("HS256", "one", public.to_string().as_bytes())),
            ("HMAC-512 with the public key", self.shared_secret("HS512", "one", &modulus)),
            ("HMAC with a published secret", self.shared_secret("HS256", "shared", b"geheim")),
            ("said RSA, signed on a curve", token(&self.ec, &header(json!({})), &claims)),
            ("said a curve, signed by RSA", token(&self.issuer.key, &header(json!({ "alg": "ES256" })), &claims)),
            ("a curve's name for an RSA key", token(&self.ec, &header(json!({ "alg": "ES256" })), &claims)),
            ("said RSA, by the name of a curve", token(&self.issuer.key, &header(json!({ "kid": "two" })), &claims)),
            ("said PSS, signed by PKCS #1", {
                token_of(&self.issuer.key, "RS256", &header(json!({ "alg": "PS256" })).to_string(), &claims.to_string())
            }),
            ("not in the list", token(&self.issuer.key, &header(json!({ "alg": "RS512" })), &claims)),
            ("small letters", token(&self.issuer.key, &header(json!({ "alg": "rs256" })), &claims)),
            ("a key that changes nothing", self.signed_by_nobody()),
            ("ECDSA of nothing", self.unsigned(&header(json!({ "alg": "ES256", "kid": "two" })), &code([0; 64]))),
            ("claims changed", format!("{}.{}.{}", parts[0], code(other.to_string()), parts[2])),
            ("header changed", format!("{}.{}.{}", code(header(json!({ "x": 1 })).to_string()), parts[1], parts[2])),
        ]
    }

    fn about_the_key(&self) -> Vec<(&'static str, String)> {
        let stranger = Signer::rsa(2048);
        let by = |over: Value| token(&stranger, &self.header(&over), &self.claims(&json!({})));
        let place = format!("{}/keys", self.issuer.name);
        vec![
            ("another's key under its name", by(json!({}))),
            ("an unknown key", by(json!({ "kid": "nobody" }))),
            ("a name of no key", by(json!({ "kid": null }))),
            ("a path", by(json!({ "kid": "../../../../dev/null" }))),
            ("a statement", by(json!({ "kid": "x' UNION SELECT 'geheim' --" }))),
            ("an address", by(json!({ "kid": place }))),
            ("an empty name", self.with_header(&json!({ "kid": "" }))),
            ("a number", self.with_header(&json!({ "kid": 1 }))),
            ("a long name", by(json!({ "kid": "x".repeat(4_000) }))),
            ("jku", by(json!({ "jku": place }))),
            ("x5u", by(json!({ "x5u": place }))),
            ("jwk", by(json!({ "jwk": stranger.jwk("one") }))),
            ("x5c", by(json!({ "x5c": ["MIIB"] }))),
            ("jku of the issuer itself", self.with_header(&json!({ "jku": place }))),
            ("crit", self.with_header(&json!({ "crit": ["exp"] }))),
            ("b64", self.with_header(&json!({ "b64": false, "crit": ["b64"] }))),
            ("zip", self.with_header(&json!({ "zip": "DEF" }))),
        ]
    }

    fn for_somebody_else(&self) -> Vec<(&'static str, String)> {
        let with = |over: Value| self.with_claims(&over);
        let slash = format!("{}/", self.issuer.name);
        vec![
            ("another issuer", with(json!({ "iss": "https://id.example" }))),
            ("the issuer with a slash", with(json!({ "iss": slash }))),
            ("issuers", with(json!({ "iss": [self.issuer.name] }))),
            ("no issuer", with(json!({ "iss": null }))),
            ("another audience", with(json!({ "aud": "urn:other" }))),
            ("other audiences", with(json!({ "aud": ["urn:other", "urn:loket:api:x"] }))),
            ("the audience as an object", with(json!({ "aud": { "urn:loket:api": true } }))),
            ("no audience", with(json!({ "aud": null }))),
            ("another client", with(json!({ "client_id": "wiki" }))),
            ("no client", with(json!({ "client_id": null }))),
            ("nobody", with(json!({ "sub": null }))),
            ("an empty subject", with(json!({ "sub": "" }))),
            ("a subject that is a number", with(json!({ "sub": 7 }))),
            ("without a name of its own", with(json!({ "jti": null }))),
            ("bound to a key", with(json!({ "cnf": { "jkt": "x" } }))),
            ("typ missing", self.with_header(&json!({ "typ": null }))),
            ("an ordinary JWT", self.with_header(&json!({ "typ": "JWT" }))),
            ("an ID token", {
                let claims = self.claims(&json!({ "aud": "loket-tui", "client_id": null, "nonce": "x" }));
                token(&self.issuer.key, &self.header(&json!({ "typ": "JWT" })), &claims)
            }),
            ("a logout token", self.with_header(&json!({ "typ": "logout+jwt" }))),
        ]
    }

    fn out_of_time(&self) -> Vec<(&'static str, String)> {
        let now = self.server.clock_now().timestamp();
        let with = |over: Value| self.with_claims(&over);
        vec![
            ("over", with(json!({ "iat": now - 400, "exp": now - 31 }))),
            ("over for long", with(json!({ "iat": 0, "exp": 1 }))),
            ("without an end", with(json!({ "exp": null }))),
            ("an end in words", with(json!({ "exp": (now + 300).to_string() }))),
            ("an end in thousandths", with(json!({ "exp": (now + 300) * 1_000_000 }))),
            ("an end beyond numbers", with(json!({ "exp": 1e300 }))),
            ("an end before its start", with(json!({ "iat": now + 20, "exp": now + 10 }))),
            ("not yet", with(json!({ "nbf": now + 31 }))),
            ("not yet, in words", with(json!({ "nbf": "now" }))),
            ("made tomorrow", with(json!({ "iat": now + 31, "exp": now + 400 }))),
            ("made nobody knows when", with(json!({ "iat": null }))),
            ("signed in nobody knows when", with(json!({ "auth_time": "now" }))),
        ]
    }

    fn out_of_shape(&self) -> Vec<(&'static str, String)> {
        let good = self.with_claims(&json!({}));
        let header = self.header(&json!({})).to_string();
        let claims = self.claims(&json!({})).to_string();
        let of = |header: &str, claims: &str| token_of(&self.issuer.key, "RS256", header, claims);
        let twice = |text: &str, more: &str| format!("{}{more}}}", text.strip_suffix('}').unwrap());
        let parts: Vec<&str> = good.split('.').collect();
        vec![
            ("a claim twice", of(&header, &twice(&claims, r#","aud":"urn:loket:api""#))),
            ("a claim twice, once escaped", of(&header, &twice(&claims, r#","\u0073ub":"beheer""#))),
            ("a claim twice further down", of(&header, &twice(&claims, r#","x":{"roles":1,"roles":2}"#))),
            ("a header twice", of(&twice(&header, r#","alg":"RS256""#), &claims)),
            ("a token in a token", of(&header, &good)),
            ("a list", of(&header, &format!("[{claims}]"))),
            ("no JSON", of(&header, "sub=anna")),
            ("deep", of(&header, &format!("{{\"x\":{}{}}}", "[".repeat(2_000), "]".repeat(2_000)))),
            ("huge", self.with_claims(&json!({ "x": "x".repeat(20_000) }))),
            ("encrypted", format!("{good}.{}.{}", parts[1], parts[2])),
            ("two parts", format!("{}.{}", parts[0], parts[1])),
            ("four parts", format!("{good}.{}", parts[2])),
            ("padded", format!("{}.{}==.{}", parts[0], parts[1], parts[2])),
            ("other letters", format!("{}.{}.{}", parts[0], parts[1], parts[2].replace(['-', '_'], "+") + "+")),
            ("dots", "..".into()),
            ("of our own, made up", format!("lkt_{}", code([7; 32]))),
            ("of our own with a signature", format!("lkt_{good}")),
        ]
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_good_token_passes_by_every_way_of_signing_that_counts() {
    let scene = Scene::set().await;
    let claims = scene.claims(&json!({}));
    for (signer, alg, kid) in [
        (&scene.issuer.key, "RS256", "one"),
        (&scene.issuer.key, "PS256", "one"),
        (&scene.ec, "ES256", "two"),
        (&scene.ed, "EdDSA", "three"),
    ] {
        let token = token(signer, &json!({ "alg": alg, "typ": "application/AT+JWT", "kid": kid }), &claims);
        let me = Caller { token, ..scene.who.clone() }.get(path::ME).await.expect(200);
        assert_eq!(
            (&me["name"], &me["role"], &me["organisation"]),
            (&json!("Anna de Wit"), &json!("desk"), &json!("LMM")),
            "{alg}"
        );
    }
    let now = scene.server.clock_now().timestamp();
    for over in [
        json!({ "aud": ["urn:other", "urn:loket:api"] }),
        // Clocks may differ by half a minute.
        json!({ "iat": now - 300, "exp": now - 29 }),
        json!({ "iat": now + 29, "nbf": now + 29 }),
        json!({ "client_id": "loket-desktop", "sid": "x", "auth_time": now - 3_000 }),
    ] {
        Caller { token: scene.with_claims(&over), ..scene.who.clone() }.get(path::ME).await.expect(200);
    }
    scene.server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_forged_or_stale_token_passes_and_all_look_the_same_from_outside() {
    let scene = Scene::set().await;
    let first = seen(&scene.who.get(path::ME).await);
    let bad = scene.bad();
    assert!(bad.len() >= 40, "{}", bad.len());
    for (what, token) in bad {
        let reply = Caller { token, ..scene.who.clone() }.get(path::ME).await;
        reply.problem(Code::NotSignedIn);
        assert_eq!(seen(&reply), first, "{what}");
    }
    let good = scene.with_claims(&json!({}));
    for (what, headers) in ways_around(&good) {
        let request = scene.who.http.get(format!("{}{}?access_token={good}", scene.who.server, path::ME));
        let reply = Reply::of(request.headers(headers)).await;
        reply.problem(Code::NotSignedIn);
        assert_eq!(seen(&reply), first, "{what}");
    }
    // What is refused by one way is no token at another.
    Caller { token: good, ..scene.who.clone() }.get(path::ME).await.expect(200);
    assert_eq!(
        scene.server.number("SELECT CAST(COUNT(*) AS BIGINT) FROM sessions").await,
        1,
        "a refused token begins no session"
    );
    scene.server.stop().await;
}

/// Ways to say who one is that do not count.
fn ways_around(good: &str) -> Vec<(&'static str, HeaderMap)> {
    let map = |all: &[(&'static str, &str)]| {
        let mut headers = HeaderMap::new();
        for (name, value) in all {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    };
    let basic = format!("Basic {good}");
    let (bearer, upper) = (format!("Bearer {good}"), format!("Bearer\t{good}"));
    vec![
        ("in the query only", map(&[])),
        ("another scheme", map(&[(AUTHORIZATION.as_str(), &basic)])),
        ("no scheme", map(&[(AUTHORIZATION.as_str(), good)])),
        ("twice", map(&[(AUTHORIZATION.as_str(), &bearer), (AUTHORIZATION.as_str(), &bearer)])),
        ("a tab", map(&[(AUTHORIZATION.as_str(), &upper)])),
        ("a cookie", map(&[("cookie", &format!("access_token={good}"))])),
        ("a user passed on", map(&[("x-forwarded-user", "anna"), ("x-remote-user", "anna"), ("remote-user", "anna")])),
        ("a token passed on", map(&[("x-forwarded-access-token", good), ("x-auth-request-access-token", good)])),
        ("a user of a proxy", map(&[("x-auth-request-user", "anna"), ("x-webauth-user", "anna"), ("x-user", "anna")])),
        ("an account", map(&[("x-loket-account", "anna"), ("x-loket-role", "administrator")])),
    ]
}

/// What somebody outside sees of an answer, but what differs with every request.
fn seen(reply: &Reply) -> (u16, Vec<(String, String)>, Value) {
    let mut body: Value = serde_json::from_slice(&reply.body).unwrap();
    body.as_object_mut().unwrap().remove("requestId");
    let mut headers: Vec<(String, String)> = reply
        .headers
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "date" | "x-request-id"))
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    headers.sort();
    (reply.status, headers, body)
}
