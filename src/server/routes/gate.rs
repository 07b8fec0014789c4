//! Signing in and the policy of a route: before anything of the request is read.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    RequestExt,
    extract::{ConnectInfo, FromRequestParts, RawPathParams, Request},
    http::{StatusCode, header::AUTHORIZATION, request::Parts},
    middleware::Next,
    response::Response,
};

use chrono::Datelike;

use super::{App, Failure, finish::RequestId};
use crate::{
    api::problem::Code,
    domain::{Date, audit::Outcome, ids::SignalNumber},
    server::{
        identity::{Asked, Caller},
        policy::{Access, Policy},
    },
};

/// Lets a request through to its handler, or not.
pub async fn pass(policy: Policy, app: App, mut request: Request, next: Next) -> Result<Response, Failure> {
    let asked = asked(&policy, &request);
    request.extensions_mut().insert(asked.clone());
    if policy.access == Access::Public {
        return Ok(next.run(request).await);
    }
    let token = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim().to_owned())
        .ok_or(Code::NotSignedIn)?;
    let caller = app.service.caller(&token).await?.ok_or(Code::NotSignedIn)?;
    let caller = Arc::new(Caller { asked, ..(*caller).clone() });
    let object = object(&mut request, app.service.today()).await;
    if !policy.access.admits(caller.role) {
        app.service.denied(&caller, policy.audit, &object, Outcome::Refused);
        return Err(Code::NotAllowed.into());
    }
    request.extensions_mut().insert(Known(caller.clone()));
    let mut response = next.run(request).await;
    let result = match response.status() {
        StatusCode::FORBIDDEN => Some(Outcome::Refused),
        status if status == StatusCode::NOT_FOUND || status.is_server_error() => Some(Outcome::Failed),
        _ => None,
    };
    if let Some(result) = result.filter(|_| !policy.audit.is_empty()) {
        app.service.denied(&caller, policy.audit, &object, result);
    }
    // For the log of requests.
    response.extensions_mut().insert(Known(caller));
    Ok(response)
}

/// What the audit log tells of this request. The address is that of the connection: behind a proxy, the proxy's.
fn asked(policy: &Policy, request: &Request) -> Asked {
    let origin = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|from| from.0.ip().to_string());
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    Asked { purpose: policy.purpose, origin: origin.unwrap_or_default(), request: id.unwrap_or_default() }
}

/// The first id or number of a signal in the path. What has neither form is not written down: it may be anything.
async fn object(request: &mut Request, today: Date) -> String {
    let year = u16::try_from(today.year()).unwrap_or_default();
    let Ok(parameters) = request.extract_parts::<RawPathParams>().await else { return String::new() };
    let known = |text: &str| {
        uuid::Uuid::parse_str(text)
            .map(|id| id.to_string())
            .ok()
            .or(SignalNumber::parse(text, year).map(|number| number.to_string()))
    };
    parameters.iter().find_map(|(_, text)| known(text)).unwrap_or_default()
}

/// The account that calls, as the gate found it.
#[derive(Debug, Clone)]
pub struct Known(pub Arc<Caller>);

impl FromRequestParts<App> for Known {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        // Only a public route lacks it, and no public route asks for it.
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Code::NotSignedIn.into())
    }
}
