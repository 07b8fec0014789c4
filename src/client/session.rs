//! One server, one token: builds the HTTP client when it is first needed and turns every answer into a value or a
//! [`Failure`].
//!
//! Plain `http://` goes to this machine only, redirects are not followed, and nothing from a request is logged.

use std::{
    error::Error,
    sync::{Arc, OnceLock},
    time::Duration,
};

use reqwest::{
    Client, Method, RequestBuilder, Response, StatusCode, Url,
    header::{ACCEPT, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue},
};
use secrecy::ExposeSecret;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    failure::{Cause, Failure, Lapse, MINUTES, deepest},
    http::http,
    sign_in::Bearer,
};
use crate::{
    api::{
        API_VERSION, path,
        problem::{Code, Problem},
    },
    domain::loopback::is_loopback,
    locale::Language,
};

/// How long to wait, and how often to try again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For a whole answer.
    pub total: Duration,
    /// Before the second, third, … attempt at a request that was cut off or timed out.
    pub pauses: Vec<Duration>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(15),
            pauses: vec![Duration::from_millis(200), Duration::from_secs(1)],
        }
    }
}

/// A server and a token. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Session(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    server: Url,
    shown: String,
    bearer: Bearer,
    language: Language,
    patience: Patience,
    client: OnceLock<Result<Client, Failure>>,
}

/// Media types of the papers of a meeting.
const PAPERS: [&str; 5] = ["text/markdown", "text/html", "application/pdf", "text/plain", "text/calendar"];

impl Session {
    /// A session; nothing is opened or read yet. `server` is `https://host[:port][/path]`, or `http://` on this machine.
    ///
    /// # Errors
    /// [`Failure::NoAddress`] and [`Failure::Unprotected`].
    pub fn new(server: &str, bearer: Bearer, language: Language) -> Result<Self, Failure> {
        Self::with_patience(server, bearer, language, Patience::default())
    }

    /// As [`Session::new`], with other times.
    ///
    /// # Errors
    /// As [`Session::new`].
    pub fn with_patience(server: &str, bearer: Bearer, language: Language, patience: Patience) -> Result<Self, Failure> {
        let shown = server.trim().trim_end_matches('/').to_owned();
        let no_address = || Failure::NoAddress { server: shown.clone() };
        let mut url = Url::parse(&shown).map_err(|_| no_address())?;
        let has_extras =
            url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some();
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() || has_extras {
            return Err(no_address());
        }
        if url.scheme() == "http" && !url.host_str().is_some_and(is_loopback) {
            return Err(Failure::Unprotected { server: shown });
        }
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self(Arc::new(Inner { server: url, shown, bearer, language, patience, client: OnceLock::new() })))
    }

    /// The same server and account, with answers in this language.
    pub fn in_language(&self, language: Language) -> Self {
        let Inner { server, shown, bearer, patience, .. } = &*self.0;
        let (server, shown, bearer, patience) = (server.clone(), shown.clone(), bearer.clone(), patience.clone());
        Self(Arc::new(Inner { server, shown, bearer, language, patience, client: OnceLock::new() }))
    }

    /// The address, as given.
    pub fn server(&self) -> &str {
        &self.0.shown
    }

    /// How long it waits.
    pub fn patience(&self) -> &Patience {
        &self.0.patience
    }

    /// Builds the HTTP client now (root certificates are read, some milliseconds) instead of at the first request.
    ///
    /// # Errors
    /// [`Failure::NoToken`] and [`Failure::NoProtection`].
    pub fn prepare(&self) -> Result<(), Failure> {
        self.client().map(drop)
    }

    fn client(&self) -> Result<&Client, Failure> {
        self.0.client.get_or_init(|| build(&self.0)).as_ref().map_err(Clone::clone)
    }

    /// Which token is sent now: another one, another number. A newer one is got when that is due.
    ///
    /// # Errors
    /// When nobody is signed in any more, or the token is over and no newer one is to be had.
    pub(super) async fn token_number(&self) -> Result<u64, Failure> {
        Ok(self.0.bearer.token(self.server()).await?.1)
    }

    /// A request to a path of the API, with the headers that go with every one; [`Session::send`] adds the token.
    pub(super) fn request(&self, method: Method, path: &str) -> Result<RequestBuilder, Failure> {
        let mut url = self.0.server.clone();
        let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
        url.set_path(&format!("{}{path}", self.0.server.path().trim_end_matches('/')));
        url.set_query(query.filter(|query| !query.is_empty()));
        Ok(self.client()?.request(method, url))
    }

    /// Sends, and gives the answer when it is a good one of loket; its body is not read yet.
    pub(super) async fn send(&self, request: RequestBuilder, writing: bool) -> Result<Response, Failure> {
        let (token, number) = match self.0.bearer.token(self.server()).await {
            Ok(token) => token,
            Err(failure) => {
                self.report().await;
                return Err(failure);
            }
        };
        let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose_secret())).map_err(|_| Failure::NoToken)?;
        value.set_sensitive(true);
        let response = request.header(AUTHORIZATION, value).send().await.map_err(|error| self.failure(&error, writing))?;
        let checked = self.check(response, writing).await;
        match checked {
            Err(Failure::NotSignedIn { server, lapse }) => match self.0.bearer.refused(number, lapse).await {
                // The next attempt gets a newer token; until then this server is of no use.
                true => Err(Failure::NoServer { server, cause: Cause::Away(StatusCode::UNAUTHORIZED.as_u16()) }),
                false => Err(Failure::NotSignedIn { server, lapse }),
            },
            checked => {
                self.0.bearer.taken(number);
                checked
            }
        }
    }

    /// Tells the server that the provider does not renew the sign-in any more: what is left of it need not count either.
    async fn report(&self) {
        let Some(token) = self.0.bearer.last() else { return };
        let Ok(request) = self.request(Method::DELETE, path::SESSION_CURRENT) else { return };
        let told = request.bearer_auth(token.expose_secret()).timeout(self.0.patience.total).send().await;
        if let Err(error) = told {
            tracing::warn!(%error, "the server was not told that a sign-in is over");
        }
    }

    /// Asks for JSON; tries again when the answer was cut off or did not come.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        self.attempts(false, || Ok(self.request(Method::GET, path)?.header(ACCEPT, "application/json"))).await
    }

    /// Asks for a file. A broken answer is not asked for again: it may be large.
    pub(super) async fn file(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let request = self.request(Method::GET, path)?.timeout(self.0.patience.total);
        let response = self.send(request, false).await?;
        let media_type = media_type(response.headers()).to_owned();
        if !PAPERS.contains(&media_type.as_str()) {
            return Err(self.wrong(&media_type));
        }
        Ok(response.bytes().await.map_err(|error| self.failure(&error, false))?.into())
    }

    /// Posts a search: nothing changes, so it may be tried again as it is.
    pub(super) async fn search<B: Serialize, T: DeserializeOwned>(&self, path: &str, body: &B) -> Result<T, Failure> {
        self.attempts(false, || Ok(self.request(Method::POST, path)?.json(body))).await
    }

    /// Sends the same request until there is an answer, as often as [`Patience`] says. Only for reads and for writes with a
    /// key. A server whose store is away for a moment counts as no answer, and so does one that is being restarted. One that says that too much came
    /// within a minute is asked again when it says so, a few minutes long.
    pub(super) async fn attempts<T: DeserializeOwned>(
        &self,
        writing: bool,
        request: impl Fn() -> Result<RequestBuilder, Failure>,
    ) -> Result<T, Failure> {
        let (mut pauses, mut minutes) = (self.0.patience.pauses.iter(), 0..MINUTES);
        loop {
            let sent = self.send(request()?.timeout(self.0.patience.total), writing).await;
            let answer = match sent {
                Ok(response) => self.read(response, writing).await,
                Err(failure) => Err(failure),
            };
            let rest = answer.as_ref().err().and_then(Failure::pause);
            if let (Some(rest), Some(_)) = (rest, minutes.next()) {
                tokio::time::sleep(rest).await;
                continue;
            }
            match (answer, pauses.next()) {
                (Err(failure), Some(pause)) if is_passing(&failure, writing) => tokio::time::sleep(*pause).await,
                (answer, _) => return answer,
            }
        }
    }

    pub(super) async fn read<T: DeserializeOwned>(&self, response: Response, writing: bool) -> Result<T, Failure> {
        let bytes = response.bytes().await.map_err(|error| self.failure(&error, writing))?;
        // An empty answer (204) reads as `null`.
        let bytes = if bytes.is_empty() { &b"null"[..] } else { &bytes[..] };
        serde_json::from_slice(bytes).map_err(|_| self.wrong("application/json"))
    }

    async fn check(&self, response: Response, writing: bool) -> Result<Response, Failure> {
        let (status, headers) = (response.status(), response.headers());
        let media_type = media_type(headers).to_owned();
        let version = headers.get("api-version").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let away = matches!(status, StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT);
        if media_type.ends_with("/problem+json") {
            let bytes = response.bytes().await.map_err(|error| self.failure(&error, writing))?;
            let problem = read_problem(&bytes, status).ok_or_else(|| self.wrong(&media_type))?;
            let Some(lapse) = Lapse::of(problem.code) else { return Err(Failure::Problem(Box::new(problem))) };
            return Err(Failure::NotSignedIn { server: self.server().into(), lapse });
        }
        if away {
            return Err(Failure::NoServer { server: self.server().into(), cause: Cause::Away(status.as_u16()) });
        }
        let known = matches!(media_type.as_str(), "application/json" | "application/x-ndjson" | "text/event-stream")
            || PAPERS.contains(&media_type.as_str());
        if !status.is_success() || !(known || status == StatusCode::NO_CONTENT) || version.is_empty() {
            return Err(self.wrong(&format!("{} {media_type}", status.as_u16())));
        }
        if major(&version) != major(API_VERSION) {
            return Err(Failure::OtherVersion { server: self.server().into(), theirs: version });
        }
        Ok(response)
    }

    pub(super) fn wrong(&self, answer: &str) -> Failure {
        Failure::WrongServer { server: self.server().into(), answer: answer.trim().chars().take(80).collect() }
    }

    /// What a broken request or answer means.
    pub(super) fn failure(&self, error: &reqwest::Error, writing: bool) -> Failure {
        let server = self.server().to_owned();
        if error.is_connect() {
            return Failure::NoServer { server, cause: Cause::of(error) };
        }
        if error.is_timeout() {
            return Failure::TimedOut { server, writing };
        }
        if error.is_builder() {
            return Failure::NoAddress { server };
        }
        Failure::Cut { server, writing }
    }
}

/// Is it worth asking again? Where nobody listens a write is sent again, for its key makes that harmless; who only asks is told at
/// once.
fn is_passing(failure: &Failure, writing: bool) -> bool {
    match failure {
        Failure::Cut { .. } | Failure::TimedOut { .. } | Failure::NoServer { cause: Cause::Away(_), .. } => true,
        Failure::NoServer { cause: Cause::Refused, .. } => writing,
        Failure::Problem(problem) => problem.code == Code::Unavailable,
        _ => false,
    }
}

fn build(inner: &Inner) -> Result<Client, Failure> {
    let protection = |error: &dyn Error| Failure::NoProtection { cause: deepest(error) };
    let mut headers = HeaderMap::new();
    if let Bearer::Token(token) = &inner.bearer {
        // Told before anything is opened.
        HeaderValue::from_str(token.expose_secret()).map_err(|_| Failure::NoToken)?;
    }
    headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(inner.language.code()));
    let plain = inner.server.scheme() == "http";
    let builder = http(plain, inner.patience.connect)?.default_headers(headers).tcp_nodelay(true).pool_max_idle_per_host(4);
    builder.build().map_err(|error| protection(&error))
}

fn media_type(headers: &HeaderMap) -> &str {
    let full = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    full.split(';').next().unwrap_or_default().trim()
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

/// Reads a problem; a code this client does not know yet becomes the nearest it knows, the words stay.
fn read_problem(bytes: &[u8], status: StatusCode) -> Option<Problem> {
    if let Ok(problem) = serde_json::from_slice(bytes) {
        return Some(problem);
    }
    let mut value: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    let code = match status.as_u16() {
        401 => Code::NotSignedIn,
        403 => Code::NotAllowed,
        404 => Code::NotFound,
        409 => Code::NotInThisStatus,
        412 => Code::StaleVersion,
        429 => Code::TooMany,
        503 => Code::Unavailable,
        504 => Code::TimedOut,
        500.. => Code::Internal,
        _ => Code::InvalidInput,
    };
    value.as_object_mut()?.insert("code".into(), code.code().into());
    serde_json::from_value(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(server: &str) -> Result<Session, Failure> {
        Session::new(server, "token".into(), Language::Dutch)
    }

    #[test]
    fn plain_http_goes_to_this_machine_only() {
        for server in
            ["http://127.0.0.1:8080", "http://localhost/", "http://[::1]:9", "https://loket.example/pad/", "http://127.0.0.9"]
        {
            assert!(session(server).is_ok(), "{server}");
        }
        for server in ["http://loket.example", "http://10.0.0.1", "http://127.0.0.1.example", "http://localhost.example"] {
            assert_eq!(session(server).err(), Some(Failure::Unprotected { server: server.into() }));
        }
        for server in ["", "loket.example", "ftp://localhost", "https://", "https://a:b@loket.example", "http://127.0.0.1/?x=1"] {
            assert!(matches!(session(server), Err(Failure::NoAddress { .. })), "{server}");
        }
    }

    #[test]
    fn a_write_is_sent_again_where_nobody_listens_and_a_question_is_not() {
        let none = |cause| Failure::NoServer { server: "http://localhost".into(), cause };
        for (cause, write, question) in [
            (Cause::Refused, true, false),
            (Cause::Away(502), true, true),
            (Cause::UnknownName, false, false),
            (Cause::Unprotected("expired".into()), false, false),
        ] {
            let failure = none(cause);
            assert_eq!((is_passing(&failure, true), is_passing(&failure, false)), (write, question), "{failure:?}");
        }
    }

    #[test]
    fn the_token_is_shown_nowhere() {
        let session = Session::new("http://localhost", "geheim-42".into(), Language::Dutch).expect("an address");
        assert!(session.prepare().is_ok());
        let request = session.request(Method::GET, "/v1/me?a=b").expect("a client").build().expect("a request");
        assert_eq!(request.url().as_str(), "http://localhost/v1/me?a=b");
        assert!(!format!("{session:?} {request:?}").contains("geheim"));
        let broken = Session::new("http://localhost", "a\nb".into(), Language::Dutch).expect("an address");
        assert_eq!(broken.prepare(), Err(Failure::NoToken));
    }

    #[test]
    fn a_problem_of_a_newer_server_keeps_its_words() {
        let problem = read_problem(
            br#"{"type":"urn:x","title":"Nieuw","status":409,"code":"brand-new","detail":"Wat er is"}"#,
            StatusCode::CONFLICT,
        );
        assert_eq!(problem.map(|p| (p.code, p.detail)), Some((Code::NotInThisStatus, Some("Wat er is".into()))));
        assert_eq!(read_problem(b"<html>", StatusCode::CONFLICT), None);
    }
}
