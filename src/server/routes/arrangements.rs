//! Moratoria, bridgings and commitments: list, record, read, correct, close, open again. Each kind has the same routes but for
//! its own way of closing.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known,
    arrangement_told::{Told, told},
    body,
    deadlines::read_cursor,
    patch::Patch,
    path::Id,
    query::Query,
    reply,
    signal_list::limit,
};
use crate::{
    api::{
        arrangement::{
            ArrangementDetail, ArrangementList, BridgingPatch, Closes, CommitmentPatch, EndMoratorium, KeepCommitment,
            LapseCommitment, MoratoriumPatch, NewArrangement, Reopen, SettleBridging,
        },
        page::Page,
        path,
        problem::{Code, Problem},
    },
    domain::{
        arrangement::{ArrangementFacts, ArrangementSummary},
        bridging::BridgingFacts,
        check::Finding,
        commitment::CommitmentFacts,
        imported::Imported,
        moratorium::MoratoriumFacts,
    },
    server::{
        identity::Caller,
        service::{Recorded, Written, arrangement_list::Wanted},
    },
};

type Answer = Result<Response, Failure>;

/// The routes of a kind, as a module of their own: those that every kind has, and its own ways of closing.
macro_rules! kind {
    ($name:ident, $tag:literal, $facts:ident, $patch:ident, $paths:ident, $item:ident, $reopen:ident;
        $($(#[$doc:meta])+ $verb:ident $path:ident $body:ident;)+) => {
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
            #[utoipa::path(post, path = path::$paths, tag = $tag, operation_id = concat!($tag, "-create"), request_body = NewArrangement<$facts>,
                params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
                (status = 201, description = "Recorded", body = ArrangementDetail<$facts>),
                (status = 200, description = "Taken from the same row of a file before: as it is now", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn create(State(app): State<App>, Known(caller): Known, new: body::Make<NewArrangement<$facts>>) -> Answer {
                let NewArrangement { signal, facts, imported_from } = new.body;
                let written = app.service.record(&caller, &new.keyed, &signal, &facts, imported_from.as_ref()).await?;
                let mut told = told(&app, &written.item);
                let Some(_) = imported_from else { return reply::object(StatusCode::CREATED, written.item.item.version, &told) };
                let (status, imported) =
                    if written.changed { (StatusCode::CREATED, Imported::Created) } else { (StatusCode::OK, Imported::Unchanged) };
                told.imported = Some(imported);
                reply::object(status, written.item.item.version, &told)
            }

            /// Read one. The read is logged before the answer leaves.
            #[utoipa::path(get, path = path::$item, tag = $tag, operation_id = concat!($tag, "-read"), params(("id" = String, Path, description = "Id")), responses(
                (status = 200, description = "As it is now; its version is the ETag", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
                let found: Recorded<$facts> = app.service.arrangement(&caller, &id).await?;
                reply::object(StatusCode::OK, found.item.version, &told(&app, &found))
            }

            /// Correct what was recorded, while it is not closed.
            #[utoipa::path(patch, path = path::$item, tag = $tag, operation_id = concat!($tag, "-amend"), request_body = $patch,
                params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen")), responses(
                (status = 200, description = "As it is now", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn amend(State(app): State<App>, Known(caller): Known, Id(id): Id, amend: body::Amend<$patch>) -> Answer {
                let merge = |facts: &mut $facts| amend.body.merge(facts);
                let wish = (&merge as _, amend.body.reason());
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
                let reason = act.body.reason;
                answer::<$facts>(&app, StatusCode::OK, &app.service.reopen(&caller, &act.keyed, &id, act.version, reason).await?)
            }

            $($(#[$doc])+
            #[utoipa::path(post, path = path::$path, tag = $tag, request_body = $body,
                params(("id" = String, Path, description = "Id"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
                    ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
                (status = 200, description = "As it is now", body = ArrangementDetail<$facts>),
                (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
                (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
            pub async fn $verb(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<$body>) -> Answer {
                let (on, text) = act.body.said();
                let closing = (<$body as Closes>::HOW, on, text);
                answer(&app, StatusCode::OK, &app.service.close::<$facts>(&caller, &act.keyed, &id, act.version, closing).await?)
            })+
        }
    };
}

kind! {
    moratoria, "moratoria", MoratoriumFacts, MoratoriumPatch, MORATORIA, MORATORIUM, MORATORIUM_REOPEN;
    /// Note that a moratorium ended before its last day, or close one that is over.
    end_moratorium MORATORIUM_END EndMoratorium;
}
kind! {
    bridgings, "bridgings", BridgingFacts, BridgingPatch, BRIDGINGS, BRIDGING, BRIDGING_REOPEN;
    /// Note that who pays for a bridging was settled.
    settle_bridging BRIDGING_SETTLE SettleBridging;
}
kind! {
    commitments, "commitments", CommitmentFacts, CommitmentPatch, COMMITMENTS, COMMITMENT, COMMITMENT_REOPEN;
    /// Note that a commitment was kept.
    keep_commitment COMMITMENT_KEEP KeepCommitment;
    /// Note that a commitment need not be kept any more.
    lapse_commitment COMMITMENT_LAPSE LapseCommitment;
}

async fn page<F: ArrangementFacts>(app: &App, caller: &Caller, list: &ArrangementList) -> Answer {
    let signal = match &list.signal {
        Some(text) => Some(app.service.signal_id(text).await?.unwrap_or_default()),
        None => None,
    };
    let wanted = wanted(F::KIND.code(), list, signal)?;
    let mut rows = app.service.arrangements::<F>(caller, &wanted).await?;
    let next = reply::next(&mut rows, wanted.limit, |row| vec![F::KIND.code().into(), row.on.to_string(), row.id.to_string()]);
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

fn answer<F: ArrangementFacts + Told>(app: &App, status: StatusCode, written: &Written<Recorded<F>>) -> Answer {
    reply::object(status, written.item.item.version, &told(app, &written.item))
}
