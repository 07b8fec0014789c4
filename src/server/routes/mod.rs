//! Routes: extract, call the service, answer. No rule and no SQL here. Every route has a policy (`mount`), every failure is
//! a problem (`failure`, `finish`).

mod administrators;
mod agenda_items;
mod agenda_told;
mod alarms;
mod arrangement_told;
mod arrangements;
mod at_hand;
mod audit;
mod body;
mod cases;
mod changes;
mod confirmations;
mod deadlines;
mod deliveries;
mod described;
mod document;
mod emergencies;
mod events;
mod exports;
mod failure;
mod feeds;
mod finish;
mod gate;
mod health;
mod item_papers;
mod lessons;
mod meetings;
mod messages;
mod mount;
mod numbers;
mod officers;
mod papers;
mod patch;
mod path;
mod places;
mod presence;
mod query;
mod reply;
mod reports;
mod retention;
mod reveals;
mod series;
mod session;
mod sessions;
mod shape;
mod shares;
mod sign_in;
mod signal_list;
mod signals;
mod table;
mod terms;
mod time_out_told;
mod time_outs;
mod verdicts;
mod views;

use std::sync::Arc;

use axum::{
    Extension, Router,
    extract::{Request, State},
    middleware,
    response::{IntoResponse, Response},
};
use tokio::sync::watch;
use tower_http::catch_panic::CatchPanicLayer;

pub(super) use agenda_told::standing_titles;
pub(super) use failure::Failure;
pub(super) use gate::Known;
pub(super) use mount::table;

use super::service::Service;
use crate::{
    api::{place::MunicipalityWithPlaces, problem::Code},
    domain::municipality,
    export::agenda::Stationery,
    locale::{Language, Texts},
};
use shape::Shapes;

/// What the handlers share. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// See [`App`].
pub struct Shared {
    /// The service.
    pub service: Service,
    /// The schemas that bodies are checked against.
    pub shapes: Shapes,
    /// The API document as JSON.
    pub document: String,
    /// The municipalities as JSON.
    pub municipalities: String,
    /// What papers are written on.
    pub stationery: Stationery,
    /// Is the server shutting down?
    pub closing: watch::Receiver<bool>,
    dutch: Texts,
    english: Texts,
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl Shared {
    /// The texts of a language.
    pub fn texts(&self, language: Language) -> &Texts {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }
}

/// The whole application: every route, and what stands around them.
pub fn application(service: Service, stationery: Stationery, closing: watch::Receiver<bool>) -> (App, Router) {
    let (_, router, document) = mount::routes().build();
    let document = serde_json::to_value(document).unwrap_or_default();
    let app = App(Arc::new(Shared {
        service,
        shapes: Shapes::of(&document),
        document: document.to_string(),
        municipalities: municipalities(),
        stationery,
        closing,
        dutch: Texts::new(Language::Dutch),
        english: Texts::new(Language::English),
    }));
    let router = router
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .with_state(app.clone())
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(finish::finish))
        .layer(Extension(app.clone()));
    (app, router)
}

async fn unknown(State(app): State<App>, request: Request) -> Failure {
    strange(&app, &request, Code::UnknownRoute)
}

async fn wrong_method(State(app): State<App>, request: Request) -> Failure {
    strange(&app, &request, Code::MethodNotAllowed)
}

/// Nobody is asked who they are where there is nothing; they count by their address.
fn strange(app: &App, request: &Request, code: Code) -> Failure {
    app.service.admit_stranger(&gate::origin(request)).map_or_else(Failure::from, |()| code.into())
}

/// The panic itself is told by the process's panic hook; here only the answer.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    Failure::from(Code::Internal).into_response()
}

fn municipalities() -> String {
    let places = municipality::places();
    let items: Vec<MunicipalityWithPlaces> = municipality::all()
        .into_iter()
        .map(|municipality| MunicipalityWithPlaces {
            places: places
                .iter()
                .filter(|place| place.municipality == municipality.code)
                .map(|place| place.name.clone())
                .collect(),
            municipality,
        })
        .collect();
    serde_json::json!({ "items": items }).to_string()
}
