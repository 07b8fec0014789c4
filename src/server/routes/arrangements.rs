//! Moratoria, bridgings and commitments: list, record, read, correct, close, open again. Each kind has the same routes but for
//! its own way of closing.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known,
    arrangement_told::{Told, told},
    body,
    deadlines::read_cursor,
    patch::{merge_bridging, merge_commitment, merge_moratorium},
    path::Id,
    query::Query,
    reply::{self, cursor},
    signal_list::limit,
};
use crate::{
    api::{
        arrangement::{
            ArrangementDetail, ArrangementList, BridgingPatch, CommitmentPatch, EndMoratorium, KeepCommitment, LapseCommitment,
            MoratoriumPatch, NewBridging, NewCommitment, NewMoratorium, Reopen, SettleBridging,
        },
        page::Page,
        path,
        problem::{Code, Problem},
    },
    domain::{
        arrangement::{Arrangement, ArrangementFacts, ArrangementSummary, Closing},
        bridging::BridgingFacts,
        check::Finding,
        commitment::CommitmentFacts,
        moratorium::MoratoriumFacts,
    },
    server::{
        identity::Caller,
        service::{Written, arrangement_list::Wanted},
    },
};

type Answer = Result<Response, Failure>;

/// The routes that every kind has, as a module of their own.
macro_rules! kind {
    ($name:ident, $tag:literal, $facts:ident, $new:ident, $patch:ident, $merge:ident, $paths:ident, $item:ident, $reopen:ident) => {
        pub mod $name {
            use super::*;

            /// List in order of the day to go by.
            #[utoipa::path(get, path = path::$paths, tag = $tag, operation_id = concat!($tag, "-list"), params(ArrangementList), responses(
                (status = 200, description = "A page", body = Page<ArrangementSummary>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn list(State(app): State<App>, Known(caller): Known, Query(list): Query<ArrangementList>) -> Answer {
                page::<$facts>(&app, &caller, &list).await
            }

            /// Record one about a signal. Its timeline, first hard date and board follow in the same transaction.
            #[utoipa::path(post, path = path::$paths, tag = $tag, operation_id = concat!($tag, "-create"), request_body = $new,
                params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
                (status = 201, description = "Recorded", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn create(State(app): State<App>, Known(caller): Known, new: body::Make<$new>) -> Answer {
                let $new { signal, facts } = new.body;
                answer(&app, StatusCode::CREATED, &app.service.record(&caller, &new.keyed, &signal, &facts).await?)
            }

            /// Read one. The read is logged before the answer leaves.
            #[utoipa::path(get, path = path::$item, tag = $tag, operation_id = concat!($tag, "-read"), params(("id" = String, Path, description = "Id")), responses(
                (status = 200, description = "As it is now; its version is the ETag", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
                let item: Arrangement<$facts> = app.service.arrangement(&caller, &id).await?;
                reply::object(StatusCode::OK, item.version, &told(&app, &item))
            }

            /// Correct what was recorded, while it is not closed.
            #[utoipa::path(patch, path = path::$item, tag = $tag, operation_id = concat!($tag, "-amend"), request_body = $patch,
                params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen")), responses(
                (status = 200, description = "As it is now", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, amend: body::Amend<$patch>) -> Answer {
                let merge = |facts: &mut $facts| $merge(&amend.body, facts);
                let wish = (&merge as _, amend.body.reason.clone());
                answer(&app, StatusCode::OK, &app.service.correct(&caller, amend.keyed.as_ref(), &id, amend.version, wish).await?)
            }

            /// It was closed by mistake: it is open again.
            #[utoipa::path(post, path = path::$reopen, tag = $tag, operation_id = concat!($tag, "-reopen"), request_body = Reopen,
                params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
                    ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
                (status = 200, description = "As it is now", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn reopen(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<Reopen>) -> Answer {
                let written = app.service.reopen::<$facts>(&caller, &act.keyed, &id, act.version, act.body.reason).await?;
                answer(&app, StatusCode::OK, &written)
            }
        }
    };
}

kind!(
    moratoria,
    "moratoria",
    MoratoriumFacts,
    NewMoratorium,
    MoratoriumPatch,
    merge_moratorium,
    MORATORIA,
    MORATORIUM,
    MORATORIUM_REOPEN
);
kind!(bridgings, "bridgings", BridgingFacts, NewBridging, BridgingPatch, merge_bridging, BRIDGINGS, BRIDGING, BRIDGING_REOPEN);
kind!(
    commitments,
    "commitments",
    CommitmentFacts,
    NewCommitment,
    CommitmentPatch,
    merge_commitment,
    COMMITMENTS,
    COMMITMENT,
    COMMITMENT_REOPEN
);

/// Note that a moratorium ended before its last day, or close one that is over.
#[utoipa::path(post, path = path::MORATORIUM_END, tag = "moratoria", request_body = EndMoratorium,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "As it is now", body = ArrangementDetail<MoratoriumFacts>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn end_moratorium(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<EndMoratorium>) -> Answer {
    let closing = (Closing::End, act.body.from, act.body.reason);
    answer(&app, StatusCode::OK, &app.service.close::<MoratoriumFacts>(&caller, &act.keyed, &id, act.version, closing).await?)
}

/// Note that who pays for a bridging was settled.
#[utoipa::path(post, path = path::BRIDGING_SETTLE, tag = "bridgings", request_body = SettleBridging,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "As it is now", body = ArrangementDetail<BridgingFacts>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn settle_bridging(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<SettleBridging>) -> Answer {
    let closing = (Closing::Settle, act.body.on, act.body.settlement);
    answer(&app, StatusCode::OK, &app.service.close::<BridgingFacts>(&caller, &act.keyed, &id, act.version, closing).await?)
}

/// Note that a commitment was kept.
#[utoipa::path(post, path = path::COMMITMENT_KEEP, tag = "commitments", request_body = KeepCommitment,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "As it is now", body = ArrangementDetail<CommitmentFacts>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn keep_commitment(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<KeepCommitment>) -> Answer {
    let closing = (Closing::Keep, act.body.on, act.body.evidence);
    answer(&app, StatusCode::OK, &app.service.close::<CommitmentFacts>(&caller, &act.keyed, &id, act.version, closing).await?)
}

/// Note that a commitment need not be kept any more.
#[utoipa::path(post, path = path::COMMITMENT_LAPSE, tag = "commitments", request_body = LapseCommitment,
    params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 200, description = "As it is now", body = ArrangementDetail<CommitmentFacts>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn lapse_commitment(
    State(app): State<App>,
    Known(caller): Known,
    Id(id): Id,
    act: body::Act<LapseCommitment>,
) -> Answer {
    let closing = (Closing::Lapse, act.body.on, act.body.reason);
    answer(&app, StatusCode::OK, &app.service.close::<CommitmentFacts>(&caller, &act.keyed, &id, act.version, closing).await?)
}

async fn page<F: ArrangementFacts>(app: &App, caller: &Caller, list: &ArrangementList) -> Answer {
    let signal = match &list.signal {
        Some(text) => Some(app.service.signal_id(text).await?.unwrap_or_default()),
        None => None,
    };
    let wanted = wanted(F::KIND.code(), list, signal)?;
    let mut rows = app.service.arrangements::<F>(caller, &wanted).await?;
    let most = usize::try_from(wanted.limit - 1).unwrap_or_default();
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(|row| cursor(&[F::KIND.code(), &row.on.to_string(), &row.id.to_string()]));
    let rows: Vec<String> = rows.iter().map(serde_json::to_string).collect::<Result<_, _>>().map_err(|_| Code::Internal)?;
    Ok(reply::page(rows.iter().map(String::as_str), next))
}

fn wanted(kind: &str, list: &ArrangementList, signal: Option<String>) -> Result<Wanted, Failure> {
    let mut findings = vec![];
    let mut see = |field: &str, code: &'static str, value: String| findings.push(Finding::new(field, code, value));
    let limit = limit(list.limit, &mut see);
    if !matches!(list.state.as_deref(), None | Some("open" | "all")) {
        see("state", "unknown-value", "open, all".into());
    }
    let after = list.after.as_deref().map(|text| read_cursor(text, kind));
    if after == Some(None) {
        see("after", "wrong-form", String::new());
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    let open = list.state.as_deref() != Some("all");
    Ok(Wanted { signal, open, from: list.from, until: list.until, after: after.flatten(), limit: limit + 1 })
}

fn answer<F: ArrangementFacts + Told>(app: &App, status: StatusCode, written: &Written<Arrangement<F>>) -> Answer {
    reply::object(status, written.item.version, &told(app, &written.item))
}
