//! Asking the server over HTTP as one account, and reading what it answers.

use loket::api::{API_VERSION, IDEMPOTENCY_KEY, problem};
use reqwest::{Method, RequestBuilder, header};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// An account at a server. Cheap to clone.
#[derive(Clone)]
pub struct Caller {
    /// The HTTP client.
    pub http: reqwest::Client,
    /// `http://127.0.0.1:PORT`.
    pub server: String,
    /// The secret; empty: none is sent.
    pub token: String,
    /// The id of the account.
    pub account: String,
    /// The name of the account.
    pub name: String,
}

impl Caller {
    /// Somebody with this token at a server of its own process.
    pub fn at(address: &str, secret: &str) -> Self {
        Self {
            http: super::server::client(),
            server: address.to_owned(),
            token: secret.to_owned(),
            account: String::new(),
            name: String::new(),
        }
    }

    /// A request with the token, to be completed by the caller.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.server));
        if self.token.is_empty() { request } else { request.bearer_auth(&self.token) }
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path)).await
    }

    /// `POST` with a new idempotency key.
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.post_with(new_key(), path, body).await
    }

    /// `POST` with this idempotency key.
    pub async fn post_with(&self, key: Uuid, path: &str, body: &Value) -> Reply {
        Reply::of(self.request(Method::POST, path).header(IDEMPOTENCY_KEY, key.to_string()).json(body)).await
    }

    /// `POST` of bytes as they are, said to be JSON.
    pub async fn post_bytes(&self, path: &str, body: impl Into<Vec<u8>>) -> Reply {
        let request = self.request(Method::POST, path).header(IDEMPOTENCY_KEY, new_key().to_string());
        Reply::of(request.header(header::CONTENT_TYPE, "application/json").body(body.into())).await
    }

    /// `PUT`, which needs no key.
    pub async fn put(&self, path: &str, body: &Value) -> Reply {
        Reply::of(self.request(Method::PUT, path).json(body)).await
    }

    /// `PATCH` of a version with a new idempotency key.
    pub async fn patch(&self, path: &str, version: i64, body: &Value) -> Reply {
        let request = self.request(Method::PATCH, path).header(IDEMPOTENCY_KEY, new_key().to_string());
        Reply::of(request.header(header::IF_MATCH, format!("\"{version}\"")).json(body)).await
    }

    /// `POST` of a verb on a version with a new idempotency key.
    pub async fn act(&self, path: &str, version: i64, body: &Value) -> Reply {
        let request = self.request(Method::POST, path).header(IDEMPOTENCY_KEY, new_key().to_string());
        Reply::of(request.header(header::IF_MATCH, format!("\"{version}\"")).json(body)).await
    }

    /// Any request on a version, with a new idempotency key.
    pub fn versioned(&self, method: &str, path: &str, version: i64, body: Option<Value>) -> RequestBuilder {
        let request = self.request(Method::from_bytes(method.as_bytes()).unwrap(), path);
        let request = request.header(IDEMPOTENCY_KEY, new_key().to_string()).header(header::IF_MATCH, format!("\"{version}\""));
        match body {
            Some(body) => request.json(&body),
            None => request,
        }
    }

    /// `DELETE` with a new idempotency key.
    pub async fn delete(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::DELETE, path).header(IDEMPOTENCY_KEY, new_key().to_string())).await
    }
}

/// A new idempotency key.
pub fn new_key() -> Uuid {
    Uuid::now_v7()
}

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Reply {
    /// What was asked, for the message of a failing test.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: header::HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// Sends a request and reads the whole answer.
    pub async fn of(request: RequestBuilder) -> Self {
        let (client, request) = request.build_split();
        let request = request.unwrap();
        let asked = format!("{} {}", request.method(), request.url().path());
        let answer = client.execute(request).await.unwrap_or_else(|error| panic!("{asked}: no answer: {error:?}"));
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = answer.bytes().await.unwrap_or_else(|error| panic!("{asked}: cut off: {error:?}")).to_vec();
        Self { asked, status, headers, body }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body as JSON, of an answer with this status.
    #[track_caller]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text());
        self.good()
    }

    /// Done, and there is nothing to say of it.
    #[track_caller]
    pub fn done(&self) {
        assert_eq!((self.status, self.body.len()), (204, 0), "{}: {}", self.asked, self.text());
    }

    /// The body as JSON, of an answer that says it was done.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert!(matches!(self.status, 200 | 201), "{}: {} {}", self.asked, self.status, self.text());
        self.good()
    }

    #[track_caller]
    fn good(&self) -> Value {
        assert_eq!(self.header("api-version"), API_VERSION, "{}: API-Version", self.asked);
        assert!(self.header("content-type").starts_with("application/json"), "{}: {:?}", self.asked, self.headers);
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.asked, self.text()))
    }

    /// The body as one of the types of the API, of an answer that says it was done.
    #[track_caller]
    pub fn read<T: DeserializeOwned>(&self) -> T {
        self.ok();
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.asked, self.text()))
    }

    /// The problem that the answer must be: its form is checked as well.
    #[track_caller]
    pub fn problem(&self, code: problem::Code) -> Value {
        let problem = self.any_problem();
        assert_eq!(problem["code"], code.code(), "{}: {problem:#}", self.asked);
        assert_eq!(self.status, code.status(), "{}: {problem:#}", self.asked);
        if code == problem::Code::StaleVersion {
            // Whoever is refused hears which version there is now and who made it.
            let named = problem["changedBy"]["name"].as_str().is_some_and(|name| !name.is_empty());
            assert!(problem["currentVersion"].is_i64() && named, "{}: {problem:#}", self.asked);
        }
        problem
    }

    /// Some problem, of the right form.
    #[track_caller]
    pub fn any_problem(&self) -> Value {
        assert!(self.status >= 400, "{}: {} {}", self.asked, self.status, self.text());
        assert_eq!(self.header("content-type"), problem::MEDIA_TYPE, "{}: {} {}", self.asked, self.status, self.text());
        assert_eq!(self.header("api-version"), API_VERSION, "{}: API-Version", self.asked);
        let value: Value = serde_json::from_slice(&self.body).unwrap();
        let read: problem::Problem = serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{}: not a problem: {error}: {value:#}", self.asked));
        assert_eq!(read.status, self.status, "{}: {value:#}", self.asked);
        assert_eq!(read.kind, format!("urn:loket:problem:{}", read.code.code()));
        assert!(!read.title.trim().is_empty(), "{}: without a title", self.asked);
        value
    }

    /// The places of all faults of a problem, sorted.
    #[track_caller]
    pub fn fault_places(&self) -> Vec<String> {
        let problem = self.any_problem();
        let faults = problem["errors"].as_array().unwrap_or_else(|| panic!("{}: no errors: {problem:#}", self.asked));
        let mut places: Vec<String> = faults
            .iter()
            .map(|fault| {
                for part in ["at", "code", "detail"] {
                    let text = fault[part].as_str().unwrap_or_else(|| panic!("{}: {fault} without {part}", self.asked));
                    assert!(part == "at" || !text.is_empty(), "{}: empty {part} in {fault}", self.asked);
                }
                fault["at"].as_str().unwrap().to_owned()
            })
            .collect();
        places.sort_unstable();
        places
    }

    /// The code of the fault at a place.
    #[track_caller]
    pub fn fault_at(&self, at: &str) -> String {
        let problem = self.any_problem();
        let fault = problem["errors"].as_array().and_then(|faults| faults.iter().find(|fault| fault["at"] == at));
        fault.unwrap_or_else(|| panic!("{}: no fault at {at}: {problem:#}", self.asked))["code"].as_str().unwrap().to_owned()
    }
}
