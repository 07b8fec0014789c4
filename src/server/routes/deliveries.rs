//! Deliveries of the register: send, look at, apply, reject, undo.

use axum::{extract::State, http::StatusCode, response::Response};

use super::{
    App, Failure, Known, body,
    officers::maintains,
    path::Id,
    query::Query,
    reply::{self, cursor_parts},
    signal_list::limit,
};
use crate::{
    api::{
        delivery::{ApplyDelivery, DELIVERY_LIMIT, DeliveryLines, NewDelivery, NewMerger},
        page::Page,
        path,
        problem::Problem,
    },
    domain::{
        check::Finding,
        delivery::{Content, Delivery, DeliveryLine, Merger},
        text::RawText,
    },
    server::service::{Confirmed, Sent, StoreError, Written},
};

type Answer = Result<Response, Failure>;

/// The newest hundred deliveries, newest first. Who maintains one organisation's entries sees those about it alone.
#[utoipa::path(get, path = path::DELIVERIES, tag = "register", responses(
    (status = 200, description = "The deliveries", body = Page<Delivery>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn list(State(app): State<App>, Known(caller): Known) -> Answer {
    let rows = app.service.deliveries(&caller, maintains(&caller)).await?;
    Ok(reply::page(rows.iter().map(String::as_str), None))
}

/// Send a delivery: it is kept as a proposal that tells what it would do. Nothing of the register changes until it is applied. At most
/// 10,000 lines and 8 MiB. An idempotency key that comes again gives the delivery it made.
#[utoipa::path(post, path = path::DELIVERIES, tag = "register", request_body = NewDelivery,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "One for each file: sent again, it makes no second delivery")), responses(
    (status = 201, description = "It waits", body = Delivery),
    (status = 200, description = "It was there already, or was only tried", body = Delivery),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn send(State(app): State<App>, Known(caller): Known, new: body::Make<NewDelivery, DELIVERY_LIMIT>) -> Answer {
    let NewDelivery { name, fields, full, full_all, rows, faults, dry_run } = new.body;
    let sent = Sent { name, content: Content { fields, full, full_all, rows, faults, merger: None }, dry_run };
    made(&app.service.send_delivery(&caller, &new.keyed, maintains(&caller), sent).await?)
}

/// Municipalities go on in another one: their entries move to it with their history and verification, and who serves them serves that
/// one. A proposal, as every delivery; it is applied on the day or later.
#[utoipa::path(post, path = path::DELIVERIES_MERGER, tag = "register", request_body = NewMerger,
    params(("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses save")), responses(
    (status = 201, description = "It waits", body = Delivery),
    (status = 200, description = "It was there already, or was only tried", body = Delivery),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn merge(State(app): State<App>, Known(caller): Known, new: body::Make<NewMerger>) -> Answer {
    let NewMerger { from, into, on, dry_run } = new.body;
    let content = Content { merger: Some(Merger { from, into, on }), ..Content::default() };
    let sent = Sent { name: RawText::default(), content, dry_run };
    made(&app.service.send_delivery(&caller, &new.keyed, maintains(&caller), sent).await?)
}

/// Read one delivery, by its number.
#[utoipa::path(get, path = path::DELIVERY, tag = "register", params(("id" = String, Path, description = "Number")), responses(
    (status = 200, description = "The delivery; its version is the ETag", body = Delivery),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn read(State(app): State<App>, Known(caller): Known, Id(id): Id) -> Answer {
    let delivery = app.service.delivery(&caller, maintains(&caller), &id).await?;
    reply::object(StatusCode::OK, delivery.version, &delivery)
}

/// What it would do or did, line by line: errors, then what comes and changes in the order of the file, then what is gone.
#[utoipa::path(get, path = path::DELIVERY_LINES, tag = "register",
    params(("id" = String, Path, description = "Number"), DeliveryLines), responses(
    (status = 200, description = "A page of lines", body = Page<DeliveryLine>),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn lines(State(app): State<App>, Known(caller): Known, Id(id): Id, Query(list): Query<DeliveryLines>) -> Answer {
    let mut findings = vec![];
    let limit = limit(list.limit, &mut |at, code, value| findings.push(Finding::new(at, code, value)));
    let from = list.after.as_deref().map_or(Some(0), read_cursor);
    if from.is_none() {
        findings.push(Finding::new("after", "wrong-form", ""));
    }
    if !findings.is_empty() {
        return Err(Failure::input(findings));
    }
    let (from, most) = (from.unwrap_or_default(), usize::try_from(limit).unwrap_or_default());
    let all = app.service.delivery_lines(&caller, maintains(&caller), &id, list.only).await?;
    let rows: Result<Vec<String>, _> = all.iter().skip(from).take(most).map(serde_json::to_string).collect();
    let next = (all.len() > from.saturating_add(most)).then(|| reply::cursor(&["lines", &(from + most).to_string()]));
    Ok(reply::page(rows.map_err(StoreError::from)?.iter().map(String::as_str), next))
}

/// Apply it, as it was shown, in one transaction. Refused while an organisation of which nobody would be left is neither confirmed nor
/// kept. When the register changed so that it would do something else, it is refused, and what it would do now is kept with the delivery.
#[utoipa::path(post, path = path::DELIVERY_APPLY, tag = "register", request_body = ApplyDelivery,
    params(("id" = String, Path, description = "Number"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "As it is now", body = Delivery),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn apply(State(app): State<App>, Known(caller): Known, Id(id): Id, act: body::Act<ApplyDelivery>) -> Answer {
    let confirmed = Confirmed { vanished: act.body.vanished, keep: act.body.keep };
    let seen = (id.as_str(), act.version);
    answer(&app.service.apply_delivery(&caller, &act.keyed, maintains(&caller), seen, &confirmed).await?)
}

/// Reject it: nothing of the register changes.
#[utoipa::path(post, path = path::DELIVERY_REJECT, tag = "register",
    params(("id" = String, Path, description = "Number"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "As it is now", body = Delivery),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn reject(State(app): State<App>, Known(caller): Known, Id(id): Id, seen: body::Seen, key: body::Key) -> Answer {
    answer(&app.service.reject_delivery(&caller, &key.0, maintains(&caller), &id, seen.0).await?)
}

/// Undo it as one batch: entries become what they were. What was changed since is left alone and named.
#[utoipa::path(post, path = path::DELIVERY_UNDO, tag = "register",
    params(("id" = String, Path, description = "Number"), ("If-Match" = String, Header, description = "The ETag of the version that was seen"),
        ("Idempotency-Key" = String, Header, format = "uuid", description = "Made when the user presses the key")), responses(
    (status = 200, description = "As it is now", body = Delivery),
    (status = "4XX", description = "A problem", body = Problem, content_type = "application/problem+json"),
    (status = "5XX", description = "A problem", body = Problem, content_type = "application/problem+json")))]
pub async fn undo(State(app): State<App>, Known(caller): Known, Id(id): Id, seen: body::Seen, key: body::Key) -> Answer {
    answer(&app.service.undo_delivery(&caller, &key.0, maintains(&caller), (&id, seen.0)).await?)
}

fn made(written: &Written<Delivery>) -> Answer {
    let status = if written.changed { StatusCode::CREATED } else { StatusCode::OK };
    reply::object(status, written.item.version, &written.item)
}

fn answer(written: &Written<Delivery>) -> Answer {
    reply::object(StatusCode::OK, written.item.version, &written.item)
}

fn read_cursor(text: &str) -> Option<usize> {
    match &cursor_parts(text)?[..] {
        [list, from] if list == "lines" => from.parse().ok(),
        _ => None,
    }
}
