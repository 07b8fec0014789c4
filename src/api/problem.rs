//! The one catalogue of problems: code, HTTP status, exit code. Title and advice in both languages are in the locale files
//! under `problem-CODE` and `problem-CODE-advice`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use crate::domain::changer::Changer;

/// Exit codes of the command line.
pub mod exit {
    /// Done.
    pub const DONE: u8 = 0;
    /// Nothing found, or a check found differences.
    pub const NOTHING: u8 = 1;
    /// Usage.
    pub const USAGE: u8 = 2;
    /// Several equally good.
    pub const SEVERAL: u8 = 3;
    /// Some input was refused.
    pub const INPUT: u8 = 65;
    /// No server.
    pub const NO_SERVER: u8 = 69;
    /// Not confirmed: it may have been saved; the same again with the same idempotency key counts once.
    pub const NOT_CONFIRMED: u8 = 75;
    /// Changed by someone else.
    pub const CONFLICT: u8 = 76;
    /// Not allowed.
    pub const NOT_ALLOWED: u8 = 77;
    /// Configuration.
    pub const CONFIGURATION: u8 = 78;
    /// Interrupted.
    pub const INTERRUPTED: u8 = 130;
}

macro_rules! catalogue {
    ($($(#[$doc:meta])* $variant:ident = $code:tt, $status:literal, $exit:ident;)+) => {
        /// What went wrong, as a stable code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        pub enum Code { $($(#[$doc])* #[serde(rename = $code)] $variant),+ }

        impl Code {
            /// Every problem.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code, also the last part of the problem's `type`.
            pub fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }

            /// The HTTP status.
            pub fn status(self) -> u16 { match self { $(Self::$variant => $status),+ } }

            /// The exit code of a command that ends on it.
            pub fn exit(self) -> u8 { match self { $(Self::$variant => exit::$exit),+ } }
        }
    };
}

catalogue! {
    /// One or more fields of the input are wrong; `errors` lists them all.
    InvalidInput = "invalid-input", 400, INPUT;
    /// The body is not JSON.
    BrokenJson = "broken-json", 400, INPUT;
    /// A citizen service number stands in typed text.
    BsnInText = "bsn-in-text", 400, INPUT;
    /// The `Idempotency-Key` header is missing or no UUID.
    IdempotencyKeyMissing = "idempotency-key-missing", 400, USAGE;
    /// No token, or one that is unknown, expired or revoked.
    NotSignedIn = "not-signed-in", 401, NOT_ALLOWED;
    /// The session was ended, by signing out or by an administrator. Only a token that was good otherwise gets this answer.
    SessionEnded = "session-ended", 401, NOT_ALLOWED;
    /// Name, password or code is not right, or the account cannot be signed in to now; which of these is not told.
    SignInRefused = "sign-in-refused", 401, NOT_ALLOWED;
    /// The provider knows who it is and gives them no role here, or at an organisation nobody knows.
    NoRole = "no-role", 403, NOT_ALLOWED;
    /// An administrator acts as one when another administrator confirmed that.
    WaitsForSecondPerson = "waits-for-second-person", 403, NOT_ALLOWED;
    /// The role may not do this.
    NotAllowed = "not-allowed", 403, NOT_ALLOWED;
    /// There is no such path.
    UnknownRoute = "unknown-route", 404, USAGE;
    /// There is no such object, or it is not yours to see.
    NotFound = "not-found", 404, NOTHING;
    /// The same request was done before; what it made was taken away since.
    Gone = "gone", 410, NOTHING;
    /// The path exists, the method does not.
    MethodNotAllowed = "method-not-allowed", 405, USAGE;
    /// Somebody else holds the claim.
    AlreadyClaimed = "already-claimed", 409, CONFLICT;
    /// Nobody holds the claim, or somebody else does: nothing to release.
    NotClaimed = "not-claimed", 409, CONFLICT;
    /// The status does not allow this.
    NotInThisStatus = "not-in-this-status", 409, CONFLICT;
    /// A rule about time-outs, proposals or merging does not allow this now; `errors` says which.
    NotPossibleNow = "not-possible-now", 409, CONFLICT;
    /// The same idempotency key came with another body.
    IdempotencyKeyReused = "idempotency-key-reused", 409, CONFLICT;
    /// The same source and reference exist with other content; `errors` names the fields, `existing` the object.
    SourceTaken = "source-taken", 409, INPUT;
    /// `If-Match` does not match: somebody changed it since.
    StaleVersion = "stale-version", 412, CONFLICT;
    /// The body is over 256 KiB.
    TooLarge = "too-large", 413, INPUT;
    /// The body is not `application/json`.
    WrongMediaType = "wrong-media-type", 415, USAGE;
    /// `If-Match` is missing.
    VersionMissing = "version-missing", 428, USAGE;
    /// Too many requests; see `Retry-After`.
    TooMany = "too-many-requests", 429, NOT_CONFIRMED;
    /// A fault of the server; the request id helps to find it.
    Internal = "internal", 500, NOT_CONFIRMED;
    /// The store or the audit log cannot be reached; nothing was shown or saved.
    Unavailable = "unavailable", 503, NOT_CONFIRMED;
    /// It took too long; whether it was saved is not known.
    TimedOut = "timed-out", 504, NOT_CONFIRMED;
}

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// A URI that names the kind of problem: `urn:loket:problem:CODE`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words, in the language asked for (`Accept-Language`: `nl` or `en`).
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// This occurrence in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
    /// The stable code.
    pub code: Code,
    /// Every fault of the input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
    /// For a stale version: the current version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_version: Option<i64>,
    /// For a stale version: whose change made the current one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<Changer>,
    /// For `source-taken`: the number or id of what exists. For `already-claimed`: who has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub existing: Option<String>,
    /// For too many requests: after how many seconds there is room again, as the header `Retry-After` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// The id of the request, as in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// One fault of the input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// Where: a JSON pointer into the body (`/facts/title`), a query parameter or a header.
    pub at: String,
    /// What is wrong, as a stable code: `required`, `too-long`, `not-a-date`, `unknown-value`, `unknown-field`, `bsn`, `out-of-range`, `differs`, and
    /// for views `unknown-in-filter`, for terms `no-term`, `other-length`, `not-with-working-days`, `not-together`.
    pub code: String,
    /// What is wrong, in words.
    pub detail: String,
}

impl Fault {
    /// A fault.
    pub fn new(at: impl Into<String>, code: &str, detail: impl Into<String>) -> Self {
        Self { at: at.into(), code: code.into(), detail: detail.into() }
    }
}

impl Problem {
    /// A problem with its code as title; the edge fills in title and advice in the reader's language.
    pub fn new(code: Code) -> Self {
        Self {
            kind: format!("urn:loket:problem:{}", code.code()),
            title: code.code().into(),
            status: code.status(),
            detail: None,
            advice: None,
            code,
            errors: vec![],
            current_version: None,
            changed_by: None,
            existing: None,
            retry_after: None,
            request_id: None,
        }
    }

    /// With what happened.
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// With the faults.
    pub fn errors(mut self, errors: Vec<Fault>) -> Self {
        self.errors = errors;
        self
    }
}
