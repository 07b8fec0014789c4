//! Asking the provider for its keys. The only place in the server that asks anybody anything: protected or on this machine, no
//! redirects, not for long, not for much.

use std::time::Duration;

use futures_util::StreamExt;
use reqwest::{Client, Url};
use serde_json::{Map, Value};
use tokio::sync::OnceCell;

use super::{algorithm::Key, strict};
use crate::domain::loopback::is_loopback;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest answer that is read, in bytes.
const LONGEST: usize = 256 * 1024;

/// Most keys that are kept of a provider.
const MOST: usize = 100;

/// Why there are no keys.
#[derive(Debug, thiserror::Error)]
pub enum NoKeys {
    /// An address is neither protected nor on this machine.
    #[error("{0} is neither https nor on this machine")]
    Unprotected(String),
    /// No answer, or one that is not whole.
    #[error("no answer: {0}")]
    NoAnswer(#[from] reqwest::Error),
    /// It is not what it should be.
    #[error("the answer is not what it should be: {0}")]
    Wrong(&'static str),
}

/// Asks over a client for this machine or one for all others, made when it is first needed.
#[derive(Debug, Default)]
pub struct Fetch {
    here: OnceCell<Client>,
    elsewhere: OnceCell<Client>,
}

impl Fetch {
    /// The keys an issuer publishes now (OpenID Connect Discovery; RFC 8414).
    pub async fn keys(&self, issuer: &str) -> Result<Vec<Key>, NoKeys> {
        let about = self.object(&format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'))).await?;
        // Whoever answers in its name speaks for it alone.
        if about.get("issuer").and_then(Value::as_str) != Some(issuer) {
            return Err(NoKeys::Wrong("it names another issuer"));
        }
        let place = about.get("jwks_uri").and_then(Value::as_str).ok_or(NoKeys::Wrong("it names no keys"))?;
        let set = self.object(place).await?;
        let keys = set.get("keys").and_then(Value::as_array).ok_or(NoKeys::Wrong("no set of keys"))?;
        Ok(keys.iter().filter_map(Value::as_object).filter_map(Key::read).take(MOST).collect())
    }

    async fn object(&self, address: &str) -> Result<Map<String, Value>, NoKeys> {
        let url = Url::parse(address)
            .ok()
            .filter(|url| url.scheme() == "https" || (url.scheme() == "http" && url.host_str().is_some_and(is_loopback)));
        let url = url.ok_or_else(|| NoKeys::Unprotected(address.to_owned()))?;
        let here = url.scheme() == "http";
        let client = if here { &self.here } else { &self.elsewhere };
        let client = client.get_or_try_init(async || build(here)).await?;
        let response = client.get(url).header("accept", "application/json").send().await?.error_for_status()?;
        let (mut parts, mut bytes) = (response.bytes_stream(), vec![]);
        while let Some(part) = parts.next().await {
            bytes.extend_from_slice(&part?);
            if bytes.len() > LONGEST {
                return Err(NoKeys::Wrong("it is too long"));
            }
        }
        strict::object(&bytes).ok_or(NoKeys::Wrong("no JSON object"))
    }
}

/// What is on this machine is not asked for through a proxy.
fn build(here: bool) -> Result<Client, reqwest::Error> {
    // Fails only when one is installed already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).connect_timeout(PATIENCE);
    let builder = builder.user_agent(concat!("loket/", env!("CARGO_PKG_VERSION")));
    if here { builder.no_proxy().build() } else { builder.build() }
}
