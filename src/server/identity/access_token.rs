//! Access tokens of the provider (RFC 9068): what must be right before a token says anything. Pure: keys and time are arguments.
//!
//! Written over `ring`, without `jsonwebtoken`: that asks the machine for the time, takes doubled names and `crit`, knows no `typ`, and
//! without its own cryptography (RUSTSEC-2023-0071) needs a provider written here and set once for the whole process. What it would still do
//! is take a token apart at its dots.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::{
    algorithm::{Algorithm, Key},
    provider::Provider,
    strict,
};

/// The longest token that is looked at, in bytes. Those of the usual providers have one to three thousand.
const LONGEST: usize = 8 * 1024;

/// The longest name of a key, session or subject.
const NAME: usize = 255;

/// Seconds that clocks may differ. Machines that keep time by NTP differ by less than one; who has none may still work, and a token that
/// is over lives no longer than this: its session ends elsewhere.
pub const LEEWAY: i64 = 30;

/// Headers that bring a key, or say where to get one: the keys are the issuer's, and nobody else's.
const OWN_KEYS: [&str; 4] = ["jku", "x5u", "jwk", "x5c"];

/// Headers that change what the rest means (RFC 7515, RFC 7797, RFC 7516).
const OTHER_MEANING: [&str; 4] = ["crit", "b64", "zip", "enc"];

/// A token whose signature was not looked at yet: nothing in it is to be believed but which key to ask for.
#[derive(Debug)]
pub struct Unverified<'t> {
    message: &'t [u8],
    signature: Vec<u8>,
    payload: Vec<u8>,
    /// What it says it is signed with; one of those that count.
    pub algorithm: Algorithm,
    /// The key it names.
    pub kid: Option<String>,
}

/// What a token says that passed every check.
#[derive(Debug, Clone, PartialEq)]
pub struct Claims {
    /// Who, at the provider: `sub`.
    pub subject: String,
    /// With which client: `client_id`.
    pub client: String,
    /// When it was made: `iat`, in seconds.
    pub issued_at: i64,
    /// Until when it is good: `exp`, in seconds.
    pub expires_at: i64,
    /// When its user signed in, where that is said: `auth_time`, in seconds.
    pub signed_in_at: Option<i64>,
    /// The session at the provider, where that is said: `sid`.
    pub session: Option<String>,
    /// All of it.
    pub all: Map<String, Value>,
}

impl<'t> Unverified<'t> {
    /// Takes a token apart; nothing when it cannot be one that counts.
    pub fn read(token: &'t str, algorithms: &[Algorithm]) -> Option<Self> {
        if token.len() > LONGEST {
            return None;
        }
        let (message, signature) = token.rsplit_once('.')?;
        let (header, payload) = message.split_once('.')?;
        if payload.contains('.') {
            return None;
        }
        let header = strict::object(&URL_SAFE_NO_PAD.decode(header).ok()?)?;
        if OWN_KEYS.iter().chain(&OTHER_MEANING).any(|name| header.contains_key(*name)) {
            return None;
        }
        let text = |name: &str| header.get(name).and_then(Value::as_str);
        // RFC 9068, 2.1: so that no other token of the provider, such as an ID token, passes for one.
        let kind = text("typ")?.to_ascii_lowercase();
        if kind != "at+jwt" && kind != "application/at+jwt" {
            return None;
        }
        let algorithm = Algorithm::from_code(text("alg")?).filter(|algorithm| algorithms.contains(algorithm))?;
        let kid = match header.get("kid") {
            None => None,
            Some(Value::String(kid)) if !kid.is_empty() && kid.len() <= NAME => Some(kid.clone()),
            Some(_) => return None,
        };
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        Some(Self { message: message.as_bytes(), signature, payload: URL_SAFE_NO_PAD.decode(payload).ok()?, algorithm, kid })
    }

    /// What it says, when this key signed it and it is for us, now.
    pub fn claims(&self, key: &Key, provider: &Provider, now: DateTime<Utc>) -> Option<Claims> {
        if !key.fits(self.kid.as_deref(), self.algorithm) || !key.signed(self.algorithm, self.message, &self.signature) {
            return None;
        }
        let all = strict::object(&self.payload)?;
        // No U+0000 either: the store has another sign for it, and two names would be one.
        let is_name = |text: &&str| !text.is_empty() && text.len() <= NAME && !text.contains('\0');
        let text = |name: &str| all.get(name).and_then(Value::as_str).filter(is_name);
        let time = |name: &str| all.get(name).and_then(seconds);
        let now = now.timestamp();
        let for_us = match all.get("aud")? {
            Value::String(one) => *one == provider.audience,
            Value::Array(several) => several.iter().any(|one| one.as_str() == Some(&provider.audience)),
            _ => false,
        };
        let (client, issued_at, expires_at) = (text("client_id")?, time("iat")?, time("exp")?);
        let begun = !all.contains_key("nbf") || time("nbf").is_some_and(|nbf| nbf <= now + LEEWAY);
        let in_time = begun && issued_at <= now + LEEWAY && expires_at > now - LEEWAY && expires_at > issued_at;
        let right = all.get("iss")?.as_str() == Some(&provider.issuer)
            && for_us
            && in_time
            && provider.clients().any(|known| known == client)
            && text("jti").is_some()
            // Bound to a key (RFC 7800, RFC 9449, RFC 8705) that whoever sends it must prove to have, which nobody here asks for.
            && !all.contains_key("cnf");
        let optional = |name: &str| all.contains_key(name).then(|| text(name));
        let (session, signed_in_at) = (optional("sid"), all.contains_key("auth_time").then(|| time("auth_time")));
        let broken = session == Some(None) || signed_in_at == Some(None);
        (right && !broken).then_some(())?;
        Some(Claims {
            subject: text("sub")?.to_owned(),
            client: client.to_owned(),
            issued_at,
            expires_at,
            signed_in_at: signed_in_at.flatten(),
            session: session.flatten().map(Into::into),
            all: all.clone(),
        })
    }
}

/// A moment (RFC 7519, `NumericDate`) in whole seconds, in this age.
fn seconds(value: &Value) -> Option<i64> {
    let number = value.as_i64().or_else(|| value.as_f64().filter(|number| number.is_finite()).map(|number| number as i64))?;
    (0..=253_402_300_799).contains(&number).then_some(number)
}
