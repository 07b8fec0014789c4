//! The id in a path. One that cannot be read names nothing.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};

use super::{App, Failure};
use crate::api::problem::Code;

/// The id in a path.
pub struct Id(pub String);

impl FromRequestParts<App> for Id {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Path(id) = Path::<String>::from_request_parts(parts, app).await.map_err(|_| Code::NotFound)?;
        if id.contains('\0') || id.len() > 100 { Err(Code::NotFound.into()) } else { Ok(Self(id)) }
    }
}
