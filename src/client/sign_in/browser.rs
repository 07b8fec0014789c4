//! Signing in by a browser on this machine: authorization code with PKCE (RFC 7636) on a redirect to a port of 127.0.0.1 that is open only
//! meanwhile (RFC 8252). Whoever else knocks there is sent away, and does not end it.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use futures_util::{StreamExt, stream::FuturesUnordered};
use reqwest::Url;
use ring::digest::{SHA256, digest};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};

use super::{
    kept::{Kept, by_lot},
    provider::{NotGranted, PROMPT, Provider, grant, safe},
};
use crate::client::failure::Failure;

/// How long one that knocks may take to say what it wants.
const KNOCK: Duration = Duration::from_secs(5);

/// The longest request that is read, in bytes.
const LONGEST: usize = 16 * 1024;

/// The path that is redirected to.
const PATH: &str = "/callback";

/// Most that are listened to at a time.
const KNOCKING: usize = 32;

/// A port of this machine that waits for the browser to come back.
#[derive(Debug)]
pub struct Landing {
    listener: TcpListener,
    redirect: String,
    /// Where the browser is sent on to the provider, once.
    start: String,
}

/// A sign-in that is under way in a browser.
#[derive(Debug)]
pub struct Browsing {
    /// What the browser must open, at the provider.
    pub address: String,
    /// An address of this machine that leads there, once. What is given to a program as an argument, everybody on this machine can read:
    /// this tells them nothing, and whoever else opens it is found out.
    pub start: String,
    verifier: String,
    state: String,
}

/// What came of it.
#[derive(Debug)]
pub enum Landed {
    /// Signed in.
    SignedIn(Kept),
    /// Somebody said no.
    Denied,
    /// Something else than this user's browser opened the start too: perhaps somebody else is signing in here.
    Meddled,
}

/// What the browser shows in the end.
#[derive(Debug, Clone)]
pub struct Pages {
    /// When one is signed in.
    pub done: String,
    /// When one is not.
    pub failed: String,
}

/// What a visitor wants.
enum Wish {
    Start,
    Code(String),
    Refused(String),
}

impl Landing {
    /// Opens the port.
    ///
    /// # Errors
    /// When this machine gives none.
    pub async fn open() -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let here = format!("http://127.0.0.1:{}", listener.local_addr()?.port());
        let start = format!("{here}/start/{}", by_lot().ok_or_else(no_lot)?);
        Ok(Self { listener, redirect: format!("{here}{PATH}"), start })
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
        let no_lot = || Failure::NoProtection { cause: no_lot().to_string() };
        let (verifier, state) = by_lot().zip(by_lot()).ok_or_else(no_lot)?;
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
            // Consent: without it a provider gives no refresh token (OpenID Connect Core, 11). Login: whoever asks to sign in does so
            // themselves, and a session that was ended is not gone round by a browser that is still signed in.
            ("prompt", PROMPT),
        ]);
        Ok(Browsing { address: address.into(), start: landing.start.clone(), verifier, state })
    }

    /// Waits until the browser comes back, and gets the tokens. The browser is told after that.
    ///
    /// # Errors
    /// When the provider gives no tokens.
    pub async fn landed(
        &self,
        landing: &Landing,
        browsing: &Browsing,
        pages: &Pages,
        now: fn() -> DateTime<Utc>,
    ) -> Result<Landed, Failure> {
        let (mut knocking, mut started) = (FuturesUnordered::new(), false);
        loop {
            let (mut visitor, target) = tokio::select! {
                accepted = landing.listener.accept(), if knocking.len() < KNOCKING => {
                    knocking.extend(accepted.ok().map(|(visitor, _)| heard(visitor)));
                    continue;
                }
                Some(heard) = knocking.next() => heard,
            };
            match target.and_then(|target| self.wish(&target, landing, browsing)) {
                Some(Wish::Start) if started => {
                    answer(&mut visitor, "409 Conflict", &[], &pages.failed).await;
                    return Ok(Landed::Meddled);
                }
                Some(Wish::Start) => {
                    started = true;
                    answer(&mut visitor, "303 See Other", &[("Location", &browsing.address)], "").await;
                }
                Some(Wish::Code(code)) => {
                    let done = self.exchange(landing, browsing, &code, now).await;
                    let (status, page) = if done.is_ok() { ("200 OK", &pages.done) } else { ("502 Bad Gateway", &pages.failed) };
                    answer(&mut visitor, status, &[], page).await;
                    return done.map(Landed::SignedIn);
                }
                Some(Wish::Refused(error)) => {
                    answer(&mut visitor, "200 OK", &[], &pages.failed).await;
                    return match error.as_str() {
                        "access_denied" => Ok(Landed::Denied),
                        _ => Err(Failure::WrongServer { server: self.issuer().to_owned(), answer: error }),
                    };
                }
                None => answer(&mut visitor, "404 Not Found", &[], "").await,
            }
        }
    }

    async fn exchange(
        &self,
        landing: &Landing,
        browsing: &Browsing,
        code: &str,
        now: fn() -> DateTime<Utc>,
    ) -> Result<Kept, Failure> {
        let client = self.at.browser_client.as_deref().unwrap_or_default();
        let form = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &landing.redirect),
            ("client_id", client),
            ("code_verifier", &browsing.verifier),
        ];
        match grant(&self.http, &self.metadata.token_endpoint, &form).await {
            Ok(granted) => Ok(Kept::of(self, client, granted, now())),
            Err(NotGranted::Said(answer)) => Err(Failure::WrongServer { server: self.issuer().to_owned(), answer }),
            Err(NotGranted::Away(failure)) => Err(failure),
        }
    }

    /// What a visitor wants. Not ours, or not about this sign-in: nothing.
    fn wish(&self, target: &str, landing: &Landing, browsing: &Browsing) -> Option<Wish> {
        let url = Url::parse(&landing.redirect).ok()?.join(target).ok()?;
        if url.as_str() == landing.start {
            return Some(Wish::Start);
        }
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
            (Some(code), None) => Some(Wish::Code(code)),
            (None, Some(error)) => Some(Wish::Refused(error)),
            _ => None,
        }
    }
}

fn no_lot() -> std::io::Error {
    std::io::Error::other("this machine gives no randomness")
}

/// A visitor, with what it asked for in time.
async fn heard(mut visitor: TcpStream) -> (TcpStream, Option<String>) {
    let target = timeout(KNOCK, wanted(&mut visitor)).await.ok().flatten();
    (visitor, target)
}

async fn answer(visitor: &mut TcpStream, status: &str, headers: &[(&str, &str)], page: &str) {
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!(
        "HTTP/1.1 {status}\r\n{more}Content-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n",
        page.len()
    );
    let _ = timeout(KNOCK, visitor.write_all(format!("{head}{page}").as_bytes())).await;
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
