//! Requests about moratoria, bridgings and commitments: the same for each kind, but for its own way of closing.

use serde::Serialize;

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, segment, with_query},
    session::Session,
};
use crate::{
    api::{
        arrangement::{ArrangementDetail, ArrangementList, Closes, Reopen},
        page::Page,
        path,
    },
    domain::{
        arrangement::{ArrangementFacts, ArrangementKind, ArrangementSummary, Closing},
        ids::{ArrangementId, IdempotencyKey},
    },
};

/// The paths of a kind: all of them, one of them, opening one again.
fn paths(kind: ArrangementKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        ArrangementKind::Moratorium => (path::MORATORIA, path::MORATORIUM, path::MORATORIUM_REOPEN),
        ArrangementKind::Bridging => (path::BRIDGINGS, path::BRIDGING, path::BRIDGING_REOPEN),
        ArrangementKind::Commitment => (path::COMMITMENTS, path::COMMITMENT, path::COMMITMENT_REOPEN),
    }
}

/// One of a kind as it was at `version`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its id.
    pub id: ArrangementId,
    /// The version that was seen.
    pub version: i64,
}

impl Write {
    /// One to record: [`crate::api::arrangement::NewArrangement`]. Answer: [`ArrangementDetail`].
    pub fn record_arrangement(key: IdempotencyKey, kind: ArrangementKind, new: &impl Serialize) -> Self {
        Self::new(key, WriteMethod::Post, paths(kind).0.into(), None, new)
    }

    /// A correction: [`crate::api::arrangement::MoratoriumPatch`] or its kin. Answer: [`ArrangementDetail`].
    pub fn correct_arrangement(key: IdempotencyKey, kind: ArrangementKind, seen: Seen, patch: &impl Serialize) -> Self {
        Self::new(key, WriteMethod::Patch, of(paths(kind).1, seen), Some(seen.version), patch)
    }

    /// It was closed by mistake. Answer: [`ArrangementDetail`].
    pub fn reopen_arrangement(key: IdempotencyKey, kind: ArrangementKind, seen: Seen, body: &Reopen) -> Self {
        Self::new(key, WriteMethod::Post, of(paths(kind).2, seen), Some(seen.version), body)
    }

    /// One that is closed, in the way of the body. Answer: [`ArrangementDetail`].
    pub fn close_arrangement<C: Closes>(key: IdempotencyKey, seen: Seen, body: &C) -> Self {
        let template = match C::HOW {
            Closing::End => path::MORATORIUM_END,
            Closing::Settle => path::BRIDGING_SETTLE,
            Closing::Keep => path::COMMITMENT_KEEP,
            Closing::Lapse => path::COMMITMENT_LAPSE,
        };
        Self::new(key, WriteMethod::Post, of(template, seen), Some(seen.version), body)
    }
}

fn of(template: &str, seen: Seen) -> String {
    template.replace("{id}", &seen.id.to_string())
}

impl Session {
    /// A page of one kind.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn arrangements(&self, kind: ArrangementKind, list: &ArrangementList) -> Result<Page<ArrangementSummary>, Failure> {
        self.get(&with_query(paths(kind).0, list)).await
    }

    /// One, whole. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn arrangement<F: ArrangementFacts>(&self, id: &str) -> Result<ArrangementDetail<F>, Failure> {
        self.get(&paths(F::KIND).1.replace("{id}", &segment(id))).await
    }
}
