//! Signing in by a browser on this machine: authorization code with PKCE (RFC 7636) on a redirect to a port of 127.0.0.1 that is open only
//! meanwhile (RFC 8252). Whoever else knocks there is sent away, and does not end it.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use reqwest::Url;
use ring::digest::{SHA256, digest};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};

use super::{
    kept::{Kept, by_lot},
    provider::{NotGranted, Provider, grant, safe},
};
use crate::client::failure::Failure;

/// How long one that knocks may take to say what it wants.
const KNOCK: Duration = Duration::from_secs(5);

/// The longest request that is read, in bytes.
const LONGEST: usize = 16 * 1024;

/// The path that is redirected to.
const PATH: &str = "/callback";

/// A port of this machine that waits for the browser to come back.
#[derive(Debug)]
pub struct Landing {
    listener: TcpListener,
    redirect: String,
}

/// A sign-in that is under way in a browser.
#[derive(Debug)]
pub struct Browsing {
    /// What the browser must open.
    pub address: String,
    verifier: String,
    state: String,
}

impl Landing {
    /// Opens the port.
    ///
    /// # Errors
    /// When this machine gives none.
    pub async fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let redirect = format!("http://127.0.0.1:{}{PATH}", listener.local_addr()?.port());
        Ok(Self { listener, redirect })
    }
}

impl Provider {
    /// What the browser must open to come back to this port.
    ///
    /// # Errors
    /// When one cannot sign in here in this way.
    pub fn browse(&self, landing: &Landing) -> Result<Browsing, Failure> {
        let none = || Failure::WrongServer { server: self.issuer().to_owned(), answer: "authorization_endpoint".into() };
        let client = self.at.browser_client.as_deref().ok_or_else(none)?;
        let mut address = safe(self.metadata.authorization_endpoint.as_deref().ok_or_else(none)?)?;
        let (verifier, state) = (by_lot(), by_lot());
        let challenge = URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()));
        address.query_pairs_mut().extend_pairs([
            ("response_type", "code"),
            ("client_id", client),
            ("redirect_uri", &landing.redirect),
            ("scope", &self.scope()),
            ("resource", &self.at.audience),
            ("state", &state),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            // Without it a provider gives no refresh token (OpenID Connect Core, 11).
            ("prompt", "consent"),
        ]);
        Ok(Browsing { address: address.into(), verifier, state })
    }

    /// Waits until the browser comes back, and gets the tokens; nothing when somebody said no. `page` is what the browser shows then.
    ///
    /// # Errors
    /// When the provider gives no tokens.
    pub async fn landed(
        &self,
        landing: &Landing,
        browsing: &Browsing,
        page: &str,
        now: fn() -> DateTime<Utc>,
    ) -> Result<Option<Kept>, Failure> {
        let code = loop {
            let Ok((mut visitor, _)) = landing.listener.accept().await else { continue };
            let said = timeout(KNOCK, wanted(&mut visitor)).await.ok().flatten();
            let said = said.and_then(|target| self.answer(&target, browsing));
            let status = if said.is_some() { "200 OK" } else { "404 Not Found" };
            let body = if said.is_some() { page } else { "" };
            let head = format!(
                "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
                 Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
                body.len()
            );
            let _ = timeout(KNOCK, visitor.write_all(format!("{head}{body}").as_bytes())).await;
            match said {
                Some(Some(code)) => break code,
                Some(None) => return Ok(None),
                None => {}
            }
        };
        let client = self.at.browser_client.as_deref().unwrap_or_default();
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code.as_str()),
            ("redirect_uri", &landing.redirect),
            ("client_id", client),
            ("code_verifier", &browsing.verifier),
        ];
        match grant(&self.http, &self.metadata.token_endpoint, &form).await {
            Ok(granted) => Ok(Some(Kept::of(self, client, granted, now()))),
            Err(NotGranted::Said(answer)) => Err(Failure::WrongServer { server: self.issuer().to_owned(), answer }),
            Err(NotGranted::Away(failure)) => Err(failure),
        }
    }

    /// The code in what the browser came back with; nothing when that is a no. Not ours, or not about this sign-in: no answer at all.
    fn answer(&self, target: &str, browsing: &Browsing) -> Option<Option<String>> {
        let url = Url::parse("http://127.0.0.1").ok()?.join(target).ok()?;
        let get = |name: &str| {
            let mut found = url.query_pairs().filter(|(key, _)| key == name).map(|(_, value)| value.into_owned());
            found.next().filter(|_| found.next().is_none())
        };
        let ours = url.path() == PATH && get("state").as_deref() == Some(&browsing.state);
        // RFC 9207: an answer of another provider is none.
        let theirs = get("iss").is_some_and(|issuer| issuer != self.issuer());
        if !ours || theirs {
            return None;
        }
        match (get("code"), get("error")) {
            (Some(code), None) => Some(Some(code)),
            (None, Some(_)) => Some(None),
            _ => None,
        }
    }
}

/// What one that knocks asks for with GET.
async fn wanted(visitor: &mut TcpStream) -> Option<String> {
    let mut bytes = vec![];
    let mut part = [0; 2048];
    while !bytes.windows(4).any(|end| end == b"\r\n\r\n") {
        let count = visitor.read(&mut part).await.ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(part.get(..count)?);
        if bytes.len() > LONGEST {
            return None;
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let mut words = text.lines().next()?.split(' ');
    (words.next()? == "GET").then_some(())?;
    words.next().filter(|target| target.starts_with('/')).map(str::to_owned)
}
