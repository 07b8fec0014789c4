//! Signing in and the policy of a route: before anything of the request is read.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request},
    http::{header::AUTHORIZATION, request::Parts},
    middleware::Next,
    response::Response,
};
use secrecy::{ExposeSecret, SecretString};

use super::{App, Failure};
use crate::{
    api::problem::Code,
    server::{
        identity::{Caller, Identified},
        policy::{Access, Policy},
        service::StoreError,
    },
};

/// Lets a request through to its handler, or not.
pub async fn pass(policy: Policy, app: App, mut request: Request, next: Next) -> Result<Response, Failure> {
    if policy.access == Access::Public {
        return Ok(next.run(request).await);
    }
    let presented = Presented::of(&request).ok_or(Code::NotSignedIn)?;
    let caller = match presented.caller(&app).await? {
        Identified::Caller(caller, _) => caller,
        Identified::WithoutRole => return Err(Failure::not_allowed("no-role")),
        Identified::Nobody => return Err(Code::NotSignedIn.into()),
    };
    if !policy.access.admits(caller.role) {
        return Err(Code::NotAllowed.into());
    }
    request.extensions_mut().insert(Known(caller.clone()));
    request.extensions_mut().insert(presented);
    let mut response = next.run(request).await;
    // For the log of requests.
    response.extensions_mut().insert(Known(caller));
    Ok(response)
}

/// The token a request came with, and where from: what goes on for long asks again whether it counts.
#[derive(Clone)]
pub struct Presented {
    token: SecretString,
    from: String,
}

impl Presented {
    /// The one bearer token of a request; with several nobody knows which is meant.
    fn of(request: &Request) -> Option<Self> {
        let mut given = request.headers().get_all(AUTHORIZATION).iter();
        let (scheme, token) = given.next().filter(|_| given.next().is_none())?.to_str().ok()?.split_once(' ')?;
        let from = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let from = from.map(|from| from.0.ip().to_string()).unwrap_or_default();
        scheme.eq_ignore_ascii_case("bearer").then(|| Self { token: token.trim().into(), from })
    }

    async fn caller(&self, app: &App) -> Result<Identified, StoreError> {
        app.service.identify(self.token.expose_secret(), &self.from).await
    }

    /// Does the token still count, and is it of somebody who may do the same? Of a store that does not answer nobody knows: it does.
    pub async fn still_counts(&self, app: &App, caller: &Caller) -> bool {
        match self.caller(app).await {
            Ok(Identified::Caller(now, _)) => now.role == caller.role && now.organisation == caller.organisation,
            Ok(_) => false,
            Err(_) => true,
        }
    }
}

impl FromRequestParts<App> for Presented {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Code::NotSignedIn.into())
    }
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
