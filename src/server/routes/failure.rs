//! From what went wrong to a problem (RFC 9457). Words are put in last, by `finish`, in the reader's language.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{
    api::problem::{Code, Problem},
    domain::{check::Finding, signal::decide::Refusal},
    server::service::{Refused, StoreError},
};

/// A request that failed: the problem without words, and what is wrong where.
#[derive(Debug, Clone)]
pub struct Failure(pub Box<Told>);

/// What is told about a failure.
#[derive(Debug, Clone)]
pub struct Told {
    /// The problem, its words still to come.
    pub problem: Problem,
    /// The faults, their words still to come.
    pub findings: Vec<Finding>,
    /// After how many seconds it may be asked again, where that is known.
    pub retry_after: Option<i64>,
}

impl Failure {
    /// Wrong input, with everything that is wrong.
    pub fn input(findings: Vec<Finding>) -> Self {
        Self::with(Problem::new(Code::InvalidInput), findings)
    }

    /// What cannot be done now, and why.
    pub fn not_now(code: &'static str) -> Self {
        Self::with(Problem::new(Code::NotPossibleNow), vec![Finding::new("", code, "")])
    }

    /// What this caller may not do, and why.
    pub fn not_allowed(code: &'static str) -> Self {
        Self::with(Problem::new(Code::NotAllowed), vec![Finding::new("", code, "")])
    }

    fn with(problem: Problem, findings: Vec<Finding>) -> Self {
        Self(Box::new(Told { problem, findings, retry_after: None }))
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self::with(Problem::new(code), vec![])
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        match error {
            StoreError::Unavailable(away, _) => {
                let finding = away.fault().map(|code| Finding::new("", code, ""));
                Self::with(Problem::new(Code::Unavailable), finding.into_iter().collect())
            }
            StoreError::Unlogged(away, _) => {
                let faults = [Some("audit-log"), away.fault()].into_iter().flatten();
                Self::with(Problem::new(Code::Unavailable), faults.map(|code| Finding::new("", code, "")).collect())
            }
            StoreError::Again(_) => Code::Unavailable.into(),
            StoreError::Fault(_) => Code::Internal.into(),
        }
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Invalid(findings) => Self::input(findings),
            Refused::NumberInText(findings) => Self::with(Problem::new(Code::BsnInText), findings),
            Refused::NotFound => Code::NotFound.into(),
            Refused::Gone => Code::Gone.into(),
            Refused::NotAllowed => Code::NotAllowed.into(),
            Refused::NotInPerson => Self::not_allowed("not-in-person"),
            Refused::KeyReused => Code::IdempotencyKeyReused.into(),
            Refused::Stale(current, changed_by) => {
                let problem = Problem { current_version: Some(current), changed_by, ..Problem::new(Code::StaleVersion) };
                Self::with(problem, vec![])
            }
            Refused::SourceTaken(existing, findings) => {
                Self::with(Problem { existing: Some(existing), ..Problem::new(Code::SourceTaken) }, findings)
            }
            Refused::Decided(Refusal::AlreadyClaimed(owner)) => {
                Self::with(Problem { existing: Some(owner.name.0), ..Problem::new(Code::AlreadyClaimed) }, vec![])
            }
            Refused::Decided(Refusal::NotClaimed) => Code::NotClaimed.into(),
            Refused::Decided(Refusal::NotInThisStatus(_)) => Code::NotInThisStatus.into(),
            Refused::TimeOut(refusal) => {
                Self::with(Problem::new(Code::NotPossibleNow), vec![Finding::new("", refusal.code(), refusal.value())])
            }
            Refused::Arrangement(refusal) => {
                Self::with(Problem::new(Code::NotPossibleNow), vec![Finding::new("", refusal.code(), refusal.value())])
            }
            Refused::Meeting(refusal) => Self::with(Problem::new(Code::NotPossibleNow), refusal.findings()),
            Refused::Merging(refusal) => Self::with(Problem::new(Code::NotPossibleNow), refusal.findings()),
            Refused::Delivery(findings) => Self::with(Problem::new(Code::NotPossibleNow), findings),
            Refused::Case(code) => Self::not_now(code),
            Refused::SignIn => Code::SignInRefused.into(),
            Refused::TooMany { seconds, findings } => {
                let mut failure = Self::with(Problem::new(Code::TooMany), findings);
                failure.0.retry_after = Some(seconds);
                failure
            }
            Refused::Store(error) => error.into(),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        if let Some(seconds) = self.0.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}
