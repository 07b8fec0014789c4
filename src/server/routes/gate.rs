//! Signing in and the policy of a route: before anything of the request is read.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, Request},
    http::{header::AUTHORIZATION, request::Parts},
    middleware::Next,
    response::Response,
};

use super::{App, Failure};
use crate::{
    api::problem::Code,
    server::{
        identity::Caller,
        policy::{Access, Policy},
    },
};

/// Lets a request through to its handler, or not.
pub async fn pass(policy: Policy, app: App, mut request: Request, next: Next) -> Result<Response, Failure> {
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
    if !policy.access.admits(caller.role) {
        return Err(Code::NotAllowed.into());
    }
    request.extensions_mut().insert(Known(caller.clone()));
    let mut response = next.run(request).await;
    // For the log of requests.
    response.extensions_mut().insert(Known(caller));
    Ok(response)
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
