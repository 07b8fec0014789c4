//! The provider: its metadata, and asking it for tokens. Protected or on this machine, no redirects.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{Client, RequestBuilder, Response, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    api::session::SignInAt,
    client::{
        failure::{Cause, Failure},
        http::http,
    },
    domain::loopback::is_loopback,
};

/// How long the provider may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What somebody who signs in is asked for (OpenID Connect Core, 3.1.2.1).
pub(super) const PROMPT: &str = "login consent";

/// The longest answer that is read, in bytes.
const LONGEST: usize = 256 * 1024;

/// A token that says nothing of how long it is good is asked for anew after this.
const UNTOLD: TimeDelta = TimeDelta::minutes(5);

/// A provider, as its metadata says (OpenID Connect Discovery; RFC 8414).
#[derive(Debug, Clone)]
pub struct Provider {
    pub(super) at: SignInAt,
    pub(super) metadata: Metadata,
    pub(super) http: Client,
}

/// What is used of the metadata.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Metadata {
    issuer: String,
    pub(super) token_endpoint: String,
    #[serde(default)]
    pub(super) device_authorization_endpoint: Option<String>,
    #[serde(default)]
    pub(super) authorization_endpoint: Option<String>,
    #[serde(default)]
    pub(super) revocation_endpoint: Option<String>,
}

/// Tokens, as the provider gives them (RFC 6749, 5.1).
#[derive(Debug, Deserialize)]
pub(super) struct Granted {
    pub(super) access_token: SecretString,
    #[serde(default)]
    pub(super) refresh_token: Option<SecretString>,
    #[serde(default)]
    expires_in: Option<f64>,
    token_type: String,
}

impl Granted {
    /// Until when the token is good, by the clock that asked at this moment.
    pub(super) fn expires_at(&self, asked: DateTime<Utc>) -> DateTime<Utc> {
        let told = self.expires_in.filter(|seconds| *seconds > 0.0 && *seconds < 1e8);
        asked + told.map_or(UNTOLD, |seconds| TimeDelta::milliseconds((seconds * 1_000.0) as i64))
    }
}

/// Why the provider gives no tokens (RFC 6749, 5.2; RFC 8628, 3.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotGranted {
    /// It said no: with this code.
    Said(String),
    /// No answer, or none that says anything: perhaps later.
    Away(Failure),
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Provider {
    /// Asks the provider for its metadata.
    ///
    /// # Errors
    /// When nothing answers, or something that is not this provider.
    pub async fn discover(at: &SignInAt) -> Result<Self, Failure> {
        let address = format!("{}/.well-known/openid-configuration", at.issuer.trim_end_matches('/'));
        let url = safe(&address)?;
        let http = client(&url)?;
        let metadata: Metadata = read(http.get(url), &at.issuer).await?;
        let wrong = || Failure::WrongServer { server: at.issuer.clone(), answer: "issuer".into() };
        if metadata.issuer != at.issuer {
            return Err(wrong());
        }
        safe(&metadata.token_endpoint)?;
        Ok(Self { at: at.clone(), metadata, http })
    }

    /// The provider's name.
    pub fn issuer(&self) -> &str {
        &self.at.issuer
    }

    /// Can one sign in there by a code?
    pub fn has_device(&self) -> bool {
        self.at.device_client.is_some() && self.metadata.device_authorization_endpoint.is_some()
    }

    /// Can one sign in there by a browser on the same machine?
    pub fn has_browser(&self) -> bool {
        self.at.browser_client.is_some() && self.metadata.authorization_endpoint.is_some()
    }

    pub(super) fn scope(&self) -> String {
        self.at.scopes.join(" ")
    }
}

/// An address that is protected, or on this machine.
pub(super) fn safe(address: &str) -> Result<Url, Failure> {
    let url = Url::parse(address).map_err(|_| Failure::NoAddress { server: address.to_owned() })?;
    match url.scheme() {
        "https" => Ok(url),
        "http" if url.host_str().is_some_and(is_loopback) => Ok(url),
        _ => Err(Failure::Unprotected { server: address.to_owned() }),
    }
}

pub(super) fn client(url: &Url) -> Result<Client, Failure> {
    let builder = http(url.scheme() == "http", PATIENCE)?.timeout(PATIENCE);
    builder.build().map_err(|error| Failure::NoProtection { cause: error.to_string() })
}

/// Asks and reads JSON.
pub(super) async fn read<T: DeserializeOwned>(request: RequestBuilder, server: &str) -> Result<T, Failure> {
    let response = request.header("accept", "application/json").send().await.map_err(|error| away(&error, server))?;
    let status = response.status();
    let wrong = || Failure::WrongServer { server: server.to_owned(), answer: status.as_u16().to_string() };
    let bytes = whole(response).await.map_err(|error| away(&error, server))?.ok_or_else(wrong)?;
    if !status.is_success() {
        return Err(wrong());
    }
    serde_json::from_slice(&bytes).map_err(|_| wrong())
}

/// The body; nothing when it is too long.
async fn whole(mut response: Response) -> Result<Option<Vec<u8>>, reqwest::Error> {
    let mut bytes = vec![];
    while let Some(part) = response.chunk().await? {
        bytes.extend_from_slice(&part);
        if bytes.len() > LONGEST {
            return Ok(None);
        }
    }
    Ok(Some(bytes))
}

fn away(error: &reqwest::Error, server: &str) -> Failure {
    let server = server.to_owned();
    if error.is_timeout() {
        Failure::TimedOut { server, writing: false }
    } else {
        Failure::NoServer { server, cause: Cause::of(error) }
    }
}

/// Asks for tokens.
pub(super) async fn grant(http: &Client, endpoint: &str, form: &[(&str, &str)]) -> Result<Granted, NotGranted> {
    let url = safe(endpoint).map_err(NotGranted::Away)?;
    let request = http.post(url).header("accept", "application/json").form(form);
    let gone = |error: reqwest::Error| NotGranted::Away(away(&error, endpoint));
    let response = request.send().await.map_err(gone)?;
    let status = response.status();
    let wrong = || NotGranted::Away(Failure::WrongServer { server: endpoint.to_owned(), answer: status.as_u16().to_string() });
    let bytes = whole(response).await.map_err(gone)?.ok_or_else(wrong)?;
    if status.is_success() {
        return serde_json::from_slice::<Granted>(&bytes)
            .ok()
            .filter(|granted| {
                granted.token_type.eq_ignore_ascii_case("bearer") && !granted.access_token.expose_secret().is_empty()
            })
            .ok_or_else(wrong);
    }
    // Too busy, or broken: that is no answer to the question.
    if status.is_server_error() || status.as_u16() == 429 {
        return Err(wrong());
    }
    serde_json::from_slice::<Refusal>(&bytes).map_or_else(|_| Err(wrong()), |refusal| Err(NotGranted::Said(refusal.error)))
}
