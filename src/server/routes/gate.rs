//! Signing in and the policy of a route: before anything of the request is read.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    RequestExt,
    extract::{ConnectInfo, FromRequestParts, RawPathParams, Request},
    http::{StatusCode, header::AUTHORIZATION, request::Parts},
    middleware::Next,
    response::Response,
};
use futures_util::{Stream, StreamExt, stream};
use secrecy::{ExposeSecret, SecretString};

use chrono::Datelike;

use super::{App, Failure, finish::RequestId};
use crate::{
    api::problem::Code,
    domain::{Date, audit::AuditResult, ids::SignalNumber},
    server::{
        identity::{Asked, Caller, Identified},
        policy::{Access, Permission, Policy, WATCH, allows},
        service::{StoreError, outside},
    },
};

/// Lets a request through to its handler, or not.
pub async fn pass(policy: Policy, app: App, mut request: Request, next: Next) -> Result<Response, Failure> {
    let asked = asked(&policy, &request);
    request.extensions_mut().insert(asked.clone());
    if policy.access == Access::Public {
        if policy.purpose != WATCH {
            app.service.admit_stranger(&asked.origin)?;
        }
        return Ok(next.run(request).await);
    }
    // Without a token the store is asked all the same, so that every refusal takes the same way.
    let presented = Presented::of(&request).unwrap_or_default();
    let caller = match presented.caller(&app).await? {
        Identified::Caller(caller) => caller,
        not => {
            app.service.admit_stranger(&asked.origin)?;
            return Err(refusal(&not).into());
        }
    };
    app.service.admit(&caller)?;
    let caller = Arc::new(Caller { asked, ..(*caller).clone() });
    let object = object(&mut request, app.service.today()).await;
    if !policy.access.admits(caller.role) {
        app.service.denied(&caller, policy.audit, &object, AuditResult::Refused);
        return Err(Code::NotAllowed.into());
    }
    request.extensions_mut().insert(Known(caller.clone()));
    request.extensions_mut().insert(presented);
    let mut response = match allows(caller.role, Permission::SignalRead) {
        true => next.run(request).await,
        // The second wall: whatever a query forgets, no row of a case is there but what is theirs.
        false => {
            let theirs = caller.role.is_outside().then_some(caller.organisation.as_str());
            outside(theirs, caller.account, app.service.now(), next.run(request)).await
        }
    };
    let result = match response.status() {
        StatusCode::FORBIDDEN => Some(AuditResult::Refused),
        // What is refused because of other cases tells something of them.
        StatusCode::CONFLICT if caller.role.is_outside() => Some(AuditResult::Failed),
        status if status == StatusCode::NOT_FOUND || status.is_server_error() => Some(AuditResult::Failed),
        _ => None,
    };
    if let Some(result) = result.filter(|_| !policy.audit.is_empty()) {
        app.service.denied(&caller, policy.audit, &object, result);
    }
    // For the log of requests.
    response.extensions_mut().insert(Known(caller));
    Ok(response)
}

fn refusal(identified: &Identified) -> Code {
    match identified {
        Identified::WithoutRole => Code::NoRole,
        Identified::Waits => Code::WaitsForSecondPerson,
        Identified::Ended => Code::SessionEnded,
        Identified::Nobody | Identified::Caller(_) => Code::NotSignedIn,
    }
}

/// The address that the server saw a request come from; behind a proxy that is the proxy's.
pub fn origin(request: &Request) -> String {
    request.extensions().get::<ConnectInfo<SocketAddr>>().map(|from| from.0.ip().to_string()).unwrap_or_default()
}

/// What the audit log tells of this request. The address is that of the connection: behind a proxy, the proxy's.
fn asked(policy: &Policy, request: &Request) -> Asked {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    Asked { purpose: policy.purpose, origin: origin(request), request: id.unwrap_or_default() }
}

/// The first id or number of a signal in the path. What has neither form is not written down: it may be anything.
async fn object(request: &mut Request, today: Date) -> String {
    let year = u16::try_from(today.year()).unwrap_or_default();
    let Ok(parameters) = request.extract_parts::<RawPathParams>().await else { return String::new() };
    let known = |name: &str, text: &str| {
        // Where a route takes a number alone, an id is none: the list of the audit log would tell the number of it.
        let id = uuid::Uuid::parse_str(text).map(|id| id.to_string()).ok().filter(|_| name != "number");
        id.or(SignalNumber::parse(text, year).map(|number| number.to_string()))
    };
    parameters.iter().find_map(|(name, text)| known(name, text)).unwrap_or_default()
}

/// The token a request came with, and where from: what goes on for long asks again whether it counts.
#[derive(Clone, Default)]
pub struct Presented {
    token: SecretString,
    from: String,
}

impl Presented {
    /// The one bearer token of a request; with several nobody knows which is meant.
    fn of(request: &Request) -> Option<Self> {
        let mut given = request.headers().get_all(AUTHORIZATION).iter();
        let (scheme, token) = given.next().filter(|_| given.next().is_none())?.to_str().ok()?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| Self { token: token.trim().into(), from: origin(request) })
    }

    async fn caller(&self, app: &App) -> Result<Identified, StoreError> {
        app.service.identify(self.token.expose_secret(), &self.from).await
    }

    /// Does the token still count, and is it of somebody who may do the same? Of a store that does not answer nobody knows: it does.
    pub async fn still_counts(&self, app: &App, caller: &Caller) -> bool {
        match self.caller(app).await {
            Ok(Identified::Caller(now)) => now.role == caller.role && now.organisation == caller.organisation,
            Ok(_) => false,
            Err(_) => true,
        }
    }
}

/// What is given in parts, for as long as `counts` says so; it is asked before every part but the first. A reply that ends so lacks its last
/// line, and its reader takes it for what it is.
pub fn while_it_counts<S: Stream>(parts: S, counts: impl AsyncFn() -> bool) -> impl Stream<Item = S::Item> {
    stream::unfold((Box::pin(parts), counts, true), async |(mut parts, counts, first)| {
        if !first && !counts().await {
            return None;
        }
        parts.next().await.map(|part| (part, (parts, counts, false)))
    })
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn what_is_given_in_parts_ends_with_the_right_to_it() {
        let (asked, counts) = (Cell::new(0), Cell::new(2));
        let parts = while_it_counts(stream::iter(0..10), async || {
            asked.set(asked.get() + 1);
            asked.get() <= counts.get()
        });
        assert_eq!(parts.collect::<Vec<_>>().await, [0, 1, 2]);
        counts.set(i32::MAX);
        assert_eq!(while_it_counts(stream::iter(0..10), async || counts.get() > 0).count().await, 10);
    }
}
