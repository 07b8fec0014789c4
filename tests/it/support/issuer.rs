//! An issuer of access tokens on loopback: keys made for this run, published as a provider publishes them, and tokens signed with
//! anything one likes. What a real provider does is told in `sign_in`; this one does what a real one never would.

use std::{
    process::Command,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use axum::{Json, Router, extract::State, http::StatusCode, routing::get};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use chrono::{DateTime, Utc};
use loket::{
    domain::role::Role,
    server::identity::{Mapping, Provider, Rule, USUAL},
};
use ring::{
    rand::SystemRandom,
    rsa,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA512,
        RSA_PSS_SHA256, RsaEncoding,
    },
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::watch};

/// What tokens must be for.
pub const AUDIENCE: &str = "urn:loket:api";

/// A private key, and what it is called.
pub enum Signer {
    /// RSA.
    Rsa(rsa::KeyPair),
    /// P-256.
    Ec(EcdsaKeyPair),
    /// Ed25519.
    Ed(Ed25519KeyPair),
}

impl Signer {
    /// An RSA key of so many bits.
    pub fn rsa(bits: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        let made = Command::new("ssh-keygen")
            .args(["-q", "-t", "rsa", "-m", "PKCS8", "-N", "", "-b", &bits.to_string(), "-f"])
            .arg(&file)
            .status();
        assert!(made.unwrap().success(), "ssh-keygen");
        let pem = std::fs::read_to_string(&file).unwrap();
        let text: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        Self::Rsa(rsa::KeyPair::from_pkcs8(&STANDARD.decode(text).unwrap()).unwrap())
    }

    /// A P-256 key.
    pub fn ec() -> Self {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        Self::Ec(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, document.as_ref(), &random).unwrap())
    }

    /// An Ed25519 key.
    pub fn ed() -> Self {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Self::Ed(Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap())
    }

    /// Signs by the algorithm its kind usually has; RSA by the one that is named.
    pub fn sign(&self, algorithm: &str, message: &str) -> Vec<u8> {
        match self {
            Self::Rsa(key) => {
                let how: &dyn RsaEncoding = match algorithm {
                    "PS256" => &RSA_PSS_SHA256,
                    "RS512" => &RSA_PKCS1_SHA512,
                    _ => &RSA_PKCS1_SHA256,
                };
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(how, &SystemRandom::new(), message.as_bytes(), &mut signature).unwrap();
                signature
            }
            Self::Ec(key) => key.sign(&SystemRandom::new(), message.as_bytes()).unwrap().as_ref().to_vec(),
            Self::Ed(key) => key.sign(message.as_bytes()).as_ref().to_vec(),
        }
    }

    /// Its public half as a provider publishes it.
    pub fn jwk(&self, kid: &str) -> Value {
        match self {
            Self::Rsa(key) => {
                let public: ring::signature::RsaPublicKeyComponents<Vec<u8>> = key.public().into();
                json!({ "kty": "RSA", "kid": kid, "use": "sig", "n": code(public.n), "e": code(public.e) })
            }
            Self::Ec(key) => {
                let point = key.public_key().as_ref();
                json!({ "kty": "EC", "crv": "P-256", "kid": kid, "x": code(&point[1..33]), "y": code(&point[33..]) })
            }
            Self::Ed(key) => json!({ "kty": "OKP", "crv": "Ed25519", "kid": kid, "x": code(key.public_key().as_ref()) }),
        }
    }
}

/// Bytes as tokens have them.
pub fn code(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A token of this header and these claims.
pub fn token(signer: &Signer, header: &Value, claims: &Value) -> String {
    token_of(signer, header["alg"].as_str().unwrap_or_default(), &header.to_string(), &claims.to_string())
}

/// A token of these texts, whatever they are.
pub fn token_of(signer: &Signer, algorithm: &str, header: &str, claims: &str) -> String {
    let message = format!("{}.{}", code(header), code(claims));
    let signature = code(signer.sign(algorithm, &message));
    format!("{message}.{signature}")
}

/// What is published, and how often it was asked for.
#[derive(Default)]
struct Published {
    issuer: Mutex<String>,
    keys: Mutex<Value>,
    asked: AtomicUsize,
    away: AtomicBool,
}

/// The issuer.
pub struct Issuer {
    /// Its name and address.
    pub name: String,
    /// The key it signs with.
    pub key: Signer,
    published: Arc<Published>,
}

impl Issuer {
    /// One that answers, with an RSA key called `one`.
    pub async fn start() -> Self {
        let key = Signer::rsa(2048);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let name = format!("http://{}", listener.local_addr().unwrap());
        let published = Arc::new(Published::default());
        published.issuer.lock().unwrap().clone_from(&name);
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(metadata))
            .route("/keys", get(keys))
            .with_state(published.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        let issuer = Self { name, key, published };
        issuer.publish(&[issuer.key.jwk("one")]);
        issuer
    }

    /// Publishes these keys and no others.
    pub fn publish(&self, keys: &[Value]) {
        *self.published.keys.lock().unwrap() = json!({ "keys": keys });
    }

    /// Answers nobody, or again.
    pub fn be_away(&self, away: bool) {
        self.published.away.store(away, Ordering::SeqCst);
    }

    /// How often its keys were asked for.
    pub fn asked(&self) -> usize {
        self.published.asked.load(Ordering::SeqCst)
    }

    /// How it is known to the server.
    pub fn provider(&self) -> Provider {
        let rule = |role: Role, organisation: Option<&str>| Rule {
            claim: "roles".into(),
            has: role.code().into(),
            role,
            organisation: organisation.map(Into::into),
        };
        Provider {
            issuer: self.name.clone(),
            audience: AUDIENCE.into(),
            device_client: Some("loket-tui".into()),
            browser_client: Some("loket-desktop".into()),
            other_clients: vec![],
            scopes: vec!["openid".into(), "offline_access".into(), "profile".into()],
            algorithms: USUAL.to_vec(),
            mapping: Mapping {
                name: "name".into(),
                organisation: "organisation".into(),
                organisations: [("utrecht".to_owned(), "GM0344".to_owned())].into(),
                roles: vec![rule(Role::Administrator, Some("LMM")), rule(Role::Desk, Some("LMM")), rule(Role::Municipal, None)],
            },
        }
    }

    /// The same as something that may change.
    pub fn watched(&self) -> watch::Receiver<Arc<Provider>> {
        watch::channel(Arc::new(self.provider())).1
    }

    /// The header of a good token.
    pub fn header(&self) -> Value {
        json!({ "alg": "RS256", "typ": "at+jwt", "kid": "one" })
    }

    /// What a good token says at this moment about somebody at the desk.
    pub fn claims(&self, now: DateTime<Utc>) -> Value {
        json!({
            "iss": self.name, "aud": AUDIENCE, "sub": "anna", "client_id": "loket-tui", "jti": uuid::Uuid::now_v7(),
            "iat": now.timestamp(), "exp": now.timestamp() + 300, "roles": ["desk"], "name": "Anna de Wit",
        })
    }

    /// A good token with these claims laid over it; `null` takes one away.
    pub fn token(&self, now: DateTime<Utc>, over: &Value) -> String {
        token(&self.key, &self.header(), &laid_over(self.claims(now), over))
    }
}

/// An object with the fields of another laid over it; `null` takes one away.
pub fn laid_over(mut object: Value, over: &Value) -> Value {
    for (name, value) in over.as_object().unwrap() {
        match value {
            Value::Null => drop(object.as_object_mut().unwrap().remove(name)),
            value => object[name] = value.clone(),
        }
    }
    object
}

async fn metadata(State(published): State<Arc<Published>>) -> Result<Json<Value>, StatusCode> {
    if published.away.load(Ordering::SeqCst) {
        return Err(StatusCode::BAD_GATEWAY);
    }
    let issuer = published.issuer.lock().unwrap().clone();
    Ok(Json(json!({ "issuer": issuer, "jwks_uri": format!("{issuer}/keys") })))
}

async fn keys(State(published): State<Arc<Published>>) -> Json<Value> {
    published.asked.fetch_add(1, Ordering::SeqCst);
    Json(published.keys.lock().unwrap().clone())
}
