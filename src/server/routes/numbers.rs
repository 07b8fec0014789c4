//! Numbers, and the cases behind one of them.

use std::convert::Infallible;

use axum::{
    Json,
    body::Body,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};

use super::{
    App, Failure, Known,
    described::Problems,
    gate::{Presented, while_it_counts},
    query::Query,
};
use crate::{
    api::{
        numbers::{NumbersCasesWanted, NumbersLine, NumbersWanted},
        path,
    },
    domain::numbers::{FlowColumn, Numbers, NumbersBy, NumbersCases},
    server::service::{Counter, StoreError},
};

/// What came in, went out, how long it took, on what. Nothing of a person, and no cell of one to four cases.
#[utoipa::path(get, path = path::NUMBERS, tag = "numbers", params(NumbersWanted), responses(
    (status = 200, description = "The numbers", body = Numbers), Problems))]
pub async fn read(
    State(app): State<App>,
    Known(caller): Known,
    Query(wanted): Query<NumbersWanted>,
) -> Result<Json<Numbers>, Failure> {
    Ok(Json(app.service.numbers(&caller, (wanted.from, wanted.to), wanted.by).await?))
}

/// The same numbers as the last of some lines; the others say how far counting is. A reply that ends without it was cut off.
#[utoipa::path(get, path = path::NUMBERS_LINES, tag = "numbers", params(NumbersWanted), responses(
    (status = 200, description = "Lines", body = NumbersLine, content_type = "application/x-ndjson"), Problems))]
pub async fn lines(
    State(app): State<App>,
    Known(caller): Known,
    presented: Presented,
    Query(wanted): Query<NumbersWanted>,
) -> Result<Response, Failure> {
    let counter = app.service.numbers_by_page(&caller, (wanted.from, wanted.to)).await?;
    let lines = stream::unfold(Some(counter), move |counter| async move {
        match next(counter?, wanted.by).await {
            Ok((line, counter)) => Some((Ok::<_, Infallible>(line), counter)),
            Err(error) => {
                tracing::error!(%error, "counting broke off");
                None
            }
        }
    });
    let lines = while_it_counts(lines, async move || presented.still_counts(&app, &caller).await);
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines.fuse())).into_response())
}

/// The next line, and what counts on; nothing: it was the last.
async fn next(mut counter: Counter, by: Option<NumbersBy>) -> Result<(String, Option<Counter>), StoreError> {
    let (line, counter) = if counter.page().await? {
        let (counted, of) = counter.far();
        (NumbersLine::Counting { counted, of }, Some(counter))
    } else {
        let numbers = counter.counted().await?.numbers;
        let numbers = Box::new(if let Some(by) = by { numbers.only(by) } else { numbers });
        (NumbersLine::Done { numbers }, None)
    };
    Ok((serde_json::to_string(&line)? + "\n", counter))
}

/// The numbers of the cases behind a row of a table, or behind the whole of it.
#[utoipa::path(get, path = path::NUMBERS_CASES, tag = "numbers", params(NumbersCasesWanted), responses(
    (status = 200, description = "The numbers of the cases", body = NumbersCases), Problems))]
pub async fn cases(
    State(app): State<App>,
    Known(caller): Known,
    Query(wanted): Query<NumbersCasesWanted>,
) -> Result<Json<NumbersCases>, Failure> {
    let by = wanted.by.unwrap_or(NumbersBy::Flow);
    let column = wanted.column.unwrap_or(FlowColumn::Received);
    let figure = (by, column, wanted.row.as_deref());
    let items = app.service.numbers_cases(&caller, (wanted.from, wanted.to), figure).await?;
    Ok(Json(NumbersCases { items }))
}
