//! Signing in to a local account, where the server has them; elsewhere nothing is found here. No key is asked for: a sign-in that is sent twice
//! has the same code twice, which is taken once.

use axum::{Extension, Json, extract::State, http::StatusCode};

use super::{App, Failure, body::Ask, described::Problems};
use crate::{
    api::{
        path,
        session::{BeginSetUp, SetUpBegun, SetUpWith, SignInWith, SignedIn},
    },
    server::{
        identity::{Asked, totp},
        service,
    },
};

/// Sign in with name, password and code. Whatever is not right, the answer is `sign-in-refused`; after ten that failed in a quarter of an
/// hour, of one name or from one address, it is `too-many-requests`, also for what is right.
#[utoipa::path(post, path = path::SIGN_IN, tag = "session", security(()), request_body = SignInWith, responses(
    (status = 201, description = "Signed in", body = SignedIn), Problems))]
pub async fn sign_in(
    State(app): State<App>,
    Extension(asked): Extension<Asked>,
    Ask(with): Ask<SignInWith>,
) -> Result<(StatusCode, Json<SignedIn>), Failure> {
    Ok(told(app.service.sign_in(&with.name, &with.password, &with.code, &asked).await?))
}

/// Begin to set up a local account: gives what an app for codes takes in. Once more gives another.
#[utoipa::path(post, path = path::SIGN_IN_BEGIN_SET_UP, tag = "session", security(()), request_body = BeginSetUp, responses(
    (status = 200, description = "Begun", body = SetUpBegun), Problems))]
pub async fn begin_set_up(
    State(app): State<App>,
    Extension(asked): Extension<Asked>,
    Ask(of): Ask<BeginSetUp>,
) -> Result<Json<SetUpBegun>, Failure> {
    let secret = app.service.begin_set_up(&of.name, &of.secret, &asked).await?;
    Ok(Json(SetUpBegun { address: totp::address(&secret, of.name.trim()), secret: totp::base32(&secret) }))
}

/// Set a local account up, with a password and a code that proves that the app has its secret; and sign in.
#[utoipa::path(post, path = path::SIGN_IN_SET_UP, tag = "session", security(()), request_body = SetUpWith, responses(
    (status = 201, description = "Set up and signed in", body = SignedIn), Problems))]
pub async fn set_up(
    State(app): State<App>,
    Extension(asked): Extension<Asked>,
    Ask(with): Ask<SetUpWith>,
) -> Result<(StatusCode, Json<SignedIn>), Failure> {
    let SetUpWith { name, secret, password, code } = with;
    Ok(told(app.service.set_up(&name, &secret, &password, &code, &asked).await?))
}

fn told(signed_in: service::SignedIn) -> (StatusCode, Json<SignedIn>) {
    let service::SignedIn { token, expires_at } = signed_in;
    (StatusCode::CREATED, Json(SignedIn { token, expires_at }))
}
