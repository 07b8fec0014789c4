//! The processing log: made of the audit log, line by line, without who did it. Nothing of it is written in a request.
//!
//! The ids of a line follow from its row, so who gets a line twice can tell; a trace follows from the id of the request, so that only
//! who may read the audit log can lay both side by side.

use ring::{
    digest::{SHA256, digest},
    hmac,
};

use crate::{
    domain::processing::{Attributes, Line, Resource, ResourceAttributes, SUBJECT_TYPE, Status, activity_of},
    server::{
        identity::hex,
        random,
        store::{Store, StoreError, audit, processing as rows},
    },
};

/// Rows that are looked at together.
const STEP: i64 = 500;

/// Lines of one chain after a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Whose chain.
    pub organisation: String,
    /// The lines, which may be none.
    pub lines: Vec<Line>,
    /// Up to where rows were looked at.
    pub until: i64,
}

/// The lines after a place of a chain; nothing when there are no rows after it.
///
/// # Errors
/// When the store is away.
pub async fn after(store: &Store, organisation: &str, seq: i64) -> Result<Option<Batch>, StoreError> {
    let key = key(store).await?;
    let mut link = store.read().await?;
    let (found, until) = rows::after(&mut link, organisation, seq, STEP).await?;
    let lines = found.into_iter().filter_map(|row| line(&key, organisation, row)).collect();
    Ok((until > seq).then(|| Batch { organisation: organisation.to_owned(), lines, until }))
}

/// The next lines of every chain that were not sent.
///
/// # Errors
/// When the store is away.
pub async fn unsent(store: &Store) -> Result<Vec<Batch>, StoreError> {
    let mut link = store.read().await?;
    let mut places = vec![];
    for (organisation, ..) in audit::heads(&mut link).await? {
        let sent = rows::sent(&mut link, &organisation).await?;
        places.push((organisation, sent));
    }
    drop(link);
    let mut batches = vec![];
    for (organisation, sent) in places {
        batches.extend(after(store, &organisation, sent).await?);
    }
    Ok(batches)
}

/// These were sent.
///
/// # Errors
/// When the store is away; they are sent once more then.
pub async fn was_sent(store: &Store, batch: &Batch) -> Result<(), StoreError> {
    let mut link = store.write().await?;
    rows::set_sent(&mut link, &batch.organisation, batch.until).await?;
    link.commit().await
}

/// The chains there are.
///
/// # Errors
/// When the store is away.
pub async fn organisations(store: &Store) -> Result<Vec<String>, StoreError> {
    let heads = audit::heads(&mut store.read().await?).await?;
    Ok(heads.into_iter().map(|(organisation, ..)| organisation).collect())
}

/// The key of the hashes of this store: made when it is first needed.
async fn key(store: &Store) -> Result<hmac::Key, StoreError> {
    let new = hex(&random::bytes::<32>()?);
    let mut link = store.write().await?;
    let kept = rows::key(&mut link, &new).await?;
    link.commit().await?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, kept.as_bytes()))
}

fn line(key: &hmac::Key, organisation: &str, (seq, at, name, entity, result, request, case): rows::Row) -> Option<Line> {
    let activity = activity_of(&entity)?;
    let place = format!("{organisation} {seq}");
    // What the server did by itself has no request: each is a processing of its own.
    let trace = if request.is_empty() { &place } else { &request };
    Some(Line {
        trace_id: hex(&digest(&SHA256, trace.as_bytes()).as_ref()[..16]),
        span_id: hex(&digest(&SHA256, place.as_bytes()).as_ref()[..8]),
        status: if result == "failed" { Status::Error } else { Status::Unset },
        name,
        start_time: at / 1000,
        end_time: at / 1000,
        resource: Resource { attributes: ResourceAttributes { name: "loket", version: env!("CARGO_PKG_VERSION") } },
        attributes: Attributes {
            processing_activity_id: activity.uri(),
            data_subject_id: hex(hmac::sign(key, case.as_bytes()).as_ref()),
            data_subject_id_type: SUBJECT_TYPE,
        },
    })
}
