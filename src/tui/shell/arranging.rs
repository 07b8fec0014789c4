//! Asks the server about moratoria, bridgings and commitments.

use serde::de::DeserializeOwned;

use crate::{
    api::arrangement::{AnyArrangement, ArrangementDetail},
    client::{Failure, Seen, Session, Write},
    domain::{
        arrangement::{ArrangementFacts, ArrangementKind},
        bridging::BridgingFacts,
        commitment::CommitmentFacts,
        ids::{ArrangementId, IdempotencyKey},
        moratorium::MoratoriumFacts,
    },
    tui::app::arrangements::{ArrangementCall, SeenArrangement},
};

/// Asks, and gives what it is then.
pub async fn arrange(session: &Session, key: IdempotencyKey, call: &ArrangementCall) -> Result<AnyArrangement, Failure> {
    Ok(match call.kind() {
        ArrangementKind::Moratorium => AnyArrangement::Moratorium(Box::new(ask::<MoratoriumFacts>(session, key, call).await?)),
        ArrangementKind::Bridging => AnyArrangement::Bridging(Box::new(ask::<BridgingFacts>(session, key, call).await?)),
        ArrangementKind::Commitment => AnyArrangement::Commitment(Box::new(ask::<CommitmentFacts>(session, key, call).await?)),
    })
}

async fn ask<F: ArrangementFacts + DeserializeOwned>(
    session: &Session,
    key: IdempotencyKey,
    call: &ArrangementCall,
) -> Result<ArrangementDetail<F>, Failure> {
    match write(key, call) {
        Ok(write) => session.write(&write).await,
        Err(id) => session.arrangement(&id.to_string()).await,
    }
}

/// What is written; or which one is only read.
fn write(key: IdempotencyKey, call: &ArrangementCall) -> Result<Write, ArrangementId> {
    let kind = call.kind();
    let seen = |seen: &SeenArrangement| Seen { id: seen.id, version: seen.version };
    Ok(match call {
        ArrangementCall::Read(_, id) => return Err(*id),
        ArrangementCall::RecordMoratorium(new) => Write::record_arrangement(key, kind, new),
        ArrangementCall::RecordBridging(new) => Write::record_arrangement(key, kind, new),
        ArrangementCall::RecordCommitment(new) => Write::record_arrangement(key, kind, new),
        ArrangementCall::CorrectMoratorium(at, patch) => Write::correct_arrangement(key, kind, seen(at), patch),
        ArrangementCall::CorrectBridging(at, patch) => Write::correct_arrangement(key, kind, seen(at), patch),
        ArrangementCall::CorrectCommitment(at, patch) => Write::correct_arrangement(key, kind, seen(at), patch),
        ArrangementCall::End(at, body) => Write::close_arrangement(key, seen(at), body),
        ArrangementCall::Settle(at, body) => Write::close_arrangement(key, seen(at), body),
        ArrangementCall::Keep(at, body) => Write::close_arrangement(key, seen(at), body),
        ArrangementCall::Lapse(at, body) => Write::close_arrangement(key, seen(at), body),
        ArrangementCall::Reopen(_, at, body) => Write::reopen_arrangement(key, kind, seen(at), body),
    })
}
