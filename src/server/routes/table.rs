//! The builder of the route table: the only way to mount a route takes its policy.

use axum::{Extension, Router, middleware};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter, UtoipaMethodRouterExt};

use super::{App, gate};
use crate::server::policy::{Line, Policy};

/// Routes with their policies.
pub struct Routes {
    router: OpenApiRouter<App>,
    lines: Vec<Line>,
    document: OpenApi,
    hidden: Vec<String>,
}

impl Routes {
    /// None yet; `document` gets the routes added.
    pub fn new(document: OpenApi) -> Self {
        Self { router: OpenApiRouter::new(), lines: vec![], document, hidden: vec![] }
    }

    /// As [`Routes::add`], but left out of the published document.
    pub fn unpublished(self, policy: Policy, (_, paths, methods): UtoipaMethodRouter<App>) -> Self {
        let mut this = self.add(policy, (vec![], paths, methods));
        this.hidden.extend(this.lines.last().map(|line| line.path.clone()));
        this
    }

    /// Mounts what `routes!(handler)` gives (method, path and description) behind a policy.
    pub fn add(mut self, policy: Policy, route: UtoipaMethodRouter<App>) -> Self {
        for (path, item) in &route.1.paths {
            let methods =
                [("GET", &item.get), ("POST", &item.post), ("PUT", &item.put), ("PATCH", &item.patch), ("DELETE", &item.delete)];
            for (method, _) in methods.iter().filter(|(_, operation)| operation.is_some()) {
                self.lines.push(Line { method: (*method).into(), path: path.clone(), policy });
            }
        }
        let gate =
            middleware::from_fn(move |Extension(app): Extension<App>, request, next| gate::pass(policy, app, request, next));
        self.router = self.router.routes(route.map(|methods| methods.route_layer(gate)));
        self
    }

    /// The lines of the table, the router, and the document.
    pub fn build(self) -> (Vec<Line>, Router<App>, OpenApi) {
        let (router, found) = self.router.split_for_parts();
        let mut document = self.document;
        document.merge(found);
        document.paths.paths.retain(|path, _| !self.hidden.contains(path));
        (self.lines, router, document)
    }
}
