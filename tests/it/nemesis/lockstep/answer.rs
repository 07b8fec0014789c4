//! What a server answered, as far as it is the same on every store.

use reqwest::{RequestBuilder, header::HeaderMap};

use super::operation::{Operation, SECRET};

/// Headers that are of the moment and of the request.
const OF_THE_MOMENT: [&str; 2] = ["date", "x-request-id"];

/// How much of two answers is shown around the place where they part.
const AROUND: usize = 300;

/// An answer without what is of the moment, and without secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, by name.
    headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
    /// The secret that was in it.
    pub secret: Option<String>,
}

impl Answer {
    /// Sends a request and reads the answer: of a stream of events the first one.
    pub async fn of(operation: &Operation, request: RequestBuilder) -> Self {
        let mut answer = request.send().await.unwrap_or_else(|error| panic!("{operation}: no answer: {error:?}"));
        let (status, headers) = (answer.status().as_u16(), headers(answer.headers()));
        let mut body = vec![];
        let is_stream = headers.iter().any(|(_, value)| value.starts_with("text/event-stream"));
        while let Some(part) = answer.chunk().await.unwrap_or_else(|error| panic!("{operation}: cut off: {error:?}")) {
            body.extend_from_slice(&part);
            if is_stream && body.windows(2).any(|two| two == b"\n\n") {
                break;
            }
        }
        let body = match String::from_utf8(body) {
            Ok(body) => body,
            // A PDF: its bytes, each a character.
            Err(bytes) => bytes.as_bytes().iter().map(|byte| char::from(*byte)).collect(),
        };
        // Places in a chain, ids of requests and what is drawn by hash are of each store.
        let body = if operation.route.starts_with("/v1/audit/") && status < 300 { String::new() } else { body };
        let (body, _) = without(&body, "\"requestId\":\"", '"', "");
        let (body, secret) = without(&body, "\"path\":\"/v1/feeds/", '/', SECRET);
        Self { status, headers, body, secret }
    }

    /// How another answer to the same differs; nothing: in nothing.
    pub fn difference(&self, other: &Self) -> Option<String> {
        if self.status != other.status {
            return Some(format!("{} {}\n  against {} {}", self.status, self.body, other.status, other.body));
        }
        if self.headers != other.headers {
            return Some(format!("headers {:?}\n  against {:?}", self.headers, other.headers));
        }
        if self.body == other.body {
            return None;
        }
        let ours: Vec<char> = self.body.chars().collect();
        let theirs: Vec<char> = other.body.chars().collect();
        let at = ours.iter().zip(&theirs).take_while(|(ours, theirs)| ours == theirs).count();
        let around = |text: &[char]| -> String { text.iter().skip(at.saturating_sub(AROUND)).take(2 * AROUND).collect() };
        Some(format!("{}, from character {at} on\n  {}\n  against\n  {}", self.status, around(&ours), around(&theirs)))
    }
}

fn headers(all: &HeaderMap) -> Vec<(String, String)> {
    let kept = all.iter().filter(|(name, _)| !OF_THE_MOMENT.contains(&name.as_str()));
    // The length goes with the body, in which the id of the request stands.
    let kept = kept.filter(|(name, _)| name.as_str() != "content-length");
    let mut kept: Vec<_> =
        kept.map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())).collect();
    kept.sort();
    kept
}

/// The text with something else between a beginning and an end, and what stood there.
fn without(text: &str, beginning: &str, end: char, instead: &str) -> (String, Option<String>) {
    let Some((before, rest)) = text.split_once(beginning) else { return (text.to_owned(), None) };
    let Some((found, after)) = rest.split_once(end) else { return (text.to_owned(), None) };
    (format!("{before}{beginning}{instead}{end}{after}"), Some(found.to_owned()))
}
