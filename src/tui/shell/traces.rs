//! Asking the server about the audit log.

use crate::{
    api::emergency::EmergencyDetail,
    client::{Failure, Session, Write},
    domain::ids::IdempotencyKey,
    tui::app::traces::{TracesAnswer, TracesCall},
};

pub(super) async fn ask(session: &Session, key: IdempotencyKey, call: TracesCall) -> Result<TracesAnswer, Failure> {
    Ok(match call {
        TracesCall::Rows(search) => {
            let page = session.audit_rows(&search).await?;
            TracesAnswer::Rows(page.items, page.next.is_some())
        }
        TracesCall::Review => TracesAnswer::Review(Box::new(session.audit_review().await?)),
        TracesCall::Emergencies => TracesAnswer::Emergencies(session.emergencies().await?.items),
        TracesCall::Judge(id, review) => {
            let judged: EmergencyDetail = session.write(&Write::review_emergency(key, id, &review)).await?;
            TracesAnswer::Judged(Box::new(judged))
        }
        TracesCall::Looked(seq) => {
            let () = session.write(&Write::looked_at(key, seq)).await?;
            TracesAnswer::Looked(seq)
        }
    })
}
