//! The API document.

use axum::{extract::State, response::Response};
use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};

use super::{App, reply};
use crate::{
    api::{
        alarm::AlarmList,
        arrangement::ArrangementList,
        case::CaseList,
        change::ChangesSince,
        deadline::DeadlineList,
        delivery::DeliveryLines,
        feed::FeedQuery,
        item_paper::PaperVersion,
        lesson::LessonList,
        meeting::MeetingList,
        numbers::{NumbersCasesWanted, NumbersWanted},
        officer::OfficerList,
        paper::{InvitationsWanted, PaperWanted},
        path,
        signal::SignalList,
        time_out::TimeOutList,
    },
    domain::{
        case_export::{ExportEnd, ExportHeader},
        presence::Presence,
    },
};

/// The frame of the document; the routes put themselves in.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "loket",
        description = "The desk (loket) for households stuck between the rules of several authorities: signals, the register of who has the mandate, changes. Invalid input is 400; problems are RFC 9457 and list every fault.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    components(schemas(SignalList, OfficerList, DeliveryLines, DeadlineList, AlarmList, FeedQuery, TimeOutList, ArrangementList, MeetingList,
        CaseList, LessonList, NumbersWanted, NumbersCasesWanted, PaperWanted, InvitationsWanted, PaperVersion, ChangesSince, Presence, ExportHeader, ExportEnd)),
    modifiers(&Token),
    security(("token" = []))
)]
pub struct Frame;

struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        document.info.version = crate::api::API_VERSION.into();
        let scheme = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        document.components.get_or_insert_default().add_security_scheme("token", scheme);
    }
}

/// This document.
#[utoipa::path(get, path = path::OPENAPI, tag = "session", security(()), responses(
    (status = 200, description = "The API document (OpenAPI 3.1)", body = Object)))]
pub async fn document(State(app): State<App>) -> Response {
    reply::ready(app.document.to_string())
}
