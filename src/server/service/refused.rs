//! Why a request is not done: the service's answer, put into words by the routes.

use crate::{
    domain::{arrangement, changer::Changer, check::Finding, confirmation, meeting, merging, signal::decide::Refusal, time_out},
    server::store::StoreError,
};

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The input is wrong.
    #[error("the input is wrong in {} places", .0.len())]
    Invalid(Vec<Finding>),
    /// Citizen service numbers stand in typed text.
    #[error("a citizen service number stands in typed text")]
    NumberInText(Vec<Finding>),
    /// There is no such object, or it is not the caller's to see.
    #[error("not found")]
    NotFound,
    /// It was done before, and taken away since.
    #[error("done before, and taken away since")]
    Gone,
    /// The caller may not do this with this object.
    #[error("not allowed")]
    NotAllowed,
    /// A proposal and its confirmation are the work of two people who signed in: a token of this server does not say who sends it.
    #[error("not signed in at the provider")]
    NotInPerson,
    /// The object was changed since; this is its version now, and whose change made it where the history says so.
    #[error("changed since; the version is {0} now")]
    Stale(i64, Option<Changer>),
    /// The idempotency key came with something else before.
    #[error("the idempotency key was used for something else")]
    KeyReused,
    /// The source and reference exist with other content: number or id, and the fields that differ.
    #[error("the source exists with other content")]
    SourceTaken(String, Vec<Finding>),
    /// The domain says no.
    #[error("refused: {0:?}")]
    Decided(Refusal),
    /// A time-out, or a proposal about one, says no.
    #[error("refused: {0:?}")]
    TimeOut(time_out::Refusal),
    /// A moratorium, bridging or commitment says no.
    #[error("refused: {0:?}")]
    Arrangement(arrangement::Refusal),
    /// A meeting or its agenda says no.
    #[error("refused: {0:?}")]
    Meeting(meeting::Refusal),
    /// Two signals cannot be merged or taken apart like this, or one went up in another.
    #[error("refused: {0:?}")]
    Merging(merging::Refusal),
    /// A delivery of the register cannot be applied or undone like this.
    #[error("refused: {0:?}")]
    Delivery(Vec<Finding>),
    /// Somebody outside cannot do this with a case that is there for them, or a share says no.
    #[error("refused: {0}")]
    Case(&'static str),
    /// Too much was looked up: again after so many seconds.
    #[error("too much was looked up; again in {seconds} s")]
    TooMany {
        /// When there is room again, in seconds.
        seconds: i64,
        /// What was too much.
        findings: Vec<Finding>,
    },
    /// Nobody signs in like this; why is not told.
    #[error("the sign-in is refused")]
    SignIn,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Decided(refusal)
    }
}

impl From<time_out::Refusal> for Refused {
    fn from(refusal: time_out::Refusal) -> Self {
        Self::TimeOut(refusal)
    }
}

impl From<arrangement::Refusal> for Refused {
    fn from(refusal: arrangement::Refusal) -> Self {
        Self::Arrangement(refusal)
    }
}

impl From<meeting::Refusal> for Refused {
    fn from(refusal: meeting::Refusal) -> Self {
        Self::Meeting(refusal)
    }
}

impl From<merging::Refusal> for Refused {
    fn from(refusal: merging::Refusal) -> Self {
        Self::Merging(refusal)
    }
}

impl From<confirmation::Refusal> for Refused {
    fn from(refusal: confirmation::Refusal) -> Self {
        Self::TimeOut(refusal.into())
    }
}

impl Refused {
    /// Nothing, or what is wrong.
    pub fn unless_empty(findings: Vec<Finding>) -> Result<(), Self> {
        if findings.is_empty() { Ok(()) } else { Err(Self::Invalid(findings)) }
    }

    /// Nothing, or where the numbers stand.
    pub fn unless_no_number(findings: Vec<Finding>) -> Result<(), Self> {
        if findings.is_empty() { Ok(()) } else { Err(Self::NumberInText(findings)) }
    }
}
