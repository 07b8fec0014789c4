//! The change feed as NDJSON, streamed.

use std::convert::Infallible;

use axum::{
    body::Body,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use chrono::SecondsFormat;
use futures_util::{StreamExt, stream};

use super::{
    App, Failure, Known,
    gate::{Presented, while_it_counts},
    query::Query,
};
use crate::{
    api::{
        change::{Change, ChangesSince},
        path,
        problem::Problem,
    },
    server::{
        identity::Caller,
        policy::{Permission, allows},
        service::View,
    },
};

/// Everything that changed after a cursor, newest state once per row, as NDJSON. The last line is a cursor; a reply without
/// it was cut off.
#[utoipa::path(get, path = path::CHANGES, tag = "changes", params(ChangesSince), responses(
    (status = 200, description = "Lines of changes", body = Change, content_type = "application/x-ndjson"),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn changes(
    State(app): State<App>,
    Known(caller): Known,
    presented: Presented,
    Query(since): Query<ChangesSince>,
) -> Result<Response, Failure> {
    let feed = app.service.feed(&caller, view(&caller), since.since.as_deref()).await?;
    let now = app.service.now().to_rfc3339_opts(SecondsFormat::Micros, true);
    // Fused: compression polls once more after the end. A store that fails under way ends the reply without its last line, which the reader takes for what it is.
    let lines = stream::unfold((feed, now), |(mut feed, now)| async move {
        match feed.next(&now).await {
            Ok(lines) => lines.map(|lines| (Ok::<_, Infallible>(lines), (feed, now))),
            Err(error) => {
                tracing::error!(%error, "the change feed broke off");
                None
            }
        }
    });
    let lines = while_it_counts(lines, async move || presented.still_counts(&app, &caller).await);
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines.fuse())).into_response())
}

/// What a caller may see of changes.
pub fn view(caller: &Caller) -> View {
    View { signals: allows(caller.role, Permission::SignalRead), register: allows(caller.role, Permission::RegisterReplicate) }
}
