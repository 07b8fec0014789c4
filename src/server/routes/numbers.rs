//! Numbers, and the cases behind one of them.

use axum::{Json, extract::State};

use super::{App, Failure, Known, described::Problems, query::Query};
use crate::{
    api::{
        numbers::{NumbersCasesWanted, NumbersWanted},
        path,
    },
    domain::numbers::{FlowColumn, Numbers, NumbersBy, NumbersCases},
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
